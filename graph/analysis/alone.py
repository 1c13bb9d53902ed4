"""Single points of failure: what one person carries alone, and whose absence would part the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import networkx as nx

from graph.analysis.ties import BODY_CHARGES, End, Tie, leads_the_group, of_types, words_of


@dataclass(frozen=True, slots=True)
class Alone:
    """A leader and what only this leader carries. `stand_ins` empty: nobody acts in absence.

    `cut_off` are the bodies, tasks and groups that would hang on nobody and nothing else without this leader: the leader is
    an articulation point of the graph of leaders, bodies, tasks and groups.
    """

    who: End
    bodies: tuple[End, ...]
    tasks: tuple[End, ...]
    chairs: tuple[End, ...]
    stand_ins: tuple[End, ...]
    cut_off: int
    evidence: tuple[str, ...]

    @property
    def carried(self) -> int:
        """How many things nobody else carries."""
        return len(self.bodies) + len(self.tasks) + len(self.chairs)


def alone(ties: Iterable[Tie]) -> list[Alone]:
    """Leaders who carry something that no other person carries, those without a stand-in first, then by how much.

    A body is carried by whoever heads, has or shares charge of it (matters are worded for one leader and say nothing here); a task by whoever answers for it that day; the
    head's seat of a group by whoever holds it. A stand-in relieves: the leader is listed, with the stand-in named.
    """
    known = list(ties)
    carried: dict[tuple[str, End], dict[End, list[Tie]]] = {}
    for tie in of_types(known, BODY_CHARGES, starts="Person"):
        carried.setdefault(("bodies", tie.end), {}).setdefault(tie.start, []).append(tie)
    for tie in of_types(known, ("ANSWERED_BY",), ends="Person"):
        carried.setdefault(("tasks", tie.start), {}).setdefault(tie.end, []).append(tie)
    for tie in of_types(known, ("MEMBER_OF",), starts="Person"):
        if leads_the_group(tie.word):
            carried.setdefault(("chairs", tie.end), {}).setdefault(tie.start, []).append(tie)
    stand_ins: dict[End, list[End]] = {}
    for tie in of_types(known, ("STANDS_IN_FOR",)):
        stand_ins.setdefault(tie.end, []).append(tie.start)
    single: dict[End, dict[str, list[End]]] = {}
    rests: dict[End, list[Tie]] = {}
    for (kind, what), holders in carried.items():
        if len(holders) == 1:
            ((who, some),) = holders.items()
            single.setdefault(who, {}).setdefault(kind, []).append(what)
            rests.setdefault(who, []).extend(some)
    cuts = cut_off(known)
    found = [
        Alone(
            who=who,
            bodies=tuple(sorted(kinds.get("bodies", []))),
            tasks=tuple(sorted(kinds.get("tasks", []))),
            chairs=tuple(sorted(kinds.get("chairs", []))),
            stand_ins=tuple(dict.fromkeys(stand_ins.get(who, []))),
            cut_off=cuts.get(who, 0),
            evidence=words_of(rests[who]),
        )
        for who, kinds in single.items()
    ]
    return sorted(found, key=lambda each: (bool(each.stand_ins), -each.carried, each.who))


def cut_off(ties: Iterable[Tie]) -> dict[End, int]:
    """Articulation points among persons: how many other nodes are parted from the largest remaining piece without them."""
    graph: nx.Graph[End] = nx.Graph()
    for tie in of_types(ties, (*BODY_CHARGES, "ANSWERED_BY", "MEMBER_OF", "LEADS")):
        graph.add_edge(tie.start, tie.end)
    found: dict[End, int] = {}
    for part in nx.connected_components(graph):
        found |= _parted(graph.subgraph(part))
    return {who: count for who, count in found.items() if who.label == "Person"}


def _parted(whole: nx.Graph[End]) -> dict[End, int]:
    """For each articulation point of a connected graph, the nodes outside the largest piece that is left without it.

    Blocks and the points they share form a tree; the pieces without a point are the sides of that point in it. Walked
    once, so that a city takes no longer than its size.
    """
    cuts = set(nx.articulation_points(whole))
    tree: nx.Graph[End | int] = nx.Graph()
    size: dict[End | int, int] = dict.fromkeys(cuts, 1)
    for number, found_block in enumerate(nx.biconnected_components(whole)):
        block = cast("set[End]", found_block)
        size[number] = len(block - cuts)
        tree.add_edges_from((number, point) for point in block & cuts)
    if not cuts:
        return {}
    total = whole.number_of_nodes()
    below = dict(size)
    parents = {0: 0} | {child: parent for parent, child in nx.bfs_edges(tree, 0)}
    for node in reversed(list(parents)[1:]):
        below[parents[node]] += below[node]
    found = {}
    for point in cuts:
        sides = [below[block] for block in tree[point] if block != parents[point]]
        found[point] = total - 1 - max([*sides, total - below[point]])
    return found
