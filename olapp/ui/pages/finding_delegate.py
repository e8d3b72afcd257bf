"""How a finding is drawn: the sentence, the remedy, the article and the code, all wrapped."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from olapp.domain.finding import Finding
from olapp.ui.places import place_label
from olapp.ui.screen import Screen

FINDING = Qt.ItemDataRole.UserRole + 1
_ICON = 16
_EDGE, _GAP = 12, 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ENDLESS = 100_000
Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, QFont, str]
"""Words, their font, their colour."""


class FindingDelegate(QStyledItemDelegate):
    """Draws heads in one line and findings in as many as they need."""

    def __init__(self, screen: Screen, view: QTreeView) -> None:
        super().__init__(view)
        self._screen, self._view = screen, view
        self._plain = screen.font()
        self._small = screen.font(0.9)
        self._bold = screen.font(bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Measure the wrapped text at the width of the view."""
        width = self._view.viewport().width()
        inner = QRect(0, 0, width - self._left(index) - _EDGE, _ENDLESS)
        height = sum(
            QFontMetrics(font).boundingRect(inner, _WRAP, text).height() + _GAP
            for text, font, _ in self._parts(index)
        )
        return QSize(width, height + 2 * _EDGE - 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the icon of a head, and the text."""
        painter.save()
        rect: QRect = option.rect
        self._draw_ground(painter, rect, index)
        top = rect.top() + _EDGE - 3
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            icon.paint(painter, QRect(rect.left() + _EDGE, top + 2, _ICON, _ICON))
        left = rect.left() + self._left(index)
        for text, font, colour in self._parts(index):
            area = QRect(left, top, rect.right() - left - _EDGE, _ENDLESS)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            top += painter.drawText(area, _WRAP, text).height() + _GAP
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = self._screen.theme.colours
        if self._view.currentIndex() == index and index.data(FINDING) is not None:
            painter.fillRect(rect, QColor(colours.selection))
            if self._view.hasFocus():
                painter.setPen(QColor(colours.accent))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _left(self, index: Index) -> int:
        return _EDGE if index.data(FINDING) is not None else 2 * _EDGE + _ICON

    def _parts(self, index: Index) -> Iterator[Part]:
        colours = self._screen.theme.colours
        found = index.data(FINDING)
        if not isinstance(found, Finding):
            yield str(index.data(Qt.ItemDataRole.DisplayRole)), self._bold, colours.text
            return
        say = self._screen.say
        yield self._screen.finding(found), self._plain, colours.text
        if found.remedy:
            yield self._screen.remedy(found), self._small, colours.muted
        ground = [place_label(found.field, self._screen)] if found.field else []
        ground += [say.citation(source) for source in found.sources]
        if not found.is_confirmed:
            ground.append(say("[unconfirmed]"))
        yield " · ".join([*ground, unbroken(found.code)]), self._small, colours.muted


def unbroken(code: str) -> str:
    """Keep the parts of a code on one line."""
    return code.replace("-", "\u2060-\u2060")
