"""The door for files from outside: one call, whatever the file is."""

from collections.abc import Callable
from pathlib import Path

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import reason
from olapp.exchange.book import Book, Sheet, UnreadableFile
from olapp.exchange.decoding import encoding_of
from olapp.exchange.nature import Nature, nature
from olapp.exchange.running_text import read_running_text
from olapp.exchange.separated import delimiter_of, rows_of
from olapp.exchange.steps import Step, ignore_step, never


def read_book(
    path: Path, *, progress: Step = ignore_step, cancelled: Callable[[], bool] = never
) -> Book:
    """Read a file by its content, in bounded memory and time.

    UnreadableFile says why it cannot be read, Stopped that ``cancelled`` said so.
    """
    try:
        book = _read(path, nature(path), progress, cancelled)
    except OSError as error:
        said = Sentence(N_("The file cannot be read: {reason}."), {"reason": reason(error)})
        raise UnreadableFile(said, str(path)) from error
    if book.body is None and not any(any(sheet.rows) for sheet in book.sheets):
        raise UnreadableFile(Sentence(N_("There is nothing in its sheets.")), str(path))
    return book


def _read(path: Path, found: Nature, progress: Step, cancelled: Callable[[], bool]) -> Book:
    # Each reader is loaded when it is needed: a list of text needs no XML.
    if found is Nature.XLSX or found is Nature.XLS:
        from olapp.exchange.workbook import read_workbook  # noqa: PLC0415

        return read_workbook(path, "xlsx" if found is Nature.XLSX else "xls", progress, cancelled)
    if found is Nature.XML:
        from olapp.exchange.markup import read_markup  # noqa: PLC0415

        return read_markup(path, cancelled)
    encoding = encoding_of(path)
    if found is Nature.HTML:
        from olapp.exchange.workbook import read_web_page  # noqa: PLC0415

        return read_web_page(path, encoding, progress, cancelled)
    return _read_text(path, encoding, progress, cancelled)


def _read_text(path: Path, encoding: str, progress: Step, cancelled: Callable[[], bool]) -> Book:
    delimiter = delimiter_of(path, encoding)
    if delimiter is None:
        return read_running_text(path, encoding)
    rows = rows_of(path, encoding, delimiter, progress, cancelled)
    return Book(kind="csv", sheets=(Sheet("", rows),), encoding=encoding)
