"""Filling a draft with what earlier ones knew."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.ui.editing import Editing
from olapp.ui.labels import visible
from olapp.ui.workplace import Workplace

Found = tuple[tuple[str, Any], ...]


class DraftPicks:
    """Lets the person pick a patent or a patentee of an earlier draft."""

    def __init__(self, place: Workplace, editing: Editing, page: QWidget) -> None:
        self._place, self._editing, self._page = place, editing, page

    def pick_patent(self) -> None:
        """Fill box 1 with a patent of an earlier draft."""
        title = self._place.screen.say("Pick a known patent")
        patent = self._place.dialogs.pick(self._page, title, self._patents)
        if isinstance(patent, Patent):
            self._editing.take(replace(self._editing.document, patent=patent), "patent.number")

    def pick_party(self) -> None:
        """Add a patentee of an earlier draft; an item left blank makes room for it."""
        title = self._place.screen.say("Pick a known patentee")
        party = self._place.dialogs.pick(self._page, title, self._parties)
        if isinstance(party, Party):
            document = self._editing.document
            kept = tuple(known for known in document.patentees if known != Party())
            changed = replace(document, patentees=(*kept, party))
            self._editing.take(changed, f"patentees.{len(kept)}")

    def _patents(self, prefix: str) -> Found:
        found = self._editing.desk.drafts.known_patents(prefix)
        named = ((f"{one.number or ''}　{one.title or ''}".strip(), one) for one in found)
        return tuple((visible(name), one) for name, one in named)

    def _parties(self, prefix: str) -> Found:
        found = self._editing.desk.drafts.known_parties(prefix)
        return tuple((visible(one.name or ""), one) for one in found)
