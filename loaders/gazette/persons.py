"""Names with titles in any order: the one recogniser all kinds of paper share.

Papers print `高 明 区委常委`, `区委常委高明`, `高明（区委常委）`, `高明副区长` and names only. What a name and a title look like
is said in `names`; here lists are parted and each item is read in the order that fits best. Titles are kept as printed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.gazette.mentions import (
    Mention,
    clean_name,
    clean_title,
    counted_crowd,
    ends_crowd,
    held_as,
    person_of,
    title_end,
    title_first,
    title_in_bracket,
    title_start,
    unit_or_post,
)
from loaders.gazette.name_tokens import (
    COMRADE,
    Piece,
    begins_anew,
    behind_comma,
    items,
    kind_by_gaps,
    kind_of_token,
    leading_name,
    pieces_of,
)
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
from loaders.gazette.partings import OF_HOUSE
from loaders.gazette.persons_alike import alike
from loaders.gazette.persons_by_marks import by_marks, each_with_bracket, name_in_bracket
from loaders.gazette.persons_places import parting_in
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

_NO_GAPS: frozenset[int] = frozenset()
_JOINER = re.compile("以及|和|与|及")
_OF_ALL = re.compile("各|全体|其他")
#: Who sits beside persons and is named by what he does alone: `甲及第三方专家`.
_SOME = re.compile("(?:第三方|外聘|有关|相关|部分)[\u4e00-\u9fff]{0,6}(?:专家|人员|干部|代表|教师|职工)$")
_AND_ALL = re.compile(r"\s*(?:以及|及|和|与)(?=各|全体)")  # 、魏某，以及各乡镇乡镇长
_LONGEST_JOINED = 80
#: `甲（德育主任）乙（大队辅导员）`.
_NEXT_BEHIND = re.compile(r"\)(?=[\u4e00-\u9fff]{2,4}\()")
#: `甲（女，副县长）`.
_NAMES_AND_CROWDS = re.compile("(?:t+(?P<names>n{2,})[tx]*|(?P<names2>n+)[tx]+)")
#: Behind one bare name it may be his: `甲 信息科 乙`.
_UNITS_FIRST = re.compile("(?:n[nx]+)?(?:u[nx])*un")
_GAP = re.compile(r"[ \u3000]+")


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
        leading = _AND_ALL.match(passage.text, low, high)
        for begin, until in _joined(passage, leading.end() if leading else low, high):
            groups.append(_read_item(passage, begin, until))
            parted.append(begin == low and behind_comma(passage.text, low))
    return _gathered(passage, alike(passage, groups), parted)


def _joined(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """An item cut at 和 or 与 where a person with a title stands on either side (`副县长张某和副县长李某`)."""
    if end - start > _LONGEST_JOINED:
        return [(start, end)]
    for mark in _JOINER.finditer(passage.text, start + 2, end):
        of_name = mark.start() < start + 4 and not passage.text.startswith("各", mark.end())
        if not passage.text[mark.end() : end].strip() or not passage.text[start : mark.start()].strip():
            continue
        if of_name and not is_name(passage.text[start : mark.start()]):
            continue
        left, right = _best(passage, start, mark.start()), _best(passage, mark.end(), end)
        if of_name and not right.person and _SOME.match(right.title):
            return [(start, mark.start()), (mark.end(), end)]  # 甲及第三方专家
        if of_name:
            if not (right.person and is_title(right.title) and title_first(passage, right)):
                continue
            return [(start, mark.start()), (mark.end(), end)]  # 、赵某某和纪检组长宁某
        if passage.text.startswith("各", mark.end()) and not left.person and (left.org or is_title(left.title)):
            return [(start, mark.start()), (mark.end(), end)]  # 县旅游公司及各乡镇主要负责人
        if left.person and not right.person and (_OF_ALL.match(right.title) or _SOME.match(right.title)):
            return [(start, mark.start()), (mark.end(), end)]  # 副主任骆某以及各社区书记
        if left.person and left.title and right.person and right.title and is_title(left.title):
            return [(start, mark.start()), (mark.end(), end)]
        behind = passage.text.startswith("、", end) and not right.person and is_title(right.title)
        if behind and left.person and is_title(left.title) and title_first(passage, left) and not is_crowd(right.title):
            return [(start, mark.start()), (mark.end(), end)]  # 组长甲和局党组成员、副局长乙
    return [(start, end)]


def _read_item(passage: Passage, start: int, end: int) -> list[Mention]:
    """One item between list marks: one mention, or several parted by white space."""
    pieces = pieces_of(passage.text, start, end)
    if not pieces:
        return []
    if len(pieces) > 1 and (columns := _in_columns(passage, start, end, len(pieces))):
        return columns
    apart = len(pieces) > 1 or _NEXT_BEHIND.search(passage.text, start, end) is not None
    if apart and (posted := each_with_bracket(passage, start, end)):
        return posted
    if len(pieces) > 1 and (counted := counted_crowd(pieces[-1].words, pieces[-1].start, pieces[-1].end)) is not None:
        return [*_read_item(passage, start, pieces[-1].start), counted]
    if len(pieces) > 1 and (leading := _AND_ALL.match(passage.text, pieces[-1].start, end)) is not None:
        crowd = _best(passage, leading.end(), end)  # 甲 乙 丙 及各班班主任
        if not crowd.person and is_crowd(crowd.title):
            return [*_read_item(passage, start, pieces[-1].start), crowd]
    if len(pieces) > 1:
        kinds = "".join(kind_of_token(piece.words) for piece in pieces)
        if set(kinds) == {"n"}:
            return [person_of(passage, piece.start, piece.end, None) for piece in pieces]
        if "n" in kinds and set(kinds) == {"n", "x"} and all(may_be_name(piece.words) for piece in pieces):
            sure = {"n": 1.0, "x": 0.7}  # 扁鹊 among other names
            return [
                replace(person_of(passage, piece.start, piece.end, None), confidence=sure[kind])
                for piece, kind in zip(pieces, kinds, strict=True)
            ]
        if kinds[0] == "n" and len(pieces) == 2 and pieces[1].words in OF_HOUSE:
            return _pairs(passage, pieces, "nt")  # `甲  校医`
        several = len(pieces) > 2 or begins_anew(pieces[-1].words)
        if several and (crowds := _NAMES_AND_CROWDS.fullmatch(kinds)):
            # `甲  乙  全体班主任`, `各班班主任  甲  乙  门卫人员`; nobody's own post is that of all
            low, high = crowds.span("names" if crowds["names"] else "names2")
            around = [*pieces[:low], *pieces[high:]]
            if all(is_crowd(piece.words) for piece in around) and all(begins_anew(one.words) for one in pieces[:low]):
                return [
                    person_of(passage, piece.start, piece.end, None)
                    if low <= at < high
                    else unit_or_post(passage, piece, "t")
                    for at, piece in enumerate(pieces)
                ]
        if own := _each_whole(passage, pieces, kinds):
            return own
        if len(pieces) > 2 and _UNITS_FIRST.fullmatch(kinds) and _may_all_be_names(pieces, kinds):
            return _behind_units(passage, pieces, kinds)
        if _bracketed(pieces, kinds):
            return [_best(passage, piece.start, piece.end) for piece in pieces]
        if len(pieces) >= 4 and re.fullmatch(r"(?:n[tu]+){2,}", kinds):
            return _pairs(passage, pieces, kinds)
        if (
            len(pieces) >= 4
            and re.fullmatch(r"(?:[nx]t){2,}", kinds)
            and all(len(piece.words) <= 4 and may_be_name(piece.words) for piece in pieces[::2])
        ):
            return _pairs(passage, pieces, kinds.replace("x", "n"))  # a column of names, a column of posts
        if re.fullmatch(r"t+n[tu]+", kinds) and len(pieces) <= 6:
            # `党组成员、副局长    江某  党组成员、…`: the title of the one before ends, another person begins.
            name = kinds.index("n")
            ending = Mention("", passage.printed(start, pieces[name - 1].end), start, pieces[name - 1].end)
            return [ending, *_pairs(passage, pieces[name:], kinds[name:])]
        if re.fullmatch(r"u+|u{3,}t", kinds):
            return [unit_or_post(passage, piece, kind) for piece, kind in zip(pieces, kinds, strict=True)]
        if said := kind_by_gaps(passage.text, pieces, kinds):
            persons = [replace(person_of(passage, one.start, one.end, None), confidence=0.8) for one in pieces]
            return persons if said == "n" else [unit_or_post(passage, one, "t") for one in pieces]
    elif (held := name_in_bracket(passage, pieces[0].start, pieces[0].end)) is not None:
        return [held]
    elif (counted := counted_crowd(pieces[0].words, pieces[0].start, pieces[0].end)) is not None:
        return [counted]
    return [_best(passage, start, end)]


def _in_columns(passage: Passage, start: int, end: int, pieces: int) -> list[Mention]:
    """`谷 雨来  镇包村干部邢 路`: persons parted by wide gaps while narrow ones part their names; none if one is no person."""
    text = passage.text
    gaps = [gap.span() for gap in _GAP.finditer(text, start, end)]
    full = passage.paper.text  # where a full blank parts persons, a half one their letters: 甲 乙　丙 丁 戊
    wide = [gap for gap in gaps if gap[1] - gap[0] > 1 or full[passage.origin(gap[0])] == "\u3000"]
    edges = [start, *(place for gap in wide for place in gap), end]
    cells = [(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True) if text[low:high].strip()]
    if len(cells) < 2:
        return []
    if posted := _posts_first(passage, cells):
        return posted
    if pieces < 3 or not any(" " in text[low:high].strip() for low, high in cells):
        return []
    found = [_best(passage, low, high) for low, high in cells]
    whole = all(one.person and len(one.person) > 1 and (not one.title or is_title(one.title)) for one in found)
    return found if whole else []


def _posts_first(passage: Passage, cells: list[tuple[int, int]]) -> list[Mention]:
    """`甲  招生处处长乙  财务处处长丙`: persons with their posts right before them, and bare names; none if one cell is anything else."""
    if any(is_title(passage.text[low:high].strip()) for low, high in cells):
        return []  # 甲  县财政局局长: the post behind a name
    found = [_best(passage, low, high) for low, high in cells]
    posted = [one for one in found if one.title]
    sure = all(is_name(one.person) and one.confidence >= 0.9 for one in found)
    if not sure or not posted or not all(is_title(one.title) and title_first(passage, one) for one in posted):
        return []
    return found


def _may_all_be_names(pieces: list[Piece], kinds: str) -> bool:
    return all(may_be_name(piece.words) for piece, kind in zip(pieces, kinds, strict=True) if kind == "x")


def _behind_units(passage: Passage, pieces: list[Piece], kinds: str) -> list[Mention]:
    """`甲  乙  信息科 丙  病案室 丁`: persons, some behind the department each belongs to."""
    found = []
    for place, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if kind == "u":
            continue
        unit = pieces[place - 1] if place and kinds[place - 1] == "u" else None
        name = clean_name(passage, piece.start, piece.end)
        title = passage.printed(unit.start, unit.end) if unit else ""
        found.append(
            Mention(name, title, unit.start if unit else piece.start, piece.end, confidence=1.0 if kind == "n" else 0.7)
        )
    return found


def _bracketed(pieces: list[Piece], kinds: str) -> bool:
    """Whether a line is `name(post) name(post)`, some names perhaps without a bracket."""
    heads = [piece.words.partition("(") for piece in pieces]
    return any(bracket for _, bracket, _ in heads) and all(
        kind == "n" or (rest.endswith(")") and is_name(COMRADE.sub("", head)))
        for (head, _, rest), kind in zip(heads, kinds, strict=True)
    )


def _each_whole(passage: Passage, pieces: list[Piece], kinds: str) -> list[Mention]:
    """`甲 科主任乙 丙(科长) 全体护士`: pieces each of which is somebody with all that is said of them; none if one needs another.

    A crowd that may be the post of the person before it (`食堂负责人`) is one where that person has a post.
    """
    found: list[Mention] = []
    for piece, kind in zip(pieces, kinds, strict=True):
        own = bool(found) and bool(found[-1].person) and bool(found[-1].title)
        if is_crowd(piece.words) and (begins_anew(piece.words) or "全体" in piece.words or own):
            found.append(unit_or_post(passage, piece, "t"))
            continue
        one = (
            person_of(passage, piece.start, piece.end, None) if kind == "n" else _best(passage, piece.start, piece.end)
        )
        # A post whose place begins with a surname is nobody's name: 杨家镇镇长.
        told = kind == "n" or piece.words.endswith(")") or (kind == "x" and title_first(passage, one))
        if not told or not is_name(one.person) or (kind != "n" and not is_title(one.title)):
            return []
        found.append(one)
    return found


def _pairs(passage: Passage, pieces: list[Piece], kinds: str) -> list[Mention]:
    """`name title name title …` on one line."""
    found = []
    starts = [index for index, kind in enumerate(kinds) if kind == "n"] + [len(pieces)]
    for low, high in pairwise(starts):
        found.append(
            person_of(
                passage,
                pieces[low].start,
                pieces[high - 1].end,
                (pieces[low + 1].start, pieces[high - 1].end),
                pieces[low].end,
            )
        )
    return found


# --- one mention in any order -----------------------------------------------------------------------------------


def _best(passage: Passage, start: int, end: int) -> Mention:
    """The best reading of one item: name first, title first, name with bracketed title, unit, or words of a function."""
    text = passage.text
    places = [index for index in range(start, end) if not text[index].isspace()]
    words = "".join([text[index] for index in places])
    low, high = places[0], places[-1] + 1
    gaps = (
        frozenset(i for i in range(1, len(places)) if places[i] != places[i - 1] + 1)
        if high - low > len(places)
        else _NO_GAPS
    )
    parting = parting_in(passage, words, gaps)

    def stretch(of: tuple[int, int]) -> tuple[int, int]:
        return places[of[0]], places[of[1] - 1] + 1

    if parting.name is None:
        whole = passage.printed(low, high)
        return Mention(
            "", whole if parting.title else "", low, high, "" if parting.title else whole, parting.confidence
        )
    title = clean_title(passage, *stretch(parting.title)) if parting.title else ""
    if parting.behind is not None:
        title += passage.printed(*stretch(parting.behind))
    return Mention(clean_name(passage, *stretch(parting.name)), title, low, high, confidence=parting.confidence)


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
