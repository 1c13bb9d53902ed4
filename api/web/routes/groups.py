"""A group: its roster on the day, its versions and who came and went, its clause; the audit between two days."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.web.page import Asked, Identifier, Page, change_days
from api.web.pictures import memberships
from api.web.render import render
from api.web.tables import PageTable, of_rows, table
from graph.days import checked_day
from graph.stores.store import Row, Value
from queries.answers.groups import roster
from queries.answers.lists import one
from queries.answers.rows import text

router = APIRouter()

_HEADS = {
    "day": ("日期", "day"),
    "change": ("变动", "change"),
    "member": ("谁", "who"),
    "role": ("组内职务", "role"),
    "title": ("所列职务", "printed title"),
    "state": ("席位", "seat"),
    "possible_from": ("始", "from"),
    "possible_to": ("止", "until"),
    "group": ("机构", "group"),
}


@router.get("/{language}/groups/{identifier}", include_in_schema=False)
def group(page: Asked, identifier: Identifier) -> Response:
    """A group on the day."""
    thing = page.thing(identifier, "Group")
    known = one(page.library, thing)
    members = roster(page.library, thing, page.on)
    history = page.rows("groups/membership-history", group=identifier, limit=5_000)
    days = change_days(history)
    versions = _versions(page, history, days)
    past = _table(page, history, ("member", "role", "title", "state", "possible_from", "possible_to"))
    papers = table(
        page, "groups/genealogy", ("possible_from", "relation", "number", "other", "detail"),
        heads=(("日期", "day"), ("关系", "relation"), ("文号", "number"), ("对象", "what"), ("方式", "how")),
        keep=lambda row: row["other"] != thing.name, group=identifier,
    )  # fmt: skip
    shared = table(
        page, "groups/shared-members", ("group", "shared", "members"),
        heads=(("机构", "group"), ("重合人数", "shared"), ("谁", "who")), group=identifier, on=page.on, limit=10,
    )  # fmt: skip
    cited = [*past.cited(), *papers.cited(), *(each for _, joined in versions for each in joined.cited())]
    return render(
        page,
        "group.html",
        cited=cited,
        known=[*members.evidence, *known.evidence],
        days=days,
        members=members,
        item=known,
        versions=versions,
        past=past,
        papers=papers,
        shared=shared,
        lifeline=memberships(page, thing, history),
    )


@router.get("/{language}/groups/{identifier}/audit", include_in_schema=False)
def audit(
    page: Asked,
    identifier: Identifier,
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
) -> Response:
    """Who came and went between two days, for printing: the rosters of both days and what lies between."""
    thing = page.thing(identifier, "Group")
    days = change_days(page.rows("groups/membership-history", group=identifier, limit=5_000))
    last = checked_day(until) if until else page.on
    first = checked_day(since) if since else (days[0] if days else last)
    given: dict[str, Value] = {"from": first, "to": last, "group": identifier, "limit": 5_000}
    changes = page.rows("groups/membership-changes", **given)
    between = _table(page, changes, ("day", "change", "member", "role", "title", "state"))
    before, after = roster(page.library, thing, first), roster(page.library, thing, last)
    return render(
        page,
        "audit.html",
        cited=between.cited(),
        known=[*before.evidence, *after.evidence],
        days=days,
        thing=thing,
        first=first,
        last=last,
        between=between,
        before=before,
        after=after,
    )


def _versions(page: Page, history: list[Row], days: list[str]) -> list[tuple[str, PageTable]]:
    """Each day on which the roster changed, latest first, with who joined and who left."""
    found = []
    for day in reversed(days):
        joined = [{**row, "change": "joined"} for row in history if text(row, "possible_from") == day]
        left = [
            {**row, "change": "left", "evidence": row["ended_by"] or row["evidence"], "ended_by": []}
            for row in history
            if text(row, "possible_to") == day
        ]
        found.append((day, _table(page, [*joined, *left], ("change", "member", "role", "title", "state"))))
    return found


def _table(page: Page, rows: list[Row], columns: tuple[str, ...]) -> PageTable:
    return of_rows(page, rows, columns, heads=[_HEADS[column] for column in columns])
