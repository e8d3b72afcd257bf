"""A running royalty on paper: its base, its rate or steps, its accounts."""

from olapp.domain.declaration import Declaration
from olapp.domain.fee import AccountPeriod, FeeTerms, RoyaltyBase, RoyaltyStep
from olapp.forms.choices import label_of
from olapp.forms.paper import Cell, Part, Prose, Row, Table
from olapp.forms.papers.amounts import amount_text, unit_text
from olapp.forms.papers.writing import choice, label_at, row, written

_PERIODS = {
    AccountPeriod.MONTH: "每月结算一次，每一个月为一个结算周期。",
    AccountPeriod.QUARTER: "每季度结算一次，每一季度为一个结算周期。",
    AccountPeriod.HALF_YEAR: "每半年结算一次，每六个月为一个结算周期。",
    AccountPeriod.YEAR: "每年结算一次，每一年为一个结算周期。",
    None: "",
}


def royalty(document: Declaration) -> tuple[Part, ...]:
    """Give the clauses of a running royalty."""
    fee = document.fee
    return (
        choice(document, "fee.base", RoyaltyBase),
        row(document, "fee.base_definition"),
        *(_steps(fee) if fee.steps else _rate(fee)),
        Row(label_at("fee.account_period"), _PERIODS[fee.account_period], "fee.account_period"),
        *_limits(fee),
        row(document, "fee.inspection"),
    )


def base_name(fee: FeeTerms) -> str:
    """Name what the royalty is taken on."""
    return "提成基数" if fee.base is None else label_of(fee.base).zh


def _rate(fee: FeeTerms) -> tuple[Part, ...]:
    text = "" if fee.rate is None else f"按照每一结算周期{base_name(fee)}的{fee.rate}支付提成费。"
    return (Row(label_at("fee.rate"), text, "fee.rate"),)


def _steps(fee: FeeTerms) -> tuple[Part, ...]:
    base = base_name(fee)
    unit = unit_text(fee.currency)
    head = ("段次", f"{base}超过（{unit}）", f"至（{unit}，含本数）", label_at("fee.rate"))
    body = tuple(_step(index, step, fee) for index, step in enumerate(fee.steps))
    rule = (
        f"提成费按照同一结算周期内的{base}分段计算：各段的提成比例只适用于落在该段内的金额，"
        "各段计算所得之和为该结算周期的提成费。"
    )
    return (Table(head, body, (4, 11, 11, 7)), Prose(rule))


def _step(index: int, step: RoyaltyStep, fee: FeeTerms) -> tuple[Cell, ...]:
    """Write one step; an open begin is nought for the first, an open end no end for the last."""
    place = f"fee.steps.{index}"
    over = written(step.over) or ("0.00" if index == 0 else "")
    up_to = written(step.up_to) or ("无上限" if index == len(fee.steps) - 1 else "")
    return (
        Cell(str(index + 1)),
        Cell(over, f"{place}.over"),
        Cell(up_to, f"{place}.up_to"),
        Cell(written(step.rate), f"{place}.rate"),
    )


def _limits(fee: FeeTerms) -> tuple[Part, ...]:
    """State floor and ceiling, where there are any."""
    texts = {
        "fee.floor": (fee.floor, "不足"),
        "fee.ceiling": (fee.ceiling, "超过"),
    }
    return tuple(
        Row(
            label_at(path),
            f"每一结算周期的提成费{relation}{amount_text(amount, fee)}的，按照该数额支付。",
            path,
        )
        for path, (amount, relation) in texts.items()
        if amount is not None
    )
