"""Commands as actions of the window: menus, keys and buttons share them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from olapp.i18n import LANGUAGES
from olapp.ui.commands import COMMANDS, MENUS, THEMES
from olapp.ui.screen import Screen

Actions = Mapping[str, QAction]
_ICONS = {command.key: command.icon for command in COMMANDS}
_ALTERNATIVE = {"redo": "Ctrl+Y"}


def make_actions(screen: Screen, parent: QWidget, run: Callable[[str], None]) -> Actions:
    """Make all actions; each runs its command by name."""
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(screen.say(command.text), parent)
        keys = [command.keys, _ALTERNATIVE.get(command.key, "")]
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.setIconVisibleInMenu(False)
        action.triggered.connect(lambda _on=False, key=command.key: run(key))
        made[command.key] = action
    return made


def fill_menus(bar: QMenuBar, actions: Actions, screen: Screen) -> dict[str, QMenu]:
    """Fill the menu bar in the order of the commands; gives the menus by name."""
    bar.clear()
    menus = {key: bar.addMenu(screen.say(text)) for key, text in MENUS.items()}
    for command in COMMANDS:
        if command.starts_part:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(actions[command.key])
    return menus


def fill_languages(menu: QMenu, current: str, choose: Callable[[str], None]) -> None:
    """Offer every language by the name it gives itself."""
    _fill_choices(menu, dict(LANGUAGES), current, choose)


def fill_themes(menu: QMenu, screen: Screen, choose: Callable[[str], None]) -> None:
    """Offer the themes at the end of a menu."""
    menu.addSeparator()
    names = {key: screen.say(text) for key, text in THEMES.items()}
    _fill_choices(menu, names, screen.theme.choice, choose)


def _fill_choices(
    menu: QMenu, names: Mapping[str, str], current: str, choose: Callable[[str], None]
) -> None:
    group = QActionGroup(menu)
    for key, name in names.items():
        action = group.addAction(name)
        action.setCheckable(True)
        action.setChecked(key == current)
        action.triggered.connect(lambda _on=False, key=key: choose(key))
        menu.addAction(action)


def plain(text: str) -> str:
    """Give the words of an action without its mnemonic: ``文件(&F)`` is 文件.

    >>> plain("文件(&F)..."), plain("&File")
    ('文件...', 'File')
    """
    head, mark, tail = text.partition("(&")
    return head + tail[2:] if mark and tail[1:2] == ")" else text.replace("&", "")


def button(actions: Actions, key: str, screen: Screen, *, shows_text: bool = False) -> QToolButton:
    """Make a button of an action, with its picture, its keys in the tip."""
    action = actions[key]
    action.setIcon(screen.theme.icon(_ICONS[key]))
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(20, 20))
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    style = Qt.ToolButtonStyle
    made.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if shows_text else style.ToolButtonIconOnly
    )
    name = plain(action.text()).removesuffix("...")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    made.setText(name)
    made.setAccessibleName(name)
    made.setToolTip(f"{name} ({keys})" if keys else name)
    return made
