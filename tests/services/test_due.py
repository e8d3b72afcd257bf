"""What is due: by bands, in files, over twenty years."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from olapp import app
from olapp.domain.deadline import DeadlineKind
from olapp.domain.holding import Owner
from olapp.domain.money import Yuan
from olapp.domain.trouble import Trouble
from olapp.services.due_rows import Band, DueQuery, band_of, span
from olapp.services.portfolio import HoldingQuery

ENGLISH = app.language("en")
CHINESE = app.language("zh")


def counts(desk: Any) -> dict[Band, int]:
    return {each.band: each.count for each in desk.due.overview().bands}


def test_every_day_stands_in_one_band_and_the_bands_have_no_gap() -> None:
    today = date(2026, 11, 23)
    for left in range(-400, 400):
        day = date.fromordinal(today.toordinal() + left)
        fitting = [
            band
            for band in Band
            for after, until in [span(band, today)]
            if (after is None or day > after) and (until is None or day <= until)
        ]
        assert fitting == [band_of(day, today)]


def test_a_fee_moves_through_the_bands_as_its_day_comes_near(desk: Any, patents: Any) -> None:
    desk.add(patents.holding())  # year 8 is due on 10 February 2027
    seen = []
    for day in (
        date(2026, 11, 1),
        date(2026, 11, 20),
        date(2027, 1, 15),
        date(2027, 2, 5),
        date(2027, 2, 10),
    ):
        desk.day[0] = day
        seen += [band for band, count in counts(desk).items() if count]
    assert seen == [Band.QUARTER, Band.MONTH, Band.WEEK, Band.DAY]


def test_a_day_that_passed_turns_the_fee_into_the_end_of_grace(desk: Any, patents: Any) -> None:
    (one,) = desk.add(patents.holding())
    desk.day[0] = date(2027, 3, 1)
    assert [row.deadline.kind for row in desk.due.rows()] == [DeadlineKind.ANNUAL_FEE]
    assert desk.due.refresh() == 1
    rows = desk.due.rows()
    assert DeadlineKind.GRACE in {row.deadline.kind for row in rows}
    assert {row.holding_id for row in rows} == {one}


def test_a_patent_whose_days_have_not_passed_is_not_counted_again(desk: Any, patents: Any) -> None:
    desk.add(patents.holding(), patents.utility_model())
    assert desk.due.refresh() == 0
    assert desk.due.refresh(is_whole=True) == 2


def test_a_count_that_is_stopped_leaves_the_rest_as_it_was(desk: Any, patents: Any) -> None:
    desk.add(patents.holding())
    assert desk.due.refresh(is_whole=True, cancelled=lambda: True) == 0
    assert len(desk.due.rows()) == 1


def test_a_live_patent_without_a_deadline_is_counted(desk: Any, patents: Any) -> None:
    blind = patents.holding(filed_on=None, granted_on=None, fees_paid_through=None)
    desk.add(patents.holding(patents.NUMBERS[1]), blind)
    assert desk.due.overview().without_any == 1


def test_the_list_is_asked_by_band_kind_department_and_selection(desk: Any, patents: Any) -> None:
    one, other = desk.add(
        patents.holding(), replace(patents.utility_model(), department="示例农学院")
    )
    assert {row.holding_id for row in desk.due.rows()} == {one, other}
    asked = [
        (DueQuery(band=Band.QUARTER), {one}),
        (DueQuery(band=Band.OVERDUE), set()),
        (DueQuery(until=date(2027, 2, 20)), {one}),
        (DueQuery(kinds=frozenset({DeadlineKind.RECORDAL})), set()),
        (DueQuery(holdings=HoldingQuery(department="示例农学院")), {other}),
        (DueQuery(holdings=HoldingQuery(ids=(other,))), {other}),
    ]
    for query, wanted in asked:
        assert {row.holding_id for row in desk.due.rows(query)} == wanted
        assert desk.due.count(query) == len(wanted)


def test_the_nearest_day_stands_first(desk: Any, patents: Any) -> None:
    desk.add(patents.utility_model(), patents.holding())
    days = [row.day for row in desk.due.rows()]
    assert days == sorted(days)


def test_the_calendar_names_a_deadline_alike_every_time(
    desk: Any, patents: Any, tmp_path: Path
) -> None:
    desk.add(patents.holding())
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    assert desk.due.calendar(first, CHINESE) == 1
    desk.day[0] = date(2026, 12, 24)
    desk.due.calendar(second, CHINESE)
    uids = [
        [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("UID")]
        for path in (first, second)
    ]
    assert uids[0] == uids[1]
    assert "DTSTAMP:20261224T" in second.read_text(encoding="utf-8")
    text = first.read_text(encoding="utf-8").replace("\r\n ", "").replace("\n ", "")
    assert "20270210" in text
    assert "年费" in text
    assert "一种示例水泵" in text


def test_the_payment_list_adds_up_what_is_owed_today(
    desk: Any, patents: Any, tmp_path: Path
) -> None:
    late = patents.holding(patents.NUMBERS[1], fees_paid_through=6)  # year 7 fell due in February
    desk.day[0] = date(2026, 6, 15)
    desk.add(patents.utility_model(), late)
    path = tmp_path / "payments.xlsx"
    paid = desk.due.payments(path, ENGLISH)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    head = [str(cell) for cell in rows[0]]
    to_pay = head.index("To pay now (yuan)")
    lines = {str(row[0]): row for row in rows[1:] if row[0]}
    # 2,000 yuan, and 20 % of the full fee in the fifth month after the due day.
    assert Decimal(str(lines[patents.NUMBERS[1]][to_pay])) == Decimal(2400)
    sums = [Decimal(str(row[to_pay])) for key, row in lines.items() if key != "Sum"]
    assert paid.amount == Yuan.of(sum(sums))
    assert Decimal(str(lines["Sum"][to_pay])) == paid.amount.value
    assert paid.count == len(sums) == 2


def test_who_pays_is_who_owns_today(desk: Any, patents: Any, tmp_path: Path) -> None:
    leaving = Owner(name="示例公司", until=desk.day[0] + timedelta(days=30))
    gone = Owner(name="示例旧主", until=desk.day[0] - timedelta(days=30))
    holding = patents.holding()
    desk.add(replace(holding, owners=(*holding.owners, leaving, gone)))
    path = tmp_path / "payments.xlsx"
    desk.due.payments(path, ENGLISH)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    names = str(rows[1][rows[0].index("Patentees")]).split("、")
    assert names == [*(owner.name for owner in holding.owners), "示例公司"]


def test_a_title_that_looks_like_a_formula_stays_a_text(
    desk: Any, patents: Any, tmp_path: Path
) -> None:
    desk.add(patents.holding(title="=HYPERLINK(1)"))
    path = tmp_path / "payments.csv"
    desk.due.payments(path, ENGLISH)
    cell = path.read_text(encoding="utf-8-sig").splitlines()[1].split(",")[1]
    assert not cell.strip('"').startswith("=")


def test_a_folder_that_refuses_is_a_trouble_with_its_place(
    desk: Any, patents: Any, tmp_path: Path
) -> None:
    desk.add(patents.holding())
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(Trouble) as told:
        desk.due.calendar(blocked / "x.ics", ENGLISH)
    assert str(blocked / "x.ics") in told.value.where


def test_forecast_by_year_and_by_department_add_up_to_the_same(desk: Any, patents: Any) -> None:
    desk.add(
        patents.holding(),
        replace(patents.utility_model(), department=None),
        patents.holding(patents.NUMBERS[1]),
    )
    table = desk.due.forecast()
    for rows in (table.by_year, table.by_department):
        assert all(row.with_offer <= row.without for row in rows)
    for part in ("without", "with_offer"):
        sums = [
            sum((getattr(row, part).value for row in rows), Decimal(0))
            for rows in (table.by_year, table.by_department)
        ]
        assert sums[0] == sums[1] > 0
    assert {row.name for row in table.by_department} == {"示例机械学院", ""}
    assert table.holdings == 3


def test_a_forecast_that_is_stopped_gives_nothing(desk: Any, patents: Any) -> None:
    desk.add(patents.holding())
    assert desk.due.forecast(cancelled=lambda: True) is None


def test_ages_count_live_patents_by_full_years(desk: Any, patents: Any) -> None:
    desk.add(patents.holding(), patents.utility_model())
    counted = {row.years: row.count for row in desk.due.ages() if row.count}
    assert counted == {6: 1, 5: 1}
