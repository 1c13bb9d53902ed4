"""The six verdicts on one task and one day, the first that applies (DESIGN, section 5: effective responsibility).

`as_printed`  no division is in force that day; the named leader stands
`outside`     the lead unit is a party, congress, court, mass, higher or town body that the division does not deal with
`vacant`      nobody is in charge of the lead unit
`confirmed`   the named leader is in charge of it
`moved`       somebody else has come to be in charge of it since the paper; the paper is not amended
`unknown`     the papers do not suffice

What the paper says and who is in charge now are two answers, both always given. A collective or scoped charge never
makes `moved` alone. A leader who was in charge already when the paper was signed did not take anything over: then the
paper and the division disagree, and the verdict is `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import statements as waist
from graph.entities import Identity
from graph.names.script import plain
from graph.timeline.facts import AnswersAs, Became, Charge, Division, Verdict
from graph.timeline.papers import Row
from graph.timeline.spans import is_in_force

#: Kinds of bodies that a government's division of work does not cover.
OUTSIDE_KINDS = frozenset({"party", "congress", "court", "mass", "vertical", "town"})


@dataclass(frozen=True, slots=True)
class ResolvedTask:
    """One task: its row, the leaders it names, its lead units in printed order, and whose plan it is."""

    row: Row[waist.Task]
    leaders: tuple[str, ...]
    units: tuple[str, ...]
    team: str

    @property
    def named(self) -> str:
        """The leaders as printed."""
        return "、".join(self.row.statement.leader)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer of one day, without days. `beside` are those who answer together with the person: the paper names them too."""

    verdict: Verdict
    answers_as: AnswersAs
    person: str = ""
    organisation: str = ""
    beside: tuple[str, ...] = ()
    charge: Charge | None = None
    because_of: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()
    explanation: str = ""
    through: str = ""

    @property
    def answers(self) -> bool:
        """Whether anybody can be named, be it only the lead unit."""
        return bool(self.person or self.organisation)

    def says_the_same(self, other: Ruling) -> bool:
        """Whether two days' rulings are one answer."""
        mine = (self.verdict, self.answers_as, self.person, self.organisation, self.beside, self.why_not, self.through)
        return mine == (
            other.verdict, other.answers_as, other.person, other.organisation, other.beside, other.why_not, other.through
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desks:
    """What the rules look up: charges by unit and by person, whole divisions by team, what became of units."""

    by_unit: Mapping[str, Sequence[Charge]]
    by_person: Mapping[str, Sequence[Charge]]
    divisions: Mapping[str, Sequence[Division]]
    became: Mapping[str, Sequence[Became]]
    matters: Mapping[str, str]
    labels: Mapping[str, str]  # the paper's number by statement id
    discharges: Mapping[str, str]  # the same for statements that take something off a desk


class Rules:
    """Rules on a task for a day."""

    def __init__(self, identity: Identity, desks: Desks) -> None:
        self._identity = identity
        self._desks = desks

    def rule(self, task: ResolvedTask, on: str) -> Ruling:
        """The verdict on that day."""
        unit = self.unit_on(task, on)
        over = self._desks.by_unit.get(unit, ())
        charges = [charge for charge in over if is_in_force(charge.interval, on)]
        in_charge = [charge for charge in charges if charge.is_principal]
        division = self._division_on({task.team, *(charge.team for charge in over)}, on)
        if division is None and not in_charge:
            return self.as_printed(task)
        if not in_charge:
            if unit and self._is_outside(unit, task):
                return replace(self._outside(task, unit, charges), because_of=division.evidence if division else ())
            return self._by_matter(task, on) or self._nobody(task, unit, division, charges, on)
        leaders = leaders_of(in_charge)
        if len(leaders) != 1:
            return self._undecided(task, unit, leaders or in_charge)
        return self._by_division(task, unit, leaders[0], charges, on)

    def as_printed(self, task: ResolvedTask) -> Ruling:
        """No division is in force: the named leader stands."""
        return self._named(task, "as_printed", "当日无在案的分工文件，按原文所列")

    def unit_on(self, task: ResolvedTask, on: str) -> str:
        """The first lead unit, or what it had become by that day; a part split off does not take its place."""
        unit = next(iter(task.units), "")
        seen = {unit}
        while True:
            events = [
                event for event in self._desks.became.get(unit, ())
                if event.interval.valid_from <= on and event.how not in ("分设", "划转")
            ]  # fmt: skip
            if len(events) != 1 or events[0].later in seen:
                return unit
            unit = events[0].later
            seen.add(unit)

    def _division_on(self, teams: Iterable[str], on: str) -> Division | None:
        found = (
            division
            for team in sorted(teams)
            for division in self._desks.divisions.get(team, [])
            if is_in_force(division.interval, on)
        )
        return next(found, None)

    def _outside(self, task: ResolvedTask, unit: str, charges: Sequence[Charge]) -> Ruling:
        why_not = tuple(
            f"{self._person(charge.person)}：联系{self._unit(unit)}，联系不是分管" for charge in charges
            if charge.kind == "liaises"
        )  # fmt: skip
        ruling = self._named(task, "outside", f"牵头单位{self._unit(unit)}不在政府领导分工范围，按原文所列")
        return replace(ruling, why_not=why_not)

    def _nobody(
        self, task: ResolvedTask, unit: str, division: Division | None, charges: Sequence[Charge], on: str
    ) -> Ruling:
        """Nobody is in charge: vacant if the division deals with units like this one, else the papers do not suffice."""
        body = self._identity.organisations.get(unit)
        why_not = tuple(self._not_principal(charge, unit) for charge in charges)
        had = [
            charge for charge in self._desks.by_unit.get(unit, ())
            if charge.is_principal and charge.ended_by and charge.interval.possible_to <= on
        ]  # fmt: skip
        expected = body is not None and body.oversight == "分管" and division is not None and division.lists_units
        why_not = (*why_not, *self._discharged(had))
        if unit and (had or expected):
            cause = had[-1].ended_by if had else division.evidence if division else ()
            text = f"分工文件在案，当日无人分管牵头单位{self._unit(unit)}"
            return Ruling("vacant", "unit", organisation=unit, because_of=cause, why_not=why_not, explanation=text)
        text = "未见牵头单位" if not unit else f"分工文件未提及牵头单位{self._unit(unit)}"
        return replace(self._named(task, "unknown", f"{text}，依据不足"), why_not=why_not)

    def _undecided(self, task: ResolvedTask, unit: str, charges: Sequence[Charge]) -> Ruling:
        """Only parts of the unit, or two leaders, or a crowd: that confirms the named leader, but moves nothing."""
        own = next((charge for charge in charges if charge.person in task.leaders), None)
        others = tuple(self._not_alone(charge, unit) for charge in charges if charge is not own)
        if own is not None:
            return self._confirmed(task, unit, own, others)
        text = f"对{self._unit(unit)}的分管不止一人或只及部分事项，不足以认定分管已调整"
        return replace(self._named(task, "unknown", text), why_not=others)

    def _by_matter(self, task: ResolvedTask, on: str) -> Ruling | None:
        """A division by matters only: the named leader's matter in the task's own title confirms him."""
        title = plain(task.row.statement.title)
        for leader in task.leaders:
            for charge in self._desks.by_person.get(leader, ()):
                words = self._desks.matters.get(charge.matter, "") if charge.matter else ""
                if len(words) >= 2 and plain(words) in title and is_in_force(charge.interval, on) and not charge.scope:
                    text = f"所列领导{self._person(leader)}负责{words}"
                    return Ruling("confirmed", "in_charge", leader, charge=charge, because_of=charge.evidence[:1],
                                   explanation=text)  # fmt: skip
        return None

    def _by_division(self, task: ResolvedTask, unit: str, leader: Charge, charges: Sequence[Charge], on: str) -> Ruling:
        others = tuple(self._not_principal(charge, unit) for charge in charges if charge.person != leader.person)
        if not task.leaders or leader.person in task.leaders:
            return self._confirmed(task, unit, leader, others)
        head = next((charge for each in task.leaders for charge in self._desks.by_person.get(each, ())
                     if charge.kind == "heads" and charge.organisation == leader.team), None)  # fmt: skip
        if head is not None and is_in_force(head.interval, leader.interval.valid_from):
            why_not = f"{self._person(leader.person)}：分管{self._unit(unit)}，但文件所列为主持全面工作的领导"
            return replace(self._confirmed(task, unit, head, (why_not, *others)), through=unit)
        alike = plain(self._person(leader.person))
        if any(plain(self._person(each)) == alike for each in task.leaders):
            text = f"所列{alike}与现分管{self._unit(unit)}的{alike}是否同一人，依据不足"
            return replace(self._named(task, "unknown", text), why_not=others, because_of=leader.evidence[:1])
        ended = [
            charge for charge in self._desks.by_unit.get(unit, ())
            if charge.person in task.leaders and charge.interval.possible_to and charge.interval.possible_to <= on
        ]  # fmt: skip
        if leader.interval.valid_from < task.row.when.latest:
            text = f"文件签发时{self._unit(unit)}已由{self._person(leader.person)}分管，与所列领导不一致"
            why = (*self._discharged(ended), *others)
            return replace(self._named(task, "unknown", text), why_not=why, because_of=leader.evidence[:1])
        document = self._label(leader)
        named = tuple(
            f"{name}：{task.row.paper.label}所列，{leader.interval.valid_from} 起{self._unit(unit)}由他人分管（{document}）"
            for name in task.row.statement.leader
        )
        text = (
            f"{self._unit(unit)}至迟自 {leader.interval.valid_from} 由{self._person(leader.person)}分管（{document}）"
        )
        return Ruling(
            "moved", "in_charge", leader.person, charge=leader, because_of=leader.evidence[:1],
            why_not=(*named, *self._discharged(ended), *others), explanation=f"{text}，原文件未改", through=unit,
        )  # fmt: skip

    def _confirmed(self, task: ResolvedTask, unit: str, charge: Charge, why_not: tuple[str, ...]) -> Ruling:
        name = self._person(charge.person)
        text = f"{name}分管牵头单位{self._unit(unit)}（{self._label(charge)}）"
        text = f"{text}，与文件所列一致" if task.leaders else f"文件未列责任领导，{text}"
        if charge.kind == "heads":
            text = f"文件所列领导{name}主持全面工作"
        beside = [self._person(each) for each in dict.fromkeys(task.leaders) if each != charge.person]
        told = tuple(
            f"{each}：{task.row.paper.label}同列，未见分管{self._unit(unit)}"
            for each in beside if not any(why.startswith(f"{each}：") for why in why_not)
        )  # fmt: skip
        why_not = (*why_not, *told)
        return Ruling("confirmed", "in_charge", charge.person, charge=charge, because_of=charge.evidence[:1],
                       why_not=why_not, explanation=text, through=unit)  # fmt: skip

    def _named(self, task: ResolvedTask, verdict: Verdict, text: str) -> Ruling:
        """The leaders the paper names, all of them; if it names none, the lead unit answers."""
        unit = next(iter(task.units), "")
        if task.leaders:
            first, *beside = dict.fromkeys(task.leaders)
            return Ruling(verdict, "named", first, beside=tuple(beside), explanation=text, through=unit)
        return Ruling(verdict, "unit", organisation=unit, explanation=text, through=unit)

    def _is_outside(self, unit: str, task: ResolvedTask) -> bool:
        body = self._identity.organisations.get(unit)
        if body is None:
            return False
        return body.kind in OUTSIDE_KINDS or self._is_above(body.jurisdiction, task.row.paper.jurisdiction)

    def _is_above(self, place: str, below: str) -> bool:
        """Whether a place lies above another."""
        seen: set[str] = set()
        current = self._identity.jurisdictions.get(below)
        while current is not None and current.parent and current.parent not in seen:
            if current.parent == place:
                return True
            seen.add(current.parent)
            current = self._identity.jurisdictions.get(current.parent)
        return False

    def _not_principal(self, charge: Charge, unit: str) -> str:
        name, body = self._person(charge.person), self._unit(unit)
        if charge.kind == "liaises":
            return f"{name}：联系{body}，联系不是分管"
        if charge.capacity == "assisting":
            return f"{name}：协助{charge.via}分管{body}，不是主责" if charge.via else f"{name}：协管{body}，不是主责"
        if charge.scope:
            return f"{name}：只分管{body}的{charge.scope}部分"
        if charge.kind == "heads":
            return f"{name}：主持{body}工作，不是分管领导"
        return f"{name}：{charge.relation}{body}"

    def _discharged(self, ended: Iterable[Charge]) -> tuple[str, ...]:
        """Who a paper says is no longer in charge of a unit, since when."""
        found = {
            f"{self._person(charge.person)}：{charge.interval.possible_to} 起不再{charge.relation}"
            f"{self._unit(charge.organisation)}（{self._desks.discharges[by]}）": None
            for charge in ended for by in charge.ended_by if by in self._desks.discharges
        }  # fmt: skip
        return tuple(found)

    def _not_alone(self, charge: Charge, unit: str) -> str:
        part = charge.scope or ("统称" if charge.collective else "")
        return f"{self._person(charge.person)}：{charge.relation}{self._unit(unit)}{f'（{part}）' if part else ''}"

    def _person(self, person: str) -> str:
        return self._identity.persons[person].name

    def _unit(self, unit: str) -> str:
        body = self._identity.organisations.get(unit)
        return body.name if body else ""

    def _label(self, charge: Charge) -> str:
        return self._desks.labels.get(charge.evidence[-1], "")


def leaders_of(in_charge: Sequence[Charge]) -> list[Charge]:
    """Those in charge of the whole unit, one a person: caretakers before principals, who are away; heads last."""
    whole = [charge for charge in in_charge if not charge.scope and not charge.collective]
    acting = [charge for charge in whole if charge.capacity == "acting"]
    leading = [charge for charge in whole if charge.kind != "heads"]
    return list({charge.person: charge for charge in reversed(acting or leading or whole)}.values())
