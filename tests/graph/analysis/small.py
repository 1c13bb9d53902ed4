"""Small graphs on paper: ties written as `p高 IN_CHARGE_OF o财政局`, a letter for the label in front of each name."""

from __future__ import annotations

import random
from collections.abc import Sequence

from graph.analysis.ties import End, Tie

_LABELS = {"p": "Person", "o": "Organisation", "g": "Group", "t": "Task", "m": "Matter", "i": "Indicator"}


def end(word: str) -> End:
    """`p高@990102` is a person of another place than the usual one."""
    name, _, place = word[1:].partition("@")
    return End(place or "990101", name, word, _LABELS[word[0]])


def ties(text: str) -> list[Tie]:
    """A tie a line: start, type, end, perhaps the printed word, perhaps a scope. Its evidence is the line itself."""
    found = []
    for line in text.strip().splitlines():
        start, kind, stop, *rest = line.split()
        word, scope = (*rest, "", "")[:2]
        found.append(Tie(end(start), kind, end(stop), word, scope, evidence=(" ".join(line.split()),)))
    return found


def shaken(some: Sequence[Tie], seed: int = 3) -> list[Tie]:
    """The same ties in another order."""
    found = list(some)
    random.Random(seed).shuffle(found)  # noqa: S311 - a test's dice
    return found


def names(ends: Sequence[End]) -> list[str]:
    return [each.name for each in ends]
