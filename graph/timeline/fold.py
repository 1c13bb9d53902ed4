"""The whole fold: statements in, intervals out. Pure and order-free.

Subjects are folded one after another, each a pure function of its own statements and of earlier folds: posts, then
teams, pairs, groups, rosters, seats, tasks, and last the findings over all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import statements as waist
from graph.entities import Identity
from graph.statements import Statement
from graph.timeline.checks import Scene, find
from graph.timeline.divisions import fold_teams
from graph.timeline.facts import (
    Answer,
    Assist,
    Became,
    Charge,
    Crowd,
    Division,
    Filling,
    Finding,
    GroupAct,
    GroupLife,
    Holding,
    OfficePlace,
    Pairing,
    Seat,
    TaskLife,
    matter_id,
)
from graph.timeline.functions import FunctionHolders
from graph.timeline.groups import GroupHistory, body_ends, fold_groups, fold_lineage
from graph.timeline.holdings import Clash, fold_posts
from graph.timeline.inheritance import Formers, with_inherited
from graph.timeline.lists import rosters
from graph.timeline.notices import Notice, notices
from graph.timeline.pairings import fold_pairs, pair_papers
from graph.timeline.papers import Ending, Papers, Row
from graph.timeline.rosters import fold_rosters
from graph.timeline.seats import SeatFold
from graph.timeline.tasks import TaskFold, desks
from graph.timeline.teams import departures
from graph.timeline.titles import records

MIN_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that holds over time. Every tuple is in a stable order; equal statements give equal timelines."""

    papers: Papers
    holdings: tuple[Holding, ...]
    clashes: tuple[Clash, ...]
    divisions: tuple[Division, ...]
    charges: tuple[Charge, ...]
    assists: tuple[Assist, ...]
    pairings: tuple[Pairing, ...]
    groups: tuple[GroupLife, ...]
    group_acts: tuple[GroupAct, ...]
    offices: tuple[OfficePlace, ...]
    lineage: tuple[Became, ...]
    seats: tuple[Seat, ...]
    fillings: tuple[Filling, ...]
    tasks: tuple[TaskLife, ...]
    answers: tuple[Answer, ...]
    crowds: tuple[Crowd, ...]
    findings: tuple[Finding, ...] = ()


def trusted(statements: Iterable[Statement], *, min_confidence: float = MIN_CONFIDENCE) -> list[Statement]:
    """The statements that count: the less sure ones wait in the review list (DESIGN, section 3)."""
    return [each for each in statements if each.source.confidence >= min_confidence]


