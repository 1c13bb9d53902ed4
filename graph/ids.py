"""Ids: derived from what is printed, never from where or how it was read.

An id is a uuid5 over a versioned recipe and the folded key parts, shown as `prefix_` and 32 hex digits. The same
words in the same document have the same id in every file, format and reading, so that a person's decision on a
statement survives a new reading. Changing anything here changes every id: raise `ID_RECIPE` and write a migration
note.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from uuid import UUID

from core.errors import ConfigError
from graph.statements import Document, Statement

ID_RECIPE = 1
NAMESPACE = UUID("6f0d8f0c-6a55-5c0e-9a63-1f6f3a0c2d11")
SEPARATOR = "\x1f"

Kind = Literal[
    "statement", "document", "issue", "evidence", "jurisdiction", "organisation", "name", "post", "person", "group",
    "seat", "plan", "task", "duty", "indicator", "matter", "subsidy", "event", "finding", "edge",
]  # fmt: skip

PREFIXES: dict[Kind, str] = {
    "statement": "st", "document": "doc", "issue": "iss", "evidence": "ev", "jurisdiction": "jur",
    "organisation": "org", "name": "nm", "post": "po", "person": "pe", "group": "gr", "seat": "se", "plan": "pl",
    "task": "ta", "duty": "du", "indicator": "ind", "matter": "ma", "subsidy": "su", "event": "evt", "finding": "fi",
    "edge": "ed",
}  # fmt: skip

_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_BRACKETS = str.maketrans("[](){}【】", "〔〕〔〕〔〕〔〕")
_NUMBER = re.compile(r"[^\s#]*\d+号")

DocumentKey = tuple[str, str]
"""Jurisdiction and `doc_id` of a source: what a statement itself knows of its document."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text as keys compare it: NFKC, without white space, zero-width and direction marks. Case stands as printed."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFKC", visible)  # a mark may now stand behind a new letter


@lru_cache(maxsize=8192)
def fold_number(number: str) -> str:
    """A document number as keys compare it: `东政发[2023] 28号` and `东政发〔2023〕28号` are one."""
    return fold(number).translate(_BRACKETS)


def is_number(doc_id: str) -> bool:
    """Whether a `doc_id` is a printed number (it ends in digits and 号) rather than a label of ours."""
    return _NUMBER.fullmatch(fold(doc_id)) is not None


def derived_id(kind: Kind, *parts: str) -> str:
    """The id of a thing of a kind with these key parts, in their order. Parts are folded.

    >>> derived_id("person", "st_a") == derived_id("person", " st_a")
    True
    """
    return _of_folded(kind, *(fold(part) for part in parts))


def document_id(jurisdiction: str, doc_id: str, *, issuer: str, title: str = "", date: str = "") -> str:
    """A document's id: the issuer's place, issuer and number, else place, issuer, title and date (DESIGN, section 4).

    Without a number and without a title nothing printed is left to tell it by, and its label stands in.
    """
    if is_number(doc_id):
        return _of_folded("document", fold(jurisdiction), fold(issuer), "number", fold_number(doc_id))
    if title:
        return derived_id("document", jurisdiction, issuer, "title", title, date)
    return derived_id("document", jurisdiction, issuer, "label", doc_id)


def statement_id(document: str, statement: Statement, ordinal: int = 0) -> str:
    """The id of a statement in a document: table, key columns as printed, ordinal among equals."""
    return _statement_id(document, statement.TABLE, _key(statement), ordinal)


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of a set of statements: `statements[i]` has the id `ids[i]` and stands in `document_ids[i]`."""

    statements: tuple[Statement, ...]
    ids: tuple[str, ...]
    document_ids: tuple[str, ...]

    def by_statement(self) -> dict[Statement, str]:
        """Id by statement. Of rows that are equal to the last column, the last one's id."""
        return dict(zip(self.statements, self.ids, strict=True))

    def by_document_key(self) -> dict[DocumentKey, str]:
        """Document id by what a statement knows of its document."""
        return {
            (statement.source.jurisdiction, statement.source.doc_id): document
            for statement, document in zip(self.statements, self.document_ids, strict=True)
        }


