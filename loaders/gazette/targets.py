"""What a plan wants reached by a year: `到2025年，…数量突破100家；…达到2.5%以上`.

Rules: `target/figure` and `target/aim` (words instead of a figure: 跻身全市第一梯队). The year opens the sentence and holds to the
end of the paragraph or to the next year. Comparators: 达到 and 以上 `>=`, 突破 and 超过 `>`, 控制在 and 以内 `<=`, 保持在 `=`; 全部实现
is 100 %; `三分之一` is `1/3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.numerals import number_of
from graph.statements import Target
from loaders.gazette import lists
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_YEAR = re.compile(r"(?:到|至|截至|力争到|确保到)\s*(\d{4})\s*年(?:底|末|年底)?(?=[,:全实各、力建城基完新改]|\s)")
_NUMBER = r"(?P<value>\d{1,9}(?:\.\d{1,3})?|百分之[一二三四五六七八九十百]{1,4}|[一二三四五六七八九十]分之[一二三四五六七八九十])"
_UNIT = r"(?P<unit>%|个百分点|(?!以[上下内]|左右)[万亿千百]?[一-龥]{1,6}?(?:/[一-龥]{1,4})?)?"
_FIGURE = re.compile(
    r"(?P<verb>(?:力争|年均|稳定|保持|总量|总数|累计|分别|均|平均)?(?:达到|达|突破|超过|不低于|不少于|不小于|不高于|不超过|不大于|控制在|提高到|提高至|提升到|提升至"
    r"|增加到|增加至|增长到|增至|升至|下降到|下降至|降至|降到|压减到|保持在|稳定在|维持在|高于|低于|增长|下降|降低|提高|提升|增加|压减|新增|为))\s*+(?:(?:到|至)\s*+)?"
    rf"{_NUMBER}\s*{_UNIT}(?P<after>以上|以下|以内|左右|及以上)?(?=[,;。、()]|$|的)"
)
_COUNTED = re.compile(
    rf"{_NUMBER}\s*(?P<unit>%|[万亿千]?[一-龥]{{1,4}}(?:/[一-龥]{{1,4}})?)(?P<after>以上|以下|以内|左右)?$"
)
#: What stands in every figure.
_NUMERAL = re.compile(r"\d|分之")
#: `全县65%的行政村生活污水得到有效治理`: the share before what it is of.
_SHARE = re.compile(
    rf"{_NUMBER}\s*(?P<unit>%)(?P<after>以上|以下|左右)?的(?P<what>[^,;。]{{2,30}}(?:得到|实现|完成|达到|建成|通过|纳入|建有|配备)[^,;。]{{0,16}})$"
)
_DONE = re.compile(
    r"(?P<what>[^,;。]{2,30}?(?:全部|全面)(?:消除|清零|销号|完成|建成|达标|关停|退出|整改到位|整治到位))$"
)
_ALL = re.compile(r"全部(?P<verb>实现|达到|完成|纳入|建成)(?P<what>[^,;。]{2,40}?)(?:\([^()]{1,40}\))?$")
_RANK = re.compile(r"(?P<verb>跻身|进入|迈入|位居|位列|走在)(?P<what>[^,;。]{3,24})$")
_AIM = re.compile(r"(?P<verb>取得|建成|形成|基本建成|全面建成|打造成?)(?P<what>[^,;。]{2,40})$")
_LEAD_IN = re.compile(r"^(?:力争|确保|全[区县市省旗镇州盟校]|其中|实现|使|新增|完成|建设|累计)?\s*")
_ABOVE = ("不低于", "不少于", "不小于", "达", "提高", "提升", "增加", "增长", "增至", "升至", "新增", "高于")
_BELOW = ("不高于", "不超过", "不大于", "控制在", "降", "下降", "降低", "压减", "低于")
_CHANGES = ("增长", "下降", "降低", "提高", "提升", "增加", "压减")


def read(notice: Notice) -> Iterator[Target]:
    """The targets of one document in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint"):
        return
    for passage in notice.body:
        text = passage.text
        if "年" in text and "\t" not in text and ("到" in text or "至" in text):
            years = list(_YEAR.finditer(text))
            for place, match in enumerate(years):
                stop = years[place + 1].start() if place + 1 < len(years) else len(text)
                yield from _stretch(notice, passage, match[1], match.end(), stop)


