"""Coordinating bodies: how papers name them, found them, adjust them, end them.

A body's name ends in a word of its kind (领导小组, 工作专班, 指挥部, 联席会议 …). It is *declared* by the title of a notice
(关于成立…的通知), by a sentence (决定成立…, 对…组成人员进行调整) or by a heading over a roster. A bare kind (`领导小组`) names
nothing by itself and points back to the body named last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from loaders.gazette import groups_former
from loaders.gazette.groups_teams import HAS_PARTS, NO_BODY, TEAM, without_parts
from loaders.readers.paper import Passage

_WHITE = re.compile(r"\s+")
#: Words a coordinating body's name ends in; longer ones first, for the kind is the longest that fits.
KINDS = (
    "工作领导小组", "协调领导小组", "领导小组", "工作协调小组", "协调小组", "推进小组", "工作小组", "专项小组", "监督小组", "审核小组", "评审小组", "攻坚小组",
    "应急小组", "工作专班", "专项工作组", "专项工作专班", "专班", "前线指挥部", "现场指挥部", "指挥部", "指挥所", "指挥中心", "联席会议", "议事协调机构",
    "编辑委员会", "组织委员会", "组委会", "编委会", "筹委会", "专家委员会", "评审委员会", "委员会", "工作组", "推进组", "协调组", "督导组", "督查组", "监督组", "检查组",
    "考核组", "评审组", "评估组", "调查组", "专家组", "专项组", "专责组", "攻坚组", "筹备组", "保障组", "宣传组", "综合组", "救援组", "应急队", "救援队", "突击队", "抢险队", "扑火队", "救护队",
    "理事会", "监事会", "议事会", "小组", "专责小组",
)  # fmt: skip
KIND_WORD = "|".join(sorted(KINDS, key=len, reverse=True))
#: What a text without any kind has none of: their last letters, three at most.
KIND_LETTERS = re.compile("|".join(sorted({"长制", *(kind[-3:] for kind in KINDS)})))
KIND_END = re.compile(rf"(?:{KIND_WORD}|[\u4e00-\u9fff]{{2,12}}组)$")
#: The words that a declared kind is filed under.
_FILED = re.compile(
    "(领导小组|工作专班|专班|指挥部|指挥所|联席会议|编辑委员会|委员会|工作小组|协调小组|工作组|专家组|小组|理事会|[\u4e00-\u9fff](?:[\u4e00-\u9fff](?<!小)组))$"
)
#: Kinds that name nothing by themselves; 综合协调组 or 宣传组 names a part of a body well enough.
_BARE_KINDS = (
    "(?:工作|协调)?领导小组|(?:工作|专项工作)?专班|(?:前线|现场)?指挥部|指挥所|指挥中心|联席会议|议事协调机构|工作小组|专项小组|(?:专项)?工作组|委员会|专家组|小组"
    "|编委会|编辑委员会|组委会|工作机构|领导机构|组织机构"
)
_GENERIC = re.compile(
    rf"(?:(?:(?:领导小组|指挥部|委员会|专班|联席会议)?下设|成立|设立|组建|建立|[省市县区旗镇乡]级|县|市|区|镇|乡|旗|原|校|我校|学校|单位|本|相关|有关|相应|各|该|各级|其|若干|部分|以下|下列|如下|政府|人民政府|专项|专业|应急|应急救援|现场|前方|专门|\d+个|[一二两三四五六七八九十]+个|组织|综合|日常)*)"
    rf"(?:{_BARE_KINDS})|(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})[个支](?:[\u4e00-\u9fff]{{2,8}}[组队]|[\u4e00-\u9fff]{{0,30}}(?:专班|指挥部|委员会|小组|工作组))"
)
ADJUSTED = "(?:部分|主要|有关|相关)?(?:领导)?(?:组成)?(?:人员|成员|名单|单位|领导)?(?:名单)?"
#: What may follow a name: otherwise the kind word stands inside a longer name (物业管理委员会换届…领导小组).
AFTER_NAME = rf"(?=[”\"』」》]?(?:$|[,。;:!()、\s]|的|及|和|与|等|人员|{ADJUSTED}(?:的|调整|进行|作|予以|如下|名单|$|[,。;:(])|组成人员|成员|部分|统一|负责|具体|由|制度|(?:工作|议事|运行)(?:规则|规程|机制|制度)|下设|统筹|办公室|领导成员|为|是|调整|更名))"
_TITLE_NAME = re.compile(
    r"(?P<verb>成立|组建|设立|建立|调整|充实|增补|变更|更新|公布|明确|撤销|取消|保留|印发|重新调整|更换)(?:(?:和|并)?(?:更名|调整|合并|撤销|保留|充实|完善))?(?:部分|了)?"
    rf"(?P<name>[^。;:]{{0,80}}?(?:{KIND_WORD})){AFTER_NAME}"
)
_TITLE_BARE = re.compile(
    rf"关于(?P<name>[^。;:]{{2,60}}?(?:{KIND_WORD})){ADJUSTED}(?P<verb>调整|更名|撤销|组成人员|名单|成员)"
)
#: `调整县安委会等部分议事协调机构成员`: several bodies, none of which is called so.
AND_OTHERS = re.compile(
    "(?:部分|有关|相关|若干|等(?:部分|有关|相关|若干|[\\d一二三四五六七八九十]{1,3}个)?)(?:县级|区级|市级|旗级)?(?:议事协调机构|领导机构|工作机构)"
)
#: `关于调整乡河长制办公室组成人员的通知`: the office itself has the roster.
_TITLE_OFFICE = re.compile(
    r"(?P<verb>成立|组建|设立|建立|调整|充实|增补|变更|更新|公布|明确)(?P<name>[^。;:、]{0,40}?[河湖林田路链山]长制(?:工作)?办公室)(?=组成|成员|人员)"
)
RENAMED = re.compile(
    rf"(?P<old>[^,。;:]{{2,50}}?(?:{KIND_WORD}))[”\"]?(?:的?名称)?(?:(?:更名|改名|调整|变更|改组|升格|更改)为|改称为?)(?P<name>(?![由以])[^,。;:()]{{2,50}}?(?:{KIND_WORD}))"
)
RENAMES = re.compile("更名|改名|调整为|变更为|改组为|升格为|改称|更改为")
#: The number of a heading; behind it stand its words.
_HEADING = re.compile(
    r"\s*(?:附件?\s*[\d一二三四五六七八九十]{0,2}\s*[:.、]\s*)?(?:(?:#{1,6}|[-*●■◆]{1,3})\s*)?(?:(?P<one>第?[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}条(?=\s))|(?P<two>[(][一二三四五六七八九十]{1,3}[)])"
    r"|(?P<three>\d{1,2}[.、](?!\d))|(?P<four>[(]\d{1,2}[)]|\d{1,2}[)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d))|(?P<five>[①-⑳]))?\s*(?=\S)"
)
_MARKS_IN_NAME = re.compile(r"[\s“”\"「」《》]")
_HEADING_TAIL = re.compile(
    r"(?:(?<=[组部会班])(?:及其?|和|与)(?:各|下设|所属|内设)(?:工作组|小组|专项组|专班|办公室))?(?:领导班子(?:成员)?|领导成员)?(?:[及和、](?:常委|委员))?(?:组成)?(?:人员|成员|名单|成员单位|设置|机构|组成|(?:推选|选举|换届)结果|人员组成|人员安排|构成)*(?:名单|如下)?(?:[及和、]?(?:联系方式|联系电话|通讯录)|[及和与](?:各?(?:小组|工作组|分组|成员单位|成员|人员|组员))?(?:分组|职责|分工|任务|安排)+)?[:。]?$"
)
#: Ornaments around a heading.
_ORNAMENTS = "*#●■◆ "
_DECIDED = re.compile(r"[^,。;:]{0,24}?决定(?:对|将|调整|成立|组建|设立|充实|公布){1,2}(?=[\u4e00-\u9fff]{4})")
#: 我 and 本 before the word for the place or the house that speaks.
_OWN = re.compile(r"^(?:我|本)(?=[省市县区旗州盟镇乡局校院委厅村园厂矿处办]|街道|社区|公司|单位|集团|中心|苏木)")
_A_PART = re.compile("(?<!领导小)(?<!工作)组$")
_OF_CHIEFS = re.compile("[河湖林田路链山警格楼栋元街巷片]长$|网格[\u4e00-\u9fff]{0,6}(?:员|队伍|团队)$")
_LEVELS = {"": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}

Via = Literal["title", "sentence", "heading", "list", "table"]


@dataclass(frozen=True, slots=True)
class Named:
    """A body named in a paper, and the words that name it: `passage.text[start:end]`.

    `action` is 成立, 调整, 更名, 合并, 撤销, 保留 or empty; `led` is where a sentence goes on to say who leads it
    (成立由…任组长的…). `parent` is filled for a body under another one. `former` are names given up (更名, 合并).
    """

    name: str
    via: Via
    passage: Passage
    start: int
    end: int
    action: str = ""
    level: int = 0
    parent: str = ""
    confidence: float = 1.0
    led: tuple[int, int] | None = None
    former: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", from_outside(self.name))
        object.__setattr__(self, "former", tuple(from_outside(name) for name in self.former))


def kind_of(name: str) -> str:
    """The kind a name ends in: `县防汛抗旱指挥部` -> `指挥部`."""
    match = _FILED.search(_WHITE.sub("", name))
    return match[1] if match else ""


def is_generic(name: str) -> bool:
    """Whether a name is only a kind (`工作领导小组`, `成立工作专班`): it points to a body named elsewhere."""
    return bool(_GENERIC.fullmatch(from_outside(_plain(name))))


def from_outside(name: str) -> str:
    """A body's name without the 我 of the paper that speaks of its own: `我县防汛抗旱指挥部` is 县防汛抗旱指挥部 to all."""
    return _OWN.sub("", name)


