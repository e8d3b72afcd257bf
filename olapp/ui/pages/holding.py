"""One patent of the portfolio: all that is known of it."""

from olapp.ui.pages.page import Page
from olapp.ui.workplace import Workplace


class HoldingPage(Page):
    """Its facts, deadlines, documents, declarations and its past; its subject is an id."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
