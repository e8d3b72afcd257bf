"""The papers of a declaration, one module each; a new one adds its name to the tuple."""

from collections.abc import Callable

from olapp.domain.declaration import Declaration
from olapp.forms.paper import Paper
from olapp.forms.papers.attorney import attorney
from olapp.forms.papers.consent import consent
from olapp.forms.papers.declaration import declaration
from olapp.forms.papers.enclosures import enclosures
from olapp.forms.papers.explanation import explanation
from olapp.forms.papers.guide import guide
from olapp.forms.papers.pledgee import pledgee
from olapp.forms.papers.setting import PaperSetting, Remark
from olapp.forms.papers.verification import verification

__all__ = ["PAPERS", "PaperSetting", "Remark", "papers"]

PAPERS: tuple[Callable[[Declaration, PaperSetting], Paper | None], ...] = (
    declaration,
    explanation,
    consent,
    attorney,
    pledgee,
    enclosures,
    verification,
    guide,
)
"""All papers in the order of the pack; one that does not apply gives None."""


def papers(document: Declaration, at: PaperSetting) -> tuple[Paper, ...]:
    """Give the papers a declaration needs, in the order of the pack; all text is Chinese."""
    made = (make(document, at) for make in PAPERS)
    return tuple(paper for paper in made if paper is not None)
