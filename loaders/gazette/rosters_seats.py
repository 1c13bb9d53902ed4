"""A seat as read, and how the words after a role become seats."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.gazette.names import is_joining_name
from loaders.gazette.partings import behind_bare_post, behind_post_in_office, behind_unit, behind_whole_post
from loaders.gazette.persons import Mention, is_crowd, is_rare_name, is_title, is_unit, may_be_name
from loaders.gazette.rosters_glued import person_of_unit, persons_glued
from loaders.gazette.rosters_letters_apart import name_apart
from loaders.gazette.rosters_mentions import mentions_in
from loaders.gazette.rosters_shared import former_in, parted_by_known, with_post_of_line, with_shared_post
from loaders.gazette.rosters_sole_names import sole_name
from loaders.readers.paper import Passage

_PHONE = re.compile(
    r"[,、;(\s]{0,3}(?:(?:联系|办公|移动)?(?:电话|手机|方式|号码)[:\s]{0,3})?(?:1\d{10}|1\d{2,8}[*●×xX]{2,8}|\d{3,4}-?\d{7,8})\)?"
    r"|[,、;(\s]{1,3}[\u4e00-\u9fff]{0,4}(?:电话|手机|号码)\s{0,3}:?\s{0,3}[\d●*×xX-]{4,}\)?"
)
_ETC = re.compile(
    r"(?:等(?:(?:有关|相关)?(?:单位[和、]部门|部门[和、]单位|单位|部门)的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)|同志|人员|单位|部门|组成|\d*人|[一二三四五六七八九十]+(?:人|家|个单位|个部门))*|(?:等)?[一二两三四五六七八九十\d]{1,3}(?:位|[位名]同志)|组 ?成)[\s。;,.]*$"
)
#: What stands in a cell or behind a label where nobody is named.
NOBODY = re.compile(r"(?:待定|空缺|暂缺|暂空|无|/|-+|略|同上|另行通知)")
#: Words of running text: a list item with one of them is a sentence, not a seat.
_RUNNING = re.compile(
    r"负责(?!人|同志|干部)|主要职责|工作要求|按照|根据|进行|开展|做好|完成|组织实施|统筹|协调解决|召开|研究(?![室院所生员])|落实|确保|加强|应当|必须|设[在于]|下设|由[^、]{2,16}(?:抽调|抽组|选派|调剂)|兼任[^、]{0,12}办公室|以及其他|[:：]|不变|身份证|电话|手机号|邮箱|如下|名单|若干|(?<!代表)(?<!代表\d)(?<!代表\d\d)[一二三四五六七八九十\d]名$|\d{3,}"
)

#: `成员：甲、乙 负责一至三组`: what all of them do closes the list, if nothing follows it.
_DUTY_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff)])[ \u3000]+(?:具体|主要|共同)?负责(?!人|同志|干部)[^\s、,;。:]{2,30}$")
#: `成员：甲、乙，负责东乡、西乡`: the places of all of them.
_PLACES_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff)])[,;][ \u3000]{0,4}(?:具体|主要|共同)?(?:负责(?!人|同志|干部)|督查|督导|检查|包保)[^,;。:()]{2,60}$"
)
#: `甲  县林业局局长（兼领导小组办公室主任）`: the second post is one in the office of the body that the list is of.
_ALSO_IN_OFFICE = re.compile(
    r"[(（]兼任?(?:领导小组|指挥部|委员会|联席会议|专班)办公室(?P<role>(?:常务|专职)?副?主任)[)）]$"
)
#: `河长：甲  职务：县长`: the label of a post, on signs and forms.
_POST_SAID = re.compile("^(?:现任|行政|党政|担任|工作|单位(?:及|和)?|工作单位(?:及|和)?)?(?:职务|职位|现职)[:：]")
#: What stands between the bodies whose chiefs are meant.
_JOINS = ("、", "和", "及", "以及", "与")
#: `县公安局等28个单位和各乡镇` in the middle of a list.
_COUNTED = re.compile(r"等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[个家](?:成员|有关|相关)?(?:单位|部门)$")
_COUNTED_WITH = re.compile(
    r"等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[个家](?:成员|有关|相关)?(?:单位|部门)(?=(?:主要|分管)?负责)"
)
#: `县委常委、副县长甲（接替乙同志）`, all of a list.
_TAKEN_OVER = re.compile(r"\((?:接替|代替|替代|顶替|替换)(?P<old>[\u4e00-\u9fff·]{2,15}?)(?:同志)?\)$")
#: `县防指副总指挥`, `安全生产领导小组组长`: who has a seat in another body sits here for it.
_ELSEWHERE = re.compile(
    "[\u4e00-\u9fff]{1,20}(?:领导小组|指挥部|专班|[防抗震灾火]指)(?:第一|常务)?副?(?:总指挥|指挥长|组长|召集人)"
)
_SHORT_UNIT = re.compile("(?![各有相])[\u4e00-\u9fff]{2,6}[办站所科股社台]")
#: What has a surname's letter before it, and is a unit all the same where a label says so.
_CALLED_AS_UNIT = re.compile("[\u4e00-\u9fff]{2}[矿厂站所局社]")
_NOTE = re.compile(r"[(（][^()（）]*[)）]$")
_LONGEST_TITLE = 24
_ANOTHER_BEHIND = re.compile(r"[)）](?!兼|副|并|暨|代)[\u4e00-\u9fff]{3}")
_ON_LOAN = re.compile(r"[(（](?:挂职|挂任|援[藏疆青])[)）]$")
_HELD_TOO = re.compile(r"[(（]兼[)）]$")
_RANK_ONLY = re.compile("(?:委常委|党组成员|党委委员|党工委委员)$")
#: `区气象中心负责人漆 园`: the blank says that the last two letters are a name.
_SPACED_NAME = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{4,30})(?P<one>[\u4e00-\u9fff])[ \u3000]{1,2}(?P<two>[\u4e00-\u9fff])"
)
_LEADS = re.compile("(?:组长|指挥长|总指挥|召集人)$")
_RANK_BESIDE = re.compile("(?:党?[委组]|党工委)副书记$")
_RANKED = re.compile(r"(?:^|办公室|第一|常务)副?(?:主任|组长|指挥长|总指挥|召集人|主席)$")
_CHIEF_OF_ONE = re.compile(
    "(?P<unit>[^、]{2,30}?)(?P<of>(?:主要|分管)(?:负责人|负责同志|领导|副局长|副职)|负责同志|负责人|(?:有关|相关)(?:负责人|负责同志|领导)|(?:有关|相关)(?:业务)?[科处股]室(?:主要|分管)?(?:负责人|负责同志))"
)
_OF_SEVERAL = re.compile(
    "(?P<unit>[^、]{2,30}?)等(?:有关|相关)?(?:单位[和、]部门|部门[和、]单位|单位|部门)的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)"
)
#: `甲处、乙处各一名工作人员`: whom each of them sends.
_ONE_OF_EACH = re.compile(
    "(?P<unit>[^、]{2,30}?)各(?:选派|抽调|选|派)?(?P<of>[一二两三1-3][名人](?:工作人员|业务骨干|干部|同志|教师|联络员))"
)
_CHIEF_OF_ALL = re.compile(
    "(?:各[^、]{1,20}|[^、省市县区旗州盟镇乡][^、]{1,9}?)(?:主要|分管)?(?:负责人|负责同志|领导)$"
)
#: `体育组、美术组全体教师`: all who belong to each of them.
_ALL_OF_ONE = re.compile("[^、]{2,12}?(?P<of>全体(?:教师|教职工|教职员工|职工|人员|成员|队员|干部|师生))")
#: `内科、外科主任`: said of each of several parts of a house.
_POST_OF_ALL = re.compile(
    "[\u4e00-\u9fff\\d]{1,8}[组室科班处办部所站股](?P<of>副?(?:主任|科长|处长|室长|护士长|组长|股长))"
)
_PART_OF_HOUSE = re.compile("[\u4e00-\u9fff\\d]{1,8}[组室科班处办部所站股]")
_SOME_OF_ONE = re.compile("(?P<unit>[^、]{2,30}?)的?(?:有关|相关|抽调)(?:工作)?人员")
#: Rules that read who holds a role in a sentence, where a person stands: there a body and a post may stand around the name.
_SAID = frozenset(("roster/sentence", "roster/role-held-by", "roster/part-led-by"))


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a body, `passage.text[start:end]` its words; `action` is listed, added or removed."""

    role: str
    person: str
    title: str
    org: str
    passage: Passage
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    action: str = "listed"
    replaces: str = ""


