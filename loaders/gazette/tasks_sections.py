"""What items of a text say for one another: labels below a list of sub-items, and the leader of a section.

Sources: work points (工作要点) that print the units once below several sub-items, and breakdowns by leader (`一、王某某市长主抓重点工作`).
"""

from __future__ import annotations

import re
from collections import defaultdict

from loaders.gazette.persons import read_mentions
from loaders.gazette.tasks_fields import Assignment
from loaders.gazette.tasks_items import Item

#: What stands behind the leader in the heading of all that the leader answers for: `主抓重点工作`, `牵头负责的任务`.
_LED = re.compile(
    r"(?:同志)?(?:主抓|牵头|领衔|分管|负责|包抓|领办|督办|挂帅|督导){1,2}(?:推进|落实)?的?(?:政府|年度|重点|主要|具体|目标|民生|各项)*(?:工作|任务|事项|项目|实事)\s*$"
)


def lift(items: list[Item]) -> None:
    """Labels under the last of several sub-items, none of which has its own, belong to the item over them."""
    children: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.parent is not None:
            children[id(item.parent)].append(item)
    assigned = {
        item.level
        for group in children.values()
        if sum(bool(one.found or one.below) for one in group) > 1
        for item in group
    }
    # A part with a single item is read as its neighbours with several are.
    lifted: set[int] = set()
    for group in sorted(children.values(), key=len, reverse=True):
        parent, last = group[0].parent, group[-1]
        if parent is None or last.level in assigned or parent.found or parent.below:
            continue
        if len(group) < 2 and id(parent.parent) not in lifted:
            continue
        if last.below and not last.found and not any(one.found or one.below for one in group[:-1]):
            parent.below, last.below = last.below, []
            lifted.add(id(parent.parent))
            parent.body.extend(one.head for one in group)


def leading_sections(items: list[Item]) -> dict[int, tuple[str, ...]]:
    """Sections that name a leader and no unit over items that print units: their leader is that of the items."""
    parents = {id(item.parent) for item in items if item.parent is not None and (item.found or item.below)}
    found: dict[int, tuple[str, ...]] = {}
    for item in items:
        if item.found or item.below:
            assignment = Assignment()
            for _, zone in item.found + item.below:
                assignment.add(zone.fields)
            if id(item) in parents and assignment.leaders and not assignment.parts:
                found[id(item)] = tuple(assignment.leaders)
        elif leader := _headed(item):
            found[id(item)] = (leader,)
    return found


def leaders_over(item: Item, sections: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The leaders of the nearest section over an item that names any."""
    over = item.parent
    while over is not None:
        if id(over) in sections:
            return sections[id(over)]
        over = over.parent
    return ()


def _headed(item: Item) -> str:
    """The one leader whose tasks a heading says are below it (`一、王某某市长主抓重点工作`); empty if it says no such thing."""
    start, end = item.title
    led = _LED.search(item.head.text, start, end)
    if led is None or not item.number or led.start() <= start:
        return ""
    mentions = read_mentions(item.head, start, led.start())
    return mentions[0].person if len(mentions) == 1 and mentions[0].title else ""
