"""The calendar of a plan: `（二）实施建设阶段（2023年5—9月）`.

Rule: `phase/heading`. A phase is a heading with its time in brackets (or before a colon) that says 阶段 or stands under a
heading on steps (实施步骤, 进度安排). The year of a heading that prints none is that of the phase before, else the notice's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Phase
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.spans import span_of
from loaders.readers.paper import Passage

_STEPS = re.compile(r"(?:步骤|进度|阶段|时间|日程|推进|实施)(?:安排|步骤|划分|要求|进度)?$")
_ORDER = re.compile(r"\s*第[一二三四五六七八九十\d]{1,2}(?:个)?(?:阶段|步)[:、,]?\s*")
_HEADING = re.compile(r"(?P<name>[^。;:()]{2,40}?)\s*\((?P<time>[^()]{2,40})\)\s*[。:,]?")
_TIME_FIRST = re.compile(r"\s*\((?P<time>[^()]{2,40})\)\s*[:,。]?\s*(?P<name>[^。;:,()]{2,30})")
_PLAIN = re.compile(
    r"(?P<name>[^。;:()\d]{2,24}?阶段)\s*[:,]\s*(?P<time>(?:\d{4}年|\d{1,2}月)[^,。;:()]{1,30}?)(?=[,。;:]|$)"
)


def read(notice: Notice) -> Iterator[Phase]:
    """The phases of one document in printed order."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if notice.kind in ("chronicle", "masthead", "imprint") or (
        folded.find("阶段", first, last) < 0 and folded.find("步骤", first, last) < 0
    ):
        return
    under_steps = 0
    year = notice.signed_date[:4]
    body = notice.body
    for place, passage in enumerate(body):
        text = passage.text
        if "\t" in text:
            continue
        mark = mark_of(passage)
        begin = mark.end if mark else 0
        order = _ORDER.match(text, begin)
        if mark is not None and mark.level <= under_steps:
            under_steps = 0
        if mark is not None and len(text) < 30 and _STEPS.search(text.rstrip("。: ")):
            under_steps = mark.level
            continue
        if (mark is None and order is None) or ("月" not in text[: begin + 80] and "年" not in text[: begin + 80]):
            continue
        if order is not None:
            begin = order.end()
        match = (
            _HEADING.match(text, begin)
            or _PLAIN.match(text, begin)
            or (_TIME_FIRST.match(text, begin) if order is not None else None)
        )
        if match is None or not ("阶段" in match["name"] or order is not None or under_steps):
            continue
        start, end = span_of(match["time"], year)
        if not start and not end:
            continue
        year = (end or start)[:4]
        stop = match.end()
        yield Phase(
            source=notice.source(passage, begin, match.end(), rule="phase/heading", confidence=0.95 if mark else 0.85),
            phase=passage.printed(*match.span("name")),
            from_=start,
            to=end,
            summary=passage.printed(stop) if text[stop:].strip(" 。") else _below(body, place),
        )


def _below(body: tuple[Passage, ...], place: int) -> str:
    """The paragraph under a heading."""
    following = body[place + 1] if place + 1 < len(body) else None
    return following.printed() if following is not None and mark_of(following) is None else ""
