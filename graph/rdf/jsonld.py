"""JSON-LD by our own context: short names for our properties, typed by the ontology; the context lies in every file.

The API serves the same context under `/context.jsonld`, for those who write such files; no reader of ours fetches one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.ontology import PropertyType, ontology
from graph.rdf.terms import Names, prefixes, term

#: How a value of a property is written when it is of its usual type.
_COERCED: Final[dict[PropertyType, str]] = {
    "string": "xsd:string", "strings": "xsd:string", "day": "xsd:date", "integer": "xsd:integer",
    "boolean": "xsd:boolean", "number": "xsd:double",
}  # fmt: skip

Json = str | int | bool | dict[str, str] | list["Json"] | dict[str, "Json"]


def context(names: Names) -> dict[str, str | dict[str, str]]:
    """The context: prefixes, and one short name a property of the ontology."""
    found: dict[str, str | dict[str, str]] = dict(sorted(prefixes(names).items()))
    for name, kind in ontology().properties.items():
        if name == "id":
            continue
        iri = "rdfs:label" if name == "name" else f"dg:{name}"
        if name == "name":
            found[name] = {"@id": iri, "@language": "zh"}
        elif kind.refers or kind.scheme or kind.values:
            found[name] = {"@id": iri, "@type": "@id"}
        else:
            found[name] = {"@id": iri, "@type": _COERCED[kind.type]}
    return found


def jsonld(triples: Iterable[Triple], names: Names) -> bytes:
    """Triples as JSON-LD, one object a subject on a line of its own, in the order given."""
    subjects: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    shorten = _Shortener(names)
    for triple in triples:
        subject = shorten.iri(_node(triple.subject))
        if triple.predicate == term("rdf:type"):
            subjects[subject]["@type"].append(shorten.iri(_node(triple.object)))
        else:
            key, coerced = shorten.key(triple.predicate)
            subjects[subject][key].append(shorten.value(triple.object, coerced))
    lines = [
        json.dumps(
            {"@id": subject, **{key: values[0] if len(values) == 1 else values for key, values in found.items()}},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for subject, found in subjects.items()
    ]
    head = json.dumps(context(names), ensure_ascii=False, separators=(",", ":"))
    return f'{{"@context":{head},\n"@graph":[\n'.encode() + ",\n".join(lines).encode() + b"\n]}\n"


class _Shortener:
    """IRIs in the short forms of the context, values by its types."""

    def __init__(self, names: Names) -> None:
        self._context = context(names)
        self._spaces = {space: short for short, space in prefixes(names).items()}
        self._known: dict[str, str] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        for name, entry in self._context.items():
            if isinstance(entry, dict):
                language = entry.get("@language", "")
                self._keys[ontology().expand(entry["@id"])] = (name, f"@{language}" if language else entry["@type"])

    def iri(self, node: NamedNode) -> str:
        """`https://…/id/pe_1` as `id:pe_1`."""
        return self._short(node.value)

    def key(self, predicate: NamedNode) -> tuple[str, str]:
        """The key of a property, and the type the context gives its values (`@zh`: that language; empty: none)."""
        return self._keys.get(predicate.value) or (self._short(predicate.value), "")

    def value(self, found: object, coerced: str) -> Json:
        """A value, with its type told unless the context tells it."""
        if isinstance(found, NamedNode):
            short = self.iri(found)
            return short if coerced == "@id" else {"@id": short}
        if not isinstance(found, Literal):
            raise TypeError(f"no value of ours: {found}")
        if found.language:
            return (
                found.value if coerced == f"@{found.language}" else {"@value": found.value, "@language": found.language}
            )
        kind = self._short(found.datatype.value)
        if kind == "xsd:boolean":
            return found.value == "true"
        if kind == coerced or (kind == "xsd:string" and not coerced):
            return found.value
        return {"@value": found.value} if kind == "xsd:string" else {"@value": found.value, "@type": kind}

    def _short(self, iri: str) -> str:
        if iri not in self._known:
            self._known[iri] = self._shortened(iri)
        return self._known[iri]

    def _shortened(self, iri: str) -> str:
        """The longest namespace wins; a rest that begins with `//` would be read as a whole IRI."""
        for end in range(len(iri) - 1, 0, -1):
            if iri[end] in "#/" and iri[: end + 1] in self._spaces and not iri.startswith("//", end + 1):
                return f"{self._spaces[iri[: end + 1]]}:{iri[end + 1 :]}"
        return iri


def _node(found: object) -> NamedNode:
    if not isinstance(found, NamedNode):
        raise TypeError(f"no IRI: {found}")
    return found
