"""Tasks: who leads, which units do it, until when - from label lines, brackets and tables.

Rules: `task/labels`, `task/brackets`, `task/table`. Sources: implementation plans (实施方案), work points (工作要点), lists of
works (实事项目) and their tables of division (任务分解表).
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.statements import Task
from loaders.gazette import tasks_blocks, tasks_tables
from loaders.gazette.cells import has_tables
from loaders.gazette.headings import Plans
from loaders.gazette.notice import Notice

_NO_TASKS = ("chronicle", "masthead", "imprint")
_WORDS = ("责任", "牵头", "主办", "承办", "包联", "分管领导", "负责", "协办", "配合", "包抓", "主责")


def read(notice: Notice) -> Iterator[Task]:
    """The tasks of one document in printed order, text before tables."""
    if notice.kind in _NO_TASKS:
        return
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if all(folded.find(word, first, last) < 0 for word in _WORDS):
        return
    plans = Plans(notice)
    yield from tasks_blocks.read(notice, plans)
    if has_tables(notice):
        yield from tasks_tables.read(notice, plans)
