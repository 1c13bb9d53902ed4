"""What the labels of a division of work say: the relation that `分管单位：`, `联系点：` give to the list behind them.

A line over a list of one line a person (`按下列安排联系县区局：` / `甲：某局`) gives it to the lines below.
"""

from __future__ import annotations

import re

from loaders.gazette.blocks import OTHER_LABEL
from loaders.gazette.divisions_verbs import RELATIONS

#: Labels that govern a list, as the relation they give.
_LABELS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:主持|主持工作)"), "主持"),
    (re.compile(r"协助分管|协管(?:工作|单位|部门|领域|范围)?"), "协管"),
    (re.compile(r"代管(?:工作|单位|部门|领域)?"), "代管"),
    (re.compile(r"(?:协助|辅助)(?:工作|领域|事项)?"), "协助"),
    (re.compile(r"(?:具体|主要|直接)?(?:分管|主管|主抓)(?:联系)?(?:的)?(?:工作|单位|部门|领域|科室|处室|股室|站所|机构|条线|范围|内容|年级|学科|企业|行业|方面|镇街|乡镇|街道)?(?:及单位|和单位)?"), "分管"),
    (re.compile(r"(?:协调联系|联系协调|联系|挂联|包联|挂点|挂钩)(?:联系)?(?:的)?(?:工作|单位|部门|领域|科室|处室|机构|点|村|社区|村\(社区\)|镇街|乡镇|[县市区旗镇乡](?:\([县市区旗镇乡、街道]{1,6}\))?|街道|企业|年级|条线|对象|范围|片区|学校)?"), "联系"),
    (re.compile(r"(?:负责|牵头)(?:的)?(?:工作|领域|事项|方面|内容|条线|范围)?"), "负责"),
)  # fmt: skip
#: `班子成员按下列安排联系县（市、区）局：`, `党组成员联系乡镇安排如下：`: the lines below say who has which.
_BELOW = re.compile(
    r"[^。;:]{0,30}(?:(?:下列|以下|如下)(?:安排|分工)?(?P<verb>分管|联系|挂联|包联|包保)(?![人电方])[^。;:,]{2,16}"
    r"|(?P<behind>联系|挂联|包联|包保)(?![人电方])[^。;:,]{2,16}?(?:安排|分工|名单)?如下):\s*"
)
#: Below it stands what all have to do, and nobody's desk: `几点要求：`, `为确保工作落实，提出以下要求：`, a note.
_DEMANDS = re.compile(
    r"\s*(?:(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))?\s*(?:几点|有关|工作|相关|具体|其他|其它|纪律)*(?:要求|说明|事项|规定)\s*[:。]?\s*$"
    r"|[^。;]{0,60}(?:提出|作出|明确)(?:以下|如下)?(?:几点|几项|[一二三四五六七八九十]点)?(?:工作)?(?:要求|规定)(?:如下)?\s*[:。]\s*$|注(?:[:]|\d)|备注|[〔\[(]\s*(?:备?注|说明)\s*[〕\])])"
)


def relation_of(label: str) -> str:
    """The relation a label gives to the list behind it; empty if it gives none."""
    known = next((relation for pattern, relation in _LABELS if pattern.fullmatch(label)), "")
    if known:
        return known
    other = OTHER_LABEL.fullmatch(label)
    return RELATIONS[other["verb"]] if other else ""


def announced_below(text: str) -> str:
    """The relation that a line announces for lines of one person each; empty if it announces none."""
    match = _BELOW.fullmatch(text) if text.rstrip().endswith(":") and len(text) <= 80 else None
    return RELATIONS[match["verb"] or match["behind"]] if match else ""


def asks_of_all(text: str) -> bool:
    """Whether a line begins what all have to do, or a note: nobody's desk."""
    return _DEMANDS.match(text) is not None
