"""Two clocks: what the ledger knew at a row or on a day, kept graphs, and laws of taking back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as budget
from hypothesis import strategies as st

from core.errors import UsageError
from core.settings import Settings
from graph.build import build, graph_of
from graph.days import today
from graph.decisions import Decision
from graph.ledger.ledger import Ledger, open_ledger
from graph.ledger.records import Reading
from graph.past import KEPT, row_of, settings_at
from graph.statements import Membership, Statement
from graph.stores.embedded import EmbeddedHome
from queries.library import open_library
from tests.graph.timeline.made import corpora


def load(ledger: Ledger, paper: Sequence[Statement]) -> None:
    data = repr(paper).encode()
    ledger.receive(data, f"{paper[0].doc_id}.csv")
    sha256 = hashlib.sha256(data).hexdigest()
    ledger.write(Reading(sha256=sha256, kind="table", rules="", statements=tuple(paper)))


def by_paper(statements: Sequence[Statement]) -> list[list[Statement]]:
    return [list(rows) for _, rows in groupby(statements, key=lambda each: each.doc_id)]


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with open_ledger(settings) as opened:
        yield opened


@budget(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.data())
def test_known_at_before_a_papers_loading_shows_the_world_without_it(
    statements: list[Statement], data: st.DataObject
) -> None:
    papers = by_paper(statements)
    known = data.draw(st.integers(0, len(papers)))
    with TemporaryDirectory() as folder:
        with open_ledger(Settings(home=Path(folder) / "all")) as whole:
            for paper in papers[:known]:
                load(whole, paper)
            row = whole.clock()
            then = graph_of(whole)
            for paper in papers[known:]:
                load(whole, paper)
            assert graph_of(whole, row) == then
        with open_ledger(Settings(home=Path(folder) / "some")) as some:
            for paper in papers[:known]:
                load(some, paper)
            assert graph_of(some) == then


@budget(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.data())
def test_withdrawing_a_decision_brings_back_what_was_before(statements: list[Statement], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, open_ledger(Settings(home=Path(folder))) as ledger:
        for paper in by_paper(statements):
            load(ledger, paper)
        before = graph_of(ledger)
        subject = data.draw(st.sampled_from(ledger.live().ids.ids))
        made = data.draw(
            st.sampled_from(
                [
                    Decision(verdict="reject", subject=subject, reason="误读"),
                    Decision(verdict="correct", subject=subject, column="person", value="改名", reason="误读"),
                ]
            )
        )
        row = ledger.decide(made, who="审核员")
        decided = ledger.clock()
        with_it = graph_of(ledger)
        ledger.withdraw_decision(row, who="审核员", why="看错")
        assert graph_of(ledger) == before
        assert graph_of(ledger, decided) == with_it


def membership(number: int, person: str) -> list[Statement]:
    from tests.graph.timeline.made import source

    doc_id = f"甲政办发〔2031〕{number}号"
    return [
        Membership(group="医改领导小组", role="成员", person=person, title="县财政局局长", source=source(doc_id, 1))
    ]


def people(settings: Settings) -> set[str]:
    with open_library(settings) as library:
        return {hit.name for name in ("周正", "沈渡", "林涛") for hit in library.index.find(name, kinds=["Person"])}


def test_questions_are_answered_as_the_ledger_stood(ledger: Ledger, settings: Settings) -> None:
    load(ledger, membership(1, "周正"))
    first = ledger.clock()
    load(ledger, membership(2, "沈渡"))
    build(ledger, settings)
    assert people(settings) == {"周正", "沈渡"}
    assert people(settings.model_copy(update={"known_at": str(first)})) == {"周正"}
    assert people(settings.model_copy(update={"known_at": "0"})) == set()
    assert people(settings.model_copy(update={"known_at": today()})) == {"周正", "沈渡"}
    assert EmbeddedHome(settings).version() == "r" + f"{ledger.content_clock():08d}"


def test_now_needs_no_second_graph(ledger: Ledger, settings: Settings) -> None:
    load(ledger, membership(1, "周正"))
    build(ledger, settings)
    assert settings_at(settings, str(ledger.clock())).home == settings.home
    assert not settings.past_path.exists()


def test_a_kept_graph_is_not_built_again_and_at_most_four_are_kept(ledger: Ledger, settings: Settings) -> None:
    rows = []
    for number in range(1, KEPT + 3):
        load(ledger, membership(number, "周正"))
        rows.append(str(ledger.clock()))
    build(ledger, settings)
    first = settings_at(settings, rows[0])
    pointer = first.graph_path / "current.json"
    made = pointer.stat().st_mtime_ns
    assert settings_at(settings, rows[0]).home == first.home
    assert pointer.stat().st_mtime_ns == made
    for row in rows[1:-1]:
        settings_at(settings, row)
    kept = {path.name for path in settings.past_path.iterdir()}
    assert len(kept) == KEPT
    assert first.home.name not in kept


def test_a_graph_that_is_being_read_is_not_deleted(ledger: Ledger, settings: Settings) -> None:
    rows = []
    for number in range(1, KEPT + 3):
        load(ledger, membership(number, "周正"))
        rows.append(str(ledger.clock()))
    build(ledger, settings)
    with open_library(settings.model_copy(update={"known_at": rows[0]})) as library:
        for row in rows[1:-1]:
            settings_at(settings, row)
        assert library.index.find("周正", kinds=["Person"])
        assert library.store.counts().nodes["Person"] == 1


def test_a_purge_removes_the_graphs_of_the_past(ledger: Ledger, settings: Settings) -> None:
    load(ledger, membership(1, "周正"))
    first = ledger.clock()
    load(ledger, membership(2, "沈渡"))
    build(ledger, settings)
    settings_at(settings, str(first))
    assert settings.past_path.exists()
    ledger.purge(ledger.files()[0].sha256, who="管理员", why="含隐私")
    assert not settings.past_path.exists()
    assert people(settings.model_copy(update={"known_at": str(first)})) == set()


@pytest.mark.parametrize("said", ["99999", "昨天", "2023-13-01", "-1", ""])
def test_what_is_neither_row_nor_day_is_refused(ledger: Ledger, said: str) -> None:
    with pytest.raises(UsageError, match="BAD-KNOWN-AT"):
        row_of(ledger, said)


def test_a_day_means_its_end(ledger: Ledger) -> None:
    load(ledger, membership(1, "周正"))
    assert row_of(ledger, today()) == ledger.clock()
    assert row_of(ledger, "2020-01-01") == 0
