"""On what terms one stands in for another: when, for which work, except which, and who takes over if both are away."""

from __future__ import annotations

import re

from loaders.gazette import subjects
from loaders.readers.paper import Passage

_BOTH = re.compile(
    r"(?:AB[角岗]|双方|两人|二人|B[角岗]|均|都|A、B[角岗])?(?:(?:都|均)?同时|均|都)(?:外出|离岗|不在岗?|离开|休假|缺位|请假|出差|因公)[^,。;由]{0,12},?(?P<what>由(?P<who>[^,;。]{2,60}?)(?:代管|代理|代为[\u4e00-\u9fff]{2}|负责|主持|接替|顶岗|处理|统筹)[^,;。]{0,20}|[^,;。]{4,60})"
)
#: `A、B角同时不在岗时，须经分管领导批准`: who allows it takes nothing over.
_NO_FALLBACK = re.compile(
    r"(?:应|须|需|必须|要|得)?(?:当|事先|提前|另行)*(?:经|报(?!告)|(?:报告|请示|履行|办理|批准|同意|向)(?![^,。;]{0,30}(?:接替|指定|安排)))"
)
_WITHOUT_C = re.compile(r"(?:没有|未)(?:设置?|安排|确定)C[角岗]的?,?(?P<what>由[^,。;]{4,40})")
_CONDITION = re.compile(
    r"(?:其中一方|任何一方|任意一方|任一方|一方|A[角岗](?:领导|人员)?|对方)(?:在)?(?P<what>(?:因|外|离|不|休|出|请|学|缺|脱)[^,。;]{1,30}?)(?:期间|之时|时|的?(?=,)|后)"
)
_LIMITED = re.compile(r"(?:限于|仅限于?|范围(?:为|是|:))(?P<what>[^,。;]{2,60})")
_EXCEPT = re.compile(r"(?:但|其中)?(?P<what>[^,。;]{2,40}?)(?:工作)?除外|(?:不含|不包括)(?P<not>[^,。;]{2,40})")


def limits_of(passage: Passage, low: int, high: int) -> tuple[str, str]:
    """Scope and exclusion printed behind a pair: `限于X`, `但Y除外`."""
    text = passage.text
    scope = exclusion = ""
    if limited := _LIMITED.search(text, low, high):
        scope = passage.printed(*limited.span("what"))
    if excepted := _EXCEPT.search(text, low, high):
        name = "what" if excepted["what"] else "not"
        begin, end = excepted.span(name)
        while text[begin] in "但, (":
            begin += 1
        exclusion = passage.printed(begin, end)
    return scope, exclusion


def condition_of(passage: Passage, low: int, high: int) -> str:
    match = _CONDITION.search(passage.text, low, high)
    return passage.printed(*match.span("what")) if match else ""


def both_away(passage: Passage, low: int, high: int, known: frozenset[str]) -> str:
    """Who takes over if both are away: a name if one is printed, else the words."""
    without = _WITHOUT_C.search(passage.text, low, high)
    if without is not None:
        return passage.printed(*without.span("what"))
    match = _BOTH.search(passage.text, low, high)
    if match is None or _NO_FALLBACK.match(match["what"]) or re.search(r"C[角岗]", match["what"]):
        return ""
    if match["who"]:
        persons = subjects.named(passage, *match.span("who"), known=known)
        if persons:
            return ";".join(one.person for one in persons)
    return passage.printed(*match.span("what"))