def same_body(left: str, right: str) -> bool:
    """Whether two names in one paper mean one body: one holds the other, or they swing in a word or two.

    Papers print 创建… beside 建设…领导小组, and `区…领导小组` beside `东胜区…领导小组`. Numbers and the words before the
    kind must agree well: 一组 is not 二组.
    """
    one, two = _plain(left), _plain(right)
    if one == two:
        return True
    if min(len(one), len(two)) < 6 or kind_of(one).removeprefix("工作") != kind_of(two).removeprefix("工作"):
        return False
    if one.endswith(two) or two.endswith(one):
        return True
    if _OF_CHIEFS.search(one) and _OF_CHIEFS.search(two):
        return False  # 甲县县级河长 and 甲县县级林长 differ in a letter
    return fuzz.ratio(_core(one), _core(two)) >= 78


def same_named(left: Named, right: Named) -> bool:
    """Whether two namings mean one body; of parts with headings of one level below each other each is its own (`煤矿督查组`, `非煤矿督查组`).

    So is each of the bodies in a table.
    """
    if left.via == right.via == "table":
        return _plain(left.name) == _plain(right.name)
    parts = left.via == right.via == "heading" and left.level == right.level > 0
    if parts and _A_PART.search(left.name) and _A_PART.search(right.name):
        return _plain(left.name) == _plain(right.name)
    return same_body(left.name, right.name)


