"""What people stumbled over when they tried the window."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from olapp.domain.finding import Severity
from olapp.domain.patent import Patent
from olapp.forms.declaration import DECLARATION
from olapp.ui.caret import caret, put_caret
from olapp.ui.dialogs import documents_folder
from olapp.ui.editors.choice import ChoiceEdit
from olapp.ui.editors.entry import Entry
from olapp.ui.geometry import sizes
from olapp.ui.places import form_order


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("place", ["patent.number", "patent.title"])
def test_the_keys_of_commands_work_while_a_text_box_has_the_focus(
    desktop: Any, tmp_path: Path, place: str
) -> None:
    page = desktop.open_new()
    desktop.answers["folder"] = tmp_path / "pack"
    page.form.go_to(place)
    desktop.bot.keyClick(focus(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    desktop.bot.waitUntil((tmp_path / "pack").is_dir, timeout=20_000)
    desktop.settle()


def test_a_drop_down_list_shows_all_of_its_choices(desktop: Any) -> None:
    page = desktop.open_new()
    edit = page.form.widget_at("patent.kind")
    assert isinstance(edit, ChoiceEdit)
    page.form.go_to("patent.kind")
    edit.box.showPopup()
    view = edit.box.view()
    desktop.bot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(edit.box.count() - 1, 0))
    assert view.viewport().rect().contains(last)
    edit.box.hidePopup()


def said_of(page: Any, key: str) -> str:
    at = next(at for at, each in enumerate(DECLARATION.sections) if each.key == key)
    said = page.sections.item(at).data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    return said.rpartition(", ")[2]


def test_a_section_nobody_filled_in_gets_no_tick(open_desktop: Any) -> None:
    desktop = open_desktop("en")
    page = desktop.open_new()
    assert said_of(page, "agency") == "Not filled in"
    assert "No objections" not in {said_of(page, each.key) for each in DECLARATION.sections}
    desktop.window.editing.type("agency_acts", Entry(False))
    desktop.settle()
    assert said_of(page, "agency") == "No objections"


def test_the_caret_stays_where_it_was_when_the_language_changes(open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    page = desktop.open_new()
    desktop.window.editing.take(
        replace(page.editing.document, patent=Patent(title="一种可折叠的支架")), "patent.title"
    )
    page.form.go_to("patent.title")
    put_caret(focus(), 4)
    desktop.window.choose_language("en")
    desktop.wait_for_draft()
    assert caret(focus()) == 4
    desktop.window.choose_theme("dark")
    desktop.wait_for_draft()
    assert caret(focus()) == 4


def test_marks_that_turn_text_around_are_shown_by_their_numbers(desktop: Any) -> None:
    page = desktop.open_new()
    patent = Patent(title="支架\u202e一", number="ZL2020\u200e")
    page.editing.take(replace(page.editing.document, patent=patent), "patent.title")
    desktop.settle()
    assert "〔U+202E〕" in page.bar.title.text()
    said = [desktop.window.place.screen.finding(each) for each in page.editing.findings]
    assert not [text for text in said if "\u202e" in text or "\u200e" in text]
    page.close_draft()
    desktop.settle()
    assert "\u202e" not in desktop.window.drafts.model.text(0, 0)


def test_a_file_with_many_faults_names_the_places_in_words_and_counts_the_rest(
    desktop: Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"schema": 1, "patentees": [' + ", ".join(['{"name": 1}'] * 30) + "]}")
    desktop.answers["open_file"] = path
    desktop.window.drafts.import_file()
    desktop.settle()
    lines = desktop.said[-1].splitlines()
    assert any("专利权人 · " in line for line in lines)
    assert not any(line.startswith(("/", ":", "：", "patentees")) for line in lines)
    assert lines[-1].startswith("还有")


def test_findings_of_one_weight_stand_in_the_order_of_the_form(desktop: Any) -> None:
    view = desktop.open_new().findings
    places = []
    while (place := view.step(1)) not in places:
        places.append(place)
    errors = [
        found.field for found in desktop.window.editing.findings if found.severity is Severity.ERROR
    ]
    shown = places[: len(set(errors))]
    assert sorted(shown, key=form_order) == shown
    assert shown[0].startswith("patent.")


def test_a_pack_that_must_not_be_filed_says_so_in_red_before_and_after(
    open_desktop: Any, tmp_path: Path
) -> None:
    desktop = open_desktop("en")
    page = desktop.open_new()
    assert page.bar.export.text() == "Export a draft"
    desktop.answers["folder"] = tmp_path / "pack"
    page.output.export()
    panel = page.export_panel
    assert "not to be filed" in panel.doubts.text.text()
    desktop.settle()
    errors = sum(found.severity is Severity.ERROR for found in page.editing.findings)
    assert panel.doubts.isVisible()
    assert f"errors {errors}" in panel.doubts.text.text()
    assert "not to be judged" in panel.doubts.text.text()


def test_a_folder_that_refused_the_pack_is_not_offered_again(desktop: Any, tmp_path: Path) -> None:
    page = desktop.open_new()
    (tmp_path / "file").write_text("in the way")
    desktop.answers["folder"] = tmp_path / "file"
    page.output.export()
    desktop.settle()
    assert desktop.said
    assert not desktop.window.place.preferences.settings.export_folder


def test_the_first_window_fits_on_a_small_screen() -> None:
    size, least = sizes(QRect(0, 0, 683, 368))
    for each in (size, least):
        assert each.width() <= 683
        assert each.height() <= 368
    assert sizes(QRect(0, 0, 1920, 1040))[0].toTuple() == (1280, 800)


def test_the_file_dialog_of_qt_is_wholly_chinese(open_desktop: Any) -> None:
    open_desktop("zh")
    words = ("&Look in:", "File &name:", "Files of &type:", "&Open", "Directory:")
    assert not [text for text in words if QApplication.translate("QFileDialog", text).isascii()]
    assert QApplication.translate("QFileDialog", "unheard of") == "unheard of"


def test_file_dialogs_start_at_home_where_there_is_no_folder_of_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert Path(documents_folder()).is_dir()


def test_a_draft_put_in_the_bin_comes_back_on_undo(desktop: Any) -> None:
    desktop.open_new().close_draft()
    desktop.settle()
    drafts = desktop.window.drafts
    drafts.discard(drafts.model.rows[0])
    desktop.settle()
    assert not drafts.model.rows
    desktop.window.run("undo")
    desktop.settle()
    assert len(drafts.model.rows) == 1
    assert "undo" not in drafts.commands()
