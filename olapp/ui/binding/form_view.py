"""A whole form on the screen."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from olapp.domain.finding import Finding
from olapp.forms.documents import Document
from olapp.forms.spec import Form
from olapp.ui.binding.field_row import Found
from olapp.ui.binding.ground import Ground, Hand
from olapp.ui.binding.group_box import GroupBox
from olapp.ui.binding.origin_label import OriginOf
from olapp.ui.binding.section_card import SectionCard
from olapp.ui.binding.slices import Slices
from olapp.ui.screen import Screen

_MARGIN = 40
"""Pixels kept in sight around a field that was jumped to."""


class FormView(QScrollArea):
    """All sections of a form under each other; ``hand`` tells what the person does."""

    section_changed = Signal(int)
    """The section now in the upper part of the view."""
    built = Signal()
    grown = Signal()
    """Fields were built, now or later."""

    def __init__(self, screen: Screen, form: Form) -> None:
        super().__init__()
        self.hand = Hand(self)
        self._form = form
        self._slices = Slices(self)
        self._slices.done.connect(self.grown)
        self._document: Document | None = None
        self._last_path = ""
        self.hand.left.connect(self._remember)
        ground = Ground(screen, self.hand, self._slices)
        self.cards = [SectionCard(ground, form, section) for section in form.sections]
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body())
        self.verticalScrollBar().valueChanged.connect(self._tell_section)

    def show_document(self, document: Document) -> None:
        """Show a document; the first one has the fields built, in slices."""
        is_first = self._document is None
        self._document = document
        if is_first:
            for card in self.cards:
                card.build(self._current)
            self._slices.add(self.built.emit, self)
            return
        for card in self.cards:
            card.show_document(document)

    def show_whether(self, document: Document) -> None:
        """Let fields appear and disappear as a typed change asks; nothing else is touched."""
        self._document = document
        for card in self.cards:
            card.show_whether(document)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show each finding beside the field it is about."""
        found = by_place(findings)
        for card in self.cards:
            card.show_findings(found)

    def show_origins(self, origin_of: OriginOf) -> None:
        """Show beside each fact where it comes from."""
        for card in self.cards:
            card.show_origins(origin_of)

    def go_to(self, path: str) -> None:
        """Bring a place into sight and put the person into it."""
        while not self._is_there(self._target(path)) and not self._slices.is_done:
            self._slices.step()
        widget = self.widget_at(path)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, widget, lambda: self._reveal(widget))

    def widget_at(self, path: str) -> QWidget | None:
        """Give the widget of a place, or of the nearest place around it."""
        while path:
            if widget := self._target(path):
                return widget
            path = path.rpartition(".")[0]
        return None

    def go_to_section(self, index: int) -> None:
        """Bring a section to the top."""
        self._slices.finish()
        card = self.cards[index]
        self.verticalScrollBar().setValue(card.y() - self.cards[0].y())

    def focus_item(self, path: str, index: int) -> None:
        """Put the person into an item of a group."""
        self._group(path).focus_item(index)

    def swap_open(self, path: str, index: int, to: int) -> None:
        """Let open items of a group stay open when two change places."""
        self._group(path).swap_open(index, to)

    @property
    def is_built(self) -> bool:
        """Whether all fields are there."""
        return self._document is not None and self._slices.is_done

    def focused_path(self) -> str:
        """Give the place that has the focus, ``""`` for none."""
        widget = QApplication.focusWidget()
        while widget is not None and self.isAncestorOf(widget):
            if place := widget.property("place"):
                return str(place)
            widget = widget.parentWidget()
        return ""

    def focus_again(self) -> None:
        """Put the person where they last were in the form, else into its first field."""
        path = self._last_path or self._form.sections[0].items[0].path
        self.go_to(path)

    def stops(self) -> Iterator[QWidget]:
        """Give the widgets that Tab stops at, in the order of the form."""
        for card in self.cards:
            for item in card.items:
                yield from item.stops()

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("formBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 4, 12, 24)
        column.setSpacing(14)
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        return body

    def _group(self, path: str) -> GroupBox:
        """Give a group of the form by its path."""
        items = (item for card in self.cards for item in card.items)
        return next(i for i in items if isinstance(i, GroupBox) and i.path == path)

    def _target(self, path: str) -> QWidget | None:
        found = (card.target(path) for card in self.cards)
        return next((widget for widget in found if widget), None)

    def _is_there(self, widget: QWidget | None) -> bool:
        """Whether a widget is built and in its place."""
        return widget is not None and self.isAncestorOf(widget)

    def _current(self) -> Document:
        if self._document is None:
            raise RuntimeError("no document is shown yet")
        return self._document

    def _remember(self, path: str) -> None:
        self._last_path = path

    def _reveal(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, _MARGIN)

    def _tell_section(self, top: int) -> None:
        line = top + self.viewport().height() // 3
        passed = [at for at, card in enumerate(self.cards) if card.y() <= line]
        self.section_changed.emit(passed[-1] if passed else 0)


def by_place(findings: tuple[Finding, ...]) -> Found:
    """Sort findings by the place they are about, keeping their order."""
    found: dict[str, tuple[Finding, ...]] = {}
    for one in findings:
        found[one.field] = (*found.get(one.field, ()), one)
    return found
