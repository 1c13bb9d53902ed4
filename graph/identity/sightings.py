"""Mentions of persons: one name in one statement, with what the title beside it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.entities import Level
from graph.identity.mentions import PersonNamed, persons_in
from graph.identity.organisations import Bodies, roots
from graph.identity.papers import Papers
from graph.ids import Ids, derived_id, fold
from graph.names.bodies import Body, kind_of
from graph.names.script import name_key, plain
from graph.names.titles import Setting, is_sole
from graph.statements import Appointment, Membership, Statement

_LATE = "9999"
_PARTY_SIDE = re.compile(r"(?:党组|党委|党工委)$")

PostKey = tuple[str, str]  # body id, position
LevelKey = tuple[str, Level, str]  # place, level, body of a unit (else empty)


@dataclass(frozen=True, slots=True)
class Told:
    """What a title tells: its posts, those with one holder, the bodies these head, the levels."""

    posts: frozenset[PostKey] = frozenset()
    sole: frozenset[PostKey] = frozenset()
    heads: frozenset[Body] = frozenset()
    keys: tuple[LevelKey, ...] = ()


_NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one statement, `printed` so. `rank` orders mentions: day, document, id.

    `name` is what names are compared by, `reading` the same in simplified script whatever is lost (`graph.names.script`).

    `heads` are the bodies seen headed that day (a body's party side counts as the body); an appointment shows none,
    since old and new post stand in one act.
    """

    id: str
    statement: str
    rank: tuple[str, str, str]
    name: str
    reading: str
    printed: str
    document: str
    place: str
    level: Level
    roster: str = ""
    role: str = ""
    posts: frozenset[PostKey] = frozenset()
    sole: frozenset[PostKey] = frozenset()
    heads: frozenset[Body] = frozenset()
    keys: tuple[LevelKey, ...] = ()


def mention_id(statement: str, column: str = "person", index: int = 0) -> str:
    """The id of a mention: a person's name in a column of a statement."""
    return derived_id("person", statement, column, str(index))


def read_mentions(papers: Papers, bodies: Bodies, ids: Ids) -> list[Mention]:
    """All mentions of persons in a set of statements, sorted by rank."""
    reader = _Reader(papers, bodies)
    found: dict[str, Mention] = {}
    for statement, identifier, document in zip(ids.statements, ids.ids, ids.document_ids, strict=True):
        for named in persons_in(statement):
            if name := name_key(named.name):
                mention = reader.mention(statement, identifier, document, named, name)
                found[mention.id] = mention
    return sorted(found.values(), key=lambda mention: mention.rank)


class _Reader:
    """Turns statements into mentions; a title is read once a setting."""

    def __init__(self, papers: Papers, bodies: Bodies):
        self._papers = papers
        self._bodies = bodies
        self._roots = roots(bodies.organisations)
        self._told: dict[tuple[str, Setting], Told] = {}

    def mention(self, statement: Statement, identifier: str, document: str, named: PersonNamed, name: str) -> Mention:
        """The mention of one name in one statement."""
        setting = self._papers.setting(statement)
        told = self._tell(named.title, setting) if named.title else _NOTHING
        mention = mention_id(identifier, named.column, named.index)
        seated = isinstance(statement, Membership) and named.column == "person" and statement.action != "removed"
        return Mention(
            id=mention,
            statement=identifier,
            rank=(self._papers.day(statement) or _LATE, document, mention),
            name=name,
            reading=plain(named.name),
            printed=fold(named.name),
            document=document,
            place=setting.place.id,
            level="unit" if setting.is_unit else setting.place.level,
            roster=fold(statement.group) if isinstance(statement, Membership) and seated else "",
            role=statement.role if isinstance(statement, Membership) else "",
            posts=told.posts,
            sole=told.sole,
            heads=frozenset() if isinstance(statement, Appointment) else told.heads,
            keys=told.keys,
        )

    def _tell(self, title: str, setting: Setting) -> Told:
        key = (title, setting)
        told = self._told.get(key)
        if told is None:
            readings = self._bodies.posts_of(title, setting)
            offices = [(reading, body) for reading, body in readings if not reading.is_rank]
            headed = [
                (reading, body)
                for reading, body in offices
                if is_sole(reading.position, body.name) and reading.capacity not in ("提名", "拟任")
            ]
            told = self._told[key] = Told(
                posts=frozenset((self._bodies.id_of(body), reading.position) for reading, body in offices),
                sole=frozenset((self._bodies.id_of(body), reading.position) for reading, body in headed),
                heads=frozenset(Body(body.place, _PARTY_SIDE.sub("", body.name)) for _, body in headed),
                keys=tuple(dict.fromkeys(self._level_key(body) for _, body in readings)),
            )
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
