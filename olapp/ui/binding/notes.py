"""Findings where they belong: an icon, the weight in words, the sentence."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from olapp.domain.finding import Finding, Severity
from olapp.ui.labels import plain_tip, words
from olapp.ui.screen import Screen

ICON_SIZE = QSize(16, 16)


class Notes(QWidget):
    """The findings of one place, under each other; nothing is drawn while there are none."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._shown: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...], misread: str = "") -> None:
        """Show these, and why the text cannot be read if so; rebuilt only if they differ."""
        wanted = (*findings, misread)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._clear()
        if misread:
            self._add(Severity.ERROR, misread, "")
        for found in findings:
            self._add(found.severity, spoken(found, self._screen), grounds(found, self._screen))
        self.setVisible(bool(misread or findings))

    @property
    def text(self) -> str:
        """All notes in words, for screen readers."""
        labels = (self._grid.itemAtPosition(row, 1) for row in range(self._grid.rowCount()))
        widgets = (item.widget() for item in labels if item is not None)
        return " ".join(widget.text() for widget in widgets if isinstance(widget, QLabel))

    def _add(self, severity: Severity, text: str, tip: str) -> None:
        row = self._grid.rowCount()
        icon = QLabel()
        pixmap = self._screen.theme.tinted(severity.value, severity.value).pixmap(ICON_SIZE)
        icon.setPixmap(pixmap)
        weight = self._screen.choice(severity)
        label = words(self._screen.say("{weight}: {text}", weight=weight, text=text))
        label.setStyleSheet(f"color: {getattr(self._screen.theme.colours, severity.value)};")
        label.setToolTip(plain_tip(tip))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def spoken(found: Finding, screen: Screen) -> str:
    """Say a finding, marked when its ground is unconfirmed."""
    sentence = screen.finding(found)
    return (
        sentence
        if found.is_confirmed
        else screen.say("{sentence} [unconfirmed]", sentence=sentence)
    )


def grounds(found: Finding, screen: Screen) -> str:
    """Say the remedy, the articles and the code of a finding, one to a line."""
    articles = "; ".join(screen.say.citation(source) for source in found.sources)
    remedy = screen.remedy(found)
    return "\n".join(part for part in (remedy, articles, found.code) if part)
