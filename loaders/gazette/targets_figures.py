"""What a clause of a plan wants measured: the thing, how it compares, the figure, its unit.

Forms, each with its figure behind or before the thing: `…达到2.5%以上`, `…由10亿元提高到15亿元`, `健康社区25个以上、健康学校18所以上`,
`完成20个老旧小区改造`, `…率、…率分别达到99%、95%`, `65%的行政村…得到治理`, `全部实现…`, `…实现全覆盖`. Nothing here knows of years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.numerals import number_of
from loaders.gazette import lists
from loaders.readers.paper import Passage

_VALUE = (
    r"\d{1,9}(?:\.\d{1,3})?(?!\d)|[百千万]分之(?:[一二三四五六七八九十百]{1,4}+|\d{1,3}(?:\.\d{1,3})?(?!\d))"
    r"|[一二三四五六七八九十]分之[一二三四五六七八九十]"
)
_NUMBER = rf"(?P<value>{_VALUE})"
_MORE = r"(?:余|多)?"
#: Of a hundred, a thousand, ten thousand; what is measured in letters (`35μg/m3`).
_SIGN = r"[%‰‱]|[A-Za-zμ℃]{1,4}[\d²³]?(?:/[A-Za-z]{1,3}[\d²³]?)?"
_OF = {"百": "%", "千": "‰", "万": "‱"}
_UNIT = rf"(?P<unit>{_SIGN}|个百分点|(?!以[上下内]|左右)[万亿千百]?[一-龥]{{1,6}}?(?:/[一-龥]{{1,4}})?)?"
_AFTER = r"(?P<after>及?以上|及?以下|以内|左右|之内)?"
_VERB = (
    r"(?:力争|年均|稳定|保持|总量|总数|累计|分别|均|平均|净|再|要)*(?:达到|达|突破|超过|不低于|不少于|不小于|不高于|不超过|不大于|控制在|控制到"
    r"|(?:提高|提升|增加|增长|扩大|发展|下降|降|压减|压缩|缩短|缩减|减少|降低|上升|回升|增|升)(?:到|至)|保持在|稳定在|维持在|高于|低于"
    r"|增长|下降|降低|提高|提升|增加|压减|压缩|缩短|减少|新增|净增|为)"
)
_FIGURE = re.compile(rf"(?P<verb>{_VERB})\s*+(?:(?:到|至)\s*+)?{_NUMBER}\s*{_MORE}{_UNIT}{_AFTER}(?=[,;。、()]|$|的)")
#: What things are counted in; a number before one of them and a thing behind counts that thing.
_COUNTER = r"[万亿千百]?(?:个|家|所|名|人|公里|千米|处|座|条|件|项|户|套|台|辆|张|亩|公顷|平方米|平方公里|立方米|吨|元|次|场|期|批|对|支|种|类|片|栋|幢|间|千瓦|兆瓦|位|例|株|头|只|门|部|宗|起|村)"
_COUNTED = re.compile(
    rf"{_NUMBER}\s*{_MORE}(?P<unit>[%‰‱]|(?!以[上下内]|左右|余|多)[万亿千]?[一-龥]{{1,4}}?(?:/[一-龥]{{1,4}})?"
    rf"|(?<=[一二三四五六七八九十百])(?=及?以[上下内]|左右)){_AFTER}$"
)
#: What is done to things.
DOES = (
    r"新建改建|新植|补植|新造|新栽|复垦|流转|新建和改造|新改扩建|改扩建|新建|改建|扩建|续建|重建|改造提升|提升改造|改造|建设|建成|建立|修建|完成|创建|创成|争创|培育|培养|引进|引育|招引|招录|招聘|打造|新增|净增"
    r"|实施|发展|认定|组建|培训|选派|选聘|申报|种植|栽植|治理|整治|消除|淘汰|关停|推广|开工|竣工|投放|投用|设立|布局|扶持|帮扶|孵化|转化|制定|制修订|修订|配备|购置|安装|更新|开通|新开|盘活|储备|签约|落地|开展|组织|举办|帮助|推动|支持|覆盖|搬迁|安置|新设"
)
#: `完成20个老旧小区改造`
_ACT = re.compile(
    rf"^(?P<does>(?:每年|年均|累计|新|再|力争|确保|至少|全[区县市省旗镇州盟])*(?:{DOES}))(?:不少于|不低于|约|至少|超过)?\s*{_NUMBER}\s*{_MORE}(?P<unit>{_COUNTER}){_AFTER}"
    r"(?P<what>[^\d,;。、元]{2,30})$"
)
_LEADING_ACT = re.compile(rf"^(?:(?:每年|年均|累计|再|力争|确保|至少)*)(?P<does>{DOES})(?=[^\d])")
_OF_MONTH = re.compile(r"[月日号](?:份|[底末初中]|[上中下]旬)?(?:之?前|以前|起)?")
#: What stands in every figure.
_NUMERAL = re.compile(r"\d|分之")
_EACH = re.compile(rf"(?P<verb>分别{_VERB}?)\s*(?P<values>(?:{_VALUE})[^,;。]*)(?=[,;。]|$)")
_ONE_VALUE = re.compile(
    rf"{_NUMBER}\s*(?P<unit>{_SIGN}|个百分点|(?!以[上下内]|左右)[万亿千百]?[一-龥]{{1,6}}?)?{_AFTER}(?=[、和及与]|$)"
)
#: `全县65%的行政村生活污水得到有效治理`: the share before what it is of.
_SHARE = re.compile(
    rf"{_NUMBER}\s*(?P<unit>[%‰‱])(?P<after>以上|以下|左右)?的(?P<what>[^,;。]{{2,30}}(?:得到|实现|完成|达到|建成|通过|纳入|建有|配备)[^,;。]{{0,16}})$"
)
_DONE = re.compile(
    r"(?P<what>[^,;。]{2,30}?(?:全部|全面)(?:消除|清零|销号|完成|建成|达标|关停|退出|整改到位|整治到位|脱贫|投用))$"
)
_COVERED = re.compile(r"(?P<what>[^,;。]{2,30}?(?:实现|达到)?(?:100%|百分之百)?(?:全|全面|应保尽)覆盖)$")
_ALL = re.compile(r"全部(?P<verb>实现|达到|完成|纳入|建成)(?P<what>[^,;。]{2,40}?)(?:\([^()]{1,40}\))?$")
_LEAD_IN = re.compile(
    r"^(?:(?:努力|力争|确保)(?=实现|达到|完成|使))?(?:力争|努力|确保|要|全[区县市省旗镇州盟校](?!域)|其中|实现|使|新增|完成|建设|累计)?\s*"
)
#: `全县茶园面积5000亩以上`: whose things are counted is no part of what they are.
_OF_ALL = re.compile(r"^度?(?:其中|力争|确保|计划)?(?:全(?:[县市区省旗州盟镇乡村校院](?!域)|系统))?(?=..)")
_FROM = re.compile(rf"(?:由|从)[^由从,;]{{0,12}}?(?:{_VALUE})[^,;\d]{{0,8}}$")
#: What is given for something, and how often something is done, is no aim.
_OFFERED = re.compile(r"补助|补贴|奖补|奖励|资助|每[年月季周日天](?!均)[^,;]{0,12}\d+次|每半年")
_FIGURE_ENDS = 40  # no figure with its verb and unit is longer
_NEVER = ("不低于", "不少于", "不小于", "不高于", "不超过", "不大于")
_ABOVE = ("不低于", "不少于", "不小于", "达", "提高", "提升", "增加", "增长", "增", "升", "扩大", "发展到", "高于")
_BELOW = ("不高于", "不超过", "不大于", "控制", "降", "压减", "压缩", "缩短", "缩减", "减少", "低于")
_CHANGES = ("增长", "下降", "降低", "提高", "提升", "增加", "压减", "压缩", "缩短", "减少")


class Measure(NamedTuple):
    """A figure of a clause: where it stands, the thing measured, comparator, value, unit, and how sure the reading is."""

    span: tuple[int, int]
    thing: str
    comparator: str
    value: str
    unit: str
    confidence: float


def may_measure(text: str, start: int, end: int) -> bool:
    """Whether a stretch may hold a figure: a numeral, or a word that stands for all."""
    return text.find("全", start, end) >= 0 or _NUMERAL.search(text, start, end) is not None


def measures(passage: Passage, start: int, end: int) -> Iterator[Measure]:
    """The figures of one clause (between commas) in printed order; nothing for a clause that only offers or repeats."""
    clause = passage.text[start:end]
    if not may_measure(passage.text, start, end) or _OFFERED.search(clause):
        return
    each = _EACH.search(passage.text, start, end) if "分别" in clause else None
    if each is not None and len(_ONE_VALUE.findall(each["values"])) > 1:
        yield from _each(passage, start, end, each)  # 城乡居民收入分别增长6%和7%: whose is which is not printed
        return
    does = ""
    for low, high in _pieces(passage.text, start, end):
        found = _one(passage, low, high)
        if found is None or _is_day(found):
            continue
        if low == start and (act := _LEADING_ACT.match(clause)):
            does = act["does"]
        elif does and low > start and found.confidence < 0.9 and not _LEADING_ACT.match(found.thing):
            found = found._replace(thing=does + found.thing)  # 培育名校长10名、名师50名: the verb holds for both
        yield found


def _is_day(found: Measure) -> bool:
    """Whether a figure is of a day or a year: `完成时限：2031年12月底前`, `起于2031年`."""
    if found.unit == "年":
        return len(found.value) == 4 and found.value[:2] in ("19", "20")
    return _OF_MONTH.fullmatch(found.unit) is not None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A clause cut at each 、 and 和 behind a figure: what stands between the figures is one thing, however many words it has."""
    parts: list[tuple[int, int]] = []
    begin = start
    for _, high in lists.split(text, start, end):
        near = text[max(begin, high - _FIGURE_ENDS) : high]
        if high < end and (_COUNTED.search(near) or _FIGURE.search(near)):
            parts.append((begin, high))
            begin = high + 1
    parts.append((begin, end))
    return [lists.trimmed(text, *part) for part in parts]


