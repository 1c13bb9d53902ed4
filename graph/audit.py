"""The audit of a group between two days: who joined, left, moved up or sits where somebody should look.

Pure: sittings in, changes out. A sitting is one member's unbroken time in one seat, in one state; the timeline says when
it began and ended and by which papers (DESIGN, section 5). A change is what tells two sittings of one member apart, or
a sitting without one before or after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.days import Interval
from graph.timeline.facts import ANY_DAY, SeatState

ChangeKind = Literal[
    "joined", "joined_by_rule", "left", "role", "title", "stale", "check", "pending", "vacant", "relisted"
]

#: States that a clerk must do something about, and the change that begins them.
ATTENTION: Mapping[SeatState, ChangeKind] = {
    "stale": "stale", "check": "check", "pending_approval": "pending", "pending_unit": "pending",
}  # fmt: skip
#: States in which no list names the member: a clause or the division of work puts him there.
_BY_RULE = ("succession", "function")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One member in one seat, in one state. `grounds` are the bases of the member's holding of the seat's post."""

    seat: str
    role: str
    member: str
    name: str
    state: SeatState
    title: str = ""
    order: int = 0
    interval: Interval = ANY_DAY
    explanation: str = ""
    evidence: tuple[str, ...] = ()
    because_of: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()

    @property
    def began(self) -> str:
        """The day by which it had begun; empty if no paper dates it."""
        return self.interval.valid_from or self.interval.possible_from

    @property
    def ended(self) -> str:
        """The first day on which it is excluded; empty if it goes on."""
        return self.interval.possible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A seat as long as the lists have it."""

    seat: str
    role: str
    order: int = 0
    title: str = ""
    interval: Interval = ANY_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: on `day` at the latest, not before `earliest`. `instead` had or has the seat on the other side of it."""

    kind: ChangeKind
    day: str
    earliest: str = ""
    before: Sitting | None = None
    after: Sitting | None = None
    instead: Sitting | None = None

    @property
    def sitting(self) -> Sitting:
        """The sitting it is told of: the new one, else the one that ended."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def rests_on(self) -> tuple[str, ...]:
        """What brought the change about: the new list, clause and holding, else what ended the old sitting."""
        if self.after is None:
            return self.before.ended_by if self.before else ()
        if self.after.state in ("listed", "unit"):
            return self.after.evidence
        return self.after.because_of or self.after.evidence

    def is_grounded(self, acts: Collection[str]) -> bool:
        """Whether the papers print the act behind the change (`acts`: ids of evidence that is an appointment or removal).

        False is 未见依据: a post has changed hands, or a title has changed, and only its use in some list shows it. A
        change that says nothing of a post (a first roster, a unit, a group that ends) needs no such act.
        """
        if self.kind in ("stale", "check", "pending", "vacant") or self.sitting.state == "succession":
            shown = (*self.rests_on, *(self.before.ended_by if self.before else ()))
            return any(each in acts for each in shown)
        if self.after is not None and (self.kind == "title" or (self.kind == "joined" and self.instead is not None)):
            return not self.after.grounds or "stated" in self.after.grounds
        return True


def changes(sittings: Iterable[Sitting], places: Iterable[Place], *, since: str, until: str) -> tuple[Change, ...]:
    """The changes of a group after `since` and up to `until`, by day, role and order.

    What no paper dates begins and ends nothing.
    """
    every = sorted(sittings, key=lambda each: (each.interval, each.order, each.seat, each.member, each.state))
    by_member: dict[str, list[Sitting]] = defaultdict(list)
    by_seat: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in every:
        by_member[sitting.member].append(sitting)
        by_seat[sitting.seat].append(sitting)
    found = [change for own in by_member.values() for change in _of_member(own, by_seat)]
    found += [change for place in places for change in _vacancies(place, by_seat[place.seat])]
    here = [change for change in found if since < change.day <= until]
    return tuple(sorted(here, key=_printed))


def open_on(sittings: Iterable[Sitting], places: Iterable[Place], day: str) -> tuple[Change, ...]:
    """The seats that need somebody's hand on a day, each as the change that made it so, however long ago."""
    every, seats = list(sittings), list(places)
    alive = {place.seat for place in seats if place.interval.status(day)}
    found = []
    for change in changes(every, seats, since="", until=day):
        if change.kind == "vacant" and change.before is not None and change.before.seat in alive:
            taken = any(each.seat == change.before.seat and each.interval.status(day) for each in every)
            later = any(each.seat == change.before.seat and change.day < each.began <= day for each in every)
            if not taken and not later:
                found.append(change)
        elif change.kind in ATTENTION.values() and change.after is not None and change.after.interval.status(day):
            found.append(change)
    return tuple(found)


def history(sittings: Iterable[Sitting], seat: str) -> tuple[Sitting, ...]:
    """Who has filled one seat, first to last."""
    return tuple(
        sorted((each for each in sittings if each.seat == seat), key=lambda each: (each.interval, each.member))
    )


def _of_member(own: Sequence[Sitting], by_seat: Mapping[str, Sequence[Sitting]]) -> Iterable[Change]:
    """Pair the end of one sitting with the beginning of the next on its day; what stays single came or left."""
    ends = [each for each in own if each.ended]
    for after in (each for each in own if each.began):
        before = _handed_on(after, ends)
        if before is not None:
            ends.remove(before)
        kind = _kind(before, after)
        if kind is not None:
            instead = _before_it(after, by_seat) if before is None else None
            yield Change(
                kind=kind, day=after.began, earliest=after.interval.possible_from, before=before, after=after,
                instead=instead,
            )  # fmt: skip
    for gone in ends:
        instead = next((each for each in by_seat[gone.seat] if each.began == gone.ended and each is not gone), None)
        yield Change(kind="left", day=gone.ended, earliest=gone.interval.valid_to, before=gone, instead=instead)


def _handed_on(after: Sitting, ends: Sequence[Sitting]) -> Sitting | None:
    """The sitting that ended when this one began: in the same seat, else in the same role, else any."""
    same_day = [each for each in ends if each.ended == after.began and each is not after]
    return min(same_day, key=lambda each: (each.seat != after.seat, each.role != after.role, each.order), default=None)


def _kind(before: Sitting | None, after: Sitting) -> ChangeKind | None:
    if before is None:
        joined: ChangeKind = "joined_by_rule" if after.state in _BY_RULE else "joined"
        return ATTENTION.get(after.state, joined)
    if after.role != before.role:
        return "role"
    if after.state != before.state and after.state in ATTENTION:
        return ATTENTION[after.state]
    if after.title != before.title:
        return "title"
    if before.state in ATTENTION and after.state not in ATTENTION:
        return "relisted"
    return None


def _before_it(after: Sitting, by_seat: Mapping[str, Sequence[Sitting]]) -> Sitting | None:
    """Who had the seat until this sitting began."""
    return next((each for each in by_seat[after.seat] if each.ended == after.began and each is not after), None)


def _vacancies(place: Place, own: Sequence[Sitting]) -> Iterable[Change]:
    """Days on which a seat that was filled is filled by nobody. One never filled is not vacant: no paper says."""
    for gone in own:
        end = place.interval.possible_to
        if not gone.ended or (end and gone.ended >= end):
            continue
        if not any(each.interval.status(gone.ended) for each in own if each is not gone):
            yield Change(kind="vacant", day=gone.ended, earliest=gone.interval.valid_to, before=gone)


def _printed(change: Change) -> tuple[str, int, str, str, str, str]:
    sitting = change.sitting
    return change.day, sitting.order or 10_000, sitting.role, sitting.name, change.kind, sitting.seat
