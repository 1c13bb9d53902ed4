"""Tasks: who leads, which units do it, until when - from label lines, brackets and tables.

Rules: `task/labels`, `task/brackets`, `task/table`. Sources: implementation plans (实施方案), work points (工作要点), lists of
works (实事项目) and their tables of division (任务分解表).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Task
from loaders.gazette import tasks_blocks, tasks_tables
from loaders.gazette.cells import has_tables
from loaders.gazette.headings import Plans
from loaders.gazette.notice import Notice

_NO_TASKS = ("chronicle", "masthead", "imprint")
#: A label with its colon, or a bracket that closes behind a word of part: without either no text assigns a task.
_ASSIGNS = re.compile(
    r"(?:[位门导人体办室]|承办|牵头|配合|同志|机构|街道|处)[ \t]*(?:\([^()\n]{1,12}\))?\s?:"
    r"|(?:牵头|负责|配合|落实|参与|参加|完成|实施|前|底)[^()\n]{0,16}\)|[。;][ \u3000]?[(\[][^()\[\]\n]{3,80}[)\]]|(?:牵头|负责|承办)[,。;]"
    r"|(?:牵头|责任)(?:单位|部门|科室|处室|股室)[ \u3000]+[\u4e00-\u9fff]"
    r"|(?:牵头|责任|负责|主办|承办|配合|协办|落实|分管|包抓)[\u4e00-\u9fff]{1,3}[\])〕」』>]"
)


def read(notice: Notice) -> Iterator[Task]:
    """The tasks of one document in printed order, text before tables."""
    if notice.kind in _NO_TASKS:
        return
    plans: Plans | None = None
    words, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if _ASSIGNS.search(words, first, last) and tasks_blocks.assigns(notice):
        plans = Plans(notice)
        yield from tasks_blocks.read(notice, plans)
    if has_tables(notice):
        yield from tasks_tables.read(notice, plans or Plans(notice))