def over_years(passage: Passage, start: int, end: int, years: int) -> list[Measure]:
    """`到2032年、2033年，甲率分别达到80%、85%`: the figures of one thing in so many years, in their order; else nothing."""
    match = _EACH.search(passage.text, start, end)
    if match is None:
        return []
    name = (start, match.start())
    return _in_turn(passage, (start, end), match, [name] * years)


def _each(passage: Passage, start: int, end: int, match: re.Match[str]) -> list[Measure]:
    """`甲率、乙率分别达到99%、95%`: one row a name, if there are as many names as figures; else none."""
    names = [
        (low, high)
        for part in lists.split(passage.text, start, match.start())
        for low, high in lists.split(passage.text, *part, marks="和与")
    ]
    return _in_turn(passage, (start, end), match, names)


def _in_turn(
    passage: Passage, span: tuple[int, int], match: re.Match[str], names: list[tuple[int, int]]
) -> list[Measure]:
    """Names and the figures behind 分别 in turn, if there are as many; a unit or 以上 behind the last is that of all."""
    values = list(_ONE_VALUE.finditer(match["values"]))
    if len(values) < 2 or len(names) != len(values):
        return []
    unit, after = values[-1]["unit"] or "", values[-1]["after"]
    return [
        Measure(
            span,
            named(passage.printed(*name)),
            comparator(match["verb"], value["after"] or after),
            *figure_of(value["value"], value["unit"] or unit),
            0.85,
        )
        for name, value in zip(names, values, strict=True)
    ]


