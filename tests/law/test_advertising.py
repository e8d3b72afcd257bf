"""Advertising is caught, and ordinary technical titles are left alone."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from olapp.law.wordlist import WordList
from olapp.law.words import shipped_words

TEXTS = Path(__file__).parent / "texts"
ADVERTISING = (TEXTS / "advertising.txt").read_text(encoding="utf-8").splitlines()
TITLES = (TEXTS / "titles.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def advertising() -> WordList:
    return shipped_words()["advertising"]


def test_the_fixtures_are_many_enough_to_prove_something() -> None:
    assert len(set(ADVERTISING)) >= 150
    assert len(set(TITLES)) >= 200


@pytest.mark.parametrize("sentence", ADVERTISING)
def test_advertising_is_caught(advertising: WordList, sentence: str) -> None:
    assert advertising.hits(sentence)


@pytest.mark.parametrize("title", TITLES)
def test_technical_titles_are_no_advertising(advertising: WordList, title: str) -> None:
    assert advertising.hits(title) == ()


def csv_column(path: Path, *, header: int, name: str | int, **form: str) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, **form))  # type: ignore[arg-type]
    column = rows[header].index(name) if isinstance(name, str) else name
    yield from (row[column] for row in rows[header + 1 :] if len(row) > column)


def all_titles(samples: Path) -> Iterator[str]:
    """The titles in the formats that the standard library reads."""
    for path in (samples / "patentics-csv").glob("*.csv"):
        yield from csv_column(path, header=0, name="标题")
    yield from csv_column(samples / "lens" / "lens_export_31col.csv", header=0, name="Title")
    yield from csv_column(samples / "google-patents" / "gp_a63b59.csv", header=1, name="title")
    yield from csv_column(samples / "org-list" / "uni_list_no_header.csv", header=-1, name=3)
    for path in (samples / "cnki").glob("*.txt"):
        found = re.findall(r"^\[\d+\](.*?)\[P\]", path.read_text(encoding="utf-8-sig"), re.M)
        yield from (text.partition(". ")[2] or text.rpartition(".")[2] for text in found)
    dump = (samples / "pss-system" / "pss_record_dump.txt").read_text(encoding="utf-8-sig")
    yield from (piece for piece in re.split("[:\n]", dump) if len(piece) < 200)
    for path in samples.glob("*/*.[xX][mM][lL]"):
        for element in ET.parse(path).getroot().iter():  # noqa: S314 - our own samples
            if element.tag.rpartition("}")[2].lower() in {"invention-title", "inventiontitle"}:
                yield "".join(element.itertext())


def test_no_title_of_the_samples_is_taken_for_advertising(
    advertising: WordList, shared: Path
) -> None:
    titles = {title.strip() for title in all_titles(shared / "samples")}
    chinese = {title for title in titles if re.search("[\u4e00-\u9fff]", title)}
    assert len(chinese) > 5000
    assert {title: hits for title in chinese if (hits := advertising.hits(title))} == {}


def test_titles_of_the_fixtures_are_our_own(shared: Path) -> None:
    assert not set(TITLES) & {title.strip() for title in all_titles(shared / "samples")}
