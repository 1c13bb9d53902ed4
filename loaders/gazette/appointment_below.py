"""Acts whose persons stand below or behind the words that announce them: `任命下列人员为甲市人民法院人民陪审员：` over names.

Rule: `appointment/below`. The announcement holds for the stretches that name persons and nothing else (a title of each may
stand beside the name), up to the first that does not. Under a head (`聘任结果如下：`) a post with a colon announces those on its
line: `教务处主任：甲  副主任：乙、丙`.
"""

from __future__ import annotations

import re

from loaders.gazette import lists
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import is_group_role
from loaders.gazette.names import bare_posts
from loaders.gazette.persons import is_title, may_be_name, read_mentions
from loaders.readers.paper import Passage

_ANNOUNCED = re.compile(
    r"(?P<verb>任命|委派|聘任|聘请|续聘|免去|免除|解聘|提名|推荐|选举|补选|增选)?(?:了)?(?:下列|以下|如下)"
    r"[^,;。:]{0,8}?(?:同志|人员|人选|干部|教师|代表|委员|人)(?:们)?"
    r"(?P<join>不再担任|不再兼任|不再任|担任|兼任|任|为|的)?(?P<post>(?![为任])[^,;。:]{2,80})$"
)
_ACTIONS = {
    "任命": "任命", "委派": "任命", "聘任": "聘任", "聘请": "聘任", "续聘": "聘任", "免去": "免去", "免除": "免去", "解聘": "解聘",
    "提名": "提名", "推荐": "推荐", "选举": "当选", "补选": "当选", "增选": "当选",
}  # fmt: skip
#: What is said of a person between two names: `女，汉族，1980年3月生，中共党员`.
_PARTICULAR = re.compile(
    r"\s*(?:[男女]|[\u4e00-\u9fff]{1,5}族|(?:\d{4}年.{0,6})(?:出?生|入党|参加工作)|中共(?:预备)?党员|群众|.{0,4}(?:学历|学位|学士|硕士|博士))\s*"
)
#: `（二）甲水务有限公司`, `县医院：`: whose posts stand below.
_BODY_OVER = re.compile(
    r"\s*(?P<number>[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s{0,4}(?P<body>[\u4e00-\u9fff()]{3,30}?)(?P<colon>:)?\s*"
)
#: No body of its own, or several.
_NO_BODY_OVER = re.compile(r"各|.*(?:总部|本部|机关|系统|部门|单位)$")
#: `依法进行了村民委员会补选，现将结果公布如下：` over `甲村` / `主任：李四`.
_ELECTED_TO = re.compile(r"(?P<committee>(?:村民|居民)委员会|[村居]委会)[^,。;:]{0,4}(?:补选|换届|选举)")
_VILLAGE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s{0,4}(?P<body>[\u4e00-\u9fff]{1,10}(?:村|社区|嘎查)):?\s*"
)
#: `县人民政府：` without a number is rather whom a paper speaks to.
_ADDRESSED = re.compile(r"(?:政府|委员会|党委|党组|常委会|县委|市委|区委)$")
#: What a heading that ends the one above is not: an act.
_OF_ACTS = re.compile(r"任(?!免)|免(?!职名单)|聘|选|提名|推荐|委派|同志")
_DECIDED_BY = re.compile(r"[^。;]{0,80}(?:决定|研究|会议|同意)[^。;,]{0,12}:\s*")
_LIST_FOLLOWS = re.compile(r"\s*(?:具体|现将)?(?:人员|同志)?名单(?:公布)?如下\s*")
_FIRM = re.compile(
    r"(?:^|[,。;:\s日])(?:当日|昨日|昨天|近日|日前|今日|今天|晚间|[上下]午|晚){0,2}+"
    r"(?P<firm>[\u4e00-\u9fff]{1,16}?(?:银行|股份|集团|公司))(?:发布|披露|发出)了?[^,。;:]{0,20}公告"
)
_SEVERAL = re.compile(r"等\s*(?:\d{1,3}|[一二三四五六七八九十两]{1,3})(?:名|位|人)")


