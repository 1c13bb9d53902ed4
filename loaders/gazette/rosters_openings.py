"""Sentences and headings that say whose list stands below them and what it does to a roster, and labels behind which a change is told.

`增补以下同志为…成员：`, `一、不再担任人员`, `办公室成员名单如下：`; `组长：由甲调整为乙`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.groups_teams import may_be_team
from loaders.gazette.persons import read_mention
from loaders.gazette.rosters_labels import Label, labels_of, role_of, spaced_label
from loaders.readers.paper import Passage

_ADDS_BELOW = re.compile("增补|新增|增加|补充|增列")
_TAKES_AWAY = re.compile("不再担任|退出|免去|调出|减少|移出")
#: `增补以下同志为…成员：`, the persons behind it or on the lines below.
ADDED_BELOW = re.compile(
    r"(?P<verb>增补|增加|新增|补充|增列|免去|不再担任)(?:以下|下列|如下)?(?:同志|人员)?[^。;:]{0,50}?(?P<role>第一副组长|常务副组长|副组长|组长|成员|委员|副主任|副总指挥)(?:职务)?(?:,?(?:名单|具体)?如下)?\s*:\s*"
)
#: Seats that a sentence leaves to the list or the table below it. Of other roles more than one would stand in such a list.
LISTED_BELOW = re.compile(
    r"(?P<role>办公室(?:组成)?(?:成员|人员|工作人员)|联络员)(?:(?:组成)?(?:人员)?名单)?(?:如下\s*:|见下表[:。]?)\s*$"
)
#: `成员由下列单位负责人担任：`, the units on the lines below.
_UNITS_BELOW = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|第[一二三四五六七八九十]{1,3}条\s*)?[^,。;:、由为是]{0,30}?(?P<role>成员|委员|组员)(?:单位)?(?:分别)?(?:由|为|是|包括|有)(?:下列|以下|如下)[^,。;:]{0,12}?(?:单位|部门)[^,。;:]{0,16}:\s*"
)
_CHANGES_BEHIND = re.compile(
    r"\s*(?:由|将|原)?(?:[^。;:()]|\([^()]{0,60}\)){2,60}?(?:调整|变更|更换|更改|替换|更新|改|换)为"
    r"|\s*由(?:[^。;:()]|\([^()]{0,60}\)){2,60}?(?:接替|替代|代替)"
    r"|\s*由(?:[^,。;:()]|\([^()]{0,60}\)){2,60}?(?:接任|担任|兼任),(?:原|[^,。;:()]{2,10}不再)"
    r"|\s*(?:[^,。;:()]|\([^()]{0,60}\)){2,60}?(?:替换|接替)(?!为)[\u4e00-\u9fff \u3000]{2,24}(?=[,。;]|$)"
    r"|\s*(?:增加|增补|新增|补充|增列|减少|删去|删除)(?!以下|下列|如下)\s?(?=[\u4e00-\u9fff])"
)
#: `原成员  甲、乙  不再担任成员职务`: behind the seat somebody had, what becomes of him.
_LEFT_BEHIND = re.compile(r"\s[^。;:()]{2,120}?(?:不再(?:担任|兼任|任|作为)|改任|转任|升任)")
#: Without one of these nothing in `_CHANGES_BEHIND` applies.
_CHANGE_SIGN = re.compile("[改换替任增补减删]|调整|变更|更新")
#: `聘请下列人员为委员：`, the persons on the lines below; the body is at hand.
_CHOSEN_BELOW = re.compile(
    r"[^:]{0,120}?(?:聘请|特聘|选聘|邀请|推选|推荐|确定|明确|指定)了?(?:以下|下列|如下)(?:[\d一二三四五六七八九十]{1,3}[名位])?(?:同志|人员|专家|人士|代表|村民|居民|教师|家长|专业人员){1,2}(?:为|担任)(?P<of>[^。;:,]{0,40}?)(?P<role>成员|委员|组员|队员|顾问|理事|监督员|评议员|调解员|联络员)(?:,?(?:具体)?名单如下|如下)?\s*:\s*"
)
_OF_CHIEF = re.compile("(?:第一|双)?(?:组长|总指挥|指挥长|召集人|主任委员)")
_ANNOUNCES = re.compile(
    r"(?:(?:成立|组建|设立|建立)[^。;:]{2,60}(?:小组|专班|指挥部|委员会|联席会议|工作组)|名单|组成(?:人员)?|如下)[。,:;]\s*$"
)
_TEAM_CHIEF = re.compile(
    r"\s*(?:[-*]\s*)?(?:(?:书\s*记|支\s*书|主\s*席|社\s*长|连\s*长|会\s*长|理\s*事\s*长|主\s*任)\s*[:：]|队\s*员\s*[:：]|分?队\s*长\s*(?:[:：\s]|[\u4e00-\u9fff]{2,30}[,;。])|由[^,;。]{2,40}?任队长)|[^,;。:]{4,60}?(?:任|为)(?:副?会长|(?:常务|副)?理事长?)[。;]"
)
#: `成员：增补以下同志：`, the list behind it.
_ADDS_HERE = re.compile(
    r"\s*(?:增补|增加|新增|补充|增列)(?:以下|下列|如下)(?:\d{1,2}[名位]|[一二三四五六七八九十两]{1,3}[名位])?(?:同志|人员|成员)?\s*:\s*"
)


def action_under(heading: Passage | None) -> str:
    """What a heading says the roster below it does: adds, takes away, or (mostly) lists."""
    words = heading.printed_folded() if heading is not None else ""
    if len(words) > 16:
        return "listed"
    if _ADDS_BELOW.search(words):
        return "added"
    return "removed" if _TAKES_AWAY.search(words) else "listed"


def label_below(text: str) -> Label | None:
    """The label that a sentence gives to the list below it, or behind its colon; None if it gives none."""
    match = ADDED_BELOW.search(text) if ":" in text else None
    if match is not None:
        role = role_of(match["role"])
        action = "removed" if match["verb"] in ("免去", "不再担任") else "added"
        return None if role is None else Label(role[0], match.start(), match.end(), role[1], action)
    if ("下列" in text or "以下" in text) and (match := _UNITS_BELOW.fullmatch(text)) is not None:
        return Label(match["role"], match.start("role"), match.end(), units=True)
    match = LISTED_BELOW.search(text) if "如下" in text or "见下表" in text else None
    if match is None:
        return None
    of_office = match["role"].startswith("办公室")
    return Label("成员" if of_office else match["role"], match.start(), match.end(), of_office)


def chosen_below(text: str) -> Label | None:
    """The label that a sentence gives to the persons listed below it, whom a body at hand is made up of (`聘请下列人员为委员：`)."""
    match = _CHOSEN_BELOW.fullmatch(text) if ":" in text and "下" in text else None
    return Label(match["role"], match.start("role"), match.end()) if match is not None else None


def is_announced(text: str, label: Label) -> bool:
    """Whether a chief's label stands in a line right behind the words that announce its roster: `成立甲领导小组。组长：乙`."""
    return _OF_CHIEF.fullmatch(label.role) is not None and _ANNOUNCES.search(text, 0, label.start) is not None


