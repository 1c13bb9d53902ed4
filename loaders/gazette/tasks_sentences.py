"""Who does a task where the item says it in a sentence: `由省林草局牵头，省水利厅配合，6月底前完成。`

Rule `task/sentence`. A sentence counts only if each of its clauses gives units a part (牵头, 负责, 配合, 参与) or a time limit,
or is a few words beside them, and every unit is named as a body: prose about who takes care of what is no assignment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import lists
from loaders.gazette.persons import read_mentions
from loaders.gazette.tasks_fields import Field, Zone
from loaders.gazette.units import PART_SIGN, has_parts, parts_of, unit_like
from loaders.readers.paper import Passage

_BY = re.compile(r"\s*(?:任务|工作|此项工作|该项工作|以上工作)?(?:由|责成|请)(?=[\u4e00-\u9fff])")
_PART_WORD = re.compile(r"牵头|负责|配合|参与|承办|主办|落实|协助")
_LIMIT = re.compile(
    r"\s*(?:于|在|力争|确保|争取|计划|要求|原则上|务必|须|应)*(?P<limit>(?:(?:\d{4}年|今年|明年|当年|每年)?(?:\d{1,2}月(?:\d{1,2}[日号])?(?:底|末|初|中旬|上旬|下旬)?"
    r"|第?[一二三四]季度末?|上半年|下半年|年底|年末|年内|汛期|开学|春节|国庆|供暖期)|\d{4}年(?:底|末|内)?)(?:结束)?(?:之前|以前|前)?"
    r"|(?:长期|持续|常年|全年)(?:推进|坚持|实施|开展)?)(?P<rest>[\u4e00-\u9fff]{0,14})$"
)
#: What all is by a time limit that is a sentence of its own behind who does it: `…参与；10月底前完工`.
_ENDS = re.compile(
    "(?:全部|全面|基本|按期)?(?:完成|完工|办结|竣工|建成|结束|到位|投用|投产|通车|投入使用)(?:任务|工作|建设)?"
)
_LEADS = re.compile(
    r"(?:同志)?(?:共同|具体|全面|全权|直接|主要|总)?(?:负责|牵头|分管|主抓|包联|挂帅|领衔|统筹|负总责)(?:落实|推进|协调)?$"
)
#: Persons who help the one that leads; the table of tasks has no place for them.
_HELPS = re.compile(r"(?:同志)?(?:积极|密切|共同|具体)?(?:配合|协助|参与)$")
#: What a body bears (`县人民政府负总责`) assigns it nothing, unless somebody was given a part before.
_BEARS = ("责任", "总责", "全责", "主责")
_RULE_TEXT = re.compile(r"\s*第[一二三四五六七八九十百〇零\d]{1,5}条")
#: `其他领导按包村分工抓好落实`: persons, and no body.
_PERSONS = re.compile("领导(?!小组)|同志|干部")
_LONGEST_SENTENCE, _LONGEST_ASIDE = 400, 12


def sentence_zones(passage: Passage) -> list[Zone]:
    """The sentences of a numbered item that assign it; none for other prose, and none for the article of a rule."""
    text = passage.text
    if _PART_WORD.search(text) is None or PART_SIGN.search(text) is None or _RULE_TEXT.match(text):
        return []
    found = []
    for low, high in lists.split(text, 0, len(text), marks="。;"):
        if high - low <= _LONGEST_SENTENCE and _PART_WORD.search(text, low, high) and PART_SIGN.search(text, low, high):
            zone = _zone(passage, low, high)
            if zone is not None:
                found.append(zone)
        elif found and (limit := _LIMIT.match(text, low, high)) is not None and _ENDS.fullmatch(limit["rest"]):
            field = Field("deadline", "", passage, *limit.span("limit"))
            found.append(Zone(low, high, (field,), False, False))
    return found


def _zone(passage: Passage, low: int, high: int) -> Zone | None:
    text = passage.text
    clauses = lists.split(text, low, high, marks=",")
    first = next((n for n, (start, _) in enumerate(clauses) if _BY.match(text, start)), 0)
    fields: list[Field] = []
    assigned = False
    for start, end in clauses[first:]:
        by = _BY.match(text, start, end)
        begin = by.end() if by else start
        if (limit := _LIMIT.match(text, start, end)) is not None:
            fields.append(Field("deadline", "", passage, *limit.span("limit")))
        elif leader := _leader(passage, begin, end):
            fields.append(leader)
        elif fields and _persons_before(passage, begin, end, _HELPS) is not None:
            continue
        elif (assigned or not text.endswith(_BEARS, begin, end)) and (units := list(_units(passage, begin, end))):
            assigned = True
            fields.extend(units)
        elif not assigned or end - start > _LONGEST_ASIDE or _PART_WORD.search(text, start, end):
            return None
    if not assigned and {one.role for one in fields} != {"leader", "deadline"}:
        return None  # a person alone answers for a task only until a day (`由甲负责，9月底前完成`)
    return Zone(clauses[first][0], high, tuple(fields), False, False)


def _leader(passage: Passage, start: int, end: int) -> Field | None:
    """`由副县长甲某同志负责`: the clause names persons and what they do, and no unit."""
    stop = _persons_before(passage, start, end, _LEADS)
    return None if stop is None else Field("leader", "", passage, start, stop)


def _persons_before(passage: Passage, start: int, end: int, verb: re.Pattern[str]) -> int | None:
    """Where the verb that closes a clause begins, if all before it is persons."""
    match = verb.search(passage.text, start, end)
    if match is None:
        return None
    mentions = read_mentions(passage, start, match.start())
    return match.start() if mentions and all(mention.person for mention in mentions) else None


def _units(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """The clause as units with their part, if it is nothing else."""
    if not has_parts(passage.text[start:end]):
        return
    parts = parts_of(passage, start, end, "responsible", "")
    if parts and all(_is_unit(part.unit) for part in parts):
        yield Field("responsible", "", passage, start, end)


def _is_unit(words: str) -> bool:
    return unit_like(words) and (len(words) >= 3 or words[0] == "各") and _PERSONS.search(words) is None
