import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.persistence import searching

_HAN = st.text("电池热管理𬭎", min_size=1, max_size=8)
_DIGITS = st.text("0123456789", min_size=1, max_size=13)


def finds(holding: Holding, words: str) -> bool:
    """Whether a search finds a holding that is put in for it, and no longer once it is out."""
    row = (1, *searching.index_text(holding))
    wanted = "SELECT count(*) FROM holdings_sought WHERE holdings_sought MATCH ?"
    with closing(sqlite3.connect(":memory:")) as table:
        table.execute(searching.CREATE)
        table.execute(searching.INSERT, row)
        (found,) = table.execute(wanted, (searching.expression(words),)).fetchone()
        table.execute(searching.DELETE, row)
        (left,) = table.execute(wanted, (searching.expression(words),)).fetchone()
    assert left == 0
    return bool(found)


@given(_HAN, _HAN, _HAN)
def test_chinese_words_are_found_wherever_they_stand_and_nowhere_else(
    title: str, inventor: str, words: str
) -> None:
    holding = Holding(patent=Patent(title=title), inventors=(inventor,))
    assert finds(holding, words) == (words in title or words in inventor)


@given(_HAN, _HAN, _HAN, _HAN)
def test_of_several_words_all_must_be_there(
    title: str, inventor: str, one: str, other: str
) -> None:
    holding = Holding(patent=Patent(title=title), inventors=(inventor,))
    both = all(words in title or words in inventor for words in (one, other))
    assert finds(holding, f"{one} {other}") == both


@given(_DIGITS, _DIGITS)
def test_any_part_of_a_number_is_found(number: str, part: str) -> None:
    assert finds(Holding(patent=Patent(number=number)), part) == (part in number)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_query_the_engine_takes(text: str) -> None:
    wanted = searching.expression(text)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(searching.CREATE)
        if wanted is not None:
            connection.execute(
                "SELECT 1 FROM holdings_sought WHERE holdings_sought MATCH ?", (wanted,)
            )
