"""Labels without a colon: `牵头单位 市农业农村局` between `责任领导：…` and `责任单位：…`, `【牵头单位】市农业农村局`.

Only a word that asks for somebody or for a time limit counts, and only where the words behind the gap are what it asks
for (bodies, names, a time) and nothing else: a head of columns, a title and prose are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.gazette.heads import TASK_ROLES, Role, role_of
from loaders.gazette.names import is_name
from loaders.gazette.units import leaders_of, unit_like, units_in
from loaders.readers.paper import Passage

#: `牵头单位 县交通局`; `【牵头单位】县交通局`, where the box stands for the colon.
_LABEL = re.compile(
    r"(?:(?:^|(?<=[ \u3000;。,(\[]))(?P<label>[\u4e00-\u9fff]{1,4}(?:单位|部门|科室|处室|股室|领导|时限|期限|节点|责任人))(?:[ \u3000]{1,4}|[ \u3000]?[—–-]{1,2}[ \u3000]?)"
    r"|(?:\[|^[ \u3000]{0,8}[(〔「『<])(?P<boxed>[\u4e00-\u9fff \u3000]{2,8})[\])〕」』>][ \u3000]{0,4})(?=[\u4e00-\u9fff\d“])"
)
#: What opens a box at the head of a line; within a line only square brackets do.
_OPENS_BOX = frozenset("[(〔「『<")
_INDENT = " \u3000"
#: A box of words; the number of an item (`(一)`) is none.
_BOX = re.compile(r"[ \u3000]{0,8}[(〔「『<][\u4e00-\u9fff \u3000]{2,8}[\])〕」』>]")
_DASH = re.compile("[—–-]")
_NOBODY = ("无", "暂无")
_TIME = re.compile(r"(?:\d{4}年|\d{1,2}月|每[年月季]|[一二三四]季度|年底|年内|长期|持续|全年|常年)[^,。;:]{0,16}")
#: A crowd and what it is told to do (`各单位抓紧整改`), not the crowd alone (`各县（市、区）人民政府`).
_ASKED = re.compile(
    r"(?:各|有关|相关)[^,、]{1,12}?(?:(?<![主重])要|应(?!急)|须|务必|抓紧|认真|切实|加强|落实|按照?|根据|结合|做好|开展|严格|强化|积极|及时|高度|立即|迅速|进一步|把|将|尽快|逐项)"
)
_LONGEST = 300
_DEEPEST_INDENT = 9
#: The value of a boxed label is a list, no sentence, and holds no other label.
_LONGEST_BOXED = 120
_NO_VALUE = re.compile(r"[。;:\[\]\t]")
_SIGNS = ("单位", "部门", "科室", "处室", "股室", "领导", "时限", "期限", "节点", "责任人")


class Mark(NamedTuple):
    """A label without colon: where it begins, where its value does, what it asks for, its words."""

    start: int
    value: int
    role: Role
    word: str


def marks(passage: Passage, start: int, end: int) -> list[Mark]:
    """The labels without colon in a stretch, each with what it asks for behind it."""
    text = passage.text
    box = text[:_DEEPEST_INDENT].lstrip(_INDENT)[:1] if start == 0 else ""
    worth = (
        "[" in text
        or (box in _OPENS_BOX and _BOX.match(text) is not None)
        or _has_gap(text[start:end].strip())
        or _DASH.search(text, start, end) is not None
    )
    if end - start > _LONGEST or not worth or ("[" not in text and all(sign not in text for sign in _SIGNS)):
        return []
    found = [
        Mark(match.start() if match["boxed"] else match.start("label"), match.end(), role, word)
        for match in _LABEL.finditer(text, start, end)
        if (role := role_of(word := "".join((match["boxed"] or match["label"]).split()))) in TASK_ROLES
        and role is not None
    ]
    stops = [*(mark.start for mark in found[1:]), end]
    return [
        mark
        for mark, stop in zip(found, stops, strict=False)
        if fits(passage, mark.value, stop, mark.role) or (_is_boxed(text, mark) and _in_box(text, mark.value, stop))
    ]


def _is_boxed(text: str, mark: Mark) -> bool:
    """Whether a label stands in a box; one in round brackets tells no more than that it asks for a time."""
    opened = text[mark.start : mark.value].lstrip(_INDENT)[:1]
    return opened in _OPENS_BOX and (opened != "(" or mark.role == "deadline")


def _in_box(text: str, start: int, end: int) -> bool:
    """Whether words behind a boxed label are its value, whatever they name: the box alone says what they are; nobody's too (`无`)."""
    words = text[start:end].strip(" \u3000。;,")
    return 0 < len(words) <= _LONGEST_BOXED and _NO_VALUE.search(words) is None


def inside(passage: Passage, start: int, end: int) -> list[Mark]:
    """The labels of a bracket that begins with one and has no colon: `（责任领导 张三 责任单位 县商务局）`."""
    found = marks(passage, start, end) if _LABEL.match(passage.text, start, end) else []
    return found if found and found[0].start == start else []


def alone(passage: Passage) -> list[Mark]:
    """The labels of a passage that begins with one and has no colon."""
    text = passage.text
    if ":" in text or "\t" in text:
        return []
    found = marks(passage, 0, len(text))
    return found if found and not text[: found[0].start].strip() else []


def _has_gap(words: str) -> bool:
    return " " in words or "\u3000" in words


def fits(passage: Passage, start: int, end: int, role: Role) -> bool:
    """Whether words are what a label asks for, and nothing else: units, names of leaders or a time limit, or nobody."""
    if passage.text[start:end].strip(" \u3000。;,") in _NOBODY:
        return True
    if role == "deadline":
        return _TIME.fullmatch(passage.cut(start, end).printed_folded().rstrip("。;")) is not None
    if role == "leader":
        named = leaders_of(passage, start, end)
        return bool(named) and all(is_name(name) for name in named)
    units = units_in(passage, start, end)
    return bool(units) and all(
        unit_like(unit) and (len(unit) >= 3 or unit[0] == "各") and role_of(unit) is None and not _ASKED.match(unit)
        for unit in units
    )
