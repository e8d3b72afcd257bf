"""Declarations in and out of files: our JSON, or a PDF that carries it."""

from collections.abc import Iterable
from pathlib import Path

from olapp.codec import decode, encode
from olapp.domain.declaration import Declaration
from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.files import appearing_together, write_whole
from olapp.services.refusals import cannot_write

ATTACHED = "declaration.json"
"""Name of the machine-readable declaration inside our PDFs."""
_LARGEST = 64 * 2**20
"""Bytes; no declaration or pack of ours comes near."""


def read_declaration(path: Path) -> Declaration:
    """Read a declaration from JSON or from one of our PDFs.

    UnreadableDocument carries every fault of the JSON; Trouble says why a file cannot be read.
    """
    body = _read(path)
    if body.startswith(b"%PDF"):
        from olapp.pdf.attachment import read_attachment  # noqa: PLC0415 - heavy, rarely needed

        try:
            body = read_attachment(body, ATTACHED)
        except Trouble as trouble:
            raise Trouble(trouble.what, str(path), trouble.remedy) from trouble
    return decode(Declaration, body)


def write_declaration(document: Declaration, path: Path) -> None:
    """Write a declaration as JSON, whole or not at all; Trouble when the folder refuses."""
    try:
        write_whole(path, encode(document))
    except OSError as error:
        raise cannot_write(path, error) from error


def write_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files that belong together, all or none; Trouble when the folder refuses.

    When ``files`` itself ends in an exception, none is written either.
    """
    try:
        with appearing_together(folder) as hidden:
            for name, body in files:
                write_whole(hidden / name, body)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise Trouble(
                Sentence(N_("The file is too large to be a declaration.")),
                str(path),
                Sentence(N_("Choose a declaration file (.json) or a PDF made by this program.")),
            )
        return path.read_bytes()
    except OSError as error:
        raise Trouble(
            Sentence(N_("The file cannot be read: {reason}."), {"reason": reason(error)}),
            str(path),
            Sentence(N_("Check that it exists, is a file, and that you may read it.")),
        ) from error
