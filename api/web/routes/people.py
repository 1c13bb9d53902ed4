"""A person: the desk of the day, stand-ins, groups, tasks, events, and all of it over time. A post and who holds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fastapi import APIRouter, Response

from api.web.page import Asked, Identifier, Page, change_days
from api.web.pictures import lifelines
from api.web.render import render
from api.web.tables import PageTable, of_rows, table
from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.leaders import holders, portfolio
from queries.answers.lists import one
from queries.answers.model import Holder, Portfolio
from queries.answers.rows import text
from queries.printed import first_place, number_key, places
from queries.spells import handed_on, seat_spells

router = APIRouter()

_OVER_TIME = 2_000
#: Changes shown of the past, latest first; the rest stands in the table over time.
_LATEST = 3
_OF_TASKS = frozenset({"TOOK_PART_IN", "NAMED_FOR", "ANSWERED_BY"})
_CHARGES = frozenset({"HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "LIAISES_WITH", "RESPONSIBLE_FOR", "ASSISTS"})


@dataclass(frozen=True, slots=True)
class Reshuffle:
    """The last change of a desk; `first` if no division of work of the place is known from before it."""

    day: str
    before: str
    table: PageTable
    first: bool


@router.get("/{language}/persons/{identifier}", include_in_schema=False)
def person(page: Asked, identifier: Identifier) -> Response:
    """The desk of a person on the day, and how it came to be."""
    thing = page.thing(identifier, "Person")
    known = one(page.library, thing)
    desk = _as_printed(portfolio(page.library, thing, page.on))
    history = page.rows("people/timeline", person=identifier, limit=_OVER_TIME)
    acts_for = table(
        page,
        "people/stand-in",
        ("other", "rank", "condition", "scope", "exclusion", "status"),
        heads=(("代谁", "for whom"), ("顺位", "rank"), ("条件", "condition"), ("范围", "scope"), ("除外", "except"),
               ("把握", "how sure")),
        keep=lambda row: row["direction"] == "acts_for",
        person=identifier,
        on=page.on,
    )  # fmt: skip
    tasks = page.rows("people/tasks-of", person=identifier, on=page.on)
    named = _tasks(page, [row for row in tasks if row["part"] == "named"])
    answers = _tasks(page, [row for row in tasks if row["part"] == "answers"])
    events = _events(page, history)
    changes, reshuffle = (
        _changes(page, history),
        _reshuffle(page, history, str(known.item.properties.get("jurisdiction", ""))),
    )
    shown = [
        acts_for,
        named,
        answers,
        events,
        *(some for _, some in changes),
        *((reshuffle.table,) if reshuffle and not reshuffle.first else ()),
    ]
    cited = [each for some in shown for each in some.cited()]
    return render(
        page,
        "person.html",
        cited=cited,
        known=[*desk.evidence, *known.evidence],
        days=change_days(row for row in history if row["edge"] != "TOOK_PART_IN"),
        desk=desk,
        titles=_titles(desk.posts),
        item=known,
        acts_for=acts_for,
        named=named,
        answers=answers,
        events=events,
        changes=changes,
        reshuffle=reshuffle,
        lifeline=lifelines(page, thing, history),
    )


@router.get("/{language}/posts/{identifier}", include_in_schema=False)
def post(page: Asked, identifier: Identifier) -> Response:
    """Who holds a post on the day, and the groups whose seats go with it."""
    thing = page.thing(identifier, "Post")
    found = holders(page.library, thing, page.on)
    seats = table(
        page,
        "groups/seats-by-post",
        ("group", "role", "person", "state"),
        heads=(("机构", "group"), ("组内职务", "role"), ("当日在席", "in the seat"), ("席位", "seat")),
        post=identifier,
        on=page.on,
    )
    return render(
        page, "post.html", cited=seats.cited(), known=found.evidence,
        days=change_days([_days(each.held.possible_from, each.held.possible_to) for each in found.holders]),
        found=found, seats=seats,
    )  # fmt: skip


def _as_printed(desk: Portfolio) -> Portfolio:
    """The desk with the objects of each relation as the paper lists them, what is only assisted in at the end."""
    known = places(desk.evidence)
    charges = sorted(
        desk.charges,
        key=lambda each: (each.capacity.code == "assisting", first_place(each.held.evidence, known), each.object.name),
    )
    return replace(desk, charges=tuple(charges))


def _titles(posts: Sequence[Holder]) -> list[Holder]:
    """The posts under the name, each once: one seen without a capacity is not also told as nominated or acting."""
    sure = [each for each in posts if each.held.status.code != "possible"]
    plain = {each.post.id for each in sure if not each.capacity.code}
    return [each for each in sure if not each.capacity.code or each.post.id not in plain]


def _days(start: str, end: str) -> Row:
    return {"possible_from": start, "possible_to": end}


def _tasks(page: Page, rows: list[Row]) -> PageTable:
    rows = sorted(rows, key=lambda row: (text(row, "plan"), number_key(text(row, "number")), text(row, "task_id")))
    return of_rows(
        page,
        rows,
        ("number", "task", "plan", "deadline", "verdict"),
        heads=(("编号", "no."), ("任务", "task"), ("出自", "from"), ("时限", "deadline"), ("结论", "verdict")),
    )


def _events(page: Page, history: list[Row]) -> PageTable:
    rows = [row for row in history if row["edge"] == "TOOK_PART_IN"]
    rows.sort(key=lambda row: (text(row, "possible_from"), text(row, "object_id")), reverse=True)
    return of_rows(
        page,
        rows,
        ("possible_from", "object", "role"),
        heads=(("日期", "day"), ("活动", "event"), ("见称", "title seen")),
    )


def _changes(page: Page, history: list[Row]) -> list[tuple[str, PageTable]]:
    """What else came and went on the latest days of change up to the day of the page."""
    events = _events_of(page, history, lambda edge: edge not in _CHARGES)
    days = sorted({text(row, "day") for row in events}, reverse=True)[:_LATEST]
    return [(day, _change_table(page, [row for row in events if row["day"] == day])) for day in days]


def _reshuffle(page: Page, history: list[Row], place: str) -> Reshuffle | None:
    """The last day on which the desk changed, what came to it and left it, and the day before."""
    events = _events_of(page, history, lambda edge: edge in _CHARGES)
    if not events:
        return None
    day = max(text(row, "day") for row in events)
    before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    # Where no desk of the place is known the day before, nothing was added: the division is only seen for the first time.
    earlier = page.rows("people/desks", on=before, jurisdiction=place, limit=1)
    return Reshuffle(day, before, _change_table(page, [row for row in events if row["day"] == day]), first=not earlier)


def _events_of(page: Page, history: list[Row], wanted: Callable[[str], bool]) -> list[Row]:
    """Beginnings and ends up to the day of the page; a seat that only came into another state is told as that state."""
    lasting = [row for row in history if row["edge"] not in _OF_TASKS and wanted(text(row, "edge"))]
    handed = handed_on(seat_spells(lasting, "edge", "object_id", "role"))
    taken_over = set(handed.values())
    found = []
    for place, row in enumerate(lasting):
        start, end = text(row, "possible_from"), text(row, "possible_to")
        before = lasting[handed[place]] if place in handed else None
        if start and start <= page.on and before is None:
            found.append(_event(row, start, "added", row["evidence"]))
        elif start and start <= page.on and before and before["state"] != row["state"]:
            said = ontology().value_caption("state", text(row, "state"), language=page.language)
            found.append(_event(row, start, said, before["ended_by"] or row["evidence"]))
        if end and end <= page.on and place not in taken_over:
            found.append(_event(row, end, "ended", row["ended_by"] or row["evidence"]))
    return found


def _event(row: Row, day: str, change: str, evidence: Value) -> Row:
    return {**row, "change": change, "evidence": evidence, "ended_by": [], "word": row["role"], "day": day}


def _change_table(page: Page, rows: list[Row]) -> PageTable:
    heads = (("变动", "change"), ("关系", "relation"), ("对象", "what"), ("用词", "word"))
    return of_rows(page, rows, ("change", "edge", "object", "word"), heads=heads)
