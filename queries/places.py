"""Analyses for people: the names of places where the answer, for programs, holds division codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from queries.answers.analysis.model import Analysis, Cell
from queries.answers.rows import text
from queries.library import Library

#: Columns that hold a code, or begin with one.
_COLUMNS = frozenset({"jurisdiction", "earlier_posts", "later_posts"})
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


def with_places(library: Library, answer: Analysis) -> Analysis:
    """The same analysis with places by name; a code without a name stays. Raises what the store raises."""
    names = library.remembered(_names)
    columns = {place for place, each in enumerate(answer.columns) if each.name in _COLUMNS}
    rows = tuple(
        replace(row, cells=tuple(_named(cell, names) if at in columns else cell for at, cell in enumerate(row.cells)))
        for row in answer.rows
    )
    spans = tuple(replace(each, place=names.get(each.place, each.place)) for each in answer.spans)
    return replace(answer, rows=rows, spans=spans)


def _named(cell: Cell, names: Mapping[str, str]) -> Cell:
    return _CODE.sub(lambda found: names.get(found[0], found[0]), cell) if isinstance(cell, str) else cell


def _names(library: Library) -> dict[str, str]:
    rows = library.rows("jurisdictions/list")
    return {text(row, "jurisdiction_id"): text(row, "jurisdiction") or text(row, "jurisdiction_id") for row in rows}
