"""Tasks in running text: a numbered item with its units in label lines below it or in brackets at its end.

Rules: `task/sentence` (`tasks_sentences`), `task/labels` (责任领导：/牵头单位：/责任单位：… on lines of their own or at the end of the item) and `task/brackets`
(`（牵头单位：…；责任单位：…）`, `（区财政局牵头，区商务局配合）`). Conventions: the title runs up to the first full stop; the
section is the heading above; label lines below a list of sub-items that have none of their own belong to the item
over the list.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.statements import Task
from loaders.gazette import tasks_gaps
from loaders.gazette.headings import Mark, Plans, mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.tasks_between import asks_again, label_between
from loaders.gazette.tasks_counted import Counted
from loaders.gazette.tasks_fields import Assignment, Field, Zone, zone_without_colon, zones
from loaders.gazette.tasks_first import FirstLeads, first_leads
from loaders.gazette.tasks_items import Item
from loaders.gazette.tasks_limits import limit_behind, limit_within
from loaders.gazette.tasks_offices import is_office
from loaders.gazette.tasks_over import labels_behind
from loaders.gazette.tasks_runs import parted
from loaders.gazette.tasks_sections import leaders_over, leading_sections, lift
from loaders.gazette.tasks_sentences import sentence_zones
from loaders.gazette.tasks_titles import described, is_heading, titled_by
from loaders.readers.paper import Passage

#: Also a full stop printed half-width between two Chinese words.
_TITLE_STOP = re.compile(r"[。;!?]|(?<=[\u4e00-\u9fff]{2})\.(?=[\u4e00-\u9fff]{2}|$)")
#: A working group with its units is a roster and no task (`抢险救援组`, `成员单位及职责`).
_GROUP = re.compile(
    r"(?!成立|组建|建立|设立|健全|完善)[^,、]{1,12}(?:(?<![重改])组|专班|指挥部|工作队|小分队|指挥机构|职责)"
)
#: One set of letters begins all of them, so that no place before such a letter is looked at.
_ZONE_SIGN = re.compile(
    r"[单部领牵负责科处股委主承协配时期节成。;](?:(?<=单)\s*位|(?<=部)\s*门|(?<=领)\s*导|(?<=牵)头|(?<=负)责|(?<=责)\s*任\s*人|(?<=[科处股委])室"
    r"|(?<=委)办|(?<=主)[体办]|(?<=[承协])办|(?<=配)合|(?<=[时期])\s*限|(?<=限期)|(?<=时)\s*间|(?<=节)\s*点|(?<=完成)[。;]?\s*$|(?<=[。;])\s{0,2}[(\[])"
)
#: What stands between the date of a notice and its attachments is said of the paper, not of a task.
_COLOPHON = re.compile(
    r"\s*(?:\(此件|扫一扫|[上下]一[篇条页]|打印本页|关闭(?:窗口|本页)|分享到|相关(?:链接|文件|阅读)|(?:主办|承办|督办|经办|抄送|抄报|主送|分送|发至|校对|打印|拟稿|核稿|签发|联系人|共印)(?:单位|部门|处室|科室)?\s*:|.{2,40}印发\s*$)"
)
#: `——建设公办托育机构。…（牵头单位：…）`: an item without a number.
_DASHED = re.compile(r"\s*(?:——|--|[-●◆■◇□○★•·])\s*(?=[\u4e00-\u9fff])")
_MOST_LINES = 12  # of one label's value, a unit a line
#: A copy that runs a paper into one line tells no title from text: no name of a task is so long.
_LONGEST, _LONGEST_NUMBERED = 100, 240
#: A step of a plan in which all do what they were given is no task (`（二）实施阶段（6月至9月）。各单位逐项落实。`).
_PHASE = re.compile(r"[^,;:()]{0,14}(?:阶段|步骤)\s*(?:\([^()]{1,40}\))?|第[一二三四五六][^,;:()]{0,14}\([^()]{4,40}\)")
_DASHED_LEVEL = 6  # below all numbers
#: What stands below the text of a web page, its host and its number.
_PAGE_FOOT = re.compile(
    r"\s*[\[(]?(?:打印本页|关闭(?:窗口|本页)|(?:主办|承办)(?:单位)?:[^。;]{2,60}(?:网站标识码|网安备|ICP备|备案号|技术支持|版权所有))"
)


def assigns(notice: Notice) -> bool:
    """Whether a passage of a notice has labels, a unit bracket or a sentence that gives somebody a part."""
    return any(passage.once(_labelled) or passage.once(sentence_zones) for passage in notice.body) or bool(
        _without_colon(notice.body)
    )


def read(notice: Notice, plans: Plans) -> Iterator[Task]:
    """The tasks of a notice's running text in printed order."""
    items = list(_items(notice))
    lift(items)
    sections = leading_sections(items)
    leads = first_leads(notice)
    for item in items:
        if id(item) not in sections:
            task = _task(notice, plans, item, leaders_over(item, sections), leads)
            if task is not None:
                yield task


