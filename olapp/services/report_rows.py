"""Rows of the report of an import, as the log of imports keeps them."""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from olapp.codec import pack, unpack
from olapp.domain.holding import Holding, Origin
from olapp.domain.record import Place
from olapp.domain.sentence import Sentence
from olapp.services.merging import fact, with_facts
from olapp.services.planning import Changed, Conflict, PlanRow, RowFate

_MOST = 2**30
"""Bytes; no report of ours comes near, and a kept one that claims more is not read."""


def packed(rows: Iterable[PlanRow]) -> str:
    """Give rows as text for the log; `unpacked` gives equal ones."""
    return base64.b64encode(zlib.compress(b"".join(map(_line, rows)), 1)).decode()


def unpacked(body: str) -> Iterator[PlanRow]:
    """Read the rows of the log back; ValueError when the text is damaged."""
    try:
        inflate = zlib.decompressobj()
        plain = inflate.decompress(base64.b64decode(body), _MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return (_row(line) for line in plain.splitlines())


def _line(row: PlanRow) -> bytes:
    parts: list[Any] = [row.place.sheet, row.place.row, row.fate.value, row.number, row.title]
    parts.append([_plain(each) for each in row.reasons])
    if row.changes or row.conflicts:
        parts += [_changes(row.changes), _conflicts(row.conflicts)]
    return json.dumps(parts, separators=(",", ":")).encode() + b"\n"


def _row(line: bytes) -> PlanRow:
    sheet, row, fate, number, title, reasons, *more = json.loads(line)
    place = Place(sheet, row)
    changes, conflicts = more or ((), ())
    return PlanRow(
        place=place,
        fate=RowFate(fate),
        number=number,
        title=title,
        reasons=tuple(_value(each) for each in reasons),
        changes=tuple(_changes_of(*changes)) if changes else (),
        conflicts=tuple(_conflicts_of(place, number, *conflicts)) if conflicts else (),
    )


def _changes(changes: tuple[Changed, ...]) -> list[Any]:
    if not changes:
        return []
    paths = [each.path for each in changes]
    before = {each.path: each.before for each in changes}
    return [paths, _facts(before), _facts({each.path: each.after for each in changes})]


def _changes_of(paths: list[str], before: str, after: str) -> Iterator[Changed]:
    old, new = unpack(Holding, before), unpack(Holding, after)
    return (Changed(path, fact(old, path), fact(new, path)) for path in paths)


def _conflicts(conflicts: tuple[Conflict, ...]) -> list[Any]:
    if not conflicts:
        return []
    paths = [each.path for each in conflicts]
    told = {each.path: each.told for each in conflicts}
    return [
        paths,
        _facts({each.path: each.kept for each in conflicts}),
        _facts(told),
        [pack(each.kept_origin) for each in conflicts],
        conflicts[0].told_as_of.isoformat(),
    ]


def _conflicts_of(  # noqa: PLR0917 - as `_conflicts` lays them down
    place: Place, number: str, paths: list[str], kept: str, told: str, origins: list[str], day: str
) -> Iterator[Conflict]:
    old, new = unpack(Holding, kept), unpack(Holding, told)
    return (
        Conflict(
            place=place,
            number=number,
            path=path,
            kept=fact(old, path),
            kept_origin=unpack(Origin, origin),
            told=fact(new, path),
            told_as_of=date.fromisoformat(day),
        )
        for path, origin in zip(paths, origins, strict=True)
    )


def _facts(facts: Mapping[str, Any]) -> str:
    """Give facts as the text of a holding that says nothing else."""
    return pack(with_facts(Holding(), facts))


def _plain(value: object) -> Any:
    """Give a value of a sentence as plain JSON that `_value` reads back."""
    if isinstance(value, Sentence):
        return {"say": value.text, "values": {key: _plain(it) for key, it in value.values.items()}}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | bool | None) else str(value)


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_value(each) for each in plain)
    if isinstance(plain, dict) and "day" in plain:
        return date.fromisoformat(plain["day"])
    if isinstance(plain, dict):
        return Sentence(plain["say"], {key: _value(it) for key, it in plain["values"].items()})
    return plain
