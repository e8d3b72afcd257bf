"""The window killed while somebody types: OLAPP_KILLS says how often, OLAPP_SEED when.

The field in hand is the one being typed in. It is in hand until the focus has left it; from then
on no kill may lose it. An item added to a group is there once the focus is in it.
"""

import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from olapp.domain.dates import read_date
from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod
from olapp.domain.money import Yuan
from olapp.domain.party import Party, PartyKind
from olapp.domain.paths import get
from olapp.domain.trouble import Trouble
from olapp.persistence.database import Store
from olapp.services.drafts import blank
from olapp.ui.editors.entry import Entry
from olapp.ui.editors.figures import read_whole
from olapp.ui.edits import with_entry, with_item

KILLS = int(os.environ.get("OLAPP_KILLS", "10"))
SEED = int(os.environ.get("OLAPP_SEED", "1"))
SCRIPT = Path(__file__).with_name("typing_window.py")
READ: dict[str, Callable[[str], Any]] = {
    "patent.filed_on": read_date,
    "fee.amount": Yuan.parse,
    "fee.payment_days": read_whole,
}
CHOICES: dict[str, type[StrEnum]] = {"kind": PartyKind, "method": FeeMethod}
Said = dict[str, Any]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a typist is a forked process")


class Moment(NamedTuple):
    """When to kill: some time after something was said for the n-th time."""

    word: str
    most_times: int
    least: float
    most: float


MOMENTS = {
    Moment("process", 1, 0, 0.6): 1,  # the window and the store open
    Moment("typing", 5, 0, 0.5): 4,
    Moment("pausing", 1, 0.57, 0.66): 2,  # the pause for thought is saved
    Moment("leaving", 5, 0, 0.01): 5,  # the field just typed is saved
    Moment("adding", 1, 0, 0.04): 1,
}
"""Moments, and how often each is chosen."""


@dataclass
class Known:
    """What is known of a draft from what the typist said."""

    document: Declaration
    """The draft with all that has been left, and nothing of what is in hand."""
    left: dict[str, str] = field(default_factory=dict)
    """The texts of the fields that have been left."""
    hand: str = ""
    """The field in hand, or the group about to have an item more."""
    text: str = ""
    """What is about to stand in the field in hand."""

    def hear(self, said: Said) -> None:
        """Take in a line."""
        if place := said.get("typing") or said.get("adding"):
            self.hand, self.text = place, said.get("text", "")
        elif place := said.get("left"):
            self.left[place] = said["text"]
            self._keep(with_entry(self.document, place, entry(place, said["text"])))
        elif place := said.get("added"):
            self._keep(with_item(self.document, place, Party()))

    def possible(self) -> Iterator[Declaration]:
        """Give the drafts that may be found: the field in hand as it was, or begun."""
        yield self.document
        if self.hand == "patentees":
            yield with_item(self.document, self.hand, Party())
        elif self.hand:
            for one in entries(self.hand, self.text):
                yield with_entry(self.document, self.hand, one)

    def lost(self, found: Declaration) -> list[str]:
        """Name the fields left before the kill that are not there."""
        return [
            f"{place}: {self.left[place]!r}"
            for place in self.left
            if place != self.hand and value(found, place) != value(self.document, place)
        ]

    def _keep(self, document: Declaration) -> None:
        self.document, self.hand, self.text = document, "", ""


def entry(place: str, text: str) -> Entry:
    """Read a whole text of a field as the field does."""
    if kind := CHOICES.get(place.rpartition(".")[2]):
        return Entry(kind(text))
    try:
        return Entry(READ.get(place, str)(text))
    except ValueError:
        return Entry(unread=text)


def entries(place: str, text: str) -> Iterator[Entry]:
    """Give all that may stand in a field on the way to a text."""
    if kind := CHOICES.get(place.rpartition(".")[2]):
        yield from (Entry(member) for member in kind)
        return
    yield from (entry(place, text[:end]) for end in range(1, len(text) + 1))


def value(document: Declaration, place: str) -> object:
    try:
        return get(document, place)
    except KeyError:
        return KeyError


