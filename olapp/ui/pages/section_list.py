"""The sections of the form as a list beside it, with the weight of what was found in each."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from olapp.domain.finding import Finding, Severity
from olapp.forms.documents import Document
from olapp.forms.spec import Form
from olapp.ui.answered import is_answered
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

    def show_findings(self, findings: tuple[Finding, ...], document: Document) -> None:
        """Show the heaviest finding of each section; a tick is for what was answered only."""
        heaviest: dict[str, Severity] = {}
        counts: dict[str, int] = {}
        for found in findings:
            at = self._form.item_at(found.field)
            if at is not None:
                key = at[0].key
                heaviest.setdefault(key, found.severity)
                counts[key] = counts.get(key, 0) + 1
        for index, section in enumerate(self._form.sections):
            item, severity = self.item(index), heaviest.get(section.key)
            if severity is None:
                self._mark_quiet(item, is_done=is_answered(section, document))
            else:
                self._mark(item, severity, counts[section.key])

    def _mark_quiet(self, item: QListWidgetItem, *, is_done: bool) -> None:
        theme, say = self._screen.theme, self._screen.say
        icon = theme.tinted("check", "good") if is_done else theme.tinted("blank", "muted")
        self._set(item, icon, say("No objections") if is_done else say("Not filled in"))

    def _mark(self, item: QListWidgetItem, severity: Severity, count: int) -> None:
        icon = self._screen.theme.tinted(severity.value, severity.value)
        self._set(item, icon, self._screen.say("Findings: {count}", count=count))

    @staticmethod
    def _set(item: QListWidgetItem, icon: QIcon, said: str) -> None:
        item.setIcon(icon)
        item.setToolTip(said)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {said}")
