"""One item of a repeating group: a line that opens into its fields."""

from collections import deque
from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.paths import get
from olapp.forms.documents import Document
from olapp.forms.spec import Group
from olapp.ui.binding.field_row import FieldRow, Found
from olapp.ui.binding.ground import Ground
from olapp.ui.binding.notes import ICON_SIZE, Notes
from olapp.ui.labels import clear_name, visible

_SUMMARY_PARTS = 2
_SUMMARY_LENGTH = 40


class ItemPanel(QFrame):
    """An item, closed or open; its fields are built when it is first opened."""

    def __init__(self, ground: Ground, group: Group, index: int) -> None:
        super().__init__()
        self._ground, self._group, self._index = ground, group, index
        self._at = f"{group.path}.{index}"
        self._rows: list[FieldRow] = []
        self._unbuilt = deque(group.fields)
        self._document: Document | None = None
        self._found: Found = {}
        self._is_narrow = False
        self.setObjectName("item")
        self.setProperty("place", self._at)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 6, 8, 6)
        self._box.setSpacing(8)
        self._box.addLayout(self._head())
        self._notes = Notes(ground.screen)
        self._box.addWidget(self._notes)

    @property
    def is_open(self) -> bool:
        """Whether its fields are in sight."""
        return self.toggle.isChecked()

    def open(self, is_open: bool = True) -> None:
        """Open or close it."""
        self.toggle.setChecked(is_open)

    def show_document(self, document: Document, count: int) -> None:
        """Show the item of the document; ``count`` says which moves are possible."""
        self._document = document
        self.toggle.setText(self._summary(get(document, self._at)))
        self.up.setEnabled(self._index > 0)
        self.down.setEnabled(self._index < count - 1)
        self._show_rows(document)

    def show_whether(self, document: Document) -> None:
        """Let fields appear and disappear, and keep the line on top true."""
        self._document = document
        self.toggle.setText(self._summary(get(document, self._at)))
        if self.is_open:
            for row in self._rows:
                row.show_whether(document)

    def show_findings(self, found: Found) -> None:
        """Show findings beside the fields, and their number on the line on top."""
        self._found = found
        inside = [path for path in found if path.startswith(self._at + ".")]
        heaviest = min(
            (one.severity for path in inside for one in found[path]),
            key=lambda severity: severity.rank,
            default=None,
        )
        count = sum(len(found[path]) for path in inside)
        self.badge.setVisible(heaviest is not None)
        if heaviest is not None:
            icon = self._ground.screen.theme.tinted(heaviest.value, heaviest.value)
            self.badge.setPixmap(icon.pixmap(ICON_SIZE))
            clear_name(self.badge, self._ground.screen.say("Findings: {count}", count=count))
        self._notes.show_findings(found.get(self._at, ()))
        for row in self._rows:
            row.show_findings(found)

    def target(self, path: str) -> QWidget | None:
        """Open for a place inside and give its widget; None when it is elsewhere."""
        if path == self._at:
            return self.toggle
        if not path.startswith(self._at + "."):
            return None
        self.open()
        while not (found := self._built_target(path)) and self._unbuilt:
            self._build_row()
        return found or self.toggle

    def first_editor(self) -> QWidget:
        """Open and give the first field."""
        self.open()
        if not self._rows:
            self._build_row()
        return self._rows[0].editor

    def stops(self) -> Iterator[QWidget]:
        """Give the widgets that Tab stops at, in their order."""
        yield from (self.toggle, self.up, self.down, self.remove)
        for row in self._rows:
            yield from row.stops()

    def set_narrow(self, is_narrow: bool) -> None:
        """Pass on whether labels stand above their editors."""
        self._is_narrow = is_narrow
        for row in self._rows:
            row.set_narrow(is_narrow)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        self.toggle = QToolButton()
        self.toggle.setCheckable(True)
        self.toggle.setObjectName("toggle")
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggle.toggled.connect(self._show_open)
        self.badge = QLabel()
        head.addWidget(self.toggle, 1)
        head.addWidget(self.badge)
        for button in self._buttons():
            head.addWidget(button)
        self._show_arrow()
        return head

    def _buttons(self) -> Iterator[QToolButton]:
        say, path, index = self._ground.screen.say, self._group.path, self._index
        hand = self._ground.hand
        self.up = self._button("arrow-up", say("Move up (Ctrl+Shift+Up)"))
        self.up.clicked.connect(lambda: hand.moved.emit(path, index, index - 1))
        self.down = self._button("arrow-down", say("Move down (Ctrl+Shift+Down)"))
        self.down.clicked.connect(lambda: hand.moved.emit(path, index, index + 1))
        self.remove = self._button("bin", say("Remove (Alt+Delete)"))
        self.remove.clicked.connect(lambda: hand.removed.emit(path, index))
        yield from (self.up, self.down, self.remove)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(self._ground.screen.theme.tinted(icon, "muted"))
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_name(button, name)
        return button

    def _show_open(self, is_open: bool) -> None:
        for row in self._rows:
            row.setVisible(is_open)
        if is_open:
            self._show_rows(self._document)
            self._ground.slices.add(self._build_on, self)
        self._show_arrow()

    def _show_rows(self, document: Document | None) -> None:
        """Show the fields; those of a closed item catch up when it is opened."""
        if self.is_open and document is not None:
            for row in self._rows:
                row.show_document(document)

    def _show_arrow(self) -> None:
        name = "down" if self.is_open else "right"
        self.toggle.setIcon(self._ground.screen.theme.tinted(name, "muted"))

    def _built_target(self, path: str) -> QWidget | None:
        found = (row.target(path) for row in self._rows)
        return next((widget for widget in found if widget), None)

    def _build_on(self) -> None:
        """Build one more field, and come back for the next."""
        if self._unbuilt and self.is_open:
            self._build_row()
            self._ground.slices.add(self._build_on, self)

    def _build_row(self) -> None:
        row = FieldRow(self._ground, self._unbuilt.popleft(), self._group.item, self._at)
        self._box.addWidget(row)
        row.set_narrow(self._is_narrow)
        row.show_findings(self._found)
        self._rows.append(row)
        if self._document is not None:
            row.show_document(self._document)

    def _summary(self, item: object) -> str:
        """Number the item and say what it is by its first words, else by its first choices."""
        fields = [field for field in self._group.fields if not field.masked]
        values = [value for field in fields if _says_much(value := get(item, field.path))]
        values.sort(key=lambda value: isinstance(value, StrEnum))
        screen = self._ground.screen
        said = [
            screen.choice(value) if isinstance(value, StrEnum) else screen.say.value(value)
            for value in values[:_SUMMARY_PARTS]
        ]
        text = " · ".join(part[:_SUMMARY_LENGTH] for part in said)
        return visible(f"{self._index + 1}　{text}".replace("&", "&&").replace("\n", " "))


def _says_much(value: object) -> bool:
    """Whether a value helps to tell one item from another."""
    return value is not None and not isinstance(value, bool) and value not in {"", ()}
