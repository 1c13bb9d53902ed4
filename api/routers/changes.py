"""What changed (JSON, CSV, Atom) and what to look at."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from feedgen.feed import FeedGenerator

from api import limits
from api.dependencies import Day, Identifier, Lang, Lib, On, Place
from api.errors import RESPONSES, ApiError
from api.identifiers import thing_of
from api.media import CSV, JSON, bytes_reply, json_reply, media_of
from api.models import TableAnswer, plain, table_json
from api.resources import PATHS
from api.routers.resources import sheet_csv, table_csv
from core.settings import Language
from graph.days import ZONE
from queries.answers.changes import Changes, changes, changes_sheet
from queries.answers.checks import Findings, check, check_sheet
from queries.answers.results import run
from queries.library import Library

router = APIRouter(tags=["changes"], responses=RESPONSES)

ATOM = "application/atom+xml"
#: What XML cannot hold; a name off a damaged page may.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Since = Annotated[Day | None, Query(alias="from", description="YYYY-MM-DD，不含 | exclusive")]
Until = Annotated[Day | None, Query(alias="to", description="YYYY-MM-DD，含，默认今天 | inclusive, today by default")]


@router.get(
    "/changes",
    response_model=Changes,
    summary="更新记录 | what changed",
    name="changes",
    responses={200: {"content": {ATOM: {}, CSV: {}}}},
)
def changes_of(
    request: Request,
    library: Lib,
    lang: Lang,
    on: On,
    since: Since = None,
    until: Until = None,
    jurisdiction: Place = "",
    limit: Annotated[int, Query(ge=1, le=limits.MAX_CHANGES)] = limits.DEFAULT_PAGE,
) -> Response:
    """Posts, charges, stand-ins and seats that began or ended, newest first. By `Accept` JSON, CSV or an Atom feed."""
    media = media_of(request, (JSON, CSV, ATOM))
    first, last = _days(since, until or on)
    found = changes(library, since=first, until=last, jurisdiction=jurisdiction, limit=limit)
    if media == CSV:
        return sheet_csv(request, changes_sheet(found, lang), name="changes")
    if media == ATOM:
        return bytes_reply(request, _feed(found, lang), media=ATOM)
    return json_reply(request, {**plain(found), "version": library.store.version()})


@router.get("/changes.atom", include_in_schema=False, name="changes.atom")
def feed_of_changes(request: Request, library: Lib, lang: Lang, on: On, jurisdiction: Place = "") -> Response:
    """The same as a feed at an address of its own, for readers of feeds, which cannot be told what to accept."""
    found = changes(library, until=on, jurisdiction=jurisdiction, limit=limits.DEFAULT_PAGE)
    return bytes_reply(request, _feed(found, lang), media=ATOM)


@router.get("/checks", response_model=Findings, summary="问题清单 | what to look at", name="checks")
def checks(
    request: Request,
    library: Lib,
    lang: Lang,
    on: On,
    jurisdiction: Place = "",
    severity: Annotated[
        Literal["error", "warning", "info"] | None, Query(description="至少这样严重 | at least as grave as this")
    ] = None,
    kind: Annotated[str, Query(max_length=60, description="只看一种，如 seat-stale | one kind only")] = "",
) -> Response:
    """Contradictions, gaps and doubts on a day, gravest first, each with the words it rests on."""
    found = check(library, on=on, jurisdiction=jurisdiction, severity=severity or "", kind=kind)
    if media_of(request) == CSV:
        return sheet_csv(request, check_sheet(found, lang), name="checks")
    counts = dict(found.counts)
    return json_reply(request, {**plain(found), "counts": counts, "version": library.store.version()})


@router.get(
    "/persons/{id}/changes",
    response_model=TableAnswer,
    tags=["persons"],
    summary="分工变动 | how the desk changed",
    name="persons.changes",
)
def changes_of_person(
    request: Request, library: Lib, lang: Lang, on: On, id: Identifier, since: Since = None, until: Until = ""
) -> Response:
    """What came to and left a leader's desk between two days."""
    return _between(request, library, "Person", id, "people/portfolio-changes", "person", since, until or on)


@router.get(
    "/groups/{id}/changes",
    response_model=TableAnswer,
    tags=["groups"],
    summary="成员变动 | who joined and left",
    name="groups.changes",
)
def changes_of_group(
    request: Request, library: Lib, lang: Lang, on: On, id: Identifier, since: Since = None, until: Until = ""
) -> Response:
    """Who joined and left a group between two days."""
    return _between(request, library, "Group", id, "groups/membership-changes", "group", since, until or on)


def _between(
    request: Request, library: Library, label: str, id: str, query: str, parameter: str, since: str | None, until: str
) -> Response:
    first, last = _days(since, until)
    thing = thing_of(library, label, id)
    # The day after the beginning of time: these queries want a day.
    table = run(library, query, {parameter: thing.id, "from": first or "0001-01-01", "to": last})
    if media_of(request) == CSV:
        return table_csv(request, table.columns, table.result.rows, name=query.replace("/", "-"))
    return json_reply(request, table_json(table, library))


def _days(since: str | None, last: str) -> tuple[str, str]:
    """Both days in their order. Raises `ApiError` (409 `DAYS-REVERSED`)."""
    first = since or ""
    if first > last:
        raise ApiError(
            409, message=f"起始日晚于结束日 | from {first} is after to {last}", remedy="from ≤ to", code="DAYS-REVERSED"
        )
    return first, last


def _feed(found: Changes, language: Language) -> bytes:
    """The changes as an Atom feed; an entry's id is that of the fact, so that a reader of feeds shows it once."""
    zh = language == "zh"
    feed = FeedGenerator()
    feed.id("urn:dutygraph:changes" + (f":{found.jurisdiction}" if found.jurisdiction else ""))
    feed.title("更新记录" if zh else "What changed")
    feed.author(name="Dutygraph")
    feed.language("zh-CN" if zh else "en")
    feed.link(href="/changes", rel="self", type=ATOM)
    feed.updated(_moment(found.changes[0].day if found.changes else found.until))
    quotes = {each.id: each.quote for each in found.evidence}
    for each in found.changes:
        entry: Any = feed.add_entry(order="append")
        entry.id(f"urn:dutygraph:{each.id}:{each.change.code}")
        relation = each.word or (each.edge.zh if zh else each.edge.en)
        what = each.change.zh if zh else each.change.en
        entry.title(_xml(f"{each.day} {each.person.name} {relation} {each.object.name} {what}"))
        entry.link(href=f"/{language}/{PATHS['Person']}/{each.person.id}?on={each.day}")
        entry.updated(_moment(each.day))
        entry.summary(_xml("\n".join(quotes[known] for known in each.evidence if known in quotes)))
    made: bytes = feed.atom_str(pretty=True)
    return made


def _moment(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=ZONE)


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
