"""Trying a draft (调整推演) for whoever asks over HTTP: read in memory, compared, forgotten. Nothing is written anywhere.

One at a time: both worlds of the ledger are folded for each, which is work. A page of another site may not ask for it.
"""

from __future__ import annotations

import threading
from typing import Final

from fastapi import Request

from api import limits
from api.dependencies import settings_of, state_of
from api.errors import ApiError
from core.errors import InputError, LimitError, StoreBusyError
from core.settings import Settings
from graph.days import checked_day, today
from graph.past import row_of
from graph.statements import Statement
from graph.whatif import Effects, compare
from graph.whatif.draft import check_says_something, day_of
from loaders.extraction import extract
from queries.library import Library

_ONE_AT_A_TIME: Final = threading.Lock()
_PATIENCE: Final = 20.0


def effects_of(request: Request, library: Library, text: str, *, jurisdiction: str = "", on: str = "") -> Effects:
    """What a draft of a division, an appointment or a roster would change on a day (default: its own, else today).

    Raises `ApiError` (403 `OTHER-SITE`; 409 `DRAFT-EMPTY`, or what its reader says), `UsageError` (`DRAFT-PLACE`), `LimitError` (`LEDGER-LARGE`), `StoreBusyError` while other drafts are tried.
    """
    if request.headers.get("sec-fetch-site", "same-origin") == "cross-site":
        raise ApiError(403, code="OTHER-SITE", message="不接受其他网站的请求 | not from another site")
    size = library.store.counts().nodes.get("Evidence", 0)
    if size > limits.MAX_TRIED_STATEMENTS:
        raise LimitError(
            f"账本有 {size} 条记录，在此推演至多 {limits.MAX_TRIED_STATEMENTS} 条 | too many statements to try a draft here",
            remedy="dutygraph whatif DRAFT",
            code="LEDGER-LARGE",
        )
    settings = settings_of(request)
    place = jurisdiction or _named_in(library, text)
    if place:
        settings = settings.model_copy(update={"jurisdiction": place})
    statements = _read(text, settings)
    day = checked_day(on) if on else day_of(statements) or today()
    if not _ONE_AT_A_TIME.acquire(timeout=_PATIENCE):
        raise StoreBusyError("正在推演另一份草稿 | another draft is being tried", remedy="稍后再试 | try again later")
    try:
        ledger = state_of(request).ledger()
        known_at = request.query_params.get("known_at", "")
        live = ledger.live(row_of(ledger, known_at) if known_at else None)
        return compare(
            live.statements, statements, live.decisions, day, ids=live.ids, min_confidence=settings.min_confidence
        )
    finally:
        _ONE_AT_A_TIME.release()


def _read(text: str, settings: Settings) -> tuple[Statement, ...]:
    """The statements of a draft. What a reader refuses is no fault of the request: it is told as a conflict (409)."""
    try:
        statements = extract(text.encode("utf-8", "replace"), "draft.txt", settings).reading.statements
        check_says_something(statements)
    except InputError as error:
        raise ApiError(409, code=error.code, message=error.message, remedy=error.remedy) from error
    return statements


def _named_in(library: Library, text: str) -> str:
    """The one place with papers whose name stands in the draft; empty if none does, or several do."""
    rows = [row for row in library.rows("jurisdictions/list") if row["documents"]]
    named = [str(row["jurisdiction_id"]) for row in rows if row["jurisdiction"] and str(row["jurisdiction"]) in text]
    return named[0] if len(named) == 1 else ""
