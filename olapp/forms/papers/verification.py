"""提交前核查记录: the facts behind the undertakings, for the patentee's own file."""

from datetime import date
from itertools import zip_longest

from olapp.domain.declaration import Declaration
from olapp.domain.paths import get
from olapp.forms import circumstances as when
from olapp.forms.choices import TRI_STATE, label_of
from olapp.forms.paper import Box, Cell, Paper, Part, Row, Table
from olapp.forms.papers.periods import last_day_if_announced, period_field
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.subject import patent_rows, running
from olapp.forms.papers.writing import label_at, rows, rows_given, written

OWN_FILE = "自用留存"
"""Mark of papers that are not filed."""
_STATUS = ("status", "register.checked_on", "register.owner_changed_on")
_TERM = ("believed_expiry", "compensated_until")
_FEES = ("fees_paid_through", "fees_checked_on")
_BURDENS = ("is_suspended", "is_pledged", "has_invalidation_pending", "has_live_declaration")
_REPORT = ("report.conclusion", "report.patent_number", "report.issued_on")
_PARTY = ("is_short_form", "resides_in_mainland")


def verification(document: Declaration, at: PaperSetting) -> Paper:
    """Write the record of what was looked up, and what was not."""
    boxes = (
        Box("", "专利", patent_rows(document)),
        Box("", "登记簿", (*_facts(document, *_STATUS), *_given(document, *_TERM))),
        Box("", "年费", _facts(document, *_FEES)),
        Box("", "权利负担", _burdens(document)),
        *_report(document),
        *_period(document, at.today),
        Box("", "专利权人", (_owners(document), *_parties(document))),
    )
    return Paper(
        "verification",
        "提交前核查记录",
        (*boxes, Row("记录日期", written(at.today))),
        running=running(document),
        draft_mark=OWN_FILE,
        notes=("本记录供专利权人留存备查，不向国家知识产权局提交；空白和“未核实”表示尚未查明。",),
    )


def _facts(document: Declaration, *names: str) -> tuple[Row, ...]:
    """Give a row of each fact; a yes-or-no fact that is open says so."""
    return rows(document, *(f"patent.{name}" for name in names))


def _given(document: Declaration, *names: str) -> tuple[Row, ...]:
    return rows_given(document, *(f"patent.{name}" for name in names))


def _answer(document: Declaration, path: str) -> Row:
    return Row(label_at(path), label_of(get(document, path)).zh, path)


def _burdens(document: Declaration) -> tuple[Part, ...]:
    pledge = ("pledgee", "pledgee_consented_on") if when.is_pledged(document) else ()
    return (
        *(_answer(document, f"patent.{name}") for name in _BURDENS),
        *_facts(document, *pledge),
        *(_answer(document, f"patent.{name}") for name in _told(document)),
        *_given(document, "other_obstacle"),
        *(
            (_answer(document, "has_owners_agreement"),)
            if when.has_several_patentees(document)
            else ()
        ),
    )


def _told(document: Declaration) -> tuple[str, ...]:
    """Name the rarer facts that somebody has answered."""
    names = ("is_divisional", "is_given_up_twin")
    return tuple(name for name in names if getattr(document.patent, name) is not None)


def _report(document: Declaration) -> tuple[Box, ...]:
    if not when.may_have_report(document):
        return ()
    attached = _answer(document, "patent.report.is_attached")
    return (Box("", "评价报告", (attached, *_facts(document, *_REPORT))),)


def _period(document: Declaration, today: date) -> tuple[Box, ...]:
    """Say when a period counted from the announcement would end, which nobody can know yet."""
    last = None if document.period.start else last_day_if_announced(document, today)
    if last is None:
        return ()
    guess = f"假定{written(today)}公告，届满日将为{written(last)}；以实际公告日为准。"
    return (Box("", "许可期限", (Row("届满日测算", guess, period_field(document)),)),)


def _owners(document: Declaration) -> Table:
    """Set the owners of the register beside those declared, line by line."""
    owners = document.patent.register.owners
    pairs = zip_longest(owners, (party.name for party in document.patentees))
    body = tuple(
        (
            Cell(str(index + 1)),
            Cell(owner or "", f"patent.register.owners.{index}"),
            Cell(name or "", f"patentees.{index}.name"),
        )
        for index, (owner, name) in enumerate(pairs)
    )
    head = ("序号", label_at("patent.register.owners"), "声明所列专利权人")
    return Table(head, body or ((Cell(""),) * len(head),), (4, 18, 18))


def _parties(document: Declaration) -> tuple[Part, ...]:
    """Give what was answered about the parties and stands on no other paper."""
    told = {
        index: party
        for index, party in enumerate(document.patentees)
        if any(getattr(party, name) is not None for name in _PARTY)
    }
    head = ("序号", *(label_at(f"patentees.0.{name}") for name in _PARTY))
    body = tuple(
        (
            Cell(str(index + 1)),
            *(
                Cell(TRI_STATE[getattr(party, name)].zh, f"patentees.{index}.{name}")
                for name in _PARTY
            ),
        )
        for index, party in told.items()
    )
    return (Table(head, body, (4, 18, 18)),) if body else ()
