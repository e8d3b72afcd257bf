"""Documents as compact JSON for rows of a database: quick out, quick in, equal."""

from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast, get_args, get_type_hints

import msgspec

from olapp.codec.json import DocumentFault, UnreadableDocument
from olapp.codec.kinds import KINDS, from_plain, to_plain
from olapp.domain.sentence import N_, Sentence

D = TypeVar("D")

_BROKEN = N_("What is kept here cannot be read: {fault}.")
_PLAIN = {str, int, bool, date}
_encode = msgspec.json.Encoder(enc_hook=to_plain).encode


def pack(document: object) -> str:
    """Give JSON in one line, what is not known or empty left out; equal values give equal text.

    Half a character of the window's own coding becomes U+FFFD, as in `encode`.
    """
    plain = _packer(cast("Hashable", type(document)))(document)
    try:
        return _encode(plain).decode()
    except UnicodeEncodeError:
        return _encode(_mended(plain)).decode()


def unpack(kind: type[D], body: str | bytes) -> D:
    """Read back what was packed, to an equal value; UnreadableDocument says where it is broken."""
    try:
        return cast("D", _decoder(cast("Hashable", kind))(body))
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        fault = DocumentFault("", Sentence(_BROKEN, {"fault": str(error)}))
        raise UnreadableDocument([fault]) from None


@cache
def _decoder(kind: Hashable) -> Callable[[str | bytes], Any]:
    return msgspec.json.Decoder(cast("type", kind), dec_hook=from_plain).decode


@cache
def _packer(kind: Any) -> Callable[[Any], dict[str, Any]]:
    """Make the function that turns a value of a dataclass into a dict without idle entries."""
    hints = get_type_hints(kind)
    names = tuple(each.name for each in fields(kind))
    take = attrgetter(*names) if len(names) > 1 else _alone(names[0])
    steps = tuple(
        (each.name, _idle(each, hints[each.name]), _writer(hints[each.name]))
        for each in fields(kind)
    )

    def packed(value: Any) -> dict[str, Any]:
        plain = {}
        for step, item in zip(steps, take(value)):  # noqa: B905 - equally long, and asked often
            if item is not None:
                name, idle, write = step
                if write is None:
                    if item != idle:
                        plain[name] = item
                elif (written := write(item)) != idle:
                    plain[name] = written
        return plain

    return packed


def _alone(name: str) -> Callable[[Any], tuple[Any, ...]]:
    return lambda value: (getattr(value, name),)


def _idle(item: Field[Any], hint: Any) -> Any:
    """Give what need not be written: an empty default, as written; other defaults may change."""
    if item.default_factory is not MISSING:
        return {}
    if item.default == ():
        return [] if _writer(hint) else ()
    return item.default if item.default == "" else None


def _writer(hint: Any) -> Callable[[Any], Any] | None:
    """Give what writes a value of a type; None for those JSON writes itself."""
    parts = [part for part in (get_args(hint) or (hint,)) if part not in {type(None), Ellipsis}]
    inner = parts[0]
    if not isinstance(inner, type) or inner in _PLAIN or inner in KINDS:
        return None
    if not is_dataclass(inner):
        return None
    write = _packer(inner)
    if getattr(hint, "__origin__", None) is tuple:
        return lambda items: [write(item) for item in items]
    return write


def _mended(plain: Any) -> Any:
    if isinstance(plain, str):
        return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(plain, dict):
        return {key: _mended(item) for key, item in plain.items()}
    return [_mended(item) for item in plain] if isinstance(plain, list | tuple) else plain
