"""What stands around a heading over a roster: what makes it one, and the name it has where it prints a bare kind only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.gazette import aliases, groups
from loaders.gazette.groups import Named
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_crowd, is_name, is_unit, read_mention
from loaders.gazette.rosters_chiefs import is_of_place
from loaders.gazette.rosters_labels import labels_of, role_of, spaced_label
from loaders.gazette.rosters_openings import label_below, seats_someone
from loaders.gazette.rosters_rows import is_row
from loaders.readers.paper import Passage

#: A heading with a number, whether it names a body or not.
HEADING_ONLY = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}条(?=\s)|[(][一二三四五六七八九十]{1,3}[)]|\d{1,2}[.、](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d))\s*[^。;!?]{2,40}$"
)
_NUMBER = re.compile(
    r"\s*(?:第?[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}条(?=\s)|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、)](?!\d)|[①-⑳])\s*"
)
#: One item of a numbered list, and the line that opens the list.
_LIST_ITEM = re.compile(r"\s*[(]?(?P<number>\d{1,2})[.、)](?!\d)\s*(?P<words>[^\s,。;:、]{2,24})[;,。]?\s*")
_LABEL_ALONE = re.compile(r":\s*$")
_NUMBERED = re.compile(r"^[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2}){0,3})[)、.]{0,2}")
_AROUND = 8  # lines that show whether empty ones stand between all
_ROSTER_WORD = re.compile(r"^\s*(?:[-*]\s*)?(?:第一|常务)?副?\s*(?:[组队]\s*长|总\s*指\s*挥|召\s*集\s*人)\s*[:：]?")

#: `第十六次会议出席人员`: who attends a meeting is printed like a roster, and sits in nothing by it.
ATTENDANCE = re.compile(r"(?:会议|大会)[^。;:,]{0,8}(?:出席|列席|参会|到会|与会|缺席|请假)(?:人员|名单)")
_CHIEF_SAID = re.compile(
    r"\s*(?:(?:第一|常务)?(?:主任|组长|总指挥|指挥长|召集人)由[\u4e00-\u9fff]|由[^,;。:]{2,24}任(?:组长|队长)|由[^,、。;:]{2,24}牵头(?:,|$))"
)
#: What changes below the name of a body and its colon: `甲任主任，原主任乙不再担任`.
_SEAT_CHANGED = re.compile(
    r"(?:任|为|担任)(?:第一|常务)?副?(?:主任|组长|总指挥|指挥长|召集人|委员|成员)(?=[,。;])|不再担任"
)
_KIND = "|".join(sorted(groups.KINDS, key=len, reverse=True))
_PLACE_LETTERS = frozenset("省市县区旗镇乡村场厂矿局厅院校")
_MARKS = re.compile(r"[\s“”\"「」《》]")
_OFFICE_HEADING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}条(?=\s)|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.、])?(?:(?P<under>下设)[\u4e00-\u9fff]{0,4}?|设立|成立)?"
    rf"(?:(?P<body>[^,。;:!?]{{0,40}}?(?:{_KIND}))|[\u4e00-\u9fff]{{0,12}}[河湖林田路链山]长制)?(?:下设)?办公室(?:组成)?(?:人员|成员|主任)?(?:名单|组成)?"
)
#: What the heading of a part without a kind does not say: then it is one of the paper, and of no part.
OF_THE_PAPER = re.compile("领导|组成|成员|名单|机构|人员|要求|职责|办公室|组织|目标|任务|原则|制度|机制|保障措施|附则")
#: `现场指挥部，指挥长由甲担任`: a person of two or three letters, and no post by function.
_CHIEF_NAMED = re.compile(r"(?:现场)?(?:总?指挥|指挥长)由[\u4e00-\u9fff]{2,3}(?:同志)?担任")


def office_of(line: Passage) -> str | None:
    """The body whose office a heading line turns to (`（二）县…领导小组办公室`); empty for a bare `办公室`, None if no such line."""
    plain = _MARKS.sub("", line.text).rstrip(":")
    match = _OFFICE_HEADING.fullmatch(plain) if "办公室" in plain else None
    if not match or not (groups.level_of(line.text) or match["body"] or match["under"]):
        return None
    return match["body"] or ""


def office_by_short_name(notice: Notice, line: Passage) -> str | None:
    """The body of whose office a heading speaks by the short name that the paper gives it: `2.2 县防指办公室`; None if of none."""
    words = _NUMBERED.sub("", _MARKS.sub("", line.text)).rstrip(":")
    if not 4 <= len(words) <= 16 or not words.endswith("办公室"):
        return None
    short = words.removesuffix("办公室").removesuffix("下设")
    return next(
        (alias.name for alias in aliases.read(notice) if alias.alias == short and groups.kind_of(alias.name)), None
    )


def has_roster(following: list[Passage]) -> bool:
    """Whether a label of a roster stands below a heading, before the next heading."""
    for line in following:
        if _ROSTER_WORD.match(line.text):
            return True
        if HEADING_ONLY.match(line.text):
            return False
    return False


def is_entry(line: Passage) -> bool:
    """Whether a numbered line belongs to a roster: a label, or a person with a title."""
    number = _NUMBER.match(line.text)
    if not number:
        return False
    rest = line.text[number.end() :].strip()
    if is_of_place(line) or labels_of(line.text) or role_of(rest.rstrip(":")) is not None:
        return True
    mention = read_mention(line, number.end()) if any(gap in rest for gap in " \u3000\t") else None
    return mention is not None and bool(mention.person and mention.title)


def is_listed(line: Passage, previous: Passage | None) -> bool:
    """Whether a numbered line that is one body or one name goes on with a list: the first below a label, or one behind another such line.

    `成员单位：` / `1.县委宣传部` / `2.各乡镇`. Headings of one number after the other have text between them.
    """
    item = _LIST_ITEM.fullmatch(line.text)
    if item is None or previous is None or not _is_body_or_name(item["words"]):
        return False
    above = _LIST_ITEM.fullmatch(previous.text)
    if above is not None:
        return int(above["number"]) + 1 == int(item["number"]) and _is_body_or_name(above["words"])
    return item["number"] == "1" and _LABEL_ALONE.search(previous.text) is not None and _opens_list(previous.text)


def _is_body_or_name(words: str) -> bool:
    return is_unit(words) or is_crowd(words) or is_name(words)


def _opens_list(text: str) -> bool:
    labels = labels_of(text)
    return bool(labels and labels[-1].end == len(text.rstrip())) or label_below(text) is not None


def is_person_below(line: Passage, previous: Passage | None) -> bool:
    """Whether a line in a list of persons is one of them with the post in the office of a body glued to the name.

    `程某县妇女儿童工作委员会办公室主任` below `薛某县教育局副局长`, or below a label with one.
    """
    if previous is None or not line.text.rstrip("。; ").endswith("主任") or groups.level_of(line.text):
        return False
    colon = previous.text.find(":") + 1
    above = read_mention(previous, colon if colon < 16 else 0)
    if above is None or not above.person or not above.title:
        return False
    own = read_mention(line)
    return own is not None and bool(own.person and own.title)


#: `总指挥由…担任` at the head of a sentence.
_CHIEF_HELD = re.compile(r"\s*(?:总指挥|指挥长|组长|主任|召集人)由")


def completed(notice: Notice, line: Passage, previous: Passage | None, named: Named) -> Named | None:
    """A bare kind on a line of its own that ends a name broken over two lines (`…公报` / `编辑委员会`)."""
    if groups.level_of(line.text) or named.start > len(line.text) - len(line.text.lstrip()):
        return None
    number = notice.paper.line_at(line.start).number
    above = notice.paper.lines[number - 2] if number >= 2 else None
    apart = _stands_apart(notice.paper.words, number - 1)
    if apart:
        above = notice.paper.lines[number - 3]
    if above is None:
        return None
    upper = notice.paper.passage(above.start, above.end)
    words = upper.text.strip()
    if (
        not 4 <= len(words) <= 40
        or words.endswith(("通知", "决定", "方案", "通报", "。", ";", ":", ",", "?", "!"))
        or "\t" in words
        or ":" in words
        or (apart and (OF_THE_PAPER.search(words) or groups.level_of(words)))
    ):
        return None
    joined = Passage.join([upper, line])
    lead = len(upper.text) - len(upper.text.lstrip())
    start = re.match(r"\s*(?:[-*]\s*)?(?:附件?\s*\d*\s*:)?\s*(?:\d{1,2}[.、])?\s*", upper.text)
    low = start.end() if start else lead
    high = len(upper.text) + named.end
    return Named(joined.printed(low, high), "heading", joined, low, high, level=0, confidence=0.9)


def _stands_apart(words: Sequence[str], at: int) -> bool:
    """Whether empty lines stand between a line, the one two above it and all around them, as where one stands behind every line."""
    around = words[max(0, at - _AROUND) : at + _AROUND + 1]
    return at >= 3 and bool(words[at - 2]) and not any(above and below for above, below in pairwise(around))


def issuing(notice: Notice, kind: str, following: list[Passage]) -> Named | None:
    """The body that issues a notice, where a heading over its roster calls it by its kind (`一、指挥部`)."""
    issuer, title = notice.issuer, notice.title
    own = issuer.endswith(kind) and not groups.is_generic(issuer) and notice.heading.startswith(issuer)
    if not kind or not own or not any(labels_of(line.text) or _CHIEF_HELD.match(line.text) for line in following[:3]):
        return None
    places = [place for place, character in enumerate(title.text) if not character.isspace()]
    low, high = places[0], places[len(issuer) - 1] + 1
    return Named(issuer, "title", title, low, high, level=1, confidence=0.9)


def bare_part(named: Named, following: list[Passage], *, subgroups: bool, below: bool) -> Named | None:
    """A bare kind that is the name of a part: `2.2.2 专家组` with a roster among the parts of a body, `2.5 现场指挥部` with its chief.

    `below` says that the paper has named a body before: then whoever leads on the spot leads a part of it.
    """
    if named.name.endswith("专家组"):
        # 应急专家组名单, the title of an attachment, needs no number.
        listed = "名单" in named.passage.text[named.end :] and named.name != "专家组"
        return named if (listed or (named.level and subgroups)) and has_roster(following[:2]) else None
    if not named.level:
        return None
    on_site = below and named.name.endswith("现场指挥部")
    return named if on_site and any(_CHIEF_NAMED.search(line.text) for line in following[:2]) else None


def is_short_for(words: str, name: str) -> bool:
    """Whether a heading calls the body founded above it by the end of its name: `县防汛指挥部` for 甲县2031年防汛指挥部."""
    rest = words[1:] if words[:1] in _PLACE_LETTERS else ""
    return len(rest) - len(groups.kind_of(rest)) >= 2 and name.endswith(rest)


def leads_somewhere(named: Named, following: list[Passage]) -> bool:
    """Whether a heading without number has something of a roster below: a label, a sentence on the body, a list."""
    if named.name.endswith(("指挥部", "指挥所", "领导小组")) and len(named.name) >= 6:
        return True
    if following and following[0].start > following[0].paper.line_at(following[0].start).start:
        return True  # what stood behind it on its own line was cut from it as its roster
    if "名单" in named.passage.text[named.end :] and following and spaced_label(following[0].text) is not None:
        return True  # …委员会组成人员名单 / 主任    甲    县长
    if named.passage.text.rstrip().endswith(":") and following and _SEAT_CHANGED.search(following[0].text) is not None:
        return True
    if following and seats_someone(following[0]):
        return True
    return any(
        re.match(r"\s*(?:[-*]\s*)?[\u4e00-\u9fff ]{2,12}\s*:|.{0,80}(?:组成|名单|成立|如下|职责)", line.text)
        or _CHIEF_SAID.match(line.text)
        or _ROSTER_WORD.match(line.text)
        or "\t" in line.text
        or is_row(line)
        for line in following[:2]
    )


def behind_heading(passage: Passage, heading: Passage | None, named: Named | None, start: int) -> int:
    """Where the text under the name of a body begins: a heading on its own line runs into the sentence below it, and is no part of a post there."""
    if heading is None or named is None or named.via != "heading":
        return start
    if heading.start == start and heading.paper.folded.startswith(("由", "以"), heading.end):
        return heading.end  # 抢险组由甲任组长: cut from what says who leads it
    if passage.start != start:
        return start
    return heading.end if heading.end >= heading.paper.line_at(heading.start).end else start
