"""What changed between two days: posts, charges, stand-ins and seats that came or went, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from queries.spells import Spell, handed_on

QUERIES = ("lists/began", "lists/ended")
_WHAT = {code: Coded(code, *CHANGES[code]) for code in ("added", "ended")}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that began or ended on a day (at the earliest); `word` is the printed word on it.

    A seat that came into another state has neither begun nor ended: its change is `turned`, its caption and `state` the new
    state, and `id` that of the seat in it.
    """

    id: str
    day: str
    change: Coded
    person: Thing
    jurisdiction: str
    edge: Coded
    object: Thing
    word: str
    evidence: tuple[str, ...]
    state: str = ""


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
    rows = [{**row, "change": what} for what, result in zip(_WHAT, results, strict=True) for row in result.rows]
    rows.sort(key=lambda row: (text(row, "person"), text(row, "edge"), text(row, "edge_id")))
    rows.sort(key=lambda row: text(row, "day"), reverse=True)
    told = tuple(_turned(library, [_change(row) for row in rows]))
    found = told[:limit]
    words = evidence(library, (each for change in found for each in change.evidence))
    return Changes(
        since=since,
        until=until,
        jurisdiction=jurisdiction,
        changes=found,
        truncated=len(told) > limit or any(result.truncated for result in results),
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


def _turned(library: Library, found: Sequence[Change]) -> Iterator[Change]:
    """The changes in their order. Of a seat that passed into another state, the state; of one listed again, nothing."""
    spells = [
        Spell(
            (each.person.id, each.object.id, each.word) if each.edge.code == "MEMBER_OF" else each.id,
            each.day if each.change.code == "added" else "",
            each.day if each.change.code == "ended" else "",
        )
        for each in found
    ]
    handed = handed_on(spells)
    earlier = set(handed.values())
    states: dict[str, dict[tuple[str, str, str], list[str]]] = {}
    for place, each in enumerate(found):
        if place in earlier:
            continue
        if place not in handed:
            yield each
            continue
        if each.object.id not in states:
            states[each.object.id] = seat_states(library, each.object.id)
        before, *rest = states[each.object.id].get((each.person.id, each.word, each.day), ["", ""])
        state = rest[-1] if rest else before
        if state and state != before:
            # The paper that changed it comes first: it is the cause under which the change is told.
            words = tuple(dict.fromkeys((*found[handed[place]].evidence, *each.evidence)))
            said = Coded.of("state", state)
            yield replace(each, change=Coded("turned", said.zh, said.en), state=state, evidence=words)


def seat_states(library: Library, group: str) -> dict[tuple[str, str, str], list[str]]:
    """By member, role and day: the state of the seat until that day, and from that day on."""
    rows = library.rows("groups/membership-history", group=group, limit=5_000)
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in sorted(rows, key=lambda row: text(row, "possible_from")):
        who = text(row, "member_id"), text(row, "role")
        if (*who, text(row, "possible_from")) in found:
            found[*who, text(row, "possible_from")].append(text(row, "state"))
        if text(row, "possible_to"):
            found.setdefault((*who, text(row, "possible_to")), []).insert(0, text(row, "state"))
    return found


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
