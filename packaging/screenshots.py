"""Takes the pictures of docs/ from the real window: the draft page in both languages and themes.

Run as `python packaging/screenshots.py`; a display is not needed.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from olapp import app
from olapp.settings import Settings
from olapp.ui import tasks
from olapp.ui.application import make_application
from olapp.ui.main_window import MainWindow
from olapp.ui.pages.draft import DraftPage
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.theme import Theme

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (1280, 800)
SAMPLE = 2
"""The design without its evaluation report: it has an error to show."""


def settle(application: QApplication, milliseconds: int = 2500) -> None:
    """Let checks, drawings and the preview finish."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds or not tasks.is_idle():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def take(application: QApplication, language: str, look: str) -> None:
    """Open a sample in a language and a look; keep the pictures of list, draft and pages."""
    settings = Settings(language=language, theme=look)
    speak_qt(language)
    window = MainWindow(
        Preferences(settings), Theme(application, app.resources(), look), app.language
    )
    window.resize(*SIZE)
    window.show()
    desk = app.desk(settings)
    if desk.drafts.is_empty():
        desk.drafts.add_all(desk.samples.documents())
    window.take_desk(desk)
    settle(application)
    window.grab().save(str(DOCS / f"list-{language}-{look}.png"))
    window.open_draft(desk.drafts.open(desk.drafts.rows()[SAMPLE].id))
    settle(application)
    window.grab().save(str(DOCS / f"draft-{language}-{look}.png"))
    page = window.page
    if isinstance(page, DraftPage):
        page.tabs.setCurrentIndex(1)
    settle(application)
    window.grab().save(str(DOCS / f"preview-{language}-{look}.png"))
    window.close()


def main() -> int:
    """Take all pictures."""
    application = make_application()
    for language in ("zh", "en"):
        for look in ("light", "dark"):
            take(application, language, look)
    QCoreApplication.quit()
    tasks.finish()
    return 0


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        os.environ["OLAPP_HOME"] = home
        sys.exit(main())
