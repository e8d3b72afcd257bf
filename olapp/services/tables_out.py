"""Any view of the portfolio as a table for other programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from olapp.domain.money import Yuan
from olapp.domain.sentence import N_
from olapp.exchange.book import Stopped
from olapp.exchange.sheet_out import Column, ColumnKind, Shown, format_of, write_sheet
from olapp.exchange.steps import Step, ignore_step, never
from olapp.i18n import Language
from olapp.law.portfolio import Verdict
from olapp.services.portfolio import HoldingRow, Portfolio
from olapp.services.refusals import written
from olapp.services.spoken import choice

_PAGE = 1000
_KINDS: dict[str, ColumnKind] = {
    "filed_on": "date",
    "granted_on": "date",
    "expires_on": "date",
    "fee_due_on": "date",
    "judged_on": "date",
    "as_of": "date",
    "fee_fen": "money",
    "fee_year": "number",
}
"""Columns that are no text; application numbers are."""
_TITLE = N_("Portfolio")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What goes into the table: the holdings in their order, and the columns with their words."""

    ids: Sequence[int]
    columns: tuple[tuple[str, str], ...]
    """Name of a column of a row, and its words in the language of the table."""


def export_table(
    portfolio: Portfolio,
    path: Path,
    wanted: Wanted,
    say: Language,
    *,
    step: Step = ignore_step,
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write holdings as .csv, when the path says so, else as .xlsx; gives how many rows.

    Nothing is written, and 0 given, when ``cancelled`` says so; Trouble when the place refuses.
    """
    columns = [Column(words, _KINDS.get(key, "text")) for key, words in wanted.columns]
    keys = [key for key, _ in wanted.columns]
    rows = _rows(portfolio, wanted.ids, keys, say, step, cancelled)
    try:
        with written(path):
            write_sheet(path, say(_TITLE), columns, rows, format_of(path))
    except Stopped:
        return 0
    return len(wanted.ids)


def _rows(  # noqa: PLR0917 - private, and all of it is needed
    portfolio: Portfolio,
    ids: Sequence[int],
    keys: Sequence[str],
    say: Language,
    step: Step,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[Shown, ...]]:
    for start in range(0, len(ids), _PAGE):
        if cancelled():
            raise Stopped
        step(start, len(ids), "")
        for row in portfolio.rows(ids[start : start + _PAGE]):
            yield tuple(_shown(row, key, say) for key in keys)


def _shown(row: HoldingRow, key: str, say: Language) -> Shown:
    value = getattr(row, key)
    if key == "verdict":
        value = Verdict(value) if value else None
    if isinstance(value, StrEnum):
        return choice(value, say)
    if key == "fee_fen":
        return None if value is None else Yuan.of_fen(value)
    if isinstance(value, datetime):
        return value.astimezone().strftime("%Y-%m-%d %H:%M")
    if value is None or isinstance(value, str | int | date):
        return value
    return say.value(value)
