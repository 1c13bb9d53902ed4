"""AB角: who stands in for whom (DESIGN, section 5).

Pairs are replaced only by a paper that prints pairs, and a pair ends when one side leaves the team: by a whole division
that no longer lists it, or by leaving its last post there. A paper that prints no pairs leaves them as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity
from graph.timeline.facts import Division, Pairing
from graph.timeline.notices import Notice
from graph.timeline.papers import Paper, Papers, Row
from graph.timeline.spans import When, ended, starting
from graph.timeline.teams import Departure, team_of

PairKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class PairPaper:
    """One paper's pairs of one team. `persons` are all the paper names, in pairs or at desks."""

    paper: Paper
    team: str
    pairings: tuple[Pairing, ...]
    persons: frozenset[str]


@dataclass(slots=True)
class _Open:
    fact: Pairing
    evidence: list[str] = field(default_factory=list)
    last: Paper | None = None


def pair_papers(papers: Papers, identity: Identity) -> list[PairPaper]:
    """Every paper that prints pairs, in the order in which they count."""
    by_paper: dict[str, list[Row[waist.StandIn]]] = defaultdict(list)
    for row in papers.rows(waist.StandIn):
        by_paper[row.paper.id].append(row)
    found = (_pair_paper(rows, identity) for rows in by_paper.values())
    return sorted((each for each in found if each.pairings), key=lambda each: each.paper.key)


class PairFold:
    """Reads one team's pair papers, divisions and departures in the order in which they count."""

    def __init__(self, team: str) -> None:
        self._team = team
        self._open: dict[PairKey, _Open] = {}
        self._facts: list[Pairing] = []

    def read(
        self, printed: Sequence[PairPaper], lists: Sequence[tuple[Notice, Division]], departures: Sequence[Departure]
    ) -> tuple[Pairing, ...]:
        """All pairings, closed and open. `lists` are the team's notices with what became of them."""
        whole = {notice.paper.id for notice, division in lists if division.extent == "whole"}
        events: list[tuple[When, tuple[int, int, str], int, PairPaper | Notice | Departure]] = []
        events += [(each.paper.when, each.paper.rank, 1, each) for each in printed]
        events += [(each.paper.when, each.paper.rank, 0, each) for each, _ in lists if each.paper.id in whole]
        events += [(each.when, (0, 0, each.person), 2, each) for each in departures]
        with_pairs = {each.paper.id: each for each in printed}
        for _, _, _, event in sorted(events, key=lambda item: item[:3]):
            match event:
                case PairPaper() if not event.paper.when.is_dated:
                    self._facts.extend(replace(each, interval=Interval()) for each in event.pairings)
                case PairPaper():
                    self._print(event, whole=event.paper.id in whole or self._covers(event))
                case Departure():
                    self._part(frozenset({event.person}), event.when, event.evidence)
                case Notice() if event.paper.when.is_dated:
                    paired = with_pairs.get(event.paper.id)
                    listed = event.persons | (paired.persons if paired else frozenset())
                    gone = frozenset(side for key in self._open for side in key[:2]) - listed
                    self._part(gone, event.paper.when, (event.evidence,))
        for key in list(self._open):
            self._close(key, None, ())
        return tuple(sorted(self._facts, key=lambda each: (each.interval, each.stand_in, each.replaced, each.evidence)))

    def _covers(self, printed: PairPaper) -> bool:
        """A paper of pairs alone replaces all pairs if it names most of those who stand in pairs today."""
        sides = {side for key in self._open for side in key[:2]}
        return len(printed.pairings) >= 2 and 2 * len(sides & printed.persons) > len(sides)

    def _print(self, printed: PairPaper, *, whole: bool) -> None:
        """A whole set replaces all pairs; a patch those of the persons it pairs."""
        new = {_key(each): each for each in printed.pairings}
        named = {side for each in printed.pairings for side in (each.stand_in, each.replaced)}
        first = printed.pairings[0].evidence
        for key in list(self._open):
            if key not in new and (whole or named & set(key[:2])):
                self._close(key, printed.paper.when, first)
        for key, fact in new.items():
            opened = self._open.get(key)
            if opened is None:
                self._open[key] = _Open(fact, list(fact.evidence), printed.paper)
            else:
                opened.evidence.extend(fact.evidence)
                opened.last = printed.paper

    def _part(self, gone: frozenset[str], when: When, evidence: tuple[str, ...]) -> None:
        for key in list(self._open):
            if gone & set(key[:2]):
                self._close(key, when, evidence)

    def _close(self, key: PairKey, when: When | None, ended_by: tuple[str, ...]) -> None:
        opened = self._open.pop(key)
        fact = replace(opened.fact, evidence=tuple(opened.evidence))
        if opened.last is not None and opened.last.ending is not None:
            ending = opened.last.ending
            fact = replace(fact, interval=ended(fact.interval, ending.when), ended_by=ending.evidence)
        if when is not None:
            fact = replace(fact, interval=ended(fact.interval, when), ended_by=(*fact.ended_by, *ended_by))
        self._facts.append(fact)


def fold_pairs(
    printed: Iterable[PairPaper],
    notices: Iterable[Notice],
    divisions: Iterable[Division],
    departures: Mapping[str, list[Departure]],
) -> list[Pairing]:
    """The pairings of every team, each from its own papers."""
    by_team: dict[str, list[PairPaper]] = defaultdict(list)
    for each in printed:
        by_team[each.team].append(each)
    by_document = {(division.team, division.document): division for division in divisions}
    lists: dict[str, list[tuple[Notice, Division]]] = defaultdict(list)
    for notice in notices:
        division = by_document.get((notice.team, notice.paper.id))
        if division is not None:
            lists[notice.team].append((notice, division))
    return [
        pairing
        for team in sorted(by_team)
        for pairing in PairFold(team).read(by_team[team], lists.get(team, []), departures.get(team, []))
    ]


def _pair_paper(rows: Sequence[Row[waist.StandIn]], identity: Identity) -> PairPaper:
    paper, near = rows[0].paper, rows[0].statement
    team = team_of(paper, near, identity)
    pairings: list[Pairing] = []
    persons: set[str] = set()
    for row in rows:
        printed = row.statement
        first, second = identity.person(printed, "person_a"), identity.person(printed, "person_b")
        persons |= {first, second} - {""}
        if not first or not second:
            continue
        sides = ((second, first), (first, second)) if printed.mutual == "yes" else ((second, first),)
        pairings.extend(
            Pairing(
                stand_in=stand_in,
                replaced=replaced,
                team=team,
                rank=printed.rank,
                scope=printed.scope,
                exclusion=printed.exclusion,
                condition=printed.condition,
                fallback=printed.fallback,
                interval=starting(paper.when),
                evidence=(row.id,),
            )
            for stand_in, replaced in sides
        )
    return PairPaper(paper, team, tuple(pairings), frozenset(persons))


def _key(fact: Pairing) -> PairKey:
    return fact.stand_in, fact.replaced, fact.rank, fact.scope
