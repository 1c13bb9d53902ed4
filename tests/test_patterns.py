"""A budget for every pattern: no text that a paper may hold makes one of them slow out of proportion.

Each pattern meets texts made of its own repetitions, used as the code uses it, at a length and at four times that length.
Linear work grows fourfold, a search that begins anew at each place at most sixteenfold: bearable, for what is searched is
a line, a cell or a block. More than that - a cube, a power - is not, and ends the test before it ends the machine.
"""

from __future__ import annotations

import math
import re
import signal
import time
from collections.abc import Iterator
from functools import cache
from types import FrameType

import pytest

from tests.patterns import Found, attack, every_pattern, seeds

LENGTH, TIMES = 400, 4
#: Sixteen for a square, and room for a measurement that trembles; a cube would be sixty-four.
MOST = 32.0
#: Below this a measurement says nothing, and no harm is done.
SMALL = 0.004
#: Processor seconds after which a text of 1,600 characters has done harm, whatever the ratio.
PATIENCE = 6.0
#: In how many tests the patterns are tried.
SHARES = 6


class TooSlowError(Exception):
    """The pattern did not come to an end."""


@pytest.fixture
def impatient() -> Iterator[None]:
    """The processor's time as an alarm clock: the machine may be busy with others."""

    def ring(_: int, __: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, ring)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(found: Found, text: str, *, tries: int) -> float:
    """The least processor time of some tries."""
    least = PATIENCE
    for _ in range(tries):
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        begun = time.thread_time()
        try:
            found.run(text)
        except TooSlowError:
            return math.inf
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        least = min(least, time.thread_time() - begun)
    return least


def growth(found: Found, seed: tuple[str, str], length: int = LENGTH) -> float:
    """At most how many times as long four times the text takes; 0 if it takes no time worth measuring, infinite without an end.

    The long text is run again only where its first run looks too slow: the least of more runs could not look slower.
    """
    long = attack(seed, length * TIMES)
    first = seconds(found, long, tries=1)
    if first < SMALL or first == math.inf:
        return 0.0 if first < SMALL else math.inf
    short = max(seconds(found, attack(seed, length), tries=5), 1e-6)
    return first / short if first / short <= MOST else min(first, seconds(found, long, tries=3)) / short


@cache
def patterns() -> list[Found]:
    """All patterns, gathered once a process."""
    return every_pattern()


def test_the_patterns_of_all_rooms_are_found() -> None:
    assert len(patterns()) > 600


@pytest.mark.slow
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_is_slow_out_of_proportion(share: int) -> None:
    """In shares, so that the processes of a run divide them."""
    tried = 0
    over = []
    for found in patterns()[share::SHARES]:
        for seed in seeds(found.pattern):
            tried += 1
            grown = growth(found, seed)
            if grown > MOST:  # once more, and longer: a repetition of at most 800 grows fast until it has its 800
                grown = growth(found, seed, LENGTH * TIMES)
            if grown > MOST:
                over.append(f"{found.where} ({found.use}) x{grown:.0f} on {seed!r}: {found.pattern.pattern[:60]}")
                break
    assert tried > 3_000 / SHARES
    assert over == [], "\n".join(over)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("pattern", [r"(?:X+、?)+$", r"\s*a?\s*b?\s*c?\s*$", r"(?:a|aa)+b"])
def test_the_budget_finds_what_it_is_for(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_patterns.PATIENCE", 0.3)
    found = Found("here", re.compile(pattern), "fullmatch")
    assert max(growth(found, seed) for seed in seeds(found.pattern)) > MOST
