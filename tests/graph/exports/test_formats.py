"""Each format is read back by the tools of those who own it, and depends on the graph alone."""

from __future__ import annotations

import csv
import io
import json
import os
import random
from collections import Counter
from pathlib import Path

import networkx as nx
import openpyxl
import pyarrow.parquet as pq
import pytest
from followthemoney import model
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from core.errors import LimitError, UsageError
from graph.elements import Edge, Graph, Node
from graph.exports import workbook
from graph.exports.archive import unpacked
from graph.exports.formats import FORMATS, export, format_of, one_file
from graph.exports.index import Index, known_end, known_start
from graph.exports.making import Making
from graph.exports.sheets import SHEETS
from tests.graph.conftest import Example
from tests.graph.made_up import district

#: Words that a spreadsheet, an XML file or a line of JSON might trip over.
HOSTILE = Graph.of(
    [
        Node("Person", "pe_1", {"id": "pe_1", "name": '=HYPERLINK("http://evil.example")', "titles": ["<b>&\x0b"]}),
        Node("Post", "po_1", {"id": "po_1", "name": "@局长\u2028", "position": "-局长", "sole": True}),
        Node("Evidence", "ev_1", {"id": "ev_1", "name": "甲", "quote": "+1\n=2\x00", "document": "doc_1", "line_start": 3, "line_end": 4}),
        Node("Document", "doc_1", {"id": "doc_1", "name": "通知", "number": "甲发〔2031〕1号"}),
    ],
    [
        Edge("HOLDS", "ed_1", "Person", "pe_1", "Post", "po_1", {"id": "ed_1", "basis": "stated", "evidence": ["ev_1"], "title": "\t局长"}),
        Edge("QUOTES", "ed_2", "Evidence", "ev_1", "Document", "doc_1", {"id": "ed_2"}),
    ],
)  # fmt: skip


def made(graph: Graph, name: str, making: Making | None = None) -> bytes:
    files = format_of(name).make(graph, making or Making())
    return b"".join(files[""])


@pytest.mark.parametrize("name", FORMATS)
def test_equal_graphs_give_equal_bytes(name: str, tmp_path: Path, lanting_example: Example) -> None:
    graph = lanting_example.graph
    nodes, edges = list(graph.nodes), list(graph.edges)
    random.Random(3).shuffle(nodes)  # noqa: S311
    random.Random(4).shuffle(edges)  # noqa: S311
    for place, shuffled in enumerate((graph, Graph.of(nodes, edges))):
        one_file(shuffled, format_of(name), tmp_path / str(place), lanting_example.making)
    first, second = ((tmp_path / str(place)).read_bytes() for place in range(2))
    assert first == second
    assert len(first) > 1_000


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_trips_over_hostile_words_or_an_empty_graph(name: str, tmp_path: Path) -> None:
    for graph in (HOSTILE, Graph.of([], [])):
        for path in export(graph, format_of(name), tmp_path / "out" / name, Making()):
            assert path.is_file()


def test_a_format_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"EXPORT-FORMAT.*\n.*turtle"):
        format_of("docx")


# --- Popolo ---


@pytest.fixture(scope="module")
def popolo_schemas(shared: Path) -> Registry[object]:
    """The schemas of the specification, as their owners publish them."""
    folder = shared / "reference" / "popolo"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("../shared/reference/popolo is missing, and CI=true")
        pytest.skip("the Popolo schemas (../shared/reference/popolo) are not beside the project")
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    resources = [(each["id"].rstrip("#"), DRAFT3.create_resource(each)) for each in found]
    return Registry().with_resources(resources)


def test_popolo_is_valid_against_the_schemas_of_the_specification(
    example: Example, popolo_schemas: Registry[object]
) -> None:
    document = json.loads(made(example.graph, "popolo"))
    for name, schema in (
        ("areas", "area"), ("organizations", "organization"), ("posts", "post"), ("persons", "person"),
        ("memberships", "membership"), ("events", "event"),
    ):  # fmt: skip
        contents = popolo_schemas.contents(f"http://www.popoloproject.com/schemas/{schema}.json")
        validator = Draft3Validator(contents, registry=popolo_schemas)
        assert document[name]
        for record in document[name]:
            assert [error.message for error in validator.iter_errors(record)] == [], record
            assert not validator.is_valid({**record, "id": 7})
    known = {record["id"] for records in document.values() for record in records}
    for membership in document["memberships"]:
        assert {membership[key] for key in ("person_id", "organization_id", "post_id") if key in membership} <= known
        assert membership["sources"]


