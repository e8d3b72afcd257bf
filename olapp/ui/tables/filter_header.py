"""The head of a table with a row of filters under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from olapp.ui.screen import Screen
from olapp.ui.tables.columns import HoldingColumn

_ROW_EMS = 2.7
_FILTER_EMS = 2.6
_GAP = 3


class FilterHeader(QHeaderView):
    """Titles to click, drag and resize; under each, when asked for, a filter of its column."""

    filtered = Signal()

    def __init__(self, columns: Sequence[HoldingColumn], screen: Screen, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns, self._screen = columns, screen
        self._is_filtering = False
        self.editors: tuple[QLineEdit | QComboBox, ...] = tuple(
            self._editor(column) for column in columns
        )
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(screen.em(4))
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        self.geometriesChanged.connect(self._place)
        table.horizontalScrollBar().valueChanged.connect(self._place)

    @property
    def is_filtering(self) -> bool:
        """Whether the row of filters is there."""
        return self._is_filtering

    @property
    def filters(self) -> Mapping[str, str]:
        """What is asked of each column; columns asked for nothing are left out."""
        asked = zip(self._columns, map(_asked, self.editors), strict=True)
        return {column.key: text for column, text in asked if text} if self._is_filtering else {}

    def show_filters(self, filters: Mapping[str, str]) -> None:
        """Write these filters; nobody is told."""
        for column, editor in zip(self._columns, self.editors, strict=True):
            text = filters.get(column.key, "")
            editor.blockSignals(True)
            if isinstance(editor, QLineEdit):
                editor.setText(text)
            else:
                editor.setCurrentIndex(max(0, editor.findData(text)))
            editor.blockSignals(False)
        if filters:
            self.show_row(True)

    def show_row(self, is_shown: bool) -> None:
        """Show the row of filters, or take it and what it asks away."""
        had = bool(self.filters)
        self._is_filtering = is_shown
        self.updateGeometries()
        self.updateGeometry()
        self._place()
        if had and not is_shown:
            self.filtered.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the filters."""
        below = self._screen.em(_FILTER_EMS) if self._is_filtering else 0
        return QSize(super().sizeHint().width(), self._screen.em(_ROW_EMS) + below)

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Keep the titles off the row of filters."""
        below = self._screen.em(_FILTER_EMS) if self._is_filtering else 0
        self.setViewportMargins(0, 0, 0, below)
        super().updateGeometries()

    def _place(self) -> None:
        top, height = self._screen.em(_ROW_EMS), self._screen.em(_FILTER_EMS)
        for at, editor in enumerate(self.editors):
            is_there = self._is_filtering and not self.isSectionHidden(at)
            editor.setVisible(is_there)
            if is_there:
                left, width = self.sectionViewportPosition(at), self.sectionSize(at)
                editor.setGeometry(left + _GAP, top, width - 2 * _GAP, height - 2 * _GAP)

    def _editor(self, column: HoldingColumn) -> QLineEdit | QComboBox:
        screen = self._screen
        made: QLineEdit | QComboBox
        if column.choices is None:
            made = QLineEdit(self)
            made.setClearButtonEnabled(True)
            made.textChanged.connect(lambda _text: self.filtered.emit())
        else:
            made = QComboBox(self)
            made.addItem("")
            for member in column.choices:
                made.addItem(screen.choice(member), member.value)
            made.activated.connect(lambda _index: self.filtered.emit())
        name = screen.say("Filter: {column}", column=screen.say(column.label))
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.hide()
        return made


def _asked(editor: QWidget) -> str:
    """Give what a filter asks for."""
    if isinstance(editor, QLineEdit):
        return editor.text().strip()
    return str(editor.currentData() or "") if isinstance(editor, QComboBox) else ""
