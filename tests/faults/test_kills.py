"""A load killed at any moment; `make soak` does a hundred."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.conftest import Scene
from tests.faults.kills import kill_round
from tests.faults.scene import Harm, told


@pytest.mark.slow
@pytest.mark.parametrize("number", range(10))
def test_a_load_killed_at_any_moment_loses_nothing(scene: Scene, tmp_path: Path, number: int) -> None:
    harm = Harm()
    template, whole = (None, scene.fresh) if number % 2 else (scene.half, scene.more)
    kill_round(tmp_path, scene.papers, template, whole, random.Random(number), harm)  # noqa: S311 - moments, not keys
    assert harm == Harm()


def test_a_line_cut_off_by_the_kill_acknowledges_nothing() -> None:
    line = f"2031-01-01T00:00:00 info document.loaded file='{'a' * 64}' statements='5'"
    assert told(0, f"{line}\n{line.replace('a' * 64, 'b' * 64)}").loaded == ("a" * 64,)
    assert told(0, "x info graph.built version='r00000009' ms='1'\n").built == "r00000009"
