"""What a plan wants reached by a year, set out as a table: `指标 | 2030年 | 2035年 | 属性`.

Rule: `target/table`. A column of a year is one of aims if its head says so (`2035年目标`, `规划值`), or if the table says of each figure
whether it binds (`预期性`, `约束性`) and an earlier year stands before it, which is where things start. A cell that holds more
than a figure is left. Sources: tables of main figures (主要指标) in plans of five years and of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.statements import Target
from loaders.gazette.cells import Row, has_tables, is_row, row_of
from loaders.gazette.notice import Notice
from loaders.gazette.targets_figures import comparator
from loaders.gazette.targets_stated import own_year

_THING = re.compile(r"(?:主要|具体|核心|发展|规划|目标|监测|三级|二级)?指标(?:名称|内容|项目)?|指标与单位|指标及单位")
_YEAR = re.compile(r"(?:到)?(?P<year>20\d{2})年?(?:末|底)?(?P<said>[\u4e00-\u9fff]{0,6})(?:\((?P<note>[^()]{1,8})\))?")
_AIM = re.compile(r"(?:规划|预期|计划|任务)?目标值?|规划值|规划|计划|计划值|预期|预期值|预期数|目标任务")
#: A column of aims whose year the title tells.
_OF_THE_PAPER = re.compile(r"(?:规划|年度|预期|工作|本年)?目标值?|规划值")
_BINDS_HEAD = re.compile(r"(?:指标)?(?:属性|性质|类型)")
_BINDS = re.compile(r"(?:预期|约束|引导|指导)性?")
_UNIT_HEAD = re.compile(r"(?:计量)?单位")
_SIGN = re.compile(r"指标")
_VALUE = re.compile(
    r"[\[〔(]?(?P<verb>[>≥<≤]=?|不低于|不少于|不高于|不超过|大于|小于|高于|低于|达到|达|控制在)?\s*(?P<value>\d{1,9}(?:\.\d{1,4})?)\s*"
    r"(?P<unit>[%‰‱]|[万亿]?(?:个|家|人|户|元|吨|亩|公里|公顷|岁|张|件|名|所|座|处))?(?P<after>以上|以下|左右|以内)?[\]〕)]?"
)
#: `村卫生室达标率（%）`: what a figure is counted in, behind its name.
_UNIT_BEHIND = re.compile(r"\s*[(\[〔](?P<unit>[^()\[\]〔〕]{1,10})[)\]〕]$")
_NUMBER_BEFORE = re.compile(r"^\s*(?:\d{1,2}[.、](?!\d)\s*|\([\d一二三四五六七八九十]{1,2}\)\s*|[★▲●*]\s*)")
_COMPARES = {">": ">", "≥": ">=", ">=": ">=", "<": "<", "≤": "<=", "<=": "<=", "大于": ">", "高于": ">", "小于": "<", "低于": "<", "达到": ">=", "达": ">="}  # fmt: skip
_PROSE = 80


@dataclass(frozen=True, slots=True)
class _Head:
    """The columns of a table of aims: the thing, the aims with their years, the unit, whether the figure binds."""

    thing: int
    aims: tuple[tuple[int, str], ...]
    unit: int | None
    binds: int | None
    width: int


def read(notice: Notice) -> Iterator[Target]:
    """The targets of a notice's tables in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint") or not has_tables(notice):
        return
    head: _Head | None = None
    for line in notice.text_lines():
        if not is_row(line.text):
            if len(line.text) > _PROSE and "。" in line.text:
                head = None
            continue
        if head is None and _SIGN.search(line.text) is None:
            continue
        row = row_of(line)
        words = [cell.printed_folded() for cell in row.cells]
        if any(map(_THING.fullmatch, words)):
            head = _head(words, own_year(notice))
        elif head is not None:
            yield from _row(notice, row, words, head)


def _head(words: Sequence[str], own: str) -> _Head | None:
    """The columns of a head; None if it heads no aims."""
    thing = next(at for at, word in enumerate(words) if _THING.fullmatch(word))
    unit = next((at for at, word in enumerate(words) if _UNIT_HEAD.fullmatch(word)), None)
    binds = next((at for at, word in enumerate(words) if _BINDS_HEAD.fullmatch(word)), None)
    years = [(at, year) for at, word in enumerate(words) if (year := _YEAR.fullmatch(word)) is not None]
    aims = [(at, year["year"]) for at, year in years if _AIM.fullmatch(f"{year['said']}{year['note'] or ''}")]
    if not aims and binds is not None:
        aims = _behind_the_first(years)
    if not aims and own:
        aims = [(at, own) for at, word in enumerate(words) if _OF_THE_PAPER.fullmatch(word)]
    return _Head(thing, tuple(aims), unit, binds, len(words)) if aims else None


def _behind_the_first(years: Sequence[tuple[int, re.Match[str]]]) -> list[tuple[int, str]]:
    """Of bare years the last, and all behind the first if they follow each other; what lies between may have been measured."""
    bare = [(at, year["year"]) for at, year in years if not (year["said"] or year["note"])]
    follows = all(int(later) == int(earlier) + 1 for (_, earlier), (_, later) in pairwise(bare))
    return bare[1:] if follows and len(bare) > 1 else bare[-1:]


def _row(notice: Notice, row: Row, words: Sequence[str], head: _Head) -> Iterator[Target]:
    """The aims of a row; one whose first cells were merged in print stands to the left, and must say whether its figure binds."""
    shift = head.width - len(words)
    if shift < 0 or shift > head.thing:
        return
    if shift and (head.binds is None or not _BINDS.fullmatch(words[head.binds - shift])):
        return
    name = _NUMBER_BEFORE.sub("", row.cells[head.thing - shift].printed())
    unit = words[head.unit - shift] if head.unit is not None and head.unit >= shift else ""
    if (behind := _UNIT_BEHIND.search(name.translate(_FOLDED))) is not None:
        unit = unit or behind["unit"]
        name = name[: behind.start()]
    if len(name) < 2:
        return
    for at, year in head.aims:
        value = _VALUE.fullmatch(words[at - shift]) if at >= shift else None
        if value is None:
            continue
        verb = value["verb"] or ""
        yield Target(
            source=notice.source(row.line, rule="target/table", confidence=0.9 if not shift else 0.75),
            year=year,
            indicator=name,
            comparator=_COMPARES.get(verb) or comparator(verb, value["after"]),
            value=value["value"],
            unit=value["unit"] or unit.strip("[]〔〕"),
        )


_FOLDED = str.maketrans("（）【】", "()[]")
