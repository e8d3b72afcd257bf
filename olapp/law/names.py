"""Names of parties, compared as a clerk would: width of signs, blanks and case do not count."""

import unicodedata


def folded(name: str | None) -> str:
    """Give the first 1,000 characters of a name for comparing, empty for none.

    >>> folded("示例（北京）有限公司") == folded("示例(北京) 有限公司 ")
    True
    """
    return "".join(unicodedata.normalize("NFKC", (name or "")[:1000]).split()).casefold()
