from hypothesis import given
from hypothesis import strategies as st

from olapp.ui.history import History


def test_typing_on_in_one_field_is_one_step() -> None:
    history = History("")
    for text in ("一", "一种", "一种支架"):
        history.put(text, "title")
    assert history.undo() == "title"
    assert history.document == ""
    assert not history.can_undo


def test_going_away_and_coming_back_makes_two_steps() -> None:
    history = History("")
    history.put("一", "title")
    history.seal()
    history.put("一种", "title")
    history.undo()
    assert history.document == "一"


def test_a_change_after_undo_forgets_what_was_undone() -> None:
    history = History("")
    history.put("a", "x")
    history.undo()
    history.put("b", "y")
    assert not history.can_redo
    assert history.redo() is None
    assert history.document == "b"


def test_a_change_to_the_same_document_is_no_step() -> None:
    history = History("a")
    history.put("a", "x")
    assert not history.can_undo


@given(st.lists(st.tuples(st.integers(), st.sampled_from("abc")), max_size=40))
def test_undoing_everything_and_redoing_everything_ends_where_it_was(
    changes: list[tuple[int, str]],
) -> None:
    history = History(0)
    for value, place in changes:
        history.put(value, place)
    end = history.document
    steps = 0
    while history.undo() is not None:
        steps += 1
    assert history.document == 0
    for _ in range(steps):
        history.redo()
    assert history.document == end
    assert not history.can_redo
