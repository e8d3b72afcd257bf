"""Stating facts of many patents: the questions, and what the answers would do, counted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.sentence import N_
from olapp.domain.stated import StatedFacts
from olapp.forms.spec import Field, Section
from olapp.forms.stated import STATED
from olapp.ui.binding.field_row import TickLabel
from olapp.ui.editors import editor_for
from olapp.ui.editors.choice import CheckEdit, ChoiceEdit
from olapp.ui.editors.making import hint_at
from olapp.ui.labels import words
from olapp.ui.latest import Latest
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.portfolio import Foreseen
    from olapp.ui.editors.entry import ValueEdit

_PAUSE = 250
"""Milliseconds after the last answer before it is counted what it would do."""
_EDITOR_EMS = 12
_SHARE = 0.7
"""Of the height of the screen, for the questions."""
_TOLD = (
    ("contrary", N_("The contrary is recorded and stays, in part at least: {count}")),
    ("feeless", N_("No fee can be counted, so none is stated as paid: {count}")),
    ("harmed", N_("A standing declaration would be hurt: {count}")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsQuestion:
    """What the dialog needs to know of the patents chosen."""

    count: int
    today: date
    foresee: "Callable[[StatedFacts], Foreseen]"
    """Counts what facts would do; called off the screen's thread."""
    failed: Callable[[Exception], None] = field(repr=False)


class FactsDialog(QDialog):
    """Every question of the form, all blank; what is left so is not said."""

    def __init__(self, parent: QWidget | None, screen: Screen, question: FactsQuestion) -> None:
        super().__init__(parent)
        self._screen, self._question = screen, question
        self.editors: dict[str, ValueEdit] = {}
        self.told = words("")
        self._foreseen: Latest[tuple[StatedFacts, Foreseen]] = Latest(
            self._show, question.failed, self
        )
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._ask)
        self.setWindowTitle(screen.say("State facts"))
        self.setMinimumWidth(screen.em(52))
        self._lay_out()
        self._look()

    def state(self) -> StatedFacts | None:
        """Ask; gives the facts to state, or None."""
        is_accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return self.facts() if is_accepted else None

    def facts(self) -> StatedFacts | None:
        """Give what is said so far; None while something cannot be read or cannot be so."""
        entries = {name: editor.entry() for name, editor in self.editors.items()}
        if any(entry.unread for entry in entries.values()):
            return None
        facts = StatedFacts(**{name: entry.value for name, entry in entries.items()})
        return None if facts.lies_ahead(self._question.today) else facts

    def _look(self) -> None:
        """Say what is wrong with the answers; else count what they would do, after a pause."""
        facts, say = self.facts(), self._screen.say
        self.button.setEnabled(False)
        self._timer.stop()
        if facts is None:
            self.told.setText(self._complaint())
        elif facts.is_silent():
            self.told.setText(say("Nothing is said yet."))
        else:
            self.told.setText(say("Counting..."))
            self._timer.start()

    def _complaint(self) -> str:
        say = self._screen.say
        unread = [each for each in self.editors.values() if each.entry().unread]
        if unread:
            return say(unread[0].complaint())
        return say("The day of a look cannot be still to come.")

    def _ask(self) -> None:
        facts, foresee = self.facts(), self._question.foresee
        if facts is not None:
            self._foreseen.ask(lambda: (facts, foresee(facts)))

    def _show(self, answer: "tuple[StatedFacts, Foreseen]") -> None:
        facts, foreseen = answer
        if facts != self.facts():
            return
        say = self._screen.say
        lines = [say("Patents that will be changed: {count}", count=f"{foreseen.changed:,}")]
        for name, told in _TOLD:
            if count := getattr(foreseen, name):
                lines.append(say(told, count=f"{count:,}"))
        self.told.setText("\n".join(lines))
        self.button.setEnabled(foreseen.changed > 0)

    def _lay_out(self) -> None:
        say, role = self._screen.say, QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = buttons.addButton(say("State the facts"), role.AcceptRole)
        self.button.setDefault(True)
        self.button.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        count = f"{self._question.count:,}"
        note = say(
            "Patents chosen: {count}. What is left blank is not said. Each answer is marked as "
            "typed by hand today. A no does not wipe out what is recorded: a licence, a pledge, a "
            "suspension, a declaration or a late fee stays until that patent is looked at.",
            count=count,
        )
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addWidget(words(note))
        box.addWidget(self._questions(), 1)
        box.addWidget(self.told)
        box.addWidget(buttons)

    def _questions(self) -> QScrollArea:
        """Lay out the sections; on a low screen they scroll."""
        inner, area = QWidget(), QScrollArea()
        inner.setObjectName("formBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for section in STATED.sections:
            column.addWidget(self._card(section))
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        room = QGuiApplication.primaryScreen().availableGeometry().height()
        area.setMinimumHeight(
            min(inner.sizeHint().height() + self._screen.em(2), round(room * _SHARE))
        )
        return area

    def _card(self, section: Section) -> QFrame:
        screen, card, rows = self._screen, QFrame(), QFormLayout()
        card.setObjectName("card")
        title = words(screen.label(section.label))
        title.setFont(screen.font(1.12, bold=True))
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(title)
        box.addLayout(rows)
        rows.setVerticalSpacing(8)
        rows.setHorizontalSpacing(12)
        for item in section.items:
            if isinstance(item, Field):
                self._add_row(rows, item)
        return card

    def _add_row(self, rows: QFormLayout, item: Field) -> None:
        screen, line = self._screen, QHBoxLayout()
        editor = self.editors[item.path] = _editor(item, screen)
        label, help_ = screen.label(item.label), screen.say(item.help)
        editor.name(label, help_)
        editor.edited.connect(self._look)
        line.setSpacing(10)
        line.addWidget(editor)
        if isinstance(editor, CheckEdit):
            line.addWidget(TickLabel(label, editor))
            rows.addRow(line)
        else:
            editor.setFixedWidth(screen.em(_EDITOR_EMS))
            rows.addRow(label, line)
        line.addWidget(words(help_, "help"), 1)


def _editor(item: Field, screen: Screen) -> "ValueEdit":
    """Make the editor of a question; an answer left open says nothing, not that it is unknown."""
    if hint_at(StatedFacts, item.path) != bool | None:
        return editor_for(item, StatedFacts, screen)
    answers = ((given, screen.choice(given)) for given in (True, False))
    return ChoiceEdit([(None, screen.say("Not said")), *answers])
