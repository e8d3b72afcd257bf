"""Box 2: the patent agency that files, if any."""

from olapp.domain.party import Attorney
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Group, Label, Section

SCOPES = (
    "办理上述专利的开放许可声明提出、撤回及有关事务。",
    "办理上述专利的开放许可声明提出、撤回，以及专利开放许可实施合同备案事务。",
)
"""Wordings of the scope that name open licensing, as the office expects."""

AGENCY = (
    Field(
        path="agency.name",
        label=Label("机构名称", "Agency name"),
        help=N_("The full registered name of the agency, as on its seal. Only one may be named."),
        shown=when.may_have_agency,
    ),
    Field(
        path="agency.code",
        label=Label("机构代码", "Agency code"),
        help=N_("The code the office gave the agency, usually five digits."),
        shown=when.may_have_agency,
    ),
    Group(
        path="agency.attorneys",
        label=Label("专利代理师", "Patent attorneys"),
        item=Attorney,
        fields=(
            Field(
                path="name",
                label=Label("专利代理师姓名", "Attorney's name"),
                help=N_("The attorney who handles this case."),
            ),
            Field(
                path="qualification",
                label=Label("资格证号", "Qualification number"),
                help=N_("The number of the attorney's certificate; the office asks for it."),
            ),
            Field(
                path="phone",
                label=Label("电话", "Phone"),
                help=N_("A number under which the attorney is reached about this case."),
            ),
        ),
        help=N_("The attorneys in charge: one, or at most two."),
        shown=when.may_have_agency,
    ),
)

POWER = (
    Field(
        path="agency.has_power_of_attorney",
        label=Label("是否已签专利代理委托书", "Power of attorney signed"),
        help=N_(
            "Whether all patentees and the agency have signed the power of attorney for this "
            "business. Without it the agency cannot act."
        ),
        shown=when.may_have_agency,
    ),
    Field(
        path="agency.general_power_number",
        label=Label("总委托书编号", "General power of attorney number"),
        help=N_(
            "The number of a general power filed earlier with the office, if there is one; it may "
            "stand in for a new power of attorney."
        ),
        shown=when.may_have_agency,
    ),
    Field(
        path="agency.scope",
        label=Label("委托权限", "Scope of authority"),
        help=N_(
            "What the agency may do. Name open licensing expressly: a power for the grant "
            "procedure alone does not cover it."
        ),
        shown=when.may_have_agency,
        multiline=True,
        suggestions=SCOPES,
    ),
)

SECTION = Section(
    key="agency",
    number="2",
    label=Label("专利代理机构", "Patent agency"),
    items=(
        Field(
            path="agency_acts",
            label=Label("是否委托专利代理机构", "An agency acts"),
            help=N_(
                "Whether a patent agency files for you. It decides who seals box 10 and which "
                "papers are needed; without an agency this box stays empty."
            ),
        ),
        *AGENCY,
        *POWER,
    ),
)
