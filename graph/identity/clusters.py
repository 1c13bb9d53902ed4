"""Components over links of several strengths, which fall apart where two of their members cannot be one.

Knows nothing of persons: members are numbers, a class is a set of members that some reason links, with the strength of
the reason. Pure and order-free: equal classes give equal components, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

#: Same name, place and level; same post, which several may hold; certain (sole post, one paper); a decision.
Strength = Literal[0, 1, 2, 3]
LEVEL, POST, CERTAIN, DECIDED = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Link:
    """Members that one reason takes for the same."""

    strength: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """Members taken for one. `presumed` if it needs links below certain; `fell_apart` if a wider one held a conflict."""

    members: tuple[int, ...]
    presumed: bool
    fell_apart: bool


def components(members: Iterable[int], links: Sequence[Link], conflicts: Iterable[tuple[int, int]]) -> list[Component]:
    """Join what is linked; where a component holds two that cannot be one, only its stronger links count.

    It is tried again with each higher strength, up to decisions; what still conflicts then stands alone.
    """
    apart: dict[int, set[int]] = defaultdict(set)
    for left, right in conflicts:
        apart[left].add(right)
        apart[right].add(left)
    return sorted(_fall(sorted(members), links, apart, LEVEL, False), key=lambda component: component.members)


def joined(members: Iterable[int], links: Iterable[Link], strength: int) -> list[tuple[int, ...]]:
    """The plain components over the links of at least a strength."""
    parent = {member: member for member in members}

    def find(member: int) -> int:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for link in links:
        if link.strength >= strength:
            inside = [find(member) for member in link.members if member in parent]
            for other in inside[1:]:
                first, second = find(inside[0]), find(other)
                parent[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for member in parent:
        groups[find(member)].append(member)
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]


def _fall(
    members: Sequence[int], links: Sequence[Link], apart: dict[int, set[int]], strength: int, fell: bool
) -> list[Component]:
    found: list[Component] = []
    for group in joined(members, links, strength):
        if any(apart[member].intersection(group) for member in group if member in apart):
            if strength == DECIDED:
                found.extend(Component((member,), False, True) for member in group)
            else:
                found.extend(_fall(group, _inside(links, group), apart, strength + 1, True))
        else:
            sure = strength >= CERTAIN or len(group) == 1 or len(joined(group, _inside(links, group), CERTAIN)) == 1
            found.append(Component(group, not sure, fell))
    return found


def _inside(links: Sequence[Link], group: Sequence[int]) -> list[Link]:
    inside = set(group)
    return [link for link in links if sum(member in inside for member in link.members) > 1]
