"""What is stated of many patents at once, as a form; the words are those of one patent."""

from dataclasses import replace

from olapp.domain.finding import Confidence, Source
from olapp.domain.sentence import N_
from olapp.domain.stated import StatedFacts
from olapp.forms.holding import HOLDING
from olapp.forms.spec import Field, Form, Label, Section

_ASKED = {item.path: item for item in HOLDING.items() if isinstance(item, Field)}


def _like(path: str, name: str, text: str = "") -> Field:
    """Give a field of one patent, asked of many."""
    return replace(_ASKED[path], path=name, help=text)


STATED = Form(
    key="stated",
    title=Label("批量填报事实", "State facts"),
    document=StatedFacts,
    sections=(
        Section(
            key="burdens",
            number="",
            label=Label("许可、质押与程序", "Licences, pledges, proceedings"),
            items=(
                _like("has_licensed", "has_licensed"),
                _like("patent.is_suspended", "is_suspended"),
                _like("patent.is_pledged", "is_pledged"),
                _like("patent.has_live_declaration", "has_live_declaration"),
                _like("patent.has_invalidation_pending", "has_invalidation_pending"),
                _like(
                    "patent.register.checked_on",
                    "register_checked_on",
                    N_("The day the register was last looked at for all of these."),
                ),
            ),
        ),
        Section(
            key="fees",
            number="",
            label=Label("年费", "Annual fees"),
            items=(
                Field(
                    path="are_fees_paid",
                    label=Label("已到期的年费均已缴纳", "All fees due so far are paid"),
                    help=N_("The patent year is counted for each patent by itself."),
                ),
                _like(
                    "patent.fees_paid_through",
                    "fees_paid_through",
                    N_("Only where the year is the same for all of these."),
                ),
                _like(
                    "patent.fees_checked_on",
                    "fees_checked_on",
                    N_("Empty means today when fees are stated as paid."),
                ),
            ),
        ),
    ),
    sources=(Source(N_("Form of our own"), confidence=Confidence.TOOL),),
    revision="1",
)
"""Nothing of it is filled in at first: what is left blank is not said."""