def _one(passage: Passage, start: int, end: int) -> Measure | None:
    clause = passage.text[start:end]
    span = (start, end)
    everything = _ALL.search(clause) if "全部" in clause else None
    if everything:
        name = passage.printed(start, start + everything.start()) + passage.printed(
            start + everything.start("verb"), start + everything.end("what")
        )
        return Measure(span, named(name), "=", "100", "%", 0.85)
    if covered := _COVERED.search(clause) if "覆盖" in clause else None:
        thing = named(passage.printed(start, start + covered.end("what")))
        return Measure(span, thing, "=", "100", "%", 0.8) if len(thing) > 5 else None
    if _NUMERAL.search(clause) is None:
        done = _DONE.search(clause)
        if done is None:
            return None
        name = passage.printed(start + done.start("what"), start + done.end("what"))
        return Measure(span, named(name), "=", "100", "%", 0.8)
    return _with_figure(passage, start, end, clause)


def _with_figure(passage: Passage, start: int, end: int, clause: str) -> Measure | None:
    span = (start, end)
    if "%" in clause and "的" in clause and (share := _SHARE.search(clause)) is not None:
        name = passage.printed(start + share.start("what"), start + share.end("what"))
        return Measure(
            span, named(name), comparator("", share["after"]), *figure_of(share["value"], share["unit"]), 0.8
        )
    if (act := _ACT.match(clause)) is not None:
        name = passage.printed(start + act.start("does"), start + act.end("does")) + passage.printed(
            start + act.start("what"), start + act.end("what")
        )
        return Measure(span, named(name), comparator("", act["after"]), *figure_of(act["value"], act["unit"]), 0.7)
    match = _FIGURE.search(clause)
    if match:
        begin = start + match.start()
        before = _FROM.search(clause, 0, match.start())
        name = passage.printed(start, start + before.start() if before else begin)
        if match["verb"].endswith(_CHANGES) and not before:
            name += match["verb"].removeprefix("力争")
        given = (comparator(match["verb"], match["after"]), *figure_of(match["value"], match["unit"] or ""))
        name = named(name)
        return Measure(span, name, *given, 0.9) if len(name) >= 2 else None
    counted = _COUNTED.search(clause)
    if counted and len(clause) - len(counted.group()) >= 2:
        name = passage.printed(start, start + counted.start())
        given = (comparator("", counted["after"]), *figure_of(counted["value"], counted["unit"]))
        return Measure(span, _OF_ALL.sub("", name), *given, 0.65)  # no verb says that it is an aim
    return None


