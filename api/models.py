"""What the API answers with, as OpenAPI shows it, and the way from records to JSON.

Answers of `queries.answers` are frozen records and go out field by field, as `dutygraph ask --json` prints them. What is the
API's own - pages of lists, tables with captioned columns - has its models here; those of nodes are made from the ontology.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from graph.ontology import Ontology, ontology
from graph.search import WHY, Hit
from queries.answers.lists import Item, Listing, One
from queries.answers.model import Answer, Evidence, Reach
from queries.answers.results import Found, Table
from queries.answers.words import reach
from queries.catalogue import column_caption
from queries.header import Param, Query
from queries.library import Library

T = TypeVar("T")
_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "day": str,
    "strings": list[str],
}


class Caption(BaseModel):
    """A text in Chinese and in English."""

    zh: str
    en: str


class Code(BaseModel):
    """A stable code with its captions."""

    code: str
    zh: str
    en: str


class ListAnswer(BaseModel, Generic[T]):
    """A page of a list; `next` is the `cursor` of the page after it, null at the end. `on` is empty if no day was asked."""

    items: list[T]
    next: str | None
    on: str
    version: str


class Name(BaseModel):
    """A name a thing has gone by, with the days and the words for it."""

    name: str
    kind: str
    valid_from: str
    valid_to: str
    possible_from: str
    possible_to: str
    basis: Code
    evidence: list[str]


class OneAnswer(BaseModel, Generic[T]):
    """One thing; `parts` are the addresses of what is known about it."""

    item: T
    names: list[Name]
    evidence: list[Evidence]
    parts: dict[str, str]
    version: str


class Column(BaseModel):
    """A column of a table; `values` are the captions of its stable codes."""

    name: str
    zh: str
    en: str
    values: dict[str, Caption] = Field(default_factory=dict)


class Days(BaseModel):
    """From a first day to a last; empty where there is none."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    since: str = Field(alias="from")
    until: str = Field(alias="to")


class TableAnswer(BaseModel):
    """What a canned query gave. `on` is the day the rows hold for; empty if the query takes none.

    `period` is what a question asks for (both days empty: any time), `notes` what a reader must know of the rows.
    """

    query: str
    title: Caption
    parameters: dict[str, Any]
    on: str
    period: Days
    notes: list[Caption]
    columns: list[Column]
    rows: list[dict[str, Any]]
    truncated: bool
    evidence: list[Evidence]
    reach: list[Reach]
    version: str


class HitAnswer(BaseModel):
    """Something found; `why` says how, `matched` by which of its names."""

    id: str
    kind: str
    kind_caption: Caption
    name: str
    jurisdiction: str
    matched: str
    why: Code
    score: float


class SearchAnswer(BaseModel):
    """Hits, best first."""

    text: str
    hits: list[HitAnswer]
    version: str


class ParamAnswer(BaseModel):
    """A parameter of a canned query; `default` null: it must be given."""

    name: str
    type: str
    kinds: list[str]
    default: str | int | float | None
    max: int | None
    caption: Caption


class QueryAnswer(BaseModel):
    """A canned query."""

    id: str
    title: Caption
    question: Caption
    params: list[ParamAnswer]
    returns: list[str]
    cost: str
    address: str


class QueriesAnswer(BaseModel):
    """The catalogue."""

    queries: list[QueryAnswer]


@cache
def node_model(label: str) -> type[BaseModel]:
    """The model of a node of a label: `id`, `label`, `name`, and the properties the ontology gives it, all optional."""
    schema: Ontology = ontology()
    fields: dict[str, Any] = {"id": (str, ...), "label": (str, ...), "name": (str, ...)}
    for name in schema.node_properties(label):
        kind = schema.properties[name]
        if name not in fields:
            about = f"{kind.caption.zh} | {kind.caption.en}"
            fields[name] = (_TYPES[kind.type] | None, Field(default=None, description=about))
    made: type[BaseModel] = create_model(label, __config__=ConfigDict(extra="forbid"), **fields)
    made.__doc__ = f"{schema.caption(label)} | {schema.caption(label, language='en')}; what is unknown is left out."
    return made


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def plain(record: object) -> Any:
    """A record of `queries.answers` as plain values, field by field."""
    kind = type(record)
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind].dump_python(record, mode="json")


