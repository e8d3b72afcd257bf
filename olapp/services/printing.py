"""Printing: a declaration into its papers, a preview of them, and packs on disk."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.codec import encode
from olapp.domain.dates import BEIJING
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.exchange.steps import Step, ignore_step, never
from olapp.forms.paper import Paper
from olapp.forms.papers import PaperSetting, Remark, papers
from olapp.i18n import Language
from olapp.persistence.kept import ExportedFile
from olapp.services.checking import Checking
from olapp.services.interchange import ATTACHED, write_together

if TYPE_CHECKING:
    from olapp.pdf.fonts import Fonts
    from olapp.pdf.pack import RenderedPack

_SUBJECT = 60
_MOST_PACKS = 10_000


@dataclass(frozen=True, slots=True)
class Export:
    """A pack as it was written, and what the checks said at that moment."""

    folder: Path
    files: tuple[ExportedFile, ...]
    findings: tuple[Finding, ...]
    rules: str
    """Fingerprint of the rules that checked it."""


class _Cancelled(Exception):  # noqa: N818 - no error
    """The person wants no pack after all."""


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
        """Write the pack into a folder, all files or, when it is cancelled, none.

        Files of the same names are replaced. Findings never stop the printing of a preparation
        draft: the guide lists them.
        """
        found = self.checking.check(document)
        pack = self._render(document, found)
        files = (*pack.files, pack.combined)

        def bodies() -> Iterator[tuple[str, bytes]]:
            for index, file in enumerate(files):
                step(index, len(files), file.name)
                if cancelled():
                    raise _Cancelled
                yield file.name, file.body

        drawn = replace(pack.printed, missing=())  # those are among the findings already
        judged = found + self.checking.check_printed(drawn)
        try:
            write_together(folder, bodies())
        except _Cancelled:
            return Export(folder, (), judged, self.checking.fingerprint)
        step(len(files), len(files), "")
        written = (ExportedFile(f.name, hashlib.sha256(f.body).hexdigest()) for f in files)
        return Export(folder, tuple(written), judged, self.checking.fingerprint)

    def fresh_folder(self, document: Declaration, folder: Path) -> Path:
        """Name a folder, not there yet, for a pack of this declaration.

        A clerk keeps signed scans under the names of the printed papers: no export goes over them.
        """
        subject = document.patent.number or document.patent.title or ""
        shown = re.sub(r"[^\w.-]+", "-", subject)[:_SUBJECT].strip("-.")
        parts = ("开放许可声明", shown, str(self.checking.today()))
        plain = "-".join(part for part in parts if part)
        names = (plain, *(f"{plain}-{count}" for count in range(2, _MOST_PACKS)))
        return next(folder / name for name in names if not (folder / name).exists())

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
