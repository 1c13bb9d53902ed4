"""Hypothesis strategies for statements of every table, for the laws of files and ledger."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import strategies as st

from graph.statements import STATEMENT_TYPES, Source, Statement, field_type
from loaders.tables import DATE_COLUMNS

# No lone surrogates: no decoded file holds one.
words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
awkward = st.sampled_from(['a,"b"', "行\r\n行", "\r", ";", "\\;", "\\", "a\\", " 留白 ", "=1+1", "\ufeff", "\x00", "●"])
texts = words | awkward
days = st.just("") | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2023", "2023-09"])
counts = st.integers(min_value=0, max_value=10**9)

sources = st.builds(
    Source,
    jurisdiction=texts.filter(bool),
    doc_id=texts.filter(lambda text: bool(text.strip())),
    file=texts,
    page=counts,
    line_start=counts,
    line_end=counts,
    start=counts,
    end=counts,
    cell=texts,
    quote=texts.filter(bool),
    rule=texts,
    confidence=st.floats(min_value=0, max_value=1),
)


def _of(kind: type[Statement]) -> st.SearchStrategy[Statement]:
    values: dict[str, st.SearchStrategy[object]] = {}
    for item in fields(kind):
        if item.name == "source":
            values[item.name] = sources
            continue
        column = item.name.rstrip("_")
        if column in DATE_COLUMNS.get(kind.TABLE, frozenset()):
            values[item.name] = days
        elif field_type(kind, column) is int:
            values[item.name] = counts
        elif field_type(kind, column) is str:
            values[item.name] = texts
        else:
            values[item.name] = st.lists(texts.filter(bool), max_size=3).map(tuple)
    return st.builds(kind, **values)


BY_TABLE: dict[str, st.SearchStrategy[Statement]] = {kind.TABLE: _of(kind) for kind in STATEMENT_TYPES}
statements: st.SearchStrategy[Statement] = st.one_of(*BY_TABLE.values())
