"""Rules on the brief explanation of how the fee was computed (简要说明)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from olapp.domain.counting import counted
from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.finding import Severity
from olapp.domain.money import Rate, Yuan
from olapp.domain.sentence import N_, Sentence
from olapp.law import figures, tariff
from olapp.law.acts import guidelines
from olapp.law.entries import blank
from olapp.law.prose import LONGEST_PROSE
from olapp.law.rule import Setting, Spot, rule


@rule(
    "OL-FEE-10",
    "The brief explanation of how the fee was computed is missing.",
    remedy=N_("Write on what data the fee rests and how it was computed; a free licence too."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def explanation_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """A brief explanation of basis and method is filed with every declaration."""
    if blank(d.explanation):
        yield Spot("explanation")


@rule(
    "OL-FEE-11",
    "The brief explanation has {count} characters, more than the usual {most}.",
    remedy=N_("Shorten it; put tables and proofs into an enclosure."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def explanation_is_long(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The explanation has generally at most 2,000 characters; white space is not counted.

    How the office itself counts is unconfirmed, so every sign, letter and digit counts as one.
    """
    most = at.limit("explanation.characters")
    count = counted(d.explanation)
    if most is not None and count > most:
        yield Spot("explanation", count=count, most=most)


@rule(
    "OL-FEE-12",
    "The explanation comes to {stated}, but box 7 states {fee}.",
    remedy=N_("Bring the explanation and the fee to the same figures: the fee must rest on it."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def explanation_disagrees(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """The fee rests on the explanation, so a result stated there is the fee stated in box 7.

    Speaks only if the text gives figures as its result (“确定……为5万元”) while a figure of box 7
    stands nowhere in it: data quoted beside the right figure, and a text without a result, are in
    order. A rate given as the result contradicts a fixed fee of which the text never speaks, and
    an amount such a royalty. A free licence is contradicted by a positive result, and a fee by a
    free one.
    """
    if d.fee.method is None or not d.explanation:
        return
    text = d.explanation[:LONGEST_PROSE]
    stated = _against_free(text) if d.fee.method is FeeMethod.FREE else _against_fee(d.fee, text)
    if stated:
        yield Spot("explanation", stated=stated, fee=_told(d.fee))


def _against_free(text: str) -> tuple[object, ...]:
    """Give the result of a text that never says that the licence is free."""
    if figures.is_free(text):
        return ()
    money, shares = figures.stated_money(text), figures.stated_percentages(text)
    return (*_yuan(each for each in money.concluded if each), *_rates(shares.concluded))


def _against_fee(fee: FeeTerms, text: str) -> tuple[object, ...]:
    """Give the results of a text in whose place box 7 states figures that it does not have."""
    money, shares = figures.stated_money(text), figures.stated_percentages(text)
    amounts = [amount.value for _, amount in tariff.fixed_amounts(fee)]
    rates = [rate.percent for _, rate in tariff.rates(fee) if rate is not None]
    if any(amounts) and not money.quoted and figures.concludes_free(text):
        return (_free_of_charge(),)
    is_silent = not (money.quoted & set(amounts) or shares.quoted & set(rates))
    return (
        *(_yuan(money.concluded) if is_silent or figures.missing(amounts, money) else ()),
        *(_rates(shares.concluded) if is_silent or figures.missing(rates, shares) else ()),
    )


def _told(fee: FeeTerms) -> object:
    if fee.method is FeeMethod.FREE:
        return _free_of_charge()
    amounts = [amount.value for _, amount in tariff.fixed_amounts(fee)]
    return (*_yuan(amounts), *(rate for _, rate in tariff.rates(fee) if rate is not None))


def _free_of_charge() -> Sentence:
    return Sentence(N_("a licence free of charge"))


def _yuan(amounts: Iterable[Decimal]) -> list[Sentence]:
    return [Sentence(N_("{amount} yuan"), {"amount": Yuan.of(each)}) for each in sorted(amounts)]


def _rates(rates: Iterable[Decimal]) -> list[Rate]:
    return [Rate.of(each) for each in sorted(rates)]
