"""One item between list marks: one mention, or several that white space parts.

What the pieces of an item are is told by their kinds, a letter each: `n` a name, `t` a title or a crowd, `u` a unit, `x` what may be
either. Each form of a row of pieces has a reader; what is of no form is one mention, whatever white space stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from loaders.gazette.mentions import (
    Mention,
    clean_name,
    counted_crowd,
    person_of,
    title_first,
    unit_or_post,
)
from loaders.gazette.name_tokens import COMRADE, Piece, begins_anew, kind_by_gaps, kind_of_token, pieces_of
from loaders.gazette.names import is_crowd, is_name, is_title, may_be_name
from loaders.gazette.partings import OF_HOUSE
from loaders.gazette.persons_best import best
from loaders.gazette.persons_by_marks import each_with_bracket, name_in_bracket
from loaders.readers.paper import Passage

AND_ALL = re.compile(r"\s*(?:以及|及|和|与)(?=各|全体)")  # 、魏某，以及各乡镇乡镇长
#: `甲（德育主任）乙（大队辅导员）`.
_NEXT_BEHIND = re.compile(r"\)(?=[\u4e00-\u9fff]{2,4}\()")
#: `甲（女，副县长）`.
_NAMES_AND_CROWDS = re.compile("(?:t+(?P<names>n{2,})[tx]*|(?P<names2>n+)[tx]+)")
#: Behind one bare name it may be his: `甲 信息科 乙`.
_UNITS_FIRST = re.compile("(?:n[nx]+)?(?:u[nx])*un")
_GAP = re.compile(r"[ \u3000]+")
#: Names each with what is said of him behind; the same where no list knows the names; the rest of a title before the next name.
_PAIRS = re.compile("(?:n[tu]+){2,}")
_UNKNOWN_PAIRS = re.compile("(?:[nx]t){2,}")
_REST_AND_NEXT = re.compile("t+n[tu]+")
_UNITS = re.compile("u+|u{3,}t")
_LONGEST_NAME = 4
_MOST_OF_REST = 6


def read_item(passage: Passage, start: int, end: int) -> list[Mention]:
    """One item between list marks: one mention, or several parted by white space."""
    pieces = pieces_of(passage.text, start, end)
    if not pieces:
        return []
    if len(pieces) > 1 and (columns := _in_columns(passage, start, end, len(pieces))):
        return columns
    apart = len(pieces) > 1 or _NEXT_BEHIND.search(passage.text, start, end) is not None
    if apart and (posted := each_with_bracket(passage, start, end)):
        return posted
    if len(pieces) == 1:
        return [_alone(passage, pieces[0], start, end)]
    return (
        _before_crowd(passage, pieces[-1], start, end)
        or _by_kinds(passage, pieces, start)
        or [best(passage, start, end)]
    )


def _alone(passage: Passage, piece: Piece, start: int, end: int) -> Mention:
    """An item that nothing parts."""
    held = name_in_bracket(passage, piece.start, piece.end) or counted_crowd(piece.words, piece.start, piece.end)
    return held if held is not None else best(passage, start, end)


def _before_crowd(passage: Passage, last: Piece, start: int, end: int) -> list[Mention]:
    """An item whose last piece is a crowd by its number or its words (`甲 乙 丙 及各班班主任`), and what stands before it."""
    counted = counted_crowd(last.words, last.start, last.end)
    if counted is not None:
        return [*read_item(passage, start, last.start), counted]
    if (leading := AND_ALL.match(passage.text, last.start, end)) is None:
        return []
    crowd = best(passage, leading.end(), end)
    return [*read_item(passage, start, last.start), crowd] if not crowd.person and is_crowd(crowd.title) else []


class _Row(NamedTuple):
    """The pieces of an item, their kinds, a letter each, and where the item begins."""

    passage: Passage
    pieces: list[Piece]
    kinds: str
    start: int

    def person(self, piece: Piece) -> Mention:
        """A piece as a name that stands alone."""
        return person_of(self.passage, piece.start, piece.end, None)

    def best(self, piece: Piece) -> Mention:
        """A piece as it is read alone."""
        return best(self.passage, piece.start, piece.end)


def _by_kinds(passage: Passage, pieces: list[Piece], start: int) -> list[Mention]:
    """What the pieces of an item are by their kinds together; nothing if they are no row of any form."""
    row = _Row(passage, pieces, "".join(kind_of_token(piece.words) for piece in pieces), start)
    for form in _FORMS:
        if found := form(row):
            return found
    return []


def _names(row: _Row) -> list[Mention]:
    """`甲  乙  丙`; a word that no list of names knows, among others, is one too (扁鹊)."""
    kinds = set(row.kinds)
    if kinds == {"n"}:
        return [row.person(piece) for piece in row.pieces]
    if kinds != {"n", "x"} or not all(may_be_name(piece.words) for piece in row.pieces):
        return []
    sure = {"n": 1.0, "x": 0.7}
    return [
        replace(row.person(piece), confidence=sure[kind]) for piece, kind in zip(row.pieces, row.kinds, strict=True)
    ]


def _of_house(row: _Row) -> list[Mention]:
    """`甲  校医`."""
    if row.kinds[0] != "n" or len(row.pieces) != 2 or row.pieces[1].words not in OF_HOUSE:
        return []
    return _pairs(row._replace(kinds="nt"))


def _names_and_crowds(row: _Row) -> list[Mention]:
    """`甲  乙  全体班主任`, `各班班主任  甲  乙  门卫人员`; nobody's own post is that of all."""
    pieces = row.pieces
    if len(pieces) == 2 and not begins_anew(pieces[-1].words):
        return []
    crowds = _NAMES_AND_CROWDS.fullmatch(row.kinds)
    if crowds is None:
        return []
    low, high = crowds.span("names" if crowds["names"] else "names2")
    around = [*pieces[:low], *pieces[high:]]
    if not all(is_crowd(piece.words) for piece in around) or not all(begins_anew(one.words) for one in pieces[:low]):
        return []
    return [
        row.person(piece) if low <= at < high else unit_or_post(row.passage, piece, "t")
        for at, piece in enumerate(pieces)
    ]


