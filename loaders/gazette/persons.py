"""Names with titles in any order: the one recogniser all kinds of paper share.

Papers print `高 明 区委常委`, `区委常委高明`, `高明（区委常委）`, `高明副区长` and names only. What a name and a title look like
is said in `names`; here lists are parted and each item is read in the order that fits best. Titles are kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.gazette.name_tokens import (
    COMRADE,
    PRIVATE,
    Piece,
    items,
    kind_of_token,
    leading_name,
    pieces_of,
    undescribed,
)
from loaders.gazette.names import (
    HAN,
    NO_NAME,
    TITLE_END,
    UNIT_END,
    WHITE,
    bare_posts,
    is_crowd,
    is_name,
    is_rare_name,
    is_surname,
    is_title,
    is_unit,
    may_be_name,
    surnames,
)
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

_INSIDE_NO_NAME = re.compile(r"[副省市县镇乡局厅委办处科股长部责职等的为任是在和与及或由将被]")
_NEVER_IN_NAME = re.compile(r"[副的为是在由将被]")
_LEAD_TITLE = re.compile(
    r"^(?:[省市县区旗盟州镇乡村]|副|党|政府|政协|人大|常务|第一|代|提名|自治|街道|原|苏木|嘎查|纪委|调研员|局|主任|书记|校|院)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A seat read out of a stretch of a passage: a person with or without title, a unit, or words for a function.

    `person` and `title` are printed words without white space; `org` is filled for a unit that has the seat itself; a
    function or a crowd (`各班主任`) has its words in `title` and neither. `start`, `end` are places in the passage.
    """

    person: str
    title: str
    start: int
    end: int
    org: str = ""
    confidence: float = 1.0


def read_mention(passage: Passage, start: int = 0, end: int | None = None) -> Mention | None:
    """One person with a title in any order, a unit or a function, out of `passage.text[start:end]`; None if unread."""
    found = read_mentions(passage, start, end)
    return found[0] if len(found) == 1 else None


