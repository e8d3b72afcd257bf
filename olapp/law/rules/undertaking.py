"""Rules on the undertakings of box 3 and on honesty."""

from collections.abc import Callable, Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, regulations
from olapp.law.rule import Rule, Setting, Spot, rule
from olapp.law.rules import eligibility
from olapp.law.rules.text import limits_on_takers
from olapp.law.term import has_expired

Contradiction = Callable[[Declaration, Setting], Sentence | None]
"""What of the data contradicts an undertaking, if anything."""

_UNDERTAKINGS = {
    "no_exclusive_licence": N_("no exclusive or sole licence is in its term"),
    "open_to_anyone": N_("any entity or individual may work the patent"),
    "keeps_in_force": N_("the patent is kept in force during the open licence"),
    "follows_export_rules": N_("export rules are followed where technology is exported"),
    "not_suspended": N_("no procedure on the patent is suspended"),
    "fees_paid": N_("the annual fees are paid"),
    "no_pledge_or_agreed": N_("the patent is not pledged, or the pledgee agrees"),
    "right_exists": N_("the right has neither ended nor been declared wholly invalid"),
    "material_is_true": N_("the material is true and nothing is hidden"),
}
_IN_THE_FORM = {
    "no_exclusive_licence",
    "open_to_anyone",
    "keeps_in_force",
    "follows_export_rules",
}
_OWN_WORDING = N_(
    "This undertaking, worded by this program after the conditions of open licensing, is not "
    "affirmed: {undertaking}."
)


@rule(
    "OL-UND-01",
    "This undertaking is not affirmed: {undertaking}.",
    remedy=N_("Read it, and affirm it if it is true; without it the declaration is not announced."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.3(6)"),),
)
def undertaking_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """The patentee affirms each condition of open licensing, one by one.

    The first four stand in the form of 2021; the others this program words after Rule 86 and the
    Guidelines, so their sentence says so.
    """
    for name in d.undertakings.missing:
        sentence = "" if name in _IN_THE_FORM else _OWN_WORDING
        yield Spot(f"undertakings.{name}", sentence, undertaking=Sentence(_UNDERTAKINGS[name]))


@rule(
    "OL-UND-02",
    "It is affirmed that {undertaking}, but {fact}.",
    remedy=N_("Correct the data or put the matter in order; a false undertaking hides a fact."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("88"),),
)
def undertaking_is_contradicted(d: Declaration, at: Setting) -> Iterator[Spot]:
    """What is affirmed must be true by the data of this very declaration.

    Speaks only of contradictions that are certain: a fee that may still be paid in time, or a fact
    that is not filled in, contradicts nothing.
    """
    for name, contradiction in _CONTRADICTIONS.items():
        if getattr(d.undertakings, name) and (fact := contradiction(d, at)):
            undertaking = Sentence(_UNDERTAKINGS[name])
            yield Spot(f"undertakings.{name}", undertaking=undertaking, fact=fact)


def _bar(bar: Rule, fact: str) -> Contradiction:
    """Contradict an undertaking with a bar that the rules of eligibility are certain of."""

    def contradiction(d: Declaration, at: Setting) -> Sentence | None:
        is_certain = any(isinstance(hit, Spot) for hit in bar.body(d, at))
        return Sentence(fact) if is_certain else None

    return contradiction


def _limit_in_text(d: Declaration, at: Setting) -> Sentence | None:
    for _, words in limits_on_takers(d, at):
        return Sentence(N_("the text says “{words}”"), {"words": words})
    return None


def _end_of_right(d: Declaration, at: Setting) -> Sentence | None:
    """A term that is over hides nothing: the filing date shows it, and OL-ELIG-13 tells it."""
    status = d.patent.status
    has_ended = status is not None and not status.is_right
    if has_ended and not has_expired(at.law, d.patent, at.today):
        return Sentence(N_("the register says otherwise"))
    return None


_CONTRADICTIONS: dict[str, Contradiction] = {
    "no_exclusive_licence": _bar(
        eligibility.exclusive_licence_is_live,
        N_("box 5 lists such a licence that has not ended"),
    ),
    "open_to_anyone": _limit_in_text,
    "not_suspended": _bar(
        eligibility.procedure_is_suspended, N_("the patent is marked as suspended")
    ),
    "fees_paid": _bar(eligibility.annual_fee_is_unpaid, N_("an annual fee is past due")),
    "no_pledge_or_agreed": _bar(
        eligibility.pledgee_has_not_consented,
        N_("the patent is pledged and no consent of the pledgee is entered"),
    ),
    "right_exists": _end_of_right,
}


@rule(
    "OL-UND-03",
    "The notice on honesty has not been read: a false declaration is revoked, and can be fined.",
    remedy=N_("Read the notice, and say so: the fine is up to 100,000 yuan."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(regulations("88"), regulations("100"), guidelines("3.4(3)")),
)
def honesty_notice_is_unread(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """False material or hidden facts lead to revocation, a warning and a fine (Rule 100)."""
    if not d.filing.honesty_notice_read:
        yield Spot("filing.honesty_notice_read")