def similar_body(left: str, right: str) -> bool:
    """A looser likeness, for a body that is named without any seat beside one with a roster."""
    return same_body(left, right) or fuzz.partial_ratio(_core(_plain(left)), _core(_plain(right))) >= 80


def level_of(words: str) -> int:
    """The level of a heading's number: 一、 1, （一） 2, 1. 3, （1） and 1.1 4, ① and 1.1.1 5; 0 without number."""
    match = _HEADING.match(words)
    if match is None:
        return 0
    # 2.1.1 stands below 2.1, and goes on with the body that 2.1 names.
    deep = (match["four"] or "").strip(".").count(".") > 1
    return _LEVELS[match.lastgroup or ""] + deep


def from_title(title: Passage) -> list[Named]:
    """Bodies a notice's title names with what happens to them, in printed order."""
    flat, places = _squeezed(title)
    about = flat.find("关于")
    if about < 0:
        return []
    found: list[Named] = []
    if (office := _TITLE_OFFICE.search(flat, about)) is not None:
        action = _action(office["verb"], flat[office.start() :])
        return [_at(title, places, office.span("name"), office["name"], "title", action)]
    if KIND_LETTERS.search(flat, about) is None:
        return []
    renamed = RENAMED.search(flat, about + 2) if RENAMES.search(flat, about) else None
    if renamed and not is_generic(renamed["name"]):
        old = names_in(renamed["old"].removeprefix("将").removeprefix("关于"))
        return [_at(title, places, renamed.span("name"), renamed["name"], "title", "更名", former=tuple(old))]
    match = _TITLE_NAME.search(flat, about) or _TITLE_BARE.search(flat, about)
    if not match:
        return []
    action = _action(match["verb"], flat[match.start() :])
    begin = match.start("name")
    for low, high in split_names(match["name"]):
        name = without_parts(match["name"][low:high])
        high = low + len(name)
        if KIND_END.search(name) and not is_generic(name) and not AND_OTHERS.search(name):
            found.append(_at(title, places, (begin + low, begin + high), name, "title", action))
    return found


