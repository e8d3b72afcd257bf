"""Rules on the way to the office."""

from collections.abc import Iterator

from olapp.domain.declaration import Channel, Declaration
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, guidelines_five, regulations, tool
from olapp.law.entries import blank, shortened
from olapp.law.rule import Setting, Spot, rule


@rule(
    "OL-FIL-01",
    "A declaration is in principle filed online, in the office's 专利业务办理系统.",
    remedy=N_("File at https://cponline.cnipa.gov.cn, with a real-name account and certificate."),
    severity=Severity.INFO,
    on=Declaration,
    sources=(guidelines("3"),),
)
def filing_is_online(_d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Said of every declaration: the papers of this pack prepare the filing online."""
    yield Spot("filing.channel")


@rule(
    "OL-FIL-02",
    "Paper filing is chosen; it is for cases in which filing online is truly difficult.",
    remedy=N_(
        "If so, hand it in or post it where the office says: by registered letter, one "
        "patent to a letter."
    ),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3"), regulations("147")),
)
def filing_is_on_paper(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Paper is the exception, and a registered letter carries the papers of one patent only."""
    if d.filing.channel is Channel.PAPER:
        yield Spot("filing.channel")


@rule(
    "OL-FIL-03",
    "There are {count} patentees and no agency: only the representative files online, by the "
    "present order {representative}.",
    remedy=N_("Name the representative; only their account can file, with everybody's consent."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_five("1", "9"),),
)
def representative_files(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Of several patentees without an agency the representative files online.

    In order once the representative is named expressly, since then somebody has thought of it; on
    paper it does not matter.
    """
    is_open = blank(d.representative) and d.filing.channel is not Channel.PAPER
    if len(d.patentees) > 1 and not d.agency_acts and is_open:
        name = d.lead.name if d.lead else None
        who = shortened(name) if name else Sentence(N_("the first patentee"))
        yield Spot("representative", count=len(d.patentees), representative=who)


@rule(
    "OL-FIL-04",
    "The correction notice has to be answered by {due}: {left}.",
    remedy=N_("Answer it in time, or ask for restoration once the day has passed."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(regulations("4, 5"), tool()),
)
def correction_is_due(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The last day to answer a correction notice is at most seven days away, or past."""
    due = d.filing.correction_due
    if due is not None and at.within(due - at.today, "correction.near"):
        days = (due - at.today).days
        left = N_("days left: {days}") if days >= 0 else N_("the day has passed")
        yield Spot("filing.correction_due", due=due, left=Sentence(left, {"days": days}))
