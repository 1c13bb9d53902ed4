"""Rosters: who is listed in which seat of a group, paper by paper (DESIGN, section 5).

`调整…组成人员` with a whole list replaces the roster; `增补`, `不再担任`, `由X接替Y` patch it; the end of the group ends it.
A seat hangs on the sole post its title gives, else on the person, the unit, or the words of a function.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity
from graph.ids import derived_id, fold
from graph.timeline.facts import Became, SeatKind
from graph.timeline.groups import ENDING, GroupHistory
from graph.timeline.papers import Ending, Paper, Papers, Row
from graph.timeline.spans import When, ended, starting

OFFICE_DIRECTOR = "办公室主任"
#: Words of a seat by function: filled from the division of the day, never a name.
FUNCTION_WORDS = ("主要领导", "分管领导", "主要负责人", "主要负责同志", "分管负责人", "分管负责同志", "主管领导")
_CHAIRS = ("组长", "指挥长", "总指挥", "召集人", "主任", "主席", "会长", "专班班长")
_DEPUTY = "副"

SeatKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """A succession clause of one paper."""

    applies_to: tuple[str, ...]
    except_: tuple[str, ...]
    mode: str
    evidence: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a roster, resolved."""

    role: str
    person: str
    organisation: str
    title: str
    posts: tuple[str, ...]
    sole_post: str
    order: int
    evidence: str
    since: str = ""  # the day of its list, if the seat came from the group's former name

    @property
    def function(self) -> bool:
        """A seat by function: words, no person, no unit."""
        return not self.person and not self.organisation and self.title.endswith(FUNCTION_WORDS)

    @property
    def key(self) -> SeatKey:
        """What the seat hangs on, within its group."""
        if self.sole_post:
            return self.role, "post", self.sole_post
        if self.person:
            return self.role, "person", self.person
        if self.organisation:
            return self.role, "unit", self.organisation
        return self.role, "words", fold(self.title)


