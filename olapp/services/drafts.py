"""Drafts as a person handles them: started, kept, looked back at, reused, put in the bin."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from olapp.domain.declaration import Declaration, Filing
from olapp.domain.fee import CNY, FeeTerms
from olapp.domain.lifecycle import DraftState
from olapp.domain.numbers import patent as patent_number
from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.forms.boxes.terms import CHINA
from olapp.forms.declaration import DECLARATION
from olapp.persistence.kept import Draft, DraftQuery, DraftRow, Version
from olapp.services.changes import Changes

if TYPE_CHECKING:
    from olapp.persistence.database import Store
    from olapp.services.printing import Export

__all__ = ["DraftRow", "Drafts", "OpenDraft", "Version", "as_template", "blank"]

_MOST_ROWS = 100_000
_MOST_PICKS = 20


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft on the desk: the document as kept, and the version the next change must name."""

    id: int
    version: int
    state: DraftState
    document: Declaration


def blank() -> Declaration:
    """Give a new declaration with what is the same in all: the territory and the currency."""
    return Declaration(territory=CHINA, fee=FeeTerms(currency=CNY))


def as_template(document: Declaration) -> Declaration:
    """Keep terms, parties and contact for another patent; clear what belongs to this one alone."""
    return replace(
        document,
        patent=Patent(kind=document.patent.kind),
        patentees=tuple(replace(party, consented_on=None) for party in document.patentees),
        has_owners_agreement=None,
        agency=replace(document.agency, has_power_of_attorney=None),
        has_licensed=None,
        licences=(),
        works_patent=None,
        own_working=None,
        undertakings=type(document.undertakings)(),
        period=replace(document.period, start=None),
        signatures=tuple(replace(each, signed_on=None) for each in document.signatures),
        enclosures=(),
        filing=Filing(channel=document.filing.channel),
        unreadable=(),
    )


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts of this desk."""

    store: "Store"
    now: Callable[[], datetime]

    def rows(
        self, query: str = "", state: DraftState | None = None, *, binned: bool = False
    ) -> tuple[DraftRow, ...]:
        """List drafts, the latest changed first."""
        with self.store.read() as unit:
            return unit.drafts.find(
                DraftQuery(text=query, state=state, trashed=binned), limit=_MOST_ROWS
            )

    def is_empty(self) -> bool:
        """Whether there is no draft at all, the bin included."""
        with self.store.read() as unit:
            return not any(
                unit.drafts.count(DraftQuery(trashed=binned)) for binned in (False, True)
            )

    def start(self) -> OpenDraft:
        """Start a blank draft."""
        return self.add(blank())

    def add(self, document: Declaration) -> OpenDraft:
        """Keep a document, from a file or a template, as a new draft."""
        with self.store.begin() as unit:
            return _open(
                unit.drafts.add(document, at=self.now(), form_revision=DECLARATION.revision)
            )

    def add_all(self, documents: Iterable[Declaration]) -> Changes:
        """Keep several documents, all or none; the list shows the first one first."""
        with self.store.begin() as unit:
            for document in reversed(tuple(documents)):
                unit.drafts.add(document, at=self.now(), form_revision=DECLARATION.revision)
        return Changes(drafts=True)

    def duplicate(self, draft_id: int) -> OpenDraft:
        """Start a draft with the terms and parties of another."""
        return self.add(as_template(self.open(draft_id).document))

    def open(self, draft_id: int) -> OpenDraft:
        """Open a draft; a Trouble when it is gone or cannot be read."""
        with self.store.read() as unit:
            return _open(unit.drafts.get(draft_id))

    def keep(self, draft: OpenDraft, document: Declaration) -> tuple[OpenDraft, Changes]:
        """Keep a change; StaleWrite carries both documents when another window kept one first."""
        with self.store.begin() as unit:
            kept = unit.drafts.keep(
                draft.id,
                document,
                version=draft.version,
                at=self.now(),
                form_revision=DECLARATION.revision,
            )
        return _open(kept), Changes(drafts=kept.version != draft.version)

    def remember(self, document: Declaration) -> Changes:
        """Remember the parties and the patent of a document, for later drafts to pick."""
        parties = [party for party in document.patentees if party.name]
        with self.store.begin() as unit:
            for party in parties:
                unit.parties.remember(party, at=self.now())
            if document.patent.number:
                unit.patents.remember(document.patent, at=self.now())
        return Changes(parties=bool(parties), patents=bool(document.patent.number))

    def known_parties(self, prefix: str) -> tuple[Party, ...]:
        """Give patentees of earlier drafts whose name begins so."""
        with self.store.read() as unit:
            return tuple(each.value for each in unit.parties.pick(Party, prefix, limit=_MOST_PICKS))

    def known_patents(self, prefix: str) -> tuple[Patent, ...]:
        """Give patents of earlier drafts whose number or title begins so."""
        with self.store.read() as unit:
            return tuple(each.value for each in unit.patents.pick(prefix, limit=_MOST_PICKS))

    def mark(self, draft_id: int, state: DraftState) -> Changes:
        """Say how far a declaration has come."""
        with self.store.begin() as unit:
            unit.drafts.mark(draft_id, state)
        return Changes(drafts=True)

    def discard(self, draft_id: int) -> Changes:
        """Put a draft in the bin, from which it can be brought back."""
        with self.store.begin() as unit:
            unit.drafts.trash(draft_id, at=self.now())
        return Changes(drafts=True)

    def bring_back(self, draft_id: int) -> Changes:
        """Take a draft out of the bin."""
        with self.store.begin() as unit:
            unit.drafts.restore(draft_id)
        return Changes(drafts=True)

    def history(self, draft_id: int) -> tuple[Version, ...]:
        """Give the kept versions, newest first."""
        with self.store.read() as unit:
            return unit.drafts.history(draft_id)

    def at_version(self, draft_id: int, version: int) -> Declaration:
        """Give the document as it was in a kept version."""
        with self.store.read() as unit:
            return unit.drafts.at_version(draft_id, version)

    def exported(self, draft: OpenDraft, export: "Export") -> Changes:
        """Write down what was printed from a draft, file by file with its hash."""
        with self.store.begin() as unit:
            unit.exports.add(
                draft.id,
                draft.document,
                export.files,
                version=draft.version,
                form_revision=DECLARATION.revision,
                rules=export.rules,
                at=self.now(),
            )
        return Changes(exports=True)

    def other_numbers(self, draft_id: int) -> frozenset[str]:
        """Give the compact patent numbers of all other drafts that have a right one."""
        with self.store.read() as unit:
            numbers = unit.drafts.numbers(besides=draft_id)
        return frozenset(filter(patent_number.is_valid, numbers))


def _open(draft: Draft) -> OpenDraft:
    return OpenDraft(draft.id, draft.version, draft.state, draft.document)
