"""``olapp fees [NUMBER]``: annual fees of one patent year by year, or of many by calendar year."""

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from olapp.cli.listing import offer_query, query_of
from olapp.cli.report import offer_json, uncancelled
from olapp.domain.money import Yuan
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.law.reductions import YearFee, fee_schedule
from olapp.services.due import ForecastRow

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "fees"
HELP = N_("forecast annual fees, with and without an open licence")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add which patents are meant."""
    offer_query(parser, say)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Tell one patent's fees by patent year, several patents' by calendar year and department."""
    desk = call.desk()
    query = query_of(arguments)
    found = desk.portfolio.ids(query)
    if len(found) == 1:
        holding = desk.portfolio.open(found[0]).holding
        fees = fee_schedule(desk.portfolio.law, holding, desk.today())
        _tell_schedule(fees, arguments, call)
        return 0
    table = uncancelled(desk.due.forecast(query))
    if arguments.json:
        call.tell_machine(
            {
                "patents": table.holdings,
                "by_year": [_forecast_value(row) for row in table.by_year],
                "by_department": [_forecast_value(row) for row in table.by_department],
            }
        )
    else:
        call.tell([call.say(N_("patents: {count}"), count=table.holdings)])
        call.tell(_forecast_lines(table.by_year, call.say))
        call.tell(_forecast_lines(table.by_department, call.say))
    return 0


def _tell_schedule(fees: Iterable[YearFee], arguments: argparse.Namespace, call: "Call") -> None:
    if arguments.json:
        call.tell_machine([_fee_value(fee, call.say) for fee in fees])
    else:
        none = call.say(N_("No annual fee can be counted: facts are missing, or the right ended."))
        call.tell([_fee_line(fee, call.say) for fee in fees] or [none])


def _fee_value(fee: YearFee, say: Language) -> dict[str, Any]:
    return {
        "year": fee.year,
        "due": fee.due.nominal.isoformat(),
        "rolled": fee.due.rolled.isoformat() if fee.due.rolled else None,
        "full": _exact(fee.full),
        "payable": _exact(fee.payable),
        "reduction": fee.reduction.kind.value if fee.reduction else None,
        "compensation": fee.is_compensation,
        "why": say.sentence(fee.why),
    }


def _exact(amount: Yuan | None) -> str | None:
    return None if amount is None else amount.canonical()


def _fee_line(fee: YearFee, say: Language) -> str:
    due, payable = say.value(fee.due.nominal), str(fee.payable or "-")
    told = N_("year {year}, due {due}: {payable} yuan of {full}. {why}")
    return say(told, year=fee.year, due=due, payable=payable, full=fee.full or "-", why=fee.why)


def _forecast_value(row: ForecastRow) -> dict[str, str]:
    return {
        "name": row.name,
        "without": row.without.canonical(),
        "with_offer": row.with_offer.canonical(),
    }


def _forecast_lines(rows: Iterable[ForecastRow], say: Language) -> Iterator[str]:
    told = N_("{name}: {without} yuan, with open licences {with_offer}, saved {saved}")
    for row in rows:
        yield "  " + say(
            told,
            name=row.name or say(N_("[no department]")),
            without=row.without,
            with_offer=row.with_offer,
            saved=row.without - row.with_offer,
        )
