"""What every patent year costs, to the yuan, on the tables of the dossiers."""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from olapp.domain.holding import Holding, RightState
from olapp.domain.money import Yuan, total
from olapp.domain.patent import Patent, PatentKind
from olapp.law.reductions import YearFee, fee_schedule, year_fee
from olapp.law.statute import Law

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
NOW = date(2026, 11, 24)
Make = Callable[..., Holding]
KINDS = {"invention": INVENTION, "utility_model": UTILITY_MODEL, "design": DESIGN}
REDUCED = [
    (600, 510, 180, 90),
    (900, 765, 270, 135),
    (1200, 1020, 360, 180),
    (2000, 1700, 600, 300),
    (3000, 2550, 900, 450),
    (4000, 3400, 1200, 600),
    (6000, 5100, 1800, 900),
    (8000, 6800, 2400, 1200),
]
YEAR_OF = {
    600: (UTILITY_MODEL, 2),
    900: (INVENTION, 2),
    1200: (INVENTION, 5),
    2000: (INVENTION, 8),
    3000: (DESIGN, 12),
    4000: (INVENTION, 11),
    6000: (INVENTION, 14),
    8000: (INVENTION, 17),
}


def fee_of(law: Law, holding: Holding, year: int) -> YearFee:
    fee = year_fee(law, holding, year, NOW)
    assert fee is not None
    return fee


def paid_in(law: Law, holding: Holding, first: int, last: int) -> Yuan:
    fees = fee_schedule(law, holding, NOW)
    return total(fee.payable for fee in fees if fee.payable and first <= fee.year <= last)


def rows(text: str, heading: str) -> list[list[str]]:
    """The table that follows a line of a dossier, without its heading."""
    lines = text[text.index(heading) :].splitlines()[1:]
    start = next(n for n, line in enumerate(lines) if line.startswith("|"))
    found = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        found.append([cell.strip().strip("*") for cell in line.strip("|").split("|")])
    return found


def figures(cells: list[str]) -> list[int]:
    return [int(cell.replace(",", "")) for cell in cells]


@pytest.mark.parametrize("row", REDUCED, ids=lambda row: str(row[0]))
def test_a_fee_is_reduced_by_15_by_70_and_by_85_per_cent(
    law: Law, right: Make, row: tuple[int, int, int, int]
) -> None:
    kind, year = YEAR_OF[row[0]]
    grant = max(1, year - 3)
    holdings = [
        right(kind, grant_year=grant),
        right(kind, grant_year=grant, licence=(year, year)),
        right(kind, grant_year=grant, rate=70),
        right(kind, grant_year=grant, rate=85),
    ]
    assert [fee_of(law, each, year).payable for each in holdings] == [*map(Yuan.of, row)]


def test_the_reduced_amounts_are_those_of_the_dossier(shared: Path) -> None:
    text = (shared / "domain/law.md").read_text(encoding="utf-8")
    table = rows(text, "Reduced amounts (CNY):")[2:]
    assert [tuple(figures(row)) for row in table] == REDUCED


def test_the_full_fees_are_those_of_the_law_dossier(law: Law, right: Make, shared: Path) -> None:
    text = (shared / "domain/law.md").read_text(encoding="utf-8")
    seen = set()
    for first, *fees in rows(text, "### 7.1 Annual fees")[2:]:
        span = re.fullmatch(r"(\d+)(?:-(\d+))?", first)
        for year in range(int(span[1]), int(span[2] or span[1]) + 1) if span else ():
            for kind, cell in zip(PatentKind, fees, strict=True):
                fee = year_fee(law, right(kind), year, NOW)
                want = None if cell == "-" else Yuan.of(cell.replace(",", ""))
                assert (fee and fee.full) == want, (kind, year)
                seen.add((kind, year))
    assert len(seen) == 3 * 20


