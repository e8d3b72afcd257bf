"""How papers fall on pages, read from the PDF that was printed."""

from collections.abc import Callable
from types import ModuleType

import pytest

from olapp.forms.paper import Box, Cell, Check, Choices, Paper, Prose, Row, SignatureArea, Table
from olapp.pdf.pack import RenderedPack

Print = Callable[..., RenderedPack]
FIRST_BASELINE = 720.0
LINES_ON_A_PAGE = 35


class Pages:
    """One paper printed: its lines and rules."""

    def __init__(self, pdf: bytes, reading: ModuleType) -> None:
        self.pdf = pdf
        self.reading = reading
        self.count = len(reading.opened(pdf).pages)

    def lines(self, page: int | None = None) -> list[str]:
        return list(self.reading.lines(self.pdf, page))

    def body(self, page: int) -> str:
        return "".join(self.lines(page))

    def flow(self, *furniture: str) -> str:
        """All text but what stands on every page, and the lines named."""
        left_out = {"填报底稿", "测试（续页）", *furniture}
        return "".join(
            line for line in self.lines() if line not in left_out and not line.startswith("第 ")
        )

    def holding(self, text: str) -> list[int]:
        return [page for page in range(1, self.count + 1) if text in self.body(page)]


Layout = Callable[..., Pages]


@pytest.fixture
def layout(print_papers: Print, reading: ModuleType) -> Layout:
    def printed(*blocks: object, title: str = "测试", **more: object) -> Pages:
        paper = Paper("test", title, blocks, **more)  # type: ignore[arg-type]
        return Pages(print_papers(paper).combined.body, reading)

    return printed


def filler(lines: int) -> tuple[Prose, ...]:
    return tuple(Prose(f"第{number}行", indent=False) for number in range(lines))


def test_a_box_that_outgrows_its_page_closes_and_opens_again_with_its_label(layout: Layout) -> None:
    pages = layout(Box("7", "其他约定", (Prose("约定的内容，" * 600),)), Box("8", "下一栏", ()))
    assert pages.count == 3
    assert "（续）" not in pages.body(1)
    for page in (2, 3):
        assert "其他约定" in pages.lines(page)
        assert "（续）" in pages.lines(page)
    assert "约定的内容，" * 600 in pages.flow("7", "其他约定", "（续）")
    for page in (1, 2, 3):
        edges = [rule for rule in pages.reading.rules(pages.pdf) if rule.page == page]
        upright = {round(rule.x0, 1) for rule in edges if rule.x0 == rule.x1}
        assert len(upright) >= 4  # left, after the number, after the label, right


def test_a_low_box_is_not_torn_apart(layout: Layout) -> None:
    for lines in range(LINES_ON_A_PAGE - 6, LINES_ON_A_PAGE + 1):
        box = Box("1", "一栏", (Row("甲", "甲的值"), Row("乙", "乙的值"), Row("丙", "丙的值")))
        pages = layout(*filler(lines), box)
        assert pages.holding("甲的值") == pages.holding("丙的值")


def test_a_table_head_comes_again_on_each_page(layout: Layout) -> None:
    rows = tuple((Cell(f"第{number}项"), Cell("内容")) for number in range(90))
    for blocks in (
        (Table(("序号栏", "内容栏"), rows, (1, 3)),),
        (Box("1", "表", (Table(("序号栏", "内容栏"), rows, (1, 3)),)),),
    ):
        pages = layout(*blocks)
        assert pages.count == 3
        for page in (1, 2, 3):
            assert pages.lines(page).count("序号栏") == 1
        assert [pages.holding(f"第{number}项")[0] for number in (0, 89)] == [1, 3]


def test_a_table_head_is_not_left_alone_at_the_bottom(layout: Layout) -> None:
    for lines in range(LINES_ON_A_PAGE - 6, LINES_ON_A_PAGE + 2):
        table = Table(
            ("表头甲", "表头乙"), ((Cell("首行"), Cell("值")), (Cell("次行"), Cell("值"))), (1, 1)
        )
        pages = layout(*filler(lines), table)
        assert set(pages.holding("表头甲")) >= set(pages.holding("首行"))
        assert pages.holding("表头甲")[0] == pages.holding("首行")[0]


def test_a_cell_longer_than_a_page_runs_over_pages(layout: Layout) -> None:
    cells = (Cell("短"), Cell("很长的内容。" * 400))
    pages = layout(Table(("甲", "乙"), (cells,), (1, 3)))
    assert pages.count > 1
    assert "很长的内容。" * 400 in pages.flow("甲", "乙")
    assert all("甲" in pages.lines(page) for page in range(1, pages.count + 1))


