"""Whose division a paper divides: the body whose leaders it lists, and when a leader leaves that body.

A government's office issues for its government (东政办发 for 东政发), so the office's name falls away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.entities import Identity
from graph.names.script import plain
from graph.statements import Statement
from graph.timeline.facts import Holding
from graph.timeline.papers import Paper
from graph.timeline.spans import When

_OFFICES = ("办公厅", "办公室")
_PARTY_GROUP = "党组"
#: Endings of a head's printed post; 副 before one of them makes it a deputy's.
HEAD_POSTS = (
    "区长", "县长", "市长", "旗长", "州长", "盟长", "省长", "镇长", "乡长", "主席", "主任", "局长", "书记", "院长", "校长",
    "主要领导", "主要负责人", "主要负责同志",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Departure:
    """A person holds no post in a body any more."""

    person: str
    when: When
    evidence: tuple[str, ...]


def team_of(paper: Paper, near: Statement, identity: Identity) -> str:
    """The id of the body whose leaders the paper deals with; the place itself if the paper names no issuer."""
    issuer = paper.issuer
    for office in _OFFICES:
        issuer = issuer.removesuffix(office)
    return (identity.organisation(issuer, near) if issuer else "") or government_of(paper.jurisdiction, near, identity)


def government_of(jurisdiction: str, near: Statement, identity: Identity) -> str:
    """The id of the government of a paper's place; the place's own id or name if it has none."""
    place = identity.jurisdictions.get(jurisdiction)
    names = (f"{place.name}人民政府",) if place else ()
    found = (identity.organisation(name, near) for name in (*names, "人民政府"))
    return next((each for each in found if each), jurisdiction)


def is_head_post(words: str) -> bool:
    """Whether printed words name a head's post: `区长`, `政府区长`, `县局主要负责人`, but not `副区长`."""
    words = plain(words)
    return any(words.endswith(post) and not words.removesuffix(post).endswith("副") for post in HEAD_POSTS)


def departures(holdings: Iterable[Holding], identity: Identity) -> Mapping[str, list[Departure]]:
    """By body: who left it, and when. Leaving is the end of a holding there with no other holding on that day.

    Only ends that rest on paper count: a removal, or another holder of a sole post (DESIGN, section 5). A nomination
    that ends in an appointment leaves nobody out, for the appointment holds on that day.
    """
    by_place: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    bodies = {(body.jurisdiction, body.name): body.id for body in identity.organisations.values()}
    for holding in holdings:
        body = identity.organisations[identity.posts[holding.post].organisation]
        # The party group of a government (区人民政府党组) is the team itself: its members have desks.
        team = bodies.get((body.jurisdiction, body.name.removesuffix(_PARTY_GROUP)), body.id)
        by_place[team, holding.person].append(holding)
    found: dict[str, list[Departure]] = defaultdict(list)
    for (organisation, person), own in sorted(by_place.items()):
        for holding in own:
            last = holding.interval.possible_to
            if not last or not holding.ended_by or holding.capacity in ("nominated", "designate"):
                continue
            if any(other.interval.status(last) for other in own if other is not holding):
                continue
            when = When(latest=last, earliest=holding.interval.valid_to)
            found[organisation].append(Departure(person, when, holding.ended_by))
    return found
