"""What a person means who decides: a statement, person, body or group by its id, the start of its id, or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decisions import Decision
    from graph.entities import GroupEntity, Organisation, Person
    from graph.identity.resolved import ResolvedIdentity
    from graph.ledger.records import DecisionRecord, Live
    from graph.statements import Statement

#: Letters that the start of an id must have at least: its kind (`st_`) and four more.
_LEAST = 7


def statement_of(live: Live, word: str) -> tuple[str, Statement]:
    """The statement of that id, counted or held back, with its whole id.

    Raises `NotFoundError`, or `UsageError` (`AMBIGUOUS`) if several ids start so.
    """
    known = dict((*zip(live.ids.ids, live.ids.statements, strict=True), *live.held_back))
    found = _started(word, known)
    if found is None:
        raise unknown(word)
    return found, known[found]


def entity_of(word: str, identity: ResolvedIdentity, live: Live) -> str:
    """The id of an entity or mention that a word means: an id or its start, else the one of that name.

    Raises `NotFoundError`, or `UsageError` (`AMBIGUOUS`) if several are meant.
    """
    from graph.ids import fold

    every: list[Person | Organisation | GroupEntity] = [
        *identity.persons.values(),
        *identity.organisations.values(),
        *identity.groups.values(),
    ]
    entities = {each.id for each in every}
    if identity.merged_into(word) in entities:
        return word
    found = _started(word, {*entities, *live.ids.ids})
    if found is not None:
        return found
    named = [each.id for each in every if fold(each.name) == fold(word)]
    if not named:
        raise unknown(word)
    if len(named) > 1:
        raise _ambiguous(word, named)
    return named[0]


def corrected_column(statement: Statement, column: str, value: str) -> str:
    """The column that a correction names, by its own name or a caption of it.

    Raises `UsageError` if the table has no such column, or the column cannot hold the value.
    """
    from core.errors import UsageError
    from graph.ontology import ontology
    from graph.statements import columns, field_type
    from loaders.tables import may_hold

    schema, table = ontology(), statement.TABLE
    names = {
        own: (own, schema.column_caption(table, own), schema.column_caption(table, own, language="en"))
        for own in columns(type(statement))
    }
    found = next((own for own, said in names.items() if column in said), None)
    if found is None:
        raise UsageError(
            f"{schema.value_caption('table', table)}没有列“{column}” | {table} has no such column",
            remedy="、".join(f"{said[1]} {own}" if said[1] != own else own for own, said in names.items()),
            code="TABLE-COLUMN-UNKNOWN",
        )
    if field_type(type(statement), found) is int and not (value.isascii() and value.isdigit()):
        raise UsageError(f"{column}: 不是整数 | not a whole number: {value!r}", code="TABLE-BAD-NUMBER")
    if not may_hold(table, found, value):
        raise UsageError(
            f"{column}: 不是日期 | not a date: {value!r}", remedy="2023、2023-09 或 2023-09-06", code="TABLE-BAD-DATE"
        )
    return found


def standing(decision: Decision, records: Iterable[DecisionRecord]) -> int | None:
    """The row in which the same is decided already, if it is.

    Raises `UsageError` (`REVIEW-CONTRADICTS`) if the contrary stands: which of two counts, nobody could tell from the list.
    """
    from core.errors import UsageError

    for record in records:
        known = record.decision
        if record.withdrawn or _matter(known) != _matter(decision):
            continue
        if (known.verdict, known.value) == (decision.verdict, decision.value):
            return record.row
        raise UsageError(
            f"第 {record.row} 行的决定与此相反 | row {record.row} says otherwise: {known.verdict} {known.value}".strip(),
            remedy=f"dutygraph review withdraw {record.row}",
            code="REVIEW-CONTRADICTS",
        )
    return None


def _matter(decision: Decision) -> tuple[str, ...]:
    """What a decision settles: whether a row counts, what a column says, whether two are one."""
    if decision.other:
        return ("pair", *sorted((decision.subject, decision.other)))
    return ("column", decision.subject, decision.column) if decision.column else ("row", decision.subject)


def unknown(word: str) -> Exception:
    """The error for a word that means nothing."""
    from core.errors import NotFoundError

    return NotFoundError(f"没有此标识或名称 | nothing by that id or name: {word}", remedy="dutygraph review")


def _started(word: str, ids: Iterable[str]) -> str | None:
    """The one id that is the word or starts with it."""
    found = [each for each in ids if each.startswith(word)] if len(word) >= _LEAST else []
    if word in found:
        return word
    if len(found) > 1:
        raise _ambiguous(word, found)
    return found[0] if found else None


def _ambiguous(word: str, found: list[str]) -> Exception:
    from core.errors import UsageError

    return UsageError(
        f"“{word}”不止一个 | more than one is called so: {', '.join(sorted(found)[:12])}",
        remedy="写出标识 | give the id",
        code="AMBIGUOUS",
    )
