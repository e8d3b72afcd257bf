"""The Qt application: made once, run to its end."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from olapp.i18n import LANGUAGES, Language
from olapp.settings import Settings
from olapp.ui import tasks
from olapp.ui.garbage import GarbageTimer
from olapp.ui.immortal import make_immortal
from olapp.ui.main_window import MainWindow
from olapp.ui.opening import no_glance, open_desk
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.theme import Theme

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.drafts import DraftRow

_SWITCH = 0.001
"""Seconds before a working thread lets the screen's thread have a turn."""


def run(
    *,
    prepare: "Callable[[], Desk]",
    glance: "Callable[[], tuple[DraftRow, ...] | None]" = no_glance,
    settings: Settings,
    language: Callable[[str], Language],
    resources: Path,
) -> int:
    """Show the window, prepare the desk behind it, and stay until it is closed.

    ``glance`` may read the list of drafts ahead of the desk, without the weight of it; when it
    gives None or fails, the list waits for the desk.
    """
    application = make_application()
    sys.setswitchinterval(_SWITCH)
    GarbageTimer(application)
    theme = Theme(application, resources, settings.theme)
    speak_qt(settings.language)
    window = MainWindow(Preferences(_spoken(settings)), theme, language)
    catch_bugs(window)
    window.show()
    once = Qt.ConnectionType.SingleShotConnection
    window.filled.connect(_mark_start, once)
    window.filled.connect(lambda: warm_up(window), once)
    QTimer.singleShot(0, lambda: open_desk(window, prepare, glance))
    code = application.exec()
    tasks.finish()
    return code


def make_application() -> QApplication:
    """Make the application that scales text and drawings by any factor."""
    make_immortal()
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QCoreApplication.setOrganizationName("olapp")
    QCoreApplication.setApplicationName("olapp")
    return QApplication(sys.argv[:1])


def warm_up(window: MainWindow) -> None:
    """Import what the first draft will need, while the person still looks at the list."""
    tasks.run(lambda _: import_module("olapp.ui.pages.draft"), lambda _: None, owner=window)


def catch_bugs(window: MainWindow) -> None:
    """Show every error that nobody expected, with a report free of the person's documents."""
    is_showing = False

    def catch(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from olapp.ui import bug_report  # noqa: PLC0415 - rarely needed

        nonlocal is_showing
        text = bug_report.report(kind, error, trace)
        bug_report.log(text)
        if is_showing:
            return
        is_showing = True
        window.place.dialogs.bug(window, text)
        is_showing = False

    sys.excepthook = catch


def _spoken(settings: Settings) -> Settings:
    """Fall back to Chinese when the preferences name a language that is not there."""
    return settings if settings.language in LANGUAGES else replace(settings, language="zh")


def _mark_start() -> None:
    """Tell the bench that the window is usable, and leave; only when it asks."""
    if os.environ.get("OLAPP_STARTUP_MARK"):
        QCoreApplication.processEvents()  # the rows are painted by now, not only known
        sys.stdout.write("usable\n")
        sys.stdout.flush()
        QCoreApplication.quit()
