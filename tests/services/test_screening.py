"""The pre-check: verdicts kept, grouped, grown stale, written out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from olapp import app
from olapp.domain.holding import Licence
from olapp.domain.patent import LicenceKind
from olapp.law.portfolio import Verdict
from olapp.services.portfolio import HoldingQuery

ENGLISH = app.language("en")


def filled(desk: Any, patents: Any) -> tuple[int, int, int, int]:
    exclusive = Licence(kind=LicenceKind.EXCLUSIVE, licensee="示例公司", recorded_on=patents.TODAY)
    ids = desk.add(
        patents.holding(),
        patents.utility_model(has_report=False),
        replace(patents.holding(patents.NUMBERS[1]), has_licensed=True, licences=(exclusive,)),
        patents.holding(patents.NUMBERS[2], fees_paid_through=None),
    )
    return tuple(ids)  # type: ignore[return-value]


def test_before_a_run_nothing_is_judged(desk: Any, patents: Any) -> None:
    filled(desk, patents)
    standing = desk.screening.standing()
    assert standing.judged == 0
    assert standing.not_judged == 4
    assert standing.judged_on is None
    assert standing.groups == ()


def test_a_run_judges_all_and_the_verdicts_stay(desk: Any, patents: Any) -> None:
    filled(desk, patents)
    screened = desk.screening.run()
    assert screened.counts == dict.fromkeys(Verdict, 1)
    assert screened == desk.screening.standing()
    assert screened.judged_on == patents.TODAY
    assert screened.not_judged == 0


def test_groups_lead_to_the_patents_a_rule_stands_in_the_way_of(desk: Any, patents: Any) -> None:
    _, no_report, licensed, unpaid = filled(desk, patents)
    groups = {group.code: group for group in desk.screening.run().groups}
    by_patent = {
        holding_id: {code for code, group in groups.items() if holding_id in group.ids}
        for holding_id in (no_report, licensed, unpaid)
    }
    assert "OL-ELIG-07" in by_patent[no_report]
    assert "OL-ELIG-04" in by_patent[unpaid]
    assert by_patent[licensed]
    group = groups["OL-ELIG-07"]
    assert group.example is not None
    assert group.example.code == group.code
    assert group.verdicts == (Verdict.AFTER,)
    assert group.count == len(group.ids)


def test_a_patent_with_two_things_in_its_way_stands_in_both_groups(desk: Any, patents: Any) -> None:
    facts = patents.holding(fees_paid_through=None, is_suspended=None).patent
    (one,) = desk.add(replace(patents.holding(), patent=facts))
    groups = [group for group in desk.screening.run().groups if one in group.ids]
    assert len(groups) >= 2
    weights = [group.severity.rank for group in groups]
    assert weights == sorted(weights)


def test_a_changed_fact_makes_its_verdict_stale_and_no_other(desk: Any, patents: Any) -> None:
    first, *_ = filled(desk, patents)
    desk.screening.run()
    opened = desk.portfolio.open(first)
    patent = replace(opened.holding.patent, is_suspended=True)
    desk.portfolio.keep(opened, replace(opened.holding, patent=patent))
    standing = desk.screening.standing()
    assert standing.not_judged == 1
    assert standing.counts[Verdict.ELIGIBLE] == 0
    again = desk.screening.run()
    assert again.counts[Verdict.BARRED] == 2
    assert again.not_judged == 0


def test_a_run_over_a_part_judges_that_part(desk: Any, patents: Any) -> None:
    first, second, *_ = filled(desk, patents)
    screened = desk.screening.run(HoldingQuery(ids=(first, second)))
    assert screened.judged == 2
    assert desk.screening.standing().not_judged == 2


def test_a_run_that_is_stopped_keeps_no_half_verdict(desk: Any, patents: Any) -> None:
    filled(desk, patents)
    assert desk.screening.run(cancelled=lambda: True).not_judged == 4


def test_the_sheet_gives_each_patent_its_verdict_and_the_reasons(
    desk: Any, patents: Any, tmp_path: Path
) -> None:
    filled(desk, patents)
    path = tmp_path / "check.xlsx"
    assert desk.screening.export(path, ENGLISH) == 4
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    head = [str(cell) for cell in rows[0]]
    lines = {str(row[0]): dict(zip(head, row, strict=True)) for row in rows[1:]}
    assert lines[patents.NUMBERS[0]]["Verdict"] == "Can be opened"
    assert lines[patents.NUMBERS[0]]["Reasons"] == ""
    late = lines[patents.NUMBERS[3]]
    assert "OL-ELIG-07" in str(late["Rules"])
    assert "evaluation report" in str(late["Reasons"])
    assert late["What to do"]


def test_a_sheet_that_is_stopped_is_not_written(desk: Any, patents: Any, tmp_path: Path) -> None:
    filled(desk, patents)
    path = tmp_path / "check.xlsx"
    assert desk.screening.export(path, ENGLISH, cancelled=lambda: True) == 0
    assert not path.exists()
