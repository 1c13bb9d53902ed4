"""Answers about persons: the desk, the stand-ins, the posts."""

from __future__ import annotations

import re

from graph.stores.store import Row
from queries.answers.model import (
    Charge,
    Coded,
    Deputy,
    GroupSeat,
    Holder,
    Holders,
    Portfolio,
    Posts,
    StandIns,
    Thing,
)
from queries.answers.rows import deputy, evidence_in, held, holder, sureness, text, thing
from queries.answers.words import evidence, printed_order, reach
from queries.library import Library

#: 主持, 分管, 协管, 联系, 负责 …: the order in which a division notice prints them.
_EDGES = ("HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "RESPONSIBLE_FOR", "ASSISTS", "LIAISES_WITH")
#: A post in a government: its own, its party group's, that of who runs its office.
_GOVERNMENT = re.compile("人民政府(?!.*(?:局|委|院|站))")


def portfolio(library: Library, person: Thing, on: str) -> Portfolio:
    """What is on a leader's desk on a day."""
    found = [charge(row, person, _object(row)) for row in library.rows("people/portfolio", person=person.id, on=on)]
    groups = tuple(_group_seat(row) for row in library.rows("people/groups-of", person=person.id, on=on))
    held_posts = posts(library, person, on)
    deputies = _deputies(library, person, on)
    facts = [
        *(each.held for each in found),
        *(each.held for each in groups),
        *(each.held for each in held_posts),
        *(each.held for each in deputies),
    ]
    words = evidence(library, evidence_in(facts))
    place = printed_order(words)
    charges = sorted(
        found,
        key=lambda each: (
            _EDGES.index(each.edge.code),
            each.capacity.code == "assisting",
            min((place[one] for one in each.held.evidence), default=0),
            each.object.name,
        ),
    )
    return Portfolio(
        queries=("people/portfolio", "people/groups-of", "people/posts-held", "people/stand-in"),
        subject=person,
        on=on,
        evidence=words,
        reach=reach(library, words),
        posts=held_posts,
        charges=tuple(charges),
        groups=groups,
        stand_ins=deputies,
    )


def stand_in(library: Library, person: Thing, on: str) -> StandIns:
    """Who acts for a person in absence."""
    deputies = _deputies(library, person, on)
    words = evidence(library, evidence_in(each.held for each in deputies))
    return StandIns(
        queries=("people/stand-in",), subject=person, on=on, evidence=words, reach=reach(library, words),
        stand_ins=deputies,
    )  # fmt: skip


def posts_held(library: Library, person: Thing, on: str) -> Posts:
    """Which posts a person holds."""
    held_posts = posts(library, person, on)
    words = evidence(library, evidence_in(each.held for each in held_posts))
    return Posts(
        queries=("people/posts-held",),
        subject=person,
        on=on,
        evidence=words,
        reach=reach(library, words),
        posts=held_posts,
    )


def holders(library: Library, post: Thing, on: str) -> Holders:
    """Who holds a post, or any post of a body: all who are not excluded on the day, the surest first."""
    if post.label == "Organisation":
        query, rows = "organisations/heads", library.rows("organisations/heads", organisation=post.id, on=on)
    else:
        query, rows = "people/holders", library.rows("people/holders", post=post.id, on=on)
    found = sorted(
        (
            holder(row, Thing(text(row, "person_id"), "Person", text(row, "person")), _post(row))
            for row in rows
        ),
        key=lambda each: (sureness(each.held), each.post.name, each.person.name, each.held.evidence),
    )  # fmt: skip
    words = evidence(library, evidence_in(each.held for each in found))
    return Holders(
        queries=(query,), subject=post, on=on, evidence=words, reach=reach(library, words), holders=tuple(found)
    )


def leaders(library: Library, place: Thing, on: str) -> Holders:
    """Who leads the government of a place on a day: all with a desk who hold a post in it, by their first post, the head first.

    Where nobody's post is known to be of the government, all with a desk and a post.
    """
    rows = library.rows("people/desks", jurisdiction=place.id, on=on)
    people = {text(row, "person_id"): Thing(text(row, "person_id"), "Person", text(row, "person")) for row in rows}
    held_posts = [each for person in people.values() for each in posts(library, person, on)]
    of_government = [each for each in held_posts if _GOVERNMENT.search(each.post.name)]
    ranked = sorted(
        of_government or held_posts,
        key=lambda each: (_standing(each.post.name), each.person.name, each.capacity.code, sureness(each.held)),
    )
    found = {each.person.id: each for each in reversed(ranked)}
    first = sorted(found.values(), key=ranked.index)
    words = evidence(library, evidence_in(each.held for each in first))
    return Holders(
        queries=("people/desks", "people/posts-held"), subject=place, on=on, evidence=words, reach=reach(library, words),
        holders=tuple(first),
    )  # fmt: skip


def _standing(post: str) -> int:
    """The head before the first deputy, deputies before all others."""
    head = re.search("[省市区县旗州盟镇乡]长$", post) is not None
    return 0 if head and "副" not in post else 1 if head and "常务" in post else 2 if head else 3


def charge(row: Row, person: Thing, what: Thing, stand_ins: tuple[Deputy, ...] = ()) -> Charge:
    """A row with an edge from a leader to a body or matter."""
    edge = text(row, "edge")
    return Charge(
        person=person,
        edge=Coded.edge(edge),
        object=what,
        relation=text(row, "relation"),
        capacity=Coded.of("capacity", text(row, "capacity")),
        scope=text(row, "scope"),
        via=text(row, "via"),
        held=held(row),
        stand_ins=stand_ins,
    )


def _object(row: Row) -> Thing:
    return Thing(text(row, "object_id"), text(row, "object_kind"), text(row, "object"))


def _post(row: Row) -> Thing:
    return Thing(text(row, "post_id"), "Post", text(row, "post"))


def posts(library: Library, person: Thing, on: str) -> tuple[Holder, ...]:
    """The posts a person holds on a day, the surest first."""
    rows = library.rows("people/posts-held", person=person.id, on=on)
    return tuple(sorted((holder(row, person, _post(row)) for row in rows), key=lambda each: sureness(each.held)))


def _deputies(library: Library, person: Thing, on: str) -> tuple[Deputy, ...]:
    rows = library.rows("people/stand-in", person=person.id, on=on)
    found = [
        deputy(row, other)
        for row in rows
        if text(row, "direction") == "acted_for_by" and (other := thing(row, "other", "Person")) is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.rank, sureness(each.held), each.person.name)))


def _group_seat(row: Row) -> GroupSeat:
    return GroupSeat(
        group=Thing(text(row, "group_id"), "Group", text(row, "group")),
        role=text(row, "role"),
        title=text(row, "title"),
        state=Coded.of("state", text(row, "state")),
        held=held(row),
    )
