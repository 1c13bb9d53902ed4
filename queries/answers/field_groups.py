"""Who answers for a field of work that nobody has charge of by name: who heads the groups named for it, and whose tasks speak of it.

Each is a row of the shape of `lists/charges`, so that one table holds what was found in any way.
"""

from __future__ import annotations

from graph.stores.store import Row
from queries.answers.rows import maps, text, texts
from queries.catalogue import catalogue
from queries.library import Library

CHARGES = "lists/charges"
_MANY = 5_000
#: Groups that may be meant by one word.
_GROUPS = 6
#: Tasks looked into; of more than so many that speak of a word, none is the one that is asked of.
_TASKS = 12


def heads_of_groups(library: Library, word: str, on: str, jurisdiction: str) -> list[Row]:
    """The heads, on a day, of the groups whose names hold a word; none if too many do."""
    rows = library.rows("groups/list", on=on, jurisdiction=jurisdiction, limit=_MANY)
    named = [row for row in rows if word in text(row, "group")]
    found = []
    for row in named if len(named) <= _GROUPS else ():
        for head in maps(row, "heads"):
            found.append(
                _shaped(
                    looked_for=word, edge="MEMBER_OF", relation=text(head, "role"), person=text(head, "name"),
                    person_id=text(head, "id"), object=text(row, "group"), object_id=text(row, "group_id"), object_kind="Group",
                    jurisdiction=text(row, "jurisdiction"), evidence=list(texts(head, "evidence")),
                )
            )  # fmt: skip
    return found


def answering_for_tasks(library: Library, word: str, on: str, jurisdiction: str) -> list[Row]:
    """Who answers, on a day, for the tasks whose words hold a word; none if too many tasks do."""
    hits = library.index.find(word, kinds=("Task",), jurisdiction=jurisdiction, limit=_MANY)
    spoken = [hit for hit in hits if hit.why in ("name", "part", "text")]
    if len(spoken) > _TASKS:
        return []
    found = []
    for hit in spoken:
        detail = library.rows("tasks/task-detail", task=hit.id, on=on)
        if not any(word in text(row, "task") or word in text(row, "text") for row in detail):
            continue
        for row in library.rows("tasks/who-is-responsible", task=hit.id, on=on):
            if text(row, "who_id"):
                found.append(
                    _shaped(
                        looked_for=word, edge="ANSWERED_BY", relation="answers", person=text(row, "who"), person_id=text(row, "who_id"),
                        object=text(row, "task"), object_id=text(row, "task_id"), object_kind="Task", jurisdiction=hit.jurisdiction,
                        via=text(row, "through"), **{key: row[key] for key in _HELD},
                    )
                )  # fmt: skip
    return found


_HELD = (
    "status",
    "basis",
    "valid_from",
    "valid_to",
    "possible_from",
    "possible_to",
    "evidence",
    "because_of",
    "ended_by",
)


def _shaped(**known: object) -> Row:
    row: Row = dict.fromkeys(catalogue().get(CHARGES).returns)
    row.update(known)  # type: ignore[arg-type]
    return row
