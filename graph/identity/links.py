"""What links mentions of one name, and what says that two of them cannot be one person."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.entities import Level
from graph.identity.clusters import CERTAIN, LEVEL, POST, Link, joined
from graph.identity.sightings import Mention
from graph.names.bodies import Body

#: Seats that members of a roster hold besides their own.
_OFFICE_ROLES = ("办公室主任", "办公室副主任", "联络员", "秘书长", "副秘书长")


def links_between(group: Sequence[Mention], conflicts: set[tuple[int, int]]) -> list[Link]:
    classes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, mention in enumerate(group):
        for body, position in mention.posts:
            if (body, position) in mention.sole:  # one chair: who sits on it is known by any script
                classes["sole", mention.reading, body, position].append(index)
            else:
                classes["post", mention.name, body, position].append(index)
        for place, level, unit in mention.keys:
            classes["level", mention.name, place, level, unit].append(index)
            classes["paper", mention.name, place, level, unit, mention.document].append(index)
    strengths = {"sole": CERTAIN, "post": POST, "level": LEVEL, "paper": CERTAIN}
    inside = {frozenset(pair) for pair in conflicts}
    links = []
    for key, members in sorted(classes.items()):
        if len(members) < 2:
            continue
        # Two of one paper that cannot be one show that the paper knows two of that name: no certainty there.
        if key[0] == "paper" and inside and any(pair.issubset(members) for pair in inside):
            continue
        links.append(Link(strengths[key[0]], tuple(members)))
    links.extend(_bare(group, links))
    return links


def _bare(group: Sequence[Mention], links: Sequence[Link]) -> list[Link]:
    """Mentions without a title: whom their paper, else their place, knows by that name."""
    bare: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(group):
        if not mention.keys:
            bare[mention.name, mention.document, mention.place].append(index)
    if not bare:
        return []
    titled = _Titled(group, links)
    found: list[Link] = []
    nobody: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (name, _, place), members in sorted(bare.items()):
        here = titled.in_paper(group[members[0]])
        if known := titled.sole_in_paper(here, place):
            found.append(Link(CERTAIN, (*members, *known)))
            continue
        found.append(Link(CERTAIN, tuple(members)))
        if here:
            continue
        leader = titled.in_place(members[0])
        if leader is None:
            nobody[name, place].extend(members)
        elif leader >= 0:
            found.append(Link(LEVEL, (members[0], leader)))
    found.extend(Link(LEVEL, tuple(members)) for _, members in sorted(nobody.items()) if len(members) > 1)
    return found


class _Titled:
    """The mentions of a group that have titles: where each name stands, and which of them are one person by what is known."""

    __slots__ = ("_by_place", "_component_of", "_group", "_in_paper")

    def __init__(self, group: Sequence[Mention], links: Sequence[Link]) -> None:
        self._group = group
        titled = [index for index, mention in enumerate(group) if mention.keys]
        self._component_of: dict[int, int] = {}
        for number, component in enumerate(joined(titled, links, LEVEL)):
            self._component_of.update(dict.fromkeys(component, number))
        self._in_paper: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_place: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for index in titled:
            mention = group[index]
            self._in_paper[mention.name, mention.document].append(index)
            for place, level, _ in mention.keys:
                self._by_place[mention.name, place, level].append(index)

    def in_paper(self, bare: Mention) -> Sequence[int]:
        """The mentions of a name in the paper of one without a title."""
        return self._in_paper.get((bare.name, bare.document), ())

    def sole_in_paper(self, here: Sequence[int], place: str) -> Sequence[int]:
        """Those of a paper if they are of one person, else those of the place if they are; empty if neither are."""
        own = [index for index in here if any(key[0] == place for key in self._group[index].keys)]
        return next((known for known in (here, own) if self._is_one(known)), ())

    def in_place(self, bare: int) -> int | None:
        """A mention of the one person who carries the name in the place; -1 if several do, None if nobody does.

        A leader of the level whose paper it is comes first; else whoever is the only one.
        """
        mention = self._group[bare]
        own = self._by_place.get((mention.name, mention.place, mention.level), [])
        levels: tuple[Level, ...] = ("nation", "province", "city", "county", "town", "unit", "")
        everywhere = [
            index for level in levels for index in self._by_place.get((mention.name, mention.place, level), ())
        ]
        for known in (own, everywhere):
            if self._is_one(known):
                ordered = sorted(set(known))
                return ordered[max(0, bisect_right(ordered, bare) - 1)]
            if known:
                return -1
        return None

    def _is_one(self, known: Sequence[int]) -> bool:
        """Whether there are mentions, and all are of one person."""
        return bool(known) and len({self._component_of[index] for index in known}) == 1


def conflicts_between(group: Sequence[Mention]) -> set[tuple[int, int]]:
    """Pairs of mentions of one name that cannot be one person: in one roster, or heading two bodies on one day."""
    found: set[tuple[int, int]] = set()
    rosters: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    days: dict[tuple[str, str], dict[frozenset[Body], list[int]]] = defaultdict(lambda: defaultdict(list))
    together: dict[str, set[frozenset[Body]]] = defaultdict(set)
    for index, mention in enumerate(group):
        if mention.roster and mention.posts and mention.role not in _OFFICE_ROLES:
            rosters[mention.name, mention.document, mention.roster].append(index)
        if mention.heads:
            together[mention.name].add(mention.heads)
            if len(mention.rank[0]) == len("2023-09-06"):
                days[mention.name, mention.rank[0]][mention.heads].append(index)
    for members in rosters.values():
        found.update(
            (left, right)
            for position, left in enumerate(members)
            for right in members[position + 1 :]
            if not group[left].posts & group[right].posts
        )
    for (name, _), by_bodies in days.items():
        sets = sorted(by_bodies, key=sorted)
        for position, first in enumerate(sets):
            for second in sets[position + 1 :]:
                if not first & second and not _held_together(first, second, together[name]):
                    found.update((left, right) for left in by_bodies[first] for right in by_bodies[second])
    return found


def _held_together(first: frozenset[Body], second: frozenset[Body], together: Iterable[frozenset[Body]]) -> bool:
    """Whether some title prints a post of the one beside a post of the other (兼)."""
    return any(held & first and held & second for held in together)
