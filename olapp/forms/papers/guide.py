"""提交办理指引: one page on how to file, and on what still stands in the way."""

from collections.abc import Sequence

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.forms.paper import Box, Check, Paper, Part, Prose, Row
from olapp.forms.papers import advice
from olapp.forms.papers.setting import PaperSetting, Remark
from olapp.forms.papers.verification import OWN_FILE
from olapp.forms.papers.writing import brief, label_at, number_text, rows_given, written

SHOWN = 4
"""So many kinds of finding are told one by one; the guide stays on one page."""
LONGEST = 50
"""A longer finding is shortened here; the program shows it whole."""
_HONESTY = (
    "提供虚假材料或者隐瞒事实的，一经发现，声明将被撤销，并可能受到警告和10万元以下的罚款"
    "（专利法实施细则第八十八条、第一百条）。"
)
_NO_ADVICE = (
    "本程序仅为填报提供帮助，不构成法律意见；提交前请对照现行法律法规和国家知识产权局的要求核对。"
)


def guide(document: Declaration, at: PaperSetting) -> Paper:
    """Write the guide; always part of the pack, never more than a page."""
    return Paper(
        "guide",
        "提交办理指引",
        (
            Box("", "本案", _case(document)),
            Box("", "提交渠道", (_prose(advice.channel(document)),)),
            Box("", "签章", (_prose(advice.signing(document)),)),
            Box("", "上传文件", (_prose(advice.uploads(document, at.today)),)),
            Box("", "尚缺内容", _missing(at.findings)),
            Box("", "诚信提示", _honesty(document)),
            Box("", "待核实", (_prose(_unconfirmed(document, at.findings or ())),)),
            Box("", "说明", (_prose(f"{_NO_ADVICE}编制日期：{written(at.today)}。"),)),
        ),
        draft_mark=OWN_FILE,
    )


def _prose(text: str, field: str = "") -> Prose:
    return Prose(text, field, indent=False)


def _case(document: Declaration) -> tuple[Part, ...]:
    due = rows_given(document, "filing.correction_due")
    number = Row(
        label_at("patent.number"), brief(number_text(document.patent.number), 20), "patent.number"
    )
    return (number, advice.filer(document), *due)


def _honesty(document: Declaration) -> tuple[Part, ...]:
    has_read = document.filing.honesty_notice_read
    return (_prose(_HONESTY), Check(has_read, "已阅读本提示", "filing.honesty_notice_read"))


def _missing(findings: Sequence[Remark] | None) -> tuple[Part, ...]:
    """Tell the findings that stand in the way: the first few kinds, and how many there are."""
    if findings is None:
        return (_prose("尚未运行检查，能否提交无法判断。"),)
    heavy = [each for each in findings if each.severity in {Severity.ERROR, Severity.UNKNOWN}]
    if not heavy:
        return (_prose("检查未发现错误，也没有无法判断的事项。"),)
    heavy.sort(key=lambda each: each.severity.rank)
    kinds = _by_kind(heavy)
    errors = sum(each.severity is Severity.ERROR for each in heavy)
    rest = f"；下列前{SHOWN}类，其余见程序" if len(kinds) > SHOWN else ""
    count = f"错误{errors}项，无法判断{len(heavy) - errors}项{rest}。"
    shown = (_kind(number, kind) for number, kind in enumerate(kinds[:SHOWN], 1))
    return (_prose(count), *shown)


def _by_kind(remarks: Sequence[Remark]) -> list[list[Remark]]:
    """Gather what has the same remedy, so that thirty missing signatures fill one line."""
    kinds: dict[str, list[Remark]] = {}
    for each in remarks:
        kinds.setdefault(each.remedy or each.sentence, []).append(each)
    return list(kinds.values())


def _kind(number: int, kind: Sequence[Remark]) -> Prose:
    first = kind[0]
    more = f"（同类共{len(kind)}项）" if len(kind) > 1 else ""
    return _prose(f"{number}. {brief(first.sentence, LONGEST)}{more}", first.field)


def _unconfirmed(document: Declaration, findings: Sequence[Remark]) -> str:
    """Name what is not confirmed: statements of the pack, and findings on such grounds."""
    doubtful = sum(not each.is_confirmed for each in findings)
    more = f"另有{doubtful}项检查提示的依据待核实。" if doubtful else ""
    return advice.unconfirmed(document) + more
