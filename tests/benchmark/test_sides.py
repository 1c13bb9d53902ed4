"""The measure of stores side by side says what each took and answered, and a third engine is asked without taking us down."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmark.queries import Timed
from benchmark.sides import Side, figures
from core.errors import ConfigError
from graph.stores.store import Row
from queries.catalogue import catalogue
from tests.graph.made_up import district

Answers = dict[str, list[list[Row]]]


def side(name: str, answers: Answers, *, refused: str = "") -> Side:
    timed = {query: Timed(query, "keyed", False, 1, ((2.0,),)) for query in answers}
    if refused:
        timed[refused] = Timed(refused, "keyed", False, 0, (), "QUERY")
    return Side(name, 1.0, timed, answers)


def test_rows_that_differ_and_queries_not_taken_are_told_apart() -> None:
    first: Answers = {"a/a": [[{"id": "1"}]], "a/b": [[{"id": "2"}]], "a/c": [[]]}
    sides = [
        side("embedded", first),
        side("neo4j", {**first, "a/b": [[{"id": "3"}]]}),
        side("ladybug", first, refused="a/c"),
    ]
    assert [other.mark(query, sides[0]) for other in sides[1:] for query in first] == ["=", "≠", "=", "=", "=", "QUERY"]
    said = {figure.what: figure for figure in figures(sides, 10)}
    assert not said["neo4j: queries with the rows of the embedded store, of 3"].held
    assert said["ladybug: queries taken, of 3"].value == 2
    assert said["ladybug: queries with the rows of the embedded store, of 3"].value == 2
    assert "embedded: keyed queries that all take, median p95 of 2" in said


def test_the_third_engine_answers_what_it_takes_and_says_what_it_does_not(tmp_path: Path) -> None:
    pytest.importorskip("ladybug", reason="needs the extra compare")
    from benchmark.rival import Ladybug

    store = Ladybug(district(), tmp_path)
    try:
        found = store.run("MATCH (n:Group) RETURN n.id AS group ORDER BY group", {})
        assert [row["group"] for row in found] == sorted(node.id for node in district().nodes if node.label == "Group")
        people = len([node for node in district().nodes if node.label == "Person"])
        counted = "MATCH (p:Person) WHERE $on <> '' RETURN count(*) AS people"
        assert store.run(counted, {"on": "2023-09-01", "spare": 1}) == [{"people": people}]
        with pytest.raises(ConfigError) as refused:
            store.run("RETURN [x IN [1] WHERE x = 1] AS one", {})
        assert refused.value.code == "QUERY"
        assert catalogue().run(store, "jurisdictions/list", {}).rows
    finally:
        store.close()
