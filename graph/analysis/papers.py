"""Coverage of papers: how many are on record for each place and month, and which months between have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Month:
    """Papers of one place and month by kind; `total` 0 is a gap between months that have some."""

    place: str
    month: str
    kinds: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All papers of the month."""
        return sum(count for _, count in self.kinds)


def months(counts: Iterable[tuple[str, str, str, int]]) -> list[Month]:
    """From (place, month, kind, papers) to every month from the first to the last of each place, gaps included."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for place, month, kind, papers in counts:
        counted = found.setdefault(place, {}).setdefault(month, {})
        counted[kind] = counted.get(kind, 0) + papers
    result = []
    for place, seen in sorted(found.items()):
        for month in _from_to(min(seen), max(seen)):
            kinds = sorted(seen.get(month, {}).items(), key=lambda each: (-each[1], each[0]))
            result.append(Month(place, month, tuple(kinds)))
    return result


def _from_to(first: str, last: str) -> Iterable[str]:
    year, month = int(first[:4]), int(first[5:7])
    while f"{year:04}-{month:02}" <= last:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
