"""The machine-readable document inside a PDF, and how to get it out of one again."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble

# pikepdf takes 0.1 s to import, which only a reader or writer of PDFs should wait.
# ruff: noqa: PLC0415

LARGEST = 64 * 2**20
"""Bytes an attachment may have once unpacked; a crafted file could claim terabytes."""
_LARGEST_STREAM = 256 * 2**20
_MOST_ATTACHED = 64
_ENCRYPTED = N_("The PDF is encrypted.")
_DAMAGED = N_("The PDF is damaged or was changed.")
_NOT_OURS = N_("The PDF carries no data of this program.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be carried inside a PDF."""

    name: str
    media_type: str
    body: bytes
    description: str


def read_attachment(pdf: bytes, name: str) -> bytes:
    """Give back the file of this name that ``render`` put into a PDF.

    Trouble when the PDF is damaged, encrypted, changed, or carries no such file. Nothing in it is
    executed, and it cannot make us unpack more than ``LARGEST`` bytes.
    """
    import pikepdf

    _limit_unpacking()
    try:
        with pikepdf.open(BytesIO(pdf), attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise _trouble(_ENCRYPTED, name)
            stream = next((held for found, held in _attached(document) if found == name), None)
            if stream is None:
                raise _trouble(_NOT_OURS, name)
            return _unpacked(stream)
    except pikepdf.PasswordError as error:
        raise _trouble(_ENCRYPTED, name) from error
    except (pikepdf.PikepdfError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise _trouble(_DAMAGED, name) from error


@cache
def _limit_unpacking() -> None:
    """Set the bound under which qpdf unpacks the tables and objects of any PDF."""
    import pikepdf.settings

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_LARGEST_STREAM)


def _attached(document: Any) -> Iterator[tuple[str, Any]]:
    """Give name and stream of the files associated with the whole document."""
    files = document.Root.get("/AF", [])
    for index in range(min(len(files), _MOST_ATTACHED)):
        yield str(files[index].UF), files[index].EF.F


def _unpacked(stream: Any) -> bytes:
    """Unpack a stream within the bound, and compare it with the digest written beside it."""
    packed = bytes(stream.read_raw_bytes())
    kind = str(stream.get("/Filter", ""))
    if not (kind and packed):
        body = packed
    elif kind == "/FlateDecode" and "/DecodeParms" not in stream:
        body = _inflated(packed)
    else:
        raise ValueError("a filter that we never write")
    if bytes(stream.Params.CheckSum) != digest(body):
        raise ValueError("the digest differs")
    return body


def _inflated(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        body = unpacker.decompress(packed, LARGEST)
    except zlib.error as error:
        raise ValueError("damaged compression") from error
    if not unpacker.eof:
        raise ValueError("too large or cut off")
    return body


def digest(body: bytes) -> bytes:
    """Give the digest that PDF prescribes for embedded files; it guards nothing but accidents."""
    return hashlib.md5(body, usedforsecurity=False).digest()


def _trouble(what: str, name: str) -> Trouble:
    remedy = N_("Choose a PDF that this program wrote and that nobody changed since.")
    return Trouble(Sentence(what), name, Sentence(remedy))
