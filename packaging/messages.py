"""Collects every sentence of olapp into the catalogues under `resources/locale`.

A language has four catalogues: `law` (domain and law), `forms`, `ui`, and `desk` for all the rest.

With --prune, translations whose sentence has gone are dropped instead of set aside.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
# A mark, a call that says the sentence at once, and the sentence of a rule.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "N_": None,
    "say": None,
    "_say": None,
    "rule": (2,),
}
CATALOGUES = {"domain": "law", "law": "law", "forms": "forms", "ui": "ui"}


def in_sources() -> Iterator[tuple[str, str]]:
    """Each sentence of the Python sources, with the file it stands in."""
    for path in sorted((ROOT / "olapp").rglob("*.py")):
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            if isinstance(message, str):
                yield message, path.relative_to(ROOT).as_posix()


def in_acts() -> Iterator[tuple[str, str]]:
    """The title of each legal act, with the file it stands in."""
    for path in sorted((ROOT / "olapp" / "law" / "instruments").glob("*.toml")):
        title = tomllib.loads(path.read_text(encoding="utf-8")).get("title")
        if title:
            yield title, path.relative_to(ROOT).as_posix()


def catalogue_of(place: str) -> str:
    """The catalogue that the sentences of a file belong to."""
    return CATALOGUES.get(place.split("/")[1], "desk")


def templates() -> dict[str, Catalog]:
    """All sentences by catalogue, not translated."""
    found = {name: Catalog(project="olapp") for name in ("law", "forms", "ui", "desk")}
    for message, place in [*in_sources(), *in_acts()]:
        found[catalogue_of(place)].add(message, locations=[(place, 0)])
    return found


def merge(path: Path, found: Catalog, *, prune: bool) -> None:
    """Bring a catalogue up to date; a sentence that came back gets its translation back."""
    catalogue = Catalog(locale=path.parts[-3], domain=path.stem)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parts[-3], domain=path.stem)
    for message in list(catalogue.obsolete.values()):
        catalogue[message.id] = message
    catalogue.header_comment = "# Sentences of olapp in this language."
    catalogue.project, catalogue.version = "olapp", "1"
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "olapp"
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=0,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=prune,
        )


if __name__ == "__main__":
    for folder in sorted((ROOT / "resources" / "locale").glob("*/LC_MESSAGES")):
        for name, found_there in templates().items():
            merge(folder / f"{name}.po", found_there, prune="--prune" in sys.argv)
