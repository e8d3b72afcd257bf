"""Rules on the fee, box 7: method, amounts, one tariff for all (许可使用费支付方式、标准)."""

from collections.abc import Iterator

from olapp.domain.dates import patent_year
from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms, is_renminbi
from olapp.domain.finding import Severity
from olapp.domain.money import LARGEST, Yuan, total
from olapp.domain.sentence import N_, Sentence
from olapp.law import prose, tariff
from olapp.law.acts import guidelines, patent_law, practice, regulations, tool, unconfirmed
from olapp.law.entries import in_use, is_amount, is_rate, shortened, typed
from olapp.law.openness import left_open
from olapp.law.rule import Setting, Spot, rule

_FREE = FeeMethod.FREE
_BELOW_A_FEN = N_("“{amount}” yuan is finer than a fen, and nobody can pay it.")
_TWO_PLACES = N_("Write the amount with two decimals at most.")
_IN_ALL = N_(
    "Over {years} years the yearly fee comes to {sum} yuan, above the usual limit of {cap} yuan "
    "for a fixed fee; whether years count together is not settled."
)
_IS_IT_MEANT = N_("See whether this is meant; else lower the yearly fee or shorten the period.")
_ZERO = N_("The fee is 0 yuan, and yet the declaration will state a payment: it is a free licence.")
_CHOOSE_FREE = N_(
    "If no fee is wanted, choose “free” as the method: the declaration then states “免费（0元）”; "
    "whether the office accepts this is unconfirmed."
)


