"""Lives over time: of a person, of a body's overseers, of a group's members, out of rows of canned queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.errors import NotFoundError
from core.settings import Language
from graph.ontology import ontology
from graph.stores.store import Row
from queries.answers.model import Thing
from queries.answers.rows import text
from queries.library import Library
from queries.spells import handed_on, seat_spells
from viz.lifeline import Bar, Lifeline, lifeline
from viz.palette import edge_colour

#: The order in which a person's facts are listed; tasks and events stand in their own tables.
_PERSON = (
    "HOLDS",
    "HEADS",
    "IN_CHARGE_OF",
    "SHARES_CHARGE_OF",
    "RESPONSIBLE_FOR",
    "LIAISES_WITH",
    "STANDS_IN_FOR",
    "MEMBER_OF",
)

#: States of a seat that somebody has to look into.
_IN_DOUBT = frozenset({"stale", "check", "pending_approval", "pending_unit"})

Href = Callable[[str], str]


_OVER_TIME = 5_000


def of_thing(library: Library, thing: Thing, on: str, *, href: Href, language: Language) -> Lifeline:
    """The life of a person, a body or a group. Raises `NotFoundError` for anything else, or what the store raises."""
    match thing.label:
        case "Person":
            rows = library.rows("people/timeline", person=thing.id, limit=_OVER_TIME)
            return of_person(thing.name, rows, on, href=href, language=language)
        case "Organisation":
            rows = library.rows("organisations/oversight-history", organisation=thing.id, limit=_OVER_TIME)
            return of_overseers(thing.name, rows, on, href=href, language=language)
        case "Group":
            rows = library.rows("groups/membership-history", group=thing.id, limit=_OVER_TIME)
            return of_members(thing.name, rows, on, href=href, language=language)
    raise NotFoundError(f"没有可画的 | nothing to draw over time: {thing.label}")


def of_person(title: str, rows: Sequence[Row], on: str, *, href: Href, language: Language) -> Lifeline:
    """Posts, charges, stand-ins and seats of a person (rows of `people/timeline`)."""
    chosen = sorted((row for row in rows if row["edge"] in _PERSON), key=lambda row: _PERSON.index(text(row, "edge")))
    chosen = _sittings(chosen, "edge", "object_id", "role")
    schema = ontology()
    bars = [
        _bar(row, text(row, "object"), text(row, "object_id"), schema.caption(text(row, "edge"), language=language),
             edge_colour(text(row, "edge")), text(row, "role") or text(row, "relation"), href, language)
        for row in chosen
    ]  # fmt: skip
    return lifeline(title, _joined(bars), on)


def of_overseers(title: str, rows: Sequence[Row], on: str, *, href: Href, language: Language) -> Lifeline:
    """Who headed, had charge of and liaised with a body (rows of `organisations/oversight-history`)."""
    schema = ontology()
    bars = [
        _bar(row, text(row, "person"), text(row, "person_id"), schema.caption(text(row, "edge"), language=language),
             edge_colour(text(row, "edge")), text(row, "relation"), href, language)
        for row in rows
    ]  # fmt: skip
    return lifeline(title, _joined(bars), on)


def of_members(title: str, rows: Sequence[Row], on: str, *, href: Href, language: Language) -> Lifeline:
    """Who sat in a group and in which role (rows of `groups/membership-history`)."""
    bars = [
        _bar(row, text(row, "member"), text(row, "member_id"), text(row, "role"),
             edge_colour("MEMBER_OF" if text(row, "member_kind") == "Person" else ""), text(row, "title"), href, language)
        for row in sorted(_sittings(rows, "member_id", "role", "title"), key=lambda row: (_order(row), text(row, "possible_from")))
    ]  # fmt: skip
    return lifeline(title, _joined(bars), on, in_order=True)


def _sittings(rows: Sequence[Row], *columns: str) -> list[Row]:
    """One row a sitting: a seat that came into another state stays one bar, told in doubt from that day on."""
    handed = handed_on(seat_spells(rows, *columns))
    after = {earlier: later for later, earlier in handed.items()}
    found = []
    for place, row in enumerate(rows):
        if place in handed:
            continue
        last, doubt = place, _doubt(row)
        while last in after:
            last = after[last]
            doubt = doubt if doubt and _doubt(rows[last]) else _doubt(rows[last])
        ends = {column: rows[last][column] for column in ("valid_to", "possible_to")}
        found.append({**row, **ends, "doubt_from": doubt})
    return found


def _doubt(row: Row) -> str:
    """The day from which a seat waits for somebody: 待调整, 待核实, 待批准, 待单位明确."""
    return (text(row, "possible_from") or text(row, "valid_from")) if row["state"] in _IN_DOUBT else ""


def _bar(
    row: Row, name: str, identifier: str, group: str, colour: str, word: str, href: Href, language: Language
) -> Bar:
    days = {column: text(row, column) for column in ("valid_from", "valid_to", "possible_from", "possible_to")}
    span = f" {days['possible_from'] or days['valid_from'] or '…'} – {days['possible_to'] or days['valid_to'] or '…'}"
    note = f"（{word}）{span}" if word else span
    doubt = text(row, "doubt_from") if "doubt_from" in row else ""
    if doubt:
        note += f"；{doubt} 起待调整或待核实" if language == "zh" else f"; stale or to be checked since {doubt}"
    return Bar(label=name, group=group, colour=colour, href=href(identifier), note=note, doubt_from=doubt, **days)


def _joined(bars: Sequence[Bar]) -> list[Bar]:
    """Bars without repetition: one fact said by several papers of the same days is one bar."""
    seen: dict[tuple[str, ...], Bar] = {}
    for bar in bars:
        key = (bar.label, bar.group, bar.valid_from, bar.valid_to, bar.possible_from, bar.possible_to)
        seen.setdefault(key, bar)
    return list(seen.values())


def _order(row: Row) -> int:
    value = row["order"]
    return value if isinstance(value, int) else 10_000
