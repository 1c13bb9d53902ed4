"""Whom a list of seats names: parted also where 同志 ends a name before 和, and at a blank behind a person with his post.

What ends an entry is said by its form alone: a bracket that closes, a crowd that begins (`各社区统计员`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.mentions import Mention, title_in_bracket
from loaders.gazette.name_tokens import pieces_of
from loaders.gazette.names import is_one_word
from loaders.gazette.persons import is_crowd, is_name, is_title, is_unit, read_mentions
from loaders.gazette.rosters_shared import parted_at_and
from loaders.readers.paper import Passage

#: `甲同志和某局副局长乙同志`: 同志 says that a name ends before 和.
_AND_COMRADE = re.compile("同志(?:和|以及|及|与)(?=[\u4e00-\u9fff])")
#: `甲 社区党委书记 各社区统计员`, `甲（检验科主任） 总务科、设备科负责人`: a blank that ends the entry of a person.
_ENDS_ENTRY = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=(?P<crowd>各)[\u4e00-\u9fff])|(?<=\))[ \u3000]+(?=[\u4e00-\u9fff])"
)
_FEWEST_NAMES = 3
_FEWEST_LETTERS = 7  # of three names with nothing between them, or of such a row
_LONGEST_GLUED = 60
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
    return [_crowd_of_place(passage, part) for mention in mentions for part in _names_alone(passage, mention)]


def _names_alone(passage: Passage, mention: Mention) -> list[Mention]:
    """A mention, or the names that its words are: of a row of names with one nobody knows, or of names with nothing between them."""
    if mention.person or mention.org or mention.end - mention.start < _FEWEST_LETTERS:
        return [mention]
    if is_title(mention.title) or is_crowd(mention.title) or is_unit(mention.title):
        return [mention]
    pieces = pieces_of(passage.text, mention.start, mention.end)
    spans = [(piece.start, piece.end) for piece in pieces if is_name(piece.words)]
    if len(pieces) == 1:
        spans = _parted_names(passage, mention.start, mention.end)
    elif len(spans) < _FEWEST_NAMES or len(pieces) - len(spans) != 1 or not all(_may_name(one.words) for one in pieces):
        return [mention]
    return [Mention(passage.printed(*span), "", *span, confidence=0.7) for span in spans] or [mention]


def _may_name(words: str) -> bool:
    """Whether words have the letters of a name and are no other word that stands in a list of names."""
    return 2 <= len(words) <= 3 and not is_title(words) and not is_unit(words) and not is_crowd(words)


def _parted_names(passage: Passage, low: int, high: int) -> list[tuple[int, int]]:
    """The names of three letters that a row without any gap is made of, if it parts so in one way alone.

    Half of them at least must stand elsewhere in the paper too: `李小明王志高远方` has more readings than surnames tell of.
    """
    if high - low > _LONGEST_GLUED or (high - low) % 3:
        return []
    text = passage.text
    ways = {high: 1}
    for start in range(high - 2, low - 1, -1):
        ends = (end for end in (start + 2, start + 3) if ways.get(end))
        ways[start] = sum(ways[end] for end in ends if is_name(text[start:end]) and not is_one_word(text[start:end]))
    spans = [(start, start + 3) for start in range(low, high, 3)]
    if ways[low] != 1 or len(spans) < _FEWEST_NAMES or not all(is_name(text[start:end]) for start, end in spans):
        return []
    known = sum(passage.paper.folded.count(text[start:end]) > 1 for start, end in spans)
    return spans if known * 2 >= len(spans) else []


def _crowd_of_place(passage: Passage, mention: Mention) -> Mention:
    """A mention, without a name where its words are a place and a crowd in it."""
    words = passage.printed(mention.start, mention.end)
    if not mention.person or words != mention.person + mention.title or not _OF_PLACE.match(mention.title):
        return mention
    return replace(mention, person="", title=words)
