"""Whom a list of seats names: parted also where 同志 ends a name before 和, and at a blank behind a person with his post.

What ends an entry is said by its form alone: a bracket that closes, a crowd that begins (`各社区统计员`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.mentions import Mention, title_in_bracket
from loaders.gazette.persons import is_title, read_mentions
from loaders.gazette.rosters_shared import parted_at_and
from loaders.readers.paper import Passage

#: `甲同志和某局副局长乙同志`: 同志 says that a name ends before 和.
_AND_COMRADE = re.compile("同志(?:和|以及|及|与)(?=[\u4e00-\u9fff])")
#: `甲 社区党委书记 各社区统计员`, `甲（检验科主任） 总务科、设备科负责人`: a blank that ends the entry of a person.
_ENDS_ENTRY = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=(?P<crowd>各)[\u4e00-\u9fff])|(?<=\))[ \u3000]+(?=[\u4e00-\u9fff])"
)
#: `石坝村各组长`: a place with a crowd of its own, not one called 石坝.
_OF_PLACE = re.compile("[村镇乡区县市校局]各[\u4e00-\u9fff]")


def mentions_in(passage: Passage, start: int, end: int) -> list[Mention]:
    """Whom the words of a list name, `passage.text[start:end]`, in printed order."""
    found: list[Mention] = []
    for both in _AND_COMRADE.finditer(passage.text, start, end) if "同志" in passage.text else ():
        found.extend(read_mentions(passage, start, both.start()))
        start = both.end()
    for gap in _ENDS_ENTRY.finditer(passage.text, start, end):
        before = read_mentions(passage, start, gap.start())
        last = before[-1] if before else None
        bracketed = last is not None and title_in_bracket(passage, last)
        if last is not None and last.person and (bracketed or (gap["crowd"] and is_title(last.title))):
            found.extend(before)
            start = gap.end()
    mentions = parted_at_and(passage, [*found, *read_mentions(passage, start, end)])
    return [_crowd_of_place(passage, mention) for mention in mentions]


def _crowd_of_place(passage: Passage, mention: Mention) -> Mention:
    """A mention, without a name where its words are a place and a crowd in it."""
    words = passage.printed(mention.start, mention.end)
    if not mention.person or words != mention.person + mention.title or not _OF_PLACE.match(mention.title):
        return mention
    return replace(mention, person="", title=words)
