import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.holding import (
    Encumbrance,
    EncumbranceKind,
    Holding,
    Offer,
    Origin,
    Owner,
    RightState,
)
from olapp.domain.origins import HAND, origin_of
from olapp.domain.patent import Patent, PatentKind, PatentStatus
from olapp.domain.trouble import Trouble
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import Index
from olapp.persistence.troubles import StaleHolding
from olapp.services.desk import Tools
from olapp.services.drafts import Drafts
from olapp.services.portfolio import HoldingQuery, Portfolio, View

TODAY = date(2026, 11, 23)
FILE = Origin(
    source="incopat", name="示例.xlsx", as_of=date(2024, 1, 1), paths=("patent.title", "department")
)
HOLDING = Holding(
    patent=Patent(
        number="2020101234562",
        kind=PatentKind.INVENTION,
        title="测试用电池热管理装置",
        filed_on=date(2020, 2, 29),
        granted_on=date(2022, 3, 4),
        status=PatentStatus.IN_FORCE,
        fees_paid_through=6,
    ),
    state=RightState.IN_FORCE,
    owners=(Owner(name="示例大学"),),
    department="材料学院",
    origins=(FILE,),
)


class Clock:
    """A clock that goes on a minute each time it is read."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 8, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "数据" / "olapp.db") as opened:
        yield opened


@pytest.fixture
def portfolio(store: Store, desk_tools: Tools, tmp_path: Path) -> Portfolio:
    """The portfolio of a desk, empty."""
    law = desk_tools.checking.law
    return Portfolio(store, law, Clock().now, lambda: TODAY, tmp_path / "数据" / "attachments")


@pytest.fixture
def imported(portfolio: Portfolio, store: Store) -> int:
    """A holding as a file told it."""
    with store.begin() as unit:
        key = unit.imports.add(at=Clock().now(), name="示例.xlsx", source="incopat", as_of=None)
        items = [(HOLDING, portfolio.index(HOLDING))]
        return unit.holdings.add_many(items, at=Clock().now(), import_id=key)[0]


def test_what_a_person_types_is_marked_as_typed_today_and_the_rest_stays_the_files(
    portfolio: Portfolio, imported: int
) -> None:
    opened = portfolio.open(imported)
    after = replace(HOLDING, department="机械学院", remarks="待查")
    kept, changes = portfolio.keep(opened, after)
    typed = origin_of(kept.holding, "department")
    assert typed is not None
    assert (typed.source, typed.as_of) == (HAND, TODAY)
    assert origin_of(kept.holding, "remarks") == typed
    title = origin_of(kept.holding, "patent.title")
    assert title is not None
    assert title.name == "示例.xlsx"
    assert changes.holdings
    assert portfolio.open(imported) == kept


def test_an_emptied_fact_is_nobodys(portfolio: Portfolio, imported: int) -> None:
    kept, _ = portfolio.keep(portfolio.open(imported), replace(HOLDING, department=None))
    assert origin_of(kept.holding, "department") is None


def test_a_new_patent_typed_in_is_marked_and_shown_with_its_next_fee(portfolio: Portfolio) -> None:
    opened = portfolio.add(replace(HOLDING, origins=()))
    assert origin_of(opened.holding, "owners") is not None
    assert origin_of(opened.holding, "patent.pledgee") is None
    (row,) = portfolio.rows(portfolio.ids())
    assert row.expires_on == date(2040, 2, 29)
    assert row.fee_year == 7
    assert row.fee_due_on is not None
    assert portfolio.deadlines(opened.id)


def test_nothing_changed_makes_no_version_and_no_work(portfolio: Portfolio, imported: int) -> None:
    opened = portfolio.open(imported)
    kept, changes = portfolio.keep(opened, opened.holding)
    assert kept == opened
    assert not changes.holdings


def test_two_windows_never_overwrite_each_other(portfolio: Portfolio, imported: int) -> None:
    opened = portfolio.open(imported)
    portfolio.keep(opened, replace(HOLDING, remarks="甲"))
    with pytest.raises(StaleHolding) as caught:
        portfolio.keep(opened, replace(HOLDING, remarks="乙"))
    assert caught.value.mine.remarks == "乙"
    assert caught.value.theirs.holding.remarks == "甲"


def test_the_history_tells_every_change_of_every_fact_and_whose_word_it_is(
    portfolio: Portfolio, imported: int, store: Store
) -> None:
    opened, _ = portfolio.keep(portfolio.open(imported), replace(HOLDING, remarks="甲"))
    told = replace(opened.holding, department="机械学院")
    with store.begin() as unit:
        kept = unit.holdings.get(imported)
        unit.holdings.keep(kept, told, Index(), at=Clock().now(), import_id=9)
    newest, oldest = portfolio.history(imported)
    assert (newest.path, newest.before, newest.after) == ("department", "材料学院", "机械学院")
    assert newest.import_id == 9
    assert (oldest.path, oldest.before, oldest.after) == ("remarks", None, "甲")
    assert oldest.import_id is None
    assert oldest.origin is not None
    assert oldest.origin.source == HAND


@pytest.fixture
def many(portfolio: Portfolio, store: Store) -> list[int]:
    """A thousand holdings and more, every second one tagged."""
    with store.begin() as unit:
        items = (
            (Holding(patent=Patent(title=f"测试{number}"), tags=("旧",) * (number % 2)), Index())
            for number in range(1201)
        )
        return list(unit.holdings.add_many(items, at=Clock().now()))


def test_thousands_are_tagged_at_once_and_back_again(portfolio: Portfolio, many: list[int]) -> None:
    was = [portfolio.open(key) for key in many[:3]]
    undo, changes = portfolio.tag(many, add=["新", "新"], drop=["旧"])
    assert undo.count == 1201
    assert changes.holdings
    assert portfolio.tags() == ("新",)
    assert portfolio.count(HoldingQuery(tag="新")) == 1201
    portfolio.undo(undo)
    assert portfolio.tags() == ("旧",)
    assert [portfolio.open(key) for key in many[:3]] == was


def test_an_edit_leaves_alone_what_is_already_so(portfolio: Portfolio, many: list[int]) -> None:
    undo, _ = portfolio.tag(many, add=["旧"])
    assert undo.count == 601
    assert portfolio.open(many[1]).version == 1


def test_patents_are_assigned_and_removed_and_come_back(
    portfolio: Portfolio, many: list[int]
) -> None:
    portfolio.assign(many[:10], "医学院")
    assert portfolio.departments() == ("医学院",)
    assert portfolio.totals(HoldingQuery(department="医学院")).count == 10
    undo, _ = portfolio.remove(many[:10])
    assert portfolio.count() == 1191
    assert portfolio.departments() == ()
    portfolio.undo(undo)
    assert portfolio.departments() == ("医学院",)
    assert portfolio.open(many[0]).version == 2


def test_a_document_is_copied_in_for_the_person_alone_and_comes_out_unchanged(
    portfolio: Portfolio, imported: int, tmp_path: Path
) -> None:
    source = tmp_path / "专利证书.pdf"
    source.write_bytes(b"%PDF-" + b"x" * 3_000_000)
    attached = portfolio.attach(imported, source)
    copy = portfolio.folder / attached.sha256
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    body = source.read_bytes()
    source.unlink()
    assert portfolio.attachments(imported) == (attached,)
    out = portfolio.open_copy(attached, tmp_path / "out")
    again = portfolio.open_copy(attached, tmp_path / "out")
    assert out.name == "专利证书.pdf"
    assert out.read_bytes() == again.read_bytes() == body
    portfolio.detach(imported, attached.sha256)
    assert portfolio.attachments(imported) == ()
    assert list(portfolio.folder.iterdir()) == []


def test_a_copy_that_was_tampered_with_is_not_handed_out(
    portfolio: Portfolio, imported: int, tmp_path: Path
) -> None:
    source = tmp_path / "证书.pdf"
    source.write_bytes(b"true")
    attached = portfolio.attach(imported, source)
    (portfolio.folder / attached.sha256).write_bytes(b"false")
    with pytest.raises(Trouble, match="changed since"):
        portfolio.open_copy(attached, tmp_path / "out")


@pytest.mark.parametrize("place", ["missing.pdf", "."])
def test_what_is_no_file_cannot_be_attached_and_leaves_nothing(
    portfolio: Portfolio, imported: int, tmp_path: Path, place: str
) -> None:
    with pytest.raises(Trouble):
        portfolio.attach(imported, tmp_path / place)
    assert portfolio.attachments(imported) == ()
    assert not portfolio.folder.exists() or list(portfolio.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../../x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "C:\\x.pdf"])
def test_a_documents_name_is_no_way_out_of_the_folder(
    portfolio: Portfolio, imported: int, tmp_path: Path, name: str
) -> None:
    source = tmp_path / "x.pdf"
    source.write_bytes(b"x")
    attached = replace(portfolio.attach(imported, source), name=name)
    assert portfolio.open_copy(attached, tmp_path / "out") == tmp_path / "out" / "x.pdf"


def test_a_view_is_kept_under_its_name(portfolio: Portfolio) -> None:
    view = View(name="待缴费", query=HoldingQuery(text="电池"), order="fee_due_on")
    assert portfolio.keep_view(view).views
    assert portfolio.views() == (view,)
    portfolio.drop_view("待缴费")
    assert portfolio.views() == ()


def test_the_declarations_on_a_patent_are_listed(portfolio: Portfolio, store: Store) -> None:
    drafts = Drafts(store, Clock().now)
    mine = drafts.add(Declaration(patent=Patent(number="ZL 2020 1 0123456.2")))
    drafts.add(Declaration(patent=Patent(title="2020101234562")))
    assert [row.id for row in portfolio.declarations("2020101234562")] == [mine.id]


def test_a_pledge_on_an_announced_patent_is_told_before_it_is_kept(portfolio: Portfolio) -> None:
    before = replace(HOLDING, offer=Offer(announced_on=date(2025, 1, 1)))
    pledge = Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行", since=TODAY)
    assert portfolio.guard(before, before) == ()
    assert portfolio.guard(before, replace(before, encumbrances=(pledge,)))


def test_the_names_a_window_needs_come_without_the_engine() -> None:
    code = (
        "import sys, olapp.services.portfolio\n"
        "assert not {'sqlalchemy', 'msgspec', 'olapp.law.statute'} & set(sys.modules), 'too much'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
