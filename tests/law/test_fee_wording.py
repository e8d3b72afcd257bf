"""What is written about the fee: explanations that rest on it, and terms that leave it open."""

from datetime import date
from functools import cache

import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms, RoyaltyBase
from olapp.domain.money import Rate, Yuan
from olapp.law.rule import Setting, check
from olapp.law.rules import all_rules
from olapp.law.statute import Law, shipped_law

LUMP_SUM = FeeTerms(method=FeeMethod.LUMP_SUM, amount=Yuan.of(50_000))
ROYALTY = FeeTerms(method=FeeMethod.ROYALTY, base=RoyaltyBase.NET_SALES, rate=Rate.of(3))
BOTH = FeeTerms(
    method=FeeMethod.ENTRY_AND_ROYALTY,
    entry_fee=Yuan.of(200_000),
    base=RoyaltyBase.PROFIT,
    rate=Rate.of(10),
)
FREE = FeeTerms(method=FeeMethod.FREE)
INSTALMENTS = FeeTerms(method=FeeMethod.INSTALMENTS, amount=Yuan.of(50_000))
YEARLY = FeeTerms(method=FeeMethod.YEARLY, yearly_amount=Yuan.of(10_000))

IN_ORDER = [
    (LUMP_SUM, "以收益法评估，专利价值为60万元，预计12家被许可方，故每家一次性付费5万元。"),
    (LUMP_SUM, "参照2023年以8万元取得普通许可的先例，考虑一对多许可，折算为5万元。"),
    (LUMP_SUM, "评估价值80万元，按预计16家分摊。"),
    (LUMP_SUM, "许可使用费为一次总付人民币50000元（大写：伍万元整），约为研发投入120万元的4%。"),
    (LUMP_SUM, "产品单价200元，年销售额200万元，按2.5%计算，得出一次性许可费5万元。"),
    (LUMP_SUM, "研发总投入100万元，最终确定许可使用费为研发投入的5%，即5万元。"),
    (LUMP_SUM, "同类专利的许可费为每年3万元至8万元。"),
    (LUMP_SUM, "按净销售额的3%提成折算，五年合计约5万元。"),
    (INSTALMENTS, "许可使用费共5万元，分两期支付，首期2万元。"),
    (YEARLY, "同类专利的许可费为净销售额的3%，折合每年支付1万元。"),
    (ROYALTY, "同行业普通许可的提成率为2%至6%，本专利取3%。"),
    (ROYALTY, "净销售额的提成比例=利润率12%×分成率25%=3%。"),
    (ROYALTY, "产品年净销售额200万元，预计许可使用费每年6万元，提成比例百分之三。"),
    (ROYALTY, "依据行业统计数据的中位数确定。"),
    (BOTH, "入门费20万元，用于补偿研发成本；利润额提成10%。研发成本共计150万元。"),
    (FREE, "免费许可，不收取任何费用。该产品市场售价300元。"),
    (FREE, "为推动成果转化，许可使用费为0元。"),
    (FREE, "研发成本5万元，均由专利权人承担，无偿许可。"),
]
AT_ODDS = [
    (LUMP_SUM, "确定许可使用费为6万元。"),
    (LUMP_SUM, "故每家一次性付费6万元。"),
    (LUMP_SUM, "经计算，许可使用费总额为伍拾万元整。"),
    (LUMP_SUM, "最终按净销售额的5%提成，入门费3万元。"),
    (LUMP_SUM, "本专利免费许可。"),
    (LUMP_SUM, "按3%提成"),
    (LUMP_SUM, "一次总付60000元。"),
    (LUMP_SUM, "收费8万元。"),
    (INSTALMENTS, "按净销售额的3%提成。"),
    (INSTALMENTS, "一次总付6万元。"),
    (YEARLY, "按净销售额的3%提成。"),
    (YEARLY, "每年支付2万元。"),
    (ROYALTY, "确定一次总付50000元。"),
    (ROYALTY, "本专利取5%的提成比例。"),
    (ROYALTY, "按净销售额的百分之二点五提成。"),
    (BOTH, "入门费30万元，利润额提成10%。"),
    (BOTH, "入门费20万元，利润额提成15%。"),
    (FREE, "许可使用费为每年1万元。"),
]
DEFINITE = [
    "因履行许可合同发生的争议，由双方协商解决；协商不成的，可以请求国家知识产权局调解。",
    "双方因许可使用费发生争议的，应先友好协商，协商不成的提交仲裁。",
    "技术资料的交付方式由双方另行约定。",
    "许可使用费一次付清，技术指导的时间由双方另行协商。",
    "会计账目每年可查阅一次，查阅时间由双方协商确定。",
    "技术指导不包括在许可使用费内，需要的可以另行签订技术服务合同。",
]
OPEN = [
    "许可使用费面议。",
    "具体费用由双方另行协商确定。",
    "超出部分的许可使用费，由双方另行协商。",
    "提成比例双方商定。",
    "许可费待定。",
    "一次性费用5万元起，具体金额另议。",
]


@cache
def law() -> Law:
    return shipped_law()


def codes(declaration: Declaration) -> set[str]:
    found = check(declaration, Setting(law(), date(2026, 11, 23)), all_rules())
    return {finding.code for finding in found}


@pytest.mark.parametrize(("fee", "text"), IN_ORDER)
def test_data_beside_the_right_figure_are_in_order(fee: FeeTerms, text: str) -> None:
    assert "OL-FEE-12" not in codes(Declaration(fee=fee, explanation=text))


@pytest.mark.parametrize(("fee", "text"), AT_ODDS)
def test_another_result_is_at_odds_with_the_fee(fee: FeeTerms, text: str) -> None:
    assert "OL-FEE-12" in codes(Declaration(fee=fee, explanation=text))


@pytest.mark.parametrize("text", DEFINITE)
def test_negotiating_other_matters_leaves_no_fee_open(text: str) -> None:
    assert "OL-FEE-18" not in codes(Declaration(fee=LUMP_SUM, other_terms=text))


@pytest.mark.parametrize("text", OPEN)
def test_a_fee_to_be_negotiated_is_none(text: str) -> None:
    assert "OL-FEE-18" in codes(Declaration(fee=LUMP_SUM, other_terms=text))
