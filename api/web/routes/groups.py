"""A group: its roster on the day, its versions and who came and went, its clause; the audit between two days."""

from __future__ import annotations

from collections import Counter
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from api.web.page import Asked, Identifier, Page, change_days
from api.web.pictures import memberships
from api.web.render import render
from api.web.rosters import audit_parts, side_by_side
from api.web.tables import PageTable, of_rows, table
from graph.days import checked_day
from graph.ontology import ontology
from graph.stores.store import Row
from queries.answers.audit import audit as audit_of
from queries.answers.audit_sheets import audit_sheets
from queries.answers.groups import roster
from queries.answers.lists import one
from queries.answers.reports import as_docx, report_of
from queries.answers.rows import text
from queries.spells import handed_on, seat_spells

router = APIRouter()

Day = Annotated[str, Query(max_length=10)]

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
    founding = _founding(page, page.rows("groups/genealogy", group=identifier))
    versions = _versions(page, history, days, founding)
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


@router.get("/{language}/groups/{identifier}/versions", include_in_schema=False)
def versions_side_by_side(page: Asked, identifier: Identifier, since: Day = "", until: Day = "") -> Response:
    """The rosters of two days side by side: who joined, who left, what moved."""
    thing = page.thing(identifier, "Group")
    days = _days_of(page, identifier)
    first, last = _two_days(page, days, since, until)
    before, after = roster(page.library, thing, first), roster(page.library, thing, last)
    pairs = side_by_side(before, after)
    return render(
        page, "versions.html", known=[*before.evidence, *after.evidence], days=days, thing=thing, first=first, last=last,
        pairs=pairs, counts=Counter(pair.fate for pair in pairs), after=after,
    )  # fmt: skip


@router.get("/{language}/groups/{identifier}/audit", include_in_schema=False)
def audit(page: Asked, identifier: Identifier, since: Day = "", until: Day = "") -> Response:
    """Who came and went between two days, for printing: each change with both papers, what waits, both rosters."""
    thing = page.thing(identifier, "Group")
    days = _days_of(page, identifier)
    first, last = _audited_days(page, days, since, until)
    found = audit_of(page.library, thing, since=first, until=last)
    changes, waiting, genealogy = audit_parts(page, found)
    before, after = roster(page.library, thing, first), roster(page.library, thing, last)
    return render(
        page, "audit.html", known=[*found.evidence, *before.evidence, *after.evidence], days=days, thing=thing, first=first,
        last=last, changes=changes, waiting=waiting, genealogy=genealogy, before=before, after=after,
    )  # fmt: skip


@router.get("/{language}/groups/{identifier}/audit/docx", include_in_schema=False)
def audit_file(page: Asked, identifier: Identifier, since: Day = "", until: Day = "") -> Response:
    """The audit as a Word document."""
    thing = page.thing(identifier, "Group")
    first, last = _audited_days(page, _days_of(page, identifier), since, until)
    found = audit_of(page.library, thing, since=first, until=last)
    name = quote(f"{thing.name} {first} {last}.docx", safe="")
    return Response(
        as_docx(report_of(audit_sheets(found, page.language), page.language), page.language),
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )


def _days_of(page: Page, identifier: str) -> list[str]:
    return change_days(page.rows("groups/membership-history", group=identifier, limit=5_000))


def _audited_days(page: Page, days: list[str], since: str, until: str) -> tuple[str, str]:
    """From the first list on, up to the day of the page."""
    last = checked_day(until) if until else page.on
    first = checked_day(since) if since else min(days[0], last) if days else last
    return first, last


def _two_days(page: Page, days: list[str], since: str, until: str) -> tuple[str, str]:
    """The last version on the day of the page, and the one before it."""
    last = checked_day(until) if until else max((day for day in days if day <= page.on), default=page.on)
    first = checked_day(since) if since else max((day for day in days if day < last), default=last)
    return first, last


def _founding(page: Page, genealogy: list[Row]) -> tuple[str, str]:
    """The day of the first paper on the group, and whether it was set up then or only seen for the first time."""
    papers = [row for row in genealogy if row["relation"] == "ISSUED" and text(row, "possible_from")]
    if not papers:
        return "", ""
    first = min(papers, key=lambda row: text(row, "possible_from"))
    said = page.say("成立", "set up") if text(first, "detail") == "成立" else page.say("首见名单", "first list seen")
    return text(first, "possible_from"), said


def _versions(
    page: Page, history: list[Row], days: list[str], founding: tuple[str, str]
) -> list[tuple[str, PageTable]]:
    """Each day on which the roster changed, latest first: who joined, who left, whose seat came into another state."""
    handed = handed_on(seat_spells(history, "member_id", "role", "title"))
    taken_over = set(handed.values())
    first, said = (
        founding
        if days and founding[0] == days[0]
        else (days[0] if days else "", page.say("首见名单", "first list seen"))
    )
    found = []
    for day in reversed(days):
        joined = [
            {**row, "change": said if day == first else "joined"}
            for place, row in enumerate(history)
            if text(row, "possible_from") == day and place not in handed
        ]
        turned = [
            {**row, "change": ontology().value_caption("state", text(row, "state"), language=page.language)}
            for place, row in enumerate(history)
            if text(row, "possible_from") == day and place in handed and row["state"] != history[handed[place]]["state"]
        ]
        left = [
            {**row, "change": "left", "evidence": row["ended_by"] or row["evidence"], "ended_by": []}
            for place, row in enumerate(history)
            if text(row, "possible_to") == day and place not in taken_over
        ]
        if some := [*joined, *left, *turned]:
            found.append((day, _table(page, some, ("change", "member", "role", "title", "state"))))
    return found


def _table(page: Page, rows: list[Row], columns: tuple[str, ...]) -> PageTable:
    return of_rows(page, rows, columns, heads=[_HEADS[column] for column in columns])
