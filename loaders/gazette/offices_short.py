"""The office of a body under the short name that its paper gives it: `指挥部下设办公室（简称创建办）` / `创建办设在县委宣传部，主任由甲兼任`.

Rules `office/seated-in` and `office/held-by`. Only the short name that the paper itself puts in brackets behind 办公室 counts; a sentence
that has it says where the office sits, or who holds a role of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from loaders.gazette.notice import Notice
from loaders.gazette.offices import Office, places
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_GIVEN = re.compile(r"办公室\((?:(?:以下|下文)?(?:简称|称)(?:为|:)?)?[“\"]?(?P<name>[\u4e00-\u9fff]{1,8}办)[”\"]?\)")
_RANK = "(?P<role>(?:常务|第一|执行|专职|兼职)?副?主任)"
_HELD = re.compile(
    rf"(?:^|[,;办]){_RANK}(?:一职|职务)?(?:分别)?由(?P<who>[^。;:,由]{{2,80}}?)(?:同志)?(?:分别)?(?:兼任|担任|兼)(?=[,;]|$)"
)
_HOLDS = re.compile(
    rf"(?:^|[,;])\s*由?(?P<who>[^。;:,由]{{2,60}}?)(?:同志)?(?:分别)?(?:兼任|担任|(?<!主)任|兼)(?P<of>[^。;:,由]{{0,8}}?){_RANK}(?=[,;]|$)"
)
_SENTENCE = re.compile(r"[^。]+")
_GIVES = (")", "”", '"')  # where the name is given, nothing is said of the office yet
_RULE = "office/held-by"


@lru_cache(maxsize=2)
def short_name(notice: Notice) -> str:
    """What the paper calls the office of its body for short; empty if it gives it no such name, or several."""
    if "办)" not in notice.words and "办”)" not in notice.words and '办")' not in notice.words:
        return ""
    names = {match["name"] for match in _GIVEN.finditer(notice.words)}
    return names.pop() if len(names) == 1 else ""


def read_short(
    passage: Passage, short: str, known: Collection[str] = ()
) -> tuple[list[Seat], Office | None, list[Passage]]:
    """The seats of the office in a passage that calls it by `short`, where it sits, and what else the passage says."""
    if not short or short not in passage.text:
        return [], None, [passage]
    seats: list[Seat] = []
    place: Office | None = None
    rest: list[Passage] = []
    for sentence in _SENTENCE.finditer(passage.text):
        low, high = sentence.span()
        own = passage.cut(low, min(high + 1, len(passage)))
        told, where = _told(own, short, known)
        seats.extend(told)
        if told and where is None:
            where = next(iter(places(own)), None)  # 办公室设在甲局，防火办主任由乙兼任
        place = place or where
        if not told and where is None:
            rest.append(own)
    return seats, place, rest


def _told(sentence: Passage, short: str, known: Collection[str]) -> tuple[list[Seat], Office | None]:
    text = sentence.text.rstrip("。")
    at = text.find(short)
    while at >= 0 and text.startswith(_GIVES, at + len(short)):
        at = text.find(short, at + 1)
    if at < 0:
        return [], None
    seated = _seated(short).search(text)
    begins = not text[:at].strip() or text[at - 1] in ",;"
    seats: list[Seat] = []
    for match in _HELD.finditer(text, at):
        seats.extend(_seats(sentence, match, known))
    for match in _HOLDS.finditer(text):
        of_it = match["of"] == short or (not match["of"] and at < match.start("role") and (begins or bool(seats)))
        if of_it and short not in match["who"] and "设" not in match["who"]:
            seats.extend(_seats(sentence, match, known))
    if not begins and seated is None and not any(short + seat.role[3:] in text for seat in seats):
        return [], None
    if seated is None:
        return seats, None
    low, high = seated.span("place")
    return seats, Office("", sentence.printed(low, high), sentence, seated.start(), high)


@lru_cache(maxsize=64)
def _seated(short: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[,;])\s*{short}(?:日常工作)?(?:设置?[在于]|挂靠?[在于]?|(?:办公)?地点设?[在为])(?P<place>[^,。;:()]{{2,30}}(?:\([^()]{{2,20}}\))?)"
    )


def _seats(sentence: Passage, match: re.Match[str], known: Collection[str]) -> list[Seat]:
    role = "办公室" + match["role"]
    seats = seats_of(sentence, *match.span("who"), As(role, _RULE, 0.9), known=known)
    return seats if all(seat.person or seat.title for seat in seats) else []
