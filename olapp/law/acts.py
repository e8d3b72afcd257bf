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
    "8": N_("Part V Ch. 8, {at}"),
    "9": N_("Part V Ch. 9, {at}"),
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
