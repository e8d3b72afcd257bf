"""What the office does not print but asks of the right: is it alive, paid for and free?"""

from olapp.domain.declaration import Declaration
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Label, Section


def _may_be_compensated(document: Declaration) -> bool:
    """Whether term compensation is possible: it is for inventions alone (Patent Law Art. 42)."""
    return document.patent.kind is PatentKind.INVENTION


def _may_be_a_twin(document: Declaration) -> bool:
    """Whether it may be the utility model of a pair filed on the same day."""
    return document.patent.kind in {None, PatentKind.UTILITY_MODEL}


REGISTER = (
    Field(
        path="patent.register.checked_on",
        label=Label("登记簿核查日", "Register checked on"),
        help=N_(
            "The day you last looked at the patent register. The answers below are worth as much "
            "as that day is fresh; after 30 days they count as old."
        ),
    ),
    Field(
        path="patent.status",
        label=Label("法律状态", "Legal status"),
        help=N_(
            "The state of the right in the register. A patent that has ended, was given up or is "
            "wholly invalid cannot be offered."
        ),
    ),
    Field(
        path="patent.register.owners",
        label=Label("登记簿记载的专利权人", "Owners in the register"),
        help=N_(
            "The owners as the register lists them, one name on each line. They are compared with "
            "the patentees in box 1, so that an old name or a forgotten owner is noticed."
        ),
        multiline=True,
    ),
    Field(
        path="patent.register.owner_changed_on",
        label=Label("专利权人最近变更日", "Last change of owner"),
        help=N_(
            "The day an assignment or a change of name was last entered. After a recent change "
            "older extracts name the wrong owner."
        ),
    ),
    Field(
        path="patent.believed_expiry",
        label=Label("所载期满终止日", "Stated expiry date"),
        help=N_(
            "The expiry date that your extract or list gives. It is compared with the one counted "
            "from the filing date; designs filed before June 2021 last ten years, not fifteen."
        ),
    ),
    Field(
        path="patent.compensated_until",
        label=Label("期限补偿后的最后保护日", "Last protected day after compensation"),
        help=N_(
            "The last day of protection when the office has lengthened the term of an invention. "
            "Leave it empty when there was no compensation."
        ),
        shown=when.or_filled(_may_be_compensated, "patent.compensated_until"),
    ),
)

FEES = (
    Field(
        path="patent.fees_paid_through",
        label=Label("年费已缴至第几年度", "Annual fees paid through patent year"),
        help=N_(
            "The last patent year whose annual fee is paid in full; year 1 begins on the filing "
            "date. With a fee unpaid or short the office refuses the declaration."
        ),
        example="6",
    ),
    Field(
        path="patent.fees_checked_on",
        label=Label("年费核查日", "Fees checked on"),
        help=N_("The day you last saw the state of the fees. It says how far to trust the figure."),
    ),
)

BURDENS = (
    Field(
        path="patent.is_suspended",
        label=Label("是否处于中止程序", "Suspension"),
        help=N_(
            "Whether the office has halted the patent because of a dispute on ownership or a court "
            "order. While it is halted, nothing can be declared."
        ),
    ),
    Field(
        path="patent.is_pledged",
        label=Label("是否已质押", "Pledged"),
        help=N_(
            "Whether the patent secures a loan. Then the pledgee must agree in writing before it "
            "can be offered."
        ),
    ),
    Field(
        path="patent.pledgee",
        label=Label("质权人", "Pledgee"),
        help=N_("The full name of the bank or other pledgee; it stands on the consent to sign."),
        shown=when.is_pledged,
    ),
    Field(
        path="patent.pledgee_consented_on",
        label=Label("质权人同意日", "Pledgee's consent given on"),
        help=N_("The day the pledgee signed the consent. Empty means that it is still missing."),
        shown=when.is_pledged,
    ),
    Field(
        path="patent.has_invalidation_pending",
        label=Label("是否有未结的无效宣告请求", "Invalidation request pending"),
        help=N_(
            "Whether somebody has asked to have the patent declared invalid. It does not stop the "
            "declaration, but the right may fall and takers will ask."
        ),
    ),
    Field(
        path="patent.has_live_declaration",
        label=Label("是否已有生效的开放许可声明", "Declaration already in effect"),
        help=N_(
            "Whether an earlier declaration for this patent is announced and not withdrawn. It has "
            "to be withdrawn before a new one."
        ),
    ),
    Field(
        path="patent.is_given_up_twin",
        label=Label("是否为避免重复授权而放弃的实用新型", "Given-up same-day utility model"),
        help=N_(
            "Whether this utility model was given up so that an invention filed on the same day "
            "could be granted. Then there is no right left to license."
        ),
        shown=_may_be_a_twin,
    ),
    Field(
        path="patent.other_obstacle",
        label=Label("妨碍专利权有效实施的其他情形", "Other obstacle"),
        help=N_(
            "Anything else that keeps others from really working the patent. Write it down only if "
            "there is something: it stops the filing until it is solved."
        ),
        multiline=True,
    ),
)

SECTION = Section(
    key="status",
    number="",
    label=Label("法律状态核实", "Legal status check"),
    items=(*REGISTER, *FEES, *BURDENS),
    help=N_(
        "These facts are not printed on the declaration, but the undertakings in box 3 rest on "
        "them. An empty answer counts as not known, never as fine."
    ),
)
