"""Somebody who types in the real window, in a process that may be killed at any moment.

Each line read from standard input, as ``{"draft": "new", "seed": 1}``, starts the program; the
draft is a new one or the last one changed. Every line said is a JSON object: the process, then for
each field ``typing`` with its place and the whole text to come, ``pausing`` where the typist
thinks, ``leaving`` before Tab is pressed, and ``left`` once another field has the focus; for a new
item of a group ``adding`` and ``added``. ``ended`` follows the end of the process.
"""

import json
import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from olapp import app
from olapp.persistence import database
from olapp.services import desk
from olapp.ui import application
from olapp.ui.editors.entry import ValueEdit
from olapp.ui.main_window import MainWindow
from olapp.ui.pages.draft import DraftPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LOADED = (database, desk)
"""Imported ahead, so that each start is a quick one."""
PACES = (0, 3, 12, 30)
"""Milliseconds from key to key: from a keyboard macro to somebody in a hurry."""
THOUGHT = (585, 640)
"""Milliseconds of a pause for thought: autosave writes in the midst of it, or just after."""
WORDS = "按照净销售额的百分之二点五提取，含𬭎合金的连接件、支架与壳体，参照已有许可合同测算。"


def say(**said: object) -> None:
    """Write a line at once and whole."""
    os.write(1, f"{json.dumps(said)}\n".encode())


class Typist:
    """A person at the keyboard, who never stops."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self.window, self.chance = window, chance
        self.pace = chance.choice(PACES)

    def open(self, draft: str) -> None:
        """Start a new draft, or open the first of the list, by keyboard."""
        self.wait_until(self.window.isActiveWindow)
        if draft == "new":
            self.press(KEY.Key_N, MOD.ControlModifier)
        else:
            self.window.drafts.first_focus().setFocus()
            self.press(KEY.Key_Return)
        self.wait_until(lambda: isinstance(self.window.page, DraftPage))
        self.wait_until(lambda: self.page.form.is_built and self.place() == "patent.number")

    def type_on(self) -> None:
        """Fill the same fields again and again, a patentee more each time."""
        for turn in count(self.chance.randrange(1000)):
            for fill in self.fields(turn):
                fill()

    def fields(self, turn: int) -> Iterator[Callable[[], None]]:
        """Give what is typed in a turn; it begins anywhere."""
        amount = self.chance.randrange(1, 10**9)
        texts = {
            "patent.number": f"ZL20201{turn:07}.{turn % 10}",
            "patent.title": f"一种{self.words(4, 24)}",
            "patent.filed_on": f"2020-{1 + turn % 12:02}-{1 + amount % 28:02}",
            "fee.amount": f"{amount}.{turn % 100:02}",
            "fee.payment_days": str(1 + turn % 90),
            "fee.payee": f"示例大学 {amount}",
            "explanation": self.words(20, 90),
            "contact.name": self.words(2, 4),
            "contact.phone": f"010-{amount}",
        }
        fills: list[Callable[[], None]] = [
            lambda path=path, text=text: self.fill(path, text)  # type: ignore[misc]
            for path, text in texts.items()
        ]
        fills += [self.add_patentee, lambda: self.choose("fee.method", "lump-sum")]
        self.chance.shuffle(fills)
        yield from fills

    def add_patentee(self) -> None:
        """Add an item to the group and type into it."""
        at = len(self.page.editing.document.patentees)
        self.page.form.go_to("patentees")
        say(adding="patentees")
        self.press(KEY.Key_Space)
        self.arrive(f"patentees.{at}.kind")
        say(added="patentees")
        self.choose(f"patentees.{at}.kind", "entity")
        self.fill(f"patentees.{at}.name", f"公司{self.words(2, 9)}")
        self.fill(f"patentees.{at}.address", f"北京市{self.words(3, 20)}")

    def fill(self, path: str, text: str) -> None:
        """Type a text over what stands in a field, and go on to the next."""
        self.page.form.go_to(path)
        if self.place() != path:
            return  # a field of another way of payment
        thought = self.chance.choice((0, len(text) // 2, len(text), *[-1] * 7))
        say(typing=path, text=text)
        self.press(KEY.Key_A, MOD.ControlModifier)
        for at, letter in enumerate(text):
            self.think(at == thought)
            self.write(letter)
        self.think(thought == len(text))
        self.leave(path, text)

    def choose(self, path: str, value: str) -> None:
        """Go down a list to a choice, and on to the next field."""
        self.page.form.go_to(path)
        self.arrive(path)
        if self.value(path) == value:
            return
        say(typing=path, text=value)
        while self.value(path) != value:
            self.press(KEY.Key_Down)
        self.leave(path, value)

    def leave(self, path: str, text: str) -> None:
        """Go on by Tab."""
        say(leaving=path)
        field = self.focus()
        self.press(KEY.Key_Tab)
        if self.focus() is field:
            raise AssertionError(f"Tab does not leave {path}")
        say(left=path, text=text)

    def think(self, is_time: bool) -> None:
        if is_time:
            say(pausing=True)
            QTest.qWait(self.chance.randint(*THOUGHT))

    def write(self, letter: str) -> None:
        """Type a letter; Chinese comes from an input method."""
        if letter.isascii():
            QTest.keyClicks(self.focus(), letter)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(letter)
            QApplication.sendEvent(self.focus(), commit)
        self.rest()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifiers)

    def rest(self) -> None:
        """Wait for the next key; the window works meanwhile."""
        if self.pace:
            QTest.qWait(self.pace)
        else:
            QApplication.processEvents()

    def arrive(self, path: str) -> None:
        if self.place() != path:
            raise AssertionError(f"the focus is at {self.place()}, not at {path}")

    def words(self, least: int, most: int) -> str:
        return "".join(self.chance.choices(WORDS, k=self.chance.randint(least, most)))

    @property
    def page(self) -> DraftPage:
        assert isinstance(self.window.page, DraftPage)
        return self.window.page

    def value(self, path: str) -> Any:
        editor = self.page.form.widget_at(path)
        assert isinstance(editor, ValueEdit)
        return editor.entry().value

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def place(self) -> str:
        return self.page.form.focused_path()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            QTest.qWait(2)


def start(draft: str, seed: int) -> None:
    """Run the program with a person at its window, who comes once the list is there."""
    say(process=os.getpid())
    warm_up = application.warm_up

    def attend(window: MainWindow) -> None:
        warm_up(window)
        QTimer.singleShot(0, window, lambda: work(window))

    def work(window: MainWindow) -> None:
        try:
            typist = Typist(window, random.Random(seed))  # noqa: S311 - a typist, not a secret
            typist.open(draft)
            say(open=draft)
            typist.type_on()
        except Exception:  # noqa: BLE001 - no dialog: whoever started it hears of its end
            traceback.print_exc()
            os._exit(1)

    application.warm_up = attend
    app.main([])


def main() -> None:
    """Start a window for each line, and say how it ended."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            try:
                start(**json.loads(line))
            finally:
                os._exit(1)
        say(ended=os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
