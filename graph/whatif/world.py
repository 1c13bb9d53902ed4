"""One folded world seen on one day: desks, answers, seats, pairs and loads, keyed so that two worlds can be compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import statements as waist
from graph.entities import Identity
from graph.timeline import Timeline
from graph.timeline.facts import Answer, Charge, Filling, Pairing, Seat, task_id
from graph.timeline.fold import matter_words
from graph.timeline.papers import Paper
from graph.timeline.spans import is_in_force
from graph.whatif.effects import Desk, Load, Named

_CHAIR = "组长"
_DEPUTY = "副"


@dataclass(frozen=True, slots=True)
class SeatOnDay:
    """A seat in force and its filling, None where nobody fills it."""

    seat: Seat
    filling: Filling | None


class World:
    """A timeline with its identity on a day. Everything that is in force: begun for sure and not ended on paper."""

    def __init__(self, timeline: Timeline, identity: Identity, on: str) -> None:
        self.timeline = timeline
        self.identity = identity
        self.on = on
        self._names: dict[str, str] = {
            **{key: words for key, (_, words) in matter_words(timeline.papers).items()},
            **{crowd.id: crowd.name for crowd in timeline.crowds},
            **{each.id: each.name for each in identity.organisations.values()},
            **{each.id: each.name for each in identity.groups.values()},
            **{each.id: each.name for each in identity.persons.values()},
            **{paper.id: paper.label for paper in timeline.papers.by_id.values()},
        }
        self.tasks = {task_id(row.id): row for row in timeline.papers.rows(waist.Task)}
        self._paper_of = {row.id: row.paper for rows in timeline.papers.tables.values() for row in rows}
        self.charges = [each for each in timeline.charges if is_in_force(each.interval, on)]
        self.pairings = [each for each in timeline.pairings if is_in_force(each.interval, on)]
        self.answers = self._answers()
        self.seats = self._seats()

    def named(self, identifier: str) -> Named:
        """An entity by the name it has in this world; its id where it has none."""
        return Named(identifier, self._names.get(identifier, identifier))

    def paper(self, statements: Iterable[str]) -> Paper | None:
        """The last of the papers in which statements stand."""
        papers = [self._paper_of[each] for each in statements if each in self._paper_of]
        return max(papers, key=lambda each: each.key, default=None)

    def desks(self) -> dict[str, dict[Desk, None]]:
        """What is on each person's desk, in printed order."""
        found: dict[str, dict[Desk, None]] = defaultdict(dict)
        for charge in sorted(self.charges, key=lambda each: (each.order, each.evidence)):
            found[charge.person][self._desk(charge)] = None
        return found

    def in_charge(self) -> dict[str, list[str]]:
        """Who is in charge of each body, in his own right."""
        found: dict[str, list[str]] = defaultdict(list)
        for charge in self.charges:
            if charge.organisation and charge.is_principal and charge.person not in found[charge.organisation]:
                found[charge.organisation].append(charge.person)
        return {unit: people for unit, people in found.items() if people}

    def pairs(self) -> dict[tuple[str, str, str], Pairing]:
        """Who stands in for whom, by both and the scope."""
        return {(each.stand_in, each.replaced, each.scope): each for each in self.pairings}

    def stale_papers(self) -> dict[str, dict[str, None]]:
        """What is to be adjusted in each paper: tasks whose leader moved, seats to be adjusted."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for task, answers in self.answers.items():
            row = self.tasks[task]
            for answer in answers:
                if answer.verdict in ("moved", "vacant"):
                    number = f"第{row.statement.number}项" if row.statement.number else ""
                    named = f"（所列{answer.named_leader}）" if answer.named_leader else ""
                    found[row.paper.id][f"任务{number}“{row.statement.title}”{named}"] = None
        for each in self.seats.values():
            state = each.filling.state if each.filling else "vacant"
            paper = self.paper(each.filling.evidence if each.filling else each.seat.evidence)
            if (
                state in ("stale", "vacant", "pending_approval", "pending_unit")
                and paper is not None
                and self._was(each)
            ):
                who = self.named(each.filling.person).name if each.filling and each.filling.person else "空缺"
                found[paper.id][f"{self.named(each.seat.group).name}{each.seat.role}（{who}）"] = None
        return found

    def loads(self) -> dict[str, Load]:
        """How much each person has."""
        units: dict[str, set[str]] = defaultdict(set)
        matters: dict[str, set[str]] = defaultdict(set)
        liaises: dict[str, set[str]] = defaultdict(set)
        groups: dict[str, set[str]] = defaultdict(set)
        chairs: dict[str, set[str]] = defaultdict(set)
        for charge in self.charges:
            kinds = {"responsible": matters, "liaises": liaises}.get(charge.kind, units)
            kinds[charge.person].add(charge.organisation or charge.matter)
        for each in self.seats.values():
            if each.filling is not None and each.filling.person:
                groups[each.filling.person].add(each.seat.group)
                if each.seat.role.endswith(_CHAIR) and _DEPUTY not in each.seat.role:
                    chairs[each.filling.person].add(each.seat.group)
        tasks = Counter(answer.person for answers in self.answers.values() for answer in answers if answer.person)
        people = {*units, *matters, *liaises, *groups, *tasks}
        return {
            person: Load(
                len(units[person]), len(matters[person]), len(liaises[person]), tasks[person], len(groups[person]),
                len(chairs[person]),
            )
            for person in people
        }  # fmt: skip

    def post_holder(self, post: str) -> str:
        """The one person who holds a post; empty if it is nobody or several."""
        people = {
            each.person
            for each in self.timeline.holdings
            if each.post == post
            and each.capacity not in ("nominated", "designate")
            and is_in_force(each.interval, self.on)
        }
        return next(iter(people)) if len(people) == 1 else ""

    def _desk(self, charge: Charge) -> Desk:
        target = self.named(charge.organisation or charge.matter)
        return Desk(charge.kind, charge.relation, target, charge.capacity, charge.scope)

    def _answers(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.timeline.answers:
            if is_in_force(answer.interval, self.on):
                found[answer.task].append(answer)
        return found

    def _seats(self) -> Mapping[tuple[str, str], SeatOnDay]:
        """Seats in force by id and, where several fill one, by who."""
        fillings: dict[str, list[Filling]] = defaultdict(list)
        for filling in self.timeline.fillings:
            if is_in_force(filling.interval, self.on):
                fillings[filling.seat].append(filling)
        found: dict[tuple[str, str], SeatOnDay] = {}
        for seat in self.timeline.seats:
            if is_in_force(seat.interval, self.on):
                own: list[Filling | None] = [*fillings.get(seat.id, ())] or [None]
                for each in own:
                    who = (each.person or each.organisation) if each else ""
                    found[seat.id, who] = SeatOnDay(seat, each)
        return found

    def _was(self, each: SeatOnDay) -> bool:
        """Whether anybody ever filled it: a seat never filled is not vacant, no paper says."""
        return each.filling is not None or any(filling.seat == each.seat.id for filling in self.timeline.fillings)
