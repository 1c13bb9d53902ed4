"""Who and what there is: places, bodies, posts, persons, groups, and the names they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity, KnownName
from graph.ids import derived_id
from graph.projection.builder import Builder, days
from graph.statements import Statement
from graph.timeline import Timeline
from graph.timeline.facts import Fact, GroupLife
from graph.timeline.papers import Papers, Row


def write_entities(builder: Builder, identity: Identity, timeline: Timeline) -> None:
    """All entities of identity that rest on a statement, with their names and where they belong."""
    _places(builder, identity)
    _bodies(builder, identity, timeline)
    _posts(builder, identity)
    _persons(builder, identity, timeline.papers)
    _groups(builder, identity, timeline)
    # What became of bodies and of groups alike: only now are the nodes of both there.
    for event in timeline.lineage:
        builder.edge("BECAME", event.former, event.later, event, how=event.how)


def _places(builder: Builder, identity: Identity) -> None:
    for place in identity.jurisdictions.values():
        builder.node("Jurisdiction", place.id, place.name, level=place.level)
    for place in identity.jurisdictions.values():
        if place.parent and place.parent != place.id:
            builder.edge("IN", place.id, place.parent)


def _bodies(builder: Builder, identity: Identity, timeline: Timeline) -> None:
    ends: dict[str, Fact] = {event.former: event for event in timeline.lineage}
    for body in identity.organisations.values():
        interval = Interval()
        if body.id in ends:
            start = ends[body.id].interval
            interval = Interval(possible_to=start.valid_from) if start.valid_from else interval
        builder.node(
            "Organisation", body.id, body.name, jurisdiction=body.jurisdiction, kind=body.kind,
            oversight=body.oversight, **days(interval),
        )  # fmt: skip
    for crowd in timeline.crowds:
        builder.node("Organisation", crowd.id, crowd.name, jurisdiction=crowd.jurisdiction, kind="set")
        builder.edge("IN", crowd.id, crowd.jurisdiction)
    mentions = _first_mentions(identity, timeline)
    for body in identity.organisations.values():
        builder.edge("IN", body.id, body.jurisdiction)
        # A body that only a title beside a name tells of (党政办主任令狐平) has no words of its own to rest on.
        if body.parent and body.parent != body.id and mentions.get(body.id):
            rests = Fact(basis="inferred", evidence=mentions[body.id])
            builder.edge("PART_OF", body.id, body.parent, rests)
        _names(builder, body.id, body.names, Interval())


def _posts(builder: Builder, identity: Identity) -> None:
    for post in identity.posts.values():
        body = identity.organisations[post.organisation]
        builder.node(
            "Post", post.id, f"{body.name}{post.position}", jurisdiction=body.jurisdiction, position=post.position,
            sole=post.sole,
        )  # fmt: skip
        builder.edge("OF", post.id, post.organisation)


def _persons(builder: Builder, identity: Identity, papers: Papers) -> None:
    titles: dict[str, set[str]] = defaultdict(set)
    ranks: dict[str, set[str]] = defaultdict(set)
    for person, title, near in _printed_titles(identity, papers):
        titles[person].add(title)
        ranks[person].update(part.printed for part in identity.title(title, near) if part.is_rank)
    for known in identity.persons.values():
        builder.node(
            "Person", known.id, known.name, jurisdiction=known.jurisdiction, level=known.level,
            presumed=known.presumed, titles=sorted(titles[known.id]), ranks=sorted(ranks[known.id]),
        )  # fmt: skip


def _printed_titles(identity: Identity, papers: Papers) -> Iterable[tuple[str, str, Statement]]:
    """Every title printed beside a person, once a person and paper."""
    seen: set[tuple[str, str, str]] = set()
    rows: list[Row[waist.Membership] | Row[waist.Portfolio] | Row[waist.Discharge]]
    rows = [*papers.rows(waist.Membership), *papers.rows(waist.Portfolio), *papers.rows(waist.Discharge)]
    for row in rows:
        printed = row.statement
        person = identity.person(printed) if printed.title and printed.person else ""
        key = (person, printed.title, row.paper.id)
        if person and key not in seen:
            seen.add(key)
            yield person, printed.title, printed
    for event in papers.rows(waist.Event):
        for index, words in enumerate(event.statement.persons):
            title = words.partition("|")[2]
            person = identity.person(event.statement, "persons", index) if title else ""
            key = (person, title, event.paper.id)
            if person and key not in seen:
                seen.add(key)
                yield person, title, event.statement


def _groups(builder: Builder, identity: Identity, timeline: Timeline) -> None:
    lives = _whole_lives(timeline)
    for group in identity.groups.values():
        life = lives.get(group.id)
        interval = life.interval if life else Interval()
        builder.node("Group", group.id, group.name, jurisdiction=group.jurisdiction, kind=group.kind, **days(interval))
    for group in identity.groups.values():
        life = lives.get(group.id)
        if group.parent and life is not None:
            builder.edge("SUBGROUP_OF", group.id, group.parent, life)
        _names(builder, group.id, group.names, life.interval if life else Interval())
    for office in timeline.offices:
        builder.edge("OFFICE_IN", office.group, office.organisation, office)
    for act in timeline.group_acts:
        builder.edge("ISSUED", act.document, act.group, act, action=act.action, extent=act.extent)


def _whole_lives(timeline: Timeline) -> dict[str, GroupLife]:
    """Each group's life; of one that was ended and founded anew, from the first beginning to the last end."""
    lives: dict[str, GroupLife] = {}
    for life in timeline.groups:
        earlier = lives.get(life.group)
        if earlier is not None:
            days = replace(earlier.interval, valid_to=life.interval.valid_to, possible_to=life.interval.possible_to)
            life = replace(life, interval=days, evidence=(*earlier.evidence, *life.evidence))
        lives[life.group] = life
    return lives


def _names(builder: Builder, owner: str, names: Iterable[KnownName], interval: Interval) -> None:
    """The names that papers print; a full name that only follows from them is the node's own name."""
    for known in names:
        if known.statement:
            name = builder.node("Name", derived_id("name", known.text), known.text)
            fact = Fact(interval=interval, evidence=(known.statement,))
            builder.edge("KNOWN_AS", owner, name, fact, kind=known.kind)


def _first_mentions(identity: Identity, timeline: Timeline) -> dict[str, tuple[str, ...]]:
    """A statement that names each body: by its name, else in a title, on a desk or at a task."""
    found: dict[str, tuple[str, ...]] = {}
    for body in identity.organisations.values():
        named = [known.statement for known in body.names if known.statement]
        if named:
            found[body.id] = (named[0],)
    for holding in timeline.holdings:
        found.setdefault(identity.posts[holding.post].organisation, holding.evidence[:1])
    for charge in timeline.charges:
        found.setdefault(charge.organisation, charge.evidence[:1])
    for task in timeline.tasks:
        found.setdefault(task.lead_organisation, task.evidence[:1])
    return found
