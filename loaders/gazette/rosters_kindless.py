"""Headings that name a body without the kind it is of: a river over its chief, a district, a grid, a list of chiefs, one more part.

What the lines below them print tells what they are, or the heading above gives the kind for all.
"""

from __future__ import annotations

import re

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.rosters_grid_lists import GRIDS_LISTED
from loaders.gazette.rosters_labels import labels_of
from loaders.readers.paper import Passage

#: `（一）清水河` over `河长：甲`. A longer name would be taken for one of its neighbours that differs in a letter.
_WATER = re.compile(
    r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{1,4}[河湖江溪渠库塘山路街巷]|[\u4e00-\u9fff]{1,3}林[区场])\s*:?\s*"
)
#: `（一）东乡片（甲镇、乙镇）` over `组长：甲`: a district of the work is called by its place.
_DISTRICT = re.compile(
    r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{1,8}片区?)(?:\s*\([^()]{2,60}\))?[\s:]*"
)
_CHIEF_OF_DISTRICT = re.compile("(?:总?指挥长?|[组片队]长)")
_CHIEF_OF_WATER = re.compile("(?:[省市县区旗镇乡村]级)?[河湖林山街路巷]长")
_CHIEFS_OF_LEVEL = re.compile(r"\s*[一二三四五六七八九十]{1,3}、\s*[省市县区旗镇乡村]级(?:河湖|[河湖林山])长\s*")
#: `（一）城关镇河长名单`, `二、甲县县级林长名单`: the chiefs of one place. 县级河长名单 names no place, and is one of the paper's.
_CHIEFS_OF_PLACE = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>(?![全本各我])[\u4e00-\u9fff]{1,8}?(?:[省市县区旗盟州镇乡村]|街道|社区|苏木)(?:[省市县区旗镇乡村]级)?(?:(?:部分|主要|重点)(?:河流|河湖|水库)?)?(?:总?(?:河湖|[河湖林田路])长、?)?(?:河湖|[河湖林田路])警?长)(?:名单|一览表|名录)\s*:?\s*"
)
#: `第一网格（上湾组，共86户）` over `网格长：甲`: the persons of one grid of a village.
_GRID = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>[\u4e00-\u9fff\d]{1,14}网格)(?:\s*\([^()]{2,60}\))?\s*:?\s*"
)
_GRID_CHIEF = re.compile(r"\s*网格长\s*:")
#: `重点水库防汛责任人名单`, `五、地质灾害隐患点责任人` over a table of places and who is in charge of each.
_IN_CHARGE_OF_PLACES = re.compile(
    r"[\s◆●■*#]*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>[\u4e00-\u9fff]{2,24}责任人)(?:名单|一览表|公示表|汇总表|名录|明细表)?[\s◆●■*#:]*"
)
#: `（六）现场巡视：` behind `（五）后勤保障组：`, over `组员：甲`.
_DUTY = re.compile(r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{2,8})\s*:?\s*")
_OF_TEAM = frozenset(("组长", "组员", "队长", "队员", "成员"))


def by_its_roster(line: Passage, below: Passage, before: Named | None) -> Named | None:
    """The body that a numbered heading without any word of a kind names, for the label right below it says what it is.

    That is a river over its 河长, a district (`东乡片`) over its chief, or, behind `before`, a part that has the heading of the same level before it, one more of them.
    """
    labels = labels_of(below.text)
    role = labels[0].role if labels and not below.text[: labels[0].start].strip() else ""
    match = _WATER.fullmatch(line.text) if _CHIEF_OF_WATER.fullmatch(role) else None
    if match is None and "片" in line.text and _CHIEF_OF_DISTRICT.fullmatch(role):
        match = _DISTRICT.fullmatch(line.text)
    level = groups.level_of(line.text)
    if match is None and role in _OF_TEAM and before is not None and before.level == level and before.via == "heading":
        match = _DUTY.fullmatch(line.text) if before.name.endswith(("组", "队", "专班")) else None
    if match is None:
        return None
    low, high = match.span("name")
    return Named(line.printed(low, high), "heading", line, low, high, level=level, confidence=0.8)


def chiefs_listed(line: Passage, below: Passage) -> Named | None:
    """The chiefs of a place whom a heading lists (`（一）城关镇河长名单`), with a label or a table right below it.

    They are a body of their own, called so without 名单: a paper on several levels or places has a list of each. So are the persons
    in charge of reservoirs or of places in danger (`重点水库防汛责任人名单` over a table of them), and those of a grid.
    """
    match = _CHIEFS_OF_PLACE.fullmatch(line.text) if "长" in line.text else None
    if "网格" in line.text and _GRID_CHIEF.match(below.text):
        match = _GRID.fullmatch(line.text)
    if match is None and ("长" in line.text or "网格" in line.text):
        match = GRIDS_LISTED.fullmatch(line.text)
    in_table = "\t" in below.text or "|" in below.text
    if match is None and in_table and "责任人" in below.text:
        match = _IN_CHARGE_OF_PLACES.fullmatch(line.text) if "责任人" in line.text else None
    if match is None or not (in_table or labels_of(below.text)):
        return None
    low, high = match.span("name")
    return Named(line.printed(low, high), "heading", line, low, high, level=groups.level_of(line.text), confidence=0.9)


def kindless(line: Passage, kind: str) -> Named:
    """A heading that leaves the kind to the heading above (`二、成立工作专班` / `（三）深化债权债务清算`)."""
    text = line.text.rstrip(": 。")
    match = re.match(r"\s*(?:[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、)\s*", text)
    low = match.end() if match else 0
    kind = kind if kind.startswith("工作") or not kind.startswith("专班") else f"工作{kind}"
    return Named(
        line.printed(low, len(text)) + kind,
        "heading",
        line,
        low,
        len(text),
        level=groups.level_of(line.text),
        confidence=0.7,
    )


def opens_chiefs(line: Passage, following: list[Passage]) -> bool:
    """Whether a numbered line that is a role is a heading all the same: `二、县级河长` over `（一）清水河`, itself over `河长：甲`."""
    return (
        len(following) > 1
        and _CHIEFS_OF_LEVEL.fullmatch(line.text) is not None
        and by_its_roster(following[0], following[1], None) is not None
    )
