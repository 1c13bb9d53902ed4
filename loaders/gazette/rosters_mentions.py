"""Whom a list of seats names: parted also where 同志 ends a name before 和, and at a blank behind a person with his post.

What ends an entry is said by its form alone: a bracket that closes, a crowd that begins (`各社区统计员`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.mentions import Mention, title_in_bracket
from loaders.gazette.name_tokens import PRIVATE, pieces_of
from loaders.gazette.names import is_one_word
from loaders.gazette.partings import OF_HOUSE
from loaders.gazette.persons import is_crowd, is_name, is_title, is_unit, may_be_name, read_mentions
from loaders.gazette.rosters_shared import parted_at_and
from loaders.readers.paper import Passage

#: `甲同志和某局副局长乙同志`: 同志 says that a name ends before 和.
_AND_COMRADE = re.compile("同志(?:和|以及|及|与)(?=[\u4e00-\u9fff])")
#: `甲 社区党委书记 各社区统计员`, `甲（检验科主任） 总务科、设备科负责人`: a blank that ends the entry of a person.
_ENDS_ENTRY = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=(?P<crowd>各)[\u4e00-\u9fff])|(?<=\))[ \u3000]+(?=[\u4e00-\u9fff])"
)
#: What a bracket behind a name says of how somebody serves: no post.
_HOW_HELD = re.compile("(?:专|兼|挂)职|[不非]?驻会")
#: `清 平某`: so printers part a name, and no word.
_APART = re.compile(r"(?![省市县区旗州盟镇乡村社各全本]|街道)[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]{1,2}")
#: `副区长干 某`, behind `区委常委、`.
_POST_APART = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{2,30}[长记任席员])(?P<name>[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]{1,2})"
)
#: `校医 甲`: what is a crowd without a name behind it.
_HOUSE_THEN_NAME = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{2})[ \u3000]{1,4}(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,5})"
)
_RANK = re.compile("(?:委常委|党组成员|党委委员|党工委委员|副书记)$")
_WIDE = re.compile(r" {4,}+|\u3000{2,}+|\t+")
_NARROW = re.compile(r"\S[ \u3000]+\S")
_FEWEST_PARTS = 2
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
    wide = _by_wide_gaps(passage, start, end)
    for gap in _ENDS_ENTRY.finditer(passage.text, start, end) if not wide else ():
        before = read_mentions(passage, start, gap.start())
        last = before[-1] if before else None
        bracketed = last is not None and title_in_bracket(passage, last)
        if last is not None and last.person and (bracketed or (gap["crowd"] and is_title(last.title))):
            found.extend(before)
            start = gap.end()
    mentions = parted_at_and(passage, [*found, *(wide or read_mentions(passage, start, end))])
    mentions = _with_ranks(passage, [_described(passage, mention) for mention in mentions])
    return [_crowd_of_place(passage, part) for mention in mentions for part in _names_alone(passage, mention)]


def _described(passage: Passage, mention: Mention) -> Mention:
    """A mention by what a bracket or a blank says of a person: `丹某（女）` and `清 平某` are names, and `甲（专职）` has no post by it."""
    if mention.person:
        return replace(mention, title="") if _HOW_HELD.fullmatch(mention.title) else mention
    if mention.org:
        return mention
    if _APART.fullmatch(passage.text, mention.start, mention.end) and _may_name(mention.title):
        return (
            replace(mention, person=mention.title, title="", confidence=0.7) if may_be_name(mention.title) else mention
        )
    match = PRIVATE.search(passage.text, mention.start, mention.end)
    if match is None or match.end() != mention.end or not may_be_name(passage.text[mention.start : match.start()]):
        return mention
    return replace(mention, person=passage.printed(mention.start, match.start()), title="", confidence=0.8)


def _with_ranks(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """`区委常委、副区长干 某`: the blank says where a name without surname begins, and the rank before the post is that person's."""
    found: list[Mention] = []
    for mention in mentions:
        alone = not mention.person and not mention.org
        house = _HOUSE_THEN_NAME.fullmatch(passage.text, mention.start, mention.end) if alone else None
        if house is not None and house["post"] in OF_HOUSE and is_name("".join(house["name"].split())):
            found.append(
                replace(mention, person=passage.printed(*house.span("name")), title=house["post"], confidence=0.9)
            )
            continue
        match = _POST_APART.fullmatch(passage.text, mention.start, mention.end) if alone else None
        if match is None or not is_title(match["post"]) or not may_be_name("".join(match["name"].split())):
            found.append(mention)
            continue
        start = mention.start
        last = found[-1] if found else None
        if last is not None and not last.person and _RANK.search(last.title) and _goes_with(passage, last, start):
            start = found.pop().start
        title = passage.printed(start, match.end("post"))
        found.append(Mention(passage.printed(*match.span("name")), title, start, mention.end, confidence=0.8))
    return found


def _goes_with(passage: Passage, rank: Mention, start: int) -> bool:
    return passage.text[rank.end : start].strip() == "、"


def _by_wide_gaps(passage: Passage, start: int, end: int) -> list[Mention]:
    """`副镇长  甲    派出所所长  乙    各村书记`: the wider gaps part persons, the narrower ones a post from its name; empty of any other list."""
    spans = [match.span() for match in _WIDE.finditer(passage.text, start, end)]
    if not spans or any(mark in passage.text[start:end] for mark in "、,;"):
        return []
    parts = list(zip([start, *(high for _, high in spans)], [*(low for low, _ in spans), end], strict=True))
    if len(parts) < _FEWEST_PARTS or not all(passage.text[low:high].strip() for low, high in parts):
        return []
    found: list[Mention] = []
    for low, high in parts:
        read = read_mentions(passage, low, high)
        post_first = len(read) == 1 and read[0].person and is_title(read[0].title)
        apart = _NARROW.search(passage.text[low:high].strip()) is not None
        if not (post_first and apart) and not (len(read) == 1 and is_crowd(read[0].title)):
            return []
        found.extend(read)
    return found if any(mention.person for mention in found) else []


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
