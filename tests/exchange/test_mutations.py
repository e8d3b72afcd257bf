"""Broken files: whatever happened to a file on its way, it gives rows or a reason.

Two hundred in the gate; ``OLAPP_MUTATIONS=10000`` for the full run, which prints how long the
slowest took and the memory at its highest.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from olapp.exchange.book import UnreadableFile
from olapp.exchange.reading import read_book
from olapp.exchange.recognition import recognise
from olapp.exchange.records import records

COUNT = int(os.environ.get("OLAPP_MUTATIONS", "200"))
SECONDS = 60
"""Longer than this is a hang, on any machine."""

Mutation = Callable[[random.Random, bytes], bytes]


def flipped(dice: random.Random, body: bytes) -> bytes:
    """Some bytes are others."""
    changed = bytearray(body)
    for _ in range(dice.choice((1, 3, 20, 200))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(dice: random.Random, body: bytes) -> bytes:
    """The end is missing."""
    return body[: dice.randrange(len(body))]


def without_a_piece(dice: random.Random, body: bytes) -> bytes:
    """A piece of the middle is missing."""
    start = dice.randrange(len(body))
    return body[:start] + body[start + dice.randrange(1, 4096) :]


def with_a_piece_twice(dice: random.Random, body: bytes) -> bytes:
    """A piece stands where it should not, too."""
    start, end = sorted(dice.randrange(len(body)) for _ in range(2))
    place = dice.randrange(len(body))
    return body[:place] + body[start : min(end, start + 65536)] + body[place:]


def with_odd_marks(dice: random.Random, body: bytes) -> bytes:
    """Marks that mean something to a reader stand somewhere."""
    marks = (b'"', b"\r", b"\n", b"\0", b"\xff\xfe", b"<", b"&", b"]]>", b",,,,", b"=", b"9" * 400)
    for _ in range(dice.choice((1, 5, 30))):
        place = dice.randrange(len(body))
        body = body[:place] + dice.choice(marks) + body[place:]
    return body


def with_cells_swapped(dice: random.Random, body: bytes) -> bytes:
    """Cells stand in each other's place."""
    for mark in (b"</c>", b'","', b";", b"\t", b",", b"</", b"\n"):
        pieces = body.split(mark)
        if len(pieces) > 3:
            for _ in range(dice.choice((1, 10, 50))):
                one, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
                pieces[one], pieces[other] = pieces[other], pieces[one]
            return mark.join(pieces)
    return body


PLAIN: tuple[Mutation, ...] = (
    flipped,
    cut,
    without_a_piece,
    with_a_piece_twice,
    with_odd_marks,
    with_cells_swapped,
)


def inside(dice: random.Random, body: bytes) -> bytes:
    """Something of this happened to a part of a workbook before it was packed."""
    try:
        with ZipFile(BytesIO(body)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except OSError:
        return body
    chosen = dice.choice([name for name in parts if parts[name]])
    parts[chosen] = dice.choice(PLAIN)(dice, parts[chosen])
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def mutated(dice: random.Random, body: bytes) -> bytes:
    if body.startswith(b"PK") and dice.random() < 0.7:
        return inside(dice, body)
    return dice.choice(PLAIN)(dice, body)


def own_files(folder: Path) -> Iterator[Path]:
    """One file of each kind that can be made here."""
    heads = ("申请号", "专利名称", "申请人", "申请日", "法律状态", "公开(公告)号")
    rows = [
        (
            f"CN20171002{n:04}.{n % 10}",
            f"一种装置{n}",
            "示例大学; 示例公司",
            "2017-01-16",
            "授权",
            "",
        )
        for n in range(40)
    ]
    table = [heads, *rows]
    (folder / "a.csv").write_text("\n".join(",".join(row) for row in table), "utf-8-sig")
    (folder / "b.tsv").write_text("\r\n".join("\t".join(row) for row in table), "gb18030")
    page = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in table)
    (folder / "c.xls").write_text(f"<html><table>{page}</table></html>", "utf-8")
    (folder / "d.txt").write_text(
        "\r\n".join(
            f"[{n}]{row[2]}. {row[1]}[P]. 江苏：CN1{n},2018-01-02." for n, row in enumerate(rows)
        ),
        "utf-8",
    )
    (folder / "e.xml").write_text(
        '<?xml version="1.0"?><cn-patent-document><cn-bibliographic-data><application-reference>'
        "<document-id><country>CN</country><doc-number>201710027705.6</doc-number>"
        "<date>20170116</date></document-id></application-reference>"
        "<invention-title>一种装置</invention-title></cn-bibliographic-data></cn-patent-document>",
        "utf-8",
    )
    with Workbook(str(folder / "f.xlsx")) as book:
        sheet = book.add_worksheet("清单")
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
    yield from sorted(folder.iterdir())


def sample_files() -> list[Path]:
    folder = Path(__file__).resolve().parents[3] / "shared" / "samples"
    kinds = {".xlsx", ".xls", ".csv", ".txt", ".xml"}
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in kinds]
    return found if COUNT > 200 else [path for path in found if path.stat().st_size < 500_000]


def outcome(path: Path) -> str:
    """Read a file to its last record; say what came of it."""
    try:
        book = read_book(path)
        made = sum(1 for _ in records(book, recognise(book)))
    except UnreadableFile as fault:
        return f"refused: {fault.what.text}"
    return "rows" if made else "no rows"


def test_a_broken_file_gives_rows_or_a_reason(tmp_path: Path) -> None:
    source = tmp_path / "own"
    source.mkdir()
    bodies = [(path, path.read_bytes()) for path in (*own_files(source), *sample_files())]
    target = tmp_path / "mutated"
    found: Counter[str] = Counter()
    slowest = (0.0, "")
    for number in range(COUNT):
        dice = random.Random(number)  # noqa: S311 - the same files every time
        path, body = bodies[number % len(bodies)]
        target.write_bytes(mutated(dice, body))
        start = time.monotonic()
        try:
            found[outcome(target)] += 1
        except BaseException as error:
            error.add_note(f"mutation {number} of {path.name}")
            raise
        took = time.monotonic() - start
        slowest = max(slowest, (took, f"{number} of {path.name}"))
        assert took < SECONDS, slowest
        if COUNT > 200 and number % 1000 == 999:
            tell(found, slowest)
    assert found["rows"] > COUNT // 4


def tell(found: Counter[str], slowest: tuple[float, str]) -> None:
    import resource  # not on Windows

    own, children = (
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    for words, count in found.most_common():
        print(f"{count:6} {words}", file=sys.stderr)  # noqa: T201 - the run is asked for by hand
    print(f"slowest {slowest}; memory {own} MB and {children} MB", file=sys.stderr)  # noqa: T201
