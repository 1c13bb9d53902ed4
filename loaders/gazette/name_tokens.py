"""The tokens of a printed list of persons: items between list marks, and names with their inner spaces closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.gazette.names import (
    TITLE_END,
    UNIT_END,
    is_crowd,
    is_double_name,
    is_name,
    is_name_like_unit,
    is_rare_name,
    is_spaced_name,
    may_be_name,
    names_the_place,
    surnames,
)

_TOKEN = re.compile(r"\S+")
#: What brackets behind a name say of the person: sex, nation, party.
_OF_PERSON = (
    r"(?:男|女|[\u4e00-\u9fff]{1,5}族|中共(?:预备)?党员|党员|非党|非中共|无党派(?:人士)?|群众|兼"
    r"|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:盟员|会员|党员|社员)?)"
)
PRIVATE = re.compile(rf"\({_OF_PERSON}(?:[,、;]\s?{_OF_PERSON})*\)")
COMRADE = re.compile(r"(?:等)?(?:\d+名|[一二三四五六七八九十两]{1,2}(?:名|位))?同志(?:们)?$|(?:先生|女士)$")
_ADDRESSED = ("同志", "同志们", "先生", "女士")
_MARKS = "、,;"
#: The gap of a list: inside a name that is not short nothing but one narrow blank stands.
_GAP_OF_LIST = re.compile(r"[ \u3000]{2,}|\u3000")
_LONGEST_SHORT = 2
_OF_ALL = re.compile("各(?!类)|全体")
_LONGEST_RANK = 4  # 副主任, 副书记: a post that goes on with the one before it


@dataclass(frozen=True, slots=True)
class Piece:
    """A token: its words without white space, and its place."""

    words: str
    start: int
    end: int


def leading_name(text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The place of a name that opens a line and is parted from what follows by white space; None if there is none.

    What follows may be a title broken off at the end of a narrow column, so nothing is asked of it.
    """
    pieces = pieces_of(text, start, min(len(text) if end is None else end, start + 60))
    if len(pieces) < 2 or not (is_name(undescribed(pieces[0].words)) or _told_by_post(text, pieces)):
        return None
    return pieces[0].start, pieces[0].end


def _told_by_post(text: str, pieces: list[Piece]) -> bool:
    """Whether a whole post stands behind words that are a name there only (`苟登科  县林业局局长`, `和  鸣  县水务公司董事长`)."""
    words = "".join(piece.words for piece in pieces[1:])
    name = pieces[0]
    if not names_the_place(words):
        return False
    return is_spaced_name(text[name.start : name.end]) or is_name_like_unit(name.words) or is_double_name(name.words)


def items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between list marks; marks inside brackets part nothing."""
    depth = 0
    low = start
    for position in range(start, end):
        character = text[position]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and character in _MARKS:
            if text[low:position].strip():
                yield low, position
            low = position + 1
    if text[low:end].strip():
        yield low, end


def pieces_of(text: str, start: int, end: int) -> list[Piece]:
    """White-space tokens, with the inner space of names closed: `张  尧`, `焦 裕民`, `任 桂 娥`."""
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
    joined: list[tuple[int, int]] = []
    position = 0
    while position < len(tokens):
        low, high = tokens[position]
        position += 1
        if high - low == 1 and _four_letters(text, tokens[position - 1 : position + 3]):
            high, position = tokens[position + 2][1], position + 3
        elif high - low == 1 and text[low] in surnames() and position < len(tokens):
            given = tokens[position]
            letters = _letters(text, given)
            if letters == 1:
                third = tokens[position + 1] if position + 1 < len(tokens) else None
                single = given[1] - given[0] == 1 and third is not None and _letters(text, third) == 1
                pair = single and _two_names(text, tokens[position - 1 : position + 3])
                if single and third is not None and not pair:
                    high, position = third[1], position + 2
                else:
                    high, position = given[1], position + 1
            elif letters == 2 and is_name(text[low:high] + text[given[0] : given[0] + 2]):
                high, position = given[1], position + 1
        elif high - low == 2 and text[low:high] in surnames() and position < len(tokens):
            given = tokens[position]
            if _letters(text, given) in (1, 2):  # 欧阳 修文: two letters that are a compound surname are no whole name
                high, position = given[1], position + 1
        # A bracket opened in a token is closed in a later one: 童某（市自然资源局 总规划师）.
        opened = text.count("(", low, high) - text.count(")", low, high)
        while opened > 0 and position < len(tokens) and text.find(")", high, end) >= 0:
            high = tokens[position][1]
            position += 1
            opened = text.count("(", low, high) - text.count(")", low, high)
        joined.append((low, high))
    return [Piece("".join(text[low:high].split()), low, high) for low, high in joined]


def _four_letters(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Whether four single letters evenly parted transcribe one name: `索 南 才 让`, not `高 明  王 志`."""
    if len(tokens) < 4 or any(high - low != 1 for low, high in tokens):
        return False
    gaps = {after[0] - before[1] for before, after in pairwise(tokens)}
    return len(gaps) == 1 and may_be_name("".join(text[low] for low, _ in tokens))


