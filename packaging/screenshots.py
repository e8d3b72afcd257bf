"""Takes the pictures of docs/ from the real window, in both languages and themes.

Run as `PYTHONPATH=. .venv/bin/python packaging/screenshots.py`; a display is not needed. The
portfolio is made up.
"""

import csv
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from bench.portfolios import holdings
from olapp import app
from olapp.services.desk import Desk
from olapp.settings import Settings
from olapp.ui import tasks
from olapp.ui.application import make_application
from olapp.ui.main_window import MainWindow
from olapp.ui.pages.import_wizard import ImportPage
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.theme import Theme

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = (1280, 800)
SAMPLE = 2
"""The design without its evaluation report: it has an error to show."""
PATENTS = 600
LIST = "示例清单.csv"
HEADS = ("申请号", "专利名称", "申请人", "申请日", "授权公告日", "专利类型", "法律状态")


class Camera:
    """A window in a language and a look, and where its pictures go."""

    def __init__(self, application: QApplication, desk: Desk, language: str, look: str) -> None:
        self.application, self.desk = application, desk
        self.ending = f"{language}-{look}.png"
        speak_qt(language)
        settings = Settings(language=language, theme=look)
        theme = Theme(application, app.resources(), look)
        self.window = MainWindow(Preferences(settings), theme, app.language)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.take_desk(desk)
        self.settle()

    def settle(self, milliseconds: int = 2500) -> None:
        """Let checks, drawings and the preview finish."""
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < milliseconds or not tasks.is_idle():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def take(self, name: str) -> None:
        """Keep a picture of the window as it is when all is done."""
        self.settle()
        self.window.grab().save(str(DOCS / f"{name}-{self.ending}"))

    def turn_tabs(self, index: int) -> None:
        """Turn every set of tabs of the page to one of them."""
        for tabs in self.window.page.findChildren(QTabWidget):
            tabs.setCurrentIndex(index)


def draft(camera: Camera) -> None:
    """Take a draft."""
    camera.window.open_draft(camera.desk.drafts.open(camera.desk.drafts.rows()[SAMPLE].id))
    camera.take("draft")


def declarations(camera: Camera) -> None:
    """Take the list, a draft, and the pages of its pack."""
    camera.window.go("declarations")
    camera.take("list")
    draft(camera)
    camera.turn_tabs(1)
    camera.take("preview")
    camera.window.run("close")


def portfolio(camera: Camera) -> None:
    """Take the pages of the portfolio."""
    for page in ("start", "portfolio", "screening", "deadlines"):
        camera.window.go(page)
        camera.take(page)
    camera.turn_tabs(1)
    camera.take("charts")
    camera.window.go("holding", camera.desk.portfolio.ids()[PATENTS // 2])
    camera.settle()
    camera.turn_tabs(1)
    camera.take("patent")


def importing(file: Path) -> Callable[[Camera], None]:
    """Take the steps of an import of a file."""

    def take(camera: Camera) -> None:
        camera.window.go("import")
        camera.settle()
        page: QWidget = camera.window.page
        if not isinstance(page, ImportPage):
            raise TypeError(type(page))
        page.take_files([file])
        camera.take("import-columns")
        page.mapping.go_on.click()
        camera.take("import-dry-run")

    return take


def fill(desk: Desk, folder: Path) -> Path:
    """Put the samples and a portfolio on the desk; gives a list that is still to be imported."""
    desk.drafts.add_all(desk.samples.documents())
    made = list(islice(holdings(PATENTS + 40), PATENTS + 40))
    for each in made[:PATENTS]:
        desk.portfolio.add(each)
    desk.screening.run()
    file = folder / LIST
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADS)
        for each in made[PATENTS - 20 :]:
            patent = each.patent
            names = "; ".join(each.applicants)
            days = (patent.filed_on, patent.granted_on)
            writer.writerow((patent.number, patent.title, names, *days, "", each.state_words))
        writer.writerow(("2.01911E+12", "科学计数法损坏的号码", "示例大学", "", "", "", ""))
    return file


def main() -> int:
    """Take all pictures."""
    application = make_application()
    with TemporaryDirectory() as home:
        os.environ["OLAPP_HOME"] = home
        desk = app.desk(Settings())
        file = fill(desk, Path(home))
        whole = (portfolio, importing(file), declarations)
        scenes = {
            ("zh", "light"): whole,
            ("en", "dark"): whole,
            ("zh", "dark"): (draft,),
            ("en", "light"): (draft,),
        }
        for (language, look), taken in scenes.items():
            camera = Camera(application, desk, language, look)
            for scene in taken:
                scene(camera)
            camera.window.hide()
    tasks.finish()
    return 0


if __name__ == "__main__":
    sys.exit(main())
