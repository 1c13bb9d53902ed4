"""The answers of identity over one set of live statements and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.decisions import Decision
from graph.entities import GroupEntity, Jurisdiction, Organisation, Person, Post, TitlePart
from graph.identity.groups import Groups
from graph.identity.organisations import Bodies
from graph.identity.papers import key_of
from graph.identity.persons import People, find_people
from graph.identity.reading import Corpus, read_corpus
from graph.identity.review import ReviewItem, homonyms, near_groups, near_towns, suspect_people
from graph.identity.sightings import mention_id
from graph.ids import Ids, assign_ids
from graph.names.places import place_of
from graph.names.script import name_key
from graph.names.titles import Setting, bare_name
from graph.statements import Document, Statement


def resolve(
    statements: Sequence[Statement], decisions: Sequence[Decision] = (), *, ids: Ids | None = None
) -> ResolvedIdentity:
    """Who is who in a set of live statements, under the standing decisions. Order-free: equal sets, equal answers.

    `ids` are the statements' ids where the ledger has them already; else they are derived here.
    """
    return ResolvedIdentity(ids or assign_ids(statements), decisions)


class ResolvedIdentity:
    """`graph.entities.Identity` over one set of statements; `review` lists what a person should look at."""

    def __init__(self, ids: Ids, decisions: Sequence[Decision] = ()):
        self._ids = ids.by_statement()
        self._statement_ids = frozenset(ids.ids)
        self._documents = ids.by_document_key()
        self._corpus: Corpus = read_corpus(ids.statements)
        self._bodies = Bodies(self._corpus, ids, decisions)
        self._groups = Groups(self._corpus.papers, self._bodies, ids, decisions)
        self._people: People = find_people(self._corpus.papers, self._bodies, ids, decisions)
        self.organisations: Mapping[str, Organisation] = dict(sorted(self._bodies.organisations.items()))
        self.posts: Mapping[str, Post] = dict(sorted(self._bodies.posts.items()))
        self.groups: Mapping[str, GroupEntity] = dict(sorted(self._groups.groups.items()))
        self.persons: Mapping[str, Person] = self._people.persons
        self.jurisdictions: Mapping[str, Jurisdiction] = self._jurisdictions()
        self.review: tuple[ReviewItem, ...] = tuple(
            sorted(
                (
                    *self._people.review,
                    *homonyms(self.persons.values(), self._corpus.places),
                    *suspect_people(self.persons.values()),
                    *near_towns(self.organisations.values()),
                    *near_groups(tuple(self.groups.values())),
                )
            )
        )

    def statement_id(self, statement: Statement) -> str:
        """The derived id of a live statement. Raises `KeyError` for one that is not."""
        return self._ids[statement]

    def document_id(self, statement: Statement) -> str:
        """The id of the document the statement stands in."""
        return self._documents[key_of(statement)]

    def person(self, statement: Statement, column: str = "person", index: int = 0) -> str:
        """Id of the person a column (item `index` of a list column) names; empty if it names none."""
        return self._people.owner.get(mention_id(self._ids[statement], column, index), "")

    def person_named(self, name: str, near: Statement) -> str:
        """Id of the person a printed name means in the place and paper of `near`; empty if none or unsure.

        Whom the paper itself names comes first, then the leader of the paper's own level, then whoever is the only
        one of that name in the place. A title glued to the name (高明副区长, 石承业同志) does not hinder.
        """
        folded = name_key(name)
        if folded not in self._people.by_name:
            folded = bare_name(folded, self._people.by_name)
        candidates = self._people.by_name.get(folded, ())
        if not candidates:
            return ""
        setting = self._setting(near)
        document = self._documents.get(key_of(near), "")
        place, level = setting.place.id, setting.place.level
        keys = self._people.keys
        here = self._people.by_document.get((document, folded), frozenset())
        in_place = [person for person in candidates if self._is_of(person, place)]
        own_level = [person for person in in_place if any(key[:2] == (place, level) for key in keys[person])]
        for found in (sorted(here), [person for person in own_level if person in here], own_level, in_place):
            if len(found) == 1:
                return found[0]
        return ""

    def organisation(self, name: str, near: Statement) -> str:
        """Id of the body a printed name means in a paper's scope.

        A definite collective (各镇人民政府) is a body of kind `set`; a vague one (有关部门) and unread words give the
        empty text.
        """
        return self._bodies.organisation(name, self._setting(near))

    def group(self, name: str, near: Statement) -> str:
        """Id of the coordinating body a printed name means in a paper's scope; empty if none."""
        return self._groups.group(name, near, self._documents.get(key_of(near), ""))

    def title(self, title: str, near: Statement) -> tuple[TitlePart, ...]:
        """The offices and ranks a printed title holds, in printed order."""
        return self._bodies.title(title, self._setting(near)) if title else ()

    def merged_into(self, entity_id: str) -> str:
        """The owner of an id that once was an entity of its own (HTTP 308); the same id if it still is one."""
        for owner in (self._people.owner, self._bodies.owner, self._groups.owner):
            if entity_id in owner:
                return owner[entity_id]
        return entity_id

    def reach(self) -> dict[str, frozenset[str]]:
        """By jurisdiction, as papers name it, the places that its papers say anything of: its own and those of others.

        Jurisdictions without a place in common are resolved, folded and projected apart as they are together.
        """
        places = self._corpus.papers.places
        found: dict[str, frozenset[str]] = {}
        for jurisdiction, place in sorted(places.items()):
            named = self._corpus.reach.get(place.id, set()) | self._groups.reach.get(place.id, set())
            found[jurisdiction] = frozenset({place.id, jurisdiction, *named} - {""})
        for statement in self._ids:
            if isinstance(statement, Document):
                jurisdiction = statement.source.jurisdiction
                issuers = (place_of(name).id for name in (statement.issuer, statement.interpreted_by) if name)
                found[jurisdiction] |= frozenset(issuers) - {""}
        return found

    def knows(self, mention: str) -> bool:
        """Whether a mention, a statement or an entity of this id is among what was resolved."""
        return (
            self.merged_into(mention) != mention
            or mention in self._statement_ids
            or any(mention in owner for owner in (self._people.owner, self._bodies.owner, self._groups.owner))
        )

    def _is_of(self, person: str, place: str) -> bool:
        return self.persons[person].jurisdiction == place or any(key[0] == place for key in self._people.keys[person])

    def _setting(self, near: Statement) -> Setting:
        return self._corpus.papers.setting(near)

    def _jurisdictions(self) -> dict[str, Jurisdiction]:
        used = {body.jurisdiction for body in self.organisations.values()}
        used |= {person.jurisdiction for person in self.persons.values()}
        used |= {group.jurisdiction for group in self.groups.values()}
        used |= {place.id for place in self._corpus.papers.places.values()}
        found: dict[str, Jurisdiction] = {}
        for identifier in sorted(used & set(self._corpus.places)):
            for place in self._corpus.places[identifier].chain:
                parent = place.above[0].id if place.above else ""
                found[place.id] = Jurisdiction(place.id, place.name, place.level, parent)
        return dict(sorted(found.items()))
