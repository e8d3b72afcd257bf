"""How near a day is, in words, pictures and colours; a tile for each band."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from olapp.domain.sentence import N_
from olapp.services.due_rows import Band, DueRow, band_of
from olapp.ui.screen import Screen

BANDS = {
    Band.OVERDUE: (N_("Overdue"), "error", "error"),
    Band.DAY: (N_("Today or tomorrow"), "warning", "error"),
    Band.WEEK: (N_("Within 7 days"), "warning", "warning"),
    Band.MONTH: (N_("Within 30 days"), "calendar", "info"),
    Band.QUARTER: (N_("Within 90 days"), "calendar", "good"),
    Band.LATER: (N_("Later"), "calendar", "muted"),
}
"""The words, the picture and the colour of each."""
_ICON = 18


def band_words(band: Band, screen: Screen) -> str:
    """Name a band."""
    return screen.say(BANDS[band][0])


def band_icon(band: Band, screen: Screen) -> QIcon:
    """Give the picture of a band."""
    _, name, role = BANDS[band]
    return screen.theme.tinted(name, role)


def left_words(row: DueRow, today: date, screen: Screen) -> str:
    """Say how many days are left, or for how many it is overdue."""
    days, say = (row.day - today).days, screen.say
    if days < 0:
        return say("1 day overdue") if days == -1 else say("{count} days overdue", count=-days)
    if days == 0:
        return say("today")
    return say("tomorrow") if days == 1 else say("in {count} days", count=days)


def row_icon(row: DueRow, today: date, screen: Screen) -> QIcon:
    """Give the picture of how near a deadline is."""
    return band_icon(band_of(row.day, today), screen)


class BandTile(QPushButton):
    """A band with its count; pressed, it leads to the list."""

    def __init__(self, screen: Screen, band: Band) -> None:
        super().__init__()
        self._screen, self.band = screen, band
        self._count = QLabel()
        self._count.setFont(screen.font(1.8, bold=True))
        icon = QLabel()
        icon.setPixmap(band_icon(band, screen).pixmap(_ICON))
        name = QLabel(band_words(band, screen))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(icon)
        head.addWidget(name, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self._count)
        for label in (icon, name, self._count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(box.sizeHint().height() + 4)
        self.setMinimumWidth(box.sizeHint().width())
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many deadlines stand in the band."""
        self._count.setText(f"{count:,}")
        role = BANDS[self.band][2] if count else "muted"
        colour = getattr(self._screen.theme.colours, role)
        self._count.setStyleSheet(f"color: {colour};")
        self.setAccessibleName(f"{band_words(self.band, self._screen)}: {count}")
