"""What endpoints ask for: the library of the request, the day, the place, the language, the format.

A library is leased for one request. If the reader has the very answer already (`If-None-Match`), nothing is computed: a
version of the graph never changes, so version, day, address, language and format name an answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version as version_of
from typing import Annotated, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import AfterValidator, StringConstraints, WithJsonSchema

from api import limits
from api.errors import NotModifiedError
from api.state import GraphState
from core.settings import Language, Settings
from graph.days import checked_day, today
from queries.library import Library

#: A version may be replaced at any moment, so whoever keeps an answer asks whether it still holds.
CACHE_CONTROL = "private, no-cache"

Identifier = Annotated[
    str,
    Path(min_length=1, max_length=limits.MAX_ID, description="标识 | an id"),
]


def settings_of(request: Request) -> Settings:
    """The settings the application was made with."""
    settings = request.app.state.settings
    if not isinstance(settings, Settings):
        raise TypeError("app.state.settings is not set")
    return settings


def state_of(request: Request) -> GraphState:
    """What the process holds open."""
    state = request.app.state.graph
    if not isinstance(state, GraphState):
        raise TypeError("app.state.graph is not set")
    return state


#: A day, or a row of the ledger's journal.
KnownAt = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2}|\d{1,15})$"),
    AfterValidator(lambda text: checked_day(text) if "-" in text else text),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "pattern": "^[0-9]{1,15}$"}]}),
]


def library(
    request: Request,
    known_at: Annotated[
        KnownAt | None,
        Query(
            description="当时已知：到哪一天或账本哪一行为止，默认现在 | as the ledger stood by a day or at a row; default now"
        ),
    ] = None,
) -> Iterator[Library]:
    """The newest library, or that of `known_at`, held to the end of the request.

    Raises `NotModifiedError` if its answer is known there already.
    """
    with state_of(request).lease(known_at or "") as leased:
        version = leased.store.version()
        tag = etag(request, version)
        request.state.answer_headers = {
            "ETag": tag,
            "Cache-Control": CACHE_CONTROL,
            "Vary": "Accept, Accept-Language",
            "X-Dutygraph-Version": version,
        }
        if request.method in ("GET", "HEAD") and _has(request.headers.get("if-none-match", ""), tag):
            raise NotModifiedError(request.state.answer_headers)
        yield leased


def etag(request: Request, version: str) -> str:
    """The tag of an answer: whatever it depends on. Weak, for the bytes may come compressed."""
    address = f"{request.url.path}?{request.url.query}"
    parts = (_program(), version, today(), address, request.headers.get("accept", ""), language_of(request))
    return f'W/"{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:24]}"'


#: A day in an address. Checked by the one rule for days, so that a bad one is told by its own code (`BAD-DATE`).
Day = Annotated[str, AfterValidator(checked_day), WithJsonSchema({"type": "string", "format": "date"})]


def day(
    on: Annotated[Day | None, Query(description="哪一天（YYYY-MM-DD），默认今天 | which day, today by default")] = None,
) -> str:
    """The day asked for; today if none."""
    return on or today()


def language_of(request: Request) -> Language:
    """`lang` in the address, else the first of Chinese and English that the reader accepts, else the settings'."""
    asked = request.query_params.get("lang", "")
    if asked in ("zh", "en"):
        return "zh" if asked == "zh" else "en"
    for each in request.headers.get("accept-language", "").split(","):
        tag = each.partition(";")[0].strip().lower()[:2]
        if tag in ("zh", "en"):
            return "zh" if tag == "zh" else "en"
    return settings_of(request).language


def language(
    request: Request,
    lang: Annotated[
        Literal["zh", "en"] | None, Query(description="语言：表头与说明 | language of headings and notes")
    ] = None,
) -> Language:
    """The language of headings in CSV; JSON has both."""
    return lang or language_of(request)


Lib = Annotated[Library, Depends(library)]
On = Annotated[str, Depends(day)]
Lang = Annotated[Language, Depends(language)]
Place = Annotated[str, Query(max_length=20, description="行政区划代码 | division code; empty: all places")]


def _has(header: str, tag: str) -> bool:
    return header.strip() == "*" or tag in (each.strip() for each in header.split(","))


@cache
def _program() -> str:
    return version_of("dutygraph")
