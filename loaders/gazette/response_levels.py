"""Levels of response and warning in an emergency plan, and who decides them.

Rules: `response/level` (`Ⅰ级、Ⅱ级响应，由区委和区人民政府决定启动`), `response/named` (the sentence that lists the levels: `分为Ⅰ级（特别重大）、…`) and
`warning/level` (`红色等级（Ⅰ级）：预计…`), `warning/decided` (`红色预警由…签发`), `response/section` and `response/table` (`response_sections`). A level is written with the Roman figure and its word: `Ⅰ级响应`, `红色预警`. Statements of one level
in one plan are one row: the condition and the deciding body are put together from where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.statements import ResponseLevel
from loaders.gazette import response_sections
from loaders.gazette.headings import Plans, mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_FIGURE = r"(?:[ⅠⅡⅢⅣIV]{1,3}|[一二三四1-4])"
_LEVEL = rf"(?P<figure>{_FIGURE})\s*级"
_LEVELS = rf"(?P<levels>{_FIGURE}\s*级(?:[、,和及]\s*{_FIGURE}\s*级)*)(?:应急)?(?:响应)"
_RESPONSE = re.compile(
    rf"(?:启动)?{_LEVELS}(?:\([^()]{{1,8}}\))?(?:启动)?[,:;。]?\s*(?:(?P<condition>[^。;]{{0,80}}?)[,])?(?:[须需应])?(?:由|经|报)(?P<who>[^,。;:]{{2,50}}?)(?:后)?(?:决定启动|批准启动|负责启动|宣布启动|组织启动|启动|决定|批准|签发|发布命令启动)(?!\s*{_FIGURE}\s*级)"
)
#: `Ⅲ级响应：死亡3人以下。由副总指挥决定启动。`: a level as a label, when it holds, and who starts it in a sentence of its own.
_LABELLED = re.compile(
    rf"(?:^|(?<=[。;]))\s*(?P<levels>{_FIGURE}\s*级)(?:应急)?响应(?:\([^()]{{1,8}}\))?\s*:\s*(?P<condition>[^。;:]{{2,120}}[^。;:,])。\s*由(?P<who>[^,。;:由]{{2,50}}?)"
    rf"(?:(?:研究)?(?:决定|批准|同意|宣布|负责|下令|签发)后?){{0,2}}(?:启动(?!{_FIGURE}\s*级)|(?<=决定|批准|签发)(?=[。;]|\s*$))"
)
#: `3.1 Ⅰ级：水位超过2米的，由指挥长签发启动`, `一般故障（Ⅳ级）：停热2万平方米以下的，由甲局启动响应`: a level as a label without its word.
_STARTED = re.compile(
    rf"(?:^|(?<=[。;\s])){response_sections.NUMBER}(?:(?P<levels>{_FIGURE}\s*级)(?:\([^()]{{2,6}}\))?|[^。;:,()\d]{{2,12}}\(\s*(?P<classed>{_FIGURE}\s*级)\s*\))\s*:"
    rf"\s*(?P<condition>[^。;:]{{2,120}}?),?\s*由(?P<who>[^,。;:由]{{2,50}}?)(?:(?:研究)?(?:决定|批准|同意|宣布|负责|下令|签发|发布命令)后?){{0,2}}启动"
    r"(?:(?:本级|该级|相应)?(?:应急)?响应)?(?=[。;,]|\s|$)"
)
_DECIDED = re.compile(
    rf"(?:由|(?:经|报请|报经?)(?=[^,。;:由]{{2,50}}(?:同意|决定|批准|审定)后?,?(?:启动|发布)))(?P<who>[^,。;:由]{{2,50}}?)"
    rf"(?:(?:研究)?(?:同意|决定|批准|宣布|负责|下令|授权|审定))?后?,?(?:启动|发布)(?P<levels>{_FIGURE}\s*级(?:[、,和及]\s*{_FIGURE}\s*级)*)(?:应急)?响应"
)
_NAMED = re.compile(rf"{_LEVEL}\s*\((?P<word>特别重大|重大|较大|一般)\)")
_NAMED_BACK = re.compile(rf"(?P<word>特别重大|重大|较大|一般)\s*\(\s*{_LEVEL}\s*\)")
_COLOUR = re.compile(
    rf"(?:^|(?<=[。;]))\s*(?P<colour>[红橙黄蓝])色(?:等级|预警)?(?:信号)?\s*(?:\(\s*(?P<figure>{_FIGURE})\s*级\s*\))?\s*[:。]\s*(?P<condition>(?!由)[^。;]{{4,240}}(?:;(?!\s*[红橙黄蓝]色)[^。;]{{4,240}})*)"
)
#: `红色、橙色预警由总指挥签发`.
_SIGNED = re.compile(
    r"(?P<colours>[红橙黄蓝]色(?:[、和及或][红橙黄蓝]色){0,3})预警(?:信息|信号)?(?:,)?由(?P<who>[^,。;:由]{2,40}?)(?:负责)?(?:审核|研究)?(?:签发|批准|决定|审批|授权)(?:后)?(?:发布)?"
)
_ONE = re.compile(rf"(?P<figure>{_FIGURE})\s*级")
_ROMAN = {
    "1": "Ⅰ",
    "2": "Ⅱ",
    "3": "Ⅲ",
    "4": "Ⅳ",
    "一": "Ⅰ",
    "二": "Ⅱ",
    "三": "Ⅲ",
    "四": "Ⅳ",
    "I": "Ⅰ",
    "II": "Ⅱ",
    "III": "Ⅲ",
    "IV": "Ⅳ",
}
_FOR = re.compile(r"(?:应对|适用于)(?P<what>[^,。;]{2,40})")
_ORDER = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ")
_FARTHEST_PURPOSE = 60


@dataclass(slots=True)
class _Found:
    """What a plan says of one level so far, and where it says the most."""

    level: str
    passage: Passage
    start: int
    end: int
    rule: str
    condition: str = ""
    decided_by: str = ""


def read(notice: Notice) -> Iterator[ResponseLevel]:
    """The levels of one document, response before warning, highest first, one row a level and plan."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if notice.kind in ("chronicle", "masthead", "imprint") or (
        folded.find("响应", first, last) < 0 and folded.find("预警", first, last) < 0
    ):
        return
    plans = Plans(notice)
    found: dict[tuple[str, str], _Found] = {}
    for one in _all(notice):
        key = (plans.at(one.passage.start), one.level)
        earlier = found.get(key)
        if earlier is None:
            found[key] = one
        else:
            _take(earlier, one)
    for (plan, level), one in found.items():
        yield ResponseLevel(
            source=notice.source(one.passage, one.start, one.end, rule=one.rule, confidence=0.9),
            plan=plan,
            level=level,
            condition=one.condition,
            decided_by=one.decided_by,
        )


