"""Somebody who types without a pause, in a process that may be killed at any moment.

Each line read from standard input starts a typist on the database named on the command line. It
says its process number, then after each commit which step of which draft is kept.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from olapp.domain.declaration import Declaration
from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.persistence.database import Store, Unit
from olapp.persistence.kept import Draft

START = datetime(2026, 11, 22, tzinfo=UTC)
CHANGES = 40
"""After so many changes the typist turns to a new draft."""
SENTENCE = "按净销售额的百分之二点五提成，入门费九万元，含𬭎。"


def document(step: int) -> Declaration:
    """The draft as it is after a step: the fields filled one after another, key by key."""
    text = (SENTENCE * 400)[: step * 37]
    return Declaration(
        patent=Patent(title=f"一种第{step}号连接件", number=f"ZL2020{step}"),
        patentees=(Party(name=f"公司{step % 7}"),),
        explanation=text,
        territory=f"第{step}步",
    )


def steps(unit: Unit, draft: Draft | None) -> Iterator[Draft]:
    """Do one step within a unit of work: a new draft, or a change to the last one."""
    if draft is None or draft.version >= CHANGES:
        yield unit.drafts.add(document(1), at=START)
        return
    step = draft.version + 1
    at = START + timedelta(seconds=17 * step)
    unit.parties.remember(Party(name=f"公司{step % 7}"), at=at)
    yield unit.drafts.keep(draft.id, replace(document(step)), version=draft.version, at=at)


def type_on(path: Path) -> None:
    """Open the store, take up the last draft, and go on for ever."""
    store = Store.open(path)
    with store.read() as unit:
        keys = [row.id for row in unit.drafts.find()]
        draft = unit.drafts.get(max(keys)) if keys else None
    while True:
        with store.begin() as unit:
            (draft,) = steps(unit, draft)
        say(f"kept {draft.id} {draft.version}")


def say(line: str) -> None:
    """Write a line at once and whole."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Start a typist for each line, and say when it has ended."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say(f"typist {os.getpid()}")
            type_on(Path(sys.argv[1]))
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
