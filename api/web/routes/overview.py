"""Pages about the whole: checks by severity, a matter compared across places, what this is and what it cannot do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import limits
from api.web.examples import paper_days, place_names
from api.web.findings import about_first, caption_of
from api.web.page import Asked, Page
from api.web.render import render
from api.web.tables import Part, of_rows, parts, table
from graph.ontology import ontology
from graph.stores.store import Row
from queries.answers.results import row_evidence
from queries.answers.rows import text
from queries.catalogue import catalogue
from queries.printed import as_printed, number_key

router = APIRouter()

_SEVERITIES = ("error", "warning", "info")
_FINDINGS = 2_000


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a page shows it."""

    explanation: str
    about: tuple[Part, ...]
    status: Part
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The findings of one kind."""

    code: str
    name: str
    findings: tuple[Found, ...]


@router.get("/{language}/checks", include_in_schema=False)
def checks(page: Asked, kind: Annotated[str, Query(max_length=60)] = "") -> Response:
    """The findings of the day by severity and kind (问题清单)."""
    result = catalogue().run(
        page.library.store,
        "checks/findings",
        {"on": page.on, "jurisdiction": page.place, "kind": kind, "limit": _FINDINGS},
    )
    severities = [(each, _kinds(page, [row for row in result.rows if row["severity"] == each])) for each in _SEVERITIES]
    return render(
        page,
        "checks.html",
        cited=[each for row in result.rows for each in row_evidence(row)],
        days=paper_days(page),
        severities=[(each, kinds) for each, kinds in severities if kinds],
        counts={each: sum(len(kind.findings) for kind in kinds) for each, kinds in severities},
        kind=kind,
        more=result.truncated,
    )


@router.get("/{language}/compare", include_in_schema=False)
def compare(page: Asked, matter: Annotated[str, Query(max_length=limits.MAX_WORDS)] = "") -> Response:
    """Who handles a matter in each place."""
    words = matter.strip()
    names = place_names(page)
    rows = [
        {**row, "jurisdiction": names.get(text(row, "jurisdiction"), text(row, "jurisdiction"))}
        for row in (page.rows("matters/compare", matter=words, on=page.on) if words else ())
    ]
    found = of_rows(
        page, rows, ("jurisdiction", "object", "edge", "person", "relation", "capacity", "scope", "status"),
        heads=(("地区", "place"), ("事项或单位", "matter or body"), ("关系", "relation"), ("谁", "who"),
               ("原文用词", "printed verb"), ("方式", "capacity"), ("范围", "scope"), ("把握", "how sure")),
    )  # fmt: skip
    return render(page, "compare.html", cited=found.cited(), days=paper_days(page), matter=words, found=found)


@router.get("/{language}/about", include_in_schema=False)
def about(page: Asked) -> Response:
    """What this is, how to read it, how far it reaches, which limits it has, and the canned queries."""
    return render(
        page,
        "about.html",
        schema=ontology(),
        limits=limits.LIMITS,
        queries=list(catalogue()),
        version=page.library.store.version(),
        reach=table(
            page, "jurisdictions/reach", ("kind", "date", "number", "papers", "unseen"),
            heads=(("形式", "form"), ("截至", "reach"), ("最近文号", "latest"), ("份数", "papers"), ("未见文号", "not seen")),
            jurisdiction=page.place,
        ),
    )  # fmt: skip


def _kinds(page: Page, rows: list[Row]) -> list[Kind]:
    # Tasks and seats as their papers list them; numbers not seen count up within their series.
    ordered = sorted(
        as_printed(page.library, rows), key=lambda row: (text(row, "kind"), *_numbered(text(row, "number")))
    )
    return [
        Kind(code, caption_of(code, page.language), tuple(_found(page, row) for row in some))
        for code, some in groupby(ordered, key=lambda row: text(row, "kind"))
    ]


def _numbered(printed: str) -> tuple[str, tuple[int, ...]]:
    return printed.partition("〔")[0], number_key(printed)[0] if printed else ()


def _found(page: Page, row: Row) -> Found:
    said = text(row, "explanation") if page.zh else text(row, "explanation_en") or text(row, "explanation")
    about = tuple(part for part in parts(page, about_first(row), "about") if part.text)
    status = parts(page, row, "status")
    return Found(said, about, status[0] if status else Part(""), row_evidence(row))
