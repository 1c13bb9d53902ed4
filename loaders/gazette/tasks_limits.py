"""The time limit in the words of a task themselves: `室外管网改造，4月20日前完成。`

Only a last clause that is nothing but a time and that all is done by then is a limit of the task, or that what the words
before it name is (`严格核定载畜量，3月底前完成核定`); where the words name
another time besides, each may be that of a part. Source: lists of building projects (具体任务、完成时限及责任单位).
"""

from __future__ import annotations

import re

from loaders.readers.paper import Passage

_CLAUSE = re.compile(
    r"\s*(?:确保|力争|争取|计划|预计|要求|务必|原则上|[于在须应])*"
    r"(?P<limit>(?:\d{4}年|今年|当年|明年)?(?:(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底末])?|第?[一二三四]季度末?|上半年|年[底末]?|春节|汛期|供暖期)(?:之前|以前|前)"
    r"|(?:\d{1,2}月|年|第?[一二三四]季度)[底末]))"
    r"(?:全部|全面|基本|按期|如期)*(?:(?:(?:完工|竣工|建成|全线|正式)并?)?(?:投入使用|投用|通车|交付(?:使用)?)"
    r"|完成(?P<deed>[\u4e00-\u9fff]{2,4})|(?:完成|完工|办结|竣工|建成|结束)(?:全部|整改|建设|改造|验收)?(?:任务|工作)?)\s*"
)
#: A limit inside the words of a task: `6月底前建成甲桥，开工乙桥`, `抽查占比12月底前达到30%`.
_WITHIN = re.compile(
    r"(?:\d{4}年|今年|当年|明年)?(?:(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底末])?|第?[一二三四]季度末?|上半年|年[底末]?)(?:之前|以前|前)(?![后期置段沿述款])"
    r"|(?:\d{1,2}月|年|第?[一二三四]季度)[底末](?![以之]?[来后起]|[-—~至到]))"
)
#: What stands before a time from which on, or up to which, something was done.
_SINCE = re.compile(r"(?:[自从每上去往前]|[每近]\s?年|截[至止到]|[-—~至]|以来|\d)$")
_BEGINS = re.compile(r"(?:全面|正式|要|须)?(?:开工|动工|启动|开始|招标)")
_STOP = re.compile("[。;]")
_TIME = re.compile(r"\d月|[年月][底末]|季度|半年")


def limit_behind(passage: Passage, start: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """Where the words of a task end before the time limit they close with, and the place of the limit; None if they close with none."""
    text = passage.text
    comma = text.rfind(",", start, end)
    if comma <= start + 1 or (clause := _CLAUSE.fullmatch(text, comma + 1, end)) is None:
        return None
    if _TIME.search(text, start, comma) or (clause["deed"] and text.find(clause["deed"], start, comma) < 0):
        return None
    return comma, clause.span("limit")


def limit_within(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """The place of the one time limit that the words of a task name; None if they name none, or another time besides.

    What opens a clause behind a comma or stands in a bracket may be the limit of a part, and what begins by then is not done.
    """
    text = passage.text
    found = _WITHIN.search(text, start, end) if _TIME.search(text, start, end) else None
    if found is None or _SINCE.search(text, start, found.start()) or _BEGINS.match(text, found.end()):
        return None
    before = text[start : found.start()].rstrip()
    if before.endswith((",", "(")) or before.count("(") > before.count(")"):
        return None
    if _TIME.search(text, start, found.start()) or _TIME.search(text, found.end(), end):
        return None
    return found.span()


def limit_of_cell(cell: Passage) -> str:
    """The time limit with which the one sentence of a cell closes, as printed; empty if it closes with none, or the cell says more."""
    end = len(cell.text.rstrip("。; "))
    found = limit_behind(cell, 0, end) if not _STOP.search(cell.text, 0, end) else None
    return cell.printed(*found[1]) if found is not None else ""
