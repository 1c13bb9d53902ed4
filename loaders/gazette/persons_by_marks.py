"""Lists whose marks alone say what is a name: `甲，县文旅局局长；乙，县政府办公室副主任`.

Each item holds one comma, a name before it and a post behind it, and semicolons part the items. Where one of the names has a
surname the others need none: nothing else is printed so.
"""

from __future__ import annotations

import re

from loaders.gazette.mentions import Mention
from loaders.gazette.names import HAN, NO_NAME, is_crowd, is_name, is_one_word, is_title, is_unit, may_be_name
from loaders.readers.paper import Passage

_NAME_THEN_POST = re.compile(rf"\s*(?P<name>[{HAN}·]{{2,12}})\s*,\s*(?P<post>[^,;()]{{3,40}}(?:\([^()]{{1,20}}\))?)\s*")
_LONGEST_STRANGE = 6


def by_marks(passage: Passage, start: int, end: int) -> list[Mention]:
    """The persons of such a list; empty where all names have surnames (then it is read as any list) or one item is laid out otherwise."""
    semicolon = passage.text.find(";", start, end)
    if semicolon < 0 or passage.text.find(",", start, semicolon) < 0:
        return []
    found: list[Mention] = []
    low = start
    while low < end:
        mark = passage.text.find(";", low, end)
        high = mark if mark >= 0 else end
        match = _NAME_THEN_POST.fullmatch(passage.text, low, high)
        if match is None or not is_title(match["post"]) or is_crowd(match["post"]):
            return []
        sure = is_name(match["name"])
        if not sure and not _may_stand_for_name(match["name"]):
            return []
        found.append(
            Mention(
                match["name"],
                passage.printed(*match.span("post")),
                match.start("name"),
                match.end("post"),
                confidence=1.0 if sure else 0.8,
            )
        )
        low = high + 1
    sure_ones = sum(mention.confidence == 1.0 for mention in found)
    return found if 0 < sure_ones < len(found) else []


def _may_stand_for_name(words: str) -> bool:
    if may_be_name(words):
        return True
    if len(words) > _LONGEST_STRANGE or NO_NAME.search(words) or is_one_word(words):
        return False
    return not (is_title(words) or is_unit(words) or is_crowd(words))
