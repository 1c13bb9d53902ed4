"""The waist: typed tables of statements, each row resting on words of a paper.

All that reads (gazette text, CSV, XLSX, a person's correction) produces these rows; all that comes after sees these
rows only. A statement keeps the text as printed (inner spaces of names and wrapped lines joined); who is meant is
resolved behind the waist, in `graph.identity`.

The columns are the fields of the dataclasses below, in order; a trailing underscore (`from_`, `except_`) is a Python
necessity and no part of the column's name. Tuples are `;`-separated lists in files. Dates are ISO prefixes: `2023`,
`2023-09`, `2023-09-06`; an unknown date is the empty text. Numbers stay text: `2.5`, `100`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar, get_type_hints

from core.errors import ConfigError
from graph.statement import Source, Statement
from graph.statements_work import (
    Duty,
    EmergencyPlan,
    Event,
    GroupRule,
    Indicator,
    Period,
    Phase,
    ResponseLevel,
    Subsidy,
    Target,
    Task,
)

__all__ = [
    "SOURCE_COLUMNS",
    "STATEMENT_TYPES",
    "TABLES",
    "Alias",
    "Appointment",
    "Citation",
    "Discharge",
    "Document",
    "Duty",
    "EmergencyPlan",
    "Event",
    "Group",
    "GroupRule",
    "Indicator",
    "IssueFact",
    "Lineage",
    "Membership",
    "Period",
    "Phase",
    "Portfolio",
    "PostSeen",
    "ResponseLevel",
    "Source",
    "StandIn",
    "Statement",
    "Subsidy",
    "Succession",
    "Target",
    "Task",
    "columns",
    "field_type",
    "of_type",
    "value_of",
]

# --- the papers themselves --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Statement):
    """A notice (通知, 决定, 批复 …) with its number, issuer and days."""

    TABLE = "documents"
    KEY = ("title",)

    title: str
    kind: str = ""
    series: str = ""  # 发 函 字 任 令 纪要 …
    issuer: str = ""
    signed_date: str = ""
    printed_date: str = ""
    adopted_at: str = ""  # the meeting that passed it
    instrument: str = ""  # 实施方案, 办法, 应急预案 …
    effective_date: str = ""
    valid_until: str = ""  # the printed wording
    status: str = ""
    interpreted_by: str = ""
    approved_by: str = ""
    issue: str = ""  # the gazette it is printed in


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFact(Statement):
    """A fact about the gazette issue itself: name, year, numbers, publication date, contact lines."""

    TABLE = "issues"
    KEY = ("key", "value")

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Statement):
    """One document names another, by 《title》 and (number)."""

    TABLE = "citations"
    KEY = ("cited_title", "cited_number", "relation")

    cited_title: str
    cited_number: str = ""
    relation: str = "cites"  # cites based_on implements attachment self supersedes amends repeals corrects


# --- who does what ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio(Statement):
    """One object on one leader's desk (分工): a body, a matter, or a person assisted."""

    TABLE = "portfolios"
    KEY = ("person", "relation", "object", "via")

    person: str
    title: str = ""
    order: int = 0  # 排名, 1-based
    relation: str  # 主持 负责 分管 联系 协助 协管 代管
    object: str
    object_kind: str = "org"  # org matter person
    aliases: tuple[str, ...] = ()
    scope: str = ""
    via: str = ""  # the person or post assisted: 区长, 高明


