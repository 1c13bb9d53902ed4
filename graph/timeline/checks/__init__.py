"""Checks over a timeline: everything a clerk should look at, as findings with days, severity and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.timeline.checks import desks, documents, figures, people
from graph.timeline.checks.scene import Scene
from graph.timeline.facts import Finding
from graph.timeline.spans import is_empty

CHECKS: tuple[Callable[[Scene], Iterable[Finding]], ...] = (
    desks.stale_task_leaders,
    desks.tasks_without_lead_unit,
    desks.units_without_leader,
    desks.units_with_two_leaders,
    desks.leaders_without_stand_in,
    desks.contradicting_divisions,
    people.seats_to_adjust,
    people.clashing_holders,
    people.titles_without_ground,
    documents.unseen_numbers,
    documents.numbers_against_dates,
    documents.papers_past_validity,
    documents.reviews_due,
    documents.contradicting_rosters,
    figures.scores_that_do_not_add_up,
    figures.composition_rules_broken,
)


def find(scene: Scene) -> tuple[Finding, ...]:
    """All findings of all checks, in a stable order."""
    found = {finding: None for check in CHECKS for finding in check(scene) if not is_empty(finding.interval)}
    return tuple(sorted(found, key=lambda each: (each.kind, each.interval, each.about, each.number, each.evidence)))


__all__ = ["CHECKS", "Scene", "find"]
