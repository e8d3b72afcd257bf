import csv
from pathlib import Path

import pytest

from olapp.domain.holding import RightState
from olapp.domain.patent import PatentStatus
from olapp.exchange.statuses import read_status

GROUPS = {
    "审查中": RightState.PENDING,
    "授权程序": RightState.PENDING,
    "有效": RightState.IN_FORCE,
    "有效-滞纳期": RightState.FEE_OVERDUE,
    "可恢复": RightState.RESTORABLE,
    "失效": RightState.DEAD,
}


def test_every_case_status_of_the_office_is_known(shared: Path) -> None:
    path = shared / "samples" / "legal-event-codes" / "cpquery_case_status.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 74
    for row in rows:
        told = read_status((row["case_status"],))
        # An ended term cannot be restored, whatever the list groups it with.
        is_over = row["case_status"] == "届满终止,待失效"
        assert told.state is (RightState.DEAD if is_over else GROUPS[row["group"]]), row
        assert not told.unknown


def test_both_widths_of_comma_and_bracket_are_one_word() -> None:
    narrow = read_status(("逾期视撤,等恢复(发明初审)",))
    assert narrow.state is RightState.RESTORABLE
    assert read_status(("逾期视撤，等恢复（发明初审）",)) == narrow


@pytest.mark.parametrize(
    ("words", "state", "status"),
    [
        (("授权",), RightState.IN_FORCE, PatentStatus.IN_FORCE),
        (("未缴年费", "许可"), RightState.DEAD, PatentStatus.TERMINATED),
        (("撤回-视为撤回",), RightState.DEAD, None),
        (("全部无效",), RightState.DEAD, PatentStatus.WHOLLY_INVALID),
        (("部分无效",), RightState.IN_FORCE, PatentStatus.PARTLY_INVALID),
        (("未缴年费专利权终止，等恢复",), RightState.RESTORABLE, PatentStatus.TERMINATED),
        (("等年费滞纳金",), RightState.FEE_OVERDUE, PatentStatus.IN_FORCE),
        (("避免重复授权", "一案双申"), RightState.DEAD, PatentStatus.SURRENDERED),
        (("EXPIRED",), RightState.DEAD, PatentStatus.TERMINATED),
        (("其他",), None, None),
        (("专利实施许可合同备案的生效",), None, None),
    ],
)
def test_words_come_down_to_state_and_register(
    words: tuple[str, ...], state: RightState | None, status: PatentStatus | None
) -> None:
    told = read_status(words)
    assert (told.state, told.status, told.unknown) == (state, status, ())


def test_an_unknown_word_is_named_and_tells_nothing() -> None:
    told = read_status(("疑似有效",))
    assert told.state is None
    assert told.unknown == ("疑似有效",)


def test_words_that_contradict_each_other_leave_the_state_open() -> None:
    assert read_status(("授权", "驳回")).state is None


def test_events_beside_a_status_are_told_apart() -> None:
    told = read_status(("授权", "质押", "保全", "一案双申"))
    assert told.state is RightState.IN_FORCE
    assert told.burdens == {"pledge", "preservation"}
    assert told.events == ("质押", "保全", "一案双申")
