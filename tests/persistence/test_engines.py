"""A large unit of work: more memory for its pages while it lasts, and still all or nothing."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.engines import roomy, sqlite_engine
from olapp.persistence.kept_portfolio import Index

AT = datetime(2026, 11, 24, 2, tzinfo=UTC)


def test_a_connection_gives_the_memory_back_even_when_the_work_failed(tmp_path: Path) -> None:
    file = tmp_path / "empty.db"
    file.touch()
    engine = sqlite_engine(file, 1000)
    with engine.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA cache_size").scalar()
        connection.rollback()
        with suppress(ValueError), roomy(connection), connection.begin():
            assert connection.exec_driver_sql("PRAGMA cache_size").scalar() != before
            raise ValueError("broken")
        assert connection.exec_driver_sql("PRAGMA cache_size").scalar() == before
    engine.dispose()


def test_a_large_unit_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    some = [(Holding(patent=Patent(title=f"一种示例水泵{n}")), Index()) for n in range(50)]
    with Store.open(tmp_path / "olapp.db") as store:
        with suppress(ValueError), store.begin(is_large=True) as unit:
            unit.holdings.add_many(some, at=AT)
            raise ValueError("broken")
        with store.begin(is_large=True) as unit:
            assert unit.holdings.count() == 0
            unit.holdings.add_many(some, at=AT)
        with store.read() as unit:
            assert unit.holdings.count() == 50
