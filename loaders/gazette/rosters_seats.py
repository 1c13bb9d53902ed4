"""A seat as read, and how the words after a role become seats."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from loaders.gazette.names import is_joining_name
from loaders.gazette.partings import behind_bare_post, behind_post_in_office, behind_unit, behind_whole_post
from loaders.gazette.persons import Mention, is_crowd, is_rare_name, is_title, is_unit, may_be_name
from loaders.gazette.rosters_functions import COUNTED, one_holder, shared_function, with_second_posts
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
_HELD_TOO = re.compile(r"[(（]兼[)）]$")
#: `区气象中心负责人漆 园`: the blank says that the last two letters are a name.
_SPACED_NAME = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{4,30})(?P<one>[\u4e00-\u9fff])[ \u3000]{1,2}(?P<two>[\u4e00-\u9fff])"
)
#: Rules that read who holds a role in a sentence, where a person stands: there a body and a post may stand around the name.
_SAID = frozenset(("roster/sentence", "roster/role-held-by", "roster/part-led-by"))
#: The longest list that is read.
_LONGEST = 4000
_LONGEST_BARE = 4


@dataclass(frozen=True, slots=True)
class As:
    """As what the words of a list are read: the role, the rule that says so, and what is done with the seats (listed, added, removed)."""

    role: str
    rule: str
    confidence: float = 1.0
    action: str = "listed"
    replaces: str = ""


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
    held: As,
    *,
    label_start: int | None = None,
    known: Collection[str] = (),
    units: bool = False,
) -> list[Seat]:
    """The seats in a list of persons, units and functions; empty if the words are a sentence.

    `label_start` is where the label of the first one begins, if it is to be quoted with it; `known` are persons whom the
    paper seats elsewhere, so that their bare names are known here. `units` says that the label is one of bodies.
    """
    end = trimmed(passage.text, start, end)
    if start >= end or end - start > _LONGEST:
        return []
    first = start if label_start is None else label_start
    if "替" in passage.text[start:end] and (taken := _taken_over(passage, start, end, held, label_start, known)):
        return [taken]
    if (apart := name_apart(passage.text, start, end)) is not None:
        post = passage.printed(*apart.span("inside" if apart["inside"] else "post"))
        who = _Who(passage.printed(*apart.span("name")), post, "", 0.9)
        return [_seat(passage, who, held, first, end)]
    reading = _List(passage, _mentions(passage, start, end, held, known), held, known, units)
    found: list[Seat] = []
    for mention in reading.mentions:
        read = reading.who(mention)
        if read is not None:
            begin = mention.start if found or label_start is None else label_start
            found.extend(_seats(passage, read, held, begin, mention.end))
    return found


def _taken_over(
    passage: Passage, start: int, end: int, held: As, label_start: int | None, known: Collection[str]
) -> Seat | None:
    """The seat of somebody who takes it over from who is named in brackets behind him; None if the list is another one."""
    taken = _TAKEN_OVER.search(passage.text, start, end)
    if taken is None:
        return None
    inner = seats_of(passage, start, taken.start(), As(held.role, held.rule), label_start=label_start, known=known)
    if len(inner) != 1 or not inner[0].person or not may_be_name(taken["old"]):
        return None
    return replace(inner[0], end=end, action="added", replaces=taken["old"])


def _mentions(passage: Passage, start: int, end: int, held: As, known: Collection[str]) -> list[Mention]:
    """Whom and what a list names, posts and functions put where they belong."""
    read = mentions_in(passage, start, end)
    if (glued := persons_glued(passage, start, end)) is not None and len(glued) != len(read):
        read = glued
    mentions = [mention for mention in parted_by_known(passage, read, known) if _seat_like(mention)]
    mentions = shared_function(passage, with_second_posts(passage, mentions), held.role)
    mentions = one_holder(passage, mentions, held.role)
    if held.rule in _SAID or held.rule.startswith(("office/", "patch/", "roster/label")):
        return with_shared_post(passage, mentions, held.role, known)
    return with_post_of_line(passage, mentions, known) if held.rule == "roster/continued" else mentions


class _Who(NamedTuple):
    """Who or what has a seat, and how sure that is."""

    person: str
    title: str
    org: str
    sure: float


class _List:
    """The mentions of one list, and what they say of each other: beside persons a bare word is a name, beside bodies it is one more."""

    def __init__(
        self, passage: Passage, mentions: list[Mention], held: As, known: Collection[str], units: bool
    ) -> None:
        self.passage = passage
        self.mentions = mentions
        self._held = held
        self._known = known
        self._units = units
        self._named = sum(bool(mention.person) for mention in mentions)
        # A name may stand behind the department it belongs to: beside other names, or in several items.
        self._beside = self._named > 0 or sum(bool(behind_unit(one.title)) for one in mentions if not one.person) > 1
        # `甲局盛 夏、乙局苗 圃`: one blank says little, the same one in every item that somebody of each body is meant.
        self._of_units = len(mentions) > 1 and all(
            _SPACED_NAME.fullmatch(passage.text, one.start, one.end) for one in mentions
        )

    def who(self, mention: Mention) -> _Who | None:
        """Who or what a mention is; None if it is nothing that has a seat."""
        who = _Who(mention.person, mention.title, COUNTED.sub("", mention.org), mention.confidence)
        if who.title and not who.person:
            who = self._spaced(mention) or who
        if "·" in who.person and not who.title and (cut := _post_before(who.person)):
            who = who._replace(person=who.person[cut:], title=who.person[:cut])
        if self._units and not who.org:
            who = _as_unit(who)
        return who if who.person or who.org else self._nameless(who.title, who.sure)

    def _spaced(self, mention: Mention) -> _Who | None:
        """A person whose two letters a blank parts, behind a post or behind a body as all others of the list."""
        spaced = _SPACED_NAME.fullmatch(self.passage.text, mention.start, mention.end)
        if spaced is None or not (is_title(spaced["post"]) or (self._of_units and is_unit(spaced["post"]))):
            return None
        return _Who(spaced["one"] + spaced["two"], spaced["post"], COUNTED.sub("", mention.org), 0.8)

    def _nameless(self, title: str, sure: float) -> _Who | None:
        """What words without a known name and body are: somebody all the same, a function, or nothing that has a seat."""
        if (self._held.rule in _SAID or not is_title(title)) and (parted := person_of_unit(title)) is not None:
            low, high = parted
            return _Who(title[low:high], title[:low] + title[high:], "", 0.7)
        if (bare := _HELD_TOO.sub("", title)) in self._known:
            return _Who(bare, "", "", 0.9)
        if is_title(title) or is_crowd(title) or _ELSEWHERE.fullmatch(title):
            return _Who("", title, "", sure)
        if (name := self._name_in(title)) is not None:
            cut, likely = name
            return _Who(title[cut:], title[:cut], "", likely)
        return None if self._named * 2 < len(self.mentions) and not is_unit(title) else _Who("", title, "", sure)

    def _name_in(self, title: str) -> tuple[int, float] | None:
        """Where a name that no list knows begins behind a post or a body, and how sure that is; None if there is none."""
        role, rule, alone = self._held.role, self._held.rule, len(self.mentions) == 1
        if rule == "office/held-by" and (cut := behind_post_in_office(title)):
            return cut, 0.8
        if rule == "office/held-by" and alone and is_rare_name(title):
            return 0, 0.7  # 达某任办公室副主任
        if self._named and (cut := behind_bare_post(title) or behind_whole_post(title)):
            return cut, 0.7  # 副乡长禾某某 beside 部长依某
        if self._beside and (cut := behind_unit(title)):
            return cut, 0.7  # 保卫科张某、后勤科王某
        if self._named and len(title) <= _LONGEST_BARE and (may_be_name(title) or is_joining_name(title)):
            return 0, 0.7  # 莎莎 among other names
        cut = sole_name(title, role, rule, alone=alone)
        return (cut, 0.7) if cut >= 0 else None  # 组长：折某某, who has no common surname


def _as_unit(who: _Who) -> _Who:
    """What stands behind a label of units: a body with a note or by its short name, or one that looks like a name (`成员单位：东岭矿`)."""
    if not who.person and _may_be_unit(who.title):
        return who._replace(title="", org=who.title)
    if not (who.person and who.title) and _CALLED_AS_UNIT.fullmatch(who.person or who.title):
        return who._replace(person="", title="", org=who.person or who.title)
    return who


def _seats(passage: Passage, who: _Who, held: As, start: int, end: int) -> Iterator[Seat]:
    """The seat of one mention, and that in the office which its title says he has too."""
    title = _POST_SAID.sub("", who.title) if ":" in who.title or "：" in who.title else who.title
    if who.person and (former := former_in(title)):
        title, held = "", replace(held, action="added", replaces=former)
    if len(title) > _LONGEST_TITLE and _ANOTHER_BEHIND.search(title):
        title = ""  # 甲乙（县妇联主席）丙村书记丁: persons run together, nobody's title
    also = _ALSO_IN_OFFICE.search(title) if who.person and "办公室" in title else None
    title = title[: also.start()] if also is not None else title
    seat = _seat(passage, who._replace(title=title), held, start, end)
    yield seat
    if also is not None:
        yield replace(seat, role=f"办公室{also['role']}", title="", rule="office/held-by")


def _seat(passage: Passage, who: _Who, held: As, start: int, end: int) -> Seat:
    sure = min(held.confidence, who.sure)
    return Seat(
        held.role, who.person, who.title, who.org, passage, start, end, held.rule, sure, held.action, held.replaces
    )


def _post_before(words: str) -> int:
    """Where the name begins in a post and a name with a dot that nothing parts (`县财政局局长祖农·沙吾尔`); 0 if no post stands before it."""
    return next((cut for cut in range(words.index("·") - 1, 3, -1) if is_title(words[:cut])), 0)


def _may_be_unit(words: str) -> bool:
    """Whether words behind a label of units are one with a note behind it (`县发改委（粮食局）`) or by its short name (`城管办`)."""
    bare = _NOTE.sub("", words)
    crowd = words.startswith("各") and is_crowd(words) and not is_title(words)  # 各国有林场
    return crowd or (bare != words and is_unit(bare)) or _SHORT_UNIT.fullmatch(words) is not None


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
