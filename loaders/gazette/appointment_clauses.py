"""What one clause of a personnel notice says: who, which act, which post.

Each reading takes a stretch between marks and says what it found, or None: `免去甲…职务`, `任命甲为…`, `，兼任…`, a name and a post
under a head. What the clauses before left (the head in force, the persons, the act) stands in `State`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.gazette import lists
from loaders.gazette.appointment_lapsed import FORMERLY, title_of
from loaders.gazette.appointment_persons import (
    bare,
    by_form,
    elected,
    ends_in_cheng,
    glued_to_words,
    is_long_name,
    named_by_form,
    parted,
    persons_in,
)
from loaders.gazette.appointment_posts import is_group_role
from loaders.gazette.names import is_word
from loaders.gazette.persons import (
    is_name,
    is_title,
    read_mention,
    read_mentions,
)
from loaders.readers.paper import Passage

_VERB = re.compile(
    r"(?P<verb>[接继升]任(?![命务职何期])|任命为|聘任为|聘请为|聘为|当选为|当选|拟任命为|拟任|(?<!不再)担任|(?<!不再)兼任|出任|挂职任|挂职担任|挂任|代理|主持|晋升为|调任|转任|改任|(?<![主责信担兼出挂调转改常现原历曾时卸])任(?![命务职何期免用为])|(?<![作以认成称视因])为(?!同志|任(?![丘县城]))|(?<=成)为(?!同志))"
)
LED = re.compile(
    r"(?P<led>决定任命|任命|委派(?!驻)|提名|续聘|聘任|聘请|聘用|宣布(?=[\u4e00-\u9fff· ]{2,9}(?:同志)?任[\u4e00-\u9fff])|聘(?=[\u4e00-\u9fff·]{2,6}为)|推荐|推选|推举|选举产生[了出]?|选举|补选|增选|晋升|接受|提请任命)(?!为)(?=\s{0,4}[^\s)])"
)
_REMOVED = re.compile(r"(?P<verb>免去|免除|撤销|解聘|不再担任|不再兼任|不再任|不再聘任|(?<![将拟])卸任)")
_RESIGNED = re.compile(
    r"(?P<taken>[^辞]*(?:接受|同意|批准))?(?P<who>.{2,60}?)(?:同志)?(?:同时|一并)?(?:提出的|关于|请求|向[\u4e00-\u9fff]{2,30}提出)?辞去(?P<post>.{2,80}?)(?:职务|一职)?(?:的?(?:请求|申请|报告|决定))?$"
)
_TAKEN = ("接受", "同意", "批准")
#: `丁某因年龄原因，请求辞去副县长职务`: who stands in the clause before, with the reason.
_RESIGNS_HIMSELF = re.compile(
    r"\s*(?:现|已|并|同时|本人|主动|自愿|书面|依法){0,3}(?:向[^,。;]{2,30}?)?(?:书面)?(?:申请|请求|要求|提出|提请|提交){0,2}辞去(?:其|所任|所担任)?的?(?P<post>.{2,80}?)(?:职务|一职)?(?:的?(?:书面)?(?:请求|申请|报告))?$"
)
_WITH_REASON = re.compile(r"(?P<who>[\u4e00-\u9fff·、 \u3000]{2,60}?)(?:同志|先生|女士)?(?:由于|因)[^,。;:]{2,30}")
_GOES_ON = re.compile(
    r"^(?:并|同时|另|仍|继续)?(?P<verb>拟提名(?:其|任)?为?|提名其?为|提名(?:担|兼)?任|提名(?!其?为)(?=.{2,80}人选$)|拟任命为|拟?推荐其?为|拟提拔任|拟任|兼任|兼|担任|晋升为?|代理(?!.*同志)|为(?=代理)|[改转调]任|任(?![命期职免务])(?!.{1,3}同志)|主持|挂任)(?!任?过)(?P<post>.{2,120})$"
)
_COUNT = re.compile(r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[-*●◆■])")
_DECIDED_BEFORE = 6  # letters before a clause in which the word that decides it stands
_MARK_BEHIND = 6  # letters in which the mark before a clause and what it closes stand
#: What stands between a name and the verb, down to its 聘: `被聘为`, `同时当选为`, `受聘担任`, `已调任`.
_SAID_BEFORE = re.compile(r"(?:(?:同时|一并|被)\s*聘?|[受获]\s*聘|现?已经?)$")
#: Verbs whose first letter closes names too.
_TAKES_UP = frozenset(("接任", "继任", "升任"))
#: Who is sent for a time is not hired, whatever the head over the list says of the others.
_SENT_FOR_A_TIME = ("挂职任", "挂职担任", "挂任")
#: `区委常委会研究决定，甲任区应急管理局局长`: an act told in a chronicle without 同志.
_DECIDED_ABOVE = re.compile(r"(?:决定|宣布|通过|批准|同意)[,:]?\s*$")
#: Acts that end a post: a plain 任 under their head gives one (`免去：` / `甲同志…职务，任县政协顾问`).
_ENDING = frozenset(("", "免去", "解聘", "辞去"))
#: Who heads a room of a house without its rank: `信息科负责人`.
_HEADS_A_ROOM = re.compile(r"[科室部处站所](?:临时)?负责人$")
#: What the verb of another post of the same person says of it, if it is still to come: `拟推荐为…人选`.
_TO_COME = {"提名": "提名", "推荐": "推荐", "拟": "拟任"}
#: `确定甲同志为县水利局局长拟任人选`.
_TO_BE = re.compile(r"(?:拟任|拟任用|拟提拔)人选$")
#: `会议决定甲为县人民政府代理县长`: nobody is so spoken of but by an act.
_ACTING_POST = re.compile(r"代理?(?:[省市县区旗州盟镇乡]长|检察长|院长|主席)$")
ACTING = {
    "当选为": "当选",
    "当选": "当选",
    "拟任": "拟任",
    "拟任命为": "拟任",
    "代理": "代理",
    "聘任为": "聘任",
    "聘请为": "聘任",
    "聘为": "聘任",
    "晋升为": "晋升",
}
LED_ACTION = {
    "提名": "提名",
    "委派": "任命",
    "聘任": "聘任",
    "聘请": "聘任",
    "聘用": "聘任",
    "聘": "聘任",
    "续聘": "聘任",
    "推荐": "推荐",
    "选举": "当选",
    "选举产生": "当选",
    "选举产生了": "当选",
    "选举产生出": "当选",
    "补选": "当选",
    "增选": "当选",
    "推选": "当选",
    "推举": "当选",
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
    told: bool = False  # a chronicle tells of it
    elected_to: str = ""  # what the villages of a list of elections elect: `村民委员会`
    body: str = ""  # that the line over a list names: its posts are posts there
    over: str = ""  # the act that the words over a list or the title name, for names and posts without a verb
    house: str = ""  # to which the persons of this clause are sent
    acted: tuple[int, int] = (-1, -1)  # where the last clause that gave a post begins its line, and ends
    goes_on: bool = False  # the clause before was an act, and a comma parts it from this one
    by_colon: bool = False  # under the head in force a name stood before a colon, so that the next one may be a word


#: `甲也卸任…`.
_ALSO_LEAVES = re.compile(r"(?:也|已|均|都|则|先后|同时|同日|随后)+$")
#: `免去其原任的甲局副局长职务`.
_HELD_BEFORE = re.compile(r"\s*(?:原任|所任|现任|原担任|所担任)的?")
#: `聘任甲为…，其原任的乙公司财务总监职务同时免去`.
_HIS_FORMER = re.compile(
    r"\s*(?:其(?:原任?|所任|现任)?|原任)的?(?P<post>[^,。;]{4,60}?)职务(?:同时|一并|相应|随之|自然|自行)?(?:予以)?(?:免去|免除)\s*"
)
_WITH_BODY = re.compile(
    r"\s*(?![现曾原历时]任)(?:[省市县区旗州盟镇乡]|[\u4e00-\u9fff]{2,6}?[省市县区旗])[\u4e00-\u9fff]{4,}"
)
Found = tuple[str, tuple[str, ...], tuple[int, int], str, float]


def _resigned(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    words = passage.text[low:high]
    if "辞去" not in words:
        return None
    if (himself := _RESIGNS_HIMSELF.match(passage.text, low, high)) is not None:
        who = _before_reason(passage, low)
        return ("辞去", who, himself.span("post"), "appointment/resigned", 0.95) if who else None
    match = _RESIGNED.search(words)
    if not match:
        return None
    named = _without_reason(passage.text, low + match.start("who"), low + match.end("who"))
    post = (low + match.start("post"), low + match.end("post"))
    taken = match["taken"] or passage.text.endswith(_TAKEN, 0, low)
    persons = persons_in(passage, *named) or (by_form(passage, *named, post) if personnel and taken else ())
    return ("辞去", persons, post, "appointment/resigned", 0.95) if persons else None


def _before_reason(passage: Passage, low: int) -> tuple[str, ...]:
    """Who stands with a reason in the clause before the one that begins at `low`; nobody if it says anything else."""
    end = len(passage.text[:low].rstrip()) - 1
    if end < 0 or passage.text[end] != ",":
        return ()
    begin = max(passage.text.rfind(mark, 0, end) for mark in "。;:,") + 1
    match = _WITH_REASON.fullmatch(passage.text, begin, end)
    mentions = read_mentions(passage, *match.span("who")) if match is not None else []
    return tuple(one.person for one in mentions) if all(one.person for one in mentions) else ()


def _removed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`免去甲…职务`, `免去甲同志的…`, `免去其…`, `甲不再担任…`, `甲卸任…`, `甲因…被免去…`."""
    match = _REMOVED.search(passage.text, low, high)
    if match is None:
        return None
    if state.persons and (lapsed_too := _HIS_FORMER.fullmatch(passage.text, low, high)) is not None:
        return "免去", state.persons, lapsed_too.span("post"), "appointment/removed", 0.95
    action = "解聘" if match["verb"] in ("解聘", "不再聘任") else "免去"
    before = (low, match.start())
    rest = match.end()
    if match["verb"].startswith(("不再", "卸任")):
        named = _without_reason(passage.text, *before)
        if match["verb"] == "卸任" and (also := _ALSO_LEAVES.search(passage.text, *named)) is not None:
            named = (low, also.start())
        alone = personnel and is_long_name(passage.text[slice(*named)])
        persons = persons_in(passage, *named, alone=alone) or (
            state.persons if not passage.text[low : match.start()].strip() else ()
        )
        return (action, persons, (rest, high), "appointment/removed", 0.95) if persons else None
    if passage.text[rest:high].lstrip().startswith("其"):
        rest = passage.text.index("其", rest) + 1
        rest = own.end() if (own := _HELD_BEFORE.match(passage.text, rest, high)) is not None else rest
        return (action, state.persons, (rest, high), "appointment/removed", 0.95) if state.persons else None
    if (former := _of_former(passage, rest, high)) is not None:
        return action, (former[1],), former[0], "appointment/removed", 0.95
    if passage.text.endswith("被", low, match.start()):
        before = _without_reason(passage.text, low, match.start() - 1)
    ahead = persons_in(passage, *before) if passage.text[low : match.start()].strip() else ()
    if ahead:
        return action, ahead, (rest, high), "appointment/removed", 0.95
    who = parted(passage, rest, high, state.heading)
    if who is not None:
        return action, who[0], (who[1], high), "appointment/removed", 0.95
    who = glued_to_words(passage, rest, high)
    if who is not None:
        return action, who[0], (who[1], high), "appointment/removed", 0.8
    words = passage.text[rest:high]
    here = state.acted[0] == passage.start  # an act on somebody above, on another line, has nothing to do with it
    if (
        here
        and state.persons
        and words.rstrip().endswith("职务")
        and "同志" not in words
        and not _opens_with_name(words)
    ):
        return action, state.persons, (rest, high), "appointment/removed", 0.8
    return None


