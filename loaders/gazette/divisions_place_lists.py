"""Who looks after which place, one place or one person a line, without a verb: `甲村：丁一、卢石`, `丁一——甲村、乙村`, `甲村（丁一）`.

Rule `portfolio/place-list`. The title, or the line over the list, says what the lines are (`乡干部包村安排如下：`); on each line one side is
nothing but places or bodies, the other nothing but persons. Two lines of one form at least stand one behind the other, or nothing is read:
a line by itself may be a telephone or a contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.statements import Portfolio
from loaders.gazette import lists, subjects
from loaders.gazette.cells import is_row
from loaders.gazette.divisions_chiefs import PLACE
from loaders.gazette.divisions_titles import shares_places
from loaders.gazette.divisions_verbs import opens_with_verb
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_NUMBER = r"\s*+(?:\(?\d{1,2}[.、)]{1,2}|[一二三四五六七八九十]{1,3}、|[①-⑳●◆■○★-])?\s*+"
_SIDE = r"[\u4e00-\u9fff][\u4e00-\u9fff·、,() \u3000\d]{1,58}"
_PAIR = re.compile(
    rf"{_NUMBER}(?P<left>{_SIDE}?)(?:\s?:\s?|\s?[—–―─-]{{1,6}}\s?|[ \u3000]{{2,8}})(?P<right>{_SIDE})[。;]?\s*"
)
#: `丁一  副镇长  甲村、乙村`: the places stand in the last column.
_IN_COLUMNS = re.compile(
    rf"{_NUMBER}(?P<left>[\u4e00-\u9fff·]{{1,12}}(?:[ \u3000]{{1,4}}[\u4e00-\u9fff]{{1,2}})?[ \u3000]{{1,8}}[\u4e00-\u9fff、]{{2,24}})[ \u3000]{{1,8}}(?P<right>[\u4e00-\u9fff、()]{{2,58}})[。;]?\s*"
)
#: `甲村（丁一、卢石）`.
_IN_BRACKETS = re.compile(
    rf"{_NUMBER}(?P<left>[\u4e00-\u9fff]{{2,16}})\((?:(?:包|联|挂|驻)[\u4e00-\u9fff]{{1,4}}:)?(?P<right>[\u4e00-\u9fff·、 \u3000]{{2,40}})\)[。;]?\s*"
)
#: What a place is called where the list says it is one: `甲居委会`, `乙小学`, `内科`.
_HOUSE = re.compile(
    r"(?:居|居委会|村委会|党支部|[小中]学|幼儿园|年级|班|科|室|庭|站|所|中心|车间|分公司|项目部|队|[商市]场|超市|酒店|银行|矿|合作社|基地|协会|商会)$"
)
_WHITE = re.compile(r"\s")
_FEWEST, _LONGEST = 2, 120


class _Held(NamedTuple):
    line: Passage
    form: int  # 0: the place first, 1: the person first
    persons: list[Mention]
    places: list[str]


def read(notice: Notice) -> Iterator[Portfolio]:
    """The rows of such lists in printed order."""
    by_title = shares_places(notice.heading)
    if not by_title and not _may_announce(notice):
        return
    run: list[_Held] = []
    open_ = by_title
    for line in notice.text_lines():
        found = list(_held(line)) if open_ else []
        if found and all(one.form == (run or found)[0].form for one in found):
            run += found
            continue
        yield from _given(notice, run)
        run = []
        open_ = by_title or (line.text.rstrip().endswith(":") and shares_places(line.text))
    yield from _given(notice, run)


def _may_announce(notice: Notice) -> bool:
    """Whether a line before a colon may say that such a list follows: asked of the printed lines, before any is put together."""
    if notice.rows:
        return True
    paper, above = notice.paper, ""
    for line in notice.lines:
        words = paper.words[line.number - 1]
        if words and line.number not in notice.furniture:
            above += words
            if words.endswith(":") and shares_places(above):
                return True
            if not paper.fills_column(words):
                above = ""
    return False


def _given(notice: Notice, run: list[_Held]) -> Iterator[Portfolio]:
    for one in run if len(run) >= _FEWEST else ():
        for mention in one.persons:
            source = notice.source(one.line, rule="portfolio/place-list", confidence=min(0.9, mention.confidence))
            for place in one.places:
                yield Portfolio(
                    source=source,
                    person=mention.person,
                    title=mention.title,
                    relation="联系",
                    object=place,
                    object_kind="org",
                )


def _held(line: Passage) -> Iterator[_Held]:
    """What a line gives, a piece between two `;` each; nothing if a piece of it is of no such form."""
    text = line.text
    if len(text) > _LONGEST or is_row(text):
        return
    found = [_piece(line.cut(low, high)) for low, high in lists.split(text, marks=";")]
    yield from (one for one in found if one is not None and None not in found)


def _piece(piece: Passage) -> _Held | None:
    for pattern in (_IN_BRACKETS, _PAIR, _IN_COLUMNS):
        match = pattern.fullmatch(piece.text)
        if match is not None and (found := _sides(piece, match)) is not None:
            return found
    return None


def _sides(piece: Passage, match: re.Match[str]) -> _Held | None:
    """Places on one side and persons on the other; None if they are no such things."""
    for form, (place, who) in enumerate((("left", "right"), ("right", "left"))):
        places = lists.items(piece.text, *match.span(place))
        if opens_with_verb(piece.text, *match.span(place)):
            return None  # 丁一：包甲村 says it by a verb
        if not places or not all(_is_place(piece.text[one.start : one.end]) for one in places):
            continue
        persons = subjects.named(piece, *match.span(who))
        if persons:
            return _Held(piece, form, persons, [piece.printed(one.start, one.end) for one in places])
    return None


def _is_place(words: str) -> bool:
    if _WHITE.search(words.strip()) is not None:
        return False  # a post in a column of its own before the place
    return PLACE.search(words) is not None or _HOUSE.search(words) is not None or lists.is_body(words)
