"""The pages of the window, listed once: the rail, the menu and the keys are made of this list."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from olapp.domain.sentence import N_

if TYPE_CHECKING:
    from olapp.ui.pages.page import Page
    from olapp.ui.workplace import Workplace

_PAGES = "olapp.ui.pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One page: its name, its words, its picture, and where its class stands."""

    name: str
    label: str
    """English msgid, short enough for the rail."""
    icon: str
    factory: str
    """``module:Class`` under ``olapp.ui.pages``; imported when the page is first shown."""
    is_on_rail: bool = True

    def make(self, place: "Workplace") -> "Page":
        """Make the page."""
        module, _, name = self.factory.partition(":")
        make: Callable[[Workplace], Page] = getattr(import_module(f"{_PAGES}.{module}"), name)
        return make(place)


PAGES = (
    PageKind(name="start", label=N_("Start"), icon="home", factory="start:StartPage"),
    PageKind(
        name="portfolio", label=N_("Portfolio"), icon="table", factory="portfolio:PortfolioPage"
    ),
    PageKind(name="declarations", label=N_("Offers"), icon="paper", factory="drafts:DraftsPage"),
    PageKind(name="import", label=N_("Import"), icon="import", factory="import_wizard:ImportPage"),
    PageKind(
        name="screening",
        label=N_("Pre-check"),
        icon="checklist",
        factory="screening:ScreeningPage",
    ),
    PageKind(
        name="deadlines",
        label=N_("Deadlines"),
        icon="calendar",
        factory="deadlines:DeadlinesPage",
    ),
    PageKind(
        name="safekeeping", label=N_("Backups"), icon="safe", factory="safekeeping:SafekeepingPage"
    ),
    PageKind(
        name="holding",
        label=N_("Patent"),
        icon="paper",
        factory="holding:HoldingPage",
        is_on_rail=False,
    ),
    PageKind(
        name="batch",
        label=N_("Several declarations"),
        icon="paper",
        factory="batch_draft:BatchPage",
        is_on_rail=False,
    ),
)
"""Pages of the window in the order of the rail; those beside it are reached from others."""

FIRST = "declarations"
"""The page of a first start, and of one whose last page is gone."""


def kind_named(name: str) -> PageKind:
    """Give a page by its name; that of a first start when there is none so named."""
    kinds = {kind.name: kind for kind in PAGES}
    return kinds.get(name, kinds[FIRST])


def first_page(name: str) -> str:
    """Give the page to begin with: the last one seen, if it can stand there without a subject."""
    kind = kind_named(name)
    return kind.name if kind.is_on_rail else FIRST
