"""Imports as a person makes them: looked at, planned, taken in, and the same again."""

import csv
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from olapp.domain.holding import Attribute, Holding, Owner, RightState
from olapp.domain.origins import HAND, origin_of
from olapp.domain.patent import Patent, PatentStatus
from olapp.domain.trouble import Trouble
from olapp.exchange.mapping import Mapping
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import KeptHolding
from olapp.services.importing import Imported, Importing, Outdated, Plan, RowFate
from olapp.services.portfolio import Portfolio

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TODAY = date(2026, 11, 24)
HEADER = ("申请号", "标题", "申请人", "申请日", "法律状态", "公开(公告)号", "发明人")
FIRST = ("202010123456.2", "一种水质监测装置", "示例大学", "2020-02-24", "授权", "CN111234567B", "")
SECOND = ("202010234567.0", "一种散热结构", "示例大学", "2020-03-24", "公开", "CN112234567A", "")
_LOG = {"imports"}


@dataclass
class ImportDesk:
    """The services an import touches, and a folder for files."""

    folder: Path
    store: Store

    def __post_init__(self) -> None:
        self.portfolio = Portfolio(
            self.store, shipped_law(), lambda: NOW, lambda: TODAY, self.folder / "attachments"
        )
        self.importing = Importing(
            self.store,
            self.portfolio.index,
            lambda: NOW,
            lambda: TODAY,
            self.folder / "mappings.json",
        )

    def table(
        self,
        *rows: Sequence[str],
        name: str = "清单.csv",
        header: Sequence[str] = HEADER,
        on: date = date(2026, 11, 1),
    ) -> Path:
        """Write a list as Excel does, last changed on a day."""
        path = self.folder / name
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([header, *rows])
        noon = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
        os.utime(path, (noon.timestamp(), noon.timestamp()))
        return path

    def plan(self, path: Path) -> Plan:
        looked = self.importing.look(path)
        assert looked is not None
        plan = self.importing.plan(looked)
        assert plan is not None
        return plan

    def take_in(self, path: Path) -> Imported:
        done = self.importing.commit(self.plan(path))
        assert done is not None
        return done

    def kept(self) -> list[KeptHolding]:
        with self.store.read() as unit:
            return list(unit.holdings.iterate())

    def holdings(self) -> list[Holding]:
        return [kept.holding for kept in self.kept()]

    def only(self) -> Holding:
        (holding,) = self.holdings()
        return holding

    def type(self, holding: Holding, key: int | None = None) -> None:
        """Change a holding as a person does, or add it."""
        if key is None:
            self.portfolio.add(holding)
        else:
            self.portfolio.keep(self.portfolio.open(key), holding)

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """Every table but the log, and what the full text finds."""
        assert self.store.path is not None
        return contents(self.store.path)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the log of imports, and what the full text finds."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "holdings_sought")) and name not in _LOG
        ]
        found = {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for name in names
        }
        for text in ("装置", "一种", "示例"):
            found[text] = connection.execute(
                f"SELECT rowid FROM holdings_sought('words : {text}') ORDER BY 1"  # noqa: S608
            ).fetchall()
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ImportDesk]:
    with Store.open(tmp_path / "olapp.db") as store:
        yield ImportDesk(tmp_path, store)


def fates(plan: Plan) -> list[RowFate]:
    return [row.fate for row in plan.rows]


def told(plan: Plan) -> list[str]:
    return [str(reason) for row in plan.rows for reason in row.reasons]


def test_a_dry_run_tells_the_fate_of_every_row_and_writes_nothing(desk: ImportDesk) -> None:
    before = desk.contents()
    plan = desk.plan(
        desk.table(
            FIRST,
            ("", "无号码的一行", "", "", "", "", ""),
            SECOND,
            ("不是号码", *SECOND[1:5], "", ""),
        )
    )
    assert fates(plan) == [RowFate.NEW, RowFate.REFUSED, RowFate.NEW, RowFate.REFUSED]
    assert plan.counts[RowFate.NEW] == 2
    assert [row.place.row for row in plan.rows] == [2, 3, 4, 5]
    assert all(row.reasons for row in plan.rows if row.fate is RowFate.REFUSED)
    assert desk.contents() == before


