"""What the minutes of a meeting (会议纪要) tell: on which day it was held, who held it, who was there.

Rule `news/minutes`. The day opens the sentence that tells of the meeting (`7月5日下午，副县长某主持召开…`) or stands behind a label (`时间：`); who was there
stands in that sentence, behind the labels of the attendance (`出席：`, `列席：`, `参加人员：`), and where the meeting hears somebody's
report. Who is excused was not there, and who is given work by the minutes need not have been.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.statements import Event
from loaders.gazette.chronicle import event_of
from loaders.gazette.chronicle_entries import ENTRY_DAY, YEAR_OPEN, iso, open_day, published_above
from loaders.gazette.names import is_crowd, is_given, is_name, is_title, is_unit, is_word, may_be_name
from loaders.gazette.news_days import Day, opening_day
from loaders.gazette.notice import Notice
from loaders.gazette.people_in_text import people_in
from loaders.gazette.persons import read_mentions
from loaders.gazette.years import Years, day_in
from loaders.readers.paper import Passage

_MINUTES = "纪要"
_HELD = re.compile(r"[^。]{0,120}(?:召开|召集|主持|举行)")
_TIME = re.compile(r"\s*(?:会议)?时\s*间\s*:\s*")
_THERE = re.compile(
    r"\s*(?:会议)?(?:主\s*持\s*(?:人|者)?|召集人|(?:出|列)\s*席(?:人员|领导|人|会议)?|参\s*加(?:人员|人|会议人员)?|(?:参|与|到)会(?:人员|领导|人)?|记\s*录\s*(?:人|员)?)\s*:\s*"
)
#: `出席会议的常委会组成人员：` over the roll of a body in columns, which is not read here: part of those there is not who was there.
_OF_A_BODY = re.compile(r"\s*(?:出席|列席|参加)(?:本次)?会议的")
_AWAY = re.compile(r"\s*(?:请\s*假|缺\s*席|因[事病公]请假)(?:人员|人)?\s*:")
_BRACKET = re.compile(r"\((?P<inside>[^()]{0,30})\)")
_MARK = re.compile(r"[、,;。]")
#: `会议听取了县水利局局长某同志关于…的汇报`.
_HEARD = re.compile(
    r"听取(?:和审议)?了?(?P<who>[^。;,]{4,60}?)(?:同志)?(?:关于|对|就|的)[^。;]{0,80}(?:汇报|说明|通报)"
)
#: The title of minutes on a line of its own below other words of a page.
_TITLE = re.compile(r"[^,。;:]{2,40}纪要[ \u3000]*(?:\([^()]{1,16}\))?[ \u3000]*")
_PAGE_LINES = 16  # in which it stands, and its labels below it
_SURE = 0.9
_LONGEST_LIST, _HEAD_LINES = 600, 8
_FEWEST_SURE = 2
_SHORTEST, _LONGEST = 2, 3  # letters of a name


def read(notice: Notice) -> Iterator[Event]:
    """The meeting that minutes tell of; nothing if they print no day or name nobody who was there."""
    if notice.kind not in ("notice", "text") or not _are_minutes(notice):
        return
    lines = notice.text_lines()
    if any(_OF_A_BODY.match(line.text) for line in lines):
        return
    found = next(((line, day) for line in lines if (day := _day_of(line)) is not None), None)
    if found is None:
        return
    line, day = found
    first, sure = _dated(notice, day)
    if not first:
        return
    told = line.cut(day.end) if _TIME.match(line.text) is None else notice.title
    rule = "news/minutes"
    event = event_of(notice, line, told, (first, ""), rule, confidence=sure)
    persons = dict(person.split("|", 1) for person in event.persons)
    for name, title in _attending(lines):
        persons.setdefault(name, title)
    if persons:
        yield replace(event, persons=tuple(f"{name}|{title}" for name, title in persons.items()))


def _are_minutes(notice: Notice) -> bool:
    """Whether a paper is minutes by its title, or by a title below the head of the page it was copied from and its labels."""
    if _MINUTES in notice.heading:
        return True
    if not notice.paper.folded.count(_MINUTES, notice.lines[0].start, notice.lines[-1].end):
        return False
    lines = notice.text_lines()
    below = next((at for at, line in enumerate(lines[:_PAGE_LINES]) if _TITLE.fullmatch(line.text)), None)
    if below is None:
        return False
    head = lines[below + 1 : below + 1 + _PAGE_LINES]
    return any(_TIME.match(line.text) for line in head) and any(_THERE.match(line.text) for line in head)


def _day_of(line: Passage) -> Day | None:
    """The day of the meeting, if a line tells it."""
    if (label := _TIME.match(line.text)) is not None:
        day = ENTRY_DAY.match(line.text, label.end())
        return Day(day, day.end()) if day is not None and day["month"] else None
    day_ = opening_day(line)
    return day_ if day_ is not None and _HELD.match(line.text, day_.end) is not None else None


def _dated(notice: Notice, day: Day) -> tuple[str, float]:
    """The day as an ISO date, or as printed where no year is certain, and how sure it is."""
    month, number = day.parts["month"], day.parts["day"]
    head = next((day_in(line.text) for line in notice.text_lines()[:_HEAD_LINES] if _is_head(line.text)), "")
    years = Years(published=notice.signed_date or head or published_above(notice))
    year, sure = (day.parts["year"], 1.0) if day.parts["year"] else years.of(month, number)
    if year:
        return iso(year, month, number), min(sure, _SURE)
    return open_day(month, number), YEAR_OPEN


def _is_head(text: str) -> bool:
    """Whether a line is the head of minutes, with the day on which they were written: `某县政府办公室　　2031年7月8日`."""
    return "。" not in text and _TIME.match(text) is None and bool(day_in(text))


def _attending(lines: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Whom the labels of the attendance name, and whose reports the meeting heard, each with the title printed."""
    listing = False
    for line in lines:
        text = line.text
        if len(text) > _LONGEST_LIST:
            listing = False
            continue
        if (label := _THERE.match(text)) is not None:
            listing = True
            yield from _listed(line, label.end())
        elif _AWAY.match(text) or ":" in text or "。" in text:
            listing = False
        elif listing:
            more = list(_listed(line, 0))
            listing = bool(more)
            yield from more
        if "听取" in text:
            for heard in _HEARD.finditer(text):
                yield from ((one.name, one.title) for one in people_in(line.cut(*heard.span("who"))))


