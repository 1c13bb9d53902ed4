"""What a clause of a division gives: one object of a list, with the names or the limits in its brackets.

Conventions: 全面工作 of a body is the body; what is only `交办的其他工作` is nothing; brackets behind a body hold its
other nameplates (挂牌) if all in them are bodies, else they limit the charge (scope).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.gazette import lists, subjects
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_NO_MATTER = re.compile(
    r"交办|(?:分工|职责|工作)(?:均|都|仍)?(?:保持)?不(?:变|作调整)|其他(?:工作|事项)?$|^(?:有关|相关|以下|下列|全部|日常|具体|重点|各项|上述|[该此这]项)$|^(?:完成|做好|承办|参加|确保)"
    # What a rule demands is nothing one has: `联系村工作不少于三天`, `联系单位不改变隶属关系`.
    r"|不(?:少于|低于|超过|改变|得)|必须|应当|至少|同吃同住|^每[年月周天季]"
    r"|^(?:单位|部门|领域|行业|战线|范围|条线)$|负(?:领导|主要|全面|总|直接|首要)责任?$|之日起|期间$"
    # Where it is printed, or the title of an annex: `联系乡镇安排见附件2`, `领导联系乡镇安排表`.
    r"|见附[件表]|(?:安排|一览|分工)表$"
    # What good it does, when somebody stands in, and what a list goes on to hold: `这也有利于统筹`, `市长外出时`.
    r"|^(?:也|将|这[也将])?(?:有利于|有助于|充分(?:体现|发挥))|(?:外出|出差)时$|^包括"
)
#: Also `分管部门为县发改局、…`.
_OBJECT_LEAD = re.compile(
    r"(?:的)?(?:单位|部门|领域|科室|股室|处室|站所|镇街|乡镇|村|社区|企业|学校)(?:分别)?(?:为(?![民先主止期了])|是|有(?=[:县市区镇乡])|包括)(?=[\u4e00-\u9fff:])[:\s]*|(?:以下|下列)?(?:单位|部门|工作|领域|科室|处室|镇街|乡镇|企业)?[:]\s*|[:\s]+"
    r"|(?:单位|部门|领域|科室|镇街|乡镇|社区|企业|学校|项目)[ \u3000]{1,6}(?=[\u4e00-\u9fff])"  # columns of a line
)
_GENERAL = re.compile(r"(?:全面|全盘|全局性)工作$")
_LIMIT = re.compile(r"^(?:不含|不包括|除|仅限|限于|含|包括|其中)")
_PLATE = re.compile(
    r"^(?:加挂|挂|增挂|对外(?:称|使用)?|与)?(?:“)?(?P<name>[^“”]+?)(?:”)?(?:的?牌子|合署办公|合署|牌)?$"
)


_OWN = re.compile(
    r"\s*(?P<who>[\u4e00-\u9fff·]{2,9}|[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff]{1,2})\s*[—–-]{1,2}\s*(?=[\u4e00-\u9fff]{2})"
)


@dataclass(frozen=True, slots=True)
class Charge:
    """One object a clause gives to persons: places of the object (name, brackets) and of the clause's verb.

    If it `ends`, the clause takes the object from them.
    """

    persons: tuple[Mention, ...]
    relation: str
    kind: str  # org matter person
    object: str
    item: lists.Item
    via: str
    verb_start: int
    end: int
    confidence: float = 1.0
    rule: str = ""  # that of its kind of sentence, if it is not the common one
    ends: bool = False


def listed(
    passage: Passage, start: int, end: int, persons: Sequence[Mention], relation: str, verb_start: int, *, via: str = "",
    confidence: float = 1.0,
) -> Iterator[Charge]:  # fmt: skip
    """The objects of a list that a verb, a label or a column governs."""
    text = passage.text
    lead = _OBJECT_LEAD.match(text, start, end)
    start = lead.end() if lead else start
    _, closed = lists.trimmed(text, start, end)
    while closed > start and text[closed - 1] in "。;,":
        closed -= 1
    general = _GENERAL.search(text, start, closed)
    if general is None:
        entries = lists.items(text, start, closed, marks="、," if _parted_by_commas(text, start, closed) else "、")
    elif general.start() - start >= 2:
        # `主持区人民政府全面工作`: the object is the body.
        entries = lists.items(text, start, general.start())
    else:
        entries = [lists.Item(start, closed)]
    for entry in entries:
        words = passage.cut(entry.start, entry.end).printed_folded()
        if len(words) < 2 or len(words) > 60 or _NO_MATTER.search(words):
            continue
        stop = entry.inner_end + 1 if entry.bracketed else entry.end
        yield Charge(
            persons=tuple(persons),
            relation=relation,
            kind="org" if lists.is_body(words) else "matter",
            object=passage.printed(entry.start, entry.end),
            item=entry,
            via=via,
            verb_start=min(verb_start, entry.start),
            end=stop,
            confidence=confidence if len(words) <= 36 else min(confidence, 0.7),
        )


def each_his_own(
    passage: Passage, start: int, end: int, relation: str, titles: Mapping[str, str], known: Collection[str]
) -> list[Charge] | None:
    """`甲—某社区` in a list behind `联系社区：`: each person has what stands behind the dash; None if the stretch says no such thing."""
    own = _OWN.match(passage.text, start, end)
    if own is None:
        return None
    whose = subjects.named(passage, *own.span("who"), known=known)
    persons = [replace(one, title=one.title or titles.get(one.person, "")) for one in whose]
    return list(listed(passage, own.end(), end, persons, relation, own.start("who"))) if persons else []


def _parted_by_commas(text: str, start: int, end: int) -> bool:
    """Whether commas part the items of a list (`党委办公室, 组织部(党校)`): each is a body, or short as a matter is."""
    if text.find(",", start, end) < 0:
        return False
    parts = [text[low:high] for low, high in lists.split(text, start, end, marks="、,")]
    bodies = sum(lists.is_body(re.sub(r"\([^()]*\)$", "", part)) for part in parts)
    return bodies == len(parts) or (bodies * 2 >= len(parts) and all(len(part) <= 12 for part in parts))


def brackets(passage: Passage, entry: lists.Item) -> tuple[tuple[str, ...], str]:
    """What stands in brackets behind a body: other names or nameplates, or words that only limit (scope)."""
    if not entry.bracketed:
        return (), ""
    text = passage.text
    folded = passage.cut(entry.inner_start, entry.inner_end).printed_folded()
    parts = lists.split(text, entry.inner_start, entry.inner_end, marks="、,;")
    words = [passage.cut(low, high).printed_folded() for low, high in parts]
    if _LIMIT.search(folded) or not all(lists.is_body(_plate(word)) for word in words):
        printed = [passage.printed(low, high) for low, high in parts]
        return (), ";".join(printed) if not _LIMIT.search(folded) else passage.printed(
            entry.inner_start, entry.inner_end
        )
    return tuple(_plate(passage.printed(low, high)) for low, high in parts), ""


def _plate(words: str) -> str:
    match = _PLATE.match(words)
    return match["name"] if match else words
