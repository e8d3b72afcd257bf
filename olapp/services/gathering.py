"""Gathering: which rows of a file are about one patent, and what they say together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from olapp.domain.holding import Holding
from olapp.domain.record import Record
from olapp.domain.sentence import N_, Sentence
from olapp.persistence.holding_keys import application_key, keys_of
from olapp.services.listed import joined
from olapp.services.merging import STATUS, fact, folded, with_facts

T = TypeVar("T")

_FILED_TWICE = N_("Rows of one patent disagree on the filing date: {one} and {other}.")
_OTHER_OWNERS = N_(
    "Rows of one patent name different patentees: {one} and {other}. Those of the first were taken."
)


@dataclass(slots=True)
class Gathered:
    """The rows of one patent, by their places among the rows of the file."""

    rows: list[int]
    keys: list[str]
    number_key: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What a file says of one patent."""

    holding: Holding
    told: tuple[str, ...]
    doubts: tuple[Sentence, ...] = ()


def number_key(holding: Holding, found: Sequence[str]) -> str | None:
    """Give the key of the application among the keys of a holding."""
    number = holding.patent.number
    if number is None or not found:
        return None
    return found[0] if found[0] == application_key(number, holding.country) else None


def one_patent(
    own: str | None, alike: Iterable[T], number: Callable[[T], str | None]
) -> tuple[T, ...]:
    """Give those of ``alike``, which share a key with a patent, that can be this patent.

    Two application numbers are two patents, whatever else they share.
    """
    numbers = [(each, number(each)) for each in alike]
    ours = own or next((key for _, key in numbers if key), None)
    chosen = sorted((key != ours, place) for place, (_, key) in enumerate(numbers))
    return tuple(numbers[place][0] for _, place in chosen if numbers[place][1] in {None, ours})


def gathered(records: Iterable[Record]) -> list[Gathered]:
    """Put rows together: by application number first, then by publication number.

    Rows of two application numbers are never one patent. Refused rows are left out.
    """
    groups: dict[int, Gathered] = {}
    holders: dict[str, Gathered] = {}
    for place, record in enumerate(records):
        if record.refusal is None:
            _put(groups, holders, place, record.holding)
    return [groups[place] for place in sorted(groups)]


def telling(records: Sequence[Record]) -> Telling:
    """Put together what the rows of one patent say; where they differ, the grant's row counts."""
    if len(records) == 1:
        return Telling(records[0].holding, records[0].told)
    ordered = sorted(records, key=lambda each: each.holding.patent.publication_number is None)
    facts: dict[str, object] = {}
    for record in ordered:
        has_status = any(path in facts for path in STATUS)
        for path in record.told:
            value = fact(record.holding, path)
            if path in facts:
                facts[path] = joined(path, facts[path], value)
            elif not (has_status and path in STATUS):
                facts[path] = value
    return Telling(with_facts(ordered[0].holding, facts), tuple(facts), _doubts(ordered))


def _put(
    groups: dict[int, Gathered], holders: dict[str, Gathered], place: int, holding: Holding
) -> None:
    """Put a row to the rows of its patent; a row that two groups share makes them one."""
    found = keys_of(holding)
    if not any(key in holders for key in found):  # most rows are the only one of their patent
        groups[place] = lone = Gathered([place], list(found), number_key(holding, found))
        holders.update(dict.fromkeys(found, lone))
        return
    alike = {id(group): group for key in found if (group := holders.get(key)) is not None}
    one = Gathered([place], list(found), number_key(holding, found))
    mine = one_patent(one.number_key, alike.values(), lambda group: group.number_key)
    for other in mine:
        del groups[other.rows[0]]
        one.rows.extend(other.rows)
        one.keys.extend(other.keys)
        one.number_key = one.number_key or other.number_key
    one.rows.sort()
    one.keys = list(dict.fromkeys(one.keys))
    groups[one.rows[0]] = one
    others = {id(group) for group in alike.values()} - {id(group) for group in mine}
    for key in one.keys:
        if id(holders.get(key)) not in others:
            holders[key] = one


def _doubts(records: Sequence[Record]) -> tuple[Sentence, ...]:
    return (*_odd_days(records), *_odd_owners(records))


def _odd_days(records: Sequence[Record]) -> Iterator[Sentence]:
    days = dict.fromkeys(each.holding.patent.filed_on for each in records)
    days.pop(None, None)
    if len(days) > 1:
        one, other, *_ = days
        yield Sentence(_FILED_TWICE, {"one": one, "other": other})


def _odd_owners(records: Sequence[Record]) -> Iterator[Sentence]:
    """Tell of other patentees on the same document; between two documents the right may pass on."""
    first: dict[object, tuple[str, ...]] = {}
    for holding in (each.holding for each in records):
        names = tuple(owner.name for owner in holding.owners) or holding.applicants
        known = first.setdefault(_document(holding), names) if names else names
        if set(map(folded, known)) != set(map(folded, names)):
            yield Sentence(_OTHER_OWNERS, {"one": "、".join(known), "other": "、".join(names)})
            return


def _document(holding: Holding) -> object:
    return holding.patent.publication_number, holding.published_as
