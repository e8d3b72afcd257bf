"""Why one reduction of an annual fee is the best, or why there is none: one sentence a year."""

from datetime import date

from olapp.domain.holding import Holding, Licence, Offer
from olapp.domain.sentence import N_, Sentence
from olapp.law.dues import FeeAccount, due_day
from olapp.law.holdings import is_recorded
from olapp.law.reliefs import ReductionKind, Relief, general_relief, licence_relief

_COMPENSATION = N_(
    "A full year of compensation costs the full fee: whether a reduction applies to it is "
    "unconfirmed, so none is counted."
)
_FULL = N_("The full fee is due: {general}; {licence}.")
_GENERAL = N_("The general reduction of {rate} applies to the patent years {first} to {last}.")
_GENERAL_RATHER = N_(
    "The general reduction of {rate} is taken, not the {other} of the open licence: they do not "
    "add up."
)
_LICENCE = N_("The open licence recorded on {recorded} runs when the fee is due: {rate} less.")
_LICENCE_AFTER = N_(
    "The general reduction ended with patent year {last}; the open licence recorded on {recorded} "
    "takes its place: {rate} less."
)
_LICENCE_RATHER = N_(
    "The {rate} of the open licence are taken, not the general reduction of {other}: they do not "
    "add up."
)
_SAME_DAY = N_(
    "The open licence was recorded on the very day the fee is due: {rate} less, taking the fee as "
    "not yet due, which the text does not settle."
)


def why(account: FeeAccount, found: tuple[Relief, ...], year: int) -> Sentence:
    """Say why the reduction taken for a patent year is the best, or what stands in the way."""
    if year > account.years.term:
        return Sentence(_COMPENSATION)
    covering = [each for each in found if each.covers(year)]
    if not covering:
        return _full_fee(account, year)
    ranked = sorted(covering, key=lambda each: each.reduction.rate, reverse=True)
    taken = ranked[0]
    other = next((e for e in ranked if e.reduction.kind is not taken.reduction.kind), None)
    if taken.reduction.kind is ReductionKind.GENERAL:
        return _general(taken, other)
    return _licence(account, taken, other, year)


def _general(taken: Relief, other: Relief | None) -> Sentence:
    rate = str(taken.reduction.rate)
    if other is not None:
        return Sentence(_GENERAL_RATHER, {"rate": rate, "other": str(other.reduction.rate)})
    return Sentence(_GENERAL, {"rate": rate, "first": taken.first, "last": taken.last})


def _licence(account: FeeAccount, taken: Relief, other: Relief | None, year: int) -> Sentence:
    rate = str(taken.reduction.rate)
    if other is not None:
        return Sentence(_LICENCE_RATHER, {"rate": rate, "other": str(other.reduction.rate)})
    recorded = _recorded_on(account, year)
    if recorded == due_day(account.years, year):
        return Sentence(_SAME_DAY, {"rate": rate})
    general = general_relief(account)
    if general and general.last < year:
        values = {"last": general.last, "recorded": recorded, "rate": rate}
        return Sentence(_LICENCE_AFTER, values)
    return Sentence(_LICENCE, {"recorded": recorded, "rate": rate})


def _recorded_on(account: FeeAccount, year: int) -> date | None:
    """The day of the first recordal that covers a year."""
    days = [
        licence.recorded_on
        for licence in account.holding.licences
        if licence.recorded_on is not None
        and (relief := licence_relief(account, licence)) is not None
        and relief.covers(year)
    ]
    return min(days, default=None)


def _full_fee(account: FeeAccount, year: int) -> Sentence:
    values = {"general": _no_general(account, year), "licence": _no_licence(account, year)}
    return Sentence(_FULL, values)


def _no_general(account: FeeAccount, year: int) -> Sentence:
    granted = account.holding.reduction
    if granted is None:
        return Sentence(N_("no general reduction is recorded"))
    if account.years.granted_on is None:
        return Sentence(N_("without the grant day the years of the general reduction are unknown"))
    relief = general_relief(account)
    if relief is None:
        return Sentence(N_("the general reduction recorded has no usable rate"))
    if year > relief.last:
        told = {"last": relief.last}
        return Sentence(N_("the general reduction ended with patent year {last}"), told)
    approved = {"approved": granted.approved_on}
    text = N_("the general reduction was approved on {approved}, after the due day")
    return Sentence(text, approved)


def _no_licence(account: FeeAccount, year: int) -> Sentence:
    taken = [licence for licence in account.holding.licences if licence.is_open is True]
    if not taken:
        return _nobody_came(account.holding)
    # The one recorded first is the one that starts the reduction.
    licence = min(taken, key=lambda each: each.recorded_on or date.max)
    relief = licence_relief(account, licence)
    if relief is None:
        return _not_recorded(licence)
    if year < relief.first:
        return _too_early(licence, due_day(account.years, year))
    return _too_late(account.holding, licence)


def _nobody_came(holding: Holding) -> Sentence:
    return Sentence(
        N_("no open licence is recorded")
        if holding.offer is None or holding.offer.announced_on is None
        else N_("a declaration alone reduces nothing, a licence has to be recorded")
    )


def _not_recorded(licence: Licence) -> Sentence:
    return Sentence(
        N_("the day the open licence was recorded is not known")
        if is_recorded(licence)
        else N_("the open licence is not recorded at the office")
    )


def _too_early(licence: Licence, due: date) -> Sentence:
    if licence.recorded_on is not None and due < licence.recorded_on:
        told = {"recorded": licence.recorded_on}
        return Sentence(N_("the open licence was recorded on {recorded}, after the due day"), told)
    if licence.effective_on is not None and due < licence.effective_on:
        told = {"effective": licence.effective_on}
        return Sentence(N_("the open licence takes effect on {effective} only"), told)
    return Sentence(N_("there was no reduction for open licences yet"))


def _too_late(holding: Holding, licence: Licence) -> Sentence:
    offer = holding.offer or Offer()
    end = min(licence.ends_on or date.max, offer.ends_on or date.max)
    if offer.withdrawn_on is not None and offer.withdrawn_on <= end:
        text = N_("the declaration was withdrawn on {withdrawn}, which ended the reduction")
        return Sentence(text, {"withdrawn": offer.withdrawn_on})
    return Sentence(N_("the open licence ends on {end}, before the due day"), {"end": end})
