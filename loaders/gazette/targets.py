"""What a plan wants reached by a year: `到2025年，…数量突破100家；…达到2.5%以上`.

Rules: `target/figure` and `target/aim` (words instead of a figure: 跻身全市第一梯队). A year opens its words and holds to the
end of the paragraph, to the next year, or, behind a colon or with nothing behind it, over the items of the list below, numbered or with bullets. It is a year to come: said with
到, 力争 or 底前, or later than the paper. Comparators: 达到 and 以上 `>=`, 突破 and 超过 `>`, 控制在 and 以内 `<=`, 保持在 `=`;
全部实现 and 全覆盖 are 100 %; `三分之一` is `1/3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.numerals import number_of
from graph.statements import Target
from loaders.gazette import lists
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.gazette.targets_figures import DOES, Measure, may_measure, measures, named, over_years
from loaders.gazette.targets_stated import Under, own_year, stated, year_ahead
from loaders.readers.paper import Passage

#: A year, or a plan of five years; what stands before and behind it says whether it is one to come.
#: One set of characters begins both, so that no other place is looked at.
_YEAR = re.compile(
    r"[\d“\"](?:(?<=\d)\d{3}\s*年|(?<=[“\"])(?P<plan>[一二三四五六七八九十]{1,2})五[”\"](?=(?:规划)?(?:时期|期)?末))"
)
_TOWARDS = re.compile(r"(?<![年月日度])(?:力争|确保|预计|争取)?(?:到|至|截至)\s*$|(?:力争|确保|争取)(?:在|于)?\s*$")
_RANGE = re.compile(r"[:(至年月日—-]$")
_OPENS = re.compile(r"(?:^|[。;:、 ]|\([一二三四五六七八九十\d]{1,3}\)|^\d{1,3}\.)$")
#: Under a heading on aims a year needs no comma behind it if a deed follows: `2033年完成改造30户，2034年完成40户`.
_OPENS_AIM = re.compile(rf"{_OPENS.pattern}|,$")
_ALL_OF_IT = r"(?:(?:全|我)(?:[县市区省旗州盟镇乡村校院局]|街道|系统|行业))?"
_DEED_BEHIND = re.compile(
    rf"度?\s*{_ALL_OF_IT}(?:计划|力争|确保|预计|拟)?(?:{DOES})(?!方案|计划|规划|办法|资金|任务|工作)"
)
#: Or the figure a thing is to have, with the word that sets a bound to it: `2033年全县茶园面积5000亩以上`.
_BOUND_BEHIND = re.compile(
    r"度?\s*(?![初以]|[^,;。:\d]{0,24}(?:[现共原拥占具设]有|下辖|涉及|存在))[^,;。:、\d了已至到前]{2,30}\d[\d.]{0,9}[万亿千百]?[一-龥%‰‱]{1,6}(?<=[以之][上下内]|左右)(?=[,;。、]|$)"
)
#: So does a thing that is to reach a figure: `2033年秸秆利用率达到95%以上`.
_AIM_BEHIND = re.compile(
    r"\s*[^,;。:、\d了已]{2,30}?(?:达到|达|不低于|不少于|不小于|不高于|不超过|不大于|控制在|突破|超过|(?:保持|稳定|维持)在|(?:提高|提升|增加|增长|下降|降低|降|减少|压减)(?:到|至)|增长|下降)\s*\d"
)
_STRIVES = re.compile(r",\s*(?:全[县市区省旗州镇校][\u4e00-\u9fff]{0,6})?(?:力争|确保|争取|预期|计划|拟)")
_END = re.compile(r"(?:年?(?:底|末)|\d{1,2}月(?:底|末)?)?(?P<before>之?前)?")
_GOES_ON = re.compile(r"[的度第上下以至到—\-\d期起]")
_NO_DEADLINE = re.compile(r"[的一几]")
_PLAN_END = re.compile(r"(?:规划)?(?:时期|期)?末")
_LOOK_BACK = 8
#: `到2032年、2033年、2035年，…分别…`
_MORE_YEARS = re.compile(r"(?:[、和及](?:到|至)?\d{4}年(?:底|末)?)+")
_AIMS = re.compile(r"目标|指标|要求")
_LONGEST_HEADING = 24
_ITEM = 3  # level from which on a number marks an item of a list, not a heading
_BULLET = re.compile(r"\s*[-—–*●○◆◇■□▲△★☆·•]{1,2}\s*")
_NEVER = 9999
_PLANS_FROM = 1955  # “十五五” is the fifteenth plan of five years, and ends 75 years on
#: A change without its subject: that of the figure before (`地区生产总值突破200亿元，年均增长6%`).
_CHANGE_ALONE = re.compile(
    r"(?:年均|同比|累计|平均|净|比\d{4}年|较\d{4}年)*(?:增长|下降|降低|提高|提升|增加|减少|新增|净增|压减)?"
)
#: A deed without its thing: that of the figure before, of another year (`完成改造30户，2034年完成40户`).
_DEED_ALONE = re.compile(rf"(?:再|继续|计划)?(?:{DOES})")
_REACHED = re.compile(r"已(?:经)?(?:达到|完成|建成|实现)|累计完成了")
#: So do these, save where a year to come is to be better than the one before it (`到2033年底，事故起数同比下降20%`).
_PAST = re.compile(rf"同比|比上年|较上年|比去年|较去年|{_REACHED.pattern}")
_RANK = re.compile(r"(?P<verb>跻身|进入|迈入|位居|位列|走在)(?P<what>[^,;。]{3,24})$")
_AIM = re.compile(r"(?P<verb>取得|建成|形成|基本建成|全面建成|打造成?)(?P<what>[^,;。]{2,40})$")
_PAPER_YEAR = re.compile(r"\d{4}")


class _Zone(NamedTuple):
    """Words that speak of a year, or of several in turn; `open` when 到 or its like opens them, for then aims in words may follow."""

    years: tuple[str, ...]
    start: int
    end: int
    open: bool = True


def read(notice: Notice) -> Iterator[Target]:
    """The targets of one document in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint"):
        return
    issued = _issued(notice)
    if issued == _NEVER and (titled := own_year(notice)):
        issued = int(titled)
    under_aims = False
    own = own_year(notice)
    said = ""  # the year to come that the heading over a passage prints
    under = Under(own)
    listed: tuple[str, ...] = ()  # the years whose list goes on
    for passage in notice.body:
        text = passage.text
        if "\t" in text:
            listed = ()
            continue
        mark = mark_of(passage)
        if mark is not None and len(text) <= _LONGEST_HEADING and "。" not in text:
            under_aims = bool(_AIMS.search(text))
            said = year_ahead(text) or (said if mark.level > 1 else "")
        zones = _zones(text, issued, under_aims=under_aims) if "年" in text or "五" in text else []
        headed = under.year(passage, mark)
        aims = stated(text, own or said) if "目标" in text or "指标" in text else None
        if aims is not None and all(zone.start > aims[2] for zone in zones):
            stop = zones[0].start if zones else len(text)
            zones = [_Zone((aims[0],), aims[2], stop, open=False), *zones]
        if not zones and headed:
            begin = mark.end if mark else bullet.end() if (bullet := _BULLET.match(text)) else 0
            stop = text.find("。", begin)
            zones = [_Zone((headed,), begin, stop if stop > 0 else len(text), open=False)]
            listed = ()
        elif zones:
            last = zones[-1]
            behind = text[last.start :].rstrip()
            opens = (behind.endswith(":") and "。" not in behind) or not behind.strip(" ,")
            listed = last.years if opens else ()
        elif listed and (item := _item(passage)):
            zones = [_Zone(listed, item, len(text))]
        else:
            listed = ()
        above = ""
        for zone in zones:
            ahead = zone.open and (under_aims or int(zone.years[0]) > issued)
            for target in _stretch(notice, passage, zone, above, _REACHED if ahead else _PAST):
                above = target.indicator
                yield target


