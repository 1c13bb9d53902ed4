"""Brokers: who joins groups of people that otherwise would not meet, by betweenness over shared seats (Freeman 1977)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.analysis.ties import End, Tie, of_types, words_of

#: Steps along edges that one answer may take, some seconds of work. Where all shortest ways would take more, those from as many
#: persons as fit are counted, drawn with a fixed seed: a good estimate (Brandes 2008), and told as one.
_STEPS = 4_000_000
_FEWEST = 30
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


def sample_of(graph: nx.Graph[End]) -> int | None:
    """From how many persons ways are counted; None for all of them."""
    fits = max(_STEPS // max(graph.number_of_edges(), 1), _FEWEST)
    return fits if fits < graph.number_of_nodes() else None


def brokers(ties: Iterable[Tie]) -> list[Broker]:
    """Persons through whom shortest ways between others run, the strongest first; who joins nobody is left out.

    Betweenness is normalised (1: all ways of all pairs). Of two persons in one group no third is a broker.
    """
    known = of_types(ties, ("MEMBER_OF",), starts="Person")
    graph = co_members(known)
    # Walked by numbers: to hash a node with its names at each step would take most of the time.
    people = list(graph)
    numbers = {who: number for number, who in enumerate(people)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(people)))
    plain.add_edges_from((numbers[one], numbers[other]) for one, other in graph.edges)
    scores = nx.betweenness_centrality(plain, k=sample_of(graph), seed=_SEED)
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
        for who, score in ((people[number], score) for number, score in scores.items())
        if round(score, 6) > 0
    ]
    return sorted(found, key=lambda each: (-each.betweenness, each.who))
