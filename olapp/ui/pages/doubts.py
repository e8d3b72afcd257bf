"""What still speaks against filing a declaration, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from olapp.domain.finding import Finding, Severity
from olapp.ui.binding.notes import ICON_SIZE
from olapp.ui.labels import words
from olapp.ui.screen import Screen


class DoubtsLine(QWidget):
    """An icon and a sentence in the colour of errors; hidden while nothing speaks against it."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        colour = screen.theme.colours.error
        icon = QLabel()
        icon.setPixmap(screen.theme.tinted("error", "error").pixmap(ICON_SIZE))
        self.text = words("")
        self.text.setStyleSheet(f"color: {colour}; font-weight: bold;")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count what is wrong and what nobody can judge."""
        said = doubts(findings, self._screen)
        self.text.setText(said)
        self.setVisible(bool(said))


def doubts(findings: Sequence[Finding], screen: Screen) -> str:
    """Say how many errors and unknowns are left; empty when there is none of either."""
    errors = _count(findings, Severity.ERROR)
    unknown = _count(findings, Severity.UNKNOWN)
    say = screen.say
    if errors and unknown:
        return say(
            "This is a draft only, not to be filed: errors {errors}, not to be judged {unknown}.",
            errors=errors,
            unknown=unknown,
        )
    if errors:
        return say("This is a draft only, not to be filed: errors {errors}.", errors=errors)
    if unknown:
        return say(
            "This is a draft only, not to be filed: not to be judged {unknown}.", unknown=unknown
        )
    return ""


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(found.severity is severity for found in findings)
