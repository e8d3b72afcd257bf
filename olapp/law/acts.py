"""The acts rules cite, each with the way its places are written."""

from olapp.domain.finding import Confidence, Source
from olapp.domain.sentence import N_


def patent_law(at: str) -> Source:
    """Cite the Patent Law (专利法, 2020)."""
    return Source(N_("Patent Law"), N_("Art. {article}"), at)


def regulations(at: str) -> Source:
    """Cite the Implementing Regulations of the Patent Law (实施细则, 2023)."""
    return Source(N_("Implementing Regulations"), N_("Rule {article}"), at)


def guidelines(at: str) -> Source:
    """Cite the chapter on open licensing of the Examination Guidelines."""
    return guidelines_five("11", at)


_CHAPTERS = {
    "1": N_("Part V Ch. 1, {at}"),
    "2": N_("Part V Ch. 2, {at}"),
    "7": N_("Part V Ch. 7, {at}"),
    "8": N_("Part V Ch. 8, {at}"),
    "9": N_("Part V Ch. 9, {at}"),
    "10": N_("Part V Ch. 10, {at}"),
    "11": N_("Part V Ch. 11, {at}"),
}


def guidelines_five(chapter: str, at: str) -> Source:
    """Cite another chapter of Part V of the Examination Guidelines."""
    return Source(N_("Examination Guidelines"), _CHAPTERS[chapter], at)


def guidelines_one(at: str) -> Source:
    """Cite Part I Chapter 1 of the Examination Guidelines."""
    return Source(N_("Examination Guidelines"), N_("Part I Ch. 1, {at}"), at)


def questions(at: str, confidence: Confidence = Confidence.PRIMARY) -> Source:
    """Cite the office's questions and answers on open licensing of 28 August 2024."""
    return Source(N_("Questions and answers on open licensing (2024)"), N_("Q{at}"), at, confidence)


def interim_measures(at: str) -> Source:
    """Cite the measures of 2021 for the amended law; what we know of them has two sources."""
    place = N_("No. 423, Art. {article}")
    return Source(N_("CNIPA Announcement"), place, at, Confidence.TWO_SOURCES)


def announcement_594() -> Source:
    """Cite the announcement of 2024 on the reduced fees of open licences and compensation years."""
    return Source(N_("CNIPA Announcement"), N_("No. 594"), confidence=Confidence.TWO_SOURCES)


def reduction_measures(confidence: Confidence = Confidence.TWO_SOURCES) -> Source:
    """Cite the measures on the general fee reduction (专利收费减缴办法, 2016)."""
    return Source(N_("Measures for Reducing Patent Fees"), "{at}", "财税〔2016〕78号", confidence)


def recordal_measures() -> Source:
    """Cite the measures on recording licence contracts; of their end we have no text."""
    title = N_("Measures for Recording Patent Licence Contracts")
    return Source(title, N_("Order No. 62, Art. {article}"), "12", Confidence.UNCONFIRMED)


def roll_out_notice() -> Source:
    """Cite the notice of 2024 that rolled open licensing out; of its end we have no text."""
    title = N_("Notice on Carrying out Open Licensing")
    return Source(title, "{at}", "国知发运字〔2024〕19号", Confidence.UNCONFIRMED)


def number_format() -> Source:
    """Cite what is published about the make-up of patent numbers and their check digit."""
    return Source(N_("Published format of patent numbers"), confidence=Confidence.TWO_SOURCES)


def standard(name: str) -> Source:
    """Cite a national standard known to us from general knowledge only."""
    return Source(N_("National standard"), "{at}", name, Confidence.UNCONFIRMED)


def practice() -> Source:
    """Cite what the provinces asked for in the 2022 trial."""
    return Source(N_("Practice of the trial provinces"), confidence=Confidence.UNCONFIRMED)


def unconfirmed(title: str, place: str = "", at: str = "") -> Source:
    """Cite something of which we have no confirmed text."""
    return Source(title, place, at, Confidence.UNCONFIRMED)


def tool() -> Source:
    """Name a rule of this program, derived from the sources cited beside it."""
    return Source(N_("Rule of this program"), confidence=Confidence.TOOL)
