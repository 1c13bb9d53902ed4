"""The same matter compared across places: in each place who answers for it, by which relation, beside which other matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.ties import CHARGES, End, Tie, of_types, words_of


@dataclass(frozen=True, slots=True)
class Handled:
    """How one place handles a matter: what bears its words there, who has charge of it, and what else is on these desks."""

    place: str
    objects: tuple[End, ...]
    people: tuple[End, ...]
    relations: tuple[str, ...]  # edge types, as found
    others: int  # further charges of these people
    evidence: tuple[str, ...]


def handled(ties: Iterable[Tie], words: str) -> list[Handled]:
    """Each place in which a body or matter whose name holds the words is on somebody's desk, in order of places."""
    known = of_types(ties, CHARGES, starts="Person")
    desks: dict[End, set[End]] = {}
    places: dict[str, list[Tie]] = {}
    for tie in known:
        desks.setdefault(tie.start, set()).add(tie.end)
        if words and words in tie.end.name:
            places.setdefault(tie.start.place, []).append(tie)
    found = []
    for place, some in sorted(places.items()):
        objects = tuple(sorted({tie.end for tie in some}))
        people = tuple(sorted({tie.start for tie in some}))
        others = set().union(*(desks[who] for who in people)) - set(objects)
        relations = tuple(dict.fromkeys(tie.type for tie in sorted(some, key=lambda tie: CHARGES.index(tie.type))))
        found.append(Handled(place, objects, people, relations, len(others), words_of(some)))
    return found
