"""Rules on how a body is composed and works, as figures that can be checked.

Rule: `group-rule/figure`. Reads measures on a committee (组建管理办法, 议事规则, 章程): how many members, also as a range (`5至9人`, `9人以上15人以下`), odd number (单数), shares, terms,
notice periods, quorum, majority. `applies_to` is the body the measure is about, `rule` one of the names in `RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.numerals import number_of
from graph.statements import GroupRule
from loaders.gazette.headings import mark_of
from loaders.gazette.notice import Notice
from loaders.readers.paper import Passage

#: The names of rules with what they say; pages and checks use them.
RULES = {
    "members": "委员人数 | number of members",
    "chairs": "主任（会长）人数 | number of chairs",
    "deputies": "副主任（副会长）人数 | number of deputies",
    "members_parity": "人数为单数 | odd number of members",
    "owner_share": "某类代表所占份额 | share of one sort of members",
    "candidates": "候选人数与总人数之比 | candidates to seats",
    "joint_nominators": "联名人数 | joint nominators",
    "public_notice": "公示期限 | days of public notice",
    "meeting_notice": "会议通知期限 | days of notice before a meeting",
    "notice_places": "公示处数 | places of public notice",
    "check_objections": "核查期限 | days to check objections",
    "decide_list": "确定名单期限 | days to settle the list",
    "convene_request": "提议召开会议的份额 | share that may call a meeting",
    "quorum": "出席过半数 | quorum",
    "majority": "表决过半数 | majority of votes",
    "absences": "缺席次数 | absences in a row",
    "term": "任期 | term",
    "extension": "延期 | extension of term",
    "filing": "备案期限 | days to file",
    "dissolve": "解散期限 | days to dissolve",
    "found": "组建期限 | time to found",
    "meetings": "会议次数 | meetings",
}
_N = r"(?P<value>[一二三四五六七八九十]分之[一二三四五六七八九十]|\d{1,4}|[一二两三四五六七八九十]{1,3}|半数)"
_I = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
#: `2至3名`, `3年至5年`, or one figure.
_SPAN = rf"(?P<value>{_I}\s*(?:人|名|年)?\s*[-至到—~]\s*{_I}|{_I})"
_TIME = r"\s*(?:个)?(?P<unit>工作日|日|天|年|月|周)"
_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, comparator, re.compile(pattern))
    for name, comparator, pattern in (
        ("members", ">=", rf"{_N}(?P<unit>人|名)以上(?:的)?(?:单数|奇数|委员|成员)"),
        (
            "members",
            "",
            r"(?:委员|成员)?(?:人数)?(?:一般)?(?:为|由|在)\s*(?P<value>(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:人|名)?[-至到—~]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}))\s*(?P<unit>人|名)",
        ),
        ("members", "", rf"(?P<value>{_I}\s*(?:人|名)?以上[、,至]?\s*{_I})\s*(?P<unit>人|名)以下"),
        (
            "members",
            ">=",
            rf"(?:委员|成员|人数|总数)[^。;代表中]{{0,12}}?(?:不少于|不得少于|不低于|最少为?|至少为?){_N}(?P<unit>人|名)",
        ),
        (
            "members",
            "<=",
            rf"(?:委员|成员|人数|总数)[^。;代表中]{{0,24}}?(?:不超过|不得超过|不多于|最多为?){_N}(?P<unit>人|名)",
        ),
        ("chairs", "=", rf"设[^。;]{{0,40}}?(?<!副)(?:主任委员|主任|会长|理事长|召集人){_N}(?P<unit>人|名)"),
        ("deputies", "=", rf"设[^。;]{{0,40}}?副(?:主任委员|主任|会长|理事长|召集人){_SPAN}(?P<unit>人|名)"),
        ("members_parity", "odd", r"(?P<value>单数|奇数)(?P<unit>)"),
        (
            "owner_share",
            ">=",
            rf"代表[^,。;]{{0,6}}(?:不少于|不低于|不得少于|占)[^,。;]{{0,24}}?的?{_N}(?P<unit>)(?!\s*[\d人名])",
        ),
        ("candidates", "<=", rf"人选[^,。;]{{0,8}}(?:不高于|不得高于|不超过|不得超过)[^,。;]{{0,20}}?{_N}(?P<unit>倍)"),
        ("joint_nominators", ">=", rf"联名[^,。;]{{0,10}}(?:不少于|不得少于|不低于){_N}(?P<unit>人|名)"),
        ("public_notice", ">=", rf"公示(?:期|期限|时间)?[^,。;]{{0,6}}(?:不少于|不得少于|不低于|为){_N}{_TIME}"),
        ("public_notice", "=", rf"公示{_N}{_TIME}"),
        ("meeting_notice", ">=", rf"(?:会议|召开)(?:的)?{_N}{_TIME}(?:以|之)?前"),
        ("notice_places", ">=", rf"(?:至少|不少于){_N}(?P<unit>处)(?:公示|张贴)"),
        ("check_objections", "<=", rf"{_N}{_TIME}内完成核查"),
        ("decide_list", "<=", rf"届满后{_N}{_TIME}内[^。;]{{0,80}}?确定[^,。;]{{0,20}}名单"),
        ("convene_request", ">=", rf"{_N}以上(?P<unit>)[^,。;]{{0,16}}(?:提议|提出|联名提议)"),
        ("quorum", ">", r"(?:有|经)?(?:过|超过)(?P<value>半数)(?P<unit>)[^。;]{0,24}?(?:参加|出席|到会)"),
        (
            "majority",
            ">",
            r"(?:经|由)?(?:过|超过)(?P<value>半数)(?P<unit>)(?!的业主)[^。;,]{0,16}?(?:同意|通过|表决通过)",
        ),
        ("quorum", ">=", rf"{_N}以上(?P<unit>)[^,。;]{{0,12}}(?:参加|出席|到会)"),
        (
            "quorum",
            ">=",
            rf"(?:出席|到会|参会)[^,。;]{{0,8}}(?:达到|达|占|不少于|不低于)[^,。;]{{0,12}}?{_N}(?:以上)?(?P<unit>)",
        ),
        ("majority", ">=", rf"{_N}以上(?P<unit>)[^,。;]{{0,12}}(?:同意|表决通过)"),
        ("absences", ">=", rf"(?:连续)?(?:缺席|不参加|未参加|不出席)[^,。;]{{0,20}}?(?:连续)?{_N}(?P<unit>次)以上"),
        ("term", "<=", rf"(?:任期|工作期限|期限|届期)(?:一般|原则上)?(?:不超过|不得超过|最长不超过){_N}{_TIME}"),
        ("term", "=", rf"(?:每届)?任期(?:一般|原则上)?(?:为)?{_SPAN}{_TIME}"),
        ("extension", "<=", rf"延长[^。;]{{0,20}}?(?:不超过|不得超过){_N}{_TIME}"),
        ("filing", "<=", rf"{_N}{_TIME}内[^,。;]{{0,24}}(?:重新备案|备案)"),
        ("dissolve", "<=", rf"{_N}{_TIME}内解散"),
        ("found", "<=", rf"{_N}{_TIME}内(?:成立|组建|重新组建)"),
        ("meetings", ">=", rf"每(?P<unit>年|季度|月|周|半年)(?:至少)?召开{_N}次[^,。;]{{0,6}}(?:会议|例会)?"),
    )
)
#: A word each form needs, looked for before its pattern is.
_WORD = {
    "members": "人", "chairs": "设", "deputies": "设", "members_parity": "数", "owner_share": "代表", "candidates": "人选", "joint_nominators": "联名",
    "public_notice": "公示", "meeting_notice": "前", "notice_places": "处", "check_objections": "核查", "decide_list": "名单", "found": "内",
    "convene_request": "提", "quorum": "", "majority": "", "absences": "次", "term": "期", "extension": "延长",
    "filing": "备案", "dissolve": "解散", "meetings": "召开",
}  # fmt: skip
_ABOUT = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,24}?(?:委员会|理事会|监事会|联席会议|领导小组|议事会|代表大会|业主大会|协会|商会))"
    r"[\u4e00-\u9fff]{0,12}(?:办法|规则|章程|规定|细则|条例|制度|规程)"
)
_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{1,10}?[省市县区旗州盟])+(?=[\u4e00-\u9fff]{4})")
_NUMERAL = re.compile("[一二三四五六七八九十两]+")
#: `7-13`, `七至十三`: two bounds.
_RANGE = re.compile(
    r"([\d一二两三四五六七八九十]+)\s*(?:人|名|年)?\s*(?:[-至到—~]|以上[、,至]?)\s*([\d一二两三四五六七八九十]+)"
)


def read(notice: Notice) -> Iterator[GroupRule]:
    """The rules of a measure on one body, in printed order; none for any other paper."""
    body = _body(notice)
    if not body:
        return
    for passage in notice.body:
        if "\t" in passage.text:
            continue
        found = sorted(_of_passage(passage), key=lambda one: one[0])
        for start, end, rule, comparator, value, unit in found:
            yield GroupRule(
                source=notice.source(passage, start, end, rule="group-rule/figure", confidence=0.85),
                applies_to=body,
                rule=rule,
                comparator=comparator,
                value=value,
                unit=unit,
            )


def _body(notice: Notice) -> str:
    """The body a measure's title is about, without the place before it."""
    title = notice.title.printed_folded()
    about = title.find("关于印发")
    match = _ABOUT.search(title, about + 4 if about >= 0 else 0)
    if match is None:
        return ""
    return _PLACE.sub("", match["body"].lstrip("《"))


