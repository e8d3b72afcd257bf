"""The style sheet: what Fusion and a palette alone do not give."""

from dataclasses import asdict
from string import Template

from olapp.ui.colours import Colours

_SHEET = Template(
    """
QMainWindow, QDialog, #page, #formBody { background: $ground; }
#page QScrollArea, #formBody { border: none; }
QToolTip { color: $text; background: $card; border: 1px solid $outline; padding: 4px; }

#card { background: $card; border: 1px solid $line; border-radius: 8px; }
#item { background: $ground; border: 1px solid $line; border-radius: 6px; }
#toggle { text-align: left; padding: 3px; }
#toggle:checked { background: transparent; }
#toggle:hover { background: $hover; }
#toggle:focus { border: 2px solid $accent; padding: 2px; }
#number { background: $selection; color: $accent; border-radius: 4px; padding: 1px 7px;
  font-weight: bold; }
#help, #muted { color: $muted; }
#origin { color: $muted; font-size: 8.5pt; }
#banner { background: $error_ground; border: 1px solid $error; border-radius: 8px; }
#counter { color: $muted; }
#counter[over="true"] { color: $error; font-weight: bold; }
#misread { color: $error; }

QLineEdit, QPlainTextEdit, QComboBox { background: $field; color: $text;
  border: 1px solid $outline; border-radius: 5px; padding: 4px 7px;
  selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 2px 3px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent;
  padding: 3px 6px; }
QPlainTextEdit:focus { padding: 1px 2px; }
QLineEdit[misread="true"], QPlainTextEdit[misread="true"] { border: 2px solid $error;
  padding: 3px 6px; background: $error_ground; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $muted;
  background: $ground; border-color: $line; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$arrow"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $outline;
  selection-background-color: $selection; selection-color: $text; padding: 3px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 2px 6px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }

QCheckBox { spacing: 8px; color: $text; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $outline;
  border-radius: 4px; background: $field; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$tick"); }
QCheckBox::indicator:checked:focus { border: 2px solid $text; }

QPushButton, QToolButton { color: $text; background: transparent; border: 1px solid transparent;
  border-radius: 5px; padding: 5px 9px; }
QPushButton { background: $card; border-color: $outline; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 8px; }
QPushButton:disabled, QToolButton:disabled { color: $muted; border-color: $line; }
QToolButton:disabled { border-color: transparent; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent;
  }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $line; color: $muted; border-color: $line; }
QToolButton::menu-indicator { image: none; }
QToolButton#flat { padding: 3px; }
QToolButton#flat:focus { padding: 2px; }

QTableView, QTreeView, QListView { background: $card; color: $text; border: 1px solid $line;
  border-radius: 8px; outline: none; selection-background-color: $selection;
  selection-color: $text; }
QTableView::item { padding: 4px 8px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $selection; color: $text; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $card; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 6px 11px; text-align: left; }
#sections { background: transparent; border: 2px solid transparent; border-radius: 6px; }
#sections:focus { border-color: $accent; }
#sections::item { border-radius: 5px; padding: 5px 6px; margin: 1px 0; }
#sections::item:hover { background: $hover; }
#sections::item:selected { background: $selection; color: $text; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { color: $muted; background: transparent; padding: 8px 14px; border: none;
  border-bottom: 2px solid transparent; }
#tight QTabBar::tab { padding: 8px 7px; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected:focus { background: $hover; }

#notice { background: $text; border-radius: 6px; }
#notice QLabel { color: $card; }
#notice QPushButton { color: $card; background: transparent; border: 1px solid $card; }
#notice QPushButton:focus { border: 2px solid $card; }
#panel { background: $card; border: 1px solid $line; border-radius: 8px; }
#bar { background: $card; border-bottom: 1px solid $line; }
#rail { background: $card; border: none; border-right: 1px solid $line; }
#rail QToolButton { padding: 6px 2px; color: $muted; }
#rail QToolButton:checked { background: $selection; color: $text; font-weight: bold; }
#rail QToolButton:focus { padding: 5px 1px; }
#separator { background: $line; }

QMenuBar { background: $card; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
#popup { background: $card; border: 1px solid $outline; }
#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QTableView { border: none; border-radius: 0; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QListWidget::item { padding: 5px 8px; }

QProgressBar { background: $line; border: none; border-radius: 4px; min-height: 8px;
  max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 30px; }
QScrollBar::handle:horizontal { min-width: 30px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)


def stylesheet(colours: Colours, *, arrow: str, tick: str) -> str:
    """Write the style sheet of a theme; ``arrow`` and ``tick`` are paths of pictures."""
    return _SHEET.substitute(asdict(colours), arrow=arrow, tick=tick)
