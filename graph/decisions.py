"""What a person decided: verdicts on statements and on pairs of mentions, each with a reason, each withdrawable.

Decisions are rows, never changes: identity and timeline take the set of standing decisions and derive the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "correct", "same", "not-same"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Decision:
    """One verdict. It names mentions and statements, never the entities derived from them.

    `subject` is a statement id for accept, reject and correct, a mention id for same and not-same; `other` the second
    mention; `column` and `value` what a correction puts where (list items `;`-separated, as in files).
    """

    verdict: Verdict
    subject: str
    other: str = ""
    column: str = ""
    value: str = ""
    reason: str = ""
