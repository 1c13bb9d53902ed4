"""Three questions that the papers at hand answer, and the days on which papers came: worked out once a graph version."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from api.web.page import Page
from core.errors import UsageError
from graph.stores.store import Row
from queries.answers.lists import listing
from queries.answers.resolve import resolve
from queries.answers.rows import text

#: Names that still read well inside a question.
_SHORTEST, _READABLE = 4, 22
_LOOKED_AT = 100
_PAPERS = 5_000
_LATEST = 8

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """A question in the reader's language, and the day it is asked for."""

    question: str
    on: str


class Shelf:
    """What is worked out once a graph version; a new version empties it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version = ""
        self._kept: dict[tuple[str, ...], object] = {}

    def get(self, version: str, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """The value of a key, made by the first who asks for it."""
        with self._lock:
            if version != self._version or len(self._kept) > 1_000:
                self._version, self._kept = version, {}
            if key in self._kept:
                return self._kept[key]  # type: ignore[return-value]
        value = make()
        with self._lock:
            if version == self._version:
                self._kept[key] = value
        return value


def examples(page: Page) -> tuple[Example, ...]:
    """Who stands in, who is responsible, who sits in a group: about a person, a task and a group of these papers.

    The day is that of the latest paper, so that the answers show something. Fewer if the papers hold less.
    """
    return shelf_of(page).get(
        page.library.store.version(), ("examples", page.place, page.on, page.language), lambda: _examples(page)
    )


def paper_days(page: Page) -> tuple[str, ...]:
    """The days from which papers count."""
    return shelf_of(page).get(page.library.store.version(), ("days", page.place), lambda: _days(page))


def latest_papers(page: Page) -> list[Row]:
    """The latest papers of the place on the page's day: what came later was not there to be read."""
    return shelf_of(page).get(
        page.library.store.version(),
        ("papers", page.place, page.on),
        lambda: page.rows("documents/list", jurisdiction=page.place, to=page.on, limit=_LATEST),
    )


def places(page: Page) -> list[Row]:
    """The places that have papers."""
    return shelf_of(page).get(
        page.library.store.version(),
        ("places",),
        lambda: [row for row in page.rows("jurisdictions/list") if row["documents"]],
    )


def place_names(page: Page) -> dict[str, str]:
    """The names of places by their codes."""
    return {
        text(row, "jurisdiction_id"): text(row, "jurisdiction") or text(row, "jurisdiction_id") for row in places(page)
    }


def shelf_of(page: Page) -> Shelf:
    """The shelf of the application."""
    shelf = page.request.app.state.shelf
    if not isinstance(shelf, Shelf):
        raise TypeError("app.state.shelf is not set")
    return shelf


def _days(page: Page) -> tuple[str, ...]:
    rows = page.rows("documents/list", jurisdiction=page.place, limit=_PAPERS)
    return tuple(sorted({text(row, "effective_day") for row in rows}))


def _examples(page: Page) -> tuple[Example, ...]:
    days = paper_days(page)
    if not days:
        return ()
    on = page.asked or days[-1]
    place = page.place
    people = page.rows("people/workload", on=on, jurisdiction=place, limit=12)
    paired = [row for row in people if page.rows("people/stand-in", person=row["person_id"], on=on, limit=1)]
    moved = [text(row, "task") for row in page.rows("tasks/stale-leaders", on=on, jurisdiction=place, limit=_LOOKED_AT)]
    asked = (
        (_names(paired, "person"), "Person", "{}外出时由谁代为处理？", "who stands in for {}?"),
        ([*moved, *_listed(page, "Task", on)], "Task", "谁负责{}？", "who is responsible for {}?"),
        (_listed(page, "Group", on), "Group", "{}有哪些成员？", "the roster of {}"),
    )
    found = []
    for names, label, zh, en in asked:
        name = next((name for name in names if _means_one(page, name, label)), "")
        if name:
            found.append(Example(page.say(zh, en).format(name), on))
    return tuple(found)


def _names(rows: list[Row], column: str) -> list[str]:
    return [text(row, column) for row in rows]


def _listed(page: Page, label: str, on: str) -> list[str]:
    found = listing(page.library, label, jurisdiction=page.place, on=on, limit=_LOOKED_AT)
    names = sorted((item.thing.name for item in found.items), key=lambda name: (len(name), name))
    return [name for name in names if _SHORTEST <= len(name) <= _READABLE]


def _means_one(page: Page, name: str, label: str) -> bool:
    try:
        resolve(page.library.index, name, (label,), jurisdiction=page.place)
    except UsageError:
        return False
    return True
