"""The front door: one box for a name, a number or a question; suggestions while typing; grouped hits and the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse

from api import limits
from api.web.examples import examples, latest_papers, paper_days, places
from api.web.hits import is_weak, shown
from api.web.page import Asked, Page
from api.web.render import render
from api.web.tables import PageTable, of_rows
from core.errors import DutygraphError, InputError, NotFoundError, UsageError
from graph.search import WHY, Hit
from graph.search.build import KINDS
from queries.answers.asking import answer_to, asked_day, instead, meant
from queries.answers.model import Answer, Evidence, Thing
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.sheets import Sheet
from queries.answers.show import sheet_of
from queries.router import Intent, suggestions, understand

router = APIRouter()

Words = Annotated[str, Query(max_length=limits.MAX_WORDS)]
#: Hits of one kind shown before the reader has to ask for more.
_PER_KIND = 8
_HITS = 60
_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Reply:
    """What the box gave for a question: the answer, or why there is none and what may be meant."""

    intent: Intent
    day: str
    subject: Thing | None = None
    answer: Answer | None = None
    sheet: Sheet | None = None
    table: PageTable | None = None
    candidates: tuple[Hit, ...] = ()
    trouble: str = ""

    def words(self) -> tuple[Evidence, ...]:
        """The evidence of the answer."""
        return self.sheet.evidence if self.sheet else ()


@router.get("/{language}/", include_in_schema=False)
def front(page: Asked) -> Response:
    """The front page: the box, three questions the papers here answer, the latest papers."""
    return render(
        page,
        "front.html",
        days=paper_days(page),
        examples=examples(page),
        papers=of_rows(
            page,
            latest_papers(page),
            ("effective_day", "number", "document"),
            heads=(("日期", "day"), ("文号", "number"), ("文件", "paper")),
        ),
        places=places(page),
    )


@router.get("/{language}/search", include_in_schema=False)
def search(page: Asked, q: Words = "", subject: Annotated[str, Query(max_length=limits.MAX_ID)] = "") -> Response:
    """An answer if the words are a question, and all they may mean."""
    words = q.strip()
    reply = _reply(page, words, subject) if words else None
    needle = reply.intent.subject if reply else words
    hits = page.library.index.find(needle, jurisdiction=page.place, limit=_HITS) if needle else []
    return render(
        page,
        "search.html",
        known=reply.words() if reply else (),
        days=paper_days(page),
        q=words,
        reply=reply,
        groups=[(kind, shown(page, some, _PER_KIND)) for kind, some in _grouped(hits)],
        weak=is_weak(hits) and reply is None,
        why=WHY,
        placed=len({hit.jurisdiction for hit in hits if hit.jurisdiction}) > 1,
        asks=suggestions(words, limit=4) if words and reply is None else (),
        per_kind=_PER_KIND,
    )


@router.get("/{language}/suggest", include_in_schema=False)
def suggest(page: Asked, q: Words = "") -> Response:
    """The first hits for what is typed so far, as the box shows them."""
    hits = page.library.index.find(q.strip(), jurisdiction=page.place, limit=_SUGGESTED) if q.strip() else []
    found = [
        {"name": hit.name, "kind": page.caption(hit.kind), "href": page.href(hit.id), "matched": hit.matched}
        for hit in hits
        if page.href(hit.id)
    ]
    return JSONResponse(found, headers={"Cache-Control": "private, no-cache"})


def _reply(page: Page, words: str, subject: str) -> Reply | None:
    try:
        intent = understand(words)
    except InputError:
        return None
    if intent is None:
        return None
    day = intent.on or page.on
    try:
        said = "" if intent.on and not page.asked else page.asked or page.on
        day = asked_day(intent, said) or page.on
        asked = replace(intent, subject=subject) if subject else intent
        try:
            way, thing = meant(page.library, asked, on=said, jurisdiction=page.place)
        except (AmbiguousError, NotFoundError) as error:
            other = instead(page.library, asked, error, on=said, jurisdiction=page.place)
            if other is None:
                raise
            return _told(page, intent, day, other, None)
        intent = replace(way, subject=intent.subject)
        day = asked_day(intent, said) or page.on
        if thing.id and not thing.name:
            thing = page.thing(thing.id, thing.label)
        found = answer_to(page.library, intent, thing, on=said, jurisdiction=page.place)
    except AmbiguousError as error:
        return Reply(intent, day, candidates=error.candidates)
    except UsageError as error:
        return Reply(intent, day, trouble=_in_language(page, error))
    return _told(page, intent, day, found, thing)


def _told(page: Page, intent: Intent, day: str, found: Answer | Table, thing: Thing | None) -> Reply:
    sheet = sheet_of(found, page.language)
    if isinstance(found, Table):
        shown = found.shown or [each for each in found.columns if not each.endswith("_id") and each not in _UNSHOWN]
        rows = of_rows(page, found.result.rows, shown, more=found.result.truncated)
        return Reply(intent, day, thing if thing is not None and thing.id else None, sheet=sheet, table=rows)
    return Reply(intent, day, thing, answer=found, sheet=sheet)


_UNSHOWN = frozenset(
    {"evidence", "because_of", "ended_by", "file", "start", "end", "valid_from", "valid_to", "order", "basis"}
)


def _in_language(page: Page, error: DutygraphError) -> str:
    zh, _, en = error.message.partition(" | ")
    return page.say(zh, en or zh)


def _grouped(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """Hits by kind, the kind of the best hit first."""
    ranked = list(hits)
    best = {kind: max(hit.score for hit in ranked if hit.kind == kind) for kind in {hit.kind for hit in ranked}}
    ranked.sort(key=lambda hit: (-best[hit.kind], KINDS.index(hit.kind), -hit.score, hit.name, hit.id))
    return [(kind, list(some)) for kind, some in groupby(ranked, key=lambda hit: hit.kind)]