def _item(passage: Passage) -> int:
    """Where the words of a list item begin, behind its number or its bullet; 0 if the passage is none."""
    mark = mark_of(passage)
    if mark is not None:
        return mark.end if mark.level >= _ITEM else 0
    bullet = _BULLET.match(passage.text)
    return bullet.end() if bullet is not None else 0


def _issued(notice: Notice) -> int:
    """The year a paper was issued in: of its day, or of its number; one that no year comes after if neither is printed."""
    found = _PAPER_YEAR.search(notice.signed_date) or _PAPER_YEAR.search(notice.doc_id)
    return int(found.group()) if found else _NEVER


def _zones(text: str, issued: int, *, under_aims: bool) -> list[_Zone]:
    """Stretches of a text by the years they speak of; a bare year (`2033年，`) has to come after that of the paper, under aims may be it."""
    found: list[tuple[tuple[str, ...], int, int, bool]] = []
    for match in _YEAR.finditer(text):
        if (found and match.start() < found[-1][2]) or (opened := _opened(text, match, issued, under_aims)) is None:
            continue
        end, towards = opened
        start = match.start() - len(towards)
        year = str(_PLANS_FROM + 5 * number_of(match["plan"])) if match["plan"] else match.group()[:4]
        more = _MORE_YEARS.match(text, end)
        years = (year, *_PAPER_YEAR.findall(more.group())) if more else (year,)
        found.append((years, start, more.end() if more else end, bool(towards)))
    stops = [*[start for _, start, _, _ in found], len(text)][1:]
    return [_Zone(years, end, stop, how) for (years, _, end, how), stop in zip(found, stops, strict=True)]


