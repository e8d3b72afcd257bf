"""Garbage collection is put off for a block, and never for longer."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from olapp.services.collecting import uncollected


@pytest.fixture(autouse=True)
def _on_before_and_after() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_in_a_block_and_all_again_behind_it() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_block_that_fails_leaves_collection_on() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_two_imports_at_once_wait_for_the_later_one_to_end() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(uncollected())
    second.enter_context(uncollected())
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()


def test_collection_that_was_off_before_stays_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
