"""What a person should look at, gathered from all who doubt: readers, identity, sums, files that disagree, lost decisions.

Pure over what the ledger holds: the same papers and decisions give the same list. What a person has decided is no more
in it: an accepted, rejected or corrected statement, a pair that was called the same or not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.cells import as_cell
from graph.decisions import Decision
from graph.identity.mentions import bodies_in
from graph.identity.resolved import ResolvedIdentity
from graph.ids import fold
from graph.ledger.records import Difference, Live
from graph.statements import Statement, columns, value_of
from graph.timeline import Timeline

DoubtKind = Literal[
    "statement", "suspect-name", "homonym", "conflict", "near-names", "unknown-unit", "sum-wrong", "sum-open",
    "difference", "orphan",
]  # fmt: skip

#: The order in which they are listed: what may be wrong before what may be two, figures and files last.
KINDS: tuple[DoubtKind, ...] = (
    "orphan", "statement", "suspect-name", "conflict", "unknown-unit", "near-names", "homonym", "sum-wrong",
    "difference", "sum-open",
)  # fmt: skip
#: Statements read with less than this are listed, with the reason their rule gives.
SURE_FROM = 0.8
#: Words for several bodies or any: nobody can say which, and nobody need to.
_VAGUE = re.compile(r"各|有关|相关|其他|其它|全体|所有|本(?:单位|部门)|上述|以上")
_SUMS = ("sum-wrong", "sum-open")
_ABOUT_STATEMENTS = ("accept", "reject", "correct")
_KEPT_APART = ("homonym", "conflict", "near-names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One thing to look at. `ids` are what a decision names: statements or mentions.

    `rule` and `confidence` are those of a doubtful statement, whose reason the readers' catalogue of rules tells;
    `held_back` says that it is not in the timeline.
    """

    kind: DoubtKind
    ids: tuple[str, ...]
    name: str
    words: str = ""
    document: str = ""
    place: str = ""
    rule: str = ""
    confidence: float = 1.0
    held_back: bool = False
    jurisdiction: str = ""
    reason: str = ""
    reason_en: str = ""


def doubts(
    live: Live,
    identity: ResolvedIdentity,
    timeline: Timeline,
    differences: Iterable[Difference] = (),
    *,
    sure_from: float = SURE_FROM,
) -> tuple[Doubt, ...]:
    """All that stands open, by kind in the order of `KINDS`, then by document and place."""
    decided = {decision.subject for decision in live.decisions if decision.verdict in _ABOUT_STATEMENTS}
    by_id = dict(zip(live.ids.ids, live.ids.statements, strict=True))
    found = [
        *map(_orphan, live.orphans),
        *_statements(live, decided, sure_from),
        *_identity(live, identity, by_id, decided),
        *_unknown_units(by_id, identity, decided),
        *_sums(timeline, by_id),
        *map(_difference, differences),
    ]
    return tuple(sorted(found, key=lambda doubt: (KINDS.index(doubt.kind), doubt.document, doubt.place, doubt.ids)))


def words_of(statement: Statement) -> str:
    """A statement as one line: its columns that hold something."""
    cells = ((column, as_cell(value_of(statement, column))) for column in columns(type(statement)))
    return "，".join(f"{column}={cell}" for column, cell in cells if cell)


def place_of(statement: Statement) -> str:
    """Where its words stand: `任务表!A7`, or the lines of the file, so that they sort as printed."""
    source = statement.source
    if source.cell:
        return source.cell
    lines = f"{source.line_start}" if source.line_start == source.line_end else f"{source.line_start}-{source.line_end}"
    return f"L{lines}"


def _of(kind: DoubtKind, identifier: str, statement: Statement, **more: str) -> Doubt:
    return Doubt(
        kind=kind, ids=(identifier,), name=more.get("name", statement.TABLE), words=words_of(statement),
        document=statement.doc_id, place=place_of(statement), rule=statement.source.rule,
        confidence=statement.source.confidence, jurisdiction=statement.jurisdiction,
        reason=more.get("reason", ""), reason_en=more.get("reason_en", ""),
    )  # fmt: skip


def _statements(live: Live, decided: set[str], sure_from: float) -> Iterator[Doubt]:
    held = {identifier for identifier, _ in live.held_back}
    for identifier, statement in (*live.held_back, *zip(live.ids.ids, live.ids.statements, strict=True)):
        if statement.source.confidence < sure_from and identifier not in decided:
            doubt = _of("statement", identifier, statement)
            if identifier in held:
                yield _held(doubt)
            else:
                yield doubt


