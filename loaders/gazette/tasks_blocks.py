"""Tasks in running text: a numbered item with its units in label lines below it or in brackets at its end.

Rules: `task/sentence` (`tasks_sentences`), `task/labels` (责任领导：/牵头单位：/责任单位：… on lines of their own or at the end of the item) and `task/brackets`
(`（牵头单位：…；责任单位：…）`, `（区财政局牵头，区商务局配合）`). Conventions: the title runs up to the first full stop; the
section is the heading above; label lines below a list of sub-items that have none of their own belong to the item
over the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.statements import Task
from loaders.gazette.headings import Plans
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_fields import Assignment
from loaders.gazette.tasks_first import FirstLeads, first_leads
from loaders.gazette.tasks_items import Item
from loaders.gazette.tasks_labels import labelled, labels_without_colon
from loaders.gazette.tasks_limits import limit_behind, limit_within
from loaders.gazette.tasks_offices import is_office
from loaders.gazette.tasks_sections import leaders_over, leading_sections, lift
from loaders.gazette.tasks_sentences import sentence_zones
from loaders.gazette.tasks_walk import items_of
from loaders.readers.paper import Passage

#: A working group with its units is a roster and no task (`抢险救援组`, `成员单位及职责`).
_GROUP = re.compile(
    r"(?!成立|组建|建立|设立|健全|完善)[^,、]{1,12}(?:(?<![重改])组|专班|指挥部|工作队|小分队|指挥机构|职责)"
)
#: A copy that runs a paper into one line tells no title from text: no name of a task is so long.
_LONGEST, _LONGEST_NUMBERED = 100, 240
#: A step of a plan in which all do what they were given is no task (`（二）实施阶段（6月至9月）。各单位逐项落实。`).
_PHASE = re.compile(r"[^,;:()]{0,14}(?:阶段|步骤)\s*(?:\([^()]{1,40}\))?|第[一二三四五六][^,;:()]{0,14}\([^()]{4,40}\)")


def assigns(notice: Notice) -> bool:
    """Whether a passage of a notice has labels, a unit bracket or a sentence that gives somebody a part."""
    return any(passage.once(labelled) or passage.once(sentence_zones) for passage in notice.body) or bool(
        labels_without_colon(notice.body)
    )


def read(notice: Notice, plans: Plans) -> Iterator[Task]:
    """The tasks of a notice's running text in printed order."""
    items = items_of(notice)
    lift(items)
    sections = leading_sections(items)
    leads = first_leads(notice)
    for item in items:
        if id(item) not in sections:
            task = _task(notice, plans, item, leaders_over(item, sections), leads)
            if task is not None:
                yield task


def _section(item: Item) -> str:
    """The heading over an item: an unnumbered line nearer than the numbered heading, else that."""
    if item.heading is not None:
        return item.heading.printed()
    if item.parent is None or item.parent.title[1] > _LONGEST_NUMBERED:
        return ""
    return item.parent.head.printed(0, item.parent.title[1])


def _task(notice: Notice, plans: Plans, item: Item, leaders: tuple[str, ...], leads: FirstLeads) -> Task | None:
    all_zones = item.found + item.below
    if not all_zones:
        return None
    assignment = Assignment()
    assignment.add(tuple(one for _, zone in all_zones for one in zone.fields))
    if not item.number and _runs_on(item):
        return None
    if not any(zone.bracketed or zone.labelled for _, zone in all_zones) and _PHASE.fullmatch(
        item.head.text, *item.title
    ):
        return None
    if any(leads.holds(passage.start) for passage, _ in all_zones):
        assignment.first_leads()
    name = item.title
    stop = item.found[0][1].start if item.found and item.found[0][0] is item.head else len(item.head.text)
    alone = not item.body and not item.head.text[name[1] : stop].strip(" 。;")
    if alone and not assignment.deadline and (limited := limit_behind(item.head, *name)) is not None:
        name = (name[0], limited[0])
        assignment.deadline = item.head.printed(*limited[1])
    elif not assignment.deadline and (within := limit_within(item.head, *name)) is not None:
        assignment.deadline = item.head.printed(*within)
    title = item.head.printed(*name)
    if (
        not assignment
        or not 2 <= len(title) <= (_LONGEST_NUMBERED if item.number else _LONGEST)
        or _GROUP.fullmatch(title)
        or (title.endswith("预案") and not item.body)
        or is_office(notice, item, title, assignment)
    ):
        return None
    labelled = all(zone.labelled for _, zone in all_zones)
    bracketed = all(zone.bracketed for _, zone in all_zones)
    start = item.title[0] if item.head.text[: item.title[0]].count("(") > 3 else 0
    if item.found and item.found[0][0] is item.head and item.found[0][1].end <= item.title[0]:
        start = item.title[0]
    first = item.head if start == 0 else item.head.cut(start)
    last = all_zones[-1][0]
    if last is item.head:
        evidence = item.head.cut(start if start else 0, all_zones[-1][1].end)
    else:
        evidence = Passage.join(sorted([first, last.cut(0, all_zones[-1][1].end)], key=lambda one: one.start))
    confidence = 0.95 if labelled else 0.85
    if not item.number:
        confidence -= 0.2  # no number says where the task begins
    text = item.head.printed(item.title[0], max(stop, item.title[1]))
    plan, section = plans.at(item.head.start), _section(item)
    return Task(
        source=notice.source(
            evidence,
            rule="task/brackets" if bracketed else "task/labels" if labelled else "task/sentence",
            confidence=round(confidence, 2),
        ),
        plan=plan,
        number=item.number,
        section="" if section == plan else section,
        title=title,
        leader=tuple(assignment.leaders) or leaders,
        lead_orgs=assignment.units("lead"),
        responsible_orgs=assignment.units("responsible"),
        cooperating_orgs=assignment.units("cooperating"),
        deadline=assignment.deadline,
        text=text + "".join(_words(passage, item) for passage in item.body),
        role_words=assignment.words(),
    )


def _runs_on(item: Item) -> bool:
    """Whether one line asks for the same thing twice (`责任人：甲…责任人：乙`): several tasks, of which nobody can tell where they begin."""
    for _, zone in item.found:
        asked = [one.word for one in zone.fields if one.role in ("leader", "lead", "responsible") and one.word]
        if len(set(asked)) < len(asked):
            return True
    return False


def _words(passage: Passage, item: Item) -> str:
    """A body passage as printed, without the zone at its end."""
    stop = next((zone.start for other, zone in item.found if other is passage), len(passage.text))
    return passage.printed(0, stop)
