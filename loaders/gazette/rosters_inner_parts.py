"""Parts of a body that a copy prints behind each other on one line: `…重要事项。 1、巡查组 组长：甲 成员：乙 职责：… 2、救护组 组长：丙 …`.

Such a line is cut before the number of each part, before the headings of its sections and before the duties of each roster, so that
its stretches are read as the lines they were. One part behind others says little: two at least must stand there, each right before
the label of its chief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.gazette.rosters_parts_said import next_parts
from loaders.gazette.rosters_run_on import cuts_of
from loaders.readers.paper import Passage

_PART = re.compile(
    r"(?<=[\s。;:])(?:[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、](?!\d)|[①-⑳])\s{0,2}[\u4e00-\u9fff]{2,12}(?:(?<!领导小)组|专班|(?<!大)队)[ \u3000:]{1,4}(?=[组队]\s{0,4}长\s{0,4}:)"
)
_SECTION = re.compile(r"(?<=[。;] )(?=[一二三四五六七八九十]{1,3}、[^。;:,]{2,20}\s)")
_DUTIES = re.compile(r"(?<=[\u4e00-\u9fff)。;])[ \u3000]+(?=(?:主要|工作)?职责\s{0,2}:)")
#: `采掘专业委员会  主任：甲  成员单位：乙部`: a body with its chief, all of the line.
_BODY_FIRST = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?[\u4e00-\u9fff]{3,20}委员会(?P<gap>[ \u3000]{1,8})(?=主\s{0,4}任(?:委员)?\s{0,4}:)"
)


def at_parts(line: Passage) -> Iterator[Passage]:
    """The stretches of a line that holds such parts; any other line whole."""
    text = line.text
    if said := next_parts(line):
        yield from _stretches(line, said)
        return
    if ":" not in text or ("长" not in text and "指挥" not in text):
        yield from _behind_body(line)
        return
    if run_on := cuts_of(line):
        yield from _stretches(line, run_on)
        return
    parts = [match.start() for match in _PART.finditer(text)]
    if len(parts) < 2:
        yield from _behind_body(line)
        return
    others = [match.start() for match in _SECTION.finditer(text)] + [match.end() for match in _DUTIES.finditer(text)]
    yield from _stretches(line, sorted({*parts, *others}))


def _stretches(line: Passage, cuts: Sequence[int]) -> Iterator[Passage]:
    low = 0
    for place in (*cuts, len(line.text)):
        if line.text[low:place].strip():
            yield line.cut(low, place)
        low = place


def _behind_body(line: Passage) -> Iterator[Passage]:
    match = _BODY_FIRST.match(line.text) if "委员会" in line.text and ":" in line.text else None
    if match is None:
        yield line
        return
    yield line.cut(0, match.start("gap"))
    yield line.cut(match.end())
