"""What one clause of a personnel notice says: who, which act, which post.

Each reading takes a stretch between marks and says what it found, or None: `免去甲…职务`, `任命甲为…`, `，兼任…`, a name and a post
under a head. What the clauses before left (the head in force, the persons, the act) stands in `State`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.gazette import lists
from loaders.gazette.names import is_word
from loaders.gazette.persons import (
    Mention,
    is_name,
    is_rare_name,
    is_title,
    leading_name,
    may_be_name,
    read_mention,
    read_mentions,
)
from loaders.readers.paper import Passage

_VERB = re.compile(
    r"(?P<verb>任命为|聘任为|聘为|当选为|当选|拟任命为|拟任|担任|兼任|出任|挂职任|挂职担任|挂任|代理|主持|晋升为|调任|转任|改任|(?<![主责信担兼出挂调转改常现原历曾时])任(?![命务职何期免用])|(?<![作以认成称视因])为(?!同志))"
)
_LED = re.compile(
    r"(?P<verb>决定任命|任命|委派(?!驻)|提名|续聘|聘任|聘请|聘用|推荐|选举|补选|增选|晋升|接受|提请任命)(?=\S)"
)
_REMOVED = re.compile(r"(?P<verb>免去|免除|撤销|解聘|不再担任|不再兼任|不再任|不再聘任)")
_RESIGNED = re.compile(
    r"(?:接受|同意|批准)?(?P<who>.{2,60}?)(?:同志)?(?:提出的|关于|请求)?辞去(?P<post>.{2,80}?)(?:职务|一职)?(?:的?(?:请求|申请|报告|决定))?$"
)
_GOES_ON = re.compile(
    r"^(?:并|同时|另|仍|继续)?(?P<verb>拟提名为|提名为|提名(?:担|兼)?任|拟任命为|拟推荐为|拟提拔任|拟任|兼任|兼|担任|任(?![命期职免务])(?!.{1,3}同志)|主持|挂任)(?P<post>.{2,120})$"
)
_GROUP_ROLE = re.compile(
    r"(?:(?<!副)(?<!年级|教研|备课|监察|纪检)(?<!(?:监察|纪检|巡察|巡视|教研|备课|年级)组)组长|(?<!年级|教研|备课|监察|纪检)(?<!(?:监察|纪检|巡察|巡视|教研|备课|年级)组)副组长|组员|(?<!党组)(?<!党委)(?<!班子)成员|总指挥|召集人|指挥长|[河湖林田路链]长|[河湖]段长|AB角|联系人|负责人|牵头人|责任人|第一责任人|领导|(?<!代表大会)代表|专班.{0,6}|法人)$"
)
_ACTING = {
    "当选为": "当选",
    "当选": "当选",
    "拟任": "拟任",
    "拟任命为": "拟任",
    "代理": "代理",
    "聘任为": "聘任",
    "聘为": "聘任",
    "晋升为": "晋升",
}
_LED_ACTION = {
    "提名": "提名",
    "委派": "任命",
    "聘任": "聘任",
    "聘请": "聘任",
    "聘用": "聘任",
    "续聘": "聘任",
    "推荐": "推荐",
    "选举": "当选",
    "补选": "当选",
    "增选": "当选",
    "晋升": "晋升",
}


@dataclass(slots=True)
class State:
    """The head in force and the persons of the clause before."""

    action: str = ""
    persons: tuple[str, ...] = ()
    done: str = ""  # the act of the clause before
    post: str = ""  # the last one read: `兼任`, `免去其` go on with its body
    below: tuple[str, tuple[str, ...]] | None = None  # act and posts of the persons named below
    line: int = -1  # where the line begins that such persons stand on, if they stand on one line only
    heading: str = ""  # names in the title part a name from a post glued to it


#: What a post glued to a name begins with: a level (县财政局), or a place or body of two characters and more (青石县…).
_PLACE_OR_BODY = re.compile(
    r"(?P<long>[\u4e00-\u9fff]{2,8}?(?:市|县|区|旗|镇|乡|局|委|学|公司|一中|二中|街道|集团|医院|中心))|[省市县区旗盟州镇乡中国自]|(?:本|我)?(?:公司|集团|学校|医院|学院)(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff](?:市|县)"
)
#: A surname parted from the given name, the post glued behind it.
_SPREAD = re.compile(r"([\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{2})")
#: A body printed without a name of its own, as a paper of that body or place prints it.
_BODY_ALONE = re.compile(r"集团|公司|学校|医院|学院|中心|[省市县区旗盟州镇乡](?=[\u4e00-\u9fff]{3})")
#: What stands before a post and is no name.
_NOBODY = frozenset(
    ["原有", "所任", "担任", "兼任", "现任", "时任", "相应", "有关", "相关", "上述", "以上", "下列", "以下", "如下", "本人", "自己", "个人", "他们", "二人", "三人"]
)  # fmt: skip
_AND_OTHERS = re.compile(r"等(?:\d{1,3}|[一二三四五六七八九十两]{1,3})人$")
_IN_COLUMNS = re.compile(r"\s*(?P<name>[\u4e00-\u9fff·]{2,12})\s{2,}")
_LAPSED = re.compile(r"(?:同志)?的?(?:原任?)?职务(?:自然|相应|同时|一并|自行)(?:免除|免去|终止)")
_FORMERLY = re.compile(r"\s*原(?:任)?")
_WITH_BODY = re.compile(
    r"\s*(?![现曾原历时]任)(?:[省市县区旗州盟镇乡]|[\u4e00-\u9fff]{2,6}?[省市县区旗])[\u4e00-\u9fff]{4,}"
)
Found = tuple[str, tuple[str, ...], tuple[int, int], str, float]


def lapsed(passage: Passage, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """`原甲局局长某、原乙局局长某的职务自然免除`: who held which post until the body ended; the post's place and the person."""
    match = _LAPSED.search(passage.text, low, high)
    if match is None:
        return
    for start, end in lists.split(passage.text, low, match.start()):
        if "同志的" in passage.text[start:end]:  # 某同志的局长职务自然免除
            at = passage.text.index("同志的", start, end)
            yield from ((at + len("同志的"), end, person) for person in persons_in(passage, start, at, alone=True))
            continue
        own = _FORMERLY.match(passage.text, start, end)
        mention = read_mention(passage, own.end() if own else start, end)
        if mention is not None and mention.person and mention.title:
            stop = mention.start
            for _ in mention.title:
                while passage.text[stop].isspace():
                    stop += 1
                stop += 1
            yield mention.start, stop, mention.person


