"""Printing: a declaration into its papers, a preview of them, and packs on disk."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.codec import encode
from olapp.domain.dates import BEIJING
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.forms.paper import Paper
from olapp.forms.papers import PaperSetting, Remark, papers
from olapp.i18n import Language
from olapp.persistence.kept import ExportedFile
from olapp.services.checking import Checking
from olapp.services.interchange import ATTACHED, write_files

if TYPE_CHECKING:
    from olapp.pdf.fonts import Fonts
    from olapp.pdf.pack import RenderedPack

Step = Callable[[int, int, str], None]
"""Told how many of how many files are written, and the name of the next."""


@dataclass(frozen=True, slots=True)
class Export:
    """A pack as it was written, and what the checks said at that moment."""

    folder: Path
    files: tuple[ExportedFile, ...]
    findings: tuple[Finding, ...]
    rules: str
    """Fingerprint of the rules that checked it."""


def ignore_step(_done: int, _of: int, _name: str) -> None:
    """Tell nobody."""


def never() -> bool:
    """Not cancelled."""
    return False


@dataclass(frozen=True, slots=True)
class Printing:
    """The printer of the desk: it checks again what it prints."""

    checking: Checking
    fonts: Callable[[], "Fonts"]
    chinese: Language
    """The language of the papers, whatever the screen speaks."""

    def papers(self, document: Declaration, findings: tuple[Finding, ...]) -> tuple[Paper, ...]:
        """Give the papers a declaration needs; findings go to the filing guide."""
        remarks = tuple(
            Remark(
                found.severity,
                self.chinese.finding(found),
                self.chinese.remedy(found),
                found.is_confirmed,
                found.field,
            )
            for found in findings
        )
        return papers(document, PaperSetting(self.checking.today(), remarks))

    def preview(self, document: Declaration) -> bytes:
        """Give the whole pack as one PDF, quickly; for the screen."""
        from olapp.pdf.pack import render_preview  # noqa: PLC0415 - heavy, kept out of the start

        found = self.checking.check(document)
        return render_preview(self.papers(document, found), self.fonts())

    def render(self, document: Declaration) -> "RenderedPack":
        """Draw the pack as PDF/A-3b with the declaration inside.

        Equal input on the same day gives equal bytes: files are dated by the day alone.
        """
        return self._render(document, self.checking.check(document))

    def export(
        self,
        document: Declaration,
        folder: Path,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Export:
        """Write the pack into a folder; cancelled between files, it leaves only whole ones.

        Findings never stop the printing of a preparation draft: the guide lists them.
        """
        found = self.checking.check(document)
        pack = self._render(document, found)
        files = (*pack.files, pack.combined)
        written: list[ExportedFile] = []
        for index, file in enumerate(files):
            if cancelled():
                break
            step(index, len(files), file.name)
            write_files(folder, file.name, file.body)
            written.append(ExportedFile(file.name, hashlib.sha256(file.body).hexdigest()))
        step(len(written), len(files), "")
        drawn = replace(pack.printed, missing=())  # those are among the findings already
        judged = found + self.checking.check_printed(drawn)
        return Export(folder, tuple(written), judged, self.checking.fingerprint)

    def _render(self, document: Declaration, found: tuple[Finding, ...]) -> "RenderedPack":
        from olapp.pdf.pack import Attachment, render  # noqa: PLC0415 - heavy, as above

        attached = Attachment(
            ATTACHED, "application/json", encode(document), "专利开放许可声明数据"
        )
        title = f"专利开放许可声明 {document.patent.number or ''}".strip()
        return render(
            self.papers(document, found),
            self.fonts(),
            title=title,
            moment=datetime.combine(self.checking.today(), time(), BEIJING),
            attachment=attached,
        )
