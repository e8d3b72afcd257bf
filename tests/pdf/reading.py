"""Reads a PDF without any help of the program: text with places and fonts, and rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_ENTRY = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")


@dataclass(frozen=True)
class Shown:
    """What one operator shows; points from the lower left of the page."""

    page: int
    x: float
    y: float
    end: float
    size: float
    font: str
    text: str
    codes: bytes


@dataclass(frozen=True)
class Rule:
    """A straight line."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    weight: float


@dataclass(frozen=True)
class Embedded:
    """A font of the document."""

    base: str
    family: str
    program: bytes
    widths: list[float]
    meanings: dict[int, str]


def opened(pdf: bytes) -> Any:
    return pikepdf.open(BytesIO(pdf))


def operations(page: Any) -> Any:
    """The operators of a page, each with its operands."""
    return pikepdf.parse_content_stream(page)


def family(font: Any) -> str:
    """The PostScript name without the tag of the subset."""
    return str(font.BaseFont).split("+")[-1].lstrip("/")


def meanings(font: Any) -> dict[int, str]:
    """What each code stands for, as any reader of the PDF is told."""
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _ENTRY.findall(font.ToUnicode.read_bytes())
    }


def embedded(pdf: bytes) -> list[Embedded]:
    """All fonts that pages name, each once; KeyError or AttributeError when one is not embedded."""
    document = opened(pdf)
    fonts = {font.objgen: font for page in document.pages for font in page.Resources.Font.values()}
    return [
        Embedded(
            str(font.BaseFont),
            family(font),
            font.FontDescriptor.FontFile2.read_bytes(),
            [float(width) for width in font.Widths],
            meanings(font),
        )
        for font in fonts.values()
    ]


def shown(pdf: bytes) -> list[Shown]:
    """Everything shown, in the order of the content; replacement texts are not looked at."""
    pages = enumerate(opened(pdf).pages, 1)
    return [each for number, page in pages for each in _shown(number, page)]


def _shown(number: int, page: Any) -> Iterator[Shown]:
    fonts = dict(page.Resources.Font.items())
    tables = {name: meanings(font) for name, font in fonts.items()}
    widths = {name: [float(width) for width in font.Widths] for name, font in fonts.items()}
    x = y = size = 0.0
    name = ""
    for operands, operator in operations(page):
        match str(operator):
            case "Tm":
                x, y = float(operands[4]), float(operands[5])
            case "Tf":
                name, size = str(operands[0]), float(operands[1])
            case "Tj":
                codes = bytes(operands[0])
                end = x + sum(widths[name][code] for code in codes) * size / 1000
                text = "".join(tables[name][code] for code in codes)
                yield Shown(number, x, y, end, size, family(fonts[name]), text, codes)
                x = end


def rules(pdf: bytes) -> list[Rule]:
    """All straight lines."""
    found = []
    for number, page in enumerate(opened(pdf).pages, 1):
        weight, x, y = 1.0, 0.0, 0.0
        for operands, operator in operations(page):
            match str(operator):
                case "w":
                    weight = float(operands[0])
                case "m":
                    x, y = map(float, operands)
                case "l":
                    found.append(Rule(number, x, y, float(operands[0]), float(operands[1]), weight))
    return found


def lines(pdf: bytes, page: int | None = None) -> list[str]:
    """The lines of text: what is shown at one height, each piece where the last one ended."""
    found: list[tuple[Shown, str]] = []
    for each in shown(pdf):
        last = found[-1][0] if found else None
        if last and (last.page, last.y) == (each.page, each.y) and abs(last.end - each.x) < 0.05:
            found[-1] = (each, found[-1][1] + each.text)
        else:
            found.append((each, each.text))
    return [text for piece, text in found if page in (None, piece.page)]


def dump(pdf: bytes) -> str:
    """A canonical text of all pages, to be compared with the one accepted."""
    texts = [
        f"{each.page} {each.x:8.2f} {each.y:8.2f} {each.size:g} {each.font} {each.text}"
        for each in shown(pdf)
    ]
    strokes = [
        f"{each.page} {each.x0:8.2f} {each.y0:8.2f} {each.x1:8.2f} {each.y1:8.2f} {each.weight:g}"
        for each in rules(pdf)
    ]
    return "\n".join((*texts, "--", *strokes)) + "\n"