@dataclass(frozen=True, slots=True, kw_only=True)
class Discharge(Statement):
    """What a notice takes off a leader's desk (`不再分管甲`), one object a row."""

    TABLE = "discharges"
    KEY = ("person", "relation", "object")

    person: str
    title: str = ""
    relation: str = ""  # the verb that ends: 分管 联系 协管 负责 主持 …; empty: any
    object: str
    object_kind: str = "org"  # org matter person


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn(Statement):
    """An AB角 pair. `mutual` is `yes` for 互为; otherwise `person_b` stands in for `person_a` only."""

    TABLE = "ab_pairs"
    KEY = ("person_a", "person_b", "rank", "scope")

    person_a: str
    person_b: str
    mutual: str = "yes"
    rank: str = "B"  # B C
    condition: str = ""
    scope: str = ""
    exclusion: str = ""
    fallback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Statement):
    """A coordinating body founded, adjusted, renamed or ended."""

    TABLE = "groups"
    KEY = ("group", "parent_group")

    group: str
    parent_group: str = ""
    kind: str = ""  # 领导小组 工作专班 指挥部 委员会 联席会议 …
    sponsor: str = ""
    office_in: str = ""
    office_director: str = ""
    action: str = ""  # 成立 调整 更名 合并 撤销 保留
    extent: str = "whole"  # whole patch
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Statement):
    """A clause by which a seat passes to whoever takes over the post (自行递补)."""

    TABLE = "successions"
    KEY = ("group", "applies_to", "mode")

    group: str
    applies_to: tuple[str, ...] = ("members",)  # members office leaders
    except_: tuple[str, ...] = ()  # printed words: 区领导
    mode: str = "automatic"  # automatic automatic_with_filing by_filing by_approval
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Statement):
    """One seat in one group: a person's, a unit's (`org`), or one by function (words in `title`, no person)."""

    TABLE = "memberships"
    KEY = ("group", "role", "person", "org", "title", "action")

    group: str
    role: str  # 组长 第一副组长 常务副组长 副组长 成员 办公室主任 …
    action: str = "listed"  # listed added removed
    replaces: str = ""
    order: int = 0
    person: str = ""
    title: str = ""
    org: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostSeen(Statement):
    """Derived: a person seen with a title, the title read into a post (`区财政局|局长`)."""

    TABLE = "posts"
    KEY = ("person", "post")

    person: str
    post: str
    organisation: str = ""
    position: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Statement):
    """A printed act on a post: 任命 免去 提名 当选 代理 …; one person and one post a row."""

    TABLE = "appointments"
    KEY = ("action", "person", "post")

    action: str
    person: str
    post: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Statement):
    """Another name the paper itself gives: abbreviation, nameplate (挂牌), 以下简称."""

    TABLE = "aliases"
    KEY = ("name", "alias", "kind")

    name: str
    alias: str
    kind: str = "abbreviation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage(Statement):
    """A body renamed, merged, split, moved or ended."""

    TABLE = "lineage"
    KEY = ("kind", "from_", "to", "matter")

    kind: str  # 更名 合并 分设 划转 撤销
    from_: str
    to: str = ""
    matter: str = ""
    date: str = ""


STATEMENT_TYPES: tuple[type[Statement], ...] = (
    Document, IssueFact, Citation, Portfolio, Discharge, StandIn, Group, Succession, Membership, PostSeen, Appointment,
    Alias, Lineage, Task, EmergencyPlan, Duty, Indicator, Phase, Target, Subsidy, Event, GroupRule, ResponseLevel, Period,
)  # fmt: skip

TABLES: dict[str, type[Statement]] = {kind.TABLE: kind for kind in STATEMENT_TYPES}

#: Source columns in the order in which files carry them, after the table's own.
SOURCE_COLUMNS: tuple[str, ...] = tuple(item.name for item in fields(Source))

S = TypeVar("S", bound=Statement)


def columns(kind: type[Statement]) -> tuple[str, ...]:
    """The table's own columns, as files print them (`from`, not `from_`), without the source columns."""
    return tuple(item.name.rstrip("_") for item in fields(kind) if item.name != "source")


def field_type(kind: type[Statement], column: str) -> type:
    """`str`, `int` or `tuple` for a column; raises `ConfigError` if the table has no such column."""
    for item in fields(kind):
        if item.name.rstrip("_") == column and item.name != "source":
            hint = get_type_hints(kind)[item.name]
            return hint if hint in (str, int) else tuple
    raise ConfigError(f"table {kind.TABLE} has no column {column}")


def value_of(statement: Statement, column: str) -> str | int | tuple[str, ...]:
    """The value in a column, by the column's printed name."""
    for name in (column, f"{column}_"):
        if name in type(statement).__dataclass_fields__:
            value: str | int | tuple[str, ...] = getattr(statement, name)
            return value
    raise ConfigError(f"table {statement.TABLE} has no column {column}")


def of_type(statements: list[Statement] | tuple[Statement, ...], kind: type[S]) -> list[S]:
    """The statements of one table, in the order given."""
    return [statement for statement in statements if type(statement) is kind]
