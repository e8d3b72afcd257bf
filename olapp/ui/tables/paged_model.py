"""One model for every long table: the keys of all rows, and the pages that somebody looks at.

Nothing here waits for the store: a cell whose page is still on its way is blank, and is painted
when the page comes.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from olapp.ui import tasks
from olapp.ui.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_WORDS = frozenset((int(_ROLE.DisplayRole), int(_ROLE.ToolTipRole)))
PAGE = 128
"""Rows fetched together."""
_KEPT = 64
"""Pages remembered; the least recently seen are forgotten."""


class Row(Protocol):
    """A row that knows its key."""

    @property
    def id(self) -> int: ...  # noqa: D102


R = TypeVar("R", bound=Row)
S_contra = TypeVar("S_contra", bound=Row, contravariant=True)


class Face(Protocol[S_contra]):
    """How rows of a table are worded."""

    def titles(self) -> Sequence[str]:
        """Give the words over the columns."""

    def text(self, row: S_contra, column: int) -> str:
        """Give the words of a cell."""

    def is_figure(self, column: int) -> bool:
        """Whether cells of a column line up at the right."""


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows by key; ``fetch`` gives the rows of some keys, and is called off the screen's thread."""

    def __init__(
        self,
        face: Face[R],
        fetch: Callable[[Sequence[int]], tuple[R, ...]],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._face, self._fetch, self._failed = face, fetch, failed
        self._titles = tuple(face.titles())
        self.ids: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    def show_ids(self, ids: Sequence[int], first: Sequence[R] = ()) -> None:
        """Show other rows; ``first`` are those of the first page, where they came along."""
        self.beginResetModel()
        self.ids = ids
        self.forget()
        if first:
            self._pages[0] = {row.id: row for row in first}
        self.endResetModel()

    def forget(self) -> None:
        """Drop the pages known; they are fetched again when looked at."""
        self._round += 1
        self._pages.clear()
        self._asked.clear()
        self._wanted.clear()

    def look_again(self) -> None:
        """Fetch anew what is in sight: the same rows, changed."""
        self._round += 1
        self._asked.clear()
        self._wanted = dict.fromkeys(self._pages)
        self._timer.start()

    def row_at(self, at: int) -> R | None:
        """Give a row; None while its page is on its way, or when it is gone."""
        number = at // PAGE
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        self._pages.move_to_end(number)
        return page.get(self.ids[at])

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the rows."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give words, and the whole of them as a tip."""
        if role in _WORDS:
            row = self.row_at(index.row())
            text = "" if row is None else self._face.text(row, index.column())
            return plain_tip(text) if role == _ROLE.ToolTipRole else text
        if role == _ROLE.TextAlignmentRole and self._face.is_figure(index.column()):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Name the columns."""
        is_head = orientation == Qt.Orientation.Horizontal
        if is_head and role in _WORDS:
            return self._titles[section]
        if is_head and role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _want(self, number: int) -> None:
        if number not in self._asked and number not in self._wanted:
            self._wanted[number] = None
            self._timer.start()

    def _ask(self) -> None:
        """Fetch what is in sight now; what was scrolled past meanwhile is left out."""
        wanted, self._wanted = list(self._wanted)[-_KEPT:], {}
        self._asked.update(wanted)
        ids = [self.ids[number * PAGE : (number + 1) * PAGE] for number in wanted]
        asked, fetch = self._round, self._fetch

        def work(_: tasks.Progress) -> list[dict[int, R]]:
            return [{row.id: row for row in fetch(page)} for page in ids]

        def take(pages: list[dict[int, R]]) -> None:
            if asked == self._round:
                self._take(dict(zip(wanted, pages, strict=True)))

        tasks.run(work, take, self._failed, owner=self, is_urgent=True)

    def _take(self, pages: dict[int, dict[int, R]]) -> None:
        self._asked.difference_update(pages)
        self._pages.update(pages)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        last = len(self._titles) - 1
        for number in pages:
            bottom = min((number + 1) * PAGE, len(self.ids)) - 1
            self.dataChanged.emit(self.index(number * PAGE, 0), self.index(bottom, last))
