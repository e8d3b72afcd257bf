"""A paper on the list of enclosures: as the form tells of it, or as it was added."""

from dataclasses import dataclass

from olapp.domain.declaration import Declaration, Enclosure, EnclosureKind
from olapp.domain.patent import ReportConclusion
from olapp.forms.choices import label_of
from olapp.forms.papers.writing import number_text, written

_TRANSLATION = "中文题录译文"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper on the list: its name, whether it lies ready, a word on it."""

    name: str
    is_ready: bool
    note: str = ""
    name_field: str = ""
    note_field: str = ""
    is_wrong: bool = False
    """Whether it lies ready but cannot serve: of another patent, or with findings against it."""
    kind: str = ""
    """What the declaration needs it as; empty for what was added besides."""

    @property
    def state(self) -> str:
        """Tell the state in a word."""
        ready = "已备" if self.is_ready else "待补"
        return "不符" if self.is_wrong else ready


def needed(name: str, is_ready: bool, note: str = "", note_field: str = "") -> Entry:
    """Give a paper that the declaration needs."""
    return Entry(name, is_ready, note, note_field=note_field, kind=name)


def added_paper(document: Declaration, index: int) -> Entry:
    """Give a paper that was added, under its own title."""
    each = document.enclosures[index]
    place = f"enclosures.{index}"
    kind = "" if each.kind is None else label_of(each.kind).zh
    title = each.title or kind
    notes = (kind if title != kind else "", bearing(each.patent_number))
    judge = is_useless_report if each.kind is EnclosureKind.EVALUATION_REPORT else _is_of_another
    return Entry(
        title,
        is_ready=True,
        note="，".join(note for note in notes if note),
        name_field=f"{place}.title",
        note_field=f"{place}.patent_number" if each.patent_number else f"{place}.kind",
        is_wrong=judge(document, each.patent_number),
    )


def bearing(number: str | None) -> str:
    """Tell which patent a paper names."""
    return f"载明专利号{number_text(number)}" if number else ""


def _is_of_another(document: Declaration, number: str | None) -> bool:
    """Whether a paper names another patent than the one declared."""
    own = document.patent.number
    return bool(own and number) and number_text(number) != number_text(own)


def is_useless_report(document: Declaration, number: str | None) -> bool:
    """Whether a report is on another patent, or finds that this one should not stand."""
    report = document.patent.report
    is_against = report.conclusion is ReportConclusion.FAILS
    numbers = (number, report.patent_number)
    return is_against or any(_is_of_another(document, each) for each in numbers)


def translation(enclosure: Enclosure, field: str) -> Entry:
    """Give the translation that a foreign paper needs; ``field`` is the place of its title."""
    ready = enclosure.has_translation is True
    return Entry(_TRANSLATION, ready, written(enclosure.title), note_field=field, kind=_TRANSLATION)
