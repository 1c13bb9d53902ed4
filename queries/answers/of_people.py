"""Answers in rows about people, groups and events: who came before and after, what happened in a month, whose seats are stale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.errors import NotFoundError
from graph.stores.store import Row, Value
from queries.answers.asked import DAYS, MANY, QUOTED, TITLES, Asked, holds, in_period, rows_kept, rows_where
from queries.answers.results import Table, table
from queries.answers.rows import number, text, texts
from queries.answers.turned import in_one_row
from queries.library import Library

#: What stands on a leader's desk.
_DESK = frozenset({"HEADS", "IN_CHARGE_OF", "SHARES_CHARGE_OF", "LIAISES_WITH", "RESPONSIBLE_FOR"})
#: The moves of people that need no printed appointment to be seen.
_MOVES = frozenset({"人事变动", "人事调整", "人事变化", "干部调整"})
_REMOVED = frozenset(["免职", "免去", "免去职务", "免", "罢免", "撤职", "removed", "dismissed", "removals"])
_NAMED = frozenset(["任命", "提拔", "提名", "appointed"])
#: What kinds of events the words of a question mean; other words are looked for in what was done.
_EVENTS = {"会": "会议", "会议": "会议", "meetings": "会议", "调研": "调研", "考察": "考察", "视察": "视察", "会见": "会见",
           "接待": "会见", "签约": "签约"}  # fmt: skip
#: Words by which the posts of a person are asked for, and nothing else.
_OF_POSTS = frozenset([
    "职务", "职位", "官", "任命", "免职", "上任", "到任", "离任", "卸任", "任职", "调走", "当上", "当选", "担任", "出任", "任", "成为", "当", "是", "become", "appointed", "made",
    "是不是",
])  # fmt: skip
#: The first day of a period that has none, for queries that must have one.
_EVER = "0001-01-01"
_ANY_EVENT = frozenset({"", "活动", "events", "大事", "事", "事情"})


def successors(library: Library, asked: Asked) -> Table:
    """All who held a post; asked for who was before or after, only if more than one is seen in it."""
    if asked.subject.label == "Post":
        found = rows_where(
            library,
            "people/holders-history",
            {"post": asked.subject.id},
            shown=("post", "person", "capacity", *DAYS, "basis"),
        )
        seen = {text(row, "person_id"): text(row, "person") for row in found.result.rows}
        if len(seen) == 1 and asked.intent.what not in ("", "历任", "predecessors", "successors"):
            only = next(iter(seen.values()))
            raise NotFoundError(
                f"所见文件里，“{asked.subject.name}”只见{only}，前任后任都未见"
                f" | in the papers seen, {only} alone is seen in the post “{asked.subject.name}”"
            )
        return found
    rows = library.rows("people/successors", person=asked.subject.id)
    others = {text(row, "object_id") for row in rows if text(row, "person_id") != asked.subject.id}
    return rows_where(
        library,
        "people/successors",
        {"person": asked.subject.id},
        lambda row: text(row, "object_id") in others,
        shown=("object", "role", "person", "capacity", *DAYS, "basis"),
    )


def events(library: Library, asked: Asked) -> Table:
    what = asked.intent.what
    given: dict[str, Value] = {"from": asked.since, "to": asked.until, "kind": _EVENTS.get(what, ""), "limit": MANY}
    by_word = what if what not in _EVENTS and what not in _ANY_EVENT else ""
    place: dict[str, Value] = (
        {"person": asked.subject.id} if asked.subject.label == "Person" else {"jurisdiction": asked.place}
    )
    query = "people/events" if asked.subject.label == "Person" else "lists/events"
    said = asked.subject.name if not asked.subject.label else ""
    return rows_where(
        library,
        query,
        {**given, **place},
        lambda row: by_word in text(row, "event") and holds(text(row, "event"), said),
    )


def appointments(library: Library, asked: Asked) -> Table:
    """Printed appointments and removals, or one of the two; 人事变动 are all posts that changed hands, if only by the titles of rosters."""
    what = asked.intent.what
    if what in _MOVES:
        return _moves(library, asked, lambda row: True, ("任职起止", "Posts that began and ended"))
    change = "ended" if what in _REMOVED else "added" if what in _NAMED else ""
    if change:
        stated = {
            each.id for each in table(library, "lists/changes", _since(asked)).evidence if each.table == "appointments"
        }
        try:
            return _moves(
                library,
                asked,
                lambda row: (
                    text(row, "change") == change
                    and not stated.isdisjoint(texts(row, "evidence"))
                    and (what != "提名" or text(row, "word") == "nominated")
                ),
                TITLES["removed" if change == "ended" else "named"],
            )
        except NotFoundError:
            if asked.until or what == "提名":
                raise  # papers without a day are in no period
    seen: set[tuple[str, str]] = set()

    def keep(row: Row) -> bool:
        known = (text(row, "document_id"), text(row, "quote"))
        new = known not in seen
        seen.add(known)
        return new

    return rows_where(
        library, "documents/clauses", {"table": "appointments", **in_period(asked), "limit": MANY}, keep,
        shown=QUOTED, title=TITLES["appointments"],
    )  # fmt: skip


def _moves(library: Library, asked: Asked, keep: Callable[[Row], bool], title: tuple[str, str]) -> Table:
    return rows_where(
        library,
        "lists/changes",
        _since(asked),
        lambda row: text(row, "edge") == "HOLDS" and keep(row),
        shown=("earliest", "latest", "change", "person", "object"),
        title=title,
    )


def _since(asked: Asked) -> dict[str, Value]:
    """The parameters of a list of changes: the period, else all up to the day."""
    given: dict[str, Value] = in_period(asked) if asked.until else {"to": asked.on, "jurisdiction": asked.place}
    return {**given, "limit": MANY}


def changes(library: Library, asked: Asked) -> Table:
    """What began and ended, or what of it is of the leaders' desks; a seat that came into another state is told once, by that state."""
    desks = asked.intent.what == "分工"
    found = rows_where(
        library,
        "lists/changes",
        _since(asked),
        lambda row: not desks or text(row, "edge") in _DESK,
        shown=("earliest", "latest", "change", "person", "edge", "word", "object", "state"),
    )
    return replace(found, result=replace(found.result, rows=in_one_row(library, found.result.rows)))


