"""Nodes and edges as a page of vis-network, put together by pyvis; positions are computed beforehand by networkx.

pyvis calls a remote host in every mode of its own template, so its data goes into a template of ours: `viz.page`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from pyvis.network import Network as Pyvis

from viz.palette import edge_colour, node_colour

#: What a reader can still follow; the nearest stay, and the page says how many were left out.
MAX_NODES = 300
#: Up to here the picture may move to settle; beyond, the positions computed here stand still.
MAX_MOVING = 60
_SPREAD = 150.0
_SEED = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """A node of a picture."""

    id: str
    label: str  # of the ontology
    name: str
    href: str = ""
    steps: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """An edge of a picture; `word` is what stands on it."""

    start: str
    end: str
    type: str
    word: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Net:
    """A network to draw; `left_out` nodes did not fit."""

    title: str
    dots: tuple[Dot, ...]
    links: tuple[Link, ...]
    left_out: int = 0


def bounded(title: str, dots: Sequence[Dot], links: Sequence[Link], *, left_out: int = 0) -> Net:
    """The first `MAX_NODES` nodes and the edges between them."""
    kept = tuple(dots[:MAX_NODES])
    known = {dot.id for dot in kept}
    inside = tuple(link for link in links if link.start in known and link.end in known)
    return Net(title, kept, inside, left_out + len(dots) - len(kept))


def positions(net: Net) -> dict[str, tuple[float, float]]:
    """Where each node stands: the same picture for the same data.

    A large star stands in rings around its centre; anything else is laid out by springs, each part on its own ground.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(dot.id for dot in net.dots)
    graph.add_edges_from((link.start, link.end) for link in net.links)
    centre = [dot.id for dot in net.dots if dot.steps == 0]
    if centre and len(net.dots) > MAX_MOVING:
        return _rings(net)
    return _apart(graph)


def vis_data(net: Net) -> str:
    """Nodes and edges as the JSON that vis-network takes, harmless in a script element."""
    drawn = Pyvis(directed=True)
    places = positions(net)
    busy = len(net.dots) > MAX_MOVING
    for dot in net.dots:
        x, y = places[dot.id]
        colour = node_colour(dot.label)
        drawn.add_node(
            dot.id, label=_wrapped(dot.name), color=colour, shape="dot", size=26 if dot.steps == 0 else 15, x=x, y=y,
            physics=False, href=dot.href, kind=dot.label,
        )  # fmt: skip
    for link in net.links:
        drawn.add_edge(
            link.start, link.end, color=edge_colour(link.type), label="" if busy else link.word, title=link.word,
            dashes=link.dashed, width=1.4,
        )  # fmt: skip
    nodes, edges, *_ = drawn.get_network_data()
    return (
        json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")
    )


def _rings(net: Net) -> dict[str, tuple[float, float]]:
    """The centre, then a ring a step, wide enough that names do not meet; a full ring goes on in the next."""
    found: dict[str, tuple[float, float]] = {}
    radius = 0.0
    for steps in sorted({dot.steps for dot in net.dots}):
        waiting = [dot for dot in net.dots if dot.steps == steps]
        if steps == 0:
            for place, dot in enumerate(waiting):
                found[dot.id] = (place * _SPREAD, 0.0)
            continue
        while waiting:
            radius += _SPREAD * 1.25
            room = max(int(2 * math.pi * radius / 105), 6)
            some, waiting = waiting[:room], waiting[room:]
            angles = np.linspace(-np.pi / 2, 1.5 * np.pi, len(some), endpoint=False)
            for dot, angle in zip(some, angles, strict=True):
                found[dot.id] = (round(float(radius * np.cos(angle)), 1), round(float(radius * np.sin(angle)), 1))
    return found


def _apart(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Each connected part laid out for itself, the largest first, in rows."""
    found: dict[str, tuple[float, float]] = {}
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    x, y, tallest, row_width = 0.0, 0.0, 0.0, _SPREAD * 3 * math.sqrt(max(len(graph), 1))
    for part in parts:
        inner = graph.subgraph(sorted(part))
        size = _SPREAD * math.sqrt(len(part))
        laid = (
            nx.spring_layout(inner, seed=_SEED, iterations=60, scale=size) if len(part) > 1 else {min(part): (0.0, 0.0)}
        )
        if x and x + 2 * size > row_width:
            x, y, tallest = 0.0, y + tallest + _SPREAD, 0.0
        for node, (left, top) in laid.items():
            found[node] = (round(x + size + float(left), 1), round(y + size + float(top), 1))
        x, tallest = x + 2 * size + _SPREAD, max(tallest, 2 * size)
    return found


def _wrapped(name: str) -> str:
    """A name on lines of at most eleven characters, four lines at most."""
    if len(name) > 44:
        name = f"{name[:42]}…"
    return "\n".join(name[start : start + 11] for start in range(0, len(name), 11))
