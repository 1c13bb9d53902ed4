"""What a person should look at, gathered from all who doubt: readers, identity, sums, files that disagree, lost decisions.

Pure over what the ledger holds: the same papers and decisions give the same list. What a person has decided is no more
in it: an accepted, rejected or corrected statement, a pair that was called the same or not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from graph.cells import Cells, cells_of
from graph.decisions import Decision
from graph.identity.mentions import bodies_in
from graph.identity.resolved import ResolvedIdentity
from graph.identity.review import ReviewItem
from graph.ids import fold
from graph.ledger.records import Difference, Live
from graph.statements import Statement
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
_NUMBER = re.compile(r"[0-9]+")
_SUMS = ("sum-wrong", "sum-open")
_ABOUT_STATEMENTS = ("accept", "reject", "correct")
#: Printed words of a doubt, at most.
_EXCERPT = 120
#: Of so many people of one name the words are shown.
_SIDE_BY_SIDE = 4
_KEPT_APART = ("homonym", "conflict", "near-names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One thing to look at. `ids` are what a decision names: statements or mentions.

    `words` are the printed ones it is about, `table` and `cells` what was read from them where that is a statement,
    `verdict` that of a decision whose statement is gone.
    `rule` and `confidence` are those of a doubtful statement, whose reason the readers' catalogue of rules tells;
    `held_back` says that it is not in the timeline.
    """

    kind: DoubtKind
    ids: tuple[str, ...]
    name: str = ""
    verdict: str = ""
    words: str = ""
    table: str = ""
    cells: Cells = ()
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
    return tuple(sorted(found, key=_as_printed))


def _as_printed(doubt: Doubt) -> tuple[int, str, list[int], str, tuple[str, ...]]:
    """By kind, then as they stand in the papers: line 50 before line 1584."""
    lines = [int(number) for number in _NUMBER.findall(doubt.place)]
    return KINDS.index(doubt.kind), doubt.document, lines, doubt.place, doubt.ids


def excerpt(quote: str, name: str = "", most: int = _EXCERPT) -> str:
    """Printed words on one line; of many those around `name`, else the first.

    >>> excerpt("一二三四五六七八九十", "七", most=4)
    '…五六七八…'
    """
    words = " ".join(quote.split())
    if len(words) <= most:
        return words
    at = max(words.find(name), 0)
    start = min(max(at + len(name) // 2 - most // 2, 0), len(words) - most)
    return f"{'…' if start else ''}{words[start : start + most]}{'…' if start + most < len(words) else ''}"


def place_of(statement: Statement) -> str:
    """Where its words stand: `任务表!A7`, or the lines of the file, `12` or `12-14`."""
    source = statement.source
    if source.cell:
        return source.cell
    return f"{source.line_start}" if source.line_start == source.line_end else f"{source.line_start}-{source.line_end}"


def _of(kind: DoubtKind, identifier: str, statement: Statement, **more: str) -> Doubt:
    return Doubt(
        kind=kind, ids=(identifier,), name=more.get("name", ""), table=statement.TABLE, cells=cells_of(statement),
        words=excerpt(statement.source.quote, more.get("name", "")),
        document=statement.doc_id, place=place_of(statement), rule=statement.source.rule,
        confidence=statement.source.confidence, jurisdiction=statement.jurisdiction,
        reason=more.get("reason", ""), reason_en=more.get("reason_en", ""),
    )  # fmt: skip


def _statements(live: Live, decided: set[str], sure_from: float) -> Iterator[Doubt]:
    held = {identifier for identifier, _ in live.held_back}
    for identifier, statement in (*live.held_back, *zip(live.ids.ids, live.ids.statements, strict=True)):
        if statement.source.confidence < sure_from and identifier not in decided:
            yield replace(_of("statement", identifier, statement), held_back=identifier in held)


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
            words=" / ".join(_printed(item, identity, by_id)),
            document=first.doc_id if first is not None else "", place=place_of(first) if first is not None else "",
            jurisdiction=person.jurisdiction if person is not None else "",
        )  # fmt: skip


def _printed(item: ReviewItem, identity: ResolvedIdentity, by_id: dict[str, Statement]) -> Iterator[str]:
    """Where each of those it is about stands first: who is to tell them apart sees all of them."""
    people = [identity.persons[each] for each in item.entities if each in identity.persons]
    for person in people[:_SIDE_BY_SIDE]:
        if person.mentions and person.mentions[0] in by_id:
            yield excerpt(
                by_id[person.mentions[0]].source.quote, person.name, _EXCERPT if len(people) == 1 else _EXCERPT // 2
            )


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
            ids=finding.evidence, reason=finding.explanation, reason_en=finding.explanation_en,
            document=first.doc_id if first is not None else "", place=place_of(first) if first is not None else "",
            words=excerpt(first.source.quote) if first is not None else "",
            jurisdiction=finding.jurisdiction,
        )  # fmt: skip


def _difference(each: Difference) -> Doubt:
    with_it, without_it = (", ".join(sha[:12] for sha in shas) for shas in (each.with_it, each.without_it))
    return Doubt(
        kind="difference", ids=(), table=each.table, cells=each.cells, document=each.doc_id,
        reason=f"文件 {with_it} 有，{without_it} 无", reason_en=f"in {with_it}, not in {without_it}",
    )  # fmt: skip


def _orphan(decision: Decision) -> Doubt:
    return Doubt(
        kind="orphan", ids=(decision.subject,), verdict=decision.verdict, words=decision.reason,
        cells=((decision.column, decision.value),) if decision.column else (),
        reason="此决定所指的记录在现有读法中已不存在", reason_en="no reading of today has the statement it is about",
    )  # fmt: skip
