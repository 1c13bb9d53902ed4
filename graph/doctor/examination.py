"""All checks, one after another, on one home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.settings import Settings
from graph.doctor import graphs
from graph.doctor import ledger as of_ledger
from graph.doctor.findings import Finding
from graph.ledger.ledger import open_ledger
from graph.ontology import Caption

#: What is looked at, in this order.
CHECKS: Final[dict[str, Caption]] = {
    "ledger": Caption(zh="账本文件", en="ledger file"),
    "journal": Caption(zh="流水与读取", en="journal and readings"),
    "originals": Caption(zh="原件", en="originals"),
    "waiting": Caption(zh="未完与未读", en="waiting and refused"),
    "decisions": Caption(zh="人工认定", en="decisions"),
    "graph": Caption(zh="图谱与查找索引", en="graph and search index"),
    "left": Caption(zh="旧图谱", en="old graphs"),
    "past": Caption(zh="往日图谱", en="graphs of past days"),
    "audit": Caption(zh="写入记录", en="audit log"),
    "space": Caption(zh="磁盘空间", en="disk space"),
}


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and what was found there; a check that could not be made is missing."""

    checks: tuple[tuple[str, tuple[Finding, ...]], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""
        return tuple(finding for _, found in self.checks for finding in found)

    @property
    def healthy(self) -> bool:
        """Whether nothing is lost, damaged or wrong."""
        return all(finding.kind.severity != "error" for finding in self.findings)


def examine(settings: Settings) -> Examination:
    """Look everything over, and change nothing.

    A ledger that is damaged, or of another form, ends the examination: all else is measured against it, and opening it
    would migrate it. Raises `StoreBusyError` and the like if it cannot be read for another reason.
    """
    first = tuple(of_ledger.ledger_file(settings))
    found: list[tuple[str, tuple[Finding, ...]]] = [("ledger", first)]
    if first:
        return Examination(tuple(found))
    with open_ledger(settings) as ledger:
        found.append(("journal", (*of_ledger.journal(ledger), *of_ledger.readings(ledger))))
        found.append(("originals", tuple(of_ledger.originals(ledger, settings))))
        found.append(("waiting", tuple(of_ledger.waiting(ledger))))
        found.append(("decisions", tuple(of_ledger.decisions(ledger))))
        found.append(("graph", tuple(graphs.published(ledger, settings))))
    found.append(("left", tuple(graphs.left_over(settings))))
    found.append(("past", tuple(graphs.past(settings))))
    found.append(("audit", tuple(graphs.audit_log(settings))))
    found.append(("space", tuple(graphs.space(settings))))
    return Examination(tuple(found))
