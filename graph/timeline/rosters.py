"""Rosters: who is listed in which seat of a group, paper by paper (DESIGN, section 5).

`调整…组成人员` with a whole list replaces the roster; `增补`, `不再担任`, `由X接替Y` patch it; the end of the group ends it.
A seat hangs on the sole post its title gives, else on the person, the unit, or the words of a function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from graph.days import Interval
from graph.ids import derived_id
from graph.names.script import plain
from graph.timeline.facts import Became, SeatKind
from graph.timeline.groups import GroupHistory
from graph.timeline.lists import Clause, Place, Roster, SeatKey
from graph.timeline.papers import Ending, Paper
from graph.timeline.spans import When, ended, starting


@dataclass(frozen=True, slots=True)
class Again:
    """A later paper on a seat that stands: it lists its occupant again (`lists`), or prints a clause alone."""

    when: When
    clause: Clause | None
    evidence: str
    lists: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One occupant of one seat as listed, from the paper that lists it to the paper that no longer does.

    `clause` is the one it was listed under; `again` are the later papers on it, whose clauses count from their own days.
    """

    seat: str
    group: str
    place: Place
    kind: SeatKind
    clause: Clause | None
    interval: Interval
    evidence: tuple[str, ...]
    paper: Paper
    ended_by: tuple[str, ...] = ()
    again: tuple[Again, ...] = ()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses it ever stood under."""
        return tuple(each for each in (self.clause, *(again.clause for again in self.again)) if each is not None)

    @property
    def since(self) -> str:
        """The first day on which the list certainly stood; empty if it is undated."""
        return self.place.since or self.interval.valid_from


@dataclass(slots=True)
class _Open:
    seat: str
    place: Place
    clause: Clause | None
    paper: Paper
    interval: Interval
    evidence: list[str] = field(default_factory=list)
    again: list[Again] = field(default_factory=list)


class RosterFold:
    """Reads one group's rosters in the order in which they count."""

    def __init__(self, group: str) -> None:
        self._group = group
        self._open: dict[tuple[SeatKey, str], _Open] = {}
        self._seats: dict[SeatKey, str] = {}
        self._listings: list[Listing] = []
        self._clause: Clause | None = None

    def read(self, rosters: Sequence[Roster], history: GroupHistory | None) -> list[Listing]:
        """All listings, closed and open."""
        endings = list(history.endings) if history else []
        for roster in rosters:
            while endings and roster.when.is_dated and endings[0].when <= roster.when:
                self._end(endings.pop(0))
            if not roster.when.is_dated:
                self._keep_undated(roster)
                continue
            if roster.whole:
                self._clause = roster.clause
                self._close_on_replacement(roster)
            elif roster.clause is not None:
                self._adopt(roster.clause, roster.when)
            orders = self._orders(roster)
            for place in roster.removed:
                self._remove(place, roster)
            for gone, _ in roster.replaced:
                self._remove(gone, roster)
            for place in roster.listed:
                self._list(replace(place, order=place.order or next(orders[place.evidence])), roster)
        for ending in endings:
            self._end(ending)
        for key in list(self._open):
            self._close(key, None, ())
        self._listings.sort(key=lambda each: (each.interval, each.place.order, each.evidence))
        return self._listings

    def _end(self, ending: Ending) -> None:
        """The end of the group ends all its seats; founded anew it has new ones."""
        for key in list(self._open):
            self._close(key, ending.when, ending.evidence)
        self._seats.clear()
        self._clause = None

    def _close_on_replacement(self, later: Roster) -> None:
        """End the seats that a whole list for the same group no longer has, each by that paper."""
        listed = {(place.key, _occupant(place)): place for place in later.listed}
        kept = {seat_key for seat_key, _ in listed}
        for key, opened in list(self._open.items()):
            place = listed.get(key)
            if place is None:
                self._close(key, later.when, (later.evidence,))
            elif not _same_title(place, opened.place):
                kept.discard(key[0])
                self._close(key, later.when, (later.evidence,))
        self._seats = {key: seat for key, seat in self._seats.items() if key in kept}

    def _list(self, place: Place, roster: Roster) -> None:
        key = (place.key, _occupant(place))
        opened = self._open.get(key)
        if opened is not None and not _same_title(place, opened.place):
            self._close(key, roster.when, (place.evidence,))
            del self._seats[place.key]
            opened = None
        if opened is not None:
            opened.evidence.append(place.evidence)
            opened.place = replace(place, evidence=opened.place.evidence)
            opened.paper = roster.paper
            opened.again.append(Again(roster.when, self._clause, place.evidence, True))
            return
        seat = self._seats.setdefault(place.key, derived_id("seat", self._group, *place.key, place.evidence))
        self._open[key] = _Open(seat, place, self._clause, roster.paper, starting(roster.when), [place.evidence])

    def _orders(self, roster: Roster) -> Mapping[str, Iterator[int]]:
        """Places in the list for rows of a patch: that of the person replaced, else after the last."""
        after = count(1 + max((opened.place.order for opened in self._open.values()), default=0))
        orders = {
            place.evidence: [self._open[key].place.order for key in self._seats_of(gone)]
            for gone, place in roster.replaced
        }
        taken = {evidence: found[-1] for evidence, found in orders.items() if found and found[-1]}
        return {
            place.evidence: iter((taken[place.evidence],)) if place.evidence in taken else after
            for place in roster.listed
        }

    def _remove(self, gone: Place, roster: Roster) -> None:
        """`不再担任`: the person's seats, in the role the paper names if it has one there."""
        own = self._seats_of(gone)
        in_role = [key for key in own if key[0][0] == gone.role]
        for key in in_role or own:
            self._close(key, roster.when, (gone.evidence,))

    def _seats_of(self, gone: Place) -> list[tuple[SeatKey, str]]:
        """The open seats of a person or unit that goes.

        A patch prints a bare name: of two namesakes of the place it means the one who sits in the group.
        """
        seated = list(self._open.items())
        own = [key for key, opened in seated if gone.person and opened.place.person == gone.person]
        if not own and gone.name:
            people = {opened.place.person for _, opened in seated if opened.place.name == gone.name}
            if len(people) == 1:
                own = [key for key, opened in seated if opened.place.person in people]
        if not own and not gone.name and gone.organisation:
            own = [key for key, opened in seated if opened.place.organisation == gone.organisation]
        return own

    def _adopt(self, clause: Clause, when: When) -> None:
        """A clause printed on its own applies to the roster that stands."""
        self._clause = clause
        for opened in self._open.values():
            opened.again.append(Again(when, clause, clause.evidence, False))

    def _close(self, key: tuple[SeatKey, str], when: When | None, ended_by: tuple[str, ...]) -> None:
        opened = self._open.pop(key)
        interval = opened.interval
        if opened.paper.ending is not None:
            interval = ended(interval, opened.paper.ending.when)
            ended_by = (*opened.paper.ending.evidence, *ended_by)
        if when is not None:
            interval = ended(interval, when)
        self._listings.append(self._listing(opened, interval, ended_by))

    def _keep_undated(self, roster: Roster) -> None:
        for place in roster.listed:
            seat = derived_id("seat", self._group, *place.key, place.evidence)
            opened = _Open(seat, place, roster.clause, roster.paper, Interval(), [place.evidence])
            self._listings.append(self._listing(opened, Interval(), ()))

    def _listing(self, opened: _Open, interval: Interval, ended_by: tuple[str, ...]) -> Listing:
        last = opened.again[-1].clause if opened.again else opened.clause
        return Listing(
            opened.seat, self._group, opened.place, _kind(opened.place, last), opened.clause, interval,
            tuple(opened.evidence), opened.paper, ended_by, tuple(opened.again),
        )  # fmt: skip


