from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.identity.clusters import CERTAIN, DECIDED, LEVEL, POST, Link, components

LINKS = st.lists(
    st.builds(
        Link, st.sampled_from([LEVEL, POST, CERTAIN]), st.lists(st.integers(0, 7), min_size=2, max_size=4).map(tuple)
    ),
    max_size=8,
)
CONFLICTS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1]), max_size=4
)


def shown(links: list[Link], conflicts: list[tuple[int, int]], size: int = 4) -> list[tuple[int, ...]]:
    return [component.members for component in components(range(size), links, conflicts)]


def test_linked_members_are_one() -> None:
    assert shown([Link(LEVEL, (0, 1)), Link(CERTAIN, (1, 2))], []) == [(0, 1, 2), (3,)]


def test_a_conflict_leaves_the_stronger_links() -> None:
    links = [Link(LEVEL, (0, 1, 2, 3)), Link(CERTAIN, (0, 1)), Link(CERTAIN, (2, 3))]
    assert shown(links, [(1, 2)]) == [(0, 1), (2, 3)]


def test_a_conflict_inside_certain_links_leaves_single_members() -> None:
    assert shown([Link(CERTAIN, (0, 1, 2))], [(0, 2)]) == [(0,), (1,), (2,), (3,)]


def test_a_decision_outweighs_what_is_certain() -> None:
    assert shown([Link(CERTAIN, (0, 1)), Link(DECIDED, (1, 2))], [(0, 1)]) == [(0,), (1, 2), (3,)]


def test_presumed_is_what_rests_on_weak_links() -> None:
    weak, sure = components(range(4), [Link(LEVEL, (0, 1)), Link(CERTAIN, (2, 3))], [])
    assert weak.presumed
    assert not sure.presumed


@given(LINKS, CONFLICTS)
def test_no_component_holds_two_that_cannot_be_one_and_none_is_lost(
    links: list[Link], conflicts: list[tuple[int, int]]
) -> None:
    found = shown(links, conflicts, 8)
    assert sorted(member for members in found for member in members) == list(range(8))
    assert not any({left, right} <= set(members) for left, right in conflicts for members in found)


@given(LINKS, CONFLICTS)
def test_the_order_of_links_does_not_matter(links: list[Link], conflicts: list[tuple[int, int]]) -> None:
    assert components(range(8), links[::-1], conflicts[::-1]) == components(range(8), links, conflicts)
