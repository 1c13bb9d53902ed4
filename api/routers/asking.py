"""Finding and asking in words: `/search` and `/ask`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api import limits
from api.dependencies import Day, Lang, Lib, Place
from api.errors import RESPONSES
from api.media import CSV, csv_reply, json_reply, media_of
from api.models import SearchAnswer, answer_json, found_json
from api.routers.resources import sheet_csv
from graph.search.build import KINDS
from queries.answers.asking import ask
from queries.answers.results import Found, why
from queries.answers.show import sheet_of

router = APIRouter(tags=["search"], responses=RESPONSES)

_KIND = "|".join(KINDS)
_ABOUT_KINDS = "类别，逗号分隔 | labels, joined by commas: " + ", ".join(KINDS)


@router.get("/search", response_model=SearchAnswer, summary="查找 | search", name="search")
def search(
    request: Request,
    library: Lib,
    lang: Lang,
    q: Annotated[
        str, Query(max_length=limits.MAX_WORDS, description="名称、拼音、文号或文字 | name, pinyin, number, words")
    ],
    kinds: Annotated[str, Query(pattern=rf"^(({_KIND})(,({_KIND})){{0,20}})?$", description=_ABOUT_KINDS)] = "",
    jurisdiction: Place = "",
    limit: Annotated[int, Query(ge=1, le=limits.MAX_HITS)] = limits.DEFAULT_HITS,
) -> Response:
    """What the words may mean, best first; each hit says why it was found."""
    wanted = tuple(part.strip() for part in kinds.split(",") if part.strip())
    hits = library.index.find(q, kinds=wanted, jurisdiction=jurisdiction, limit=limit)
    if media_of(request) == CSV:
        lines = [(hit.id, hit.kind, hit.name, hit.jurisdiction, hit.matched, why(hit, lang)) for hit in hits]
        return csv_reply(request, ("id", "kind", "name", "jurisdiction", "matched", "why"), lines, name="search")
    return json_reply(request, found_json(Found(q, tuple(hits)), library.store.version()))


@router.get("/ask", response_model=dict[str, Any], summary="用一句话提问 | ask in plain words", name="ask")
def ask_in_words(
    request: Request,
    library: Lib,
    lang: Lang,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=limits.MAX_WORDS,
            pattern=r"\S",
            description="如 谁负责…、…分管什么 | e.g. who is responsible for …",
        ),
    ],
    on: Annotated[Day | None, Query(description="YYYY-MM-DD；问题里写明亦可 | may stand in the question")] = None,
    jurisdiction: Place = "",
) -> Response:
    """The answer to a question in words, without a language model.

    `answer` names its kind; the other fields are those of that answer (`/persons/{id}/portfolio` …). What is not
    understood gets questions that can be asked; an ambiguous name (409) gets its candidates.
    """
    found = ask(library, q, on=on or "", jurisdiction=jurisdiction)
    if media_of(request) == CSV:
        return sheet_csv(request, sheet_of(found, lang), name="ask")
    return json_reply(request, answer_json(found, library))
