"""A statement as one JSON text and back, exactly: what equals its default is left out, so that tables may grow columns.

Jurisdiction and number stand in the document's row, the file in the reading's; a statement whose words come from
another file (a table written by `extract`) keeps that file's name itself.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields

from core.errors import StoreCorruptError
from graph.statements import STATEMENT_TYPES, TABLES, Source, Statement, field_type

_SOURCE = "@"
_ELSEWHERE = frozenset({"jurisdiction", "doc_id", "file"})
_NOTHING = object()

_OWN: dict[str, tuple[tuple[str, object], ...]] = {
    kind.TABLE: tuple(
        (item.name, _NOTHING if item.default is MISSING else item.default)
        for item in fields(kind)
        if item.name != "source"
    )
    for kind in STATEMENT_TYPES
}
_LISTS: dict[str, tuple[str, ...]] = {
    kind.TABLE: tuple(
        item.name for item in fields(kind) if item.name != "source" and field_type(kind, item.name.rstrip("_")) is tuple
    )
    for kind in STATEMENT_TYPES
}
_PLACE: tuple[tuple[str, object], ...] = tuple(
    (item.name, item.default) for item in fields(Source) if item.name not in _ELSEWHERE
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(statement: Statement, file: str) -> str:
    """The statement as JSON; `file` is the file of its reading."""
    data = {name: value for name, default in _OWN[statement.TABLE] if (value := getattr(statement, name)) != default}
    source = statement.source
    place = {name: value for name, default in _PLACE if (value := getattr(source, name)) != default}
    if source.file != file:
        place["file"] = source.file
    if place:
        data[_SOURCE] = place
    return _encode(data)


def decode(table: str, data: str, *, jurisdiction: str, doc_id: str, file: str) -> Statement:
    """The statement that `encode` was given. Raises `StoreCorruptError` if the row is none."""
    try:
        values = json.loads(data)
        place = values.pop(_SOURCE, {})
        place.setdefault("file", file)
        for name in _LISTS[table]:
            if name in values:
                values[name] = tuple(values[name])
        return TABLES[table](source=Source(jurisdiction=jurisdiction, doc_id=doc_id, **place), **values)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreCorruptError(
            f"账本中有无法读出的一行（{table}）| a row of the ledger cannot be read: {error}",
            remedy="从备份恢复 | restore the ledger from a backup",
            code="LEDGER-CORRUPT",
        ) from error