def _all(notice: Notice) -> Iterator[_Found]:
    """What the text says of levels, passage by passage, then what is said under headings of levels and in tables of them."""
    for passage in notice.body:
        if "级" in passage.text or "色" in passage.text:
            yield from _of_passage(passage)
    for rule, said in (
        ("response/section", response_sections.under_headings(notice)),
        ("response/table", response_sections.in_tables(notice)),
    ):
        for one in said:
            yield _Found(
                f"{_figure(one.figure)}级响应", one.passage, *one.evidence, rule,
                condition=one.condition, decided_by=one.decided_by,
            )  # fmt: skip


def _take(earlier: _Found, one: _Found) -> None:
    """Put a later statement of a level to an earlier one; who decides it is the better evidence."""
    if one.decided_by and not earlier.decided_by:
        earlier.passage, earlier.start, earlier.end, earlier.rule = one.passage, one.start, one.end, one.rule
        earlier.decided_by = one.decided_by
    earlier.condition = earlier.condition or one.condition


def _of_passage(passage: Passage) -> Iterator[_Found]:
    """What a passage says of levels; one that explains the colours of a warning says nothing else."""
    text = passage.text
    colours = list(_colours(passage)) if "色" in text else []
    if colours:
        yield from colours
        return
    if "预警" in text:
        yield from _signed(passage)
    if "启动" in text and ":" in text:
        yield from _started(passage)
    if "响应" not in text:
        return
    if "由高到低" in text or "分为" in text:
        yield from _named(passage)
    for pattern in (_LABELLED, _RESPONSE, _DECIDED):
        for match in pattern.finditer(text):
            yield from _decided(passage, match)