def with_acts(labels: list[Label], text: str) -> list[Label]:
    """The labels, each with the words behind it that say its list adds to the roster, if there are any."""
    return [_with_act(label, text) for label in labels] if "增" in text or "补充" in text else labels


def tell_change(labels: list[Label], text: str) -> bool:
    """Whether the words behind one of the labels tell a change (`由甲调整为乙`, `增加丙`) and are no list."""
    if _CHANGE_SIGN.search(text) is not None and any(_CHANGES_BEHIND.match(text, one.end) for one in labels):
        return True
    return "原" in text and any(
        text.startswith("原", one.start) and _LEFT_BEHIND.match(text, one.end) is not None for one in labels
    )


def _with_act(label: Label, text: str) -> Label:
    match = _ADDS_HERE.match(text, label.end)
    return label if match is None else replace(label, end=match.end(), action="added")


def seats_someone(line: Passage) -> bool:
    """Whether a line is a label, with a colon or a gap behind it, and a person: `主  任  甲  县长`, `主编：乙`."""
    label = next(iter(labels_of(line.text)), None) or spaced_label(line.text)
    if label is None or line.text[: label.start].strip():
        return False
    behind = read_mention(line, label.end)
    return behind is not None and bool(behind.person)


def opens_team(words: str, below: Passage) -> bool:
    """Whether a heading that may name a team stands over its chief, or over a line that seats someone."""
    return may_be_team(words) and (_TEAM_CHIEF.match(below.text) is not None or seats_someone(below))
