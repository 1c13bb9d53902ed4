"""A paper as it is printed: which file it stands in, from where to where, and what was read at which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import NotFoundError
from graph.stores.store import Row
from queries.answers.model import Thing
from queries.answers.rows import number, text
from queries.library import Library

#: Facts of one paper; the longest plan has some hundreds.
_FACTS = 10_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact read at these words of the file (code points); `rule` read it."""

    evidence: str
    table: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a paper stands: the file (its SHA-256), and from which code point to which; `end` 0 is the end of the file."""

    file: str
    start: int
    end: int
    marks: tuple[Mark, ...]


def extent(library: Library, document: Thing) -> Extent:
    """The place of a paper in the file it was read from, with the marks of all facts, in printed order.

    A paper begins at its title and goes on to the title of the next one in the same issue. Raises `NotFoundError`
    (`TEXT-MISSING`) for a paper that is only cited, or that came as a table.
    """
    rows = [row for row in library.rows("documents/facts-of", document=document.id, limit=_FACTS) if number(row, "end")]
    files = Counter(text(row, "file") for row in rows)
    if not files:
        raise NotFoundError(
            "这份文件没有原文 | no text of this paper",
            remedy="只被引用，或以表格载入；见 statements | it is only cited, or came as a table: see its statements",
            code="TEXT-MISSING",
        )
    file = min(files, key=lambda each: (-files[each], each))
    here = [row for row in rows if text(row, "file") == file]
    marks = tuple(sorted((_mark(row) for row in here), key=lambda each: (each.start, -each.end, each.evidence)))
    first, last = min(each.start for each in marks), max(each.end for each in marks)
    return Extent(file, first, _next(library.rows("lists/places", document=document.id), document, file, last), marks)


def _next(places: Sequence[Row], document: Thing, file: str, last: int) -> int:
    """Where the next paper begins; 0 if this is the last."""
    later = [
        number(row, "start")
        for row in places
        if text(row, "file") == file and text(row, "other_id") != document.id and number(row, "start") >= last
    ]
    return min(later, default=0)


def _mark(row: Row) -> Mark:
    return Mark(
        text(row, "evidence_id"), text(row, "table"), text(row, "rule"), number(row, "start"), number(row, "end")
    )
