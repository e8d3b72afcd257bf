from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from olapp.domain.declaration import Declaration, Unreadable
from olapp.domain.party import Party
from olapp.domain.patent import Patent, PatentKind
from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble
from olapp.services.desk import Desk
from olapp.ui.conflict import told
from olapp.ui.history_dialog import HistoryDialog, Past
from olapp.ui.pages.draft import DraftPage
from olapp.ui.screen import Screen

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TITLES = ("支架", "一种支架", "一种折叠支架")


def titled(title: str) -> Declaration:
    return Declaration(patent=Patent(title=title, number="ZL202010123456.2"))


def hours() -> Iterator[datetime]:
    """Moments an hour apart, so that each change is a version of its own."""
    at = datetime(2026, 11, 20, 1, tzinfo=UTC)
    while True:
        yield at
        at += timedelta(hours=1)


@pytest.fixture
def draft_id(desk: Desk) -> int:
    """A draft whose title was thought better of twice."""
    clock = hours()
    drafts = replace(desk.drafts, now=lambda: next(clock))
    draft = drafts.add(titled(TITLES[0]))
    for title in TITLES[1:]:
        draft, _ = drafts.keep(draft, titled(title))
    return draft.id


def opened(desktop: Any, draft_id: int) -> DraftPage:
    desktop.window.drafts.open(draft_id)
    page: DraftPage = desktop.wait_for_draft()
    return page


def title(page: DraftPage) -> str | None:
    return page.editing.document.patent.title


def past_of(desk: Desk, draft_id: int, failed: Any = None) -> Past:
    drafts = desk.drafts
    return Past(
        drafts.open(draft_id).document,
        drafts.history(draft_id)[1:],
        lambda version: drafts.at_version(draft_id, version),
        failed or pytest.fail,
    )


def shown(desktop: Any, past: Past) -> HistoryDialog:
    dialog = HistoryDialog(desktop.window, desktop.window.place.screen, past)
    dialog.open()
    desktop.settle()
    return dialog


def test_an_earlier_version_comes_back_as_one_step_and_is_kept(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    page = opened(desktop, draft_id)
    desktop.answers["look_back"] = 1
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_H, CTRL)
    desktop.settle()
    assert title(page) == TITLES[0]
    assert desk.drafts.open(draft_id).document == titled(TITLES[0])
    page.editing.undo()
    desktop.settle()
    assert title(page) == TITLES[2]
    assert not page.editing.can_undo
    assert desk.drafts.open(draft_id).document == titled(TITLES[2])


def test_what_was_brought_back_over_is_in_the_history(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    opened(desktop, draft_id)
    desktop.answers["look_back"] = 1
    desktop.window.run("history")
    desktop.settle()
    kept = [version.version for version in desk.drafts.history(draft_id)]
    documents = [desk.drafts.at_version(draft_id, version) for version in kept]
    assert documents[:2] == [titled(TITLES[0]), titled(TITLES[2])]


def test_looking_without_choosing_changes_nothing(desktop: Any, draft_id: int) -> None:
    page = opened(desktop, draft_id)
    desktop.window.run("history")
    desktop.settle()
    assert title(page) == TITLES[2]
    assert not page.editing.can_undo


def test_a_draft_without_a_past_says_so(desktop: Any) -> None:
    desktop.open_new()
    desktop.window.run("history")
    desktop.settle()
    assert "历史版本" in desktop.window.place.notices.text


def test_the_versions_stand_newest_first_with_their_local_time(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    dialog = shown(desktop, past_of(desk, draft_id))
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    local = datetime(2026, 11, 20, 2, tzinfo=UTC).astimezone()
    assert lines[0].startswith(local.strftime("%Y-%m-%d %H:%M"))
    assert [line.rsplit("　", 1)[1] for line in lines] == ["第 2 版", "第 1 版"]


def test_what_would_change_is_shown_before_anything_is_brought_back(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    dialog = shown(desktop, past_of(desk, draft_id))
    assert TITLES[1] in dialog.fields.toPlainText()
    QTest.keyClick(dialog.list, KEY.Key_Down)
    assert not dialog.button.isEnabled()
    desktop.settle()
    told = dialog.fields.toPlainText()
    assert told.index(TITLES[2]) < told.index(f" {TITLES[0]}")
    assert "ZL" not in told
    assert dialog.button.isEnabled()


def test_choices_and_empty_fields_are_told_in_words(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    design = replace(titled(TITLES[1]), patent=Patent(kind=PatentKind.DESIGN, title=TITLES[1]))
    told = shown(desktop, replace(past_of(desk, draft_id), present=design)).fields.toPlainText()
    assert "外观设计" in told
    assert told.count("（空）") == 2


def test_enter_brings_the_chosen_version_back(desktop: Any, desk: Desk, draft_id: int) -> None:
    dialog = shown(desktop, past_of(desk, draft_id))
    dialog.list.setFocus()
    QTimer.singleShot(0, lambda: QTest.keyClick(dialog.list, KEY.Key_Return))
    assert dialog.choose() == titled(TITLES[1])


def test_a_version_equal_to_the_present_is_not_brought_back(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    past = replace(past_of(desk, draft_id), present=titled(TITLES[1]))
    dialog = shown(desktop, past)
    assert not dialog.button.isEnabled()
    assert dialog.summary.text()


def test_a_version_that_cannot_be_read_is_told_and_the_others_still_can(
    desktop: Any, desk: Desk, draft_id: int
) -> None:
    troubles: list[Exception] = []
    past = past_of(desk, draft_id, troubles.append)
    newest = past.versions[0].version

    def fetch(version: int) -> Declaration:
        if version == newest:
            raise Trouble(Sentence("torn"), "store", Sentence("none"))
        return past.fetch(version)

    dialog = shown(desktop, replace(past, fetch=fetch))
    assert len(troubles) == 1
    assert not dialog.button.isEnabled()
    dialog.list.setCurrentRow(1)
    desktop.settle()
    assert dialog.button.isEnabled()


def test_differences_show_identity_numbers_masked(chinese: Screen) -> None:
    before = Declaration(patentees=(Party(identity_number="11010519491231002X"),))
    after = Declaration(patentees=(Party(identity_number="440524188001010014"),))
    text = told(before, after, chinese)
    assert "证件号码" in text
    assert "19491231" not in text
    assert "18800101" not in text


def test_entries_that_cannot_be_read_are_named_in_words(chinese: Screen) -> None:
    entry = Unreadable(field="fee.amount", text="五十块")
    text = told(Declaration(), Declaration(unreadable=(entry,)), chinese)
    assert "unreadable" not in text
