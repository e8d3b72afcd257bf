"""Stating facts of many patents in the window."""

from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from olapp.domain.patent import Register
from olapp.domain.stated import StatedFacts
from olapp.services.desk import Desk
from olapp.services.portfolio import Foreseen, HoldingQuery
from olapp.services.screening import Verdict
from olapp.ui import tasks
from olapp.ui.editors import Entry
from olapp.ui.pages.portfolio_facts import FactsDialog, FactsQuestion
from olapp.ui.screen import Screen

DAY = date(2026, 11, 20)
CLEAR = StatedFacts(
    has_licensed=False,
    is_suspended=False,
    is_pledged=False,
    has_live_declaration=False,
    are_fees_paid=True,
    register_checked_on=DAY,
)


@pytest.fixture
def kept(desk: Desk, patents: ModuleType) -> list[int]:
    """Three patents of which nobody has said what only the register knows."""
    made = []
    for number in patents.NUMBERS[:3]:
        holding = patents.holding(
            number,
            is_suspended=None,
            is_pledged=None,
            has_live_declaration=None,
            fees_paid_through=None,
            fees_checked_on=None,
            register=Register(),
        )
        made.append(desk.portfolio.add(replace(holding, has_licensed=None)).id)
    return made


def test_facts_are_stated_of_all_that_is_chosen_and_taken_back(
    kept: list[int], open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio")
    desktop.settle()
    desktop.window.page.table.selectAll()
    desktop.answers["facts"] = CLEAR
    desktop.window.run("state_facts")
    desktop.settle()
    assert desk.screening.run().counts[Verdict.ELIGIBLE] == 3
    desktop.window.place.notices.act()
    desktop.settle()
    assert desk.portfolio.open(kept[0]).holding.patent.is_pledged is None
    assert desk.screening.run().counts[Verdict.UNKNOWN] == 3


def test_who_states_nothing_changes_nothing(kept: list[int], open_desktop: Any, desk: Desk) -> None:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio", HoldingQuery(ids=(kept[0],)))
    desktop.settle()
    before = desk.portfolio.open(kept[0])
    desktop.window.page.table.selectAll()
    desktop.window.run("state_facts")
    desktop.settle()
    assert desk.portfolio.open(kept[0]) == before


@pytest.fixture
def dialog(english: Screen, qtbot: QtBot) -> FactsDialog:
    """The questions on 3,000 patents, of which a hundred keep something."""

    def foresee(facts: StatedFacts) -> Foreseen:
        return Foreseen(chosen=3000, changed=2900, contrary=100 if facts.is_pledged is False else 0)

    question = FactsQuestion(count=3000, today=DAY, foresee=foresee, failed=lambda _: None)
    made = FactsDialog(None, english, question)
    qtbot.addWidget(made)
    made.show()
    return made


def answer(dialog: FactsDialog, name: str, value: object, bot: QtBot) -> None:
    dialog.editors[name].show_entry(Entry(value))
    dialog.editors[name].edited.emit()
    bot.waitUntil(lambda: tasks.is_idle() and "Counting" not in dialog.told.text())


def test_nothing_is_answered_at_first_and_nothing_can_be_stated(dialog: FactsDialog) -> None:
    assert dialog.facts() == StatedFacts()
    assert not dialog.button.isEnabled()


def test_it_is_counted_how_many_will_be_changed(dialog: FactsDialog, qtbot: QtBot) -> None:
    answer(dialog, "is_pledged", False, qtbot)
    assert "2,900" in dialog.told.text()
    assert "100" in dialog.told.text()
    assert dialog.button.isEnabled()
    assert dialog.facts() == StatedFacts(is_pledged=False)


def test_a_look_at_the_register_tomorrow_is_refused(dialog: FactsDialog, qtbot: QtBot) -> None:
    answer(dialog, "register_checked_on", date(2026, 11, 21), qtbot)
    assert not dialog.button.isEnabled()
    assert dialog.facts() is None
    answer(dialog, "register_checked_on", DAY, qtbot)
    assert dialog.button.isEnabled()


def test_a_day_that_is_none_is_not_stated(dialog: FactsDialog, qtbot: QtBot) -> None:
    answer(dialog, "is_suspended", False, qtbot)
    editor = dialog.editors["fees_checked_on"]
    editor.show_entry(Entry(None, "31.11.2026"))
    editor.edited.emit()
    assert not dialog.button.isEnabled()
    assert dialog.told.text()


def test_it_is_answered_by_the_keyboard_alone(dialog: FactsDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    dialog.editors["are_fees_paid"].setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.button.isEnabled)
    assert dialog.facts() == StatedFacts(are_fees_paid=True)
    dialog.button.setFocus()
    assert isinstance(QApplication.focusWidget(), QPushButton)
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    assert dialog.result() == FactsDialog.DialogCode.Accepted


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_every_question_has_a_name_and_fits(
    language: str, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    screen = request.getfixturevalue(language)
    question = FactsQuestion(
        count=3, today=DAY, foresee=lambda _: Foreseen(), failed=lambda _: None
    )
    dialog = FactsDialog(None, screen, question)
    qtbot.addWidget(dialog)
    dialog.show()
    for editor in dialog.editors.values():
        target = editor.focusProxy() or editor
        assert target.accessibleName()
        assert editor.width() >= editor.minimumSizeHint().width()
