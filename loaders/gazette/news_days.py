"""The day with which an item of news opens: behind who sent it, behind the reason or what took place, or carried by the item above.

`本网讯（记者 某某）3月5日`, `今天（3月5日）`, `甲网3月6日讯（某某）5日`, `为…，3月5日`, `某会议3月5日召开`; by the day on which it came out
`昨天上午` and `6日` are days too; below such an item a paragraph that opens with a later day
of the month (`8日上午，`), or with the later half of the day and who did what then (`下午，丁一前往…`), is an item of its own.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from loaders.gazette.chronicle_entries import ENTRY_DAY
from loaders.gazette.names_in_text import name_length
from loaders.readers.paper import Passage

#: `本网讯（记者 某某）3月5日`, `又讯 3月5日`, `今天（3月5日）`.
_LEAD = re.compile(
    r"\s*(?:(?:又|另)讯[:,\s]*)?(?:[(【\[]?(?:本[报网站台刊]|[\u4e00-\u9fff]{2,8})(?:[讯电]|消息)[)】\]]?[:,\s]*)?(?:[(【](?:[^()【】]{0,20}(?:记者|通讯员|编辑)[^()【】]{0,20}|[\u4e00-\u9fff]{2,3})[)】][:,\s]*)?(?P<today>[今昨][天日]\((?=\d))?"
)
_TODAY_CLOSED = re.compile(r"\)[,\s]*")
#: `甲网3月6日讯（某某）5日`: the day behind the one on which the item was sent, of the same month.
_SENT = re.compile(
    r"\s*[\u4e00-\u9fff]{2,12}?(?P<month>\d{1,2})月(?P<sent>\d{1,2})日[讯电]\s*(?:[(【][^()【】]{0,30}[)】])?[:,\s]*(?=(?P<day>\d{1,2})日)"
)
#: `为…,9月25日,副县长丁一…`, `★某某督导防汛  9月25日，…`: the day behind the clause that says why, which may hold days of its own, or
#: behind a headline; a page may have lost the figures of the year before 年.
_BEHIND_REASON = re.compile(r"(?:,\s*(?:于|年)?|[ \u3000]{1,2})(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日)")
#: `甲县某会议（于）3月5日（上午）（在某处）召开`: the day behind what took place, in the first clause of all; what is to come is none.
_BEHIND_SUBJECT = re.compile(
    r"\s*[^,。;:《》]{3,40}?(?:已?于)?(?<!将于)(?<!拟于)(?<!定于)(?<![将拟定])"
    r"(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?)?(?:在[^,。;:]{2,30}?)?(?:正式|隆重|顺利)?(?:召开|举行|举办|开幕|闭幕|开班|揭牌|开工|启动))"
)
#: A first sentence without a day of its own, and the day behind it.
_GENERAL_OPENING = re.compile(r"(?![^。]{0,100}\d日)[^。:]{4,100}。\s*(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[,上下]|晚))")
#: `昨天上午，`, `6日，` behind who sent it: the day by that on which the item came out.
_BY_PUBLICATION = re.compile(
    r"(?:(?P<told>[今昨前][天日])(?=[上下]午|晚|凌晨|,)|(?P<day>\d{1,2})日(?=[上下]午|晚|凌晨|,))"
)
_SENDER = re.compile(r"[讯电)】\]][:,\s]*$")
_HALF = re.compile(r"[上下]午|晚|凌晨")
_AGO = {"今": 0, "昨": 1, "前": 2}
_LONGEST_AGO = 10  # days within which a paper tells what happened
_LATER_DAY = re.compile(r"\s*(?=(?P<day>\d{1,2})日(?:上午|下午|晚上|晚间|,))")
_LATER_HALF = re.compile(r"\s*(?:当日|当天)?(?:下午|晚上|当晚),\s*")
_LONGEST_REASON = 120


class Day(NamedTuple):
    """The parts of a printed day, as `ENTRY_DAY` names them, and where the words behind it begin."""

    parts: re.Match[str]
    end: int


def opening_day(passage: Passage) -> Day | None:
    """The day a paragraph opens with, its month printed; what only looks like one (`3月5日前`) is none."""
    text = passage.text
    lead = _LEAD.match(text)
    day = ENTRY_DAY.match(text, lead.end() if lead else 0)
    if day is None or not day["month"]:
        sent = _SENT.match(text) if "日" in text[:_LONGEST_REASON] else None
        return _of_month(sent["month"], text, sent.end()) if sent and int(sent["day"]) <= int(sent["sent"]) else None
    end = day.end()
    if lead is not None and lead["today"] and (closed := _TODAY_CLOSED.match(text, end)) is not None:
        end = closed.end()
    return Day(day, end) if end < len(text.rstrip()) else None


def day_behind_reason(passage: Passage) -> Day | None:
    """The day in the first sentence of a paragraph behind the clause that opens it; None if a clause begins with none."""
    text = passage.text
    if text.find("日", 0, _LONGEST_REASON) < 0:
        return None
    stop = text.find("。", 0, _LONGEST_REASON)
    high = stop if stop >= 0 else min(len(text), _LONGEST_REASON)
    clause = _BEHIND_REASON.search(text, 0, high)
    day = ENTRY_DAY.match(text, clause.end()) if clause is not None else None
    return Day(day, day.end()) if day is not None else None


def day_behind_subject(passage: Passage) -> Day | None:
    """The day behind what took place on it, in the first clause of a paragraph; None if a clause begins with none."""
    clause = _BEHIND_SUBJECT.match(passage.text, 0, _LONGEST_REASON)
    day = ENTRY_DAY.match(passage.text, clause.end()) if clause is not None else None
    return Day(day, day.end()) if day is not None else None


def day_behind_opening(passage: Passage) -> Day | None:
    """The day that opens the second sentence of an item whose first one says in general what goes on (`近日，各镇换届陆续展开。11月12日，`)."""
    opening = _GENERAL_OPENING.match(passage.text, 0, _LONGEST_REASON)
    day = ENTRY_DAY.match(passage.text, opening.end()) if opening is not None else None
    return Day(day, day.end()) if day is not None else None


def day_by_publication(passage: Passage, published: str) -> Day | None:
    """The day that a paragraph opens with and that is told by the one on which the item came out (`昨天上午`, `本报讯 6日`).

    A word for the day needs a sender before it or the half of the day behind it: `今天，` opens speeches too.
    """
    text = passage.text
    lead = _LEAD.match(text)
    sender = lead is not None and _SENDER.search(text, 0, lead.end()) is not None
    told = _BY_PUBLICATION.match(text, lead.end() if lead is not None else 0)
    if (
        told is None
        or len(published) < len("2031-03-05")
        or not (sender or told["day"] or _HALF.match(text, told.end()))
    ):
        return None
    came_out = date.fromisoformat(published)
    days = [came_out - timedelta(days=ago) for ago in range(_LONGEST_AGO + 1)]
    if told["told"]:
        day = days[_AGO[told["told"][0]]]
    else:
        day = next((one for one in days if one.day == int(told["day"])), date.min)
    return _read_as(f"{day.month}月{day.day}日", text, told.end()) if day != date.min else None


def day_alone(passage: Passage) -> re.Match[str] | None:
    """The day that stands alone on its line, with the day of the week at most, over the items of that day."""
    day = ENTRY_DAY.match(passage.text)
    return day if day is not None and day["month"] and day.end() == len(passage.text.rstrip()) else None


def later_day(passage: Passage, above: re.Match[str]) -> Day | None:
    """The day of a paragraph that goes on behind the day `above`: a later one of its month, or its later half with who acts then."""
    text = passage.text
    if (later := _LATER_DAY.match(text)) is not None:
        return _of_month(above["month"], text, later.end()) if int(later["day"]) > int(above["day"]) else None
    half = _LATER_HALF.match(text)
    return Day(above, half.end()) if half is not None and name_length(text, half.end(), len(text)) else None


def _of_month(month: str, text: str, at: int) -> Day | None:
    """A day printed without its month, in a month said before."""
    return _read_as(f"{month}月", text, at)


def _read_as(lead: str, text: str, at: int) -> Day | None:
    """The day in words that go on at `at`, read behind what a `lead` says of it."""
    day = ENTRY_DAY.match(lead + text[at:])
    return Day(day, at + day.end() - len(lead)) if day is not None else None
