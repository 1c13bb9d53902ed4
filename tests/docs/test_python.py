"""The Python of the manual runs, block after block, and prints what the page shows below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("docs/python.md", "docs/tutorial.md")
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home with both examples, as the first commands of the pages load them."""
    settings = Settings(home=tmp_path_factory.mktemp("examples"))
    with open_ledger(settings) as ledger:
        papers = sorted((ROOT / "examples" / "lanting").glob("*.txt"))
        load(papers, ledger, settings.model_copy(update={"jurisdiction": "990101"}))
        load([ROOT / "examples" / "dongsheng-2023q3"], ledger, settings)
        build(ledger, settings)
    return settings


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Each block of Python with what the page shows below it (a block of text; empty if there is none)."""
    found = list(_BLOCK.finditer((ROOT / page).read_text(encoding="utf-8")))
    for block, following in zip(found, [*found, None][1:], strict=True):
        if block["kind"] == "python":
            shown = following["body"] if following is not None and following["kind"] == "text" else ""
            yield block["body"], shown


@pytest.mark.parametrize("page", PAGES)
def test_python_of_the_manual_runs_and_prints_what_the_page_shows(
    page: str, examples: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(examples.home))
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "manual"}
    for body, shown in blocks(page):
        exec(compile(body, page, "exec"), names)  # noqa: S102 - the manual of this repository
        assert capsys.readouterr().out == shown


def test_there_is_python_to_run_and_every_page_that_shows_it_is_run() -> None:
    assert sum(len(list(blocks(page))) for page in PAGES) >= 9
    pages = [str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]]
    assert {page for page in pages if list(blocks(page))} == set(PAGES)
