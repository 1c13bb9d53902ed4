"""Rosters printed line by line: a label, seats behind it, and the unlabelled lines that go on under it.

Rules `roster/label` (a line with a label) and `roster/continued` (lines below without one). Blank lines, page furniture
and page breaks end nothing; titles wrapped in narrow columns are put together; a sentence, a foreign label, a heading or
the signature ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.gazette.notice import Notice
from loaders.gazette.rosters_entries import (
    is_entry_unread,
    is_post_in_column,
    joined,
    names_in_columns,
    without_duties,
)
from loaders.gazette.rosters_glued import spaced_place
from loaders.gazette.rosters_labelled import (
    labels_in,
    open_change,
    take_glued,
    take_labels,
    take_roles_behind,
    take_spaced,
)
from loaders.gazette.rosters_labels import Label, labels_of
from loaders.gazette.rosters_openings import action_under
from loaders.gazette.rosters_rows import is_head, is_row, seats_in_row, without_bars, without_rule
from loaders.gazette.rosters_seats import NOBODY, Seat
from loaders.gazette.rosters_verdicts import Verdict, verdict_on
from loaders.gazette.rosters_walk import ITEM, Walk
from loaders.gazette.rosters_wraps import names_to_the_stop, units_to_the_stop, whole_entries
from loaders.readers.paper import Passage

#: Under the heading of a part `负责人：甲` is a label.
_OF_PART = re.compile(r"(?:(?<!领导小)组|专班|(?<!大)队)\s*:?\s*$")


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
        open_change(heading, walk)  # 二、补充下列同志为委员：
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
    """A line that is no row: it opens a list, or stands below one."""
    labels = labels_in(line, walk, in_charge=in_charge)
    if labels is None:
        walk.close()
        return
    opened = (
        take_labels(line, labels, walk)
        or (not labels and (walk.pair(line) or take_spaced(line, walk, below)))
        or (walk.named and (take_glued(line, walk) or take_roles_behind(line, walk)))
        or open_change(line, walk)
    )
    if not opened and walk.label is not None:
        _take_below(line, walk.label, walk, below)


def _take_below(line: Passage, label: Label, walk: Walk, below: Passage | None) -> None:
    """A line without a label under one: it ends the list, goes on with the entry above, or is an entry of its own."""
    above = walk.entries[-1] if walk.entries else None
    if _is_of_another_list(line.text, label, walk):
        walk.close()
        return
    if stop := units_to_the_stop(above, line) if label.units else names_to_the_stop(above, line):
        rest = line.cut(0, stop)
        walk.entries[-1:] = [rest if above is None else joined(above, rest)]
        walk.read[line.start] = line.origin(stop) + 1
        walk.close()
        return
    verdict = _verdict(above, line, below)
    if verdict == "stop":
        walk.close()
    if verdict == "new":
        walk.entries.append(line)
        walk.read[line.start] = line.end
    if verdict == "join":
        walk.entries[-1] = joined(walk.entries[-1], line)
        walk.read[line.start] = line.end


def _is_of_another_list(text: str, label: Label, walk: Walk) -> bool:
    """Whether a line belongs to no list of the label in force, whatever it holds."""
    if spaced_place(text, label.role) is not None:
        return True  # 清水河 甲 副县长, under 市级河长：
    if (item := ITEM.match(text)) is not None and walk.is_item_before(int(item["number"])):
        return True  # 1.防汛指挥部指挥长：甲。 / 2.各村书记。: items of another list
    return bool(walk.entries) and NOBODY.fullmatch(walk.entries[-1].text.strip()) is not None  # 候补委员：无


def _verdict(above: Passage | None, line: Passage, below: Passage | None) -> Verdict:
    """What a line is to the entry above it, where the lines around it may tell more than these two."""
    if above is None:
        return verdict_on(above, line)
    if names_in_columns(line) and names_in_columns(above):
        return "new"
    verdict = verdict_on(above, line)
    if verdict != "stop":
        return verdict
    if is_post_in_column(above, line):
        return "new"
    return "skip" if below is not None and is_entry_unread(above, line, below) else "stop"