def assign_ids(statements: Sequence[Statement]) -> Ids:
    """Give every statement of a set its id, and every document the statements stand in.

    Order-free: equals are counted in printed order within their document, whatever the order given. Statements keep
    the order given in the result.
    """
    documents = document_ids(statements)
    positions: dict[tuple[str, str, tuple[str, ...]], list[int]] = defaultdict(list)
    owners: list[str] = []
    for index, statement in enumerate(statements):
        source = statement.source
        owner = documents[source.jurisdiction, source.doc_id]
        owners.append(owner)
        positions[owner, statement.TABLE, _key(statement)].append(index)
    ids = [""] * len(statements)
    for (owner, table, key), equals in positions.items():
        if len(equals) > 1:
            equals.sort(key=lambda index: (*printed_place(statements[index]), repr(statements[index])))
        for ordinal, index in enumerate(equals):
            ids[index] = _statement_id(owner, table, key, ordinal)
    return Ids(tuple(statements), tuple(ids), tuple(owners))


def document_ids(statements: Iterable[Statement]) -> dict[DocumentKey, str]:
    """The id of every document the statements stand in, by jurisdiction and `doc_id`.

    Issuer, title and date come from the document's own row; of several rows the smallest. Statements whose document
    has no row of its own (a person's table of members) belong to the one document of that place and number that has
    one.
    """
    rows: dict[DocumentKey, tuple[str, str, str]] = {}
    keys: Counter[DocumentKey] = Counter()
    for statement in statements:
        key = (statement.source.jurisdiction, statement.source.doc_id)
        keys[key] += 1
        if isinstance(statement, Document):
            row = (statement.issuer, statement.title, statement.signed_date or statement.printed_date)
            rows[key] = min(rows.get(key, row), row)
    return document_ids_of(rows, keys)


def document_ids_of(
    rows: dict[DocumentKey, tuple[str, str, str]], keys: Iterable[DocumentKey]
) -> dict[DocumentKey, str]:
    """The same from the documents' rows (issuer, title, date) and all keys that occur."""
    found = {
        key: document_id(*key, issuer=issuer, title=title, date=date) for key, (issuer, title, date) in rows.items()
    }
    by_number: dict[DocumentKey, set[str]] = defaultdict(set)
    for (jurisdiction, doc_id), identifier in found.items():
        by_number[fold(jurisdiction), fold_number(doc_id)].add(identifier)
    for key in keys:
        if key not in found:
            candidates = by_number.get((fold(key[0]), fold_number(key[1])), set())
            found[key] = next(iter(candidates)) if len(candidates) == 1 else document_id(*key, issuer="")
    return found


def printed_place(statement: Statement) -> tuple[int | str, ...]:
    """Where a row is printed, as a key that sorts like the paper."""
    source = statement.source
    sheet, row, column = _cell_place(source.cell)
    return (source.page, source.start, source.line_start, sheet, row, column, source.end)


def _cell_place(cell: str) -> tuple[str, int, str]:
    """`tasks!B12` as sheet, row, column."""
    sheet, _, place = cell.rpartition("!")
    column = place.rstrip("0123456789")
    digits = place[len(column) :]
    return sheet, int(digits) if digits else 0, column


def _key(statement: Statement) -> tuple[str, ...]:
    values = (getattr(statement, column) for column in statement.KEY)
    return tuple(
        "\x1e".join(fold(item) for item in value) if isinstance(value, tuple) else fold(str(value)) for value in values
    )


def _statement_id(document: str, table: str, key: tuple[str, ...], ordinal: int) -> str:
    return _of_folded("statement", document, table, *key, str(ordinal))


def _of_folded(kind: Kind, *parts: str) -> str:
    if kind not in PREFIXES:
        raise ConfigError(f"no id recipe for {kind}")
    name = SEPARATOR.join((f"dutygraph/{ID_RECIPE}", kind, *parts))
    return f"{PREFIXES[kind]}_{_uuid5(name)}"


def _uuid5(name: str) -> str:
    """The digits of `uuid.uuid5` of our namespace (RFC 9562, 5.5), without the object: a fold makes tens of thousands."""
    digest = bytearray(hashlib.sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return digest.hex()
