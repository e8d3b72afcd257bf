"""The portfolio from the command line: in, found, judged, counted, out, and back."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from olapp.app import main

DAY = ("--today", "2026-11-20")
Olapp = Callable[..., tuple[int, str, str]]
HEADS = ("申请号", "专利名称", "申请人", "申请日", "授权公告日", "专利类型", "法律状态")
ROWS = (
    (
        "CN202010123456.2",
        "一种电池热管理装置",
        "示例大学",
        "2020-02-28",
        "2022-03-01",
        "发明授权",
        "授权",
    ),
    ("202121234567.7", "一种折叠支架", "示例大学", "2021-06-01", "2021-12-07", "实用新型", "授权"),
    ("202110000001.8", "一种测试方法", "示例大学", "2021-01-01", "", "发明申请", "实质审查"),
    ("不是号码", "没有号码的行", "示例大学", "", "", "", ""),
)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLAPP_HOME", str(tmp_path / "home"))


@pytest.fixture
def olapp(capsys: pytest.CaptureFixture[str]) -> Olapp:
    def run(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in (*DAY, *words)])
        except SystemExit as leaving:
            code = int(str(leaving.code))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "清单.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADS, *ROWS])
    return path


def numbers(olapp: Olapp, *words: object) -> list[str]:
    _, out, _ = olapp("list", "--json", *words)
    return [each["number"] for each in json.loads(out)]


def test_a_dry_run_tells_the_fate_of_every_row_and_keeps_nothing(olapp: Olapp, sheet: Path) -> None:
    code, out, _ = olapp("import", sheet, "--dry-run", "--json")
    told = json.loads(out)[0]
    assert code == 1, "a row was refused"
    assert told["counts"]["refused"] == 1
    assert told["rows"] == len(ROWS)
    assert any(reason["row"] == 5 and reason["sentences"] for reason in told["reasons"])
    assert numbers(olapp) == []


def test_a_list_is_taken_in_once_and_a_second_time_changes_nothing(
    olapp: Olapp, sheet: Path
) -> None:
    assert olapp("import", sheet)[0] == 1
    assert len(numbers(olapp)) == 3
    _, out, _ = olapp("import", sheet, "--json")
    told = json.loads(out)[0]
    assert told["import"] == {"number": 2, "added": 0, "changed": 0}
    assert told["counts"]["unchanged"] == 3


def test_an_import_is_undone_as_a_whole(olapp: Olapp, sheet: Path) -> None:
    olapp("import", sheet)
    code, out, _ = olapp("import", "--undo", 1, "--json")
    assert code == 0
    assert json.loads(out)["removed"] == 3
    assert numbers(olapp) == []


def test_a_patent_is_found_by_words_and_by_its_number_in_any_spelling(
    olapp: Olapp, sheet: Path
) -> None:
    olapp("import", sheet)
    for words in (("热管理",), ("ZL 202010123456.2",), ("２０２０１０１２３４５６２",)):
        assert numbers(olapp, *words) == ["2020101234562"], words
    assert numbers(olapp, "--state", "pending") == ["2021100000018"]


def test_the_portfolio_is_judged_and_the_pending_one_is_barred(olapp: Olapp, sheet: Path) -> None:
    olapp("import", sheet)
    code, out, _ = olapp("check", "--json")
    told = json.loads(out)
    assert code == 1
    assert sum(told["verdicts"].values()) == 3
    assert told["verdicts"]["barred"] >= 1
    assert told["verdicts"]["eligible"] == 0, "nobody has said which licences were given"


CLEAR = (
    "--no-licences",
    "--not-suspended",
    "--not-pledged",
    "--no-declaration",
    "--no-invalidation",
    "--fees-paid",
    "--register-checked",
)


def verdicts(olapp: Olapp) -> dict[str, int]:
    told: dict[str, int] = json.loads(olapp("check", "--json")[1])["verdicts"]
    return told


def test_a_patent_of_a_list_can_be_opened_once_its_facts_are_stated(
    olapp: Olapp, sheet: Path
) -> None:
    olapp("import", sheet)
    before = verdicts(olapp)
    assert before["eligible"] == 0
    code, out, _ = olapp("state", *CLEAR, "--state", "in-force", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["patents"], told["changed"], told["contrary"]) == (2, 2, 0)
    assert verdicts(olapp)["eligible"] == 1, "the utility model still lacks its report"
    assert olapp("state", "--undo", told["statement"])[0] == 0
    assert verdicts(olapp) == before


def test_a_statement_tried_out_writes_nothing_and_tells_what_has_no_fee(
    olapp: Olapp, sheet: Path
) -> None:
    olapp("import", sheet)
    told = json.loads(olapp("state", *CLEAR, "--dry-run", "--json")[1])
    assert (told["patents"], told["without_fees"], told["statement"]) == (3, 1, None)
    assert verdicts(olapp)["eligible"] == 0


def test_facts_are_stated_of_what_the_words_find_alone(olapp: Olapp, sheet: Path) -> None:
    olapp("import", sheet)
    code, out, _ = olapp("--language", "en", "state", "热管理", "--not-pledged")
    assert code == 0
    assert "changed: 1" in out
    assert "olapp state --undo" in out


@pytest.mark.parametrize(
    "words",
    [(), ("--register-checked", "--checked-on", "2026-11-21"), ("--undo", "77")],
    ids=["nothing said", "a day to come", "nothing to undo"],
)
def test_what_cannot_be_stated_is_refused_in_one_line(
    olapp: Olapp, sheet: Path, words: tuple[str, ...]
) -> None:
    olapp("import", sheet)
    code, _, err = olapp("state", *words)
    assert code == 2
    assert err.count("\n") == 1


def test_the_fees_of_one_patent_are_told_year_by_year(olapp: Olapp, sheet: Path) -> None:
    olapp("import", sheet)
    _, out, _ = olapp("fees", "202010123456.2", "--json")
    fees = {each["year"]: each for each in json.loads(out)}
    assert max(fees) == 20
    assert (fees[10]["full"], fees[20]["full"]) == ("4000", "8000")
    assert fees[4]["due"] == "2023-02-28"


def test_deadlines_come_with_nominal_and_moved_day_and_as_a_calendar(
    olapp: Olapp, sheet: Path, tmp_path: Path
) -> None:
    olapp("import", sheet)
    calendar = tmp_path / "期限.ics"
    _, out, _ = olapp("deadlines", "--within", 365, "--calendar", calendar, "--json")
    told = json.loads(out)
    due = next(each for each in told if each["number"] == "2020101234562")
    assert due["nominal"] == "2027-02-28"
    assert due["rolled"] is None, "the holidays of 2027 are not published"
    assert due["assumed"] is True
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")


def due_days(olapp: Olapp, *words: str) -> list[str]:
    _, out, _ = olapp(*words, "deadlines", "--within", 365, "--json")
    return [each["nominal"] for each in json.loads(out) if each["number"] == "2020101234562"]


def test_a_look_at_another_day_finds_what_is_due_then_and_leaves_today_as_it_was(
    olapp: Olapp, sheet: Path
) -> None:
    olapp("import", sheet)
    before, kept = due_days(olapp), olapp("list", "--json")[1]
    assert before == ["2027-02-28"]
    assert due_days(olapp, "--today", "2031-06-01") == ["2032-02-28"]
    assert due_days(olapp, "--today", "2026-02-27") == ["2026-02-28"]
    assert due_days(olapp) == before
    assert olapp("list", "--json")[1] == kept


def test_a_list_goes_out_as_a_sheet_no_cell_of_which_runs(
    olapp: Olapp, sheet: Path, tmp_path: Path
) -> None:
    olapp("import", sheet)
    out = tmp_path / "出.csv"
    assert olapp("--language", "zh", "export", out)[0] == 0
    rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 4
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_a_backup_shows_what_it_would_change_and_brings_it_back(
    olapp: Olapp, sheet: Path, tmp_path: Path
) -> None:
    olapp("import", sheet)
    kept = tmp_path / "kept.db"
    assert olapp("backup", kept)[0] == 0
    olapp("import", "--undo", 1)
    assert numbers(olapp) == []
    _, out, _ = olapp("restore", kept, "--json")
    told = {each["kind"]: each for each in json.loads(out)["tables"]}
    assert told["holdings"]["added"] == 3
    assert numbers(olapp) == [], "without --yes nothing happens"
    assert olapp("restore", kept, "--yes")[0] == 0
    assert len(numbers(olapp)) == 3


def test_everything_moves_to_another_desk_in_an_open_format(
    olapp: Olapp, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    olapp("import", sheet)
    here = numbers(olapp)
    everything = tmp_path / "everything.zip"
    assert olapp("export", everything)[0] == 0
    monkeypatch.setenv("OLAPP_HOME", str(tmp_path / "elsewhere"))
    assert olapp("restore", everything)[0] == 2, "it takes the place of everything, so it asks"
    assert olapp("restore", everything, "--yes")[0] == 0
    assert numbers(olapp) == here


@pytest.mark.parametrize(
    "body",
    [b"", b"MZ\x90\x00" + bytes(500), b"PK\x03\x04" + bytes(40)],
    ids=["empty", "exe", "zip"],
)
def test_a_file_that_is_no_list_is_refused_in_one_line(
    olapp: Olapp, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "假.xlsx"
    path.write_bytes(body)
    code, _, err = olapp("import", path)
    assert code == 2
    assert len(err.strip().splitlines()) == 1
    assert "假.xlsx" in err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "--undo", "77"),
        ("import", "--undo", "0"),
        ("import", "--undo", "99999999999999999999"),
        ("import", "--undo", "eins"),
        ("import", "--undo", "1", "清单.csv"),
        ("import", "--as-of", "2026-11-21", "清单.csv"),
        ("import", "--report", "bericht.pdf", "清单.csv"),
        ("export", "出.pdf"),
        ("deadlines", "--within", "-5"),
        ("deadlines", "--calendar", "期限.xlsx"),
        ("list", "--limit", "-1"),
    ],
    ids=" ".join,
)
def test_words_that_make_no_sense_are_refused_in_one_line_and_change_nothing(
    olapp: Olapp, sheet: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    olapp("import", sheet)
    before = olapp("list", "--json")[1]
    monkeypatch.chdir(sheet.parent)
    files = sorted(sheet.parent.iterdir())
    code, _, err = olapp(*words)
    assert code == 2
    assert err.count("\n") == 1
    assert "log" not in err, "a slip of the person's is no fault of the program's"
    assert olapp("list", "--json")[1] == before
    assert sorted(sheet.parent.iterdir()) == files


def test_a_row_is_named_as_a_person_counts_and_each_reason_is_told_once(
    olapp: Olapp, sheet: Path
) -> None:
    _, out, _ = olapp("--language", "en", "import", sheet, "--dry-run")
    refused = [line for line in out.splitlines() if line.strip().startswith("Refused ")]
    assert len(refused) == 1
    assert "row 5:" in refused[0]


def test_a_list_of_a_header_alone_says_that_nothing_stands_in_it(
    olapp: Olapp, tmp_path: Path
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text(",".join(HEADS), encoding="utf-8")
    assert "no row of a patent" in olapp("--language", "en", "import", path)[1]


def test_an_empty_desk_says_that_it_has_no_backup_and_a_dead_patent_that_it_has_no_fee(
    olapp: Olapp, tmp_path: Path
) -> None:
    assert "no backup" in olapp("--language", "en", "backup", "--list")[1]
    path = tmp_path / "dead.csv"
    rows = [HEADS, ("202121234567.7", "一种折叠支架", "示例大学", "", "", "实用新型", "期满终止")]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    olapp("import", path)
    assert "No annual fee" in olapp("--language", "en", "fees", "202121234567.7")[1]
    assert numbers(olapp, "--state", "dead") == ["2021212345677"]
