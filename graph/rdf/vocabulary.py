"""The vocabulary itself as linked data: classes, properties, and the schemes of codes with their captions.

Written from the ontology alone, so that a file says what its terms mean without asking anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version as version_of
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.ontology import Caption, ontology
from graph.rdf.terms import concept, edge_class, scheme, term

_OWN_CLASSES: Final[Mapping[str, tuple[str, str, str]]] = {
    "dg:Assignment": ("prov:Entity", "职责关系", "assignment"),
    "dg:StandInRule": ("prov:Entity", "AB角规则", "stand-in rule"),
    "dg:Filling": ("prov:Entity", "占席", "filling of a seat"),
    "dg:CellSelector": ("oa:Selector", "单元格定位", "cell of a table"),
}
_RELATIONS: Final = Caption(zh="关系", en="relations")


def vocabulary_triples(roles: Iterable[str] = ()) -> Iterator[Triple]:
    """Everything the ontology names, and the printed roles that a graph has besides those it lists."""
    schema = ontology()
    for label, node in schema.nodes.items():
        subject = term(f"dg:{label}")
        yield from _class(subject, node.caption, (node.rdf, *node.also))
    for curie, (above, zh, en) in _OWN_CLASSES.items():
        yield from _class(term(curie), Caption(zh=zh, en=en), (above,))
    yield from _scheme("relation", _RELATIONS)
    for name, edge in schema.edges.items():
        subject = edge_class(name)
        yield from _class(subject, edge.caption, (edge.record,))
        yield from _concept(subject, "relation", name, edge.caption)
        if edge.raci:
            yield Triple(subject, term("skos:broadMatch"), concept("raci", edge.raci))
    for name, kind in schema.properties.items():
        subject = term(f"dg:{name}")
        yield Triple(subject, term("rdf:type"), term("rdf:Property"))
        yield from _labels(subject, "rdfs:label", kind.caption)
    schemes = {**schema.values, **schema.schemes}
    for role in roles:
        schemes["role"] = {role: Caption(zh=role, en=role), **schemes["role"]}
    for name, codes in schemes.items():
        yield from _scheme(name, schema.properties[name].caption if name in schema.properties else _caption(name))
        for code, caption in codes.items():
            yield from _concept(concept(name, code), name, code, caption)
    yield from _agents()


def _class(subject: NamedNode, caption: Caption, above: tuple[str, ...]) -> Iterator[Triple]:
    yield Triple(subject, term("rdf:type"), term("rdfs:Class"))
    yield from _labels(subject, "rdfs:label", caption)
    for curie in above:
        if term(curie) != subject:
            yield Triple(subject, term("rdfs:subClassOf"), term(curie))


def _scheme(name: str, caption: Caption) -> Iterator[Triple]:
    yield Triple(scheme(name), term("rdf:type"), term("skos:ConceptScheme"))
    yield from _labels(scheme(name), "skos:prefLabel", caption)


def _concept(subject: NamedNode, name: str, code: str, caption: Caption) -> Iterator[Triple]:
    yield Triple(subject, term("rdf:type"), term("skos:Concept"))
    yield Triple(subject, term("skos:inScheme"), scheme(name))
    yield Triple(subject, term("skos:notation"), Literal(code))
    yield from _labels(subject, "skos:prefLabel", caption)


def _labels(subject: NamedNode, curie: str, caption: Caption) -> Iterator[Triple]:
    yield Triple(subject, term(curie), Literal(caption.zh, language="zh"))
    yield Triple(subject, term(curie), Literal(caption.en, language="en"))


def _agents() -> Iterator[Triple]:
    program, person = concept("agent", "dutygraph"), concept("agent", "person")
    yield Triple(program, term("rdf:type"), term("prov:SoftwareAgent"))
    yield Triple(program, term("rdfs:label"), Literal("Dutygraph", language="en"))
    yield Triple(program, term("schema:softwareVersion"), Literal(version_of("dutygraph")))
    yield Triple(person, term("rdf:type"), term("prov:Agent"))
    yield from _labels(person, "rdfs:label", Caption(zh="编辑表格的人", en="whoever edited the table"))


def _caption(name: str) -> Caption:
    return {
        "status": Caption(zh="把握", en="how sure"),
        "raci": Caption(zh="RACI 角色", en="RACI"),
    }[name]
