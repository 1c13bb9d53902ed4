"""How the letters of one item part into a name and a title: in any order, by shape alone.

Each way of parting is scored: what may be a name, what ends as titles do, where white space stands. Five points and more
are believed. All here is a function of words, kept for the words one paper prints again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from loaders.gazette.name_tokens import COMRADE, PRIVATE, undescribed
from loaders.gazette.names import (
    NO_NAME,
    bare_posts,
    is_crowd,
    is_joining_name,
    is_name,
    is_one_word,
    is_rare_name,
    is_title,
    is_transcribed,
    is_unit,
    is_word,
    may_be_name,
    surnames,
)
from loaders.gazette.partings_scores import INSIDE_NO_NAME, NEVER_IN_NAME, score_of
from loaders.gazette.title_leads import begins_post

#: The score from which a parting is believed, and is sure; and where the longest name ends.
_BELIEVED, _SURE = 5.0, 6.0
_LONGEST_NAME = 13
_LONGEST_KEPT = 80  # letters of an item worth keeping
_LAST_BRACKET = re.compile(r"\(([^()]*)\)$")
_OPEN_BRACKET = re.compile(r"\(([^()]*)$")
_HELD_AS = re.compile(
    r"(?<=[\u4e00-\u9fff])\((?:挂职|提名|代理|主持(?:全面|日常)?工作|试用期?|交流|援[藏疆青])[^()]{0,12}\)$"
)
_OF_STAFF = re.compile("[员工秘干警医护师生代组班队室]$")
#: Letters that begin a post with the word behind them (`总经理`, `团县委书记`), so that they end no name before it.
_OF_POST = re.compile(rf"{INSIDE_NO_NAME.pattern}|[区旗州盟村校院所站队园场厂矿馆社团总正原代前兼各本该两双党新首驻大]")
_SAID_BEHIND = re.compile("副?(?:主任|校长|园长|老师)")
_POST_WITH_RANK = re.compile("(?:提名|常务|第一|代理?|候任)?副?(?P<post>.+)")
_FOUR_GAPS = frozenset((1, 2, 3, 4))
_ONE_GAP = frozenset((1,))


@dataclass(frozen=True, slots=True)
class Parting:
    """How the letters of one item part: stretches of name and title; a unit has neither, words of a function no name."""

    name: tuple[int, int] | None
    title: tuple[int, int] | None
    confidence: float = 1.0
    behind: tuple[int, int] | None = None  # a bracket behind the name that says how the post before it is held


def parting_of(words: str, gaps: frozenset[int]) -> Parting:
    """The best parting of an item's letters; `gaps` are the places before which white space is printed.

    Kept, for the same item is looked at again when the lines around it are: is it a seat, does it go on, is it whole.
    """
    return _kept(words, gaps) if len(words) <= _LONGEST_KEPT else _parting(words, gaps)


class _Item(NamedTuple):
    """The letters of an item, where white space stands in them, and what describes a person there."""

    words: str
    gaps: frozenset[int]
    bare: str  # without what describes a person
    comrade: re.Match[str] | None
    private: re.Match[str] | None

    @property
    def end(self) -> int:
        return len(self.words)

    @property
    def is_of_comrade(self) -> bool:
        """Whether 同志 stands behind the name."""
        return self.comrade is not None and self.comrade.group() == "同志"

    @property
    def name_end(self) -> int:
        """Where a name ends that stands last."""
        end = self.comrade.start() if self.comrade else self.end
        return self.private.start() if self.private and self.private.end() == end else end


def _parting(words: str, gaps: frozenset[int]) -> Parting:
    item = _Item(words, gaps, undescribed(words), COMRADE.search(words), PRIVATE.search(words))
    return (
        _by_letters_apart(item)
        or _as_known_name(item)
        or _with_bracket(item)
        or _with_how_held(item)
        or _by_score(item)
        or _by_post(item)
    )


def _by_letters_apart(item: _Item) -> Parting | None:
    """A name whose letters white space parts, alone or with the post glued behind; or one whose surname joins words elsewhere."""
    words, gaps, bare, comrade = item.words, item.gaps, item.bare, item.comrade
    if _parted_name(words, gaps):
        return Parting((0, item.end), None)  # 和 雅静: white space behind a surname parts a name
    if item.is_of_comrade and _all_parted(bare, gaps):
        return Parting((0, item.end), None, 0.9)  # 由 晨同志: nothing but a name is printed so before 同志
    if is_joining_name(bare) and (comrade or bare[0] == "由" or not is_word(bare[1:])):
        return Parting((0, item.end), None, 0.9 if comrade else 0.8)
    if _cut_before_last(words, gaps):
        return Parting((0, 3), (3, item.end), 0.9)
    if cut := _three_parted(words, gaps):
        return Parting((0, cut), (cut, item.end))
    return Parting((0, 4), (4, item.end)) if _four_parted(words, gaps) else None


def _as_known_name(item: _Item) -> Parting | None:
    """A name and nothing else, or one of several parts behind its post."""
    words, bare, gaps = item.words, item.bare, item.gaps
    if "·" in bare and is_name(bare) and (cut := _post_before_parts(bare)):
        return Parting((cut, item.end), (0, cut))
    behind = words[max(gaps) :] if gaps else ""  # 别克·哈森  县委常委: a post may stand behind the gap
    if is_name(bare) and not ("·" in words and behind and is_title(behind)):
        return Parting((0, item.end), None)
    if is_transcribed(words) or (item.is_of_comrade and is_rare_name(bare)):
        return Parting((0, item.end), None, 0.9)
    return None


def _with_bracket(item: _Item) -> Parting | None:
    """`王志(提名副区长)`; a bracket behind a title belongs to the title."""
    words, private = item.words, item.private
    bracket = (_LAST_BRACKET.search(words) or _cut_bracket(words)) if "(" in words else None
    if bracket is None or (private and private.end() == item.end):
        return None
    head = words[: bracket.start()]
    named = undescribed(head)
    if is_title(head) or not (may_be_name(named) or is_joining_name(named)):
        return None
    return Parting((0, bracket.start()), bracket.span(1) if bracket.group(1) else None)


def _with_how_held(item: _Item) -> Parting | None:
    """`副县长丁某(挂职)`: the bracket behind the name says how the post before it is held."""
    held = _HELD_AS.search(item.words)
    if held is None:
        return None
    inner = _parting(item.words[: held.start()], item.gaps)
    if inner.name is None or inner.title is None or inner.title[0] != 0:
        return None
    return replace(inner, behind=held.span())


def _by_score(item: _Item) -> Parting | None:
    """The best of all ways to part the letters, if it is believed; of equal ones the shorter name, then the one that stands first."""
    score, _, first, cut = max((*_names_first(item), *_names_last(item)), default=(0.0, 0, False, 0))
    if score < _BELIEVED:
        return None
    words, end = item.words, item.end
    confidence = 1.0 if score >= _SURE else 0.9
    if first:
        edge = _edge(words, cut)
        return Parting((0, edge), (edge, end) if edge < end else None, confidence)
    return Parting((cut, item.name_end), (0, cut), confidence)


def _names_first(item: _Item) -> Iterator[tuple[float, int, bool, int]]:
    """Names that may stand first: the score, the size, and where the title begins."""
    words, gaps = item.words, item.gaps
    parted, unparted = 1 in gaps, gaps <= _ONE_GAP
    for size in range(2, min(item.end, _LONGEST_NAME)):
        if size > 4 and size not in gaps and "·" not in words[:size] and not PRIVATE.match(words, size):
            continue
        score = score_of(words[:size], words[size:], size in gaps, first=True, parted=parted, unparted=unparted)
        yield score, -size, True, size


def _names_last(item: _Item) -> Iterator[tuple[float, int, bool, int]]:
    """Names that may stand last: the score, the size, and where they begin."""
    words, gaps, comrade, name_end = item.words, item.gaps, item.comrade, item.name_end
    for size in range(2, min(name_end, _LONGEST_NAME)):
        cut = name_end - size
        name, title = words[cut:name_end], words[:cut]
        strange = size > 4 and cut not in gaps and "·" not in name and not comrade
        if strange and not is_transcribed(name):
            continue
        score = score_of(name, title, cut in gaps, first=False, parted=cut + 1 in gaps)
        score += 2 if comrade else 0
        if comrade and score < _BELIEVED and is_title(title):
            # 旗长朝某同志: between a post and 同志 stands a name
            said = is_rare_name(name) or (size <= 3 and item.is_of_comrade and _may_be_said(name))
            score = _BELIEVED if said else score
        yield score, -size, False, cut


def _by_post(item: _Item) -> Parting:
    """A unit, a name without a known surname behind a whole post, or words of a function."""
    words, end = item.words, item.end
    titled = is_title(words)
    if is_unit(words) and not titled:
        return Parting(None, None)
    if not titled and (cut := _behind_post(words)):
        return Parting((cut, end), (0, cut), 0.7)
    if cut := _spaced_behind_post(words, item.name_end, item.gaps):
        return Parting((cut, item.name_end), (0, cut), 0.8)
    return Parting(None, (0, end), 1.0 if titled or is_crowd(words) else 0.6)


def _may_be_said(name: str) -> bool:
    return may_be_name(name) and not INSIDE_NO_NAME.search(name)


def _behind_post(words: str) -> int:
    """Where a name without a known surname begins behind a whole post: `县农业农村局局长禾苗青`; 0 if none does."""
    for size in (3, 2):
        name, post = words[-size:], words[:-size]
        if len(post) >= 4 and is_title(post) and may_be_name(name) and not INSIDE_NO_NAME.search(name):
            nobody = (is_word(name) and (size < 3 or is_one_word(name))) or name[-1] in "会室员制组日线"
            return 0 if nobody or is_title(post + name[0]) or is_crowd(post) else len(post)
    return 0


def _post_before_parts(name: str) -> int:
    """The length of the post glued before a name of several parts: `副局长古丽娜·买买提`; 0 if there is none."""
    head = name.partition("·")[0]
    for cut in range(len(head) - 1, 1, -1):
        match = _POST_WITH_RANK.fullmatch(head[:cut])
        if match is not None and match["post"] in bare_posts():
            return cut
    return 0


def _spaced_behind_post(words: str, end: int, gaps: frozenset[int]) -> int:
    """Where a name without a known surname begins that white space parts behind a post: `副州长普 丽`; 0 if none does."""
    for place in gaps if len(gaps) == 1 else ():
        name, post = words[place - 1 : end], words[: place - 1]
        if len(name) in (2, 3) and is_title(post) and not is_crowd(post) and may_be_name(name):
            return 0 if is_title(post + name[0]) or NEVER_IN_NAME.search(name) else place - 1
    return 0


#: Posts of a house that no list of posts holds, for most often nobody is named beside them.
OF_HOUSE = frozenset(("校医", "村医", "门卫", "保安", "司机"))


def behind_bare_post(words: str) -> int:
    """Where a name without a known surname begins behind a bare post: `副乡长禾苗青`; 0 if none does.

    To be asked only in a list of persons, each with the post before the name: `市长质量奖` looks the same.
    """
    for size in (3, 2):
        name, post = words[-size:], words[:-size]
        match = _POST_WITH_RANK.fullmatch(post)
        posted = post in OF_HOUSE or (match is not None and match["post"] in bare_posts())
        if not posted or not may_be_name(name) or INSIDE_NO_NAME.search(name):
            continue
        return 0 if is_one_word(name) or name[-1] in "会室员制组日线" or is_title(post + name[0]) else len(post)
    return 0


def behind_whole_post(words: str) -> int:
    """Where a name without a known surname begins behind a body and its post: `县农业局副局长旺某`; 0 if none does.

    To be asked only in a list of persons: there an everyday word in this place is a name too.
    """
    for size in (4, 3, 2):
        name, post = words[-size:], words[:-size]
        if len(post) < 5 or not is_title(post) or is_crowd(post) or is_title(post + name[0]):
            continue
        named = is_joining_name(name) or may_be_name(name)  # 县农业局局长和某某
        if not named or NEVER_IN_NAME.search(name) or name[-1] in "会室员制组日线":
            continue
        for cut in range(3, len(post) - 1):
            match = _POST_WITH_RANK.fullmatch(post[cut:])
            if match is not None and match["post"] in bare_posts() and is_unit(post[:cut]):
                return len(post)
    return 0


def behind_post_in_office(words: str) -> int:
    """Where a name of four letters begins behind a body and its post: `县消防大队大队长尤里瓦斯`; 0 if none does.

    To be asked only of who holds a seat by a sentence (`由…任办公室主任`): there is nothing but a post and its holder.
    """
    name, post = words[-4:], words[:-4]
    if len(post) < 5 or not is_title(post) or is_crowd(post) or is_title(post + name[0]) or is_title(words):
        return 0
    if NO_NAME.search(name) or INSIDE_NO_NAME.search(name) or is_unit(name) or is_crowd(name) or is_one_word(name):
        return 0
    transcribed = may_be_name(name) or is_rare_name(name) or (name[0] in surnames() and is_one_word(name[1:]))
    return len(post) if transcribed else 0


def behind_unit(words: str) -> int:
    """Where a name with a surname begins behind the department it belongs to: `院感科刘某`; 0 if none does.

    To be asked only in a list of persons: in running text a unit stands before anything.
    """
    for size in (3, 2):
        name, unit = words[-size:], words[:-size]
        if len(unit) >= 3 and is_unit(unit) and is_name(name) and not is_crowd(unit):
            # 县住建局房管: behind a bureau an everyday word is part of its business, behind a 科 it is somebody.
            business = len(name) == 2 and is_one_word(name) and unit[-1] not in "科室部"
            return 0 if business or _OF_STAFF.search(name) or is_unit(unit + name[0]) else len(unit)
    return 0


def _cut_bracket(words: str) -> re.Match[str] | None:
    """A bracket that a telephone behind the post, which is left out, took the end of (`丁一(镇长 电话…)`).

    With half a word in it (`康予安(提名副区`) it is cut by the end of a line, and goes on.
    """
    bracket = _OPEN_BRACKET.search(words)
    return bracket if bracket and is_title(bracket.group(1)) else None


_kept = lru_cache(maxsize=16_384)(_parting)


def _parted_name(words: str, gaps: frozenset[int]) -> bool:
    """Whether words are a name because white space stands behind the surname and nowhere else (`和 雅静`, `饶 命长`)."""
    if gaps != frozenset((1,)) or not 2 <= len(words) <= 3 or words[0] not in surnames():
        return False
    given = words[1:]
    return not is_name(given) and given not in bare_posts() and (len(given) == 2 or not is_title(words))


def _all_parted(words: str, gaps: frozenset[int]) -> bool:
    """Whether every letter of two or three stands by itself, with white space between and nowhere else."""
    return 2 <= len(words) <= 3 and gaps == frozenset(range(1, len(words)))


def _cut_before_last(words: str, gaps: frozenset[int]) -> bool:
    """Whether a blank stands inside a name of three letters with the post glued behind: `骆某 明主任`, as pages for copying print.

    `骆某 妇主任` is a name and a post: no letter that begins one, and only posts that are said right behind a name.
    """
    return (
        gaps == frozenset((2,))
        and _SAID_BEHIND.fullmatch(words, 3) is not None
        and is_name(words[:3])
        and not _OF_POST.match(words[2])
        and words[2] not in "妇系组班级年段片教政武文体德农林水"
    )


def _three_parted(words: str, gaps: frozenset[int]) -> int:
    """The length of a name of which each part is parted by white space and a post glued behind: `韦 小 琴副县长`; 0 if none.

    `高 明 总经理` is none: what begins a post ends no name.
    """
    for surname in (1, 2):
        cut = surname + 2
        if not {surname, surname + 1} <= gaps or cut in gaps or len(words) <= cut + 1:
            continue
        if words[:surname] not in surnames() or _OF_POST.match(words[cut - 1]):
            continue
        if not is_name(words[:cut]) and not is_joining_name(words[:cut]):
            continue
        rest, longer = words[cut:], words[cut - 1 :]
        match = _POST_WITH_RANK.fullmatch(rest)
        posted = match is not None and match["post"] in bare_posts()
        if longer not in bare_posts() and (posted or (is_title(rest) and begins_post(rest))):
            return cut
    return 0


def _four_parted(words: str, gaps: frozenset[int]) -> bool:
    """Whether four letters stand by themselves, transcribe a name, and an unbroken post follows: `索 南 才 让 副县长`."""
    return gaps == _FOUR_GAPS and may_be_name(words[:4]) and is_title(words[4:])


def _edge(words: str, cut: int) -> int:
    """The end of the name part: a bracket that describes the person and 同志 go with the name."""
    match = PRIVATE.match(words, cut)
    edge = match.end() if match else cut
    return edge + 2 if words.startswith("同志", edge) else edge