def _opened(text: str, match: re.Match[str], issued: int, under_aims: bool) -> tuple[int, str] | None:
    """Where the words of a year to come begin, and the word that leads to it (到, 力争 …); None for any other year."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    towards = _TOWARDS.search(before)
    if match["plan"]:
        end = _PLAN_END.match(text, match.end())
        return (end.end(), towards.group()) if towards and end else None
    end = _END.match(text, match.end())
    if end is None:
        return None
    if towards:
        return (end.end(), towards.group()) if not _GOES_ON.match(text, end.end()) else None
    if end["before"]:
        return (end.end(), "") if not (_RANGE.search(before) or _NO_DEADLINE.match(text, end.end())) else None
    bare = (_OPENS.search(before) and text.startswith(",", end.end())) or (
        under_aims
        and _OPENS_AIM.search(before)
        and any(aim.match(text, end.end()) for aim in (_DEED_BEHIND, _AIM_BEHIND, _BOUND_BEHIND))
    )
    # The year of the paper is to come where the words behind it strive for something.
    bare = bare and int(match.group()[:4]) > issued - (under_aims or _STRIVES.match(text, end.end()) is not None)
    return (end.end(), "") if bare else None


def _stretch(notice: Notice, passage: Passage, zone: _Zone, above: str, past: re.Pattern[str]) -> Iterator[Target]:
    """The targets of one zone; `above` is the thing of the last figure before it, `past` what tells of a year gone by."""
    first_sentence = True
    for low, high in lists.split(passage.text, zone.start, zone.end, marks="。"):
        if past.search(passage.text, low, high):
            first_sentence = False
            continue
        subject = ""
        figures = may_measure(passage.text, low, high)
        for begin, end in lists.split(passage.text, low, high, marks=",;:"):
            for year, found in _measures(passage, begin, end, zone.years) if figures else ():
                if above and not subject and _DEED_ALONE.fullmatch(found.thing):
                    found = found._replace(thing=above)
                alone = _CHANGE_ALONE.fullmatch(found.thing)
                if not alone or subject:
                    thing = f"{subject}{found.thing}" if alone else found.thing
                    subject = subject if alone else found.thing
                    yield _target(notice, passage, year, found._replace(thing=thing))
        if zone.open and not subject and first_sentence:
            for begin, end in lists.split(passage.text, low, high, marks=",;"):
                yield from _aims(notice, passage, zone.years[-1], begin, end)
        first_sentence = False


def _measures(passage: Passage, start: int, end: int, years: tuple[str, ...]) -> Iterable[tuple[str, Measure]]:
    if len(years) == 1:
        return ((years[0], found) for found in measures(passage, start, end))
    return zip(years, over_years(passage, start, end, len(years)), strict=False)


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
            indicator = named(name) or f"{match['verb']}{what}"
            yield _target(notice, passage, year, Measure((start, end), indicator, comparator, what, "", 0.6))
        return


def _target(notice: Notice, passage: Passage, year: str, found: Measure) -> Target:
    rule = "target/aim" if found.comparator in ("rank", "qualitative") else "target/figure"
    return Target(
        source=notice.source(passage, *found.span, rule=rule, confidence=found.confidence),
        year=year,
        indicator=found.thing,
        comparator=found.comparator,
        value=found.value,
        unit=found.unit,
    )
