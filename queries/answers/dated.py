"""The year of a month or a day that is said without one: the last of which the place has papers, not the calendar's.

Who asks of 8月 long after the last paper means the last August that the papers tell of; the answer says which year that is.
"""

from __future__ import annotations

from dataclasses import replace

from graph.days import checked_day, today
from queries.answers.model import Thing
from queries.answers.rows import text
from queries.library import Library
from queries.router import Intent

_LAST = "lists/nodes-down"


def in_last_year(library: Library, intent: Intent, on: str, jurisdiction: str) -> Intent:
    """The question with the year of its period, if none is said and the papers of the place end before it is next asked for.

    Raises `InputError` for a day that is none.
    """
    undated = intent.period.without_year if intent.period is not None else None
    if intent.period is None or undated is None:
        return intent
    asked = checked_day(on) if on else today()
    end = library.remembered(_end, jurisdiction)
    if not end or end >= asked:
        return intent
    taken = int(undated.days(end)[0][:4])
    if taken == int(undated.days(asked)[0][:4]):
        return intent
    return replace(intent, period=intent.period.in_year(taken), year_taken=taken)


def place_of(library: Library, subject: Thing) -> str:
    """The place a thing is of, or is; empty if it is of none."""
    hit = library.index.get(subject.id) if subject.id else None
    return "" if hit is None else hit.id if hit.kind == "Jurisdiction" else hit.jurisdiction


def _end(library: Library, jurisdiction: str) -> str:
    """The last day of the year in which the last paper or event of a place is, or of all places; empty without any.

    A month of that year past the last paper is still meant by who asks soon after.
    """
    rows = [
        row
        for kind in ("Document", "Event")
        for row in library.rows(_LAST, node_kind=kind, jurisdiction=jurisdiction, sort="date", limit=1)
    ]
    last = max((text(row, "sort_key") for row in rows), default="")
    return f"{last[:4]}-12-31" if last else ""
