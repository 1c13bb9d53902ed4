"""The same name in several places: candidates for one career, each with reasons for and against, and no verdict.

A name is no person. The reasons are what papers show: a reader decides (`dutygraph review`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

#: What speaks for or against; `rare` and `follows` for, `overlaps` and `common` against, `close` and `apart` say how far.
Reason = Literal["follows", "overlaps", "rare", "common", "same_position", "rises", "no_days"]
FOR: frozenset[Reason] = frozenset({"follows", "rare", "same_position", "rises"})
#: Two posts that follow each other within this many days may well be one move.
FOLLOWS_WITHIN = 400
#: Known levels from below: a step up is a usual career.
_LEVELS = ("village", "town", "county", "city", "province", "nation")


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A post as the papers show it: seen from, seen until (exclusive; empty: open)."""

    first: str
    last: str
    post: str
    position: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Namesake:
    """One person of a name in one place, with the posts seen."""

    id: str
    name: str
    place: str
    level: str
    posts: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two persons of one name in two places: perhaps one career. `gap` days lie between (negative: they overlap)."""

    earlier: Namesake
    later: Namesake
    gap: int | None
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """Reasons for, less reasons against: to sort by, not to decide by."""
        return sum(1 if each in FOR else -1 for each in self.reasons if each != "no_days")


def candidates(people: Iterable[Namesake]) -> list[Candidate]:
    """All pairs of one name in different places, those with most reasons first."""
    by_name: dict[str, list[Namesake]] = {}
    for each in people:
        by_name.setdefault(each.name, []).append(each)
    found = []
    for name in sorted(by_name):
        for one, other in combinations(sorted(by_name[name], key=lambda each: (_first(each), each.place, each.id)), 2):
            if one.place != other.place:
                found.append(_candidate(one, other, len(by_name[name])))
    return sorted(found, key=lambda each: (-each.score, each.earlier.name, each.earlier.id, each.later.id))


def _candidate(earlier: Namesake, later: Namesake, of_the_name: int) -> Candidate:
    gap = _gap(earlier, later)
    reasons: list[Reason] = []
    if gap is None:
        reasons.append("no_days")
    elif gap < 0:
        reasons.append("overlaps")
    elif gap <= FOLLOWS_WITHIN:
        reasons.append("follows")
    reasons.append("rare" if of_the_name == 2 else "common")
    if {each.position for each in earlier.posts} & {each.position for each in later.posts} - {""}:
        reasons.append("same_position")
    if (
        earlier.level in _LEVELS
        and later.level in _LEVELS
        and _LEVELS.index(later.level) > _LEVELS.index(earlier.level)
    ):
        reasons.append("rises")
    return Candidate(earlier, later, gap, tuple(reasons))


def _first(each: Namesake) -> str:
    return min((post.first for post in each.posts if post.first), default="9999")


def _gap(earlier: Namesake, later: Namesake) -> int | None:
    """Days from the last day the earlier was seen to the first the later was; None if the papers give no days."""
    ends = [post.last or post.first for post in earlier.posts if post.last or post.first]
    starts = [post.first for post in later.posts if post.first]
    if not ends or not starts:
        return None
    return (date.fromisoformat(min(starts)) - date.fromisoformat(max(ends))).days
