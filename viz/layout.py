"""Where nodes stand: computed beforehand, the same for the same data, so that a picture is there at once and stays put.

Names are what a reader looks for, so nodes are boxes with their names in them, and boxes never meet: around one thing
they stand in blocks, a block a relation; in a picture of a whole place each hub stands above those that hang on it, as
many beside one another as a page has room for while names can be read: such a picture is a page to scroll, no poster.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

#: A box with two lines of eleven characters, and the air around it.
WIDE, HIGH = 196.0, 54.0
_GAP = 60.0
#: Boxes beside one another on a page at a desk, and on a phone.
ACROSS, ACROSS_NARROW = 7, 2

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above a block: the relation and how many hang on it."""

    name: str
    count: int
    place: Place


@dataclass(frozen=True, slots=True)
class Laid:
    """Places of nodes by id, and the headings of blocks."""

    places: dict[str, Place]
    headings: tuple[Heading, ...] = ()


def around(centre: str, groups: Sequence[tuple[str, Sequence[str]]]) -> Laid:
    """Blocks to the left and the right of one thing; the tallest first, each on the side that is shorter."""
    blocks = sorted(groups, key=lambda group: -len(group[1]))
    sides: dict[int, list[tuple[str, Sequence[str]]]] = {1: [], -1: []}
    heights = {1: 0.0, -1: 0.0}
    for block in blocks:
        side = 1 if heights[1] <= heights[-1] else -1
        sides[side].append(block)
        heights[side] += _rows(len(block[1]), _beside) * HIGH + _GAP
    places: dict[str, Place] = {centre: (0.0, 0.0)}
    headings = []
    for side, some in sides.items():
        top = -heights[side] / 2 + _GAP / 2
        for name, nodes in some:
            headings.append(Heading(name, len(nodes), (side * WIDE * 1.35, top)))
            columns = _beside(len(nodes))
            for number, node in enumerate(nodes):
                row, column = divmod(number, columns)
                places[node] = (side * WIDE * (1.35 + column), top + HIGH * (row + 0.8))
            top += _rows(len(nodes), _beside) * HIGH + _GAP
    return Laid(places, tuple(headings))


def hubs(
    nodes: Sequence[str], edges: Sequence[tuple[str, str]], first: Sequence[str] = (), across: int = ACROSS
) -> Laid:
    """Each hub above those that hang on it, in rows of at most `across` boxes.

    Those of `first` are hubs in their order (leaders as the paper lists them); then the largest.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    waiting = set(nodes)
    free = Counter({node: len(graph[node]) for node in nodes})
    blocks: list[tuple[str, list[str]]] = []
    order = {node: number for number, node in enumerate(nodes)}
    known = [node for node in first if node in order]
    while waiting:
        given = next((node for node in known if node in waiting), None)
        hub = given or min(waiting, key=lambda node: (-free[node], order[node]))
        leaves = sorted((node for node in graph[hub] if node in waiting and node != hub), key=order.__getitem__)
        blocks.append((hub, leaves))
        waiting -= {hub, *leaves}
        for gone in (hub, *leaves):
            for node in graph[gone]:
                free[node] -= 1
    return Laid(_shelves(blocks, across))


def line(nodes: Sequence[str]) -> Laid:
    """One beside the other in the order given, with room for the word between them, each a little lower."""
    return Laid({node: (number * WIDE * 1.6, number * HIGH) for number, node in enumerate(nodes)})


def rings(nodes: Sequence[tuple[str, int]]) -> Laid:
    """The centre (step 0), then rings by steps, wider than high; a full ring goes on in the next."""
    places: dict[str, Place] = {}
    radius = 0.0
    for steps in sorted({step for _, step in nodes}):
        waiting = [node for node, step in nodes if step == steps]
        if steps == 0:
            places |= {node: (number * WIDE, 0.0) for number, node in enumerate(waiting)}
            continue
        while waiting:
            radius += HIGH * 2.2
            room = max(int(2 * math.pi * radius * 1.6 / WIDE), 6)
            some, waiting = waiting[:room], waiting[room:]
            angles = np.linspace(-np.pi / 2, 1.5 * np.pi, len(some), endpoint=False)
            for node, angle in zip(some, angles, strict=True):
                places[node] = (round(float(radius * 2.2 * np.cos(angle)), 1), round(float(radius * np.sin(angle)), 1))
    return Laid(places)


def _shelves(blocks: Sequence[tuple[str, Sequence[str]]], across: int) -> dict[str, Place]:
    places: dict[str, Place] = {}
    limit = across * WIDE + (across - 1) // 2 * _GAP
    x, y, tallest = 0.0, 0.0, 0.0
    for hub, leaves in blocks:
        columns = min(_below(len(leaves)), across)
        wide = columns * WIDE
        if x and x + wide > limit:
            x, y, tallest = 0.0, y + tallest + _GAP, 0.0
        places[hub] = (x + (wide - WIDE) / 2, y)
        for number, leaf in enumerate(leaves):
            row, column = divmod(number, columns)
            places[leaf] = (x + column * WIDE, y + HIGH * (row + 1.5))
        x, tallest = x + wide + _GAP, max(tallest, HIGH * (math.ceil(len(leaves) / columns) + 1.5))
    return places


def _beside(count: int) -> int:
    """Columns of a block beside its centre: a page is wider than high."""
    return next((columns for most, columns in ((3, 1), (8, 2), (21, 3), (48, 4)) if count <= most), 6)


def _below(count: int) -> int:
    """Columns of a block below its hub."""
    return next((columns for most, columns in ((5, 1), (24, 2), (60, 3), (120, 4)) if count <= most), 6)


def _rows(count: int, columns: Callable[[int], int]) -> int:
    return math.ceil(count / columns(count))