def _items(notice: Notice) -> Iterator[Item]:
    open_items: list[Item] = []
    current: Item | None = None
    heading: Passage | None = None
    last: Passage | None = None
    over: Passage | None = None  # the heading line directly over the last paragraph
    pending: Field | None = None  # a label whose value stands on the next line
    signed = False
    inside = Counted()
    told = described(notice)
    told_more: Item | None = None  # an item with a label that gives nobody a part below its own
    body = labels_behind(tuple(parted(notice.body)), _is_label)
    without_colon = _without_colon(body)
    for at, passage in enumerate(body):
        text = passage.text
        if notice.date is not None and passage.start <= notice.date.start < passage.end:
            current, last, signed = None, None, True
            continue
        signed = signed and _COLOPHON.match(text) is not None
        if signed or _PAGE_FOOT.match(text):
            current, last, signed = None, None, True
            continue
        if "\t" in text:
            current, last = None, None
            continue
        mark = mark_of(passage)
        found = passage.once(_labelled) or without_colon.get(passage.start, [])
        if not found and (mark is not None or (current is not None and not (current.found or current.below))):
            found = passage.once(sentence_zones)
        if mark is None and found:
            mark = _dash_of(passage, current)
        whole = bool(found) and _covers(passage, found[0], mark)
        if whole and mark is not None and current is None:
            whole = False
        if pending is not None and mark is None and not found and current is not None and _is_value(text):
            field_ = replace(pending, passage=passage, start=0, end=len(text))
            current.below.append((passage, Zone(0, len(text), (field_,), False, True)))
            pending = None
            continue
        pending = None
        if current is not None and mark is None and not found and (more := _more(current, body, at)):
            current.below.append((passage, more))
            continue
        if whole:
            last_field = found[-1].fields[-1]
            pending = last_field if last_field.start >= last_field.end else None
            if current is not None and told_more is current and asks_again(current, found):
                current = None  # what stands above has labels of its own
                if last is not None and (mark := mark_of(last)) is not None:
                    yield from _made(last, mark, None, [], open_items, heading)
                    current = open_items[-1]
            target = current or _unnumbered(last, heading, open_items, over=over)
            if target is not None:
                if target is not current:
                    yield target
                    current = target
                target.below.extend((passage, zone) for zone in found)
            continue
        if current is not None and not found and inside.holds(passage, mark):
            if not current.found and not current.below:
                current.body.append(passage)
            last = passage
            continue
        inside.open(passage, mark, assigned=bool(found))
        titled = titled_by(passage) if ":" in text and passage.start not in told else None
        if mark is not None or titled is not None:
            yield from _made(passage, mark, titled, found, open_items, heading)
            current = open_items[-1]
            heading = heading if current.level > 2 else None
        elif found:
            start = current if current is not None and not (current.found or current.below) else None
            if start is None:
                start = _unnumbered(passage.cut(0, found[0].start), heading, open_items)
                if start is None:
                    continue
                yield start
                current = start
            else:
                start.body.append(passage)
            start.found.extend((passage, zone) for zone in found)
        elif is_heading(text):
            heading = over = passage
            if current is not None and (current.found or current.below):
                current = None
        elif current is not None and not (current.found or current.below):
            current.body.append(passage)
        elif current is not None and (label := label_between(passage)) is not None:
            told_more = current
            if not label["value"]:
                inside.open_below(current.level)
        elif current is not None:
            current = None
        if over is not passage and over is not last:
            over = None
        last = passage


def _more(current: Item, body: Sequence[Passage], at: int) -> Zone | None:
    """The value of the label above that goes on in a line of its own (`配合单位：甲局` / `乙局`), another label of the item below it."""
    if not current.below or at == 0 or current.below[-1][0] is not body[at - 1]:
        return None
    one = current.below[-1][1].fields[-1]
    if one.role is None or one.role == "deadline":
        return None
    lines = body[at : at + _MOST_LINES]
    next_label = next((line for line in lines if not tasks_gaps.fits(line, 0, len(line.text), one.role)), None)
    if (
        next_label is None
        or next_label is lines[0]
        or mark_of(next_label) is not None
        or label_between(body[at]) is not None
    ):
        return None
    found = next_label.once(_labelled)
    if not found or not _covers(next_label, found[0], None):
        return None
    passage = body[at]
    return Zone(0, len(passage.text), (replace(one, passage=passage, start=0, end=len(passage.text)),), False, True)


