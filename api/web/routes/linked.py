"""The SPARQL page: a form, questions to begin with, the result as a table; and the list of exports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated

import yaml
from fastapi import APIRouter, Query, Response
from pydantic import TypeAdapter

from api import limits
from api.dependencies import settings_of
from api.sparql import answered
from api.web.page import Asked, Page
from api.web.render import render
from core.errors import DutygraphError, StoreError
from graph.exports.formats import FORMATS
from graph.rdf.terms import Names, prefixes

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Example:
    """A question to begin with."""

    zh: str
    en: str
    query: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A value of a row, with the page it leads to (empty for none)."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: a table, a truth, a text of triples, or why it gave nothing."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Bound, ...], ...] = ()
    text: str = ""
    trouble: str = ""


@router.get("/{language}/sparql", include_in_schema=False)
def sparql(page: Asked, query: Annotated[str, Query(max_length=limits.MAX_SPARQL)] = "") -> Response:
    """Ask the linked data. A query that cannot be answered is told why, under the form."""
    words = query.strip()
    return render(
        page,
        "sparql.html",
        query=words,
        result=_result(page, words) if words else None,
        examples=examples(),
        formats=list(FORMATS.values()),
        spaces=prefixes(Names(settings_of(page.request).base_iri)),
        most=limits.MAX_SPARQL_ROWS,
    )


@cache
def examples() -> tuple[Example, ...]:
    """The questions to begin with."""
    text = resources.files("api.web").joinpath("sparql_examples.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[Example, ...]).validate_python(yaml.safe_load(text))


def _result(page: Page, query: str) -> Result:
    try:
        found = answered(page.request, page.library, query)
    except StoreError as error:
        if error.code != "QUERY-TIMEOUT":
            raise
        return Result(trouble=f"{error.message} {error.remedy}")
    except DutygraphError as error:
        if error.http_status >= 500:
            raise
        return Result(trouble=f"{error.message} {error.remedy}")
    if found.form != "json":
        return Result(text=found.data.decode())
    answer = json.loads(found.data)
    if "boolean" in answer:
        return Result(text=page.say("是", "yes") if answer["boolean"] else page.say("否", "no"))
    columns = tuple(answer["head"]["vars"])
    bindings = answer["results"]["bindings"]
    return Result(columns, tuple(tuple(_bound(page, row.get(name)) for name in columns) for row in bindings))


def _bound(page: Page, term: dict[str, str] | None) -> Bound:
    """A term as a reader sees it: things lead to their pages, terms are short."""
    if term is None:
        return Bound("")
    if term["type"] != "uri":
        return Bound(term["value"])
    spaces = prefixes(Names(settings_of(page.request).base_iri))
    for name, space in sorted(spaces.items(), key=lambda each: -len(each[1])):
        if term["value"].startswith(space):
            rest = term["value"].removeprefix(space)
            href = (page.href(rest) or f"/id/{rest}") if name == "id" and "#" not in rest else ""
            return Bound(f"{name}:{rest}", href)
    return Bound(term["value"])
