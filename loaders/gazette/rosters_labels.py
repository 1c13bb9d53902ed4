"""The labels of a roster: 组长, 副组长, 成员 … with inner spaces, numbers and bullets, with or without a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.gazette.rosters_glued import helpers_behind, role_behind

_RANKED = (
    "组长|主任委员|主任|召集人|总召集人|指挥长|总指挥长|总指挥|指挥官|指挥|会长|理事长|主席|秘书长|主编|总编辑|总编|河长|湖长|河湖长|河段长|湖段长|路段长|林长|田长|路长|链长|站长"
    "|队长|[一二三四五六七八九]?[分中小]队长|大队长|班长|专班长|网格长|团长|总河长|总湖长|总河湖长|总林长|警长|总警长|河湖警长|河道警长|[河湖林]警长|总路长|总田长|总链长|总?街长|总?巷长|楼栋?长|单元长|总队长|领队|校长|主持人|参谋长|执行长|政委|政治委员"
)
_PLAIN = (
    "成员单位及其?(?:组成)?(?:成员|人员)|成员及成员单位|成员单位|副?组长单位|成员|组员|委员单位|(?:专职|兼职|特邀|候补|非?常任)?委员|顾问|总顾问|联络员|信息员|协调员|专家成员|专家|组成人员|编委|编辑|责任编辑|执行编辑|特约编辑|美术编辑|摄影|校对"
    "|网格员|调解员|安全员|宣传员|监督员|巡查员|管护员|记录员|调度员|技术员|护林员|护河员|巡河员|队员|教导员|指导员|理事|常务理事|监事|秘书|牵头领导|分管领导|其他成员|工作人员|办公室主任|办公室副主任|编辑部(?:副)?主任"
)
#: `漳溪河河长`, `国道210线路长`: who is chief of one river, wood or road of several.
_OF_A_PLACE = r"(?![总各全])[\u4e00-\u9fff\d]{2,14}?副?(?:[河湖林路链田街巷]段?|楼栋?|栋|单元)长"
_RANK_PREFIX = "(?:第[一二三四五六]|常务|执行|总|名誉|轮值|联合|共同|兼职|专职|双|前线|现场|[省市县区旗镇乡村校院]级|[省市县区旗镇乡村])*"
_ROLE = re.compile(
    rf"(?P<act>新增|增补|增加|补充|增列|新任|退出|调出|免去|减少|原|不再担任)?(?P<of>(?:[\u4e00-\u9fff]{{0,16}}?(?:领导小组|指挥部|委员会|专班|联席会议|工作组|小组|编委会|筹委会|组委会|理事会|监事会|议事会|[安双食减创][委防治]?委会|[防抗震灾火]指)的?)?(?P<office>(?:下设)?办公室)?)"
    rf"(?P<role>{_RANK_PREFIX}副?(?:{_RANKED})|{_PLAIN}|{_OF_A_PLACE})"
)
#: Labels that make a roster by themselves; the others need a body named above or one of these beside them.
_STRONG = re.compile(
    r"组长$|组员$|网格[长员]$|总指挥|指挥长$|召集人$|主任委员$|^成员|副主任|办公室主任$|[河湖林田路街巷]段?长$|楼栋?长$|单元长$|(?:总|河湖|河道|[河湖林])警长$|委员单位|成员单位|^协助$|^(?:协助|责任|联系|对口|牵头)(?:单位|部门)$"
)
_LEAD = re.compile(
    r"\s*(?:[-*●■◆◇○□▲★·]\s*)?(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|[①-⑳]\s*|第[一二三四五六七八九十]、)?"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_BOUNDARY = " \t\u3000;,。、.)]:"
#: Who leads an organ of members; before a colon only, for in a table or before a gap these are posts like others.
_OF_ORGAN = re.compile("(?:第一|常务)?副?(?:书记|支书|社长|监事长|连长|联主席|[所院营]长)|执委|常委")
#: The posts of whoever runs a house: seats only in the body that is one.
OF_HOUSE = frozenset(("所长", "院长", "营长"))
_ORGAN_ENDS = frozenset("记书长席委")
_PART_OF_ORGAN = re.compile("(?:候补)?(?:常务|执行)委员会$")
_CHIEF_OF_PLACE = re.compile("(?:[\u4e00-\u9fff\\d]{2}|[ \u3000])副?(?:[河湖林路链田街巷]段?|楼栋?|栋|单元)长$")
_NAME_AND_PLACE = re.compile(
    "[\u4e00-\u9fff]{1,4}[ \u3000]+(?:[\u4e00-\u9fff]{1,2}[ \u3000]+)?[\u4e00-\u9fff\\d]{2,14}$"
)
_LEADS_IN = re.compile(r"(?<=[员位长])(?:包括|包含|有|分别(?:是|为)|如下)$")
#: A label that a dash or brackets set off: `组长——甲`, `【副组长】乙`.
_SET_OFF = re.compile(
    r"[【\[〔<](?P<inside>[\u4e00-\u9fff \u3000]{2,12})[】\]〕>]\s*:?|(?P<dashed>[\u4e00-\u9fff \u3000]{2,12}?)\s*(?:[—–]{1,2}|--)(?=\s*[\u4e00-\u9fff])"
)
_UNITS_AND_OTHERS = {
    "其他成员": "成员",
    "组成人员": "成员",
    "成员单位": "成员",
    "成员及成员单位": "成员",
    **{f"成员单位及{its}{who}": "成员" for its in ("", "其") for who in ("成员", "人员", "组成成员", "组成人员")},
    "组长单位": "组长",
    "副组长单位": "副组长",
    "委员单位": "委员",
}
#: `委员：（3人）甲、乙、丙`.
_COUNTED = re.compile(r"\(共?[\d一二三四五六七八九十]{1,3}[人名位]\)")
_SPACED = re.compile(r"\s+")
_WHITE = re.compile(r"\s")
_LONGEST = 24  # letters of a label without a colon
_FARTHEST = 90  # where its letters stand far apart
_WIDEST = 40  # the same with a number and a bullet before it


@dataclass(frozen=True, slots=True)
class Label:
    """A role label at `[start, end)` of a line, its colon included."""

    role: str
    start: int
    end: int
    office: bool = False
    action: str = "listed"
    units: bool = False  # 成员单位: what stands behind it are bodies

    @property
    def strong(self) -> bool:
        """Whether the label makes a roster by itself."""
        return bool(_STRONG.search(self.role))


@lru_cache(maxsize=4096)
def role_of(words: str) -> tuple[str, bool] | None:
    """The role words name, and whether it is one of the body's office: `副 组 长` -> (副组长, False); None if no role."""
    flat = _LEADS_IN.sub("", _BRACKETS.sub("", _SPACED.sub("", words)))
    match = _ROLE.fullmatch(flat)
    if not match:
        return None
    role, office = match["role"], bool(match["office"])
    if role.startswith("办公室"):
        role, office = role.removeprefix("办公室"), True
    if (organ := _PART_OF_ORGAN.search(match["of"])) is not None:
        role = organ.group() + role  # 常务委员会委员 beside 执行委员会委员
    return _UNITS_AND_OTHERS.get(role, role), office


