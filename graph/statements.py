"""The waist: typed tables of statements, each row resting on words of a paper.

All that reads (gazette text, CSV, XLSX, a person's correction) produces these rows; all that comes after sees these
rows only. A statement keeps the text as printed (inner spaces of names and wrapped lines joined); who is meant is
resolved behind the waist, in `graph.identity`.

The columns are the fields of the dataclasses below, in order; a trailing underscore (`from_`, `except_`) is a Python
necessity and no part of the column's name. Tuples are `;`-separated lists in files. Dates are ISO prefixes: `2023`,
`2023-09`, `2023-09-06`; an unknown date is the empty text. Numbers stay text: `2.5`, `100`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import ClassVar, TypeVar, get_type_hints

from core.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the words stand, and which rule read them.

    `jurisdiction` is a division code (GB/T 2260, or an invented one) or a name when no code is known; `doc_id` the
    printed number as `东政发〔2023〕26号`, else a derived label; `file` the SHA-256 of the file's bytes; `page` 0 if
    the file has none; `line_start`, `line_end` 1-based and `start`, `end` code points in the decoded file (all 0 for
    table files, whose `cell` is `sheet!A1`); `quote` exactly `text[start:end]`, or the cell's words.
    """

    jurisdiction: str = ""
    doc_id: str = ""
    file: str = ""
    page: int = 0
    line_start: int = 0
    line_end: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""
    quote: str = ""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One row of one table. `KEY` names the columns that, with the document, tell it from its neighbours."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()

    source: Source = field(default_factory=Source)

    @property
    def doc_id(self) -> str:
        """The document it stands in."""
        return self.source.doc_id

    @property
    def jurisdiction(self) -> str:
        """The place whose paper it is."""
        return self.source.jurisdiction


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


# --- tasks and plans --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Statement):
    """One numbered task with its leader and its units."""

    TABLE = "tasks"
    KEY = ("plan", "number", "title")

    plan: str = ""
    number: str = ""
    section: str = ""
    title: str
    leader: tuple[str, ...] = ()
    lead_orgs: tuple[str, ...] = ()
    responsible_orgs: tuple[str, ...] = ()
    cooperating_orgs: tuple[str, ...] = ()
    deadline: str = ""
    text: str = ""
    role_words: tuple[str, ...] = ()  # 牵头单位=区财政局: the printed word a unit


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyPlan(Statement):
    """One row of an emergency-plan catalogue; `lead_orgs` draft it."""

    TABLE = "emergency_plans"
    KEY = ("category", "number", "plan_name")

    category: str
    number: str
    plan_name: str
    lead_orgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Statement):
    """One duty of one unit."""

    TABLE = "duties"
    KEY = ("org", "duty_no", "summary")

    org: str
    duty_no: str = ""
    summary: str
    marker: str = ""  # 牵头 负责 会同 配合 …


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Statement):
    """One scored requirement of a task-breakdown table."""

    TABLE = "indicators"
    KEY = ("section", "subsection", "number", "requirement")

    section: str = ""
    section_score: str = ""
    subsection: str = ""
    subsection_score: str = ""
    number: str = ""
    requirement: str
    weight: str = ""
    responsible_orgs: tuple[str, ...] = ()
    weight_reasoned: str = ""
    orgs_reasoned: tuple[str, ...] = ()
    duplicate_page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Statement):
    """One step of a plan's calendar."""

    TABLE = "phases"
    KEY = ("phase",)

    phase: str
    from_: str = ""
    to: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Statement):
    """A figure a plan wants reached by a year."""

    TABLE = "targets"
    KEY = ("year", "indicator")

    year: str
    indicator: str
    comparator: str = "="
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy(Statement):
    """Money a task offers: a rate or an amount with its cap."""

    TABLE = "subsidies"
    KEY = ("task_number", "condition", "basis")

    task_number: str = ""
    condition: str = ""
    basis: str = ""
    rate_percent: str = ""
    amount_yuan: str = ""
    cap_yuan: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Statement):
    """One dated entry of a chronicle; `persons` are `name|title`."""

    TABLE = "events"
    KEY = ("date_from", "date_to", "activity")

    date_from: str
    date_to: str = ""
    persons: tuple[str, ...] = ()
    activity_kind: str = ""
    activity: str = ""
    place: str = ""
    orgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRule(Statement):
    """A checkable rule on how a body is composed or works (odd number, term, notice period)."""

    TABLE = "group_rules"
    KEY = ("applies_to", "rule")

    applies_to: str
    rule: str
    comparator: str = ""
    value: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseLevel(Statement):
    """A level of response or warning, and who decides it."""

    TABLE = "response_levels"
    KEY = ("plan", "level")

    plan: str
    level: str
    condition: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Statement):
    """How often something falls due: review, drill, validity."""

    TABLE = "periods"
    KEY = ("document", "what")

    document: str
    what: str  # review drill validity
    every: str = ""
    unit: str = ""


STATEMENT_TYPES: tuple[type[Statement], ...] = (
    Document, IssueFact, Citation, Portfolio, StandIn, Group, Succession, Membership, PostSeen, Appointment, Alias,
    Lineage, Task, EmergencyPlan, Duty, Indicator, Phase, Target, Subsidy, Event, GroupRule, ResponseLevel, Period,
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
