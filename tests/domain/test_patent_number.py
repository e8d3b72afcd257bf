"""Application and patent numbers of both eras, on the table of published and computed examples."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat

from olapp.domain.numbers import patent

PUBLISHED = {
    "97101765": "4",
    "95115608": "X",
    "201710601862": "3",
    "201310699744": "2",
    "201810698291": "4",
    "03123456": "9",
    "202010123456": "2",
    "202121234567": "7",
    "202230123456": "2",
    "200880123456": "X",
    "201990000123": "1",
}

kinds = st.sampled_from("12389")
new_bodies = st.tuples(
    st.integers(2003, 2099), kinds, st.text(string.digits, min_size=7, max_size=7)
).map(lambda parts: f"{parts[0]}{parts[1]}{parts[2]}")
old_bodies = st.tuples(
    st.one_of(st.integers(85, 99), st.integers(0, 3)),
    kinds,
    st.text(string.digits, min_size=5, max_size=5),
).map(lambda parts: f"{parts[0]:02d}{parts[1]}{parts[2]}")
bodies = new_bodies | old_bodies


@pytest.mark.parametrize(("body", "check"), PUBLISHED.items())
def test_the_check_digit_is_the_published_one(body: str, check: str) -> None:
    assert patent.calc_check_digit(body) == check


@pytest.mark.parametrize(("body", "check"), PUBLISHED.items())
@pytest.mark.parametrize(
    "shape",
    [
        "ZL{body}.{check}",
        "CN{body}.{check}",
        "{body}{check}",
        "zl {body} . {check}",
        "ＺＬ{body}．{check}",
    ],
)
def test_every_common_spelling_gives_the_same_number(body: str, check: str, shape: str) -> None:
    written = shape.format(body=body, check=check.lower())
    assert patent.validate(written) == body + check
    assert patent.format(written) == f"ZL{body}.{check}"


@given(bodies)
def test_any_body_with_its_check_digit_is_right(body: str) -> None:
    whole = body + patent.calc_check_digit(body)
    assert patent.is_valid(whole)
    assert patent.validate(patent.format(whole)) == whole


@given(bodies, st.data())
def test_no_single_wrong_digit_goes_unseen(body: str, data: st.DataObject) -> None:
    # Weights 2 to 9 are prime to 11, so changing one digit always changes the remainder.
    whole = body + patent.calc_check_digit(body)
    place = data.draw(st.integers(0, len(whole) - 1))
    marks = string.digits + ("X" if place == len(whole) - 1 else "")
    wrong = data.draw(st.sampled_from([mark for mark in marks if mark != whole[place]]))
    assert not patent.is_valid(whole[:place] + wrong + whole[place + 1 :])


@given(bodies, st.data())
def test_no_two_neighbours_change_places_unseen(body: str, data: st.DataObject) -> None:
    whole = body + patent.calc_check_digit(body)
    place = data.draw(st.integers(0, len(body) - 2))
    if whole[place] == whole[place + 1]:
        return
    swapped = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]
    assert not patent.is_valid(swapped)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ZL",
        "20201012345.2",
        "2020101234567.2",
        "202040123456.2",
        "ZLCN202010123456.2",
        "202010123456.Y",
        "202010123456..2",
        "202010123456.2 202010123456.2",
        "٢٠٢٠١٠١٢٣٤٥٦.٢",
        "专利号202010123456.2",
    ],
)
def test_what_has_neither_shape_is_no_number(text: str) -> None:
    with pytest.raises(InvalidFormat):
        patent.validate(text)


def test_a_wrong_check_digit_is_told_from_a_wrong_shape() -> None:
    with pytest.raises(InvalidChecksum):
        patent.validate("ZL202010123456.3")


@pytest.mark.parametrize("body", ["200210123456", "198510123456", "04123456", "84123456"])
def test_years_outside_their_era_are_refused(body: str) -> None:
    with pytest.raises(InvalidComponent):
        patent.validate(body + patent.calc_check_digit(body))


def test_year_and_kind_are_read_from_either_era() -> None:
    assert (patent.year("971017654"), patent.kind_digit("971017654")) == (1997, "1")
    assert (patent.year("031234569"), patent.kind_digit("031234569")) == (2003, "1")
    assert (patent.year("200880123456X"), patent.kind_digit("200880123456X")) == (2008, "8")


def test_marks_that_cannot_be_seen_are_dropped() -> None:
    assert patent.validate("\ufeffZL\u200b202010123456.2\u3000") == "2020101234562"
