"""Names of linked data: the IRI of a thing, of a term, of a code; values as literals and back.

Everything about one thing lives below `id/{id}`: a fact about it (an edge) at the fragment of the edge's id, so that its
address leads to the thing's own page. Codes are concepts: `code-basis:stated`, `code-role:组长`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from core.errors import InputError
from graph.days import is_prefix
from graph.elements import Edge, PropertyValue
from graph.ontology import PropertyKind, PropertyType, ontology

#: How much of a day is known, by the length of its text; nothing is made up to a first of January.
_DAY_TYPES: Final = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
_PLAIN: Final = re.compile(r"[\w.~-]*")
_TYPES: Final[dict[PropertyType, str]] = {"integer": "xsd:integer", "number": "xsd:double", "boolean": "xsd:boolean"}


@dataclass(frozen=True, slots=True)
class Names:
    """IRIs below a base, which ends in `/`."""

    base: str

    def thing(self, identifier: str, fragment: str = "") -> NamedNode:
        """A thing by its id, or one of its parts."""
        return NamedNode(f"{self.base}id/{_safe(identifier)}{'#' if fragment else ''}{fragment}")

    def record(self, edge: Edge, fragment: str = "") -> NamedNode:
        """The record of an edge, at the thing it starts from."""
        return self.thing(edge.start, f"{edge.id}{'.' if fragment else ''}{fragment}")

    def graph(self, name: str) -> NamedNode:
        """The named graph of a document (by its id), of what is worked out (`derived`), of the terms (`vocabulary`)."""
        return NamedNode(f"{self.base}graph/{_safe(name)}")

    def day(self, day: str) -> NamedNode:
        """A day, or as much of it as is printed."""
        return NamedNode(f"{self.base}day/{day}")

    def file(self, name: str) -> NamedNode:
        """A file that was read, by its hash."""
        return NamedNode(f"{self.base}file/{_safe(name)}")

    def reading(self, file: str, rule: str) -> NamedNode:
        """The reading of a file by a rule."""
        return NamedNode(f"{self.base}reading/{_safe(file)}#{_safe(rule)}")

    def id_of(self, iri: NamedNode) -> str:
        """The id of a thing or of a record. Raises `InputError` (`RDF-IRI`) for an IRI that is neither."""
        head = f"{self.base}id/"
        if not iri.value.startswith(head):
            raise InputError(
                f"不是本库的标识 | not an id of ours: {iri.value[:120]}",
                remedy=f"{head}…；DUTYGRAPH_BASE_IRI",
                code="RDF-IRI",
            )
        whole, _, fragment = iri.value.removeprefix(head).partition("#")
        return fragment or unquote(whole)


@cache
def term(curie: str) -> NamedNode:
    """A term such as `org:Post`. Raises `ConfigError` for an unknown prefix."""
    return NamedNode(ontology().expand(curie))


@cache
def edge_class(edge_type: str) -> NamedNode:
    """The class of the records of an edge type, which is its concept too: `IN_CHARGE_OF` -> `dg:InChargeOf`."""
    return term("dg:" + "".join(part.capitalize() for part in edge_type.split("_")))


def scheme(name: str) -> NamedNode:
    """The concept scheme of a list of codes."""
    return NamedNode(_scheme(name))


@cache
def concept(name: str, code: str) -> NamedNode:
    """A code as a concept: `basis`, `stated`."""
    return NamedNode(f"{_scheme(name)}#{_safe(code)}")


def prefixes(names: Names) -> dict[str, str]:
    """The short forms of a file: those of the ontology, one a scheme, and `id:` for things."""
    schema = ontology()
    schemes = {f"code-{name}": f"{_scheme(name)}#" for name in (*schema.values, *schema.schemes)}
    return {**schema.prefixes, **schemes, "id": f"{names.base}id/", "day": f"{names.base}day/"}


def values_of(name: str, kind: PropertyKind, value: PropertyValue, names: Names) -> list[Literal | NamedNode]:
    """A property's value as terms: ids and codes as IRIs, the rest as typed literals. A list gives one a member."""
    items = value if isinstance(value, list) else [value]
    if kind.refers:
        return [names.thing(str(item)) for item in items]
    if kind.scheme:
        return [concept(kind.scheme, str(item)) for item in items]
    if kind.values and value in ontology().values[kind.values]:
        return [concept(kind.values, str(value))]
    return [_literal(kind.type, item) for item in items]


def value_from(kind: PropertyKind, found: Literal | NamedNode, names: Names) -> str | int | float | bool:
    """One term as the value it was. Raises `InputError` if it is none for this property."""
    if isinstance(found, NamedNode):
        if kind.refers:
            return names.id_of(found)
        head = f"{_scheme(kind.scheme or kind.values)}#"
        if not (kind.scheme or kind.values) or not found.value.startswith(head):
            raise _unfit(kind, found)
        return unquote(found.value.removeprefix(head))
    if kind.refers or kind.scheme:
        raise _unfit(kind, found)
    try:
        if kind.type == "integer":
            return int(found.value)
        if kind.type == "number":
            # A whole number stays one: `repr` wrote it without a point.
            return int(found.value) if found.value.lstrip("-").isdigit() else float(found.value)
    except ValueError as error:
        raise _unfit(kind, found) from error
    if kind.type == "boolean":
        return found.value in ("true", "1")
    return found.value


def _unfit(kind: PropertyKind, found: Literal | NamedNode) -> InputError:
    return InputError(f"值不合 | not a value of {kind.caption.en}: {found.value[:120]!r}", code="RDF-VALUE")


def _literal(kind: PropertyType, value: str | int | float | bool) -> Literal:
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype=term("xsd:boolean"))
    if kind == "day" and isinstance(value, str) and is_prefix(value):
        return Literal(value, datatype=term(_DAY_TYPES[len(value)]))
    if kind in _TYPES:
        return Literal(repr(value), datatype=term(_TYPES[kind]))
    return Literal(str(value))


def _scheme(name: str) -> str:
    return f"{ontology().prefixes['dg'].removesuffix('#')}/{name}"


def _safe(text: str) -> str:
    """Letters, digits and marks as they are, Chinese too; anything else percent-encoded, so that it stays one step."""
    if _PLAIN.fullmatch(text):
        return text
    return "".join(each if _PLAIN.fullmatch(each) else quote(each, safe="") for each in text)
