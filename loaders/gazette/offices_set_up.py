"""The office of a body in the sentences that set it up and do not name it again: `指挥部下设办公室，甲任主任，乙任副主任`.

`领导小组下设评估办公室。副校长兼任主任，处长甲担任副主任。`: the sentence right behind is about the office too. Rule `office/held-by`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.readers.paper import Passage

_SET_UP = re.compile(
    r"(?:^|(?<=[。;,]))\s*(?P<body>[^,。;:()]{0,40}?)(?:下设|设立)(?:[一1]个)?[\u4e00-\u9fff]{0,6}?办公室(?:\([^()]{0,30}\))?(?P<mark>[,。])"
)
_RANK = r"(?:常务|第一|执行|专职|兼职)?副?主任"
_HOLDS = re.compile(
    rf"(?:^|(?<=[,;。]))\s*由?(?P<who>[^。;:,由]{{2,60}}?)(?:同志)?(?:分别)?(?:兼任|担任|(?<!主)任|兼)(?P<role>{_RANK})(?=[,。;]|$)"
)
_HELD = re.compile(
    rf"(?:^|(?<=[,;。]))\s*(?P<role>{_RANK})(?:分别)?由(?P<who>[^。;:,由]{{2,60}}?)(?:同志)?(?:兼任|担任|兼)(?=[,。;]|$)"
)
#: `办公室主任甲，宣传组组长乙`, where the sentence sets them up: a name alone.
_NAMED = re.compile(r"(?<=[,;])\s*办公室(?P<role>主任)(?P<who>[\u4e00-\u9fff·]{2,4})(?=[,。;、]|$)")
#: `办公室设在某局，主任甲（兼），副主任乙（某科科长）`: names alone behind the roles, the seat of the office before them.
_SHORTLY = re.compile(
    r"办公室[。,]?(?:设[在于]|挂靠在?)[^,。;:()]{2,30},(?:办公室)?(?P<role>主任)(?P<chief>[\u4e00-\u9fff·]{2,4}(?:\(兼任?\))?)(?:[,;](?:办公室)?副主任(?P<others>[^。;:,由任]{2,60}(?:\([^()]{2,30}\))?))?(?=[,。;]|$)"
)
_SETS_UP_PARTS = re.compile(r"下设[^,。;:]{0,8}办公室[^,。;:]{2,24}[组班队],")


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a role of the office of `body` (empty: of the body at hand): `text[who]`, said by `text[start:end]`."""

    body: str
    role: str
    who: tuple[int, int]
    start: int
    end: int
    name_alone: bool = False


def held_behind(passage: Passage) -> Iterator[Held]:
    """The roles of offices that are stated right behind the setting up; none unless the first is that of the director."""
    text = passage.text
    if "设" not in text or "主任" not in text:
        return
    for match in _SET_UP.finditer(text):
        low, high = _reach(text, match)
        said = sorted((*_HOLDS.finditer(text, low, high), *_HELD.finditer(text, low, high)), key=_place)
        if not said or said[0]["role"].startswith(("副", "常务副", "专职副", "兼职副")):
            continue
        if any("办公室" in one["who"] for one in said):
            continue
        for one in said:
            yield Held(match["body"].strip(), "办公室" + one["role"], one.span("who"), match.start(), one.end())
    for one in _SHORTLY.finditer(text):
        yield Held("", "办公室主任", one.span("chief"), one.start("role"), one.end("chief"), name_alone=True)
        if one["others"]:
            yield Held("", "办公室副主任", one.span("others"), one.end("chief") + 1, one.end())
    for parts in _SETS_UP_PARTS.finditer(text):
        stop = text.find("。", parts.end())
        for one in _NAMED.finditer(text, parts.end() - 1, stop if stop >= 0 else len(text)):
            yield Held("", "办公室" + one["role"], one.span("who"), one.start(), one.end(), name_alone=True)


def set_up_before(text: str, place: int) -> str:
    """The body whose office the sentence at `place` is about, by the one before it that sets the office up; empty if none does."""
    for match in _SET_UP.finditer(text, max(0, place - 200), place):
        low, high = _reach(text, match)
        if low <= place < high:
            return match["body"].strip()
    return ""


def _reach(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The rest of the sentence that sets an office up, or the sentence behind it."""
    stop = text.find("。", match.end())
    return match.end(), stop if stop >= 0 else len(text)


def _place(match: re.Match[str]) -> int:
    return match.start()
