"""The sections of the form as a list beside it, with the weight of what was found in each."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from olapp.domain.finding import Finding, Severity
from olapp.forms.spec import Form
from olapp.ui.screen import Screen

_EMS = 13.5


class SectionList(QListWidget):
    """Choosing a section brings it to the top of the form."""

    section_chosen = Signal(int)

    def __init__(self, screen: Screen, form: Form) -> None:
        super().__init__()
        self._screen, self._form = screen, form
        self.setObjectName("sections")
        self.setAccessibleName(screen.say("Sections"))
        self.setFixedWidth(screen.em(_EMS))
        self.setWordWrap(True)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in form.sections:
            label = screen.label(section.label)
            text = f"{section.number}  {label}" if section.number else label
            self.addItem(QListWidgetItem(text))
        self.itemActivated.connect(lambda item: self.section_chosen.emit(self.row(item)))
        self.itemClicked.connect(lambda item: self.section_chosen.emit(self.row(item)))

    def show_current(self, index: int) -> None:
        """Mark the section that is at the top of the form."""
        self.blockSignals(True)
        self.setCurrentRow(index)
        self.blockSignals(False)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the heaviest finding of each section, and their number to screen readers."""
        heaviest: dict[str, Severity] = {}
        counts: dict[str, int] = {}
        for found in findings:
            at = self._form.item_at(found.field)
            if at is not None:
                key = at[0].key
                heaviest.setdefault(key, found.severity)
                counts[key] = counts.get(key, 0) + 1
        for index, section in enumerate(self._form.sections):
            self._mark(self.item(index), heaviest.get(section.key), counts.get(section.key, 0))

    def _mark(self, item: QListWidgetItem, severity: Severity | None, count: int) -> None:
        if severity is None:
            item.setIcon(self._screen.theme.tinted("check", "good"))
            said = self._screen.say("Nothing found")
        else:
            item.setIcon(self._icon(severity))
            said = self._screen.say("Findings: {count}", count=count)
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {said}")

    def _icon(self, severity: Severity) -> QIcon:
        return self._screen.theme.tinted(severity.value, severity.value)
