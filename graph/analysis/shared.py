"""The groups that two persons sit in together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.ties import End, Tie, leads_the_group, of_types, words_of


@dataclass(frozen=True, slots=True)
class Shared:
    """A group of both, with the role of each (several seats of one person joined, the head's first) and how many others sit in it."""

    group: End
    first_role: str
    second_role: str
    others: int
    evidence: tuple[str, ...]


def shared_groups(ties: Iterable[Tie], first: str, second: str) -> list[Shared]:
    """Groups in which the persons of two ids sit on the day, by place and name."""
    seats: dict[End, dict[str, list[Tie]]] = {}
    for tie in of_types(ties, ("MEMBER_OF",), starts="Person"):
        seats.setdefault(tie.end, {}).setdefault(tie.start.id, []).append(tie)
    found = []
    for group in sorted(seats):
        people = seats[group]
        if first in people and second in people and first != second:
            rests = [*people[first], *people[second]]
            found.append(
                Shared(group, _roles(people[first]), _roles(people[second]), len(people) - 2, words_of(rests))
            )  # fmt: skip
    return found


def _roles(ties: Iterable[Tie]) -> str:
    return "、".join(sorted({tie.word for tie in ties if tie.word}, key=lambda word: (not leads_the_group(word), word)))
