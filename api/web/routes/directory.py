"""The directory (名录): the groups, people and bodies of the papers, for a reader who has no name to search for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.web.examples import paper_days
from api.web.page import Asked, Page
from api.web.render import render
from api.web.tables import PageTable, of_rows
from graph.stores.store import Row, Value
from queries.answers.rows import maps, texts
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.printed import first_place, places

router = APIRouter()

Kind = Literal["groups", "persons", "organisations"]
_LISTED = 1_000


@router.get("/{language}/directory", include_in_schema=False)
def directory(page: Asked, kind: Annotated[Kind, Query()] = "groups") -> Response:
    """All groups with who chairs them, all people with their posts, or all bodies with who is in charge of them."""
    listed = _LISTS[kind](page)
    return render(page, "directory.html", cited=listed.cited(), days=paper_days(page), kind=kind, listed=listed)


def _groups(page: Page) -> PageTable:
    heads = (("机构", "group"), ("组长", "chaired by"), ("办公室设在", "office in"), ("地区", "place"))
    return _table(page, "groups/list", ("group", "heads", "offices", "jurisdiction"), heads, listed="heads")


def _persons(page: Page) -> PageTable:
    heads = (("姓名", "person"), ("职务", "posts"), ("地区", "place"))
    return _table(page, "people/list", ("person", "posts", "jurisdiction"), heads, _sure)


def _organisations(page: Page) -> PageTable:
    heads = (("单位", "body"), ("谁主持、分管", "headed by, in charge"), ("地区", "place"))
    return _table(page, "organisations/list", ("organisation", "leaders", "jurisdiction"), heads, listed="leaders")


def _sure(page: Page, row: Row) -> Row:
    """Posts that later papers do not speak against, with the capacity in words; a plain holding hides a nomination."""
    held = [post for post in maps(row, "posts") if post["status"] != "possible"]
    plain = {post["id"] for post in held if not post["capacity"]}
    told: list[Value] = [
        {**post, "word": page.words.say("提名", "nominated") if post["capacity"] == "nominated" else ""}
        for post in held
        if not post["capacity"] or post["id"] not in plain
    ]
    return {**row, "posts": told}


def _table(
    page: Page,
    query: str,
    columns: tuple[str, ...],
    heads: tuple[tuple[str, str], ...],
    told: Callable[[Page, Row], Row] = lambda _, row: row,
    *,
    listed: str = "",
) -> PageTable:
    found = catalogue().run(page.library.store, query, {"on": page.on, "jurisdiction": page.place, "limit": _LISTED})
    rows = [told(page, row) for row in found.rows]
    if listed:
        rows = _as_printed(page, rows, listed)
    # One place needs no column that says so in every line.
    kept = columns if len({row["jurisdiction"] for row in rows}) > 1 else columns[:-1]
    return of_rows(page, rows, kept, heads=heads[: len(kept)], query=query, more=found.truncated)


def _as_printed(page: Page, rows: list[Row], column: str) -> list[Row]:
    """Rows whose lists of people stand as the papers list them."""
    cited = [each for row in rows for who in maps(row, column) for each in texts(who, "evidence")]
    known = places(evidence(page.library, cited))
    found: list[Row] = []
    for row in rows:
        people: list[Value] = [*sorted(maps(row, column), key=lambda who: first_place(texts(who, "evidence"), known))]
        found.append({**row, column: people})
    return found


_LISTS: dict[Kind, Callable[[Page], PageTable]] = {
    "groups": _groups, "persons": _persons, "organisations": _organisations,
}  # fmt: skip
