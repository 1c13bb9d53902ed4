"""Rows of canned queries read as typed parts of answers."""

from __future__ import annotations

from collections.abc import Iterable

from core.errors import StoreCorruptError
from graph.stores.store import Row, Value
from queries.answers.model import Coded, Deputy, Held, Holder, Thing

_SURENESS = {"certain": 0, "presumed": 1, "possible": 2}


def text(row: Row, column: str) -> str:
    """A text column; empty if nothing is known. Raises `StoreCorruptError` if it holds anything else."""
    value = row[column]
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _unfit(column, value)
    return value


def number(row: Row, column: str) -> int:
    """A whole number; 0 if nothing is known."""
    value = row[column]
    if value is None:
        return 0
    if not isinstance(value, int):
        raise _unfit(column, value)
    return value


def decimal(row: Row, column: str) -> float:
    """A number; 0 if nothing is known."""
    value = row[column]
    if value is None:
        return 0.0
    if not isinstance(value, int | float):
        raise _unfit(column, value)
    return float(value)


def texts(row: Row, column: str) -> tuple[str, ...]:
    """A list of texts."""
    value = row[column]
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _unfit(column, value)
    return tuple(item for item in value if isinstance(item, str))


def maps(row: Row, column: str) -> list[Row]:
    """A list of records."""
    value = row[column]
    if not isinstance(value, list):
        raise _unfit(column, value)
    return [item for item in value if isinstance(item, dict)]


def thing(row: Row, column: str, label: str) -> Thing | None:
    """The node in `column` (its name) and `column_id`; None if there is none."""
    identifier = text(row, f"{column}_id")
    return Thing(identifier, label, text(row, column)) if identifier else None


def named(row: Row, label: str) -> Thing:
    """The node of a record with `id` and `name`."""
    return Thing(text(row, "id"), label, text(row, "name"))


def held(row: Row) -> Held:
    """The days and the evidence of a fact (the columns that `HELD` stands for)."""
    return Held(
        status=Coded.of("status", text(row, "status")),
        basis=Coded.of("basis", text(row, "basis")),
        valid_from=text(row, "valid_from"),
        valid_to=text(row, "valid_to"),
        possible_from=text(row, "possible_from"),
        possible_to=text(row, "possible_to"),
        evidence=texts(row, "evidence"),
        because_of=texts(row, "because_of"),
        ended_by=texts(row, "ended_by"),
    )


def deputy(row: Row, person: Thing) -> Deputy:
    """A stand-in."""
    return Deputy(
        person=person,
        rank=text(row, "rank"),
        scope=text(row, "scope"),
        exclusion=text(row, "exclusion"),
        condition=text(row, "condition"),
        fallback=text(row, "fallback"),
        held=held(row),
    )


def holder(row: Row, person: Thing, post: Thing) -> Holder:
    """A person in a post."""
    return Holder(person, post, text(row, "position"), Coded.of("capacity", text(row, "capacity")), held(row))


def sureness(fact: Held) -> int:
    """0 for certain, more for less: to sort the surest first."""
    return _SURENESS.get(fact.status.code, len(_SURENESS))


def evidence_in(facts: Iterable[Held]) -> list[str]:
    """The ids of all evidence of facts, in order of first use, each once."""
    return list(dict.fromkeys(each for fact in facts for each in fact.rests_on))


def _unfit(column: str, value: Value) -> StoreCorruptError:
    return StoreCorruptError(
        f"{column} 不是应有的类型 | is {type(value).__name__}", remedy="dutygraph rebuild", code="STORE-CORRUPT"
    )
