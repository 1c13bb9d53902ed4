"""The SPARQL endpoint: SELECT, ASK and CONSTRUCT by GET or POST (SPARQL 1.1 Protocol), read-only."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request, Response

from api import limits
from api.dependencies import Lib
from api.errors import RESPONSES, ApiError
from api.media import bytes_reply, media_of
from api.sparql import answered
from graph.rdf.sparql.ask import Graphs, Table

router = APIRouter(tags=["linked data"], responses=RESPONSES)

#: The forms of rows and truth, and those of triples, by media type; a reader may name one of each.
_TABLES: Final[dict[str, Table]] = {
    "application/sparql-results+json": "json", "application/sparql-results+xml": "xml", "text/csv": "csv",
    "application/json": "json", "application/xml": "xml",
}  # fmt: skip
_GRAPHS: Final[dict[str, Graphs]] = {"text/turtle": "turtle", "application/n-triples": "ntriples"}
_MEDIA: Final = {
    "json": "application/sparql-results+json", "xml": "application/sparql-results+xml", "csv": "text/csv",
    "turtle": "text/turtle", "ntriples": "application/n-triples",
}  # fmt: skip
_ABOUT: Final[dict[str, Any]] = {
    "response_class": Response,
    "responses": {
        200: {
            "content": {
                each: {"schema": {"type": "object" if each.endswith("json") else "string"}} for each in _MEDIA.values()
            }
        }
    },
}
_FORM: Final = "application/x-www-form-urlencoded"
_BODY: Final = "application/sparql-query"


@router.get("/sparql", summary="SPARQL 查询 | a SPARQL query", name="sparql", **_ABOUT)
def sparql(
    request: Request,
    library: Lib,
    query: Annotated[str, Query(min_length=1, max_length=limits.MAX_SPARQL, description="SELECT, ASK, CONSTRUCT")],
) -> Response:
    """Rows as JSON, XML or CSV, triples as Turtle or N-Triples, by `Accept`. Short forms (`org:`, `dg:`, `id:`) are declared."""
    return _answer(request, library, query)


@router.post(
    "/sparql",
    summary="SPARQL 查询 | a SPARQL query",
    name="sparql.post",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                _FORM: {"schema": {"type": "object", "properties": {"query": {"type": "string", "minLength": 1}}, "required": ["query"]}},
                _BODY: {"schema": {"type": "string", "minLength": 1}},
            },
        }
    },
    **_ABOUT,
)  # fmt: skip
async def sparql_posted(request: Request, library: Lib) -> Response:
    """The same with the query as the body, or as `query` in a form."""
    from starlette.concurrency import run_in_threadpool

    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _FORM:
        given = (await request.form()).get("query", "")
        query = given if isinstance(given, str) else ""
    elif kind == _BODY:
        query = (await request.body()).decode("utf-8", "replace")
    else:
        raise ApiError(
            415, code="MEDIA-TYPE", message="正文不是查询 | the body is no query", remedy=f"{_BODY} | {_FORM}"
        )
    if not 0 < len(query) <= limits.MAX_SPARQL:
        raise ApiError(
            422,
            code="BAD-PARAMETER",
            message="查询为空或过长 | the query is empty or too long",
            remedy=f"≤ {limits.MAX_SPARQL}",
        )
    return await run_in_threadpool(_answer, request, library, query)


def _answer(request: Request, library: Lib, query: str) -> Response:
    if {"default-graph-uri", "named-graph-uri"} & set(request.query_params):
        raise ApiError(
            400,
            code="SPARQL-REFUSED",
            message="不支持指定数据集 | no other data set can be named",
            remedy="GRAPH ?g { … }",
        )
    accepted = media_of(request, (*_TABLES, *_GRAPHS))
    table, graph = _TABLES.get(accepted, "json"), _GRAPHS.get(accepted, "turtle")
    found = answered(request, library, query, table=table, graph=graph)
    return bytes_reply(request, found.data, media=_MEDIA[found.form])
