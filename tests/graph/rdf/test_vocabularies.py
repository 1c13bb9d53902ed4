"""What others look for is there, in their own words: ORG, PROV, Web Annotation, ELI, OWL-Time, SKOS."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from graph.rdf.terms import prefixes
from graph.rdf.write import turtle
from tests.graph.conftest import Example

Ask = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def ask(lanting_example: Example) -> Ask:
    """Rows of a query over the made-up district, as texts."""
    names, texts = lanting_example.making.names, lanting_example.making.texts
    store = Store()
    store.load(turtle(lanting_example.graph, names, texts=texts), RdfFormat.TURTLE)

    def rows(query: str) -> list[tuple[str, ...]]:
        found = store.query(query, prefixes=prefixes(names))
        assert isinstance(found, QuerySolutions)
        return sorted(tuple(each.value if each is not None else "" for each in solution) for solution in found)

    return rows


def test_a_holding_is_a_membership_in_the_body_of_its_post(ask: Ask) -> None:
    """余秋蘅 heads the finance bureau; the arrow from the post to its holder follows from the record."""
    rows = ask(
        """SELECT DISTINCT ?name ?post ?body WHERE {
          ?held a org:Membership ; org:member ?person ; dg:post ?p ; org:organization ?b .
          ?person foaf:name ?name . ?p rdfs:label ?post ; org:heldBy ?person ; org:postIn ?b . ?b rdfs:label ?body .
          FILTER(?post = "区财政局局长"@zh) }"""
    )
    assert rows
    assert {(post, body) for _, post, body in rows} == {("区财政局局长", "区财政局")}


def test_every_membership_has_an_interval_with_as_many_ends_as_papers_tell(ask: Ask) -> None:
    memberships = ask("SELECT ?m WHERE { ?m a org:Membership }")
    timed = ask("SELECT ?m WHERE { ?m a org:Membership ; org:memberDuring ?i . ?i a time:ProperInterval }")
    assert memberships == timed
    ended = ask(
        """SELECT ?m ?day WHERE { ?m a org:Membership ; dg:possible_to ?day ; dg:possibly/time:hasEnd/time:inXSDDate ?end
        FILTER(?day = ?end) }"""
    )
    assert ended == ask("SELECT ?m ?day WHERE { ?m a org:Membership ; dg:possible_to ?day }")


def test_a_name_has_traditional_characters_and_pinyin(ask: Ask) -> None:
    rows = ask(
        """SELECT ?other WHERE { ?p a foaf:Person ; rdfs:label "梁知远"@zh ; (skos:altLabel|skos:hiddenLabel) ?other }"""
    )
    assert rows == [("liangzhiyuan",), ("梁知遠",)]


def test_the_words_of_a_fact_are_found_by_quote_and_by_place(ask: Ask) -> None:
    """Each text selector counts code points: the quote is as long as its position says, and has words around it."""
    rows = ask(
        """SELECT ?exact ?start ?end ?around WHERE {
          ?words a oa:SpecificResource ; oa:hasSource ?file ; oa:hasSelector ?q, ?p .
          ?q a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after .
          ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end . BIND(CONCAT(?before, ?after) AS ?around) }"""
    )
    assert len(rows) > 500
    assert all(len(exact) == int(end) - int(start) for exact, start, end, _ in rows)
    assert all(around for *_, around in rows)


def test_a_fact_names_its_papers_and_the_reading_that_found_it(ask: Ask) -> None:
    rows = ask(
        """SELECT DISTINCT ?agent ?number WHERE {
          ?fact a dg:InChargeOf, dg:Assignment ; prov:hadPrimarySource ?paper ; dg:evidence ?words .
          ?words prov:wasGeneratedBy ?reading . ?reading a prov:Activity ; prov:used ?file ; prov:wasAssociatedWith ?agent .
          ?agent a prov:SoftwareAgent . ?paper a eli:LegalResource ; eli:id_local ?number }"""
    )
    assert "岚政办发〔2023〕6号" in {number for _, number in rows}


def test_what_was_worked_out_names_all_it_follows_from(ask: Ask) -> None:
    rows = ask(
        """SELECT ?fact (COUNT(?parent) AS ?parents) WHERE {
          ?fact dg:basis code-basis:succession ; prov:wasGeneratedBy ?how ; prov:wasDerivedFrom ?parent .
          ?how a prov:Activity } GROUP BY ?fact"""
    )
    assert rows
    assert all(int(parents) >= 2 for _, parents in rows)


def test_papers_speak_eli(ask: Ask) -> None:
    assert ask(
        """SELECT ?number ?day ?repealed WHERE { ?paper eli:id_local ?number ; eli:date_document ?day ; eli:repeals ?r .
        ?r eli:title ?repealed FILTER (datatype(?day) = xsd:date) }"""
    )
    assert ask('SELECT ?day WHERE { ?p eli:id_local "岚政办发〔2023〕6号" ; eli:first_date_entry_in_force ?day }') == [
        ("2023-02-10",)
    ]


def test_a_merger_is_a_change_of_its_bodies(ask: Ask) -> None:
    rows = ask(
        """SELECT ?former ?later ?how WHERE { ?change a org:ChangeEvent ; org:originalOrganization ?a ;
          org:resultingOrganization ?b ; dg:how ?how . ?a org:changedBy ?change ; rdfs:label ?former .
          ?b org:resultedFrom ?change ; rdfs:label ?later FILTER(?how = "合并") }"""
    )
    assert {former for former, _, _ in rows} == {"区工业和信息化局", "区科学技术局"}
    assert {later for _, later, _ in rows} == {"区工业信息化和科学技术局"}


def test_codes_are_concepts_with_captions_and_a_place_in_raci(ask: Ask) -> None:
    rows = ask(
        """SELECT ?zh ?en ?raci WHERE { dg:InChargeOf skos:prefLabel ?zh, ?en ; skos:broadMatch/skos:notation ?raci
        FILTER(LANG(?zh) = "zh" && LANG(?en) = "en") }"""
    )
    assert rows == [("分管", "in charge of", "accountable")]
    for scheme, code in (("verdict", "moved"), ("state", "stale"), ("capacity", "nominated"), ("role", "组长")):
        assert ask(
            f'SELECT ?l WHERE {{ ?c skos:notation "{code}" ; skos:prefLabel ?l FILTER(STRSTARTS(STR(?c), STR(code-{scheme}:))) }}'
        )


def test_every_role_and_code_that_is_used_is_declared(ask: Ask) -> None:
    assert (
        ask("SELECT ?c WHERE { ?x dg:role|dg:state|dg:verdict|dg:basis ?c FILTER NOT EXISTS { ?c a skos:Concept } }")
        == []
    )


def test_every_id_that_is_named_is_there(ask: Ask) -> None:
    """Nothing points into the dark: whatever a record, an annotation or a derivation names is described."""
    assert (
        ask(
            """SELECT DISTINCT ?p ?o WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?o), STR(id:))) FILTER NOT EXISTS { ?o a ?class } }"""
        )
        == []
    )
