"""A few thousand inputs for each reader of bytes; `make fuzz` tries many more."""

from __future__ import annotations

import pytest

from tests.fuzz.run import fuzz
from tests.fuzz.targets import BROKEN, TARGETS, Target

RUNS = 1_500
#: A parser of a format that is parsed apart is slower.
FEW = 200


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_reader_takes_any_bytes_or_refuses_them_in_words(target: Target) -> None:
    assert any(target.feed(seed) for seed in target.seeds)
    found = fuzz(target, FEW if target.apart else RUNS, seed=7, seconds=200)
    assert (found.crashes, found.hangs) == (0, 0), found.said
    assert found.inputs >= FEW / 4
    assert 0 < found.memory < 2_100


@pytest.mark.slow
def test_a_crash_is_found_and_said() -> None:
    found = fuzz(BROKEN, 200_000, seed=7, seconds=280)
    assert (found.crashes, found.hangs) == (1, 0)
    assert "ZeroDivisionError" in found.said
    assert "found-crash" in found.said
