"""What all tests share: the reference papers beside the project, a clean home, and the order in which processes take them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.settings import Settings
from tests.order import for_processes
from tests.postgres_server import server

# A Java machine that lives for seconds is better off without its costly compiler: a process that loads some papers takes two thirds of
# the time. The engine keeps what the machine says of this to a file.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the tests: long ones first."""
    told: dict[str, int] = getattr(config, "workerinput", {})
    if told:
        items[:] = for_processes(items, told["workercount"])


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference papers and gold beside the project; skip without it, fail in CI."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("../shared is missing, and CI=true")
        pytest.skip("../shared (reference papers and gold) is not beside the project")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings over an empty home."""
    return Settings(home=tmp_path / "home")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def ledger_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings over an empty home, with an empty ledger of each kind."""
    if request.param == "sqlite":
        return Settings(home=tmp_path / "home")
    return server.settings(tmp_path / "home")


@pytest.fixture(scope="session")
def lanting(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that holds the made-up district of examples/lanting, loaded and built once. Read it, never write to it."""
    from graph.build import build
    from graph.ledger.ledger import open_ledger
    from loaders.pipeline import load

    settings = Settings(home=tmp_path_factory.mktemp("lanting"), jurisdiction="990101")
    with open_ledger(settings) as ledger:
        report = load(sorted((ROOT / "examples" / "lanting").glob("*.txt")), ledger, settings)
        assert [result.outcome for result in report.results] == ["read"] * 4
        build(ledger, settings)
    return settings


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that holds the facts of a real gazette, loaded from tables and built once. Read it, never write to it."""
    from graph.build import build
    from graph.ledger.ledger import open_ledger
    from loaders.pipeline import load

    settings = Settings(home=tmp_path_factory.mktemp("facts"))
    with open_ledger(settings) as ledger:
        report = load([ROOT / "examples" / "dongsheng-2023q3"], ledger, settings)
        assert report.exit_code == 0
        build(ledger, settings)
    return settings


@pytest.fixture(scope="session")
def gazette(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home that holds the real gazette, read as text, loaded and built once. Read it, never write to it."""
    from graph.build import build
    from graph.ledger.ledger import open_ledger
    from loaders.pipeline import load

    settings = Settings(home=tmp_path_factory.mktemp("gazette"))
    with open_ledger(settings) as ledger:
        load([shared / "gazette" / "dongsheng-2023-q3.txt"], ledger, settings)
        build(ledger, settings)
    return settings
