"""Real numbers from the wild, judged as the notes beside them say."""

import csv
from pathlib import Path

import pytest

from olapp.domain.numbers import credit_code, patent, publication
from olapp.domain.numbers.reading import NumberForm, Reading, read


def records(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def numbers(shared: Path) -> Path:
    return shared / "samples" / "cn-numbers"


@pytest.fixture(scope="module")
def codes(shared: Path) -> Path:
    return shared / "samples" / "uscc"


def test_every_printed_application_number_is_right(numbers: Path) -> None:
    found = [row["application_number"] for row in records(numbers / "app_numbers.csv")]
    assert len(found) == 5302
    assert [number for number in found if not patent.is_valid(number)] == []
    assert sum(len(patent.compact(number)) == 9 for number in found) == 342


def test_every_number_beside_a_publication_number_is_right(numbers: Path) -> None:
    pairs = records(numbers / "app_pub_pairs.csv")
    found = {patent.validate(row["application_number"]) for row in pairs}
    assert (len(pairs), len(found)) == (1819, 1641)
    assert all(publication.is_valid(row["publication_number"]) for row in pairs)


def test_numbers_read_with_their_check_digit_are_told_so(numbers: Path) -> None:
    for row in records(numbers / "app_numbers.csv"):
        written = row["application_number"]
        found = read(written)
        assert found == Reading(NumberForm.APPLICATION, patent.compact(written), True)


def test_every_publication_number_has_the_letter_of_its_kind(numbers: Path) -> None:
    rows = records(numbers / "publication_numbers.csv")
    assert len(rows) == 2190
    for row in rows:
        written = row["publication_number"]
        assert read(written) == Reading(NumberForm.PUBLICATION, publication.validate(written))
        assert publication.letter(written) == row["kind"][0]


def test_only_odd_series_contradict_their_letter(numbers: Path) -> None:
    rows = records(numbers / "publication_numbers.csv")
    odd = [
        row["publication_number"]
        for row in rows
        if not publication.first_digit_fits(row["publication_number"])
    ]
    assert odd == []


def test_odd_spellings_are_judged_as_their_notes_say(numbers: Path) -> None:
    judged = {row["as_found"]: read(row["as_found"]) for row in records(numbers / "edge_forms.csv")}
    application, publication_, neither = NumberForm
    assert judged == {
        "CN85102475": Reading(
            application, "85102475" + patent.calc_check_digit("85102475"), check_given=False
        ),
        "CN201710027705.620170721FM": Reading(application, "2017100277056", check_given=True),
        "CN201711214252A": Reading(application, "2017112142524", check_given=False),
        "CN 201811448126 A": Reading(
            application, "201811448126" + patent.calc_check_digit("201811448126"), check_given=False
        ),
        "CN 109352307 A": Reading(publication_, "CN109352307A"),
        "CN-106844774-A": Reading(publication_, "CN106844774A"),
        "CN201810323021.5A": Reading(application, "2018103230215", check_given=True),
        "CN201010596747XA": Reading(application, "201010596747X", check_given=True),
        "CN20121445426": Reading(neither),
        "ZL 201010110545.X": Reading(application, "201010110545X", check_given=True),
        "CN107016536A": Reading(publication_, "CN107016536A"),
        "CN999999999999000000010697134000A.0000": Reading(neither),
        "CN201700002770500.0001": Reading(neither),
    }


def test_credit_codes_are_judged_as_computed_beside_them(codes: Path) -> None:
    rows = records(codes / "uscc_codes.csv")
    assert len(rows) == 96
    for row in rows:
        assert credit_code.is_valid(row["code"]) is (row["check_char_ok"] == "true")
        assert credit_code.organisation_check_fits(row["code"]) is (
            row["org_code_check_ok"] == "true"
        )


def test_named_and_negative_codes_are_judged_as_noted(codes: Path) -> None:
    rows = records(codes / "named_and_negative.csv")
    assert len(rows) == 9
    for row in rows:
        assert credit_code.is_valid(row["code"]) is (row["check_char_ok"] == "true")
        if noted := row["org_code_check_ok"]:
            assert credit_code.organisation_check_fits(row["code"]) is (noted == "true")


def test_codes_of_the_early_trials_keep_their_shape(codes: Path) -> None:
    rows = records(codes / "named_and_negative.csv")
    early = [row["code"] for row in rows if row["name"] and row["check_char_ok"] == "false"]
    assert len(early) == 2
    assert all(credit_code.has_shape(code) and not credit_code.is_valid(code) for code in early)
