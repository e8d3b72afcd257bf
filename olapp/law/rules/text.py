"""Rules on wording: no advertising, no limits on takers, standard Chinese, papers that agree."""

import re
from collections.abc import Iterable, Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.numbers.patent import folded as folded_number
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, guidelines_five, patent_law, regulations
from olapp.law.entries import blank, narrow, shortened
from olapp.law.names import folded
from olapp.law.prose import LONGEST_PROSE, chinese_texts, own_wording, terms
from olapp.law.rule import Setting, Spot, rule
from olapp.law.rules.number import is_one_number

_CHINA = re.compile(
    "(?:在)?(?:中华人民共和国|中国(?:大陆|内地)?|全中国)"
    "(?:境内|全境|领域内|范围内|全国)?(?:[（(].{0,20}[)）])?|全国(?:范围内?|各地)?"
)
_FOREIGN = re.compile("境外|海外|国外|全球")
_REPORT_DIFFERS = N_("The evaluation report names patent “{here}”, but box 1 has “{there}”.")
_PAPER_DIFFERS = N_("The enclosure “{title}” names patent “{here}”, but box 1 has “{there}”.")
_SEE_WHICH_IS_RIGHT = N_("See which number is right; no paper of another patent belongs here.")


@rule(
    "OL-TXT-01",
    "This reads as advertising: “{words}”.",
    remedy=N_("State the fact plainly, or leave it out."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"), guidelines("3.3")),
)
def wording_is_advertising(d: Declaration, at: Setting) -> Iterator[Spot]:
    """No commercial advertising in anything the declarant words; the word list is editable.

    Names, addresses, contact and bank are no wording of the declarant. A rank inside a machine,
    as 第一连接件 or 最佳角度 in a title, is a technical term and in order.
    """
    words = at.law.words["advertising"]
    for field, text in own_wording(d):
        if found := words.hits(text):
            yield Spot(field, words=found)


@rule(
    "OL-TXT-02",
    "This may be promotion: “{words}”.",
    remedy=N_("Take out links, codes to scan and invitations; the contact has a box of its own."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def terms_are_promotion(d: Declaration, at: Setting) -> Iterator[Spot]:
    """Other terms and remarks on the fee are no place for links and sales pitches.

    What is advertising outright is told by OL-TXT-01 alone.
    """
    promotion, advertising = at.law.words["promotion"], at.law.words["advertising"]
    for field, text in (("fee.remarks", d.fee.remarks), ("other_terms", d.other_terms)):
        if text and (found := promotion.hits(text[:LONGEST_PROSE])):
            told = advertising.hits(text[:LONGEST_PROSE])
            if left := tuple(word for word in found if not _is_in(word, told)):
                yield Spot(field, words=left)


def _is_in(word: str, told: Iterable[str]) -> bool:
    return any(word in each or each in word for each in told)


@rule(
    "OL-TXT-03",
    "These are traditional or variant characters: {characters}.",
    remedy=N_("Write simplified Chinese as published by the State; names may stay as they are."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_five("1", "3.2"),),
)
def characters_are_not_simplified(d: Declaration, at: Setting) -> Iterator[Spot]:
    """Papers use simplified characters.

    Names of parties may lawfully carry others; addresses abroad and titles of foreign papers stand
    as they are.
    """
    words = at.law.words["variants"]
    for field, text in chinese_texts(d):
        if found := words.hits(text):
            yield Spot(field, characters=found)


def limits_on_takers(d: Declaration, at: Setting) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the words, with their places, that say who may not take the licence."""
    for field, text in terms(d):
        if words := at.law.words["taker-limits"].hits(text):
            yield field, words


@rule(
    "OL-TXT-04",
    "This limits who may take the licence: “{words}”.",
    remedy=N_("Take the limit out: an open licence is offered to any entity or individual."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("50.1"), guidelines("1")),
)
def takers_are_limited(d: Declaration, at: Setting) -> Iterator[Spot]:
    """An open licence is open to anyone; saying that nobody is excluded is in order."""
    for field, words in limits_on_takers(d, at):
        yield Spot(field, words=words)


@rule(
    "OL-TXT-05",
    "The territory is not China as a whole: “{words}”.",
    remedy=N_("Write 中国境内: the patent is offered for working in China, all of it and only it."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("1"),),
)
def territory_is_not_china(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The offer is for working in China; neither a part of it nor a place abroad.

    An empty territory means China. “中国大陆” and “中国境内（不含港澳台）” say where the patent
    has effect, and are in order. The terms may not promise places abroad either.
    """
    if d.territory and not blank(d.territory):
        plain = "".join(narrow(d.territory).split()).rstrip("。.;")
        if not _CHINA.fullmatch(plain) or _FOREIGN.search(plain):
            yield Spot("territory", words=shortened(d.territory))
    for field, text in terms(d):
        if field != "explanation" and (words := at.law.words["territory"].hits(text)):
            yield Spot(field, words=words)


@rule(
    "OL-TXT-06",
    "“{here}” stands here, but “{there}” in another place for the same item.",
    remedy=N_("Make both read the same, after the register and the paper itself."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_five("1", "5.4"),),
)
def papers_disagree(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The same item reads the same in every field and paper.

    The patent number on the evaluation report and on each enclosure is the declared one, once box
    1 holds a single number of the right shape; and one address has one postcode. Signs that only
    format a number (ZL, dot, blanks) do not count.
    """
    declared = d.patent.number
    for field, sentence, title, number in _printed_numbers(d):
        is_other = number and declared and _core(number) != _core(declared)
        if number and declared and is_other and is_one_number(declared, at):
            values = {"here": shortened(number), "there": shortened(declared), "title": title}
            yield Spot(field, sentence, _SEE_WHICH_IS_RIGHT, **values)
    yield from _postcodes_that_differ(d)


def _printed_numbers(d: Declaration) -> Iterator[tuple[str, str, object, str | None]]:
    """Give field, sentence, title and patent number of each paper that prints a number."""
    yield "patent.report.patent_number", _REPORT_DIFFERS, "", d.patent.report.patent_number
    for index, paper in enumerate(d.enclosures):
        title = shortened(paper.title or "") or Sentence(N_("without a title"))
        yield f"enclosures.{index}.patent_number", _PAPER_DIFFERS, title, paper.patent_number


def _core(number: str) -> str:
    return re.sub(r"^(?:ZL|CN)|\.", "", folded_number(number[:100]))


def _postcodes_that_differ(d: Declaration) -> Iterator[Spot]:
    """Compare postcodes of equal addresses; the first one written sets the measure."""
    parties = enumerate(d.patentees)
    places = [(f"patentees.{i}", party.address, party.postcode) for i, party in parties]
    seen: dict[str, str] = {}
    for place, address, code in (*places, ("contact", d.contact.address, d.contact.postcode)):
        if not (blank(address) or blank(code)):
            first = seen.setdefault(folded(address), code or "")
            if folded(first) != folded(code):
                yield Spot(f"{place}.postcode", here=shortened(code or ""), there=shortened(first))


@rule(
    "OL-TXT-07",
    "The foreign-language paper “{title}” has no Chinese translation of its title data.",
    remedy=N_("Attach a Chinese translation of the title data (题录)."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(regulations("3.2"), guidelines_five("1", "3.3")),
)
def translation_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Proofs in a foreign language come with a Chinese translation of their title data."""
    for index, paper in enumerate(d.enclosures):
        if paper.is_foreign_language and paper.has_translation is not True:
            title = shortened(paper.title or "") or Sentence(N_("without a title"))
            yield Spot(f"enclosures.{index}.has_translation", title=title)


@rule(
    "OL-TXT-08",
    "This grants exclusive use or a sub-licence: “{words}”.",
    remedy=N_("Take it out: an open licence is an ordinary one, and gives no right to license on."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("51.3"), patent_law("12")),
)
def terms_are_exclusive(d: Declaration, at: Setting) -> Iterator[Spot]:
    """No exclusive or sole licence, and no sub-licence; forbidding them is in order."""
    for field, text in terms(d):
        if words := at.law.words["exclusive-terms"].hits(text):
            yield Spot(field, words=words)
