"""What travels with the form: the papers a person adds."""

from olapp.domain.declaration import Enclosure
from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Group, Label, Section

_ENCLOSURES = Label("附件", "Enclosures")

SECTION = Section(
    key="enclosures",
    number="",
    label=_ENCLOSURES,
    items=(
        Group(
            path="enclosures",
            label=_ENCLOSURES,
            item=Enclosure,
            fields=(
                Field(
                    path="kind",
                    label=Label("附件种类", "Kind of enclosure"),
                    help=N_("What the paper proves; it ticks off the list of what is needed."),
                ),
                Field(
                    path="title",
                    label=Label("附件名称", "Title of the enclosure"),
                    help=N_("What the paper calls itself, so that it can be found again."),
                ),
                Field(
                    path="patent_number",
                    label=Label("附件载明的专利号", "Patent number on the enclosure"),
                    help=N_("The number the paper prints, if any; papers must not disagree."),
                ),
                Field(
                    path="is_foreign_language",
                    label=Label("是否为外文材料", "Foreign-language paper"),
                    help=N_("Papers in other languages need a Chinese translation of their title."),
                ),
                Field(
                    path="has_translation",
                    label=Label("是否附中文题录译文", "Translation of the title attached"),
                    help=N_("Whether that translation lies with the paper."),
                    shown=lambda item: item.is_foreign_language is True,
                ),
            ),
            help=N_(
                "Papers you add yourself. The papers this program makes, and those the law wants, "
                "are listed without being named here."
            ),
        ),
    ),
)
