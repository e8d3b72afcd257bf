"""An import of a long workbook, against the fastest reader and a bare insert of the same rows.

Ours: look, dry run and commit of a workbook in one of the layouts we know, into an empty portfolio,
all facts read, matched, indexed and searchable afterwards. The floor: python-calamine reads the
same file, and sqlite3 inserts its cells as they are into one table, in one transaction.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from python_calamine import CalamineWorkbook

from bench.plan import Plan
from bench.portfolios import DAY, holdings
from bench.table import Row, milliseconds, ratio_at_most
from bench.turns import Comparison, seconds, take_turns
from olapp.app import now
from olapp.exchange.sheet_out import Column, Shown, write_sheet
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.services.importing import Importing
from olapp.services.portfolio import Portfolio

_HEADS = (
    "序号",
    "标题 (中文)",
    "申请人",
    "公开（公告）号",
    "公开（公告）日",
    "申请号",
    "申请日",
    "专利类型",
    "IPC主分类",
    "IPC",
    "发明人",
    "代理机构",
    "当前权利人",
    "授权公告日",
    "专利有效性",
    "当前法律状态",
    "摘要 (中文)",
    "公开国别",
    "权利要求数",
    "地址",
)
_DATES = {"公开（公告）日", "申请日", "授权公告日"}
_KINDS = {"invention": "发明申请", "utility-model": "实用新型", "design": "外观设计"}


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the import."""
    with TemporaryDirectory() as folder:
        book = Path(folder) / "list.xlsx"
        columns = [Column(head, "date" if head in _DATES else "text") for head in _HEADS]
        write_sheet(book, "下载的著录项1", columns, _cells(plan.import_rows), "xlsx")
        contestants = {
            "us": partial(_take_in, book, Path(folder), plan),
            "it": partial(_take_in_bare, book, Path(folder)),
        }
        taken = take_turns(contestants, range(plan.work_turns))
    yield Row(
        f"import of {plan.import_rows:,} rows",
        "calamine and bare insert",
        milliseconds,
        ratio_at_most(3),
        Comparison(taken["us"], taken["it"]),
    )


def _cells(count: int) -> Iterator[tuple[Shown, ...]]:
    for place, each in enumerate(holdings(count), 1):
        patent, parties = each.patent, "; ".join(each.applicants)
        digits = patent.number or ""
        yield (
            str(place),
            patent.title,
            parties,
            each.published_as or patent.publication_number,
            each.published_on,
            f"CN{digits[:-1]}.{digits[-1:]}",
            patent.filed_on,
            _KINDS[patent.kind or "invention"],
            patent.main_class,
            "; ".join(each.classes),
            "; ".join(each.inventors),
            each.agency,
            parties,
            patent.granted_on,
            "有效" if patent.granted_on else "审中",
            "授权" if patent.granted_on else "实质审查",
            f"本发明公开了{patent.title}，包括主体和设于主体上的部件，结构简单，使用方便。" * 3,
            "中国",
            "10",
            "示例省示例市示例路1号",
        )


def _take_in(book: Path, folder: Path, plan: Plan, turn: int) -> float:
    law = shipped_law()
    with Store.open(folder / f"{turn}.db") as store:
        portfolio = Portfolio(store, law, now, lambda: plan.day, folder)
        importing = Importing(
            store, portfolio.index, now, lambda: plan.day, folder / f"{turn}.json"
        )
        return seconds(partial(_whole_import, importing, book))


def _whole_import(importing: Importing, book: Path) -> None:
    looked = importing.look(book)
    planned = importing.plan(looked, as_of=DAY) if looked else None
    if planned is None or importing.commit(planned) is None:
        raise RuntimeError("the import was cancelled")


def _take_in_bare(book: Path, folder: Path, turn: int) -> float:
    return seconds(partial(_bare_import, book, folder / f"bare{turn}.db"))


def _bare_import(book: Path, file: Path) -> None:
    cells = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()[1:]
    marks = ", ".join("?" * len(_HEADS))
    with closing(sqlite3.connect(file)) as bare, bare:
        bare.execute("PRAGMA journal_mode = WAL")
        names = ", ".join(f"c{place}" for place in range(len(_HEADS)))
        bare.execute(f"CREATE TABLE rows ({names})")
        texts = [[str(cell) for cell in row] for row in cells]
        bare.executemany(f"INSERT INTO rows VALUES ({marks})", texts)  # noqa: S608 - marks alone
