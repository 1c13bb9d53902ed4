"""Societies that make known whom their members have elected: `某市茶叶协会换届选举结果公告`, over `会长：甲` / `理事：乙、丙`.

No kind of body stands in the name of a society, and elsewhere its chairman holds a post like others. So it is a body only where the title
speaks of an election or a term, and the list below begins with its chairman and goes on with other roles.
"""

from __future__ import annotations

import re

from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_labels import labels_of, spaced_label
from loaders.readers.paper import Passage

_KINDS = "(?:协会|学会|商会|研究会|促进会|联合会|联谊会|基金会|慈善总?会|校友会|同乡会|公会|合作社|文联|科协|志愿者总?会|体育总会)"
_SOCIETY = re.compile(_KINDS + "(?!员|议|长)")
#: The society below its own list: `某市茶叶协会`.
_SIGNS = re.compile(rf"\s*[\u4e00-\u9fff]{{3,30}}{_KINDS}\s*")
_ELECTS = re.compile(
    "换届|选举|当选|改选|代表大会|会员(?:代表)?大会|[一二三四五六七八九十\\d]届|新一届|本届|理事会|监事会|领导班子|负责人|组成人员"
)
#: A paper on how the elected come to be, and not on who they are.
_ON_HOW = re.compile("产生$|办法|方案|章程|规定|程序|议程|须知|批复|条件|要求")
#: What stands before the society in a title: who speaks, and what is done.
_BEFORE = re.compile("关于|公布|公示|发布|通报|同意|批准|核准|对|[:《》。,;]")
_CHIEF = re.compile("(?:名誉|第一|常务|执行|轮值|荣誉)*副?(?:会长|理事长|主席|社长)")
_OF_SOCIETY = re.compile("(?:名誉|第一|常务|执行|轮值|荣誉|副)*(?:会长|理事长?|主席|社长|秘书长|监事长?|委员|顾问)")
#: A row or the cells of a head in which the role of the chairman stands alone.
_CHIEF_IN_ROW = re.compile(r"(?:^|[\t|])\s*(?:会\s*长|理\s*事\s*长|主\s*席)\s*[\t|]")
_LONGEST_TITLE = 80
_SIGNED = 3  # last lines among which the signature stands
_LIST = 30  # lines in which the list of a page stands


def elected(notice: Notice) -> Named | None:
    """The society whose elected the notice lists, named by the title or by the signature; None of another notice."""
    title = notice.title
    places = [place for place, character in enumerate(title.text) if not character.isspace()]
    flat = "".join([title.text[place] for place in places])
    if len(flat) > _LONGEST_TITLE or "会" not in flat + notice.words or _ELECTS.search(flat) is None:
        return None
    if _ON_HOW.search(flat) is not None:
        return None
    named = _society(title, flat, places)
    if named is None:
        signed = (line for line in notice.text_lines()[-_SIGNED:] if _SIGNS.fullmatch(line.text))
        named = next((_signing(line) for line in signed), None)
    return named if named is not None and _lists_elected(notice) else None


def _signing(line: Passage) -> Named:
    low = len(line.text) - len(line.text.lstrip())
    high = len(line.text.rstrip())
    return Named(line.printed(low, high), "title", line, low, high, confidence=0.7)


def _society(passage: Passage, flat: str, places: list[int]) -> Named | None:
    match = _SOCIETY.search(flat)
    if match is None:
        return None
    low = max((before.end() for before in _BEFORE.finditer(flat, 0, match.start())), default=0)
    if match.end() - low < 4:
        return None
    first, last = places[low], places[match.end() - 1] + 1
    return Named(passage.printed(first, last), "title", passage, first, last, confidence=0.8)


def _lists_elected(notice: Notice) -> bool:
    """Whether the first lines list a chairman and, behind him, other roles of a society; nobody who leads anything else."""
    roles: list[str] = []
    for line in notice.text_lines()[1:_LIST]:
        if _CHIEF_IN_ROW.search(line.text) is not None:
            return True
        labels = labels_of(line.text)
        if not labels and (spaced := spaced_label(line.text)) is not None:
            labels = (spaced,)
        roles.extend(label.role for label in labels)
    return len(roles) > 1 and _CHIEF.fullmatch(roles[0]) is not None and all(map(_OF_SOCIETY.fullmatch, roles[:3]))
