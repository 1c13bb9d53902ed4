"""Whether linked data keeps our shapes: pyshacl on rdflib, with the shapes out of the ontology and the rules beside it.

For data of others in our terms as much as for our own. JSON-LD is not taken here: a file of somebody else's may name a
context that would have to be fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from pyoxigraph import RdfFormat, parse, serialize

from core.errors import InputError, UsageError
from graph.ontology import ontology
from graph.rdf.shapes import rules, shapes

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

Notation = Literal["turtle", "nquads"]
_FORMATS: Final[dict[Notation, RdfFormat]] = {"turtle": RdfFormat.TURTLE, "nquads": RdfFormat.N_QUADS}
#: What a file is written in, by the end of its name.
SUFFIXES: Final[dict[str, Notation]] = {".ttl": "turtle", ".nt": "turtle", ".nq": "nquads"}


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """A thing that breaks a shape: the shape's name (a label, an edge type or a rule), the IRI of the thing, what is wrong."""

    shape: str
    node: str
    message: str


def notation_of(suffix: str) -> Notation:
    """What a file with this ending is written in. Raises `UsageError` (`RDF-FORMAT`)."""
    if suffix not in SUFFIXES:
        raise UsageError(
            f"不能检验这种文件 | cannot check this kind of file: {suffix or '-'}",
            remedy=" ".join(SUFFIXES),
            code="RDF-FORMAT",
        )
    return SUFFIXES[suffix]


def breaches(data: bytes, notation: Notation, *, only: tuple[str, ...] = ()) -> list[Breach]:
    """All that breaks a shape, sorted; `only` names the shapes to ask (default: all).

    Raises `InputError` (`RDF-SYNTAX`) for what is not written so.
    """
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    read = _triples(data, notation)
    asked = [f"{_base()}{name}" for name in only] or None
    _, results, _ = pyshacl.validate(read, shacl_graph=_shapes(), inference="none", use_shapes=asked)
    if not isinstance(results, rdflib.Graph):
        raise TypeError("pyshacl gave no report")
    found = set()
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        shape = _named(results.value(result, SH.sourceShape))
        said = " ".join(sorted(str(each) for each in results.objects(result, SH.resultMessage)))
        found.add(Breach(shape, str(results.value(result, SH.focusNode)), said))
    return sorted(found)


def _triples(data: bytes, notation: Notation) -> rdflib.Graph:
    """What a file says, whichever of its graphs says it."""
    import rdflib

    try:
        lines = serialize((quad.triple for quad in parse(data, format=_FORMATS[notation])), format=RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError) as error:
        raise InputError(
            "不是合法的 RDF 文件 | no such RDF file", remedy="dutygraph export --format turtle", code="RDF-SYNTAX"
        ) from error
    read = rdflib.Graph()
    read.parse(data=lines or b"", format="nt")
    return read


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    found = rdflib.Graph()
    for text in (shapes(), rules()):
        found.parse(data=text, format="turtle")
    return found


def _named(shape: Node | None) -> str:
    """The name of the shape that a part belongs to: a property of a shape and a member of a list have none of their own."""
    while shape is not None and not str(shape).startswith(_base()):
        shape = next(iter(_shapes().subjects(None, shape)), None)
    return str(shape).removeprefix(_base()) if shape is not None else ""


def _base() -> str:
    return f"{ontology().base}ns/shape#"
