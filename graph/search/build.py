"""Writing the search index of one version of the graph: a SQLite file with two FTS5 tables."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from core.settings import Settings
from graph.elements import Graph, Node
from graph.search.former import SCHEMA, lead_on, write
from graph.search.spelling import characters, folded, spellings, words

#: Labels a person asks for by name or words; the others are reached through these.
KINDS = (
    "Person", "Organisation", "Group", "Task", "Plan", "Matter", "Document", "Post", "Duty", "Indicator", "Subsidy",
    "Event", "Issue", "Jurisdiction",
)  # fmt: skip
#: Labels that are typed in pinyin.
_SPELLED = frozenset({"Person", "Organisation", "Group", "Matter", "Jurisdiction"})
#: Properties that are other names of the node.
_ALSO_NAMED = {"Document": ("number",)}
#: Properties whose words are searched, besides the name.
_WORDS = {
    "Task": ("text", "section"),
    "Indicator": ("section", "subsection"),
    "Event": ("place",),
    "Subsidy": ("condition", "base"),
    "Document": ("issuer",),
    "Person": ("titles",),
}

_SCHEMA = """
CREATE TABLE entities (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
                       jurisdiction TEXT NOT NULL);
CREATE TABLE names (number INTEGER PRIMARY KEY, entity INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
                    alias INTEGER NOT NULL);
CREATE INDEX names_folded ON names (folded);
CREATE TABLE spellings (entity INTEGER NOT NULL, spelling TEXT NOT NULL, initials INTEGER NOT NULL);
CREATE INDEX spellings_spelling ON spellings (spelling, entity);
CREATE VIRTUAL TABLE name_characters USING fts5 (characters, content='', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE texts USING fts5 (words, characters, content='', tokenize="unicode61 remove_diacritics 0");
"""


def index_path(settings: Settings, version: str) -> Path:
    """Where the index of a version lies."""
    return settings.search_path / f"{version}.sqlite3"


def newest(settings: Settings) -> str:
    """The version of the newest index; empty if there is none."""
    return max((path.stem for path in settings.search_path.glob("*.sqlite3")), default="")


def build(path: Path, graph: Graph, *, former: Mapping[str, str] | None = None) -> None:
    """Write the index of `graph` to `path`, replacing what was there only when it is whole.

    `former` are ids of earlier versions that lead to nothing of their own any more (`graph.search.former`).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    aliases = _aliases(graph)
    with closing(sqlite3.connect(fresh)) as database:
        # The file is replaced as a whole, so a journal would guard nothing.
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA + SCHEMA)
        write(database, former or {})
        for number, node in enumerate(_searched(graph), start=1):
            _write(database, number, node, aliases.get(node.id, ()))
        database.commit()
    # The pointer to the graph moves next and is synced: what it leads to must be on the disk before.
    with fresh.open("rb") as handle:
        os.fsync(handle.fileno())
    fresh.replace(path)


