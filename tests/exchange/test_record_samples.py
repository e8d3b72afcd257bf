"""Every export of the samples, read to the last row, against what its README counts."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from olapp.domain.holding import RightState
from olapp.domain.patent import PatentKind, PatentStatus
from olapp.domain.record import Record
from olapp.exchange.reading import read_book
from olapp.exchange.recognition import recognise
from olapp.exchange.records import preview, records

# source, rows, patents, flagged, refused, application numbers with check digit
CENSUS = {
    "CN101985000000312CN00000851003120AFULZH19870204CN00Z.XML": ("cnipa-xml", 1, 1, 0, 0, 0),
    "CN102010000298420CN00001019453140BFULZH20190802CN00D.XML": ("cnipa-xml", 1, 1, 0, 0, 1),
    "cn_new1.xml": ("cnipa-xml", 1, 1, 0, 0, 1),
    "cn_new3.xml": ("cnipa-xml", 1, 1, 0, 0, 1),
    "cn_old1.xml": ("cnipa-xml", 1, 1, 0, 0, 1),
    "cn_old3.xml": ("cnipa-xml", 1, 1, 0, 0, 1),
    "cnipr_45col.xls": ("cnipr", 113, 77, 0, 0, 77),
    "CNKI-636757666865905000.txt": ("cnki", 468, 468, 0, 0, 0),
    "CNKI-636757687630736250.txt": ("cnki", 479, 479, 0, 0, 0),
    "derwent_innovation_zh_132col.xls": ("derwent", 68, 68, 0, 0, 0),
    "CN.104968889.A_biblio.xml": ("epo-ops", 1, 1, 0, 0, 1),
    "legal_example.xml": ("epo-ops", 1, 1, 0, 0, 0),
    "espacenet_old_banner.xls": ("espacenet", 25, 25, 1, 0, 0),
    "gp_a63b59.csv": ("google-patents", 536, 536, 0, 0, 0),
    "gp_one_row.csv": ("google-patents", 1, 1, 0, 0, 0),
    "gp_resaved_semicolon.csv": ("google-patents", 1499, 1499, 3, 0, 0),
    "incopat_chatbot_20col.xlsx": ("incopat", 2798, 2798, 0, 0, 84),
    "incopat_openai_19col.xlsx": ("incopat", 73, 73, 0, 0, 69),
    "lens_cr_only.csv": ("lens", 1000, 1000, 7, 0, 0),
    "lens_export_31col.csv": ("lens", 1199, 1199, 0, 0, 0),
    "uni_list_no_header.csv": ("own-list", 63, 63, 0, 0, 63),
    "ptics_apollo.csv": ("patentics", 51, 51, 0, 0, 51),
    "ptics_ar_cn.csv": ("patentics", 4481, 4481, 0, 0, 4481),
    "ptics_argo_us.csv": ("patentics", 524, 524, 0, 0, 0),
    "ptics_transfer_37col.xlsx": ("patentics", 20, 20, 0, 0, 20),
    "ptics_zebra_36col.xlsx": ("patentics", 20, 20, 0, 0, 20),
    "patentscope_resultlist_banner.xls": ("patentscope", 2396, 2260, 1, 20, 0),
    "patsnap_31col_licence.xlsx": ("patsnap", 1, 1, 0, 0, 0),
    "patsnap_33col.xlsx": ("patsnap", 320, 300, 0, 0, 0),
    "sdau_portfolio.xlsx": ("own-list", 438, 438, 0, 0, 438),
    "pss_5rows.xls": ("pss-system", 5, 5, 0, 0, 5),
    "pss_record_dump.txt": ("pss-system", 60, 53, 0, 0, 53),
    "PatentPublication_Example.xml": ("wipo-st96", 1, 1, 0, 0, 0),
}
OTHERS_NUMBERS = {
    "cn_new1.xml": "the second number is the parent of this divisional application",
    "lens_export_31col.csv": "the number stands among the works cited",
}
"""Where the README counts a number that is another patent's."""


