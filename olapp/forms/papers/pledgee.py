"""质权人同意书: the consent of whoever the patent is pledged to."""

from olapp.domain.declaration import Declaration
from olapp.forms.circumstances import is_pledged
from olapp.forms.paper import Box, Paper, Prose, Row, SignatureArea
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.signing import TO_SIGN, TO_SIGN_NOTE
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
        draft_mark=TO_SIGN,
        notes=(TO_SIGN_NOTE,),
    )


def _owners(document: Declaration) -> tuple[Row, ...]:
    """Name every patentee, a line each."""
    parties = document.patentees
    if not parties:
        return (Row("专利权人", "", "patentees"),)
    several = len(parties) > 1
    return tuple(
        Row(
            f"专利权人{index + 1}" if several else "专利权人",
            written(party.name),
            f"patentees.{index}.name",
        )
        for index, party in enumerate(parties)
    )


def _area(document: Declaration) -> SignatureArea:
    day = document.patent.pledgee_consented_on
    lines = (
        row(document, "patent.pledgee", "姓名或者名称"),
        Row("日期", written(day), "patent.pledgee_consented_on"),
    )
    return SignatureArea("质权人（签字或者盖章）", lines)
