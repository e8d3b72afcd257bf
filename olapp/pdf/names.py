"""File names that every system takes, whatever the title."""

import re
from unicodedata import category

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_MOST_BYTES = 150


def file_name(title: str) -> str:
    """Make the name of a PDF from a title."""
    seen = "".join(" " if category(c)[0] == "C" else c for c in title)
    plain = _FORBIDDEN.sub("-", seen.strip()).strip("-. ") or "pack"
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    return plain.encode()[:_MOST_BYTES].decode(errors="ignore") + ".pdf"