def test_a_heading_stays_with_what_it_leads_to(layout: Layout) -> None:
    for lines in range(LINES_ON_A_PAGE - 5, LINES_ON_A_PAGE + 2):
        pages = layout(
            *(Prose("句。") for _ in range(lines)), Prose("一、标题", indent=False), Prose("后文。")
        )
        assert pages.holding("一、标题") == pages.holding("后文。")


def test_a_signature_area_is_never_split_and_keeps_its_room(layout: Layout) -> None:
    for lines in range(LINES_ON_A_PAGE - 9, LINES_ON_A_PAGE + 1, 2):
        area = SignatureArea("盖章处", (Row("名称", "示例大学"), Row("日期", "")), 25)
        pages = layout(*filler(lines), area)
        assert pages.holding("盖章处") == pages.holding("日期：")
        place = {each.text: each.y for each in pages.reading.shown(pages.pdf)}
        assert (place["盖章处"] - place["名称："]) * 25.4 / 72 > 25


def test_an_empty_line_of_a_signature_area_is_a_rule_to_write_on(layout: Layout) -> None:
    area = SignatureArea("盖章处", (Row("日期", ""),), 25)
    (date,) = [
        each for each in layout(area).reading.shown(layout(area).pdf) if each.text == "日期："
    ]
    rules = layout(area).reading.rules(layout(area).pdf)
    assert any(
        rule.x0 > date.x and 0 < date.y - rule.y0 < 6 and rule.x1 - rule.x0 > 90 for rule in rules
    )


def test_a_signature_area_higher_than_a_page_is_still_printed_whole(layout: Layout) -> None:
    pages = layout(SignatureArea("盖章处", (Row("名称", "很长的名称" * 400),)))
    assert "很长的名称" * 400 in pages.flow()


def test_a_paragraph_leaves_no_single_line_on_either_page(layout: Layout) -> None:
    text = "本段共有五行" * 28
    for lines in range(LINES_ON_A_PAGE - 8, LINES_ON_A_PAGE + 2):
        pages = layout(*(Prose("句。") for _ in range(lines)), Prose(text))
        counts = [
            sum("共有" in line for line in pages.lines(page)) for page in pages.holding("共有")
        ]
        assert 1 not in counts


def test_a_paper_begins_on_its_own_page_and_counts_its_own_pages(
    print_papers: Print, reading: ModuleType, samples: ModuleType
) -> None:
    pdf = print_papers(samples.form(), samples.long()).combined.body
    pages = Pages(pdf, reading)
    numbers = [line for line in pages.lines() if line.startswith("第 ")]
    assert numbers[:2] == ["第 1 页 共 1 页", "第 1 页 共 7 页"]
    assert numbers[-1] == "第 7 页 共 7 页"
    assert "长文测试" not in pages.body(1)


def test_the_draft_mark_is_on_every_page_and_absent_from_papers_filed_as_they_are(
    layout: Layout,
) -> None:
    text = Prose("句。\n" * 60)
    marked, plain = layout(text), layout(text, draft_mark="")
    assert marked.holding("填报底稿") == [1, 2]
    assert plain.holding("填报底稿") == []
    assert marked.holding("测试（续页）") == [2]


def test_the_form_code_is_printed_when_known(layout: Layout) -> None:
    assert "100009" in layout(Prose("句。"), code="100009").lines()
    for code in ("很长的表格代码" * 20, "两行的\n代码"):
        pages = layout(Prose("句。"), code=code)
        assert code.replace("\n", "") in pages.flow()
        assert "（续页）" not in pages.body(1)


def test_labels_of_boxes_with_and_without_a_number(layout: Layout) -> None:
    pages = layout(Box("1", "有号", (Row("", "甲"),)), Box("", "无号", (Row("", "乙"),)))
    place = {each.text: each for each in pages.reading.shown(pages.pdf)}
    assert place["1"].x < place["有号"].x
    assert place["无号"].x < place["有号"].x  # it takes the room of the number as well
    assert place["甲"].x == place["乙"].x


def test_values_under_each_other_start_at_one_place(layout: Layout) -> None:
    rows = (Row("名", "甲值"), Row("较长的标签", "乙值"), Row("比任何标签都要长得多的标签", "丙值"))
    pages = layout(Box("1", "栏", rows))
    place = {each.text: each.x for each in pages.reading.shown(pages.pdf)}
    assert place["甲值"] == place["乙值"]
    assert any("标签：丙值" in line for line in pages.lines())


def test_options_stand_side_by_side_and_only_chosen_ones_have_a_tick(layout: Layout) -> None:
    options = (Check(True, "甲项"), Check(False, "乙项"), Check(True, "丙项" * 40))
    pages = layout(Box("1", "栏", (Choices("选项", options),)))
    place = {each.text: each for each in pages.reading.shown(pages.pdf)}
    assert place["甲项"].y == place["乙项"].y
    slanted = [
        rule for rule in pages.reading.rules(pages.pdf) if rule.x0 != rule.x1 and rule.y0 != rule.y1
    ]
    assert len(slanted) == 4  # two strokes for each tick


