"""Formulas met in cells: their text is taken out, never computed."""

import re

_HYPERLINK = re.compile(
    r"""\s*(?:_xlfn\.)?HYPERLINK\(\s*
        "(?P<place>(?:[^"]|"")*)"\s*
        (?:[,;]\s*(?:"(?P<text>(?:[^"]|"")*)"|(?P<figure>[0-9.]+))\s*)?\)\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_KEPT_TEXT = re.compile(r'="((?:[^"]|"")*)"')


def hyperlink_text(formula: str) -> str | None:
    """Give what a HYPERLINK formula shows, its place when it shows nothing else.

    None for any other formula. ``formula`` comes without the equals sign.
    """
    match = _HYPERLINK.fullmatch(formula)
    if match is None:
        return None
    text = match["text"] if match["text"] is not None else match["figure"] or match["place"]
    return text.replace('""', '"')


def shown(cell: str) -> str:
    """Give what a cell of delimited text shows.

    ``="0012"`` is the way of some systems to keep Excel from making a number of it.
    """
    if not cell.startswith("="):
        return cell
    if kept := _KEPT_TEXT.fullmatch(cell):
        return kept[1].replace('""', '"')
    text = hyperlink_text(cell[1:])
    return cell if text is None else text


_DANGER = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def disarmed(cell: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    Text that begins with apostrophes and goes on so gets one more: ``rearmed`` takes one away, and
    every text comes back as it was.
    """
    return "'" + cell if _DANGER.match(cell) else cell


def rearmed(cell: str) -> str:
    """Take away the apostrophe that ``disarmed`` put there."""
    return cell[1:] if cell.startswith("'") and _DANGER.match(cell) else cell
