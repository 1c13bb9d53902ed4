"""SHACL shapes out of the ontology: what a node and a record may and must carry, closed to anything else.

`python -m cli.generate` writes them to `docs/reference/shapes.ttl`; five rules that no schema can say stand in
`graph/data/shapes-rules.ttl`, written by hand. Our exports conform to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources

from graph.ontology import Caption, EdgeKind, NodeKind, PropertyKind, ontology
from graph.rdf.terms import concept, edge_class

_DAYS = " ".join(f"[ sh:datatype {kind} ]" for kind in ("xsd:date", "xsd:gYearMonth", "xsd:gYear"))
_TYPES = {
    "string": "xsd:string", "strings": "xsd:string", "integer": "xsd:integer", "number": "xsd:double",
    "boolean": "xsd:boolean",
}  # fmt: skip
#: What any thing may have besides what the ontology gives it: its labels in other scripts, its intervals.
_ANYTHING = ("rdf:type", "skos:altLabel", "skos:hiddenLabel", "dg:certainly", "dg:possibly")
#: What follows from edges, at the thing they reach.
_FOLLOWS = ("org:heldBy", "org:changedBy", "org:resultedFrom")
_EVIDENCE = ("oa:motivatedBy", "oa:hasTarget", "oa:hasBody", "prov:hadPrimarySource", "prov:wasGeneratedBy")
_RECORD = (
    "rdf:type", "rdf:predicate", "dg:certainly", "dg:possibly", "prov:hadPrimarySource", "prov:wasGeneratedBy",
    "prov:wasDerivedFrom", "org:organization", "org:memberDuring", "org:role",
)  # fmt: skip


def shapes() -> str:
    """All shapes as Turtle: one a label, one an edge type."""
    schema = ontology()
    lines = ["# Written by `make generate` from graph/ontology.yaml; change the ontology, not this file.", ""]
    prefixes = {**schema.prefixes, "sh": "http://www.w3.org/ns/shacl#", "shape": f"{schema.base}ns/shape#"}
    lines += [f"@prefix {name}: <{space}> ." for name, space in sorted(prefixes.items())]
    for label, node in schema.nodes.items():
        lines += ["", *_shape(label, f"dg:{label}", node.caption, _node(label, node))]
    for name, edge in schema.edges.items():
        target = f"<{edge_class(name).value}>"
        lines += ["", *_shape(name, target, edge.caption, _record(name, edge))]
    return "\n".join([*lines, ""])


def rules() -> str:
    """The hand-written rules, as Turtle."""
    return resources.files("graph").joinpath("data/shapes-rules.ttl").read_text(encoding="utf-8")


def _shape(name: str, target: str, caption: Caption, parts: Iterable[str]) -> Iterator[str]:
    yield f"shape:{name} a sh:NodeShape ;"
    yield f"  sh:targetClass {target} ;"
    yield f'  rdfs:label "{caption.zh}"@zh, "{caption.en}"@en ;'
    yield from (f"  {part} ;" for part in parts)
    yield "  sh:closed true ."


def _node(label: str, node: NodeKind) -> Iterator[str]:
    schema = ontology()
    for curie in (node.rdf, *node.also):
        yield f"sh:class {curie}"
    yield 'sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype rdf:langString ; sh:languageIn ( "zh" ) ]'
    allowed = [name for name in schema.node_properties(label) if name not in ("id", "name")]
    for name in allowed:
        yield _property(name, schema.properties[name])
    arrows = [edge.rdf for edge in schema.edges.values() if label in edge.from_]
    more = [*_ANYTHING, *_FOLLOWS, *(_EVIDENCE if label == "Evidence" else ()), *node.terms.values(), *arrows]
    yield _ignored([*more, *_sequences(allowed)])


def _record(name: str, edge: EdgeKind) -> Iterator[str]:
    schema = ontology()
    yield f"sh:class {edge.record}"
    for path, labels in ((edge.source, edge.from_), (edge.target, edge.to)):
        yield f"sh:property [ sh:path {path} ; sh:minCount 1 ; sh:maxCount 1 ; {_one_of(labels)} ]"
    allowed = [each for each in schema.edge_properties(name) if each != "id"]
    for each in allowed:
        required = edge.evidence and each in ("basis", "evidence")
        yield _property(each, schema.properties[each], required=required)
    yield _ignored([*_RECORD, *_sequences(allowed)])


def _property(name: str, kind: PropertyKind, *, required: bool = False) -> str:
    many = "" if kind.type == "strings" else " ; sh:maxCount 1"
    least = " ; sh:minCount 1" if required else ""
    return f'sh:property [ sh:path dg:{name}{least}{many} ; {_value(name, kind)} ; sh:name "{kind.caption.zh}"@zh ]'


def _value(name: str, kind: PropertyKind) -> str:
    schema = ontology()
    if kind.refers:
        return f"sh:class dg:{kind.refers}"
    if kind.values:
        codes = " ".join(f"<{concept(kind.values, code).value}>" for code in schema.values[kind.values])
        return f"sh:in ( {codes} )"
    if kind.scheme:
        return "sh:class skos:Concept"
    if name in schema.days:
        return "sh:datatype xsd:date"
    if kind.type == "day":
        return f"sh:or ( {_DAYS} )"
    return f"sh:datatype {_TYPES[kind.type]}"


def _one_of(labels: tuple[str, ...]) -> str:
    if len(labels) == 1:
        return f"sh:class dg:{labels[0]}"
    return f"sh:or ( {' '.join(f'[ sh:class dg:{label} ]' for label in labels)} )"


def _sequences(names: Iterable[str]) -> list[str]:
    return [f"dg:{name}_in_order" for name in names if ontology().properties[name].type == "strings"]


def _ignored(terms: Iterable[str]) -> str:
    return f"sh:ignoredProperties ( {' '.join(dict.fromkeys(terms))} )"