def _each_whole(row: _Row) -> list[Mention]:
    """`甲 科主任乙 丙(科长) 全体护士`: pieces each of which is somebody with all that is said of them; none if one needs another.

    A crowd that may be the post of the person before it (`食堂负责人`) is one where that person has a post.
    """
    found: list[Mention] = []
    for piece, kind in zip(row.pieces, row.kinds, strict=True):
        own = bool(found) and bool(found[-1].person) and bool(found[-1].title)
        if is_crowd(piece.words) and (begins_anew(piece.words) or "全体" in piece.words or own):
            found.append(unit_or_post(row.passage, piece, "t"))
            continue
        one = row.person(piece) if kind == "n" else row.best(piece)
        # A post whose place begins with a surname is nobody's name: 杨家镇镇长.
        told = kind == "n" or piece.words.endswith(")") or (kind == "x" and title_first(row.passage, one))
        if not told or not is_name(one.person) or (kind != "n" and not is_title(one.title)):
            return []
        found.append(one)
    return found


def _behind_units(row: _Row) -> list[Mention]:
    """`甲  乙  信息科 丙  病案室 丁`: persons, some behind the department each belongs to."""
    passage, pieces, kinds, _ = row
    if len(pieces) < 3 or not _UNITS_FIRST.fullmatch(kinds) or not _may_all_be_names(row):
        return []
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


def _may_all_be_names(row: _Row) -> bool:
    return all(may_be_name(piece.words) for piece, kind in zip(row.pieces, row.kinds, strict=True) if kind == "x")


def _bracketed(row: _Row) -> list[Mention]:
    """`甲(post) 乙(post)`, some names perhaps without a bracket."""
    heads = [piece.words.partition("(") for piece in row.pieces]
    if not any(bracket for _, bracket, _ in heads):
        return []
    for (head, _, rest), kind in zip(heads, row.kinds, strict=True):
        if kind != "n" and not (rest.endswith(")") and is_name(COMRADE.sub("", head))):
            return []
    return [row.best(piece) for piece in row.pieces]


def _named_and_titled(row: _Row) -> list[Mention]:
    """`甲  县长  乙  副县长`; in a column of names beside one of posts also names that no list knows."""
    if len(row.pieces) < 4:
        return []
    if _PAIRS.fullmatch(row.kinds):
        return _pairs(row)
    if not _UNKNOWN_PAIRS.fullmatch(row.kinds):
        return []
    if not all(len(piece.words) <= _LONGEST_NAME and may_be_name(piece.words) for piece in row.pieces[::2]):
        return []
    return _pairs(row._replace(kinds=row.kinds.replace("x", "n")))


def _rest_and_next(row: _Row) -> list[Mention]:
    """`党组成员、副局长    江某  党组成员、…`: the title of the one before ends, another person begins."""
    passage, pieces, kinds, _ = row
    if len(pieces) > _MOST_OF_REST or not _REST_AND_NEXT.fullmatch(kinds):
        return []
    name = kinds.index("n")
    end = pieces[name - 1].end
    ending = Mention("", passage.printed(row.start, end), row.start, end)
    return [ending, *_pairs(row._replace(pieces=pieces[name:], kinds=kinds[name:]))]


def _units(row: _Row) -> list[Mention]:
    """`甲局  乙局  丙局`."""
    if not _UNITS.fullmatch(row.kinds):
        return []
    return [unit_or_post(row.passage, piece, kind) for piece, kind in zip(row.pieces, row.kinds, strict=True)]


def _alike_by_gaps(row: _Row) -> list[Mention]:
    """Pieces that are all names, or all titles, for the same gap stands between all of them."""
    said = kind_by_gaps(row.passage.text, row.pieces, row.kinds)
    if said == "n":
        return [replace(row.person(piece), confidence=0.8) for piece in row.pieces]
    return [unit_or_post(row.passage, piece, "t") for piece in row.pieces] if said else []


def _pairs(row: _Row) -> list[Mention]:
    """`name title name title …` on one line."""
    passage, pieces, kinds, _ = row
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


#: The forms of a row, the surer ones first.
_FORMS: tuple[Callable[[_Row], list[Mention]], ...] = (
    _names,
    _of_house,
    _names_and_crowds,
    _each_whole,
    _behind_units,
    _bracketed,
    _named_and_titled,
    _rest_and_next,
    _units,
    _alike_by_gaps,
)


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
    found = [best(passage, low, high) for low, high in cells]
    whole = all(one.person and len(one.person) > 1 and (not one.title or is_title(one.title)) for one in found)
    return found if whole else []


def _posts_first(passage: Passage, cells: list[tuple[int, int]]) -> list[Mention]:
    """`甲  招生处处长乙  财务处处长丙`: persons with their posts right before them, and bare names; none if one cell is anything else."""
    if any(is_title(passage.text[low:high].strip()) for low, high in cells):
        return []  # 甲  县财政局局长: the post behind a name
    found = [best(passage, low, high) for low, high in cells]
    posted = [one for one in found if one.title]
    sure = all(is_name(one.person) and one.confidence >= 0.9 for one in found)
    if not sure or not posted or not all(is_title(one.title) and title_first(passage, one) for one in posted):
        return []
    return found