@dataclass
class Tally:
    """What the kills did."""

    kills: dict[str, int] = field(default_factory=dict)
    """By the word that was said last."""
    left: int = 0
    """Fields that were left before the kills."""
    unsound: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    """Drafts that lack no field, yet are none of those that may be found."""

    def __str__(self) -> str:
        return (
            f"{sum(self.kills.values())} kills {self.kills}, {self.left} fields left before, "
            f"{len(self.unsound)} integrity failures, {len(self.lost)} fields lost, "
            f"{len(self.strange)} strange drafts"
        )


class Office:
    """A process that starts a window with a typist whenever it is told to."""

    def __init__(self, process: "subprocess.Popen[str]", home: Path) -> None:
        self._process = process
        self.database = home / "data" / "olapp.db"

    def kill_one(self, draft: str, moment: Moment, chance: random.Random) -> list[Said]:
        """Start a typist, kill it, and give all that it had said."""
        self._tell(draft=draft, seed=chance.randrange(2**32))
        heard = [self._hear()]
        times = chance.randint(1, moment.most_times)
        while sum(moment.word in said for said in heard) < times:
            heard.append(self._hear())
        time.sleep(chance.uniform(moment.least, moment.most))
        os.kill(heard[0]["process"], signal.SIGKILL)
        while "ended" not in heard[-1]:
            heard.append(self._hear())
        return heard

    def _tell(self, **order: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def _hear(self) -> Said:
        assert self._process.stdout is not None
        said: Said = json.loads(self._process.stdout.readline())
        assert said.get("ended", -signal.SIGKILL) == -signal.SIGKILL, "the window ended by itself"
        return said


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    home = tmp_path / "olapp"
    command, pipe = [sys.executable, str(SCRIPT)], subprocess.PIPE
    environment = os.environ | {"OLAPP_HOME": str(home)}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        yield Office(process, home)


@dataclass
class Desk:
    """All drafts as they must be, and the tally of what they are."""

    drafts: dict[int, Known] = field(default_factory=dict)
    last: int = 0
    """The draft changed last."""
    tally: Tally = field(default_factory=Tally)

    def look(self, database: Path, heard: list[Said]) -> None:
        """Open the database after a kill and compare."""
        last = next(iter(heard[-2]))
        self.tally.kills[last] = self.tally.kills.get(last, 0) + 1
        if not database.exists():
            assert not any("typing" in said for said in heard)
            return
        try:
            with Store.open(database) as store, store.read() as unit:
                store.check()
                rows = unit.drafts.find(limit=10_000)
                found = {row.id: unit.drafts.get(row.id).document for row in rows}
        except Trouble as trouble:
            self.tally.unsound.append(str(trouble))
            return
        for new in found.keys() - self.drafts.keys():
            self.drafts[new], self.last = Known(blank()), new
        self._compare(found, heard)

    def _compare(self, found: dict[int, Declaration], heard: list[Said]) -> None:
        assert found.keys() == self.drafts.keys()
        for said in heard:
            if self.last:
                self.drafts[self.last].hear(said)
        self.tally.left += sum("left" in said for said in heard)
        for number, known in self.drafts.items():
            document = found[number]
            lost = known.lost(document)
            self.tally.lost += lost
            if not lost and document not in known.possible():
                self.tally.strange.append(f"{document} for {known}")
            self.drafts[number] = Known(document)


def test_a_window_killed_at_any_moment_loses_nothing_but_the_field_in_hand(
    office: Office,
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    desk = Desk()
    begun = time.monotonic()
    for _ in range(KILLS):
        (moment,) = chance.choices(list(MOMENTS), list(MOMENTS.values()))
        draft = chance.choice(("new", "last")) if desk.last else "new"
        heard = office.kill_one(draft, moment, chance)
        desk.look(office.database, heard)
    spent = time.monotonic() - begun
    logging.getLogger(__name__).info("%s; %.0f seconds", desk.tally, spent)
    tally = desk.tally
    assert not tally.unsound, tally
    assert not tally.lost, tally
    assert not tally.strange, tally
    assert tally.left, "no typist got anywhere"
