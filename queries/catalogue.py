"""The catalogue: all canned queries, checked when read, run by id.

`catalogue()` reads the `.cypher` files beside this module and refuses one that breaks a rule; `run` binds the
parameters, runs the text on a store and gives a `Result`. Nothing else runs Cypher on behalf of a person.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import yaml

from core.errors import ConfigError, NotFoundError, UsageError
from core.settings import Language
from graph.ontology import Caption, ontology
from graph.stores.store import Row, Store, Value
from queries.header import Bound, Query, parse
from queries.lint import problems_of

#: Values that have values inside; a tuple, for it is asked of each value of each row.
_NESTED = (list, dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: its rows in order, the parameters it ran with, whether more rows were cut off."""

    query: Query
    parameters: dict[str, Bound]
    rows: list[Row]
    truncated: bool
    version: str
    columns: tuple[str, ...] = field(default=())

    @property
    def on(self) -> str:
        """The day the answer holds for; empty if the query takes none."""
        return str(self.parameters.get("on", ""))

    def evidence(self) -> list[str]:
        """Ids of all the evidence in the rows, nested included, in order of first use."""
        found: dict[str, None] = {}
        for row in self.rows:
            _gather(row, found)
        return list(found)


class Catalogue:
    """The canned queries by id."""

    def __init__(self, queries: Mapping[str, Query]) -> None:
        self._queries = dict(sorted(queries.items()))

    @classmethod
    def of(cls, files: Mapping[str, str]) -> Catalogue:
        """A catalogue of texts by path (`tasks/deadlines.cypher`). Raises `ConfigError` naming a file and its faults."""
        queries = {}
        for path, source in files.items():
            query = parse(source, path=path)
            problems = problems_of(query)
            if problems:
                raise ConfigError(f"queries/{path}: {'; '.join(problems)}", code="QUERY")
            queries[query.id] = query
        return cls(queries)

    def __iter__(self) -> Iterator[Query]:
        return iter(self._queries.values())

    def __len__(self) -> int:
        return len(self._queries)

    def get(self, query_id: str) -> Query:
        """The query of that id. Raises `NotFoundError` with the ids of the same folder."""
        if query_id not in self._queries:
            folder = query_id.partition("/")[0]
            near = [known for known in self._queries if known.startswith(f"{folder}/")] or list(self._queries)
            raise NotFoundError(f"没有这个查询 | no query {query_id!r}", remedy=", ".join(near), code="NO-QUERY")
        return self._queries[query_id]

    def run(self, store: Store, query_id: str, parameters: Mapping[str, Value] | None = None) -> Result:
        """Run a query. Raises `NotFoundError`, `UsageError`, `InputError` (bad date) or what the store raises.

        Lists of maps come back sorted (by `order`, `name`, `id`, then whole): neither store promises an order of its
        own for what is collected.
        """
        query = self.get(query_id)
        if store.backend not in query.backends:
            raise UsageError(f"{query_id} 不支持该存储 | does not run on {store.backend}", code="BACKEND")
        bound = query.bind(dict(parameters or {}))
        labels = {param.name: str(bound[param.name]) for param in query.params if param.type == "label"}
        limit = bound["limit"]
        if not isinstance(limit, int):
            raise ConfigError(f"{query_id}: limit is no number", code="QUERY")
        placed = bool(bound.get("jurisdiction"))
        # One row more than asked for tells whether there are more.
        sent = {key: _value(value) for key, value in bound.items() if key not in labels} | {"limit": limit + 1}
        found = _found(store, query, labels, sent, placed=placed, limit=limit)
        for row in found:
            for column, value in row.items():
                if isinstance(value, _NESTED):
                    row[column] = _sorted(value)
        rows = _in_order(found, query.order)
        return Result(query, bound, rows[:limit], len(rows) > limit, store.version(), query.returns)


def _found(
    store: Store, query: Query, labels: dict[str, str], sent: Mapping[str, Value], *, placed: bool, limit: int
) -> list[Row]:
    """The rows of a query, one more than `limit` if there are more; those of a query with `order` are still to be sorted."""
    if query.windowed and not placed and _more_nodes(store, query, labels, sent, than=limit + 1):
        # The first nodes nearly always have more rows than are asked for; if they have not, all are asked.
        found = store.run(query.cypher(labels, first=True), {**sent, "first": limit + 1})
        if len(found) > limit:
            return found
    if query.total:
        # Sorting takes a store as long as finding does: what fits comes in any order.
        found = store.run(query.cypher(labels, placed=placed, loose=True), sent)
        if len(found) <= limit:
            return found
    return store.run(query.cypher(labels, placed=placed), sent)


def _in_order(rows: list[Row], columns: tuple[str, ...]) -> list[Row]:
    if not columns:
        return rows
    try:
        return sorted(rows, key=lambda row: [row[column] for column in columns])
    except TypeError:  # a value is missing somewhere, or one column has numbers and texts
        return sorted(rows, key=lambda row: [_sortable(row[column]) for column in columns])


def _more_nodes(store: Store, query: Query, labels: dict[str, str], sent: Mapping[str, Value], *, than: int) -> bool:
    count = store.run(query.counting(labels), sent)[0]["count"]
    return isinstance(count, int) and count > than


def column_caption(column: str, language: Language = "zh") -> str:
    """The caption of a returned column or a parameter: from `columns.yaml`, else from the ontology."""
    captions = _captions()
    if column in captions:
        return captions[column].in_language(language)
    return ontology().caption(column, language=language)


@cache
def _captions() -> dict[str, Caption]:
    text = resources.files("queries").joinpath("columns.yaml").read_text(encoding="utf-8")
    return {name: Caption.model_validate(caption) for name, caption in yaml.safe_load(text).items()}


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships, read and checked once a process. Raises `ConfigError` naming a file and its faults."""
    return Catalogue.of(dict(_files(resources.files("queries"), "")))


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files(item, f"{path}{item.name}/")
        elif item.name.endswith(".cypher"):
            yield f"{path}{item.name}", item.read_text(encoding="utf-8")


def _value(bound: Bound) -> Value:
    return list(bound) if isinstance(bound, list) else bound


def _sorted(value: Value) -> Value:
    if isinstance(value, dict):
        # The stores give a map's keys in orders of their own.
        return {key: _sorted(value[key]) for key in sorted(value, key=lambda key: (key not in ("id", "name"), key))}
    if isinstance(value, list):
        if not any(isinstance(item, _NESTED) for item in value):
            return value  # most are lists of ids
        items = [_sorted(item) for item in value]
        return sorted(items, key=_map_key) if any(isinstance(item, dict) for item in items) else items
    return value


def _map_key(item: Value) -> list[tuple[int, float, str]]:
    known = item if isinstance(item, dict) else {}
    keys = [_sortable(known.get(key)) for key in ("order", "name", "id")]
    return [*keys, (2, 0.0, json.dumps(item, ensure_ascii=False, sort_keys=True))]


def _sortable(value: Value) -> tuple[int, float, str]:
    """Numbers before texts before nothing, so that rows of any kind can be compared."""
    if isinstance(value, int | float):
        return 0, float(value), ""
    if isinstance(value, str):
        return 1, 0.0, value
    return 3, 0.0, ""


def _gather(value: Value, found: dict[str, None]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("evidence", "because_of", "ended_by") and isinstance(item, list):
                found.update((text, None) for text in item if isinstance(text, str))
            else:
                _gather(item, found)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)
