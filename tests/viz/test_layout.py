"""Where nodes stand: the same for the same data, and no box upon another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viz.layout import HIGH, WIDE, around, hubs, rings


def apart(places: dict[str, tuple[float, float]]) -> bool:
    """Whether no two boxes overlap."""
    spots = list(places.values())
    return all(
        abs(a[0] - b[0]) >= WIDE - 1 or abs(a[1] - b[1]) >= HIGH * 0.75
        for number, a in enumerate(spots)
        for b in spots[number + 1 :]
    )


@given(st.lists(st.integers(1, 40), max_size=7))
def test_blocks_around_a_thing_never_meet(sizes: list[int]) -> None:
    groups = [(f"g{number}", [f"{number}-{each}" for each in range(size)]) for number, size in enumerate(sizes)]
    laid = around("c", groups)
    assert len(laid.places) == 1 + sum(sizes)
    assert apart({node: place for node, place in laid.places.items() if node != "c"})
    assert [heading.count for heading in laid.headings] == [len(nodes) for _, nodes in _as_laid(groups)]


def _as_laid(groups: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    names = {heading.name for heading in around("c", groups).headings}
    assert names == {name for name, _ in groups}
    order = [heading.name for heading in around("c", groups).headings]
    return sorted(groups, key=lambda group: order.index(group[0]))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_hubs_and_what_hangs_on_them_never_meet(pairs: list[tuple[int, int]]) -> None:
    edges = [(str(a), str(b)) for a, b in pairs if a != b]
    nodes = sorted({node for edge in edges for node in edge})
    laid = hubs(nodes, edges)
    assert set(laid.places) == set(nodes)
    assert apart(laid.places)
    assert hubs(nodes, edges) == laid


def test_rings_hold_three_hundred() -> None:
    laid = rings([("c", 0), *((str(number), 1 + number % 2) for number in range(299))])
    assert len(set(laid.places.values())) == 300
