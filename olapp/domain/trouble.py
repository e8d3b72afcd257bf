"""Trouble: what the environment did to us, and what the person can do about it."""

from olapp.domain.sentence import Sentence


class Trouble(Exception):  # noqa: N818 - a trouble is not our error
    """A disk, a lock, a file or a version stands in the way.

    ``what`` says what happened, ``where`` names the place (a file, a folder, a database),
    ``remedy`` says what to do.
    """

    def __init__(self, what: Sentence, where: str, remedy: Sentence) -> None:
        """Keep the three answers every trouble owes the person."""
        super().__init__(f"{what} ({where}) {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy
