"""Opening the store behind the window: a quick look first, then the whole desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from olapp.domain.trouble import Trouble
from olapp.ui import tasks
from olapp.ui.main_window import MainWindow
from olapp.ui.pages.drafts import DraftsPage

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.drafts import DraftRow

Prepare = Callable[[], "Desk"]
Glance = Callable[[], "tuple[DraftRow, ...] | None"]
_AFTER_PAINT = 30
"""Milliseconds; making the desk would take the screen's thread from painting the list."""

_AFTER_WORK = 5000
"""Milliseconds; a look at the whole file must not slow down the first things a person does."""


def no_glance() -> None:
    """Leave the list to the desk."""


def open_desk(window: MainWindow, prepare: Prepare, glance: Glance = no_glance) -> None:
    """Show what a quick look gives, then prepare the desk and give it to the window."""

    def show(rows: "tuple[DraftRow, ...] | None") -> None:
        if rows is None:
            _prepare(window, prepare)
            return
        if isinstance(window.page, DraftsPage):
            window.page.show_rows(rows)
        QTimer.singleShot(_AFTER_PAINT, window, lambda: _prepare(window, prepare))

    tasks.run(lambda _: glance(), show, lambda _: _prepare(window, prepare), owner=window)


def _prepare(window: MainWindow, prepare: Prepare) -> None:
    def fail(error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        answer = window.place.dialogs.retry(window, error)
        if answer == "way out":
            window.place.take_way_out(error, lambda: _prepare(window, prepare))
        elif answer == "again":
            _prepare(window, prepare)
        else:
            window.close()

    def take(desk: "Desk") -> None:
        window.take_desk(desk)
        QTimer.singleShot(_AFTER_WORK, window, lambda: _look_over(window, desk))

    tasks.run(lambda _: prepare(), take, fail, owner=window)


def _look_over(window: MainWindow, desk: "Desk") -> None:
    """Have a large database checked, once a day, while the person already works."""
    tasks.run(
        lambda _: desk.portfolio.look_over(), lambda _: None, window.place.failed, owner=window
    )
