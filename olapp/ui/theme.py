"""The theme: light or dark, chosen or the system's, and the fonts that show Chinese."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from olapp.ui.colours import DARK, LIGHT, Colours
from olapp.ui.icons import Icons
from olapp.ui.stylesheet import stylesheet

FAMILIES = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans SC")
"""The system's own where it has them, else the one that comes with the program."""
_POINTS = 10
_ICON_LATER = 200
"""Milliseconds: drawing it in all sizes must not hold up the first page."""
_ROLE = QPalette.ColorRole


class Theme(QObject):
    """The look of the whole application."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path, choice: str) -> None:
        super().__init__(application)
        self._application = application
        self.icons = Icons(resources / "icons")
        self.colours = LIGHT
        self._choice = choice
        register_fonts(application, resources / "fonts" / "NotoSansSC-Regular.ttf")
        application.setStyle("Fusion")
        QTimer.singleShot(_ICON_LATER, self, self._set_icon)
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def choice(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is on."""
        return self.colours is DARK

    def choose(self, choice: str) -> None:
        """Change to ``system``, ``light`` or ``dark``."""
        self._choice = choice
        self._apply()

    def icon(self, name: str) -> QIcon:
        """Give an icon in the colour of text."""
        return self.icons.icon(name, self.colours.text)

    def tinted(self, name: str, role: str) -> QIcon:
        """Give an icon in the colour of a role, such as ``error`` or ``on_accent``."""
        return self.icons.icon(name, getattr(self.colours, role))

    def _set_icon(self) -> None:
        self._application.setWindowIcon(self.icons.application_icon())

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        self.colours = DARK if self._wants_dark() else LIGHT
        name = "dark" if self.is_dark else "light"
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(
            stylesheet(
                self.colours,
                arrow=self.icons.path(f"combo-{name}"),
                tick=self.icons.path(f"tick-{name}"),
            )
        )
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"


def register_fonts(application: QApplication, sans: Path) -> None:
    """Make Chinese readable on a machine without any Chinese font."""
    QFontDatabase.addApplicationFont(str(sans))
    font = QFont(application.font())
    font.setFamilies([*FAMILIES, font.family()])
    font.setPointSizeF(max(font.pointSizeF(), _POINTS))
    application.setFont(font)


def palette(colours: Colours) -> QPalette:
    """Give the palette of a theme."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(role, QColor(colour))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    return {
        _ROLE.Window: colours.ground,
        _ROLE.WindowText: colours.text,
        _ROLE.Base: colours.field,
        _ROLE.AlternateBase: colours.ground,
        _ROLE.Text: colours.text,
        _ROLE.PlaceholderText: colours.muted,
        _ROLE.Button: colours.card,
        _ROLE.ButtonText: colours.text,
        _ROLE.Highlight: colours.accent,
        _ROLE.HighlightedText: colours.on_accent,
        _ROLE.ToolTipBase: colours.card,
        _ROLE.ToolTipText: colours.text,
        _ROLE.Link: colours.accent,
        _ROLE.Accent: colours.accent,
        _ROLE.Mid: colours.outline,
        _ROLE.Light: colours.card,
        _ROLE.Midlight: colours.line,
        _ROLE.Dark: colours.outline,
        _ROLE.Shadow: colours.outline,
    }


def em(font: QFont, count: float) -> int:
    """Give a length of so many letter widths of a font, in device-independent pixels."""
    return round(QFontMetricsF(font).height() * 0.75 * count)
