"""What the value of a label says it was asked for: `工作职责：市商务局牵头，各镇配合` names units, `工作要求：8月底前完成` a time limit.

Labels on duties, aims and demands ask for words of any kind; where all the words are units with their parts, or a time by
which all is done, they say of the task what a label of their own would. Sources: lists of works to be done in a campaign.
"""

from __future__ import annotations

import re

from loaders.gazette.heads import Role
from loaders.gazette.units import has_parts, parts_of, unit_like
from loaders.readers.paper import Passage

#: A clause that is a time limit, and what is done by then: `6月底前完成`; behind 要求 and the like only if something is (`确保9月底前投产`).
_DEADLINE_CLAUSE = re.compile(
    r"(?P<asked>(?:要求|确保|力争|争取|务必|计划|预计|原则上)(?:[在于须])?)?"
    r"(?P<limit>(?:\d{4}年|\d{1,2}月|每[年月季周]|[一二三四]季度|年底|月底|长期|持续|全年)[^,;。]{0,14}?)"
    r"(?P<done>(?:(?:全部|全面|基本|按期|如期){0,2}(?:完成|办结|建成|到位)|取得[^,;。]{0,6}成效|见到?成效)[^,;。]{0,2}|完成(?:主体|全部|整改|竣工)[^,;。]{0,4}"
    r"|(?:全部|全线|正式|建成|竣工)?(?:投产|投用|投运|通车|竣工|完工|交付|封顶|投入使用|投入运[行营])(?:使用|验收)?)?$"
)
_ASK_ANYTHING: frozenset[Role | None] = frozenset(("duty", "content", None))
_LONGEST_UNITS, _LONGEST_TIME = 80, 24


def told_by_value(passage: Passage, start: int, end: int, role: Role | None) -> tuple[Role | None, int]:
    """The role of a label and the end of its value, where its words ask for anything and the value is units with parts or a time limit."""
    if role not in _ASK_ANYTHING or not 0 < end - start <= _LONGEST_UNITS:
        return role, end
    text = passage.text
    while start < end and text[start] == " ":
        start += 1
    stop = end
    while stop > start and text[stop - 1] in "。;,. ":
        stop -= 1
    if stop - start <= _LONGEST_TIME and (limit := _DEADLINE_CLAUSE.match(text, start, stop)) and limit["done"]:
        return "deadline", limit.end("limit")
    if role == "duty" and _all_have_parts(passage, start, stop):
        return "responsible", end
    return role, end


def _all_have_parts(passage: Passage, start: int, end: int) -> bool:
    """Whether each clause of a stretch is units and the word of their part (`甲局牵头，各镇配合`)."""
    clauses = passage.text[start:end].split(",")
    parts = parts_of(passage, start, end, "responsible", "") if all(map(has_parts, clauses)) else []
    return bool(parts) and all(unit_like(part.unit) for part in parts)


def limit_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the time limit a clause is, without the words for what is done by then; None if it is no time limit."""
    match = _DEADLINE_CLAUSE.match(text, start, end)
    if match is None or (match["asked"] and not match["done"]):
        return None
    return match.span("limit")
