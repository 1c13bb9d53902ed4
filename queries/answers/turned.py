"""A seat that came into another state (在列 to 待调整) in rows of what began and ended: one row, not an end and a beginning.

The graph keeps a spell a state, so its holder seems to leave and to come back on one day; no paper prints that.
"""

from __future__ import annotations

from graph.stores.store import Row, Value
from queries.answers.changes import seat_states
from queries.answers.rows import text, texts
from queries.library import Library
from queries.spells import Spell, handed_on


def in_one_row(library: Library, rows: list[Row]) -> list[Row]:
    """The rows in their order, each with its `state`: that of a seat which passed into one, told as `turned`; of one listed again, nothing."""
    spells = [
        Spell(_seat(row), text(row, "earliest"), "") if row["change"] == "added" else Spell(_seat(row), "", text(row, "latest"))
        for row in rows
    ]  # fmt: skip
    handed = handed_on(spells)
    earlier = set(handed.values())
    found = []
    for place, row in enumerate(rows):
        if place in earlier:
            continue
        if place not in handed:
            found.append({**row, "state": ""})
            continue
        states = library.remembered(seat_states, text(row, "object_id"))
        before, *rest = states.get((text(row, "person_id"), text(row, "word"), text(row, "earliest")), ["", ""])
        state = rest[-1] if rest else before
        if state != before:
            # The paper that changed it comes first: it is the cause under which the change is told.
            words: list[Value] = list(dict.fromkeys((*texts(rows[handed[place]], "evidence"), *texts(row, "evidence"))))
            found.append({**row, "change": "turned", "state": state, "evidence": words})
    return found


def _seat(row: Row) -> tuple[str, ...]:
    """What makes two rows one seat; a row of anything else is one of its own."""
    if row["edge"] != "MEMBER_OF":
        return (text(row, "edge_id"), text(row, "change"))
    return (text(row, "person_id"), text(row, "object_id"), text(row, "word"))
