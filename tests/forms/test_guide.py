from dataclasses import replace
from datetime import date

import pytest

from olapp.domain.declaration import (
    Channel,
    Declaration,
    Enclosure,
    EnclosureKind,
    Filing,
    Period,
    PeriodMode,
)
from olapp.domain.fee import FeeMethod
from olapp.domain.finding import Severity
from olapp.domain.patent import EvaluationReport, ReportConclusion
from olapp.domain.paths import put
from olapp.forms.paper import Box, Check, Paper, Prose
from olapp.forms.papers import PaperSetting, Remark
from olapp.forms.papers.guide import SHOWN, guide
from olapp.pdf.composer import Composer
from olapp.pdf.fonts import Fonts
from olapp.pdf.setting import set_paper


def box(paper: Paper, label: str) -> Box:
    return next(each for each in paper.blocks if isinstance(each, Box) and each.label == label)


def said(paper: Paper, label: str) -> str:
    return "\n".join(part.text for part in box(paper, label).parts if isinstance(part, Prose))


def filer(document: Declaration, at: PaperSetting) -> tuple[str, str]:
    row = box(guide(document, at), "本案").parts[1]
    return getattr(row, "label", ""), getattr(row, "text", "")


def remarks(count: int, severity: Severity = Severity.ERROR) -> tuple[Remark, ...]:
    """Long findings, each of its own kind."""
    text = (
        "条提示：所填的专利权人与专利登记簿记载的专利权人不一致，请逐一核对姓名或者名称以后改正。"
        * 3
    )
    return tuple(Remark(severity, f"第{n}{text}", f"办法{n}", n % 2 == 0) for n in range(count))


@pytest.fixture
def at(today: date) -> PaperSetting:
    return PaperSetting(today, ())


def test_filing_is_online_unless_paper_is_chosen(full: Declaration, at: PaperSetting) -> None:
    online = said(guide(full, at), "提交渠道")
    assert "https://cponline.cnipa.gov.cn" in online
    assert "挂号" not in online
    posted = said(guide(put(full, "filing.channel", Channel.PAPER), at), "提交渠道")
    assert "https://cponline.cnipa.gov.cn" in posted
    assert "挂号信函，一信一案" in posted


def test_the_guide_names_who_files(full: Declaration, at: PaperSetting) -> None:
    own = replace(full, agency_acts=False)
    alone = replace(own, patentees=full.patentees[:1], representative=None)
    assert filer(full, at) == ("提交人（专利代理机构）", "示例专利代理有限公司")
    assert filer(own, at) == ("提交人（代表人）", "约翰·示例")
    assert filer(alone, at) == ("提交人（专利权人）", "示例大学")
    assert filer(Declaration(), at) == ("提交人（专利权人）", "")


def test_the_guide_says_who_signs_what(full: Declaration, at: PaperSetting) -> None:
    assert said(guide(full, at), "签章") == (
        "声明和简要说明：专利代理机构盖章；同意声明：全体专利权人分别签字或者盖章；"
        "委托书：全体专利权人签字或者盖章，专利代理机构盖章；质权人同意书：质权人签字或者盖章。"
    )
    plain = Declaration(patentees=full.patentees[:1], agency_acts=False)
    assert said(guide(plain, at), "签章") == (
        "声明和简要说明：专利权人签字或者盖章；同意声明：专利权人签字或者盖章。"
    )


def test_the_guide_lists_what_to_upload_each_kind_once(
    stress: Declaration, at: PaperSetting
) -> None:
    besides = Enclosure(kind=EnclosureKind.OTHER, title="照片")
    document = replace(stress, enclosures=(*stress.enclosures, besides))
    text = said(guide(document, at), "上传文件")
    assert text.startswith("专利开放许可声明、全体专利权人同意实行开放许可的书面声明、")
    assert text.count("身份证明") == 1
    assert "另附材料1件" in text
    assert "照片" not in text
    assert "附件中有32件待补" in text


def test_without_a_check_nobody_says_that_all_is_well(full: Declaration, today: date) -> None:
    assert said(guide(full, PaperSetting(today)), "尚缺内容") == "尚未运行检查，能否提交无法判断。"