def _dash_of(passage: Passage, current: Item | None) -> Mark | None:
    """The dash or bullet of an item with its own units; none below one without, whose units the last item then prints."""
    dash = _DASHED.match(passage.text)
    if dash is None or (current is not None and any(_DASHED.match(other.text) for other in current.body)):
        return None
    return Mark(_DASHED_LEVEL, "", dash.end())


def _labelled(passage: Passage) -> list[Zone]:
    """The labels and unit brackets of a passage; none of a table row, which is read apart."""
    text = passage.text
    opens = ":" in text or "(" in text or "[" in text or "〔" in text
    return zones(passage) if opens and "\t" not in text and _ZONE_SIGN.search(text) is not None else []


def _without_colon(body: Sequence[Passage]) -> dict[int, list[Zone]]:
    """Labels without colon by their place, each beside a line of labels that have theirs, or beside another such label, on its line or the next."""
    read = [passage.once(zone_without_colon) for passage in body]
    found: dict[int, list[Zone]] = {}
    for at, zone in enumerate(read):
        if zone is None:
            continue
        around = [near for near in (at - 1, at + 1) if 0 <= near < len(body)]
        if len(zone.fields) > 1 or any(read[near] is not None or body[near].once(_labelled) for near in around):
            found[body[at].start] = [zone]
    return found


def _made(
    passage: Passage,
    mark: Mark | None,
    titled: tuple[int, int] | None,
    found: list[Zone],
    open_items: list[Item],
    heading: Passage | None,
) -> Iterator[Item]:
    """The item a numbered passage makes; each further bracket in it closes a task of its own under the same number."""
    level = mark.level if mark else 2
    begin = mark.end if mark else 0
    while open_items and open_items[-1].level >= level:
        open_items.pop()
    parent = open_items[-1] if open_items else None
    over = heading if level > 2 else None
    number = mark.number if mark else ""
    pieces = [zone for zone in found if zone.bracketed] if len(found) > 1 and all(z.bracketed for z in found) else []
    if len(pieces) > 1 and all(_own_words(passage, a.end, b.start) for a, b in itertools.pairwise(pieces)):
        for zone in pieces:
            item = Item(level, number, passage, _title(passage, begin, zone.start), over, parent)
            item.found.append((passage, zone))
            begin = zone.end
            yield item
        open_items.append(item)
        return
    stop = found[0].start if found else len(passage.text)
    title = titled or _title(passage, begin, stop)
    item = Item(level, number, passage, title, over, parent)
    item.found.extend((passage, zone) for zone in found)
    open_items.append(item)
    yield item


def _own_words(passage: Passage, start: int, end: int) -> bool:
    return len(passage.text[start:end].strip(" 。;,")) >= 6


def _title(passage: Passage, start: int, end: int) -> tuple[int, int]:
    text = passage.text
    while start < end and text[start] in " 。;,":
        start += 1
    stop = _TITLE_STOP.search(text, start, end)
    last = stop.start() if stop else end
    while last > start and text[last - 1] in " ,:([|/—":
        last -= 1
    return start, last


def _section(item: Item) -> str:
    """The heading over an item: an unnumbered line nearer than the numbered heading, else that."""
    if item.heading is not None:
        return item.heading.printed()
    if item.parent is None or item.parent.title[1] > _LONGEST_NUMBERED:
        return ""
    return item.parent.head.printed(0, item.parent.title[1])


def _is_label(passage: Passage) -> bool:
    """Whether a passage is labels and their values, and nothing else."""
    found = passage.once(_labelled)
    return bool(found) and not found[0].bracketed and _covers(passage, found[0], None)


def _covers(passage: Passage, zone: Zone, mark: Mark | None) -> bool:
    """Whether the zone is all the passage says (behind its number)."""
    return not passage.text[mark.end if mark else 0 : zone.start].strip(" -*●○★☆▲△◆◇■□※。;[(")


def _unnumbered(
    above: Passage | None, heading: Passage | None, open_items: list[Item], *, over: Passage | None = None
) -> Item | None:
    """An item without a number: the paragraph over a zone, or the short heading directly over that paragraph."""
    if above is None or not above.text.strip() or len(above.text.strip()) < 4:
        return None
    parent = open_items[-1] if open_items else None
    if over is not None and over is not above:
        return Item(6, "", over, _title(over, 0, len(over.text)), None, parent, body=[above])
    return Item(6, "", above, _title(above, 0, len(above.text)), heading, parent)


def _is_value(text: str) -> bool:
    """Whether a line can be what a label above it asks for: a list, no sentence."""
    return len(text) <= 200 and not text.rstrip().endswith("。") and ":" not in text


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