def seats_of(
    passage: Passage,
    start: int,
    end: int,
    *,
    role: str,
    rule: str,
    confidence: float = 1.0,
    action: str = "listed",
    replaces: str = "",
    label_start: int | None = None,
    known: Collection[str] = (),
    units: bool = False,
) -> list[Seat]:
    """The seats in a list of persons, units and functions; empty if the words are a sentence.

    `label_start` is where the label of the first one begins, if it is to be quoted with it; `known` are persons whom the
    paper seats elsewhere, so that their bare names are known here. `units` says that the label is one of bodies.
    """
    end = trimmed(passage.text, start, end)
    if start >= end or end - start > 4000:
        return []
    if "替" in passage.text[start:end] and (taken := _TAKEN_OVER.search(passage.text, start, end)) is not None:
        inner = seats_of(passage, start, taken.start(), role=role, rule=rule, label_start=label_start, known=known)
        if len(inner) == 1 and inner[0].person and may_be_name(taken["old"]):
            return [replace(inner[0], end=end, action="added", replaces=taken["old"])]
    if (apart := name_apart(passage.text, start, end)) is not None:
        post = passage.printed(*apart.span("inside" if apart["inside"] else "post"))
        first = start if label_start is None else label_start
        name = passage.printed(*apart.span("name"))
        return [Seat(role, name, post, "", passage, first, end, rule, min(confidence, 0.9), action, replaces)]
    read = mentions_in(passage, start, end)
    if (glued := persons_glued(passage, start, end)) is not None and len(glued) != len(read):
        read = glued
    mentions = [mention for mention in parted_by_known(passage, read, known) if _seat_like(mention)]
    mentions = _one_holder(passage, _shared_function(passage, _with_second_posts(passage, mentions), role), role)
    if rule in _SAID or rule.startswith(("office/", "patch/", "roster/label")):
        mentions = with_shared_post(passage, mentions, role, known)
    elif rule == "roster/continued":
        mentions = with_post_of_line(passage, mentions, known)
    named = sum(bool(mention.person) for mention in mentions)
    beside = named or sum(bool(behind_unit(one.title)) for one in mentions if not one.person) > 1
    # `甲局盛 夏、乙局苗 圃`: one blank says little, the same one in every item that somebody of each body is meant.
    of_units = len(mentions) > 1 and all(_SPACED_NAME.fullmatch(passage.text, one.start, one.end) for one in mentions)
    found: list[Seat] = []
    for mention in mentions:
        person, title, org = mention.person, mention.title, _COUNTED.sub("", mention.org)
        sure = mention.confidence
        if (
            title
            and not person
            and (spaced := _SPACED_NAME.fullmatch(passage.text, mention.start, mention.end))
            and (is_title(spaced["post"]) or (of_units and is_unit(spaced["post"])))
        ):
            person, title, sure = spaced["one"] + spaced["two"], spaced["post"], 0.8
        if "·" in person and not title and (cut := _post_before(person)):
            person, title = person[cut:], person[:cut]
        if units and not person and not org and _may_be_unit(title):
            title, org = "", title
        if units and not org and not (person and title) and _CALLED_AS_UNIT.fullmatch(person or title):
            person, title, org = "", "", person or title  # 成员单位：东岭矿
        unsure = not person and not org and (rule in _SAID or not is_title(title))
        if unsure and (parted := person_of_unit(title)) is not None:
            (low, high), words = parted, title
            person, title, sure = words[low:high], words[:low] + words[high:], 0.7
        elif not person and not org and (bare := _HELD_TOO.sub("", title)) in known:
            person, title, sure = bare, "", 0.9
        elif not person and not org and not is_title(title) and not is_crowd(title) and not _ELSEWHERE.fullmatch(title):
            if rule == "office/held-by" and (cut := behind_post_in_office(title)):
                person, title, sure = title[cut:], title[:cut], 0.8
            elif rule == "office/held-by" and len(mentions) == 1 and is_rare_name(title):
                person, title, sure = title, "", 0.7  # 达某任办公室副主任
            elif named and (cut := behind_bare_post(title) or behind_whole_post(title)):
                person, title, sure = title[cut:], title[:cut], 0.7  # 副乡长禾某某 beside 部长依某
            elif beside and (cut := behind_unit(title)):
                person, title, sure = title[cut:], title[:cut], 0.7  # 保卫科张某、后勤科王某
            elif named and len(title) <= 4 and (may_be_name(title) or is_joining_name(title)):
                person, title, sure = title, "", 0.7  # 莎莎 among other names
            elif (cut := sole_name(title, role, rule, alone=len(mentions) == 1)) >= 0:
                person, title, sure = title[cut:], title[:cut], 0.7  # 组长：折某某, who has no common surname
            elif named * 2 < len(mentions) and not is_unit(title):
                continue
        first = label_start if label_start is not None and not found else mention.start
        done, before = action, replaces
        title = _POST_SAID.sub("", title) if ":" in title or "：" in title else title
        if person and (former := former_in(title)):
            title, done, before = "", "added", former
        if len(title) > _LONGEST_TITLE and _ANOTHER_BEHIND.search(title):
            title = ""  # 甲乙（县妇联主席）丙村书记丁: persons run together, nobody's title
        also = _ALSO_IN_OFFICE.search(title) if person and "办公室" in title else None
        title = title[: also.start()] if also is not None else title
        seat = Seat(role, person, title, org, passage, first, mention.end, rule, min(confidence, sure), done, before)
        found.append(seat)
        if also is not None:
            found.append(replace(seat, role=f"办公室{also['role']}", title="", rule="office/held-by"))
    return found


