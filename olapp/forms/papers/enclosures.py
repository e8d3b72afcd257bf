"""附件清单: what goes with the declaration, and whether it lies ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from olapp.domain.declaration import Declaration, Enclosure, EnclosureKind
from olapp.forms import circumstances as when
from olapp.forms.choices import CHOICES, label_of
from olapp.forms.paper import Box, Cell, Paper, Table
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.subject import patent_rows, running
from olapp.forms.papers.writing import label_at, number_text, written

_Kind = EnclosureKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper on the list: its name, whether it lies ready, a word on it."""

    name: str
    is_ready: bool
    note: str = ""
    name_field: str = ""
    note_field: str = ""


def entries(document: Declaration, today: date) -> tuple[Entry, ...]:
    """Give what the declaration needs and what was added to it, in the order of the list."""
    return (*_always(document, today), *_when_asked(document, today), *_added(document))


def enclosures(document: Declaration, at: PaperSetting) -> Paper:
    """Write the list of enclosures; always part of the pack."""
    head = ("序号", "附件名称", "状态", "说明")
    body = tuple(
        (
            Cell(str(number)),
            Cell(entry.name, entry.name_field),
            Cell("已备" if entry.is_ready else "待补"),
            Cell(entry.note, entry.note_field),
        )
        for number, entry in enumerate(entries(document, at.today), 1)
    )
    return Paper(
        "enclosures",
        "附件清单",
        (Box("", "专利", patent_rows(document)), Table(head, body, (3, 19, 3, 13))),
        running=running(document),
        notes=(
            "状态依填报内容自动列出，提交前请逐份核对原件与扫描件。",
            "证明文件应当为原件或者经公证、经出具单位盖章确认的复印件；外文证明文件应当附中文题录译文。",
        ),
    )


def _name(kind: EnclosureKind) -> str:
    return CHOICES[EnclosureKind][kind].zh


def _always(document: Declaration, today: date) -> Iterator[Entry]:
    """Give the consent, the explanation, and each patentee's proof of identity."""
    days = [party.consented_on for party in document.patentees]
    signed = [day for day in days if day is not None and day <= today]
    missing = len(days) - len(signed)
    note = f"尚有{missing}名专利权人未签章" if missing else ""
    yield Entry("全体专利权人同意实行开放许可的书面声明", bool(days) and not missing, note)
    yield Entry(label_at("explanation"), bool((document.explanation or "").strip()))
    for index, party in enumerate(document.patentees):
        field = f"patentees.{index}.name"
        ready = party.has_identity_proof is True
        yield Entry(
            "专利权人" + _name(_Kind.IDENTITY_PROOF), ready, written(party.name), note_field=field
        )


def _when_asked(document: Declaration, today: date) -> Iterator[Entry]:
    """Give what only some declarations need."""
    report, agency = document.patent.report, document.agency
    if document.patent.needs_report:
        ready = document.has_report
        number = number_text(report.patent_number)
        note = f"载明专利号{number}" if number else ""
        field = "patent.report.patent_number"
        yield Entry(_name(_Kind.EVALUATION_REPORT), ready, note, note_field=field)
    if document.has_agency:
        general = written(agency.general_power_number)
        signed = document.has_power_of_attorney
        note = f"总委托书编号{general}" if general else ""
        field = "agency.general_power_number"
        yield Entry(_name(_Kind.POWER_OF_ATTORNEY), signed or bool(general), note, note_field=field)
    if when.is_pledged(document):
        day = document.patent.pledgee_consented_on
        agreed = day is not None and day <= today
        yield Entry(
            _name(_Kind.PLEDGEE_CONSENT), agreed or document.encloses(_Kind.PLEDGEE_CONSENT)
        )
    if document.has_owners_agreement:
        yield Entry(_name(_Kind.OWNERS_AGREEMENT), document.encloses(_Kind.OWNERS_AGREEMENT))


def _added(document: Declaration) -> Iterator[Entry]:
    """Give what the person added, each foreign paper followed by its translation."""
    for index, each in enumerate(document.enclosures):
        place = f"enclosures.{index}"
        kind = "" if each.kind is None else label_of(each.kind).zh
        number = number_text(each.patent_number)
        note = f"载明专利号{number}" if number else kind
        note_field = f"{place}.patent_number" if number else f"{place}.kind"
        yield Entry(each.title or kind, True, note, f"{place}.title", note_field)
        if each.is_foreign_language:
            yield _translation(each, f"{place}.title")


def _translation(enclosure: Enclosure, field: str) -> Entry:
    ready = enclosure.has_translation is True
    return Entry("中文题录译文", ready, written(enclosure.title), note_field=field)
