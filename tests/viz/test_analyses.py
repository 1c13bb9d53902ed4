"""Pictures of analyses: each draws what its table says, and leads nowhere outside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from markupsafe import escape

from core.settings import Settings
from queries.answers.analysis.model import Analysis, Asked
from queries.answers.analysis.registry import ANALYSES, analyse
from queries.library import Library, open_library
from tests.queries.test_analysis import DAY, WHAT
from viz.analyses import picture
from viz.page import standalone


@pytest.fixture(scope="module")
def library(lanting: Settings) -> Iterator[Library]:
    """The library of the made-up district."""
    with open_library(lanting) as opened:
        yield opened


def answered(library: Library, name: str) -> Analysis:
    return analyse(library, name, Asked(DAY, what=WHAT.get(name, ())))


@pytest.mark.parametrize("name", ANALYSES)
def test_a_picture_stands_beside_its_table_and_explanation(library: Library, name: str) -> None:
    answer = answered(library, name)
    for language, heading in (("zh", answer.columns[0].zh), ("en", answer.columns[0].en)):
        scene = picture(answer, "zh" if language == "zh" else "en")
        assert len(scene.lines) == len(answer.rows)
        assert scene.heads[0] == heading
        assert json.loads(scene.data)
        text = standalone(scene, "zh" if language == "zh" else "en")
        assert str(escape(scene.notes[2])) in text
        outside = text[: text.index("<script type")]
        assert not re.search(r"""(src|href)=["']?(https?:)?//""", outside)


def test_bars_are_as_long_as_the_load(library: Library) -> None:
    answer = answered(library, "unit-workload")
    drawn = json.loads(picture(answer, "zh").data)["data"]
    loads = [row.cells[[each.name for each in answer.columns].index("load")] for row in answer.rows[:30]]
    assert len(drawn) == sum(each.drawn for each in answer.columns)
    assert [sum(trace["x"][place] for trace in drawn) for place in range(len(loads))] == list(reversed(loads))


def test_months_stand_beside_their_place(library: Library) -> None:
    drawn = json.loads(picture(answered(library, "paper-coverage"), "zh").data)
    assert drawn["data"][0]["y"] == ["990101"]
    assert drawn["layout"]["yaxis"]["type"] == "category"  # a division code is no number
    assert drawn["data"][0]["x"][0] == "2023-01"


def test_a_chain_is_drawn_from_one_end_to_the_other(library: Library) -> None:
    answer = answered(library, "chain")
    nodes = json.loads(picture(answer, "zh", href=lambda identifier: f"/to/{identifier}").data)["nodes"]
    walked = [each["label"] for each in sorted(nodes, key=lambda each: each["x"])]
    assert (walked[0], walked[-1]) == ("区财政局", "区审计局")
    assert all(each["href"] == f"/to/{each['id']}" for each in nodes)


def test_leaders_nobody_stands_in_for_stand_alone_in_the_picture(library: Library) -> None:
    answer = answered(library, "stand-in-coverage")
    data = json.loads(picture(answer, "zh").data)
    joined = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    uncovered = {each.id for row in answer.rows if not row.cells[2] for cell in row.cells[1:2] if isinstance(cell, tuple) for each in cell}  # fmt: skip
    assert uncovered
    assert uncovered <= {each["id"] for each in data["nodes"]}
    assert not uncovered <= joined
