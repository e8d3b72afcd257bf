"""Keeping it safe: backups, restoring, everything out and in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.services.changes import Changes
from olapp.services.safekeeping import Backup, Difference, Exported
from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.labels import words
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.safekeeping_backups import BackupsView
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.safekeeping import Safekeeping

_ALL = Changes(
    drafts=True,
    parties=True,
    patents=True,
    exports=True,
    holdings=True,
    imports=True,
    verdicts=True,
    deadlines=True,
    views=True,
)


class SafekeepingPage(Page):
    """Backups and what restoring one would change; the whole desk as a file."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        self.backups = BackupsView(place.screen)
        self.job = JobPanel(place.screen)
        say, theme = place.screen.say, place.screen.theme
        self.backup_button = QPushButton(theme.tinted("safe", "on_accent"), say("Back up now"))
        self.backup_button.setProperty("primary", True)
        self.copy_button = QPushButton(theme.icon("copy"), say("Back up to a file..."))
        self.export_button = QPushButton(theme.icon("export"), say("Everything out..."))
        self.import_button = QPushButton(theme.icon("import"), say("Everything in..."))
        self.backup_button.clicked.connect(lambda: self.back_up(None))
        self.copy_button.clicked.connect(self.back_up_to_file)
        self.export_button.clicked.connect(self.export_all)
        self.import_button.clicked.connect(self.import_all)
        self.backups.look_asked.connect(self.look_into)
        self.backups.restore_asked.connect(self.restore)
        self._lay_out()

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk and list its backups."""
        self._desk = desk
        self._load()

    def first_focus(self) -> QWidget:
        """Start at the backup."""
        return self.backup_button

    def commands(self) -> Commands:
        """A save is a backup here."""
        return {"save": lambda: self.back_up(None)}

    def back_up(self, to: Path | None) -> None:
        """Back up, to the folder of backups or to a file."""

        def show(backup: Backup) -> None:
            told = self._place.screen.say("Backed up: {path}", path=str(backup.path))
            self._place.notices.tell(told)
            self._load()

        def work(keeping: "Safekeeping", _on: tasks.Progress) -> Backup:
            return keeping.backup_now(to)

        self._run(self._place.screen.say("Backing up"), work, show)

    def back_up_to_file(self) -> None:
        """Ask where, and back up there."""
        say = self._place.screen.say
        name, kinds = "olapp.db", say("Backups") + " (*.db)"
        path = self._place.dialogs.save_file(self, say("Back up to a file"), name, kinds)
        if path is not None:
            self.back_up(path)

    def look_into(self, backup: Backup) -> None:
        """Show what putting a backup back would change."""

        def work(keeping: "Safekeeping", _on: tasks.Progress) -> Difference:
            return keeping.look_into(backup.path)

        title = self._place.screen.say("Comparing with the desk")
        self._run(title, work, partial(self.backups.show_difference, backup))

    def restore(self, backup: Backup) -> None:
        """Put a backup back, once the person said so."""
        say = self._place.screen.say
        options = (say("Put back"), say("Cancel"))
        question = say("Put the backup of {when} back?", when=_moment(backup))
        details = say("The desk of now is backed up first, so that this can be taken back.")
        if self._place.dialogs.choose(self, question, details, options) != 0:
            return

        def show(_before: Backup) -> None:
            self._place.notices.tell(say("Put back. The desk as it was is among the backups."))
            self._load()
            self.changed.emit(_ALL)

        def work(keeping: "Safekeeping", _on: tasks.Progress) -> Backup:
            return keeping.restore(backup.path)

        self._run(say("Putting back"), work, show)

    def export_all(self) -> None:
        """Write everything into one file in an open format."""
        say = self._place.screen.say
        name, kinds = "olapp.zip", say("Everything, as a file") + " (*.zip)"
        path = self._place.dialogs.save_file(self, say("Everything out"), name, kinds)
        if path is None:
            return

        def work(keeping: "Safekeeping", on: tasks.Progress) -> Exported | None:
            return keeping.export_all(path, progress=on.step, cancelled=on.is_cancelled)

        def show(written: Exported | None) -> None:
            if written is not None:
                folder = partial(self._place.dialogs.open_folder, path.parent)
                told = say("Written: {path}", path=str(path))
                self._place.notices.tell(told, say("Open the folder"), folder)

        self._run(say("Writing everything"), work, show)

    def import_all(self) -> None:
        """Take everything in from a file, in the place of what is here."""
        say = self._place.screen.say
        kinds = say("Everything, as a file") + " (*.zip)"
        path = self._place.dialogs.open_file(self, say("Everything in"), kinds)
        if path is None:
            return
        options = (say("Take everything in"), say("Cancel"))
        question = say("Replace the whole desk by what is in {name}?", name=path.name)
        details = say("The desk of now is backed up first, so that this can be taken back.")
        if self._place.dialogs.choose(self, question, details, options) != 0:
            return

        def work(keeping: "Safekeeping", on: tasks.Progress) -> Exported | None:
            return keeping.import_all(path, progress=on.step, cancelled=on.is_cancelled)

        def show(taken: Exported | None) -> None:
            if taken is not None:
                self._place.notices.tell(say("Taken in: {name}", name=path.name))
                self._load()
                self.changed.emit(_ALL)

        self._run(say("Taking everything in"), work, show)

    def _run(
        self,
        title: str,
        work: "Callable[[Safekeeping, tasks.Progress], Any]",
        done: Callable[[Any], None],
    ) -> None:
        desk = self._desk
        if desk is not None:
            keeping = desk.safekeeping
            self.job.run(title, lambda on: work(keeping, on), done, self._place.failed)

    def _load(self) -> None:
        desk = self._desk
        if desk is None:
            return

        def show(backups: tuple[Backup, ...]) -> None:
            self.backups.show_backups(backups)
            self.filled.emit()

        tasks.run(lambda _: desk.safekeeping.backups(), show, self._place.failed, owner=self)

    def _lay_out(self) -> None:
        screen = self._place.screen
        title = QLabel(screen.say("Keeping it safe"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.backup_button)
        text = words(
            screen.say(
                "The desk is backed up when the program closes and something has changed, and "
                "before every upgrade; the oldest backups make room for new ones. Everything out "
                "is one file in an open format that another desk takes in."
            ),
            "help",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(text, 1)
        below.addWidget(self.export_button)
        below.addWidget(self.import_button)
        box.addLayout(below)
        box.addWidget(self.backups, 1)
        box.addWidget(self.job)


def _moment(backup: Backup) -> str:
    return backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
