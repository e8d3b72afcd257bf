from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from olapp.domain.declaration import Declaration, Unreadable
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.money import Yuan
from olapp.domain.party import Party
from olapp.domain.patent import Patent, PatentKind
from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble
from olapp.services.desk import Desk
from olapp.services.interchange import read_declaration
from olapp.ui import tasks
from olapp.ui.editors import Entry
from olapp.ui.pages.draft import DraftPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def write(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def field(page: DraftPage, path: str) -> Any:
    """The editor at a place, without opening or focusing anything."""
    return next(w for w in page.form.findChildren(QWidget) if w.property("place") == path)


def go(page: DraftPage, path: str) -> None:
    page.form.go_to(path)
    QApplication.processEvents()


def open_with(desktop: Any, desk: Desk, document: Declaration) -> DraftPage:
    desktop.window.open_draft(desk.drafts.add(document))
    page: DraftPage = desktop.wait_for_draft()
    return page


def test_a_new_draft_starts_in_its_first_field(desktop: Any) -> None:
    desktop.open_new()
    assert QApplication.focusWidget().parentWidget().property("place") == "patent.number"


def test_what_is_typed_is_kept_and_comes_back(desktop: Any, desk: Desk) -> None:
    page = desktop.open_new()
    go(page, "fee.method")
    write_amount(page)
    desktop.settle()
    kept = desk.drafts.open(page.editing.id).document
    assert kept.fee.payment_days == 30
    assert kept == page.editing.document


def write_amount(page: DraftPage) -> None:
    page.editing.take(
        replace(page.editing.document, fee=FeeTerms(method=FeeMethod.LUMP_SUM)), "fee.method"
    )
    go(page, "fee.payment_days")
    write("30")


def test_a_text_that_cannot_be_read_survives_closing_and_opening(desktop: Any, desk: Desk) -> None:
    page = desktop.open_new()
    go(page, "patent.filed_on")
    write("去年夏天")
    press(KEY.Key_Tab)
    desktop.settle()
    draft_id = page.editing.id
    kept = desk.drafts.open(draft_id).document
    assert kept.unreadable == (Unreadable(field="patent.filed_on", text="去年夏天"),)
    page.close_draft()
    desktop.settle()
    desktop.window.drafts.open(draft_id)
    again = desktop.wait_for_draft()
    assert field(again, "patent.filed_on").line.text() == "去年夏天"
    go(again, "patent.filed_on")
    again.form.widget_at("patent.filed_on").line.selectAll()
    press(KEY.Key_Backspace)
    assert again.editing.document.unreadable == ()


def test_undo_and_redo_walk_over_fields_and_lead_there(desktop: Any) -> None:
    page = desktop.open_new()
    write("ZL2020")
    press(KEY.Key_Tab)
    go(page, "contact.name")
    write("李示例")
    press(KEY.Key_Z, MOD.ControlModifier)
    assert page.editing.document.contact.name is None
    assert field(page, "contact.name").line.text() == ""
    assert page.form.focused_path() == "contact.name"
    press(KEY.Key_Z, MOD.ControlModifier)
    assert page.editing.document.patent.number is None
    assert page.form.focused_path() == "patent.number"
    press(KEY.Key_Z, MOD.ControlModifier | MOD.ShiftModifier)
    press(KEY.Key_Y, MOD.ControlModifier)
    assert page.editing.document.contact.name == "李示例"
    assert field(page, "contact.name").line.text() == "李示例"
    assert not page.editing.can_redo


def test_fields_appear_when_they_apply_and_what_they_hold_is_not_lost(desktop: Any) -> None:
    page = desktop.open_new()
    assert not field(page, "fee.amount").isVisibleTo(page)
    page.editing.type("fee.method", Entry(FeeMethod.LUMP_SUM))
    assert field(page, "fee.amount").isVisibleTo(page)
    page.editing.type("fee.amount", Entry(Yuan.of(5)))
    page.editing.type("fee.method", Entry(FeeMethod.FREE))
    page.editing.type("fee.method", Entry(FeeMethod.LUMP_SUM))
    assert page.editing.document.fee.amount == Yuan.of(5)


def test_typing_makes_no_widget_and_drops_none(desktop: Any) -> None:
    page = desktop.open_new()
    before = set(page.form.findChildren(QWidget))
    write("ZL202010123456.2")
    page.editing.type("patent.kind", Entry(PatentKind.DESIGN))
    assert set(page.form.findChildren(QWidget)) == before


def test_items_are_added_moved_and_removed_by_keyboard(desktop: Any) -> None:
    page = desktop.open_new()
    go(page, "patentees")
    press(KEY.Key_Space)
    go(page, "patentees.0.name")
    write("甲大学")
    press(KEY.Key_Insert, MOD.AltModifier)
    assert page.form.focused_path() == "patentees.1.kind"
    go(page, "patentees.1.name")
    write("乙公司")
    press(KEY.Key_Up, MOD.ControlModifier | MOD.ShiftModifier)
    names = [party.name for party in page.editing.document.patentees]
    assert names == ["乙公司", "甲大学"]
    assert page.form.focused_path().startswith("patentees.0.")
    press(KEY.Key_Delete, MOD.AltModifier)
    assert [party.name for party in page.editing.document.patentees] == ["甲大学"]
    press(KEY.Key_Z, MOD.ControlModifier)
    assert len(page.editing.document.patentees) == 2


def test_many_items_are_closed_lines_until_a_finding_leads_into_one(
    desktop: Any, desk: Desk
) -> None:
    parties = tuple(Party(name=f"第{n}大学", credit_code="错") for n in range(30))
    page = open_with(desktop, desk, Declaration(patentees=parties))
    places = {w.property("place") for w in page.form.findChildren(QWidget)}
    assert "patentees.17.credit_code" not in places
    go(page, "patentees.17.credit_code")
    assert page.form.focused_path() == "patentees.17.credit_code"
    assert field(page, "patentees.17.credit_code").line.text() == "错"


def test_findings_stand_beside_their_fields_in_words(desktop: Any) -> None:
    page = desktop.open_new()
    write("ZL202010123456.3")
    desktop.settle()
    found = [one for one in page.editing.findings if one.field == "patent.number"]
    assert found
    row = field(page, "patent.number").parentWidget()
    said = " ".join(label.text() for label in row.findChildren(QLabel))
    assert "错误" in said
    assert page.form.widget_at("patent.number").focusProxy().accessibleDescription()


def test_a_finding_in_the_list_leads_to_its_field(desktop: Any) -> None:
    page = desktop.open_new()
    desktop.settle()
    assert page.findings.count == len(page.editing.findings) > 0
    places = []
    for _ in range(page.findings.count):
        press(KEY.Key_F8)
        places.append(page.form.focused_path())
    assert "patent.number" in places
    assert len(set(places)) > 5


def test_enter_in_the_list_of_findings_goes_to_the_field(desktop: Any) -> None:
    page = desktop.open_new()
    desktop.settle()
    page.findings.setFocus()
    place = page.findings.step(1)
    assert place == "patent.number"
    press(KEY.Key_Return)
    assert page.form.focused_path() == place


def test_findings_fall_away_as_the_form_is_filled(desktop: Any) -> None:
    page = desktop.open_new()
    desktop.settle()
    before = page.findings.count
    page.editing.type("patent.title", Entry("一种支架"))
    desktop.settle()
    assert page.findings.count < before


def test_a_known_patentee_and_patent_can_be_picked_later(desktop: Any, desk: Desk) -> None:
    known = Party(name="示例大学", address="北京市海淀区示例路1号")
    document = Declaration(patent=Patent(number="ZL202010123456.2", title="支架"))
    desk.drafts.remember(replace(document, patentees=(known,)))
    page = desktop.open_new()
    desktop.answers["pick"] = "示例"
    page.picks.pick_party()
    assert page.editing.document.patentees == (known,)
    desktop.answers["pick"] = "支"
    page.picks.pick_patent()
    assert page.editing.document.patent.number == "ZL202010123456.2"
    page.editing.undo()
    assert page.editing.document.patent == Patent()


def test_the_preview_shows_what_is_typed_and_keeps_its_place(desktop: Any) -> None:
    page = desktop.open_new()
    page.toggle_preview()
    desktop.bot.waitUntil(lambda: page.preview.pdf.pageCount() > 1, timeout=20_000)
    page.editing.type("patent.title", Entry("一种会出现在预览里的支架"))
    desktop.bot.waitUntil(lambda: "一种会出现在预览里" in text_of(page), timeout=20_000)


def text_of(page: DraftPage) -> str:
    pdf = page.preview.pdf
    pages = (pdf.getAllText(number).text() for number in range(pdf.pageCount()))
    return "".join("".join(pages).split())


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt itself warns of the printer that refuses
def test_a_printer_that_refuses_is_told_and_nothing_is_called_sent(
    desktop: Any, desk: Desk, tmp_path: Path
) -> None:
    page = open_with(desktop, desk, desk.samples.example())
    (tmp_path / "in the way").mkdir()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in the way"))
    desktop.answers["printer"] = printer
    page.output.print()
    desktop.settle()
    assert any("printer" in said for said in desktop.said)


def test_printing_goes_through_the_printer_the_person_chose(
    desktop: Any, desk: Desk, tmp_path: Path
) -> None:
    page = open_with(desktop, desk, desk.samples.example())
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    desktop.answers["printer"] = printer
    press(KEY.Key_P, MOD.ControlModifier)
    desktop.bot.waitUntil(lambda: bool(desktop.window.place.notices.text), timeout=60_000)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert page.editing.autosave.is_clean


def test_an_export_says_what_was_written_and_where(
    desktop: Any, desk: Desk, tmp_path: Path
) -> None:
    page = open_with(desktop, desk, desk.samples.example())
    desktop.answers["folder"] = tmp_path / "pack"
    press(KEY.Key_E, MOD.ControlModifier)
    desktop.settle()
    (pack,) = (tmp_path / "pack").iterdir()
    assert "ZL202121234567.7" in pack.name
    assert all(path.name in page.export_panel.text.text() for path in pack.iterdir())
    page.export_panel.show_folder.click()
    assert desktop.said[-1] == str(pack)
    assert desktop.window.place.preferences.settings.export_folder == str(tmp_path / "pack")


def test_an_export_can_be_cancelled(desktop: Any, desk: Desk, tmp_path: Path) -> None:
    page = open_with(desktop, desk, desk.samples.example())
    desktop.answers["folder"] = tmp_path / "pack"
    page.output.export()
    page.export_panel.cancel.click()
    desktop.settle()
    assert "取消" in page.export_panel.text.text()
    assert not list((tmp_path / "pack").glob("*"))


def test_a_declaration_is_saved_as_a_file_and_read_again(
    desktop: Any, desk: Desk, tmp_path: Path
) -> None:
    page = open_with(desktop, desk, desk.samples.example())
    desktop.answers["save_file"] = desktop.answers["open_file"] = tmp_path / "one.json"
    document = page.editing.document
    page.output.save_file()
    desktop.settle()
    page.close_draft()
    desktop.settle()
    desktop.window.drafts.import_file()
    assert desktop.wait_for_draft().editing.document == document


def changed_elsewhere(desktop: Any, desk: Desk) -> DraftPage:
    """A draft that another window changed while this one was being typed in."""
    page: DraftPage = desktop.open_new()
    other = desk.drafts.open(page.editing.id)
    desk.drafts.keep(other, replace(other.document, territory="别处"))
    write("ZL2020")
    return page


def test_a_draft_changed_elsewhere_is_shown_with_both_values(desktop: Any, desk: Desk) -> None:
    page = changed_elsewhere(desktop, desk)
    desktop.answers["choose"] = "保留我的"
    press(KEY.Key_Tab)
    desktop.settle()
    assert len(desktop.said) == 1
    for shown in ("许可实施地域", "别处", "中国境内", "ZL2020"):
        assert shown in desktop.said[0]
    kept = desk.drafts.open(page.editing.id).document
    assert (kept.patent.number, kept.territory) == ("ZL2020", "中国境内")


def test_the_other_version_can_be_taken_and_mine_is_one_undo_away(desktop: Any, desk: Desk) -> None:
    page = changed_elsewhere(desktop, desk)
    desktop.answers["choose"] = "采用另一份"
    press(KEY.Key_Tab)
    desktop.settle()
    kept = desk.drafts.open(page.editing.id).document
    assert (kept.patent.number, kept.territory) == (None, "别处")
    page.editing.undo()
    assert page.editing.document.patent.number == "ZL2020"


class FullDisk:
    """Drafts on a disk that takes nothing more, until it does again."""

    def __init__(self, drafts: Any) -> None:
        self.drafts, self.is_full = drafts, True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.drafts, name)

    def keep(self, draft: Any, document: Declaration) -> Any:
        if self.is_full:
            raise Trouble(Sentence("The disk is full."), "/somewhere", Sentence("Make room."))
        return self.drafts.keep(draft, document)