@rule(
    "OL-FEE-01",
    "No payment method is chosen.",
    remedy=N_("Choose how the licence fee is paid."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("50.1"), regulations("85.2(3)")),
)
def method_is_empty(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """A declaration states how the fee is paid; until then the other fee rules keep still."""
    if d.fee.method is None:
        yield Spot("fee.method")


@rule(
    "OL-FEE-02",
    "The fee standard is incomplete: {missing} is missing.",
    remedy=N_("Fill it in, so that anybody can work out from the announcement what is to be paid."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("50.1"), regulations("85.2(3)")),
)
def standard_is_empty(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Each method needs its own figures; a free licence needs none.

    A lump sum its amount; instalments their total and each part; a yearly fee its amount; a
    royalty its base and each rate; an entry fee its amount. Text that cannot be read is another
    fault and no empty field.
    """
    for field, missing in _missing_figures(d.fee):
        if not typed(d, field):
            yield Spot(field, missing=missing)


def _missing_figures(fee: FeeTerms) -> Iterator[tuple[str, Sentence]]:
    yield from _missing_amounts(fee)
    if tariff.counts(fee, "base") and fee.base is None:
        yield "fee.base", Sentence(N_("the base of the royalty"))
    for index, (field, rate) in enumerate(tariff.rates(fee)):
        if rate is None and fee.steps:
            yield field, Sentence(N_("the rate of step {number}"), {"number": index + 1})
        elif rate is None:
            yield field, Sentence(N_("the rate of the royalty"))


def _missing_amounts(fee: FeeTerms) -> Iterator[tuple[str, Sentence]]:
    in_parts = tariff.counts(fee, "instalments")
    names = {
        "amount": N_("the total of the instalments") if in_parts else N_("the lump sum"),
        "yearly_amount": N_("the yearly fee"),
        "entry_fee": N_("the entry fee"),
    }
    for name, text in names.items():
        if tariff.counts(fee, name) and getattr(fee, name) is None:
            yield f"fee.{name}", Sentence(text)
    if in_parts and not fee.instalments:
        yield "fee.instalments", Sentence(N_("the list of instalments"))
    for index, part in enumerate(fee.instalments if in_parts else ()):
        if part.amount is None:
            text = N_("the amount of instalment {number}")
            yield f"fee.instalments.{index}.amount", Sentence(text, {"number": index + 1})


@rule(
    "OL-FEE-03",
    "The fixed fee of {amount} yuan is above the usual limit of {cap} yuan.",
    remedy=N_("Lower it, or consider another kind of licence, as the Guidelines suggest."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def fixed_fee_is_above_cap(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A fixed fee is generally not above 20,000,000 yuan; that amount itself is in order.

    Lump sum, total of instalments, yearly fee and entry fee are each compared by themselves. The
    Guidelines do not say whether yearly fees count together; so what one taker pays over the whole
    licence period, from today on, is told in a sentence of its own that leaves this open.
    """
    cap = at.limit("cap.fixed-fee")
    if cap is None:
        return
    for field, amount in tariff.fixed_amounts(d.fee):
        if cap < amount.value < LARGEST:
            yield Spot(field, amount=amount, cap=Yuan.of(cap))
        elif field == "fee.yearly_amount" and (years := _years(d, at)):
            sum_ = amount * years
            if cap < sum_.value < LARGEST:
                yield Spot(field, _IN_ALL, _IS_IT_MEANT, sum=sum_, years=years, cap=Yuan.of(cap))


def _years(d: Declaration, at: Setting) -> int:
    """Give the years of the licence period, a year begun counted as one; 0 while it is open."""
    start, end = max(at.today, d.period.start or at.today), d.period.last_day(at.today)
    return 0 if end is None or end < start else patent_year(start, end)


@rule(
    "OL-FEE-04",
    "“{amount}” is no valid amount.",
    remedy=N_("Enter an amount in yuan that is not negative, in figures, such as 50000 or 5万."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def amount_is_invalid(d: Declaration, at: Setting) -> Iterator[Spot]:
    """An amount that counts is a number of whole fen, not negative, below 10^15; zero is one.

    Words that leave the fee open, as 面议, are told by OL-FEE-18 instead.
    """
    for field, amount in tariff.amounts(d.fee):
        if amount is not None and not 0 <= amount.value < LARGEST:
            yield Spot(field, amount=amount)
        elif amount is not None and amount.value != amount.rounded():
            yield Spot(field, _BELOW_A_FEN, _TWO_PLACES, amount=amount.canonical())
    for entry in d.unreadable:
        if is_amount(entry) and in_use(d, entry) and not left_open(at.law, entry.text):
            yield Spot(entry.field, amount=shortened(entry.text))


@rule(
    "OL-FEE-13",
    "The licence is free: the declaration will state “免费（0元）”.",
    remedy=N_("Confirm that no fee is wanted; whether the office accepts this is unconfirmed."),
    severity=Severity.INFO,
    on=Declaration,
    sources=(practice(),),
)
def licence_is_free(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Free licences were usual in the trial; a fixed fee of zero is one as well."""
    if d.fee.method is _FREE:
        yield Spot("fee.method")
    elif d.fee.method in {FeeMethod.LUMP_SUM, FeeMethod.INSTALMENTS, FeeMethod.YEARLY}:
        for field, amount in tariff.fixed_amounts(d.fee):
            if amount.value == 0:
                yield Spot(field, _ZERO, _CHOOSE_FREE)


@rule(
    "OL-FEE-14",
    "The instalments add up to {sum} yuan, not to the total of {total} yuan.",
    remedy=N_("Correct the instalments or the total."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def instalments_do_not_add_up(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """The parts are the whole, to the fen; judged once every figure is there."""
    parts = [part.amount for part in d.fee.instalments if part.amount is not None]
    if not parts or len(parts) < len(d.fee.instalments) or d.fee.amount is None:
        return
    if tariff.counts(d.fee, "instalments") and total(parts) != d.fee.amount:
        yield Spot("fee.instalments", sum=total(parts), total=d.fee.amount)


@rule(
    "OL-FEE-16",
    "The fee is not the same for every taker: {reason}.",
    remedy=N_("Offer one tariff to all; differences may follow use, but not who the taker is."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(
        patent_law("50.1"),
        unconfirmed(N_("Notice on the roll-out of open licensing (2024)"), N_("No. {at}"), "19"),
    ),
)
def fee_differs_by_taker(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The offer goes to any entity or individual, on one set of terms."""
    if d.fee.same_for_all is False:
        yield Spot("fee.same_for_all", reason=Sentence(N_("the declaration says so itself")))
    for field, text in prose.terms(d):
        if words := at.law.words["unequal-tariff"].hits(text):
            yield Spot(field, reason=Sentence(N_("“{words}”"), {"words": words}))


@rule(
    "OL-FEE-17",
    "The fee is stated in {currency}, not in yuan.",
    remedy=N_("State the fee in yuan (CNY)."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(),),
)
def currency_is_foreign(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Fees are best stated in yuan; an empty currency means yuan."""
    if tariff.counts(d.fee, "currency") and not is_renminbi(d.fee.currency):
        yield Spot("fee.currency", currency=shortened(d.fee.currency or ""))


@rule(
    "OL-FEE-18",
    "The fee is left open: “{words}”.",
    remedy=N_("State a figure or a formula from which anybody can compute the fee."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("50.1"), regulations("85.3")),
)
def fee_is_left_open(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The standard must be definite: no 面议, 另议, 协商, 详谈 or 待定 in place of a fee.

    Judged in box 7 and where the other terms speak of the fee; settling disputes by negotiation
    (“争议由双方协商解决”) is in order. Words typed where an amount or a rate belongs count as well.
    """
    places = [("fee.base_definition", d.fee.base_definition), ("fee.remarks", d.fee.remarks)]
    for field, text in places:
        if tariff.counts(d.fee, field) and (words := left_open(at.law, text)):
            yield Spot(field, words=words)
    if words := left_open(at.law, d.other_terms, only_of_fees=True):
        yield Spot("other_terms", words=words)
    for entry in d.unreadable:
        is_figure = (is_amount(entry) or is_rate(entry)) and in_use(d, entry)
        if is_figure and (words := left_open(at.law, entry.text)):
            yield Spot(entry.field, words=words)