def test_a_date_is_as_exact_as_papers_tell() -> None:
    def edge(**days: str) -> Edge:
        return Edge("HOLDS", "e", "Person", "p", "Post", "q", dict(days))

    assert known_start(edge(valid_from="2031-08-30", possible_from="2031-08-30")) == "2031-08-30"
    assert known_start(edge(valid_from="2031-10-01", possible_from="2031-09-01")) == "2031-09"
    assert known_start(edge(valid_from="2032-01-01", possible_from="2031-01-01")) == "2031"
    assert known_start(edge(valid_from="2031-10-05", possible_from="2031-09-01")) == ""
    assert known_start(edge(valid_from="2031-10-05")) == ""
    assert known_end(edge(valid_to="2031-10-05", possible_to="2031-10-05")) == "2031-10-05"
    assert known_end(edge(valid_to="2031-10-05")) == ""


# --- FollowTheMoney ---


def test_followthemoney_reads_every_entity_and_loses_no_value(example: Example) -> None:
    lines = made(example.graph, "ftm").splitlines()
    entities = [json.loads(line) for line in lines]
    known = {each["id"]: each["schema"] for each in entities}
    assert len(known) == len(entities)
    for each in entities:
        read = model.get_proxy(each, cleaned=False)  # the model cleans each value anew, and drops what is none
        assert read.to_dict() == each
        for prop, value in read.itervalues():
            assert prop.type.validate(value), (prop.name, value)
            if prop.range is not None:
                found = model.get(known.get(value, ""))
                assert found is not None, (each["id"], prop.name, value)
                assert found.is_a(prop.range), (each["id"], prop.name, value)
    counts = Counter(known.values())
    edges = Counter(edge.type for edge in example.graph.edges)
    assert counts["Occupancy"] == edges["HOLDS"]
    assert counts["Membership"] == edges["MEMBER_OF"] + edges["SUBGROUP_OF"]
    assert counts["Directorship"] == edges["HEADS"] + edges["IN_CHARGE_OF"] + edges["SHARES_CHARGE_OF"]


# --- networks ---


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_network_back(name: str, example: Example) -> None:
    kept = [node for node in example.graph.nodes if node.label not in ("Evidence", "Name")]
    joined = [each for each in example.graph.edges if not {each.start_label, each.end_label} & {"Evidence", "Name"}]
    read = nx.read_graphml if name == "graphml" else nx.read_gexf
    found = read(io.BytesIO(made(example.graph, name)))
    assert set(found.nodes) == {node.id for node in kept}
    assert found.number_of_edges() == len(joined)
    for node in kept[:50]:
        assert found.nodes[node.id]["label"] == node.properties["name"]
        assert found.nodes[node.id]["type"] == node.label
    types = Counter(attributes["type"] for _, _, attributes in found.edges(data=True))
    assert types == Counter(edge.type for edge in joined)


def test_gephi_sees_when_an_edge_lives() -> None:
    """The last day is the day before the first one on which it is excluded."""
    found = nx.read_gexf(io.BytesIO(made(district(), "gexf")))
    lives = {(attributes.get("start"), attributes.get("end")) for *_, attributes in found.edges(data=True)}
    assert ("2031-01-10", "2031-08-28") in lives
    assert ("2031-08-29", None) in lives


# --- tables ---