@pytest.mark.parametrize(
    ("heading", "kinds", "years"),
    [
        ("### 6.1 Full fees", (INVENTION,), 20),
        ("| Utility model / design years |", (UTILITY_MODEL, DESIGN), 10 + 15),
    ],
)
def test_the_bands_of_the_royalty_dossier_come_out_to_the_yuan(
    law: Law, right: Make, shared: Path, *, heading: str, kinds: tuple[PatentKind, ...], years: int
) -> None:
    seen = 0
    text = (shared / "domain/royalty.md").read_text(encoding="utf-8")
    before = text[: text.index(heading)]
    table = rows(before[-1:] + "\n" + text[len(before) :], "\n")
    head, _, full, open_, joint, single = table
    for column, band in enumerate(head[1:], 1):
        first, last = map(int, re.findall(r"\d+", band))
        wanted = [int(row[column].replace(",", "")) for row in (full, open_, joint, single)]
        for kind in kinds if last <= 10 or INVENTION in kinds else (DESIGN,):
            for year in range(first, last + 1):
                grant = max(1, year - 9)
                made = [
                    right(kind),
                    right(kind, licence=(year, year)),
                    right(kind, grant_year=grant, rate=70),
                    right(kind, grant_year=grant, rate=85),
                ]
                assert [fee_of(law, each, year).payable for each in made] == [
                    *map(Yuan.of, wanted)
                ], (kind, year)
                seen += 1
    assert seen == years