def _resigned(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    words = passage.text[low:high]
    if "辞去" not in words:
        return None
    match = _RESIGNED.search(words)
    if not match:
        return None
    persons = persons_in(passage, low + match.start("who"), low + match.end("who"))
    post = (low + match.start("post"), low + match.end("post"))
    return ("辞去", persons, post, "appointment/resigned", 0.95) if persons else None


def _removed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`免去甲…职务`, `免去甲同志的…`, `免去其…`, `甲不再担任…`."""
    match = _REMOVED.search(passage.text, low, high)
    if match is None:
        return None
    action = "解聘" if match["verb"] in ("解聘", "不再聘任") else "免去"
    before = (low, match.start())
    rest = match.end()
    if match["verb"].startswith("不再"):
        persons = persons_in(passage, *_without_reason(passage.text, *before)) or (
            state.persons if not passage.text[low : match.start()].strip() else ()
        )
        return (action, persons, (rest, high), "appointment/removed", 0.95) if persons else None
    if passage.text[rest:high].lstrip().startswith("其"):
        rest = passage.text.index("其", rest) + 1
        return (action, state.persons, (rest, high), "appointment/removed", 0.95) if state.persons else None
    ahead = persons_in(passage, *before) if passage.text[low : match.start()].strip() else ()
    if ahead:
        return action, ahead, (rest, high), "appointment/removed", 0.95
    parted = _parted(passage, rest, high, state.heading)
    if parted is not None:
        return action, parted[0], (parted[1], high), "appointment/removed", 0.95
    words = passage.text[rest:high]
    if state.persons and words.rstrip().endswith("职务") and "同志" not in words and not _opens_with_name(words):
        return action, state.persons, (rest, high), "appointment/removed", 0.8
    return None


def _opens_with_name(words: str) -> bool:
    """Whether a post may stand behind somebody else's name (`何某骨科主任`, not `区教育局局长`)."""
    names = ("".join(words.split())[:size] for size in (2, 3))
    return any(is_name(name) and not is_word(name) and not is_word(name[1:]) for name in names)


def _appointed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`任命甲为…`, `甲同志任…`, `提名甲为…人选`, `甲当选为…`, `选举甲为…`."""
    text = passage.text
    led = _LED.search(text, low, high)
    start = led.end() if led else low
    for match in _VERB.finditer(text, start, high):
        # 任命：娜某为… : what stands between the head and its verb is a name.
        persons = persons_in(
            passage,
            start,
            match.start(),
            alone=(personnel and bool(led or state.action or _is_long_name(text[low : match.start()])))
            or match["verb"].startswith("当选"),
        )
        if not persons and match["verb"].startswith("当选"):
            persons = _elected(passage, start, match.start())
        if not persons and match["verb"] == "为" and personnel and state.action and start == low:
            # 任命： / 火星为甲县人民检察院副检察长: the form says that a name stands here.
            persons = _by_form(passage, start, match.start(), (match.end(), high))
        if not persons:
            continue
        tail = (match.end(), high)
        words = re.sub(r"\s", "", text[tail[0] : tail[1]])
        post = re.sub(r"(?:\([^()]*\))+$", "", words)
        post = re.sub(r"(?:职务|一职|人选|候选人)$", "", post)
        if not is_title(post) or is_group_role(post):
            state.persons, state.done = persons, ""  # 免去其… behind it is said of them
            return None
        verb = match["verb"]
        if verb == "主持":
            return None
        if verb in ("为", "任") and not personnel and not led and "同志" not in text[start : match.start()]:
            return None
        action = _LED_ACTION.get(led["verb"], "") if led else ""
        action = (
            action
            or _ACTING.get(verb, "")
            or (state.action if state.action and state.action != "免去" else "")
            or "任命"
        )
        elected = action == "当选"
        return (
            action,
            persons,
            tail,
            "appointment/elected" if elected else "appointment/named",
            1.0 if personnel else 0.9,
        )
    return None


def _is_long_name(words: str) -> bool:
    """Whether nothing but a long name without surname stands before a verb (`阿牛木呷任…`)."""
    name = "".join(words.split())
    return 4 <= len(name) <= 9 and is_rare_name(name)


def _elected(passage: Passage, low: int, high: int) -> tuple[str, ...]:
    """Who stands before 当选 may bear any name (`扁 舟当选为会长`)."""
    name = passage.printed(low, high).removesuffix("同志")
    return (name,) if 2 <= len(name) <= 4 and may_be_name(name) and not is_title(name) else ()


def going_on(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`，兼任…`: another post of the person before."""
    match = _GOES_ON.match(passage.text[low:high])
    if not match or not state.persons or not is_title(bare(match["post"])):
        return None
    verb = match["verb"]
    action = "提名" if "提名" in verb else "拟任" if verb.startswith("拟") else state.action or "任命"
    return (action, state.persons, (low + match.start("post"), high), "appointment/named", 0.95)


def _listed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """A name and a post under a head: `甲同志的…职务`, `甲　县财政局局长`."""
    if not state.action:
        return None
    parted = _parted(passage, low, high, state.heading)
    if parted is None:
        return None
    return state.action, parted[0], (parted[1], high), "appointment/listed", 0.95


def _one_more_person(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`免去甲的局长，乙的副局长职务`: another person and post under the verb of the clause before."""
    if not (personnel and state.done and passage.text[:low].rstrip().endswith(",")):
        return None
    at = passage.text.find("的", low + 2, high)
    if at < 0 or not is_title(bare(passage.text[at + 1 : high])):
        return None
    persons = persons_in(passage, low, at)
    return (state.done, persons, (at + 1, high), "appointment/removed", 0.85) if persons else None


def _one_more_post(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`陆某为市教育局副局长，市教育督导室主任`: a post with its body behind a comma is the same person's."""
    words = passage.text[low:high]
    behind = passage.text[:low].rstrip().endswith(",")
    if behind and personnel and state.action and state.persons and not state.done and is_title(bare(words)):
        return state.action, state.persons, (low, high), "appointment/listed", 0.9  # 任命： 甲，县财政局局长
    if not (
        personnel and behind and state.done and state.persons and _WITH_BODY.match(words) and is_title(bare(words))
    ):
        return None
    if any(mention.person for mention in read_mentions(passage, low, high)):
        return None
    return state.done, state.persons, (low, high), "appointment/named", 0.85


def _parted(passage: Passage, low: int, high: int, heading: str) -> tuple[tuple[str, ...], int] | None:
    """Names in front of a post: parted by 同志, 的, white space, or by nothing (`张三县财政局局长`)."""
    text = passage.text
    for mark in ("同志的", "同志", "的"):
        at = text.rfind(mark, low, high) if mark == "同志" else text.find(mark, low, high)
        if at > low and (persons := persons_in(passage, low, at, alone=mark != "的")):
            return persons, at + len(mark)
        if at > low and (mark != "的" or text[low:high].rstrip("。;, \u3000").endswith("职务")):
            persons = _by_form(passage, low, at, (at + len(mark), high))
            if persons:
                return persons, at + len(mark)
    spaced = leading_name(text, low, high)
    if spaced is not None:
        persons = persons_in(passage, *spaced)
        if persons and is_title(bare(text[spaced[1] : high])):
            return persons, spaced[1]
    column = _IN_COLUMNS.match(text, low, high)
    if column and is_rare_name(column["name"]) and is_title(bare(text[column.end() : high])):
        return (passage.printed(*column.span("name")),), column.end()
    return _glued(passage, low, high, heading)


def _glued(passage: Passage, low: int, high: int, heading: str) -> tuple[tuple[str, ...], int] | None:
    """A name with its post glued behind, the name spread or not (`张三县财政局局长`, `冯  志公司副总经理`, `陈 兆丰集团公司经理`).

    The post begins at a body that has no name before it (集团公司, 县…) or that the title names, and cuts no word in two.
    """
    text = passage.text
    flat = text[low:high]
    begin = low + len(flat) - len(flat.lstrip())
    spread = _SPREAD.match(text, begin, high)
    ends = {2: spread.end(1), 3: spread.end(1) + 1} if spread else {size: begin + size for size in (2, 3, 4)}
    found = []
    for size, end in ends.items():
        name, rest = "".join(text[begin:end].split()), text[end:high]
        if (
            len(name) == size
            and rest[:1] not in "为任的"
            and is_name(name)
            and is_title(bare(rest))
            and (place := _PLACE_OR_BODY.match(rest))
        ):
            level = name[-1] in "省市县区旗盟州镇乡"  # 高某县 is the name and the level of its body
            own = _BODY_ALONE.match(rest) is not None or rest[:3] in heading
            parts = not is_word(text[end - 1 : end + 1])
            # A name of two letters is spread to the width of three; without a gap three letters are the usual name.
            usual = -size if spread else size
            found.append((f"{name}同志" in heading, not level, own, parts, place["long"] is not None, usual, end))
    if not found:
        return None
    *_, end = max(found)
    return (passage.printed(begin, end),), end


def _by_form(passage: Passage, low: int, high: int, post: tuple[int, int]) -> tuple[str, ...]:
    """An everyday word as a name, where a post with its body follows as it does behind names (`漆工的甲县民政局局长职务`)."""
    words = "".join(passage.text[slice(*post)].split())
    if not _PLACE_OR_BODY.match(words) or not is_title(bare(words)):
        return ()
    names = [passage.printed(start, end) for start, end in lists.split(passage.text, low, high)]
    said = [
        name not in _NOBODY and (is_rare_name(name) if len(name) > 3 else may_be_name(name) and len(name) > 1)
        for name in names
    ]
    return tuple(names) if names and all(said) else ()


def is_group_role(words: str) -> bool:
    """Whether words end in a seat of a group (`领导小组组长`, `成员`), which no personnel notice gives as a post."""
    return _GROUP_ROLE.search(words) is not None


def bare(words: str) -> str:
    """The words of a post without brackets, 职务 and 人选 behind it."""
    flat = re.sub(r"\s", "", words).rstrip("。;,")
    return re.sub(r"(?:的?职务|一职|人选|候选人)$", "", re.sub(r"(?:\([^()]*\))+$", "", flat))


def persons_in(passage: Passage, low: int, high: int, *, alone: bool = False) -> tuple[str, ...]:
    """The persons a stretch lists, if it lists nothing but persons (titles before the names allowed).

    A name without surname counts beside others, and by itself where only a name can stand (`alone`).
    """
    colon = passage.text.rfind(":", low, high)
    low = colon + 1 if colon >= 0 else low
    if not 2 <= high - low <= 200:
        return ()
    if crowd := _AND_OTHERS.search(passage.text, low, high):
        high = crowd.start()  # 甲、乙等五人: who is named
    mentions: list[Mention] = read_mentions(passage, low, high)
    names = [mention.person or _unusual(mention.title) for mention in mentions]
    sure = any(mention.person or mention.title.endswith("同志") for mention in mentions)
    if not all(names) or not (alone or sure) or not _NOBODY.isdisjoint(names):
        return ()
    return tuple(names)


def _unusual(words: str) -> str:
    """A name without a surname: a rare one, or whatever may be one before 同志 (`海涵同志任…`)."""
    comrade = words.removesuffix("同志")
    if comrade != words:
        return comrade if (may_be_name(comrade) and len(comrade) <= 4) or is_rare_name(comrade) else ""
    return words if is_rare_name(words) else ""


def _without_reason(text: str, low: int, high: int) -> tuple[int, int]:
    """Without `因工作变动` between the name and the verb."""
    at = text.find("因", low + 2, high)
    return (low, at) if at > low else (low, high)


#: The readings in the order in which they are tried.
READINGS = (_resigned, _removed, _appointed, going_on, _listed, _one_more_person, _one_more_post)
