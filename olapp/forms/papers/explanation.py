"""许可使用费计算依据和方式的简要说明: on what the fee rests."""

from olapp.domain.counting import counted
from olapp.domain.declaration import Declaration
from olapp.forms.boxes.explanation import MOST
from olapp.forms.paper import Box, Paper, Prose
from olapp.forms.papers.setting import PaperSetting
from olapp.forms.papers.signing import TO_SIGN, TO_SIGN_NOTE, filer_areas
from olapp.forms.papers.subject import patent_rows, running, term_rows
from olapp.forms.papers.writing import label_at


def explanation(document: Declaration, _: PaperSetting) -> Paper:
    """Write the explanation; every declaration needs one, a free licence too."""
    text = document.explanation or ""
    return Paper(
        "explanation",
        label_at("explanation"),
        (
            Box("", "专利", patent_rows(document)),
            Box("", "许可条件", term_rows(document)),
            Prose("许可使用费的计算依据和方式说明如下："),
            Prose(text, "explanation"),
            *filer_areas(document),
        ),
        running=running(document),
        draft_mark=TO_SIGN,
        notes=(f"说明正文共{counted(text)}字（空白字符不计），一般不超过{MOST}字。", TO_SIGN_NOTE),
    )
