"""Drafts as a person handles them, over a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration, Signature, SignerRole, Undertakings
from olapp.domain.lifecycle import DraftState
from olapp.domain.party import Agency, Party
from olapp.domain.patent import Patent, PatentKind
from olapp.persistence.database import Store
from olapp.persistence.troubles import StaleWrite
from olapp.services.desk import Tools
from olapp.services.drafts import Drafts, as_template, blank

START = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Clock:
    """Moments five minutes apart."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=5)
        return self.moment


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    with Store.open(tmp_path / "olapp.db") as store:
        yield Drafts(store, Clock())


NAMED = Declaration(
    patent=Patent(number="ZL202010123456.2", kind=PatentKind.INVENTION, title="一种水质监测装置"),
    patentees=(Party(name="示例大学", consented_on=date(2026, 11, 20)),),
)


def test_a_new_draft_opens_with_what_is_the_same_in_all(drafts: Drafts) -> None:
    opened = drafts.start()
    assert opened.document == blank()
    assert opened.document.territory == "中国境内"
    assert opened.state is DraftState.DRAFTING


def test_a_desk_is_empty_until_the_first_draft(drafts: Drafts) -> None:
    assert drafts.is_empty()
    drafts.start()
    assert not drafts.is_empty()


def test_what_is_kept_is_there_when_opened_again(drafts: Drafts) -> None:
    kept, changes = drafts.keep(drafts.start(), NAMED)
    assert drafts.open(kept.id).document == NAMED
    assert changes.drafts


def test_half_a_character_pasted_in_is_kept_as_one_that_the_check_tells_of(
    drafts: Drafts, desk_tools: Tools
) -> None:
    pasted = replace(NAMED, explanation="按成本\ud83d法确定")
    kept, _ = drafts.keep(drafts.start(), pasted)
    found = drafts.open(kept.id).document
    assert found == replace(NAMED, explanation="按成本\ufffd法确定")
    signs = [f for f in desk_tools.checking.check(found) if f.code == "OL-ENT-02"]
    assert [finding.field for finding in signs] == ["explanation"]
    assert not drafts.keep(kept, pasted)[1].drafts


def test_keeping_the_same_again_changes_nothing(drafts: Drafts) -> None:
    kept, _ = drafts.keep(drafts.start(), NAMED)
    again, changes = drafts.keep(kept, NAMED)
    assert again == kept
    assert not changes.drafts


def test_a_change_made_in_another_window_is_never_overwritten(drafts: Drafts) -> None:
    opened = drafts.start()
    drafts.keep(opened, NAMED)
    mine = replace(NAMED, explanation="另一窗口的改动")
    with pytest.raises(StaleWrite) as caught:
        drafts.keep(opened, mine)
    assert caught.value.mine == mine
    assert caught.value.theirs.document == NAMED


def test_a_draft_is_found_by_title_number_and_patentee(drafts: Drafts) -> None:
    drafts.add(NAMED)
    drafts.add(Declaration(patent=Patent(title="折叠支架")))
    for words in ("水质", "2020 1012 3456.2", "zl202010123456.2", "示例大学"):
        assert [row.title for row in drafts.rows(words)] == ["一种水质监测装置"], words
    assert not drafts.rows("不存在的词")


def test_the_list_is_filtered_by_state(drafts: Drafts) -> None:
    first = drafts.add(NAMED)
    drafts.add(Declaration())
    drafts.mark(first.id, DraftState.ANNOUNCED)
    assert [row.id for row in drafts.rows(state=DraftState.ANNOUNCED)] == [first.id]


def test_a_discarded_draft_can_be_brought_back_whole(drafts: Drafts) -> None:
    added = drafts.add(NAMED)
    drafts.discard(added.id)
    assert not drafts.rows()
    assert [row.id for row in drafts.rows(binned=True)] == [added.id]
    assert not drafts.is_empty()
    drafts.bring_back(added.id)
    assert drafts.open(added.id).document == NAMED
    assert [row.id for row in drafts.rows()] == [added.id]


def test_a_template_keeps_terms_and_parties_and_clears_the_patent(drafts: Drafts) -> None:
    signed = replace(
        NAMED,
        explanation="按成本法确定",
        undertakings=Undertakings(fees_paid=True),
        has_owners_agreement=False,
        agency=Agency(name="示例代理", has_power_of_attorney=True),
        signatures=(
            Signature(role=SignerRole.PATENTEE, name="示例大学", signed_on=date(2026, 11, 1)),
        ),
    )
    fresh = drafts.duplicate(drafts.add(signed).id).document
    assert fresh == as_template(signed)
    assert fresh.explanation == "按成本法确定"
    assert fresh.patentees[0].name == "示例大学"
    assert fresh.patentees[0].consented_on is None
    assert fresh.patent == Patent(kind=PatentKind.INVENTION)
    assert fresh.undertakings == Undertakings()
    assert fresh.has_owners_agreement is None
    assert fresh.agency == Agency(name="示例代理")
    assert fresh.signatures[0].signed_on is None


def test_the_history_gives_earlier_versions_back(drafts: Drafts) -> None:
    opened = drafts.start()
    first, _ = drafts.keep(opened, NAMED)
    drafts.keep(first, replace(NAMED, explanation="后来的"))
    versions = drafts.history(opened.id)
    assert [drafts.at_version(opened.id, each.version) for each in versions] == [
        replace(NAMED, explanation="后来的"),
        NAMED,
        blank(),
    ]


def test_parties_and_patents_can_be_picked_by_later_drafts(drafts: Drafts) -> None:
    drafts.remember(NAMED)
    (party,) = drafts.known_parties("示例")
    assert party.name == "示例大学"
    assert party.consented_on is None
    assert drafts.known_patents("水质") == (NAMED.patent,)


def test_other_numbers_leaves_the_draft_itself_out(drafts: Drafts) -> None:
    mine = drafts.add(NAMED)
    other = drafts.add(replace(NAMED, patent=Patent(number="ZL97101765.4")))
    drafts.add(replace(NAMED, patent=Patent(number="不成号码")))
    assert drafts.other_numbers(mine.id) == {"971017654"}
    assert drafts.other_numbers(other.id) == {"2020101234562"}
    drafts.discard(mine.id)
    assert drafts.other_numbers(other.id) == set()
