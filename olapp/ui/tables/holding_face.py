"""How the rows of the portfolio are worded."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from olapp.ui.screen import Screen
from olapp.ui.tables.columns import HOLDING_COLUMNS, cell

if TYPE_CHECKING:
    from olapp.services.portfolio import HoldingRow


class HoldingFace:
    """All columns there are; which ones are in sight is the table's affair."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def titles(self) -> Sequence[str]:
        """Give the words over the columns."""
        return [self._screen.say(column.label) for column in HOLDING_COLUMNS]

    def text(self, row: "HoldingRow", column: int) -> str:
        """Give the words of a cell."""
        return cell(row, HOLDING_COLUMNS[column], self._screen)

    def is_figure(self, column: int) -> bool:
        """Whether cells of a column line up at the right."""
        return HOLDING_COLUMNS[column].is_figure
