import pytest

from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.exchange.headers import columns, field_of, fields, folded, may_be_read


@pytest.mark.parametrize(
    "written",
    [
        "公开（公告）号",
        "公开(公告)号",
        "公开（公告）号 ",
        " 公 开(公告) 号",
        "[标]公开(公告)号",
        "公开(公告)号*",
    ],
)
def test_one_name_in_all_its_widths_is_one_name(written: str) -> None:
    assert folded(written) == "公开(公告)号"
    assert field_of(written) == "publication"


def test_of_two_names_of_one_fact_the_better_is_asked_first() -> None:
    header = ("标题 (英文)", "标题 (中文)", "专利类型", "公开类型", "专利类型")
    order = [index for index, path in columns(header) if path == "patent.title"]
    assert order == [1, 0]
    assert [index for index, path in columns(header) if path == "patent.kind"] == [2, 4, 3]


def test_numbers_of_other_patents_are_never_taken_for_the_record_s() -> None:
    others = (
        "引用专利",
        "同族专利项",
        "优先权号",
        "被引用专利",
        "Simple Family Members",
        "NPL Citations",
        "AD",
    )
    assert [field_of(name) for name in others] == [None] * len(others)


def test_columns_about_the_dispatch_of_letters_may_not_be_read() -> None:
    assert not may_be_read("收件人姓名")
    assert not may_be_read("下载 IP")
    assert may_be_read("申请号")


def test_every_field_can_be_kept() -> None:
    known = {*Holding.__dataclass_fields__, *(f"patent.{n}" for n in Patent.__dataclass_fields__)}
    steps = {"publication", "publication_date", "publication_year"}
    for each in fields():
        head = each.path.split(".")[0] if not each.path.startswith("patent.") else each.path
        assert head in known | steps, each.path
        assert each.label.zh
        assert each.label.en
    assert len({each.path for each in fields()}) == len(fields())
