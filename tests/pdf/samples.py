"""Papers that show every part in every place; invented, and no office's own words."""

from olapp.forms.paper import (
    Box,
    Cell,
    Check,
    Choices,
    Paper,
    Prose,
    Row,
    SignatureArea,
    Table,
)

SENTENCE = "本专利的许可条件适用于任何单位或者个人，许可使用费按照产品（含配件）的净销售额计算；"


def form() -> Paper:
    """A form with boxes of every kind, short enough for one page and a bit."""
    return Paper(
        "declaration",
        "测试用声明书",
        (
            Box(
                "1",
                "专利信息",
                (
                    Row("专利号", "ZL202010123456.2", "patent.number"),
                    Row("发明创造名称", "一种水质监测装置及其方法", "patent.title"),
                    Choices("专利类型", (Check(True, "发明"), Check(False, "实用新型"))),
                    Row("是否对所有的被许可方适用同一标准", "是", "fee.same"),
                    Table(
                        ("序号", "姓名或者名称", "证件号码"),
                        (
                            (Cell("1"), Cell("示例大学", "a"), Cell("12320100000000000A", "b")),
                            (Cell("2"), Cell("张𬭎", "c"), Cell("110101199001011237", "d")),
                        ),
                        (3, 12, 12),
                    ),
                ),
            ),
            Box("2", "代理机构", (Row("机构名称", ""),)),
            Box(
                "3",
                "许可使用费支付方式和标准",
                (Prose(SENTENCE * 2, "fee.text"), Check(True, SENTENCE, "x"), Check(False, "否")),
            ),
            Box("", "签章", (SignatureArea("专利权人（盖章）", _SIGNED),)),
            Prose("二、说明", indent=False),
            Prose(SENTENCE + "\n" + SENTENCE, "explanation"),
            SignatureArea("代表人（签字）", (Row("姓名", "李㛃", "n"), Row("日期", "")), 12),
        ),
        code="测试表2",
        notes=("注：本表由测试使用。", SENTENCE),
    )


_SIGNED = (Row("姓名或者名称", "示例大学", "s.0"), Row("日期", "2026年11月20日", "s.1"))


def long() -> Paper:
    """Values that outgrow their boxes and pages."""
    row = (Cell("1"), Cell("示例省测试市" * 12, "t.address"), Cell("短"))
    return Paper(
        "long",
        "长文测试",
        (
            Box("7", "其他约定事项", (Row("约定", SENTENCE * 45, "other"),)),
            Box("8", "名单", (Table(("序号", "地址", "备注"), (row,) * 14, (2, 10, 4)),)),
            Table(("甲", "乙"), ((Cell("短"), Cell(SENTENCE * 40, "cell")),), (1, 3)),
            Prose(SENTENCE * 40, "prose"),
            *(SignatureArea(f"专利权人{n}", _SIGNED) for n in range(1, 7)),
        ),
        draft_mark="",
    )


def mixed() -> Paper:
    """Faces that change within a line, and characters that no font has."""
    return Paper(
        "mixed",
        "混排测试𬭎",
        (
            Box("", "姓名", (Row("姓名", "𠮷野家（𠮷）\ue000", "name"),)),
            Prose("字𠮷，" * 60 + "\u202e\ud800<b>&lt;</b>", "text"),
        ),
    )