def is_particular(words: str) -> bool:
    """Whether a stretch says of a person what no name says (女, 汉族, 1980年3月生)."""
    return _PARTICULAR.fullmatch(words) is not None


def announced(passage: Passage, low: int, high: int, above: str) -> tuple[str, int, int] | None:
    """The act and the place of the post that a stretch announces for persons named below; None if it announces none.

    `above` is the act of the head in force, for `以下同志任…` under `聘任：`.
    """
    match = _ANNOUNCED.search(passage.text, low, high)
    if match is None or not is_title(bare(match["post"])):
        return None
    join = match["join"] or ""
    if match["verb"] is None and join in ("", "的"):
        return None
    begun = above if above in ("聘任", "提名", "推荐", "拟任", "当选") else "任命"
    action = "免去" if join.startswith("不再") else _ACTIONS.get(match["verb"] or "", begun)
    return action, *match.span("post")


def firm_that_speaks(text: str) -> str:
    """The firm whose announcement a piece of news tells of (`甲银行发布公告称`): its posts are printed without it; else empty."""
    match = _FIRM.search(text) if "公告" in text else None
    return match["firm"] if match is not None else ""


def committee_of(text: str) -> str:
    """What villages elect, in the words over the list of who is elected; empty if they name none."""
    match = _ELECTED_TO.search(text)
    return match["committee"] if match else ""


def body_over(text: str, elected_to: str = "") -> str | None:
    """The body that a line heads a list of acts with; empty if a line ends such a list; None if it is neither.

    Under the words over a list of elections a village alone on its line is its committee (`elected_to`).
    """
    if len(text) > 100:
        return None
    if elected_to and (village := _VILLAGE.fullmatch(text)) is not None:
        return village["body"] + elected_to
    match = _BODY_OVER.fullmatch(text)
    if match is not None and (match["number"] or match["colon"]):
        addressed = match["number"] is None and _ADDRESSED.search(match["body"]) is not None
        if lists.is_body(match["body"]) and not addressed and not _NO_BODY_OVER.match(match["body"]):
            return match["body"]
        return "" if match["number"] and not _OF_ACTS.search(match["body"]) else None
    return "" if _DECIDED_BY.fullmatch(text) else None


def list_follows(passage: Passage, low: int, high: int) -> bool:
    """Whether a stretch says that those stand below of whom the words before name the first (`甲等8名同志为顾问，名单如下：`)."""
    return _LIST_FOLLOWS.fullmatch(passage.text, low, high) is not None and bool(_SEVERAL.search(passage.text, 0, low))


def label_before_colon(passage: Passage, low: int, high: int, *, inside: bool, bare_too: bool = False) -> int | None:
    """Where the post begins that a stretch up to a colon ends in, with names before it or none; None if it is no such label.

    A bare post (`校长：`) labels who signs as well, so it counts only behind another label of its line (`inside`), or where the words above say
    whose posts stand below (`bare_too`).
    """
    text = passage.text
    if text[high : high + 1] != ":":
        return None
    gap = max(text.rfind(mark, low, high) for mark in " \u3000")
    start = gap + 1 if inside and gap > low else low
    words = bare(text[start:high])
    if not is_title(words) or is_group_role(words) or (not (inside or bare_too) and words in bare_posts()):
        return None
    return start


def named_below(passage: Passage, low: int, high: int) -> tuple[str, ...]:
    """The persons a stretch of such a list names, each perhaps with a title; none if it says anything else.

    Among two names and more with a surname one without (`德吉`) counts too.
    """
    mentions = read_mentions(passage, low, high)
    sure = sum(bool(mention.person) for mention in mentions)
    names = [mention.person or (mention.title if may_be_name(mention.title) else "") for mention in mentions]
    if names and all(names) and sure >= min(2, len(names)):
        return tuple(names)
    return persons_in(passage, low, high, alone=True)
