"""Pictures: the gallery, each picture with its table beside it, its frame for embedding, and as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from api import limits
from api.identifiers import thing_of
from api.security import embeddable
from api.web.examples import paper_days
from api.web.page import Asked, Identifier, Page, label_of
from api.web.render import render
from api.web.tables import PageTable, Part, TableLine
from core.errors import NotFoundError
from graph.ontology import Caption
from viz import figures, networks
from viz.lifeline import Lifeline, svg, with_hrefs_removed
from viz.lives import of_thing
from viz.matrix import matrix
from viz.page import frame, standalone
from viz.palette import legend
from viz.scene import Scene

router = APIRouter()

Node = Annotated[str, Query(max_length=limits.MAX_ID)]
Depth = Annotated[int, Query(ge=1, le=limits.MAX_DEPTH)]
#: What a library needs that our pages do without: it sets styles on its own elements. It stands in a frame, alone.
_FRAME_POLICY = {"style-src": "'self' 'unsafe-inline'"}


@dataclass(frozen=True, slots=True)
class Sort:
    """A picture of a whole place."""

    name: Caption
    about: Caption
    make: Callable[[Page], Scene]


SORTS: dict[str, Sort] = {
    "leaders": Sort(
        Caption(zh="领导分工图", en="Leadership map"),
        Caption(zh="各位领导与其主持、分管、联系的单位", en="Leaders and the bodies on their desks"),
        lambda page: networks.leadership(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "pairs": Sort(
        Caption(zh="AB角一览", en="Stand-in pairs"),
        Caption(zh="谁外出时由谁代为处理", en="Who stands in for whom"),
        lambda page: networks.pairs(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "groups": Sort(
        Caption(zh="领导小组与成员", en="Groups and members"),
        Caption(zh="谁和谁同在哪些小组", en="Who meets whom in which groups"),
        lambda page: networks.memberships(page.library, page.on, page.place, language=page.language, href=page.href),
    ),
    "flow": Sort(
        Caption(zh="任务流向", en="Who leads what"),
        Caption(zh="领导、牵头单位、方案之间的任务数", en="Tasks between leaders, lead units and plans"),
        lambda page: figures.flow(page.library, page.on, page.place, language=page.language),
    ),
    "workload": Sort(
        Caption(zh="工作量", en="Workload"),
        Caption(zh="各位领导的单位、事项、任务、小组数", en="Bodies, matters, tasks and groups a leader"),
        lambda page: figures.workload(page.library, page.on, page.place, language=page.language),
    ),
}


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
    return render(page, "matrix.html", days=paper_days(page), found=found, keys=keys)


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
def picture(page: Asked, sort: str, node: Node = "", depth: Depth = 1) -> Response:
    """A picture with its table."""
    scene = _scene(page, sort, node, depth)
    query = {"node": node, "depth": str(depth) if depth > 1 else ""}
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
        node=node,
        depth=depth,
        most=limits.MAX_DEPTH,
        frame=page.path("pictures", sort, "frame", **query),
        file=page.path("pictures", sort, "file", **query),
    )


@router.get("/{language}/pictures/{sort}/frame", include_in_schema=False, dependencies=[Depends(embeddable)])
def picture_frame(request: Request, page: Asked, sort: str, node: Node = "", depth: Depth = 1) -> Response:
    """The picture alone, for a frame here or on a site that may embed it."""
    request.state.csp = _FRAME_POLICY
    return HTMLResponse(
        frame(_scene(page, sort, node, depth), page.language), headers={"Cache-Control": "private, no-cache"}
    )


@router.get("/{language}/pictures/{sort}/file", include_in_schema=False)
def picture_file(page: Asked, sort: str, node: Node = "", depth: Depth = 1) -> Response:
    """The picture as one stand-alone HTML file."""
    scene = _scene(page, sort, node, depth)
    lives = _lives(page, node) if node else None
    text = standalone(scene, page.language, lives=lives)
    return HTMLResponse(text, headers=_saved_as(f"{scene.title} {page.on}.html"))


def _scene(page: Page, sort: str, node: str, depth: int) -> Scene:
    if sort == "neighbourhood" and node:
        thing = thing_of(page.library, label_of(node), node)
        return networks.neighbourhood(page.library, thing, page.on, language=page.language, href=page.href, depth=depth)
    if sort == "indicators" and node:
        return figures.indicators(page.library, page.thing(node, "Plan"), page.on, language=page.language)
    if sort in SORTS:
        return SORTS[sort].make(page)
    raise NotFoundError(f"没有这种图 | no such picture: {sort}", remedy=", ".join(SORTS))


def _lives(page: Page, identifier: str) -> Lifeline | None:
    label = label_of(identifier)
    if label not in ("Person", "Organisation", "Group"):
        return None
    return of_thing(page.library, page.thing(identifier, label), page.on, href=page.href, language=page.language)


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
