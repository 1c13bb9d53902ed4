"""Papers in traditional script give the graph that the same papers give in simplified, alone and among simplified ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import opencc
import pytest

from core.settings import Settings
from graph.elements import Graph
from graph.identity import resolve
from graph.projection import project
from graph.statements import Statement
from graph.timeline import fold
from loaders.extraction import extract

EXAMPLES = Path(__file__).parents[3] / "examples" / "lanting"
_TO_SIMPLIFIED = opencc.OpenCC("t2s")
#: 雲 and 云 are both printed in traditional papers, so a name with it is not joined by the name alone.
_LEFT = "云"


@cache
def traditional() -> dict[int, str]:
    """The traditional form of each character of the examples, one for one, so that every place stays."""
    known = {letter for path in EXAMPLES.glob("*.txt") for letter in path.read_text(encoding="utf-8")}
    to_traditional = opencc.OpenCC("s2t")
    forms = {letter: to_traditional.convert(letter) for letter in sorted(known - {*_LEFT})}
    return {ord(letter): form for letter, form in forms.items() if len(form) == 1}


@cache
def statements(name: str, script: str) -> tuple[Statement, ...]:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    printed = text.translate(traditional()) if script == "traditional" else text
    return extract(printed.encode(), name, Settings(jurisdiction="")).reading.statements


def graph_of(script: Callable[[int], str]) -> Graph:
    names = sorted(path.name for path in EXAMPLES.glob("*.txt"))
    rows = [row for number, name in enumerate(names) for row in statements(name, script(number))]
    identity = resolve(rows)
    return project(rows, identity, fold(rows, identity))


@cache
def simplified(words: str) -> str:
    return str(_TO_SIMPLIFIED.convert(words))


def shape(graph: Graph) -> Counter[tuple[object, ...]]:
    """All nodes and edges in simplified words, without ids, printed quotes and further names."""

    def shown(properties: dict[str, object]) -> tuple[tuple[str, str], ...]:
        return tuple(
            sorted(
                (key, simplified(value) if isinstance(value, str) else repr(value))
                for key, value in properties.items()
                if isinstance(value, str | int | float | bool) and value not in ids and key != "id"
            )
        )

    ids = {node.id for node in graph.nodes} | {edge.id for edge in graph.edges}
    names = {node.id: simplified(str(node.properties.get("name", ""))) for node in graph.nodes}
    told: Counter[tuple[object, ...]] = Counter()
    for node in graph.nodes:
        if node.label not in ("Evidence", "Name"):
            told[node.label, shown(dict(node.properties))] += 1
    for edge in graph.edges:
        if edge.type not in ("QUOTES", "KNOWN_AS"):
            told[edge.type, names[edge.start], names[edge.end], shown(dict(edge.properties))] += 1
    return told


@pytest.mark.parametrize(
    "script",
    [lambda number: "traditional", lambda number: ("traditional", "simplified")[number % 2],
     lambda number: ("simplified", "traditional")[number % 2]],
    ids=["all", "even", "odd"],
)  # fmt: skip
def test_the_script_of_a_paper_changes_nothing(script: Callable[[int], str]) -> None:
    plain, other = shape(graph_of(lambda number: "simplified")), shape(graph_of(script))
    assert sum(plain.values()) > 2_000
    assert sorted(map(repr, (plain - other))) == sorted(map(repr, (other - plain))) == []
