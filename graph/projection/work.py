"""What is to be done: plans, tasks, duties, indicators, subsidies, events, and who answers for them."""

from __future__ import annotations

from collections import defaultdict

from graph import statements as waist
from graph.days import is_open_day
from graph.entities import Identity
from graph.ids import derived_id
from graph.names.script import plain
from graph.projection.builder import Builder, days, short
from graph.projection.documents import paper_days
from graph.timeline import Timeline
from graph.timeline.facts import Fact, task_id
from graph.timeline.papers import Paper, Papers, Row


class Plans:
    """The plans that papers issue, each once: by its printed name within its paper."""

    def __init__(self, builder: Builder, papers: Papers) -> None:
        self._builder = builder
        self._own = {row.paper.id: row for row in papers.rows(waist.Document)}
        self._attached: dict[str, Row[waist.Citation]] = {}
        for row in papers.rows(waist.Citation):
            if row.statement.relation == "attachment":
                self._attached.setdefault(row.paper.id, row)

    def plan(self, paper: Paper, kind: str, printed: str, evidence: str) -> str:
        """The id of the plan a row belongs to; written with its paper's days when it is first asked for."""
        attached = self._attached.get(paper.id)
        name = printed or (attached.statement.cited_title if attached else "") or paper.title or paper.label
        identifier = derived_id("plan", paper.id, name)
        if not self._builder.has(identifier):
            self._builder.node(
                "Plan", identifier, name, jurisdiction=paper.jurisdiction, kind=kind, document=paper.id,
                **days(paper_days(paper)),
            )  # fmt: skip
            fact = Fact(interval=paper_days(paper), evidence=paper.evidence or (evidence,))
            self._builder.edge("ISSUED", paper.id, identifier, fact, action="印发", extent="whole")
        return identifier

    def write_instruments(self, identity: Identity) -> None:
        """Papers that issue an instrument (办法, 应急预案) without a task table are plans too; who interprets them."""
        for row in self._own.values():
            printed = row.statement
            attached = row.paper.id in self._attached
            if not printed.instrument or not (attached or "印发" in plain(printed.title)):
                continue
            plan = self.plan(row.paper, "instrument", "", row.id)
            unit = identity.organisation(printed.interpreted_by, printed) if printed.interpreted_by else ""
            self._builder.edge("INTERPRETS", unit, plan, Fact(interval=paper_days(row.paper), evidence=(row.id,)))


def write_work(builder: Builder, identity: Identity, timeline: Timeline) -> None:
    """Plans and all that hangs on them."""
    papers = timeline.papers
    plans = Plans(builder, papers)
    _tasks(builder, identity, timeline, plans)
    _emergency_plans(builder, identity, papers)
    _indicators(builder, identity, papers, plans)
    plans.write_instruments(identity)
    _duties(builder, identity, papers)
    _subsidies(builder, papers)
    _events(builder, identity, papers)


def _tasks(builder: Builder, identity: Identity, timeline: Timeline, plans: Plans) -> None:
    lives = {life.task: life for life in timeline.tasks}
    for row in timeline.papers.rows(waist.Task):
        printed, life = row.statement, lives[task_id(row.id)]
        task = builder.node(
            "Task", life.task, printed.title, jurisdiction=row.paper.jurisdiction, number=printed.number,
            section=printed.section, text=short(printed.text), deadline=printed.deadline, document=row.paper.id,
            **days(life.interval),
        )  # fmt: skip
        builder.edge("HAS_TASK", plans.plan(row.paper, "tasks", printed.plan, row.id), task, life)
        for index in range(len(printed.leader)):
            builder.edge("NAMED_FOR", identity.person(printed, "leader", index), task, life)
        words = {unit: word for word, _, unit in (each.partition("=") for each in printed.role_words)}
        for edge_type, names in (
            ("LEADS", printed.lead_orgs),
            ("CARRIES_OUT", printed.responsible_orgs),
            ("SUPPORTS", printed.cooperating_orgs),
        ):
            for order, name in enumerate(names, start=1):
                unit = identity.organisation(name, printed)
                builder.edge(edge_type, unit, task, life, word=words.get(name, ""), order=order)
    for answer in timeline.answers:
        builder.edge(
            "ANSWERED_BY",
            answer.task,
            answer.person or answer.organisation,
            answer,
            verdict=answer.verdict,
            answers_as=answer.answers_as,
            named_leader=answer.named_leader,
            since_at_latest=answer.since_at_latest,
            through=_name(identity, answer.through),
            amended_by=answer.amended_by,
            why_not=list(answer.why_not),
            explanation=answer.explanation,
        )


