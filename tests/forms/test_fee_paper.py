from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms, Instalment, RoyaltyBase
from olapp.domain.money import Rate, Yuan
from olapp.forms.paper import Choices, Prose, Row, Table
from olapp.forms.papers.amounts import amount_text
from olapp.forms.papers.fee import fee_parts
from olapp.forms.papers.subject import gist
from olapp.law.statute import shipped_law

NOTICE = "应当自被许可方的书面通知送达专利权人之日起30日内付清"


def clauses(fee: FeeTerms) -> dict[str, str]:
    """The rows of box 7 by their place."""
    parts = fee_parts(Declaration(fee=fee))
    return {part.field: part.text for part in parts if isinstance(part, Row)}


def tables(fee: FeeTerms) -> list[list[list[str]]]:
    found = [part for part in fee_parts(Declaration(fee=fee)) if isinstance(part, Table)]
    return [
        [list(part.head), *([cell.text for cell in row] for row in part.rows)] for part in found
    ]


def prose(fee: FeeTerms) -> list[str]:
    return [part.text for part in fee_parts(Declaration(fee=fee)) if isinstance(part, Prose)]


def ticked(fee: FeeTerms) -> list[str]:
    choices = (part for part in fee_parts(Declaration(fee=fee)) if isinstance(part, Choices))
    return [each.text for part in choices for each in part.options if each.ticked]


@pytest.mark.parametrize("method", list(FeeMethod))
def test_exactly_the_method_chosen_is_ticked(fee: FeeTerms, method: FeeMethod) -> None:
    first = fee_parts(Declaration(fee=replace(fee, method=method)))[0]
    assert isinstance(first, Choices)
    assert [each.ticked for each in first.options] == [each is method for each in FeeMethod]


def test_free_is_a_fee_of_nought_and_a_full_offer(fee: FeeTerms) -> None:
    free = replace(fee, method=FeeMethod.FREE)
    assert clauses(free) == {"fee.method": "免费（0元）", "fee.remarks": "上述金额为含税金额。"}
    assert "".join(prose(free)) == (
        "本专利实行免费开放许可。被许可方以书面方式通知专利权人后，即获得本专利的实施许可，"
        "无须支付许可使用费。"
    )
    assert ticked(free) == ["免费", "是"]
    assert gist(free) == "免费（0元）"


@pytest.mark.parametrize("method", [FeeMethod.LUMP_SUM, FeeMethod.INSTALMENTS, FeeMethod.YEARLY])
def test_a_fixed_fee_of_nought_is_stated_as_free_without_term_or_account(
    fee: FeeTerms, method: FeeMethod
) -> None:
    nothing = replace(
        fee, method=method, amount=Yuan.of(0), yearly_amount=Yuan.of(0), instalments=()
    )
    assert clauses(nothing) == {"fee.method": "免费（0元）", "fee.remarks": "上述金额为含税金额。"}
    assert gist(nothing) == "免费（0元）"
    assert not tables(nothing)


def test_a_total_of_nought_with_instalments_to_pay_is_printed_as_filled_in(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.INSTALMENTS, amount=Yuan.of(0)))
    assert said["fee.amount"].startswith("总额人民币0.00元")
    assert said["fee.payee"] == fee.payee


def test_an_entry_fee_of_nought_leaves_the_royalty(fee: FeeTerms) -> None:
    said = clauses(replace(fee, entry_fee=Yuan.of(0)))
    assert said["fee.rate"]
    assert said["fee.payee"] == fee.payee


def test_a_lump_sum_says_how_much_when_and_to_whom(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.LUMP_SUM))
    assert said["fee.amount"] == "一次性支付人民币60,000.00元（大写：人民币陆万元整）。"
    assert said["fee.payment_days"] == NOTICE + "。"
    assert said["fee.payee"] == fee.payee
    assert said["fee.currency"] == "人民币（CNY）"


def test_instalments_are_listed_one_by_one(fee: FeeTerms) -> None:
    parts = replace(fee, method=FeeMethod.INSTALMENTS)
    assert clauses(parts)["fee.amount"] == (
        "总额人民币60,000.00元（大写：人民币陆万元整），分2期支付。"
    )
    assert tables(parts) == [
        [
            ["期次", "本期金额", "付款期限"],
            ["1", "人民币20,000.00元（大写：人民币贰万元整）", NOTICE],
            [
                "2",
                "人民币40,000.00元（大写：人民币肆万元整）",
                "应当于2027年6月30日前（含当日）付清",
            ],
        ]
    ]


def test_an_instalment_with_day_and_count_keeps_both(fee: FeeTerms) -> None:
    both = Instalment(amount=Yuan.of(1), due_on=date(2027, 6, 30), due_days=30)
    table = tables(replace(fee, method=FeeMethod.INSTALMENTS, instalments=(both,)))[0]
    assert table[1][2] == f"应当于2027年6月30日前（含当日）付清，并且{NOTICE}"


def test_a_yearly_fee_says_what_a_year_is(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.YEARLY))
    assert said["fee.yearly_amount"] == (
        "每一许可年度支付人民币12,000.00元（大写：人民币壹万贰仟元整）。"
        "许可年度自许可生效之日起算，每满一年为一个许可年度。"
    )
    assert said["fee.payment_days"] == (
        f"首个许可年度的使用费，{NOTICE}；以后各许可年度的使用费，"
        "应当自该年度开始之日起30日内付清。"
    )


