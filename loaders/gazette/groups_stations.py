"""Stations, schools and other houses whose paper lists who runs them: `关于成立某镇新时代文明实践所的通知`, over `所长：甲` / `成员：乙`.

Elsewhere a 站 or a 所 is a unit with a staff, and its chief holds a post like others. So it is a body only where the title founds or adjusts
it, or is nothing but the list of its people, and below stands whoever leads one of its kind, beside others who sit in it.
"""

from __future__ import annotations

import re

from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.rosters_labels import labels_of, own_label, spaced_label

#: Who leads a house, by what its name ends in.
CHIEFS = {
    "所": "所长", "站": "站长", "校": "校长", "院": "院长", "营": "营长", "中心": "主任", "驿站": "站长", "队": "队长", "之家": "主任",
}  # fmt: skip
_HOUSES = "|".join(sorted(CHIEFS, key=len, reverse=True))
_TITLE = re.compile(
    rf"关于(?P<verb>成立|组建|设立|建立|调整|充实|增补|公布|明确)(?P<name>[\u4e00-\u9fff“”]{{2,36}}?(?:{_HOUSES}))(?:\([^()]{{2,12}}\))?(?P<tail>(?:领导班子|领导|组成|工作|管理|部分|负责)?(?:人员|成员|机构)?(?:名单)?)(?:的|及)[^。;]{{0,16}}?(?:通知|决定|公告|通报|批复|公示|函)"
)
#: A page that is nothing but the list of its people: `某镇文明实践所组成人员名单`.
_LISTED = re.compile(
    rf"(?P<name>(?!关于)[\u4e00-\u9fff“”]{{2,36}}?(?:{_HOUSES}))(?:组织机构|组织架构|(?:领导班子|领导|组成|工作|管理)(?:人员|成员|机构)?)(?:名单|一览表|公示|公示牌|名册|简介)?"
)
_FOUNDS = ("成立", "组建", "设立", "建立")
_OTHERS = re.compile("副.{1,3}|成员|组员|队员|[\u4e00-\u9fff]{1,3}员")
_LIST = 30  # lines in which the list stands
_LONGEST = 80
_SAID = re.compile("由[^,。;:]{2,40}任|长由|主任由")


def chief_of(name: str) -> str:
    """What whoever leads a house of such a name is called; empty for a body of another kind."""
    if name.endswith("指挥中心"):
        return ""
    return next((CHIEFS[end] for end in ("中心", "之家") if name.endswith(end)), CHIEFS.get(name[-1:], ""))


def stationed(notice: Notice) -> Named | None:
    """The house that the title founds or adjusts, if the notice lists who runs it; None of another notice."""
    title = notice.title
    places = [place for place, character in enumerate(title.text) if not character.isspace()]
    flat = "".join([title.text[place] for place in places])
    if len(flat) > _LONGEST:
        return None
    match = _TITLE.search(flat) or _LISTED.fullmatch(flat)
    if match is None or "、" in match["name"] or not _has_list(notice, chief_of(match["name"])):
        return None
    low, high = places[match.start("name")], places[match.end("name") - 1] + 1
    verb = match.groupdict().get("verb") or "公布"
    action = "成立" if verb in _FOUNDS else "" if verb in ("公布", "明确") else "调整"
    return Named(title.printed(low, high), "title", title, low, high, action, confidence=0.9)


def _has_list(notice: Notice, chief: str) -> bool:
    """Whether the first lines list who leads such a house, and others in it; in a sentence, who leads it."""
    roles: set[str] = set()
    for line in notice.text_lines()[1:_LIST]:
        found = [label.role for label in labels_of(line.text)]
        if not found and (label := own_label(line.text, chief) or spaced_label(line.text)) is not None:
            found = [label.role]
        roles.update(found)
        if chief in line.text and _SAID.search(line.text) is not None:
            roles.update((chief, "成员"))
    return chief in roles and any(_OTHERS.fullmatch(role) for role in roles - {chief})