def from_heading(line: Passage, *, team: bool = False) -> Named | None:
    """The body a heading line names (`（一）源网分离工作专班`, `县…领导小组组成人员名单`), or None.

    `team` says that its chief, a 队长 or 会长, stands below: then `扑火队` is one too, which elsewhere is the name of a unit.
    """
    text = line.text.rstrip()
    marked = any(mark in text for mark in "\t,;!?=") or ("《" in text and not (team and text.endswith("编辑部")))
    if marked or not 3 <= len(text.strip()) <= 60:
        return None
    match = _HEADING.match(text)
    if not match:
        return None
    words = text[match.end() :]
    bare, old = groups_former.parted(groups_former.without_note(words.rstrip(_ORNAMENTS).rstrip(":。 ")))
    tail = _HEADING_TAIL.search(bare)
    name = bare[: tail.start()].rstrip() if tail else bare
    if (words.endswith("。") and len(words) > 30) or ":" in name or "。" in name:
        return None
    if "下设" in name and ("、" in name or is_generic(name)):
        return None  # 指挥部下设扑火队、后勤组, 指挥部下设以下工作组: it opens the list of the parts
    plain = _plain(name)
    if not (KIND_END.search(plain) or (team and TEAM.search(plain))) or NO_BODY.search(plain):
        return None
    low = match.end()
    high = low + len(name)
    if (decided := _DECIDED.match(line.text, low, high)) is not None:
        low = decided.end()  # 县政府决定调整县…联席会议成员:
    if (lead := groups_former.LEAD_IN.match(line.text, low, high)) is not None:
        low = lead.end()
    for word in ("成立", "设立", "组建", "关于成立", "调整后的"):
        if line.text[low:high].startswith(word) and len(name) > len(word) + 4:
            low += len(word)
    if any(word in name for word in ("要求", "负责", "各级", "不再", "同志", "担任", "建立健全", "加强", "充分发挥")):
        return None
    if HAS_PARTS.search(name) or name.startswith(("撤销", "取消", "不再保留")):
        return None  # 指挥部下设三个工作组 names none; 四、撤销甲指挥部 ends one, and stands over no roster
    named = Named(printed_name(line, low, high), "heading", line, low, high, level=level_of(text), confidence=0.95)
    return replace(named, action="更名", former=(_plain(old),)) if old else named


def renamed(named: Named, name: str) -> Named:
    """The same naming under another name (a heading that leaves the kind out)."""
    return replace(named, name=name)


# --- helpers ----------------------------------------------------------------------------------------------------


def _action(verb: str, rest: str) -> str:
    if verb in ("成立", "组建", "设立", "建立"):
        return "成立"
    if verb in ("撤销", "取消"):
        return "撤销"
    if verb == "保留":
        return "保留"
    if verb in ("公布", "明确", "印发", "名单", "组成人员", "成员") and "调整" not in rest:
        return ""
    return "更名" if verb == "更名" else "调整"


def split_names(words: str) -> list[tuple[int, int]]:
    """A list of names parted by `、`, 和, 及 behind a kind word."""
    cuts = [0]
    for match in re.finditer(rf"(?:{KIND_WORD})(?P<mark>、|和|及|以及|与)", words):
        cuts.extend(match.span("mark"))
    cuts.append(len(words))
    return [(low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=True) if high - low > 2]


def names_in(words: str) -> list[str]:
    return [_plain(words[low:high]) for low, high in split_names(words)]


def _squeezed(passage: Passage) -> tuple[str, list[int]]:
    """The text without white space, and the place of each of its characters in the passage."""
    places = [place for place, character in enumerate(passage.text) if not character.isspace()]
    return "".join(passage.text[place] for place in places), places


def _at(
    passage: Passage,
    places: list[int],
    span: tuple[int, int],
    name: str,
    via: Via,
    action: str,
    former: tuple[str, ...] = (),
) -> Named:
    low, high = places[span[0]], places[span[1] - 1] + 1
    return Named(printed_name(passage, low, high), via, passage, low, high, action, former=former)


def printed_name(passage: Passage, low: int, high: int) -> str:
    """The printed name without white space and without quotation marks around it."""
    name = passage.printed(low, high)
    for opening, closing in ("“”", '""', "「」", "《》"):
        if name.startswith(opening) and name.endswith(closing):
            name = name[1:-1]
        elif name.startswith(opening) and closing not in name:
            name = name[1:]
    return name


def _plain(name: str) -> str:
    return _MARKS_IN_NAME.sub("", name)


def _core(name: str) -> str:
    return re.sub(r"(?:工作)?(?:领导小组|专班|指挥部|委员会|小组|组|联席会议)$", "", name)