def _of_organ(words: str) -> tuple[str, bool] | None:
    """The role that words before a colon name in an organ of members (`书　记：`); None if none."""
    flat = _BRACKETS.sub("", _SPACED.sub("", words))
    return (flat, False) if _OF_ORGAN.fullmatch(flat) is not None else None


def action_of(words: str) -> str:
    """What a label does to a roster: `增补成员` added, `退出成员` removed, else listed."""
    flat = _SPACED.sub("", words)
    if flat.startswith(("新增", "增补", "增加", "补充", "增列", "新任")):
        return "added"
    return "removed" if flat.startswith(("退出", "调出", "免去", "减少", "原", "不再担任")) else "listed"


@lru_cache(maxsize=16)
def _own(chief: str) -> re.Pattern[str]:
    letters = r"[ \u3000]{0,4}".join(chief)
    return re.compile(rf"(?:第一|常务|名誉)?副?[ \u3000]{{0,4}}{letters}(?:[ \u3000]*:|(?=\s))")


def own_label(text: str, chief: str) -> Label | None:
    """The label at the head of a line that is the word for who leads the body at hand, or his deputy: `所长  甲  镇长`; None if none."""
    if not chief or chief[-1] not in text[:_LONGEST]:
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    match = _own(chief).match(text, start)
    if match is None:
        return None
    return Label(_SPACED.sub("", match.group()).rstrip(":"), start, match.end())