def _emergency_plans(builder: Builder, identity: Identity, papers: Papers) -> None:
    for row in papers.rows(waist.EmergencyPlan):
        printed = row.statement
        fact = Fact(interval=paper_days(row.paper), evidence=(row.id,))
        plan = builder.node(
            "Plan", derived_id("plan", row.id), printed.plan_name, jurisdiction=row.paper.jurisdiction, kind="emergency",
            category=printed.category, number=printed.number, document=row.paper.id, **days(fact.interval),
        )  # fmt: skip
        builder.edge("ISSUED", row.paper.id, plan, fact, action="列入目录", extent="whole")
        for name in printed.lead_orgs:
            builder.edge("DRAFTS", identity.organisation(name, printed), plan, fact)


def _indicators(builder: Builder, identity: Identity, papers: Papers, plans: Plans) -> None:
    for row in papers.rows(waist.Indicator):
        printed = row.statement
        if printed.duplicate_page:
            continue
        indicator = builder.node(
            "Indicator",
            derived_id("indicator", row.id),
            short(printed.requirement),
            jurisdiction=row.paper.jurisdiction,
            number=printed.number,
            section=printed.section,
            section_score=printed.section_score,
            subsection=printed.subsection,
            subsection_score=printed.subsection_score,
            weight=printed.weight,
            weight_reasoned=printed.weight_reasoned,
            document=row.paper.id,
        )
        fact = Fact(evidence=(row.id,))
        builder.edge("MEASURED_BY", plans.plan(row.paper, "indicators", "", row.id), indicator, fact)
        for name in printed.responsible_orgs or printed.orgs_reasoned:
            basis = Fact(evidence=(row.id,), basis="stated" if printed.responsible_orgs else "inferred")
            builder.edge("ANSWERS_FOR", identity.organisation(name, printed), indicator, basis)


def _duties(builder: Builder, identity: Identity, papers: Papers) -> None:
    for row in papers.rows(waist.Duty):
        printed = row.statement
        unit = identity.organisation(printed.org, printed)
        fact = Fact(interval=paper_days(row.paper), evidence=(row.id,))
        duty = builder.node(
            "Duty", derived_id("duty", row.id), short(printed.summary), jurisdiction=row.paper.jurisdiction,
            number=printed.duty_no, marker=printed.marker, document=row.paper.id, **days(fact.interval),
        )  # fmt: skip
        builder.edge("HAS_DUTY", unit, duty, fact, marker=printed.marker)


def _subsidies(builder: Builder, papers: Papers) -> None:
    tasks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for task in papers.rows(waist.Task):
        tasks[task.paper.id, task.statement.number].append(task_id(task.id))
    for row in papers.rows(waist.Subsidy):
        printed = row.statement
        subsidy = builder.node(
            "Subsidy",
            derived_id("subsidy", row.id),
            short(printed.condition or printed.basis),
            condition=short(printed.condition),
            base=printed.basis,
            rate_percent=printed.rate_percent,
            amount_yuan=printed.amount_yuan,
            cap_yuan=printed.cap_yuan,
            per=printed.per,
            number=printed.task_number,
        )
        owners = tasks.get((row.paper.id, printed.task_number), [])
        if len(owners) == 1:
            builder.edge("OFFERS", owners[0], subsidy, Fact(evidence=(row.id,)))


def _events(builder: Builder, identity: Identity, papers: Papers) -> None:
    for row in papers.rows(waist.Event):
        printed = row.statement
        event = builder.node(
            "Event", derived_id("event", row.id), short(printed.activity or printed.activity_kind),
            jurisdiction=row.paper.jurisdiction, kind=printed.activity_kind, place=printed.place,
            **_when(printed),
        )  # fmt: skip
        fact = Fact(evidence=(row.id,))
        for index, words in enumerate(printed.persons):
            person = identity.person(printed, "persons", index)
            builder.edge("TOOK_PART_IN", person, event, fact, title=words.partition("|")[2])
        for name in printed.orgs:
            builder.edge("TOOK_PART_IN", identity.organisation(name, printed), event, fact)


def _when(printed: waist.Event) -> dict[str, str]:
    """The days of an event; where the paper leaves their year open, as it prints them."""
    if is_open_day(printed.date_from):
        return {"day_printed": "至".join(filter(None, (printed.date_from, printed.date_to)))}
    return {"date_from": printed.date_from, "date_to": printed.date_to}


def _name(identity: Identity, organisation: str) -> str:
    body = identity.organisations.get(organisation)
    return body.name if body else ""
