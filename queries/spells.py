"""Spells of one fact: a seat that goes from 在列 to 待调整 is kept in two spells, and its holder neither left nor came.

The timeline writes a spell a state. Whoever tells what began and what ended must know which spells are handed on on the
same day, or a reader is told of an exit that no paper prints.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from graph.stores.store import Row, Value
from queries.answers.rows import text


@dataclass(frozen=True, slots=True)
class Spell:
    """A fact between two days, either of which may be open; equal keys are one fact."""

    key: Hashable
    start: str
    end: str


def handed_on(spells: Sequence[Spell]) -> dict[int, int]:
    """Where a spell takes over from another of its fact on the day that one ends: later place to earlier place."""
    ending: dict[tuple[Hashable, str], list[int]] = {}
    for place, each in enumerate(spells):
        if each.end and each.end != each.start:
            ending.setdefault((each.key, each.end), []).append(place)
    found = {}
    for place, each in enumerate(spells):
        before = ending.get((each.key, each.start), []) if each.start else []
        if before:
            found[place] = before.pop(0)
    return found


def seat_spells(rows: Iterable[Row], *columns: str) -> list[Spell]:
    """Rows of memberships as spells; `columns` say what makes two of them one seat."""
    return [
        Spell(tuple(_plain(row[column]) for column in columns), text(row, "possible_from"), text(row, "possible_to"))
        for row in rows
    ]


def _plain(value: Value) -> str:
    return value if isinstance(value, str) else ""