@lru_cache(maxsize=1024)
def labels_of(text: str) -> tuple[Label, ...]:
    """All labels with a colon in a line, in printed order (`组长：… 副组长：…`)."""
    found: list[Label] = []
    floor = 0
    colon = text.find(":")
    while colon >= 0:
        low = max(floor, colon - (_FARTHEST if "    " in text[max(floor, colon - 8) : colon] else 34))
        for start in _starts(text, low, colon, floor):
            role = (
                role_of(text[start:colon]) or (text[colon - 1] in _ORGAN_ENDS and _of_organ(text[start:colon])) or None
            )
            if role is not None and not (found and _holds_another(text, start, colon)):
                words = text[start:colon]
                counted = _COUNTED.match(text, colon + 1) if text[colon + 1 : colon + 2] == "(" else None
                found.append(
                    Label(
                        role[0],
                        start,
                        colon + 1 if counted is None else counted.end(),
                        role[1],
                        action_of(words),
                        words.rstrip().endswith("单位"),
                    )
                )
                break
        else:
            if (glued := _glued(text, floor, colon, found)) is not None:
                found.append(glued)
        floor = colon + 1
        colon = text.find(":", floor)
    return tuple(found) or _set_off(text)


def _holds_another(text: str, start: int, colon: int) -> bool:
    """Whether words that could be the chief of a place are a person, with a post or a gap behind, and the role of the next: `甲 市委书记副河长`, `甲  二号楼楼长`."""
    if _CHIEF_OF_PLACE.search(text, start, colon) and _NAME_AND_PLACE.match(text, start, colon) is not None:
        return True
    behind = role_behind(text, start, colon, first=False) if colon - start > 4 else None
    return behind is not None and behind[2]


def _glued(text: str, floor: int, colon: int, found: list[Label]) -> Label | None:
    """A label that nothing parts from what stands before it; behind that of a chief also one of who helps."""
    if found and (helpers := helpers_behind(text, floor, colon, found[-1].role)) is not None:
        return Label(helpers[1], helpers[0], colon + 1)
    behind = role_behind(text, floor, colon, first=not found)
    role = role_of(behind[1]) if behind is not None else None
    return Label(role[0], behind[0], colon + 1, role[1]) if behind is not None and role is not None else None


def _set_off(text: str) -> tuple[Label, ...]:
    """The label a line begins with, set off by a dash or brackets."""
    if not any(mark in text for mark in "—–-【[〔<"):
        return ()
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    match = _SET_OFF.match(text, start)
    role = role_of(match["inside"] or match["dashed"]) if match else None
    return (Label(role[0], start, match.end(), role[1]),) if match and role is not None else ()


def spaced_label(text: str) -> Label | None:
    """A label without colon at the head of a line, parted by white space from what follows: `副组长　丁一　副县长`."""
    if len(text) > _WIDEST and _WHITE.search(text, 0, _WIDEST) is None:
        return None
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if len(text) - start > _LONGEST and _WHITE.search(text, start, start + _LONGEST + 1) is None:
        return None
    best: Label | None = None
    tokens = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[: start + 40]) if match.end() > start]
    for count in range(1, min(len(tokens), 5) + 1):
        begin, end = max(start, tokens[0][0]), tokens[count - 1][1]
        if end - begin > _LONGEST:
            break
        role = role_of(text[begin:end])
        if role is not None and (len(_BRACKETS.sub("", text[begin:end])) <= 8 or role[1]):
            best = Label(role[0], begin, end, role[1])
    return best


def _starts(text: str, low: int, colon: int, floor: int) -> list[int]:
    """Where a label before a colon may begin: behind bullets, numbers and marks; the earliest first."""
    places = []
    if low == 0 or low == floor:
        lead = _LEAD.match(text, low)
        if lead:
            places.append(lead.end())
    places.extend(place + 1 for place in range(low, colon) if text[place] in _BOUNDARY)
    return places


#: Roles that are nothing else: behind a gap inside a line they open a list of their own (`组长 甲，组员 乙、丙`).
_INNER = re.compile(
    r"(?:^|(?<=[,;。\s]))(?P<role>(?:第一|常务|执行)?副?(?:组长|召集人|总指挥|指挥长|队长)|组员|队员|成员|(?<=;)(?:(?:常务)?副主任(?:委员)?|委员))(?=[ \u3000]+[\u4e00-\u9fff])"
)


def inner_labels(text: str, start: int) -> list[Label]:
    """The labels without colon behind the first one of a line, from `start` on."""
    found = []
    for match in _INNER.finditer(text, start):
        role = role_of(match["role"])
        if role is not None:
            found.append(Label(role[0], *match.span("role"), role[1]))
    return found
