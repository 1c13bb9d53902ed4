"""Labels that give nobody a part, printed between those that do: `责任单位：…` / `验收单位：…` / `整改目标：…` / `整改时限：…`.

They neither end the item they stand under nor say who does it, however many of them a form has, and what one of them counts
(`整改措施：` / `1.…` / `2.…`) is no task. Where the label below asks again for what the item has said, the item is over.
Sources: lists of what an inspection found (整改措施清单, 问题清单), cards of projects (项目推进表).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.gazette.heads import TASK_ROLES
from loaders.gazette.tasks_fields import Zone
from loaders.gazette.tasks_items import Item
from loaders.readers.paper import Passage

_LABEL = re.compile(r"\s*[\[(]?(?P<word>(?:[\u4e00-\u9fff][ \u3000]{0,2}){2,10})[\])]?\s*:\s*(?P<value>\S?)")
#: What such a label asks for; the parts of a plan that begin so are none.
_TELLS = re.compile(
    r"(?!保障|组织|工作要求|有关要求|纪律要求|其他|其它|附)[\u4e00-\u9fff]{0,8}"
    r"(?:单位|部门|科室|股室|机构|人员?|领导|目标|指标|标准|措施|举措|做法|内容|要求|情况|进展|进度|成效|成果|效果|结果|依据|来源|资金|投资|金额|规模|地点|地址|位置"
    r"|方式|方法|步骤|形式|备注|说明|电话|类型|类别|性质|原因|表现|意见|问题|描述|建议|状态|结论)"
)
_WHITE = re.compile(r"\s+")


def label_between(passage: Passage) -> re.Match[str] | None:
    """The label with which a line tells more of the item above it, and the first letter of its value; None for any other line."""
    found = _LABEL.match(passage.text) if ":" in passage.text else None
    return found if found is not None and _TELLS.fullmatch(_WHITE.sub("", found["word"])) else None


def asks_again(item: Item, found: Iterable[Zone]) -> bool:
    """Whether labels ask for what those of the item have said: then they are about something else."""
    said = {one.role for _, zone in (*item.found, *item.below) for one in zone.fields} & TASK_ROLES
    return any(one.role in said for zone in found for one in zone.fields)