def _of_former(passage: Passage, low: int, high: int) -> tuple[tuple[int, int], str] | None:
    """`解聘原某村网格长某`: the place of the post and the person behind it; None if a stretch does not say 原."""
    own = FORMERLY.match(passage.text, low, high)
    mention = (
        read_mention(passage, own.end(), high) if own is not None and "职务" not in passage.text[low:high] else None
    )
    if (
        mention is None
        or not mention.person
        or not passage.printed(mention.start, mention.end).startswith(mention.title)
    ):
        return None
    return title_of(passage, mention), mention.person


def _opens_with_name(words: str) -> bool:
    """Whether a post may stand behind somebody else's name (`何某骨科主任`, not `区教育局局长`)."""
    names = ("".join(words.split())[:size] for size in (2, 3))
    return any(is_name(name) and not is_word(name) and not is_word(name[1:]) for name in names)


def _appointed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`任命甲为…`, `甲同志任…`, `提名甲为…人选`, `甲当选为…`, `选举甲为…`."""
    text = passage.text
    led = LED.search(text, low, high)
    start = led.end() if led else low
    for match in _VERB.finditer(text, start, high):
        if match["verb"] == "为" and text[match.start() - 1] == "成" and not ends_in_cheng(text[start : match.start()]):
            continue
        said = _SAID_BEFORE.search(text, start, match.start() + match["verb"].startswith("聘"))
        stop = said.start() if said is not None else match.start() + _of_the_name(text, start, match)
        # 任命：娜某为… : what stands between the head and its verb is a name.
        persons = persons_in(
            passage,
            start,
            stop,
            alone=(personnel and bool(led or state.action or is_long_name(text[low : match.start()])))
            or match["verb"].startswith("当选"),
        )
        if not persons and match["verb"].startswith("当选"):
            persons = elected(passage, start, match.start())
        if not persons and match["verb"] == "为" and (led or (personnel and state.action and start == low)):
            # 任命： / 火星为甲县人民检察院副检察长, 任命火星为…: the form says that a name stands here.
            persons = by_form(passage, start, match.start(), (match.end(), high))
        if not persons:
            continue
        tail = (match.end(), high)
        words = re.sub(r"\s", "", text[tail[0] : tail[1]])
        post = re.sub(r"(?:\([^()]*\))+$", "", words)
        to_be = _TO_BE.search(post)
        post = post[: to_be.start()] if to_be else re.sub(r"(?:职务|一职|人选|候选人)$", "", post)
        if not is_title(post) or (is_group_role(post) and not (personnel and _HEADS_A_ROOM.search(post))):
            state.persons, state.done = persons, ""  # 免去其… behind it is said of them
            return None
        verb = match["verb"]
        if verb == "主持":
            return None
        decided = _ACTING_POST.search(post) is not None and text.endswith("决定", 0, low)
        goes_on = state.goes_on and led is None and state.done not in _ENDING
        another = goes_on and verb == "为"  # 选举甲为会长，乙、丙为副会长
        decided = decided or (
            state.told
            and verb == "任"
            and _WITH_BODY.match(text, match.end(), high) is not None
            and _DECIDED_ABOVE.search(text, max(0, low - _DECIDED_BEFORE), start) is not None
        )
        if (
            verb in ("为", "任")
            and not (personnel or led or decided or another)
            and "同志" not in text[start : match.start()]
        ):
            return None
        action = "拟任" if to_be else LED_ACTION.get(led["led"], "") if led else ""
        action = (
            action
            or ACTING.get(verb, "")
            or ("聘任" if said is not None and "聘" in said.group() else "")
            or (state.action if state.action not in _ENDING else "")
            or (state.done if goes_on and verb == "为" else "")
            or "任命"
        )
        if verb in _SENT_FOR_A_TIME and action == "聘任":
            action = "任命"
        by_vote = action == "当选"
        return (
            action,
            persons,
            tail,
            "appointment/elected" if by_vote else "appointment/named",
            1.0 if personnel else 0.9,
        )
    return None


def _of_the_name(text: str, start: int, verb: re.Match[str]) -> int:
    """How many letters of a verb are the last one of the name before it: `丁东升任局长` is no `丁东` who rises."""
    at = verb.start("verb")
    return int(verb["verb"] in _TAKES_UP and at - start > 1 and is_word(text[at - 1 : at + 1]))


def going_on(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`，兼任…`: another post of the person before."""
    match = _GOES_ON.match(passage.text[low:high])
    if not match or not state.persons or not is_title(bare(match["post"])):
        return None
    verb = match["verb"]
    action = next((act for word, act in _TO_COME.items() if word in verb), "" if verb != "代理" else verb)
    # 聘任甲为学生处主任，兼任团委书记: who is hired for one post is hired for the other.
    given = "" if state.action in _ENDING and verb.endswith("任") and verb != "兼任" else state.action
    action = action or given or ("聘任" if state.done == "聘任" else "任命")
    return (action, state.persons, (low + match.start("post"), high), "appointment/named", 0.95)


