"""The export of everything: equal elsewhere, and never a way in for a hostile file."""

import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Confidence, Source
from olapp.domain.holding import Holding, LegalEvent, Origin, Owner, Payment
from olapp.domain.money import Rate, Yuan
from olapp.domain.party import Party
from olapp.domain.patent import Patent, PatentKind
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import HoldingQuery, Index, View
from olapp.services.drafts import Drafts
from olapp.services.portfolio import Portfolio
from olapp.services.safekeeping import Safekeeping

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
DOCUMENT = Declaration(
    patent=Patent(number="ZL202010123456.2", title="一种水质监测装置", kind=PatentKind.INVENTION),
    patentees=(Party(name="示例大学"),),
)
HOLDING = Holding(
    patent=Patent(number="2020101234562", title="一种水质监测装置", filed_on=date(2020, 2, 24)),
    owners=(Owner(name="示例大学", share=Rate.of("60")), Owner(name="示例公司")),
    payments=(Payment(year=4, paid_on=date(2024, 2, 1), amount=Yuan.of("1200.50")),),
    events=(LegalEvent(on=date(2022, 1, 4), code="GR01", name="授权", detail="“引号”\\\t\n"),),
    origins=(Origin(source="incopat", name="单.xlsx", as_of=date(2026, 1, 1), paths=("owners",)),),
    remarks='=HYPERLINK("https://example.invalid")',
)


def now() -> datetime:
    return NOW


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Safekeeping]:
    """A desk with something of everything."""
    folder = tmp_path / "here"
    with Store.open(folder / "olapp.db") as store:
        safe = Safekeeping(store, now, folder / "backups", folder / "attachments")
        portfolio = Portfolio(store, shipped_law(), now, NOW.date, safe.attachments)
        opened = portfolio.add(HOLDING)
        opened, _ = portfolio.keep(opened, HOLDING)
        with store.begin() as unit:
            made = unit.imports.add(
                at=NOW, name="清单.xlsx", source="incopat", as_of=date(2026, 1, 1), sha256="0" * 64
            )
            holdings = ((Holding(patent=Patent(title=f"装置{n}")), Index()) for n in range(30))
            keys = unit.holdings.add_many(holdings, at=NOW, import_id=made)
            unit.imports.finish(made, {"new": 30}, "rows")
            kept = unit.holdings.get(keys[0])
            changed = Holding(patent=Patent(title="改名"), department="化学学院")
            unit.holdings.keep(kept, changed, _index(), at=NOW)
        drafts = Drafts(store, now)
        draft = drafts.add(DOCUMENT)
        drafts.keep(draft, Declaration(patentees=DOCUMENT.patentees))
        drafts.remember(DOCUMENT)
        portfolio.keep_view(View(name="化学", query=HoldingQuery(department="化学学院")))
        scan = tmp_path / "合同.pdf"
        scan.write_bytes(b"%PDF-1.7 " + bytes(range(256)) * 100)
        portfolio.attach(opened.id, scan)
        yield safe


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Safekeeping]:
    folder = tmp_path / "elsewhere"
    with Store.open(folder / "olapp.db") as store:
        yield Safekeeping(store, now, folder / "backups", folder / "attachments")


def _index() -> Index:
    source = Source("专利法", "article", "43", Confidence.PRIMARY)
    due = date(2027, 2, 24)
    deadline = Deadline(
        key="annual-fee.8",
        kind=DeadlineKind.ANNUAL_FEE,
        nominal=due,
        rolled=None,
        source=source,
        year=8,
        amount=Yuan.of("2000"),
    )
    return Index(fee_due_on=due, fee_year=8, fee_fen=200_000, deadlines=(deadline,))


