from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.errors import InputError
from graph.elements import Edge, Graph, Node
from graph.exports.formats import export, format_of
from graph.exports.lines import jsonl
from graph.exports.making import Making

NODES = (
    Node("Person", "pe_2", {"name": "周正", "presumed": True}),
    Node("Post", "po_1", {"name": "=1+1", "names": ["甲;乙", "丙"], "order": 3}),
)
EDGES = (Edge("HOLDS", "ed_1", "Person", "pe_2", "Post", "po_1", {"valid_from": "2031-08-30"}),)


def test_lines_are_sorted_by_id_and_compact() -> None:
    lines = list(jsonl(Graph(NODES[::-1], EDGES)))
    assert [json.loads(line)["id"] for line in lines] == ["pe_2", "po_1", "ed_1"]
    assert lines[0] == '{"id":"pe_2","node":"Person","properties":{"name":"周正","presumed":true}}\n'
    assert json.loads(lines[2]) == {
        "edge": "HOLDS", "id": "ed_1", "start": "pe_2", "start_label": "Person", "end": "po_1", "end_label": "Post",
        "properties": {"valid_from": "2031-08-30"},
    }  # fmt: skip


def test_equal_graphs_give_equal_bytes_whatever_the_order(tmp_path: Path) -> None:
    shuffled = [Node(node.label, node.id, dict(reversed(node.properties.items()))) for node in NODES[::-1]]
    for name, graph in (("a", Graph.of(NODES, EDGES)), ("b", Graph.of(shuffled, EDGES))):
        export(graph, format_of("jsonl"), tmp_path / f"{name}.jsonl", Making())
        export(graph, format_of("csv"), tmp_path / name, Making())
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    for table in ("nodes.csv", "edges.csv"):
        assert (tmp_path / "a" / table).read_bytes() == (tmp_path / "b" / table).read_bytes()


def test_a_spreadsheet_runs_no_formula_of_an_export(tmp_path: Path) -> None:
    export(Graph.of(NODES, EDGES), format_of("csv"), tmp_path, Making())
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows[1] == {
        "label": "Post", "id": "po_1", "name": "'=1+1", "names": r"甲\;乙;丙", "order": "3", "presumed": "",
    }  # fmt: skip
    assert rows[0]["presumed"] == "true"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="EXPORT-UNWRITABLE"):
        export(Graph.of(NODES, EDGES), format_of("csv"), tmp_path / "file", Making())