def _post_before(words: str) -> int:
    """Where the name begins in a post and a name with a dot that nothing parts (`县财政局局长祖农·沙吾尔`); 0 if no post stands before it."""
    return next((cut for cut in range(words.index("·") - 1, 3, -1) if is_title(words[:cut])), 0)


def _may_be_unit(words: str) -> bool:
    """Whether words behind a label of units are one with a note behind it (`县发改委（粮食局）`) or by its short name (`城管办`)."""
    bare = _NOTE.sub("", words)
    crowd = words.startswith("各") and is_crowd(words) and not is_title(words)  # 各国有林场
    return crowd or (bare != words and is_unit(bare)) or _SHORT_UNIT.fullmatch(words) is not None


def _shared_function(passage: Passage, mentions: list[Mention], role: str) -> list[Mention]:
    """What a function at the end of a list says of the bodies before it.

    `各镇人民政府、各街道办事处主要负责人`, `各科室、病区负责人` are one seat by function, said of all the crowds before; in
    `县财政局、县水利局主要负责人` each body's chief has a seat, and no body itself.
    """
    if _RANKED.search(role) is None:
        mentions = _of_crowds(passage, mentions)
    found: list[Mention] = []
    for mention in mentions:
        title = mention.title if not mention.person and not mention.org else ""
        several = _OF_SEVERAL.fullmatch(title or mention.org) if found and not mention.person else None
        if several is not None and _is_one_body(found[-1]) and is_unit(several["unit"]):
            found.append(replace(mention, title="", org=several["unit"]))  # 甲所、乙所等部门负责人，各村支书
            continue
        title = _COUNTED_WITH.sub("", title)  # 县公安局等28家单位主要负责同志
        chief = _CHIEF_OF_ONE.fullmatch(title)
        if chief is not None and title != mention.title:
            mention = replace(mention, title=title)
        if chief is None and (chief := _ONE_OF_EACH.fullmatch(title)) is not None:
            mention = replace(mention, title=chief["unit"] + chief["of"])
        # Behind a body and a mark what a chief is said of is one too: 旗气象局、旗地震台主要负责人.
        listed = (
            bool(found) and _is_one_body(found[-1]) and passage.text[found[-1].end : mention.start].strip() in _JOINS
        )
        if chief is not None and (listed or is_unit(chief["unit"])) and not is_crowd(chief["unit"]):
            last = mention.start
            first = len(found)
            while (
                first and _is_one_body(found[first - 1]) and passage.text[found[first - 1].end : last].strip() in _JOINS
            ):
                first -= 1
                last = found[first].start
            found[first:] = [
                Mention("", one.org + chief["of"], one.start, mention.end, confidence=one.confidence)
                for one in found[first:]
            ]
        elif not mention.person and (
            whole := _ALL_OF_ONE.fullmatch(mention.title) or (found and _POST_OF_ALL.fullmatch(mention.title)) or None
        ):
            first = len(found)
            while first and _is_part_of_house(passage, found[first - 1]):
                first -= 1
            found[first:] = [
                Mention("", passage.printed(one.start, one.end) + whole["of"], one.start, mention.end)
                for one in found[first:]
            ]
        elif (
            found
            and _is_one_body(found[-1])
            and (some := _SOME_OF_ONE.fullmatch(mention.title)) is not None
            and is_unit(some["unit"])
            and not is_crowd(some["unit"])
        ):
            # 由甲局、乙局有关人员组成: whoever they send, the seats are those of the bodies.
            mention = Mention("", "", mention.start, mention.end, org=some["unit"])
        found.append(mention)
    return found


