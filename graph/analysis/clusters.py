"""Units that work together: communities in the graph of shared tasks and shared groups (Louvain, Blondel et al. 2008)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.analysis.ties import End, Tie, of_types, words_of

#: The order of nodes and this seed make the communities a function of the ties.
_SEED = 7
#: A plan that binds every unit says little about who works with whom: a task or group of more units than this is left out.
WIDEST = 25


@dataclass(frozen=True, slots=True)
class Cluster:
    """Units that share more work with each other than with the rest.

    `inside` and `outside` are shared tasks and groups within the cluster and across its border, counted by pair of units;
    `work` is what its units share most.
    """

    units: tuple[End, ...]
    inside: int
    outside: int
    work: tuple[End, ...]
    evidence: tuple[str, ...]


def shared_work(ties: Iterable[Tie]) -> dict[End, dict[End, list[Tie]]]:
    """Each task or group that several bodies have a part in, with these bodies and their ties."""
    found: dict[End, dict[End, list[Tie]]] = {}
    for tie in of_types(ties, ("LEADS", "CARRIES_OUT", "SUPPORTS", "MEMBER_OF"), starts="Organisation"):
        found.setdefault(tie.end, {}).setdefault(tie.start, []).append(tie)
    return {what: units for what, units in found.items() if 1 < len(units) <= WIDEST}


def clusters(ties: Iterable[Tie]) -> list[Cluster]:
    """Communities of two or more units, the largest first; each unit is in one at most."""
    work = shared_work(ties)
    graph: nx.Graph[End] = nx.Graph()
    graph.add_nodes_from(sorted({unit for units in work.values() for unit in units}))
    for what in sorted(work):
        for one, other in combinations(sorted(work[what]), 2):
            weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
            graph.add_edge(one, other, weight=weight + 1)
    if graph.number_of_edges() == 0:
        return []
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    found = [_cluster(set(part), graph, work) for part in parts if len(part) > 1]
    return sorted(found, key=lambda each: (-len(each.units), -each.inside, each.units))


def _cluster(part: set[End], graph: nx.Graph[End], work: dict[End, dict[End, list[Tie]]]) -> Cluster:
    inside = outside = 0
    for one, other, data in graph.edges(data=True):
        both, weight = (one in part) + (other in part), int(data["weight"])
        inside += weight if both == 2 else 0
        outside += weight if both == 1 else 0
    shared = {what: units for what, units in work.items() if len(part & set(units)) > 1}
    most = sorted(shared, key=lambda what: (-len(part & set(shared[what])), what))
    rests = [tie for what in most for unit in sorted(part & set(shared[what])) for tie in shared[what][unit]]
    return Cluster(tuple(sorted(part)), inside, outside, tuple(most), words_of(rests))
