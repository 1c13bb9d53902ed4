"""Lists of one kind of thing, page by page; and one thing with the names it has gone by."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Literal

from core.errors import NotFoundError, UsageError
from graph.elements import PropertyValue
from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.model import Coded, Evidence, Thing
from queries.answers.rows import text, texts
from queries.answers.words import evidence
from queries.catalogue import catalogue
from queries.library import Library

SortKey = Literal["name", "date", "number", "id"]
#: How a list is sorted; `-` in front: last first. `id` is the cheapest and the order of a whole export.
Sort = Literal["name", "-name", "date", "-date", "number", "-number", "id", "-id"]

#: Properties of a node that say what it is; days and names are told apart from them.
_DAYS = ("valid_from", "valid_to", "possible_from", "possible_to")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a list: its properties as the ontology names them, unknown ones left out."""

    thing: Thing
    properties: dict[str, PropertyValue]


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list. `next` continues it; empty at its end."""

    items: tuple[Item, ...]
    next: str


@dataclass(frozen=True, slots=True)
class KnownAs:
    """A name a thing has gone by."""

    name: str
    kind: str
    valid_from: str
    valid_to: str
    possible_from: str
    possible_to: str
    basis: Coded
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class One:
    """One thing: its properties, the names it has gone by, the words for these names."""

    item: Item
    names: tuple[KnownAs, ...]
    evidence: tuple[Evidence, ...]


def listing(
    library: Library,
    label: str,
    *,
    jurisdiction: str = "",
    name: str = "",
    kind: str = "",
    on: str = "",
    since: str = "",
    until: str = "",
    sort: Sort = "name",
    cursor: str = "",
    limit: int = 50,
) -> Listing:
    """A page of the things of a label, filtered and sorted; each stands on one page, whatever the page size.

    `name` is a part of the name, `kind` the value of that property, `on` a day on which a thing is not excluded, `since`
    and `until` bound its day (of an event, a paper, the beginning of anything else). Raises `UsageError` (`BAD-CURSOR`).
    """
    key, place = _read(cursor, sort)
    query = "lists/nodes-down" if sort.startswith("-") else "lists/nodes"
    given: dict[str, Value] = {
        "node_kind": label, "jurisdiction": jurisdiction, "name": name, "kind": kind, "on": on, "from": since, "to": until,
        "sort": sort.removeprefix("-"), "after_key": key, "after": place, "limit": limit,
    }  # fmt: skip
    result = catalogue().run(library.store, query, given)
    items = tuple(_item(row, label) for row in result.rows)
    if not result.truncated or not result.rows:
        return Listing(items, "")
    last = result.rows[-1]
    return Listing(items, _written(sort, text(last, "sort_key"), text(last, "node_id")))


def one(library: Library, thing: Thing) -> One:
    """One thing. Raises `NotFoundError` if the graph has no such node of that label."""
    rows = library.rows("lists/node", node_kind=thing.label, node=thing.id)
    if not rows:
        raise NotFoundError(f"没有这一项 | no such {thing.label}: {thing.id}")
    names = tuple(_known_as(row) for row in library.rows("lists/names", node_kind=thing.label, node=thing.id))
    words = evidence(library, [each for known in names for each in known.evidence])
    return One(_item(rows[0], thing.label), names, words)


def _item(row: Row, label: str) -> Item:
    names = ontology().node_properties(label)
    known = {name: value for name in names if (value := row.get(name)) not in (None, "", []) and _is_property(value)}
    del known["name"]
    return Item(Thing(text(row, "node_id"), label, text(row, "name")), known)  # type: ignore[arg-type]


def _is_property(value: Value) -> bool:
    return not isinstance(value, dict)


def _known_as(row: Row) -> KnownAs:
    days = {name: text(row, name) for name in _DAYS}
    return KnownAs(
        name=text(row, "known_as"),
        kind=text(row, "kind"),
        **days,
        basis=Coded.of("basis", text(row, "basis")),
        evidence=texts(row, "evidence"),
    )


def _written(sort: Sort, key: str, place: str) -> str:
    packed = json.dumps([sort, key, place], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _read(cursor: str, sort: Sort) -> tuple[str, str]:
    """Sort key and id of the last thing seen; both empty at the beginning."""
    if not cursor:
        return "", ""
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        content = json.loads(packed.decode())
    except (binascii.Error, ValueError, RecursionError):
        raise _bad_cursor() from None
    match content:
        case [str(wanted), str(key), str(place)] if wanted == sort and place:
            return key, place
    raise _bad_cursor()


def _bad_cursor() -> UsageError:
    return UsageError(
        "翻页标记无效 | the cursor cannot be used",
        remedy="用上一页给出的 next，排序不变 | use `next` of the page before, with the same sort",
        code="BAD-CURSOR",
    )
