"""What the timeline says: frozen facts, each with its four days, its basis, and the statements it rests on.

Facts name entities by their ids and statements by theirs; whoever shows them fetches names and quotes. `evidence` says
the fact, `ended_by` says why it ended, `because_of` says what else made it so (a clause, a new holding, a division).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.days import Interval
from graph.ids import derived_id
from graph.names.script import plain

ANY_DAY = Interval()
"""No day certain, none excluded: what a statement without a date gives."""

Basis = Literal["stated", "sighted", "succession", "inferred"]
Extent = Literal["whole", "patch"]
HoldingCapacity = Literal["", "nominated", "designate", "acting", "in_charge", "concurrent", "seconded", "probation"]
ChargeKind = Literal["heads", "in_charge", "shares", "liaises", "responsible"]
ChargeCapacity = Literal["", "principal", "assisting", "acting"]
SeatKind = Literal["named", "post", "function", "unit"]
SeatState = Literal[
    "listed", "succession", "function", "unit", "stale", "check", "pending_approval", "pending_unit", "vacant"
]
Verdict = Literal["as_printed", "outside", "vacant", "confirmed", "moved", "unknown"]
AnswersAs = Literal["in_charge", "named", "unit"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that holds over an interval, and the statements (ids) that say so."""

    interval: Interval = ANY_DAY
    basis: Basis = "stated"
    evidence: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    because_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding(Fact):
    """A person in a post. `title` is the printed title that shows it, empty for an act on the post itself."""

    person: str
    post: str
    capacity: HoldingCapacity = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division(Fact):
    """A division notice while it is the team's last whole one (`whole`), or a patch of it on its day (`patch`)."""

    team: str
    jurisdiction: str
    document: str
    extent: Extent
    head: str = ""  # person
    lists_units: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Fact):
    """A body or a matter on a leader's desk. Exactly one of `organisation` and `matter` is set.

    `relation` is the printed verb, `via` the printed party assisted, `via_person` its id. Liaison (`联系`) has no
    capacity: it is no charge. `scoped` and `collective` charges never make a verdict alone.
    """

    person: str
    team: str
    kind: ChargeKind
    relation: str
    organisation: str = ""
    matter: str = ""
    capacity: ChargeCapacity = ""
    scope: str = ""
    via: str = ""
    via_person: str = ""
    collective: bool = False
    order: int = 0

    @property
    def is_principal(self) -> bool:
        """In charge in his own right, be it for a part only."""
        return self.capacity in ("principal", "acting") and self.kind in ("heads", "in_charge", "responsible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assist(Fact):
    """A person who assists another, or (if nobody is known by name) a post, with a scope or altogether."""

    person: str
    assisted: str = ""
    post: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Fact):
    """`stand_in` acts for `replaced` (AB角). A mutual pair makes two of these."""

    stand_in: str
    replaced: str
    team: str
    rank: str = ""
    scope: str = ""
    exclusion: str = ""
    condition: str = ""
    fallback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAct(Fact):
    """One paper's act on a coordinating body: 成立 调整 更名 合并 撤销 保留, for the whole list or a patch."""

    group: str
    document: str
    action: str
    extent: Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLife(Fact):
    """A coordinating body from its founding, or from when it is first seen, to its end."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePlace(Fact):
    """The body that houses a group's office."""

    group: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Became(Fact):
    """A body or group renamed, merged, split or moved into another on a day."""

    former: str
    later: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Fact):
    """A place in a group, over one unbroken run of lists. `post`, `organisation`, `matter`: what it is bound to."""

    id: str
    group: str
    role: str
    kind: SeatKind
    order: int = 0
    title: str = ""
    post: str = ""
    organisation: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling(Fact):
    """Who fills a seat, in which state. Nobody for `vacant`; a body for a unit's seat."""

    seat: str
    group: str
    role: str
    state: SeatState
    person: str = ""
    organisation: str = ""
    order: int = 0
    title: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLife(Fact):
    """A task while its plan stands. `task` is the id of the statement that prints it."""

    task: str
    document: str
    jurisdiction: str
    leaders: tuple[str, ...] = ()
    lead_organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Fact):
    """Who answers for a task over an interval, and by which of the six verdicts."""

    task: str
    verdict: Verdict
    answers_as: AnswersAs
    person: str = ""
    organisation: str = ""  # set if no person can be named
    named_leader: str = ""  # printed names
    since_at_latest: str = ""
    through: str = ""  # id of the body by which the charge runs
    amended_by: str = ""
    why_not: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Fact):
    """Something a clerk should look at, from the day it shows. `about` are ids of entities, seats, tasks, documents."""

    kind: str
    severity: Severity
    jurisdiction: str
    explanation: str
    explanation_en: str
    about: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd(Fact):
    """A body a portfolio prints that is no single body (各金融机构): kept by its words."""

    id: str
    name: str
    jurisdiction: str


def matter_id(jurisdiction: str, words: str) -> str:
    """The id of a matter: its words in its place, whichever script prints them."""
    return derived_id("matter", jurisdiction, plain(words))


def crowd_id(jurisdiction: str, words: str) -> str:
    """The id of a body that is known by a collective name only."""
    return derived_id("organisation", jurisdiction, "crowd", plain(words))


def task_id(statement: str) -> str:
    """The id of the task that a statement prints."""
    return derived_id("task", statement)
