"""A load folds only the family of what it brings, and gives what the whole fold gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from benchmark.corpus import District, Issue, places
from core.errors import StoreBusyError
from core.settings import Settings
from graph import partial, reach, search
from graph.build import build, graph_of
from graph.decisions import Decision
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading
from graph.statements import Citation, Discharge, Document, Group, Portfolio, Source, Statement
from graph.stores import graph_home
from graph.stores.contents import snapshot
from graph.stores.difference import Difference
from graph.stores.store import Counts

ISSUES = 2


@pytest.fixture(scope="module")
def issues() -> dict[str, list[Issue]]:
    """The first issues of three districts of one city."""
    return {
        place.id: [issue for issue, _ in zip(District(place, years=1, seed=3).issues(), range(ISSUES), strict=False)]
        for place in places(3)
    }


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(settings) as opened:
        yield opened


def put(ledger: Ledger, rows: list[Statement], name: str) -> None:
    """Write a reading of statements that somebody printed."""
    sha256 = ledger.receive(name.encode(), f"{name}.txt")
    kept = tuple(replace(row, source=replace(row.source, file=sha256)) for row in rows)
    ledger.write(Reading(sha256=sha256, kind="text", rules="2031.1.1", statements=kept))


def build_first(ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]]) -> None:
    """Publish the first issue of every district."""
    for place in sorted(issues):
        put(ledger, list(issues[place][0].statements), issues[place][0].name)
    build(ledger, settings)


def whole_and_published(ledger: Ledger, settings: Settings) -> bool:
    """Whether the published graph, its counts and its search index are those of the whole fold."""
    home = graph_home(settings)
    store = home.open()
    try:
        graph = graph_of(ledger)
        found, version = snapshot(store), store.version()
    finally:
        store.close()
        home.close()
    other = settings.home / "whole.sqlite3"
    search.build(other, graph)
    made = reach.read(reach.path_of(settings, version))
    assert found == graph
    assert _searched(search.index_path(settings, version)) == _searched(other)
    assert made is not None
    assert made.counts == Counts.of(graph)
    return made.statements == len(ledger.live_statements())


def _searched(path: Path) -> list[tuple[str, ...]]:
    """Everything an index holds, by the ids of entities, whatever their order."""
    with closing(sqlite3.connect(path)) as database:
        rows = [
            *database.execute("SELECT id, kind, name, jurisdiction FROM entities"),
            *database.execute(
                "SELECT e.id, n.name, n.folded, n.alias FROM names n JOIN entities e ON e.number = n.entity"
            ),
            *database.execute(
                "SELECT e.id, s.spelling, s.initials FROM spellings s JOIN entities e ON e.number = s.entity"
            ),
            *database.execute(
                "SELECT e.id, 'words' FROM texts t JOIN entities e ON e.number = t.rowid WHERE texts MATCH '财'"
            ),
            *database.execute(
                "SELECT e.id, n.name FROM name_characters c JOIN names n ON n.number = c.rowid"
                " JOIN entities e ON e.number = n.entity WHERE name_characters MATCH '财'"
            ),
        ]
    return sorted(tuple(str(cell) for cell in row) for row in rows)


def steps(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build from here on was a step (or the whole was folded)."""
    taken: list[bool] = []
    plain = partial.step

    def watched(*args: object, **kwargs: object) -> object:
        found = plain(*args, **kwargs)  # type: ignore[arg-type]
        taken.append(found is not None)
        return found

    monkeypatch.setattr(partial, "step", watched)
    return taken