def _listed(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """A name and a post under a head: `甲同志的…职务`, `甲　县财政局局长`."""
    if not (state.action or state.over):
        return None
    named = parted(passage, low, high, state.heading) or glued_to_words(passage, low, high)
    if named is None or (not state.action and is_group_role(bare(passage.text[named[1] : high]))):
        return None
    return state.action or state.over, named[0], (named[1], high), "appointment/listed", 0.95 if state.action else 0.9


def _before_colon(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """A name, a colon and a post under a head (`聘任` / `甲：医务科科长`)."""
    colon = len(passage.text[:low].rstrip()) - 1
    action = state.action or state.over
    if not (personnel and action and colon > 0 and passage.text[colon] == ":"):
        return None
    words = bare(passage.text[low:high])
    if not is_title(words) or is_group_role(words):
        return None
    begin = max(passage.text.rfind(mark, 0, colon) for mark in "。;:,") + 1
    if (count := _COUNT.match(passage.text, begin, colon)) is not None:
        begin = count.end()
    persons = named_by_form(passage, begin, colon)
    if not persons or any(words.startswith(name) or lists.is_body(name) or name[-1] in "区部院校" for name in persons):
        return None  # 计财：计财科科长, 东校区：教务处主任
    printed = passage.text[begin:colon].strip()
    sure = " " in printed or "\u3000" in printed or printed.endswith("同志")
    state.by_colon = state.by_colon or sure or any(len(name) > 2 or not is_word(name) for name in persons)
    return (
        (action, persons, (low, high), "appointment/listed", 0.95 if state.action else 0.9) if state.by_colon else None
    )


def _one_more_person(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`免去甲的局长，乙的副局长职务`: another person and post under the verb of the clause before."""
    above = passage.text[max(0, low - _MARK_BEHIND) : low].rstrip()
    closed = above.endswith(("职务,", "职务;")) and passage.text[low:high].rstrip().endswith("职务")
    another = closed or above.endswith("职务、") or (personnel and above.endswith(","))
    at = passage.text.find("的", low + 2, high) if state.done and another else -1
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


def _without_reason(text: str, low: int, high: int) -> tuple[int, int]:
    """Without `因工作变动` between the name and the verb."""
    at = text.find("因", low + 2, high)
    return (low, at) if at > low else (low, high)


#: The readings in the order in which they are tried.
READINGS = (_resigned, _removed, _appointed, going_on, _before_colon, _listed, _one_more_person, _one_more_post)
