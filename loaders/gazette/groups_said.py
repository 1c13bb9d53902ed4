"""Bodies that a sentence speaks of as standing ones, and says who leads them: `县防汛抗旱指挥部由县长任指挥长`.

So emergency plans and measures name the command they rest on, which no notice founds or adjusts here. Rule `group/sentence`. The name
opens its sentence, and right behind it, or behind what the body is (`为全县救助工作的综合协调机构。`), stands the role of its chief, or
that the persons listed below make it up (`由下列人员组成：`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.readers.paper import Passage

#: Teams that differ by their number alone have no other name: `第一督导组由甲任组长，赴乙县；第二督导组由…`.
_KIND = "领导小组|指挥部|指挥所|委员会|专班|联席会议|第[一二三四五六七八九十]{1,2}[\u4e00-\u9fff]{1,6}组"
_CHIEF = "(?:总?指挥长?(?![部所中])|组长|主任委员|主任|召集人)"
_SAID = re.compile(
    r"(?:^|(?<=[。;:]))\s*(?:第[一二三四五六七八九十]{1,3}条\s+|\d{1,2}(?:\.\d{1,2}){1,3}\s*|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]\s*)?"
    rf"(?P<name>[\u4e00-\u9fff“”]{{0,36}}?(?:{_KIND}))(?:\((?:以下)?简称:?[^()]{{2,24}}\))?,?"
    rf"(?:(?:为|是)[^。;]{{4,40}}机构[。;,]\s*(?=(?:由[^,。;:]{{2,40}}任)?{_CHIEF})|(?=设{_CHIEF}[一二两\d]{{1,2}}[名人],?由[^,。;:]{{2,40}}(?:担任|兼任))|(?=由[^,。;:]{{2,40}}(?:担任|任){_CHIEF}|{_CHIEF}由[^,。;:]{{2,40}}(?:担任|兼任))"
    r"|(?=(?:由(?:下列|以下|如下)(?:人员|成员|单位|同志)(?:共同)?组成|(?:组成人员|成员单位|成员)(?:名单)?(?:调整|公布|变更|更新)?如下)\s*:))"
)
#: What is founded, here or where something happens or by others, is none that stands.
_NOT_STANDING = re.compile(
    "^(?:各|有关|相关|如|若|可|应|必要时|根据|由|经|下设|启动|现场|前线)|成立|设立|增设|组建|建立|决定|合并|撤销|办公室|[及和与]"
)

#: `甲领导小组更名为乙领导小组，由…任组长`: from here on it has the name behind.
_RENAMED = re.compile("(?:更名|改名|改称|变更|调整)为?")


def said(passage: Passage) -> Iterator[Named]:
    """The bodies a passage speaks of so, in printed order."""
    text = passage.text
    led = "任" in text and ("指挥" in text or "组长" in text or "主任" in text or "召集人" in text)
    if not led and not ("组成" in text or "如下" in text):
        return
    for match in _SAID.finditer(text):
        low, high = match.span("name")
        low = max((renamed.end() for renamed in _RENAMED.finditer(passage.text, low, high)), default=low)
        name = passage.printed(low, high).strip('“”"')
        if not groups.is_generic(name) and not _NOT_STANDING.search(name):
            yield Named(name, "sentence", passage, low, high, confidence=0.9)