@dataclass(frozen=True, slots=True)
class Roster:
    """What one paper says of one group's seats."""

    paper: Paper
    when: When
    whole: bool
    listed: tuple[Place, ...]
    removed: tuple[Place, ...]
    replaced: tuple[tuple[str, Place], ...]  # person who goes, place of who comes
    clause: Clause | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One occupant of one seat as listed, from the paper that lists it to the paper that no longer does."""

    seat: str
    group: str
    place: Place
    kind: SeatKind
    clause: Clause | None
    interval: Interval
    evidence: tuple[str, ...]
    paper: Paper
    ended_by: tuple[str, ...] = ()

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


def rosters(papers: Papers, identity: Identity) -> dict[str, list[Roster]]:
    """Every group's rosters, in the order in which their papers count."""
    members: dict[tuple[str, str], list[Row[waist.Membership]]] = defaultdict(list)
    for row in papers.rows(waist.Membership):
        members[identity.group(row.statement.group, row.statement), row.paper.id].append(row)
    acts: dict[tuple[str, str], list[Row[waist.Group]]] = defaultdict(list)
    for act in papers.rows(waist.Group):
        acts[identity.group(act.statement.group, act.statement), act.paper.id].append(act)
    clauses: dict[tuple[str, str], Row[waist.Succession]] = {}
    for clause in papers.rows(waist.Succession):
        clauses.setdefault((identity.group(clause.statement.group, clause.statement), clause.paper.id), clause)
    found: dict[str, list[Roster]] = defaultdict(list)
    for group, document in sorted({*members, *acts}):
        if group:
            key = (group, document)
            roster = _roster(members.get(key, []), acts.get(key, []), clauses.get(key), identity)
            if roster is not None:
                found[group].append(roster)
    for each in found.values():
        each.sort(key=lambda roster: (roster.when, roster.paper.key))
    return found


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
                self._adopt(roster.clause)
            orders = self._orders(roster)
            for place in roster.removed:
                self._remove(place, roster)
            for person, place in roster.replaced:
                self._remove(replace(place, person=person, posts=()), roster)
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
        for key, opened in list(self._open.items()):
            place = listed.get(key)
            if place is None or not _same_title(place, opened.place):
                self._close(key, later.when, (later.evidence,))
        kept = {seat_key for seat_key, _ in listed}
        self._seats = {key: seat for key, seat in self._seats.items() if key in kept}

    def _list(self, place: Place, roster: Roster) -> None:
        key = (place.key, _occupant(place))
        opened = self._open.get(key)
        if opened is not None:
            opened.evidence.append(place.evidence)
            opened.place = replace(place, evidence=opened.place.evidence)
            opened.paper, opened.clause = roster.paper, self._clause
            return
        seat = self._seats.setdefault(place.key, derived_id("seat", self._group, *place.key, place.evidence))
        self._open[key] = _Open(seat, place, self._clause, roster.paper, starting(roster.when), [place.evidence])

    def _orders(self, roster: Roster) -> Mapping[str, Iterator[int]]:
        """Places in the list for rows of a patch: that of the person replaced, else after the last."""
        standing = {opened.place.person: opened.place.order for opened in self._open.values() if opened.place.person}
        after = count(1 + max((opened.place.order for opened in self._open.values()), default=0))
        taken = {place.evidence: standing[person] for person, place in roster.replaced if standing.get(person)}
        return {
            place.evidence: iter((taken[place.evidence],)) if place.evidence in taken else after
            for place in roster.listed
        }

    def _remove(self, gone: Place, roster: Roster) -> None:
        """`不再担任`: the person's seats, in the role the paper names if it has one there."""
        own = [key for key, opened in self._open.items() if gone.person and opened.place.person == gone.person]
        own += [
            key for key, opened in self._open.items()
            if not gone.person and gone.organisation and opened.place.organisation == gone.organisation
        ]  # fmt: skip
        in_role = [key for key in own if key[0][0] == gone.role]
        for key in in_role or own:
            self._close(key, roster.when, (gone.evidence,))

    def _adopt(self, clause: Clause) -> None:
        """A clause printed on its own applies to the roster that stands."""
        self._clause = clause
        for opened in self._open.values():
            opened.clause = clause

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
        return Listing(
            opened.seat, self._group, opened.place, _kind(opened.place, opened.clause), opened.clause, interval,
            tuple(opened.evidence), opened.paper, ended_by,
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
    return Roster(first.paper, when, False, places, (), (), first.clause, event.evidence[0])


def is_leading_role(role: str) -> bool:
    """组长, 第一副组长, 总指挥 … as against members and the office."""
    return role != OFFICE_DIRECTOR and "办公室" not in role and role.endswith(_CHAIRS)


def is_chair(role: str) -> bool:
    """The group's first seat: 组长, not 副组长."""
    return is_leading_role(role) and _DEPUTY not in role


def applies(clause: Clause, place: Place, *, district_leader: bool) -> bool:
    """Whether the clause, as it is printed, covers a seat: whom, except whom."""
    for word in clause.except_:
        if word.endswith("领导") and "小组" not in word:
            if district_leader:
                return False
        elif word in (place.role, place.title) or (is_leading_role(place.role) and word.endswith(_CHAIRS)):
            return False
    covered = "leaders" if is_leading_role(place.role) else "office" if "办公室" in place.role else "members"
    return covered in clause.applies_to


def _kind(place: Place, clause: Clause | None) -> SeatKind:
    if place.function:
        return "function"
    if place.organisation and not place.person:
        return "unit"
    if place.posts and (clause is not None or not place.person):
        return "post"
    return "named"


def _occupant(place: Place) -> str:
    return place.person or place.organisation or fold(place.title)


def _same_title(one: Place, other: Place) -> bool:
    if one.posts or other.posts:
        return set(one.posts) == set(other.posts)
    return fold(one.title) == fold(other.title)


def _roster(
    members: Sequence[Row[waist.Membership]],
    acts: Sequence[Row[waist.Group]],
    clause: Row[waist.Succession] | None,
    identity: Identity,
) -> Roster | None:
    """One paper's roster of one group; None if it only says where the office is, or that the group ends."""
    act = acts[0] if acts else None
    first: Row[waist.Membership] | Row[waist.Group] | None = members[0] if members else act
    if first is None or (act is not None and act.statement.action in ENDING):
        return None
    ordered = sorted(members, key=lambda row: (row.statement.order, row.place, row.id))
    titles = {row.statement.person: row.statement.title for row in ordered if row.statement.title}
    listed, removed, replaced = [], [], []
    for row in ordered:
        place = _place(row, titles, identity)
        if row.statement.action == "removed":
            removed.append(place)
            continue
        listed.append(place)
        if row.statement.replaces:
            gone = identity.person_named(row.statement.replaces, row.statement)
            if gone:
                replaced.append((gone, place))
    director = _director(act, listed, titles, identity) if act else None
    if director is not None:
        listed.append(director)
    if not listed and not removed and clause is None:
        return None
    when = act.when if act is not None and act.when.is_dated else first.when
    return Roster(
        first.paper, when, _is_whole(act, ordered), tuple(listed), tuple(removed), tuple(replaced), _clause(clause),
        act.id if act else first.id,
    )  # fmt: skip


def _is_whole(act: Row[waist.Group] | None, members: Sequence[Row[waist.Membership]]) -> bool:
    """A whole list by the paper's own word; without it, one that lists a chair and at least two more, and no patches."""
    if any(row.statement.action != "listed" or row.statement.replaces for row in members):
        return False
    if act is not None:
        return act.statement.extent != "patch" and len(members) > 0
    return len(members) >= 3 and any(is_chair(row.statement.role) for row in members)


def _place(row: Row[waist.Membership], titles: Mapping[str, str], identity: Identity) -> Place:
    """A seat's row. Who is listed twice in one paper, once without a title, has the same title in both seats."""
    printed = row.statement
    person = identity.person(printed)
    organisation = identity.organisation(printed.org, printed) if printed.org else ""
    return _with_posts(
        Place(printed.role, person, organisation, printed.title or titles.get(printed.person, ""), (), "",
              printed.order, row.id),
        printed, identity,
    )  # fmt: skip


def _with_posts(place: Place, near: waist.Statement, identity: Identity) -> Place:
    """The posts of a title in office; a nomination or a secondment is no post that a seat could hang on."""
    if place.function or not place.title:
        return place
    parts = identity.title(place.title, near)
    posts = tuple(dict.fromkeys(part.post for part in parts if part.post and part.capacity not in ("提名", "拟任")))
    sole = next((post for post in posts if identity.posts[post].sole), "")
    return replace(place, posts=posts, sole_post=sole)


def _director(
    act: Row[waist.Group], listed: Iterable[Place], titles: Mapping[str, str], identity: Identity
) -> Place | None:
    """The office director a group row names, unless the roster has the seat already."""
    name = act.statement.office_director
    if not name or any(place.role == OFFICE_DIRECTOR for place in listed):
        return None
    person = identity.person(act.statement, "office_director")
    order = 1 + max((place.order for place in listed), default=0)
    place = Place(OFFICE_DIRECTOR, person, "", titles.get(name, ""), (), "", order, act.id)
    return _with_posts(place, act.statement, identity) if person else None


def _clause(row: Row[waist.Succession] | None) -> Clause | None:
    if row is None:
        return None
    printed = row.statement
    return Clause(printed.applies_to, printed.except_, printed.mode, row.id, printed.until)