def _of_passage(passage: Passage) -> Iterator[tuple[int, int, str, str, str, str]]:
    text = passage.text
    begin = mark.end if (mark := mark_of(passage)) else 0
    taken: set[tuple[str, int]] = set()
    for rule, comparator, pattern in _FORMS:
        if _WORD[rule] not in text:
            continue
        for match in pattern.finditer(text, begin):
            place = (rule, match.start("value"))
            if place not in taken:
                taken.add(place)
                clause, unit = _clause(text, match, begin), match["unit"]
                if (ends := _RANGE.fullmatch(match["value"])) is not None:
                    yield (*clause, rule, ">=", _value(ends[1]), unit)
                    yield (*clause, rule, "<=", _value(ends[2]), unit)
                else:
                    yield (*clause, rule, comparator, _value(match["value"]), unit)


def _clause(text: str, match: re.Match[str], floor: int) -> tuple[int, int]:
    """The clause around a figure, as evidence."""
    start = max(text.rfind(mark, floor, match.start()) for mark in "。;,") + 1
    stops = [at for at in (text.find(mark, match.end()) for mark in "。;,") if at >= 0]
    return max(start, floor), min(stops, default=len(text))


def _value(words: str) -> str:
    """`三分之一` is `1/3`, `半数` is `1/2`, `两` is `2`; 单数 has none."""
    if words == "半数":
        return "1/2"
    if words in ("单数", "奇数"):
        return ""
    if "分之" in words:
        lower, _, upper = words.partition("分之")
        return f"{number_of(upper)}/{number_of(lower)}"
    flat = re.sub(r"\s+", "", words)
    return str(number_of(flat)) if _NUMERAL.fullmatch(flat) else flat
