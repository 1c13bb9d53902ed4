"""The canned queries: `/queries`, and one typed route each under `/queries/FOLDER/NAME`."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from api import limits
from api.dependencies import Day, Lib
from api.errors import RESPONSES
from api.media import CSV, json_reply, media_of
from api.models import QueriesAnswer, TableAnswer, query_json, table_json
from api.routers.resources import table_csv
from graph.ontology import ontology
from graph.stores.store import Value
from queries.answers.results import run
from queries.catalogue import catalogue, column_caption
from queries.header import Param
from queries.header import Query as Canned
from queries.library import Library

#: Rows of a canned query over HTTP, whatever its own limit allows on the command line.
_MOST_ROWS = 5_000
_IDS = rf"^[a-z]{{2,3}}_[0-9a-f]{{32}}(,[a-z]{{2,3}}_[0-9a-f]{{32}}){{0,{limits.MAX_IDS - 1}}}$"


def router() -> APIRouter:
    """The list and one route a query, its parameters typed as its header says."""
    made = APIRouter(tags=["queries"], responses=RESPONSES)

    @made.get("/queries", response_model=QueriesAnswer, summary="预置查询 | the canned queries", name="queries")
    def queries(request: Request) -> Response:
        """Every canned query: its question, parameters, columns and address."""
        media_of(request, ("application/json",))
        return json_reply(request, {"queries": [query_json(each, f"/queries/{each.id}") for each in catalogue()]})

    for each in catalogue():
        _add(made, each)
    return made


def _add(made: APIRouter, canned: Canned) -> None:
    def endpoint(request: Request, library: Library, **given: Value) -> Response:
        table = run(library, canned.id, {name.rstrip("_"): value for name, value in given.items() if value is not None})
        if media_of(request) == CSV:
            return table_csv(request, table.columns, table.result.rows, name=canned.id.replace("/", "-"))
        return json_reply(request, table_json(table, library))

    own = [
        inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request),
        inspect.Parameter("library", inspect.Parameter.KEYWORD_ONLY, annotation=Lib),
    ]
    typed = [_parameter(param) for param in canned.params]
    endpoint.__signature__ = inspect.Signature([*own, *typed])  # type: ignore[attr-defined]
    endpoint.__doc__ = f"{canned.question} | {canned.question_en}"
    made.add_api_route(
        f"/queries/{canned.id}",
        endpoint,
        methods=["GET"],
        response_model=TableAnswer,
        summary=f"{canned.title} | {canned.title_en}",
        name=f"queries.{canned.id}",
    )


def _parameter(param: Param) -> inspect.Parameter:
    """A parameter of a header as one that FastAPI checks and OpenAPI shows. `from` is a word of Python, hence `from_`."""
    kind: Any = str
    rules: dict[str, Any] = {"max_length": limits.MAX_WORDS}
    if param.type in ("int", "number"):
        kind = int if param.type == "int" else float
        rules = {"ge": 0}
        if param.name == "limit":
            rules = {"ge": 1, "le": min(param.max, _MOST_ROWS)}
        elif param.max:
            rules["le"] = param.max
    elif param.type == "label":
        kind, rules = Literal[tuple(ontology().nodes)], {}
    elif param.type == "ids":
        rules = {"pattern": _IDS}
    elif param.type == "id":
        rules |= {"min_length": 1, "pattern": r"\S"}
    elif param.type == "date":
        kind, rules = (Day if param.required else Day | None), {}
    caption = f"{column_caption(param.name, 'zh')} | {column_caption(param.name, 'en')}"
    if param.type == "date":
        caption += " (YYYY-MM-DD)"
    elif param.kinds:
        caption += f" ({', '.join(param.kinds)})"
    default = inspect.Parameter.empty if param.required else None if param.type == "date" else param.default
    return inspect.Parameter(
        f"{param.name}_",
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind, Query(alias=param.name, description=caption, **rules)],
    )
