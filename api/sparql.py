"""SPARQL for the routes: the store of a version, made at the first question, and one question to it."""

from __future__ import annotations

from fastapi import Request

from api import limits
from api.dependencies import settings_of
from api.errors import ApiError
from api.linked import making_of
from graph.exports.shelf import Shelf
from graph.rdf.sparql.ask import Graphs, Result, Table, ask, build
from graph.rdf.terms import Names
from graph.stores.contents import snapshot
from queries.library import Library


def answered(
    request: Request, library: Library, query: str, *, table: Table = "json", graph: Graphs = "turtle"
) -> Result:
    """The result of a query over the linked data of this version.

    Raises `ApiError` (413) for a graph beyond what is exported over the web, and what `graph.rdf.sparql.ask` raises.
    """
    settings = settings_of(request)
    if library.store.counts().total > limits.MAX_EXPORT_ELEMENTS:
        raise ApiError(
            413,
            code="EXPORT-TOO-LARGE",
            message="图谱过大 | the graph is too large",
            remedy="dutygraph export --format nquads",
        )
    store = Shelf(settings).get(
        library.store.version(),
        ("sparql", settings.base_iri),
        lambda path: build(snapshot(library.store), making_of(request), path),
    )
    names = Names(settings.base_iri)
    return ask(
        store, query, names, table=table, graph=graph, rows=limits.MAX_SPARQL_ROWS, seconds=settings.query_seconds
    )
