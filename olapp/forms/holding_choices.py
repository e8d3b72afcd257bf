"""Choices of the portfolio: the usual Chinese word and the English term for each."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from olapp.domain.deadline import DeadlineKind
from olapp.domain.holding import Acquisition, EncumbranceKind, NoticeKind, RightState
from olapp.forms.spec import Label

HOLDING_CHOICES: Mapping[type[StrEnum], Mapping[str, Label]] = MappingProxyType(
    {
        RightState: {
            RightState.PENDING: Label("审中", "Pending"),
            RightState.IN_FORCE: Label("有效", "Live"),
            RightState.FEE_OVERDUE: Label("年费滞纳", "Fee overdue"),
            RightState.RESTORABLE: Label("可请求恢复", "Restorable"),
            RightState.DEAD: Label("失效", "Dead"),
        },
        EncumbranceKind: {
            EncumbranceKind.PLEDGE: Label("质押", "Pledge"),
            EncumbranceKind.PRESERVATION: Label("保全", "Preservation"),
        },
        NoticeKind: {
            NoticeKind.CORRECTION: Label("补正通知书", "Notice to correct"),
            NoticeKind.LOSS_OF_RIGHT: Label("专利权终止通知书", "Notice of loss of right"),
            NoticeKind.REPORT: Label("收到专利权评价报告", "Evaluation report received"),
        },
        Acquisition: {
            Acquisition.ASSIGNMENT: Label("转让", "Assignment"),
            Acquisition.OTHERWISE: Label(
                "合并、继承、判决或者更名", "Merger, inheritance, judgment or new name"
            ),
        },
        DeadlineKind: {
            DeadlineKind.ANNUAL_FEE: Label("缴纳年费", "Payment of the annual fee"),
            DeadlineKind.GRACE: Label("滞纳期届满", "End of the months of grace"),
            DeadlineKind.RESTORATION: Label("请求恢复权利", "Request for restoration"),
            DeadlineKind.RECORDAL: Label("许可备案", "Recordal of a licence"),
            DeadlineKind.REPORT_FEE: Label("缴纳评价报告费", "Fee of the evaluation report"),
            DeadlineKind.REPORT_CORRECTION: Label(
                "请求更正评价报告", "Correction of the evaluation report"
            ),
            DeadlineKind.CORRECTION: Label("答复补正", "Answer to a notice to correct"),
            DeadlineKind.PERIOD_END: Label("开放许可期限届满", "End of the offer"),
            DeadlineKind.REDUCTION_END: Label("费用减缴期满", "End of a fee reduction"),
            DeadlineKind.REDUCTION_REQUEST: Label("请求费用减缴", "Request for a fee reduction"),
            DeadlineKind.TERM_END: Label("专利权期限届满", "End of the term"),
        },
    }
)
"""Labels of the kinds of choice of a holding; part of ``choices.CHOICES``."""