def _held(doubt: Doubt) -> Doubt:
    return Doubt(
        kind=doubt.kind, ids=doubt.ids, name=doubt.name, words=doubt.words, document=doubt.document, place=doubt.place,
        rule=doubt.rule, confidence=doubt.confidence, held_back=True, jurisdiction=doubt.jurisdiction,
    )  # fmt: skip


def _identity(
    live: Live, identity: ResolvedIdentity, by_id: dict[str, Statement], decided: set[str]
) -> Iterator[Doubt]:
    apart = _pairs(live.decisions, identity)
    for item in identity.review:
        person = identity.persons.get(item.entities[0]) if item.entities else None
        mentions = person.mentions if person is not None else ()
        if item.kind == "suspect-name" and mentions and decided.issuperset(mentions):
            continue
        pairs = list(combinations(sorted(item.entities), 2))
        if item.kind in _KEPT_APART and pairs and apart.issuperset(pairs):
            continue
        first = by_id.get(mentions[0]) if mentions else None
        kind = next(kind for kind in KINDS if kind == item.kind)
        yield Doubt(
            kind=kind, ids=item.entities, name=item.name, reason=item.reason, reason_en=item.reason_en,
            words=" ".join(first.source.quote.split())[:80] if first is not None else "",
            document=first.doc_id if first is not None else "", place=place_of(first) if first is not None else "",
            jurisdiction=person.jurisdiction if person is not None else "",
        )  # fmt: skip


def _pairs(decisions: Sequence[Decision], identity: ResolvedIdentity) -> set[tuple[str, str]]:
    """The pairs of entities a person called different."""
    found = set()
    for decision in decisions:
        if decision.verdict == "not-same":
            left, right = (identity.merged_into(each) for each in (decision.subject, decision.other))
            found.add((min(left, right), max(left, right)))
    return found


def _unknown_units(by_id: dict[str, Statement], identity: ResolvedIdentity, decided: set[str]) -> Iterator[Doubt]:
    """Names that stand where a body should and that identity takes for none; each once a document."""
    seen: set[tuple[str, str]] = set()
    for identifier, statement in by_id.items():
        if identifier in decided:
            continue
        for name in bodies_in(statement):
            key = (statement.doc_id, fold(name))
            if (
                key in seen
                or _VAGUE.match(name)
                or identity.organisation(name, statement)
                or identity.group(name, statement)
            ):
                continue
            seen.add(key)
            yield _of(
                "unknown-unit", identifier, statement, name=name, reason=f"“{name}”认不出是哪个单位",
                reason_en=f"{name}: no body we know",
            )  # fmt: skip


def _sums(timeline: Timeline, by_id: dict[str, Statement]) -> Iterator[Doubt]:
    for finding in timeline.findings:
        if finding.kind not in _SUMS:
            continue
        first = next((by_id[each] for each in finding.evidence if each in by_id), None)
        yield Doubt(
            kind="sum-wrong" if finding.kind == "sum-wrong" else "sum-open",
            ids=finding.evidence, name=finding.kind, reason=finding.explanation, reason_en=finding.explanation_en,
            document=first.doc_id if first is not None else "", place=place_of(first) if first is not None else "",
            words=" ".join(first.source.quote.split())[:80] if first is not None else "",
            jurisdiction=finding.jurisdiction,
        )  # fmt: skip


def _difference(each: Difference) -> Doubt:
    with_it, without_it = (", ".join(sha[:12] for sha in shas) for shas in (each.with_it, each.without_it))
    return Doubt(
        kind="difference", ids=(), name=each.table, words=each.words, document=each.doc_id,
        reason=f"文件 {with_it} 有，{without_it} 无", reason_en=f"in {with_it}, not in {without_it}",
    )  # fmt: skip


def _orphan(decision: Decision) -> Doubt:
    what = f"{decision.column}={decision.value}" if decision.column else ""
    return Doubt(
        kind="orphan", ids=(decision.subject,), name=decision.verdict, words=f"{what} {decision.reason}".strip(),
        reason="此决定所指的记录在现有读法中已不存在", reason_en="no reading of today has the statement it is about",
    )  # fmt: skip
