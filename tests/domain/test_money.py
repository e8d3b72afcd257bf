"""Amounts and rates: read as people type them, exact to the last digit, never floats."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.money import ZERO, Rate, Yuan, total

figures = st.decimals(
    min_value=Decimal(-(10**15)) + 1,
    max_value=Decimal(10**15) - 1,
    allow_nan=False,
    allow_infinity=False,
    places=8,
)
percents = st.decimals(
    min_value=0, max_value=1000, allow_nan=False, allow_infinity=False, places=12
)


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("1200", "1200"),
        ("1,200.50", "1200.50"),
        ("1,234,567.89", "1234567.89"),
        ("１，２００．５０", "1200.50"),
        ("￥1,200", "1200"),
        ("¥ 1 200", "1200"),
        ("人民币1200元整", "1200"),
        ("1200元", "1200"),
        ("1200圆", "1200"),
        ("CNY 1200", "1200"),
        ("5万", "50000"),
        ("5 万元", "50000"),
        ("1.5亿", "150000000"),
        ("3千元", "3000"),
        ("2百万", "2000000"),
        ("0", "0"),
        (".5", "0.5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("+5", "5"),
        ("0.001", "0.001"),
        ("999999999999999.99", "999999999999999.99"),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, figure: str) -> None:
    assert Yuan.parse(typed) == Yuan.of(figure)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "元",
        "面议",
        "1,20",
        "12,34,567",
        "1.200,50",
        "1,200,50",
        "1..5",
        "1e3",
        "0x10",
        "NaN",
        "Infinity",
        "5-10",
        "5万起",
        "1000000000000000",
        "100亿亿",
        "100000000亿",
        "\u0665",
        "9" * 100_000,
        "0." + "9" * 100_000,
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is the message
        Yuan.parse(typed)


@pytest.mark.parametrize("make", [Yuan, Yuan.of, Rate, Rate.of])
def test_floats_are_refused_at_the_door(make: type[Yuan]) -> None:
    with pytest.raises(TypeError):
        make(0.1)


def test_floats_are_refused_as_factors() -> None:
    with pytest.raises(TypeError):
        Yuan.of(1) * 0.5  # type: ignore[operator]


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-Infinity", "", "abc"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        Yuan.of(text)


@pytest.mark.parametrize("text", ["1e999999", "1e18", "1e-19", "1e-999999"])
def test_figures_beyond_all_measure_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="too long"):
        Yuan.of(text)


@given(figures)
def test_the_exact_text_reads_back_equal(figure: Decimal) -> None:
    amount = Yuan.of(figure)
    assert Yuan.of(amount.canonical()) == amount
    assert "E" not in amount.canonical()


@given(figures)
def test_what_is_shown_reads_back_as_shown(figure: Decimal) -> None:
    shown = str(Yuan.of(figure))
    assert str(Yuan.parse(shown)) == shown


@given(figures, figures)
def test_sums_are_exact(one: Decimal, other: Decimal) -> None:
    a, b = Yuan.of(one), Yuan.of(other)
    assert a + b - b == a
    assert a + b == b + a == total([a, b])


@given(figures, percents)
def test_a_rate_on_an_amount_loses_nothing(figure: Decimal, percent: Decimal) -> None:
    numerator, denominator = figure.as_integer_ratio()
    p, q = percent.as_integer_ratio()
    found = Rate.of(percent).on(Yuan.of(figure)).value.as_integer_ratio()
    assert found[0] * denominator * q * 100 == numerator * p * found[1]


def test_nothing_adds_up_to_zero() -> None:
    assert total([]) == ZERO


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("-0.005", "-0.01"),
        ("-0.001", "0.00"),
        ("-0", "0.00"),
        ("1234567.895", "1,234,567.90"),
        ("37037.0367", "37,037.04"),
    ],
)
def test_figures_are_shown_half_up_to_the_fen(figure: str, shown: str) -> None:
    assert str(Yuan.of(figure)) == shown


def test_the_royalty_of_the_law_dossier() -> None:
    assert Rate.parse("3%").on(Yuan.parse("1,234,567.89")).rounded() == Decimal("37037.04")


def test_amounts_are_equal_by_value_and_never_equal_to_rates() -> None:
    assert Yuan.of("1.0") == Yuan.of("1.00")
    assert hash(Yuan.of("1.0")) == hash(Yuan.of("1.00"))
    assert Yuan.of(1) < Yuan.of(2) <= Yuan.of("2.00")
    assert Yuan.of(3) != Rate.of(3)
    assert Yuan.of(3) != Decimal(3)


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("3", "3"),
        ("3%", "3"),
        ("３％", "3"),
        ("2.5 %", "2.5"),
        ("百分之3", "3"),
        (".5", "0.5"),
        ("-1", "-1"),
    ],
)
def test_rates_are_read_as_people_type_them(typed: str, percent: str) -> None:
    assert Rate.parse(typed) == Rate.of(percent)


@pytest.mark.parametrize(
    "typed", ["", "%", "3%%", "3‰", "三", "1e1", "1234567890", "0.0000000000001", "NaN"]
)
def test_what_is_no_rate_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is the message
        Rate.parse(typed)


@pytest.mark.parametrize(
    ("percent", "shown"), [("3", "3%"), ("2.50", "2.5%"), ("10", "10%"), ("0.10", "0.1%")]
)
def test_rates_are_shown_without_idle_zeros(percent: str, shown: str) -> None:
    assert str(Rate.of(percent)) == shown


@given(percents)
def test_a_shown_rate_reads_back_equal(percent: Decimal) -> None:
    assert Rate.parse(str(Rate.of(percent))) == Rate.of(percent)
