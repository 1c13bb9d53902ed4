"""What changed between two days: posts, charges, stand-ins and seats that came or went, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.settings import Language
from graph.stores.store import Row
from queries.answers.captions import CHANGES
from queries.answers.model import Coded, Evidence, Reach, Thing
from queries.answers.rows import text, texts
from queries.answers.sheets import Line, Sheet, Words
from queries.answers.words import evidence, reach
from queries.catalogue import catalogue
from queries.library import Library

QUERIES = ("lists/began", "lists/ended")
_WHAT = {code: Coded(code, *CHANGES[code]) for code in ("added", "ended")}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that began or ended on a day (at the earliest); `word` is the printed word on it."""

    id: str
    day: str
    change: Coded
    person: Thing
    jurisdiction: str
    edge: Coded
    object: Thing
    word: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed after `since` up to `until`, newest first. `truncated` says that there is more, further back."""

    since: str
    until: str
    jurisdiction: str
    changes: tuple[Change, ...]
    truncated: bool
    evidence: tuple[Evidence, ...]
    reach: tuple[Reach, ...]


def changes(library: Library, *, since: str = "", until: str, jurisdiction: str = "", limit: int = 100) -> Changes:
    """The latest changes in a place, at most `limit`. Raises what the store raises."""
    given: dict[str, str | int] = {"from": since, "to": until, "jurisdiction": jurisdiction, "limit": limit}
    results = [catalogue().run(library.store, query, dict(given)) for query in QUERIES]
    # Each gives its newest first; together they are sorted here, days down and names up.
    rows = [row for result in results for row in result.rows]
    rows.sort(key=lambda row: (text(row, "person"), text(row, "edge"), text(row, "edge_id")))
    rows.sort(key=lambda row: text(row, "day"), reverse=True)
    found = tuple(_change(row) for row in rows[:limit])
    words = evidence(library, (each for change in found for each in change.evidence))
    return Changes(
        since=since,
        until=until,
        jurisdiction=jurisdiction,
        changes=found,
        truncated=len(rows) > limit or any(result.truncated for result in results),
        evidence=words,
        reach=reach(library, words),
    )


def changes_sheet(answer: Changes, language: Language) -> Sheet:
    """The changes as a table."""
    words = Words(language)
    lines = tuple(
        Line(
            (each.day, words.code(each.change), each.person.name, each.word or words.code(each.edge), each.object.name),
            each.evidence,
        )
        for each in answer.changes
    )
    columns = (("日期", "day"), ("变动", "change"), ("谁", "who"), ("关系", "relation"), ("对象", "what"))
    note: tuple[str, ...] = ()
    if answer.truncated:
        note = (words.say(f"只列最近 {len(lines)} 项。", f"The latest {len(lines)} only."),)
    return Sheet(
        words.say("更新记录", "What changed"),
        (),
        tuple(words.say(*each) for each in columns),
        lines,
        answer.evidence,
        note,
    )


def _change(row: Row) -> Change:
    what: Literal["added", "ended"] = "added" if text(row, "change") == "added" else "ended"
    return Change(
        id=text(row, "edge_id"),
        day=text(row, "day"),
        change=_WHAT[what],
        person=Thing(text(row, "person_id"), "Person", text(row, "person")),
        jurisdiction=text(row, "jurisdiction"),
        edge=Coded.edge(text(row, "edge")),
        object=Thing(text(row, "object_id"), text(row, "object_kind"), text(row, "object")),
        word=text(row, "word"),
        evidence=texts(row, "evidence"),
    )
