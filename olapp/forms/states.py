"""States of a draft in words; apart from the other choices, since the first list needs them."""

from collections.abc import Mapping
from types import MappingProxyType

from olapp.domain.lifecycle import DraftState
from olapp.forms.spec import Label

STATES: Mapping[str, Label] = MappingProxyType(
    {
        DraftState.DRAFTING: Label("起草中", "Drafting"),
        DraftState.SIGNED: Label("已签章", "Signed"),
        DraftState.FILED: Label("已提交", "Filed"),
        DraftState.CORRECTION: Label("待补正", "Correction asked"),
        DraftState.ANNOUNCED: Label("已公告", "Announced"),
        DraftState.REFUSED: Label("不予公告", "Announcement refused"),
        DraftState.WITHDRAWN: Label("已撤回", "Withdrawn"),
        DraftState.ENDED: Label("已结束", "Ended"),
    }
)
