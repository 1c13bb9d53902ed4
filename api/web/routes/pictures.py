"""Pictures: the gallery, each picture with its table beside it, its frame for embedding, and as a file of its own."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from api import limits
from api.security import embeddable
from api.web.examples import paper_days
from api.web.page import Asked, Identifier, Page, label_of
from api.web.render import render
from api.web.scenes import SORTS, Asking, scene_of
from api.web.tables import PageTable, Part, TableLine
from core.errors import NotFoundError
from viz.explorer import KINDS
from viz.lifeline import Lifeline, svg, with_hrefs_removed
from viz.lives import of_thing
from viz.matrix import matrix
from viz.page import frame, standalone
from viz.palette import legend

router = APIRouter()

#: What a library needs that our pages do without: it sets styles on its own elements. It stands in a frame, alone.
_FRAME_POLICY = {"style-src": "'self' 'unsafe-inline'"}
#: The drawing of dots by WebGL makes its shaders' callers by `Function`; no other frame may.
_EXPLORER_POLICY = {**_FRAME_POLICY, "script-src": "'self' 'unsafe-eval'"}


@router.get("/{language}/pictures", include_in_schema=False)
def gallery(page: Asked) -> Response:
    """All pictures of the place on the day."""
    return render(page, "pictures.html", days=paper_days(page), sorts=SORTS)


@router.get("/{language}/pictures/matrix", include_in_schema=False)
def leaders_by_bodies(page: Asked) -> Response:
    """Leaders by bodies, a table that is its own picture."""
    found = matrix(page.library, page.on, page.place, language=page.language)
    edges = {edge for row in found.cells for cell in row for edge, _ in cell}
    keys = legend(edges, page.language, edges=True)
    return render(
        page, "matrix.html", days=paper_days(page), found=found, keys=keys,
        frame=page.path("pictures", "matrix", "frame"), file=page.path("pictures", "matrix", "file"),
    )  # fmt: skip


@router.get("/{language}/pictures/lifeline/{identifier}", include_in_schema=False)
def lifeline_file(page: Asked, identifier: Identifier) -> Response:
    """A life over time as an SVG file."""
    lives = _lives(page, identifier)
    if lives is None or not lives.bars:
        raise NotFoundError(f"没有可画的 | nothing to draw: {identifier}")
    return Response(
        svg(with_hrefs_removed(lives), standalone=True),
        media_type="image/svg+xml",
        headers=_saved_as(f"{lives.title} {page.on}.svg"),
    )


@router.get("/{language}/pictures/{sort}", include_in_schema=False)
def picture(page: Asked, sort: str, asked: Asking) -> Response:
    """A picture with its table."""
    scene = scene_of(page, sort, asked)
    table = PageTable(
        scene.heads,
        tuple(
            TableLine(tuple((Part(cell.text, page.href(cell.id) if cell.id else ""),) for cell in line), ())
            for line in scene.lines
        ),
        "",
    )
    return render(
        page,
        "picture.html",
        days=paper_days(page),
        scene=scene,
        table=table,
        sort=sort,
        asked=asked,
        kinds=KINDS if scene.kind == "explorer" else (),
        most=limits.MAX_DEPTH,
        frame=page.path("pictures", sort, "frame", **asked.query()),
        file=page.path("pictures", sort, "file", **asked.query()),
    )


@router.get("/{language}/pictures/{sort}/frame", include_in_schema=False, dependencies=[Depends(embeddable)])
def picture_frame(request: Request, page: Asked, sort: str, asked: Asking) -> Response:
    """The picture alone, for a frame here or on a site that may embed it."""
    scene = scene_of(page, sort, asked)
    request.state.csp = _EXPLORER_POLICY if scene.kind == "explorer" else _FRAME_POLICY
    return HTMLResponse(frame(scene, page.language), headers={"Cache-Control": "private, no-cache"})


@router.get("/{language}/pictures/{sort}/file", include_in_schema=False)
def picture_file(page: Asked, sort: str, asked: Asking) -> Response:
    """The picture as one stand-alone HTML file."""
    scene = scene_of(page, sort, asked)
    lives = _lives(page, asked.node) if asked.node else None
    text = standalone(scene, page.language, lives=lives)
    return HTMLResponse(text, headers=_saved_as(f"{scene.title} {page.on}.html"))


def _lives(page: Page, identifier: str) -> Lifeline | None:
    label = label_of(identifier)
    if label not in ("Person", "Organisation", "Group"):
        return None
    return of_thing(page.library, page.thing(identifier, label), page.on, href=page.href, language=page.language)


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
