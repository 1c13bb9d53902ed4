"""What the cells of a column hold: told from the head's words, and how well some words fit there.

Used where the ruling of a table is lost and rows must be laid out anew: cells one a line (`upright`), cells parted by gaps
(`gapped`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from loaders.gazette import lists
from loaders.gazette.heads import head_of, role_of
from loaders.gazette.names import (
    WHITE,
    is_crowd,
    is_joining_name,
    is_name,
    is_spaced_name,
    is_title,
    is_unit,
    may_be_name,
)

#: A cell that fits no better is not believed.
MISFIT = -4.0
#: Words that cannot stand in a column at all.
IMPOSSIBLE = -20.0
Kind = Literal[
    "number",
    "people",
    "post",
    "units",
    "list",
    "matters",
    "day",
    "text",
    "phone",
    "figure",
    "measure",
    "amount",
    "unknown",
]

_KINDS: dict[str, Kind] = {
    "number": "number",
    "leader": "people", "name": "people", "a": "people", "b": "people", "c": "people",
    "post": "post", "seat": "post",
    "lead": "units", "undertaker": "units", "responsible": "units", "cooperating": "units", "unit": "units",
    "member_unit": "units", "drafter": "units",
    "deadline": "day",
    "phone": "phone",
    "weight": "figure",
    "duty": "matters",
}  # fmt: skip
#: Column heads of divisions of work and of appointments, which `heads` does not know.
_OTHER_HEADS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(?:分管|主管|联系|挂联|包联|分包|包抓|协管|挂点|协助分管)(?:的)?(?:工作|单位|部门|领域|科室|处室|股室|站所|机构|条线|镇街|乡镇|镇|街道|村|社区|企业|学校|年级|片区|点)?"), "list"),
    (re.compile(r"(?:分管|主管|联系|挂联|包联|分包|包抓|协管)(?!领导|人|同志|电话|方式|地址|负责)[\u4e00-\u9fff、()]{2,8}"), "list"),
    (re.compile(r"(?:负责|主要|承担)(?:的)?工作(?:内容)?|负责(?:领域|事项|内容)|工作(?:范围|领域)|顶岗范围|(?:工作|职责|具体)?(?:分工|职责)(?:内容|情况)?|主持(?:工作)?|协助(?:工作|领导)?"), "matters"),
    (re.compile(r"(?:拟任|原任|现任|拟免|拟聘|新任|任命|免去|任免)(?:免|\(免\))?(?:职务|职位|岗位)(?:\(职级\))?"), "post"),
    (re.compile(r"[\u4e00-\u9fff]{2,6}职务"), "post"),
    (re.compile(r"(?:[省市县区旗镇乡村]级)?副?(?:河湖|[河湖林田路])段?长(?:姓名)?"), "people"),
    (re.compile(r"(?:河流|河湖|河道|河涌|湖泊|水库|山塘|堤防|河段|湖段|路段|林区|(?:隐患|灾害|风险|积水|易涝)点)(?:名称|位置)?"), "text"),
    (re.compile(r"(?:路线|线路|道路|公路|农村公路|桥梁|隧道|街巷|河涌|沟渠|水体|堤段|林班|小班|山头|地块|田块|茶山)(?:名称|编号|编码|代码)|(?:起止|起讫)(?:点|桩号|地点|位置|里程)|(?:起|终)点(?:位置|桩号)?|桩号"), "text"),
    (re.compile(r"(?:路线|道路|公路|河道|河段|河流|管护|责任)?(?:里程|长度)(?:\((?:公里|千米|米|km|KM|m)\))?"), "amount"),
    (re.compile(r"(?:负责|责任|管护|包干)(?:区域|范围|片区|[河湖路]段|林区|水域|地块)"), "list"),
    (re.compile(r"(?:包|联|驻|挂|包联|包保|挂点|挂联|挂钩|分包)(?:村|片|社区|镇|企|点)?(?:领导|干部|责任人|(?:工作)?队[员长])(?:姓名)?"), "people"),
    (re.compile(r"(?:行政|自然)?村(?:\([居社区屯组、]{1,4}\))?(?:名称?)?|村居|社区(?:名称)?|乡镇(?:\([街道办场、]{1,4}\))?|镇街"), "text"),
    (re.compile(r"(?:水库|工程)?(?:规模|等级|类型)"), "text"),
    (re.compile(r"(?:所|被)(?:包联?|联系?|驻|挂联?|包保|分包)的?(?:[村片企户]|行政村|社区|村居|乡镇|镇街|企业|学校|项目)(?:\([^()]{1,6}\))?(?:名称)?"), "list"),
    (re.compile(r"(?:流经|途经|涉及)(?:乡镇|镇街|镇村|区域|镇|村)(?:\([^()]{1,6}\))?"), "list"),
    (re.compile(r"[ABC][角岗](?:责任人|负责人|人员|姓名|领导|同志)?|顶岗人(?:员)?"), "people"),
    (re.compile(r"任[/、或]?免(?:类[别型])?"), "text"),
    (re.compile(r"岗位(?:名称)?|工作岗位|性别|民族|籍贯|学历|学位|政治面貌"), "text"),
    (re.compile(r"数量|工程量|(?:目标|任务|计划)(?:值|数|量)|(?:总|计划|概算|估算|年度)?(?:投资|资金)(?:额|规模)?(?:\([万亿]?元\))?"), "amount"),
    (re.compile(r"联络(?:单位|部门|科室)"), "units"),
    (re.compile(r"(?:[\u4e00-\u9fff]{2,4}|[AB][角岗](?:联系|办公)?)电话(?:号码)?|[AB][角岗](?:联系方式|手机)|(?:手机)?短号"), "phone"),
    (re.compile(r"出生(?:年月|日期)|[\u4e00-\u9fff]{2,4}(?:时间|日期)"), "day"),
)  # fmt: skip
#: Beside `单位` one of these says in what something is counted, and no body.
_AMOUNT_HEAD = re.compile(r"[\u4e00-\u9fff\d]{0,6}(?:目标|任务|计划|指标)(?:值|数|量)|(?:建设)?(?:数量|规模|工程量)")
#: The same, or what each body is to do; another column for the bodies tells which.
_GOAL_HEAD = re.compile(r"(?:年度|全年|本年|\d{4}年)(?:建设)?(?:目标|任务|计划)")
_MEASURE_HEAD = re.compile("(?:计量|计数)?单位")
_AMOUNT = re.compile(r"(?:[≥≤><]|不少于|不低于)?\d[\d.,]{0,9}[%万亿余+]{0,2}")
_MEASURE = re.compile(r"[\u4e00-\u9fff%/²³A-Za-z]{1,6}")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?[、.]?")
_NOBODY = re.compile(r"[-—–/\\无]{1,4}|同上")
_PHONE = re.compile(r"[\d*\-— ()转、/●]{5,40}")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d)?分?")
_DAY = re.compile(
    r"\d{2,4}[年./-]|\d{1,2}月|季度|年底|月底|年内|上半年|下半年|全年|长期|持续|常年|汛期|开学|[前底初末中旬]$|每[年月季周日]|立即|近期"
)


@lru_cache(maxsize=4096)
def kind_of(word: str) -> Kind | None:
    """What a column with this head holds; None if the words head no column."""
    if not word or word[-1] in ":。,;、":
        return None
    if role_of(word) == "leader":
        return "people"  # 分管县领导 is no list of what he is in charge of
    for pattern, kind in _OTHER_HEADS:
        if pattern.fullmatch(word):
            return kind
    role = head_of(word)
    return None if role is None else _KINDS.get(role, "text")


def measured(heads: Sequence[str]) -> tuple[int, int] | None:
    """The places of `单位` and of the amount beside it (`单位` | `年度目标`) where a row of heads counts things; None if it does not."""
    place = next((at for at, word in enumerate(heads) if _MEASURE_HEAD.fullmatch(word)), None)
    if place is None:
        return None
    others = any(kind_of(word) == "units" for at, word in enumerate(heads) if at != place)
    for beside in (place + 1, place - 1):
        if 0 <= beside < len(heads):
            amount = heads[beside]
            if _AMOUNT_HEAD.fullmatch(amount) or (others and _GOAL_HEAD.fullmatch(amount)):
                return place, beside
    return None


class _Cell(NamedTuple):
    """Words of a cell as they stand, without white space, and whether they say that there is nobody or nothing."""

    words: str
    flat: str
    nobody: bool


def worth(kind: Kind, words: str, above: int) -> float:
    """How well words fill a cell of a column, `MISFIT` and less not believed; `above` is the number of the row above."""
    if kind == "unknown":
        return 0.0
    flat = WHITE.sub("", words)
    if kind == "number":
        return _number(flat, above)
    cell = _Cell(words, flat, _NOBODY.fullmatch(flat) is not None)
    own = _WORTH.get(kind)
    if own is not None:
        return own(cell)
    if kind == "amount" and _AMOUNT.fullmatch(flat):
        return 3.0
    if _NUMBER.fullmatch(flat):
        return -6.0  # the number of the next row
    return _WORTH_OF_WORDS.get(kind, _text)(cell)


def _number(flat: str, above: int) -> float:
    if not _NUMBER.fullmatch(flat):
        return IMPOSSIBLE
    digits = re.sub(r"\D", "", flat)
    return 4.0 if not digits or int(digits) == above + 1 else 0.5


def _people(cell: _Cell) -> float:
    if cell.nobody:
        return 1.0
    return 3.0 if is_spaced_name(cell.words) else _names(cell.flat)  # 苏 木


def _post(cell: _Cell) -> float:
    if is_title(cell.flat):
        return -3.0 if is_name(cell.flat) else 3.0
    if cell.nobody:
        return 1.0
    return -1.0 if is_unit(cell.flat) else -4.5


def _day(cell: _Cell) -> float:
    if len(cell.flat) > 24 or lists.is_body(cell.flat):
        return -6.0
    day = _DAY.search(cell.flat)
    if day is None:
        return 1.0 if cell.nobody else -1.0
    return -6.0 if lists.is_body(cell.flat[: day.start()]) else 3.0


def _phone(cell: _Cell) -> float:
    if _PHONE.fullmatch(cell.flat):
        return 3.0
    return 0.0 if cell.nobody else IMPOSSIBLE


def _figure(cell: _Cell) -> float:
    return 3.0 if _FIGURE.fullmatch(cell.flat) else -5.0


def _measure(cell: _Cell) -> float:
    if _MEASURE.fullmatch(cell.flat) and not (len(cell.flat) > 1 and lists.is_body(cell.flat)):
        return 2.0
    return 0.0 if cell.nobody else -5.0


def _units(cell: _Cell) -> float:
    if cell.nobody:
        return 1.5
    bodies = _bodies(cell.flat)
    if bodies > 0.6:
        return 3.0
    return 1.0 if bodies > 0 else -4.5


def _list(cell: _Cell) -> float:
    if cell.nobody:
        return 1.5
    flat = cell.flat
    if len(flat) <= 3 and is_name(flat) and not is_title(flat) and not lists.is_body(flat):
        return -6.0
    return 1.0 + 1.5 * _bodies(flat)


def _matters(cell: _Cell) -> float:
    if cell.nobody:
        return 1.0
    bodies = _bodies(cell.flat)
    return -6.0 if len(cell.flat) <= 3 and not bodies and is_name(cell.flat) else 2.0 - 2.0 * bodies


def _text(cell: _Cell) -> float:
    if cell.nobody:
        return 0.0
    listed = "、" in cell.flat or len(cell.flat) <= 10
    return 1.0 - (1.5 if listed else 0.5) * _bodies(cell.flat)


#: How well words fill a cell, by what the column holds.
_WORTH: dict[Kind, Callable[[_Cell], float]] = {
    "people": _people,
    "post": _post,
    "day": _day,
    "phone": _phone,
    "figure": _figure,
    "measure": _measure,
}
#: The same where a bare number is never what the column holds; other kinds hold text.
_WORTH_OF_WORDS: dict[Kind, Callable[[_Cell], float]] = {"units": _units, "list": _list, "matters": _matters}


def _names(flat: str) -> float:
    """Names one by one: `张三`, `张三、李四`, `副县长张三`; three and more by surname, less without."""
    bare = re.sub(r"\([^()]*\)", "", flat)
    parts = [re.sub(r"同志$", "", part) for part in re.split("[、,;]", bare) if part]
    if not parts or len(bare) > 60:
        return MISFIT - 4
    total = 0.0
    for part in parts:
        if is_name(part) or is_joining_name(part):
            total += 3.0
        elif may_be_name(part) and not is_title(part) and not is_unit(part) and len(part) <= 8:
            total += 1.0
        elif any(is_name(part[-size:]) and is_title(part[:-size]) for size in (2, 3)):
            total += 2.5
        elif is_title(part) or is_crowd(part):
            total += 0.0
        else:
            return MISFIT - 2
    return total / len(parts)


def _bodies(flat: str) -> float:
    """The share of a list's items that name bodies."""
    items = [flat[low:high] for low, high in lists.split(flat, marks="、,;")]
    if not items:
        return 0.0
    named = sum(
        lists.is_body(re.sub(r"\([^()]*\)$", "", item)) or item.startswith(("各", "有关", "相关")) for item in items
    )
    return named / len(items)
