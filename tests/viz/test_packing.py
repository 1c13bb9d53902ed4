"""Where the nodes of a whole graph stand: each has its spot, none stands on another, and order of reading is nothing."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from viz.packing import UNIT, cluster, packed


def apart(circles: list[tuple[float, float, float]]) -> bool:
    """Whether no two circles cross by more than rounding."""
    return all(
        math.hypot(a[0] - b[0], a[1] - b[1]) > a[2] + b[2] - 0.05
        for number, a in enumerate(circles)
        for b in circles[number + 1 :]
    )


@given(st.lists(st.floats(1, 40), max_size=60))
def test_circles_stand_side_by_side_inside_their_own(radii: list[float]) -> None:
    found = cluster(sorted(radii, reverse=True))
    circles = [(x, y, r) for (x, y), r in zip(found.spots, sorted(radii, reverse=True), strict=True)]
    assert len(circles) == len(radii)
    assert apart(circles)
    assert all(math.hypot(x, y) + r <= found.radius + 1e-6 for x, y, r in circles)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=120))
def test_a_graph_has_one_picture_whatever_the_order(pairs: list[tuple[int, int]]) -> None:
    nodes = {str(number): f"place {number % 3}" for number in range(41)}
    edges = [(str(a), str(b)) for a, b in pairs]
    spots = packed(nodes, edges)
    assert set(spots) == set(nodes)
    assert apart([(x, y, UNIT) for x, y in spots.values()])
    turned = packed(dict(reversed(nodes.items())), [(b, a) for a, b in reversed(edges)])
    assert turned == spots


def test_what_hangs_on_a_node_stands_around_it() -> None:
    nodes = {name: "one" for name in ("hub", *map(str, range(12)), "far", *(f"f{each}" for each in range(12)))}
    edges = [*(("hub", str(each)) for each in range(12)), *(("far", f"f{each}") for each in range(12))]
    spots = packed(nodes, edges)
    assert all(
        math.dist(spots["hub"], spots[str(each)]) < math.dist(spots["far"], spots[str(each)]) for each in range(12)
    )


def test_an_edge_to_what_is_not_shown_moves_nothing() -> None:
    nodes = {"a": "one", "b": "one"}
    assert packed(nodes, [("a", "b"), ("a", "hidden")]) == packed(nodes, [("a", "b")])
