"""Exports conform to the shapes, and a broken graph is refused by the very shape that it breaks."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.namespace import SH

from graph.exports.making import Making
from graph.ontology import ontology
from graph.rdf.conformance import breaches
from graph.rdf.shapes import rules, shapes
from graph.rdf.terms import edge_class, prefixes
from graph.rdf.write import turtle
from tests.graph.conftest import Example

BROKEN = "https://broken.example/"
SHAPE = f"{ontology().base}ns/shape#"


def refused(data: str, *only: str) -> set[tuple[str, str]]:
    """Which nodes were refused by which shapes."""
    return {(breach.node, breach.shape) for breach in breaches(data.encode(), "turtle", only=only)}


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_an_example_conforms(example: Example) -> None:
    assert breaches(turtle(example.graph, example.making.names, texts=example.making.texts), "turtle") == []


def test_each_shape_refuses_what_it_does_not_know_and_what_is_missing() -> None:
    schema = ontology()
    head = "\n".join(f"@prefix {name}: <{space}> ." for name, space in schema.prefixes.items())
    kinds = {label: f"dg:{label}" for label in schema.nodes}
    kinds |= {name: f"<{edge_class(name).value}>" for name in schema.edges}
    lines = [f'<{BROKEN}{name}/stranger> a {kind} ; dg:unheard_of "x" .' for name, kind in kinds.items()]
    lines += [f"<{BROKEN}{name}/empty> a {kind} ." for name, kind in kinds.items()]
    found = refused("\n".join([head, *lines]), *kinds)
    expected = {(f"{BROKEN}{name}/{how}", name) for name in kinds for how in ("stranger", "empty")}
    assert expected <= found


MEMBERSHIP = """
id:pe_1 a dg:Person . id:po_1 a dg:Post . id:ev_1 a dg:Evidence ; dg:rule "roster/label" . id:org_1 a dg:Organisation .
id:pe_1\\#ed_1 a org:Membership ; org:member id:pe_1 ; org:organization id:org_1 ; dg:evidence id:ev_1 ;
  org:memberDuring id:pe_1\\#ed_1.possible . id:pe_1\\#ed_1.possible a time:ProperInterval .
"""
HELD = """
id:po_1 a dg:Post ; dg:sole true .
id:pe_1\\#ed_1 dg:post id:po_1 ; org:member id:pe_1 ; dg:valid_from "2031-01-01"^^xsd:date ; dg:valid_to "2031-09-01"^^xsd:date .
id:pe_2\\#ed_2 dg:post id:po_1 ; org:member id:pe_2 ; dg:valid_from "2031-09-01"^^xsd:date .
"""
DERIVED = """
id:ev_1 dg:rule "a" . id:ev_2 dg:rule "b" . dg:way a prov:Activity .
id:pe_1\\#ed_1 dg:basis code-basis:succession ; prov:wasGeneratedBy dg:way ; prov:wasDerivedFrom id:ev_1, id:ev_2 .
id:org_1\\#ed_2 a dg:PartOf ; dg:basis code-basis:inferred ; prov:wasGeneratedBy dg:way ; prov:wasDerivedFrom id:ev_1 .
id:pe_1\\#ed_3 dg:basis code-basis:stated .
"""
DAYS = 'id:x dg:valid_from "2031-02-01"^^xsd:date ; dg:valid_to "2031-02-02"^^xsd:date ; dg:possible_from "2031-01-01"^^xsd:date .'
QUOTE = 'id:x a oa:TextQuoteSelector ; oa:exact "分管区财政局" .'
#: Each rule: what keeps it, and each way to break it: words of the sound data, and what stands in their place.
RULES = {
    "Membership": (MEMBERSHIP, [
        ("org:member id:pe_1 ;", ""), ("org:organization id:org_1 ;", ""), ("dg:evidence id:ev_1 ;", ""),
        ("a time:ProperInterval", "a time:Instant"), ("dg:evidence id:ev_1 ;", "dg:evidence id:pe_1 ;"),
    ]),
    "Quote": (QUOTE, [('"分管区财政局"', '""'), ('; oa:exact "分管区财政局"', "")]),
    "SoleHolder": (HELD, [
        ('; dg:valid_to "2031-09-01"^^xsd:date', ""), ('from "2031-09-01"', 'from "2031-08-31"'),
    ]),
    "Days": (DAYS, [("2031-02-02", "2031-01-31"), ("2031-01-01", "2031-02-02")]),
    "WorkedOut": (DERIVED, [
        (", id:ev_2", ""), ("prov:wasGeneratedBy dg:way ; prov:wasDerivedFrom id:ev_1, id:ev_2", "prov:wasDerivedFrom id:ev_1, id:ev_2"),
        ('id:ev_1 dg:rule "a" . id:ev_2 dg:rule "b" .', ""), ("a dg:PartOf", "a dg:MemberOf"), ("id:pe_1\\#ed_3 dg:basis code-basis:stated", "id:pe_1\\#ed_3 dg:basis code-basis:inferred"),
    ]),
}  # fmt: skip


def written(body: str) -> str:
    head = "\n".join(f"@prefix {name}: <{space}> ." for name, space in prefixes(Making().names).items())
    return f"{head}\n{body}"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_holds_for_sound_data_and_refuses_each_way_to_break_it(rule: str) -> None:
    sound, breaks = RULES[rule]
    assert refused(written(sound), rule) == set()
    for old, new in breaks:
        assert old in sound
        found = refused(written(sound.replace(old, new, 1)), rule)
        assert {name for _, name in found} == {rule}, old


@pytest.mark.parametrize("capacity", ["acting", "in_charge", "nominated", "designate", "seconded"])
def test_two_in_a_sole_post_are_sound_if_one_only_acts(capacity: str) -> None:
    both = HELD.replace('; dg:valid_to "2031-09-01"^^xsd:date', "")
    assert refused(written(both), "SoleHolder")
    acting = both.replace("org:member id:pe_2", f"dg:capacity code-capacity:{capacity} ; org:member id:pe_2")
    assert not refused(written(acting), "SoleHolder")


def test_there_is_a_shape_a_label_an_edge_type_and_a_rule() -> None:
    all_shapes = rdflib.Graph()
    for text in (shapes(), rules()):
        all_shapes.parse(data=text, format="turtle")
    named = {str(each).removeprefix(SHAPE) for each in all_shapes.subjects(rdflib.RDF.type, SH.NodeShape)}
    assert named == {*ontology().nodes, *ontology().edges, *RULES}
