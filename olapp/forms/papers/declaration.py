"""专利开放许可声明: the declaration in its ten boxes."""

from olapp.domain.declaration import Declaration, PeriodMode
from olapp.domain.patent import ExistingLicence, PatentKind
from olapp.forms.boxes.terms import CHINA
from olapp.forms.boxes.undertakings import UNDERTAKINGS
from olapp.forms.declaration import DECLARATION
from olapp.forms.paper import Box, Cell, Check, Paper, Part, Prose, Row, Table
from olapp.forms.papers.fee import fee_parts
from olapp.forms.papers.patentees import patentee_parts
from olapp.forms.papers.periods import last_day_if_announced, period_field, period_text
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.signing import filer_areas
from olapp.forms.papers.subject import running
from olapp.forms.papers.writing import (
    answer,
    box,
    choice,
    label_at,
    row,
    rows,
    rows_given,
    written,
)

_NOTES = (
    (
        "专利权人应当对声明内容的真实性负责。提供虚假材料或者隐瞒事实的，一经发现，声明将被撤销，"
        "并可能受到警告和10万元以下的罚款。"
    ),
    "本声明准予公告后，第1栏、第6栏、第7栏和第9栏的有关内容将在专利公报上公布。",
)


def declaration(document: Declaration, at: PaperSetting) -> Paper:
    """Write the declaration; always part of the pack."""
    return Paper(
        "declaration",
        DECLARATION.title.zh,
        (
            _patent(document),
            box("agency", _agency(document)),
            box("undertakings", _undertakings(document)),
            box("own-working", _own_working(document)),
            box("licences", _licences(document)),
            box("period", _period(document, at)),
            box("fee", fee_parts(document)),
            box("other-terms", _other_terms(document)),
            box("contact", _contact(document)),
            box("signatures", filer_areas(document)),
        ),
        running=running(document),
        code=(document.form_code or "").strip(),
        notes=_NOTES,
    )


def _patent(document: Declaration) -> Box:
    first = ("patent.number", "patent.title")
    dates = ("patent.filed_on", "patent.granted_on", "patent.publication_number")
    return box(
        "patent",
        (
            *rows(document, *first),
            choice(document, "patent.kind", PatentKind),
            *rows(document, *dates, "patent.main_class"),
            *patentee_parts(document),
        ),
    )


def _agency(document: Declaration) -> tuple[Part, ...]:
    """Fill box 2; without an agency it stays empty, as the office asks."""
    if not document.has_agency:
        return (Row(label_at("agency.name"), ""), Row(label_at("agency.code"), ""))
    names = ("name", "qualification", "phone")
    head = tuple(label_at(f"agency.attorneys.0.{name}") for name in names)
    body = tuple(
        tuple(
            Cell(written(getattr(attorney, name)), f"agency.attorneys.{index}.{name}")
            for name in names
        )
        for index, attorney in enumerate(document.agency.attorneys)
    )
    table = Table(head, body or ((Cell(""),) * len(names),), (10, 14, 12))
    return (*rows(document, "agency.name", "agency.code"), table)


def _undertakings(document: Declaration) -> tuple[Part, ...]:
    given = document.undertakings
    checks = (
        Check(getattr(given, name), label.zh, f"undertakings.{name}")
        for name, label in UNDERTAKINGS.items()
    )
    return (Prose("专利权人就本专利的开放许可作出下列承诺，并对其真实性负责："), *checks)


def _own_working(document: Declaration) -> tuple[Part, ...]:
    worked = answer(document, "works_patent", "已自行实施", "未自行实施")
    return (worked, *rows_given(document, "own_working"))


def _licences(document: Declaration) -> tuple[Part, ...]:
    licensed = answer(document, "has_licensed", "已许可他人实施", "未许可他人实施")
    if not document.licences:
        return (licensed,)
    names = ("licensee", "kind", "start", "end")
    head = tuple(label_at(f"licences.0.{name}") for name in names)
    body = tuple(_licence(index, each, names) for index, each in enumerate(document.licences))
    return (licensed, Table(head, body, (13, 7, 9, 9)))


def _licence(index: int, licence: ExistingLicence, names: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(
        Cell(written(getattr(licence, name)), f"licences.{index}.{name}") for name in names
    )


def _period(document: Declaration, at: PaperSetting) -> tuple[Part, ...]:
    field = period_field(document)
    parts: tuple[Part, ...] = (
        choice(document, "period.mode", PeriodMode),
        Row("许可期限", period_text(document), field),
    )
    last = last_day_if_announced(document, at.today) if document.period.start else None
    if last is None:
        return parts
    return (*parts, Row("届满日", f"按照所填起始日起算，届满日为{written(last)}。", field))


def _other_terms(document: Declaration) -> tuple[Part, ...]:
    """State territory and other terms; by law the territory is China, said or not."""
    territory = Row(label_at("territory"), document.territory or CHINA, "territory")
    return (territory, row(document, "other_terms", "约定内容"))


def _contact(document: Declaration) -> tuple[Part, ...]:
    names = ("name", "phone", "email", "address", "postcode")
    return rows(document, *(f"contact.{name}" for name in names))
