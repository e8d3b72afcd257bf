"""The portfolio: every patent in one table."""

from olapp.ui.pages.page import Page
from olapp.ui.workplace import Workplace


class PortfolioPage(Page):
    """The table with its search, its filters and its totals."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
