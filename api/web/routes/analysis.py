"""Analyses as pages: the list, and each with its explanation, its picture and its table."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from api import limits
from api.security import embeddable
from api.web.examples import paper_days
from api.web.page import Asked as AskedPage
from api.web.page import Page
from api.web.render import render
from api.web.tables import PageTable, Part, TableLine
from core.errors import NotFoundError
from queries.answers.analysis.model import About, Analysis, Asked, Cell
from queries.answers.analysis.registry import ANALYSES, analyse
from queries.answers.analysis.sheet import cautions, cell_text
from queries.answers.model import Coded
from queries.places import with_places
from viz.analyses import picture
from viz.page import frame, standalone

router = APIRouter()

Words = Annotated[str, Query(max_length=limits.MAX_WORDS)]
Name = Annotated[str, Query(max_length=10)]
#: Lines of a page; programs may ask for more.
_ROWS = 100
#: As for other pictures: plotly and vis-network set styles on their own elements.
_FRAME_POLICY = {"style-src": "'self' 'unsafe-inline'"}


@router.get("/{language}/analysis", include_in_schema=False)
def analyses(page: AskedPage) -> Response:
    """All analyses."""
    return render(page, "analyses.html", days=paper_days(page), abouts=[way.about for way in ANALYSES.values()])


@router.get("/{language}/analysis/{name}", include_in_schema=False)
def analysis(page: AskedPage, name: str, first: Words = "", second: Words = "", against: Name = "") -> Response:
    """One analysis; without what it takes, the form that asks for it."""
    about = _about(name)
    asked = _asked(page, about, first, second, against)
    if asked is None:
        return render(page, "analysis.html", days=paper_days(page), about=about, given=(first, second), found=None,
                      against=against)  # fmt: skip
    found = with_places(page.library, analyse(page.library, name, asked))
    query = {"first": first, "second": second, "against": against}
    return render(
        page,
        "analysis.html",
        known=found.evidence,
        days=paper_days(page),
        about=about,
        given=(first, second),
        against=against,
        found=found,
        table=_table(page, found),
        cautions=cautions(found, page.words),
        frame=page.path("analysis", name, "frame", **query),
        file=page.path("analysis", name, "file", **query),
    )


@router.get("/{language}/analysis/{name}/frame", include_in_schema=False, dependencies=[Depends(embeddable)])
def analysis_frame(
    request: Request, page: AskedPage, name: str, first: Words = "", second: Words = "", against: Name = ""
) -> Response:
    """The picture alone, for a frame here or on a site that may embed it."""
    request.state.csp = _FRAME_POLICY
    scene = picture(_found(page, name, first, second, against), page.language, href=page.href)
    return HTMLResponse(frame(scene, page.language), headers={"Cache-Control": "private, no-cache"})


@router.get("/{language}/analysis/{name}/file", include_in_schema=False)
def analysis_file(page: AskedPage, name: str, first: Words = "", second: Words = "", against: Name = "") -> Response:
    """The picture with table and explanation as one stand-alone HTML file."""
    scene = picture(_found(page, name, first, second, against), page.language)
    saved = quote(f"{scene.title} {page.on}.html", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{saved}"}
    return HTMLResponse(standalone(scene, page.language), headers=headers)


def _about(name: str) -> About:
    if name not in ANALYSES:
        raise NotFoundError(f"没有这种分析 | no such analysis: {name}", remedy=", ".join(ANALYSES), code="NO-ANALYSIS")
    return ANALYSES[name].about


def _asked(page: Page, about: About, first: str, second: str, against: str) -> Asked | None:
    """What is asked; None if something it needs is not given yet."""
    what = tuple(each for each in (first.strip(), second.strip())[: len(about.takes)] if each)
    if len(what) < sum(each.required for each in about.takes):
        return None
    return Asked(page.on, against if about.compares else "", page.place, what, _ROWS)


def _found(page: Page, name: str, first: str, second: str, against: str) -> Analysis:
    about = _about(name)
    asked = _asked(page, about, first, second, against)
    if asked is None:
        raise NotFoundError(
            "还没有写明要分析什么 | nothing is named yet", remedy=" + ".join(each.name for each in about.takes)
        )
    return with_places(page.library, analyse(page.library, name, asked))


def _table(page: Page, found: Analysis) -> PageTable:
    heads = tuple(page.say(each.zh, each.en) for each in found.columns)
    lines = tuple(TableLine(tuple(_parts(page, cell) for cell in row.cells), row.evidence) for row in found.rows)
    return PageTable(heads, lines, found.about.name, more=found.left_out > 0)


def _parts(page: Page, cell: Cell) -> tuple[Part, ...]:
    if isinstance(cell, tuple):
        return tuple(Part(each.name, page.href(each.id)) for each in cell)
    said = cell_text(cell, page.words)
    return (Part(said, code=cell.code if isinstance(cell, Coded) else ""),) if said else ()
