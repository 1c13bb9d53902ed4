"""Functions and ranks in a list of seats: whose chief or staff is meant, and which two of them are one person's.

A list ends with a function that is said of the bodies before it (`县财政局、县水利局主要负责人`), and prints a rank in the party beside the
post of the same person (`县委副书记、县长`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from loaders.gazette.partings import behind_bare_post
from loaders.gazette.persons import Mention, is_crowd, is_title, is_unit
from loaders.readers.paper import Passage

#: What stands between the bodies whose chiefs are meant.
_JOINS = ("、", "和", "及", "以及", "与")
#: `县公安局等28个单位和各乡镇` in the middle of a list.
COUNTED = re.compile(r"等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[个家](?:成员|有关|相关)?(?:单位|部门)$")
_COUNTED_WITH = re.compile(
    r"等(?:\d{1,3}|[一二三四五六七八九十]{1,3})[个家](?:成员|有关|相关)?(?:单位|部门)(?=(?:主要|分管)?负责)"
)
_ON_LOAN = re.compile(r"[(（](?:挂职|挂任|援[藏疆青])[)）]$")
_RANK_ONLY = re.compile("(?:委常委|党组成员|党委委员|党工委委员)$")
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


def shared_function(passage: Passage, mentions: list[Mention], role: str) -> list[Mention]:
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
        bool(mention.org) and not mention.person and not is_crowd(mention.org) and COUNTED.search(mention.org) is None
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


def one_holder(passage: Passage, mentions: list[Mention], role: str) -> list[Mention]:
    """`指挥长：县委副书记、县长`, `副组长：县委常委、副县长`: a rank in the party and the post of the same person are one seat."""
    if any(mention.person or mention.org for mention in mentions):
        return mentions
    if len(mentions) > 2 and (posts := _by_commas(passage, mentions)) is not None:
        return [one for post in posts for one in (post if len(post) == 1 else one_holder(passage, post, role))]
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


def with_second_posts(passage: Passage, mentions: list[Mention]) -> list[Mention]:
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
