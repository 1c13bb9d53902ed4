"""One thing as linked data: what stands under its IRI, in the form a reader asked for."""

from __future__ import annotations

from typing import Any, Final, Literal

from fastapi import Request, Response

from api import limits
from api.dependencies import settings_of, state_of
from api.media import JSON, bytes_reply, json_reply
from graph.elements import Graph, Node
from graph.exports.making import Making
from graph.rdf import write
from graph.rdf.jsonld import context
from graph.stores.around import around
from queries.answers.lists import Item
from queries.answers.model import Thing
from queries.library import Library

TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
NQUADS: Final = "application/n-quads"


def making_of(request: Request, *, on: str = "", language: Literal["zh", "en"] = "zh") -> Making:
    """How this service makes exports: its base, its ledger's texts, the reader's language."""
    settings = settings_of(request).model_copy(update={"language": language})
    return Making.of(settings, state_of(request).ledger(), on=on)


def described(request: Request, library: Library, thing: Thing, media: str) -> Response:
    """A thing with its edges, the words they rest on and their papers, in one of four forms.

    If there are more edges than are given, the answer says so: `left_out` in JSON, `X-Dutygraph-Left-Out: true` elsewhere.
    """
    found = around(library.store, thing.label, thing.id, most=limits.MAX_DESCRIBED)
    if media == JSON:
        content = {
            "id": thing.id,
            **_plain(found.graph),
            "left_out": found.left_out,
            "version": library.store.version(),
        }
        return json_reply(request, content)
    response = linked(request, found.graph, media)
    if found.left_out:
        response.headers["X-Dutygraph-Left-Out"] = "true"
    return response


def linked(request: Request, graph: Graph, media: str) -> Response:
    """A small graph as linked data; the terms stand under `/ns`."""
    making = making_of(request)
    writer = {TURTLE: write.turtle, JSON_LD: write.json_ld, NQUADS: write.nquads}[media]
    return bytes_reply(request, writer(graph, making.names, texts=making.texts, vocabulary=False), media=media)


def listed(items: tuple[Item, ...]) -> Graph:
    """The things of a list as a graph without edges."""
    return Graph.of((Node(item.thing.label, item.thing.id, _properties(item)) for item in items), [])


def context_json(request: Request) -> dict[str, Any]:
    """The JSON-LD context of this service."""
    return {"@context": context(making_of(request).names)}


def _properties(item: Item) -> dict[str, Any]:
    return {"id": item.thing.id, "name": item.thing.name, **item.properties}


def _plain(graph: Graph) -> dict[str, Any]:
    nodes = [{"id": node.id, "label": node.label, "properties": node.properties} for node in graph.nodes]
    edges = [
        {"id": edge.id, "type": edge.type, "start": edge.start, "end": edge.end, "properties": edge.properties}
        for edge in graph.edges
    ]
    return {"nodes": nodes, "edges": edges}
