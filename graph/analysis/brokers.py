"""Brokers: who joins groups of people that otherwise would not meet, by betweenness over shared seats (Freeman 1977)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.analysis.ties import End, Tie, of_types, words_of

#: Up to here every shortest path is counted; beyond, those from this many persons, drawn with a fixed seed.
EXACT_UP_TO = 1_500
_SAMPLE = 300
_SEED = 7


@dataclass(frozen=True, slots=True)
class Broker:
    """A person, the share of shortest paths between others that runs through, the groups, and with whom they are shared."""

    who: End
    betweenness: float
    groups: tuple[End, ...]
    met: int
    evidence: tuple[str, ...]


def co_members(ties: Iterable[Tie]) -> nx.Graph[End]:
    """Who sits together: an edge between two persons in one group, its `groups` how many they share."""
    seats: dict[End, set[End]] = {}
    for tie in of_types(ties, ("MEMBER_OF",), starts="Person"):
        seats.setdefault(tie.end, set()).add(tie.start)
    graph: nx.Graph[End] = nx.Graph()
    graph.add_nodes_from(sorted({who for people in seats.values() for who in people}))
    for group in sorted(seats):
        for one, other in combinations(sorted(seats[group]), 2):
            shared = graph.get_edge_data(one, other, {"groups": 0})["groups"]
            graph.add_edge(one, other, groups=shared + 1)
    return graph


def brokers(ties: Iterable[Tie]) -> list[Broker]:
    """Persons through whom shortest ways between others run, the strongest first; who joins nobody is left out.

    Betweenness is normalised (1: all ways of all pairs). Of two persons in one group no third is a broker.
    """
    known = of_types(ties, ("MEMBER_OF",), starts="Person")
    graph = co_members(known)
    many = graph.number_of_nodes() > EXACT_UP_TO
    scores = nx.betweenness_centrality(graph, k=_SAMPLE if many else None, seed=_SEED)
    rests: dict[End, list[Tie]] = {}
    for tie in known:
        rests.setdefault(tie.start, []).append(tie)
    found = [
        Broker(
            who=who,
            betweenness=round(score, 6),
            groups=tuple(dict.fromkeys(tie.end for tie in rests[who])),
            met=graph.degree(who),
            evidence=words_of(rests[who]),
        )
        for who, score in scores.items()
        if round(score, 6) > 0
    ]
    return sorted(found, key=lambda each: (-each.betweenness, each.who))
