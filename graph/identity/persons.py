"""Persons: mentions of a name become people, by links that are certain or presumed and by what cannot be.

Sources of the rules (DESIGN, section 4): the same sole post, or one paper that prints both titles, is certain; the same
name, place and level is presumed. Twice in one roster with different titles, two sole posts on one day that no title
joins, and a decision say that two mentions cannot be one person. Printed days count, never derived intervals.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.decisions import Decision
from graph.entities import Level, Person
from graph.identity.clusters import CERTAIN, DECIDED, LEVEL, POST, Component, Link, components, joined
from graph.identity.mentions import PersonNamed, persons_in
from graph.identity.organisations import Bodies, roots
from graph.identity.papers import Papers
from graph.identity.review import ReviewItem
from graph.ids import Ids, derived_id, fold
from graph.names.bodies import Body, kind_of
from graph.names.titles import Setting, is_sole
from graph.statements import Membership, Statement

_LATE = "9999"
_ORDER: dict[Level, int] = {"nation": 0, "province": 1, "city": 2, "county": 3, "town": 4, "unit": 5, "": 6}
#: Seats that members of a roster hold besides their own.
_OFFICE_ROLES = ("办公室主任", "办公室副主任", "联络员", "秘书长", "副秘书长")

PostKey = tuple[str, str]  # body id, position
LevelKey = tuple[str, Level, str]  # place, level, body of a unit (else empty)
_Told = tuple[frozenset[PostKey], frozenset[PostKey], tuple[LevelKey, ...]]  # what a title tells


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one statement, with what its title tells. `rank` orders mentions: day, document, id."""

    id: str
    statement: str
    rank: tuple[str, str, str]
    name: str
    document: str
    place: str
    level: Level
    roster: str = ""
    role: str = ""
    posts: frozenset[PostKey] = frozenset()
    sole: frozenset[PostKey] = frozenset()
    keys: tuple[LevelKey, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """The persons, and who owns each mention; `by_name` and `by_document` say whom a bare name can mean."""

    persons: dict[str, Person]
    owner: dict[str, str]
    by_name: dict[str, tuple[str, ...]]
    by_document: dict[tuple[str, str], frozenset[str]]
    keys: dict[str, frozenset[LevelKey]]
    review: tuple[ReviewItem, ...]


def mention_id(statement: str, column: str = "person", index: int = 0) -> str:
    """The id of a mention: a person's name in a column of a statement."""
    return derived_id("person", statement, column, str(index))


def find_people(papers: Papers, bodies: Bodies, ids: Ids, decisions: Sequence[Decision] = ()) -> People:
    """All persons of a set of statements. Order-free: a pure function of the sets."""
    mentions = _Reader(papers, bodies).mentions(ids)
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
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


class _Reader:
    """Turns statements into mentions; titles are read once a setting."""

    def __init__(self, papers: Papers, bodies: Bodies):
        self._papers = papers
        self._bodies = bodies
        self._roots = roots(bodies.organisations)
        self._told: dict[tuple[str, Setting], _Told] = {}

    def mentions(self, ids: Ids) -> list[Mention]:
        """All mentions, sorted by rank."""
        found: dict[str, Mention] = {}
        for statement, identifier, document in zip(ids.statements, ids.ids, ids.document_ids, strict=True):
            for named in persons_in(statement):
                name = fold(named.name)
                if name:
                    mention = self._mention(statement, identifier, document, named, name)
                    found[mention.id] = mention
        return sorted(found.values(), key=lambda mention: mention.rank)

    def _mention(self, statement: Statement, identifier: str, document: str, named: PersonNamed, name: str) -> Mention:
        setting = self._papers.setting(statement)
        posts, sole, keys = self._tell(named.title, setting) if named.title else _NOTHING
        mention = mention_id(identifier, named.column, named.index)
        roster = ""
        if isinstance(statement, Membership) and named.column == "person" and statement.action != "removed":
            roster = fold(statement.group)
        return Mention(
            id=mention,
            statement=identifier,
            rank=(self._papers.day(statement) or _LATE, document, mention),
            name=name,
            document=document,
            place=setting.place.id,
            level="unit" if setting.is_unit else setting.place.level,
            roster=roster,
            role=statement.role if isinstance(statement, Membership) else "",
            posts=posts,
            sole=sole,
            keys=keys,
        )

    def _tell(self, title: str, setting: Setting) -> _Told:
        key = (title, setting)
        told = self._told.get(key)
        if told is None:
            readings = self._bodies.posts_of(title, setting)
            offices = [(reading, body) for reading, body in readings if not reading.is_rank]
            posts = frozenset((self._bodies.id_of(body), reading.position) for reading, body in offices)
            sole = frozenset(
                (self._bodies.id_of(body), reading.position)
                for reading, body in offices
                if is_sole(reading.position, body.name) and reading.capacity not in ("提名", "拟任")
            )
            keys = tuple(dict.fromkeys(self._level_key(body) for _, body in readings))
            told = self._told[key] = (posts, sole, keys)
        return told

    def _level_key(self, body: Body) -> LevelKey:
        """Place and level of a body; a company or school is a level of its own, for all its offices."""
        place = self._bodies.place(body)
        word = place.word if place is not None else ""
        kind, _ = kind_of(body.name, word)
        if kind == "town":
            return body.place, "town", ""
        own_word = bool(word) and (body.name.startswith(word) or body.name.startswith(f"团{word}"))
        if kind != "company" and own_word and place is not None:
            return body.place, place.level, ""
        identifier = self._bodies.id_of(body)
        return body.place, "unit", self._roots.get(identifier, identifier)


_NOTHING: _Told = (frozenset(), frozenset(), ())
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
            links.append(Link(DECIDED, (number[left.name], number[right.name])))
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
    conflicts = _conflicts(group)
    links = _links(group, conflicts)
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


def _links(group: Sequence[Mention], conflicts: set[tuple[int, int]]) -> list[Link]:
    classes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, mention in enumerate(group):
        for body, position in mention.posts:
            classes["sole" if (body, position) in mention.sole else "post", mention.name, body, position].append(index)
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
    titled = [index for index, mention in enumerate(group) if mention.keys]
    bare: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(group):
        if not mention.keys:
            bare[mention.name, mention.document, mention.place].append(index)
    if not bare:
        return []
    component_of: dict[int, int] = {}
    for number, component in enumerate(joined(titled, links, LEVEL)):
        component_of.update(dict.fromkeys(component, number))
    in_paper: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_place: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index in titled:
        mention = group[index]
        in_paper[mention.name, mention.document].append(index)
        for place, level, _ in mention.keys:
            by_place[mention.name, place, level].append(index)
    found: list[Link] = []
    nobody: dict[tuple[str, str], list[int]] = defaultdict(list)
    for (name, document, place), members in sorted(bare.items()):
        here = in_paper.get((name, document), [])
        own = [index for index in here if any(key[0] == place for key in group[index].keys)]
        for known in (here, own):
            if known and len({component_of[index] for index in known}) == 1:
                found.append(Link(CERTAIN, (*members, *known)))
                break
        else:
            found.append(Link(CERTAIN, tuple(members)))
            if here:
                continue
            leader = _known_there(group, members[0], by_place, component_of)
            if leader is None:
                nobody[name, place].extend(members)
            elif leader >= 0:
                found.append(Link(LEVEL, (members[0], leader)))
    found.extend(Link(LEVEL, tuple(members)) for _, members in sorted(nobody.items()) if len(members) > 1)
    return found


def _known_there(
    group: Sequence[Mention],
    bare: int,
    by_place: dict[tuple[str, str, str], list[int]],
    component_of: dict[int, int],
) -> int | None:
    """A mention of the one person who carries the name in the place; -1 if several do, None if nobody does.

    A leader of the level whose paper it is comes first; else whoever is the only one.
    """
    mention = group[bare]
    own = by_place.get((mention.name, mention.place, mention.level), [])
    levels: tuple[Level, ...] = ("nation", "province", "city", "county", "town", "unit", "")
    everywhere = [index for level in levels for index in by_place.get((mention.name, mention.place, level), ())]
    for known in (own, everywhere):
        if known and len({component_of[index] for index in known}) == 1:
            ordered = sorted(set(known))
            return ordered[max(0, bisect_right(ordered, bare) - 1)]
        if known:
            return -1
    return None


def _conflicts(group: Sequence[Mention]) -> set[tuple[int, int]]:
    """Pairs of mentions of one name that cannot be one person."""
    found: set[tuple[int, int]] = set()
    rosters: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    days: dict[tuple[str, str], dict[frozenset[PostKey], list[int]]] = defaultdict(lambda: defaultdict(list))
    together: dict[str, set[frozenset[PostKey]]] = defaultdict(set)
    for index, mention in enumerate(group):
        if mention.roster and mention.posts and mention.role not in _OFFICE_ROLES:
            rosters[mention.name, mention.document, mention.roster].append(index)
        if mention.sole:
            together[mention.name].add(mention.sole)
            if len(mention.rank[0]) == len("2023-09-06"):
                days[mention.name, mention.rank[0]][mention.sole].append(index)
    for members in rosters.values():
        found.update(
            (left, right)
            for position, left in enumerate(members)
            for right in members[position + 1 :]
            if not group[left].posts & group[right].posts
        )
    for (name, _), by_posts in days.items():
        sets = sorted(by_posts, key=sorted)
        for position, first in enumerate(sets):
            for second in sets[position + 1 :]:
                if not first & second and not _held_together(first, second, together[name]):
                    found.update((left, right) for left in by_posts[first] for right in by_posts[second])
    return found


def _held_together(
    first: frozenset[PostKey], second: frozenset[PostKey], together: Iterable[frozenset[PostKey]]
) -> bool:
    """Whether some title prints a post of the one beside a post of the other (兼)."""
    return any(held & first and held & second for held in together)


def _person(members: Sequence[Mention], component: Component) -> Person:
    """The entity of a component. It is of the paper's place where it holds anything there, else of its first title's."""
    first = min(members, key=lambda mention: mention.rank)
    keys = {key for member in members for key in member.keys}
    home = sorted((key for key in keys if key[0] == first.place), key=lambda key: (_ORDER[key[1]], key))
    printed = [key for member in sorted(members, key=lambda member: member.rank) for key in member.keys]
    place, level, _ = (home or printed or [(first.place, "", "")])[0]
    return Person(
        first.id,
        first.name,
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
