"""Rows of canned queries as tables of a page: names become links, codes badges, evidence disclosures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from api.web.page import Page
from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.captions import CHANGES
from queries.answers.results import cell, row_evidence
from queries.catalogue import catalogue, column_caption

#: Columns whose codes have captions of their own.
_CODES = frozenset({"verdict", "state", "status", "basis", "capacity", "severity", "kind"})
_NAMES = frozenset({"edge", "relation", "part", "other_kind", "object_kind", "member_kind", "about_kind"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell: a text, perhaps with an address; perhaps a code with its tone."""

    text: str
    href: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line: its cells, each of several parts, the ids of its evidence, and the id of its first thing."""

    cells: tuple[tuple[Part, ...], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page. `more` says that rows were cut off; `query` is the canned query it comes from."""

    heads: tuple[str, ...]
    lines: tuple[TableLine, ...]
    query: str
    more: bool = False

    def cited(self) -> list[str]:
        """Ids of all its evidence."""
        return [each for line in self.lines for each in line.evidence]


def table(
    page: Page,
    query: str,
    columns: Sequence[str],
    *,
    heads: Sequence[tuple[str, str]] = (),
    keep: Callable[[Row], bool] | None = None,
    **parameters: Value,
) -> PageTable:
    """A canned query as a table of some of its columns (`heads`: their headings, default those of the catalogue).

    `keep` drops rows. Raises what the catalogue and the store raise.
    """
    result = catalogue().run(page.library.store, query, parameters)
    rows = [row for row in result.rows if keep is None or keep(row)]
    return of_rows(page, rows, columns, heads=heads, query=query, more=result.truncated)


def of_rows(
    page: Page,
    rows: Sequence[Row],
    columns: Sequence[str],
    *,
    heads: Sequence[tuple[str, str]] = (),
    query: str = "",
    more: bool = False,
) -> PageTable:
    """Rows as a table; a column that is empty in all rows falls away."""
    said = [page.say(*each) for each in heads] or [column_caption(each, page.language) for each in columns]
    full = [any(row[column] not in (None, "", []) for row in rows) for column in columns]
    shown = [column for column, there in zip(columns, full, strict=True) if there]
    return PageTable(
        tuple(head for head, there in zip(said, full, strict=True) if there),
        tuple(TableLine(tuple(parts(page, row, each) for each in shown), row_evidence(row)) for row in rows),
        query,
        more,
    )


def parts(page: Page, row: Row, column: str) -> tuple[Part, ...]:
    """A cell: a name with its id beside it is a link, a list of records a list of links, a code a badge."""
    value = row[column]
    if isinstance(value, list):
        return tuple(_item(page, each) for each in value)
    text = cell(value)
    if not text:
        return ()
    if column in _CODES:
        said = ontology().value_caption(column, text, language=page.language)
        return (Part(said, code=text if said != text else ""),)
    if column in _NAMES:
        said = page.say(*CHANGES[text]) if text in CHANGES else page.caption(text)
        return (Part(said),)
    identifier = row.get(f"{column}_id")
    if isinstance(identifier, str) and identifier:
        return (Part(text, page.href(identifier)),)
    if column == "jurisdiction":
        return (Part(page.place_name(text)),)
    if text in CHANGES and column in ("change", "direction"):
        return (Part(page.say(*CHANGES[text])),)
    return (Part(text),)


def _item(page: Page, value: Value) -> Part:
    if isinstance(value, dict):
        identifier = value.get("id")
        word = value.get("word")
        name = cell(value)
        text = f"{name}（{word}）" if isinstance(word, str) and word and page.zh else name
        return Part(text, page.href(identifier) if isinstance(identifier, str) else "")
    return Part(cell(value))


def groupby_cells(lines: Sequence[TableLine], keys: int) -> list[tuple[str, list[TableLine]]]:
    """Lines put together by the texts of their first cells, in the order in which these come."""
    found: dict[str, list[TableLine]] = {}
    for line in lines:
        name = " · ".join("".join(part.text for part in cell) for cell in line.cells[:keys])
        found.setdefault(name, []).append(line)
    return list(found.items())
