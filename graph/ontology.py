"""The ontology: `graph/ontology.yaml`, read and checked. Names of labels, edges and properties come from here only.

`ontology()` gives the one schema. `label`, `edge_type` and `property_name` turn a name into an identifier that may be
spliced into Cypher, and raise `ConfigError` for any other; values never are. Constraints, indexes and the reference
page derive from the same object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from core.errors import ConfigError
from core.settings import Language
from graph.elements import Edge, Graph, Node, PropertyValue

PropertyType = Literal["string", "integer", "number", "boolean", "day", "strings"]

#: Every node has these, whatever its label.
COMMON = ("id", "name")

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z_]*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PYTHON_TYPES: dict[str, type] = {"string": str, "day": str, "integer": int, "boolean": bool, "strings": list}


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Caption(_Part):
    """What a person reads, in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: Language) -> str:
        """The caption in one language."""
        return self.zh if language == "zh" else self.en


class PropertyKind(_Part):
    """A property: one type wherever it stands; `values` names the list of its stable codes, `scheme` that of printed words.

    `refers` is the label of the nodes whose ids it holds.
    """

    type: PropertyType
    caption: Caption
    values: str = ""
    scheme: str = ""
    refers: str = ""


class Kind(_Part):
    """What labels and edge types share: caption, RDF term, whether it has days, own properties."""

    caption: Caption
    rdf: str
    dated: bool = False
    properties: tuple[str, ...] = ()


class NodeKind(Kind):
    """A label: colour of legends, indexed properties; further RDF classes, and what other vocabularies call its properties."""

    colour: str
    index: tuple[str, ...] = ()
    spelled: bool = False
    also: tuple[str, ...] = ()
    by_kind: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    terms: dict[str, str] = Field(default_factory=dict)


class EdgeKind(Kind):
    """An edge type: which labels it joins, and whether it says what it rests on.

    In linked data an edge is a record of class `record` that names its ends by `source` and `target`.
    """

    from_: tuple[str, ...] = Field(alias="from", min_length=1)
    to: tuple[str, ...] = Field(min_length=1)
    evidence: bool = True
    record: str = "rdf:Statement"
    source: str = "rdf:subject"
    target: str = "rdf:object"
    raci: str = ""


