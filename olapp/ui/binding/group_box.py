"""A repeating group on the screen: its items, and a way to add, remove and reorder them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from olapp.domain.paths import get
from olapp.forms.documents import Document
from olapp.forms.spec import Group
from olapp.ui.binding.field_row import Found
from olapp.ui.binding.ground import Ground
from olapp.ui.binding.item_panel import ItemPanel
from olapp.ui.binding.notes import Notes
from olapp.ui.binding.origin_label import OriginOf, origin_label, show_origin
from olapp.ui.labels import words

_AT_ONCE = 4
"""As many panels are made at once; the rest follow in slices."""
_OPEN_AT_FIRST = 2
"""As many items stand open from the start; more are closed lines."""


class GroupBox(QWidget):
    """All items of one group."""

    def __init__(self, ground: Ground, group: Group) -> None:
        super().__init__()
        self._ground, self._group = ground, group
        self.path = group.path
        self._panels: list[ItemPanel] = []
        self._document: Document | None = None
        self._count = 0
        self._found: Found = {}
        self._is_narrow = False
        self._notes = Notes(ground.screen)
        self._origin = origin_label()
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.add = self._add_button()
        self._lay_out()
        self._add_keys()

    def show_document(self, document: Document) -> None:
        """Show the items of the document; panels are made and dropped at the end only."""
        self.setVisible(self._group.shown(document))
        count = len(get(document, self.path))
        is_first = not self._panels
        while len(self._panels) > count:
            panel = self._panels.pop()
            self._list.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._document, self._count = document, count
        for panel in self._panels:
            panel.show_document(document, count)
        while len(self._panels) < min(count, _AT_ONCE):
            self._append(is_open=is_first and count <= _OPEN_AT_FIRST)
        if len(self._panels) < count:
            self._ground.slices.add(self._append_on, self)

    def show_whether(self, document: Document) -> None:
        """Appear or disappear, fields inside too."""
        self._document = document
        self.setVisible(self._group.shown(document))
        for panel in self._panels:
            panel.show_whether(document)

    def show_findings(self, found: Found) -> None:
        """Show findings on the group and inside its items."""
        self._found = found
        self._notes.show_findings(found.get(self.path, ()))
        for panel in self._panels:
            panel.show_findings(found)

    def show_origins(self, origin_of: OriginOf) -> None:
        """Show under the title where the whole group comes from."""
        show_origin(self._origin, origin_of(self.path))

    def target(self, path: str) -> QWidget | None:
        """Give the widget to focus for a place, its item opened; None when it is not here."""
        if path == self.path:
            return self.add
        found = (panel.target(path) for panel in self._panels)
        return next((widget for widget in found if widget), None)

    def focus_item(self, index: int) -> None:
        """Put the person into an item, or on the button that adds one."""
        if 0 <= index < len(self._panels):
            self._panels[index].first_editor().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def swap_open(self, index: int, to: int) -> None:
        """Let the open items stay the ones that were open."""
        one, other = self._panels[index], self._panels[to]
        was_open = one.is_open
        one.open(other.is_open)
        other.open(was_open)

    def stops(self) -> Iterator[QWidget]:
        """Give the widgets that Tab stops at, in their order."""
        for panel in self._panels:
            yield from panel.stops()
        yield self.add

    def set_narrow(self, is_narrow: bool) -> None:
        """Pass on whether labels stand above their editors."""
        self._is_narrow = is_narrow
        for panel in self._panels:
            panel.set_narrow(is_narrow)

    def _append_on(self) -> None:
        """Make one more panel, and come back for the next."""
        if len(self._panels) < self._count:
            self._append()
            self._ground.slices.add(self._append_on, self)

    def _append(self, *, is_open: bool = False) -> None:
        panel = ItemPanel(self._ground, self._group, len(self._panels))
        self._list.addWidget(panel)
        panel.show()
        panel.set_narrow(self._is_narrow)
        panel.show_findings(self._found)
        self._panels.append(panel)
        if self._document is not None:
            panel.show_document(self._document, self._count)
        panel.open(is_open)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        screen = self._ground.screen
        title = words(screen.label(self._group.label))
        title.setFont(screen.font(bold=True))
        box.addWidget(title)
        box.addWidget(self._origin)
        if self._group.help:
            box.addWidget(words(screen.say(self._group.help), "help"))
        box.addWidget(self._notes)
        box.addLayout(self._list)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_button(self) -> QPushButton:
        screen = self._ground.screen
        button = QPushButton(screen.theme.icon("plus"), screen.say("Add an item"))
        button.setProperty("place", self.path)
        button.setToolTip(screen.say("Add an item (Alt+Insert)"))
        label = screen.label(self._group.label)
        button.setAccessibleName(screen.say("Add an item: {what}", what=label))
        button.clicked.connect(lambda: self._ground.hand.added.emit(self.path))
        return button

    def _add_keys(self) -> None:
        keys = {
            "Alt+Insert": self.add.click,
            "Ctrl+Shift+Up": lambda: self._press("up"),
            "Ctrl+Shift+Down": lambda: self._press("down"),
            "Alt+Delete": lambda: self._press("remove"),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _press(self, button: str) -> None:
        """Press a button of the item that has the focus."""
        focus = QApplication.focusWidget()
        for panel in self._panels:
            if focus is not None and panel.isAncestorOf(focus):
                getattr(panel, button).click()
                return
