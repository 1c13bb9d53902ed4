"""Looking a home over: ledger, originals, graph, search index. It changes nothing; each finding says what to do.

from graph.doctor import examine
examine(settings).healthy
"""

from graph.doctor.examination import CHECKS, Examination, examine
from graph.doctor.findings import Finding, Severity

__all__ = ["CHECKS", "Examination", "Finding", "Severity", "examine"]
