"""Choices that the law makes, not the person: verdicts, positions, reductions."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from olapp.forms.spec import Label
from olapp.law.late_fees import FeePosition
from olapp.law.portfolio import Verdict
from olapp.law.reductions import ReductionKind

LAW_CHOICES: Mapping[type[StrEnum], Mapping[str, Label]] = MappingProxyType(
    {
        Verdict: {
            Verdict.ELIGIBLE: Label("可以开放", "Can be opened"),
            Verdict.AFTER: Label("补办后可开放", "After something is done"),
            Verdict.BARRED: Label("不能开放", "Barred"),
            Verdict.UNKNOWN: Label("资料不足", "Facts missing"),
        },
        FeePosition: {
            FeePosition.SETTLED: Label("已缴清", "Settled"),
            FeePosition.COMING: Label("未到期", "Coming"),
            FeePosition.DOUBTFUL: Label("期限待确认", "Last day not sure"),
            FeePosition.GRACE: Label("滞纳期内", "In the months of grace"),
            FeePosition.LAPSED: Label("已逾滞纳期", "Months of grace over"),
        },
        ReductionKind: {
            ReductionKind.GENERAL: Label("费用减缴", "General reduction"),
            ReductionKind.OPEN_LICENCE: Label("开放许可年费减免", "Open-licence reduction"),
        },
    }
)
"""Labels by kind; apart from ``choices``, since the rules need not be awake for a form."""
