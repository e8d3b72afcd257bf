"""全体专利权人同意实行开放许可的书面声明: the agreement of all who own the patent."""

from olapp.domain.declaration import Declaration
from olapp.forms.paper import Box, Paper, Prose
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.signing import TO_SIGN, TO_SIGN_NOTE, patentee_areas
from olapp.forms.papers.subject import patent_rows, running, term_rows

_STATEMENT = (
    "在本声明上签章的专利权人为上述专利的全体专利权人，一致同意就该专利实行开放许可，"
    "同意按照上述许可使用费支付方式、标准和专利许可期限向国家知识产权局提交专利开放许可声明，"
    "并保证声明中所作的承诺和各自所提供的材料真实、有效。"
)


def consent(document: Declaration, _: PaperSetting) -> Paper:
    """Write the consent; the office counts it among the usual papers of every declaration."""
    return Paper(
        "consent",
        "全体专利权人同意实行开放许可的书面声明",
        (
            Box("", "专利", patent_rows(document)),
            Box("", "许可条件", term_rows(document)),
            Prose(_STATEMENT),
            *patentee_areas(document, "consented_on"),
        ),
        running=running(document),
        draft_mark=TO_SIGN,
        notes=("个人由本人签字，单位加盖公章；签章应当与所填姓名或者名称一致。", TO_SIGN_NOTE),
    )
