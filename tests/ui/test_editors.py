from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from olapp.domain.declaration import Declaration
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import PatentKind
from olapp.forms.declaration import DECLARATION
from olapp.forms.spec import Field, Group
from olapp.ui.editors import Entry, ValueEdit, editor_for
from olapp.ui.screen import Screen

FIELDS = {item.path: item for item in DECLARATION.items() if isinstance(item, Field)}
GROUPS = {item.path: item for item in DECLARATION.items() if isinstance(item, Group)}
Open = Callable[[str], ValueEdit]


@pytest.fixture
def edit(qtbot: QtBot, chinese: Screen) -> Open:
    """Opens the editor of a field, with a second widget to go away to."""

    held: list[QWidget] = []

    def open_it(path: str) -> ValueEdit:
        holder = QWidget()
        held.append(holder)
        box = QVBoxLayout(holder)
        owner, _, inner = path.rpartition("/")
        if owner:
            group = GROUPS[owner]
            field = next(field for field in group.fields if field.path == inner)
            editor = editor_for(field, group.item, chinese)
        else:
            editor = editor_for(FIELDS[path], Declaration, chinese)
        away = QWidget()
        away.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addWidget(editor)
        box.addWidget(away)
        qtbot.addWidget(holder)
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is holder)
        editor.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.focusProxy())
        editor.setProperty("away", away)
        return editor

    return open_it


def write(text: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def leave(editor: ValueEdit) -> None:
    editor.property("away").setFocus()


def shown(editor: ValueEdit) -> str:
    proxy: Any = editor.focusProxy()
    return str(proxy.text() if hasattr(proxy, "text") else proxy.toPlainText())


@pytest.mark.parametrize(
    ("path", "typed", "value", "after"),
    [
        ("patent.number", "ZL202010123456.2", "ZL202010123456.2", "ZL202010123456.2"),
        ("patent.title", "一种支架", "一种支架", "一种支架"),
        ("patent.filed_on", "2020.1.13", date(2020, 1, 13), "2020-01-13"),
        ("patent.filed_on", "2020年1月13日", date(2020, 1, 13), "2020-01-13"),
        ("patent.filed_on", "20200113", date(2020, 1, 13), "2020-01-13"),
        ("patent.fees_paid_through", "１2", 12, "12"),
        ("fee.amount", "￥1,200.5元", Yuan.of("1200.50"), "1,200.50"),
        ("fee.amount", "5万", Yuan.of(50000), "50,000.00"),
        ("fee.amount", "0.125", Yuan.of("0.125"), "0.125"),
        ("fee.rate", "3", Rate.of(3), "3%"),
        ("fee.rate", "２.５０％", Rate.of("2.5"), "2.5%"),
        ("patent.register.owners", "甲\n\n 乙 ", ("甲", "乙"), "甲\n\n 乙 "),
        ("explanation", "第一段\n第二段", "第一段\n第二段", "第一段\n第二段"),
    ],
)
def test_a_value_is_read_as_people_write_it_and_shown_in_its_usual_form(
    edit: Open, path: str, typed: str, value: object, after: str
) -> None:
    editor = edit(path)
    write(typed)
    assert editor.entry() == Entry(value)
    leave(editor)
    assert shown(editor) == after
    assert editor.entry() == Entry(value)
    assert editor.complaint() == ""


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("patent.filed_on", "13/01/2020"),
        ("patent.filed_on", "2020-02-30"),
        ("patent.fees_paid_through", "第五年"),
        ("fee.amount", "五万左右"),
        ("fee.amount", "面议"),
        ("fee.rate", "3-5%"),
    ],
)
def test_a_text_that_cannot_be_read_stays_as_typed_and_is_marked_in_words(
    edit: Open, chinese: Screen, path: str, typed: str
) -> None:
    editor = edit(path)
    write(typed)
    assert editor.entry() == Entry(unread=typed)
    leave(editor)
    assert shown(editor) == typed
    assert editor.focusProxy().property("misread") is True
    assert chinese.say(editor.complaint()).startswith("无法识别")


