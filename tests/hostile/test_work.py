"""What a hostile line costs is a few calls a character, ten times as many for ten times the line: counted, never timed."""

from __future__ import annotations

import pytest

from benchmark.reading import HOSTILE, hostile, read
from tests.counting import calls

SHORT, LONG = 2_000, 20_000


@pytest.fixture(scope="module", autouse=True)
def _tables_are_read() -> None:
    """Tables of words are read from their files once; that is no part of a line's cost."""
    read(hostile("组长：", 100).encode())


@pytest.mark.parametrize("name", HOSTILE)
def test_ten_times_the_line_is_ten_times_the_work(name: str) -> None:
    nothing = calls(hostile("甲", 1))
    short, long = (calls(hostile(HOSTILE[name], length)) - nothing for length in (SHORT, LONG))
    assert long <= 10.5 * max(short, 200)
    assert long <= 12 * LONG


@pytest.mark.parametrize("name", ["bars 竖线", "citations 引文"])
def test_bars_and_repeated_citations_cost_less_than_two_calls_a_character(name: str) -> None:
    assert calls(hostile(HOSTILE[name], 50_000)) < 100_000


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_a_drawn_line_of_bars_or_tabs_is_no_row(mark: str) -> None:
    assert calls(hostile(mark, LONG)) - calls(hostile("甲", 1)) < LONG
