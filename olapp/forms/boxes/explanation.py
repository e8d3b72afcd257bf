"""The brief explanation of the fee, which is filed beside box 7."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

MOST = 2000
"""Characters it generally has at most; a test holds it against the Guidelines' own figure."""
_LABEL = Label("许可使用费计算依据和方式的简要说明", "Brief explanation of the fee")

SECTION = Section(
    key="explanation",
    number="",
    label=_LABEL,
    items=(
        Field(
            path="explanation",
            label=_LABEL,
            help=N_(
                "What the figure rests on and how it was worked out: technology and use, method, "
                "data and sources, result, why it suits many licensees. Generally at most 2,000 "
                "characters; it must agree with box 7."
            ),
            multiline=True,
            limit=MOST,
        ),
    ),
)