def fold(statements: Iterable[Statement], identity: Identity, *, min_confidence: float = MIN_CONFIDENCE) -> Timeline:
    """All intervals that the statements give, with identity saying who is who.

    Pure: the same set of statements in any order, with any repetition, gives an equal timeline. Raises nothing of its
    own; a row that names nobody identity knows is left to the review list.
    """
    papers = Papers.of(trusted(statements, min_confidence=min_confidence), identity)
    lineage = fold_lineage(papers, identity)
    ends = body_ends(lineage)
    seen = records(papers, identity)
    histories = fold_posts(seen, _sole_posts(identity), _ends_of_posts(ends, identity))
    holdings = [holding for history in histories.values() for holding in history.holdings]
    gone = departures(holdings, identity)

    read = notices(papers, identity)
    teams = fold_teams(read, gone, Formers.in_(lineage))
    divisions = [each for team in teams.values() for each in team.divisions]
    charges = with_inherited((each for team in teams.values() for each in team.charges), lineage)
    pairings = fold_pairs(pair_papers(papers, identity), read, divisions, gone)

    groups = fold_groups(papers, identity, ends)
    listings = fold_rosters(rosters(papers, identity), groups, lineage)
    matters = {key: words for key, (_, words) in matter_words(papers).items()}
    functions = _functions(papers, identity, holdings, charges, groups, matters)
    seat_fold = SeatFold(identity, holdings, seen, functions)
    seats = [seat for group in listings.values() for seat in seat_fold.seats(group)]
    fillings = [filling for group in listings.values() for filling in seat_fold.fill(group)]

    task_fold = TaskFold(
        papers,
        identity,
        desks(
            divisions, charges, lineage, matters=matters, labels=_labels(papers, waist.Portfolio),
            discharges=_labels(papers, waist.Discharge),
        ),
    )  # fmt: skip
    lives, answers = task_fold.lives(), task_fold.answers()
    clashes = [clash for history in histories.values() for clash in history.clashes]
    scene = Scene(
        papers=papers,
        identity=identity,
        holdings=holdings,
        clashes=clashes,
        divisions=divisions,
        charges=charges,
        pairings=pairings,
        groups=[life for history in groups.values() for life in history.lives],
        group_acts=[act for history in groups.values() for act in history.acts],
        seats=seats,
        fillings=fillings,
        tasks=lives,
        answers=answers,
    )
    return Timeline(
        papers=papers,
        holdings=tuple(holdings),
        clashes=tuple(clashes),
        divisions=tuple(divisions),
        charges=tuple(charges),
        assists=tuple(each for team in teams.values() for each in team.assists),
        pairings=tuple(pairings),
        groups=tuple(scene.groups),
        group_acts=tuple(scene.group_acts),
        offices=tuple(office for history in groups.values() for office in history.offices),
        lineage=tuple(lineage),
        seats=tuple(seats),
        fillings=tuple(fillings),
        tasks=tuple(lives),
        answers=tuple(answers),
        crowds=_crowds(read),
        findings=find(scene),
    )


def matter_words(papers: Papers) -> dict[str, tuple[str, str]]:
    """Place and printed words of every matter on a desk, by its id; of several spellings the smallest."""
    words: dict[str, tuple[str, str]] = {}
    for row in papers.rows(waist.Portfolio):
        printed = row.statement
        if printed.object_kind not in ("org", "person"):
            key = matter_id(row.paper.jurisdiction, printed.object)
            found = (row.paper.jurisdiction, printed.object)
            words[key] = min(words.get(key, found), found)
    return words


def _sole_posts(identity: Identity) -> dict[str, bool]:
    return {post.id: post.sole for post in identity.posts.values()}


def _ends_of_posts(ends: Mapping[str, Ending], identity: Identity) -> dict[str, Ending]:
    return {post.id: ends[post.organisation] for post in identity.posts.values() if post.organisation in ends}


def _crowds(read: Iterable[Notice]) -> tuple[Crowd, ...]:
    found: dict[str, Crowd] = {}
    for notice in read:
        for crowd in notice.crowds:
            found.setdefault(crowd.id, crowd)
    return tuple(found[key] for key in sorted(found))


def _labels(papers: Papers, kind: type[Statement]) -> dict[str, str]:
    return {row.id: row.paper.label for row in papers.rows(kind)}


def _functions(
    papers: Papers,
    identity: Identity,
    holdings: Iterable[Holding],
    charges: Iterable[Charge],
    groups: Mapping[str, GroupHistory],
    matters: Mapping[str, str],
) -> FunctionHolders:
    lead_units: dict[str, Counter[str]] = defaultdict(Counter)
    for row in papers.rows(waist.Task):
        for name in row.statement.lead_orgs:
            unit = identity.organisation(name, row.statement)
            if unit:
                lead_units[row.paper.id][unit] += 1
    rows: dict[str, Row[Statement]] = {}
    for kind in (waist.Membership, waist.Group, waist.Portfolio):
        rows.update((row.id, row) for row in papers.tables.get(kind, []))
    return FunctionHolders(
        identity,
        holdings=holdings,
        charges=charges,
        matters=matters,
        lead_units=lead_units,
        offices={group: history.offices for group, history in groups.items()},
        rows=rows,
    )
