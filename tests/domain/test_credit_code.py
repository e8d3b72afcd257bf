"""Unified social credit codes, and the organisation code inside."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat

from olapp.domain.numbers import credit_code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
bodies = st.tuples(
    st.sampled_from(["91", "11", "12", "51", "52", "92", "93"]),
    st.text(string.digits, min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
).map("".join)


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000802100433B"])
def test_known_codes_are_right(code: str) -> None:
    assert credit_code.validate(f" {code[:2]} {code[2:].lower()} ") == code
    assert credit_code.format(code) == code


@pytest.mark.parametrize("code", ["91350100M000100Y44", "91110000802100433C"])
def test_a_wrong_check_character_is_told_from_a_wrong_shape(code: str) -> None:
    assert credit_code.has_shape(code)
    with pytest.raises(InvalidChecksum):
        credit_code.validate(code)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "9111000080210043",
        "91110000802100433B1",
        "9111000060003IOZSV",
        "91\u0661\u06600000802100433B",
    ],
)
def test_other_shapes_are_refused_in_every_question(code: str) -> None:
    assert not credit_code.has_shape(code)
    assert not credit_code.organisation_check_fits(code)
    with pytest.raises(InvalidFormat):
        credit_code.validate(code)


@given(bodies)
def test_any_body_with_its_check_character_is_right(body: str) -> None:
    assert credit_code.is_valid(body + uscc.calc_check_digit(body))


@given(bodies, st.data())
def test_no_single_wrong_character_goes_unseen(body: str, data: st.DataObject) -> None:
    whole = body + uscc.calc_check_digit(body)
    place = data.draw(st.integers(0, 17))
    wrong = data.draw(st.sampled_from([mark for mark in ALPHABET if mark != whole[place]]))
    assert not credit_code.is_valid(whole[:place] + wrong + whole[place + 1 :])


def test_the_organisation_code_has_a_check_of_its_own() -> None:
    # GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2; here 24+0+18+10+0+0+16+6 = 74, 11 - 74 mod 11 = 3.
    assert credit_code.organisation_check_fits("91110000802100433B")
    assert not credit_code.organisation_check_fits("91110000802100434B")
