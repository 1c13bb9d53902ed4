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

from loaders.gazette.issue_titles import NUMBER, NUMBERED, TITLE_END
from loaders.gazette.web_pages import is_imprint, is_menu, is_of_site

#: Labels that only a catalogue has: one of them, and three labels in all, make one.
_SURE = (
    "索引号", "索引号码", "组配分类", "主题分类", "信息分类", "体裁分类", "公开形式", "公开方式", "公开目录", "公开类别",
    "发文字号", "生成日期", "成文日期", "有效性", "是否有效", "公文时效",
)  # fmt: skip
_OTHERS = (
    "分类", "发布机构", "发文机关", "发文单位", "制发机关", "公开机构", "公开责任部门", "责任部门", "发文日期", "公文日期", "发布日期",
    "公开日期", "公开时间", "公开时限", "公开范围", "发布时间", "生效日期", "生效时间", "实施日期", "废止日期", "废止时间", "失效日期", "时效性",
    "效力状态", "效力级别", "施行日期", "标题", "名称", "信息名称", "文件名称", "文号", "文件编号", "公文编号", "统一编号", "主题词", "关键词", "关键字", "备注", "备注/文号",
    "内容概述", "内容摘要", "浏览量", "浏览次数", "点击数", "点击量", "信息来源", "来源", "语种", "文种", "公文种类",
)  # fmt: skip
_FEWEST_LABELS, _HEAD_LINES, _LONGEST_VALUE = 3, 40, 80
#: One more step of the way to the page, below `1. 首页`; the rule below the head of a table.
_STEP = re.compile(r"\d{1,2}\.\s*[^。;:,]{2,16}")
_RULE = re.compile(r"[-|:\s]{3,}")


def _spaced(labels: Sequence[str]) -> str:
    return "|".join(r"\s*".join(label) for label in sorted(labels, key=len, reverse=True))


_LABEL = re.compile(
    rf"[|\s\[【·•*-]*(?P<label>{_spaced((*_SURE, *_OTHERS))})(?:\s*[\]】]\s*|\s*(?:[:|\t]|\s|$)|(?<=号|关|期|性|别)(?=[\u4e00-\u9fff\d]))"
)
#: A label within a line stands behind a gap.
_FURTHER = re.compile(rf"[\s|\[【](?P<label>{_spaced((*_SURE, *_OTHERS))})\s*(?:[:|\t\]】]|\s|$)")
_NUMBER_WORDS = rf"(?:备注/)?(?:{_spaced(('发文字号', '文号', '文件编号', '公文编号'))})"
_NUMBER_LABEL = re.compile(rf"[|\s\[【·•*-]*+{_NUMBER_WORDS}\s*+[:|\]】]?")
_NUMBER = re.compile(rf"{_NUMBER_WORDS}[\s:|\]】]*+{NUMBERED}")
_ISSUER = re.compile(
    rf"(?:^|[|\s\[【·•*-])(?:{_spaced(('发文机关', '发文单位', '制发机关', '发布机构'))})[\s:|\]】]++"
    r"(?P<issuer>[\u4e00-\u9fff]{2,12}[省市县区旗州盟镇乡][\u4e00-\u9fff]{2,16})(?=[\s|(]|$)"
)
_TITLE = re.compile(
    rf"[|\s]*+(?:{_spaced(('标题', '名称', '文件名称', '信息名称'))})[:|\s]++(?P<title>\S{{0,60}}?关于\S{{2,120}}?的\S{{1,8}})(?=\s|\||$)"
)


def lines_of(words: Sequence[str]) -> range:
    """The places of the catalogue among the folded lines of a paper, with the empty lines inside it; empty if there is none."""
    filled = [place for place, _ in _head(words)]
    if not any(sign in "".join(words[place].split()) for place in filled for sign in _SURE):
        return range(0)
    labelled = [place for place in filled if _LABEL.match(words[place])]
    run: list[int] = []
    for order, place in enumerate(filled):
        value = place not in labelled and run and run[-1] == filled[order - 1] and _is_value(words, filled, order)
        if place in labelled or value or (run and _RULE.fullmatch(words[place])):
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
    """Whether lines of labels are a catalogue: three labels, or two with 索引号 or on one line; one of them is sure."""
    lines = [{"".join(label.split()) for label in _labels(line)} for line in run]
    found = set().union(*lines)
    fewest = 2 if "索引号" in found or any(len(labels) > 1 for labels in lines) else _FEWEST_LABELS
    return len(found) >= fewest and not found.isdisjoint(_SURE)


def _labels(line: str) -> Iterator[str]:
    first = _LABEL.match(line)
    if first is not None:
        yield first["label"]
        yield from (further["label"] for further in _FURTHER.finditer(line, first.end("label")))


def furniture(words: Sequence[str]) -> Iterator[int]:
    """The places of the lines of a catalogue, and of what the site prints over it: its name, its menu and tools, the way to the page.

    A page without a catalogue has the line of source and day (`来源：… 发布日期：…`) below its title; over that stands the site likewise.
    """
    found = lines_of(words)
    yield from found
    head = _head(words)
    top = found.start if found else next((place for place, line in head if is_imprint(line)), 0)
    if not top and len(head) > 1 and is_menu(head[0][1]) and _is_title(head[1][1]):
        top = head[1][0] + 1
    over = [place for place in range(top) if words[place]]
    titles = [place for place in over if _is_title(words[place])]
    if not (found or titles):
        return
    of_site = {place for place in over if is_of_site(words[place])}
    last = max((place for place in of_site if not titles or place < titles[0]), default=-1)
    while last >= 0 and last + 1 < top and _STEP.fullmatch(words[last + 1]):
        last += 1
    yield from (place for place in over if place <= last or place in of_site)


def _is_title(line: str) -> bool:
    return ("关于" in line or TITLE_END.search(line) is not None) and "|" not in line and not is_of_site(line)


def _head(words: Sequence[str]) -> list[tuple[int, str]]:
    return [(place, line) for place, line in enumerate(words[: 4 * _HEAD_LINES]) if line][:_HEAD_LINES]


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


def issuer_in(words: Sequence[str]) -> Span | None:
    """Where the catalogue prints who issues the paper, behind its label; a name without a place (`县政府办`) is none."""
    for place in lines_of(words):
        match = _ISSUER.search(words[place])
        if match is not None:
            return Span(place, *match.span("issuer"))
    return None


def title_in(words: Sequence[str]) -> Span | None:
    """Where the catalogue prints the title of the paper, behind its label."""
    for place in lines_of(words):
        match = _TITLE.match(words[place])
        if match is not None:
            return Span(place, *match.span("title"))
    return None
