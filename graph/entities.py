"""Who is who: the entities that identity finds behind the printed words, and the interface it answers by.

Everything behind the waist asks `Identity` and never compares printed names itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from graph.statements import Statement

OrganisationKind = Literal[
    "government", "party", "congress", "court", "mass", "vertical", "branch", "town", "company", "coordinating", "set",
    "unknown",
]  # fmt: skip
Oversight = Literal["分管", "联系", ""]
Level = Literal["nation", "province", "city", "county", "town", "unit", ""]
Capacity = Literal["", "提名", "拟任", "代理", "主持工作", "兼任", "挂职", "试用"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place: its division code (or an invented one), name, level, and the place above it."""

    id: str
    name: str
    level: Level = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name an entity goes by; `statement` is the id of a statement that prints it."""

    text: str
    kind: str  # full abbreviation nameplate former printed
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. `name` is its canonical full name within its jurisdiction (`区财政局`)."""

    id: str
    name: str
    jurisdiction: str
    kind: OrganisationKind = "unknown"
    oversight: Oversight = ""
    parent: str = ""  # id of the body it belongs to
    names: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """An office one can hold: `position` in a body. `sole` is True only where one person holds it at a time."""

    id: str
    organisation: str  # id
    position: str
    sole: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Organisation id and position."""
        return self.organisation, self.position


@dataclass(frozen=True, slots=True)
class Person:
    """A person behind a set of mentions. `presumed` if some of its links are by name, place and level only."""

    id: str
    name: str
    jurisdiction: str
    level: Level = ""
    presumed: bool = False
    mentions: tuple[str, ...] = ()  # statement ids


@dataclass(frozen=True, slots=True)
class GroupEntity:
    """A coordinating body over its versions."""

    id: str
    name: str
    jurisdiction: str
    kind: str = ""
    parent: str = ""
    names: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class TitlePart:
    """One office or rank read out of a printed title (`区委副书记、政府区长` has two)."""

    printed: str
    organisation: str = ""  # id, empty if the title names no body
    organisation_name: str = ""
    position: str = ""
    is_rank: bool = False  # 三级调研员: kept as rank, never a post
    capacity: Capacity = ""
    post: str = ""  # id of the Post; empty for ranks and titles without a body


class Identity(Protocol):
    """The answers of identity over one set of live statements and decisions. Pure: equal sets, equal answers."""

    jurisdictions: Mapping[str, Jurisdiction]
    organisations: Mapping[str, Organisation]
    posts: Mapping[str, Post]
    persons: Mapping[str, Person]
    groups: Mapping[str, GroupEntity]

    def statement_id(self, statement: Statement) -> str:
        """The derived id of a live statement."""
        ...

    def document_id(self, statement: Statement) -> str:
        """The id of the document the statement stands in."""
        ...

    def person(self, statement: Statement, column: str = "person", index: int = 0) -> str:
        """Id of the person a column (item `index` of a list column) names; empty if it names none."""
        ...

    def person_named(self, name: str, near: Statement) -> str:
        """Id of the person a printed name means in the place and paper of `near`; empty if none or unsure."""
        ...

    def organisation(self, name: str, near: Statement) -> str:
        """Id of the body a printed name means in a paper's scope; empty for crowds and unread words."""
        ...

    def group(self, name: str, near: Statement) -> str:
        """Id of the coordinating body a printed name means in a paper's scope; empty if none."""
        ...

    def title(self, title: str, near: Statement) -> tuple[TitlePart, ...]:
        """The offices and ranks a printed title holds, in printed order."""
        ...

    def merged_into(self, entity_id: str) -> str:
        """The owner of an id that once was an entity of its own (HTTP 308); the same id if it still is one."""
        ...
