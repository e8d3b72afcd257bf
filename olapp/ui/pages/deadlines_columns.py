"""The columns of a list of deadlines."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QIcon

from olapp.services.due_rows import DueRow
from olapp.ui.pages.deadlines_bands import left_words, row_icon
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.rows_table import Shown
from olapp.ui.screen import Screen


def due_columns(
    screen: Screen, today: Callable[[], date], *, is_short: bool = False
) -> tuple[Shown[DueRow], ...]:
    """Give the columns; the short list leaves out the department and the day as counted."""
    say = screen.say

    def icon(row: DueRow) -> QIcon:
        return row_icon(row, today(), screen)

    first: tuple[Shown[DueRow], ...] = (
        Shown(say("When"), lambda row: left_words(row, today(), screen), 11.5, icon=icon, key=_day),
        Shown(say("Last day"), lambda row: row.day.isoformat(), 7.3),
        Shown(say("What"), lambda row: what(row, screen), 15.3 if is_short else 17),
        Shown(say("Patent number"), lambda row: number_shown(row.number), 10.7),
        Shown(say("Title"), lambda row: row.title),
    )
    money: Shown[DueRow] = Shown(say("Yuan"), _amount, 6, is_number=True, key=_worth)
    if is_short:
        return (*first, money)
    return (
        *first,
        Shown(say("Department"), lambda row: row.department, 9),
        money,
        Shown(say("As counted"), lambda row: row.deadline.nominal.isoformat(), 8),
    )


def what(row: DueRow, screen: Screen) -> str:
    """Say what there is to be done; what rests on a guess says so."""
    words = screen.choice(row.deadline.kind)
    if row.deadline.year:
        words = screen.say("{kind}, year {year}", kind=words, year=row.deadline.year)
    return screen.say("{what} (assumed)", what=words) if row.deadline.is_assumed else words


def ground(row: DueRow, screen: Screen) -> str:
    """Cite what the deadline rests on."""
    cited = screen.say.citation(row.deadline.source)
    is_sure = row.deadline.source.confidence.may_block
    return cited if is_sure else f"{cited} {screen.say('[unconfirmed]')}"


def days(row: DueRow, screen: Screen) -> str:
    """Say how the last day came about: as counted, and moved behind days off."""
    say, deadline = screen.say, row.deadline
    if deadline.rolled is None:
        return say(
            "Counted: {day}; days off of that year are not published yet.", day=deadline.nominal
        )
    if deadline.rolled == deadline.nominal:
        return say("Counted: {day}, a working day.", day=deadline.nominal)
    return say(
        "Counted: {day}, a day off; moved to {rolled}.", day=deadline.nominal, rolled=row.day
    )


def _amount(row: DueRow) -> str:
    return "" if row.deadline.amount is None else str(row.deadline.amount)


def _day(row: DueRow) -> date:
    return row.day


def _worth(row: DueRow) -> int:
    amount = row.deadline.amount
    return -1 if amount is None else int(amount.rounded().scaleb(2))
