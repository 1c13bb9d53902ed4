"""Persons: mentions of a name become people, by links that are certain or presumed and by what cannot be.

Sources of the rules (DESIGN, section 4): the same sole post, or one paper that prints both titles, is certain; the same
name, place and level is presumed. Twice in one roster with different titles, two sole posts on one day that no title
joins, and a decision say that two mentions cannot be one person. Printed days count, never derived intervals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.decisions import Decision
from graph.entities import Level, Person
from graph.identity.clusters import DECIDED, Component, Link, components, joined
from graph.identity.links import conflicts_between, links_between
from graph.identity.organisations import Bodies
from graph.identity.papers import Papers
from graph.identity.review import ReviewItem
from graph.identity.sightings import LevelKey, Mention, read_mentions
from graph.ids import Ids

_ORDER: dict[Level, int] = {"nation": 0, "province": 1, "city": 2, "county": 3, "town": 4, "unit": 5, "": 6}


@dataclass(frozen=True, slots=True)
class People:
    """The persons, and who owns each mention; `by_name` and `by_document` say whom a bare name can mean."""

    persons: dict[str, Person]
    owner: dict[str, str]
    by_name: dict[str, tuple[str, ...]]
    by_document: dict[tuple[str, str], frozenset[str]]
    keys: dict[str, frozenset[LevelKey]]
    review: tuple[ReviewItem, ...]


def find_people(papers: Papers, bodies: Bodies, ids: Ids, decisions: Sequence[Decision] = ()) -> People:
    """All persons of a set of statements. Order-free: a pure function of the sets."""
    mentions = read_mentions(papers, bodies, ids)
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.reading].append(mention)
    groups, verdicts = _by_decisions(by_name, mentions, decisions)
    persons: dict[str, Person] = {}
    owner: dict[str, str] = {}
    keys: dict[str, frozenset[LevelKey]] = {}
    names: dict[str, set[str]] = defaultdict(set)
    in_document: dict[tuple[str, str], set[str]] = defaultdict(set)
    review: list[ReviewItem] = []
    for group in groups:
        found = _cluster(group, verdicts)
        for component in found:
            members = [group[index] for index in component.members]
            person = _person(members, component)
            persons[person.id] = person
            keys[person.id] = frozenset(key for member in members for key in member.keys)
            for member in members:
                owner[member.id] = person.id
                names[member.name].add(person.id)
                in_document[member.document, member.name].add(person.id)
        review.extend(_fallen(group, found, owner))
    return People(
        dict(sorted(persons.items())),
        owner,
        {name: tuple(sorted(found)) for name, found in names.items()},
        {key: frozenset(found) for key, found in in_document.items()},
        keys,
        tuple(sorted(review)),
    )


_Verdicts = tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]


def _by_decisions(
    by_name: dict[str, list[Mention]], mentions: Sequence[Mention], decisions: Sequence[Decision]
) -> tuple[list[list[Mention]], _Verdicts]:
    """Mentions by name, names that a decision joins together; and the decisions as pairs of mention ids.

    A decision may name a statement instead of a mention: its first person is meant. Pairs whose mentions are gone are
    left out (the ledger lists them as orphaned).
    """
    same: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    named: dict[str, Mention] = {}
    if any(decision.verdict in ("same", "not-same") for decision in decisions):
        for mention in sorted(mentions, key=lambda each: each.id, reverse=True):
            named[mention.statement] = mention
        named.update({mention.id: mention for mention in mentions})
    names = sorted(by_name)
    number = {name: index for index, name in enumerate(names)}
    links: list[Link] = []
    for decision in decisions:
        left, right = named.get(decision.subject), named.get(decision.other)
        if left is None or right is None or left.id == right.id:
            continue
        pair = (min(left.id, right.id), max(left.id, right.id))
        if decision.verdict == "same":
            same.add(pair)
            links.append(Link(DECIDED, (number[left.reading], number[right.reading])))
        elif decision.verdict == "not-same":
            apart.add(pair)
    groups = [
        sorted((mention for index in group for mention in by_name[names[index]]), key=lambda mention: mention.rank)
        for group in joined(range(len(names)), links, DECIDED)
    ]
    return groups, (frozenset(same), frozenset(apart))


def _cluster(group: Sequence[Mention], verdicts: _Verdicts) -> list[Component]:
    if len(group) == 1:
        return [Component((0,), False, False)]
    conflicts = conflicts_between(group)
    links = links_between(group, conflicts)
    if verdicts[0] or verdicts[1]:
        number = {mention.id: index for index, mention in enumerate(group)}
        links.extend(
            Link(DECIDED, (number[left], number[right]))
            for left, right in sorted(verdicts[0])
            if left in number and right in number
        )
        conflicts |= {
            (number[left], number[right]) for left, right in verdicts[1] if left in number and right in number
        }
    return components(range(len(group)), links, conflicts)


def _person(members: Sequence[Mention], component: Component) -> Person:
    """The entity of a component. It is of the paper's place where it holds anything there, else of its first title's."""
    first = min(members, key=lambda mention: mention.rank)
    keys = {key for member in members for key in member.keys}
    home = sorted((key for key in keys if key[0] == first.place), key=lambda key: (_ORDER[key[1]], key))
    printed = [key for member in sorted(members, key=lambda member: member.rank) for key in member.keys]
    place, level, _ = (home or printed or [(first.place, "", "")])[0]
    return Person(
        first.id,
        first.printed,
        place,
        level,
        component.presumed,
        tuple(sorted({member.statement for member in members})),
    )


def _fallen(group: Sequence[Mention], found: Sequence[Component], owner: dict[str, str]) -> list[ReviewItem]:
    """One item for each name whose component fell apart."""
    people = sorted({owner[group[component.members[0]].id] for component in found if component.fell_apart})
    if len(people) < 2:
        return []
    name = group[0].name
    return [
        ReviewItem(
            "conflict",
            name,
            tuple(people),
            f"同名“{name}”不能是同一人：同一名单中以不同职务出现，或同日任两个单人职务，或已有人工判定",
            f"{name}: mentions that cannot be one person (one roster, one day, or a decision); only certain links count",
        )
    ]
