"""质权人同意书: the consent of whoever the patent is pledged to."""

from olapp.domain.declaration import Declaration
from olapp.forms.circumstances import is_pledged
from olapp.forms.paper import Box, Paper, Prose, Row, SignatureArea
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.subject import patent_rows, running, term_rows
from olapp.forms.papers.writing import label_at, row, written

_STATEMENT = (
    "上述专利权已出质给本质权人。本质权人知悉专利权人拟就该专利实行开放许可，"
    "同意专利权人按照上述许可使用费支付方式、标准和专利许可期限向国家知识产权局提交"
    "专利开放许可声明，并同意在质押期间实行该开放许可。"
)


def pledgee(document: Declaration, _: PaperSetting) -> Paper | None:
    """Write the pledgee's consent; None when the patent is not pledged."""
    if not is_pledged(document):
        return None
    return Paper(
        "pledgee",
        "质权人同意书",
        (
            Box("", "专利", (*patent_rows(document), *_owners(document))),
            Box("", "许可条件", term_rows(document)),
            Box("", label_at("patent.pledgee"), (row(document, "patent.pledgee", "姓名或者名称"),)),
            Prose(_STATEMENT),
            _area(document),
        ),
        running=running(document),
        draft_mark="",
    )


def _owners(document: Declaration) -> tuple[Row, ...]:
    """Name the patentees; of many, the first and their number."""
    if not document.patentees:
        return (Row("专利权人", "", "patentees"),)
    count = len(document.patentees)
    more = f"等{count}名专利权人" if count > 1 else ""
    name = written(document.patentees[0].name)
    return (Row("专利权人", name + more if name else "", "patentees.0.name"),)


def _area(document: Declaration) -> SignatureArea:
    day = document.patent.pledgee_consented_on
    lines = (
        row(document, "patent.pledgee", "姓名或者名称"),
        Row("日期", written(day), "patent.pledgee_consented_on"),
    )
    return SignatureArea("质权人（签字或者盖章）", lines)