def answer_json(answer: Answer | Table | Found, library: Library) -> dict[str, Any]:
    """Any answer as JSON; `answer` names its kind (`portfolio`, `table`)."""
    version = library.store.version()
    match answer:
        case Table():
            return {"answer": "table", **table_json(answer, library)}
        case Found():
            return {"answer": "found", **found_json(answer, version)}
    return {"answer": type(answer).__name__.lower(), **plain(answer), "version": version}


def table_json(table: Table, library: Library) -> dict[str, Any]:
    """A table with captions, the words its rows rest on, and how far the papers reach."""
    result = table.result
    return {
        "query": result.query.id,
        "title": {"zh": table.title_in("zh"), "en": table.title_in("en")},
        "parameters": result.parameters,
        "on": result.on,
        "period": {"from": table.since, "to": table.until},
        "notes": [{"zh": zh, "en": en} for zh, en in table.notes],
        "columns": [column(name) for name in table.columns],
        "rows": result.rows,
        "truncated": result.truncated,
        "evidence": [plain(each) for each in table.evidence],
        "reach": [plain(each) for each in reach(library, table.evidence)],
        "version": result.version,
    }


def column(name: str) -> dict[str, Any]:
    """A column of a table with its captions and those of its codes."""
    names = ontology()
    declared = names.properties.get(name)
    codes = names.values.get(declared.values if declared is not None and declared.values else name, {})
    values = {code: {"zh": each.zh, "en": each.en} for code, each in codes.items()}
    if name == "edge":
        values = {kind: {"zh": edge.caption.zh, "en": edge.caption.en} for kind, edge in names.edges.items()}
    return {"name": name, "zh": column_caption(name, "zh"), "en": column_caption(name, "en"), "values": values}


def found_json(found: Found, version: str) -> dict[str, Any]:
    """Hits with their captions."""
    return {"text": found.text, "hits": [hit_json(hit) for hit in found.hits], "version": version}


def hit_json(hit: Hit) -> dict[str, Any]:
    """One hit."""
    why = WHY[hit.why]
    return {
        "id": hit.id,
        "kind": hit.kind,
        "kind_caption": label_caption(hit.kind),
        "name": hit.name,
        "jurisdiction": hit.jurisdiction,
        "matched": hit.matched,
        "why": {"code": hit.why, "zh": why.zh, "en": why.en},
        "score": hit.score,
    }


def item_json(item: Item) -> dict[str, Any]:
    """A node: id, label and name first."""
    return {"id": item.thing.id, "label": item.thing.label, "name": item.thing.name, **item.properties}


def listing_json(listing: Listing, *, on: str, version: str) -> dict[str, Any]:
    """A page of a list."""
    items = [item_json(item) for item in listing.items]
    return {"items": items, "next": listing.next or None, "on": on, "version": version}


def one_json(one: One, *, parts: dict[str, str], version: str) -> dict[str, Any]:
    """One thing."""
    return {
        "item": item_json(one.item),
        "names": [plain(each) for each in one.names],
        "evidence": [plain(each) for each in one.evidence],
        "parts": parts,
        "version": version,
    }


def query_json(query: Query, address: str) -> dict[str, Any]:
    """A canned query as the catalogue shows it."""
    return {
        "id": query.id,
        "title": {"zh": query.title, "en": query.title_en},
        "question": {"zh": query.question, "en": query.question_en},
        "params": [_param_json(param) for param in query.params],
        "returns": list(query.returns),
        "cost": query.cost,
        "address": address,
    }


def label_caption(label: str) -> dict[str, str]:
    """What a label is called."""
    return {"zh": ontology().caption(label), "en": ontology().caption(label, language="en")}


def _param_json(param: Param) -> dict[str, Any]:
    return {
        "name": param.name,
        "type": param.type,
        "kinds": list(param.kinds),
        "default": param.default,
        "max": param.max or None,
        "caption": {"zh": column_caption(param.name, "zh"), "en": column_caption(param.name, "en")},
    }
