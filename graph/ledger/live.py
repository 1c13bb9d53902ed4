"""Which statements count: one reading a document, decisions applied. Pure: the same rows give the same answer.

Several files may hold one notice, and one file may be read by several versions of the rules. Live are the statements
of one reading a document: newest rules, then best source (table > docx > html > text > pdf > scan), then smallest
SHA-256 (DESIGN, section 1). Tables are read by no rule that could grow old, so they count as read by the newest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from core.errors import ConfigError
from graph.cells import as_list
from graph.decisions import Decision
from graph.ids import Ids, assign_ids, document_id, fold, fold_number, is_number, printed_place
from graph.ledger.records import NO_RULES, SOURCE_ORDER, Live, SourceKind
from graph.statements import Event, PostSeen, Statement, field_type

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One document as one reading has it; issuer, title and date are empty if the reading has not its own row."""

    key: int
    kind: SourceKind
    rules: str
    sha256: str
    jurisdiction: str
    doc_id: str
    issuer: str = ""
    title: str = ""
    date: str = ""


def chosen(candidates: Iterable[Candidate]) -> set[int]:
    """The keys of the candidates that are live: of each document, those of the best reading."""
    live: set[int] = set()
    for versions in by_document(candidates):
        best = versions[0]
        live.update(version.key for version in versions if _reading(version) == _reading(best))
    return live


def by_document(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """The versions of each document, best first.

    One number of one place is one document, whatever a file says of its issuer; without a number it goes by issuer,
    title and date, and without its own row by its label.
    """
    documents: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        documents[_document_key(candidate)].append(candidate)
    return [_best_first(versions) for _, versions in sorted(documents.items())]


def rules_order(rules: str) -> tuple[bool, tuple[int, ...], str]:
    """A key by which newer rules sort higher; reading by no rules sorts highest."""
    return rules == NO_RULES, tuple(int(digits) for digits in _DIGITS.findall(rules)), rules


def settle(statements: Sequence[Statement], decisions: Sequence[Decision], *, min_confidence: float) -> Live:
    """Give ids, apply decisions, hold back what is doubtful or rejected, drop derived posts that add nothing.

    Ids are given before anything is held back or corrected, so that no decision moves the id of a neighbour.
    """
    ids = assign_ids(statements)
    known = set(ids.ids)
    verdicts = {(d.verdict, d.subject) for d in decisions}
    corrections: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.verdict == "correct":
            corrections[decision.subject].append(decision)
    stated = _people_stated(ids)
    kept: list[tuple[str, str, Statement]] = []
    held_back: list[tuple[str, Statement]] = []
    for statement, identifier, document in zip(ids.statements, ids.ids, ids.document_ids, strict=True):
        if isinstance(statement, PostSeen) and fold(statement.person) in stated[document]:
            continue
        sure = statement.source.confidence >= min_confidence or ("accept", identifier) in verdicts
        if identifier in corrections:
            statement = _corrected(statement, corrections[identifier])
            sure = True
        if not sure or ("reject", identifier) in verdicts:
            held_back.append((identifier, statement))
        else:
            kept.append((document, identifier, statement))
    kept.sort(key=_order)
    held_back.sort(key=lambda item: item[0])
    about_statements = ("accept", "reject", "correct")
    return Live(
        ids=Ids(
            tuple(statement for _, _, statement in kept),
            tuple(identifier for _, identifier, _ in kept),
            tuple(document for document, _, _ in kept),
        ),
        held_back=tuple(held_back),
        decisions=tuple(sorted(decisions)),
        orphans=tuple(sorted(d for d in decisions if d.verdict in about_statements and d.subject not in known)),
    )


def _corrected(statement: Statement, decisions: Sequence[Decision]) -> Statement:
    """The statement with a person's values in the columns they name; the words it rests on stay."""
    printed = {item.name: getattr(statement, item.name) for item in fields(statement)}
    values: dict[str, str | int | tuple[str, ...]] = {}
    for decision in sorted(decisions):
        try:
            kind = field_type(type(statement), decision.column)
        except ConfigError:
            continue  # a column that later versions no longer have: the decision has nothing to correct
        name = decision.column if decision.column in printed else f"{decision.column}_"
        if kind is int:
            values[name] = int(decision.value) if decision.value.isdecimal() else 0
        elif kind is str:
            values[name] = decision.value
        else:
            values[name] = as_list(decision.value)
    source = replace(statement.source, rule="person", confidence=1.0)
    return type(statement)(**{**printed, **values, "source": source})


def _people_stated(ids: Ids) -> dict[str, set[str]]:
    """Folded names of the people that statements other than derived posts name, by document."""
    stated: dict[str, set[str]] = defaultdict(set)
    for statement, document in zip(ids.statements, ids.document_ids, strict=True):
        if isinstance(statement, PostSeen):
            continue
        if isinstance(statement, Event):
            stated[document].update(fold(person.partition("|")[0]) for person in statement.persons)
        for name in ("person", "person_a", "person_b"):
            person = getattr(statement, name, "")
            if person:
                stated[document].add(fold(person))
    return stated


def _order(item: tuple[str, str, Statement]) -> tuple[str, tuple[int | str, ...], str]:
    document, identifier, statement = item
    return document, printed_place(statement), identifier


def _document_key(candidate: Candidate) -> tuple[str, str]:
    if is_number(candidate.doc_id):
        return fold(candidate.jurisdiction), fold_number(candidate.doc_id)
    return "", document_id(
        candidate.jurisdiction, candidate.doc_id, issuer=candidate.issuer, title=candidate.title, date=candidate.date
    )


def _best_first(versions: list[Candidate]) -> list[Candidate]:
    by_source = sorted(versions, key=lambda version: (SOURCE_ORDER.index(version.kind), version.sha256, version.doc_id))
    return sorted(by_source, key=lambda version: rules_order(version.rules), reverse=True)


def _reading(candidate: Candidate) -> tuple[str, str, str]:
    return candidate.rules, candidate.kind, candidate.sha256
