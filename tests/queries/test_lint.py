"""Each rule of the dialect refuses what breaks it, and lets the shipped files through."""

from __future__ import annotations

import pytest

from core.errors import ConfigError
from queries.catalogue import Catalogue, catalogue
from queries.header import parse
from queries.lint import problems_of

HEAD = """// id: people/example
// title: 例 | An example
// question: 何例？ | Which example?
// params: person (id Person, required), on (date = today), limit (int = 20, max 200)
// returns: post, post_id
// cost: keyed
"""
GOOD = """MATCH (p:Person {id: $person})-[r:HOLDS]->(q:Post)
WHERE ON_DAY(r)
RETURN q.name AS post, q.id AS post_id
ORDER BY post, post_id
LIMIT $limit
"""


def problems(text: str, head: str = HEAD) -> str:
    return "; ".join(problems_of(parse(head + text, path="people/example.cypher")))


def test_the_example_is_sound() -> None:
    assert problems(GOOD) == ""


def test_every_shipped_query_keeps_the_dialect() -> None:
    assert len(catalogue()) >= 55
    assert [problem for query in catalogue() for problem in problems_of(query)] == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("RETURN q.name", "SET q.name = 'x' RETURN q.name", "writes"),
        ("RETURN q.name", "MERGE (q)-[:OF]->(p) RETURN q.name", "writes"),
        ("RETURN q.name", "DETACH DELETE q RETURN q.name", "writes"),
        ("WHERE ON_DAY(r)", "WHERE ON_DAY(r) CALL apoc.help('x')", "APOC"),
        ("WHERE ON_DAY(r)", "WHERE ON_DAY(r) CALL db.labels() YIELD label", "procedure"),
        ("LIMIT $limit", "", "LIMIT"),
        ("LIMIT $limit", "LIMIT 20", "never uses $limit"),
        ("ORDER BY post, post_id", "ORDER BY post", "unique key"),
        ("ORDER BY post, post_id\n", "", "unique key"),
        ("WHERE ON_DAY(r)", "WHERE q.name <> $other AND ON_DAY(r)", "undeclared $other"),
        ("{id: $person}", "{id: 'x'}", "never uses $person"),
        ("WHERE ON_DAY(r)", "WHERE r.title = $on", "does not test the day"),
        ("-[r:HOLDS]->", "-[r]->", "without a type"),
        ("-[r:HOLDS]->", "-->", "without a type"),
        ("-[r:HOLDS]->(q:Post)", "-[r:STANDS_IN_FOR]-(q:Person)", "one direction"),
        ("-[r:HOLDS]->", "-[r:HOLDS|STANDS_IN_FOR]-", "one direction"),
        ("-[r:HOLDS]->", "-[r:HOLDS*]->", "unbounded"),
        ("-[r:HOLDS]->", "-[r:HOLDS*..3]->", "days along"),
        ("(p:Person {id: $person})", "(p {id: $person})", "start at what is bound"),
        ("MATCH (p", "MATCH (x:Post), (p", "comma"),
        ("RETURN q.name AS post", "RETURN q AS post", "element"),
        ("RETURN q.name AS post", "RETURN collect(q) AS post", "element"),
        ("RETURN q.name AS post", "RETURN q.name AS p", "name of a variable"),
        ("RETURN q.name AS post", "RETURN elementId(q) AS post", "differs by store"),
        ("RETURN q.name AS post", "RETURN q {.name} AS post", "map projection"),
        ("RETURN q.name AS post", "RETURN q.nmae AS post", "unknown property"),
        ("RETURN q.name AS post", "RETURN q.name AS posts", "header says"),
        (":HOLDS", ":HELD", "unknown type"),
        ("(q:Post)", "(q:Job)", "unknown label"),
        ("(q:Post)", "(q:Post)\nOPTIONAL MATCH (x:Person)-[:OF]->(q)", "start at what is bound"),
        ("RETURN q.name", "WITH q, COLLECT { MATCH (q) RETURN q } AS l RETURN q.name", "COLLECT"),
        ("(q:Post)", "(`q`:Post)", "backticks"),
    ],
)
def test_a_query_that_breaks_a_rule_is_told_which(old: str, new: str, complaint: str) -> None:
    assert complaint in problems(GOOD.replace(old, new))


def test_the_direction_need_not_be_said_where_the_ontology_leaves_but_one() -> None:
    assert problems(GOOD.replace("-[r:HOLDS]->(q:Post)", "-[r:HOLDS|ANSWERED_BY]-(q:Post)")) == ""


def test_words_in_comments_and_texts_break_nothing() -> None:
    assert problems(GOOD.replace("WHERE ON_DAY(r)", "WHERE ON_DAY(r) AND q.name <> 'SET' // DELETE nothing")) == ""


def test_history_shown_on_purpose_needs_no_day() -> None:
    head = HEAD.replace("on (date = today), ", "") + "// history: r\n"
    assert problems(GOOD.replace("WHERE ON_DAY(r)\n", ""), head) == ""


CUT = GOOD.replace("ORDER BY post, post_id\n", "").replace(
    "RETURN", "WITH r, q\nORDER BY q.name, q.id\nLIMIT $limit\nRETURN"
)


def test_rows_cut_off_before_they_are_widened_are_sorted_by_us() -> None:
    head = HEAD + "// order: post, post_id\n"
    assert problems(CUT, head) == ""
    looked_up = CUT.replace("q.name, q.id", "dated_id").replace(
        "LIMIT $limit\nRETURN", "LIMIT $limit\nMATCH (q:Post {id: dated_id})\nRETURN"
    )
    assert problems(looked_up.replace("WITH r, q", "WITH min(q.id) AS dated_id"), head) == ""
    assert "unique key" in problems(CUT)
    assert "unique key" in problems(CUT.replace("q.name, q.id", "q.name"), head)
    assert "unique key" in problems(GOOD.replace("ORDER BY post, post_id\n", ""), head)


def test_the_catalogue_refuses_a_bad_file_by_name() -> None:
    with pytest.raises(ConfigError, match=r"people/example\.cypher"):
        Catalogue.of({"people/example.cypher": HEAD + GOOD.replace("RETURN q.name", "DELETE r RETURN q.name")})