def test_the_workbook_has_a_sheet_a_question_and_each_fact_its_words(lanting_example: Example) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(lanting_example.graph, "xlsx")))
    assert book.sheetnames == [sheet.name.zh for sheet in SHEETS]
    edges = Counter(edge.type for edge in lanting_example.graph.edges)
    people = list(book["人员任职"].iter_rows(values_only=True))
    assert len(people) == 1 + edges["HOLDS"]
    columns = {name: place for place, name in enumerate(people[0])}
    for row in people[1:]:
        assert row[columns["文号"]], row
        assert row[columns["行或单元格"]], row
        assert row[columns["原文"]], row
        assert len(str(row[columns["文号"]]).splitlines()) == len(str(row[columns["原文"]]).splitlines())
    tasks = list(book["任务与责任"].iter_rows(values_only=True))
    verdicts = {row[tasks[0].index("结论")] for row in tasks[1:]}
    assert {"分管一致", "分管已调整（文件未改）"} <= verdicts
    english = openpyxl.load_workbook(io.BytesIO(made(lanting_example.graph, "xlsx", Making(language="en"))))
    assert english["tasks and verdicts"]["C1"].value == "task"


def test_sheets_list_facts_as_the_papers_do(lanting_example: Example) -> None:
    index = Index(lanting_example.graph)
    rows = {sheet.name.zh: list(sheet.rows(index, "zh")) for sheet in SHEETS}
    tasks = [(row[0], int(row[1])) for row in rows["任务与责任"] if row[1].isdecimal()]
    assert tasks == sorted(tasks, key=lambda task: ([name for name, _ in tasks].index(task[0]), task[1]))
    seats = [(row[0], int(row[2])) for row in rows["小组与席位"]]
    assert seats == sorted(seats)
    # 梁知远's desk in the order of the notice: the office first, the audit that is only assisted in after all others.
    desk = list(dict.fromkeys(row[2] for row in rows["领导分工"] if row[0] == "梁知远" and row[1] == "分管"))
    assert desk[:2] == ["区人民政府办公室", "区发展和改革委员会"]
    assert not {row[1] for row in rows["方案预案"]} & {"emergency", "tasks", "indicators", "instrument"}
    assert not {row[4] for row in rows["依据原文"]} & {"documents", "memberships", "portfolios"}


def test_no_sheet_runs_a_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(HOSTILE, "xlsx")))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert '\'=HYPERLINK("http://evil.example")' in {cell.value for cell in cells}
    for name, chunks in format_of("csv").make(HOSTILE, Making()).items():
        rows = csv.reader(io.StringIO(b"".join(chunks).decode("utf-8-sig"), newline=""))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-", "\t"))], name


def test_more_rows_than_a_sheet_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = district()
    most = max(Counter(edge.type for edge in graph.edges)[name] for name in ("HOLDS", "MEMBER_OF"))
    monkeypatch.setattr(workbook, "MAX_ROWS", most)
    with pytest.raises(LimitError, match="EXPORT-TOO-LARGE"):
        made(graph, "xlsx")


def test_csv_goes_over_the_web_as_an_archive(tmp_path: Path) -> None:
    one_file(district(), format_of("csv"), tmp_path / "out.zip", Making())
    assert set(unpacked((tmp_path / "out.zip").read_bytes())) == {
        "nodes.csv", "edges.csv", *(f"{sheet.name.zh}.csv" for sheet in SHEETS)
    }  # fmt: skip


def test_parquet_has_all_of_the_graph_in_typed_columns(example: Example) -> None:
    files = {name: b"".join(chunks) for name, chunks in format_of("parquet").make(example.graph, Making()).items()}
    tables = {name: pq.read_table(io.BytesIO(data)) for name, data in files.items()}
    nodes, statements = tables["nodes.parquet"], tables["statements.parquet"]
    assert nodes.num_rows + statements.num_rows == len(example.graph.nodes)
    assert tables["edges.parquet"].num_rows == len(example.graph.edges)
    assert str(nodes.schema.field("sole").type) == "bool"
    assert str(statements.schema.field("confidence").type) == "double"
    assert str(tables["edges.parquet"].schema.field("evidence").type).startswith("list<")
    by_id = {edge.id: edge for edge in example.graph.edges}
    for row in tables["edges.parquet"].slice(0, 200).to_pylist():
        known = {key: value for key, value in row.items() if value is not None and key in by_id[row["id"]].properties}
        assert known == by_id[row["id"]].properties
