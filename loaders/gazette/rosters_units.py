"""Parts of a body made up of units: `牵头单位：甲局` over `成员单位：乙局、丙局`, below the heading of the part.

Rule `roster/lead-unit`. In plans 牵头单位 stands beside every task, so the label counts only at the head of a part that a heading
names, and only if the same block lists its members (`成员单位：`, `组长：`, `组员：`); beside `责任单位：` it is a task's, unless a chief
stands first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.gazette.groups import Named
from loaders.gazette.persons import is_unit
from loaders.gazette.rosters_labels import labels_of
from loaders.gazette.rosters_parts_listed import read_listed
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/lead-unit"
_NUMBER = r"(?:[-*●■◆]\s*)?(?:[(]?\d{1,2}[)、.]\s*)?"
_LEAD = re.compile(rf"\s*{_NUMBER}(?P<role>牵 ?头 ?(?:单 ?位|部 ?门))\s*:\s*(?P<who>[^。;:]{{2,160}})[。;]?\s*")
_THEN_MEMBERS = re.compile(
    rf"\s*{_NUMBER}牵头(?:单位|部门)\s*:[^。;:]{{2,160}}?(?P<mark>[,;。 \t\u3000])\s*(?=成员单位\s*:)"
)
#: `组长：甲，牵头单位：乙局，成员单位：丙局`.
_BEHIND_CHIEF = re.compile(
    r"(?P<chief>\s*(?:组长|召集人|队长)\s*:[^,;。:]{2,30})[,;。 \t\u3000]\s*(?=牵头(?:单位|部门)\s*:)"
)
_CHIEF_SAID = re.compile(
    r"\s*(?P<role>组长|召集人|队长)由(?P<who>[^。;:]{2,60}?)(?:担任|兼任)[。;]\s*(?=牵头(?:单位|部门)\s*:|$)"
)
_OF_A_TASK = re.compile(r"\s*(?:责任单位|责任人|完成时限|完成时间|工作目标)\s*:")
#: `由甲局牵头，乙局、丙局参加`, behind the name of a part.
_LED_BY_UNIT = re.compile(
    r"(?P<by>由?)(?P<lead>[^,、。;:()]{2,24})牵头(?:,(?P<who>[^,。;:]{2,200}?)(?:参加|参与|配合|协助|组成|(?:等(?:单位|部门)?)?(?:为|作为)成员单位))?[。;]?\s*"
)
_CHIEF = re.compile("(?<!副)(?:组长|召集人|总指挥|指挥长|队长)$")
_MEMBERS = re.compile("组长$|组员$|成员$|召集人$|总指挥$|指挥长$|队长$")
#: A heading or a sentence: what stands below it is no part of the list above.
_ENDS_LIST = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十\d]{1,2}[)]|\d{1,2}[.、])|[。:]\s*$"
)
_MEMBERS_ONLY = re.compile("成员|组员|委员")
_NEAR = 8  # lines below the heading among which the unit in the lead stands


def members_apart(line: Passage) -> list[Passage]:
    """A line that holds the unit in the lead and the members (`牵头单位：甲局    成员单位：乙局`) cut in two; any other whole.

    A sentence on the chief before them (`组长由甲担任。`) is a line of its own too, and so is his label (`组长：甲，`).
    """
    behind = _BEHIND_CHIEF.match(line.text) if "牵头" in line.text else None
    if behind is not None:
        return [line.cut(0, behind.end("chief")), *members_apart(line.cut(behind.end()))]
    chief = _CHIEF_SAID.match(line.text)
    if chief is not None:
        return [line.cut(0, chief.end()), *members_apart(line.cut(chief.end()))]
    match = _THEN_MEMBERS.match(line.text) if "牵头" in line.text else None
    return [line] if match is None else [line.cut(0, match.start("mark")), line.cut(match.end())]


def read_lead_units(lines: list[Passage], named: Named | None, heading: Passage | None) -> tuple[list[Seat], set[int]]:
    """The seats of units in the lead of the part a block is about, and the starts of their lines.

    In a roster of a body the line counts between its chiefs and its members (`召集人：甲` / `牵头单位：乙局` / `成员单位：丙局、丁局`).
    """
    if named is None:
        return [], set()
    if heading is None or named.via != "heading" or named.passage.start != heading.start:
        return _between_chiefs_and_members(lines)
    listed = read_listed(lines, named, heading)
    if listed[0]:
        return listed
    if lines and (led := _led_by_unit(lines[0])):
        return led, {lines[0].start}
    if any(_OF_A_TASK.match(line.text) for line in lines) and not _begins_with_chief(lines):
        return [], set()
    if not any(_MEMBERS.search(label.role) for line in lines for label in labels_of(line.text)):
        return [], set()
    seats: list[Seat] = []
    read: set[int] = set()
    for line in [line for line in lines if line.text.strip()][:_NEAR]:
        if (
            line.start > line.paper.line_at(line.start).start
            and (chief := _CHIEF_SAID.fullmatch(line.text)) is not None
        ):
            seats.extend(seats_of(line, *chief.span("who"), As(chief["role"], "roster/role-held-by", 0.95)))
            read.add(line.start)
            continue
        match = _LEAD.fullmatch(line.text) if "牵头" in line.text else None
        if match is None:
            continue
        found = seats_of(line, *match.span("who"), As(match["role"], RULE, 0.9), units=True)
        if found and all(seat.org for seat in found):
            seats.extend(found)
            read.add(line.start)
    return seats, read


def _led_by_unit(line: Passage) -> list[Seat]:
    """The units of a part whose line says who leads it and who takes part (rule `roster/led-by-unit`); none of any other line."""
    match = _LED_BY_UNIT.fullmatch(line.text) if "牵头" in line.text else None
    if match is None or (not match["by"] and not is_unit(match["lead"].strip())):
        return []  # 统筹牵头 is said of no unit
    rule = "roster/led-by-unit"
    seats = seats_of(line, *match.span("lead"), As("牵头单位", rule, 0.9), units=True)
    if match["who"]:
        seats.extend(seats_of(line, *match.span("who"), As("成员", rule, 0.9), units=True))
    others = [seat for seat in seats if not seat.org]
    if len(others) * 3 > len(seats) or any(seat.person for seat in others):
        return []
    return [replace(seat, org=seat.org or seat.title, title="") for seat in seats]


def _begins_with_chief(lines: list[Passage]) -> bool:
    """Whether the first line below a heading says who leads the part."""
    first = next((line for line in lines if line.text.strip()), None)
    return first is not None and any(_CHIEF.search(label.role) for label in labels_of(first.text))


def _between_chiefs_and_members(lines: list[Passage]) -> tuple[list[Seat], set[int]]:
    """The seats of the one line on a unit in the lead below the list of chiefs and right above the members of the body."""
    if not any("牵" in line.text for line in lines) or any(_OF_A_TASK.match(line.text) for line in lines):
        return [], set()
    printed = [line for line in lines if line.text.strip()]
    listed = False  # the lines above are a list that a chief begins
    for line, below in pairwise(printed):
        match = _LEAD.fullmatch(line.text) if listed and "牵" in line.text else None
        if match is None:
            labels = labels_of(line.text)
            listed = any(_CHIEF.search(one.role) for one in labels) or (listed and not _ENDS_LIST.search(line.text))
            continue
        members = labels_of(below.text)
        if not members or not _MEMBERS_ONLY.fullmatch(members[0].role):
            break
        role = "".join(match["role"].split())
        seats = seats_of(line, *match.span("who"), As(role, RULE, 0.9), units=True)
        return (seats, {line.start}) if seats and all(seat.org for seat in seats) else ([], set())
    return [], set()
