import sys
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from olapp.ui.application import catch_bugs
from olapp.ui.bug_dialog import BugDialog
from olapp.ui.bug_report import report
from olapp.ui.screen import Screen


def broken(name: str) -> None:
    secret = f"{name} 11010119900307123X"
    try:
        int(secret)
    except ValueError as error:
        raise RuntimeError(secret) from error


def a_report() -> str:
    try:
        broken("张示例")
    except RuntimeError as error:
        return report(type(error), error, error.__traceback__)
    raise AssertionError


def test_a_report_names_the_place_and_the_versions() -> None:
    text = a_report()
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "broken" in text
    assert sys.version.split()[0] in text


def test_a_report_holds_nothing_of_the_documents_and_not_who_uses_it() -> None:
    text = a_report()
    assert "张示例" not in text
    assert "11010119900307123X" not in text
    assert "/" not in text.replace("olapp/", "").replace("site-packages/", "") or all(
        not line.strip().startswith("/") for line in text.splitlines()
    )


def test_a_bug_is_shown_with_its_report_and_the_work_goes_on(
    desktop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(desktop.window)
    page = desktop.open_new()
    page.editing.leave()
    try:
        broken("张示例")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "broken" in desktop.said[-1]
    assert desktop.window.page is page


def test_the_report_can_be_copied(chinese: Screen, qtbot: Any) -> None:
    dialog = BugDialog(None, chinese, "a report")
    qtbot.addWidget(dialog)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "a report"
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "复制报告")
    button.click()
    assert QApplication.clipboard().text() == "a report"
