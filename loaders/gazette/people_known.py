"""Which names of a paper count without a title in its chronicle: those its other notices print with a post.

A name that is an everyday word too (`周到`, `陈述`) counts only if the chronicle prints it once where nothing but a name can stand:
with its letters parted, beside another of those names in a list, or before what persons alone do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.gazette.names import is_name, is_one_word
from loaders.readers.paper import Passage

_ACTS = re.compile(
    r"\s*(?:主持|出席|参加|陪同|带队|率队|讲话|致辞|发言|通报|汇报|随行|随同|宣读|宣布|等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[名位人])"
)
#: Two names and more between marks, before what persons alone do.
_LIST = re.compile(
    r"(?:^|(?<=[,。;:]))\s*(?P<who>[\u4e00-\u9fff·]{2,4}(?:、\s*[\u4e00-\u9fff·]{2,4}){1,30}?)(?:等)?(?:出席|参加|列席|陪同|一同|随同|同行)"
)
_CLAUSE = re.compile(r"(?:^|[,。;:、])\s*$")


def known_elsewhere(passages: Iterable[Passage], known: frozenset[str], named: frozenset[str]) -> frozenset[str]:
    """Names that count without a title: `known` in the passages themselves, and those of `named` that are no mere words here.

    What is the beginning of a longer one of `named` only (`许清` of `许清和主持`) does not count.
    """
    texts = [passage.text for passage in passages]
    named -= _beginnings_only(known | named, texts)
    begun = {name[:size] for name in named for size in range(2, len(name))} - named
    words = frozenset(name for name in named - known if is_one_word(name))
    sure = (known - begun) | (named - words)
    sure |= {name for text in texts for name in _beside(text, sure)}
    return sure | {word for word in words if any(_is_person(text, word, sure | words) for text in texts)}


def _beginnings_only(names: frozenset[str], texts: list[str]) -> set[str]:
    """The names that stand nowhere but at the beginning of a longer one (`汤某` in `副县长汤某某带队`)."""
    words = "".join("".join(text.split()) for text in texts)
    found: set[str] = set()
    for longer in names:
        begun = {longer[:size] for size in range(2, len(longer))} & names
        found.update(name for name in begun if words.count(name) == words.count(longer))
    return found


def _beside(text: str, names: frozenset[str]) -> Iterator[str]:
    """The names of a list of persons, one of them known, that takes part: `，甲某、乙某某、丙某出席`."""
    for match in _LIST.finditer(text) if "、" in text else ():
        found = ["".join(item.split()) for item in match["who"].split("、")]
        if not names.isdisjoint(found) and all(
            is_name(name) and (name in names or not is_one_word(name)) for name in found
        ):
            yield from found


def _is_person(text: str, word: str, names: frozenset[str]) -> bool:
    """Whether a text holds a word where only a name can stand."""
    if word[0] not in text:
        return False
    for match in re.finditer(r"[ \u3000]{0,3}".join(map(re.escape, word)), text):
        if len(match.group()) > len(word):
            return True
        before, behind = text[max(0, match.start() - 6) : match.start()], text[match.end() : match.end() + 6]
        if _CLAUSE.search(before) and _ACTS.match(behind):
            return True
        if any(before.endswith(f"{name}、") or behind.startswith(f"、{name}") for name in names):
            return True
    return False