@pytest.fixture(scope="module")
def census(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("census", root / "packaging" / "census.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def files(census: ModuleType, shared: Path) -> dict[str, Path]:
    return {path.name: path for path in census.samples(shared / "samples")}


def test_every_sample_stands_in_the_census(files: dict[str, Path]) -> None:
    assert set(files) == set(CENSUS)


@pytest.mark.parametrize("name", CENSUS)
def test_each_row_gives_one_record_and_each_number_has_a_right_check_digit(
    name: str, files: dict[str, Path], census: ModuleType
) -> None:
    found = census.counted(files[name])
    assert (
        found.source,
        found.rows,
        found.patents,
        found.flagged,
        found.refused,
        found.given,
    ) == CENSUS[name]
    assert found.right == found.given
    assert found.rows == found.told_rows
    if found.told_numbers is not None and name not in OTHERS_NUMBERS:
        assert found.given == found.told_numbers


@pytest.fixture(scope="module")
def read(files: dict[str, Path]) -> dict[str, list[Record]]:
    """The files that are looked into below, read once."""
    names = (
        "patsnap_33col.xlsx",
        "derwent_innovation_zh_132col.xls",
        "uni_list_no_header.csv",
        "lens_cr_only.csv",
        "gp_resaved_semicolon.csv",
        "pss_record_dump.txt",
        "incopat_chatbot_20col.xlsx",
        "patentscope_resultlist_banner.xls",
        "ptics_ar_cn.csv",
    )
    found = {}
    for name in names:
        book = read_book(files[name])
        found[name] = list(records(book, recognise(book)))
    return found


def test_a_pledge_named_beside_the_status_lies_on_the_patent(
    read: dict[str, list[Record]],
) -> None:
    pledged = [
        each.holding
        for each in read["patsnap_33col.xlsx"]
        if "质押" in (each.holding.state_words or "")
    ]
    assert len(pledged) == 4
    assert all(each.state is RightState.IN_FORCE and each.patent.is_pledged for each in pledged)


def test_events_and_word_of_derwent_agree_on_the_grant(read: dict[str, list[Record]]) -> None:
    first = read["derwent_innovation_zh_132col.xls"][0].holding
    assert [each.code for each in first.events] == ["GR01", "SE01", "PB01"]
    assert first.patent.granted_on == first.events[0].on
    assert first.patent.status is PatentStatus.IN_FORCE
    alive = read["derwent_innovation_zh_132col.xls"][1].holding
    assert alive.state_words == "Alive"
    assert alive.state is None


def test_a_list_without_header_is_understood_and_said_to_be_a_guess(
    read: dict[str, list[Record]], files: dict[str, Path]
) -> None:
    match = recognise(read_book(files["uni_list_no_header.csv"]))
    assert (match.certainty, match.header_row) == ("guessed", None)
    third = read["uni_list_no_header.csv"][2].holding
    assert third.applicants == ("北京理工大学", "公安部第三研究所")
    assert third.state is RightState.IN_FORCE
    assert all(each.holding.patent.filed_on for each in read["uni_list_no_header.csv"])


def test_short_years_are_read_by_the_year_of_publication(read: dict[str, list[Record]]) -> None:
    dates = [each.holding.patent.filed_on for each in read["lens_cr_only.csv"]]
    years = {day.year for day in dates if day}
    assert min(years) == 1939
    assert max(years) == 2015


def test_dates_of_a_european_spreadsheet_are_read_day_first(
    read: dict[str, list[Record]],
) -> None:
    assert all(each.holding.patent.filed_on for each in read["gp_resaved_semicolon.csv"])


def test_foreign_documents_keep_their_country(read: dict[str, list[Record]]) -> None:
    countries = {each.holding.country for each in read["incopat_chatbot_20col.xlsx"]}
    assert {"CN", "US", "KR", "JP", "TW", "EP", "WO"} <= countries
    assert "CN" not in {each.holding.country for each in read["patentscope_resultlist_banner.xls"]}


def test_a_word_that_tells_nothing_leaves_the_state_open(read: dict[str, list[Record]]) -> None:
    other = [each for each in read["ptics_ar_cn.csv"] if each.holding.state_words == "其他"]
    assert len(other) == 1739
    assert {each.holding.state for each in other} == {None}
    assert not any(each.doubts for each in other)


def test_internal_keys_of_pss_system_are_no_numbers(read: dict[str, list[Record]]) -> None:
    records = read["pss_record_dump.txt"]
    assert records
    for each in records:
        number = str(each.holding.patent.number)
        assert PatentKind.INVENTION is each.holding.patent.kind or number[4] in "29"
        assert abs(int(number[:4]) - each.holding.patent.filed_on.year) <= 3  # type: ignore[union-attr]


def test_a_divisional_application_is_known_as_one(files: dict[str, Path]) -> None:
    book = read_book(files["cn_new1.xml"])
    [record] = preview(book, recognise(book))
    assert record.holding.patent.is_divisional is True
    assert record.holding.patent.number == "202111286633X"
