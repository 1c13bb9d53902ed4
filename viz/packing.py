"""Where the nodes of a whole graph stand: circles within circles, worked out once, the same for the same graph.

Each node hangs on its best connected neighbour, so that a leader stands amid the units of the desk, a group amid its
members, a plan amid its tasks. What hangs on one node is packed around it, and so is, by place, what hangs on nothing.
No chance and no forces: the same graph gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

#: The circle of a node by itself, and the air around a packed cluster.
UNIT = 1.0
_AIR = 1.06
#: Circles that touch do not cross.
_TOUCH = 1e-6

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spots of circles about the middle of the circle that holds them all, and the radius of that one."""

    spots: tuple[Spot, ...]
    radius: float


def packed(nodes: Mapping[str, str], edges: Iterable[tuple[str, str]]) -> dict[str, Spot]:
    """A spot for each node. `nodes` tells the cluster (the place) of each id; edges to unknown ids are left out."""
    joined: dict[str, set[str]] = {node: set() for node in nodes}
    for start, end in edges:
        if start != end and start in joined and end in joined:
            joined[start].add(end)
            joined[end].add(start)
    rank = {node: (len(near), node) for node, near in joined.items()}
    # Parents outrank their children, so no chain of parents comes back to its beginning.
    parent = {
        node: best
        for node, near in joined.items()
        if near and rank[best := max(near, key=rank.__getitem__)] > rank[node]
    }
    children: dict[str, list[str]] = {node: [] for node in nodes}
    for node in sorted(parent):
        children[parent[node]].append(node)
    inside: dict[str, Cluster] = {}
    for node in sorted(nodes, key=rank.__getitem__):
        children[node].sort(key=lambda each: (-inside[each].radius, each))
        inside[node] = cluster([UNIT, *(inside[each].radius for each in children[node])])
    roots: dict[str, list[str]] = {}
    for node in sorted((each for each in nodes if each not in parent), key=lambda each: (-inside[each].radius, each)):
        roots.setdefault(nodes[node], []).append(node)
    wholes = {name: cluster([inside[each].radius for each in some]) for name, some in roots.items()}
    order = sorted(wholes, key=lambda name: (-wholes[name].radius, name))
    spots: dict[str, Spot] = {}
    for name, middle in zip(order, cluster([wholes[each].radius for each in order]).spots, strict=True):
        waiting = [(node, _moved(middle, spot)) for node, spot in zip(roots[name], wholes[name].spots, strict=True)]
        while waiting:
            node, here = waiting.pop()
            own, *below = (_moved(here, spot) for spot in inside[node].spots)
            spots[node] = (round(own[0], 2), round(own[1], 2))
            waiting.extend(zip(children[node], below, strict=True))
    return spots


def cluster(radii: Sequence[float]) -> Cluster:
    """Circles side by side, none upon another, the first ones nearest to the middle."""
    if not radii:
        return Cluster((), 0.0)
    circles = _front_chain(radii)
    left, right = min(x - r for x, _, r in circles), max(x + r for x, _, r in circles)
    low, high = min(y - r for _, y, r in circles), max(y + r for _, y, r in circles)
    x0, y0 = (left + right) / 2, (low + high) / 2
    radius = max(math.hypot(x - x0, y - y0) + r for x, y, r in circles)
    return Cluster(tuple((x - x0, y - y0) for x, y, _ in circles), radius * (_AIR if len(radii) > 1 else 1.0))


_Circle = tuple[float, float, float]


def _front_chain(radii: Sequence[float]) -> list[_Circle]:
    """Each circle put against two of those on the outline, at the place nearest to the middle.

    After W. Wang, H. Wang, G. Dai and H. Wang, Visualization of large hierarchical data by circle packing (CHI 2006).
    """
    first, *rest = radii
    if not rest:
        return [(0.0, 0.0, first)]
    circles: list[_Circle] = [(-rest[0], 0.0, first), (first, 0.0, rest[0])]
    if len(rest) == 1:
        return circles
    circles.append(_against(circles[1], circles[0], rest[1]))
    after, before = {0: 1, 1: 2, 2: 0}, {1: 0, 2: 1, 0: 2}
    nearest = [(_farness(circles, one, after[one]), one, after[one]) for one in after]
    heapify(nearest)
    for radius in rest[2:]:
        # Where the outline is nearest to the middle the next one goes; what is no more on the outline is passed over.
        while after.get(nearest[0][1]) != nearest[0][2]:
            heappop(nearest)
        _, a, b = nearest[0]
        while True:
            made = _against(circles[a], circles[b], radius)
            crossed = _crossed(circles, after, before, a, b, made)
            if crossed is None:
                break
            a, b = crossed
            _cut(after, before, a, b)
        new = len(circles)
        circles.append(made)
        before[new], after[new] = a, b
        after[a], before[b] = new, new
        heappush(nearest, (_farness(circles, a, new), a, new))
        heappush(nearest, (_farness(circles, new, b), new, b))
    return circles


def _cut(after: dict[int, int], before: dict[int, int], start: int, end: int) -> None:
    """Take off the outline what lies between two of it."""
    walk = after[start]
    while walk != end:
        gone, walk = walk, after[walk]
        del after[gone], before[gone]
    after[start], before[end] = end, start


def _against(b: _Circle, a: _Circle, radius: float) -> _Circle:
    """A circle of that radius that touches both."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    to_a, to_b = (a[2] + radius) ** 2, (b[2] + radius) ** 2
    if to_a > to_b:
        along = (square + to_b - to_a) / (2 * square)
        aside = math.sqrt(max(0.0, to_b / square - along * along))
        return b[0] - along * dx - aside * dy, b[1] - along * dy + aside * dx, radius
    along = (square + to_a - to_b) / (2 * square)
    aside = math.sqrt(max(0.0, to_a / square - along * along))
    return a[0] + along * dx - aside * dy, a[1] + along * dy + aside * dx, radius


def _crossed(
    circles: list[_Circle], after: dict[int, int], before: dict[int, int], a: int, b: int, made: _Circle
) -> tuple[int, int] | None:
    """The pair of the outline between which there is room, if a circle put against `a` and `b` crosses it; else None."""
    ahead, behind = after[b], before[a]
    walked_ahead, walked_behind = circles[b][2], circles[a][2]
    while True:
        if walked_ahead <= walked_behind:
            if _cross(circles[ahead], made):
                return a, ahead
            walked_ahead += circles[ahead][2]
            ahead = after[ahead]
        else:
            if _cross(circles[behind], made):
                return behind, b
            walked_behind += circles[behind][2]
            behind = before[behind]
        if ahead == after[behind]:
            return None


def _cross(one: _Circle, other: _Circle) -> bool:
    reach = one[2] + other[2] - _TOUCH
    dx, dy = other[0] - one[0], other[1] - one[1]
    return reach > 0 and reach * reach > dx * dx + dy * dy


def _farness(circles: list[_Circle], one: int, other: int) -> float:
    a, b = circles[one], circles[other]
    both = a[2] + b[2]
    x, y = (a[0] * b[2] + b[0] * a[2]) / both, (a[1] * b[2] + b[1] * a[2]) / both
    return x * x + y * y


def _moved(middle: Spot, spot: Spot) -> Spot:
    return middle[0] + spot[0], middle[1] + spot[1]
