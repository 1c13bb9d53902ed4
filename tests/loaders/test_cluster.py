"""A cluster reads what one process reads, and the ledger cannot tell the difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import StoreUnavailableError
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import cluster
from loaders.pipeline import load, read_elsewhere

distributed = pytest.importorskip("distributed", reason="the cluster extra is not installed")

PAPERS = Path(__file__).parents[2] / "examples" / "lanting"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers in this process, on the loopback."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, host="127.0.0.1", dashboard_address=None, protocol="tcp://"
    ) as local:
        yield local.scheduler_address


def test_many_readers_write_the_same_ledger_as_one(address: str, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("nothing,known\n1,2\n", encoding="utf-8")
    paths = [*sorted(PAPERS.glob("*.txt")), tmp_path / "bad.csv"]
    with open_ledger(Settings(home=tmp_path / "one")) as one, open_ledger(Settings(home=tmp_path / "many")) as many:
        alone = load(paths, one, Settings())
        with cluster.workers(address) as reader:
            assert reader.ahead == 2 * cluster.A_WORKER
            together = load(paths, many, Settings(), reader=reader)
            again = load(paths[:-1], many, Settings(), reader=reader)
        assert [(each.name, each.outcome) for each in together.results] == [
            (each.name, each.outcome) for each in alone.results
        ]
        assert one.live_statements() == many.live_statements()
        assert [each.code for each in one.quarantined()] == [each.code for each in many.quarantined()]
        assert {each.outcome for each in again.results} == {"known"}


def test_no_secret_travels_with_a_file() -> None:
    assert read_elsewhere.__annotations__.keys() == {"data", "name", "jurisdiction", "min_confidence", "return"}


def test_a_cluster_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(StoreUnavailableError) as caught, cluster.workers("tcp://127.0.0.1:9"):
        pass
    assert caught.value.code == "CLUSTER-UNAVAILABLE"
