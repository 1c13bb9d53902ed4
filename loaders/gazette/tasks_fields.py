"""Where a task says who does it: stretches of labels (`责任领导：…牵头单位：…`) and brackets (`（区财政局牵头，…）`).

A *zone* is a stretch of a passage that names leader, units or time limit of the task around it: a bracket with such
labels, a bracket that ends in 牵头 / 负责 / 配合, or plain labels from the first one to the end of the passage. Zones are
found from colons and brackets, never by searching through the prose between, so that a long line stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.gazette import lists, tasks_gaps
from loaders.gazette.heads import TASK_ROLES, Role, role_of
from loaders.gazette.names import is_title
from loaders.gazette.tasks_leaders import leaders_apart
from loaders.gazette.tasks_values import limit_in, told_by_value
from loaders.gazette.units import Part, has_parts, is_nobody, leaders_of, parts_of, unit_like, units_in
from loaders.readers.paper import Passage

_UNIT_ROLES: frozenset[Role] = frozenset(("lead", "undertaker", "responsible", "cooperating"))
_LABEL_CHARACTERS = re.compile(r"[\u4e00-\u9fff、/ ()]")
_BRACKETS = {"(": ")", "[": "]", "〔": "〕"}
_LEADER_WORD = re.compile("领导|領導")
_ANY_BRACKET = re.compile(r"[()\[\]〔〕]")
_UNIT_TAIL = tuple("局委办室部院府会队心司团社行校站所门位协联厅镇乡道处区")
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
#: Blanks before which a paragraph ends, though the copy runs the next one on behind it.
_INDENT = "  "
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


def zones(passage: Passage) -> list[Zone]:
    """The zones of a passage in printed order; none for prose without labels and unit brackets."""
    text = passage.text
    found: list[Zone] = []
    closed = 0
    limit: Zone | None = None  # a bracket of a time limit alone that the bracket of units behind it takes with it
    for start, end in _brackets(text):
        inner = text[start + 1 : end]
        if ":" in inner:
            fields = tuple(labels(passage, start + 1, end))
            if any(one.role in TASK_ROLES and one.role != "deadline" for one in fields):
                if limit is not None and not text[limit.end : start].strip(" ;,"):
                    found.append(limit)
                limit = None
                found.append(Zone(start, end + 1, fields, True, True))
                closed = end + 1
            elif len(fields) == 1 and fields[0].role == "deadline" and inner.startswith(fields[0].word):
                # [牵头单位:…][时间节点:6月底前]: the brackets of one task touch each other
                limit = Zone(start, end + 1, fields, True, True)
                if closed and not text[closed:start].strip(" ;,"):
                    found.append(limit)
                    closed = end + 1
                    limit = None
            elif fields and fields[0].role == "deadline" and _closes_sentence(text, start, end):
                # (县财政局、各镇按职责负责;完成时限:全年)
                own = tuple(_unlabelled(passage, start + 1, _label_start(text, fields[0].start, start + 1)))
                if own:
                    found.append(Zone(start, end + 1, (*own, *fields), True, False))
                    closed = end + 1
        elif not _closes_sentence(text, start, end):
            continue
        elif marks := tasks_gaps.inside(passage, start + 1, end):
            found.append(Zone(start, end + 1, tuple(_gapped(passage, marks, end)), True, True))
            closed = end + 1
        else:
            named = "负责" in inner or "牵头" in inner or "配合" in inner
            unlabelled = tuple(_unlabelled(passage, start + 1, end) if named else _bare(passage, start, end))
            if unlabelled:
                found.append(Zone(start, end + 1, unlabelled, True, False))
                closed = end + 1
    if ":" in text[closed:]:
        fields = tuple(labels(passage, closed, len(text)))
        first = next((at for at, one in enumerate(fields) if one.role in TASK_ROLES), None)
        if first is not None:
            begin = _label_start(text, fields[first].start, closed)
            if all(one.role == "deadline" or one.role not in TASK_ROLES for one in fields) and (
                text[closed:begin].strip(" ()0123456789、.") or closed
            ):
                # A time limit alone is a label where it opens the line, or where a sentence ends before it and nothing but a time stands behind.
                last = fields[-1]
                if (
                    first + 1 < len(fields)
                    or _before(text, begin) not in ("。", ";")
                    or not tasks_gaps.fits(passage, last.start, last.end, "deadline")
                ):
                    return found
            found.append(Zone(begin, len(text), fields[first:], False, True))
    return found


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
        yield from _gapped(passage, inner, stop)


def zone_without_colon(passage: Passage) -> Zone | None:
    """A passage that is a label without its colon and the value, or several; only the neighbours can say that it is meant so."""
    marks = tasks_gaps.alone(passage)
    if not marks:
        return None
    return Zone(marks[0].start, len(passage.text), tuple(_gapped(passage, marks, len(passage.text))), False, True)


def _gapped(passage: Passage, marks: list[tasks_gaps.Mark], end: int) -> Iterator[Field]:
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


def _label_start(text: str, value: int, floor: int) -> int:
    label = _label_before(text, value - 1, floor)
    return label[0] if label else value


def _unlabelled(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """The inside of a bracket that names units by what they do: all of it as units, a last clause as time limit."""
    text = passage.text
    clauses = lists.split(text, start, end, marks=",;。")
    if not clauses:
        return  # (完成时限:全年): nothing stands before the label
    limit: tuple[int, int] | None = None
    if len(clauses) > 1 and (limit := limit_in(text, *clauses[-1])) is not None:
        clauses.pop()
    leaders, clauses = leaders_apart(passage, clauses)
    stretch = text[clauses[0][0] : clauses[-1][1]]
    if not has_parts(stretch) or "《" in stretch:
        return
    units = parts_of(passage, clauses[0][0], clauses[-1][1], "responsible", "")
    if not units or not all(unit_like(part.unit) for part in units):
        return
    for span in leaders:
        yield Field("leader", "", passage, *span)
    yield Field("responsible", "", passage, clauses[0][0], clauses[-1][1])
    if limit is not None:
        yield Field("deadline", "", passage, *limit)


def _bare(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """A bracket behind a full stop at the end of a passage that holds units and nothing else: `…。（市气象局、市水利局）`."""
    text = passage.text
    rest = text[end + 1 :]
    if _before(text, start) not in ("。", ";") or (rest.strip(" 。;") and not rest.startswith(_INDENT)):
        return
    whole = lists.split(text, start + 1, end, marks=",;")
    limit = limit_in(text, *whole[-1]) if len(whole) > 1 else None  # (市气象局;6月底前)
    leaders, clauses = leaders_apart(passage, whole[:-1] if limit is not None else whole)
    if not clauses or (leaders and len(clauses) > 1):
        return
    begin, end = clauses[0][0], clauses[-1][1]
    if not text.endswith(_UNIT_TAIL, begin, end) and text[end - 1] not in "等)":
        return
    units = units_in(passage, begin, end)
    if any(len(unit) > 2 for unit in units) and all(
        unit_like(unit) and (len(unit) > 2 or unit[0] == "各") for unit in units
    ):
        for span in leaders:
            yield Field("leader", "", passage, *span)
        yield Field("responsible", "", passage, begin, end)
        if limit is not None:
            yield Field("deadline", "", passage, *limit)


def _before(text: str, place: int) -> str:
    """The character before a place, a gap of one or two left out."""
    return text[max(0, place - 3) : place].rstrip()[-1:]


def _closes_sentence(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands at the end of a sentence: `…。（…）` or `…（…）。` or at the end of the passage."""
    rest = text[end + 1 : end + 3].lstrip()
    return not rest or rest[0] in "。;" or _before(text, start) in ("。", ";")


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Outermost closed bracket pairs with at most 600 characters between; unclosed brackets are passed over."""
    opened: list[tuple[int, str]] = []
    pairs: list[tuple[int, int]] = []
    for match in _ANY_BRACKET.finditer(text):
        mark = match.group()
        if mark in _BRACKETS:
            opened.append((match.start(), _BRACKETS[mark]))
        elif opened and opened[-1][1] == mark:
            opening, _ = opened.pop()
            while pairs and pairs[-1][0] > opening:
                pairs.pop()
            pairs.append((opening, match.start()))
    for opening, closing in pairs:
        if closing - opening <= _LONGEST_BRACKET:
            yield opening, closing
