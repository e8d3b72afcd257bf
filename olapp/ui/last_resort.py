"""The last resort: changes that cannot be kept may go into a file, or be lost knowingly."""

import re
from typing import TYPE_CHECKING

from olapp.domain.declaration import Declaration
from olapp.domain.trouble import Trouble

if TYPE_CHECKING:
    from olapp.ui.workplace import Workplace


def may_lose(place: "Workplace", document: Declaration) -> bool:
    """Whether the draft may be left: its document is in a file now, or may be lost."""
    say = place.screen.say
    ways = (say("Save as a file"), say("Close and lose them"), say("Stay"))
    chosen = place.dialogs.choose(
        place.window,
        say("The last changes could not be saved."),
        say("Save the declaration as a file; it can be imported again at any time."),
        ways,
        is_trouble=True,
    )
    return _save(place, document) if chosen == 0 else ways[chosen] != ways[-1]


def file_name(document: Declaration) -> str:
    """Propose a name for the file of a declaration."""
    return re.sub(r"[^\w.-]+", "-", document.patent.number or "declaration") + ".json"


def _save(place: "Workplace", document: Declaration) -> bool:
    from olapp.services.interchange import write_declaration  # noqa: PLC0415 - rarely needed

    say = place.screen.say
    kinds = say("Declarations (*.json)")
    path = place.dialogs.save_file(place.window, say("Save as a file"), file_name(document), kinds)
    if path is None:
        return False
    try:
        write_declaration(document, path)
    except Trouble as trouble:
        place.failed(trouble)
        return False
    return True
