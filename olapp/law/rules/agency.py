"""Whether an agency is needed, and whether box 2 (专利代理机构) is right when one acts."""

import re
from collections.abc import Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Confidence, Severity
from olapp.domain.party import Origin, Party
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import (
    guidelines,
    guidelines_one,
    patent_law,
    questions,
    regulations,
    unconfirmed,
)
from olapp.law.entries import blank, narrow, shortened
from olapp.law.rule import Setting, Spot, Unsure, rule
from olapp.law.rules.party import called, missing_consents

_CODE = re.compile(r"\d{5}", re.ASCII)
_BETWEEN = re.compile(r"[、,;/|\n\r]+")
_FIRM = re.compile(r"事务所|有限(?:责任)?公司")
_SHORTEST_NAME = 4
_SCOPE = "开放许可"
_RESIDENCE = N_("it is not said whether it has a residence or place of business in the mainland")
_ATTORNEY = {
    "name": N_("name"),
    "qualification": N_("qualification number"),
    "phone": N_("telephone number"),
}


def _needing(parties: list[tuple[int, Party]]) -> Iterator[Spot | Unsure]:
    """Speak for the first that has no residence; else for each of which that is not known."""
    for index, party in parties:
        if party.resides_in_mainland is False:
            yield Spot("agency_acts", name=called(party, index))
            return
    for index, party in parties:
        if party.resides_in_mainland is None:
            yield Unsure(f"patentees.{index}.resides_in_mainland", _RESIDENCE)


@rule(
    "OL-PTY-12",
    "{name} is foreign, has no residence or place of business in China, and no agency acts.",
    remedy=N_("Appoint a patent agency in China, and fill in box 2."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("18.1"), guidelines_one("6.1.1")),
)
def foreign_party_needs_agency(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A foreigner without residence or business in China acts through a patent agency."""
    if not d.has_agency:
        yield from _needing(
            [(i, party) for i, party in enumerate(d.patentees) if party.origin is Origin.FOREIGN]
        )


@rule(
    "OL-PTY-13",
    "{name} leads from Hong Kong, Macao or Taiwan without a residence in the mainland, and no "
    "agency acts.",
    remedy=N_("Appoint a patent agency, or let a mainland co-owner represent all."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_one("6.1.1"),),
)
def outside_lead_needs_agency(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A Hong Kong, Macao or Taiwan party without mainland residence needs an agency when it leads.

    It leads as sole owner or as representative; as a further co-owner it needs none.
    """
    lead = d.lead
    if lead is not None and lead.origin is Origin.HK_MACAO_TAIWAN and not d.has_agency:
        yield from _needing([(d.patentees.index(lead), lead)])


@rule(
    "OL-AGT-01",
    "{agency} acts without a power of attorney.",
    remedy=N_("Have the power of attorney signed, or enter the number of a general one."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("17.2"), guidelines_one("6.1.2")),
)
def power_of_attorney_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """An agency proves its authority by a power of attorney or the number of a general one."""
    if not d.has_agency:
        return
    if blank(d.agency.name):
        yield Unsure("agency.name", N_("it is not said which agency acts"))
    if not d.has_power_of_attorney and blank(d.agency.general_power_number):
        name = d.agency.name
        agency = shortened(name) if name and not blank(name) else Sentence(N_("The agency"))
        yield Spot("agency.has_power_of_attorney", agency=agency)


@rule(
    "OL-AGT-02",
    "The agency code “{code}” does not have five digits.",
    remedy=N_("Copy the code from the office's list of agencies."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(
        guidelines_one("4.1.6"),
        unconfirmed(N_("Shape of agency codes")),
    ),
)
def agency_code_is_malformed(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """An agency is given with its code; that it has five digits is not confirmed."""
    code = narrow(d.agency.code)
    if d.has_agency and not _CODE.fullmatch(code) and not _is_several_codes(code):
        yield Spot("agency.code", code=shortened(code))


@rule(
    "OL-AGT-03",
    "{count} attorneys are named; there may be {most}.",
    remedy=N_("Name the attorneys who do the work, and take out the others."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_one("4.1.6"), guidelines_one("6.1.1")),
)
def attorneys_are_too_many(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """An agency appoints two attorneys at most."""
    most, count = at.limit("attorneys.most"), len(d.agency.attorneys)
    if d.has_agency and most is not None and count > most:
        yield Spot("agency.attorneys", count=count, most=most)


@rule(
    "OL-AGT-04",
    "Attorney {n} has no {what}.",
    remedy=N_("Enter the attorney's name, qualification number and telephone number."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("19(4)"),),
)
def attorney_is_incomplete(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Box 2 names each attorney with qualification number and telephone."""
    if not d.has_agency:
        return
    if not d.agency.attorneys:
        yield Unsure("agency.attorneys", N_("it is not said which attorney the agency appoints"))
    for index, attorney in enumerate(d.agency.attorneys):
        for name, word in _ATTORNEY.items():
            if blank(getattr(attorney, name)):
                place = f"agency.attorneys.{index}.{name}"
                yield Spot(place, n=index + 1, what=Sentence(word))


@rule(
    "OL-AGT-05",
    "An agency acts, and {name} has not signed the consent of all patentees.",
    remedy=N_("Have every patentee sign or seal the statement of consent, and enter the day."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def consent_to_agency_filing_is_missing(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """The agency seals the declaration, and every patentee consents in writing, a sole one too."""
    if d.agency_acts:
        yield from missing_consents(d, at)


@rule(
    "OL-AGT-06",
    "The power of attorney does not name open licensing: “{scope}”.",
    remedy=N_("Let the scope of authority name the declaration of open licensing."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(questions("2"), questions("5", Confidence.UNCONFIRMED)),
)
def scope_lacks_open_licensing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """The power of attorney is for the business of open licensing, and says so.

    The scope of a general power is not known here and is not judged, unless it is entered.
    """
    scope = d.agency.scope or ""
    is_known = d.has_power_of_attorney or not blank(scope)
    if d.has_agency and is_known and _SCOPE not in "".join(scope.split()):
        yield Spot("agency.scope", scope=shortened(scope.strip()))


@rule(
    "OL-AGT-07",
    "No agency acts, but box 2 is filled in.",
    remedy=N_("Leave box 2 empty, or say that the agency acts."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(questions("3"),),
)
def agency_is_idle(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Box 2 stays empty when no agency acts."""
    if d.agency.is_blank:
        return
    if d.agency_acts is None:
        yield Unsure("agency_acts", N_("it is not said whether the agency of box 2 acts"))
    elif not d.agency_acts:
        yield Spot("agency")


@rule(
    "OL-AGT-08",
    "More than one agency is named: “{typed}”.",
    remedy=N_("Appoint one agency."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_one("6.1.1"),),
)
def several_agencies(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """One agency acts for all patentees; box 2 names it, and its code, once."""
    name, code = narrow(d.agency.name), narrow(d.agency.code)
    if d.has_agency and _is_several_names(name):
        yield Spot("agency.name", typed=shortened(name))
    elif d.has_agency and _is_several_codes(code):
        yield Spot("agency.code", typed=shortened(code))


def _is_several_names(text: str) -> bool:
    parts = [part for part in _BETWEEN.split(text) if len(part.strip()) >= _SHORTEST_NAME]
    return len(parts) > 1 or len(_FIRM.findall(text)) > 1


def _is_several_codes(text: str) -> bool:
    return len(_CODE.findall(text)) > 1 and not text.isdigit()
