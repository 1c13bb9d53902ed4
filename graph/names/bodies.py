"""Bodies: a printed name read into a place and the name that the body has there.

`鄂尔多斯市东胜区财政局`, `东胜区财政局`, `区财政局` and a bare `财政局` in a paper of 东胜区 are all (东胜区, 区财政局);
`市公安局` is (鄂尔多斯市, 市公安局). Companies keep their registered names. Nothing is looked up in other papers here:
short names are matched to full ones by `graph.names.lexicon`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.entities import OrganisationKind, Oversight
from graph.names.data import short_names, usual_bodies
from graph.names.places import NOWHERE, Place, leading_place
from graph.names.script import plain

COMPANY = re.compile(r"(?:公司|集团|银行|支行|联社|事务所|合伙|煤矿|电厂|水厂|热力二?公司|商行|酒店|基金)$")
#: Schools and hospitals go by their own name too: 绍兴市第一中学 is not 市第一中学.
REGISTERED = re.compile(r"(?:学校|中学|小学|大学|学院|幼儿园|医院|[一二三四五六七八九十]中)$")
#: How the name of a body ends.
ENDING = re.compile(
    r"(?:局|委|委员会|办|办公室|办公厅|厅|中心|院|校|学|馆|所|站|队|团|部|科|股|处|司|室|会|社|组|公司|集团|银行|厂|矿|店|行|村|府|园|台|报|"
    r"网|党组|党委|工委|支部|总支|纪委|政协|人大|人大常委会|妇联|科协|文联|残联|侨联|工商联|社区|街道|镇|乡|苏木|嘎查|大队|中队|支队|总队|"
    r"海关|专班|指挥部|联席会议|法院|检察院|庭|署|分局|庙|寺|管护中心|党校|小学|中学|大学|幼儿园|协会|学会|商会|基金会|监狱|军分区|营业部|"
    r"党工委|管委会|工会|乌兰牧骑|服务部|段|林场|牧场|农场|仓库|口岸|项目部|运行团队|团队|律所|车站|机场|联盟|总公司|分公司|支局|[一二三四五六七八九十]中)$"
)
#: Which term an organ serves is no part of its name: 县第十五届人大常委会, 中共甲县第十三届委员会, 十二届县委.
_TERM = re.compile(
    r"第?[一二三四五六七八九十]{1,3}届(?=人大|人民代表大会|政协|纪委|纪律检查委员会|委员会|(?:人民)?政府|[省市州盟县区旗镇乡]?(?:党委|委(?!员))|常委会)"
)
_TOWN = re.compile(r"^(?P<town>[\u3400-\u9fff]{1,8}?(?:街道|苏木|镇|乡))(?P<rest>人民政府|政府|办事处|办)?$")
_TOWN_START = re.compile(r"^[\u3400-\u9fff]{1,8}?(?:街道|苏木|镇|乡)")
_GOVERNMENT = re.compile(r"^政府(?=$|办公室|办公厅|办|党组|研究室|督查室|参事室|金融|外事|驻)")
_BRANCH = re.compile(
    r"^(?:[省市州盟](?P<of>.{2,14}?)局|(?P<field>公安|自然资源|生态环境|林业和草原|规划))(?P<near>.{0,8}?)(?P<tail>分局)$"
)
_PARTY_COMMITTEE = re.compile(r"^委员会(?=$|办公室|组织部|宣传部|统战部|统一战线工作部|政法委)")
_COUNTRYWIDE = re.compile(r"^(?:国家|全国|国务院|中央|中国|最高人民)")
#: Words that start with a level character and are none: 市场监督管理局 is bare, 市民政局 is the city's.
_NO_LEVEL_WORD = re.compile(
    r"^(?:市场|市容|市政(?!府|协|务|法|研|数)|市民(?!政|委|族|宗|办)|市区|市域|市辖|区域|区划|区块|区县|市县|县区|区间|县域|镇区|乡村|乡镇|乡贤|州际|旗下|旗舰|省际|省会|县城)"
)
_SET = re.compile(
    r"^(?:各|本级|全体|有关|相关|其他|驻区|驻县|驻市|驻旗|辖区|所有|各级)|(?:等部门|等单位|各部门|各单位|有关部门|相关部门|有关单位|相关单位|成员单位|企事业单位|各镇|各街道|街镇)$"
)
_VAGUE = re.compile(
    r"有关|相关|其他|成员单位|职能部门|责任单位|等部门|等单位|辖区|所有|全体|各级|各单位|各部门|企事业单位|本级"
)
_COORDINATING = re.compile(r"(?:领导小组|工作专班|专班|指挥部|联席会议|协调小组|协调机制|工作组|委员会)(?:办公室)?$")


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """A body: the place it is of (id) and its name there, with the level word (`区财政局`)."""

    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """A printed name localised: its place, its name there."""

    place: Place
    name: str

    @property
    def body(self) -> Body:
        """The key by which bodies are compared."""
        return Body(self.place.id, self.name)


def is_collective(name: str) -> bool:
    """Whether a name means several bodies: 各镇人民政府, 各有关部门."""
    return _SET.search(plain(name)) is not None


def is_vague(name: str) -> bool:
    """Whether nobody could say which bodies a collective name means: 有关部门, 各成员单位."""
    folded = plain(name)
    return is_collective(folded) and _VAGUE.search(folded) is not None


@lru_cache(maxsize=262144)
def localise(name: str, near: Place = NOWHERE) -> Words:
    """A printed name in a paper of `near`, read into its place and its name there. Total: never fails."""
    text = re.sub(r"\([^()]*\)$", "", plain(name).strip("“”\"'、,;。")) or plain(name)
    if "届" in text:
        text = _TERM.sub("", text)
    unit = re.fullmatch(r"(?:中国共产党|中共)(.+)(?:委员会|委)", text)
    if unit is not None and REGISTERED.search(unit[1]):
        return Words(near, f"{unit[1]}党委")
    return _company(text, near) if COMPANY.search(text) or REGISTERED.search(text) else _organ(text, near)


def displayed(words: Words, near: Place) -> str:
    """The name as people of `near` say it: 区财政局, 市公安局; of another place, with its name: 达拉特旗人民政府."""
    place = words.place
    if place.id in {known.id for known in near.chain} or not place.word or not place.id or "/" in place.id:
        return words.name
    return place.name + words.name.removeprefix(place.word) if words.name.startswith(place.word) else words.name


def kind_of(name: str, word: str = "") -> tuple[OrganisationKind, Oversight]:
    """Kind of a body and the oversight a division of work gives it, from its name there (level word `word`).

    委员会 alone decides nothing: the table of usual bodies comes first, then the shape of the name. Oversight is
    expected only of bodies of the place itself (their name starts with its level word), towns and branches; the
    government oversees itself, and a company's charge depends on who owns it.
    """
    kind, oversight = _kind(name, word)
    if name == f"{word}人民政府" or not (name.startswith(word) or kind in ("town", "branch")):
        return kind, ""
    return kind, oversight


def _kind(name: str, word: str) -> tuple[OrganisationKind, Oversight]:
    stem = name.removeprefix(word) if word else name
    if is_collective(name):
        return "set", ""
    usual = usual_bodies().get(stem) or usual_bodies().get(name)
    if usual is not None:
        return usual.kind, usual.oversight
    if COMPANY.search(name):
        return "company", ""
    if word not in ("镇", "乡", "苏木", "街道") and re.search(
        r"(?:镇|乡|苏木|街道)(?:人民政府|办事处|党委|党工委|纪委|人大)?$", name
    ):
        return "town", "联系"
    if stem.endswith("分局") and "税务" not in stem:
        return "branch", "分管"
    for pattern, kind, oversight in _SHAPES:
        if re.search(pattern, stem):
            return kind, oversight
    return "unknown", ""


_SHAPES: tuple[tuple[str, OrganisationKind, Oversight], ...] = (
    (r"领导小组|专班|指挥部|联席会议|协调小组|工作组", "coordinating", ""),
    (
        r"^(?:安全生产|国防动员|食品安全|防灾减灾|爱国卫生运动|消防安全|道路交通安全|规划|编制)委员会$",
        "coordinating",
        "",
    ),
    (r"^委(?:$|[^员])|党组$|党委$|工委$|党总支$|支部$|^纪委|^监委|纪检监察组$|党校$|团委$", "party", "联系"),
    (r"^人大|人民代表大会|^政协", "congress", "联系"),
    (r"法院$|检察院$|[高中]院$", "court", "联系"),
    (r"(?:建设|交通|发展改革|经济|教|科|体育|管理)委$", "government", "分管"),
    (r"^团|共青团|总工会|妇联|科协|文联|残联|侨联|工商联|红十字会|协会$|联合会$|学会$|商会$", "mass", "联系"),
    (
        r"税务|气象|烟草|海关|消防救援|人武部|武警|部队|邮政|国家安全|调查队|边境管理|边检|支队|大队|中队|金融监管|证监|银保监|公积金",
        "vertical",
        "联系",
    ),
    (r"分局$|分中心$", "branch", "分管"),
    (r"管委会$|管理委员会$", "government", "分管"),
    (
        r"^(?:人民)?政府|(?:局|厅|委员会|办公室|办公厅|中心|处|站|所|馆|院|学校|中学|小学|大学|办|队|园|台|社)$",
        "government",
        "分管",
    ),
)


def _company(text: str, near: Place) -> Words:
    """Registered names stay; a level word in front says whose it is (`市水投集团` is no company of the district's)."""
    word = level_word(text, near)
    return Words(near.called(word) if word else near, text)


def _organ(text: str, near: Place) -> Words:
    party = re.match(r"^(?:中国共产党|中共)", text)
    rest = text[party.end() :] if party else text
    rest, prefix = _without_front(rest)
    place, tail = leading_place(rest, near=near)
    if (
        not place.id
        and near.id
        and tail.startswith(near.short)
        and tail[len(near.short) :].startswith(("人民政府", "政府"))
    ):
        place, tail = near, tail[len(near.short) :]
    if place.id and prefix:
        return Words(place, _front_body(prefix, place.word))
    if place.id and place.level == "town" and place is not near:
        place, tail = near, text
    if place.id and place is not near and re.match(r"分局|分中心|支队|大队|中队|支行", tail):
        return Words(near, text)
    if place.id and (tail or party):
        tail = _PARTY_COMMITTEE.sub("委", tail) if tail else "委"
        level = level_word(tail, place)
        return _local(tail.removeprefix(level) if level == place.word and len(tail) > 1 else tail, place, near)
    if place.id and not tail:
        return Words(place, f"{place.word}人民政府") if place.level != "town" else Words(place, place.name)
    if prefix:
        word = level_word(rest, near)
        owner = near.called(word) if word else near
        return Words(owner, _front_body(prefix, owner.word))
    word = level_word(text, near)
    if word and not near.word:
        return Words(near, word + _stem(text[len(word) :]))
    if word:
        branch = _branch(text, near)
        return branch or _local(text[len(word) :], near.called(word), near)
    return _bare(text, near, party is not None)


def _without_front(text: str) -> tuple[str, str]:
    """`共青团鄂尔多斯市东胜区委员会`, `政协…委员会` and `团区委`: the bodies that name their kind before the place."""
    for front, ends in (("共青团", ("委员会", "委")), ("政协", ("委员会",)), ("团", ("委",))):
        if text.startswith(front) and text.endswith(ends) and len(text) <= 24:
            middle = text[len(front) :]
            if front != "团" or len(middle) == 2 or leading_place(middle)[0].id:
                return middle.removesuffix("员会").removesuffix("委"), front
    return text, ""


def _front_body(front: str, word: str) -> str:
    return f"{word}政协" if front == "政协" else f"团{word}委"


def _local(tail: str, place: Place, near: Place) -> Words:
    """`tail` is what stands behind the place's name or level word."""
    branch = _branch(f"{place.word}{tail}", near)
    if branch is not None:
        return branch
    town = _town(tail, place)
    if town is not None:
        return town
    return Words(place, place.word + ("党委" if tail == "委" and place.level == "town" else _stem(tail)))


def _stem(tail: str) -> str:
    tail = _GOVERNMENT.sub("人民政府", tail)
    return re.sub(r"^人民政府办$", "人民政府办公室", tail)


def _bare(text: str, near: Place, of_party: bool) -> Words:
    """A name without place and level word: the paper's own place is meant if the body is one that every place has."""
    if not near.word:
        return Words(near, text)
    branch = _branch(text, near)
    if branch is not None:
        return branch
    if of_party:
        unit = re.sub(r"^(?:中国共产党|中共)", "", text)
        return Words(near, re.sub(r"委员会$|委$", "党委", unit))
    town = _town(text, near)
    if town is not None:
        return town
    stem = _stem(text)
    usual, short = usual_bodies(), short_names()
    if stem in usual and stem != "委":
        return Words(near, near.word + stem)
    if f"委{stem}" in usual and stem in short:
        return Words(near, f"{near.word}委{stem}")
    if stem in short:
        return Words(near, near.word + stem)
    if stem.startswith(("人民政府", "委组织部", "委宣传部", "委政法", "委办", "人大常委会")):
        return Words(near, near.word + stem)
    return Words(near, text)


def _town(text: str, place: Place) -> Words | None:
    match = _TOWN.match(text)
    if match is None or place.level == "town" or is_collective(text):
        return None
    if match["town"].endswith("街道"):
        return Words(place, f"{match['town']}办事处")
    if match["rest"] in ("办事处", "办"):
        return None
    return Words(place, f"{match['town']}人民政府")


def town_party(text: str) -> bool:
    """Whether a name begins with a town's: 罕台镇党委."""
    return _TOWN_START.match(text) is not None


def _branch(text: str, near: Place) -> Words | None:
    """`市自然资源局东胜区分局` and `公安安垌分局` are the district's branch: 区自然资源分局, 区公安分局."""
    match = _BRANCH.match(text)
    if match is None or near.level not in ("county", "city", "") or not near.word:
        return None
    if match["near"] not in ("", near.name, near.short):
        return None
    if match["of"] and match["near"] == "":
        return None
    return Words(near, f"{near.word}{match['of'] or match['field']}分局")


def level_word(text: str, near: Place) -> str:
    """The level word a name starts with, if one does."""
    if _NO_LEVEL_WORD.match(text) or _COUNTRYWIDE.match(text):
        return ""
    if text.startswith("自治区"):
        return "自治区"
    word = text[:1]
    return word if word and word in "省市州盟区县旗镇乡" and len(text) > 1 else ""
