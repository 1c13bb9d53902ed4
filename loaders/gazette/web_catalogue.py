"""The catalogue that pages of open government print over a paper or below its title: labels with what stands for them.

    索引号 000014349/2031-00012   主题分类 农业、水利
    发文字号 甲政办发〔2031〕4号   发布日期 2031年3月5日

The form is that of 政府信息公开目录 (信息公开条例, art. 12: 索引、名称、内容概述、生成日期). Its lines are of the site; number and title of the
paper are told by it where the paper prints none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.gazette.issue_titles import NUMBER, NUMBERED
from loaders.gazette.web_pages import is_of_site

#: Labels that only a catalogue has: one of them, and three labels in all, make one.
_SURE = (
    "索引号", "索引号码", "组配分类", "主题分类", "信息分类", "体裁分类", "公开形式", "公开方式", "公开目录", "公开类别",
    "发文字号", "生成日期", "成文日期", "有效性", "是否有效", "公文时效",
)  # fmt: skip
_OTHERS = (
    "分类", "发布机构", "发文机关", "发文单位", "制发机关", "公开机构", "公开责任部门", "责任部门", "发文日期", "公文日期", "发布日期",
    "公开日期", "公开时间", "公开时限", "公开范围", "发布时间", "生效日期", "生效时间", "实施日期", "废止日期", "废止时间", "失效日期", "时效性",
    "效力状态", "标题", "名称", "信息名称", "文件名称", "文号", "文件编号", "公文编号", "统一编号", "主题词", "关键词", "关键字", "备注", "备注/文号",
    "内容概述", "内容摘要", "浏览量", "浏览次数", "点击数", "点击量", "信息来源", "来源", "语种", "文种", "公文种类",
)  # fmt: skip
_FEWEST_LABELS, _HEAD_LINES, _LONGEST_VALUE = 3, 40, 80
#: A word of a menu or a tool on a line of its own: `站群导航`, `|`.
_LONGEST_TOOL = 6


def _spaced(labels: Sequence[str]) -> str:
    return "|".join(r"\s*".join(label) for label in sorted(labels, key=len, reverse=True))


_LABEL = re.compile(rf"[|\s\[【·]*(?P<label>{_spaced((*_SURE, *_OTHERS))})[\]】]?\s*(?:[:|\t]|\s|$)")
#: A label within a line stands behind a gap.
_FURTHER = re.compile(rf"[\s|](?P<label>{_spaced((*_SURE, *_OTHERS))})\s*(?:[:|\t]|\s|$)")
_NUMBER_LABEL = re.compile(rf"[|\s]*(?:备注/)?(?:{_spaced(('发文字号', '文号', '文件编号', '公文编号'))})\s*[:|]?")
_NUMBER = re.compile(rf"{_NUMBER_LABEL.pattern}\s*{NUMBERED}")
_TITLE = re.compile(
    rf"[|\s]*(?:{_spaced(('标题', '名称', '文件名称', '信息名称'))})\s*[:|\s]\s*(?P<title>\S*关于\S+?的\S{{1,8}})(?=\s|\||$)"
)


def lines_of(words: Sequence[str]) -> range:
    """The places of the catalogue among the folded lines of a paper, with the empty lines inside it; empty if there is none."""
    filled = [place for place, line in enumerate(words[: 4 * _HEAD_LINES]) if line][:_HEAD_LINES]
    if not any(sign in "".join(words[place].split()) for place in filled for sign in _SURE):
        return range(0)
    labelled = [place for place in filled if _LABEL.match(words[place])]
    run: list[int] = []
    for order, place in enumerate(filled):
        value = place not in labelled and run and run[-1] == filled[order - 1] and _is_value(words, filled, order)
        if place in labelled or value:
            run.append(place)
        elif run and _is_catalogue([words[each] for each in run]):
            break
        else:
            run = []
    return range(run[0], run[-1] + 1) if run and _is_catalogue([words[each] for each in run]) else range(0)


def _is_value(words: Sequence[str], filled: Sequence[int], order: int) -> bool:
    """Whether a line is what stands for a label alone on the line above: below it the next label follows, or the title of the paper."""
    line, above = words[filled[order]], words[filled[order - 1]]
    below = words[filled[order + 1]] if order + 1 < len(filled) else ""
    if _LABEL.fullmatch(above) is None or len(line) > _LONGEST_VALUE:
        return False
    return _LABEL.match(below) is not None or ("关于" in below and "关于" not in line)


def _is_catalogue(run: Sequence[str]) -> bool:
    found = {"".join(label.split()) for line in run for label in _labels(line)}
    return len(found) >= _FEWEST_LABELS and not found.isdisjoint(_SURE)


def _labels(line: str) -> Iterator[str]:
    first = _LABEL.match(line)
    if first is not None:
        yield first["label"]
        yield from (further["label"] for further in _FURTHER.finditer(line, first.end("label")))


def furniture(words: Sequence[str]) -> Iterator[int]:
    """The places of the lines of a catalogue, and of what the site prints over it: its name, its menu and tools, the way to the page."""
    found = lines_of(words)
    yield from found
    over = [place for place in range(found.start) if words[place]]
    of_site = [place for place in over if is_of_site(words[place])]
    yield from of_site
    yield from (place for place in over if of_site and place < of_site[-1] and len(words[place]) <= _LONGEST_TOOL)


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a line: its place among the lines, and where in it they begin and end."""

    line: int
    start: int
    end: int


def number_in(words: Sequence[str]) -> Span | None:
    """Where the catalogue prints the number of the paper: behind its label, or on the line below it."""
    found = lines_of(words)
    for place in found:
        match = _NUMBER.search(words[place])
        if match is None and _NUMBER_LABEL.fullmatch(words[place]) and place + 1 in found:
            place, match = place + 1, NUMBER.fullmatch(words[place + 1])
        if match is not None:
            return Span(place, *match.span("number"))
    return None


def title_in(words: Sequence[str]) -> Span | None:
    """Where the catalogue prints the title of the paper, behind its label."""
    for place in lines_of(words):
        match = _TITLE.match(words[place])
        if match is not None:
            return Span(place, *match.span("title"))
    return None
