"""Who looks after which place or body, one after another in a sentence: `甲片由丁某负责，乙片由沈某负责`, `丁某联系甲科；沈某联系乙科`.

Rule `portfolio/chain`. Papers of any kind say so in passing. A sentence counts if three of its clauses at least, and all of them, are of one
of the two forms, and what is looked after is a place or a body: what people do for a meeting (`丁某负责签到，沈某负责会场`) is on nobody's desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import Portfolio
from loaders.gazette import lists, subjects
from loaders.gazette.cells import is_row
from loaders.gazette.divisions_chiefs import PLACE
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_VERBS = "包干负责|负责联系|负责|包干|包保|包联|包抓|挂联|挂点|联系|分管|挂钩"
_SIGN = re.compile(
    rf"由[\u4e00-\u9fff·、 \u3000]{{2,20}}(?:{_VERBS})[,;]|(?:联系|包联|挂联|挂点|包保|分管)[^。;,]{{2,60}}[;,]"
)
#: `镇墟东片由丁某负责`.
_BY = re.compile(
    rf"(?P<places>[^由:]{{2,40}}?)(?:的?工作)?由(?P<who>[\u4e00-\u9fff·、() \u3000]{{2,30}}?)(?:同志)?(?:具体|牵头|统一)?(?P<verb>{_VERBS})"
)
#: `丁某联系甲科、乙科`.
_OF = re.compile(
    rf"(?P<who>[\u4e00-\u9fff·、() \u3000]{{2,30}}?)(?:同志)?[:\s]?(?P<verb>{_VERBS})(?![人领电单制])(?P<places>[^:由的]{{2,80}})"
)
#: What opens the first clause: `分片包干：`.
_OVER = re.compile(r"[^,;:。由]{2,16}:\s*")
#: `其中，…`, `实行领导分片包干，…`: a first clause that gives nobody anything.
_LEADS = re.compile(r"(?![^,]{0,20}由)(?:其中|具体|[^,;:。]{0,16}(?:分片|包片|包干|包保|分工|责任制|安排|如下))")
#: Kinds of bodies that no list of places holds.
_BODY = re.compile(r"(?:站|台|所|中心|[科处股室组]|办|馆|场|库|[连排班]|支部)$")
_FEWEST, _LONGEST = 3, 600


class _Held(NamedTuple):
    start: int
    end: int
    persons: list[Mention]
    relation: str
    places: list[lists.Item]


def read(notice: Notice) -> Iterator[Portfolio]:
    """The rows of such sentences in printed order."""
    if notice.kind not in ("notice", "text"):
        return
    for passage in notice.body:
        text = passage.text
        if not ("负责" in text or "联系" in text or "包" in text or "挂" in text or "分管" in text):
            continue  # what is printed of the verbs, asked first: most prose has none
        if _SIGN.search(text) is None or is_row(text):
            continue
        for low, high in lists.split(passage.text, marks="。"):
            for held in _chain(passage, low, high):
                source = notice.source(passage, held.start, held.end, rule="portfolio/chain", confidence=0.9)
                for one in held.persons:
                    for place in held.places:
                        yield Portfolio(
                            source=source,
                            person=one.person,
                            title=one.title,
                            relation=held.relation,
                            object=passage.printed(place.start, place.end),
                            object_kind="org",
                        )


def _chain(passage: Passage, low: int, high: int) -> list[_Held]:
    """What a sentence gives, if it is such a chain; nothing for any other."""
    if not high - low <= _LONGEST:
        return []
    over = _OVER.match(passage.text, low, high)
    start = over.end() if over is not None else low
    marks = ";" if passage.text.find(";", start, high) >= 0 else ","
    clauses = lists.split(passage.text, start, high, marks=marks)
    if clauses and _LEADS.fullmatch(passage.text, *clauses[0]) is not None:
        clauses = clauses[1:]
    if len(clauses) < _FEWEST:
        return []
    found = [_clause(passage, *clause) for clause in clauses]
    return [one for one in found if one is not None] if None not in found else []


def _clause(passage: Passage, low: int, high: int) -> _Held | None:
    low, high = subjects.lead_cut(passage.text, low, high)
    match = _BY.fullmatch(passage.text, low, high) or _OF.fullmatch(passage.text, low, high)
    if match is None:
        return None
    places = lists.items(passage.text, *match.span("places"))
    if not places or not all(_is_held(passage.text[one.start : one.end]) for one in places):
        return None
    persons = subjects.named(passage, *match.span("who"))
    relation = (
        "分管" if match["verb"] == "分管" else "负责" if match["verb"] in ("负责", "包干", "包干负责") else "联系"
    )
    return _Held(low, high, persons, relation, places) if persons else None


def _is_held(words: str) -> bool:
    return PLACE.search(words) is not None or _BODY.search(words) is not None or lists.is_body(words)
