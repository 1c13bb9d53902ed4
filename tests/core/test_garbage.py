"""The collector is back to its own pace when nobody reads any more, and a collector that was off stays off."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from core.garbage import SELDOM, never_collected, passed_over, seldom_collected


@pytest.fixture(autouse=True)
def usual() -> Iterator[tuple[int, int, int]]:
    """The pace before the test, which it leaves behind too."""
    before = gc.get_threshold()
    yield before
    gc.set_threshold(*before)
    gc.enable()
    gc.unfreeze()


def test_readers_one_in_another_and_one_that_fails_leave_the_pace_as_it_was(usual: tuple[int, int, int]) -> None:
    with seldom_collected():
        assert gc.get_threshold()[0] == max(SELDOM, usual[0])
        with pytest.raises(ValueError, match="broken"), seldom_collected():
            raise ValueError("broken")
        assert gc.get_threshold()[0] == max(SELDOM, usual[0])
    assert gc.get_threshold() == usual


def test_readers_that_overlap_leave_the_pace_as_it_was(usual: tuple[int, int, int]) -> None:
    one, other = seldom_collected(), seldom_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert gc.get_threshold()[0] == max(SELDOM, usual[0])
    other.__exit__(None, None, None)
    assert gc.get_threshold() == usual


def test_a_slower_pace_is_not_quickened() -> None:
    gc.set_threshold(3 * SELDOM, 5, 5)
    with seldom_collected():
        assert gc.get_threshold() == (3 * SELDOM, 5, 5)
    assert gc.get_threshold() == (3 * SELDOM, 5, 5)


def test_blocks_that_overlap_keep_the_collector_off_to_the_end_of_the_last() -> None:
    one, other = never_collected(), never_collected()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert not gc.isenabled()
    with pytest.raises(ValueError, match="broken"), never_collected():
        raise ValueError("broken")
    assert not gc.isenabled()
    other.__exit__(None, None, None)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with never_collected():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_what_is_passed_over_is_not_looked_at_again() -> None:
    passed_over()
    assert gc.get_freeze_count() > 0
    assert len(gc.get_objects()) < gc.get_freeze_count()
