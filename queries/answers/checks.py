"""What a clerk should look at on a day: the findings of the timeline, gravest first, with the words they rest on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from core.errors import UsageError
from core.settings import Language
from graph.days import checked_day, today
from graph.stores.store import Row, Value
from graph.timeline.facts import Severity
from queries.answers.model import Answer, Coded, Thing
from queries.answers.rows import maps, text, texts
from queries.answers.sheets import Line, Sheet, Words
from queries.answers.words import evidence, reach
from queries.catalogue import catalogue
from queries.library import Library

QUERY = "checks/findings"
#: Gravest first.
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
#: More findings than anybody reads; the gravest come first, so nothing serious is ever cut off.
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: what is wrong, how grave it is, what it is about, and the ids of its evidence."""

    id: str
    kind: str
    severity: Coded
    explanation: str
    explanation_en: str
    number: str
    jurisdiction: str
    status: Coded
    about: tuple[Thing, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Answer):
    """The findings of a day. `truncated` says that there are more of the least grave."""

    findings: tuple[Found, ...]
    truncated: bool

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity, gravest first, zeros included."""
        found = Counter(each.severity.code for each in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}


def check(library: Library, *, on: str = "", jurisdiction: str = "", severity: str = "", kind: str = "") -> Findings:
    """The findings of a day (default: today), of one place, at least as grave as `severity`, of one `kind`.

    Raises `InputError` for a day that is none, `UsageError` (`BAD-SEVERITY`) for a severity that is none.
    """
    day = checked_day(on) if on else today()
    wanted = _at_least(severity)
    given: dict[str, Value] = {"on": day, "jurisdiction": jurisdiction, "kind": kind, "limit": _MOST}
    result = catalogue().run(library.store, QUERY, given)
    findings = tuple(found for found in map(_found, result.rows) if found.severity.code in wanted)
    words = evidence(library, (each for found in findings for each in found.evidence))
    return Findings(
        queries=(QUERY,),
        subject=Thing(jurisdiction, "Jurisdiction", jurisdiction),
        on=day,
        evidence=words,
        reach=reach(library, words),
        findings=findings,
        truncated=result.truncated,
    )


def check_sheet(answer: Findings, language: Language) -> Sheet:
    """The findings as a table; above it, how many of each severity."""
    words = Words(language)
    lines = [
        Line(
            (words.code(each.severity), words.say(each.explanation, each.explanation_en), words.code(each.status),
             each.kind, each.jurisdiction),
            each.evidence,
        )
        for each in answer.findings
    ]  # fmt: skip
    counts = [(words.code(Coded.of("severity", code)), str(count)) for code, count in answer.counts.items() if count]
    note = ""
    if answer.truncated:
        note = words.say("只列最要紧的，其余见 --kind、--jurisdiction。", "The gravest only; narrow it by --kind.")
    elif not lines:
        note = words.say("没有发现问题。", "Nothing to look at.")
    columns = (("程度", "severity"), ("说明", "what"), ("把握", "how sure"), ("种类", "kind"), ("地区", "place"))
    return words.sheet(answer, words.say("检查结果", "Findings"), counts, columns, lines, (note,))


def _at_least(severity: str) -> frozenset[str]:
    if not severity:
        return frozenset(SEVERITIES)
    for place, known in enumerate(SEVERITIES, start=1):
        if known == severity:
            return frozenset(SEVERITIES[:place])
    raise UsageError(
        f"没有这种程度 | no such severity: {severity}", remedy=f"--severity {'|'.join(SEVERITIES)}", code="BAD-SEVERITY"
    )


def _found(row: Row) -> Found:
    about = (Thing(text(each, "id"), text(each, "kind"), text(each, "name")) for each in maps(row, "about"))
    return Found(
        id=text(row, "finding_id"),
        kind=text(row, "kind"),
        severity=Coded.of("severity", text(row, "severity")),
        explanation=text(row, "explanation"),
        explanation_en=text(row, "explanation_en"),
        number=text(row, "number"),
        jurisdiction=text(row, "jurisdiction"),
        status=Coded.of("status", text(row, "status")),
        about=tuple(about),
        evidence=texts(row, "evidence"),
    )
