"""Box 6: how long the offer stands."""

from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Label, Section

SECTION = Section(
    key="period",
    number="6",
    label=Label("专利许可期限", "Licence period"),
    items=(
        Field(
            path="period.mode",
            label=Label("期限表述方式", "How the period is stated"),
            help=N_(
                "A fixed last day is the safe way. Whether the office takes a number of years is "
                "not confirmed."
            ),
        ),
        Field(
            path="period.start",
            label=Label("许可期限起始日", "Period start"),
            help=N_(
                "Usually left empty: the offer takes effect on the day it is announced, and an "
                "earlier day has no effect."
            ),
        ),
        Field(
            path="period.end",
            label=Label("许可期限届满日", "Period end"),
            help=N_(
                "The last day of the offer. It may not lie after the last day of the patent; the "
                "reduction of annual fees ends with it, so a short period costs money."
            ),
            shown=when.ends_on_a_day,
        ),
        Field(
            path="period.years",
            label=Label("许可年数", "Number of years"),
            help=N_(
                "Whole years from the announcement. The record of checks shows which day that "
                "would be if it were announced on the day of printing."
            ),
            example="3",
            shown=when.lasts_years,
        ),
    ),
    help=N_("How long others may take a licence on these terms."),
)
