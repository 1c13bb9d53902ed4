"""Analyses as answers: on the made-up district they agree with the canned queries, rest on words, and never waver."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cli.tables import csv_text
from core.errors import DutygraphError
from core.settings import Settings
from queries.answers.analysis.model import Analysis, Asked, Cell
from queries.answers.analysis.reading import MOST_WORDS
from queries.answers.analysis.registry import ANALYSES, analyse
from queries.answers.leaders import portfolio
from queries.answers.model import Coded, Thing
from queries.answers.resolve import AmbiguousError, resolve
from queries.answers.serial import as_json
from queries.answers.show import sheet_of
from queries.catalogue import catalogue
from queries.library import Library, open_library

DAY = "2024-10-01"
WHAT = {
    "shared-groups": ("邵启岩", "谢临川"), "chain": ("区财政局", "区审计局"), "matter-across-places": ("财政",),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    """The library of the made-up district."""
    with open_library(lanting) as opened:
        yield opened


def ask(library: Library, name: str, **more: str) -> Analysis:
    asked = Asked(more.get("on", DAY), more.get("against", ""), more.get("jurisdiction", ""), WHAT.get(name, ()), 1_000)
    return analyse(library, name, asked)


def cells(answer: Analysis, column: str) -> list[Cell]:
    place = [each.name for each in answer.columns].index(column)
    return [row.cells[place] for row in answer.rows]


def one(cell: Cell) -> Thing:
    assert isinstance(cell, tuple)
    (found,) = cell
    return found


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_finds_something_and_rests_on_words(library: Library, name: str) -> None:
    answer = ask(library, name)
    assert answer.rows
    assert {len(row.cells) for row in answer.rows} == {len(answer.columns)}
    quoted = {each.id for each in answer.evidence}
    assert all(set(row.evidence) <= quoted and len(row.evidence) <= MOST_WORDS for row in answer.rows)
    if name != "paper-coverage":  # a count of papers: each paper is its own ground
        assert all(row.evidence for row in answer.rows)
        assert all(each.quote for each in answer.evidence)
        assert answer.reach
    assert (answer.on, answer.truncated, answer.left_out) == (DAY, False, 0)
    assert all(catalogue().get(query) for query in answer.queries)


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_gives_equal_bytes_each_time_and_shows_in_both_languages(library: Library, name: str) -> None:
    answer = ask(library, name)
    assert as_json([answer]) == as_json([ask(library, name)])
    assert json.loads(as_json([answer]))["answer"] == "analysis"
    zh, en = sheet_of(answer, "zh"), sheet_of(answer, "en")
    assert zh.title != en.title
    assert len(zh.lines) == len(en.lines) == len(answer.rows)
    assert any(note.startswith("不说明什么：") for note in zh.notes)
    assert any(note.startswith("It does not say: ") for note in en.notes)
    lines = list(csv.reader(io.StringIO(csv_text(zh, "zh"))))
    assert len(lines) > len(answer.rows)


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_is_explained_in_both_languages(name: str) -> None:
    about = ANALYSES[name].about
    for text in (about.title, about.question, about.counts, about.silent):
        assert text.zh
        assert text.en
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text.en)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)


def test_workload_counts_what_the_desks_hold(library: Library) -> None:
    answer = ask(library, "leader-workload")
    known = {str(row["person_id"]): row for row in library.rows("people/workload", on=DAY, limit=1_000)}
    kinds = ("bodies", "shared", "matters", "tasks", "liaises")
    for who, *counts in zip(cells(answer, "who"), *(cells(answer, kind) for kind in kinds), strict=True):
        bodies, shared, matters, tasks, liaises = (each if isinstance(each, int) else -1 for each in counts)
        row = known[one(who).id]
        assert (bodies + shared, matters, tasks) == (row["units"], row["matters"], row["tasks"])
        # A body that is overseen and liaised with counts once here.
        assert liaises <= int(str(row["liaises"]))
    assert len(answer.rows) >= 5


def test_two_days_stand_side_by_side_and_who_left_is_shown_with_nothing(library: Library) -> None:
    answer = ask(library, "leader-workload", on="2023-08-29", against="2023-08-28")
    alone = ask(library, "leader-workload", on="2023-08-28")
    before = {one(who).id: load for who, load in zip(cells(alone, "who"), cells(alone, "load"), strict=True)}
    changed = 0
    for who, load, then, change in zip(
        cells(answer, "who"), cells(answer, "load"), cells(answer, "load_before"), cells(answer, "change"), strict=True
    ):
        assert then == before.get(one(who).id, 0.0)
        assert isinstance(load, float)
        assert isinstance(then, float)
        assert change == load - then
        changed += change != 0
    assert changed >= 2  # the division of that day moved bodies between desks
    assert set(before) <= {one(who).id for who in cells(answer, "who")}


def test_coverage_agrees_with_each_desk(library: Library) -> None:
    answer = ask(library, "stand-in-coverage")
    for who, stand_ins in zip(cells(answer, "who"), cells(answer, "stand_ins"), strict=True):
        desk = portfolio(library, one(who), DAY)
        assert isinstance(stand_ins, tuple)
        assert {each.id for each in stand_ins} == {each.person.id for each in desk.stand_ins}
    assert "990101" in answer.notes[0].zh


def test_points_agree_with_the_indicators_of_each_unit(library: Library) -> None:
    answer = ask(library, "points-at-stake")
    for unit, points in zip(cells(answer, "unit"), cells(answer, "points"), strict=True):
        rows = library.rows("organisations/indicators", organisation=one(unit).id)
        assert points == sum(float(str(row["weight"] or row["weight_reasoned"] or 0)) for row in rows)
    assert ask(library, "points-at-stake", on="2024-03-21").rows == ()  # the day before its paper


def test_a_chain_leads_from_one_to_the_other_without_a_gap(library: Library) -> None:
    answer = ask(library, "chain")
    steps = list(zip(cells(answer, "from"), cells(answer, "to"), strict=True))
    assert one(steps[0][0]).name == "区财政局"
    assert one(steps[-1][1]).name == "区审计局"
    assert all(end == start for (_, end), (start, _) in pairwise(steps))
    assert all(isinstance(each, Coded) for each in cells(answer, "relation"))


def test_the_groups_of_two_are_those_on_both_desks(library: Library) -> None:
    answer = ask(library, "shared-groups")
    groups = [
        {each.group.id for each in portfolio(library, resolve(library.index, name, ("Person",)), DAY).groups}
        for name in WHAT["shared-groups"]
    ]
    assert {one(cell).id for cell in cells(answer, "group")} == groups[0] & groups[1]


def test_a_place_without_papers_has_nothing_to_analyse(library: Library) -> None:
    for name, way in ANALYSES.items():
        if way.about.by_place:
            assert ask(library, name, jurisdiction="000000").rows == (), name


def test_lines_beyond_the_limit_are_counted(library: Library) -> None:
    few = analyse(library, "unit-workload", Asked(DAY, limit=2))
    every = ask(library, "unit-workload")
    assert (len(few.rows), few.left_out) == (2, len(every.rows) - 2)
    assert few.rows == every.rows[:2]
    assert any("未列" in note for note in sheet_of(few, "zh").notes)


@pytest.mark.parametrize(
    ("name", "asked", "code"),
    [
        ("shoe-size", Asked(DAY), "NO-ANALYSIS"),
        ("chain", Asked(DAY, what=("区财政局",)), "MISSING-PARAMETER"),
        ("brokers", Asked(DAY, what=("区财政局",)), "BAD-PARAMETER"),
        ("brokers", Asked(DAY, against=DAY), "BAD-PARAMETER"),
        ("brokers", Asked(DAY, limit=0), "BAD-PARAMETER"),
        ("brokers", Asked(DAY, limit=1_001), "BAD-PARAMETER"),
        ("brokers", Asked("2024-13-01"), "BAD-DATE"),
        ("leader-workload", Asked(DAY, against="yesterday"), "BAD-DATE"),
        ("chain", Asked(DAY, what=("区财政局", "没有这个局")), "NOT-FOUND"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_code(library: Library, name: str, asked: Asked, code: str) -> None:
    with pytest.raises(DutygraphError) as caught:
        analyse(library, name, asked)
    assert caught.value.code == code


def test_a_name_that_means_several_is_listed(library: Library) -> None:
    with pytest.raises(AmbiguousError) as caught:
        analyse(library, "chain", Asked(DAY, what=("区财政局", "局")))
    assert len(caught.value.candidates) > 1
