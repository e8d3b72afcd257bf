"""Documents as JSON bytes: canonical out, checked in."""

import json
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from olapp.codec.kinds import FAULTS, from_plain, to_plain
from olapp.codec.schema import schema
from olapp.domain.sentence import N_, Sentence

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

D = TypeVar("D")

_FAULTS = {
    "type": N_("This should be {expected}."),
    "enum": N_("This should be one of: {expected}."),
    "format": N_("“{value}” is no {expected}."),
    "required": N_("A key is missing here: {expected}."),
    "additionalProperties": N_("This key is not known: {expected}."),
}
_WORDS = {
    "string": N_("text"),
    "object": N_("an object with keys"),
    "array": N_("a list"),
    "boolean": N_("true or false"),
    "integer": N_("a whole number"),
    "date": N_("date written YYYY-MM-DD"),
}
_OTHER_FAULT = N_("This does not fit the schema.")
_NOT_TEXT = N_("The file is not text in UTF-8.")
_NOT_JSON = N_("The file is not JSON: it goes wrong in line {line}, column {column}.")
_NO_NUMBER = N_("The file is not JSON: {name} is no number.")
_TOO_LARGE = N_("The file holds something too deep or too large for a declaration.")
_TWICE = N_("A key stands twice in one object: {key}.")
_HALF = N_("A text in the file has half a character (a lone surrogate).")
_SHOWN = 60
"""So many characters of a faulty value are shown."""


@dataclass(frozen=True, slots=True)
class DocumentFault:
    """One fault: the dotted path, and what is wrong there."""

    path: str
    sentence: Sentence


class UnreadableDocument(Exception):  # noqa: N818 - the faults say what is wrong
    """A file or text that is no document of the schema; carries every fault."""

    def __init__(self, faults: Iterable[DocumentFault]) -> None:
        """Keep the faults, in the order of their paths."""
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.path}: {fault.sentence}" for fault in self.faults))


def encode(document: object) -> bytes:
    """Give canonical JSON: fields in their order, what is empty left out, UTF-8, one final newline.

    Equal documents give equal bytes. What no file can hold, half a character of the window's own
    coding (a lone surrogate), becomes the replacement sign U+FFFD, which OL-ENT-02 tells of.
    """
    plain = msgspec.to_builtins(document, enc_hook=to_plain)
    text = json.dumps(_lean(plain), ensure_ascii=False, indent=1) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def decode(kind: type[D], body: bytes | str) -> D:
    """Read a document back; UnreadableDocument names every fault by its path."""
    plain = _plain(body)
    faults = sorted(
        _validator(cast("Hashable", kind)).iter_errors(plain), key=lambda error: error.json_path
    )
    if faults:
        raise UnreadableDocument(fault for error in faults for fault in _told(error))
    return msgspec.convert(plain, kind, dec_hook=from_plain)


def _plain(body: bytes | str) -> Any:
    try:
        text = body.decode("utf-8-sig") if isinstance(body, bytes) else body
        # A Decimal is no whole number to the schema, while a float like 1.0 is.
        plain = json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_twins,
        )
        json.dumps(plain, ensure_ascii=False, default=str).encode()  # a lone surrogate fails here
    except UnicodeDecodeError:
        raise _unreadable(_NOT_TEXT) from None
    except UnicodeEncodeError:
        raise _unreadable(_HALF) from None
    except json.JSONDecodeError as error:
        raise _unreadable(_NOT_JSON, line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):  # a whole number of thousands of digits is a ValueError
        raise _unreadable(_TOO_LARGE) from None
    return plain


def _unreadable(text: str, **values: object) -> UnreadableDocument:
    return UnreadableDocument([DocumentFault("", Sentence(text, values))])


def _refuse_constant(name: str) -> None:
    raise _unreadable(_NO_NUMBER, name=name)


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice: which of its values was meant, nobody can tell."""
    whole = dict(pairs)
    if len(whole) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _unreadable(_TWICE, key=next(key for key in keys if keys.count(key) > 1)[:_SHOWN])
    return whole


@cache
def _validator(kind: Hashable) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - a tenth of a second at start

    return Draft202012Validator(schema(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _told(error: "ValidationError") -> Iterable[DocumentFault]:
    """Turn one schema error into faults at the deepest place known."""
    if error.validator in {"anyOf", "oneOf"} and error.context:
        real = [inner for inner in error.context if inner.validator_value != "null"]
        for inner in real or error.context:
            yield from _told(inner)
        return
    path = ".".join(str(step) for step in error.absolute_path)
    yield DocumentFault(path, _sentence(error))


def _sentence(error: "ValidationError") -> Sentence:
    text = _FAULTS.get(str(error.validator)) or FAULTS.get(str(error.validator_value), _OTHER_FAULT)
    expected: object = error.validator_value
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
        expected = ", ".join(str(key) for key in error.instance if key not in known)
    elif isinstance(expected, list):
        expected = ", ".join(str(item) for item in expected)
    elif expected in _WORDS:
        expected = Sentence(_WORDS[str(expected)])
    return Sentence(text, {"value": str(error.instance)[:_SHOWN], "expected": expected})


def _lean(value: Any) -> Any:
    """Leave out what is empty: None, and lists and objects with nothing in them."""
    if isinstance(value, dict):
        lean = {key: _lean(item) for key, item in value.items()}
        return {key: item for key, item in lean.items() if item not in (None, {}, [])}
    if isinstance(value, list | tuple):
        return [_lean(item) for item in value]
    return value
