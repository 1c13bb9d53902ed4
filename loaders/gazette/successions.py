"""Clauses by which a seat passes on: `成员如有变动，由接任者自行递补，不另行文`.

Rules `succession/clause` and, with a last day, `succession/until`. Modes: *automatic* (自行接替, 自然递补, 不另行文), *automatic_with_filing* (the same, with 报…备案),
*by_filing* (the unit names somebody and files it) and *by_approval* (按程序报…批准). Whom it excepts (除区领导外) is kept
in the printed words. Until when it counts (有效期至2025年12月) is a day, a month or a year, where one is printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.gazette.dates import day_of
from loaders.readers.paper import Passage

_CHANGE = re.compile(
    r"(?:如|若|因|遇|今后|确需|需要|发生|有|的|岗位|职务|工作|人事|人员|成员)(?:[^。;]{0,12}?)(?:变动|变化|变更|调整|调动|异动|更替|职务变动)"
)
CHANGE_WORD = re.compile("变动|变化|变更|调整|调动|异动|更替")
_WHOM = re.compile(
    r"(?:组成人员|成员单位|成员|其他人员|人员|委员|组员|组长|召集人|总指挥|指挥长|[河林湖田路链]长|主任|领导|责任人|联络员|办公室)"
)
_AUTOMATIC = re.compile(
    r"(?:自行|自然|自动|相应|依次|直接|即行)(?:接替|递补|替补|顶替|接任|更替|变更|替换|补位|增补|履行|承接|更换|转为|调整)"
    r"|由(?:其|该|所在单位)?[^,。;]{0,20}?(?:接替|接任|继任|新任|相应|相关|对应)[^,。;]{0,20}?(?:者|人|人员|同志|负责人|领导|职务)[^,。;]{0,12}?(?:接替|递补|替补|顶替|接任|担任|履行|承担|补充|负责)"
    r"|(?:不再|不)(?:另行?|再)(?:发文|行文|文|通知|印发|下文)|不再?另行?文"
)
_FILING = re.compile(r"备案|报告?[^,。;]{0,20}?(?:办公室|办)(?:知悉|掌握|留存)|报送[^,。;]{0,20}?(?:名单|变动情况)")
_APPROVAL = re.compile(
    r"报[^,。;]{0,24}?(?:批准|审批|审定|同意|研究|决定)|按程序(?:报|调整|办理|审批)|提出[^。]{0,16}(?:确定|审定|批准|同意)|另行(?:发文|行文|通知)|经[^,。;]{0,20}?(?:批准|同意|审定)后"
)
#: Who must agree: then no further paper is no sign that the seat passes on by itself.
_REPORTED = re.compile(r"报[^,。;]{0,24}?(?:批准|审批|审定|同意)")
_NOT_AGAIN = re.compile(r"(?:不再|不)(?:另行|再)")
_UNIT_NAMES = re.compile(
    r"由(?:所在|成员|各|有关|相关|原|其|该)?(?:单位|部门)[^,。;]{0,16}?(?:确定|明确|提出|调整|报送|推荐|更换|指定)"
)
_UNTIL = re.compile(
    r"(?:有效期?|执行|施行|适用)[^,。;]{0,6}?[至到](?P<day>[^,。;]{4,20}?)(?:日|月|年)(?:底|止|为止|前)?(?=[,。;)]|$)"
)
_EXCEPT = re.compile(r"除(?P<who>[^,。;]{2,30}?)(?:以外|之外|外)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as printed: whom it covers, whom it excepts, how it takes effect, until when; `passage.text[start:end]`."""

    applies_to: tuple[str, ...]
    excepts: tuple[str, ...]
    mode: str
    passage: Passage
    start: int
    end: int
    until: str = ""


def is_clause_like(text: str) -> bool:
    """Whether words have all that a clause is made of: a change, whom it befalls, and how it takes effect."""
    return (
        CHANGE_WORD.search(text) is not None
        and _WHOM.search(text) is not None
        and _CHANGE.search(text) is not None
        and any(pattern.search(text) for pattern in (_AUTOMATIC, _FILING, _APPROVAL))
    )


def clauses(passage: Passage) -> list[Clause]:
    """The succession clauses a passage prints."""
    text = passage.text
    if CHANGE_WORD.search(text) is None:
        return []
    found = []
    for sentence in re.finditer(r"[^。\n]+。?", text):
        words = sentence.group()
        change = _CHANGE.search(words)
        if change is None or not _WHOM.search(words[: change.end()]):
            continue
        rest = words[change.start() :]
        mode = _mode(rest)
        if not mode:
            continue
        excepts = tuple(
            passage.printed(sentence.start() + match.start("who"), sentence.start() + match.end("who"))
            for match in _EXCEPT.finditer(words)
        )
        until = _UNTIL.search(words)
        found.append(
            Clause(
                _applies_to(words[: change.end()]),
                excepts,
                mode,
                passage,
                sentence.start(),
                sentence.end(),
                day_of(until.group()) if until else "",
            )
        )
    return found


def _mode(words: str) -> str:
    automatic = _AUTOMATIC.search(words)
    filing = bool(_FILING.search(words))
    if automatic and not (_UNIT_NAMES.search(words) and not re.search("自行|自然|自动|递补|接替", words)):
        return "automatic_with_filing" if filing else "automatic"
    if filing:
        return "by_filing"
    if _REPORTED.search(words) or (_APPROVAL.search(words) and not _NOT_AGAIN.search(words)):
        return "by_approval"
    return ""


def _applies_to(words: str) -> tuple[str, ...]:
    """Whom the subject of the clause covers: 组成人员 and 人员 are everybody, 成员 the members, 办公室 its office."""
    covered = []
    if re.search(
        "组成人员|其他人员|(?<!成)人员|领导(?!小组)|组长|召集人|总指挥|指挥长|[河林湖田路链]长(?!制)|主任",
        _EXCEPT.sub("", words),
    ):
        covered.append("leaders")
    if re.search("人员|成员|委员|组员", words):
        covered.append("members")
    if "办公室" in words:
        covered.append("office")
    return tuple(covered) or ("members",)