def test_every_fact_taken_in_has_its_file_and_day(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    holding = desk.only()
    assert holding.patent.title == "一种水质监测装置"
    for path in ("patent.title", "state", "applicants", "patent.filed_on"):
        origin = origin_of(holding, path)
        assert origin is not None
        assert (origin.name, origin.as_of) == ("清单.csv", date(2026, 11, 1))
    assert origin_of(holding, "department") is None


def test_the_same_file_again_changes_nothing(desk: ImportDesk) -> None:
    path = desk.table(FIRST, SECOND)
    desk.take_in(path)
    before = desk.contents()
    plan = desk.plan(path)
    assert fates(plan) == [RowFate.UNCHANGED, RowFate.UNCHANGED]
    done = desk.importing.commit(plan)
    assert done is not None
    assert (done.added, done.changed) == (0, 0)
    assert desk.contents() == before


def test_application_and_grant_are_one_patent_with_both_publication_numbers(
    desk: ImportDesk,
) -> None:
    application = (*FIRST[:4], "公开", "CN111234567A", "张三")
    plan = desk.plan(desk.table(application, FIRST))
    assert fates(plan) == [RowFate.NEW, RowFate.MERGED]
    assert "row 2" in told(plan)[0]
    desk.importing.commit(plan)
    holding = desk.only()
    assert holding.published_as == "CN111234567A"
    assert holding.patent.publication_number == "CN111234567B"
    assert holding.state is RightState.IN_FORCE
    assert holding.state_words == "授权"
    assert holding.inventors == ("张三",)


def test_rows_without_application_number_meet_by_their_publication_number(
    desk: ImportDesk,
) -> None:
    desk.take_in(desk.table(("", *FIRST[1:])))
    plan = desk.plan(desk.table(FIRST, on=date(2026, 11, 2)))
    assert fates(plan) == [RowFate.CHANGED]
    desk.importing.commit(plan)
    assert desk.only().patent.number == "2020101234562"


def test_a_row_that_names_both_joins_two_rows_that_did_not_know_of_each_other(
    desk: ImportDesk,
) -> None:
    by_number = (*FIRST[:5], "", "")
    by_publication = ("", *FIRST[1:])
    plan = desk.plan(desk.table(by_number, by_publication, FIRST))
    assert fates(plan) == [RowFate.NEW, RowFate.MERGED, RowFate.MERGED]
    desk.importing.commit(plan)
    assert desk.only().patent.publication_number == "CN111234567B"


def test_two_application_numbers_stay_two_patents_whatever_else_they_share(
    desk: ImportDesk,
) -> None:
    twin = (SECOND[0], *FIRST[1:])
    desk.take_in(desk.table(FIRST))
    plan = desk.plan(desk.table(twin, name="twin.csv"))
    assert fates(plan) == [RowFate.DOUBTFUL]
    assert "2020101234562" in told(plan)[0]
    desk.importing.commit(plan)
    assert len(desk.kept()) == 2
    assert fates(desk.plan(desk.table(twin, name="twin.csv"))) == [RowFate.UNCHANGED]


def test_a_typed_fact_is_kept_and_the_difference_shown_with_both_days(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    (kept,) = desk.kept()
    typed = replace(kept.holding.patent, title="一种水质在线监测装置")
    desk.type(replace(kept.holding, patent=typed), kept.id)
    plan = desk.plan(desk.table((*FIRST[:6], "张三"), on=date(2026, 11, 20)))
    (conflict,) = plan.conflicts
    assert (conflict.path, conflict.kept, conflict.told) == (
        "patent.title",
        "一种水质在线监测装置",
        "一种水质监测装置",
    )
    assert conflict.kept_origin.source == HAND
    assert conflict.kept_origin.as_of == date(2026, 11, 24)
    assert conflict.told_as_of == date(2026, 11, 20)
    assert fates(plan) == [RowFate.CHANGED]  # the inventor is news
    desk.importing.commit(plan)
    assert desk.only().patent.title == "一种水质在线监测装置"
    assert desk.only().inventors == ("张三",)


def test_a_person_may_take_what_the_file_says(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    (kept,) = desk.kept()
    desk.type(replace(kept.holding, patent=replace(kept.holding.patent, title="误")), kept.id)
    path = desk.table(FIRST, on=date(2026, 11, 20))
    done = desk.importing.commit(desk.plan(path), take=lambda each: each.path == "patent.title")
    assert done is not None
    assert done.taken == 1
    holding = desk.only()
    assert holding.patent.title == "一种水质监测装置"
    origin = origin_of(holding, "patent.title")
    assert origin is not None
    assert origin.name == "清单.csv"
    assert not list(desk.plan(path).conflicts)


def test_an_older_file_does_not_replace_what_is_known_since(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    pending = (*FIRST[:4], "公开", "", "张三")
    plan = desk.plan(desk.table(pending, name="old.csv", on=date(2021, 1, 5)))
    assert {each.path for each in plan.conflicts} >= {"state", "state_words"}
    desk.importing.commit(plan)
    holding = desk.only()
    assert holding.state is RightState.IN_FORCE
    assert holding.patent.status is PatentStatus.IN_FORCE
    assert holding.inventors == ("张三",)


def test_a_younger_file_replaces_what_an_older_one_said(desk: ImportDesk) -> None:
    desk.take_in(desk.table(SECOND, on=date(2021, 1, 5)))
    plan = desk.plan(desk.table((*SECOND[:4], "授权", "CN112234567B", "")))
    changes = {each.path: (each.before, each.after) for each in plan.rows[0].changes}
    assert changes["state"] == (RightState.PENDING, RightState.IN_FORCE)
    desk.importing.commit(plan)
    holding = desk.only()
    assert holding.published_as == "CN112234567A"
    assert holding.patent.publication_number == "CN112234567B"


def test_a_younger_file_that_says_the_same_makes_the_facts_younger(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    plan = desk.plan(desk.table(FIRST, on=date(2026, 11, 20)))
    assert fates(plan) == [RowFate.UNCHANGED]
    desk.importing.commit(plan)
    origin = origin_of(desk.only(), "state")
    assert origin is not None
    assert origin.as_of == date(2026, 11, 20)


def test_a_status_that_is_no_longer_told_does_not_outlive_the_state(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    assert desk.only().patent.status is PatentStatus.IN_FORCE
    desk.take_in(desk.table((*FIRST[:4], "公开", "", ""), on=date(2026, 11, 20)))
    assert desk.only().state is RightState.PENDING
    assert desk.only().patent.status is None


def test_shares_of_owners_stay_when_a_file_only_names_them(desk: ImportDesk) -> None:
    from olapp.domain.money import Rate

    header = ("申请号", "专利权人")
    desk.take_in(desk.table((FIRST[0], "示例大学；示例公司"), header=header, on=date(2026, 1, 1)))
    (kept,) = desk.kept()
    assert [owner.name for owner in kept.holding.owners] == ["示例大学", "示例公司"]
    shares = (Owner(name="示例大学", share=Rate.of("60")), Owner(name="示例公司"))
    desk.type(replace(kept.holding, owners=shares), kept.id)
    plan = desk.plan(desk.table((FIRST[0], "示例大学；示例公司"), header=header))
    assert fates(plan) == [RowFate.UNCHANGED]
    assert not list(plan.conflicts)


def test_a_foreign_wording_does_not_take_the_place_of_the_chinese_title(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    english = (FIRST[0], "Water quality monitor", *FIRST[2:])
    plan = desk.plan(desk.table(english, name="lens.csv", on=date(2026, 11, 20)))
    assert fates(plan) == [RowFate.UNCHANGED]
    assert "Latin" in told(plan)[0]
    desk.importing.commit(plan)
    assert desk.only().patent.title == "一种水质监测装置"


def test_widths_and_blanks_of_a_title_are_no_change(desk: ImportDesk) -> None:
    desk.take_in(desk.table((FIRST[0], "一种装置(改进型)", *FIRST[2:])))
    plan = desk.plan(desk.table((FIRST[0], "一种装置（改进型） ", *FIRST[2:])))
    assert fates(plan) == [RowFate.UNCHANGED]


def test_own_tags_and_attributes_stay_beside_those_of_a_file(desk: ImportDesk) -> None:
    holding = Holding(
        patent=Patent(number="2020101234562"), attributes=(Attribute(name="经费", value="横向"),)
    )
    desk.type(holding)
    path = desk.table((FIRST[0], "张老师"), header=("申请号", "课题负责人"))
    looked = desk.importing.look(path)
    assert looked is not None
    mapping = Mapping(columns=((0, "patent.number"), (1, "attributes.课题负责人")))
    plan = desk.importing.plan(looked, replace(looked.match, mapping=mapping))
    assert plan is not None
    assert not list(plan.conflicts)
    desk.importing.commit(plan)
    assert {each.name: each.value for each in desk.only().attributes} == {
        "经费": "横向",
        "课题负责人": "张老师",
    }


def test_doubtful_rows_can_be_left_out(desk: ImportDesk) -> None:
    wrong_check_digit = ("202010234567.9", *SECOND[1:])
    plan = desk.plan(desk.table(FIRST, wrong_check_digit))
    assert fates(plan) == [RowFate.NEW, RowFate.DOUBTFUL]
    done = desk.importing.commit(plan, include_doubtful=False)
    assert done is not None
    assert done.added == 1
    assert desk.only().patent.number == "2020101234562"


def test_a_cancelled_import_leaves_everything_as_it_was(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST))
    before = desk.contents()
    path = desk.table(
        *((f"{n}", f"装置{n}", "", "", "", f"CN11{n:07d}A", "") for n in range(1200)),
        FIRST,
        name="many.csv",
    )
    plan = desk.plan(path)
    answers = iter([False, True])
    assert desk.importing.commit(plan, cancelled=lambda: next(answers, True)) is None
    assert desk.contents() == before
    assert len(desk.importing.imports()) == 1
    assert desk.importing.look(path, cancelled=lambda: True) is None
    looked = desk.importing.look(path)
    assert looked is not None
    assert desk.importing.plan(looked, cancelled=lambda: True) is None


def test_a_plan_that_the_desk_has_outrun_is_not_carried_out(desk: ImportDesk) -> None:
    plan = desk.plan(desk.table(FIRST, SECOND))
    desk.type(Holding(patent=Patent(number="2020102345670", title="另行录入")))
    before = desk.contents()
    with pytest.raises(Outdated):
        desk.importing.commit(plan)
    assert desk.contents() == before
    changed = desk.plan(desk.table((*SECOND[:6], "张三")))
    (kept,) = desk.kept()
    desk.type(replace(kept.holding, department="化学学院"), kept.id)
    with pytest.raises(Trouble):
        desk.importing.commit(changed)
    assert desk.only().department == "化学学院"


def test_progress_goes_up_to_the_end(desk: ImportDesk) -> None:
    steps: list[tuple[int, int]] = []
    plan = desk.plan(desk.table(FIRST, SECOND))
    desk.importing.commit(plan, progress=lambda done, of, _: steps.append((done, of)))
    assert steps == sorted(steps)
    assert steps[-1] == (2, 2)


def test_how_a_table_is_read_is_remembered_by_its_header(desk: ImportDesk) -> None:
    header = ("案卷", "名目", "某号")
    path = desk.table(("A-1", "一种水质监测装置", FIRST[0]), header=header)
    looked = desk.importing.look(path)
    assert looked is not None
    assert not looked.is_remembered
    columns = ((0, "reference"), (1, "patent.title"), (2, "patent.number"))
    desk.importing.remember(replace(looked.match, mapping=Mapping(columns=columns)))
    again = desk.importing.look(desk.table(("A-2", "另一种", SECOND[0]), header=header))
    assert again is not None
    assert again.is_remembered
    assert again.preview[0].holding.reference == "A-2"
    other = desk.importing.look(desk.table(FIRST))
    assert other is not None
    assert not other.is_remembered


def test_a_broken_memory_of_mappings_does_no_harm(desk: ImportDesk) -> None:
    for text in ("{", "[]", '{"x": 3}', "[" * 100_000):
        (desk.folder / "mappings.json").write_text(text)
        assert desk.importing.look(desk.table(FIRST)) is not None


def test_the_day_of_a_file_is_never_in_the_future(desk: ImportDesk) -> None:
    looked = desk.importing.look(desk.table(FIRST, on=date(2030, 1, 1)))
    assert looked is not None
    assert looked.as_of == date(2026, 11, 24)


def test_the_report_tells_every_row_as_the_dry_run_did(desk: ImportDesk) -> None:
    from olapp.exchange.reading import read_book
    from olapp.i18n import load_language

    desk.take_in(desk.table(FIRST))
    (kept,) = desk.kept()
    desk.type(replace(kept.holding, patent=replace(kept.holding.patent, title="手工")), kept.id)
    rows = ((*FIRST[:6], "张三"), SECOND, ("=1+1", "=cmd|' /C calc'!A0", "", "", "", "", ""))
    plan = desk.plan(desk.table(*rows, on=date(2026, 11, 20)))
    done = desk.importing.commit(plan)
    assert done is not None
    say = load_language("en", desk.folder)
    for of, name in ((plan, "plan.xlsx"), (done.import_id, "log.xlsx"), (plan, "plan.csv")):
        desk.importing.save_report(of, desk.folder / name, say)
    from_plan, from_log, from_csv = (
        [
            tuple(str(cell or "") for cell in row)
            for row in read_book(desk.folder / name).sheets[0].rows
        ]
        for name in ("plan.xlsx", "log.xlsx", "plan.csv")
    )
    assert from_plan == from_log == from_csv
    assert [row[2] for row in from_plan[1:]] == ["Updated", "New", "Refused"]
    assert "张三" in from_plan[1][6]
    assert "手工" in from_plan[1][7]
    assert "2026-11-20" in from_plan[1][7]


def test_an_undone_import_leaves_the_desk_as_it_was(desk: ImportDesk) -> None:
    desk.take_in(desk.table(FIRST, on=date(2026, 1, 1)))
    before = desk.contents()
    news = ((*FIRST[:4], "公开", "", "张三"), SECOND, ("202120345678.9", "另一种装置", *FIRST[2:]))
    done = desk.take_in(desk.table(*news))
    assert (done.added, done.changed) == (2, 1)
    assert desk.contents() != before
    answer = desk.importing.undo(done.import_id)
    assert answer is not None
    undone, changes = answer
    assert (undone.removed, undone.restored, undone.kept) == (2, 1, ())
    assert changes.holdings
    assert desk.contents() == before
    latest, first = desk.importing.imports()
    assert latest.undone_at is not None
    assert first.undone_at is None


def test_an_import_after_an_undone_one_does_what_that_did(desk: ImportDesk) -> None:
    path = desk.table(FIRST, SECOND)
    first = desk.take_in(path)
    before = desk.contents()
    desk.importing.undo(first.import_id)
    again = desk.take_in(path)
    assert (again.added, again.changed) == (2, 0)
    assert {name: len(rows) for name, rows in desk.contents().items()} == {
        name: len(rows) for name, rows in before.items()
    }


def test_imports_are_undone_in_any_order_that_loses_no_work(desk: ImportDesk) -> None:
    empty = desk.contents()
    first = desk.take_in(desk.table(FIRST, SECOND, on=date(2026, 1, 1)))
    second = desk.take_in(desk.table((*FIRST[:6], "张三"), on=date(2026, 2, 1)))
    answer = desk.importing.undo(first.import_id)
    assert answer is not None
    assert [row.number for row in answer[0].kept] == ["2020101234562"]
    assert answer[0].removed == 1
    desk.importing.undo(second.import_id)
    desk.importing.undo(first.import_id)
    assert desk.contents() == empty


def test_what_a_person_changed_since_is_kept_and_named(desk: ImportDesk) -> None:
    done = desk.take_in(desk.table(FIRST, SECOND))
    first, second = sorted(desk.kept(), key=lambda kept: kept.id)
    desk.type(replace(first.holding, department="化学学院"), first.id)
    answer = desk.importing.undo(done.import_id)
    assert answer is not None
    assert [(row.id, row.title) for row in answer[0].kept] == [(first.id, "一种水质监测装置")]
    assert answer[0].removed == 1
    assert [kept.id for kept in desk.kept()] == [first.id]
    assert second.id != first.id


def test_a_cancelled_undo_undoes_nothing(desk: ImportDesk) -> None:
    done = desk.take_in(desk.table(FIRST, SECOND))
    before = desk.contents()
    assert desk.importing.undo(done.import_id, cancelled=lambda: True) is None
    assert desk.contents() == before
    assert desk.importing.imports()[0].undone_at is None


def test_the_log_tells_file_day_and_counts(desk: ImportDesk) -> None:
    import hashlib

    path = desk.table(FIRST, SECOND, ("", "无号码", "", "", "", "", ""))
    desk.take_in(path)
    (row,) = desk.importing.imports()
    assert (row.name, row.as_of, row.at) == ("清单.csv", date(2026, 11, 1), NOW)
    assert row.counts[RowFate.NEW] == 2
    assert row.counts[RowFate.REFUSED] == 1
    with desk.store.read() as unit:
        assert unit.imports.get(row.id).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


SAMPLES = (
    "incopat/incopat_openai_19col.xlsx",
    "patsnap/patsnap_33col.xlsx",
    "patentics-csv/ptics_apollo.csv",
    "cnipr/cnipr_45col.xls",
    "derwent-innovation/derwent_innovation_zh_132col.xls",
    "lens/lens_cr_only.csv",
    "google-patents/gp_a63b59.csv",
    "espacenet/espacenet_old_banner.xls",
    "pss-system/pss_record_dump.txt",
    "cnki/CNKI-636757666865905000.txt",
    "org-list/uni_list_no_header.csv",
    "cnipa-xml/cn_new1.xml",
    "epo-ops/legal_example.xml",
)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_real_export_twice_changes_nothing_and_undone_leaves_nothing(
    name: str, desk: ImportDesk, shared: Path
) -> None:
    empty = desk.contents()
    path = shared / "samples" / name
    done = desk.take_in(path)
    assert done.added
    once = desk.contents()
    plan = desk.plan(path)
    assert not plan.steps
    assert set(fates(plan)) <= {RowFate.UNCHANGED, RowFate.MERGED, RowFate.REFUSED}
    desk.importing.commit(plan)
    assert desk.contents() == once
    desk.importing.undo(done.import_id)
    assert desk.contents() == empty


def test_co_owners_in_rows_of_their_own_are_not_lost_without_a_word(desk: ImportDesk) -> None:
    header = ("申请号", "标题", "专利权人")
    one, other = (FIRST[0], FIRST[1], "示例大学"), (FIRST[0], FIRST[1], "示例公司")
    plan = desk.plan(desk.table(one, other, header=header))
    assert fates(plan) == [RowFate.DOUBTFUL, RowFate.MERGED]
    assert "different patentees: 示例大学 and 示例公司" in str(plan.rows[0].reasons[0])
    alike = desk.table(one, ("202010123456.2", FIRST[1], "示例 大学"), header=header)
    assert fates(desk.plan(alike)) == [RowFate.NEW, RowFate.MERGED]


def test_a_transfer_between_publication_and_grant_is_no_doubt(desk: ImportDesk) -> None:
    published = (*FIRST[:2], "示例公司", *FIRST[3:5], "CN111234567A", "")
    assert fates(desk.plan(desk.table(published, FIRST))) == [RowFate.NEW, RowFate.MERGED]


def test_why_a_row_is_refused_is_said_once(desk: ImportDesk) -> None:
    plan = desk.plan(desk.table(("合计", *FIRST[1:5], "", ""), FIRST))
    assert fates(plan) == [RowFate.REFUSED, RowFate.NEW]
    assert len(plan.rows[0].reasons) == 1