def test_numbers_in_a_table_are_not_cut_when_there_is_room(layout: Layout) -> None:
    cells = tuple(
        map(Cell, ("1", "示例大学", "单位", "中国", "统一社会信用代码", "12320100000000000A"))
    )
    table = Table(
        ("序号", "名称", "类别", "国籍或者注册地", "证件类型", "证件号码"),
        (cells,),
        (3, 11, 4, 5, 6, 4),
    )
    pages = layout(Box("1", "栏", (table,)))
    assert "12320100000000000A" in pages.lines()
    assert "序号" in pages.lines()


def test_a_table_with_more_columns_than_room_stays_on_the_paper(layout: Layout) -> None:
    table = Table(tuple("甲" * 40), (tuple(Cell("字数") for _ in range(40)),), (1,) * 40)
    pages = layout(table)
    assert max(each.end for each in pages.reading.shown(pages.pdf)) < 210 / 25.4 * 72


def test_line_breaks_of_the_person_are_kept(layout: Layout) -> None:
    assert {"第一段", "第二段"} <= set(layout(Prose("第一段\r\n\r\n第二段")).lines())


def test_each_further_page_says_what_the_paper_is_about(layout: Layout) -> None:
    about = "专利号：ZL202010123456.2　发明创造名称：一种支架"
    pages = layout(Prose("句。\n" * 90), running=about)
    assert pages.count == 3
    assert pages.holding(about) == [2, 3]
    places = [each for each in pages.reading.shown(pages.pdf) if each.page == 2]
    line = next(each for each in places if each.text.startswith("专利号"))
    above = next(each for each in places if each.text == "测试（续页）")
    below = max(each.y for each in places if each.text == "句。")
    assert above.y > line.y > below


def test_a_long_running_line_is_cut_and_stays_on_the_paper(
    print_papers: Print, reading: ModuleType
) -> None:
    for text in ("很长的名称" * 40, "x" * 400):
        paper = Paper("x", "题", (Prose("句。\n" * 60),), running=text)
        pack = print_papers(paper)
        (line,) = [each for each in reading.lines(pack.combined.body) if each[0] == text[0]]
        assert line.endswith("…")
        assert all(page.margins[2] >= 15 for page in pack.printed.pages)


def test_what_no_font_has_in_a_running_line_is_told_once_where_it_stands_in_full(
    print_papers: Print,
) -> None:
    blocks = (Row("名称", "\ue000", "patent.title"), Prose("句。\n" * 60))
    (missing,) = print_papers(Paper("x", "题", blocks, running="\ue000")).printed.missing
    assert missing.field == "patent.title"


def test_notes_come_last(layout: Layout) -> None:
    pages = layout(Prose("正文"), notes=("注一", "注二"))
    assert pages.lines()[-3:] == ["注一", "注二", "第 1 页 共 1 页"]


def test_notes_stand_on_the_page_where_the_last_block_ends(layout: Layout) -> None:
    notes = ("注一" * 60, "注二")
    area = SignatureArea("盖章处", (Row("日期", ""),), 12)
    lasts = (
        area,
        Prose("末段"),
        Box("10", "签章", (area,)),
        Box("9", "末栏", (Row("甲", "末值"),)),
        Box("9", "末栏", tuple(Prose("长栏。" * 60) for _ in range(4))),
        Table(("甲", "乙"), ((Cell("一"), Cell("二")),) * 4, (1, 1)),
    )
    for last in lasts:
        for lines in range(LINES_ON_A_PAGE - 14, LINES_ON_A_PAGE + 1):
            pages = layout(*filler(lines), last, notes=notes)
            assert pages.holding("注一") == pages.holding("注二") == [pages.count]
            header = {"测试（续页）", "填报底稿"}
            first = next(line for line in pages.lines(pages.count) if line not in header)
            assert not first.startswith("注"), (last, lines)


def test_notes_longer_than_a_page_are_printed_whole(layout: Layout) -> None:
    for lines in (1, 20, LINES_ON_A_PAGE):
        pages = layout(*filler(lines), notes=("很长的注。" * 500, "注二"))
        assert "很长的注。" * 500 in pages.flow()


def test_empty_papers_and_blocks_are_printed_too(layout: Layout) -> None:
    assert layout().count == 1
    assert layout(Box("1", "", ()), Box("", "", ()), Prose(""), Choices("", ())).count == 1
    assert layout(Table((), (), ()), Table(("甲",), (), (1,)), title="").count == 1