def _colours(passage: Passage) -> Iterator[_Found]:
    """`红色等级（Ⅰ级）：预计…`: when a warning of each colour is given."""
    mark = mark_of(passage)
    begin = mark.end if mark else 0
    for colour in _COLOUR.finditer(passage.text[begin:]):
        yield _Found(
            f"{colour['colour']}色预警", passage, begin + colour.start("colour"), begin + colour.end(), "warning/level",
            condition=passage.printed(begin + colour.start("condition"), begin + colour.end("condition")),
        )  # fmt: skip


def _signed(passage: Passage) -> Iterator[_Found]:
    """`红色、橙色预警由总指挥签发`: who gives a warning of each colour."""
    for match in _SIGNED.finditer(passage.text):
        for colour in re.finditer("[红橙黄蓝]", match["colours"]):
            yield _Found(
                f"{colour.group()}色预警", passage, *match.span(), "warning/decided",
                decided_by=passage.printed(*response_sections.who_decides(match)),
            )  # fmt: skip


def _started(passage: Passage) -> Iterator[_Found]:
    """`Ⅰ级：水位超过2米的，由指挥长签发启动`: a level as a label, when it holds and who starts it."""
    for match in _STARTED.finditer(passage.text):
        level = _ONE.search(match["levels"] or match["classed"])
        if level is not None:
            yield _Found(
                f"{_figure(level['figure'])}级响应", passage, *match.span(), "response/level",
                condition=passage.printed(*match.span("condition")),
                decided_by=passage.printed(*response_sections.who_decides(match)),
            )  # fmt: skip


def _named(passage: Passage) -> Iterator[_Found]:
    """`分为Ⅰ级（特别重大）、Ⅱ级（重大）…`: the word for each level."""
    for pattern in (_NAMED, _NAMED_BACK):
        for match in pattern.finditer(passage.text):
            yield _Found(
                f"{_figure(match['figure'])}级响应", passage, *match.span(), "response/named",
                condition=f"{match['word']}突发事件",
            )  # fmt: skip


def _decided(passage: Passage, match: re.Match[str]) -> Iterator[_Found]:
    """`Ⅰ级、Ⅱ级响应，由区委和区人民政府决定启动`: who starts each level, and when, up to the end of the sentence."""
    stop = passage.text.find("。", match.end())
    stop = len(passage.text) if stop < 0 else stop
    levels = [_figure(one["figure"]) for one in _ONE.finditer(match["levels"])]
    condition = (_purpose(passage, match, stop) if len(levels) == 1 else "") or _condition(passage, match)
    for figure in levels:
        yield _Found(
            f"{figure}级响应", passage, match.start(), stop, "response/level",
            condition=condition, decided_by=passage.printed(*response_sections.who_decides(match)),
        )  # fmt: skip


def _purpose(passage: Passage, match: re.Match[str], stop: int) -> str:
    """What the sentence says behind it that the level is for (`应对较大事件`)."""
    purpose = _FOR.search(passage.text, match.end(), min(stop, match.end() + _FARTHEST_PURPOSE))
    return passage.printed(*purpose.span("what")) if purpose else ""


def _condition(passage: Passage, match: re.Match[str]) -> str:
    """When the level holds, as the form itself says it, or as the sentence says before it where the form cannot."""
    when = response_sections.when(passage.text, match.start()) if match.re is _DECIDED else match
    return passage.printed(*when.span("condition")) if when and when["condition"] else ""


def _figure(words: str) -> str:
    """`III`, `3` and `三` are `Ⅲ`."""
    return _ROMAN.get(words, words)
