"""Preferences as they stand now; a change is written off the screen's thread."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from olapp.settings import Settings
from olapp.ui import tasks

Keep = Callable[[Settings], None]


class Preferences(QObject):
    """The person's preferences; until the desk is there, changes are only remembered."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._keep: Keep | None = None

    def keep_with(self, keep: Keep) -> None:
        """Take the way to write them."""
        self._keep = keep

    def change(self, failed: Callable[[Exception], None], **changes: Any) -> None:
        """Change some of them; a Trouble of the disk goes to ``failed``."""
        changed = replace(self.settings, **changes)
        if changed == self.settings:
            return
        self.settings = changed
        if self._keep is not None:
            keep = self._keep
            tasks.run(lambda _: keep(changed), lambda _: None, failed, owner=self)
