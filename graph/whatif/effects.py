"""What a draft would change on a day: frozen records, named for people, with ids for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.timeline.facts import ChargeKind, SeatState, Severity, Verdict

PairChange = Literal["broken", "new"]
#: `passed`: by succession; `joined`, `left`: by a list of the draft itself.
SeatChange = Literal["vacant", "stale", "check", "pending", "passed", "joined", "left"]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with the name a reader knows it by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Desk:
    """One thing on a desk: a body or a matter, how it is dealt with, and within which bounds."""

    kind: ChargeKind
    relation: str
    object: Named
    capacity: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioEffect:
    """What a leader would gain, lose and keep. A changed capacity or scope is a loss and a gain."""

    person: Named
    gained: tuple[Desk, ...]
    lost: tuple[Desk, ...]
    kept: tuple[Desk, ...]


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for a task, by which verdict. `who` is the lead unit where no person can be named."""

    verdict: Verdict
    who: Named


@dataclass(frozen=True, slots=True)
class TaskEffect:
    """A task whose answer would change. `named` are the leaders its paper prints; the paper stays as it is."""

    task: Named
    number: str
    paper: Named
    named: str
    before: tuple[Responsible, ...]
    after: tuple[Responsible, ...]


@dataclass(frozen=True, slots=True)
class UnitEffect:
    """A body that would be left without a leader in charge, and who was in charge."""

    unit: Named
    leaders: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Occupant:
    """Who fills a seat, in which state; nobody in a vacant one."""

    who: Named | None
    state: SeatState
    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class SeatEffect:
    """A seat that would fall vacant, go stale, wait, pass by succession, or change by the draft's own list.

    `post_now` is who would have the seat's post, where that is one person; `paper` the list the seat stands in.
    """

    change: SeatChange
    seat: str
    group: Named
    role: str
    paper: Named
    before: Occupant | None
    after: Occupant | None
    post_now: Named | None = None


@dataclass(frozen=True, slots=True)
class PairEffect:
    """A stand-in that would end or begin."""

    change: PairChange
    stand_in: Named
    replaced: Named
    rank: str
    scope: str


@dataclass(frozen=True, slots=True)
class PaperEffect:
    """A paper that would have to be adjusted, and what in it."""

    paper: Named
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """How much one leader has on a day. `chairs` are the groups led, among `groups`."""

    units: int = 0
    matters: int = 0
    liaises: int = 0
    tasks: int = 0
    groups: int = 0
    chairs: int = 0


@dataclass(frozen=True, slots=True)
class LoadEffect:
    """A leader's load before and after."""

    person: Named
    before: Load
    after: Load


@dataclass(frozen=True, slots=True)
class FindingEffect:
    """A finding that the draft would bring about."""

    kind: str
    severity: Severity
    explanation: str
    explanation_en: str


@dataclass(frozen=True, slots=True)
class DraftNotice:
    """The text of an adjustment notice for one group, marked 草稿. Nobody has decided it."""

    subject: Named
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """All that a draft would change on a day."""

    on: str
    drafts: tuple[Named, ...]  # the papers of the draft
    portfolios: tuple[PortfolioEffect, ...]
    tasks: tuple[TaskEffect, ...]
    uncovered: tuple[UnitEffect, ...]
    seats: tuple[SeatEffect, ...]
    pairs: tuple[PairEffect, ...]
    without_stand_in: tuple[Named, ...]
    papers: tuple[PaperEffect, ...]
    workload: tuple[LoadEffect, ...]
    findings: tuple[FindingEffect, ...]
    notices: tuple[DraftNotice, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether the draft would change nothing on that day."""
        return not any((self.portfolios, self.tasks, self.uncovered, self.seats, self.pairs, self.findings))
