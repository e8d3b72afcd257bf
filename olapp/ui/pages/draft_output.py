"""What leaves the desk from a draft: the pack on disk, and paper."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.ui import tasks
from olapp.ui.editing import Editing
from olapp.ui.last_resort import file_name
from olapp.ui.pages.export import ExportPanel
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from olapp.services.changes import Changes
    from olapp.services.printing import Export


class DraftOutput:
    """Prints and exports one draft; what is typed is kept first."""

    def __init__(
        self,
        place: Workplace,
        editing: Editing,
        panel: ExportPanel,
        changed: "Callable[[Changes], None]",
    ) -> None:
        self._place, self._editing, self._panel = place, editing, panel
        self._changed = changed

    def export(self) -> None:
        """Ask for a folder and write the pack into it."""
        place = self._place
        start = place.preferences.settings.export_folder
        folder = place.dialogs.folder(place.window, place.screen.say("Folder for the pack"), start)
        if folder is None:
            return
        self._editing.autosave.when_clean(partial(self._export, folder))

    def print(self) -> None:
        """Draw the pack, ask for a printer, and print."""
        document, printing = self._editing.document, self._editing.desk.printing
        tasks.run(
            lambda _: printing.render(document).combined.body,
            self._print,
            self._place.failed,
            owner=self._panel,
        )

    def save_file(self) -> None:
        """Write the declaration as a file of the published schema."""
        from olapp.services.interchange import write_declaration  # noqa: PLC0415 - rarely needed

        place = self._place
        say, document = place.screen.say, self._editing.document
        kinds = say("Declarations (*.json)")
        path = place.dialogs.save_file(
            place.window, say("Save as a file"), file_name(document), kinds
        )
        if path is not None:
            tasks.run(
                lambda _: write_declaration(document, path),
                lambda _: place.notices.tell(say("Saved: {path}", path=path)),
                place.failed,
                owner=self._panel,
            )

    def _export(self, folder: Path) -> None:
        draft, printing = self._editing.autosave.draft, self._editing.desk.printing

        def write(progress: tasks.Progress) -> "Export":
            return printing.export(
                draft.document,
                printing.fresh_folder(draft.document, folder),
                step=progress.step,
                cancelled=progress.is_cancelled,
            )

        def record(export: "Export") -> None:
            self._place.preferences.change(self._place.failed, export_folder=str(folder))
            drafts = self._editing.desk.drafts
            tasks.run(
                lambda _: drafts.exported(draft, export) | drafts.remember(draft.document),
                self._changed,
                self._place.failed,
                owner=self._panel,
            )

        self._panel.run(write, record, self._place.failed, self._editing.findings)

    def _print(self, pdf: bytes) -> None:
        from olapp.ui.paper_job import PaperJob, page_count  # noqa: PLC0415 - rarely needed

        place = self._place
        printer = place.dialogs.printer(place.window, page_count(pdf))
        if printer is not None:
            say = place.screen.say
            told = partial(place.notices.tell, say("Sent to the printer."))
            PaperJob(pdf, printer, told, place.failed, self._panel).start()
