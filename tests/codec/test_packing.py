from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.codec import UnreadableDocument, pack, unpack
from olapp.domain.holding import (
    Attribute,
    FeeReduction,
    Holding,
    LegalEvent,
    Licence,
    Offer,
    Owner,
    Payment,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import Patent, PatentKind

_WORDS = st.text(max_size=20)
_MAYBE = st.none() | _WORDS
_DAYS = st.none() | st.dates()
_HOLDINGS = st.builds(
    Holding,
    patent=st.builds(
        Patent,
        number=_MAYBE,
        title=_MAYBE,
        kind=st.none() | st.sampled_from(PatentKind),
        filed_on=_DAYS,
        is_pledged=st.none() | st.booleans(),
        fees_paid_through=st.none() | st.integers(0, 30),
    ),
    country=_WORDS,
    state=st.none() | st.sampled_from(RightState),
    tags=st.lists(_WORDS, max_size=3).map(tuple),
    attributes=st.lists(st.builds(Attribute, name=_WORDS, value=_WORDS), max_size=3).map(tuple),
    owners=st.lists(st.builds(Owner, name=_WORDS, since=_DAYS), max_size=3).map(tuple),
    licences=st.lists(st.builds(Licence, licensee=_MAYBE), max_size=2).map(tuple),
    events=st.lists(st.builds(LegalEvent, on=_DAYS, code=_WORDS), max_size=2).map(tuple),
    offer=st.none() | st.builds(Offer, number=_MAYBE),
    remarks=_MAYBE,
)


@given(_HOLDINGS)
def test_a_holding_is_equal_after_packing(holding: Holding) -> None:
    assert unpack(Holding, pack(holding)) == holding


def test_money_and_shares_stay_exact() -> None:
    amount = Yuan.of("90071992547409.93")
    holding = Holding(
        owners=(Owner(name="示例大学", share=Rate.of("33.333333333333")),),
        payments=(Payment(year=3, paid_on=date(2026, 1, 1), amount=amount),),
        reduction=FeeReduction(rate=Rate.of(85)),
    )
    assert unpack(Holding, pack(holding)) == holding


def test_equal_holdings_are_packed_alike_and_in_one_line_without_what_is_not_known() -> None:
    holding = Holding(patent=Patent(title="第一行\n第二行"))
    assert pack(holding) == pack(replace(holding, remarks=None))
    assert pack(holding) == '{"patent":{"title":"第一行\\n第二行"},"country":"CN"}'


def test_half_a_character_becomes_the_sign_for_it() -> None:
    assert unpack(Holding, pack(Holding(remarks="半\ud83d"))).remarks == "半\ufffd"


_BROKEN = (
    *("", "[]", "{", '{"state":"nonsense"}', '{"tags":"x"}', '{"published_on":"gestern"}'),
    '{"reduction":{"rate":"viel"}}',
)


@pytest.mark.parametrize("body", _BROKEN)
def test_what_is_no_packed_holding_is_refused(body: str) -> None:
    with pytest.raises(UnreadableDocument):
        unpack(Holding, body)
