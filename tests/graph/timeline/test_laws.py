"""Laws that hold for every set of papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph import statements as waist
from graph.days import Interval
from graph.identity import resolve
from graph.statements import Statement
from graph.timeline import Timeline, fold
from graph.timeline.facts import Fact
from tests.graph.timeline.made import corpora

QUICK = settings(max_examples=50, deadline=None)


def facts_of(timeline: Timeline) -> list[Fact]:
    return [
        *timeline.holdings, *timeline.divisions, *timeline.charges, *timeline.assists, *timeline.pairings,
        *timeline.groups, *timeline.offices, *timeline.seats, *timeline.fillings, *timeline.tasks, *timeline.answers,
    ]  # fmt: skip


def overlap_of_certain_days(one: Interval, other: Interval) -> bool:
    if not one.valid_from or not other.valid_from:
        return False
    return one.valid_from < (other.valid_to or "9999") and other.valid_from < (one.valid_to or "9999")


@QUICK
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(statements: list[Statement], random: object) -> None:
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a Random
    identity = resolve(statements)
    assert fold(shuffled, identity) == fold(statements, identity)


@QUICK
@given(corpora())
def test_repeating_statements_changes_nothing(statements: list[Statement]) -> None:
    identity = resolve(statements)
    assert fold([*statements, *statements], identity) == fold(statements, identity)


@QUICK
@given(corpora())
def test_certain_days_of_a_sole_post_never_overlap(statements: list[Statement]) -> None:
    identity = resolve(statements)
    holders = [
        holding
        for holding in fold(statements, identity).holdings
        if identity.posts[holding.post].sole and holding.capacity not in ("nominated", "seconded", "in_charge")
    ]
    for one, other in combinations(holders, 2):
        if one.post == other.post and one.person != other.person:
            assert not overlap_of_certain_days(one.interval, other.interval), (one, other)


@QUICK
@given(corpora())
def test_certain_days_lie_inside_the_possible_ones(statements: list[Statement]) -> None:
    identity = resolve(statements)
    for fact in facts_of(fold(statements, identity)):
        days = fact.interval
        if days.valid_from:
            assert not days.possible_from or days.possible_from <= days.valid_from, fact
            assert not days.possible_to or days.valid_from < days.possible_to, fact
            assert not days.valid_to or days.valid_from < days.valid_to, fact
            assert not (days.valid_to and days.possible_to) or days.valid_to <= days.possible_to, fact
        else:
            assert not days.valid_to, fact


@QUICK
@given(corpora())
def test_closing_never_loses_a_statement(statements: list[Statement]) -> None:
    identity = resolve(statements)
    timeline = fold(statements, identity)
    told = {each for fact in facts_of(timeline) for each in (*fact.evidence, *fact.ended_by)}
    for statement in statements:
        if isinstance(statement, waist.Membership | waist.Portfolio | waist.StandIn):
            assert identity.statement_id(statement) in told, statement
    acts = {
        (identity.document_id(act), act.action, identity.person(act), act.post)
        for act in statements
        if isinstance(act, waist.Appointment)
    }
    by_id = {identity.statement_id(each): each for each in statements}
    kept = {
        (identity.document_id(act), act.action, identity.person(act), act.post)
        for act in (by_id[each] for each in told)
        if isinstance(act, waist.Appointment)
    }
    assert acts <= kept


@QUICK
@given(corpora())
def test_what_a_paper_takes_off_a_desk_ends_that_and_nothing_else(statements: list[Statement]) -> None:
    identity = resolve(statements)
    timeline = fold(statements, identity)
    losses = {row.id: row for row in timeline.papers.rows(waist.Discharge)}
    given = {
        (row.paper.id, identity.person(row.statement), row.statement.relation, row.statement.object)
        for row in timeline.papers.rows(waist.Portfolio)
    }
    for charge in timeline.charges:
        for loss in (losses[each] for each in charge.ended_by if each in losses):
            assert charge.person == identity.person(loss.statement)
            assert charge.organisation == identity.organisation(loss.statement.object, loss.statement)
            assert loss.statement.relation in ("", charge.relation)
    for loss in losses.values():
        person, unit = identity.person(loss.statement), loss.statement.object
        again = {(loss.paper.id, person, relation, unit) for relation in ("分管", "联系")} & given
        if not loss.when.is_dated or again:
            continue
        for charge in timeline.charges:
            same = (charge.person, charge.organisation) == (person, identity.organisation(unit, loss.statement))
            if not same or loss.statement.relation not in ("", charge.relation):
                continue
            days = charge.interval
            if days.valid_from and (days.valid_from, days.possible_from) < (loss.when.latest, loss.when.earliest):
                assert days.possible_to, (charge, loss)
                assert days.possible_to <= loss.when.latest, (charge, loss)


@QUICK
@given(corpora())
def test_a_later_paper_never_changes_what_was_certain_before_the_first(statements: list[Statement]) -> None:
    """Nothing is ended on a day before the paper that ends it could count."""
    identity = resolve(statements)
    timeline = fold(statements, identity)
    when = {row.id: row.when for rows in timeline.papers.tables.values() for row in rows}
    for fact in facts_of(timeline):
        if fact.interval.possible_to and fact.ended_by:
            assert any(when[each].latest <= fact.interval.possible_to for each in fact.ended_by), fact


@QUICK
@given(corpora(), corpora())
def test_the_papers_of_one_place_never_change_another(here: list[Statement], there: list[Statement]) -> None:
    """Folding is by subject: the whole fold of two places is the two folds together."""
    moved = [replace(each, source=replace(each.source, jurisdiction="乙县")) for each in there]
    both, alone = resolve([*here, *moved]), resolve(here)
    whole, part = fold([*here, *moved], both), fold(here, alone)
    of_here = {alone.statement_id(each) for each in here}

    def own(facts: Iterable[Fact]) -> list[tuple[Interval, tuple[str, ...], tuple[str, ...]]]:
        return sorted((f.interval, f.evidence, f.ended_by) for f in facts if set(f.evidence) <= of_here)

    assert own(facts_of(whole)) == own(facts_of(part))
