"""What a batch would make, patent by patent."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon

from olapp.services.batch import Planned
from olapp.ui.pages.batch_differences import fee_words, period_words
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.rows_table import Shown
from olapp.ui.screen import Screen


def plan_columns(screen: Screen) -> tuple[Shown[Planned], ...]:
    """Give the columns of a plan."""
    say = screen.say

    def icon(row: Planned) -> QIcon:
        return _icon(row, screen)

    return (
        Shown(say("What is made"), lambda row: _state(row, screen), 17, icon=icon),
        Shown(say("Patent number"), lambda row: number_shown(row.number), 11),
        Shown(say("Title"), lambda row: row.title),
        Shown(say("Pre-check"), lambda row: screen.choice(row.verdict), 9),
        Shown(say("Fee"), lambda row: _of(row, screen, is_fee=True), 10),
        Shown(say("Licence period"), lambda row: _of(row, screen, is_fee=False), 8),
        Shown(say("Errors"), _errors, 5, is_number=True, key=lambda r: r.errors),
    )


def counted(plan: Sequence[Planned], screen: Screen) -> str:
    """Say of how many patents declarations are made, and how many are left out."""
    made = sum(row.document is not None for row in plan)
    return screen.say(
        "Patents: {all}　Declarations: {made}　Left out: {skipped}",
        all=f"{len(plan):,}",
        made=f"{made:,}",
        skipped=f"{len(plan) - made:,}",
    )


def findings_told(row: Planned, screen: Screen) -> str:
    """Say the heaviest findings on a declaration that would be made, or why none is."""
    if row.skipped is not None:
        return screen.say.sentence(row.skipped)
    told = [screen.finding(found) for found in row.findings[:_MOST]]
    left = len(row.findings) - _MOST
    if left > 0:
        told.append(screen.say("and {count} more", count=left))
    return "\n".join(told)


_MOST = 4


def _state(row: Planned, screen: Screen) -> str:
    return screen.say("Declaration") if row.skipped is None else screen.say.sentence(row.skipped)


def _icon(row: Planned, screen: Screen) -> QIcon:
    if row.skipped is not None:
        return screen.theme.tinted("close", "muted")
    return screen.theme.tinted("check", "good")


def _errors(row: Planned) -> str:
    return str(row.errors) if row.document is not None else ""


def _of(row: Planned, screen: Screen, *, is_fee: bool) -> str:
    if row.document is None:
        return ""
    return (fee_words if is_fee else period_words)(row.document, screen)
