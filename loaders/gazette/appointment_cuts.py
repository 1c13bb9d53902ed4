"""Where one clause of a personnel notice ends and the next begins: at commas, semicolons, stops and colons outside brackets.

A mark between posts (`、`) parts clauses too where the act on another person begins behind it, and a gap where a term follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: `接受甲辞去…职务、乙辞去…职务的请求`.
_RESIGNS = re.compile(r"[\u4e00-\u9fff·]{2,8}(?:同志)?辞去")
#: `免去甲的…职务、乙的…职务`: who is removed besides, behind the post of the one before.
_NEXT_REMOVED = re.compile(r"[\u4e00-\u9fff·]{2,8}?(?:同志)?的[^,;。:、]{2,40}职务")
#: `任命甲为…、聘乙为…`.
_NEXT_NAMED = re.compile(r"(?:任命|聘任|聘|提名|推荐)[\u4e00-\u9fff·]{2,4}(?:同志)?为[^,;。:、]{4,}")
#: `甲同志任…书记、乙同志任…院长`: who is appointed besides, behind the post of the one before.
_COMRADE_NAMED = re.compile(r"同志(?:任|为|担任|兼任)[^,;。:]{3,}")
_NEXT_COMRADE = re.compile(r"[\u4e00-\u9fff·]{2,4}同志(?:任|为|担任|兼任)[^,;。:、]{3,}")
_NEXT_LETTERS = frozenset("任聘提推")
#: For how long, behind a gap: `甲学院院长   聘期五年`.
_TERM_BEHIND = re.compile(r"[ \u3000]{2,4}(?=(?:聘期|任期|试用期|挂职期|任职时间))")
#: Who stands in a clause of his own before what is said of him: `丁某因工作调动，不再担任…`, `原科长丁某到龄退休，…`.
SUBJECT = re.compile(
    r"\s*+(?P<who>[\u4e00-\u9fff·、 ]{2,40}?)(?:同志)?(?:因(?![^,。;]*被免)[^,。;]{2,24}|\((?:男|女)[^()]*\)|(?P<left>(?:已|现)?(?:到龄|正常|提前|光荣)?(?:退休|离职|辞职|病故)))?\s*$"
)


def clauses_of(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Stretches between commas, semicolons, stops and colons outside brackets, and between those who resign one after another."""
    depth, low = 0, begin
    for place in range(begin, len(text)):
        character = text[place]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and character in " \u3000" and _TERM_BEHIND.match(text, place):
            if text[low:place].strip():
                yield low, place
            low = place
        elif depth == 0 and (character in ",;。:" or (character == "、" and _another_begins(text, low, place))):
            if text[low:place].strip():
                yield low, place
            low = place + 1
    if text[low:].strip():
        yield low, len(text)


def _another_begins(text: str, low: int, mark: int) -> bool:
    """Whether the act on another person begins behind a mark: `…职务、乙的…职务`, `…书记、聘乙为…`, `甲辞去…职务、乙辞去…`."""
    if text.endswith("职务", low, mark) and _NEXT_REMOVED.match(text, mark + 1):
        return True
    if _NEXT_COMRADE.match(text, mark + 1) and _COMRADE_NAMED.search(text, low, mark):
        return True
    if text[mark + 1 : mark + 2] in _NEXT_LETTERS and _NEXT_NAMED.match(text, mark + 1):
        return True
    return "辞去" in text[low:mark] and _RESIGNS.match(text, mark + 1) is not None
