"""A section of a form as a card: number, official label, help, fields."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from olapp.forms.documents import Document
from olapp.forms.spec import Field, Form, Group, Section
from olapp.ui.binding.field_row import FieldRow, Found
from olapp.ui.binding.ground import Ground
from olapp.ui.binding.group_box import GroupBox
from olapp.ui.binding.origin_label import OriginOf
from olapp.ui.labels import words

_NARROW_EMS = 36


class SectionCard(QFrame):
    """A card; its fields are built in slices, out of sight, and appear together."""

    def __init__(self, ground: Ground, form: Form, section: Section) -> None:
        super().__init__()
        self._ground, self._form = ground, form
        self.section = section
        self.items: list[FieldRow | GroupBox] = []
        self._found: Found = {}
        self._origin_of: OriginOf | None = None
        self._is_narrow = False
        self.setObjectName("card")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 14, 16, 16)
        self._box.setSpacing(10)
        self._box.addLayout(self._head())
        if section.help:
            self._box.addWidget(words(ground.screen.say(section.help), "help"))

    def build(self, document: Callable[[], Document]) -> None:
        """Queue the building of all fields, to show the document of that moment."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(12)
        for item in self.section.items:
            self._ground.slices.add(partial(self._build_item, item, column, document), self)
        self._ground.slices.add(lambda: self._appear(body), self)

    def show_document(self, document: Document) -> None:
        """Show a document that changed elsewhere."""
        for item in self.items:
            item.show_document(document)

    def show_whether(self, document: Document) -> None:
        """Let fields appear and disappear."""
        for item in self.items:
            item.show_whether(document)

    def show_findings(self, found: Found) -> None:
        """Show findings beside the fields."""
        self._found = found
        for item in self.items:
            item.show_findings(found)

    def show_origins(self, origin_of: OriginOf) -> None:
        """Show where each fact comes from."""
        self._origin_of = origin_of
        for item in self.items:
            item.show_origins(origin_of)

    def target(self, path: str) -> QWidget | None:
        """Give the widget to focus for a place."""
        found = (item.target(path) for item in self.items)
        return next((widget for widget in found if widget), None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put labels above the editors when there is no room beside them."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._ground.screen.em(_NARROW_EMS)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for item in self.items:
                item.set_narrow(is_narrow)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        if self.section.number:
            number = QLabel(self.section.number)
            number.setObjectName("number")
            head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        screen = self._ground.screen
        title = words(screen.label(self.section.label))
        title.setFont(screen.font(1.12, bold=True))
        head.addWidget(title, 1)
        return head

    def _build_item(
        self, item: Field | Group, column: QVBoxLayout, document: Callable[[], Document]
    ) -> None:
        if isinstance(item, Group):
            made: FieldRow | GroupBox = GroupBox(self._ground, item)
        else:
            made = FieldRow(self._ground, item, self._form.document)
        column.addWidget(made)  # first: a widget without a parent is shown as a window
        made.set_narrow(self._is_narrow)
        made.show_document(document())
        made.show_findings(self._found)
        if self._origin_of is not None:
            made.show_origins(self._origin_of)
        self.items.append(made)

    def _appear(self, body: QWidget) -> None:
        self._box.addWidget(body)
        body.show()  # now, not when Qt next has time: somebody may want to go to a field
