"""Who leads a task, named at the head or the end of the bracket behind it: `（张三；市工信局牵头，市财政局配合）`, `（市工信局牵头，副市长张三负责）`.

Only clauses that name persons and nothing else count, and only beside clauses that may give units a part. Sources:
divisions of work reports (政府工作报告重点任务分工) that print leader, units and limit in one bracket.
"""

from __future__ import annotations

import re

from loaders.gazette.names import is_name
from loaders.gazette.persons import read_mentions
from loaders.readers.paper import Passage

#: What a leader does, or is called, behind the name.
_LEADS = re.compile(
    r"(?:等)?(?:同志|领导)?(?:总|具体|亲自|全面)?(?:(?:牵头|负责|领衔|挂帅|包联|包抓|包保|包案|督办|主抓|分管|统筹|协调){1,2}|负总责)?\s*$"
)
#: Words for a time or a manner that look like a name (`年内；市住建局牵头`).
_NO_NAME = re.compile(
    r"(?:全[年面覆程力市县区]|年[内底前末]|每|常[年态]|长[期年]|持续|周[一二三四五六日末]|于年|高质|高效|国庆|同步|近期|季|立即|及时|双)|.{2}[前底内末]$"
)
_LONGEST = 60  # letters of a clause that names leaders

Span = tuple[int, int]


def leaders_apart(passage: Passage, clauses: list[Span]) -> tuple[list[Span], list[Span]]:
    """The places of the leaders named in the first or the last clauses, without what they do, and the clauses left."""
    found: list[Span] = []
    low, high = 0, len(clauses)
    while low < high - 1 and (named := _named(passage, *clauses[low])) is not None:
        found.append(named)
        low += 1
    while not found and high > low + 1 and (named := _named(passage, *clauses[high - 1])) is not None:
        found.append(named)
        high -= 1
    return found, clauses[low:high]


def _named(passage: Passage, start: int, end: int) -> Span | None:
    """The place of the names in a clause that names persons and nothing else; None for any other clause."""
    if end - start > _LONGEST:
        return None
    verb = _LEADS.search(passage.text, start, end)
    stop = verb.start() if verb is not None else end
    mentions = read_mentions(passage, start, stop) if stop - start > 1 else []
    persons = [mention.person for mention in mentions]
    if not persons or not all(is_name(person) and not _NO_NAME.match(person) for person in persons):
        return None
    return start, stop