def group_list(library: Library, asked: Asked) -> Table:
    """The groups of a day; of a period, those that were set up in it."""
    return rows_where(
        library,
        "groups/list",
        {"on": asked.on, "jurisdiction": asked.place},
        lambda row: asked.holds(text(row, "possible_from")),
    )


def stale_seats(library: Library, asked: Asked) -> Table:
    group = asked.subject.id if asked.subject.label == "Group" else ""
    return rows_kept(
        library,
        "groups/stale-seats",
        {"on": asked.on, "jurisdiction": "" if group else asked.place, "limit": MANY},
        lambda row: not group or text(row, "group_id") == group,
    )


def groups(library: Library, asked: Asked) -> Table:
    query, parameter = (
        ("organisations/groups", "organisation")
        if asked.subject.label == "Organisation"
        else ("people/groups-of", "person")
    )
    role = asked.intent.role if asked.subject.label == "Person" else ""
    given: dict[str, Value] = {parameter: asked.subject.id, "on": asked.on}
    if not role:
        return table(library, query, given)
    return rows_where(library, query, given, lambda row: text(row, "role") == role)


def timeline(library: Library, asked: Asked) -> Table:
    posts = asked.intent.what in _OF_POSTS
    return rows_where(
        library,
        "people/timeline",
        {"person": asked.subject.id},
        lambda row: (
            text(row, "edge") == "HOLDS"
            if posts
            else text(row, "edge") not in ("TOOK_PART_IN", "NAMED_FOR", "ANSWERED_BY")
        ),
        shown=("edge", "object", "role", "capacity", "state", *DAYS, "basis"),
    )


def group_changes(library: Library, asked: Asked) -> Table:
    if not asked.until:
        return table(library, "groups/membership-history", {"group": asked.subject.id})
    given: dict[str, Value] = {"from": asked.since or _EVER, "to": asked.until, "group": asked.subject.id}
    return table(library, "groups/membership-changes", given)


def portfolio_changes(library: Library, asked: Asked) -> Table:
    if not asked.until:
        return table(library, "people/timeline", {"person": asked.subject.id})
    given: dict[str, Value] = {"from": asked.since or _EVER, "to": asked.until, "person": asked.subject.id}
    return table(library, "people/portfolio-changes", given)


def workload(library: Library, asked: Asked) -> Table:
    """Who has most to do; asked for who chairs several groups, those who do."""
    chairs = "组长" in asked.intent.what
    found = rows_where(
        library,
        "people/workload",
        {"on": asked.on, "jurisdiction": asked.place, "limit": 1000},
        lambda row: not chairs or number(row, "chairs") > 1,
    )
    if not chairs:
        return found
    rows = sorted(found.result.rows, key=lambda row: -number(row, "chairs"))
    return replace(found, result=replace(found.result, rows=rows), shown=("person", "chairs", "groups"))
