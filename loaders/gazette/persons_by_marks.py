"""Lists whose marks alone say what is a name: `甲，县文旅局局长；乙，县政府办公室副主任`.

Each item holds one comma, a name before it and a post behind it, and semicolons part the items. Where one of the names has a
surname the others need none: nothing else is printed so. An item alone (`甲，党委委员、副总经理`, one a line) is read so too, a rare name
or a note behind the post (`主持工作`) notwithstanding.
"""

from __future__ import annotations

import re

from loaders.gazette.mentions import Mention
from loaders.gazette.names import HAN, NO_NAME, is_crowd, is_given, is_name, is_one_word, is_title, is_unit, may_be_name
from loaders.gazette.partings import parting_of
from loaders.readers.paper import Passage

_NAME_THEN_POST = re.compile(rf"\s*(?P<name>[{HAN}·]{{2,12}})\s*,\s*(?P<post>[^,;()]{{3,40}}(?:\([^()]{{1,20}}\))?)\s*")
_SPACED_AND_POST = re.compile(
    r"(?P<name>[\u3400-\u9fff]{1,4}(?:[ \u3000]{1,4}[\u3400-\u9fff]{1,2}){0,2})[ \u3000]?\((?P<post>[^()]{2,40})\)"
)
_POST_AND_NAME = re.compile(
    rf"(?P<post>[{HAN}、]{{2,40}})\((?P<name>[{HAN}·]{{2,12}}|[{HAN}]{{1,2}}[ \u3000]{{1,3}}[{HAN}]{{1,2}})\)"
)
_OF_ALL = re.compile("各|全体|其他")
_NOTE = re.compile(r"\([^()]*\)$")
_LONGEST_STRANGE = 6
_FARTHEST_COMMA = 16


def by_marks(passage: Passage, start: int, end: int) -> list[Mention]:
    """The persons of such a list; empty where all names have surnames (then it is read as any list) or one item is laid out otherwise."""
    semicolon = passage.text.find(";", start, end)
    if semicolon < 0:
        return _alone(passage, start, end) if 0 <= passage.text.find(",", start, end) - start <= _FARTHEST_COMMA else []
    if passage.text.find(",", start, semicolon) < 0:
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


def each_with_bracket(passage: Passage, start: int, end: int) -> list[Mention]:
    """`杲  宇(区主任)    库  尔(站长)`: names, however spaced, each with its post in a bracket; none if one is no person.

    Whoever else sits may stand behind them: `…  各村(社区)书记`.
    """
    matches = [one for one in _SPACED_AND_POST.finditer(passage.text, start, end) if not _OF_ALL.match(one["name"])]
    names = ["".join(match["name"].split()) for match in matches]
    if not matches:
        return []
    low = matches[-1].end()
    rest = passage.text[low:end].strip()
    if len(matches) < 2 and not rest:
        return []
    if _SPACED_AND_POST.sub("", passage.text[start:low]).strip() or (rest and not _are_all_of_some(rest)):
        return []
    posts = [match["post"] for match in matches]
    if not all(map(may_be_name, names)) or not all(is_title(post) or is_unit(post) for post in posts):
        return []
    found = [
        Mention(name, passage.printed(*match.span("post")), *match.span(), confidence=1.0 if is_name(name) else 0.8)
        for name, match in zip(names, matches, strict=True)
    ]
    low = end - len(passage.text[low:end].lstrip())
    return [*found, Mention("", passage.printed(low, end), low, end)] if rest else found


def name_in_bracket(passage: Passage, start: int, end: int) -> Mention | None:
    """`区应急管理局局长(甲)`: the post of one and the name of who holds it; what a bracket says of a post else is a word (`兼职`, `主持`)."""
    text = passage.text
    if not text.endswith(")", start, end) or (match := _POST_AND_NAME.fullmatch(text, start, end)) is None:
        return None
    name, post = "".join(match["name"].split()), match["post"]
    if not is_name(name) or (is_one_word(name) and not is_given(name[1:])):
        return None
    if not is_title(post) or is_crowd(post) or is_unit(post) or parting_of(post, frozenset()).name is not None:
        return None
    return Mention(
        passage.printed(*match.span("name")), passage.printed(*match.span("post")), start, end, confidence=0.9
    )


def _are_all_of_some(words: str) -> bool:
    """Whether words without a gap are people of some kind, all of them: `各班班主任`, `全体保安`."""
    return _OF_ALL.match(words) is not None and not any(letter.isspace() for letter in words) and is_crowd(words)


def _alone(passage: Passage, start: int, end: int) -> list[Mention]:
    """The person of a list of one such item, told by its two or three letters before the comma and the post behind it."""
    match = _NAME_THEN_POST.fullmatch(passage.text, start, end)
    if match is None or not 2 <= len(match["name"]) <= 3 or not may_be_name(match["name"]) or is_crowd(match["post"]):
        return []
    name, post = match["name"], _NOTE.sub("", match["post"])
    named = is_name(name) or not (is_unit(name) or is_crowd(name) or is_one_word(name))
    if not named or is_title(name) or not all(map(is_title, post.split("、"))):
        return []
    sure = 1.0 if is_name(name) else 0.8
    return [
        Mention(name, passage.printed(*match.span("post")), match.start("name"), match.end("post"), confidence=sure)
    ]


def _may_stand_for_name(words: str) -> bool:
    if may_be_name(words):
        return True
    if len(words) > _LONGEST_STRANGE or NO_NAME.search(words) or is_one_word(words):
        return False
    return not (is_title(words) or is_unit(words) or is_crowd(words))