class Ontology(_Part):
    """The whole schema. Raises pydantic's `ValidationError` if it contradicts itself (`read` makes it a `ConfigError`)."""

    version: int
    base: str = Field(pattern=r"^https?://\S+/$")
    prefixes: dict[str, str]
    days: tuple[str, ...]
    properties: dict[str, PropertyKind]
    values: dict[str, dict[str, Caption]]
    column_values: dict[str, dict[str, Caption]] = {}
    columns: dict[str, Caption] = {}
    schemes: dict[str, dict[str, Caption]]
    nodes: dict[str, NodeKind]
    edges: dict[str, EdgeKind]
    provenance: tuple[str, ...]

    @model_validator(mode="after")
    def _is_coherent(self) -> Ontology:
        problems = list(self._problems())
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _problems(self) -> Iterator[str]:
        """What contradicts itself, section by section."""
        yield from self._problems_of_names()
        yield from self._problems_of_properties()
        yield from self._problems_of_terms()
        yield from self._undeclared()
        yield from self._problems_of_nodes()
        yield from self._problems_of_edges()

    def _problems_of_names(self) -> Iterator[str]:
        for name in (*self.nodes, *self.edges, *self.properties):
            if not _IDENTIFIER.fullmatch(name):
                yield f"{name!r} is no identifier"

    def _problems_of_properties(self) -> Iterator[str]:
        for name, kind in self.properties.items():
            if kind.values and kind.values not in self.values:
                yield f"property {name} names unknown values {kind.values}"
            if kind.scheme and kind.scheme not in self.schemes:
                yield f"property {name} names unknown scheme {kind.scheme}"
            if kind.refers and kind.refers not in self.nodes:
                yield f"property {name} refers to unknown label {kind.refers}"

    def _problems_of_terms(self) -> Iterator[str]:
        for name, curie in self._curies():
            prefix, _, term = curie.partition(":")
            if prefix not in self.prefixes or not term:
                yield f"{name} has no resolvable RDF term: {curie!r}"

    def _undeclared(self) -> Iterator[str]:
        """Properties that are carried, or that all nodes or edges have, and that no section declares."""
        kinds: dict[str, Kind] = {**self.nodes, **self.edges}
        for name, part in kinds.items():
            yield from (
                f"{name} has undeclared property {own}" for own in part.properties if own not in self.properties
            )
        for name in (*self.days, *self.provenance, *COMMON):
            if name not in self.properties:
                yield f"{name} is not declared as a property"

    def _problems_of_nodes(self) -> Iterator[str]:
        for label, node in self.nodes.items():
            if not _COLOUR.fullmatch(node.colour):
                yield f"{label} has no colour: {node.colour!r}"
            yield from (
                f"{label} indexes a stranger: {key}" for key in node.index if key not in (*COMMON, *node.properties)
            )
            own = (*COMMON, *node.properties, *(self.days if node.dated else ()))
            yield from (f"{label} gives a term to a stranger: {key}" for key in node.terms if key not in own)

    def _problems_of_edges(self) -> Iterator[str]:
        for name, edge in self.edges.items():
            if edge.raci and edge.raci not in self.schemes.get("raci", {}):
                yield f"{name} has an unknown part in RACI: {edge.raci}"
            yield from (f"{name} joins unknown label {end}" for end in (*edge.from_, *edge.to) if end not in self.nodes)

    def _curies(self) -> Iterator[tuple[str, str]]:
        for label, node in self.nodes.items():
            classes = (node.rdf, *node.also, *(each for some in node.by_kind.values() for each in some))
            yield from ((label, curie) for curie in (*classes, *node.terms.values()))
        for name, edge in self.edges.items():
            yield from ((name, curie) for curie in (edge.rdf, edge.record, edge.source, edge.target))

    def label(self, name: str) -> str:
        """`name`, if it is a label."""
        return _known(name, self.nodes, "label")

    def edge_type(self, name: str) -> str:
        """`name`, if it is an edge type."""
        return _known(name, self.edges, "edge type")

    def property_name(self, name: str) -> str:
        """`name`, if it is a property."""
        return _known(name, self.properties, "property")

    def node_properties(self, label: str) -> tuple[str, ...]:
        """All property names a node of this label may carry, `id` and `name` first."""
        node = self.nodes[self.label(label)]
        return (*COMMON, *node.properties, *(self.days if node.dated else ()))

    def edge_properties(self, edge_type: str) -> tuple[str, ...]:
        """All property names an edge of this type may carry, `id` first."""
        edge = self.edges[self.edge_type(edge_type)]
        dated = self.days if edge.dated else ()
        return ("id", *edge.properties, *dated, *(self.provenance if edge.evidence else ()))

    def caption(self, name: str, *, language: Language = "zh") -> str:
        """The caption of a label, an edge type or a property; the name itself if it is none of them."""
        kinds: tuple[Mapping[str, Kind | PropertyKind], ...] = (self.nodes, self.edges, self.properties)
        for kind in kinds:
            if name in kind:
                return kind[name].caption.in_language(language)
        return name

    def column_caption(self, table: str, column: str, *, language: Language = "zh") -> str:
        """The caption of a column of a table of statements; the column itself if nothing says what it is called."""
        said = self.columns.get(f"{table}.{column}") or self.columns.get(column)
        return said.in_language(language) if said else self.caption(column, language=language)

    def value_caption(self, property_name: str, value: str, *, language: Language = "zh") -> str:
        """The caption of a stable code, e.g. `verdict`, `moved`; printed words come back as they are."""
        declared = self.properties.get(property_name)
        name = declared.values if declared and declared.values else property_name
        codes = self.values.get(name) or self.column_values.get(name, {})
        return codes[value].in_language(language) if value in codes else value

    def uri(self, name: str) -> str:
        """The full RDF term of a label or an edge type. Raises `ConfigError` for any other name."""
        part: Kind = self.nodes[name] if name in self.nodes else self.edges[self.edge_type(name)]
        return self.expand(part.rdf)

    def expand(self, curie: str) -> str:
        """The full form of a term such as `org:Post`. Raises `ConfigError` for a prefix that is not declared."""
        prefix, _, term = curie.partition(":")
        return self.prefixes[_known(prefix, self.prefixes, "prefix")] + term

    def problems_of(self, graph: Graph) -> list[str]:
        """What in a projection does not fit the schema; an empty list if all does."""
        found: list[str] = []
        labels: dict[str, str] = {}
        for node in graph.nodes:
            labels[node.id] = node.label
            found += self._misfits(node, self.nodes, "label", node.label, self.node_properties)
        for edge in graph.edges:
            found += self._misfits(edge, self.edges, "edge type", edge.type, self.edge_properties)
            if edge.type in self.edges:
                kind = self.edges[edge.type]
                for end, label, allowed in (
                    (edge.start, edge.start_label, kind.from_),
                    (edge.end, edge.end_label, kind.to),
                ):
                    if labels.get(end) != label:
                        found.append(f"{edge.type} {edge.id}: no {label} with id {end}")
                    elif label not in allowed:
                        found.append(f"{edge.type} {edge.id}: may not touch {label}")
        return found

    def _misfits(
        self,
        element: Node | Edge,
        kinds: Mapping[str, Kind],
        what: str,
        kind: str,
        allowed: Callable[[str], tuple[str, ...]],
    ) -> list[str]:
        if kind not in kinds:
            return [f"{element.id}: unknown {what} {kind}"]
        names = allowed(kind)
        found = [f"{kind} {element.id}: no property {key}" for key in element.properties if key not in names]
        return found + [
            f"{kind} {element.id}: {key} is {type(value).__name__}, not {self.properties[key].type}"
            for key, value in element.properties.items()
            if key in names and not _fits(self.properties[key].type, value)
        ]


@cache
def ontology() -> Ontology:
    """The one schema, read once. Raises `ConfigError` if the file contradicts itself."""
    return read(resources.files("graph").joinpath("ontology.yaml").read_text(encoding="utf-8"))


def read(text: str) -> Ontology:
    """An ontology from YAML text. Raises `ConfigError`, naming everything that does not hold together."""
    try:
        return Ontology.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as error:
        raise ConfigError(f"ontology.yaml: {error}", remedy="修正该文件 | correct the file", code="ONTOLOGY") from error


def constraints(schema: Ontology) -> tuple[str, ...]:
    """One uniqueness constraint on `id` a label; the same text runs on both stores."""
    return tuple(
        f"CREATE CONSTRAINT dutygraph_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in schema.nodes
    )


def indexes(schema: Ontology) -> tuple[str, ...]:
    """One index a property that queries start from; the same text runs on both stores."""
    return tuple(
        f"CREATE INDEX dutygraph_{label.lower()}_{key} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
        for label, node in schema.nodes.items()
        for key in node.index
    )


def _known(name: str, names: Mapping[str, object], what: str) -> str:
    if name not in names or not _IDENTIFIER.fullmatch(name):
        raise ConfigError(f"ontology.yaml has no {what} {name!r}", code="ONTOLOGY")
    return name


def _fits(kind: PropertyType, value: PropertyValue) -> bool:
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "integer" and isinstance(value, bool):
        return False
    if kind == "strings":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return isinstance(value, _PYTHON_TYPES[kind])
