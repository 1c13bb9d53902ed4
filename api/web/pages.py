"""`register_pages(app)`: the pages under `/zh/` and `/en/`, our own scripts and styles, and the libraries of packages."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from api.errors import ErrorBody
from api.web.examples import Shelf
from api.web.render import STATIC, render_plain
from api.web.routes import (
    analysis,
    bodies,
    changes,
    directory,
    front,
    groups,
    linked,
    overview,
    papers,
    people,
    pictures,
    whatif,
    work,
)
from api.web.scenes import prepare
from viz.assets import ASSETS

#: What never changes under its address: addresses hold a fingerprint, packages change with an installation.
_FOR_GOOD = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"


def register_pages(app: FastAPI) -> None:
    """Add the pages to an application whose `app.state.graph` and `app.state.settings` are set."""
    shelf = Shelf()
    app.state.shelf = shelf
    app.state.graph.whenever(lambda library: prepare(library, shelf))
    app.state.error_page = _error_page
    app.add_api_route("/", _home, include_in_schema=False)
    app.add_api_route("/zh", _home, include_in_schema=False)
    app.add_api_route("/en", _home_en, include_in_schema=False)
    app.add_api_route("/static/vendor/{name}", _vendor, include_in_schema=False)
    app.add_api_route("/favicon.ico", _icon, include_in_schema=False)
    app.mount("/static", _Static(directory=STATIC), name="static")
    for module in (
        front,
        people,
        bodies,
        groups,
        work,
        papers,
        overview,
        linked,
        changes,
        directory,
        analysis,
        pictures,
        whatif,
    ):
        # As in `api.app`: `include_router` would build each route anew at the first request.
        app.router.routes.extend(module.router.routes)


class _Static(StaticFiles):
    """Files of ours; their addresses change with their content."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = _FOR_GOOD
        return response


def _home() -> Response:
    return RedirectResponse("/zh/", status_code=307)


def _home_en() -> Response:
    return RedirectResponse("/en/", status_code=307)


def _icon() -> Response:
    return FileResponse(STATIC / "mark.svg", media_type="image/svg+xml", headers={"Cache-Control": _A_DAY})


def _vendor(name: str) -> Response:
    """A browser library out of its package. Raises `HTTPException` (404) for any other name."""
    if name not in ASSETS:
        raise HTTPException(404)
    found = ASSETS[name]
    return FileResponse(found.path, media_type=found.media, headers={"Cache-Control": _A_DAY})


def _error_page(request: Request, status: int, body: ErrorBody) -> Response:
    return render_plain(request, "error.html", status=status, body=body)
