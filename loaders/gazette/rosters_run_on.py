"""Rosters in copies that print a whole paper on one line: `…演练领导小组总指挥：甲副总指挥：乙成员：丙1、巡查组组长：丁成员：戊职责：…`.

Such a line is cut before each label, before the duties and the headings of its sections, and around the name of each body that
stands right before the label of its chief, so that its stretches are read as the lines they were. One label that is glued to what
stands before it says little: a line must be long, and hold several.
"""

from __future__ import annotations

import re

from loaders.readers.paper import Passage

_SHORTEST = 60
_FEWEST_LABELS = 3
_CHIEF = r"(?:总\s{0,4}指\s{0,4}挥长?|指\s{0,4}挥\s{0,4}长|组\s{0,4}长|队\s{0,4}长|召集人)"
_ROLE = rf"(?:第一|常务|执行|专职|兼职|名誉)?(?:副\s{{0,4}})?{_CHIEF}|副指挥|成员单位|成\s{{0,4}}员|组\s{{0,4}}员|队员"
_LABEL = re.compile(rf"(?:{_ROLE})\s{{0,4}}:")
#: A label right behind what stands before it: `组长：甲副组长：乙`.
_GLUED = re.compile(rf"(?<=[\u4e00-\u9fff)])(?<![一务行职誉副总])(?:{_ROLE})\s{{0,4}}:")
_NUMBER = r"(?:[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,3}、|[①-⑳])"
#: A part with its number, or a body of a longer name, right before who leads it.
_HEADED = re.compile(
    rf"(?P<number>{_NUMBER})\s{{0,2}}(?P<name>[\u4e00-\u9fff]{{2,28}}(?:组|专班|(?<!大)队|指挥部|委员会))[ \u3000:]{{0,4}}(?=(?:{_CHIEF}|负责人)\s{{0,4}}:)"
    rf"|(?:(?<=^)|(?<=[。;:\s、]))(?P<body>[\u4e00-\u9fff]{{4,40}}(?:领导小组|指挥部|委员会))[ \u3000:]{{0,4}}(?=(?:{_CHIEF})\s{{0,4}}:)"
)
#: The words of a heading glued to the name of the body below it: `四、组织机构及职责分工甲校演练指挥部`.
_HEADING_WORDS = re.compile(
    r"^.*(?:组织机构|职责分工|组织领导|领导机构|机构设置|人员组成|组织架构|组织体系)(?=[\u4e00-\u9fff]{4})"
)
_DUTIES = re.compile(r"(?<=[\u4e00-\u9fff)。;])\s{0,4}(?=(?:主要|工作)?职责\s{0,2}:)")
#: The same right behind a name: `组长：甲职责：主持工作。`
_GLUED_DUTIES = re.compile(r"(?<=[\u4e00-\u9fff)])职责\s{0,2}:")
_SECTION = re.compile(r"(?P<number>[一二三四五六七八九十])、\s{0,2}(?=[^。;:,、]{2,20})")
#: What stands in the heading of a section, and in no name before a list mark.
_OF_SECTION = re.compile(
    "对象|内容|时间|地点|要求|职责|小组|工作|准备|安排|步骤|程序|布置|演练|机构|目标|领导|措施|事项|附则|任务|原则|保障"
)
_IN_ORDER = "一二三四五六七八九十"


def cuts_of(line: Passage) -> list[int]:
    """Where a line that holds a whole paper with its rosters is to be cut; empty for any other line."""
    text = line.text
    if len(text) < _SHORTEST or text.count(":") < _FEWEST_LABELS or ("长" not in text and "指挥" not in text):
        return []
    headed = list(_HEADED.finditer(text))
    glued = max(_many(_GLUED, text), _many(_GLUED_DUTIES, text))
    if len(headed) < 2 and (glued < 2 or _many(_LABEL, text) < _FEWEST_LABELS):
        return []
    cuts = {match.start() for match in _LABEL.finditer(text)}
    cuts.update(match.end() for match in _DUTIES.finditer(text))
    cuts.update(_sections(text))
    for match in headed:
        low = match.start()
        if match["body"] is not None:
            glue = _HEADING_WORDS.match(match["body"])
            low += glue.end() if glue is not None else 0
        cuts.update((low, match.end()))
    return sorted(cuts)


def _many(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _sections(text: str) -> list[int]:
    """Where the sections of a paper begin, whose numbers follow each other from the first: `丁一、王二` is a list of names."""
    found: list[int] = []
    for match in _SECTION.finditer(text):
        if (
            len(found) < len(_IN_ORDER)
            and match["number"] == _IN_ORDER[len(found)]
            and _OF_SECTION.search(text, match.end(), match.end() + 20)
        ):
            found.append(match.start())
    return found
