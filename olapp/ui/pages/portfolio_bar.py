"""What the list of the portfolio is asked for: words, a department, a tag, a saved view."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.portfolio import HoldingQuery

_LEAST_EMS = 9


class PortfolioBar(QWidget):
    """A search line and two lists; what another page asked for stays until all is asked for."""

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._brought: HoldingQuery | None = None
        self.search = QLineEdit()
        self.departments = self._box(screen.say("Department"))
        self.tags = self._box(screen.say("Tag"))
        self.everything = QPushButton(screen.say("Show all patents"))
        self.everything.setToolTip(screen.say("Another page chose these patents."))
        self.everything.hide()
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self._fill()
        self.offer((), ())
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.search, 3)
        self.row.addWidget(self.departments, 1)
        self.row.addWidget(self.tags, 1)
        self.row.addWidget(self.everything)

    def query(self, filters: dict[str, str]) -> "HoldingQuery":
        """Give what is asked, with what the filter row asks of the columns."""
        from olapp.services.portfolio import HoldingQuery  # noqa: PLC0415 - not at the start

        return replace(
            self._brought or HoldingQuery(),
            text=self.search.text().strip(),
            department=self.departments.currentData(),
            tag=self.tags.currentData(),
            columns=filters,
        )

    def show_query(self, query: "HoldingQuery") -> None:
        """Write a query into the boxes; nobody is told."""
        plain = replace(query, text="", department=None, tag=None, columns={})
        self._brought = None if plain == type(query)() else plain
        self.everything.setVisible(self._brought is not None)
        self.search.blockSignals(True)
        self.search.setText(query.text)
        self.search.blockSignals(False)
        _choose(self.departments, query.department)
        _choose(self.tags, query.tag)

    def offer(self, departments: Sequence[str], tags: Sequence[str]) -> None:
        """Take the departments and tags there are; what is chosen stays chosen."""
        say = self._screen.say
        self.known_departments, self.known_tags = tuple(departments), tuple(tags)
        for box, first, names in (
            (self.departments, say("All departments"), departments),
            (self.tags, say("All tags"), tags),
        ):
            chosen = box.currentData()
            box.clear()
            box.addItem(first, None)
            for name in names:
                box.addItem(name, name)
            _choose(box, chosen)

    def _fill(self) -> None:
        screen = self._screen
        name = screen.say("Search everything: title, number, party, class, tag, remark")
        self.search.setPlaceholderText(name)
        self.search.setAccessibleName(name)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            screen.theme.tinted("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMinimumWidth(self._screen.em(_LEAST_EMS))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _index: self.changed.emit())
        return box


def _choose(box: QComboBox, value: str | None) -> None:
    """Choose a value; one that nobody has any more is offered all the same."""
    if value is not None and box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(max(0, box.findData(value)) if value is not None else 0)
