"""Papers: the list, one paper with every fact at its words, and the way from a piece of evidence to its place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse

from api import limits
from api.dependencies import settings_of, state_of
from api.web.findings import about_first, caption_of
from api.web.page import Asked, Identifier
from api.web.reading import Sheet, lines_of, sheets_of
from api.web.render import render
from api.web.tables import of_rows, table
from core.errors import NotFoundError
from graph.ontology import ontology
from queries.answers.papers import Extent, extent
from queries.answers.rows import text
from queries.answers.words import evidence
from queries.printed import as_printed

router = APIRouter()


@router.get("/{language}/documents", include_in_schema=False)
def papers(page: Asked, series: Annotated[str, Query(max_length=40)] = "") -> Response:
    """All papers, latest first; how far they reach; which numbers were not seen."""
    listed = table(
        page, "documents/list", ("effective_day", "number", "document", "issuer", "instrument"),
        heads=(("日期", "day"), ("文号", "number"), ("文件", "paper"), ("发文机关", "issuer"), ("形式", "form")),
        keep=lambda row: text(row, "number").startswith(series), jurisdiction=page.place, limit=1_000,
    )  # fmt: skip
    reach = table(
        page, "jurisdictions/reach", ("kind", "date", "number", "papers", "unseen"),
        heads=(("形式", "form"), ("截至", "reach"), ("最近文号", "latest"), ("份数", "papers"), ("未见文号", "not seen")),
        jurisdiction=page.place,
    )  # fmt: skip
    undated = table(
        page, "documents/undated", ("number", "document", "issuer", "instrument"),
        heads=(("文号", "number"), ("文件", "paper"), ("发文机关", "issuer"), ("形式", "form")),
        keep=lambda row: text(row, "number").startswith(series), jurisdiction=page.place, limit=1_000,
    )  # fmt: skip
    days = [text(row, "effective_day") for row in page.rows("documents/list", jurisdiction=page.place, limit=1_000)]
    return render(page, "documents.html", days=days, listed=listed, undated=undated, reach=reach, cited=listed.cited())


@router.get("/{language}/documents/{identifier}", include_in_schema=False)
def paper(page: Asked, identifier: Identifier) -> Response:
    """One paper: what it is, its words with the facts read at them, what it cites, what of it needs adjusting."""
    thing = page.thing(identifier, "Document")
    detail = next(iter(page.rows("documents/detail", document=identifier)), None)
    facts = page.rows("documents/facts-of", document=identifier, limit=10_000)
    trouble = ""
    lines = []
    place: Extent | None = None
    sheets: list[Sheet] = []
    try:
        place = extent(page.library, thing)
        whole = state_of(page.request).ledger().text(place.file)
        lines = lines_of(whole, place)[: limits.MAX_CHARACTERS // 20]
        if settings_of(page.request).page_pictures:
            sheets = sheets_of(
                state_of(page.request).ledger().printed(place.file, place.start, place.end or len(whole)), whole, place
            )
    except NotFoundError as error:
        trouble = error.message
    cites = table(
        page, "documents/citations", ("direction", "relation", "number", "document"),
        heads=(("方向", "way"), ("关系", "relation"), ("文号", "number"), ("文件", "paper")), document=identifier,
    )  # fmt: skip
    stale_rows = [
        {**row, "state": ontology().value_caption("verdict" if row["what"] == "Task" else "state", text(row, "state"),
                                                  language=page.language), "what": page.caption(text(row, "what"))}
        for row in page.rows("documents/stale-in", document=identifier, on=page.on)
    ]  # fmt: skip
    stale = of_rows(
        page, stale_rows, ("what", "item", "named_leader", "who", "state"),
        heads=(("什么", "what"), ("哪一项", "which"), ("文件所列", "named"), ("当日", "on the day"), ("结论", "state")),
    )  # fmt: skip
    found = [
        {**about_first(row), "what": caption_of(text(row, "kind"), page.language),
         "why": text(row, "explanation") if page.zh else text(row, "explanation_en")}
        for row in as_printed(page.library, page.rows("documents/made-stale", document=identifier, on=page.on))
    ]  # fmt: skip
    made = of_rows(page, found, ("what", "why", "about"), heads=(("什么", "what"), ("说明", "why"), ("涉及", "about")))
    return render(
        page,
        "document.html",
        cited=[*cites.cited(), *made.cited(), *stale.cited()],
        thing=thing,
        detail=detail,
        facts=facts,
        lines=lines,
        place=place,
        sheets=sheets[: limits.MAX_PICTURES],
        sheets_left=max(0, len(sheets) - limits.MAX_PICTURES),
        on_sheets={mark.evidence for sheet in sheets[: limits.MAX_PICTURES] for mark in sheet.marks},
        trouble=trouble,
        cites=cites,
        stale=stale,
        made=made,
        days=[text(detail, "effective_day")] if detail and detail["effective_day"] else [],
    )


@router.get("/{language}/evidence/{identifier}", include_in_schema=False)
def words(page: Asked, identifier: Identifier) -> Response:
    """To the place of a piece of evidence in its paper. Raises `NotFoundError`."""
    found = evidence(page.library, [identifier])
    if not found or not found[0].document:
        raise NotFoundError(f"没有这条依据 | no such evidence: {identifier}")
    return RedirectResponse(page.href(found[0].document, fragment=identifier), status_code=303)
