"""Trying a draft over HTTP: `/whatif`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from api import limits
from api.dependencies import Day, Lib
from api.drafts import effects_of
from api.errors import RESPONSES
from api.media import json_reply, media_of
from graph.whatif import Effects
from queries.answers.whatif import plain

router = APIRouter(tags=["whatif"], responses=RESPONSES)


class Draft(BaseModel):
    """A draft to try: its text, the place it is for if it does not say so, the day to look at (default: its own)."""

    text: Annotated[str, Field(min_length=1, max_length=limits.MAX_DRAFT)]
    jurisdiction: Annotated[str, Field(max_length=20)] = ""
    on: Day | None = None


@router.post("/whatif", response_model=Effects, summary="调整推演 | what a draft would change", name="whatif")
def whatif(request: Request, library: Lib, draft: Draft) -> Response:
    """Who would gain and lose what, which seats, tasks and papers would go stale, and the notices to be written.

    Nothing is kept: neither the draft nor its effects.
    """
    media_of(request, ("application/json",))
    found = effects_of(request, library, draft.text, jurisdiction=draft.jurisdiction, on=draft.on or "")
    return json_reply(request, {**plain(found), "version": library.store.version()})
