"""Publication numbers by era, and whether series and kind letter agree."""

import pytest
from stdnum.exceptions import InvalidFormat

from olapp.domain.numbers import publication


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("CN85100001A", "CN85100001A"),
        ("CN1234567C", "CN1234567C"),
        ("CN 101234567 A", "CN101234567A"),
        ("CN-101234567-B", "CN101234567B"),
        ("cn201234567u", "CN201234567U"),
        ("ＣＮ301234567Ｓ", "CN301234567S"),
        ("CN2123456Y", "CN2123456Y"),
        ("CN3123456D", "CN3123456D"),
        ("CN101234567C1", "CN101234567C1"),
    ],
)
def test_numbers_of_every_era_are_read(written: str, number: str) -> None:
    assert publication.validate(written) == number
    assert publication.first_digit_fits(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CN123456A",
        "CN1012345678A",
        "CN101234567",
        "CN101234567E",
        "US101234567A",
        "CN10123456\u0667A",
    ],
)
def test_other_shapes_are_refused(text: str) -> None:
    assert not publication.is_valid(text)
    for ask in (publication.validate, publication.letter, publication.first_digit_fits):
        with pytest.raises(InvalidFormat):
            ask(text)


@pytest.mark.parametrize("number", ["CN201234567A", "CN101234567U", "CN101234567S", "CN301234567B"])
def test_a_series_that_contradicts_the_letter_is_seen(number: str) -> None:
    assert publication.is_valid(number)
    assert not publication.first_digit_fits(number)


def test_the_letter_tells_the_kind() -> None:
    assert publication.letter("CN 101234567 B") == "B"
