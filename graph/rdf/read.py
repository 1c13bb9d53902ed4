"""Our own linked data back as the graph it was: Turtle, JSON-LD or N-Quads give equal nodes and edges.

Only what the graph itself holds is read: classes `dg:…`, properties `dg:…`, records with their ends. Arrows, other
vocabularies, intervals and labels in other scripts follow from it and are passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, RdfFormat, parse

from core.errors import InputError
from graph.elements import Edge, Graph, Node, PropertyValue
from graph.ontology import PropertyKind, ontology
from graph.rdf.terms import Names, edge_class, term, value_from

Syntax = Literal["turtle", "nquads", "jsonld"]
_SYNTAXES: Final[Mapping[Syntax, RdfFormat]] = {
    "turtle": RdfFormat.TURTLE, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD,
}  # fmt: skip

_Value = NamedNode | RdfLiteral
_Found = dict[NamedNode, list[_Value]]


def read(data: bytes, syntax: Syntax, names: Names) -> Graph:
    """The graph that `graph.rdf.write` wrote. `names` has the base it was written with.

    Raises `InputError`: `RDF-SYNTAX` for what is no such file, `RDF-IRI` and `RDF-VALUE` for ids and values that cannot be ours,
    `RDF-RECORD` for an edge without both of its ends.
    """
    subjects = _subjects(data, syntax)
    nodes: list[Node] = []
    for subject, found in subjects.items():
        for label in _kinds(found, _labels()):
            identifier = names.id_of(subject)
            nodes.append(Node(label, identifier, {"id": identifier} | _properties(label, found, subjects, names)))
    labels = {node.id: node.label for node in nodes}
    edges = [
        _edge(edge_type, subject, found, subjects, labels, names)
        for subject, found in subjects.items()
        for edge_type in _kinds(found, _edge_types())
    ]
    return Graph.of(nodes, edges)


def _subjects(data: bytes, syntax: Syntax) -> dict[NamedNode, _Found]:
    subjects: dict[NamedNode, _Found] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in parse(data, format=_SYNTAXES[syntax]):
            kept = subjects[quad.subject][quad.predicate] if isinstance(quad.subject, NamedNode) else None
            if kept is not None and isinstance(quad.object, NamedNode | RdfLiteral) and quad.object not in kept:
                kept.append(quad.object)
    except (SyntaxError, ValueError) as error:
        raise InputError(
            f"不是 {syntax} | not {syntax}: {str(error)[:200]}",
            remedy="用 dutygraph export 写出的文件 | a file that dutygraph export wrote",
            code="RDF-SYNTAX",
        ) from error
    return subjects


def _edge(
    edge_type: str,
    subject: NamedNode,
    found: _Found,
    subjects: Mapping[NamedNode, _Found],
    labels: Mapping[str, str],
    names: Names,
) -> Edge:
    kind = ontology().edges[edge_type]
    identifier = names.id_of(subject)
    ends = [names.id_of(end) for curie in (kind.source, kind.target) for end in _iris(found, term(curie))]
    if len(ends) != 2 or any(end not in labels for end in ends):
        raise InputError(f"{edge_type} 缺少端点 | lacks an end: {identifier}", code="RDF-RECORD")
    start, end = ends
    return Edge(
        edge_type, identifier, labels[start], start, labels[end], end,
        {"id": identifier} | _properties(edge_type, found, subjects, names),
    )  # fmt: skip


def _properties(
    kind: str, found: _Found, subjects: Mapping[NamedNode, _Found], names: Names
) -> dict[str, PropertyValue]:
    """The properties that a label or an edge type may carry."""
    schema = ontology()
    allowed = schema.node_properties(kind) if kind in schema.nodes else schema.edge_properties(kind)
    read: dict[str, PropertyValue] = {}
    for name in allowed:
        declared = schema.properties[name]
        if name == "name":
            read[name] = _label(found)
        elif name != "id":
            values, sequence = (found.get(term(f"dg:{name}{tail}"), []) for tail in ("", "_in_order"))
            members = _in_order(subjects, sequence[0]) if sequence else values
            made = [value_from(declared, member, names) for member in members]
            if declared.type == "strings" and (values or sequence):
                texts = [str(each) for each in made]
                read[name] = texts if sequence else sorted(texts)
            elif values:
                read[name] = _only(name, declared, made)
    return read


def _only(name: str, kind: PropertyKind, values: list[str | int | float | bool]) -> PropertyValue:
    if len(values) != 1:
        raise InputError(f"{name}（{kind.caption.zh}）有几个值 | has several values: {values!r:.120}", code="RDF-VALUE")
    return values[0]


def _label(found: _Found) -> str:
    for value in found.get(term("rdfs:label"), []):
        if isinstance(value, RdfLiteral) and value.language == "zh":
            return value.value
    raise InputError("没有名称 | no rdfs:label in Chinese", code="RDF-VALUE")


def _in_order(subjects: Mapping[NamedNode, _Found], sequence: _Value) -> list[_Value]:
    if not isinstance(sequence, NamedNode):
        raise InputError(f"不是序列 | no sequence: {sequence.value[:120]!r}", code="RDF-VALUE")
    found = subjects.get(sequence, {})
    members: list[_Value] = []
    while placed := found.get(term(f"rdf:_{len(members) + 1}")):
        members.append(placed[0])
    return members


def _kinds(found: _Found, known: Mapping[NamedNode, str]) -> list[str]:
    return [known[each] for each in _iris(found, term("rdf:type")) if each in known]


def _iris(found: _Found, predicate: NamedNode) -> list[NamedNode]:
    return [each for each in found.get(predicate, []) if isinstance(each, NamedNode)]


@cache
def _labels() -> dict[NamedNode, str]:
    return {term(f"dg:{label}"): label for label in ontology().nodes}


@cache
def _edge_types() -> dict[NamedNode, str]:
    return {edge_class(edge_type): edge_type for edge_type in ontology().edges}
