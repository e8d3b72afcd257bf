"""Desks to measure on: a store with so many generated patents, filled once in a run."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.portfolios import holdings
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.services.indexing import index_of


@contextmanager
def homes(sizes: tuple[int, ...], day: date) -> Iterator[dict[int, Path]]:
    """Fill a folder for ``OLAPP_HOME`` for each size; gone at the end."""
    with TemporaryDirectory() as folder:
        filled = {size: Path(folder) / str(size) for size in sizes}
        for size, home in filled.items():
            fill(home, size, day)
        yield filled


def fill(home: Path, size: int, day: date) -> None:
    """Keep so many patents where a start with this home will find them."""
    law = shipped_law()
    home.mkdir()
    with Store.open(database(home)) as store, store.begin() as unit:
        indexed = ((each, index_of(law, each, day)) for each in holdings(size))
        unit.holdings.add_many(indexed, at=datetime.now(UTC))


def database(home: Path) -> Path:
    """Give the file of the database under a home."""
    return home / "data" / "olapp.db"
