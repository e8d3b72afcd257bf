"""Whatever stands in the cells of a table, each row gives one record, and none gives an error."""

from hypothesis import given
from hypothesis import strategies as st

from olapp.codec.packing import pack, unpack
from olapp.domain.holding import Holding
from olapp.domain.matching import keys
from olapp.domain.paths import get
from olapp.exchange.book import Book, Row, Sheet
from olapp.exchange.headers import fields
from olapp.exchange.mapping import Certainty, DayOrder, Mapping, SourceMatch
from olapp.exchange.recognition import recognise
from olapp.exchange.records import records
from olapp.exchange.rows import is_blank
from olapp.exchange.sources import FileSource, sources

PATHS = [each.path for each in fields()] + ["attributes.x"]
PIECES = st.sampled_from(
    ["201710027705.6", "CN106971340A", "2.01E+12", "授权", "质押", " | ", ";;", "3/4/12", "-", "\n"]
)
CELLS = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.lists(PIECES, max_size=6).map("".join),
    st.dates(),
    st.booleans(),
    st.integers(),
    st.decimals(),
)


@given(
    st.sampled_from(sources()),
    st.lists(st.tuples(*[CELLS] * len(PATHS)), min_size=1, max_size=3),
    st.sampled_from(["ymd", "dmy", "mdy", None]),
)
def test_every_row_gives_one_record_that_can_be_kept(
    source: FileSource, rows: list[Row], order: DayOrder | None
) -> None:
    mapping = Mapping(columns=tuple(enumerate(PATHS)), day_order=order)
    match = SourceMatch(
        key=source.key, name=source.name, certainty=Certainty.LIKELY, mapping=mapping
    )
    book = Book(kind="xlsx", sheets=(Sheet("表", rows),))
    found = list(records(book, match))
    assert len(found) == sum(not is_blank(row) for row in rows)
    for record in found:
        assert (record.refusal is None) == bool(keys(record.holding))
        assert unpack(Holding, pack(record.holding)) == record.holding
        for path in record.told:
            assert get(record.holding, path) not in (None, "", ())
        for doubt in record.doubts:
            assert len(str(doubt.sentence)) < 500


@given(st.lists(st.lists(CELLS, max_size=8).map(tuple), max_size=12))
def test_any_table_is_recognised_as_something(rows: list[Row]) -> None:
    book = Book(kind="csv", sheets=(Sheet("", rows),))
    match = recognise(book)
    assert match.name.zh
    assert all(column >= 0 for column, _ in match.mapping.columns)
    assert len(list(records(book, match))) <= len(rows)


def test_twenty_thousand_licensees_are_read_as_fast_as_they_are_long() -> None:
    names = tuple(str(index) for index in range(20_000))
    paths = ("patent.number", "licences.licensee", "licences.kind")
    mapping = Mapping(columns=tuple(enumerate(paths)))
    source = sources()[0]
    match = SourceMatch(key=source.key, name=source.name, mapping=mapping)
    cell = "\n".join(f"甲{name}" for name in names)
    rows = (("201710027705.6", cell, "独占\n普通\n" * 9_000),)
    [record] = records(Book(kind="csv", sheets=(Sheet("", rows),)), match)
    assert len(record.holding.licences) == len(names)
