"""What a load must fold and tell the store does not grow with what stands beside it: counted, never timed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmark.__main__ import PARTS, main
from benchmark.corpus import District, places
from benchmark.figures import read
from core.settings import Settings
from graph import partial, reach
from graph.build import build
from graph.ledger.ledger import open_ledger
from graph.ledger.records import Reading
from graph.stores import graph_home


def _cost_of_one_more(home: Path, beside: int) -> tuple[int, int]:
    """Statements folded and elements touched by the second issue of a district, with so many districts beside it."""
    settings = Settings(home=home)
    issues = [next(District(place, years=1, seed=5).issues()) for place in places(beside + 1)]
    first = District(next(places(1)), years=1, seed=5).issues()
    next(first)
    with open_ledger(settings) as ledger:
        for issue in issues:
            sha256 = ledger.receive(issue.name.encode(), "issue.txt")
            ledger.write(Reading(sha256=sha256, kind="text", rules="2031.1.1", statements=issue.statements))
        version = build(ledger, settings).version
        more = next(first)
        sha256 = ledger.receive(more.name.encode(), "more.txt")
        ledger.write(Reading(sha256=sha256, kind="text", rules="2031.1.1", statements=more.statements))
        made = reach.read(reach.path_of(settings, version))
        assert made is not None
        graphs = graph_home(settings)
        store = graphs.open()
        try:
            step = partial.step(ledger, made, store, before=int(version.removeprefix("r")), now=ledger.content_clock())
        finally:
            store.close()
            graphs.close()
        assert step is not None
        folded = len([node for node in step.new.nodes if node.label == "Evidence"])
        return folded, step.change.size


def test_one_more_issue_costs_the_same_beside_many_districts(tmp_path: Path) -> None:
    assert _cost_of_one_more(tmp_path / "few", 2) == _cost_of_one_more(tmp_path / "many", 8)


def test_the_frozen_figures_hold_their_bars() -> None:
    """The file is written by `python -m benchmark … --write`; seconds in it are for people, ratios are held here."""
    frozen = read(Path(__file__).parents[2] / "benchmark" / "results.json")
    assert {figure.measure for figure in frozen} == {"truth", "loading", "sides"}
    ratios = [figure for figure in frozen if figure.ratio]
    assert [figure.what for figure in ratios if not figure.held] == []
    assert len([figure for figure in ratios if figure.at_most is not None or figure.at_least is not None]) >= 5


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["loadding"])
    assert "loadding" in capsys.readouterr().err
    assert set(PARTS) == {"truth", "loading", "ledgers", "queries", "sides", "service", "exporting"}