def contents(safe: Safekeeping) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the tables, the full text by what it finds."""
    assert safe.store.path is not None
    with closing(sqlite3.connect(safe.store.path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "holdings_sought"))
        ]
        found = {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for name in names
        }
        found["sought"] = connection.execute(
            "SELECT rowid FROM holdings_sought('words : 装置') ORDER BY 1"
        ).fetchall()
    return found


def test_an_export_taken_in_elsewhere_gives_an_equal_desk(
    full: Safekeeping, empty: Safekeeping, tmp_path: Path
) -> None:
    exported = full.export_all(tmp_path / "全部.zip")
    taken_in = empty.import_all(tmp_path / "全部.zip")
    assert exported is not None
    assert taken_in is not None
    assert contents(empty) == contents(full)
    assert exported.counts == taken_in.counts
    assert dict(exported.counts)["holdings"] == 31
    files = {path.name: path.read_bytes() for path in full.attachments.iterdir()}
    assert files
    assert {path.name: path.read_bytes() for path in empty.attachments.iterdir()} == files
    again = empty.export_all(tmp_path / "again.zip")
    assert again is not None
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "全部.zip").read_bytes()


def test_anybody_can_read_an_export_without_us(full: Safekeeping, tmp_path: Path) -> None:
    full.export_all(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        assert file.testzip() is None
        lines = file.read("tables/holding_bodies.jsonl").decode().splitlines()
        schema = json.loads(file.read("schema/holding.json"))
        columns = json.loads(file.read("schema/tables.json"))
        manifest = json.loads(file.read("manifest.json"))
        readme = file.read("README.txt").decode()
    first = json.loads(lines[0])
    assert first["body"]["patent"]["title"] == "一种水质监测装置"
    assert first["body"]["owners"][0] == {"name": "示例大学", "share": "60%"}
    assert "Holding" in schema["$defs"]
    assert {"name": "body", "kind": "text", "may_be_empty": False} in columns["holding_bodies"]
    assert {entry["name"]: entry.get("rows") for entry in manifest["entries"]}[
        "tables/holdings.jsonl"
    ] == 31
    assert "holding_bodies" in readme


def test_taking_an_export_in_is_backed_up_first(
    full: Safekeeping, empty: Safekeeping, tmp_path: Path
) -> None:
    before = contents(full)
    empty.export_all(tmp_path / "empty.zip")
    full.import_all(tmp_path / "empty.zip")
    assert contents(full) == contents(empty)
    full.restore(full.backups()[0].path)
    assert contents(full) == before


def test_a_cancelled_export_leaves_no_file_and_a_cancelled_import_changes_nothing(
    full: Safekeeping, empty: Safekeeping, tmp_path: Path
) -> None:
    target = tmp_path / "exports" / "all.zip"
    assert full.export_all(target, cancelled=lambda: True) is None
    assert not list(target.parent.iterdir())
    full.export_all(target)
    before = contents(empty)
    assert empty.import_all(target, cancelled=lambda: True) is None
    assert contents(empty) == before
    assert not list(empty.folder.glob(".*"))


Change = Callable[[dict[str, bytes]], None]


def _row(name: str, **values: object) -> Change:
    """Change the first row of a table, its hash and size in the manifest as well."""

    def change(files: dict[str, bytes]) -> None:
        import hashlib

        first, *others = files[name].splitlines(keepends=True)
        row = json.dumps(json.loads(first) | values).encode() + b"\n"
        files[name] = row + b"".join(others)
        manifest = json.loads(files["manifest.json"])
        for entry in manifest["entries"]:
            if entry["name"] == name:
                entry["sha256"] = hashlib.sha256(files[name]).hexdigest()
        files["manifest.json"] = json.dumps(manifest).encode()

    return change


def _with(name: str, body: bytes) -> Change:
    return lambda files: files.update({name: body})


def _without(name: str) -> Change:
    def change(files: dict[str, bytes]) -> None:
        del files[name]

    return change


HOSTILE: dict[str, Change] = {
    "a name that leads out": _with("../../outside.txt", b"x"),
    "an absolute name": _with("/tmp/outside.txt", b"x"),  # noqa: S108 - what a hostile file says
    "a program": _with("attachments/run.exe", b"MZ"),
    "a bomb": _with("attachments/" + "0" * 64, bytes(300_000_000)),
    "no manifest": _without("manifest.json"),
    "a table missing": _without("tables/holdings.jsonl"),
    "a file not listed": _with("attachments/" + "a" * 64, b"x"),
    "a table changed": _with("tables/views.jsonl", b""),
    "half a row": _with("tables/holdings.jsonl", b'{"id": 1, '),
    "a row of nothing": _with("tables/holdings.jsonl", b"null\n"),
    "too deep a row": _with("tables/holdings.jsonl", b"[" * 100_000 + b"\n"),
    "a manifest that is none": _with("manifest.json", b"[]"),
    "a newer format": _with("manifest.json", b'{"format": "olapp-export", "version": 99}'),
    "a patent that is none": _row("tables/holding_bodies.jsonl", body={"patent": {"number": 1}}),
    "a body without its row": _row("tables/holding_bodies.jsonl", holding_id=9999),
    "a moment that is none": _row("tables/holdings.jsonl", changed_at="yesterday"),
    "a number too large": _row("tables/holdings.jsonl", id=2**70),
    "half a character": _row("tables/holdings.jsonl", title="\ud83d"),
    "a column too many": _row("tables/holdings.jsonl", extra=1),
    "a row twice": _row("tables/holdings.jsonl", id=2),
    "a declaration that is none": _row("tables/documents.jsonl", body={"fee": 3}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_export_is_refused_and_nothing_changes(
    kind: str, full: Safekeeping, empty: Safekeeping, tmp_path: Path
) -> None:
    from olapp.services.archive_in import BadArchive

    full.export_all(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        files = {info.filename: file.read(info) for info in file.infolist()}
    HOSTILE[kind](files)
    hostile = tmp_path / "hostile.zip"
    with zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as file:
        for name, body in files.items():
            file.writestr(name, body)
    before = contents(empty)
    with pytest.raises(BadArchive) as caught:
        empty.import_all(hostile)
    assert caught.value.where == str(hostile)
    assert contents(empty) == before
    assert not list(tmp_path.rglob("outside.txt"))
    assert not Path("/tmp/outside.txt").exists()  # noqa: S108 - as above


@pytest.mark.parametrize("damage", ["cut", "flipped", "text", "folder", "gone"])
def test_a_damaged_export_is_refused(
    damage: str, full: Safekeeping, empty: Safekeeping, tmp_path: Path
) -> None:
    from olapp.services.archive_in import BadArchive

    path = tmp_path / "all.zip"
    full.export_all(path)
    body = bytearray(path.read_bytes())
    match damage:
        case "cut":
            path.write_bytes(body[:-200])
        case "flipped":
            body[len(body) // 3] ^= 0xFF
            path.write_bytes(body)
        case "text":
            path.write_text("专利号")
        case "folder":
            path = tmp_path
        case _:
            path.unlink()
    before = contents(empty)
    with pytest.raises(BadArchive):
        empty.import_all(path)
    assert contents(empty) == before
