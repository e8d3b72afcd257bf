"""``python -m bench.sorted_list HOME``: open a desk, sort everything, say the peak of memory."""

import sys
from pathlib import Path

from bench.batch import peak
from bench.shelf import database
from olapp.app import now, today
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.services.portfolio import Portfolio


def main(home: Path) -> None:
    """Do as the window does with a long list."""
    with Store.open(database(home)) as store:
        portfolio = Portfolio(store, shipped_law(), now, today, home)
        portfolio.rows(portfolio.ids(order="title")[:100])
    print(peak())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
