from dataclasses import replace
from datetime import datetime

import pytest

from olapp.domain.declaration import Declaration
from olapp.persistence.database import Store
from olapp.persistence.kept import Export, ExportedFile
from olapp.persistence.troubles import Gone

FILES = (ExportedFile("声明.pdf", "a1" * 32), ExportedFile("清单.pdf", "b2" * 32))


def exported(store: Store, document: Declaration, at: datetime) -> Export:
    with store.begin() as unit:
        draft = unit.drafts.add(document, at=at)
        return unit.exports.add(
            draft.id,
            document,
            FILES,
            version=draft.version,
            form_revision="2024-01",
            rules="c3" * 32,
            at=at,
        )


def test_an_export_comes_back_with_its_files_in_order(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    export = exported(store, declaration, now)
    with store.read() as unit:
        assert unit.exports.of(export.draft_id) == (export,)
    assert export.files == FILES
    assert export.at == now


def test_a_file_tells_its_export_and_what_the_draft_then_said(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    export = exported(store, declaration, now)
    with store.begin() as unit:
        changed = replace(declaration, territory="全国")
        unit.drafts.keep(export.draft_id, changed, version=1, at=now)
    with store.read() as unit:
        found = unit.exports.of_file("B2" * 32)
        assert found == export
        assert unit.exports.document(export.id) == declaration
        assert unit.exports.of_file("0" * 64) is None


def test_exports_of_a_draft_come_newest_first_and_go_with_it(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    export = exported(store, declaration, now)
    with store.begin() as unit:
        later = unit.exports.add(
            export.draft_id, declaration, (), version=1, form_revision="", rules="", at=now
        )
        assert unit.exports.of(export.draft_id) == (later, export)
        unit.drafts.trash(export.draft_id, at=now)
        unit.drafts.erase(export.draft_id)
        assert unit.exports.of(export.draft_id) == ()
        with pytest.raises(Gone):
            unit.exports.document(export.id)