def read_mentions(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """All seats of a list: items parted by `、`, commas or white space; titles with `、` inside kept whole.

    `县委常委、副县长佟维安同志` is one mention, `张尧、陈昌勇` two, `王五 局长、副书记` one, `门卫、各班主任` two without a person.
    """
    stop = len(passage.text) if end is None else end
    groups: list[list[Mention]] = []
    parted: list[bool] = []
    for low, high in items(passage.text, start, stop):
        groups.append(_read_item(passage, low, high))
        parted.append(passage.text[:low].rstrip().endswith(","))
    return _gathered(passage, groups, parted)


def _read_item(passage: Passage, start: int, end: int) -> list[Mention]:
    """One item between list marks: one mention, or several parted by white space."""
    pieces = pieces_of(passage.text, start, end)
    if not pieces:
        return []
    if len(pieces) > 1:
        kinds = "".join(kind_of_token(piece.words) for piece in pieces)
        if set(kinds) == {"n"}:
            return [_person(passage, piece.start, piece.end, None) for piece in pieces]
        if "n" in kinds and set(kinds) == {"n", "x"} and all(may_be_name(piece.words) for piece in pieces):
            sure = {"n": 1.0, "x": 0.7}  # 扁鹊 among other names
            return [
                _with(_person(passage, piece.start, piece.end, None), sure[kind])
                for piece, kind in zip(pieces, kinds, strict=True)
            ]
        if _bracketed(pieces, kinds):
            return [_best(passage, piece.start, piece.end) for piece in pieces]
        if len(pieces) >= 4 and re.fullmatch(r"(?:n[tu]+){2,}", kinds):
            return _pairs(passage, pieces, kinds)
        if re.fullmatch(r"t+n[tu]+", kinds) and len(pieces) <= 6:
            # `党组成员、副局长    江某  党组成员、…`: the title of the one before ends, another person begins.
            name = kinds.index("n")
            ending = Mention("", passage.printed(start, pieces[name - 1].end), start, pieces[name - 1].end)
            return [ending, *_pairs(passage, pieces[name:], kinds[name:])]
        if re.fullmatch(r"u+|u{3,}t", kinds):
            return [_unit_or_post(passage, piece, kind) for piece, kind in zip(pieces, kinds, strict=True)]
    return [_best(passage, start, end)]


def _bracketed(pieces: list[Piece], kinds: str) -> bool:
    """Whether a line is `name(post) name(post)`, some names perhaps without a bracket."""
    heads = [piece.words.partition("(") for piece in pieces]
    return any(bracket for _, bracket, _ in heads) and all(
        kind == "n" or (rest.endswith(")") and is_name(COMRADE.sub("", head)))
        for (head, _, rest), kind in zip(heads, kinds, strict=True)
    )


def _unit_or_post(passage: Passage, piece: Piece, kind: str) -> Mention:
    words = passage.printed(piece.start, piece.end)
    return Mention("", "" if kind == "u" else words, piece.start, piece.end, org=words if kind == "u" else "")


def _pairs(passage: Passage, pieces: list[Piece], kinds: str) -> list[Mention]:
    """`name title name title …` on one line."""
    found = []
    starts = [index for index, kind in enumerate(kinds) if kind == "n"] + [len(pieces)]
    for low, high in pairwise(starts):
        found.append(
            _person(
                passage,
                pieces[low].start,
                pieces[high - 1].end,
                (pieces[low + 1].start, pieces[high - 1].end),
                pieces[low].end,
            )
        )
    return found


def _person(
    passage: Passage, start: int, end: int, title: tuple[int, int] | None, name_end: int | None = None
) -> Mention:
    name = _clean_name(passage, start, end if name_end is None else name_end)
    return Mention(name, _clean_title(passage, *title) if title else "", start, end)


def _clean_name(passage: Passage, start: int, end: int) -> str:
    """The printed name without 同志 and without brackets that describe the person."""
    folded = WHITE.sub("", passage.text[start:end])
    printed = passage.printed(start, end)
    bare = undescribed(folded)
    at = folded.find(bare)
    return printed[at : at + len(bare)] if at >= 0 else bare


def _clean_title(passage: Passage, start: int, end: int) -> str:
    """The printed title without brackets around it."""
    printed = passage.printed(start, end)
    if len(printed) > 2 and printed[0] in "((（" and printed[-1] in "))）":
        printed = printed[1:-1]
    return re.sub(r"[（(]兼职?[)）]$", "", printed.strip(",，、:：;；"))


# --- one mention in any order -----------------------------------------------------------------------------------


def _best(passage: Passage, start: int, end: int) -> Mention:
    """The best reading of one item: name first, title first, name with bracketed title, unit, or words of a function."""
    text = passage.text
    places = [index for index in range(start, end) if not text[index].isspace()]
    words = "".join(text[index] for index in places)
    gaps = frozenset(i for i in range(1, len(places)) if places[i] != places[i - 1] + 1)
    low, high = places[0], places[-1] + 1
    private = PRIVATE.search(words)
    bracket = re.search(r"\(([^()]*)\)$", words)
    comrade = COMRADE.search(words)
    behind = words[max(gaps) :] if gaps else ""  # 别克·哈森  县委常委: a post may stand behind the gap
    if _parted_name(words, gaps):
        return _person(passage, low, high, None)  # 和 雅静: white space behind a surname parts a name
    if is_name(undescribed(words)) and not ("·" in words and behind and is_title(behind)):
        return _person(passage, low, high, None)
    if comrade and comrade.group() == "同志" and is_rare_name(undescribed(words)):
        return _with(_person(passage, low, high, None), 0.9)
    if bracket and not (private and private.end() == len(words)):
        # name(title): 王志(提名副区长); a bracket behind a title belongs to the title.
        head = words[: bracket.start()]
        if may_be_name(undescribed(head)) and not is_title(head):
            inside = (places[bracket.start(1)], places[bracket.end(1) - 1] + 1) if bracket.group(1) else None
            return _person(passage, low, high, inside, places[bracket.start() - 1] + 1)
    scored: list[tuple[float, int, bool, int]] = []
    name_end = comrade.start() if comrade else len(words)
    if private and private.end() == name_end:
        name_end = private.start()
    stop = min(len(words), 13)
    for size in range(2, stop):
        if size > 4 and size not in gaps and "·" not in words[:size]:
            continue
        score = _score(words[:size], words[size:], size in gaps, first=True, parted=1 in gaps)
        scored.append((score, -size, True, size))
    for size in range(2, min(name_end, 13)):
        cut = name_end - size
        if size > 4 and cut not in gaps and "·" not in words[cut:name_end] and not comrade:
            continue
        score = _score(words[cut:name_end], words[:cut], cut in gaps, first=False, parted=cut + 1 in gaps)
        score += 2 if comrade else 0
        if comrade and score < 5 and is_title(words[:cut]) and is_rare_name(words[cut:name_end]):
            score = 5.0  # 旗长朝某同志: between a post and 同志 stands a name
        scored.append((score, -size, False, cut))
    if scored:
        score, _, first, cut = max(scored)
        if score >= 5:
            confidence = 1.0 if score >= 6 else 0.9
            if first:
                edge = _edge(words, cut)
                title = (places[edge], high) if edge < len(words) else None
                return _with(_person(passage, low, high, title, places[edge - 1] + 1), confidence)
            name = _clean_name(passage, places[cut], places[name_end - 1] + 1)
            return Mention(name, _clean_title(passage, low, places[cut - 1] + 1), low, high, confidence=confidence)
    if UNIT_END.search(words) and not TITLE_END.search(words):
        return Mention("", "", low, high, org=passage.printed(low, high))
    return Mention(
        "", passage.printed(low, high), low, high, confidence=1.0 if is_title(words) or is_crowd(words) else 0.6
    )


def _parted_name(words: str, gaps: frozenset[int]) -> bool:
    """Whether words are a name because white space stands behind the surname and nowhere else (`和 雅静`, `饶 命长`)."""
    if gaps != frozenset((1,)) or not 2 <= len(words) <= 3 or words[0] not in surnames():
        return False
    given = words[1:]
    return not is_name(given) and given not in bare_posts() and (len(given) == 2 or not is_title(words))


def _edge(words: str, cut: int) -> int:
    """The end of the name part: a bracket that describes the person and 同志 go with the name."""
    match = PRIVATE.match(words, cut)
    edge = match.end() if match else cut
    return edge + 2 if words.startswith("同志", edge) else edge


def _with(mention: Mention, confidence: float) -> Mention:
    return Mention(mention.person, mention.title, mention.start, mention.end, mention.org, confidence)


def _score(name: str, rest: str, gap: bool, *, first: bool, parted: bool) -> float:
    """How well words part into a name and a title; 5 and more is believed. `parted`: white space behind the surname."""
    parted = parted and len(name) <= 3 and name[0] in surnames() and not is_name(name[1:])
    if (
        (NO_NAME.search(name) and not parted)
        or not re.fullmatch(rf"[{HAN}·]+", name)
        or name[0] == "·"
        or name[-1] == "·"
    ):
        return 0
    if first:
        match = PRIVATE.match(rest)
        rest = rest[match.end() :] if match else rest
        if rest.startswith("同志"):
            rest, gap = rest[2:], True
        gap = gap or bool(match)
    titled = bool(TITLE_END.search(rest[-40:]))
    unit = not titled and bool(UNIT_END.search(rest[-40:]))
    if not (titled or (unit and gap)):
        return 0
    if "·" in name:
        score = 4.0
    elif is_name(name) or parted:
        score = 4.5 if len(name) >= 3 and name[:2] in surnames() else 3.0
    elif gap and may_be_name(name):
        score = 1.0 if len(name) <= 3 else 2.0
    else:
        return 0
    score += 3 if gap else 0
    score += 2 if titled else 1
    score += 0.5 if len(name) == 3 else 0.3 if len(name) == 2 else 0
    if first and not gap:
        # 杜娟副区长: glued, so the rest must begin as titles do.
        score += 1.5 if rest in bare_posts() else 1 if _LEAD_TITLE.match(rest) else -2
    if not first and not gap and name[0] in "师员" and is_title(rest + name[0]):
        score -= 1.5  # 总会计师仓某: the longer post, not a person called 师
    if not gap and (_INSIDE_NO_NAME if first else _NEVER_IN_NAME).search(name[1:]):
        score -= 2
    return score


# --- lists ------------------------------------------------------------------------------------------------------


def _gathered(passage: Passage, items: list[list[Mention]], parted: list[bool]) -> list[Mention]:
    """Items put together: a title without a name belongs to the name before it or to the one after it.

    `parted` says which items stand behind a comma: `张三，县财政局局长` is a name and its title, `张三、局长` is not.
    """
    found: list[Mention] = []
    pending: list[Mention] = []
    for position, item in enumerate(items):
        for mention in item:
            if mention.person or mention.org:
                if pending and mention.title and _title_first(passage, mention):
                    first = pending[0].start
                    title_end = _title_end(passage, mention)
                    title = _clean_title(passage, first, title_end)
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
                and not _title_first(passage, found[-1])
                and is_title(mention.title)
                and not is_crowd(mention.title)
            ):
                last = found.pop()
                begin = _title_start(passage, last) if last.title else mention.start
                found.append(
                    Mention(
                        last.person,
                        _clean_title(passage, begin, mention.end),
                        last.start,
                        mention.end,
                        confidence=last.confidence,
                    )
                )
            elif is_crowd(mention.title) or not is_title(mention.title) or position == len(items) - 1:
                found.extend(pending)
                pending = []
                found.append(mention)
            else:
                pending.append(mention)
    found.extend(pending)
    return found


def _title_first(passage: Passage, mention: Mention) -> bool:
    """Whether a mention prints its title before the name."""
    return bool(mention.title) and passage.printed(mention.start, mention.end).startswith(mention.title)


def _title_end(passage: Passage, mention: Mention) -> int:
    """The place after the title of a mention that prints it first."""
    return _after(passage, mention.start, len(mention.title))


def _title_start(passage: Passage, mention: Mention) -> int:
    """The place of the title of a mention that prints the name first."""
    printed = passage.printed(mention.start, mention.end)
    return _after(passage, mention.start, max(0, printed.rfind(mention.title))) if mention.title else mention.start


def _after(passage: Passage, start: int, count: int) -> int:
    """The place after `count` printed characters from `start`."""
    position = start
    while count > 0:
        if not passage.text[position].isspace():
            count -= 1
        position += 1
    return position
