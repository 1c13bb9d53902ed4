"""The one schema: coherent, documented, and the only place where names come from."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from core.errors import ConfigError
from core.settings import Language
from graph.elements import Edge, Graph, Node
from graph.ontology import constraints, indexes, ontology, read
from graph.statements import TABLES, columns
from graph.timeline import facts
from tests.graph.made_up import district, shaken

TEXT = resources.files("graph").joinpath("ontology.yaml").read_text(encoding="utf-8")


def test_every_part_has_captions_in_both_languages_and_a_full_rdf_term() -> None:
    schema = ontology()
    for name in (*schema.nodes, *schema.edges):
        assert schema.uri(name).startswith("http")
        assert schema.caption(name) != name
        assert schema.caption(name, language="en") != ""
    for name in schema.properties:
        assert schema.caption(name) != name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_has_a_caption_of_its_own_in_its_table(language: Language) -> None:
    schema = ontology()
    for table, kind in TABLES.items():
        said = [schema.column_caption(table, column, language=language) for column in columns(kind)]
        assert len(said) == len(set(said)), table
        assert not [word for word in said if "_" in word], table
        assert language == "en" or not [word for word in said if word.isascii()], table


def test_labels_have_colours_of_their_own() -> None:
    colours = [kind.colour for kind in ontology().nodes.values()]
    assert len(colours) == len(set(colours)) == 18


def test_codes_of_the_timeline_have_captions() -> None:
    schema = ontology()
    for values, codes in (
        ("verdict", facts.Verdict), ("state", facts.SeatState), ("severity", facts.Severity), ("basis", facts.Basis),
    ):  # fmt: skip
        assert set(codes.__args__) == set(schema.values[values])  # type: ignore[attr-defined]
    assert schema.value_caption("verdict", "moved") == "分管已调整（文件未改）"
    assert schema.value_caption("verdict", "moved", language="en") == "moved (paper not amended)"
    assert schema.value_caption("role", "组长") == "组长"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("properties: [level]", "properties: [size]", "undeclared property size"),
        ("rdf: schema:AdministrativeArea", "rdf: nowhere:Area", "RDF term"),
        ("from: [Post], to: [Organisation]", "from: [Job], to: [Organisation]", "unknown label Job"),
        ("index: [jurisdiction, number]", "index: [jurisdiction, colour]", "indexes a stranger"),
        ('colour: "#5b6770"', 'colour: "grey"', "no colour"),
        ("caption: {zh: 地区, en: jurisdiction}\n    rdf", "caption: {zh: 地区}\n    rdf", "caption.en"),
        ("days: [valid_from", "days: [since", "since is not declared"),
        ("  Jurisdiction:\n", "  Jurisdiction) DELETE (n:\n", "no identifier"),
        ("level: {type: string", "level: {type: colour", "type"),
    ],
)
def test_a_schema_that_contradicts_itself_is_refused(old: str, new: str, complaint: str) -> None:
    assert old in TEXT
    with pytest.raises(ConfigError) as caught:
        read(TEXT.replace(old, new, 1))
    assert complaint in str(caught.value)


def test_no_yaml_at_all_is_a_config_error() -> None:
    for text in ("", "a: [", "nodes: 3"):
        with pytest.raises(ConfigError):
            read(text)


@pytest.mark.parametrize("name", ["Job", "person", "Person\n", "Person) DETACH DELETE (m", "", "HOLDS"])
def test_a_name_that_is_no_label_never_becomes_an_identifier(name: str) -> None:
    with pytest.raises(ConfigError):
        ontology().label(name)


def test_every_label_has_a_unique_id_and_every_index_its_property() -> None:
    schema = ontology()
    assert len(constraints(schema)) == len(schema.nodes)
    assert len(set(constraints(schema))) == len(schema.nodes)
    assert len(indexes(schema)) == sum(len(kind.index) for kind in schema.nodes.values())


def test_a_graph_that_fits_has_no_problems() -> None:
    assert ontology().problems_of(district()) == []
    assert ontology().problems_of(shaken(5)) == []


def test_each_misfit_of_a_graph_is_named() -> None:
    person = Node("Person", "a", {"id": "a", "name": "甲", "presumed": "yes", "wings": 2})
    post = Node("Post", "p", {"id": "p", "name": "长", "sole": True})
    graph = Graph(
        (person, post, Node("Job", "j")),
        (
            Edge("HOLDS", "h", "Person", "a", "Post", "gone", {"evidence": ["e"]}),
            Edge("HOLDS", "i", "Post", "p", "Person", "a", {"evidence": "e"}),
            Edge("HELD", "k", "Person", "a", "Post", "p"),
        ),
    )
    found = "\n".join(ontology().problems_of(graph))
    for complaint in (
        "presumed is str, not boolean", "no property wings", "unknown label Job", "no Post with id gone",
        "may not touch Post", "evidence is str, not strings", "unknown edge type HELD",
    ):  # fmt: skip
        assert complaint in found


def test_one_property_name_has_one_type_wherever_it_stands() -> None:
    raw = yaml.safe_load(TEXT)
    for kind in (*raw["nodes"].values(), *raw["edges"].values()):
        assert all(isinstance(name, str) for name in kind.get("properties", []))