def _listed(line: Passage, start: int) -> Iterator[tuple[str, str]]:
    """The persons of a list parted by marks or by gaps, with the posts or bodies in brackets behind them left aside."""
    read = [_read(line, low, high) for low, high in _stretches(line.text, start)]
    several = sum(sure for _, sure in read) >= _FEWEST_SURE
    # Behind a label that asks for persons a list is one of names too if each of its parts may be one and none a post.
    several = several or (len(read) > 1 and start > 0 and all(len(persons) == 1 for persons, _ in read))
    for persons, sure in read:
        if sure or several:
            yield from persons


def _read(line: Passage, low: int, high: int) -> tuple[list[tuple[str, str]], bool]:
    """The persons of a stretch with their titles, and whether they are sure: a name without a surname is one among others."""
    bracket = _BRACKET.search(line.text, low, high)
    stop = bracket.start() if bracket is not None else high
    title = bracket["inside"] if bracket is not None and is_title(bracket["inside"]) else ""
    names = _apart(line.text[low:stop])
    if names and all(map(is_name, names)):
        return [(name, title) for name in names], True
    mentions = read_mentions(line, low, stop)
    if mentions and all(mention.person for mention in mentions):
        return [(mention.person, mention.title or title) for mention in mentions], True
    plain = len(names) == 1 and _SHORTEST <= len(names[0]) <= _LONGEST and may_be_name(names[0])
    return ([(names[0], title)] if plain and not _is_no_name(names[0]) else []), False


def _is_no_name(words: str) -> bool:
    """Whether letters are no name; what everyday words make up may be one by the letters of its given name (`思建军`)."""
    worded = is_word(words) and not (len(words) == _LONGEST and is_given(words[1:]))
    return worded or is_unit(words) or is_title(words) or is_crowd(words)


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks outside brackets; a bracket ends one too."""
    low, at = start, start
    while at < len(text):
        bracket = _BRACKET.match(text, at) if text[at] == "(" else None
        if bracket is not None or _MARK.match(text, at):
            at = bracket.end() if bracket is not None else at
            if text[low:at].strip():
                yield low, at
            low = at + (bracket is None)
        at += bracket is None
    if text[low:].strip():
        yield low, len(text)


def _apart(words: str) -> list[str]:
    """Names set apart by gaps, the letters of a short one spread (`田 业  单宇飞`): a letter alone belongs to the next piece."""
    names: list[str] = []
    open_ = False
    for piece in words.split():
        if open_:
            names[-1] += piece
        else:
            names.append(piece)
        open_ = not open_ and len(piece) == 1
    return names
