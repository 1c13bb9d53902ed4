"""Ids that once led to an entity and no longer do: joined to another, or withdrawn.

The graph holds what there is now. A link to a person must go on working when a new paper joins that person to another, and
say so when the person is gone (DESIGN, section 4). So each index carries on what the index before it knew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from graph.elements import Graph

#: Labels whose ids may be joined or withdrawn; the others are derived from printed words alone.
_JOINED = ("Person", "Organisation", "Group", "Post")
SCHEMA = "CREATE TABLE former (id TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID;"


def former_ids(before: Path, present: Callable[[str], bool], owner_of: Callable[[str], str]) -> dict[str, str]:
    """Each id that the index `before` knew and the new graph has not, with the id it belongs to now; empty: withdrawn.

    `present` says whether the new graph has an id, `owner_of` is `Identity.merged_into`. Without an index before, or one
    that cannot be read, nothing is carried on: links then end in 404 instead of 308, and no answer is wrong.
    """
    found = {}
    for identifier in _known(before):
        if not present(identifier):
            owner = owner_of(identifier)
            found[identifier] = owner if present(owner) else ""
    return found


def write(database: sqlite3.Connection, former: Mapping[str, str]) -> None:
    """Note them in an index that is being written."""
    database.executemany("INSERT INTO former VALUES (?, ?)", sorted(former.items()))


def lead_on(database: sqlite3.Connection, former: Mapping[str, str]) -> None:
    """Note more of them in an index that has some: what led to one of these leads where it leads now."""
    database.executescript(SCHEMA.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
    for identifier, to in sorted(former.items()):
        database.execute("UPDATE former SET owner = ? WHERE owner = ?", (to, identifier))
        database.execute("INSERT OR REPLACE INTO former VALUES (?, ?)", (identifier, to))


def gone_between(old: Graph, new: Graph, owner_of: Callable[[str], str]) -> dict[str, str]:
    """The ids of a part of the graph that lead to nothing of their own any more, with the id each belongs to now."""
    present = {node.id for node in new.nodes}
    found = {}
    for node in old.nodes:
        if node.label in _JOINED and node.id not in present:
            to = owner_of(node.id)
            found[node.id] = to if to in present else ""
    return found


def owner(database: sqlite3.Connection, identifier: str) -> str | None:
    """The owner of a former id, empty if it was withdrawn; None for an id that never was."""
    if not _has_table(database):
        return None
    row = database.execute("SELECT owner FROM former WHERE id = ?", (identifier,)).fetchone()
    return str(row[0]) if row else None


def _known(path: Path) -> list[str]:
    if not path.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            marks = ", ".join("?" * len(_JOINED))
            rows = database.execute(f"SELECT id FROM entities WHERE kind IN ({marks})", _JOINED).fetchall()  # noqa: S608
            if _has_table(database):
                rows += database.execute("SELECT id FROM former").fetchall()
            return [str(row[0]) for row in rows]
    except sqlite3.DatabaseError:
        return []


def _has_table(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM sqlite_master WHERE name = 'former'").fetchone() is not None
