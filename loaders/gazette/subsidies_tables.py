"""Money that a table offers: a column 补贴标准, 奖励额度, 奖补比例, with an amount or a rate in each row.

Rule: `subsidy/table`. A table that says who was given what (企业名称, 姓名, 申报单位 over a column) is no offer. A row whose cells
were merged in print may stand too far to the left: then its last cell is read. Sources: lists of measures of support (惠企政策清单),
scales of allowances (补贴标准表).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.statements import Subsidy
from loaders.gazette.cells import Row, has_tables, is_row, row_of
from loaders.gazette.heads import role_of
from loaders.gazette.notice import Notice
from loaders.gazette.subsidies import offers_in_cell

_AMOUNTS = re.compile(
    r"(?:最高|财政|一次性|政府|市级|县级|区级|省级)?(?:奖励|奖补|补助|补贴|资助|扶持|支持|津贴)(?:\([^()]{1,6}\))?(?:资金|经费)?"
    r"(?:标准|额度|限额|比例|力度)(?:及(?:标准|额度|限额|比例))?(?:\((?P<unit>[^()]{1,16})\))?"
)
_AMOUNT_SIGNS = ("标准", "额度", "限额", "比例", "力度")
#: Who was given something, or is to be: then the amounts are paid to somebody and not offered to all.
_GIVEN_TO = re.compile(
    r"(?:企业|单位|项目单位|公司|合作社|农户|户主|申请人|申报人|受益人|学生|补贴对象|补助对象)?(?:名称|姓名)|(?:申报|获奖|受助|承担|实施|推荐)(?:单位|企业|人)|身份证号?码?|银行账号|(?:开户)?账号"
)
_WHAT = re.compile(
    r"[\u4e00-\u9fff()]{0,8}(?:事项|项目|内容|条件|类别|类型|等级|级别|工种|职业|机具|品目|政策|措施|名称|情形|对象)"
)
_NOTE = re.compile(r"\s*(?:注|备注|说明|合计|总计|小计)\s*\d*\s*(?::|$)")
_PROSE = 80


@dataclass(frozen=True, slots=True)
class _Head:
    """The column of amounts and what its head counts in, that of what they are for, and that of the numbers."""

    amounts: int
    unit: str
    what: int | None
    number: int | None


def read(notice: Notice) -> Iterator[Subsidy]:
    """The offers of a notice's tables in printed order."""
    if notice.kind in ("chronicle", "masthead", "imprint") or not has_tables(notice):
        return
    head: _Head | None = None
    for line in notice.text_lines():
        if not is_row(line.text):
            if len(line.text) > _PROSE and "。" in line.text:
                head = None
            continue
        if head is None and not any(sign in line.text for sign in _AMOUNT_SIGNS):
            continue
        row = row_of(line)
        words = [cell.printed_folded() for cell in row.cells]
        if (found := _head(words)) is not None or _is_other_head(words):
            head = found
        elif head is not None and not _NOTE.match(line.text):
            yield from _row(notice, row, words, head)


def _head(words: Sequence[str]) -> _Head | None:
    """The columns of a head of offers; None if the row is none, or heads what was paid."""
    column = next((at for at, word in enumerate(words) if _AMOUNTS.fullmatch(word)), None)
    if column is None or sum(map(bool, words)) < 2 or any(map(_GIVEN_TO.fullmatch, words)):
        return None
    number = next((at for at, word in enumerate(words) if role_of(word) == "number"), None)
    what = next((at for at, word in enumerate(words) if at != column and _WHAT.fullmatch(word)), None)
    match = _AMOUNTS.fullmatch(words[column])
    return _Head(column, (match["unit"] or "") if match else "", what, number)


def _is_other_head(words: Sequence[str]) -> bool:
    """Whether another table begins: a row of heads without one of amounts."""
    filled = [word for word in words if word]
    return len(filled) > 2 and all(role_of(word) is not None for word in filled)


def _row(notice: Notice, row: Row, words: Sequence[str], head: _Head) -> Iterator[Subsidy]:
    places = row.filled_cells()
    if not places:
        return
    at = head.amounts if head.amounts < len(words) and words[head.amounts] else places[-1]
    own = head.what if head.what is not None and head.what < len(words) and head.what != at else None
    for offer in offers_in_cell(row.cells[at], head.unit if at == head.amounts else ""):
        numbered = head.number is not None and head.number < len(words) and head.number != at
        yield Subsidy(
            source=notice.source(row.line, rule="subsidy/table", confidence=0.9 if at == head.amounts else 0.7),
            task_number=words[head.number].rstrip("、.．") if numbered and head.number is not None else "",
            condition=offer.condition or (row.cells[own].printed() if own is not None else ""),
            basis=offer.basis,
            rate_percent=offer.rate,
            amount_yuan=offer.amount,
            cap_yuan=offer.cap,
            per=offer.per,
        )
