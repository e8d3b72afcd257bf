"""Amounts in Chinese capital figures, and read back from them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.capitals import capitals
from olapp.domain.money import Yuan

WRITTEN = {
    "0": "零元整",
    "0.01": "壹分",
    "0.10": "壹角整",
    "0.11": "壹角壹分",
    "0.99": "玖角玖分",
    "1": "壹元整",
    "1.01": "壹元零壹分",
    "1.10": "壹元壹角整",
    "1.23": "壹元贰角叁分",
    "9": "玖元整",
    "10": "壹拾元整",
    "11": "壹拾壹元整",
    "20.05": "贰拾元零伍分",
    "100": "壹佰元整",
    "101": "壹佰零壹元整",
    "110": "壹佰壹拾元整",
    "325.04": "叁佰贰拾伍元零肆分",
    "1000": "壹仟元整",
    "1001": "壹仟零壹元整",
    "1010": "壹仟零壹拾元整",
    "1100": "壹仟壹佰元整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "10000": "壹万元整",
    "10001": "壹万零壹元整",
    "10010": "壹万零壹拾元整",
    "10100": "壹万零壹佰元整",
    "11000": "壹万壹仟元整",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "50000": "伍万元整",
    "100000": "壹拾万元整",
    "100001": "壹拾万零壹元整",
    "101000": "壹拾万零壹仟元整",
    "107000.53": "壹拾万零柒仟元伍角叁分",
    "1000000": "壹佰万元整",
    "10000000": "壹仟万元整",
    "10010000": "壹仟零壹万元整",
    "20000000": "贰仟万元整",
    "100000000": "壹亿元整",
    "100000001": "壹亿零壹元整",
    "100010000": "壹亿零壹万元整",
    "101000000": "壹亿零壹佰万元整",
    "110000000": "壹亿壹仟万元整",
    "1000010000": "壹拾亿零壹万元整",
    "100000000000": "壹仟亿元整",
    "1000000000000": "壹万亿元整",
    "1000000010000": "壹万亿零壹万元整",
    "1000100000000": "壹万零壹亿元整",
    "9999999999999999.99": "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿"
    "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}
DIGITS = {mark: value for value, mark in enumerate("零壹贰叁肆伍陆柒捌玖")}
TENS = {"拾": 10, "佰": 100, "仟": 1000}


def whole(text: str) -> int:
    """Read capital figures without jiao and fen."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in text:
            head, _, tail = text.rpartition(unit)
            return whole(head or "零") * size + whole(tail)
    value = digit = 0
    for mark in text:
        if mark in TENS:
            value, digit = value + digit * TENS[mark], 0
        else:
            digit = DIGITS[mark]
    return value + digit


def read_back(text: str) -> Decimal:
    match = re.fullmatch(
        r"人民币(?:(?P<yuan>.+)元)?零?(?:(?P<jiao>.)角)?零?(?:(?P<fen>.)分)?整?", text
    )
    assert match is not None
    fen = 10 * DIGITS[match["jiao"] or "零"] + DIGITS[match["fen"] or "零"]
    return Decimal(whole(match["yuan"] or "零") * 100 + fen) / 100


@pytest.mark.parametrize(("figure", "written"), WRITTEN.items())
def test_amounts_are_written_as_bank_papers_do(figure: str, written: str) -> None:
    assert capitals(Yuan.of(figure)) == "人民币" + written
    assert read_back("人民币" + written) == Decimal(figure)


@given(st.integers(0, 10**18 - 1))
def test_any_amount_reads_back_equal(fen: int) -> None:
    amount = Decimal(fen).scaleb(-2)
    assert read_back(capitals(Yuan.of(amount))) == amount


@given(st.lists(st.sampled_from("0001"), min_size=1, max_size=16).map("".join), st.integers(0, 99))
def test_amounts_full_of_zeros_read_back_equal(digits: str, fen: int) -> None:
    amount = Decimal(f"{int(digits)}.{fen:02d}")
    written = capitals(Yuan.of(amount))
    assert read_back(written) == amount
    assert "零零" not in written


def test_the_amount_is_rounded_half_up_to_the_fen() -> None:
    assert capitals(Yuan.of("1.235")) == "人民币壹元贰角肆分"
    assert capitals(Yuan.of("0.004")) == "人民币零元整"


@pytest.mark.parametrize("figure", ["-1", "10000000000000000", "9999999999999999.995"])
def test_amounts_without_capital_figures_are_refused(figure: str) -> None:
    with pytest.raises(ValueError, match="capital figures"):
        capitals(Yuan.of(figure))
