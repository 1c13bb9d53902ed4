"""The papers, an undisturbed load of them, and a home that holds half of them, made once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.scene import Calm, calm, copied, ended, start, write_papers


@dataclass(frozen=True)
class Scene:
    papers: Path
    fresh: Calm
    whole: Path
    half: Path
    more: Calm


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("faults")
    papers = write_papers(folder / "papers", 4)
    fresh = calm(folder / "whole", papers)
    begun = ended(start(folder / "half", write_papers(folder / "some", 2)))
    assert begun.code == 0, begun.errors
    more = calm(copied(folder / "half", folder / "more"), papers)
    return Scene(papers, fresh, folder / "whole", folder / "half", more)
