from dataclasses import replace

from olapp.domain.declaration import Declaration, Unreadable
from olapp.domain.fee import FeeTerms, Instalment
from olapp.domain.money import Yuan
from olapp.domain.party import Party
from olapp.ui.editors.entry import Entry
from olapp.ui.edits import unread_at, with_entry, with_item, with_moved_item, without_item


def three() -> Declaration:
    parts = tuple(Instalment(due_days=days) for days in (10, 20, 30))
    document = Declaration(fee=FeeTerms(instalments=parts))
    return with_entry(document, "fee.instalments.1.amount", Entry(unread="五万左右"))


def test_what_cannot_be_read_is_kept_beside_the_empty_value() -> None:
    document = three()
    assert document.fee.instalments[1].amount is None
    assert unread_at(document, "fee.instalments.1.amount") == "五万左右"


def test_a_readable_text_takes_the_place_of_the_unread_one() -> None:
    document = with_entry(three(), "fee.instalments.1.amount", Entry(Yuan.of(50000)))
    assert document.unreadable == ()
    assert document.fee.instalments[1].amount == Yuan.of(50000)


def test_clearing_a_field_clears_what_was_unread() -> None:
    assert with_entry(three(), "fee.instalments.1.amount", Entry()).unreadable == ()


def test_unread_texts_move_with_their_items() -> None:
    moved = with_moved_item(three(), "fee.instalments", 1, 0)
    assert unread_at(moved, "fee.instalments.0.amount") == "五万左右"
    assert [part.due_days for part in moved.fee.instalments] == [20, 10, 30]


def test_unread_texts_follow_when_an_item_before_them_goes() -> None:
    assert unread_at(without_item(three(), "fee.instalments", 0), "fee.instalments.0.amount")


def test_unread_texts_go_with_their_item() -> None:
    assert without_item(three(), "fee.instalments", 1).unreadable == ()


def test_unread_texts_elsewhere_stay() -> None:
    other = Unreadable(field="patent.filed_on", text="去年")
    document = replace(three(), unreadable=(*three().unreadable, other))
    assert other in without_item(document, "fee.instalments", 1).unreadable


def test_an_item_is_added_at_the_end() -> None:
    document = with_item(Declaration(patentees=(Party(name="甲"),)), "patentees", Party())
    assert [party.name for party in document.patentees] == ["甲", None]