def _is_part_of_house(passage: Passage, mention: Mention) -> bool:
    words = passage.printed(mention.start, mention.end)
    return not mention.person and _PART_OF_HOUSE.fullmatch(words) is not None and not is_crowd(words)


def _is_one_body(mention: Mention) -> bool:
    return (
        bool(mention.org) and not mention.person and not is_crowd(mention.org) and _COUNTED.search(mention.org) is None
    )


def _of_crowds(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """The crowds before a function at the end of the list together with it, as one seat."""
    last = mentions[-1] if mentions else None
    if last is None or last.person or last.org or not _CHIEF_OF_ALL.match(last.title):
        return mentions
    first = len(mentions) - 1
    while first and not mentions[first - 1].person and mentions[first - 1].org.startswith("各"):
        first -= 1
    if first == len(mentions) - 1:
        return mentions
    start = mentions[first].start
    whole = Mention("", passage.printed(start, last.end), start, last.end, confidence=last.confidence)
    return [*mentions[:first], whole]


def _one_holder(passage: Passage, mentions: list[Mention], role: str) -> list[Mention]:
    """`指挥长：县委副书记、县长`, `副组长：县委常委、副县长`: a rank in the party and the post of the same person are one seat."""
    if any(mention.person or mention.org for mention in mentions):
        return mentions
    if len(mentions) > 2 and (posts := _by_commas(passage, mentions)) is not None:
        return [one for post in posts for one in (post if len(post) == 1 else _one_holder(passage, post, role))]
    if len(mentions) != 2:
        return mentions
    first, second = mentions
    if _RANK_BESIDE.search(first.title) and (cut := behind_bare_post(second.title)):
        post = passage.printed(first.start, second.end).removesuffix(second.title[cut:])
        return [Mention(second.title[cut:], post, first.start, second.end, confidence=0.8)]  # 县委副书记、县长依某
    alone = _RANK_ONLY.search(first.title) or (
        _RANK_BESIDE.search(first.title) and not role.startswith(("副", "成员", "委员"))
    )
    if not alone or not is_title(second.title) or is_crowd(second.title):
        return mentions
    return [Mention("", passage.printed(first.start, second.end), first.start, second.end, confidence=0.9)]


def _by_commas(passage: Passage, mentions: list[Mention]) -> list[list[Mention]] | None:
    """Posts parted by commas or semicolons, those between two of them together (`县委常委、县人武部部长，县水利局局长`); None without any."""
    found = [[mentions[0]]]
    for before, mention in pairwise(mentions):
        between = passage.text[before.end : mention.start].strip()
        if between in (",", ";"):
            found.append([mention])
        else:
            found[-1].append(mention)
    return found if len(found) > 1 and all(len(post) < 3 for post in found) else None


def _with_second_posts(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """`甲  县委常委、副县长（挂职）`: the post with a note behind the rank of a person is his, and no seat of its own."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        own = (
            last is not None
            and last.person
            and _RANK_ONLY.search(last.title)
            and not mention.person
            and not mention.org
        )
        if last is not None and own and _ON_LOAN.search(mention.title):
            between = passage.text[last.end : mention.start].strip()
            if between == "、" and passage.text[last.end - 1] != ")" and is_title(_ON_LOAN.sub("", mention.title)):
                title = f"{last.title}、{mention.title}"
                found[-1] = Mention(last.person, title, last.start, mention.end, confidence=last.confidence)
                continue
        found.append(mention)
    return found


def trimmed(text: str, start: int, end: int) -> int:
    """The end of a list without telephone, a duty behind it, `等同志`, and closing marks."""
    end = _closed(text, start, end)
    phone = _PHONE.search(text, start, end)
    if phone:
        end = phone.start()
    duty = _DUTY_BEHIND.search(text, start, end) or _PLACES_BEHIND.search(text, start, end)
    if duty:
        end = duty.start()
    closing = _ETC.search(text[max(start, end - 24) : end])
    if closing:
        end = max(start, end - 24) + closing.start()
    return _closed(text, start, end)


def _closed(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "。;,.、"):
        end -= 1
    return end


def _seat_like(mention: Mention) -> bool:
    words = mention.title if not mention.person else ""
    if mention.org:
        words = mention.org
    if not words:
        return len(mention.title) <= 80
    return len(words) <= 40 and not NOBODY.fullmatch(words) and not _RUNNING.search(words)