def named(words: str) -> str:
    """The thing measured, without the words that lead in (力争, 全区)."""
    return _LEAD_IN.sub("", words)


def comparator(verb: str, after: str | None) -> str:
    """What a verb and the word behind the figure make of it: `>=`, `>`, `<=`, `~`, `=`.

    Behind a verb of change (下降13.5%) the figure is the change itself, and a larger one is more of it.
    """
    if after in ("以下", "及以下", "以内", "之内"):
        return "<="
    if after == "左右":
        return "~"
    if any(word in verb for word in _NEVER):
        return ">=" if any(word in verb for word in _ABOVE[:3]) else "<="
    if "突破" in verb or verb.endswith("超过"):
        return ">"
    if verb.endswith(_CHANGES):
        return ">="
    if any(word in verb for word in _BELOW):
        return "<="
    if after or any(word in verb for word in _ABOVE):
        return ">="
    return "="


def figure_of(words: str, unit: str) -> tuple[str, str]:
    """Value and unit: `三分之一` is `1/3`, `百分之八` is `8` `%`, `千分之0.8` is `0.8` `‰`."""
    if words[0] in _OF and words.startswith("分之", 1):
        return words[3:] if words[3].isdigit() else str(number_of(words[3:])), _OF[words[0]]
    if "分之" in words:
        lower, _, upper = words.partition("分之")
        return f"{number_of(upper)}/{number_of(lower)}", unit
    return words, unit
