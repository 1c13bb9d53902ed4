"""Lists, one thing by id, and the parts of a thing, for all resources of `api.resources`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Query, Request, Response

from api import limits
from api.dependencies import Day, Identifier, Lang, Lib, On, Place
from api.errors import RESPONSES
from api.identifiers import thing_of
from api.linked import JSON_LD, described, linked, listed
from api.media import CSV, JSON, cell_of, csv_reply, json_reply, media_of
from api.models import (
    ListAnswer,
    OneAnswer,
    TableAnswer,
    answer_json,
    item_json,
    listing_json,
    node_model,
    one_json,
    table_json,
)
from api.resources import RESOURCES, Part, Resource
from graph.ontology import ontology
from graph.stores.store import Value
from queries.answers.asking import answer
from queries.answers.lists import Sort, listing, one
from queries.answers.results import run
from queries.answers.sheets import Sheet
from queries.answers.show import sheet_of
from queries.library import Library

_SORTS = get_args(Sort)
Cursor = Annotated[str, Query(max_length=limits.MAX_CURSOR, description="上一页的 next | `next` of the page before")]
Words = Annotated[str, Query(max_length=limits.MAX_WORDS)]
PageSize = Annotated[int, Query(ge=1, le=limits.MAX_PAGE, description="每页条数 | rows of a page")]


def router() -> APIRouter:
    """All routes of all resources."""
    made = APIRouter(responses=RESPONSES)
    for resource in RESOURCES:
        _add_list(made, resource)
        _add_one(made, resource)
        for part in resource.parts:
            _add_part(made, resource, part)
    return made


def _add_list(made: APIRouter, resource: Resource) -> None:
    model: Any = ListAnswer[node_model(resource.label)]  # type: ignore[misc]
    default = resource.sort

    @made.get(
        f"/{resource.path}",
        response_model=model,
        tags=[resource.path],
        summary=f"{ontology().caption(resource.label)}清单 | list of {resource.path}",
        name=f"{resource.path}.list",
    )
    def list_of(
        request: Request,
        library: Lib,
        lang: Lang,
        name: Words = "",
        kind: Words = "",
        jurisdiction: Place = "",
        on: Annotated[Day | None, Query(description="YYYY-MM-DD；默认不限 | any day by default")] = None,
        since: Annotated[Day | None, Query(alias="from", description="YYYY-MM-DD")] = None,
        until: Annotated[Day | None, Query(alias="to", description="YYYY-MM-DD")] = None,
        sort: Literal["name", "-name", "date", "-date", "number", "-number", "id", "-id"] = default,
        cursor: Cursor = "",
        limit: PageSize = limits.DEFAULT_PAGE,
    ) -> Response:
        page = listing(
            library, resource.label, jurisdiction=jurisdiction, name=name, kind=kind, sort=sort, cursor=cursor,
            limit=limit, on=on or "", since=since or "", until=until or "",
        )  # fmt: skip
        media = media_of(request, (JSON, CSV, JSON_LD))
        if media == JSON_LD:
            return linked(request, listed(page.items), JSON_LD)
        if media == CSV:
            columns = ontology().node_properties(resource.label)
            lines = [[cell_of(item_json(item).get(column)) for column in columns] for item in page.items]
            return csv_reply(request, columns, lines, name=resource.path)
        return json_reply(request, listing_json(page, on=on or "", version=library.store.version()))


def _add_one(made: APIRouter, resource: Resource) -> None:
    model: Any = OneAnswer[node_model(resource.label)]  # type: ignore[misc]

    @made.get(
        f"/{resource.path}/{{id}}",
        response_model=model,
        tags=[resource.path],
        summary=f"一项{ontology().caption(resource.label)} | one of {resource.path}",
        name=f"{resource.path}.one",
    )
    def one_of(request: Request, library: Lib, id: Identifier) -> Response:
        thing = thing_of(library, resource.label, id)
        parts = {part.name: f"/{resource.path}/{thing.id}/{part.name}" for part in resource.parts}
        if media_of(request, (JSON, JSON_LD)) == JSON_LD:
            return described(request, library, thing, JSON_LD)
        return json_reply(request, one_json(one(library, thing), parts=parts, version=library.store.version()))


def _add_part(made: APIRouter, resource: Resource, part: Part) -> None:
    about: dict[str, Any] = {
        "tags": [resource.path],
        "summary": f"{part.zh} | {part.en}",
        "name": f"{resource.path}.{part.name}",
        "response_model": part.model or TableAnswer,
    }
    path = f"/{resource.path}/{{id}}/{part.name}"
    if part.kind is not None:

        @made.get(path, **about)
        def part_of(request: Request, library: Lib, lang: Lang, on: On, id: Identifier) -> Response:
            return _answered(request, library, resource, part, id, on, lang)

    else:

        @made.get(path, **about)
        def table_of(
            request: Request,
            library: Lib,
            lang: Lang,
            on: On,
            id: Identifier,
            limit: PageSize = limits.MAX_PAGE,
        ) -> Response:
            thing = thing_of(library, resource.label, id)
            given: dict[str, Value] = {part.parameter: thing.id, "limit": limit}
            if library.takes(part.query, "on"):
                given["on"] = on
            table = run(library, part.query, given)
            if media_of(request) == CSV:
                return table_csv(request, table.columns, table.result.rows, name=f"{resource.path}-{part.name}")
            return json_reply(request, table_json(table, library))


def table_csv(request: Request, columns: tuple[str, ...], rows: list[dict[str, Value]], *, name: str) -> Response:
    """Rows as CSV under the names of their columns, with all ids: for machines and for people who join tables."""
    return csv_reply(request, columns, [[cell_of(row[column]) for column in columns] for row in rows], name=name)


def sheet_csv(request: Request, sheet: Sheet, *, name: str) -> Response:
    """An answer as the table that people read, the ids of its evidence in the last column."""
    lines = [(*line.cells, ";".join(line.evidence)) for line in sheet.lines]
    return csv_reply(request, (*sheet.columns, "evidence"), lines, name=name)


def _answered(
    request: Request, library: Library, resource: Resource, part: Part, id: str, on: str, lang: Literal["zh", "en"]
) -> Response:
    thing = thing_of(library, resource.label, id)
    if part.kind is None:
        raise TypeError("a part without a kind of answer")
    found = answer(library, part.kind, thing, on=on)
    if media_of(request) == CSV:
        return sheet_csv(request, sheet_of(found, lang), name=f"{resource.path}-{part.name}")
    return json_reply(request, answer_json(found, library))
