"""Seats by function: 主要领导 and 分管领导 of a matter, filled from the posts and the division of the day.

`区人民政府主要领导` is the head of the named body, else of the government; `分管领导` the leader in charge of the group's
matter: a matter of the division that the group's name contains, else the lead unit of the paper's tasks, else the body
that houses the group's office. Two leaders in charge name nobody: nothing is guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.days import Interval
from graph.entities import Identity
from graph.names.script import plain
from graph.statements import Statement
from graph.timeline.facts import Charge, Holding, OfficePlace
from graph.timeline.lists import FUNCTION_WORDS
from graph.timeline.papers import Row
from graph.timeline.rosters import Listing
from graph.timeline.spans import overlap
from graph.timeline.teams import government_of, is_head_post

_HEAD_WORDS = ("主要",)


@dataclass(frozen=True, slots=True)
class FunctionHolder:
    """Who has a function, over which days, by which statements."""

    person: str
    interval: Interval
    evidence: tuple[str, ...]
    explanation: str
    ended_by: tuple[str, ...] = ()


class FunctionHolders:
    """Answers who has the function a seat is printed with."""

    def __init__(
        self,
        identity: Identity,
        *,
        holdings: Iterable[Holding],
        charges: Iterable[Charge],
        matters: Mapping[str, str],
        lead_units: Mapping[str, Counter[str]],
        offices: Mapping[str, Sequence[OfficePlace]],
        rows: Mapping[str, Row[Statement]],
    ) -> None:
        """`matters` are printed words by matter id, `lead_units` a paper's tasks' lead units, `offices` by group.

        `rows` are the rows that list seats or give charges, by statement id.
        """
        self._here: dict[str, set[str]] = defaultdict(set)
        self._identity = identity
        self._matters = matters
        self._lead_units = lead_units
        self._offices = offices
        self._rows = rows
        self._heads: dict[str, list[Holding]] = defaultdict(list)
        for holding in holdings:
            post = identity.posts[holding.post]
            if post.sole and is_head_post(post.position) and holding.capacity not in ("nominated", "designate"):
                self._heads[post.organisation].append(holding)
        self._heading: dict[str, list[Charge]] = defaultdict(list)
        self._charges: dict[str, list[Charge]] = defaultdict(list)
        for charge in charges:
            if charge.kind == "heads":
                self._heading[charge.organisation].append(charge)
            elif charge.is_principal and not charge.scope:
                self._charges[charge.organisation or charge.matter].append(charge)
                if charge.matter in matters:
                    self._here[rows[charge.evidence[0]].paper.jurisdiction].add(charge.matter)

    def holders(self, listing: Listing) -> list[FunctionHolder]:
        """Who has the function over which days; empty if no paper says."""
        words = plain(listing.place.title)
        if any(word in words for word in _HEAD_WORDS):
            return self._heads_of(self._body(listing))
        subject = self._subject(listing)
        return self._in_charge_of(subject) if subject else []

    def matter_of(self, listing: Listing) -> str:
        """The matter a 分管领导's seat is bound to, if it is one of a division."""
        words = plain(listing.place.title)
        return "" if any(word in words for word in _HEAD_WORDS) else self._matter(listing)

    def _body(self, listing: Listing) -> str:
        """The body the words name (`区财政局主要负责人`), else the government of the paper's place."""
        row = self._rows[listing.place.evidence]
        near = row.statement
        name = plain(listing.place.title)
        for word in FUNCTION_WORDS:
            name = name.removesuffix(word)
        named = self._identity.organisation(name, near) if name else ""
        return named or government_of(row.paper.jurisdiction, near, self._identity)

    def _heads_of(self, organisation: str) -> list[FunctionHolder]:
        """Its head by post; if no title shows one, by the division's 主持."""
        if self._heads.get(organisation):
            return [
                FunctionHolder(
                    each.person, each.interval, each.evidence[:1], f"{self._name(organisation)}主要领导", each.ended_by
                )
                for each in self._heads[organisation]
            ]
        return [
            FunctionHolder(
                each.person, each.interval, each.evidence[:1], f"主持{self._name(organisation)}工作", each.ended_by
            )
            for each in self._heading.get(organisation, [])
        ]

    def _subject(self, listing: Listing) -> str:
        """What the leader must be in charge of: a matter, or a unit."""
        matter = self._matter(listing)
        if matter:
            return matter
        units = self._lead_units.get(listing.paper.id)
        if units:
            return min(units, key=lambda unit: (-units[unit], unit))
        offices = self._offices.get(listing.group, ())
        return offices[-1].organisation if offices else ""

    def _matter(self, listing: Listing) -> str:
        """The longest matter of the place's divisions that the group's name contains."""
        group = self._identity.groups[listing.group]
        place = self._rows[listing.place.evidence].paper.jurisdiction
        names = {plain(group.name), *(plain(name.text) for name in group.names)}
        here = self._here.get(place, set())
        fitting = [matter for matter in here if any(plain(self._matters[matter]) in name for name in names)]
        return min(fitting, key=lambda matter: (-len(self._matters[matter]), matter), default="")

    def _in_charge_of(self, subject: str) -> list[FunctionHolder]:
        """The leader in charge; nobody for days on which two are."""
        charges = self._charges.get(subject, [])
        found = []
        for charge in charges:
            rivals = (each for each in charges if each.person != charge.person)
            if any(overlap(each.interval, charge.interval) for each in rivals):
                continue
            name = self._matters.get(subject) or self._name(subject)
            found.append(
                FunctionHolder(charge.person, charge.interval, charge.evidence[:1], f"分管{name}", charge.ended_by)
            )
        return found

    def _name(self, organisation: str) -> str:
        body = self._identity.organisations.get(organisation)
        return body.name if body else ""
