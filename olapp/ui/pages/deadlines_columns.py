"""The columns of a list of deadlines."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QIcon

from olapp.services.due_rows import DueRow
from olapp.ui.pages.deadlines_bands import left_words, row_icon
from olapp.ui.rows_table import Shown
from olapp.ui.screen import Screen


def due_columns(
    screen: Screen, today: Callable[[], date], *, is_short: bool = False
) -> tuple[Shown[DueRow], ...]:
    """Give the columns; the short list leaves out the days as counted and the ground."""
    say = screen.say

    def icon(row: DueRow) -> QIcon:
        return row_icon(row, today(), screen)

    first = (
        Shown[DueRow](
            say("When"), lambda row: left_words(row, today(), screen), 9.5, icon=icon, key=_day
        ),
        Shown[DueRow](say("Last day"), lambda row: row.day.isoformat(), 7.5),
        Shown[DueRow](say("What"), lambda row: what(row, screen), 13),
        Shown[DueRow](say("Patent number"), lambda row: row.number, 10),
        Shown[DueRow](say("Title"), lambda row: row.title),
    )
    money = Shown[DueRow](say("Yuan"), _amount, 6.5, is_number=True, key=_worth)
    department = Shown[DueRow](say("Department"), lambda row: row.department, 8)
    if is_short:
        return (*first, money)
    return (
        *first,
        department,
        money,
        Shown[DueRow](say("As counted"), lambda row: row.deadline.nominal.isoformat(), 7.5),
        Shown[DueRow](say("Moved to"), lambda row: _rolled(row, screen), 7.5),
        Shown[DueRow](say("Ground"), lambda row: ground(row, screen)),
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


def _rolled(row: DueRow, screen: Screen) -> str:
    rolled = row.deadline.rolled
    if rolled is None:
        return screen.say("not known")
    return rolled.isoformat() if rolled != row.deadline.nominal else "="


def _amount(row: DueRow) -> str:
    return "" if row.deadline.amount is None else str(row.deadline.amount)


def _day(row: DueRow) -> date:
    return row.day


def _worth(row: DueRow) -> int:
    amount = row.deadline.amount
    return -1 if amount is None else int(amount.rounded().scaleb(2))
