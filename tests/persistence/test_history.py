from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from olapp.domain.declaration import Declaration
from olapp.persistence.database import Store
from olapp.persistence.history import MOST, SPAN
from olapp.persistence.troubles import Gone


def typed(store: Store, moments: list[datetime], notes: dict[int, str] | None = None) -> int:
    """Keep a change at each moment; change n says n."""
    with store.begin() as unit:
        draft = unit.drafts.add(Declaration(explanation="1"), at=moments[0])
        for number, at in enumerate(moments[1:], start=2):
            document = replace(draft.document, explanation=str(number))
            note = (notes or {}).get(number)
            unit.drafts.keep(draft.id, document, version=number - 1, at=at, note=note)
    return draft.id


def test_a_minute_of_typing_is_one_row_and_the_newest_row_is_the_present(
    store: Store, now: datetime
) -> None:
    draft_id = typed(store, [now + second * timedelta(seconds=1) for second in range(150)])
    with store.read() as unit:
        history = unit.drafts.history(draft_id)
        assert [version.version for version in history] == [150, 120, 60]
        assert [unit.drafts.at_version(draft_id, version.version) for version in history] == [
            Declaration(explanation=text) for text in ("150", "120", "60")
        ]
        assert unit.drafts.get(draft_id).document == Declaration(explanation="150")
    assert all(version.at - version.since < SPAN for version in history)


def test_a_pause_leaves_the_state_before_it_behind(store: Store, now: datetime) -> None:
    draft_id = typed(store, [now, now + timedelta(seconds=5), now + timedelta(hours=1)])
    with store.read() as unit:
        assert [version.version for version in unit.drafts.history(draft_id)] == [3, 2]


def test_a_noted_version_is_never_written_over(store: Store, now: datetime) -> None:
    draft_id = typed(store, [now] * 5, notes={3: "restored"})
    with store.read() as unit:
        history = unit.drafts.history(draft_id)
    assert [(version.version, version.note) for version in history] == [
        (5, None),
        (3, "restored"),
        (2, None),
    ]


def test_a_note_on_the_present_version_keeps_it(store: Store, now: datetime) -> None:
    draft_id = typed(store, [now])
    with store.begin() as unit:
        unit.drafts.annotate(draft_id, "printed")
        unit.drafts.keep(draft_id, Declaration(explanation="2"), version=1, at=now)
        assert unit.drafts.at_version(draft_id, 1) == Declaration(explanation="1")


def test_a_clock_set_back_loses_no_version(store: Store, now: datetime) -> None:
    draft_id = typed(store, [now, now - timedelta(days=1)])
    with store.read() as unit:
        assert [version.version for version in unit.drafts.history(draft_id)] == [2, 1]


def test_the_oldest_rows_without_a_note_give_way(store: Store, now: datetime) -> None:
    hours = [now + hour * timedelta(hours=1) for hour in range(MOST + 10)]
    draft_id = typed(store, hours, notes={2: "filed"})
    with store.read() as unit:
        history = unit.drafts.history(draft_id)
    assert len(history) == MOST + 1
    assert (history[-1].version, history[-1].note) == (2, "filed")
    assert history[0].version == MOST + 10


def test_a_version_that_is_not_there_is_a_trouble(store: Store, now: datetime) -> None:
    draft_id = typed(store, [now])
    with store.read() as unit, pytest.raises(Gone):
        unit.drafts.at_version(draft_id, 7)
