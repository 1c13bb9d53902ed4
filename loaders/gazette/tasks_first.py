"""Where a paper says that of the units of a task the first leads: `（列第一位者为工作牵头单位，下同）`, `注：排名第一的科室为牵头科室。`

What a bracket behind a list of units says holds for that list, and for all below it if the bracket says 下同; what a note or
the head of a column says holds for the whole paper. Sources: breakdowns of government reports (政府工作报告责任分解) and
measures (若干措施), which print 责任单位 alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.gazette.notice import Notice
from loaders.gazette.units import FIRST_LEADS

_BELOW = "下同"
_LONGEST_BRACKET = 60


@dataclass(frozen=True, slots=True)
class FirstLeads:
    """From which place of the paper on the first unit leads, and the lists of which brackets say it alone."""

    since: int | None
    lists: frozenset[int]  # the starts of their passages

    def holds(self, place: int) -> bool:
        """Whether the first unit named in the passage that starts at a place leads."""
        return (self.since is not None and self.since <= place) or place in self.lists


def first_leads(notice: Notice) -> FirstLeads:
    """What the lines of a notice say of the first of several units."""
    since: int | None = None
    lists: set[int] = set()
    for passage in notice.body:
        text = passage.text
        if "牵头" not in text or "\t" in text or (said := FIRST_LEADS.search(text)) is None:
            continue
        bracket = _bracket_around(text, *said.span())
        if bracket is not None and ":" in text and _BELOW not in bracket:
            lists.add(passage.start)
        elif since is None:
            since = passage.start if bracket is not None else 0
    return FirstLeads(since, frozenset(lists))


def _bracket_around(text: str, start: int, end: int) -> str | None:
    """The words of the bracket around a stretch; None if it stands in running text."""
    opened = text.rfind("(", max(0, start - _LONGEST_BRACKET), start)
    if opened < 0 or text.find(")", opened, start) >= 0:
        return None
    closed = text.find(")", end, end + _LONGEST_BRACKET)
    return text[opened:closed] if closed >= 0 else None
