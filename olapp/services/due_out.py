"""Deadlines out of the desk: a calendar file, and a list of payments for the office."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.money import Yuan, total
from olapp.law.holdings import owners_on
from olapp.law.late_fees import Balance, balance
from olapp.services.due_rows import DueQuery, DueRow
from olapp.services.refusals import written
from olapp.services.spoken import choice

if TYPE_CHECKING:
    from olapp.domain.holding import Holding
    from olapp.exchange.calendar_out import CalendarEvent
    from olapp.exchange.sheet_out import Column, Shown
    from olapp.i18n import Language
    from olapp.services.due import Due

FEE_KINDS = frozenset({DeadlineKind.ANNUAL_FEE, DeadlineKind.GRACE})
_ALARMS = (30, 7, 1)


def write_due_calendar(
    path: Path, say: "Language", rows: Iterable[DueRow], stamped_on: date
) -> int:
    """Write deadlines as a calendar file; gives how many events.

    The identifiers stay the same for the same deadline, so a calendar updates its entries, as
    the day of the file tells it to.
    """
    from olapp.exchange.calendar_out import write_calendar  # noqa: PLC0415 - rarely needed

    events = [_event(row, say) for row in rows]
    with written(path):
        write_calendar(path, events, stamped_on=stamped_on)
    return len(events)


def write_payments(path: Path, say: "Language", due: "Due", query: DueQuery) -> "PaymentList":
    """Write the annual fees to be paid as a sheet, with their sum at the end."""
    from olapp.exchange.sheet_out import format_of, write_sheet  # noqa: PLC0415 - rarely needed

    lines = list(_payments(due, query))
    sums = PaymentList(len(lines), total(line.short for line in lines))
    rows = [line.cells(say) for line in lines]
    rows.append((say("Sum"), *([None] * 9), sums.amount, None, None, None))
    with written(path):
        write_sheet(path, say("Annual fees to pay"), _columns(say), rows, format_of(path))
    return sums


def _payments(due: "Due", query: DueQuery) -> Iterator["_Line"]:
    """Give a line for each patent with a fee among the deadlines asked for."""
    today, seen = due.today(), set[int]()
    with due.store.read() as unit:
        for row in due.iterate(query):
            if row.deadline.kind in FEE_KINDS and row.holding_id not in seen:
                seen.add(row.holding_id)
                holding = unit.holdings.get(row.holding_id).holding
                names = tuple(owner.name for _, owner in owners_on(holding, today))
                yield _Line(row, holding, names, balance(due.law, holding, today))


@dataclass(frozen=True, slots=True)
class PaymentList:
    """How many fees a list of payments has, and what they add up to."""

    count: int
    amount: Yuan


@dataclass(frozen=True, slots=True)
class _Line:
    """One fee to be paid."""

    row: DueRow
    holding: "Holding"
    owners: tuple[str, ...]
    """Of today."""
    owed: Balance | None
    """None when earlier years are only assumed to be paid."""

    @property
    def short(self) -> Yuan:
        """What has to be paid today."""
        return self.owed.short if self.owed else self.row.deadline.amount or Yuan.of(0)

    def cells(self, say: "Language") -> tuple["Shown", ...]:
        """Give the cells of the sheet."""
        holding, owed = self.holding, self.owed
        return (
            holding.patent.number,
            holding.patent.title,
            "、".join(self.owners or holding.applicants),
            holding.department,
            holding.reference,
            owed.year if owed else self.row.deadline.year,
            owed.full if owed else None,
            owed.payable if owed else self.row.deadline.amount,
            owed.late if owed else None,
            owed.paid if owed else None,
            self.short,
            self.row.deadline.nominal,
            self.row.deadline.rolled,
            say("assumed: earlier fees are paid") if self.row.deadline.is_assumed else None,
        )


def _columns(say: "Language") -> Sequence["Column"]:
    from olapp.exchange.sheet_out import Column  # noqa: PLC0415 - with its writer

    return (
        Column(say("Patent number")),
        Column(say("Title")),
        Column(say("Patentees")),
        Column(say("Department")),
        Column(say("Own reference")),
        Column(say("Patent year"), "number"),
        Column(say("Full fee (yuan)"), "money"),
        Column(say("After reduction (yuan)"), "money"),
        Column(say("Late fee (yuan)"), "money"),
        Column(say("Paid already (yuan)"), "money"),
        Column(say("To pay now (yuan)"), "money"),
        Column(say("Due day"), "date"),
        Column(say("Last working day"), "date"),
        Column(say("Remark")),
    )


def _event(row: DueRow, say: "Language") -> "CalendarEvent":
    from olapp.exchange.calendar_out import CalendarEvent  # noqa: PLC0415 - with its writer

    deadline = row.deadline
    parts = [row.title, row.department]
    if deadline.amount is not None:
        parts.append(say("Amount: {amount} yuan", amount=deadline.amount))
    parts.append(say("Counted: {day}", day=deadline.nominal))
    if deadline.rolled is None:
        parts.append(say("Days off of that year are not published yet."))
    parts.append(say.citation(deadline.source))
    if deadline.is_assumed:
        parts.append(say("Assumed: earlier fees are paid."))
    return CalendarEvent(
        uid=f"{row.number or row.holding_id}-{deadline.key}@olapp",
        day=row.day,
        title=f"{kind_words(deadline, say)} {row.number}".strip(),
        description="\n".join(part for part in parts if part),
        alarm_days=_ALARMS,
    )


def kind_words(deadline: Deadline, say: "Language") -> str:
    """Say what there is to be done, with the patent year of a fee."""
    words, year = choice(deadline.kind, say), deadline.year
    return say("{kind}, year {year}", kind=words, year=year) if year else words
