"""Parts of a body whose chief a sentence names right behind the name of the part: `巡查组：由甲任组长，乙局为成员单位。`

The name needs no number: what follows says that it is one. A paragraph may tell of several parts behind each other, each begun behind
a stop; it is cut before each, so that the members of one are none of the body above, nor of the next.
"""

from __future__ import annotations

import re

from loaders.readers.paper import Passage

_KIND = "(?:(?<!领导小)(?<!工作)组|(?<!成立)(?<!下设)(?<!设立)(?<!组建)(?<!专项)工作组|专班|(?<!大)队)"
_CHIEF = "(?:第一|常务|执行|总|双)?(?:组长|队长|召集人|指挥长|总指挥|负责人|牵头人)"
_PART = (
    r"(?P<head>\s{0,8}(?:[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、)](?!\d)|[①-⑳])?\s{0,4}"
    rf"(?![\u4e00-\u9fff]{{0,10}}(?:成立|组建|设立|下设|分设|每个?|各|第[一二三四五六七八九十]{{1,3}}[条章]))[\u4e00-\u9fff]{{2,14}}?{_KIND})"
)
_BEHIND = (
    rf"(?:\s{{0,4}}\((?:共)?\d{{1,3}}人\))?\s{{0,4}}[:,;。—-]{{0,2}}\s{{0,4}}(?=(?:由|以)[^,;。:由]{{2,60}}?(?:担任|兼任|任|为){_CHIEF}(?=[,;。、]|$)"
    r"|由[^,;。:由]{2,40}?(?:牵头负责|总负责|具体负责|牵头|负责),\s{0,4}(?:成员|组员|队员)(?!单位)"
    rf"|{_CHIEF}(?:、副组长)?由[^,;。:由]{{2,60}}?(?:担任|兼任)(?=[,;。]|$))"
)
PART_SAID = re.compile(_PART + _BEHIND)
#: The same behind the stop of the part before it, or behind the words that open the list of the parts.
_NEXT_SAID = re.compile(rf"(?<=[。;:]){_PART}{_BEHIND}")
#: Among such parts one whose chief stands right behind its name: `救护组组长乙。`
_NEXT_SHORT = re.compile(rf"(?<=[。;:]){_PART}[:,]?{_CHIEF}[:为]?[\u4e00-\u9fff·]{{2,20}}(?=[,;。]|$)")


def may_be_said(words: str) -> bool:
    """Whether a line has the words that such a part cannot be without."""
    return "由" in words or "以" in words


def next_parts(line: Passage) -> list[int]:
    """Where the parts begin that a line tells of behind its first sentence; empty for most lines."""
    text = line.text
    if not may_be_said(text) or ("组" not in text and "专班" not in text and "队" not in text):
        return []
    said = {match.start() for match in _NEXT_SAID.finditer(text)}
    return sorted(said | {match.start() for match in _NEXT_SHORT.finditer(text)}) if said else []
