"""What-if (调整推演): paste a draft, see what it would change. A form and an answer; no script, nothing kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api import limits
from api.drafts import effects_of
from api.errors import ApiError
from api.web.effects import tables_of
from api.web.examples import paper_days, places
from api.web.page import Asked, Page
from api.web.render import render
from core.errors import DutygraphError
from graph.whatif import Effects

router = APIRouter()


@router.get("/{language}/whatif", include_in_schema=False)
def draft(page: Asked) -> Response:
    """The empty form."""
    return _page(page, "", page.place, page.asked)


@router.post("/{language}/whatif", include_in_schema=False)
def tried(
    request: Request,
    page: Asked,
    text: Annotated[str, Form(max_length=limits.MAX_DRAFT)] = "",
    place: Annotated[str, Form(max_length=20)] = "",
    day: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """The form as it was sent, and what the draft would change. Told on the page if it cannot be read."""
    try:
        found = effects_of(request, page.library, text, jurisdiction=place, on=day)
    except DutygraphError as error:
        return _page(page, text, place, day, trouble=error)
    return _page(page, text, place, found.on, effects=found)


def _page(
    page: Page,
    text: str,
    place: str,
    day: str,
    *,
    trouble: DutygraphError | None = None,
    effects: Effects | None = None,
) -> Response:
    response = render(
        page, "whatif.html", days=paper_days(page), status=_status_of(trouble), text=text, chosen=place,
        day=day, places=places(page), most=limits.MAX_DRAFT, trouble=trouble, effects=effects,
        tables=tables_of(page, effects) if effects else (),
    )  # fmt: skip
    if page.request.method == "POST":
        # A draft is nobody else's business: not even the reader's own browser keeps what came of it.
        response.headers["Cache-Control"] = "no-store"
        del response.headers["ETag"]
    return response


def _status_of(trouble: DutygraphError | None) -> int:
    if trouble is None:
        return 200
    return trouble.status if isinstance(trouble, ApiError) else trouble.http_status
