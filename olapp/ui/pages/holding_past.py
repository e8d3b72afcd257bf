"""The drafts on a patent, and every change of every fact."""

from datetime import datetime
from typing import TYPE_CHECKING

from olapp.domain.origins import HAND
from olapp.forms.holding import HOLDING
from olapp.services.fact_words import fact_name, fact_words
from olapp.services.source_names import source_name
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.domain.holding import Origin
    from olapp.services.drafts import DraftRow
    from olapp.services.portfolio import Change


def drafts_table(screen: Screen) -> "RowsTable[DraftRow]":
    """Make the table of the declarations drafted on a patent."""
    say = screen.say
    return RowsTable(
        screen,
        say("Declarations"),
        [
            Shown(say("Title"), lambda row: row.title or say("(no title yet)")),
            Shown(say("State"), lambda row: screen.choice(row.state), 7),
            Shown(say("Changed"), lambda row: _moment(row.changed_at), 9.5),
        ],
    )


def changes_table(screen: Screen) -> "RowsTable[Change]":
    """Make the table of changes, newest first."""
    say = screen.say
    return RowsTable(
        screen,
        say("History"),
        [
            Shown(say("When"), lambda row: _moment(row.at), 9.5),
            Shown(say("Fact"), lambda row: named(row.path, screen), 8),
            Shown(say("Before"), lambda row: fact_words(row.before, say) or "—", 9),
            Shown(say("After"), lambda row: fact_words(row.after, say) or "—", 9),
            Shown(say("Source"), lambda row: said_by(row.origin, screen)[0], 8.5),
        ],
    )


def named(path: str, screen: Screen) -> str:
    """Name a fact as the form does."""
    found = HOLDING.item_at(path)
    return screen.label(found[1].label) if found else fact_name(path, screen.say)


def said_by(origin: "Origin | None", screen: Screen) -> tuple[str, str]:
    """Say in a few words, and in full, where a fact comes from and since when it is known."""
    if origin is None:
        return "", ""
    say = screen.say
    is_typed = origin.source == HAND
    source = say("entered here") if is_typed else screen.label(source_name(origin.source))
    if origin.as_of is None:
        return source, origin.name or source
    short = f"{source} · {origin.as_of.isoformat()}"
    full = say(
        "From {source}, as of {day}. {name}",
        source=source,
        day=origin.as_of,
        name=origin.name,
    )
    return short, full.strip()


def _moment(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")
