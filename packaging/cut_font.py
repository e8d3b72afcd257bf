"""Cuts a font to the 8,105 characters of 通用规范汉字表; see resources/fonts/README.md."""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TABLE_SIZE = 8105
MARKS = (
    range(0x20, 0x180),  # Latin
    range(0x2000, 0x2600),  # punctuation, arrows, mathematics, enclosed figures, boxes
    range(0x3000, 0x3040),  # Chinese punctuation
    range(0x3200, 0x3400),  # enclosed and squared forms
    range(0xFE30, 0xFE50),  # vertical forms
    range(0xFF00, 0xFFF0),  # full-width forms
)


def standard_characters(unihan: Path) -> set[int]:
    """Code points with a kTGH line, that is a number in 通用规范汉字表."""
    lines = unihan.read_text(encoding="utf-8").splitlines()
    return {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}


def options() -> Options:
    """Vertical forms and names stay, hinting and kerning go."""
    chosen = Options()
    chosen.layout_features = ["vert", "vrt2"]
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.name_IDs = ["*"]
    chosen.drop_tables += ["GPOS", "BASE"]
    return chosen


def cut(source: Path, target: Path, unihan: Path) -> None:
    """Write the cut; equal input gives equal bytes."""
    characters = standard_characters(unihan)
    if len(characters) != TABLE_SIZE:
        raise SystemExit(f"{unihan}: {len(characters)} characters, not {TABLE_SIZE}")
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options())
    subsetter.populate(unicodes=characters.union(*MARKS))
    subsetter.subset(font)
    font["post"].formatType = 3.0
    font.save(target)


if __name__ == "__main__":
    cut(*map(Path, sys.argv[1:4]))
