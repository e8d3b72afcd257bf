"""Work with the desk: at once when it is there, else as soon as it is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from olapp.ui import tasks

if TYPE_CHECKING:
    from olapp.services.desk import Desk

T = TypeVar("T")


class DeskQueue:
    """Holds what the person asked for before the desk was ready."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self.desk: Desk | None = None
        self._waiting: list[Callable[[], None]] = []

    def open(self, desk: "Desk") -> None:
        """Take the desk, and do what is waiting for it."""
        self.desk = desk
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def run(
        self,
        work: "Callable[[Desk], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Work off the screen's thread, then ``done`` or ``failed``."""
        desk = self.desk
        if desk is None:
            self._waiting.append(partial(self.run, work, done, failed))
        else:
            tasks.run(lambda _: work(desk), done, failed, owner=self._owner)
