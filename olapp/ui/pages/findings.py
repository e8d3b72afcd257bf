"""The list of findings, by weight; choosing one leads to its field."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from olapp.domain.finding import Finding, Severity
from olapp.domain.sentence import N_
from olapp.ui.pages.finding_delegate import FINDING, FindingDelegate
from olapp.ui.places import form_order
from olapp.ui.screen import Screen

_EDGE = 16
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindingsView(QTreeView):
    """Findings under the heads of their weights; ``nothing`` is said when there are none."""

    chosen = Signal(str)
    """The place of a finding the person wants to go to."""

    def __init__(
        self, screen: Screen, nothing: str = N_("The checks found nothing to remark on.")
    ) -> None:
        super().__init__()
        self._screen, self._nothing = screen, nothing
        self._findings: tuple[Finding, ...] | None = None
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(FindingDelegate(screen, self))
        self.setAccessibleName(screen.say("Findings"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self._findings or ())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the chosen one stays chosen."""
        if findings == self._findings:
            return
        self._findings = findings
        said = "" if findings else self._screen.say(self._nothing)
        self.setAccessibleDescription(said)
        self.viewport().update()
        kept = self._key(self.currentIndex())
        self._items.clear()
        ordered = sorted(findings, key=lambda found: form_order(found.field))
        for severity in Severity:
            of_weight = [found for found in ordered if found.severity is severity]
            if of_weight:
                self._items.appendRow(self._group(severity, of_weight))
        self.expandAll()
        self._choose_key(kept)

    def step(self, by: int) -> str | None:
        """Go to the next or previous finding; gives its place, None when there is none."""
        indexes = self._indexes()
        if not indexes:
            return None
        current = self.currentIndex()
        at = indexes.index(current) + by if current in indexes else 0 if by > 0 else -1
        self.setCurrentIndex(indexes[at % len(indexes)])
        return self._place(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the field on Enter."""
        if event.key() in _ENTER:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the sentences again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say so when a check found nothing; before any check nothing is said."""
        super().paintEvent(event)
        if self._findings == ():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._screen.theme.colours.muted))
            area = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.drawText(area, _WRAP, self.accessibleDescription())
            painter.end()

    def _group(self, severity: Severity, findings: list[Finding]) -> QStandardItem:
        head = QStandardItem(f"{self._screen.choice(severity)} ({len(findings)})")
        head.setIcon(self._screen.theme.tinted(severity.value, severity.value))
        head.setSelectable(False)
        for found in findings:
            item = QStandardItem(self._screen.finding(found))
            item.setData(found, FINDING)
            head.appendRow(item)
        return head

    def _choose(self, index: QModelIndex) -> None:
        place = self._place(index)
        if place is not None:
            self.chosen.emit(place)

    @staticmethod
    def _place(index: QModelIndex) -> str | None:
        found = index.data(FINDING)
        return found.field if isinstance(found, Finding) else None

    @staticmethod
    def _key(index: QModelIndex) -> tuple[str, str] | None:
        found = index.data(FINDING)
        return (found.code, found.field) if isinstance(found, Finding) else None

    def _choose_key(self, key: tuple[str, str] | None) -> None:
        match = next((index for index in self._indexes() if self._key(index) == key), None)
        if match is not None:
            self.setCurrentIndex(match)

    def _indexes(self) -> list[QModelIndex]:
        groups = [self._items.index(row, 0) for row in range(self._items.rowCount())]
        return [
            self._items.index(row, 0, group)
            for group in groups
            for row in range(self._items.rowCount(group))
        ]