def test_a_royalty_says_base_rate_period_limits_and_inspection(fee: FeeTerms) -> None:
    royalty = replace(fee, method=FeeMethod.ROYALTY)
    said = clauses(royalty)
    assert "净销售额" in ticked(royalty)
    assert said["fee.base_definition"] == fee.base_definition
    assert said["fee.rate"] == "按照每一结算周期净销售额的2.5%支付提成费。"
    assert said["fee.account_period"] == "每季度结算一次，每一季度为一个结算周期。"
    assert said["fee.floor"].startswith("每一结算周期的提成费不足人民币5,000.00元（大写：")
    assert said["fee.ceiling"].startswith("每一结算周期的提成费超过人民币800,000.00元（大写：")
    assert said["fee.inspection"] == fee.inspection
    assert said["fee.payment_days"] == (
        "每一结算周期的提成费，应当自每一结算周期届满之日起30日内付清。"
    )
    assert "fee.entry_fee" not in said


def test_floor_and_ceiling_are_named_only_where_there_are_any(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.ROYALTY, floor=None, ceiling=None))
    assert not {"fee.floor", "fee.ceiling"} & set(said)


def test_steps_join_without_words_in_between(stepped: FeeTerms) -> None:
    assert "fee.rate" not in clauses(stepped)
    assert tables(stepped) == [
        [
            ["段次", "净销售额超过（元）", "至（元，含本数）", "提成比例"],
            ["1", "0.00", "1,000,000.00", "3%"],
            ["2", "1,000,000.00", "无上限", "1.5%"],
        ]
    ]
    assert "各段的提成比例只适用于落在该段内的金额" in prose(stepped)[0]


def test_an_entry_fee_says_whether_it_counts_and_when_it_is_due(fee: FeeTerms) -> None:
    said = clauses(fee)
    assert said["fee.entry_fee"] == "一次性支付人民币200,000.00元（大写：人民币贰拾万元整）。"
    assert said["fee.entry_fee_creditable"] == "入门费抵扣以后应付的提成费。"
    assert said["fee.payment_days"].startswith(f"入门费，{NOTICE}；每一结算周期的提成费，")
    kept = clauses(replace(fee, entry_fee_creditable=False))
    assert kept["fee.entry_fee_creditable"] == "入门费不抵扣提成费。"


@pytest.mark.parametrize("method", [None, *FeeMethod])
def test_an_empty_tariff_is_blank_and_never_to_be_negotiated(method: FeeMethod | None) -> None:
    fee = FeeTerms(method=method)
    parts = fee_parts(Declaration(fee=fee))
    texts = [part.text for part in parts if isinstance(part, Row | Prose)]
    wanted = method in {None, FeeMethod.FREE}
    assert wanted or "" in texts
    everything = "".join([*texts, gist(fee), *(cell for t in tables(fee) for r in t for cell in r)])
    assert not shipped_law().words["indefinite-fee"].hits(everything)


@pytest.mark.parametrize("method", list(FeeMethod))
def test_our_own_words_leave_no_fee_open(fee: FeeTerms, method: FeeMethod) -> None:
    filled = replace(fee, method=method)
    words = shipped_law().words["indefinite-fee"]
    texts = [*clauses(filled).values(), *prose(filled), gist(filled)]
    assert not [text for text in texts if words.hits(text)]


def test_payment_on_the_day_itself(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.LUMP_SUM, payment_days=0))
    assert said["fee.payment_days"] == "应当于被许可方的书面通知送达专利权人之日付清。"


def test_another_currency_stands_in_figures_alone(fee: FeeTerms) -> None:
    said = clauses(replace(fee, method=FeeMethod.LUMP_SUM, currency="USD"))
    assert said["fee.currency"] == "USD"
    assert said["fee.amount"] == "一次性支付USD 60,000.00。"


@pytest.mark.parametrize("figure", ["-5", "99999999999999999", "123456789012345678.99"])
def test_figures_without_capitals_are_printed_all_the_same(figure: str) -> None:
    text = amount_text(Yuan.of(figure), FeeTerms())
    assert "大写" not in text
    assert text.endswith("元")


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_every_amount_stands_in_figures_and_in_capitals(figure: Decimal) -> None:
    text = amount_text(Yuan.of(figure), FeeTerms())
    assert text.startswith(f"人民币{figure:,.2f}元（大写：人民币")
    assert text.endswith(("整）", "分）"))


def test_the_gist_of_each_method(fee: FeeTerms, stepped: FeeTerms) -> None:
    said = {method: gist(replace(fee, method=method)) for method in FeeMethod}
    assert said[FeeMethod.LUMP_SUM].startswith("一次性付费，人民币60,000.00元")
    assert said[FeeMethod.INSTALMENTS].startswith("分期支付，总额人民币60,000.00元")
    assert said[FeeMethod.YEARLY].startswith("按年固定费用，每一许可年度人民币12,000.00元")
    assert said[FeeMethod.ROYALTY] == "提成支付，按照净销售额的2.5%提成"
    assert gist(stepped) == "提成支付，按照净销售额分段提成，各段比例见专利开放许可声明第7栏"
    assert gist(FeeTerms()) == ""


def test_a_rate_without_a_base_names_none() -> None:
    fee = FeeTerms(method=FeeMethod.ROYALTY, rate=Rate.of(3))
    assert clauses(fee)["fee.rate"] == "按照每一结算周期提成基数的3%支付提成费。"
    profit = replace(fee, base=RoyaltyBase.PROFIT)
    assert clauses(profit)["fee.rate"] == "按照每一结算周期利润额的3%支付提成费。"


def test_whether_all_pay_alike_is_an_answer(fee: FeeTerms) -> None:
    for value, said in ((True, ["是"]), (False, ["否"]), (None, [])):
        choices = fee_parts(Declaration(fee=replace(fee, same_for_all=value)))
        found = next(
            part
            for part in choices
            if isinstance(part, Choices) and part.options[0].field == "fee.same_for_all"
        )
        assert [each.text for each in found.options if each.ticked] == said
