"""Coverage of AB pairs: which leaders somebody stands in for, and which of their duties nobody would cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.ties import CHARGES, End, Tie, of_types, words_of


@dataclass(frozen=True, slots=True)
class Cover:
    """A leader with charges and who stands in. `mutual` names stand-ins for whom the leader stands in as well.

    `limited` are stand-ins whose pair is limited by a printed scope.
    """

    who: End
    charges: tuple[End, ...]
    stand_ins: tuple[End, ...]
    mutual: tuple[End, ...]
    limited: tuple[End, ...]
    evidence: tuple[str, ...]

    @property
    def covered(self) -> bool:
        """Whether anybody acts in absence."""
        return bool(self.stand_ins)


@dataclass(frozen=True, slots=True)
class Share:
    """Of the leaders of a place, how many are covered."""

    place: str
    covered: int
    leaders: int


def covers(ties: Iterable[Tie]) -> list[Cover]:
    """Each leader who has charge of anything, by place: the uncovered first, those with most charges before others."""
    known = list(ties)
    charges: dict[End, list[Tie]] = {}
    for tie in of_types(known, CHARGES, starts="Person"):
        charges.setdefault(tie.start, []).append(tie)
    pairs: dict[End, list[Tie]] = {}
    for tie in of_types(known, ("STANDS_IN_FOR",)):
        pairs.setdefault(tie.end, []).append(tie)
    found = []
    for who, held in charges.items():
        some = pairs.get(who, [])
        found.append(
            Cover(
                who=who,
                charges=tuple(dict.fromkeys(tie.end for tie in held)),
                stand_ins=tuple(dict.fromkeys(tie.start for tie in some)),
                mutual=tuple(
                    dict.fromkeys(
                        tie.start for tie in some if any(back.start == who for back in pairs.get(tie.start, []))
                    )
                ),
                limited=tuple(dict.fromkeys(tie.start for tie in some if tie.scope)),
                evidence=words_of(some) or words_of(held),
            )
        )
    return sorted(found, key=lambda each: (each.who.place, each.covered, -len(each.charges), each.who))


def shares(found: Iterable[Cover]) -> list[Share]:
    """How many leaders are covered, by place."""
    places: dict[str, list[bool]] = {}
    for each in found:
        places.setdefault(each.who.place, []).append(each.covered)
    return [Share(place, sum(some), len(some)) for place, some in sorted(places.items())]
