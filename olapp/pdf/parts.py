"""The parts of a paper, each into strips of a column."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from olapp.forms.paper import Check, Choices, Part, Prose, Row, SignatureArea, Table
from olapp.pdf.composer import Column, Composer, without_orphans
from olapp.pdf.galley import Span
from olapp.pdf.sheet import BOLD_LINE, BOTTOM, TEXT, TOP, Stroke, rectangle
from olapp.pdf.strip import Strip, beside, blank, height_of, kept, stacked
from olapp.pdf.table import set_table

_INDENT = 2 * TEXT.body
_LONGEST_LABEL = 8.5 * TEXT.body
_AFTER_LABEL = 0.6
_BOX = 3.3
_AFTER_BOX = 1.5
_BETWEEN_OPTIONS = 7.0
_AROUND_TABLE = 0.9
_LINE_TO_SIGN = 45.0
_TALLEST = (BOTTOM - TOP) * 0.7
_MARKS = {True: "☑", False: "☐"}
"""What a box is to programs that read the PDF, for which its lines say nothing."""
_ENDS_LABEL = ("：", ":", "？", "。")


def set_parts(parts: Sequence[Part], column: Column, composer: Composer) -> list[Strip]:
    """Set parts one below the other; rows that follow each other share one label column."""
    groups = [list(group) for _, group in groupby(parts, _kind)]
    strips: list[Strip] = []
    for number, group in enumerate(groups, 1):
        set_group = _set_group(group, column, composer)
        if strips and bool(strips[-1].grid) != bool(set_group and set_group[0].grid):
            strips.append(replace(blank(_AROUND_TABLE), keep=not strips[-1].grid))
        strips += set_group
        if number < len(groups) and _is_heading(group[-1]):
            strips[-1] = replace(strips[-1], keep=True)
    return strips


def _kind(part: Part) -> tuple[bool, bool, bool]:
    """Group rows with rows, tables with tables, and what leads to something else."""
    return isinstance(part, Row | Choices), isinstance(part, Table), _is_heading(part)


def _is_heading(part: Part) -> bool:
    """Whether a part leads to the next: a paragraph that is not indented."""
    return isinstance(part, Prose) and not part.indent


def _set_group(group: Sequence[Part], column: Column, composer: Composer) -> list[Strip]:
    rows = [part for part in group if isinstance(part, Row | Choices)]
    if rows:
        return _rows(rows, column, composer)
    return [strip for part in group for strip in _set_part(part, column, composer)]


def _set_part(part: Part, column: Column, composer: Composer) -> list[Strip]:
    match part:
        case Prose():
            indent = _INDENT if part.indent else 0.0
            return composer.lines(part.text, column, field=part.field, indent=indent)
        case Table():
            wide = column.inset(-column.bleed, -column.bleed)
            return set_table(part, wide, composer)
        case Check():
            return _check(part, column, composer)
        case SignatureArea():
            return _signature(part, column, composer)
        case Row() | Choices():
            return _rows([part], column, composer)


def _rows(rows: Sequence[Row | Choices], column: Column, composer: Composer) -> list[Strip]:
    """Set labelled values, all values starting at the same place unless a label is long."""
    labels = [_with_colon(row.label) for row in rows]
    widths = [composer.width(label) for label in labels]
    room = max((width for width in widths if width <= _LONGEST_LABEL), default=0.0) + _AFTER_LABEL
    strips: list[Strip] = []
    for row, label, width in zip(rows, labels, widths, strict=True):
        if label and width <= _LONGEST_LABEL:
            strips += without_orphans(_aligned_row(row, label, room, column, composer))
        elif isinstance(row, Row):
            spans = [Span(label), Span(row.text)]
            strips += composer.lines(spans, column, field=row.field)
        else:
            strips += _option_lines(row, label, column, composer)
    return strips


def _aligned_row(
    row: Row | Choices, label: str, room: float, column: Column, composer: Composer
) -> list[Strip]:
    """Set a value beside its label."""
    name = composer.lines(label, Column(column.x, room))
    value = column.inset(room)
    if isinstance(row, Row):
        return beside([name, composer.lines(row.text, value, field=row.field)])
    return beside([name, _option_lines(row, "", value, composer)])


def _with_colon(label: str) -> str:
    return label if not label or label.endswith(_ENDS_LABEL) else f"{label}："


def _option_lines(choices: Choices, label: str, column: Column, composer: Composer) -> list[Strip]:
    """Lay options side by side as far as they fit; a long one takes lines of its own."""
    strips: list[Strip] = []
    line = [composer.lines(label, column)] if label else []
    x = column.x + (composer.width(label) + _AFTER_BOX if label else 0.0)
    for option in choices.options:
        width = _BOX + _AFTER_BOX + composer.width(option.text)
        if line and x + width > column.x + column.width:
            strips += beside(line)
            line, x = [], column.x
        line.append(_check(option, column.inset(x - column.x), composer))
        x += width + _BETWEEN_OPTIONS
    return strips + (beside(line) if line else [blank(TEXT.pitch)])


def _check(check: Check, column: Column, composer: Composer) -> list[Strip]:
    """Draw the box as lines: the fonts of Chinese text have no such character."""
    beside_box, mark = column.inset(_BOX + _AFTER_BOX), _MARKS[check.ticked]
    lines = composer.lines(check.text, beside_box, field=check.field, mark=mark)
    strokes = _tick_box(column.x, (TEXT.pitch - _BOX) / 2, check.ticked)
    return [replace(lines[0], strokes=tuple(strokes)), *lines[1:]]


def _tick_box(x: float, y: float, ticked: bool) -> list[Stroke]:
    strokes = rectangle(x, y, x + _BOX, y + _BOX)
    if ticked:
        low = (x + 1.3, y + 2.6)
        strokes.append(Stroke(x + 0.5, y + 1.6, *low, BOLD_LINE))
        strokes.append(Stroke(*low, x + 2.9, y + 0.6, BOLD_LINE))
    return strokes


def _signature(area: SignatureArea, column: Column, composer: Composer) -> list[Strip]:
    """Leave room for ink and seals; the whole stays on one page unless it is taller than one."""
    right = column.inset(column.width * 0.4)
    strips = composer.lines(area.caption, column) if area.caption else []
    strips.append(blank(area.room))
    strips += [line for row in area.lines for line in _signed_row(row, area, right, composer)]
    if height_of(strips) > _TALLEST:
        return strips
    return [stacked(strips)]


def _signed_row(row: Row, area: SignatureArea, column: Column, composer: Composer) -> list[Strip]:
    """Set a line of a signature area; an empty one gets a rule to write on."""
    room = max(composer.width(_with_colon(line.label)) for line in area.lines)
    room = min(room, column.width / 2) + _AFTER_LABEL
    label = composer.lines(_with_colon(row.label), Column(column.x, room))
    value = column.inset(room)
    if row.text:
        return kept(beside([label, composer.lines(row.text, value, field=row.field)]))
    y = TEXT.pitch - TEXT.gap / 4
    rule = Stroke(value.x, y, min(value.x + _LINE_TO_SIGN, value.x + value.width), y)
    return kept(beside([label, [Strip(TEXT.pitch, strokes=(rule,))]]))
