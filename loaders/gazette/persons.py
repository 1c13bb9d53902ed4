"""Names with titles in any order: the one recogniser all kinds of paper share.

Papers print `高 明 区委常委`, `区委常委高明`, `高明（区委常委）`, `高明副区长` and names only. What a name and a title look like
is said in `names`; here lists are parted and each item is read in the order that fits best. Titles are kept as printed.
"""

from __future__ import annotations

import re

from loaders.gazette.mentions import (
    Mention,
    clean_title,
    ends_crowd,
    held_as,
    title_end,
    title_first,
    title_in_bracket,
    title_start,
)
from loaders.gazette.name_tokens import behind_comma, items, leading_name
from loaders.gazette.names import (
    is_crowd,
    is_name,
    is_rare_name,
    is_surname,
    is_title,
    is_unit,
    may_be_name,
    surnames,
)
from loaders.gazette.persons_alike import alike
from loaders.gazette.persons_best import best
from loaders.gazette.persons_by_marks import by_marks
from loaders.gazette.persons_pieces import AND_ALL, read_item
from loaders.readers.paper import Passage

__all__ = [
    "Mention",
    "is_crowd",
    "is_name",
    "is_rare_name",
    "is_surname",
    "is_title",
    "is_unit",
    "leading_name",
    "may_be_name",
    "read_mention",
    "read_mentions",
    "surnames",
]

_JOINER = re.compile("以及|和|与|及")
_OF_ALL = re.compile("各|全体|其他")
#: Who sits beside persons and is named by what he does alone: `甲及第三方专家`.
_SOME = re.compile("(?:第三方|外聘|有关|相关|部分)[\u4e00-\u9fff]{0,6}(?:专家|人员|干部|代表|教师|职工)$")
_LONGEST_JOINED = 80


def read_mention(passage: Passage, start: int = 0, end: int | None = None) -> Mention | None:
    """One person with a title in any order, a unit or a function, out of `passage.text[start:end]`; None if unread."""
    found = read_mentions(passage, start, end)
    return found[0] if len(found) == 1 else None


def read_mentions(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """All seats of a list: items parted by `、`, commas or white space; titles with `、` inside kept whole.

    `县委常委、副县长佟维安同志` is one mention, `张尧、陈昌勇` two, `王五 局长、副书记` one, `门卫、各班主任` two without a person.
    """
    return passage.once_between(_mentions, start, len(passage.text) if end is None else end)


def _mentions(passage: Passage, start: int, stop: int) -> list[Mention]:
    if marked := by_marks(passage, start, stop):
        return marked
    groups: list[list[Mention]] = []
    parted: list[bool] = []
    for low, high in items(passage.text, start, stop):
        leading = AND_ALL.match(passage.text, low, high)
        for begin, until in _joined(passage, leading.end() if leading else low, high):
            groups.append(read_item(passage, begin, until))
            parted.append(begin == low and behind_comma(passage.text, low))
    return _gathered(passage, alike(passage, groups), parted)


def _joined(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """An item cut at 和 or 与 where a person with a title stands on either side (`副县长张某和副县长李某`)."""
    if end - start <= _LONGEST_JOINED:
        for mark in _JOINER.finditer(passage.text, start + 2, end):
            if _parts(passage, start, mark, end):
                return [(start, mark.start()), (mark.end(), end)]
    return [(start, end)]


def _parts(passage: Passage, start: int, mark: re.Match[str], end: int) -> bool:
    """Whether a joining word parts somebody from somebody, or from a crowd, and is no letter of a name or a body."""
    text = passage.text
    before, all_of = text[start : mark.start()], text.startswith("各", mark.end())
    if not text[mark.end() : end].strip() or not before.strip():
        return False
    of_name = mark.start() < start + 4 and not all_of
    if of_name and not is_name(before):
        return False
    left, right = best(passage, start, mark.start()), best(passage, mark.end(), end)
    if of_name:
        return _is_another(passage, right)
    if all_of and not left.person and (left.org or is_title(left.title)):
        return True  # 县旅游公司及各乡镇主要负责人
    if not left.person:
        return False
    if right.person:
        return is_title(left.title) and right.title != ""
    if _OF_ALL.match(right.title) or _SOME.match(right.title):
        return True  # 副主任骆某以及各社区书记
    # 组长甲和局党组成员、副局长乙
    rank = text.startswith("、", end) and is_title(right.title) and not is_crowd(right.title)
    return rank and is_title(left.title) and title_first(passage, left)


def _is_another(passage: Passage, right: Mention) -> bool:
    """Whether behind a bare name and a joining word another person begins (`赵某某和纪检组长宁某`), or some who sit beside him (`甲及第三方专家`)."""
    if not right.person:
        return _SOME.match(right.title) is not None
    return is_title(right.title) and title_first(passage, right)


def _gathered(passage: Passage, items: list[list[Mention]], parted: list[bool]) -> list[Mention]:
    """Items put together: a title without a name belongs to the name before it or to the one after it.

    `parted` says which items stand behind a comma: `张三，县财政局局长` is a name and its title, `张三、局长` is not.
    """
    found: list[Mention] = []
    pending: list[Mention] = []
    for position, item in enumerate(items):
        for mention in item:
            if mention.person or mention.org:
                if pending and mention.title and title_first(passage, mention):
                    first = pending[0].start
                    title = clean_title(passage, first, title_end(passage, mention)) + held_as(passage, mention)
                    mention = Mention(mention.person, title, first, mention.end, confidence=mention.confidence)
                else:
                    found.extend(pending)
                pending = []
                found.append(mention)
            elif (
                found
                and not pending
                and found[-1].person
                and (found[-1].title or (parted[position] and len(items[position - 1]) == 1))
                and not title_first(passage, found[-1])
                and not title_in_bracket(passage, found[-1])
                and is_title(mention.title)
                and not is_crowd(mention.title)
            ):
                last = found.pop()
                begin = title_start(passage, last) if last.title else mention.start
                found.append(
                    Mention(
                        last.person,
                        clean_title(passage, begin, mention.end),
                        last.start,
                        mention.end,
                        confidence=last.confidence,
                    )
                )
            elif not pending and found and ends_crowd(passage, found[-1], mention):
                start = found.pop().start
                found.append(Mention("", passage.printed(start, mention.end), start, mention.end))
            elif is_crowd(mention.title) or not is_title(mention.title) or position == len(items) - 1:
                found.extend(pending)
                pending = []
                found.append(mention)
            else:
                pending.append(mention)
    found.extend(pending)
    return found
