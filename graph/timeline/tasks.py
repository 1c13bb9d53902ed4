"""Tasks over time: how long each stands, and from when to when each verdict on it holds (DESIGN, section 5).

Verdicts are intervals: they are ruled on every day on which a division, a charge over a lead unit, or the unit itself
changes, and days that rule alike are joined. A task's leader never becomes the holder of a portfolio.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph import statements as waist
from graph.entities import Identity
from graph.timeline.facts import Answer, Became, Charge, Division, TaskLife, task_id
from graph.timeline.papers import Papers, Row
from graph.timeline.spans import When, ended, starting
from graph.timeline.teams import team_of
from graph.timeline.verdicts import Desks, ResolvedTask, Rules, Ruling


class TaskFold:
    """Gives every task its life and its verdicts."""

    def __init__(self, papers: Papers, identity: Identity, desks: Desks) -> None:
        self._identity = identity
        self._desks = desks
        self._rules = Rules(identity, desks)
        self._tasks = [self._resolve(row) for row in papers.rows(waist.Task)]

    def lives(self) -> list[TaskLife]:
        """Every task while its plan stands: from the plan's day to its repeal or the definite end of its validity."""
        return [self._life(task) for task in self._tasks]

    def answers(self) -> list[Answer]:
        """Every task's verdicts, one an interval."""
        return [answer for task in self._tasks for answer in self._answers_of(task, self._life(task))]

    def _resolve(self, row: Row[waist.Task]) -> ResolvedTask:
        printed = row.statement
        leaders = (self._identity.person(printed, "leader", index) for index in range(len(printed.leader)))
        units = (self._identity.organisation(name, printed) for name in printed.lead_orgs)
        team = team_of(row.paper, printed, self._identity)
        return ResolvedTask(row, tuple(filter(None, leaders)), tuple(filter(None, units)), team)

    def _life(self, task: ResolvedTask) -> TaskLife:
        row = task.row
        interval = starting(row.when)
        ended_by: tuple[str, ...] = ()
        validity, ending = row.paper.validity, row.paper.ending
        if validity is not None and validity.definite and row.when.is_dated:
            interval, ended_by = ended(interval, When(validity.ends, validity.ends)), row.paper.evidence
        if ending is not None and row.when.is_dated:
            interval, ended_by = ended(interval, ending.when), ending.evidence
        return TaskLife(
            task=task_id(row.id),
            document=row.paper.id,
            jurisdiction=row.paper.jurisdiction,
            leaders=task.leaders,
            lead_organisation=next(iter(task.units), ""),
            interval=interval,
            evidence=(row.id,),
            ended_by=ended_by,
        )

    def _answers_of(self, task: ResolvedTask, life: TaskLife) -> list[Answer]:
        """Rule on every day on which something changes, and join the days that rule alike."""
        if not life.interval.valid_from:
            ruling = self._rules.as_printed(task)
            return _answers(task, life, ruling) if ruling.answers else []
        start = When(life.interval.valid_from, life.interval.possible_from)
        rulings: list[tuple[When, Ruling]] = []
        for turn in [start, *(turn for turn in self._turns(task) if turn.latest > start.latest)]:
            if life.interval.possible_to and turn.latest >= life.interval.possible_to:
                break
            ruling = self._rules.rule(task, turn.latest)
            if not rulings or not rulings[-1][1].says_the_same(ruling):
                rulings.append((turn, ruling))
        found: list[Answer] = []
        for index, (turn, ruling) in enumerate(rulings):
            if not ruling.answers:
                continue
            interval = replace(life.interval, valid_from=turn.latest, possible_from=turn.earliest)
            ended_by = life.ended_by
            if index + 1 < len(rulings):
                following, next_ruling = rulings[index + 1]
                interval, ended_by = ended(interval, following), next_ruling.because_of or ruling.because_of
            found.extend(
                replace(answer, interval=interval, ended_by=ended_by) for answer in _answers(task, life, ruling)
            )
        return found

    def _turns(self, task: ResolvedTask) -> list[When]:
        """The days on which a division starts, a charge over a unit starts or ends, or a unit becomes another."""
        facts: list[Division | Charge | Became] = []
        for unit in self._all_units(task):
            facts.extend(self._desks.by_unit.get(unit, ()))
            facts.extend(self._desks.became.get(unit, ()))
        teams = {task.team, *(fact.team for fact in facts if isinstance(fact, Charge))}
        facts.extend(division for team in sorted(teams) for division in self._desks.divisions.get(team, ()))
        for leader in task.leaders:
            facts.extend(self._desks.by_person.get(leader, ()))
        turns: set[When] = set()
        for fact in facts:
            if fact.interval.valid_from:
                turns.add(When(fact.interval.valid_from, fact.interval.possible_from))
            if fact.interval.possible_to:
                turns.add(When(fact.interval.possible_to, fact.interval.valid_to))
        return sorted(turns)

    def _all_units(self, task: ResolvedTask) -> list[str]:
        """The lead units and all that became of them."""
        found = list(task.units)
        for unit in found:
            found.extend(event.later for event in self._desks.became.get(unit, ()) if event.later not in found)
        return found


def desks(
    divisions: Iterable[Division],
    charges: Iterable[Charge],
    lineage: Iterable[Became],
    *,
    matters: Mapping[str, str],
    labels: Mapping[str, str],
    discharges: Mapping[str, str],
) -> Desks:
    """File charges, whole divisions and lineage where the rules look them up."""
    whole: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        if division.extent == "whole":
            whole[division.team].append(division)
    by_unit: dict[str, list[Charge]] = defaultdict(list)
    by_person: dict[str, list[Charge]] = defaultdict(list)
    for charge in charges:
        if charge.organisation:
            by_unit[charge.organisation].append(charge)
        if charge.is_principal:
            by_person[charge.person].append(charge)
    became: dict[str, list[Became]] = defaultdict(list)
    for event in lineage:
        if event.later and event.interval.valid_from:
            became[event.former].append(event)
    return Desks(by_unit, by_person, whole, became, matters, labels, discharges)


def _answers(task: ResolvedTask, life: TaskLife, ruling: Ruling) -> list[Answer]:
    """The answer of a ruling, one a person who answers."""
    charge = ruling.charge
    since = charge.interval.valid_from if charge is not None else life.interval.valid_from
    answer = Answer(
        task=life.task,
        verdict=ruling.verdict,
        answers_as=ruling.answers_as,
        person=ruling.person,
        organisation=ruling.organisation,
        named_leader=task.named,
        since_at_latest="" if ruling.verdict in ("vacant", "unknown") else since,
        through=ruling.through,
        amended_by=task.row.paper.amended_by,
        why_not=ruling.why_not,
        explanation=ruling.explanation,
        interval=life.interval,
        basis="stated" if ruling.verdict in ("as_printed", "outside") else "inferred",
        evidence=tuple(dict.fromkeys((task.row.id, *(charge.evidence if charge else ())))),
        ended_by=life.ended_by,
        because_of=ruling.because_of,
    )
    return [answer, *(replace(answer, person=person) for person in ruling.beside)]
