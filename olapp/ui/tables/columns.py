"""The columns of the portfolio: their words, their widths, and what stands in their cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from olapp.domain.holding import RightState
from olapp.domain.patent import PatentKind
from olapp.forms.holding_columns import HEADS
from olapp.law.portfolio import Verdict
from olapp.ui.labels import visible
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.portfolio import HoldingRow

_FEN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingColumn:
    """One column; ``key`` is its name for the store."""

    key: str
    label: str
    """English msgid."""
    ems: float
    show: "Callable[[HoldingRow, Screen], str]"
    choices: type[StrEnum] | None = None
    """What can be chosen in the filter row; None for a line to type in."""
    is_figure: bool = False
    """Whether cells line up at the right."""


def _text(key: str) -> "Callable[[HoldingRow, Screen], str]":
    return lambda row, _screen: str(getattr(row, key) or "")


def _day(key: str) -> "Callable[[HoldingRow, Screen], str]":
    def show(row: "HoldingRow", _screen: Screen) -> str:
        value: date | None = getattr(row, key)
        return "" if value is None else value.isoformat()

    return show


def _list(key: str) -> "Callable[[HoldingRow, Screen], str]":
    return lambda row, screen: screen.say.value(getattr(row, key))


def _choice(key: str) -> "Callable[[HoldingRow, Screen], str]":
    def show(row: "HoldingRow", screen: Screen) -> str:
        value = getattr(row, key)
        return "" if value is None else screen.choice(value)

    return show


def _verdict(row: "HoldingRow", screen: Screen) -> str:
    return screen.choice(Verdict(row.verdict)) if row.verdict else screen.say("(not judged)")


def _money(row: "HoldingRow", _screen: Screen) -> str:
    if row.fee_fen is None:
        return ""
    yuan, fen = divmod(row.fee_fen, _FEN)
    return f"{yuan:,}" if fen == 0 else f"{yuan:,}.{fen:02}"


def _number(row: "HoldingRow", _screen: Screen) -> str:
    """ZL stands for a patent; an application, or what nobody knows the state of, has none yet."""
    if row.country != "CN":
        return row.number
    is_right = row.state is not None and row.state.is_right
    return number_shown(row.number, is_granted=is_right or row.granted_on is not None)


def _owners(row: "HoldingRow", screen: Screen) -> str:
    """Who applied stands for who owns until that is known."""
    return screen.say.value(row.owners or row.applicants)


def _title(row: "HoldingRow", screen: Screen) -> str:
    return row.title or screen.say("(no title yet)")


def _changed(row: "HoldingRow", _screen: Screen) -> str:
    return row.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")


def _of(
    key: str,
    ems: float,
    show: "Callable[[HoldingRow, Screen], str]",
    choices: type[StrEnum] | None = None,
    is_figure: bool = False,
) -> HoldingColumn:
    return HoldingColumn(
        key=key, label=HEADS[key], ems=ems, show=show, choices=choices, is_figure=is_figure
    )


HOLDING_COLUMNS = (
    _of("number", 10.5, _number),
    _of("title", 15.5, _title),
    _of("kind", 6, _choice("kind"), PatentKind),
    _of("state", 7, _choice("state"), RightState),
    _of("owners", 10, _owners),
    _of("department", 8, _text("department")),
    _of("fee_due_on", 7.5, _day("fee_due_on")),
    _of("fee_fen", 8, _money, is_figure=True),
    _of("verdict", 7, _verdict, Verdict),
    _of("tags", 9, _list("tags")),
    _of("filed_on", 8, _day("filed_on")),
    _of("granted_on", 8, _day("granted_on")),
    _of("expires_on", 8, _day("expires_on")),
    _of("applicants", 14, _list("applicants")),
    _of("inventors", 14, _list("inventors")),
    _of("reference", 9, _text("reference")),
    _of("main_class", 8, _text("main_class")),
    _of("published_as", 10, _text("published_as")),
    _of("publication_number", 10, _text("publication_number")),
    _of("country", 5, _text("country")),
    _of("fee_year", 6, _text("fee_year"), is_figure=True),
    _of("judged_on", 8, _day("judged_on")),
    _of("as_of", 8, _day("as_of")),
    _of("changed_at", 11, _changed),
)
BY_KEY = {column.key: column for column in HOLDING_COLUMNS}
SHOWN_FIRST = (
    "number",
    "title",
    "kind",
    "state",
    "owners",
    "department",
    "fee_due_on",
    "fee_fen",
    "verdict",
)
"""Columns of a list nobody arranged yet."""


def cell(row: "HoldingRow", column: HoldingColumn, screen: Screen) -> str:
    """Give the words of a cell, one line, marks made visible."""
    return visible(column.show(row, screen)).replace("\n", " ")
