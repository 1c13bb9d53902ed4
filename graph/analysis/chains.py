"""The shortest chain between two things, hop by hop, each hop with the words it rests on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.analysis.ties import End, Tie


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain, in the direction of walking; `forward` says that the relation points that way."""

    start: End
    end: End
    tie: Tie
    forward: bool


def shortest_chain(ties: Iterable[Tie], first: str, last: str) -> list[Hop]:
    """A shortest way from the node of one id to that of another; empty if there is none or both are the same.

    Of several as short, the one that comes first by the names along it, so that equal graphs give equal chains.
    """
    graph: nx.MultiGraph[End] = nx.MultiGraph()
    for number, tie in enumerate(sorted(ties, key=lambda tie: (tie, tie.evidence))):
        graph.add_edge(tie.start, tie.end, key=number, tie=tie)
    by_id = {node.id: node for node in graph}
    if first == last or first not in by_id or last not in by_id:
        return []
    distance = _steps_to(graph, by_id[last])
    here, hops = by_id[first], []
    if here not in distance:
        return []
    while here.id != last:
        step = min(other for other in graph[here] if distance.get(other, len(distance)) == distance[here] - 1)
        walked: Tie = graph[here][step][min(graph[here][step])]["tie"]
        hops.append(Hop(here, step, walked, walked.start == here))
        here = step
    return hops


def _steps_to(graph: nx.MultiGraph[End], goal: End) -> dict[End, int]:
    steps = {goal: 0}
    waiting = deque([goal])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other not in steps:
                steps[other] = steps[node] + 1
                waiting.append(other)
    return steps
