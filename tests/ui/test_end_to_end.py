"""From empty to PDF by keyboard alone: nobody touches a mouse here."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from olapp.domain.finding import Severity
from olapp.services.desk import Desk
from olapp.ui.pages.draft import DraftPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier
_MOST_TABS = 400


class Typist:
    """A person with a keyboard: everything goes to whatever has the focus."""

    def __init__(self, desktop: Any) -> None:
        self.desktop = desktop

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text; Chinese comes as from an input method, whole."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
            return
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(self.focus(), commit)

    def tab_to(self, place: str) -> QWidget:
        """Go on with Tab until the field of a place is reached."""
        for _ in range(_MOST_TABS):
            if self.place() == place:
                return self.focus()
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab never reaches {place}")

    def fill(self, place: str, text: str) -> None:
        self.tab_to(place)
        self.write(text)

    def choose(self, place: str, label: str) -> None:
        """Go down a list until it says this."""
        box = self.tab_to(place)
        assert isinstance(box, QComboBox)
        for _ in range(box.count()):
            if box.currentText() == label:
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"{place} offers no {label}")

    def tick(self, place: str) -> None:
        self.tab_to(place)
        self.press(KEY.Key_Space)

    def add_item(self, group: str, first_field: str) -> None:
        """Press the button that adds an item; the focus lands in it."""
        self.tab_to(group)
        self.press(KEY.Key_Space)
        assert self.place() == first_field

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.desktop.window

    def place(self) -> str:
        widget: QWidget | None = self.focus()
        while widget is not None:
            if place := widget.property("place"):
                return str(place)
            widget = widget.parentWidget()
        return ""


def fill_patent(typist: Typist, filed: date) -> None:
    typist.fill("patent.number", "ZL202010123456.2")
    typist.choose("patent.kind", "发明")
    typist.fill("patent.title", "一种键盘录入的折叠支架")
    typist.fill("patent.filed_on", filed.isoformat())
    typist.fill("patent.granted_on", "2022.1.20")
    typist.fill("patent.publication_number", "CN112345678B")
    typist.choose("patent.is_divisional", "否")
    typist.add_item("patentees", "patentees.0.kind")
    typist.choose("patentees.0.kind", "单位")
    typist.choose("patentees.0.origin", "中国内地")
    typist.fill("patentees.0.name", "示例大学")
    typist.choose("patentees.0.is_short_form", "否")
    typist.fill("patentees.0.credit_code", "12100000400000000X")
    typist.fill("patentees.0.address", "北京市海淀区示例路1号")
    typist.fill("patentees.0.postcode", "100080")


def fill_status(typist: Typist, today: date) -> None:
    day = (today - timedelta(days=3)).isoformat()
    typist.fill("patent.register.checked_on", day)
    typist.choose("patent.status", "专利权维持")
    typist.fill("patent.register.owners", "示例大学")
    typist.fill("patent.fees_paid_through", "8")
    typist.fill("patent.fees_checked_on", day)
    for name in ("is_suspended", "is_pledged", "has_invalidation_pending"):
        typist.choose(f"patent.{name}", "否")
    typist.choose("patent.has_live_declaration", "否")


def fill_terms(typist: Typist, today: date) -> None:
    typist.choose("agency_acts", "否")
    names = ("no_exclusive_licence", "open_to_anyone", "keeps_in_force", "follows_export_rules")
    names += ("not_suspended", "fees_paid", "no_pledge_or_agreed", "right_exists")
    for name in (*names, "material_is_true"):
        typist.tick(f"undertakings.{name}")
    typist.choose("works_patent", "否")
    typist.choose("has_licensed", "否")
    typist.choose("period.mode", "固定届满日")
    typist.fill("period.end", (today + timedelta(days=900)).isoformat())
    typist.choose("fee.method", "一次性付费")
    typist.fill("fee.amount", "5万")
    typist.fill("fee.payment_days", "30")
    typist.fill("fee.payee", "示例大学，示例银行，账号 1100000000")
    typist.choose("fee.same_for_all", "是")
    typist.fill("explanation", "参照已有的普通许可合同，按照被许可方的平均实施规模测算。")


def fill_contact(typist: Typist) -> None:
    typist.fill("contact.name", "李示例")
    typist.fill("contact.phone", "010-62000000")
    typist.fill("contact.email", "licence@example.org")
    typist.fill("contact.address", "北京市海淀区示例路1号")
    typist.fill("contact.postcode", "100080")
    typist.add_item("signatures", "signatures.0.role")
    typist.choose("signatures.0.role", "专利权人")
    typist.fill("signatures.0.name", "示例大学")
    typist.choose("signatures.0.has_seal", "是")
    typist.choose("filing.channel", "在线提交")
    typist.tick("filing.honesty_notice_read")


@pytest.mark.usefixtures("qapp")
def test_a_declaration_goes_from_empty_to_pdf_by_keyboard_alone(
    open_desktop: Callable[..., Any], desk: Desk, tmp_path: Path, pdf_tool: Callable[..., str]
) -> None:
    desktop = open_desktop("zh")
    typist = Typist(desktop)
    today = desk.today()
    typist.press(KEY.Key_N, MOD.ControlModifier)
    page = desktop.wait_for_draft()
    assert typist.place() == "patent.number"
    fill_patent(typist, date(2020, 1, 13))
    fill_status(typist, today)
    fill_terms(typist, today)
    fill_contact(typist)
    desktop.settle()
    blocking = [f for f in page.editing.findings if f.severity is Severity.ERROR]
    said = "\n".join(f"{f.code} {f.field} {f.sentence}" for f in blocking)
    folder = tmp_path / "pack"
    desktop.answers["folder"] = folder
    typist.press(KEY.Key_E, MOD.ControlModifier)
    desktop.settle()
    names = sorted(path.name for path in folder.glob("*/*.pdf"))
    assert len(names) >= 3
    text = "".join(pdf_tool("pdftotext", "-layout", path, "-") for path in folder.glob("*/*.pdf"))
    flat = "".join(text.split())
    for written in (
        "ZL202010123456.2",
        "一种键盘录入的折叠支架",
        "示例大学",
        "50,000.00",
        "伍万元整",
    ):
        assert written in flat
    assert not blocking, said
    typist.press(KEY.Key_Left, MOD.AltModifier)
    desktop.settle()
    assert not isinstance(desktop.window.page, DraftPage)
    assert [row.title for row in desktop.window.drafts.model.rows] == ["一种键盘录入的折叠支架"]
