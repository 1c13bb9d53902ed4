"""The statements about work to be done: tasks, plans, duties, indicators, calendars, money, and rules that bind a body.

The other half of the waist, `graph.statements`, holds the papers and who does what, and is what other rooms import.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.statement import Statement


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
