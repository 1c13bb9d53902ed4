"""Levels of response that are said once, in a heading or in the row of a table, and who starts each.

`response/section`: a heading of nothing but a level (`4.1 Ⅳ级应急响应`) holds for what stands under it, down to the next
heading of its own rank: `启动程序：由县防办主任决定启动`, `启动条件：…`. `response/table`: a table of levels with a column for who
starts them (`响应级别 | 适用情形 | 启动权限`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.gazette.cells import is_row, row_of
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

_FIGURE = r"(?:[ⅠⅡⅢⅣIV]{1,3}|[一二三四1-4])"
_HEADING = re.compile(
    rf"[#*\s]*(?:(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?\s*|[^。;,:]{{0,6}}[、.)]\s*)?(?P<figure>{_FIGURE})\s*级(?:应急)?响应(?:\([^()]{{1,20}}\))?[*\s]*"
)
_DECIMAL = re.compile(
    r"[#*\s]*(?P<decimal>\d{1,2}(?:\.\d{1,2}){0,4})\.?(?![\d.])(?!(?<!\.)(?:条(?!件|例)|个|处(?![置理])|人(?![员力])|座|户|次(?!生)|名|起|毫米|公里|[万千]|小时|级(?!别)))\s*[\u4e00-\u9fff]"
)
_AGREES = r"(?:(?:研究)?(?:同意|批准|决定|宣布|下令|授权|签发)后?,?)"
#: `由X启动`, `由X决定启动`, `报X批准后启动`; `经会商启动` names nobody.
_STARTS = re.compile(
    rf"(?:由(?P<who>[^,。;:由]{{2,50}}?){_AGREES}?|(?:经|报)(?P<asked>[^,。;:由]{{2,50}}?){_AGREES})(?:由其)?(?:宣布|下令|负责|发布命令|组织)?启动"
    r"(?:本级|该级|相应)?(?:应急)?(?:响应)?(?=[,。;]|$)"
)
_CONDITION = re.compile(r"(?:启动|响应|适用)(?:条件|情形)\s*:\s*(?=\S)")
#: The number of a part or item before what it says.
NUMBER = r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[.、]?|\([\d一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]、)\s*)?"
#: When a level holds, where the sentence says it before who starts it: `伤员3至5人，由急诊科主任启动三级响应`.
_WHEN = re.compile(
    rf"(?:^|(?<=[。;:\s])){NUMBER}(?!\d+\.\d|经|根据|按|依|接|必要|视|如需|报)(?P<condition>[^。;:,由]{{3,60}}(?:,[^。;:,由]{{2,40}})?),\s*$"
)
_LONGEST_CONDITION = 110
#: Below a heading only what can be the case, and no deed before the start, is a condition.
_CASE = re.compile(r"\d|(?:时|的|情况下|以[上下]|事件|事故|灾害|险情|警报|预警)$")
_ASKED = re.compile("(?:报请|提请|报经|上报|呈报|报|提出(?:启动)?(?:建议|意见),?报?)(?!告|道|备|送)")
#: `报请县委、县政府同意后启动`: who agrees decides.
_AGREED = re.compile(r"(?:研究)?(?:同意|批准|授权|审定|审批)(?:之?后)?$")
_LEVEL_HEAD = re.compile(r"(?:应急)?响应(?:级别|等级)|(?:应急)?响应")
_WHO_HEAD = re.compile(r"(?:响应)?(?:启动|决定|批准|发布|签发)(?:权限|机构|单位|主体|人|人员|领导)")
_WHEN_HEAD = re.compile(r"(?:适用|启动|响应|触发)(?:情形|条件|标准|范围)")
_LEVEL_CELL = re.compile(rf"(?P<figure>{_FIGURE})级(?:应急)?(?:响应)?")


class Said(NamedTuple):
    """A level's figure, where it is said, its condition and who decides it as printed."""

    figure: str
    passage: Passage
    evidence: tuple[int, int]
    condition: str = ""
    decided_by: str = ""


def under_headings(notice: Notice) -> Iterator[Said]:
    """What stands under headings of one level, in printed order."""
    figure, decimal, rank = "", "", 0
    for passage in notice.body:
        text = passage.text
        heading = _HEADING.fullmatch(text) if "级" in text and len(text) <= 40 else None
        if heading is not None:
            mark = mark_of(passage)
            figure, decimal, rank = heading["figure"], heading["decimal"] or "", mark.level if mark else 0
            continue
        if not figure or "\t" in text:
            continue
        if _ends(passage, decimal, rank):
            figure = ""
            continue
        condition = _CONDITION.search(text)
        if condition is not None:
            yield Said(figure, passage, (0, len(text)), condition=passage.printed(condition.end()).rstrip("。;"))
        elif "启动" in text and (started := _STARTS.search(text)) is not None:
            found = when(text, started.start())
            told = (
                passage.printed(*found.span("condition"))
                if found is not None and _CASE.search(found["condition"])
                else ""
            )
            yield Said(figure, passage, started.span(), told, passage.printed(*who_decides(started)))


def in_tables(notice: Notice) -> Iterator[Said]:
    """The rows of tables of levels."""
    columns: tuple[int, int | None, int] | None = None
    for line in notice.text_lines():
        if not is_row(line.text):
            columns = None
            continue
        cells = row_of(line).cells
        head = _columns([cell.printed_folded() for cell in cells]) if "响应" in line.text else None
        columns = head or columns
        if head is not None or columns is None or len(cells) <= max(columns[0], columns[2]):
            continue
        level = _LEVEL_CELL.fullmatch(cells[columns[0]].printed_folded())
        if level is not None and cells[columns[2]].text.strip():
            when = "" if columns[1] is None or columns[1] >= len(cells) else cells[columns[1]].printed()
            yield Said(level["figure"], line, (0, len(line.text)), when, cells[columns[2]].printed())


def who_decides(match: re.Match[str]) -> tuple[int, int]:
    """Where the deciding body stands: behind 报请 or 报, if somebody asks it (`由指挥长报请县政府决定启动`)."""
    low, high = match.span("who" if match["who"] else "asked")
    agreed = _AGREED.search(match.string, low, high)
    high = agreed.start() if agreed else high
    asked = [one.end() for one in _ASKED.finditer(match.string, low, high) if one.end() < high - 1]
    return asked[-1] if asked else low, high


def when(text: str, place: int) -> re.Match[str] | None:
    """The condition a sentence prints before the words on who decides, which begin at a place."""
    return _WHEN.search(text, max(0, place - _LONGEST_CONDITION), place)


def _ends(passage: Passage, decimal: str, rank: int) -> bool:
    """Whether a passage begins what no longer stands under a heading with this number (`4.1`) or of this rank."""
    own = _DECIMAL.match(passage.text)
    if own is not None and (decimal or "." in own["decimal"]):
        return not own["decimal"].startswith(f"{decimal}.")
    mark = mark_of(passage)
    return mark is not None and (mark.level <= rank or (bool(decimal) and mark.level <= 2) or not (rank or decimal))


def _columns(words: Sequence[str]) -> tuple[int, int | None, int] | None:
    """The columns of the level, of when it holds and of who starts it; None if a row is no such head."""
    level = next((at for at, word in enumerate(words) if _LEVEL_HEAD.fullmatch(word)), None)
    who = next((at for at, word in enumerate(words) if _WHO_HEAD.fullmatch(word)), None)
    when = next((at for at, word in enumerate(words) if _WHEN_HEAD.fullmatch(word)), None)
    return None if level is None or who is None else (level, when, who)
