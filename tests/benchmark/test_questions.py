"""Everyday questions on the real gazette come out as they should; the measure tells those that do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from benchmark.questions import Question, asked, measure, questions
from core.settings import Settings
from queries.library import Library, open_library


@pytest.fixture(scope="module")
def library(gazette: Settings) -> Iterator[Library]:
    with open_library(gazette) as opened:
        yield opened


def test_everyday_questions_are_answered(library: Library) -> None:
    assert len(questions()) == 359
    assert [pair for pair in measure(library) if pair[0] != pair[1]] == []


def test_an_answer_about_something_else_is_told(library: Library) -> None:
    wanted = Question("区财政局归谁管", "oversight", "区审计局")
    assert asked(library, wanted) == Question("区财政局归谁管", "oversight", "区财政局")
    unlike = Question("谁接替了刘文斌", "people/successors", "刘文斌", "屈光荣")
    assert asked(library, unlike) == Question("谁接替了刘文斌", "people/successors", "刘文斌", "")
    assert asked(library, Question("今天天气如何", "nothing")).gives == "NOT-UNDERSTOOD"
