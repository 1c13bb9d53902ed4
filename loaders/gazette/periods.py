"""How often something falls due: review and drill of a plan, validity of a measure.

Rule: `period/every`. Reads `至少每3年进行一次应急演练`, `每两年评估一次`, `本手册每两年修订一次`, `有效期5年`; a period with 原则上 or without a number of years is kept as
printed in `every` where it has one. `what` is review (评估, 修订, 评价), drill (演练, 演习) or validity (有效期, 试行期).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.numerals import number_of
from graph.statements import Period
from loaders.gazette.headings import Plans, mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_NUMBER = r"(?P<every>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)"
_UNIT = r"\s*(?:个)?(?P<unit>年|月|学期|季度|季|周|日|天)"
_EVERY = re.compile(
    rf"每(?:隔)?\s*{_NUMBER}?{_UNIT}(?:度|内)?\s*(?:至少|不少于|应当|应|须|要|组织|开展|进行|对[^,。;]{{1,24}}?(?=进行|开展|组织|实施|予以))*"
    r"\s*(?P<deed>[^,。;:]{0,24})"
)
_VALID = re.compile(rf"(?:有效期|试行期|试行期限|有效期限|有效期间)(?P<about>原则上)?(?:为|至)?\s*{_NUMBER}{_UNIT}")
_REVIEW = re.compile(r"评估|修订|评价|复审|修编|更新")
_DRILL = re.compile(r"演练|演习|拉练")
#: `本手册每两年修订一次`: a paper that is no plan says it of itself.
_ITSELF = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*\s*)?本(?:手册|办法|制度|规定|细则|规则|方案|清单|目录|指南|标准|规范|规划|章程|条例|规程|措施|意见|协议|公约|规约|纲要|要点|通知|守则|准则|目标|计划|制度汇编)"
)
#: What a paper says of itself, and not of the matter it rules.
_IN_FORCE = re.compile("解释|施行|试行|实施|执行|有效|印发|发布|公布|生效|通过")
_LEAD_OUT = re.compile(r"(?:至少|原则上|一般|应当|应|要|须)*(?<!\s)\s*$")
_ONCE = re.compile(r"[一1]\s*次|(?:进行|开展|组织|举行)")
_TIMES = re.compile(r"(?P<times>\d{1,2}|[一二两三四五六七八九十]{1,2})\s*次")
_MONTHS = {"year": 12, "quarter": 3}
_UNITS = {
    "年": "year",
    "月": "month",
    "学期": "semester",
    "季度": "quarter",
    "季": "quarter",
    "周": "week",
    "日": "day",
    "天": "day",
}


def read(notice: Notice) -> Iterator[Period]:
    """The periods of one document in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint"):
        return
    plans: Plans | None = None
    for passage in notice.body:
        text = passage.text
        if "\t" in text:
            continue
        if "每" in text and (_REVIEW.search(text) or _DRILL.search(text)):
            of_plans = "预案" in text or "演练" in text
            for match in _EVERY.finditer(text):
                begin = max(match.start() - 60, 0, *(text.rfind(mark, 0, match.start()) + 1 for mark in ",。;:"))
                about = _LEAD_OUT.sub("", text[begin : match.start()])
                if not of_plans and not _ITSELF.match(about) and not (not about.strip() and _of_itself(passage, begin)):
                    continue
                sentence = about + match["deed"]
                what = "drill" if _DRILL.search(sentence) else "review" if _REVIEW.search(sentence) else ""
                if not what or not _ONCE.search(match.group()):
                    continue
                plans = plans or Plans(notice)
                document = _document(passage.printed(begin, begin + len(about))) or plans.at(passage.start)
                every, unit = _times(match)
                if not every:
                    continue
                yield Period(
                    source=notice.source(passage, begin, match.end(), rule="period/every", confidence=0.85),
                    document=document,
                    what=what,
                    every=every,
                    unit=unit,
                )
        if "期" in text:
            for match in _VALID.finditer(text):
                plans = plans or Plans(notice)
                yield Period(
                    source=notice.source(
                        passage, *match.span(), rule="period/validity", confidence=0.8 if match["about"] else 0.95
                    ),
                    document=plans.at(passage.start),
                    what="validity",
                    every=_number(match["every"]),
                    unit=_UNITS[match["unit"]],
                )


def _of_itself(passage: Passage, place: int) -> bool:
    """Whether the clauses before one without a subject tell of the paper's own force (`第八条 本章程由甲局解释，每五年修订一次`)."""
    mark = mark_of(passage)
    start = max(passage.text.rfind("。", 0, place) + 1, mark.end if mark else 0)
    itself = _ITSELF.match(passage.text, start, place)
    return itself is not None and _IN_FORCE.search(passage.text, itself.end(), place) is not None


def _document(words: str) -> str:
    """The plans a period is about, where the sentence names them (`专项应急预案、部门应急预案`)."""
    match = re.search(r"([\u4e00-\u9fff、]{0,30}应急预案)", words)
    return match[1].lstrip("、对") if match else ""


def _times(match: re.Match[str]) -> tuple[str, str]:
    """How often, as a span: `每年2次` is every half year, `每年3次` every four months; empty if it is no whole number of months."""
    every, unit = _number(match["every"]), _UNITS[match["unit"]]
    times = _TIMES.search(match.group())
    count = number_of(times["times"]) if times else 1
    if not count or count == 1:
        return every, unit
    months = _MONTHS.get(unit, 0) * float(every) / count
    if months == 6:
        return "0.5", "year"
    return (f"{months:g}", "month") if months and months == int(months) else ("", unit)


def _number(words: str | None) -> str:
    if not words:
        return "1"
    if words == "半":
        return "0.5"
    return str(number_of(words))
