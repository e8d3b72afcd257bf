import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import HoldingQuery, Index, View
from olapp.persistence.rescue import rescue
from olapp.persistence.troubles import Damaged

COUNT = 300


@pytest.fixture
def filled(path: Path, now: datetime) -> Path:
    """A closed database with holdings and a view."""
    with Store.open(path) as store, store.begin() as unit:
        items = (
            (Holding(patent=Patent(number=f"N{number}", title=f"测试用泵{number}")), Index())
            for number in range(COUNT)
        )
        unit.holdings.add_many(items, at=now)
        unit.views.keep(View(name="全部"), at=now)
    return path


def spoil(path: Path, name: str) -> None:
    """Overwrite the root page of a table or an index."""
    with closing(sqlite3.connect(path)) as connection:
        wanted = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(wanted, (name,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    body = bytearray(path.read_bytes())
    body[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(body)


@pytest.mark.parametrize("name", ["ix_holdings_title", "parties", "holdings_sought_data"])
def test_patents_are_rescued_and_found_again(filled: Path, now: datetime, name: str) -> None:
    spoil(filled, name)
    with pytest.raises(Damaged):
        Store.open(filled)
    rescue(filled, at=now)
    with Store.open(filled) as store, store.read() as unit:
        assert unit.holdings.count() == COUNT
        assert unit.holdings.count(HoldingQuery(text="用泵")) == COUNT
        (key,) = unit.holdings.ids(HoldingQuery(text="泵299"))
        assert unit.holdings.get(key).holding.patent.number == "N299"
        assert [view.name for view in unit.views.all()] == ["全部"]


def test_a_patent_without_its_facts_does_not_come_back_as_an_empty_one(
    filled: Path, now: datetime
) -> None:
    spoil(filled, "holding_bodies")
    with pytest.raises(Damaged):
        Store.open(filled)
    rescue(filled, at=now)
    with Store.open(filled) as store, store.read() as unit:
        ids = unit.holdings.ids()
        assert all(unit.holdings.get(key).holding.patent.title for key in ids)
        assert unit.holdings.count(HoldingQuery(text="泵")) == len(ids)
