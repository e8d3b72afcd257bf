"""附件清单: what goes with the declaration, and whether it lies ready."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from olapp.domain.declaration import Declaration, EnclosureKind
from olapp.forms import circumstances as when
from olapp.forms.choices import CHOICES
from olapp.forms.paper import Box, Cell, Paper, Table
from olapp.forms.papers.listed import (
    Entry,
    added_paper,
    bearing,
    is_useless_report,
    needed,
    translation,
)
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.subject import patent_rows, running
from olapp.forms.papers.writing import label_at, written

_Kind = EnclosureKind


def entries(document: Declaration, today: date) -> tuple[Entry, ...]:
    """Give what the declaration needs and what was added to it, in the order of the list."""
    return (*_always(document, today), *_when_asked(document, today), *_added(document, today))


def enclosures(document: Declaration, at: PaperSetting) -> Paper:
    """Write the list of enclosures; always part of the pack."""
    head = ("序号", "附件名称", "状态", "说明")
    body = tuple(
        (
            Cell(str(number)),
            Cell(entry.name, entry.name_field),
            Cell(entry.state),
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
    yield needed("全体专利权人同意实行开放许可的书面声明", bool(days) and not missing, note)
    yield needed(label_at("explanation"), bool((document.explanation or "").strip()))
    for index, party in enumerate(document.patentees):
        name = "专利权人" + _name(_Kind.IDENTITY_PROOF)
        ready = party.has_identity_proof is True
        yield needed(name, ready, written(party.name), f"patentees.{index}.name")


def _when_asked(document: Declaration, today: date) -> Iterator[Entry]:
    """Give what only some declarations need; a paper that was added stands for itself."""
    for kind, entry in _asked(document, today).items():
        added = [
            replace(added_paper(document, index), kind=_name(kind))
            for index, each in enumerate(document.enclosures)
            if each.kind is kind
        ]
        yield from added or (entry,)


def _asked(document: Declaration, today: date) -> dict[EnclosureKind, Entry]:
    """Give the kinds that only some declarations need, each as far as the form tells of it."""
    asked = {}
    if document.patent.needs_report:
        asked[_Kind.EVALUATION_REPORT] = _report(document)
    if document.has_agency:
        asked[_Kind.POWER_OF_ATTORNEY] = _power(document)
    if when.is_pledged(document):
        day = document.patent.pledgee_consented_on
        agreed = day is not None and day <= today
        asked[_Kind.PLEDGEE_CONSENT] = needed(_name(_Kind.PLEDGEE_CONSENT), agreed)
    if document.has_owners_agreement:
        asked[_Kind.OWNERS_AGREEMENT] = needed(_name(_Kind.OWNERS_AGREEMENT), is_ready=False)
    return asked


def _report(document: Declaration) -> Entry:
    number = document.patent.report.patent_number
    field = "patent.report.patent_number"
    entry = needed(
        _name(_Kind.EVALUATION_REPORT),
        document.has_report,
        bearing(number),
        field if number else "",
    )
    return replace(entry, is_wrong=document.has_report and is_useless_report(document, number))


def _power(document: Declaration) -> Entry:
    general = written(document.agency.general_power_number)
    ready = document.has_power_of_attorney or bool(general)
    note = f"总委托书编号{general}" if general else ""
    return needed(_name(_Kind.POWER_OF_ATTORNEY), ready, note, "agency.general_power_number")


def _added(document: Declaration, today: date) -> Iterator[Entry]:
    """Give what was added besides, and a translation of each foreign paper."""
    asked = _asked(document, today)
    for index, each in enumerate(document.enclosures):
        if each.kind not in asked:
            yield added_paper(document, index)
        if each.is_foreign_language:
            yield translation(each, f"enclosures.{index}.title")