def open_on_full_disk(desktop: Any, desk: Desk) -> tuple[DraftPage, FullDisk]:
    """A draft with a word typed that could not be kept."""
    disk = FullDisk(desk.drafts)
    desktop.window.take_desk(replace(desk, drafts=disk))
    page = desktop.open_new()
    write("ZL2020")
    press(KEY.Key_Tab)
    desktop.bot.waitUntil(lambda: bool(desktop.window.place.notices.text), timeout=10_000)
    return page, disk


def test_a_full_disk_is_told_beside_the_work_and_nothing_typed_is_lost(
    desktop: Any, desk: Desk
) -> None:
    page, disk = open_on_full_disk(desktop, desk)
    go(page, "patent.title")
    write("一种支架")
    press(KEY.Key_Tab)
    desktop.bot.waitUntil(tasks.is_idle)
    assert not desktop.said, "a dialog would have swallowed keys"
    assert "磁盘已满" in desktop.window.place.notices.text
    assert page.bar.saved.text() == "未保存"
    disk.is_full = False
    press(KEY.Key_S, MOD.ControlModifier)
    desktop.settle()
    assert desk.drafts.open(page.editing.id).document == page.editing.document
    assert page.bar.saved.text() == "已保存"
    assert not desktop.window.place.notices.text