def fold_rosters(
    found: Mapping[str, Sequence[Roster]], histories: Mapping[str, GroupHistory], lineage: Iterable[Became]
) -> dict[str, list[Listing]]:
    """The listings of every group, each from its own rosters and from the group it was before a mere rename."""
    rosters_of = {group: list(rosters) for group, rosters in found.items()}
    for event in sorted(lineage, key=lambda each: (each.interval, each.evidence)):
        if event.how == "更名" and event.former in rosters_of and event.interval.valid_from:
            former = RosterFold(event.former).read(rosters_of[event.former], histories.get(event.former))
            passed = _passed_on(event, former)
            own = rosters_of.setdefault(event.later, [])
            if passed is not None and not any(each.whole and each.when == passed.when for each in own):
                own.append(passed)
                own.sort(key=lambda roster: (roster.when, roster.paper.key))
    return {group: RosterFold(group).read(rosters_of[group], histories.get(group)) for group in sorted(rosters_of)}


def _passed_on(event: Became, former: Iterable[Listing]) -> Roster | None:
    """The seats of a group on the day it got another name: a new name by itself replaces nobody."""
    standing = [each for each in former if set(each.ended_by) & set(event.evidence)]
    if not standing:
        return None
    when = When(latest=event.interval.valid_from, earliest=event.interval.possible_from)
    first = standing[0]
    places = tuple(replace(each.place, since=each.since) for each in standing)
    clause = first.again[-1].clause if first.again else first.clause
    return Roster(first.paper, when, False, places, (), (), clause, event.evidence[0])


def _kind(place: Place, clause: Clause | None) -> SeatKind:
    if place.function:
        return "function"
    if place.organisation and not place.person:
        return "unit"
    if place.posts and (clause is not None or not place.person):
        return "post"
    return "named"


def _occupant(place: Place) -> str:
    return place.person or place.organisation or plain(place.title)


def _same_title(one: Place, other: Place) -> bool:
    if one.posts or other.posts:
        return set(one.posts) == set(other.posts)
    return plain(one.title) == plain(other.title)
