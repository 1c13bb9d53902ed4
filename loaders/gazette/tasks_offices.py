"""Items that tell of an office and give it no task: `办公室` over `职责：…` and `负责人：…　电话：…`.

A page of a bureau's offices prints who heads each below what it does; the labels are those of a task, and the duties are read as such
(`duties_own`). Sources: pages 内设机构, 科室职责.
"""

from __future__ import annotations

import re

from loaders.gazette.duties_headed import is_desk, under_duties
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_fields import Assignment
from loaders.gazette.tasks_items import Item

_DUTY = re.compile(r"\s*(?:主要|工作|岗位|科室|部门|机构){0,2}(?:职责|职能)(?:职责|职能)?\s*:")


def is_office(notice: Notice, item: Item, title: str, assignment: Assignment) -> bool:
    """Whether an item is an office with who heads it, or what stands over its duties."""
    if assignment.parts or assignment.deadline:
        return False
    if any("职" in one.text and _DUTY.match(one.text) for one in (item.head, *item.body)):
        return True
    if not is_desk(title):
        return False
    return any(notice.body[place].start == item.head.start for place in under_duties(notice))