def test_a_clean_check_is_said_to_be_clean(full: Declaration, today: date) -> None:
    light = remarks(3, Severity.WARNING) + remarks(3, Severity.INFO)
    text = said(guide(full, PaperSetting(today, light)), "尚缺内容")
    assert text == "检查未发现错误，也没有无法判断的事项。"


def test_errors_come_before_what_is_unknown(full: Declaration, today: date) -> None:
    mixed = (Remark(Severity.UNKNOWN, "乙。"), Remark(Severity.ERROR, "甲。"))
    text = said(guide(full, PaperSetting(today, mixed)), "尚缺内容")
    assert text == "错误1项，无法判断1项。\n1. 甲。\n2. 乙。"


def test_many_findings_are_counted_and_the_first_kinds_told(full: Declaration, today: date) -> None:
    lines = said(guide(full, PaperSetting(today, remarks(40))), "尚缺内容").split("\n")
    assert lines[0] == f"错误40项，无法判断0项；下列前{SHOWN}类，其余见程序。"
    assert len(lines) == 1 + SHOWN


def test_thirty_missing_signatures_take_one_line(full: Declaration, today: date) -> None:
    alike = tuple(Remark(Severity.ERROR, f"第{n}名未签章。", "补签。") for n in range(30))
    text = said(guide(full, PaperSetting(today, alike)), "尚缺内容")
    assert text == "错误30项，无法判断0项。\n1. 第0名未签章。（同类共30项）"


def test_a_finding_leads_to_its_field(full: Declaration, today: date) -> None:
    found = (Remark(Severity.ERROR, "缺字。", "换字体。", True, "patentees.0.name"),)
    assert box(guide(full, PaperSetting(today, found)), "尚缺内容").parts[1] == Prose(
        "1. 缺字。", "patentees.0.name", indent=False
    )


def test_the_honesty_notice_stands_with_its_tick(full: Declaration, at: PaperSetting) -> None:
    paper = guide(full, at)
    text = said(paper, "诚信提示")
    assert "10万元以下的罚款" in text
    assert "第八十八条、第一百条" in text
    assert box(paper, "诚信提示").parts[-1] == Check(
        True, "已阅读本提示", "filing.honesty_notice_read"
    )


def test_what_no_text_confirms_is_named(full: Declaration, today: date) -> None:
    at = PaperSetting(today, remarks(4))
    free = replace(full, fee=replace(full.fee, method=FeeMethod.FREE))
    assert "0元" in said(guide(free, at), "待核实")
    assert "0元" not in said(guide(full, at), "待核实")
    assert "收款账户" in said(guide(full, at), "待核实")
    years = replace(full, period=Period(mode=PeriodMode.YEARS, years=3))
    assert "年数" in said(guide(years, at), "待核实")
    assert "2项检查提示的依据待核实" in said(guide(full, at), "待核实")


def test_the_guide_is_help_and_no_legal_advice(full: Declaration, at: PaperSetting) -> None:
    text = said(guide(full, at), "说明")
    assert "不构成法律意见" in text
    assert "2026年11月23日" in text


@pytest.mark.parametrize("sample", ["full", "stress"])
def test_the_guide_stays_on_one_page(
    sample: str, request: pytest.FixtureRequest, today: date, fonts: Fonts
) -> None:
    document: Declaration = request.getfixturevalue(sample)
    worst = replace(
        document,
        patent=replace(
            document.patent,
            number="专利号" * 100,
            report=EvaluationReport(conclusion=ReportConclusion.PARTLY),
        ),
        agency=replace(document.agency, name="示例专利代理有限公司" * 30),
        period=Period(mode=PeriodMode.YEARS, years=5),
        filing=Filing(channel=Channel.PAPER, correction_due=today),
    )
    found = remarks(60) + remarks(60, Severity.UNKNOWN)
    for case in (document, worst):
        assert len(set_paper(guide(case, PaperSetting(today, found)), Composer(fonts))) == 1
