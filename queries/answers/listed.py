"""Which answers are rows of a canned query, and how each is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from queries.answers import of_papers, of_people
from queries.answers.asked import DAYS, Asked, at_place, clauses, of_subject
from queries.answers.looked_at import BODIES, DESK, OWN_SEATS, PAPERS, SEATS, TASKS, none_among
from queries.answers.mentions import mentions
from queries.answers.results import Table
from queries.library import Library
from queries.router import Kind

#: The kinds that are tables, and how each is found.
ANSWERS: dict[Kind, Callable[[Library, Asked], Table]] = {
    "successors": of_people.successors,
    "events": of_people.events,
    "chronicle": of_people.events,
    "appointments": of_people.appointments,
    "changes": of_people.changes,
    "papers": of_papers.papers,
    "paper": of_papers.paper_itself,
    "mentions": mentions,
    "plans": of_papers.plans,
    "group_list": of_people.group_list,
    "indicators": of_papers.indicators,
    "validity": of_papers.validity,
    "periods": of_papers.periods,
    "levels": of_papers.levels,
    "rules": of_papers.rules,
    "phases": lambda library, asked: clauses(library, asked, "phases"),
    "targets": lambda library, asked: clauses(library, asked, "targets"),
    "makers": of_papers.makers,
    "founding": of_subject("groups/genealogy", "group"),
    "stale_seats": lambda library, asked: none_among(
        OWN_SEATS if asked.subject.label == "Group" else SEATS, of_people.stale_seats
    )(library, asked),
    "deadline": of_papers.deadline,
    "deadlines": of_papers.deadlines,
    "subsidies": of_papers.subsidies,
    "oversight_history": of_subject(
        "organisations/oversight-history",
        "organisation",
        shown=("edge", "person", "capacity", "scope", "via", *DAYS, "basis"),
    ),
    "timeline": of_people.timeline,
    "impact": of_subject("graph/reshuffle-impact", "person"),
    "uncovered_tasks": none_among(TASKS, at_place("tasks/uncovered")),
    "uncovered_bodies": none_among(BODIES, at_place("organisations/uncovered")),
    "superseded": none_among(PAPERS, at_place("documents/superseded")),
    "to_adjust": none_among(PAPERS, at_place("documents/to-be-adjusted")),
    "stale_tasks": none_among(TASKS, at_place("tasks/stale-leaders")),
    "workload": of_people.workload,
    "pairs": at_place("people/pairs"),
    "unseen": none_among(PAPERS, at_place("documents/unseen-numbers")),
    "findings": none_among(PAPERS, at_place("checks/findings")),
    "tasks_of": of_papers.tasks,
    "groups": of_people.groups,
    "citations": of_papers.citations,
    "group_changes": none_among(OWN_SEATS, of_people.group_changes),
    "portfolio_changes": none_among(DESK, of_people.portfolio_changes),
    "desks": at_place("people/desks"),
    "duties_of": of_subject("organisations/duties", "organisation"),
    "plans_of": of_subject("organisations/plans", "organisation"),
    "facts_of": of_papers.facts,
}


def listed(library: Library, asked: Asked) -> Table:
    """The table a question asks for. Raises `NotFoundError` if the papers say nothing of it, `KeyError` for a kind that is no table."""
    return replace(
        ANSWERS[asked.intent.kind](library, asked),
        since=asked.since,
        until=asked.until,
        year_taken=asked.intent.year_taken,
    )