def test_every_issue_that_is_added_gives_what_the_whole_gives(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = steps(monkeypatch)
    for number in range(ISSUES):
        for place in sorted(issues):
            issue = issues[place][number]
            put(ledger, list(issue.statements), issue.name)
            report = build(ledger, settings)
            assert report.statements == len(ledger.live_statements())
        assert whole_and_published(ledger, settings)
    # The first is the whole; the second and third know the first already.
    assert taken == [True] * (ISSUES * len(issues) - 1)


def source(place: str, number: str, words: str) -> Source:
    return Source(jurisdiction=place, doc_id=number, quote=words, rule="x", start=1, end=3, line_start=1, line_end=1)


def test_districts_that_name_a_body_of_their_city_are_one_family(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = steps(monkeypatch)
    build_first(ledger, settings, issues)
    for number, place in enumerate(sorted(issues)[:2]):
        leader = next(row for row in issues[place][0].statements if isinstance(row, Portfolio))
        words = source(place, f"市政发〔2021〕{9 - number}号", "联系市财政局")
        title = Document(title="关于联系市财政局的通知", issuer="", signed_date=f"2021-0{number + 4}-02", source=words)
        row = Portfolio(person=leader.person, title=leader.title, relation="联系", object="市财政局", source=words)
        put(ledger, [title, row], f"city {number}")
        build(ledger, settings)
        assert whole_and_published(ledger, settings)
    assert taken == [True, True]
    made = reach.read(reach.path_of(settings, graph_home(settings).version()))
    assert made is not None
    assert reach.family({sorted(issues)[0]}, made.reach) == set(sorted(issues)[:2])


def test_what_a_paper_takes_off_a_desk_is_folded_with_the_desk(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = steps(monkeypatch)
    build_first(ledger, settings, issues)
    one, other, _ = sorted(issues)
    charges = [
        next(row for row in issues[place][0].statements if isinstance(row, Portfolio) and row.relation == "分管")
        for place in (one, other)
    ]
    ends_own = {"person": charges[0].person, "title": charges[0].title, "relation": "分管", "object": charges[0].object}
    # A body of the city that only what is taken off names joins two districts: its name is a mention like any other.
    ends_citys = {"person": charges[1].person, "title": charges[1].title, "relation": "联系", "object": "市财政局"}
    for place, loss in ((one, ends_own), (other, ends_citys), (one, ends_citys)):
        words = source(place, f"{place}政发〔2031〕{len(taken)}号", f"不再{loss['relation']}{loss['object']}")
        title = Document(title="关于调整部分领导分工的通知", issuer="", signed_date="2031-04-02", source=words)
        put(ledger, [title, Discharge(**loss, source=words)], f"loss {len(taken)}")
        build(ledger, settings)
        assert whole_and_published(ledger, settings)
    assert taken == [True, True, True]
    ended = [
        edge for edge in graph_of(ledger).edges
        if edge.type == "IN_CHARGE_OF" and edge.properties.get("possible_to") == "2031-04-02"
    ]  # fmt: skip
    assert len(ended) == 1
    made = reach.read(reach.path_of(settings, graph_home(settings).version()))
    assert made is not None
    assert reach.family({one}, made.reach) == {one, other}


def test_groups_of_one_name_that_bureaus_set_up_are_told_apart_as_the_whole_tells_them(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = steps(monkeypatch)
    build_first(ledger, settings, issues)
    place, name = min(issues), "安全生产工作领导小组"
    before = {node.id for node in graph_of(ledger).nodes if node.label == "Group"}
    # The short form first, so that the later paper's full name is learnt by what stands in the store.
    for number, issuer in enumerate(("区发改局", "区水务局", "区发展和改革局")):
        words = source(place, f"市局发〔2021〕{number + 1}号", name)
        title = Document(
            title=f"关于成立{name}的通知", issuer=issuer, signed_date=f"2021-0{number + 4}-02", source=words
        )
        put(ledger, [title, Group(group=name, action="成立", source=words)], f"bureau {number}")
        build(ledger, settings)
        assert whole_and_published(ledger, settings)
    assert taken == [True, True, True]
    assert len({node.id for node in graph_of(ledger).nodes if node.label == "Group"} - before) == 2


def test_a_paper_that_two_families_cite_is_named_once(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = steps(monkeypatch)
    for place, title in zip(sorted(issues), ("乙办法", "丙办法", "甲办法"), strict=True):
        words = source(place, "某政发〔2021〕77号", title)
        cited = Citation(cited_title=title, cited_number="国发〔2018〕5号", source=words)
        put(ledger, [*issues[place][0].statements, Document(title="通知", source=words), cited], place)
        build(ledger, settings)
        assert whole_and_published(ledger, settings)
    assert taken == [True, True]


def test_decisions_and_withdrawals_fold_the_whole(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_first(ledger, settings, issues)
    taken = steps(monkeypatch)
    first = ledger.live().ids.ids[0]
    ledger.decide(Decision(verdict="reject", subject=first, reason="误读"), who="审核员")
    build(ledger, settings)
    ledger.withdraw_reading(ledger.readings()[0].row, who="审核员", why="误载")
    build(ledger, settings)
    assert whole_and_published(ledger, settings)
    assert taken == [False, False]


def test_what_other_code_made_is_folded_anew(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, _ = sorted(issues)
    put(ledger, list(issues[one][0].statements), one)
    put(ledger, list(issues[other][0].statements), other)
    version = build(ledger, settings).version
    path = reach.path_of(settings, version)
    made = reach.read(path)
    assert made is not None
    reach.write(path, replace(made, code="another"))
    put(ledger, list(issues[other][1].statements), "later")
    taken = steps(monkeypatch)
    build(ledger, settings)
    assert taken == []
    assert whole_and_published(ledger, settings)


def test_a_difference_to_another_version_is_refused(
    ledger: Ledger, settings: Settings, issues: dict[str, list[Issue]]
) -> None:
    place = min(issues)
    put(ledger, list(issues[place][0].statements), place)
    build(ledger, settings)
    home = graph_home(settings)
    with pytest.raises(StoreBusyError):
        home.change(Difference((), (), (), ()), Counts({}, {}), before="r00000000", version="r99999999")
    home.close()
