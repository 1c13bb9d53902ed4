"""Facts in the order in which the papers print them: leaders by rank, units as listed, tasks by their numbers.

A query sorts by codes and names, which a reader of papers takes for an order of precedence it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.stores.store import Row
from queries.answers.model import Evidence
from queries.answers.results import row_evidence
from queries.answers.words import Place, evidence, place_of
from queries.library import Library

_NOWHERE: Place = ("9999", "", 0, 0, 0, 0, "", 0)
#: 第一、（二）、三、 in front of a heading: numbers as papers write them.
_CHINESE = re.compile(r"[〇零一二三四五六七八九十百]+")
_DIGITS = re.compile(r"\d+")
_VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100}


def places(words: Iterable[Evidence]) -> dict[str, Place]:
    """The place of each piece of evidence, by its id."""
    return {each.id: place_of(each) for each in words}


def first_place(ids: Iterable[str], known: Mapping[str, Place]) -> Place:
    """The first of these places; after all others if none is known."""
    return min((known[each] for each in ids if each in known), default=_NOWHERE)


def as_printed(library: Library, rows: Sequence[Row]) -> list[Row]:
    """Rows in the order of their evidence; those of one place keep theirs. Raises what the store raises."""
    known = places(evidence(library, [each for row in rows for each in row_evidence(row)]))
    return sorted(rows, key=lambda row: first_place(row_evidence(row), known))


def number_key(printed: str) -> tuple[tuple[int, ...], str]:
    """A printed number as a key: 2 before 10, （二） before （三）, 3-2 after 3; what has none comes last."""
    digits = tuple(int(each) for each in _DIGITS.findall(printed)[:4])
    if not digits and (match := _CHINESE.search(printed[:8])):
        digits = (_chinese(match[0]),)
    return (digits or (10**6,), printed)


def _chinese(text: str) -> int:
    total = value = 0
    for sign in text:
        if sign in _UNITS:
            total, value = total + (value or 1) * _UNITS[sign], 0
        else:
            value = _VALUES[sign]
    return total + value
