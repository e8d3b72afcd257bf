"""One field on the screen: its label, its editor, its help, and the findings on it."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from olapp.domain.counting import counted
from olapp.domain.finding import Finding
from olapp.domain.paths import get
from olapp.forms.documents import Document
from olapp.forms.spec import Field
from olapp.ui.binding.ground import Ground
from olapp.ui.binding.notes import Notes
from olapp.ui.binding.origin_label import OriginOf, origin_label, show_origin
from olapp.ui.editors import Entry, editor_for
from olapp.ui.editors.choice import CheckEdit
from olapp.ui.edits import unread_at
from olapp.ui.labels import words
from olapp.ui.screen import Screen

_LABEL_EMS, _LABEL_EMS_ENGLISH = 10, 12
_SHORT_EMS = 13.5
_BRIEF_EMS = 40
_ANY_WIDTH = (1 << 24) - 1
_TAB = Qt.FocusPolicy.TabFocus
Found = Mapping[str, tuple[Finding, ...]]
"""Findings by their place."""


class TickLabel(QLabel):
    """The words of a tick; a click on them ticks it."""

    def __init__(self, text: str, editor: CheckEdit) -> None:
        super().__init__(text)
        self._editor = editor
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick or untick."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._editor.box.click()


class FieldRow(QWidget):
    """A field at a place: ``at`` is the item it lies in, ``""`` for the document itself."""

    def __init__(self, ground: Ground, field: Field, owner: type, at: str = "") -> None:
        super().__init__()
        self._ground, self._field, self._at = ground, field, at
        self.path = f"{at}.{field.path}" if at else field.path
        self._title = ground.screen.label(field.label)
        self._help = ground.screen.say(field.help)
        self.editor = editor_for(field, owner, ground.screen)
        self._has_help_beside = not self.editor.is_wide and is_brief(self._help, ground.screen)
        self._notes = Notes(ground.screen)
        self._origin = origin_label()
        self._counter = words("", "counter") if field.limit else None
        self._findings: tuple[Finding, ...] = ()
        self._label: QLabel | None = None
        self._direction = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.set_narrow(False)
        self.editor.name(self._title, self._help)
        self.editor.setProperty("place", self.path)
        self.editor.edited.connect(self._tell)
        self.editor.left.connect(self._leave)

    def show_document(self, document: Document) -> None:
        """Show what the document holds here, or nothing at all where the field does not apply."""
        owner = get(document, self._at)
        self.setVisible(self._field.shown(owner))
        value = get(owner, self._field.path)
        self.editor.show_entry(Entry(value, unread_at(document, self.path)))
        self._refresh()

    def show_whether(self, document: Document) -> None:
        """Appear or disappear as the document asks; the value is left alone."""
        self.setVisible(self._field.shown(get(document, self._at)))

    def show_findings(self, found: Found) -> None:
        """Show the findings on this place."""
        findings = found.get(self.path, ())
        if findings != self._findings:
            self._findings = findings
            self._refresh()

    def show_origins(self, origin_of: OriginOf) -> None:
        """Show beside the field where its value comes from."""
        show_origin(self._origin, origin_of(self.path))

    def target(self, path: str) -> QWidget | None:
        """Give the widget to focus for a place; None when it is not here."""
        return self.editor if path == self.path else None

    def stops(self) -> Iterator[QWidget]:
        """Give the widgets that Tab stops at, in their order."""
        own = Qt.FindChildOption.FindDirectChildrenOnly  # a list box has a list of its own inside
        inner = self.editor.findChildren(QWidget, options=own)
        yield from (widget for widget in inner if widget.focusPolicy() & _TAB)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the label above the editor, or beside it."""
        way = QBoxLayout.Direction
        if self._label is not None:
            ems = _LABEL_EMS if self._ground.screen.say.is_chinese else _LABEL_EMS_ENGLISH
            width = self._ground.screen.em(ems)
            self._label.setMinimumWidth(0 if is_narrow else width)
            self._label.setMaximumWidth(_ANY_WIDTH if is_narrow else width)
        self._direction.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def _lay_out(self) -> None:
        self._direction.setContentsMargins(0, 0, 0, 0)
        self._direction.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(3)
        if isinstance(self.editor, CheckEdit):
            column.addLayout(self._ticked(self.editor))
            column.setContentsMargins(0, 0, 0, 2)
        else:
            self._label = self._make_label()
            self._direction.addWidget(self._label)
            column.addLayout(self._line())
            if self.editor.is_wide:
                column.addWidget(self._origin)
        if self._help and not self._has_help_beside and not isinstance(self.editor, CheckEdit):
            column.addWidget(words(self._help, "help"))
        if self._counter:
            column.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._notes)
        self._direction.addLayout(column, 1)

    def _make_label(self) -> QLabel:
        screen = self._ground.screen
        label = words(self._title)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setContentsMargins(0, screen.em(0.4), screen.em(0.6), 0)
        label.setBuddy(self.editor)
        return label

    def _line(self) -> QHBoxLayout:
        """Lay out the editor; the help of a short one stands beside it."""
        line = QHBoxLayout()
        line.setSpacing(10)
        if self.editor.is_wide:
            line.addWidget(self.editor, 1)
            return line
        self.editor.setFixedWidth(self._ground.screen.em(_SHORT_EMS))
        line.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._origin, 0, Qt.AlignmentFlag.AlignVCenter)
        beside = words(self._help if self._has_help_beside else "", "help")
        beside.setContentsMargins(0, self._ground.screen.em(0.4), 0, 0)
        beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        line.addWidget(beside, 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _ticked(self, editor: CheckEdit) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(editor, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(TickLabel(self._title, editor))
        if self._help:
            said.addWidget(words(self._help, "help"))
        line.addLayout(said, 1)
        return line

    def _tell(self) -> None:
        self._count()
        self._ground.hand.typed.emit(self.path, self.editor.entry())

    def _leave(self) -> None:
        self._refresh()
        self._ground.hand.left.emit(self.path)

    def _refresh(self) -> None:
        """Bring the counter, the notes and what a screen reader says up to date."""
        self._count()
        misread = self._ground.screen.say(self.editor.complaint())
        # What cannot be read is said once; what else was found about it has to wait.
        self._notes.show_findings(() if misread else self._findings, misread)
        self.editor.name(self._title, " ".join(filter(None, (self._notes.text, self._help))))

    def _count(self) -> None:
        if self._counter is None or self._field.limit is None:
            return
        count, limit = counted(self.editor.entry().value), self._field.limit
        say = self._ground.screen.say
        text = f"{count:,} / {limit:,}"
        if count > limit:
            text = say("{count} too many: {text}", count=count - limit, text=text)
        self._counter.setText(text)
        self._counter.setProperty("over", count > limit)
        self._counter.style().polish(self._counter)


def is_brief(text: str, screen: Screen) -> bool:
    """Whether a text fits beside a short editor in a few lines."""
    return QFontMetricsF(screen.font()).horizontalAdvance(text) <= screen.em(_BRIEF_EMS)
