"""The titles of tasks: labels that name one (`工作任务：…`), headings over them, and where a label only says what a heading is about."""

from __future__ import annotations

import re

from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_fields import labels
from loaders.readers.paper import Passage

#: A label that tells what is to be done; `任务名称：` names the task.
_NAMES_CONTENT = re.compile(r"\s*(?:主要|工作|目标|重点|具体|项目|实事|建设)(?:工作)?(?:任务|事项|内容)\s*:")
_CLOSED = ("。", ";", ":", ",", "!", "?")


def titled_by(passage: Passage) -> tuple[int, int] | None:
    """The value of a label that names the task (`工作任务：…`, `任务名称：…`), if the passage begins with one."""
    first = next(labels(passage, 0, len(passage.text)), None)
    if first is None or first.role != "title" or first.start > 12 or len(first.word) < 4:
        return None
    return first.start + len(passage.text[first.start :]) - len(passage.text[first.start :].lstrip()), first.end


def described(notice: Notice) -> frozenset[int]:
    """Where a label says what a numbered heading over it is about (`（一）清理行动` over `主要任务：清理垃圾`), one under each heading.

    Several labels under one heading name a task each.
    """
    found: set[int] = set()
    over: list[tuple[Passage, bool]] = []  # headings and labels in printed order
    for passage in notice.body:
        if mark_of(passage) is not None:
            over.append((passage, False))
        elif ":" in passage.text and _NAMES_CONTENT.match(passage.text) and titled_by(passage) is not None:
            over.append((passage, True))
    for (above, told), (label, tells), (_, more) in zip(over, over[1:], [*over[2:], (None, False)], strict=False):
        heading = mark_of(above)
        if tells and not told and not more and heading is not None and is_heading(above.text[heading.end :]):
            found.add(label.start)
    return frozenset(found)


def is_heading(text: str) -> bool:
    """Whether a line is a short heading: no sentence, no list, no label."""
    words = text.strip()
    return 2 <= len(words) <= 30 and not words.endswith(_CLOSED) and "," not in words and ":" not in words
