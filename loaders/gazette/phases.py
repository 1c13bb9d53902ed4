"""The calendar of a plan: `（二）实施建设阶段（2023年5—9月）`.

Rules: `phase/heading`, `phase/listed`. A phase is a heading with its time in brackets (or before a colon) that says 阶段 or
stands under a heading on steps (实施步骤, 进度安排); there the phases may also stand in one sentence (`动员部署（1月）、全面实施（2月至5月）`). The year of a heading that prints none is that of the phase before, else the notice's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Phase
from loaders.gazette import lists
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.spans import span_of
from loaders.readers.paper import Passage

_STEPS = re.compile(r"(?:步骤|进度|阶段|时间|日程|推进|实施)(?:安排|步骤|划分|要求|进度)?$")
_ORDER = re.compile(r"\s*第[一二三四五六七八九十\d]{1,2}(?:个)?(?:阶段|步)[:、,]?\s*")
_HEADING = re.compile(r"(?P<name>[^。;:()]{2,40}?)\s*\((?P<time>[^()]{2,40})\)\s*[。:,]?")
_TIME_FIRST = re.compile(r"\s*\((?P<time>[^()]{2,40})\)\s*[:,。]?\s*(?P<name>[^。;:,()]{2,30})")
_ITEM = re.compile(r"(?P<name>[\u4e00-\u9fff“”]{2,16}?)\s*\((?P<time>[^()]{2,40})\)")
_LONGEST_LIST = 300
_PLAIN = re.compile(
    r"(?P<name>[^。;:()\d]{2,24}?阶段)\s*[:,]\s*(?P<time>(?:\d{4}年|\d{1,2}月)[^,。;:()]{1,30}?)(?=[,。;:]|$)"
)


#: `第一阶段：2026年3月至5月，动员部署。`: the number is all the name it has, what is done stands behind its time.
_NUMBERED = re.compile(
    r"\s*(?P<name>第[一二三四五六七八九十\d]{1,2}(?:个)?(?:阶段|步))\s*:\s*(?P<time>(?:\d{4}年|\d{1,2}月)[^,。;:()]{1,30}?)(?=[,。;:]|$)"
)


def read(notice: Notice) -> Iterator[Phase]:
    """The phases of one document in printed order."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if notice.kind in ("chronicle", "masthead", "imprint") or all(
        folded.find(sign, first, last) < 0 for sign in ("阶段", "步骤", "安排", "进度")
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
        if mark is not None and len(text) < 30 and _STEPS.search(words := text.rstrip("。: ")) and "。" not in words:
            under_steps = mark.level
            continue
        if mark is None and under_steps and (listed := _listed(passage, year)):
            for low, high, name, start, end in listed:
                yield Phase(
                    source=notice.source(passage, low, high, rule="phase/listed", confidence=0.85),
                    phase=name,
                    from_=start,
                    to=end,
                )
                year = (end or start)[:4]
            continue
        if (mark is None and order is None) or ("月" not in text[: begin + 80] and "年" not in text[: begin + 80]):
            continue
        match = _NUMBERED.match(text, begin)
        if match is None and order is not None:
            begin = order.end()
        match = (
            match
            or _HEADING.match(text, begin)
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
            summary=passage.printed(stop).lstrip(",，") if text[stop:].strip(" 。") else _below(body, place),
        )


def _listed(passage: Passage, year: str) -> list[tuple[int, int, str, str, str]]:
    """The phases of a sentence that is nothing but a list of phases with their times: place, name, first and last prefix of each."""
    text = passage.text
    if "(" not in text or len(text) > _LONGEST_LIST:
        return []
    found = []
    for low, high in lists.split(text, text.find(":") + 1, len(text.rstrip(" 。")), marks="、,;"):
        item = _ITEM.fullmatch(text, low, high)
        start, end = span_of(item["time"], year) if item is not None else ("", "")
        if item is None or not start:
            return []
        year = (end or start)[:4]
        found.append((low, high, passage.printed(*item.span("name")), start, end))
    return found if len(found) > 1 else []


def _below(body: tuple[Passage, ...], place: int) -> str:
    """The paragraph under a heading."""
    following = body[place + 1] if place + 1 < len(body) else None
    return following.printed() if following is not None and mark_of(following) is None else ""
