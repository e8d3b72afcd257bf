"""Both languages, both themes, all scales: nothing left untranslated, unnamed or clipped."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTabWidget,
    QWidget,
)

from olapp.services.desk import Desk
from olapp.ui.colours import DARK, LIGHT, Colours, contrast
from olapp.ui.commands import COMMANDS
from olapp.ui.pages.draft import DraftPage
from olapp.ui.screen import Screen

ENGLISH_ALLOWED = re.compile(
    r"olapp|English|OL-[A-Z]+-\d+|https?://\S+|PDF|PCT|CNY|Alt|Ctrl|Shift|Insert|Delete|F\d+|"
    r"[\w.]+@[\w.]+|ZL[\dX.]+|CN\w+|ZL|CN|IPC|U\+\w+|GmbH|\([A-Z]\)|[A-Z]\d\d\w*/\d+|[0-9A-HJ-NPQRTUWXY]{18}"
)
WORD = re.compile(r"[A-Za-z]{3,}")
HANZI = re.compile(r"[\u4e00-\u9fff]")
INPUTS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QAbstractItemView)


def texts(widget: QWidget) -> Iterator[str]:
    """Everything a widget and its children say, tips and names for screen readers too."""
    for one in [widget, *widget.findChildren(QWidget)]:
        yield one.toolTip()
        yield one.accessibleName()
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QTabWidget):
            yield from (one.tabText(at) for at in range(one.count()))
        if isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
        if isinstance(one, QTableView):
            model = one.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        yield from (action.text() for action in one.actions())


def opened(desktop: Any, desk: Desk) -> DraftPage:
    """The fullest draft there is, every item open, the preview drawn."""
    desktop.window.open_draft(desk.drafts.add(desk.samples.example()))
    page: DraftPage = desktop.wait_for_draft()
    for place in ("patentees.0.name", "patentees.1.name", "signatures.0.name"):
        page.form.go_to(place)
    page.toggle_preview()
    desktop.settle()
    return page


def test_a_chinese_window_says_no_english_sentence(open_desktop: Any, desk: Desk) -> None:
    desktop = open_desktop("zh")
    said = set(texts(desktop.window))
    opened(desktop, desk)
    said |= set(texts(desktop.window))
    left = {text for text in said if WORD.search(ENGLISH_ALLOWED.sub("", text))}
    assert not left


def test_an_english_window_says_no_chinese_but_what_was_typed(
    open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("en")
    page = opened(desktop, desk)
    menus = [action.text() for action in desktop.window.menuBar().actions()]
    said = [*texts(page.bar), *menus]
    said += [label.text() for label in page.form.findChildren(QLabel)]
    left = {text for text in said if HANZI.search(text)}
    allowed = {page.bar.title.text(), page.bar.title.toolTip()}
    shown = {text for text in left - allowed if not quotes_the_document(text, page)}
    assert not shown


def quotes_the_document(text: str, page: DraftPage) -> bool:
    """Whether the Chinese in a text comes from the declaration or names an office or a system."""
    return text in page.form.findChildren(QLabel) or any(
        HANZI.search(text) and found in text
        for found in ("示例", "测试", "专利业务办理系统", "中国境内", "一种")
    )


def test_the_language_changes_in_the_middle_of_a_word_and_nothing_is_lost(
    open_desktop: Any,
) -> None:
    desktop = open_desktop("zh")
    page = desktop.open_new()
    commit = QInputMethodEvent()
    commit.setCommitString("ZL2020半截")
    QApplication.sendEvent(QApplication.focusWidget(), commit)
    page.form.go_to("patent.filed_on")
    QTest.keyClicks(QApplication.focusWidget(), "last year")
    desktop.window.choose_language("en")
    again = desktop.wait_for_draft()
    assert again is not page
    assert again.editing is page.editing
    assert again.form.focused_path() == "patent.filed_on"
    assert QApplication.focusWidget().text() == "last year"
    assert again.form.widget_at("patent.number").line.text() == "ZL2020半截"
    assert again.editing.can_undo
    assert desktop.window.menuBar().actions()[0].text() == "&File"
    assert desktop.window.place.preferences.settings.language == "en"


def test_qt_itself_speaks_chinese(open_desktop: Any) -> None:
    open_desktop("zh")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_every_input_has_a_name_for_screen_readers(open_desktop: Any, desk: Desk) -> None:
    desktop = open_desktop("zh")
    unnamed = list(nameless(desktop.window.drafts))
    page = opened(desktop, desk)
    unnamed += nameless(page)
    assert not unnamed


def nameless(page: QWidget) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if not isinstance(widget, INPUTS) or not widget.isVisibleTo(page):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_tab_follows_the_form(open_desktop: Any, desk: Desk) -> None:
    desktop = open_desktop("zh")
    page = opened(desktop, desk)
    page.form.go_to("patent.number")
    places: list[str] = []
    for _ in range(400):
        place = page.form.focused_path()
        if place and place not in places:
            places.append(place)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if places and page.form.focused_path() == "":
            break
    body, corner = page.form.widget(), QPoint()
    tops = [page.form.widget_at(place).mapTo(body, corner).y() for place in places]
    assert len(places) > 60
    assert tops == sorted(tops)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground(colours: Colours) -> None:
    texts_ = ("text", "muted", "accent", "error", "unknown", "warning", "info", "good")
    grounds = ("ground", "card", "field")
    weak = [
        (text, ground)
        for text in texts_
        for ground in grounds
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    ]
    assert not weak
    assert contrast(colours.text, colours.selection) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.text, colours.error_ground) >= 4.5
    assert contrast(colours.outline, colours.field) >= 3
    assert contrast(colours.outline, colours.card) >= 3


def test_black_on_white_is_21_to_1() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21


def test_every_command_has_its_picture(chinese: Screen) -> None:
    for command in COMMANDS:
        if command.icon:
            assert not chinese.theme.icon(command.icon).isNull()


def test_no_two_commands_share_a_key() -> None:
    keys = [command.keys for command in COMMANDS if command.keys]
    assert len(keys) == len(set(keys))


def test_the_theme_changes_while_a_draft_is_open(open_desktop: Any, desk: Desk) -> None:
    desktop = open_desktop("zh")
    page = opened(desktop, desk)
    desktop.window.choose_theme("dark")
    again = desktop.wait_for_draft()
    assert again is not page
    image: QImage = desktop.window.grab().toImage()
    assert image.pixelColor(3, image.height() - 3).lightness() < 60


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [800, 1000, 1280, 1920])
def test_nothing_is_clipped_and_nothing_scrolls_sideways(
    open_desktop: Any, desk: Desk, language: str, width: int
) -> None:
    desktop = open_desktop(language)
    desktop.window.resize(width, 800)
    page = opened(desktop, desk)
    desktop.bot.wait(30)
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
    assert not list(clipped(page))


def clipped(page: QWidget) -> Iterator[str]:
    """Labels and buttons whose words need more room than they have."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored:
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                yield f"{widget.text()!r} {widget.size()}"
        elif needed.width() > widget.width() + 1 or needed.height() > widget.height() + 1:
            yield f"{widget.text()!r} {widget.size()} < {needed}"


def test_chinese_is_drawn_and_never_as_boxes(chinese: Screen, tmp_path: Path) -> None:
    pictures = set()
    for text in ("专", "利", "𬭎", "㛃"):
        label = QLabel(text)
        label.setFont(chinese.font(3))
        pictures.add(bytes(label.grab().toImage().constBits()))
    assert len(pictures) == 4
