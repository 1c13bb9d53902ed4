"""How each kind of paper is printed, in the habits of its house, and the rows its lines give.

Knows nothing of time: the district says what happens.
"""

from __future__ import annotations

from benchmark.corpus.notices.acts import appointments
from benchmark.corpus.notices.desks import Desk, division
from benchmark.corpus.notices.events import chronicle
from benchmark.corpus.notices.jobs import Job, tasks
from benchmark.corpus.notices.patches import abolition, roster_patch
from benchmark.corpus.notices.rosters import Clause, Place, roster

__all__ = [
    "Clause", "Desk", "Job", "Place", "abolition", "appointments", "chronicle", "division", "roster", "roster_patch", "tasks",
]  # fmt: skip
