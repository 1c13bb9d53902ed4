"""Linked data and exports: `/id/…`, the terms and shapes, all formats of the whole graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from pydantic import BaseModel, WithJsonSchema

from api import limits
from api.dependencies import Day, Identifier, Lang, Lib, Place, language_of, settings_of
from api.errors import RESPONSES, ApiError
from api.identifiers import anything_of
from api.linked import JSON_LD, NQUADS, TURTLE, context_json, described, making_of
from api.media import JSON, bytes_reply, json_reply, media_of
from api.web.page import SEGMENTS
from graph.exports.formats import FORMATS, Format, format_of, one_file, selected
from graph.exports.shelf import Shelf
from graph.rdf.shapes import rules, shapes
from graph.rdf.vocabulary import vocabulary_triples
from graph.rdf.write import as_turtle
from graph.stores.contents import snapshot

router = APIRouter(tags=["linked data"], responses=RESPONSES)

#: Told to programs as a choice; refused by the one rule for formats, with its own code.
FormatName = Annotated[str, Path(max_length=20), WithJsonSchema({"type": "string", "enum": list(FORMATS)})]
_HTML: Final = "text/html"
_CHUNK: Final = 256 * 1024


class NodeRecord(BaseModel):
    """A node with all it carries."""

    id: str
    label: str
    properties: dict[str, Any]


class EdgeRecord(BaseModel):
    """An edge with all it carries."""

    id: str
    type: str
    start: str
    end: str
    properties: dict[str, Any]


class DescribedAnswer(BaseModel):
    """A thing, what touches it, the words that rests on and their papers. `left_out`: there are more edges than are given."""

    id: str
    nodes: list[NodeRecord]
    edges: list[EdgeRecord]
    left_out: bool
    version: str


def _as(*media: str) -> dict[str, Any]:
    """What OpenAPI says of answers in these media types."""
    return {"content": {each: {"schema": {"type": "object" if each.endswith("json") else "string"}} for each in media}}


@router.get(
    "/id/{id}",
    response_model=DescribedAnswer,
    responses={200: _as(TURTLE, JSON_LD, NQUADS), 303: {"description": "给人看的页面 | the page for people"}},
    summary="关联数据标识 | what an IRI stands for",
    name="id",
)
def identified(request: Request, library: Lib, id: Identifier) -> Response:
    """What stands under the IRI of a thing: for browsers its page (303), for programs JSON, Turtle, JSON-LD or N-Quads."""
    media = media_of(request, (JSON, TURTLE, JSON_LD, NQUADS, _HTML))
    thing = anything_of(library, id)
    if media == _HTML:
        segment = SEGMENTS.get(thing.label, "")
        if segment:
            asked = f"?{request.url.query}" if request.url.query else ""
            address = f"/{language_of(request)}/{segment}/{thing.id}{asked}"
            return RedirectResponse(address, status_code=303, headers=dict(request.state.answer_headers))
        media = JSON
    return described(request, library, thing, media)


@router.get(
    "/export/{format}",
    response_class=Response,
    responses={200: _as(*dict.fromkeys(form.media for form in FORMATS.values()))},
    summary="整体导出 | the whole graph in a format of others",
    name="export",
)
def export(
    request: Request,
    library: Lib,
    lang: Lang,
    format: FormatName,
    on: Annotated[
        Day | None, Query(description="只留该日可能有效的 | what may hold on a day; default all days")
    ] = None,
    jurisdiction: Place = "",
) -> Response:
    """As `dutygraph export` writes it; several files come as an archive. Made once a version, then sent as it is."""
    form = format_of(format)
    if library.store.counts().total > limits.MAX_EXPORT_ELEMENTS:
        raise ApiError(
            413, code="EXPORT-TOO-LARGE", message="图谱过大 | the graph is too large", remedy="dutygraph export"
        )

    def make(path: FilePath) -> None:
        graph = selected(snapshot(library.store), on=on or "", jurisdiction=jurisdiction)
        one_file(graph, form, path, making_of(request, on=on or "", language=lang))

    settings = settings_of(request)
    key = (form.name, on or "", jurisdiction, lang, settings.base_iri)
    return _sent(request, form, Shelf(settings).get(library.store.version(), key, make), on=on or "")


@router.get("/ns", response_class=Response, responses={200: _as(TURTLE)}, summary="词汇表 | the terms", name="ns")
def terms(request: Request) -> Response:
    """Classes, properties, and schemes of codes with their captions in Chinese and English."""
    found = sorted(vocabulary_triples(), key=str)
    return bytes_reply(request, as_turtle(found, making_of(request).names), media=TURTLE)


@router.get(
    "/shapes.ttl",
    response_class=Response,
    responses={200: _as(TURTLE)},
    summary="SHACL 形状 | the shapes",
    name="shapes",
)
def shape(request: Request) -> Response:
    """What a node and a record may and must carry, and five rules besides."""
    return bytes_reply(request, f"{shapes()}\n{rules()}".encode(), media=TURTLE)


@router.get(
    "/context.jsonld",
    response_class=Response,
    responses={200: _as(JSON_LD)},
    summary="JSON-LD 上下文 | the context",
    name="context",
)
def jsonld_context(request: Request) -> Response:
    """The context of our JSON-LD; files of ours carry it in them."""
    return json_reply(request, context_json(request), media=JSON_LD)


def _sent(request: Request, form: Format, path: FilePath, *, on: str) -> Response:
    handle = path.open("rb")

    def chunks() -> Iterator[bytes]:
        with handle:
            while chunk := handle.read(_CHUNK):
                yield chunk

    name = "-".join(["dutygraph", *([on] if on else []), *([] if form.one else [form.name])]) + form.suffix
    headers = {
        **request.state.answer_headers,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(path.stat().st_size),
    }
    return StreamingResponse(chunks(), headers=headers, media_type=form.media)