def test_a_misread_text_loses_its_mark_as_soon_as_it_can_be_read(edit: Open) -> None:
    editor = edit("fee.amount")
    write("5块")
    leave(editor)
    assert editor.complaint()
    editor.setFocus()
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Backspace)
    assert not editor.focusProxy().property("misread")


def test_an_empty_field_is_no_value(edit: Open) -> None:
    for path in ("patent.number", "patent.title", "patent.filed_on", "fee.amount", "fee.rate"):
        editor = edit(path)
        write("   ")
        assert editor.entry() == Entry()


def test_showing_what_stands_there_already_leaves_text_and_cursor_alone(edit: Open) -> None:
    editor = edit("fee.amount")
    write("5万")
    editor.show_entry(Entry(Yuan.of(50000)))
    assert shown(editor) == "5万"


def test_a_long_text_is_not_cut(edit: Open) -> None:
    editor = edit("patent.number")
    write("长" * 40_000)
    assert len(editor.entry().value) == 40_000


def test_a_choice_starts_blank_and_goes_by_arrow_keys(edit: Open) -> None:
    editor = edit("patent.kind")
    assert editor.entry() == Entry(None)
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Down)
    assert editor.entry() == Entry(PatentKind.INVENTION)


def test_an_answer_is_unknown_until_it_is_given(edit: Open, chinese: Screen) -> None:
    editor = edit("has_licensed")
    box: Any = editor.focusProxy()
    assert box.currentText() == chinese.choice(None)
    assert editor.entry() == Entry(None)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert editor.entry() == Entry(True)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert editor.entry() == Entry(False)


def test_space_ticks(edit: Open) -> None:
    editor = edit("undertakings.fees_paid")
    assert editor.entry() == Entry(False)
    QTest.keyClick(editor.focusProxy(), Qt.Key.Key_Space)
    assert editor.entry() == Entry(True)


def test_an_identity_number_is_hidden_unless_one_types_or_asks(edit: Open) -> None:
    editor = edit("patentees/identity_number")
    write("11010119900307123X")
    assert shown(editor) == "11010119900307123X"
    leave(editor)
    assert "19900307" not in shown(editor)
    assert editor.entry() == Entry("11010119900307123X")
    eye: Any = editor.eye  # type: ignore[attr-defined]
    eye.setFocus()
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert shown(editor) == "11010119900307123X"
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert "19900307" not in shown(editor)
    editor.setFocus()
    assert shown(editor) == "11010119900307123X"


def test_an_identity_number_from_the_store_is_hidden_too(edit: Open) -> None:
    editor = edit("patentees/identity_number")
    leave(editor)
    editor.show_entry(Entry("11010119900307123X"))
    assert "19900307" not in shown(editor)


def test_the_wheel_scrolls_past_a_list_that_has_no_focus(edit: Open) -> None:
    editor = edit("patent.kind")
    leave(editor)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.focusProxy(), wheel)
    assert editor.entry() == Entry(None)


def test_a_date_can_be_taken_from_a_calendar_by_keyboard(edit: Open, qtbot: QtBot) -> None:
    editor: Any = edit("patent.filed_on")
    write("2020-01-13")
    QTest.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup: Any = QApplication.activePopupWidget()
    assert popup.calendar.selectedDate() == QDate(2020, 1, 13)
    popup.calendar.activated.emit(QDate(2020, 1, 14))
    assert editor.entry() == Entry(date(2020, 1, 14))
    assert QApplication.activePopupWidget() is None


def test_a_phrase_is_inserted_from_its_menu(edit: Open) -> None:
    editor: Any = edit("fee.remarks")
    phrase = FIELDS["fee.remarks"].suggestions[0]
    menu = next(button.menu() for button in editor.findChildren(QWidget) if hasattr(button, "menu"))
    menu.actions()[0].trigger()
    assert editor.entry() == Entry(phrase)


def test_every_field_of_the_form_has_an_editor(chinese: Screen, qtbot: QtBot) -> None:
    for field in FIELDS.values():
        qtbot.addWidget(editor_for(field, Declaration, chinese))
    for group in GROUPS.values():
        for field in group.fields:
            qtbot.addWidget(editor_for(field, group.item, chinese))
