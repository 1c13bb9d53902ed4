"""Headers, parameters, and what running a query gives."""

from __future__ import annotations

import pytest

from core.errors import ConfigError, InputError, NotFoundError, UsageError
from graph.days import today
from graph.ontology import ontology
from graph.stores.store import Value
from queries.catalogue import Catalogue, catalogue, column_caption
from queries.header import Query, expand, parse
from tests.queries.conftest import Opened
from tests.queries.test_lint import GOOD, HEAD


def example(head: str = HEAD) -> Query:
    return parse(head + GOOD, path="people/example.cypher")


@pytest.mark.parametrize("field", ["id", "title", "question", "params", "returns", "cost"])
def test_a_header_without_a_field_is_refused(field: str) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"// {field}:"))
    with pytest.raises(ConfigError, match=field):
        example(head)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("例 | An example", "例"), ("people/example", "people/other"), ("cost: keyed", "cost: cheap"),
        ("(id Person, required)", "(id Job, required)"), ("(id Person, required)", "(uuid, required)"),
        ("(id Person, required)", "(id Person)"), ("(date = today)", "(date = someday)"), ("(int = 20,", "(int = 900,"),
        ("on (date", "on, (date"), ("post, post_id", "post, Post ID"), ("// cost: keyed", "// cost: keyed\n// author: x"),
    ],
)  # fmt: skip
def test_a_header_that_does_not_hold_together_is_refused(old: str, new: str) -> None:
    with pytest.raises(ConfigError, match=r"people/example\.cypher"):
        example(HEAD.replace(old, new))


