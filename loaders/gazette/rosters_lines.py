"""Rosters printed line by line: a label, seats behind it, and the unlabelled lines that go on under it.

Rules `roster/label` (a line with a label) and `roster/continued` (lines below without one). Blank lines, page furniture
and page breaks end nothing; titles wrapped in narrow columns are put together; a sentence, a foreign label, a heading or
the signature ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import zip_longest

from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_crowd, is_name, is_title, read_mentions
from loaders.gazette.rosters_entries import (
    is_entry_unread,
    is_post_in_column,
    joined,
    lead_end,
    names_in_columns,
    verdict_on,
    without_duties,
)
from loaders.gazette.rosters_glued import heading_behind, helpers_below, spaced_place
from loaders.gazette.rosters_labels import OF_HOUSE, Label, inner_labels, labels_of, own_label, spaced_label
from loaders.gazette.rosters_openings import (
    action_under,
    chosen_below,
    is_announced,
    label_below,
    tell_change,
    with_acts,
)
from loaders.gazette.rosters_parts import glued_labels
from loaders.gazette.rosters_roles_behind import roles_behind
from loaders.gazette.rosters_rows import is_head, is_row, seats_in_row, without_bars, without_rule
from loaders.gazette.rosters_seats import NOBODY, Seat, trimmed
from loaders.gazette.rosters_walk import ITEM, Walk
from loaders.gazette.rosters_wraps import names_to_the_stop, units_to_the_stop, whole_entries
from loaders.readers.paper import Passage

_GROUP_ROLE = re.compile(r"组长$|组员$|成员$|召集人$|总指挥$|指挥长$")
_BY = re.compile(r"\s*由(?P<who>[^,。;:]{2,300}?)(?:分别|共同|同时)?(?:担任|兼任)[\s。;]*")
#: Under the heading of a part `负责人：甲` is a label; elsewhere forms and imprints print it.
_OF_PART = re.compile(r"(?:(?<!领导小)组|专班|(?<!大)队)\s*:?\s*$")
IN_CHARGE = re.compile(r"\s*(?:[(]?\d[)、.]\s*)?(?P<label>(?P<role>[负牵]\s{0,4}[责头]\s{0,4}人)\s*:)")
#: `牵头领导：甲；牵头单位：乙局；责任单位：丙局`: who sees to a task.
_OF_A_TASK = re.compile("(?:牵头|责任|配合)(?:单位|部门):(?!.{2,160}成员单位)")
_MARGIN = 4
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}条\s|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d))\s*"
)
#: `备注：1.总河长：甲`, below a table.
_NOTED = re.compile(r"\s*(?:备注|注|说明|附注|其中)\s*[:,]\s*(?:[(]?\d{1,2}[)、.](?!\d)\s*|[①-⑳]\s*)?")


def read_lines(
    notice: Notice,
    lines: list[Passage],
    *,
    named: bool,
    office: bool = False,
    heading: Passage | None = None,
    known: Collection[str] = (),
    chief: str = "",
) -> tuple[list[Seat], dict[int, int]]:
    """The seats of a block's lines in printed order, and how far each line was read
    (by its start).

    `named` says that a body is named above: then also labels that many papers use otherwise (主任, 秘书长) count. A heading may say what
    the labels below it do to the roster (`一、增补人员`, `二、不再担任`). `known` are persons the paper has seated before; `chief` is what
    whoever leads the body is called, if it is a house with a chief of its own (所长).
    """
    walk = Walk(named=named, office=office, action=action_under(heading), known=known, chief=chief)
    if heading is not None and named:
        _open_change(heading, walk)  # 二、补充下列同志为委员：
    closing = {passage.start for passage in (notice.signature, notice.date) if passage is not None}
    in_charge = heading is not None and _OF_PART.search(heading.text) is not None
    entries = list(whole_entries(lines))
    for printed, below in zip(entries, _below_each(entries), strict=True):
        line = without_duties(without_rule(without_bars(printed)))
        if any(line.start <= place < line.end for place in closing):
            walk.close()
            continue
        if is_row(line) and not labels_of(line.text):
            _take_row(line, walk)
            continue
        _take(line, walk, in_charge=in_charge, below=below)
        if line is not printed and walk.read.get(line.start, 0) >= line.end:
            walk.read[printed.start] = printed.end
    walk.close()
    return walk.seats, walk.read


def _below_each(entries: list[Passage]) -> list[Passage | None]:
    """For each line the next one with words below it."""
    found: list[Passage | None] = []
    below = None
    for entry in reversed(entries):
        found.append(below)
        below = entry if entry.text.strip() else below
    return found[::-1]


def _take_row(line: Passage, walk: Walk) -> None:
    """A row of a table: seats of the label in force if it holds persons and posts, else the end of the list."""
    seat = walk.seat()
    seats = seats_in_row(line, *seat) if seat is not None else []
    if not seats:
        if walk.entries or not is_head(line):
            walk.close()
        return
    walk.settle()
    walk.seats.extend(seats)
    walk.started = True
    walk.read[line.start] = line.end


def _take(line: Passage, walk: Walk, *, in_charge: bool, below: Passage | None) -> None:
    text = line.text
    labels = [
        label
        for label in labels_of(text)
        if (label.strong or walk.named or walk.office or walk.started or walk.entries)
        and (label.role[-2:] not in OF_HOUSE or label.role[-2:] == walk.chief)
    ]
    if labels and "领导" in labels[0].role and _OF_A_TASK.search(text, labels[0].end):
        walk.close()  # 牵头领导：甲；牵头单位：乙局；责任单位：丙局 is said of a task
        return
    if in_charge and (match := IN_CHARGE.match(text)) is not None:
        labels.insert(0, Label("".join(match["role"].split()), *match.span("label")))
    chief = walk.label.role if walk.named and walk.label is not None and not labels else ""
    if chief and (helpers := helpers_below(text, chief)) is not None:
        labels.append(Label(helpers[1], helpers[0], text.index(":") + 1))
    if walk.named and tell_change(labels, text):
        walk.close()  # 组长：由甲调整为乙 is a sentence, read with the other changes
        return
    labels = with_acts(labels, text)
    inside = bool(labels) and "办公室" in text[: labels[0].start] and labels[0].role.endswith("主任")
    announced = walk.named and bool(labels) and is_announced(text, labels[0])
    if labels and (labels[0].start <= _before_label(text) + 1 or len(labels) > 1 or inside or announced):
        stop = len(text)
        for number, label in enumerate(labels):
            last = number + 1 == len(labels)
            stop = _sentence_end(text, label.end) if last else trimmed(text, label.end, labels[number + 1].start)
            walk.open(replace(label, office=True) if inside and label.role != "联络员" else label, line)
            if text[label.end : stop].strip():
                walk.entries.append(_without_by(line, label.end, stop))
        walk.read[line.start] = line.origin(stop - 1) + 1
        if text[stop:].strip("。 \u3000"):
            walk.close()  # running text goes on in the line
        return
    if not labels and walk.pair(line):
        return
    if (
        not labels
        and (spaced := own_label(text, walk.chief) or spaced_label(text)) is not None
        and (spaced.strong or walk.named or walk.office or walk.started)
    ):
        if walk.named and tell_change([spaced], text):
            walk.close()
            return
        rest = line.cut(spaced.end, len(text))
        # 大队长 alone under an open label is the end of a wrapped title.
        open_above = bool(walk.entries) and walk.entries[-1].text.rstrip().endswith(("、", ","))
        open_above = open_above or _is_end_of_title(spaced, line, walk)
        # 四、委员; 常务理事（按姓氏笔画排列）; 理事, over names in columns
        numbered = text[: spaced.start].strip() != "" or "(" in text[spaced.start : spaced.end]
        numbered = numbered or (below is not None and not open_above and bool(names_in_columns(below)))
        wrapped = not numbered and not rest.text.strip() and (open_above or (not spaced.strong and bool(walk.entries)))
        more = [spaced, *inner_labels(text, spaced.end)]
        own = line.cut(spaced.end, trimmed(text, spaced.end, len(text) if len(more) == 1 else more[1].start))
        mentions = read_mentions(own)
        held = any(mention.person for mention in mentions) and not _is_post(spaced, rest, walk)
        held = held or (walk.named and spaced.role == "成员" and _are_bodies(mentions) and "。" not in text)
        if held or (not wrapped and not rest.text.strip()):
            for label, following in zip_longest(more, more[1:]):
                stop = following.start if following is not None else _sentence_end(text, label.end)
                walk.open(label, line)
                if text[label.end : stop].strip():
                    walk.entries.append(line.cut(label.end, trimmed(text, label.end, stop)))
            walk.read[line.start] = line.end
            return
    if walk.named and (glued := glued_labels(line)):
        for label, stop in glued:
            walk.open(label, line)
            walk.entries.append(line.cut(label.end, trimmed(text, label.end, stop)))
        walk.read[line.start] = line.start + glued[-1][1]
        if text[glued[-1][1] :].strip("。 \u3000"):
            walk.close()
        return
    if walk.named and (seated := roles_behind(line)):
        walk.close()
        walk.seats.extend(seated)
        walk.read[line.start] = line.end
        return
    if _open_change(line, walk):
        return
    if walk.label is None:
        return
    if spaced_place(text, walk.label.role) is not None:
        walk.close()  # 清水河 甲 副县长, under 市级河长：
        return
    if (item := ITEM.match(text)) is not None and walk.is_item_before(int(item["number"])):
        walk.close()  # 1.防汛指挥部指挥长：甲。 / 2.各村书记。: items of another list
        return
    above = walk.entries[-1] if walk.entries else None
    if above is not None and NOBODY.fullmatch(above.text.strip()) is not None:
        walk.close()  # 候补委员：无
        return
    if not walk.label.units and (stop := names_to_the_stop(above, line)):
        walk.entries[-1:] = [line.cut(0, stop) if above is None else joined(above, line.cut(0, stop))]
        walk.read[line.start] = line.origin(stop) + 1
        walk.close()
        return
    in_columns = above is not None and bool(names_in_columns(line)) and bool(names_in_columns(above))
    if walk.label.units and (stop := units_to_the_stop(above, line)):
        walk.entries[-1] = joined(walk.entries[-1], line.cut(0, stop))
        walk.read[line.start] = line.origin(stop) + 1
        walk.close()
        return
    verdict = "new" if in_columns else verdict_on(above, line)
    if verdict == "stop" and above is not None and is_post_in_column(above, line):
        verdict = "new"
    if verdict == "stop" and above is not None and below is not None and is_entry_unread(above, line, below):
        return
    if verdict == "new":
        walk.entries.append(line)
        walk.read[line.start] = line.end
    elif verdict == "join":
        walk.entries[-1] = joined(walk.entries[-1], line)
        walk.read[line.start] = line.end
    elif verdict != "skip":
        walk.close()


def _is_end_of_title(spaced: Label, line: Passage, walk: Walk) -> bool:
    """Whether `副主任` alone far from the margin ends the title above (`副组长：甲 县政府办公室` / `副主任`): who leads the body is no 主任."""
    if walk.label is None or not walk.entries:
        return False
    if walk.entries[-1].text.rstrip().endswith(("常务", "专职", "第一")):
        return True  # 县农业局常务 / 副局长
    if not spaced.role.endswith("主任") or walk.label.role.endswith("主任"):
        return False
    return line.text[:_MARGIN].isspace() and walk.entries[-1].text.rstrip().endswith(
        ("办公室", "委", "局", "办", "中心")
    )


def _are_bodies(mentions: Sequence[Mention]) -> bool:
    """Whether all of a list are bodies, or whom a body sends; the last of several may be broken off at the end of its line."""
    whole = mentions[:-1] if len(mentions) > 2 and not mentions[-1].person else mentions
    return bool(mentions) and all(
        one.org or (not one.person and is_crowd(one.title) and is_title(one.title)) for one in whole
    )


def _before_label(text: str) -> int:
    """Where a label begins that stands at the head of its line; unlike an entry, it may have the number of a heading."""
    numbered = _NUMBERED.match(text) or _NOTED.match(text)
    return numbered.end() if numbered else lead_end(text)


def _open_change(line: Passage, walk: Walk) -> bool:
    """Open the label of a line that says whom the list adds or takes away; a list on the line itself must begin with a person."""
    label = label_below(line.text) or (chosen_below(line.text) if walk.named else None)
    if label is None:
        return False
    stop = _sentence_end(line.text, label.end)
    behind = line.cut(label.end, stop)
    if behind.text.strip() and not (walk.named and any(mention.person for mention in read_mentions(behind))):
        return False
    walk.open(label, line)
    if behind.text.strip():
        walk.entries.append(behind)
        walk.read[line.start] = line.start + stop
        if stop < len(line.text):
            walk.close()  # a stop ends the list
    return True


def _without_by(line: Passage, start: int, stop: int) -> Passage:
    """What stands behind a label, without the words around it in `主任：由县长担任`."""
    match = _BY.fullmatch(line.text, start, stop)
    return line.cut(*match.span("who")) if match else line.cut(start, stop)


def _is_post(spaced: Label, rest: Passage, walk: Walk) -> bool:
    """Whether a label without colon is the post of a member: `成员：` / `办公室主任  毕芳`, in a list with the post first."""
    if walk.label is None or walk.label_at is None or not _GROUP_ROLE.search(walk.label.role):
        return False
    line, start = walk.label_at
    with_colon = ":" in line.text[start : walk.label.end]
    chief = not _GROUP_ROLE.search(spaced.role) and (spaced.office or spaced.role.endswith(("主任", "长")))
    return with_colon and chief and is_name("".join(rest.text.split()).rstrip("。;,、"))


def _sentence_end(text: str, start: int) -> int:
    """Where the list behind the last label of a line ends: before its stop, or the heading that follows without one."""
    stop = text.find("。", start)
    return heading_behind(text, start, stop if stop >= 0 else len(text))
