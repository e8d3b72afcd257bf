"""Amounts in Chinese capital figures (大写), as bank papers and contracts write them."""

from decimal import Decimal

from olapp.domain.money import Yuan

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("", "万", "亿", "万亿")


def capitals(amount: Yuan) -> str:
    """Write an amount of 0 up to 10^16 yuan, rounded to the fen; ValueError outside.

    >>> capitals(Yuan.of("107000.53"))
    '人民币壹拾万零柒仟元伍角叁分'
    >>> capitals(Yuan.of(50000))
    '人民币伍万元整'
    """
    figure = amount.rounded()
    if not 0 <= figure < Decimal(10) ** 16:
        raise ValueError(f"no capital figures for {figure}")
    yuan, fen = divmod(int(figure * 100), 100)
    return "人民币" + _whole(yuan, has_fen=fen > 0) + _fraction(fen, after_yuan=yuan > 0)


def _whole(yuan: int, *, has_fen: bool) -> str:
    """Write the yuan part; nothing for zero yuan before jiao or fen."""
    if yuan == 0:
        return "" if has_fen else "零元"
    text, gap = "", False
    for index in reversed(range(len(_GROUPS))):
        group = yuan // 10 ** (4 * index) % 10_000
        if group == 0:
            gap = gap or bool(text)
            continue
        if text and (gap or group < 1000 or yuan // 10 ** (4 * index + 4) % 10 == 0):
            text += "零"
        text += _group(group) + _unit(index, yuan)
        gap = False
    return text + "元"


def _unit(index: int, yuan: int) -> str:
    """Name a group of four; 万亿 shortens to 万 when 亿 itself follows."""
    if index == len(_GROUPS) - 1 and yuan // 10**8 % 10_000:
        return "万"
    return _GROUPS[index]


def _group(group: int) -> str:
    """Write 1 to 9999, with one 零 for any inner run of zeros."""
    text, gap = "", False
    for place, digit in zip(_PLACES, f"{group:04d}", strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _DIGITS[int(digit)] + place
        gap = False
    return text


def _fraction(fen: int, *, after_yuan: bool) -> str:
    """Write jiao and fen, or 整 when there are none."""
    if fen == 0:
        return "整"
    jiao, rest = divmod(fen, 10)
    head = _DIGITS[jiao] + "角" if jiao else ("零" if after_yuan else "")
    return head + (_DIGITS[rest] + "分" if rest else "整")
