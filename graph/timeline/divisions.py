"""Who is in charge of what: a team's division notices, folded (DESIGN, section 5).

A notice that lists the head and the team replaces the whole division; any other patches the persons it names, save who
only gets something more (增加分管). What it takes off a desk (不再分管) goes, and the rest of that desk stays. 代管 is an
interval of its own. A leader who leaves the team has no desk any more. `协助区长负责X` is boilerplate and principal, unless
X stands in the head's own list; assisting anybody else is assisting; 联系 is no charge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.days import Interval
from graph.names.script import plain
from graph.timeline.facts import Assist, Charge, ChargeCapacity, Division, Extent
from graph.timeline.inheritance import Formers
from graph.timeline.notices import Desk, Notice
from graph.timeline.papers import Paper
from graph.timeline.spans import When, ended, starting
from graph.timeline.teams import Departure

#: A title that says so itself: the notice is about some leaders only.
_PARTIAL_TITLES = ("部分", "个别")
ChargeKey = tuple[str, ...]


@dataclass(slots=True)
class _Open:
    fact: Charge | Assist
    evidence: list[str] = field(default_factory=list)
    last: Paper | None = None


@dataclass(frozen=True, slots=True)
class TeamHistory:
    """What one team's notices give."""

    divisions: tuple[Division, ...]
    charges: tuple[Charge, ...]
    assists: tuple[Assist, ...]


def extent_of(notice: Notice, standing: Iterable[str]) -> Extent:
    """Whole if it lists the head and the team: at least two more, and no less than half of those who had desks."""
    team = notice.leaders - frozenset(notice.heads)
    others = frozenset(standing) - frozenset(notice.heads)
    partial = any(word in plain(notice.paper.title) for word in _PARTIAL_TITLES)
    whole = bool(notice.heads) and not partial and len(team) >= 2 and 2 * len(team) >= len(others)
    return "whole" if whole else "patch"


