"""A small home with one paper, built once; each test gets a copy that it may break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.settings import Settings
from graph.build import build
from graph.ledger.home import ledger_home
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from tests.cli.test_load import PAPER, run
from tests.postgres_server import server

__all__ = ["run"]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home every copy is made of."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "4.txt").write_text(PAPER, encoding="utf-8")
    settings = Settings(home=folder / "home", jurisdiction="990101")
    with open_ledger(settings) as ledger:
        load([folder / "4.txt"], ledger, settings)
        build(ledger, settings)
    return settings.home


@pytest.fixture
def home(small: Path, tmp_path: Path) -> Settings:
    """Settings over a copy, where the command line looks too."""
    shutil.copytree(small, tmp_path / "home")
    return Settings(home=tmp_path / "home", jurisdiction="990101")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def kept(request: pytest.FixtureRequest, home: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The same home, with a ledger of each kind."""
    if request.param == "sqlite":
        return home
    settings = server.settings(home.home).model_copy(update={"jurisdiction": home.jurisdiction})
    ledger_home(settings).fill(home.ledger_path)
    home.ledger_path.unlink()
    monkeypatch.setenv("DUTYGRAPH_LEDGER", settings.ledger)
    monkeypatch.setenv("DUTYGRAPH_LEDGER_PASSWORD", settings.ledger_password.get_secret_value())
    return settings
