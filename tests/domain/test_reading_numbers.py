"""What a number found in a file is, and that none is ever guessed right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.numbers import patent
from olapp.domain.numbers.reading import NumberForm, Reading, read

APPLICATION, PUBLICATION = NumberForm.APPLICATION, NumberForm.PUBLICATION


@pytest.mark.parametrize(
    ("text", "number", "check_given"),
    [
        ("ZL 202010123456.2", "2020101234562", True),
        ("CN202010123456.2", "2020101234562", True),
        ("CN202010123456.2A", "2020101234562", True),
        ("CN202010123456.220210105FM", "2020101234562", True),
        ("CN200880123456XA", "200880123456X", True),
        ("CN202010123456A", "2020101234562", False),
        ("CN 202010123456 A", "2020101234562", False),
        ("CN85102475", "85102475" + patent.calc_check_digit("85102475"), False),
        ("95115608.x", "95115608X", True),
        ("CN031234569A", "031234569", True),
    ],
)
def test_application_numbers_are_found(text: str, number: str, check_given: bool) -> None:
    assert read(text) == Reading(APPLICATION, number, check_given)


@pytest.mark.parametrize("text", ["CN 112345678 A", "CN-112345678-A", "CN112345678B", "CN1234567C"])
def test_publication_numbers_are_found(text: str) -> None:
    found = read(text)
    assert found.form is PUBLICATION
    assert not found.check_given


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CN20121445426",
        "CN201700002770500.0001",
        "CN999999999999000000010697134000A.0000",
        "ZL202010123456.3",
        "US10123456B2",
        "ZL202010123456.2和ZL202121234567.7",
        "第一连接件",
    ],
)
def test_what_is_no_number_is_neither(text: str) -> None:
    assert read(text) == Reading(NumberForm.NEITHER)


@given(st.text(max_size=40))
def test_nothing_stops_the_reading(text: str) -> None:
    found = read(text)
    assert found.form is not APPLICATION or patent.is_valid(found.number)