def _stretch(notice: Notice, passage: Passage, year: str, start: int, stop: int) -> Iterator[Target]:
    first_sentence = True
    for low, high in lists.split(passage.text, start, stop, marks="。"):
        figures = 0
        for begin, end in lists.split(passage.text, low, high, marks=",;"):
            target = _figure(notice, passage, year, begin, end)
            if target is not None:
                figures += 1
                yield target
        if not figures and first_sentence:
            for begin, end in lists.split(passage.text, low, high, marks=",;"):
                yield from _aims(notice, passage, year, begin, end)
        first_sentence = False


def _figure(notice: Notice, passage: Passage, year: str, start: int, end: int) -> Target | None:
    clause = passage.text[start:end]
    everything = _ALL.search(clause) if "全部" in clause else None
    if everything:
        name = passage.printed(start, start + everything.start()) + passage.printed(
            start + everything.start("verb"), start + everything.end("what")
        )
        return _target(notice, passage, (start, end), year, _name(name), ("=", "100", "%"), 0.85)
    if _NUMERAL.search(clause) is None:
        done = _DONE.search(clause)
        if done is None:
            return None
        name = passage.printed(start + done.start("what"), start + done.end("what"))
        return _target(notice, passage, (start, end), year, _name(name), ("=", "100", "%"), 0.8)
    if (share := _SHARE.search(clause)) is not None:
        name = passage.printed(start + share.start("what"), start + share.end("what"))
        given = (_comparator("", share["after"]), *_value(share["value"], share["unit"]))
        return _target(notice, passage, (start, end), year, _name(name), given, 0.8)
    match = _FIGURE.search(clause)
    if match:
        name = passage.printed(start, start + match.start())
        if match["verb"].endswith(_CHANGES):
            name += match["verb"].removeprefix("力争")
        given = (_comparator(match["verb"], match["after"]), *_value(match["value"], match["unit"] or ""))
        return _target(notice, passage, (start, end), year, _name(name), given, 0.9) if len(name) >= 2 else None
    counted = _COUNTED.search(clause)
    if counted and len(clause) - len(counted.group()) >= 4:
        name = passage.printed(start, start + counted.start())
        given = (_comparator("", counted["after"]), *_value(counted["value"], counted["unit"]))
        return _target(notice, passage, (start, end), year, name, given, 0.65)  # no verb says that it is an aim
    return None


def _aims(notice: Notice, passage: Passage, year: str, start: int, end: int) -> Iterator[Target]:
    clause = passage.text[start:end]
    for pattern, comparator in ((_RANK, "rank"), (_AIM, "qualitative")):
        match = pattern.search(clause)
        if not match:
            continue
        what = passage.printed(start + match.start("what"), start + match.end("what"))
        subject = (start, start + match.start())
        names = [passage.printed(*subject)]
        if comparator == "rank":
            names = [passage.printed(*one) for one in lists.split(passage.text, *subject)] or names
        for name in names:
            indicator = _name(name) or f"{match['verb']}{what}"
            yield _target(notice, passage, (start, end), year, indicator, (comparator, what, ""), 0.6)
        return


def _target(
    notice: Notice,
    passage: Passage,
    span: tuple[int, int],
    year: str,
    indicator: str,
    given: tuple[str, str, str],
    confidence: float,
) -> Target:
    rule = "target/aim" if given[0] in ("rank", "qualitative") else "target/figure"
    return Target(
        source=notice.source(passage, *span, rule=rule, confidence=confidence),
        year=year,
        indicator=indicator,
        comparator=given[0],
        value=given[1],
        unit=given[2],
    )


def _name(words: str) -> str:
    """The thing measured, without the words that lead in (力争, 全区)."""
    return _LEAD_IN.sub("", words)


def _comparator(verb: str, after: str | None) -> str:
    if after in ("以下", "以内"):
        return "<="
    if after == "左右":
        return "~"
    if "突破" in verb or (verb.endswith("超过") and "不" not in verb):
        return ">"
    if any(word in verb for word in _BELOW):
        return "<="
    if after or any(word in verb for word in _ABOVE):
        return ">="
    return "="


def _value(words: str, unit: str) -> tuple[str, str]:
    """Value and unit: `三分之一` is `1/3`, `百分之八` is `8` `%`."""
    if words.startswith("百分之"):
        return str(number_of(words[3:])), "%"
    if "分之" in words:
        lower, _, upper = words.partition("分之")
        return f"{number_of(upper)}/{number_of(lower)}", unit
    return words, unit
