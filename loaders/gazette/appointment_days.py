"""The day of an act in a text that prints none of its own: `2031年5月，丁一调任乙局局长` in news that tell somebody's way.

Only a day with its year counts, at the head of the clause that states the act or of one before it in the same sentence; days of
birth and stretches of time are none.
"""

from __future__ import annotations

import re

_DAY = re.compile(
    r"(?:^|(?<=[。;,:\s]))(?P<year>(?:19|20)\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
    r"(?![\d\s]*(?:[-—–~至到起后前间初末底]|以来|以[前后]|出?生|参加|加入|入[党学]|毕业|[上下]半年|\d))"
)
_MARKS = "。;\n"
_LONGEST_SENTENCE = 200
_OPENING = 12  # letters of a clause in which its own day stands


def day_of_act(text: str, start: int) -> str:
    """The last day with its year before the words of an act at `start`, or at their head, in its sentence: an ISO prefix; empty if none."""
    begin = max(max(text.rfind(mark, 0, start) for mark in _MARKS) + 1, start - _LONGEST_SENTENCE)
    if text.find("年", begin, start + _OPENING) < 0:
        return ""
    found = ""
    for match in _DAY.finditer(text, begin, start + _OPENING):
        parts = [match["year"], *(f"{int(part):02}" for part in (match["month"], match["day"]) if part)]
        found = "-".join(parts)
    return found
