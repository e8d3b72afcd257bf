"""Declarations by the dozen: planned, made, stopped and resumed, undone, printed."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from olapp import app
from olapp.domain.declaration import Declaration, Period, PeriodMode
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.holding import Owner
from olapp.domain.money import Yuan
from olapp.domain.party import Contact, Party
from olapp.services.drafts import Drafts, blank

ENGLISH = app.language("en")


def terms() -> Declaration:
    return replace(
        blank(),
        fee=FeeTerms(method=FeeMethod.LUMP_SUM, currency="CNY", amount=Yuan.of(50_000)),
        period=Period(mode=PeriodMode.YEARS, years=3),
        contact=Contact(name="示例联系人", phone="010-00000000"),
        patentees=(Party(name="示例大学", address="示例路 1 号", postcode="100000"),),
    )


def drafts(desk: Any) -> Drafts:
    return Drafts(desk.store, desk.batch.now)


def after(count: int) -> Callable[[], bool]:
    """Let the work go on for so many questions, then stop it."""
    left = [count]

    def ask() -> bool:
        left[0] -= 1
        return left[0] < 0

    return ask


@pytest.fixture
def three(desk: Any, patents: Any) -> tuple[int, ...]:
    return tuple(
        desk.add(patents.holding(), patents.utility_model(), patents.holding(patents.NUMBERS[1]))
    )


def test_a_plan_keeps_nothing_and_shares_the_terms(desk: Any, three: tuple[int, ...]) -> None:
    plan = desk.batch.plan(three, terms())
    documents = [each.document for each in plan]
    assert [each.holding_id for each in plan] == list(three)
    assert {document.fee.amount for document in documents} == {Yuan.of(50_000)}
    assert {document.contact.name for document in documents} == {"示例联系人"}
    assert len({document.patent.number for document in documents}) == 3
    assert {document.patentees[0].address for document in documents} == {"示例路 1 号"}
    assert drafts(desk).is_empty()


def test_what_each_must_affirm_itself_is_never_shared(desk: Any, three: tuple[int, ...]) -> None:
    signed = replace(terms(), has_owners_agreement=True, works_patent=True)
    plan = desk.batch.plan(three, signed)
    assert len(plan) == len(three)
    for each in plan:
        assert each.document.works_patent is None
        assert each.document.undertakings.missing
        assert each.document.signatures == ()


def test_an_owner_who_leaves_next_year_still_declares_today(desk: Any, patents: Any) -> None:
    leaving = Owner(name="示例公司", until=date(2027, 1, 31))
    gone = Owner(name="示例旧主", until=date(2025, 1, 31))
    holding = patents.holding()
    ids = desk.add(replace(holding, owners=(*holding.owners, leaving, gone)))
    (planned,) = desk.batch.plan(ids, terms())
    assert [party.name for party in planned.document.patentees] == ["示例大学", "示例公司"]


def test_one_patent_may_differ(desk: Any, three: tuple[int, ...]) -> None:
    own = {three[1]: {"fee.amount": Yuan.of(9_000), "period.years": 5}}
    plan = desk.batch.plan(three, terms(), own)
    assert [each.document.fee.amount.value for each in plan] == [50_000, 9_000, 50_000]
    assert [each.document.period.years for each in plan] == [3, 5, 3]


def test_each_is_left_out_for_a_reason_that_is_said(
    desk: Any, patents: Any, three: tuple[int, ...]
) -> None:
    drafts(desk).add(Declaration(patent=patents.holding().patent))
    foreign, dead, nameless = desk.add(
        replace(patents.holding(patents.NUMBERS[2]), country="US"),
        patents.holding(patents.NUMBERS[4], is_suspended=True),
        patents.holding(None),  # type: ignore[arg-type]
    )
    plan = desk.batch.plan((three[0], foreign, dead, nameless, three[1]), terms())
    said = [each.skipped and str(each.skipped) for each in plan]
    assert said == [
        "There is a declaration on this patent already.",
        "Only Chinese patents can be declared.",
        "The pre-check bars it.",
        "The patent has no number.",
        None,
    ]
    barred = desk.batch.plan((dead,), terms(), takes_barred=True)
    assert barred[0].document is not None
    assert barred[0].errors > 0


def test_findings_of_each_are_told_before_it_is_made(desk: Any, three: tuple[int, ...]) -> None:
    plan = desk.batch.plan(three, blank())
    assert all("fee" in {found.field.split(".")[0] for found in each.findings} for each in plan)


def test_making_gives_a_draft_for_each_and_undo_takes_them_away(
    desk: Any, three: tuple[int, ...]
) -> None:
    made = desk.batch.make(desk.batch.plan(three, terms()))
    assert made.left == 0
    assert len(drafts(desk).rows()) == 3
    undone, changes = desk.batch.undo(made.batch_id)
    assert (undone.removed, undone.kept) == (3, 0)
    assert changes.drafts
    assert drafts(desk).is_empty()


def test_a_draft_somebody_worked_on_survives_the_undo(desk: Any, three: tuple[int, ...]) -> None:
    made = desk.batch.make(desk.batch.plan(three, terms()))
    opened = drafts(desk).open(made.draft_ids[0])
    drafts(desk).keep(opened, replace(opened.document, explanation="由人补写"))
    undone, _ = desk.batch.undo(made.batch_id)
    assert (undone.removed, undone.kept) == (2, 1)
    assert [row.id for row in drafts(desk).rows()] == [opened.id]


def test_a_draft_that_is_gone_already_does_not_hold_up_the_undo(
    desk: Any, three: tuple[int, ...]
) -> None:
    made = desk.batch.make(desk.batch.plan(three, terms()))
    drafts(desk).discard(made.draft_ids[0])
    with desk.store.begin() as unit:
        unit.drafts.erase(made.draft_ids[0])
    assert desk.batch.undo(made.batch_id)[0].removed == 2
    assert drafts(desk).is_empty()


def test_a_batch_that_was_stopped_goes_on_where_it_was(desk: Any, patents: Any) -> None:
    body = [f"2020{1}{at:07d}" for at in range(60)]
    ids = desk.add(*(patents.holding(number) for number in body))
    plan = desk.batch.plan(ids, terms(), takes_barred=True)
    stopped = desk.batch.make(plan, cancelled=after(1))
    assert 0 < len(stopped.draft_ids) < 60
    assert stopped.left == 60 - len(stopped.draft_ids)
    whole = desk.batch.make(plan, resume=stopped)
    assert whole.left == 0
    assert len(set(whole.draft_ids)) == 60
    assert len(drafts(desk).rows()) == 60
    assert desk.batch.undo(whole.batch_id)[0].removed == 60


def test_a_plan_that_is_stopped_plans_nothing(desk: Any, three: tuple[int, ...]) -> None:
    assert desk.batch.plan(three, terms(), cancelled=lambda: True) == ()


def test_all_packs_lie_in_one_folder_with_an_index(
    desk: Any, three: tuple[int, ...], tmp_path: Path
) -> None:
    made = desk.batch.make(desk.batch.plan(three, terms()))
    folder = tmp_path / "packs"

    def has_a_pack() -> bool:
        return folder.exists() and any(folder.glob("[!.]*/*.pdf"))

    stopped = desk.batch.print_all(made.draft_ids, folder, ENGLISH, cancelled=has_a_pack)
    assert stopped.left == 2
    whole = desk.batch.print_all(made.draft_ids, folder, ENGLISH, resume=stopped)
    assert whole.left == 0
    assert whole.failed == ()
    rows = CalamineWorkbook.from_path(folder / "index.xlsx").get_sheet_by_index(0).to_python()
    head = [str(cell) for cell in rows[0]]
    lines = [dict(zip(head, row, strict=True)) for row in rows[1:]]
    assert len(lines) == 3
    for line in lines:
        files = list((folder / str(line["Folder"])).iterdir())
        hashes = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
        assert line["SHA-256 of the whole pack"] in hashes
        assert str(line["Patent number"]) in str(line["Folder"])
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == sorted(
        str(line["Folder"]) for line in lines
    )
