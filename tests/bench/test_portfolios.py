from bench.portfolios import holdings
from olapp.domain.numbers import patent as patent_number


def test_a_portfolio_to_measure_with_is_the_same_every_time_and_has_no_patent_twice() -> None:
    once, again, other = (list(holdings(500, seed)) for seed in (1, 1, 2))
    assert once == again
    assert once != other
    numbers = [each.patent.number or "" for each in once]
    assert len(set(numbers)) == 500
    assert all(map(patent_number.is_valid, numbers))
