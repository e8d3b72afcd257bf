"""Boxes 4 and 5: who works the patent already."""

from olapp.domain.declaration import Declaration
from olapp.domain.patent import ExistingLicence
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Group, Label, Section


def _works_it(document: Declaration) -> bool:
    """Whether there is own working to describe."""
    return document.works_patent is True


OWN = Section(
    key="own-working",
    number="4",
    label=Label("自行实施情况", "Own working"),
    items=(
        Field(
            path="works_patent",
            label=Label("是否自行实施", "Worked by the patentee"),
            help=N_(
                "Whether a patentee makes, uses or sells what is patented. It tells takers how "
                "ripe the technology is; either answer is fine."
            ),
        ),
        Field(
            path="own_working",
            label=Label("自行实施的说明", "Account of own working"),
            help=N_(
                "Since when, where and with which product, in plain facts. Praise of the product "
                "counts as advertising and is not allowed."
            ),
            shown=when.or_filled(_works_it, "own_working"),
            multiline=True,
        ),
    ),
)

LICENCES = Group(
    path="licences",
    label=Label("现有许可", "Existing licences"),
    item=ExistingLicence,
    fields=(
        Field(
            path="licensee",
            label=Label("被许可方", "Licensee"),
            help=N_("The full name of whoever holds the licence."),
        ),
        Field(
            path="kind",
            label=Label("许可方式", "Kind of licence"),
            help=N_(
                "Ordinary licences may stand beside open licensing; a running exclusive or sole "
                "one bars it."
            ),
        ),
        Field(
            path="start",
            label=Label("许可起始日", "Licence start"),
            help=N_("The day from which the licence runs."),
        ),
        Field(
            path="end",
            label=Label("许可届满日", "Licence end"),
            help=N_(
                "The last day of the licence. Left empty, it counts as still running, so an "
                "exclusive licence without an end bars the declaration."
            ),
        ),
    ),
    help=N_("Every licence given so far, recorded with the office or not."),
    shown=when.may_have_licences,
)

OTHERS = Section(
    key="licences",
    number="5",
    label=Label("许可他人实施情况", "Licences to others"),
    items=(
        Field(
            path="has_licensed",
            label=Label("是否许可他人实施", "Licensed to others"),
            help=N_(
                "Whether anybody has a licence under this patent. Ask every department that signs "
                "contracts: a forgotten one makes the declaration untrue."
            ),
        ),
        LICENCES,
    ),
)
