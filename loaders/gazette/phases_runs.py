"""Phases that a copy ran together: `四、时间安排 （一）动员阶段（3月1日至3月10日）。召开会议。 （二）整治阶段（3月11日至5月31日）。…`.

A passage is parted before phases whose numbers follow one another from the first on, each with its time in brackets, and before
the heading behind the last of them. Source: copies of plans on document sites, which lose their line breaks or keep another mark for
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.numerals import number_of
from loaders.readers.paper import Passage

#: A phase inside a line: its number, its name, its time in brackets.
_PHASE = re.compile(
    r"(?:第(?P<order>[一二三四五六])(?:个)?(?:阶段|步)\s*[:、,]?\s*[\u4e00-\u9fff、“”]{2,16}|\((?P<bracketed>[一二三四五六])\)\s*[\u4e00-\u9fff、“”]{2,14}阶段)"
    r"\s*\((?=[^()]{0,6}\d)[^()]{2,40}\)"
)
#: The next heading behind a phase: `五、工作要求`.
_HEADING = re.compile(r"(?<=[^\u4e00-\u9fff、,])[一二三四五六七八九十]{1,2}、(?=[\u4e00-\u9fff]{2})")
_SHORTEST = 60  # letters of a line that holds two phases and what is done in them


def parted(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, those cut into their phases that hold several in a row."""
    for passage in passages:
        text = passage.text
        places = [] if "\t" in text or "(" not in text or len(text) < _SHORTEST else _places(text)
        begin = 0
        for place in places:
            if place > begin:
                yield passage.cut(begin, place)
                begin = place
        yield passage.cut(begin) if begin else passage


def _places(text: str) -> list[int]:
    """Where the phases of a text begin, and where what stands behind them does; nothing for fewer than two that follow one another."""
    found: list[int] = []
    last, kind, end = 0, "", 0
    for match in _PHASE.finditer(text):
        own = match.lastgroup or ""
        number = number_of(match[own])
        if number != last + 1 or (kind and own != kind):
            continue
        found.append(match.start())
        last, kind, end = number, own, match.end()
    if len(found) < 2:
        return []
    over = _HEADING.search(text, end)
    return [*found, over.start()] if over is not None else found
