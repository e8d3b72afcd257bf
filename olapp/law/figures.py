"""Figures in Chinese prose: amounts of money and rates, and which of them a text concludes on.

>>> sorted(money("人民币5万元，即伍万元整、50,000.00元"))
[Decimal('50000')]
>>> sorted(percentages("净销售额的3％，封顶百分之五"))
[Decimal('3'), Decimal('5')]
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

_NARROW = str.maketrans("０１２３４５６７８９．％￥", "0123456789.%¥")
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3}){1,5}(?!\d)|\d{1,15})(?:\.\d{1,8})?"
_HAN = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_UNITS = {"千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))

_SUM = rf"(?:{_NUMBER}\s*(?:{_UNIT})\s*){{0,2}}{_NUMBER}(?:\s*(?:{_UNIT}))?"
_TERM = re.compile(rf"(?P<figure>{_NUMBER})\s*(?P<unit>{_UNIT})?")

_MONEY = re.compile(
    rf"(?:¥|人民币)\s*(?P<marked>{_SUM})"
    rf"|(?<![\d.,，])(?P<plain>{_SUM})\s*(?:元|圆)"
    rf"|(?P<han>[{_HAN}]{{1,30}})(?:元|圆)(?:零?(?P<jiao>[{_HAN}])角)?(?:零?(?P<fen>[{_HAN}])分)?"
)
_PERCENT = re.compile(
    rf"(?<![\d.,])(?P<plain>{_NUMBER})\s*(?P<sign>[%‰])"
    rf"|(?P<parts>百|千|万)分之\s*(?:(?P<figure>{_NUMBER})|(?P<han>[{_HAN}]{{1,9}})(?:点(?P<point>[{_HAN}]{{1,9}}))?)"
)
_SHARE = {"%": 1, "‰": 10, "百": 1, "千": 10, "万": 100}

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "两": 2,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}

_SENTENCE = re.compile(r"[。；;！!？?\n]")
_PIECE = re.compile(r"，(?!\d{3}(?!\d))|,(?!\d{3}(?!\d))|[、：:]")
_CONCLUDES = re.compile("确定|定为|核定|拟定|定价|因此|综上|最终|据此|得出|即为|故(?![障事意])")
_OF_FEES = re.compile(
    "许可使用费|许可费|使用费|入门费|固定费用|总价|总额"
    "|一次性(?:付|支付|付清|收取|总付|许可)|一次(?:总付|付清)|每年(?:支付|收取|付)|收费|提成|费率"
)
_HEDGE = (
    "同类|类似|可比|参照|参考|行业|平均|通常|一般|惯例|历史|曾|以往|此前|已有|既有|他人|第三方"
    "|上限|下限|不高于|不超过|不低于|低于|高于|以上|以下|以内|区间|范围|[至到～~—-]|约|左右"
    "|预计|预期|假设"
)
_HEDGED_MONEY = re.compile(
    _HEDGE + "|成本|投入|收入|销售额|产值|利润|收益|营业|基数|评估|估值|单价|售价|市场|年费|维护"
    "|税|[×*÷]|乘|除以|每[件台套只个吨]|分摊|节约|补贴|奖金|首期|尾款|分期|第[一二三四五六\\d]+期"
)
_HEDGED_RATE = re.compile(
    _HEDGE
    + "|折现|贴现|贡献|增长|毛利|利润率|税|占有|占比|份额|系数|折扣|减|浮|提高|降低|概率|调整"
)
_FREE = re.compile("免费|无偿|免收|不收取|(?<![\\d.,])0(?:\\.0+)?元|零元|零费用")
_CONCLUDES_FREE = re.compile(
    "(?:本专利|本许可|本次|本声明|开放许可|因此|故|决定|确定|最终)[^，。；！？\n]{0,12}(?:免费|无偿)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """Figures of one kind in a text: all of them, and those given as its result."""

    quoted: frozenset[Decimal]
    concluded: frozenset[Decimal]


def money(text: str) -> frozenset[Decimal]:
    """Give the amounts in yuan that a text states."""
    return frozenset(map(_yuan, _MONEY.finditer(text.translate(_NARROW))))


def percentages(text: str) -> frozenset[Decimal]:
    """Give the rates in per cent that a text states."""
    return frozenset(map(_percent, _PERCENT.finditer(text.translate(_NARROW))))


def stated_money(text: str) -> Stated:
    """Give the amounts of a text; those are its result that the fee or a conclusion is about.

    A figure beside a word of comparison, cost or estimate is data and not the result.
    """
    return _stated(text, money, _HEDGED_MONEY)


def stated_percentages(text: str) -> Stated:
    """Give the rates of a text, told apart in the same way."""
    return _stated(text, percentages, _HEDGED_RATE)


def _stated(
    text: str, figures: Callable[[str], frozenset[Decimal]], hedged: re.Pattern[str]
) -> Stated:
    quoted: set[Decimal] = set()
    concluded: set[Decimal] = set()
    for sentence in _SENTENCE.split(text):
        follows = False
        for piece in _PIECE.split(sentence):
            follows = follows or _CONCLUDES.search(piece) is not None
            found = figures(piece)
            quoted |= found
            if found and (follows or _OF_FEES.search(piece)) and not hedged.search(piece):
                concluded |= found
    return Stated(frozenset(quoted), frozenset(concluded))


def _yuan(match: re.Match[str]) -> Decimal:
    if figures := match["marked"] or match["plain"]:
        terms = _TERM.finditer(figures)
        return sum((_decimal(t["figure"]) * _UNITS.get(t["unit"], 1) for t in terms), Decimal(0))
    small = [_DIGITS.get(match[name], 0) if match[name] else 0 for name in ("jiao", "fen")]
    return _chinese(match["han"]) + Decimal(small[0]) / 10 + Decimal(small[1]) / 100


def _percent(match: re.Match[str]) -> Decimal:
    figure = match["plain"] or match["figure"]
    value = _decimal(figure) if figure else _chinese(match["han"]) + _fraction(match["point"])
    return value / _SHARE[match["sign"] or match["parts"]]


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(",", "").replace("，", ""))


def _fraction(digits: str | None) -> Decimal:
    if digits is None:
        return Decimal(0)
    return Decimal("0." + "".join(str(_DIGITS.get(mark, 0)) for mark in digits))


def _chinese(numeral: str) -> Decimal:
    """Read a numeral in Chinese or capital figures, as 十二万三千 or 壹拾万零柒仟."""
    whole = group = digit = 0
    for mark in numeral:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _TENS:
            group += (digit or 1) * _TENS[mark]
            digit = 0
        elif mark == "万":
            whole, group, digit = whole + (group + digit) * 10**4, 0, 0
        else:
            whole, group, digit = (whole + group + digit) * 10**8, 0, 0
    return Decimal(whole + group + digit)


def missing(figures: Iterable[Decimal], stated: Stated) -> bool:
    """Whether a text comes to a result, yet nowhere states one of these figures."""
    return bool(stated.concluded) and any(each not in stated.quoted for each in figures)


def is_free(text: str) -> bool:
    """Whether a text speaks of free use at all."""
    return _FREE.search(text.translate(_NARROW)) is not None


def concludes_free(text: str) -> bool:
    """Whether a text concludes that the licence is free."""
    return _CONCLUDES_FREE.search(text) is not None