def change(before: Path, path: Path, old: Graph, new: Graph, *, former: Mapping[str, str]) -> None:
    """Write to `path` the index `before` with the entities of one part of the graph as they are in `new`, not in `old`.

    `former` are the ids of the part that lead to nothing of their own any more; what led to them leads on.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    shutil.copyfile(before, fresh)
    gone, come = _entries(old), _entries(new)
    with closing(sqlite3.connect(fresh)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        for identifier, (node, aliases) in sorted(gone.items()):
            if come.get(identifier) != (node, aliases):
                _erase(database, node, aliases)
        number = int(database.execute("SELECT coalesce(max(number), 0) FROM entities").fetchone()[0])
        for identifier, (node, aliases) in sorted(come.items()):
            known = database.execute("SELECT 1 FROM entities WHERE id = ?", (identifier,)).fetchone()
            if gone.get(identifier) != (node, aliases) and known is None:
                number += 1
                _write(database, number, node, aliases)
        lead_on(database, former)
        database.commit()
    with fresh.open("rb") as handle:
        os.fsync(handle.fileno())
    fresh.replace(path)


def sweep(settings: Settings, *, keep: set[str]) -> None:
    """Delete the indexes of all versions but those named."""
    for path in settings.search_path.glob("*.sqlite3"):
        if path.stem not in keep:
            path.unlink(missing_ok=True)


def _entries(graph: Graph) -> dict[str, tuple[Node, tuple[str, ...]]]:
    """The searched nodes with their other names, by id."""
    aliases = _aliases(graph)
    return {node.id: (node, tuple(aliases.get(node.id, ()))) for node in _searched(graph)}


def _erase(database: sqlite3.Connection, node: Node, aliases: Sequence[str]) -> None:
    """Take an entity out. A table without contents must be told what it had."""
    row = database.execute("SELECT number FROM entities WHERE id = ?", (node.id,)).fetchone()
    if row is None:
        return
    number = row[0]
    for rowid, name in database.execute("SELECT number, name FROM names WHERE entity = ?", (number,)).fetchall():
        database.execute(
            "INSERT INTO name_characters (name_characters, rowid, characters) VALUES ('delete', ?, ?)",
            (rowid, characters(name)),
        )
    text = _searched_text(node, aliases)
    database.execute(
        "INSERT INTO texts (texts, rowid, words, characters) VALUES ('delete', ?, ?, ?)",
        (number, words(text), characters(text)),
    )
    database.execute("DELETE FROM spellings WHERE entity = ?", (number,))
    database.execute("DELETE FROM names WHERE entity = ?", (number,))
    database.execute("DELETE FROM entities WHERE number = ?", (number,))


def _searched_text(node: Node, aliases: Sequence[str]) -> str:
    others = [*aliases, *(_text(node, key) for key in _ALSO_NAMED.get(node.label, ()))]
    return "\n".join([_text(node, "name"), *others, *(_text(node, key) for key in _WORDS.get(node.label, ()))])


def _searched(graph: Graph) -> Iterator[Node]:
    return (node for node in graph.nodes if node.label in KINDS)


def _aliases(graph: Graph) -> dict[str, list[str]]:
    """The names each entity is known by, over all time: who asks by an old name is answered too."""
    names = {node.id: str(node.properties.get("name", "")) for node in graph.nodes if node.label == "Name"}
    found: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "KNOWN_AS" and names.get(edge.end):
            found[edge.start].append(names[edge.end])
    return found


def _write(database: sqlite3.Connection, number: int, node: Node, aliases: Sequence[str]) -> None:
    name = _text(node, "name")
    database.execute(
        "INSERT INTO entities VALUES (?, ?, ?, ?, ?)", (number, node.id, node.label, name, _text(node, "jurisdiction"))
    )
    others = [*aliases, *(_text(node, key) for key in _ALSO_NAMED.get(node.label, ()))]
    for text in dict.fromkeys(item for item in (name, *others) if folded(item)):
        row = database.execute(
            "INSERT INTO names (entity, name, folded, alias) VALUES (?, ?, ?, ?)",
            (number, text, folded(text), text != name),
        ).lastrowid
        database.execute("INSERT INTO name_characters (rowid, characters) VALUES (?, ?)", (row, characters(text)))
        if node.label in _SPELLED:
            pairs = spellings(text, person=node.label == "Person")
            rows = {(number, whole, 0) for whole, _ in pairs} | {(number, initials, 1) for _, initials in pairs}
            database.executemany("INSERT INTO spellings VALUES (?, ?, ?)", sorted(rows))
    text = _searched_text(node, aliases)
    database.execute(
        "INSERT INTO texts (rowid, words, characters) VALUES (?, ?, ?)", (number, words(text), characters(text))
    )


def _text(node: Node, key: str) -> str:
    value = node.properties.get(key, "")
    return "\n".join(value) if isinstance(value, list) else str(value)
