"""Part of a graph for a day or a place: what may hold stays, with all it rests on; nothing points outside."""

from __future__ import annotations

import pytest

from graph.elements import Edge, Graph, Node
from graph.exports.formats import selected
from graph.ontology import ontology
from tests.graph.conftest import Example
from tests.graph.made_up import RESHUFFLE, district


def ids(graph: Graph, kind: str) -> set[str]:
    return {edge.id for edge in graph.edges if edge.type == kind}


@pytest.mark.parametrize("on", ["", "2023-02-10", "2023-10-01", "2099-01-01"])
@pytest.mark.parametrize("place", ["", "990101", "nowhere"])
def test_a_part_is_a_graph_of_its_own(lanting_example: Example, on: str, place: str) -> None:
    whole = lanting_example.graph
    part = selected(whole, on=on, jurisdiction=place)
    assert ontology().problems_of(part) == []
    assert {node.id for node in part.nodes} <= {node.id for node in whole.nodes}
    assert (len(part.nodes) == 0) == (place == "nowhere")
    there = {node.id for node in part.nodes}
    elements: list[Node | Edge] = [*part.nodes, *part.edges]
    for element in elements:
        for name in ("evidence", "ended_by", "because_of"):
            cited = element.properties.get(name, [])
            assert isinstance(cited, list)
            assert set(cited) <= there, element.id
        if element.properties.get("document"):
            assert element.properties["document"] in there


def test_the_desk_of_a_day_is_the_desk_of_that_day() -> None:
    """On the day of the reshuffle the old division no longer holds, the new one does; without a day both stay."""
    before = ids(selected(district(), on="2031-08-28"), "IN_CHARGE_OF")
    after = ids(selected(district(), on=RESHUFFLE), "IN_CHARGE_OF")
    assert before
    assert after
    assert before != after
    assert before | after == ids(district(), "IN_CHARGE_OF")


def test_a_place_keeps_what_it_touches_and_nothing_of_another() -> None:
    part = selected(district(), jurisdiction="990102")
    assert "gao2" in {node.id for node in part.nodes}
    assert "gao" not in {node.id for node in part.nodes}
