"""The labels of a task with their values (`责任领导：…牵头单位：…`), and what is gathered from them: who leads it, which units do it, until when.

A *zone* is a stretch of a passage that names leader, units or time limit of the task around it (`tasks_zones` finds them).
Labels are found from colons, never by searching through the prose between, so that a long line stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.gazette import lists, tasks_gaps
from loaders.gazette.heads import TASK_ROLES, Role, role_of
from loaders.gazette.names import is_title
from loaders.gazette.tasks_values import limit_in, told_by_value
from loaders.gazette.units import Part, has_parts, is_nobody, leaders_of, parts_of, unit_like
from loaders.readers.paper import Passage

_UNIT_ROLES: frozenset[Role] = frozenset(("lead", "undertaker", "responsible", "cooperating"))
_LABEL_CHARACTERS = re.compile(r"[\u4e00-\u9fff、/ ()]")
_LEADER_WORD = re.compile("领导|領導")
_LONGEST_LABEL, _SHORTEST_OTHER = 16, 4
#: `[牵头单位]:县水利局`, `(责任人):张三`: a label in a box, or alone in brackets, that has its colon too.
_BOXED = re.compile(r"(?:[\[〔「『<]|(?:^|(?<=[;。,\s]))\()(?P<word>[\u4e00-\u9fff \u3000]{2,12})[\])〕」』>]$")
#: A label right behind the value of the one before, where a copy lost the line break between them: `责任部门:建管科完成时间:4月底前`.
_GLUED = re.compile(
    r"(?<![各请有相关的主要第])(?:(?:牵头|责任|分管|包抓|配合|协办|参与|承办|主办)(?:领导|单位|部门|科室|处室|人)|(?:完成|办理|整改)(?:时限|时间|期限)|(?:联系|办公)电话|联系方式)$"
)
_LONGEST_GLUED = 60
#: Whom to ask is no part of the value before it (`责任人：甲  联系人：乙`).
_CONTACTS = frozenset(("联系人", "联络员", "联络人", "经办人", "填报人"))
_LONGEST_BRACKET = 600
#: What a copy prints at the foot of a page, run on behind the value: `第 3 页 共 8 页`, and what stands behind it.
_PAGE_TURN = re.compile(r"第\s?\d{1,4}\s?页\s?[,/]?\s?共\s?\d{1,4}\s?页")


@dataclass(frozen=True, slots=True)
class Field:
    """One label with the place of its value in the passage."""

    role: Role | None
    word: str
    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a passage that assigns a task, and its fields; `bracketed` if it stands in brackets."""

    start: int
    end: int
    fields: tuple[Field, ...]
    bracketed: bool
    labelled: bool


@dataclass(slots=True)
class Assignment:
    """Who leads a task, which units do it, until when: gathered from fields."""

    leaders: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    deadline: str = ""
    strange: bool = False  # fields of a group's roster stand among them (成员单位)

    def add(self, fields: tuple[Field, ...]) -> None:
        """Take over the fields of a zone or a row."""
        roles = {one.role for one in fields}
        lead_words = [one.word for one in fields if one.role == "leader"]
        by_rank = any(_LEADER_WORD.search(word) for word in lead_words)
        for one in fields:
            if one.role in ("leader", "deadline"):
                one = self._without_units(one)
            if one.role == "leader":
                if by_rank and not _LEADER_WORD.search(one.word):
                    continue  # 责任人 beside 责任领导 is the unit's own
                self.leaders.extend(
                    name for name in leaders_of(one.passage, one.start, one.end) if name not in self.leaders
                )
            elif one.role == "deadline":
                self.deadline = self.deadline or limit_of(one.passage, one.start, one.end)
            elif one.role == "member_unit":
                self.strange = True
            elif one.role in _UNIT_ROLES:
                role: Role = one.role if one.role != "undertaker" else "responsible" if "lead" in roles else "lead"
                start, end = self._without_limit(one)
                for part in parts_of(one.passage, start, end, role, one.word):
                    if part not in self.parts:
                        self.parts.append(part)

    def _without_units(self, one: Field) -> Field:
        """A leader or a time limit without the clauses behind it that give units a part (`责任领导：张三；甲局牵头，乙局配合`), which are kept."""
        stop = self._without_limit(one)[1] if one.role == "leader" else one.end
        clauses = lists.split(one.passage.text, one.start, stop, marks=",;")
        for number, (start, end) in enumerate(clauses[1:]):
            if not has_parts(one.passage.text[start:end]):
                continue
            parts = parts_of(one.passage, start, stop, "responsible", "")
            if parts and all(unit_like(part.unit) and not is_title(part.unit) for part in parts):
                self.parts.extend(part for part in parts if part not in self.parts)
                return replace(one, end=clauses[number][1])
        return replace(one, end=stop)

    def _without_limit(self, one: Field) -> tuple[int, int]:
        """The place of a list of units without the time limit behind it (`责任单位：甲局。6月底前完成`), which is kept."""
        clauses = lists.split(one.passage.text, one.start, one.end, marks=",;。")
        limit = limit_in(one.passage.text, *clauses[-1]) if len(clauses) > 1 else None
        if limit is None:
            return one.start, one.end
        self.deadline = self.deadline or limit_of(one.passage, *limit)
        return one.start, clauses[-2][1]

    def first_leads(self) -> None:
        """Of units that answer together the first leads, where no unit is said to."""
        answering = [part for part in self.parts if part.role == "responsible"]
        if answering and all(part.role != "lead" for part in self.parts):
            self.parts[self.parts.index(answering[0])] = replace(answering[0], role="lead")

    def units(self, role: Role) -> tuple[str, ...]:
        """The units with one part; a unit that leads is not counted among the others again."""
        leading = {part.unit for part in self.parts if part.role == "lead"}
        return tuple(
            dict.fromkeys(
                part.unit for part in self.parts if part.role == role and (role == "lead" or part.unit not in leading)
            )
        )

    def words(self) -> tuple[str, ...]:
        """`牵头单位=区财政局` for each unit."""
        return tuple(dict.fromkeys(f"{part.word}={part.unit}" for part in self.parts if part.word))

    def __bool__(self) -> bool:
        return bool(self.leaders or self.parts) and not self.strange


