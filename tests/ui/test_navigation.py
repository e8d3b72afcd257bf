"""The rail: every page is one key away, and the last one comes back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from olapp.ui.navigation import PAGES, first_page, kind_named
from olapp.ui.pages.draft import DraftPage

ON_RAIL = [kind for kind in PAGES if kind.is_on_rail]
KEYS = [getattr(Qt.Key, f"Key_{number}") for number in range(1, len(ON_RAIL) + 1)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_opens_by_its_key_in_every_language(open_desktop: Any, language: str) -> None:
    desktop = open_desktop(language)
    for kind, key in zip(ON_RAIL, KEYS, strict=True):
        QTest.keyClick(desktop.window, key, Qt.KeyboardModifier.ControlModifier)
        desktop.settle()
        assert desktop.window.pages.name == kind.name
        assert desktop.window.page.isVisible()


def test_the_button_of_the_page_on_the_screen_is_pressed_and_no_other(desktop: Any) -> None:
    buttons = desktop.window.pages._rail.buttons  # noqa: SLF001 - what a person sees
    buttons["portfolio"].click()
    desktop.settle()
    assert [name for name, button in buttons.items() if button.isChecked()] == ["portfolio"]


def test_a_page_is_made_when_it_is_first_shown_and_only_once(desktop: Any) -> None:
    made = desktop.window.pages._made  # noqa: SLF001 - what a start has to pay for
    assert list(made) == ["declarations"]
    desktop.window.go("portfolio")
    page = desktop.window.page
    desktop.window.go("declarations")
    desktop.window.go("portfolio")
    desktop.settle()
    assert desktop.window.page is page


def test_the_last_page_is_remembered(desktop: Any) -> None:
    desktop.window.go("portfolio")
    desktop.settle()
    assert desktop.window.place.preferences.settings.page == "portfolio"


def test_a_page_that_needs_a_subject_is_not_the_one_to_begin_with(desktop: Any) -> None:
    desktop.window.go("portfolio")
    desktop.window.go("holding")
    desktop.settle()
    assert desktop.window.place.preferences.settings.page == "portfolio"
    assert first_page("holding") == "declarations"


def test_a_page_nobody_knows_any_more_is_that_of_a_first_start() -> None:
    assert kind_named("gone").name == "declarations"


def test_an_open_draft_is_kept_before_another_page_comes(desktop: Any, desk: Any) -> None:
    page = desktop.open_new()
    page.form.go_to("patent.number")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "ZL202010123456.2")
    draft_id = page.editing.id
    desktop.window.go("portfolio")
    desktop.bot.waitUntil(lambda: not isinstance(desktop.window.page, DraftPage))
    desktop.settle()
    assert desk.drafts.open(draft_id).document.patent.number


def test_the_page_stays_when_the_language_changes(open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio")
    desktop.settle()
    desktop.window.choose_language("en")
    desktop.settle()
    assert desktop.window.pages.name == "portfolio"


def test_a_narrow_window_leaves_the_words_of_the_rail_out(desktop: Any) -> None:
    rail = desktop.window.pages._rail  # noqa: SLF001 - what a person sees
    wide = rail.width()
    desktop.window.resize(800, 700)
    desktop.bot.waitUntil(lambda: rail.width() < wide)
    assert all(button.accessibleName() for button in rail.buttons.values())