def test_defaults_are_filled_in_and_texts_converted() -> None:
    assert example().bind({"person": "x", "limit": "7"}) == {"person": "x", "on": today(), "limit": 7}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "MISSING-PARAMETER"), ({"person": ""}, "BAD-PARAMETER"), ({"person": 7}, "BAD-PARAMETER"),
        ({"person": "x" * 501}, "BAD-PARAMETER"), ({"person": "x", "limit": 201}, "BAD-PARAMETER"),
        ({"person": "x", "limit": -1}, "BAD-PARAMETER"), ({"person": "x", "limit": "many"}, "BAD-PARAMETER"),
        ({"person": "x", "limit": True}, "BAD-PARAMETER"), ({"person": "x", "colour": "red"}, "BAD-PARAMETER"),
    ],
)  # fmt: skip
def test_a_parameter_that_does_not_fit_is_refused_with_what_would(given: dict[str, Value], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        example().bind(given)
    assert caught.value.code == code
    assert caught.value.remedy or code == "MISSING-PARAMETER"


@pytest.mark.parametrize("day", ["2031", "2031-02-30", "31-08-29", "2031-08-29x", "tomorrow"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(InputError):
        example().bind({"person": "x", "on": day})


def test_macros_are_written_out_and_labels_come_from_the_ontology() -> None:
    text = expand("MATCH (n:LABEL($kind))-[r:ANY_EDGE]->(m) WHERE ON_DAY(r) RETURN EVIDENCE(r)", {"kind": "Person"})
    assert "(n:Person)" in text
    assert "r.possible_to > $on" in text
    assert "coalesce(r.evidence, [])" in text
    assert set(text.partition("[r:")[2].partition("]")[0].split("|")) == set(ontology().edges)
    with pytest.raises(ConfigError):
        expand("MATCH (n:LABEL($kind))", {"kind": "Person) DETACH DELETE (m"})


def test_an_unknown_query_names_its_neighbours() -> None:
    with pytest.raises(NotFoundError) as caught:
        catalogue().get("people/shoe-size")
    assert "people/portfolio" in caught.value.remedy


def test_a_label_that_is_none_is_refused_before_the_store(made_up: Opened) -> None:
    with pytest.raises(UsageError):
        catalogue().run(made_up.store, "graph/neighbourhood", {"kind": "Person {id: 'x'})--(m", "node": "gao"})


def test_more_rows_than_asked_for_are_told(made_up: Opened) -> None:
    two = catalogue().run(
        made_up.store, "graph/neighbourhood", {"kind": "Person", "node": "gao", "on": "2031-10-08", "limit": 2}
    )
    assert (len(two.rows), two.truncated) == (2, True)
    every = catalogue().run(made_up.store, "graph/neighbourhood", {"kind": "Person", "node": "gao", "on": "2031-10-08"})
    assert not every.truncated
    assert every.rows[:2] == two.rows


def test_a_result_names_its_day_its_version_and_its_evidence(made_up: Opened) -> None:
    result = catalogue().run(made_up.store, "tasks/who-is-responsible", {"task": "task-2", "on": "2031-09-01"})
    assert (result.on, result.version, result.columns) == ("2031-09-01", "1", result.query.returns)
    assert list(result.rows[0]) == list(result.columns)
    edges = {key: edge for edge in made_up.graph.edges for key in [f"ev-{edge.id}"]}
    kinds = {edges[key].type for key in result.evidence()}
    assert kinds == {"ANSWERED_BY", "NAMED_FOR", "STANDS_IN_FOR", "LEADS", "CARRIES_OUT", "HOLDS"}


def test_every_query_runs_and_gives_the_columns_it_promises(made_up: Opened) -> None:
    ran = 0
    for query in catalogue():
        result = catalogue().run(made_up.store, query.id, sample_parameters(query))
        for row in result.rows:
            assert tuple(row) == query.returns, query.id
        ran += 1
    assert ran == len(catalogue())


def test_the_rows_of_the_first_nodes_are_the_first_rows(random_graph: Opened) -> None:
    windowed = [query for query in catalogue() if query.windowed]
    assert len(windowed) >= 7
    filled = 0
    for query in windowed:
        given = sample_parameters(query)
        whole = catalogue().run(random_graph.store, query.id, given).rows
        for limit in (1, 2, 5, len(whole)):
            part = catalogue().run(random_graph.store, query.id, {**given, "limit": limit})
            assert part.rows == whole[:limit], (query.id, limit)
            assert part.truncated == (len(whole) > limit)
        filled += len(whole) > 1
    assert filled >= 4


def test_where_the_order_is_total_no_two_rows_are_alike_and_what_is_cut_off_comes_last(random_graph: Opened) -> None:
    total = [query for query in catalogue() if query.total]
    assert {query.id for query in total} >= {"graph/neighbourhood", "graph/neighbourhood-of-many"}
    filled = 0
    for query in total:
        assert "ORDER BY" in query.cypher({"kind": "Person"})
        assert "ORDER BY" not in query.cypher({"kind": "Person"}, loose=True)
        nodes: list[Value] = [node.id for node in random_graph.graph.nodes if node.label == "Person"]
        named = {"nodes": nodes} if query.param("nodes") else {"node": nodes[0]}
        given: dict[str, Value] = {"kind": "Person", "on": "2031-10-08", **named}
        whole = catalogue().run(random_graph.store, query.id, given).rows
        keys = [tuple(row[column] for column in query.order) for row in whole]
        assert len(set(keys)) == len(keys)
        assert keys == sorted(keys)
        for limit in (1, 2, max(1, len(whole) - 1), len(whole) + 1):
            part = catalogue().run(random_graph.store, query.id, {**given, "limit": limit})
            assert part.rows == whole[:limit], (query.id, limit)
            assert part.truncated == (len(whole) > limit)
        filled += len(whole) > 1
    assert filled


def test_every_query_whose_rows_rest_on_words_gives_their_evidence() -> None:
    bare = {query.id for query in catalogue() if "evidence" not in query.returns and "evidence_id" not in query.returns}
    assert bare <= WITHOUT_EVIDENCE


#: Lists, counts and descriptions of nodes: what rests on words in them is reached by the queries on each of their items.
WITHOUT_EVIDENCE = {
    "analysis/papers", "documents/detail", "documents/list", "documents/made-stale", "documents/numbered", "documents/series",
    "documents/to-be-adjusted", "documents/undated",
    "graph/edges", "graph/nodes", "graph/path", "groups/detail", "groups/shared-members", "jurisdictions/list", "jurisdictions/reach",
    "lists/changes", "lists/names", "lists/node", "lists/nodes", "lists/nodes-down", "lists/places",
    "organisations/list", "organisations/uncovered", "people/homonyms", "people/list", "people/workload", "plans/by-drafter", "tasks/flow",
}  # fmt: skip


def test_every_column_and_parameter_has_a_caption_in_both_languages() -> None:
    names = {name for query in catalogue() for name in (*query.returns, *(param.name for param in query.params))}
    bare = sorted(name for name in names if column_caption(name) == name or not column_caption(name, "en"))
    assert bare == []


def test_a_catalogue_of_ones_own_runs_alike(made_up: Opened) -> None:
    own = Catalogue.of({"people/example.cypher": HEAD + GOOD})
    rows = own.run(made_up.store, "people/example", {"person": "shen", "on": "2031-10-08"}).rows
    assert rows == [{"post": "区财政局局长", "post_id": "fin-head"}]
    assert own.run(made_up.store, "people/example", {"person": "shen", "on": "2031-10-07"}).rows == []


def sample_parameters(query: Query) -> dict[str, Value]:
    """Parameters that mean something in the made-up district and in random graphs alike."""
    ids = {"Person": "gao", "Organisation": "fin", "Group": "med", "Task": "task-2", "Post": "fin-head", "Plan": "plan",
           "Document": "doc-1", "Evidence": "ev-1", "Matter": "finance"}  # fmt: skip
    given: dict[str, Value] = {}
    for param in query.params:
        if param.type == "date":
            given[param.name] = "2031-02-01" if param.name == "from" else "2031-10-08"
        elif param.type == "label":
            given[param.name] = "Task" if param.name.startswith("to") else "Person"
        elif param.type == "id" and param.required:
            given[param.name] = ids[param.kinds[0]] if param.kinds else "task-2" if param.name == "to" else "gao"
        elif param.type == "ids":
            given[param.name] = [ids[param.kinds[0]], "nothing"] if param.kinds else ["ev-1"]
        elif param.required:
            given[param.name] = {"matter": "财政"}.get(param.name, "990101")
    return given


@pytest.mark.parametrize("query", ["lists/node", "lists/nodes", "lists/nodes-down"])
def test_what_a_node_has_is_shown_where_it_is_listed(query: str) -> None:
    shown = set(catalogue().get(query).returns)
    # Seats are shown in the rosters of their groups, the words of evidence where they are quoted.
    listed = {label: node for label, node in ontology().nodes.items() if label not in ("Evidence", "Seat", "Name")}
    assert {
        label: missing for label, node in listed.items() if (missing := set(node.properties) - shown - {"evidence"})
    } == {}
