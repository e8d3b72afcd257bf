"""The patent right evaluation report, which utility models and designs need."""

from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Label, Section

SECTION = Section(
    key="report",
    number="",
    label=Label("专利权评价报告", "Evaluation report"),
    items=(
        Field(
            path="patent.report.is_attached",
            label=Label("评价报告是否已备", "Report at hand"),
            help=N_(
                "Whether the report lies ready to be uploaded. Without it a utility model or "
                "design cannot be declared."
            ),
            shown=when.may_have_report,
        ),
        Field(
            path="patent.report.conclusion",
            label=Label("评价报告结论", "Conclusion of the report"),
            help=N_(
                "What the report says of the conditions for grant. If they are not met the office "
                "refuses; how it treats a mixed report is not settled."
            ),
            shown=when.may_have_report,
        ),
        Field(
            path="patent.report.patent_number",
            label=Label("评价报告载明的专利号", "Patent number on the report"),
            help=N_("The number the report itself prints. It shows that no report was mixed up."),
            shown=when.may_have_report,
        ),
        Field(
            path="patent.report.issued_on",
            label=Label("评价报告作出日", "Report issued on"),
            help=N_("The date on the report, so that it can be told from a corrected one."),
            shown=when.may_have_report,
        ),
    ),
    help=N_(
        "Utility models and designs are granted without full examination, so the law wants this "
        "report beside the declaration."
    ),
)
