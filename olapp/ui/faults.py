"""What is wrong with a file that was to be read, one fault to a line."""

from collections.abc import Sequence
from typing import Protocol

from olapp.domain.sentence import Sentence
from olapp.ui.labels import visible
from olapp.ui.places import place_label
from olapp.ui.screen import Screen

_MOST_SHOWN = 20


class Fault(Protocol):
    """One thing that is wrong."""

    @property
    def path(self) -> str:
        """The dotted path; empty for the file as a whole."""

    @property
    def sentence(self) -> Sentence:
        """What is wrong there."""


def told(faults: Sequence[Fault], screen: Screen) -> str:
    """Name the places as the form does; of very many faults the rest is counted."""
    lines = [visible(_line(fault, screen)) for fault in faults[:_MOST_SHOWN]]
    rest = len(faults) - len(lines)
    if rest:
        lines.append(screen.say("And {count} more.", count=rest))
    return "\n".join(lines)


def _line(fault: Fault, screen: Screen) -> str:
    said = screen.say.sentence(fault.sentence)
    if not fault.path:
        return said
    label = place_label(fault.path, screen)
    place = label if label == fault.path else f"{label} ({fault.path})"
    return screen.say("{place}: {said}", place=place, said=said)
