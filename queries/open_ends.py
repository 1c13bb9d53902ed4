"""Days in a question of which one end is open or lies about a holiday: 9月8日之前, 8月以后, 三季度前, 国庆前后, before August 2023.

前 and 以前 end on the day before what is named, 后 and 以后 begin on the day behind it; 8月底前 holds August. A holiday that moves with the
moon has no days here. Nothing here knows what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from queries.periods import MONTH, MONTHS, Period, period_of
from queries.stretches import After, Before, Feast, Moving, Part, Span, Stretch

#: Holidays of fixed days: month, day, and how many days they last.
_FEASTS = {
    "元旦": (1, 1, 1), "妇女节": (3, 8, 1), "三八": (3, 8, 1), "五一": (5, 1, 5), "劳动节": (5, 1, 5), "五四": (5, 4, 1), "青年节": (5, 4, 1),
    "六一": (6, 1, 1), "儿童节": (6, 1, 1), "七一": (7, 1, 1), "建党节": (7, 1, 1), "八一": (8, 1, 1), "建军节": (8, 1, 1), "教师节": (9, 10, 1),
    "国庆": (10, 1, 7), "十一": (10, 1, 7),
}  # fmt: skip
_MOVING = "春节|除夕|元宵|清明|端午|中秋|重阳|农历新年|过年"
#: How many days 前后 reaches to either side of a holiday, and of a plain day.
_AROUND, _NEAR = 7, 3
_YEAR = r"(?:(?P<year>\d{4})年|(?P<said>今年|去年|前年|本年度?))"
_DAY = r"[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
#: Some are named twice over: 五一劳动节.
_FEAST = rf"(?:(?:三八|五一|五四|六一|七一|八一|十一)(?=[妇劳青儿建国]))?(?P<feast>{'|'.join(_FEASTS)})节?"
_NAMED = (
    rf"(?:在|自|从)?(?:{_YEAR}?的?(?:第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年"
    rf"|(?<![\d第十])(?P<month>{MONTH})月份?(?:(?P<day>{_DAY})[日号]|(?P<tail>[底末]))?|{_FEAST})"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)(?!\d)"
    r"|(?P<whole>\d{4})年)"
)
#: 前任 and 后来 begin words of their own; by when work is to be done is asked of deadlines, not of days.
_BEFORE = r"(?P<before>之前|以前|前(?![任后几一二两三半往景期线沿]))(?!.{0,8}(?:完成|到期|办结|做完|结束))的?"
_AFTER = r"(?P<after>之后|以后|过后|后(?![任来续半几勤备]))的?"
_OPEN = re.compile(f"{_NAMED}(?:{_BEFORE}|{_AFTER})")
_ABOUT = re.compile(rf"(?:在)?{_YEAR}?的?{_FEAST}(?:(?P<around>前后|左右)|期间|假期|长假|黄金周|当天|那天|这天)的?")
_NEARBY = re.compile(rf"(?:在)?{_YEAR}?的?(?<![\d第十])(?P<month>{MONTH})月(?P<day>{_DAY})[日号](?:前后|左右)的?")
_UNTOLD = re.compile(
    rf"(?:在)?(?:{_YEAR}的?)?(?P<moving>{_MOVING})节?(?:前后|左右|期间|假期|长假|前夕|当天|之前|以前|前(?!任)|之后|以后|后(?!任|来)|以来)的?"
)
_ENGLISH = re.compile(
    rf"\s*\b(?:(?P<before>before|prior to)|(?P<after>after))\s+(?:(?P<english>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?|(?P<iso>\d{{4}}-\d\d(?:-\d\d)?))",
    re.IGNORECASE,
)


def _open(said: dict[str, str]) -> Stretch:
    what = _what(said)
    return Before(what, whole="tail" in said) if "before" in said else After(what)


def _what(said: dict[str, str]) -> Period | Span | Part | Feast:
    if iso := said.get("iso"):
        year, month, *day = (int(each) for each in re.split("[-/.]", iso))
        return Period(year=year, month=month, day=day[0] if day else 0)
    if whole := said.get("whole"):
        return Period(year=int(whole))
    if "feast" in said:
        return _feast(said)
    dated = _some(said, "year", "said")
    if "half" in said:
        one, other = ("1", "2") if said["half"] == "上" else ("3", "4")
        return Span(period_of({**dated, "quarter": one}), period_of({**dated, "quarter": other}))
    return period_of(_some(said, "year", "said", "quarter", "month", "day", "english"))


def _some(said: dict[str, str], *keys: str) -> dict[str, str]:
    return {key: said[key] for key in keys if key in said}


def _feast(said: dict[str, str]) -> Feast:
    month, day, length = _FEASTS[said["feast"]]
    year = period_of(_some(said, "year", "said"))
    return Feast(replace(year, month=month, day=day), length, _AROUND if "around" in said else 0)


def _nearby(said: dict[str, str]) -> Stretch:
    return Feast(period_of(said), 1, _NEAR)


def _moving(said: dict[str, str]) -> Stretch:
    return Moving(said["moving"])


#: The ways an end is left open, and what each means.
OPEN_ENDS = (((_ABOUT,), _feast), ((_NEARBY,), _nearby), ((_UNTOLD,), _moving), ((_OPEN, _ENGLISH), _open))
