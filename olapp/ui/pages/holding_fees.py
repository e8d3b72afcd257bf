"""Fees and deadlines of one patent, year by year, each with the one sentence that explains it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from olapp.domain.money import Yuan
from olapp.services.surroundings import Balance, Deadline, Fees, YearFee
from olapp.ui.labels import words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen


class FeesTab(QWidget):
    """What is owed now, and the schedule."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.balance = words("")
        self.balance.setTextFormat(Qt.TextFormat.PlainText)
        self.schedule: RowsTable[YearFee] = RowsTable(
            screen, screen.say("Annual fees"), _fee_columns(screen)
        )
        self.why = words("", "help")
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.schedule.picked.connect(self._explain)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 10, 8, 4)
        box.setSpacing(8)
        box.addWidget(self.balance)
        box.addWidget(self.schedule, 1)
        box.addWidget(self.why)

    def show_fees(self, fees: Fees) -> None:
        """Show the fees as of today."""
        self.balance.setText(_owed(fees.balance, self._screen))
        self.schedule.show_rows(fees.schedule)
        at = next((at for at, fee in enumerate(fees.schedule) if self._is_next(fee, fees)), None)
        if at is not None:
            self.schedule.selectRow(at)
            self.schedule.scrollTo(self.schedule.rows_model.index(at, 0))

    def _explain(self) -> None:
        """Say in one sentence why the year chosen costs what it costs."""
        fee = next(iter(self.schedule.chosen()), None)
        self.why.setText("" if fee is None else self._screen.say.sentence(fee.why))

    @staticmethod
    def _is_next(fee: YearFee, fees: Fees) -> bool:
        return fees.balance is not None and fee.year == fees.balance.year


def deadlines_table(screen: Screen) -> RowsTable[Deadline]:
    """Make the table of deadlines: what, by when, on what ground."""
    say = screen.say
    return RowsTable(
        screen,
        say("Deadlines"),
        [
            Shown(say("Last day"), lambda row: _day(row.rolled or row.nominal), 7.5),
            Shown(say("What"), lambda row: _what(row, screen), 11),
            Shown(say("Counted day"), lambda row: _day(row.nominal), 7.5),
            Shown(say("Amount"), lambda row: _money(row.amount), 6, is_number=True),
            Shown(say("Ground"), lambda row: say.citation(row.source)),
        ],
    )


def _fee_columns(screen: Screen) -> list[Shown[YearFee]]:
    say = screen.say
    return [
        Shown(say("Year"), lambda fee: str(fee.year), 3.4, is_number=True),
        Shown(say("Due"), lambda fee: _day(fee.due.rolled or fee.due.nominal), 6.3),
        Shown(say("Full"), lambda fee: _money(fee.full), 4.8, is_number=True),
        Shown(say("To pay"), lambda fee: _money(fee.payable), 4.8, is_number=True),
        Shown(say("Reduction"), lambda fee: _reduced(fee, screen)),
    ]


def _owed(balance: Balance | None, screen: Screen) -> str:
    say = screen.say
    if balance is None:
        return say("What is owed cannot be said: facts are missing.")
    parts = [
        say(
            "Year {year}: {position}. To be paid today: {short} yuan; due {due}, "
            "grace until {end}.",
            year=balance.year,
            position=screen.choice(balance.position),
            short=_money(balance.short),
            due=balance.due.rolled or balance.due.nominal,
            end=balance.grace_end.rolled or balance.grace_end.nominal,
        )
    ]
    if balance.paid.value:
        parts.append(say("Paid already: {amount} yuan.", amount=_money(balance.paid)))
    if balance.late.value:
        parts.append(say("Of this, late fee: {amount} yuan.", amount=_money(balance.late)))
    if balance.restoration is not None:
        parts.append(say("Restoring the right: {amount} yuan.", amount=_money(balance.restoration)))
    return " ".join(parts)


def _what(row: Deadline, screen: Screen) -> str:
    name = screen.choice(row.kind)
    if row.year is not None:
        name = screen.say("{what}, year {year}", what=name, year=row.year)
    return screen.say("{what} (assumed)", what=name) if row.is_assumed else name


def _reduced(fee: YearFee, screen: Screen) -> str:
    """Name the reduction; the sentence under the table says why it is the best."""
    if fee.reduction is None:
        return "—"
    return f"{screen.choice(fee.reduction.kind)} {fee.reduction.rate}"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _money(amount: Yuan | None) -> str:
    return "—" if amount is None else f"{amount.rounded():,}".removesuffix(".00")