def _two_names(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Whether three single characters are a whole name and the surname of the next one: `程 燕 万 国平`, `高 明 王 志`.

    `任 桂 娥` is one name. Where gaps differ the wider one parts names (`任 桂 林   王 芳`).
    """
    if len(tokens) < 4 or text[tokens[2][0]] not in surnames():
        return False
    inner, middle, last = (after[0] - before[1] for before, after in pairwise(tokens))
    if last > middle:
        return middle > inner
    given = _letters(text, tokens[3])
    if given == 1 or middle > inner:
        return given <= 2
    return given == 2 and is_name(text[tokens[2][0]] + text[tokens[3][0] : tokens[3][0] + 2])


def _letters(text: str, token: tuple[int, int]) -> int:
    """How long a token is before its bracket: in `钱 进（副校长）` the second token is one character of a name."""
    low, high = token
    bracket = text.find("(", low, high)
    if bracket >= 0 and (text[high - 1] == ")" or text.find(")", bracket, high) < 0):
        return bracket - low
    return high - low


def kind_of_token(words: str) -> str:
    """n name, t title, u unit, x anything else."""
    bare = undescribed(words)
    if is_name(bare):
        return "n"
    if TITLE_END.search(bare):
        return "t"
    if UNIT_END.search(bare):
        return "u"
    return "x"


def kind_by_gaps(text: str, pieces: list[Piece], kinds: str) -> str:
    """What pieces are that nothing but wide gaps part: n names without surname (`特木尔  萨如拉`), t functions; else empty.

    `各班主任  任课教师` are functions; `各村书记  副书记` is one, for what goes on with the first says nothing by itself.
    Where each begins anew (`各班主任 全体保安`) a narrow gap will do.
    """
    if set(kinds) == {"t"} and all(_OF_ALL.match(one.words) for one in pieces):
        return "t"
    # 各病区护士长 院感专职人员, 护理部机动护士 门诊部全体护士: whoever they all are, no post of one person goes on there.
    anew = set(kinds) == {"t"} and any(_OF_ALL.search(one.words) for one in pieces)
    if not anew and not all(_GAP_OF_LIST.fullmatch(text, one.end, other.start) for one, other in pairwise(pieces)):
        return ""
    if set(kinds) == {"x"}:
        rare = all(len(one.words) > _LONGEST_SHORT and is_rare_name(one.words) for one in pieces)
        return "n" if rare else ""
    functions = all(
        is_crowd(one.words) or (kind == "t" and len(one.words) > _LONGEST_RANK)
        for one, kind in zip(pieces, kinds, strict=True)
    )
    return "t" if functions and (anew or is_crowd(pieces[0].words)) else ""


def begins_anew(words: str) -> bool:
    """Whether words speak of a crowd, and of nobody whose name stands behind them (`各班主任`, `全体保安`)."""
    return _OF_ALL.match(words) is not None


def behind_comma(text: str, place: int) -> bool:
    """Whether a comma stands before a place, white space between left out."""
    while place and text[place - 1].isspace():
        place -= 1
    return text.startswith(",", place - 1) if place else False


def undescribed(words: str) -> str:
    """A token without 同志 and without brackets that describe the person."""
    if "(" in words:
        words = PRIVATE.sub("", words)
    return COMRADE.sub("", words) if words.endswith(_ADDRESSED) else words