def test_every_row_of_the_fee_table_comes_out_to_the_yuan(
    law: Law, right: Make, shared: Path
) -> None:
    with (shared / "domain/tables/annual_fees.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert len(table) == 20 + 10 + 15
    for row in table:
        kind, year = KINDS[row["patent_type"]], int(row["patent_year"])
        grant = max(1, year - 9)
        made = {
            "full_fee_cny": right(kind),
            "payable_open_licence_15pct_off": right(kind, licence=(year, year)),
            "payable_70pct_off": right(kind, grant_year=grant, rate=70),
            "payable_85pct_off": right(kind, grant_year=grant, rate=85),
            "payable_70_and_open_licence": right(
                kind, grant_year=grant, rate=70, licence=(year, year)
            ),
            "payable_85_and_open_licence": right(
                kind, grant_year=grant, rate=85, licence=(year, year)
            ),
        }
        for name, holding in made.items():
            assert fee_of(law, holding, year).payable == Yuan.of(row[name]), (row, name)


def worked(shared: Path, name: str) -> dict[str, object]:
    text = (shared / "domain/tables/royalty_test_vectors.json").read_text(encoding="utf-8")
    return next(case for case in json.loads(text)["cases"] if case["id"] == name)


def test_the_worked_results_over_many_years_come_out(law: Law, right: Make, shared: Path) -> None:
    case = worked(shared, "W12")
    inputs, expected = case["inputs"], case["expected"]
    assert isinstance(inputs, dict)
    assert isinstance(expected, dict)
    for name in ("A", "B", "C", "Dn", "E"):
        given = inputs[name]
        kind, rate = KINDS[given["type"]], int(Decimal(given["reduction"]) * 100)
        about = {"grant_year": given.get("grant_year", 1), "rate": rate}
        years = given["years"]
        without = paid_in(law, right(kind, **about), *years)
        licensed = right(kind, **about, licence=tuple(given["open_licence_years"]))
        with_offer = paid_in(law, licensed, *years)
        assert [without, with_offer, without - with_offer] == [*map(Yuan.of, expected[name])], name


def test_whole_lives_at_the_full_fee_cost_what_the_dossier_says(
    law: Law, right: Make, shared: Path
) -> None:
    expected = worked(shared, "W12")["expected"]
    assert isinstance(expected, dict)
    for kind, name in zip(PatentKind, ("inv", "um", "des"), strict=True):
        assert paid_in(law, right(kind), 1, 20) == Yuan.of(expected["life"][name])
    both = right(INVENTION, grant_year=4, rate=85, licence=(4, 20))
    tenth = expected["no_stack_patent_year_10_85pct_and_open_licence"]
    assert fee_of(law, both, 10).payable == Yuan.of(tenth)


def test_without_reference_material_the_worked_results_still_hold(law: Law, right: Make) -> None:
    about = {"grant_year": 3, "rate": 85}
    without = paid_in(law, right(INVENTION, **about), 6, 20)
    licensed = paid_in(law, right(INVENTION, **about, licence=(6, 20)), 6, 20)
    assert (without, licensed) == (Yuan.of(60_880), Yuan.of(52_180))


def test_fees_run_from_the_year_of_the_grant_to_the_end_of_the_term(law: Law, right: Make) -> None:
    years = [fee.year for fee in fee_schedule(law, right(UTILITY_MODEL, grant_year=2), NOW)]
    assert years == list(range(2, 11))


def test_the_fee_of_the_grant_year_is_paid_with_the_registration(law: Law, right: Make) -> None:
    holding = right(INVENTION, grant_year=4)
    first, second = fee_schedule(law, holding, NOW)[:2]
    assert first.due.nominal == holding.patent.granted_on
    assert second.due.nominal == date(2029, 1, 15)


def test_the_official_example_of_a_due_day(law: Law) -> None:
    patent = Patent(kind=INVENTION, filed_on=date(1997, 6, 3), granted_on=date(2001, 8, 1))
    fees = {fee.year: fee for fee in fee_schedule(law, Holding(patent=patent), NOW)}
    assert min(fees) == 5
    assert fees[6].due.nominal == date(2002, 6, 3)


def test_fees_of_a_patent_filed_on_a_leap_day_come_due_on_the_28th(law: Law, right: Make) -> None:
    fees = fee_schedule(law, right(INVENTION, filed=date(2024, 2, 29)), NOW)
    days = [fee.due.nominal for fee in fees[1:6]]
    assert days == [
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
        date(2029, 2, 28),
    ]


@pytest.mark.parametrize(
    ("until", "last"),
    [(date(2045, 1, 14), 20), (date(2046, 1, 13), 20), (date(2046, 1, 14), 21)],
)
def test_only_full_years_of_compensation_cost_a_fee(
    law: Law, right: Make, until: date, last: int
) -> None:
    plain = right(INVENTION)
    holding = replace(plain, patent=replace(plain.patent, compensated_until=until))
    assert fee_schedule(law, holding, NOW)[-1].year == last


def test_no_reduction_is_counted_in_compensation_and_the_doubt_is_told(
    law: Law, right: Make
) -> None:
    plain = right(INVENTION, grant_year=15, rate=85, licence=(10, 22))
    holding = replace(plain, patent=replace(plain.patent, compensated_until=date(2048, 1, 1)))
    fee = fee_of(law, holding, 22)
    assert (fee.is_compensation, fee.reduction, fee.payable) == (True, None, Yuan.of(8000))
    assert "unconfirmed" in str(fee.why)
    assert fee_of(law, holding, 20).payable == Yuan.of(1200)


@pytest.mark.parametrize("year", [0, 3, 21])
def test_years_before_the_grant_and_beyond_the_term_cost_nothing(
    law: Law, right: Make, year: int
) -> None:
    assert year_fee(law, right(INVENTION, grant_year=4), year, NOW) is None


def test_abroad_while_pending_and_without_facts_there_is_no_schedule(law: Law, right: Make) -> None:
    known = right(INVENTION, grant_year=3)
    assert fee_schedule(law, replace(known, country="US"), NOW) == ()
    assert fee_schedule(law, replace(known, state=RightState.PENDING), NOW) == ()
    assert fee_schedule(law, replace(known, patent=Patent(kind=INVENTION)), NOW) == ()


def test_years_before_any_standard_we_know_have_no_amount(law: Law, right: Make) -> None:
    old = right(INVENTION, filed=date(1990, 1, 1), paid=20)
    fee = fee_of(law, old, 5)
    assert (fee.full, fee.payable, fee.reduction) == (None, None, None)
    assert "sets a fee" in str(fee.why)