def test_what_to_do_about_a_full_disk_is_one_key_away(desktop: Any, desk: Desk) -> None:
    page, disk = open_on_full_disk(desktop, desk)
    desktop.window.place.notices.button.click()
    assert "Make room." in desktop.said[0]
    disk.is_full = False
    page.editing.leave()


def test_changes_that_cannot_be_kept_can_leave_as_a_file(
    desktop: Any, desk: Desk, tmp_path: Path
) -> None:
    page, _ = open_on_full_disk(desktop, desk)
    desktop.answers |= {"choose": "另存为文件", "save_file": tmp_path / "rescued.json"}
    desktop.window.close()
    desktop.bot.waitUntil(lambda: not desktop.window.isVisible(), timeout=10_000)
    assert read_declaration(tmp_path / "rescued.json") == page.editing.document


def test_a_window_with_unsaved_changes_asks_before_it_goes(desktop: Any, desk: Desk) -> None:
    page, disk = open_on_full_disk(desktop, desk)
    assert not desktop.window.close()
    assert desktop.window.isVisible()
    disk.is_full = False
    page.editing.leave()
    desktop.close()
    assert desk.drafts.open(page.editing.id).document.patent.number == "ZL2020"


def test_closing_keeps_the_word_being_typed(desktop: Any, desk: Desk) -> None:
    page = desktop.open_new()
    write("ZL2020")
    desktop.window.close()
    desktop.bot.waitUntil(lambda: not desktop.window.isVisible(), timeout=10_000)
    assert desk.drafts.open(page.editing.id).document.patent.number == "ZL2020"


def test_panes_change_by_key(desktop: Any) -> None:
    page = desktop.open_new()
    press(KEY.Key_F6)
    assert page.tabs.isAncestorOf(QApplication.focusWidget())
    press(KEY.Key_F6)
    assert QApplication.focusWidget() is page.sections
    press(KEY.Key_F6)
    assert page.form.focused_path()


@pytest.mark.parametrize("index", [0, 7, 14])
def test_a_section_is_brought_up_from_the_list(desktop: Any, index: int) -> None:
    page = desktop.open_new()
    page.sections.setFocus()
    page.sections.setCurrentRow(index)
    press(KEY.Key_Return)
    card = page.form.cards[index]
    assert not card.visibleRegion().isEmpty()