def limit_of(passage: Passage, start: int, end: int) -> str:
    """A time limit as printed; empty for 无."""
    text = passage.text
    while end > start and text[end - 1] in "。;,. ":
        end -= 1
    return "" if is_nobody(text[start:end]) else passage.printed(start, end)


def labels(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """The labels before colons in a stretch with the places of their values, known words and unknown ones alike."""
    text = passage.text
    marks: list[tuple[int, int, Role | None, str]] = []
    at = text.find(":", start, end)
    while at >= 0:
        label = _label_before(text, at, start)
        near = bool(marks) and marks[-1][2] in TASK_ROLES and at - marks[-1][1] <= _LONGEST_GLUED
        if near and (label is None or label[1] is None):
            glued = _GLUED.search(text, marks[-1][1] + 1, at)
            if glued is not None and "。" not in text[marks[-1][1] : glued.start()]:
                label = glued.start(), role_of(glued.group())
        if label is not None:
            begin, role = label
            if role is not None or at - begin <= 8:
                marks.append((begin, at + 1, role, passage.printed(begin, at)))
        at = text.find(":", at + 1, end)
    for number, (_, value, role, word) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else end
        inner = tasks_gaps.marks(passage, value, stop)
        close = _value_end(text, value, inner[0].start if inner else stop)
        role, close = told_by_value(passage, value, close, role)
        yield Field(role, word, passage, value, close)
        yield from gapped(passage, inner, stop)


def gapped(passage: Passage, marks: list[tasks_gaps.Mark], end: int) -> Iterator[Field]:
    """The fields of labels without colons, the last of which ends at `end`."""
    stops = [*(mark.start for mark in marks[1:]), end]
    for mark, stop in zip(marks, stops, strict=False):
        yield Field(mark.role, mark.word, passage, mark.value, _value_end(passage.text, mark.value, stop))


def _value_end(text: str, start: int, end: int) -> int:
    """The end of a value without closing marks; a bracket that was opened before the value goes with them."""
    if (turned := _PAGE_TURN.search(text, start, end)) is not None:
        end = turned.start()
    for _ in range(2):
        while end > start and text[end - 1] in " ;,。.([|/—":
            end -= 1
        near = max(start, end - _LONGEST_BRACKET)
        if (
            end > start
            and text[end - 1] in ")]"
            and text.count("(", near, end) + text.count("[", near, end)
            < (text.count(")", near, end) + text.count("]", near, end))
        ):
            end -= 1
    return end


def _label_before(text: str, colon: int, floor: int) -> tuple[int, Role | None] | None:
    """Where the label before a colon begins, and its role; None if no label stands there."""
    stop = colon
    while stop > floor and text[stop - 1] == " ":
        stop -= 1
    boxed = _BOXED.search(text, max(floor, stop - _LONGEST_LABEL), stop)
    if boxed is not None and (asked := role_of(boxed["word"])) is not None:
        return boxed.start(), asked
    begin = stop
    depth = 0
    while begin > max(floor, stop - _LONGEST_LABEL) and _LABEL_CHARACTERS.match(text[begin - 1]):
        if text[begin - 1] == ")":
            depth += 1
        elif text[begin - 1] == "(":
            if depth == 0:
                break
            depth -= 1
        begin -= 1
    if depth > 0:  # (1)责任单位: the bracket is the number's
        begin = text.rfind(")", begin, stop) + 1
    at_edge = (
        begin == floor
        or text[begin - 1] in ";,。()[]〔〕【】|\t:-*●○★☆▲△◆◇■□※—"
        or text[begin - 1].isdigit()
        or begin == 0
    )
    words = text[begin:stop]
    role = role_of(words) if at_edge else None
    if role is not None:
        return begin + len(words) - len(words.lstrip()), role
    gap = words.rstrip().rfind(" ")
    while gap >= 0:
        role = role_of(words[gap + 1 :])
        if (
            role in TASK_ROLES
            or role == "phone"
            or (role in ("duty", "content", "title") and len(words.rstrip()) - gap > _SHORTEST_OTHER)
        ):
            return begin + gap + 1, role
        if role is None and words[gap + 1 :].rstrip() in _CONTACTS:
            return begin + gap + 1, None
        gap = words.rfind(" ", 0, gap)
    return (begin, None) if at_edge and len(words.strip()) >= 2 else None


def label_start(text: str, value: int, floor: int) -> int:
    """Where the label begins whose value begins at a place; that place if no label stands there."""
    label = _label_before(text, value - 1, floor)
    return label[0] if label else value
