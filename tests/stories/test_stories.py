"""Every story in this folder: a few papers, a few days, what must be so. A wrongly closed fact is the worst defect."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.check import Told
from tests.stories.reader import read

FOLDER = Path(__file__).resolve().parent
STORIES = sorted(FOLDER.glob("*.story"))


def test_there_are_enough_stories() -> None:
    assert len(STORIES) >= 60


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path) -> None:
    story = read(path)
    assert story.expectations, "a story that expects nothing tells nothing"
    assert Told(story).complaints() == []
