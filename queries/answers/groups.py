"""Who sits in a group on a day, and why."""

from __future__ import annotations

from collections.abc import Sequence

from graph.stores.store import Row
from graph.timeline.groups import ENDING
from queries.answers.model import Coded, Evidence, Roster, SeatLine, Thing
from queries.answers.rows import evidence_in, held, maps, named, number, sureness, text, texts, thing
from queries.answers.words import evidence, printed_order, reach
from queries.library import Library

#: States in which another than the printed person, or nobody, fills the seat.
_NOT_AS_LISTED = frozenset({"succession", "vacant"})


def roster(library: Library, group: Thing, on: str, *, role: str = "") -> Roster:
    """The seats of a group in printed order with their states; only those of one `role` if it is given."""
    detail = next(iter(library.rows("groups/detail", group=group.id, on=on)), None)
    rows = library.rows("groups/roster", group=group.id, on=on)
    found = [each for each in _seats(rows, on) if not role or each.role == role]
    clauses = _clauses(library, rows, detail, on)
    words = evidence(library, [*evidence_in(each.held for each in found), *clauses])
    name = text(detail, "group") if detail else group.name
    parents = [named(each, "Group") for each in maps(detail, "parents")] if detail else []
    return Roster(
        queries=("groups/roster", "groups/detail"),
        subject=Thing(group.id, "Group", name),
        on=on,
        evidence=words,
        reach=reach(library, words),
        founded=text(detail, "possible_from") if detail else "",
        ended=_ended(detail, on) if detail else "",
        parent=parents[0] if parents else None,
        subgroups=tuple(named(each, "Group") for each in maps(detail, "subgroups")) if detail else (),
        office_in=tuple(named(each, "Organisation") for each in maps(detail, "offices")) if detail else (),
        other_names=tuple(dict.fromkeys(each for item in maps(detail, "names") if (each := text(item, "name")) != name))
        if detail
        else (),
        clauses=clauses,
        seats=tuple(_as_printed(found, words)),
    )


def _seats(rows: list[Row], on: str) -> list[SeatLine]:
    """One line a seat and holder. A seat on several posts has a row for each of them."""
    found: dict[tuple[str, str, str], SeatLine] = {}
    for row in rows:
        line = _seat(row, on)
        holder = line.holder.id if line.holder else ""
        found.setdefault((line.seat, holder, line.state.code), line)
    return list(found.values())


def _as_printed(seats: list[SeatLine], words: Sequence[Evidence]) -> list[SeatLine]:
    """Role after role as the list prints them; who was added later stands at the end of his role."""
    place = printed_order(words)
    first: dict[str, int] = {}
    for seat in seats:
        if seat.order:
            first[seat.role] = min(first.get(seat.role, seat.order), seat.order)
    return sorted(
        seats,
        key=lambda each: (
            first.get(each.role, len(seats)),
            each.order or len(seats) + 1,
            max((place[one] for one in each.held.evidence), default=0),
            each.seat,
            sureness(each.held),
        ),
    )


def _seat(row: Row, on: str) -> SeatLine:
    person = thing(row, "person", "Person")
    state = text(row, "state")
    unit = thing(row, "organisation", "Organisation") if state == "unit" else None
    printed = [named(each, "Person") for each in maps(row, "listed") if text(each, "valid_from") <= on]
    return SeatLine(
        seat=text(row, "seat_id"),
        role=text(row, "role"),
        order=number(row, "order"),
        kind=text(row, "kind"),
        title=text(row, "title"),
        holder=person or unit,
        printed_for=tuple(each for each in printed if person is None or each.id != person.id)
        if state in _NOT_AS_LISTED
        else (),
        state=Coded.of("state", state),
        explanation=text(row, "explanation"),
        clause=texts(row, "clause"),
        held=held(row),
    )


def _ended(detail: Row, on: str) -> str:
    """The day from which the group is no more on that day: it was ended by then, and not founded anew."""
    acts = sorted((text(act, "day"), text(act, "action")) for act in maps(detail, "acts") if text(act, "day"))
    day, action = next((act for act in reversed(acts) if act[0] <= on), ("", ""))
    if action in ENDING:
        return day
    last = text(detail, "possible_to")
    return last if last and last <= on else ""


def _clauses(library: Library, rows: list[Row], detail: Row | None, on: str) -> tuple[str, ...]:
    """The clauses that pass the seats on: those of the papers since the last whole list, seen on the day."""
    if detail is None:
        return ()
    seen = dict.fromkeys(each for row in rows for each in texts(row, "clause"))
    acts = [(text(act, "day"), text(act, "id"), text(act, "extent")) for act in maps(detail, "acts")]
    whole = max((day for day, _, extent in acts if extent == "whole" and day <= on), default="")
    papers = {paper for day, paper, _ in acts if whole <= day <= on}
    return tuple(each.id for each in evidence(library, seen) if each.document in papers)
