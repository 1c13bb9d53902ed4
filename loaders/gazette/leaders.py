"""Headings that name one leader over the days of what they did (`副县长丁一`, `丁一 副县长`), as weekly lists of activities print them.

Below such a heading the paper goes on without the title (`丁一主持…`), and leaves the name out where an entry begins with the act
(`主持召开…`): the leader of the heading is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.gazette.people_in_text import people_in
from loaders.gazette.persons import read_mentions
from loaders.readers.paper import Passage

_NO_HEADING = re.compile(r"[。,;!?《》\d\t]")
_LONGEST = 40
_MARKS = " \u3000【】[]〔〕●◆■★▲·:"
_ORDINAL = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))")
#: What an entry begins with that leaves its subject out.
_ACT = re.compile(
    r"[\s,:]*(?:(?:上午|下午|晚上|先后|分别|专题|带队|率队)[,\s]*)*(?:"
    r"(?:主持|出席|参加|列席|陪同|会见|接待|接访|走访|慰问|看望|调研|检查|督查|督导|视察|考察|巡查|巡河|调度|听取|应邀|深入|前往|赶赴|赴|率[^,。;]{2,12}(?:赴|到))"
    r"|(?:到|赴|在)[^,。;]{2,30}?(?:主持|出席|参加|调研|检查|督查|督导|视察|考察|走访|慰问|看望|接访|调度|宣讲))"
)


@dataclass(frozen=True, slots=True)
class Leader:
    """Who a heading names, and the titles beside the name."""

    name: str
    title: str


def leader_over(line: Passage) -> Leader | None:
    """The leader whose heading a line is; None for any other line."""
    text = line.text
    if len(text) > _LONGEST or len(text.strip()) < 4 or _NO_HEADING.search(text):
        return None
    ordinal = _ORDINAL.match(text)
    start, end = ordinal.end() if ordinal else 0, len(text)
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    mentions = read_mentions(line, start, end)
    if len(mentions) == 1 and mentions[0].person and mentions[0].title:
        return Leader(mentions[0].person, mentions[0].title)
    people = people_in(line.cut(start, end))
    if len(people) == 1 and people[0].title and (people[0].start, people[0].end) == (0, end - start):
        return Leader(people[0].name, people[0].title)
    return None


def left_out(words: Passage) -> bool:
    """Whether an entry begins with what somebody did, and leaves out who did it."""
    return _ACT.match(words.text) is not None
