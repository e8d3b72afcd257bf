"""A date: typed in any usual spelling, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from olapp.domain.dates import read_date
from olapp.domain.sentence import N_
from olapp.ui.editors.line import LineEdit, Spelling
from olapp.ui.screen import Screen

_WIDTH_EMS, _HEIGHT_EMS = 22, 17
DAY = Spelling(
    read=read_date,
    write=date.isoformat,
    complaint=N_(
        "This cannot be read as a date. Put the year first, as in 2024-01-20 or 2024.1.20."
    ),
    example="2024-01-20",
)


class DateEdit(LineEdit):
    """A line read as a date, with a calendar behind a button and Alt+Down."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        super().__init__(DAY, example=screen.say("e.g. {example}", example=DAY.example))

    def beside(self) -> tuple[QWidget, ...]:
        """Give the calendar button; the keyboard opens it from the line itself."""
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(self._screen.theme.tinted("calendar", "muted"))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(self._screen.say("Pick from a calendar (Alt+Down)"))
        button.setAccessibleName(self._screen.say("Pick from a calendar (Alt+Down)"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_calendar)
        return (button,)

    def open_calendar(self) -> "CalendarPopup":
        """Show the calendar at the day of the line."""
        popup = CalendarPopup(self, self._screen)
        day = self.entry().value
        if day is not None:
            popup.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        popup.calendar.activated.connect(self._take)
        popup.calendar.clicked.connect(self._take)
        popup.calendar.activated.connect(popup.close)
        popup.calendar.clicked.connect(popup.close)
        popup.open_below(self.line)
        return popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open the calendar on Alt+Down, as date boxes do."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _take(self, day: QDate) -> None:
        self.line.setText(date(day.year(), day.month(), day.day()).isoformat())
        self.mark()
        self.edited.emit()
        self.line.setFocus()


class CalendarPopup(QWidget):
    """A calendar that closes when a day is taken or Escape is pressed."""

    def __init__(self, parent: QWidget, screen: Screen) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        calendar = QCalendarWidget
        self.calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMinimumSize(screen.em(_WIDTH_EMS), screen.em(_HEIGHT_EMS))
        self._colour(screen)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.calendar)

    def _colour(self, screen: Screen) -> None:
        """Let weekends differ no more than can be read on the theme's ground."""
        colours = screen.theme.colours
        head, weekend = QTextCharFormat(), QTextCharFormat()
        head.setForeground(QColor(colours.muted))
        weekend.setForeground(QColor(colours.error))
        self.calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        for name, icon in (("prevmonth", "left"), ("nextmonth", "right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(screen.theme.icon(icon))

    def open_below(self, line: QWidget) -> None:
        """Open under a line, or above it where the screen ends."""
        self.adjustSize()
        place = line.mapToGlobal(QPoint(0, line.height() + 2))
        bottom = line.screen().availableGeometry().bottom()
        if place.y() + self.height() > bottom:
            place = line.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(place)
        self.show()
        self.calendar.setFocus()
