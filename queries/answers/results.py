"""Any canned query as a table: rows as they are, captions from the catalogue, the words behind them below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.settings import Language
from graph.search import WHY, Hit
from graph.stores.store import Row, Value
from queries.answers.captions import year_taken
from queries.answers.model import Evidence
from queries.answers.resolve import resolve
from queries.answers.words import evidence
from queries.catalogue import Result, catalogue
from queries.library import Library


@dataclass(frozen=True, slots=True)
class Table:
    """What a canned query gave, with the evidence its rows name.

    `shown` are the columns a reader needs, if not all; `title` what it is, if the query may be asked for several things; `since` and
    `until` the first and the last day of the period it was asked for (no first: all days up to the last), `note` what a reader must know
    of it besides, `year_taken` as an answer has it.
    """

    result: Result
    evidence: tuple[Evidence, ...]
    shown: tuple[str, ...] = ()
    title: tuple[str, str] | None = None
    since: str = ""
    until: str = ""
    note: tuple[str, str] | None = None
    year_taken: int = 0

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns the query declares, and those that an answer adds to them."""
        declared = self.result.query.returns
        return (*declared, *(each for each in self.shown if each not in declared))

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """What a reader must know of it, in both languages."""
        year = (year_taken(self.year_taken),) if self.year_taken else ()
        return (*year, self.note) if self.note is not None else year

    def title_in(self, language: Language) -> str:
        """What it is, in one language."""
        zh, en = self.title or (self.result.query.title, self.result.query.title_en)
        return zh if language == "zh" else en


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave."""

    text: str
    hits: tuple[Hit, ...]


def run(
    library: Library, query_id: str, parameters: Mapping[str, Value], *, jurisdiction: str = "", limit: int = 0
) -> Table:
    """Run a canned query; a parameter that is an id may be given by words, which the search index resolves.

    Raises what the catalogue, the store and `resolve` raise.
    """
    query = catalogue().get(query_id)
    given = dict(parameters)
    for param in query.params:
        value = given.get(param.name)
        if param.type == "id" and isinstance(value, str) and param.kinds and param.kinds != ("Evidence",):
            given[param.name] = resolve(library.index, value, param.kinds, jurisdiction=jurisdiction).id
    if limit:
        given["limit"] = limit
    return table(library, query_id, given)


def table(library: Library, query_id: str, parameters: Mapping[str, Value]) -> Table:
    """Run a canned query on ids, with the words its rows rest on. Raises what the catalogue and the store raise."""
    result = catalogue().run(library.store, query_id, parameters)
    return Table(result, evidence(library, result.evidence()))


def search(
    library: Library, text: str, *, kinds: tuple[str, ...] = (), jurisdiction: str = "", limit: int = 20
) -> Found:
    """Everything the words may mean (of these labels; none: of any), best first."""
    return Found(text, tuple(library.index.find(text, kinds=kinds, jurisdiction=jurisdiction, limit=limit)))


def cell(value: Value) -> str:
    """A value as one cell: records by their names, lists `;`-separated."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, list):
        return "；".join(part for each in value if (part := cell(each)))
    if isinstance(value, dict):
        return str(value.get("name") or next((each for each in value.values() if isinstance(each, str)), ""))
    return str(value)


def why(hit: Hit, language: str) -> str:
    """How a hit was found, in words."""
    caption = WHY[hit.why]
    return caption.zh if language == "zh" else caption.en


def row_evidence(row: Row) -> tuple[str, ...]:
    """The ids of evidence a row itself names."""
    found: list[str] = []
    for column in ("evidence", "because_of", "ended_by", "evidence_id"):
        value = row.get(column)
        found += [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
        found += [value] if isinstance(value, str) else []
    return tuple(dict.fromkeys(found))