class TeamFold:
    """Reads one team's notices and departures in the order in which they count."""

    def __init__(self, team: str, formers: Formers) -> None:
        self._team = team
        self._formers = formers
        self._open: dict[ChargeKey, _Open] = {}
        self._facts: list[Charge | Assist] = []
        self._divisions: list[Division] = []
        self._heads: tuple[str, ...] = ()
        self._head_objects: frozenset[str] = frozenset()

    def read(self, notices: Sequence[Notice], departures: Sequence[Departure]) -> TeamHistory:
        """All charges, closed and open, in a stable order."""
        events: list[tuple[When, int, Notice | Departure]] = [(each.paper.when, 1, each) for each in notices]
        events += [(each.when, 0, each) for each in departures]
        for _, _, event in sorted(events, key=lambda item: (item[0], item[1])):
            if isinstance(event, Departure):
                self._leave(event)
            elif event.paper.when.is_dated:
                self._apply(event)
            else:
                self._keep_undated(event)
        for key in list(self._open):
            self._close(key, None, ())
        charges = [fact for fact in self._facts if isinstance(fact, Charge)]
        assists = [fact for fact in self._facts if isinstance(fact, Assist)]
        return TeamHistory(
            tuple(self._divisions),
            tuple(sorted(charges, key=lambda fact: (fact.interval, fact.order, fact.evidence))),
            tuple(sorted(assists, key=lambda fact: (fact.interval, fact.evidence))),
        )

    def _apply(self, notice: Notice) -> None:
        standing = {each.fact.person for each in self._open.values() if isinstance(each.fact, Charge)
                    and each.fact.kind in ("heads", "in_charge", "responsible")}  # fmt: skip
        extent = extent_of(notice, standing)
        if extent == "whole" or notice.heads:
            self._heads = notice.heads
            self._head_objects = notice.head_objects
        self._take_off(notice)
        facts = self._facts_of(notice)
        replaced = self._replaced_by(notice, extent, facts)
        first = (notice.evidence,)
        for key in replaced:
            self._close(key, notice.paper.when, first)
        for key, fact in facts.items():
            opened = self._open.get(key)
            if opened is None:
                self._open[key] = _Open(fact, list(fact.evidence), notice.paper)
            else:
                opened.evidence.extend(fact.evidence)
                opened.last = notice.paper
        self._record(notice, extent)

    def _take_off(self, notice: Notice) -> None:
        """What a notice takes off a desk goes, unless it gives the very same anew: then it does not say what it means."""
        given = {(desk.person, desk.kind, desk.organisation, desk.matter) for desk in notice.desks}
        for loss in notice.losses:
            bodies = self._formers.of(loss.organisation, notice.paper.when)
            for key, opened in list(self._open.items()):
                fact = opened.fact
                again = isinstance(fact, Charge) and (fact.person, fact.kind, fact.organisation, fact.matter) in given
                if not again and loss.ends(fact, bodies):
                    self._close(key, notice.paper.when, (loss.evidence,))

    def _replaced_by(self, notice: Notice, extent: Extent, facts: dict[ChargeKey, Charge | Assist]) -> list[ChargeKey]:
        """Whole: all that is not said again. Patch: that of the persons named; 代管 goes when its object is given anew.

        Who only gets something more keeps what he has, and so does who loses something, or is given what another loses.
        """
        ordinary = {desk.person for desk in notice.desks if desk.relation != "代管" and not desk.adds} - notice.changed
        objects = {desk.organisation or desk.matter or desk.assisted for desk in notice.desks}
        gone = []
        for key, opened in self._open.items():
            if key in facts:
                continue
            fact = opened.fact
            if isinstance(fact, Charge) and fact.relation == "代管":
                again = (fact.organisation or fact.matter) in objects or fact.via_person in ordinary
            else:
                again = fact.person in ordinary
            if extent == "whole" or again:
                gone.append(key)
        return gone

    def _record(self, notice: Notice, extent: Extent) -> None:
        """A whole notice is in force until the next one; a patch is told apart on its day."""
        first = (notice.evidence,)
        if extent == "whole":
            self._divisions = [
                replace(each, interval=ended(each.interval, notice.paper.when), ended_by=first)
                if each.extent == "whole" and not each.interval.possible_to
                else each
                for each in self._divisions
            ]
        interval = starting(notice.paper.when)
        ended_by: tuple[str, ...] = ()
        if notice.paper.ending is not None:
            interval, ended_by = ended(interval, notice.paper.ending.when), notice.paper.ending.evidence
        self._divisions.append(
            Division(
                team=self._team,
                jurisdiction=notice.paper.jurisdiction,
                document=notice.paper.id,
                extent=extent,
                head=notice.heads[0] if notice.heads else "",
                lists_units=any(desk.organisation and desk.kind == "in_charge" for desk in notice.desks),
                interval=interval,
                evidence=first,
                ended_by=ended_by,
            )
        )

    def _leave(self, departure: Departure) -> None:
        """Who leaves the team leaves the desk; nobody else gets it by that."""
        for key, opened in list(self._open.items()):
            if opened.fact.person == departure.person:
                self._close(key, departure.when, departure.evidence)

    def _close(self, key: ChargeKey, when: When | None, ended_by: tuple[str, ...]) -> None:
        opened = self._open.pop(key)
        fact = replace(opened.fact, evidence=tuple(opened.evidence))
        last = opened.last
        if last is not None and last.ending is not None:
            fact = replace(fact, interval=ended(fact.interval, last.ending.when), ended_by=last.ending.evidence)
        if when is not None:
            fact = replace(fact, interval=ended(fact.interval, when), ended_by=(*fact.ended_by, *ended_by))
        self._facts.append(fact)

    def _keep_undated(self, notice: Notice) -> None:
        """Kept and shown, possible on any day, closing nothing."""
        standing = self._heads, self._head_objects
        self._heads, self._head_objects = notice.heads, notice.head_objects
        facts = self._facts_of(notice).values()
        self._facts.extend(replace(fact, interval=Interval()) for fact in facts)
        self._heads, self._head_objects = standing

    def _facts_of(self, notice: Notice) -> dict[ChargeKey, Charge | Assist]:
        facts: dict[ChargeKey, Charge | Assist] = {}
        for desk in notice.desks:
            for fact in self._facts_of_desk(desk, notice):
                facts.setdefault(_key(fact), fact)
        return facts

    def _facts_of_desk(self, desk: Desk, notice: Notice) -> Iterable[Charge | Assist]:
        interval = starting(notice.paper.when)
        via_head = desk.via_head or (desk.via_person != "" and desk.via_person in self._heads)
        head = next(iter(self._heads), "")
        assisted = desk.via_person or (head if via_head else "")
        if desk.assisted or desk.assisted_post:
            if desk.relation == "代管":
                yield from self._caretaking(desk, interval)
            else:
                yield Assist(person=desk.person, assisted=desk.assisted, post=desk.assisted_post, scope=desk.scope,
                             interval=interval, evidence=(desk.evidence,))  # fmt: skip
            return
        capacity = self._capacity(desk, via_head)
        yield Charge(
            person=desk.person,
            team=self._team,
            kind=desk.kind,
            relation=desk.relation,
            organisation=desk.organisation,
            matter=desk.matter,
            capacity=capacity,
            scope=desk.scope,
            via=desk.via,
            via_person=assisted if desk.via else "",
            collective=desk.collective,
            order=desk.order,
            interval=interval,
            evidence=(desk.evidence,),
        )
        if desk.via and assisted and capacity == "assisting":
            yield Assist(person=desk.person, assisted=assisted, scope=desk.words, interval=interval,
                         evidence=(desk.evidence,))  # fmt: skip

    def _capacity(self, desk: Desk, via_head: bool) -> ChargeCapacity:
        """Boilerplate help to the head is principal, unless the thing stands in the head's own list."""
        if desk.kind == "liaises":
            return ""
        if desk.kind == "shares":
            return "assisting"
        if desk.relation == "代管":
            return "acting"
        if not desk.via:
            return "principal"
        own = (desk.organisation or desk.matter) in self._head_objects
        return "principal" if via_head and not own else "assisting"

    def _caretaking(self, desk: Desk, interval: Interval) -> Iterable[Charge]:
        """`代管〈person〉分管工作`: the other's principal charges of the day, run by the caretaker until said otherwise."""
        for opened in list(self._open.values()):
            fact = opened.fact
            if isinstance(fact, Charge) and fact.person == desk.assisted and fact.capacity == "principal":
                yield replace(fact, person=desk.person, relation="代管", capacity="acting", via=desk.words,
                              via_person=desk.assisted, interval=interval, evidence=(desk.evidence,),
                              because_of=tuple(opened.evidence))  # fmt: skip


def fold_teams(
    notices: Iterable[Notice], departures: Mapping[str, Sequence[Departure]], formers: Formers
) -> dict[str, TeamHistory]:
    """The history of every team, each from its own notices and departures; `formers` tells which bodies became which."""
    by_team: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices:
        by_team[notice.team].append(notice)
    return {team: TeamFold(team, formers).read(by_team[team], departures.get(team, ())) for team in sorted(by_team)}


def _key(fact: Charge | Assist) -> ChargeKey:
    """Charges that are the same from one notice to the next."""
    if isinstance(fact, Assist):
        return ("assist", fact.person, fact.assisted, fact.post, plain(fact.scope))
    return (
        fact.person, fact.kind, str(fact.relation == "代管"), fact.organisation, fact.matter, fact.capacity,
        plain(fact.scope), fact.via_person,
    )  # fmt: skip
