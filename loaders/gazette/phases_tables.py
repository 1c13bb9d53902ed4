"""Phases in a table: a column 阶段 and one of times, a phase a row.

Rule: `phase/table`. A blank cell of the column is the phase above, whose further rows say what is done in it; only the first
row with a time counts. Sources: schedules (进度安排表) of campaigns and projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.statements import Phase
from loaders.gazette.cells import is_row, row_of
from loaders.gazette.notice import Notice
from loaders.gazette.spans import span_of, year_of

_PHASE_HEAD = re.compile(r"(?:工作|实施|推进|活动|整治|创建|行动)?(?:阶段|步骤)(?:名称|划分)?")
_HEAD_SIGNS = ("阶段", "步骤")
_TIME_HEAD = re.compile(
    r"(?:起止|实施|工作|完成|推进|活动|具体)?(?:时间|日期|时限|期限)(?:安排|节点|段|范围|进度)?|起止年月"
)
_SUMMARY_HEAD = re.compile(r"(?:主要|工作|重点|具体|阶段)*(?:内容|任务|措施|工作|要求|安排)")
_NAME = re.compile(r"[^。;:,\d]{2,24}")


def in_tables(notice: Notice, year: str) -> Iterator[Phase]:
    """The phases of a notice's tables in printed order; `year` is that of the first if it prints none."""
    columns: tuple[int, int, int | None] | None = None
    for line in notice.text_lines():
        if not is_row(line.text):
            columns = None
            continue
        if columns is None and not any(sign in line.text for sign in _HEAD_SIGNS):
            continue
        cells = row_of(line).cells
        words = [cell.printed_folded() for cell in cells]
        if (head := _columns(words)) is not None:
            columns = head
            continue
        if columns is None or len(words) <= max(columns[0], columns[1]):
            continue
        name, time, summary = columns
        if not _NAME.fullmatch(words[name]):
            continue
        start, end = span_of(cells[time].text, year)
        if not start and not end:
            continue
        year = year_of(end or start, year)
        yield Phase(
            source=notice.source(line, rule="phase/table", confidence=0.9),
            phase=cells[name].printed(),
            from_=start,
            to=end,
            summary=cells[summary].printed() if summary is not None and summary < len(cells) else "",
        )


def _columns(words: Sequence[str]) -> tuple[int, int, int | None] | None:
    """The columns of the phase, of its time and of what is done; None if a row is no such head."""
    name = next((at for at, word in enumerate(words) if _PHASE_HEAD.fullmatch(word)), None)
    time = next((at for at, word in enumerate(words) if _TIME_HEAD.fullmatch(word)), None)
    if name is None or time is None:
        return None
    return name, time, next((at for at, word in enumerate(words) if _SUMMARY_HEAD.fullmatch(word)), None)
