"""The measure of canned queries asks each of them with parameters that mean something, and says what misses its bar."""

from __future__ import annotations

import pytest

from benchmark import made, sampling
from benchmark.figures import Figure, percentile, read, write
from benchmark.queries import Timed, figures, measure
from benchmark.sampling import Sample, Sampler
from core.settings import Settings
from graph.elements import Graph
from queries.catalogue import catalogue


@pytest.fixture(scope="module")
def graph() -> Graph:
    return made.graph_of(made.statements(500, years=2))


def test_the_parts_of_a_corpus_are_its_whole() -> None:
    whole = made.graph_of(made.statements(800, years=1))
    assert made.whole(800, years=1) == whole
    assert len({node.properties["jurisdiction"] for node in whole.nodes if node.label == "Task"}) == 3


def test_every_query_is_asked_and_most_find_something(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = made.published(graph, Settings(home=tmp_path_factory.mktemp("bench")))
    try:
        timed = list(measure(store, Sampler(Sample.of(graph)), rounds=1))
    finally:
        store.close()
    assert {one.query for one in timed} == {query.id for query in catalogue()}
    assert not [one.query for one in timed if one.refused]
    found = {one.query for one in timed if one.rows}
    assert len(found) > len(catalogue()) // 2
    said = list(figures({1_000: timed, 10_000: timed}, store="embedded"))
    assert [figure.value for figure in said if figure.ratio] == [1.0]
    started = [one for one in timed if one.cost == "keyed" or one.placed]
    assert 0 < len(started) < len(timed)
    assert [figure for figure in figures({1_000: started}, store="embedded") if "over all places" in figure.what] == []


def test_ids_asked_for_at_once_are_of_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "MOST", 200)  # so that they are thinned, as those of a large graph are
    whole = made.whole(800, years=1)
    places = {node.id: str(node.properties["jurisdiction"]) for node in whole.nodes if node.label == "Document"}
    cited = {node.id: places[str(node.properties["document"])] for node in whole.nodes if node.label == "Evidence"}
    sample = Sample.of(whole)
    asked = catalogue().get("documents/evidence-of-many")
    drawn = [Sampler(sample, seed=seed).parameters(asked, placed=False)["evidence"] for seed in range(20)]
    met = [{cited[str(one)] for one in ids} for ids in drawn if isinstance(ids, list) and len(ids) == sampling.ANSWERED]
    assert len(met) == 20
    assert max(map(len, met)) == 2
    assert len(set().union(*met)) == 3


def test_a_query_that_grows_with_the_data_misses_its_bar() -> None:
    small = [Timed("a/b", "keyed", False, 1, ((1.0,),)), Timed("a/c", "scan", False, 1, ((1.0,),))]
    large = [Timed("a/b", "keyed", False, 1, ((3.0,),)), Timed("a/c", "scan", False, 1, ((2_500.0,),))]
    said = list(figures({1: small, 10: large}, store="embedded"))
    assert {(figure.unit, figure.value) for figure in said if not figure.held} == {("ms", 2_500.0), ("times", 3.0)}


def test_one_bad_run_of_three_is_not_told_of_a_query() -> None:
    runs = [Timed("a/b", "keyed", False, 2, ((1.0, took),)) for took in (2.0, 90.0, 3.0)]
    assert Timed.of_runs(runs) == Timed("a/b", "keyed", False, 2, ((1.0, 2.0), (1.0, 90.0), (1.0, 3.0)))
    assert Timed.of_runs(runs).at(0.95) == 3.0
    stopped = Timed("a/b", "keyed", False, 0, ((),), "TIME")
    assert Timed.of_runs([*runs, stopped]).refused == "TIME"


def test_percentiles_are_by_nearest_rank() -> None:
    values = [float(number) for number in range(1, 101)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50.0, 95.0, 99.0, 100.0]
    assert percentile([7.0], 0.5) == 7.0


def test_figures_are_kept_and_read_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    kept = [Figure("loading", "rows", 1.5, "times", at_most=2.0, ratio=True)]
    path = tmp_path_factory.mktemp("figures") / "results.json"
    write(path, kept)
    assert read(path) == kept
    assert "MISSED" not in kept[0].line()
    assert "MISSED" in Figure("loading", "rows", 2.5, "times", at_most=2.0).line()
