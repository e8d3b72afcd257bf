"""Resident identity numbers: check digit, date of birth, masking."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat

from olapp.domain.numbers import identity

births = st.dates(date(1900, 1, 1), date(2026, 1, 1))
digits = st.text(string.digits, min_size=6, max_size=6)
orders = st.text(string.digits, min_size=3, max_size=3)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014"])
def test_known_numbers_are_right(number: str) -> None:
    assert identity.validate(number.lower()) == number


@pytest.mark.parametrize("number", ["110105194912310021", "440524188001010015"])
def test_a_wrong_check_digit_is_seen(number: str) -> None:
    with pytest.raises(InvalidChecksum):
        identity.validate(number)


@pytest.mark.parametrize(
    "number", ["11010519491331002X", "11010519490230002X", "110105000012310021"]
)
def test_a_birth_on_no_day_of_the_calendar_is_seen(number: str) -> None:
    with pytest.raises(InvalidComponent):
        identity.validate(number)


@pytest.mark.parametrize(
    "text", ["", "1101051949123100", "11010519491231002Y", "11010519491231002X1"]
)
def test_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(InvalidFormat):
        identity.validate(text)


def test_nobody_is_born_tomorrow() -> None:
    body = "11010520261124002"
    number = body + ric.calc_check_digit(body + "0")
    assert identity.is_valid(number)
    assert identity.is_valid(number, today=date(2026, 11, 24))
    assert not identity.is_valid(number, today=date(2026, 11, 23))


@given(digits, births, orders)
def test_any_place_day_and_order_with_their_check_digit_are_right(
    place: str, birth: date, order: str
) -> None:
    body = f"{place}{birth:%Y%m%d}{order}"
    number = body + ric.calc_check_digit(body + "0")
    assert identity.validate(number) == number
    assert identity.born(number) == birth


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("11010519491231002X", "1****************X"),
        ("E12345678", "E*******8"),
        ("A123", "****"),
        ("", ""),
    ],
)
def test_only_the_ends_are_shown(number: str, shown: str) -> None:
    assert identity.mask(number) == shown
