"""Where a body's office sits and who directs it: `办公室设在县水利局，办公室主任由…兼任`.

Rules `office/seated-in` (the place; it fills `office_in` of the group) and `office/held-by` (the director and deputies; a
post without a name, `由分管副局长兼任`, is a seat by function).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from loaders.gazette import groups
from loaders.gazette.offices_set_up import held_behind, set_up_before
from loaders.gazette.persons import is_crowd, is_title, is_unit
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

_PLACE = re.compile(
    r"(?:(?P<of>[^,。;:()]{0,40}?)(?:下设|设立)?办公室(?=在)|(?P<of2>[^,。;:()]{0,40}?)(?:下设)?办公室|办公(?:地点|地址|场所))(?:\([^()]{0,24}\))?(?:(?<=办公室)。(?=设[在于]))?(?:日常办公)?[^,。;:()]{0,6}?(?:设置?(?:在|于)|设立(?:在|于)|(?<=办公室)设(?=[省市县区旗州盟镇乡][\u4e00-\u9fff]{1,12}(?:[局委厅办室处部科所站]|中心)(?:[,。;]|$))|(?<=办公室)设(?=[\u4e00-\u9fff]{1,10}(?:[局办室处部科所站]|中心)[,;][^。;:,]{0,24}(?:任|兼)[^。;:,]{0,6}主任)|(?<=办公室)于|挂靠(?:在|于)?|挂(?:在|于)|放在|依托|位于|(?<=地点)(?:在|为|:|设(?![在于置立]))|(?<=场所)(?:在|为|设(?![在于置立]))|(?<=地址)(?:在|为)|\(设(?:在|于)|(?<=办公室)在|(?<=办公室)[”\"]?由(?!\d)[^,。;:()]{2,24}?(?:调整|变更|搬?迁|迁移|转移|改设|移|划转)(?:至|到|在|为设在|为挂靠在))"
    r"(?P<place>[^,。;:()]{2,40}(?:\([^()]{2,20}\))?)"
)
_PLACE_LATER = re.compile(
    r"(?P<of>[^,。;:()]{0,40}?)办公室[^。;:]{0,60}?,(?:办公室)?(?:设置?(?:在|于)|挂靠(?:在|于)?|(?:办公)?地点(?:在|设在|为))(?P<place>[^,。;:()]{2,40}(?:\([^()]{2,20}\))?)"
)
#: `办事机构 县爱国卫生运动委员会办公室（县卫生健康局）`, a line of a page on the body.
_PLACE_IN_BOX = re.compile(r"办事机构[ \u3000:]+(?P<of>[^,。;:()\s]{2,40}?)办公室\((?P<place>[^,。;:()]{2,20})\)")
#: `办公室：质控科（负责人：甲）`, a label in the roster of a body.
_PLACE_BEHIND_LABEL = re.compile(
    r"^\s*(?P<of>)办公室:\s{0,4}(?P<place>[^,。;:()、\s]{2,16})(?:\((?:负责人|主任|联系人|电话)[^()]{0,20}\))?[。;]?\s*$"
)
#: `设在县水利局，承担日常工作`, below the heading of the office.
_SEATED_ONLY = re.compile(r"\s*设(?:在|于)(?P<place>[^,。;:()、]{2,30}?)(?=[,。;]|$)")
_PLACE_FIRST = re.compile(
    r"在(?P<place>[^,。;:()]{2,30}?)(?<!下)(?:设立|设置|设|成立|组建)(?P<of>[^,。;:()]{0,30}?)办公室"
)
SEATED = re.compile("办事机构|设|挂|办公地|办公场|放在|依托|位于|[整更移迁][至到在]")
_PLACE_END = re.compile(
    r"(?:,|[ \u3000]{2,}|\s+(?:\S{2,12}?|[\u4e00-\u9fff]{1,2}[ \u3000]{1,2}[\u4e00-\u9fff]{1,2})(?:同志)?(?:兼任|担任|任)|承担|具体|负责|办理|作为|由|并|为日常|统筹|主要)"
)
#: `办公室设在市水利局不变`.
_AS_BEFORE = re.compile("(?:保持|仍然?)?不变$")
#: What stands before 兼任 where the clause before names who it is.
_NOBODY_ANEW = re.compile("(?:并|同时|一并|还){1,2}(?:由其|由他|由她)?兼?")
_VAGUE = re.compile(r"的|各|对应|相应|相关|有关|牵头部门")
_RANK = r"(?P<role>(?:常务|第一|执行|专职|兼职)?副?主任)"
_HELD = re.compile(
    rf"(?P<office>办公室)?{_RANK}(?:一职|职务)?(?:分别)?(?:均)?由(?P<who>[^。;:]{{2,300}}?)(?:兼任|担任|兼职|兼)(?=[,。;、]|办公室(?:成员|人员)|$)"
)
_HOLDS = re.compile(
    rf"(?:^|[,。;、])(?:(?:办公室)?由)?(?P<who>[^。;:,]{{2,60}}?)(?:兼任|担任|(?<!主)任|兼)(?P<of>[^,。;:]{{0,24}}?)办公室{_RANK}(?=[,。;、]|$)"
)
_SHORT = re.compile(r"办公室\((?:以下)?简称:?[“\"]?(?P<name>[\u4e00-\u9fff]{1,8}办)[”\"]?\)")
#: `办公室设在政教处，由王某兼任主任`: the office is said at the head of the sentence.
_HOLDS_HERE = re.compile(
    r"办公室,?(?:设置?(?:在|于)|挂靠(?:在|于)?|于|在)[^。;:,]{2,30},由?(?P<who>[^。;:,由]{2,40}?)(?:兼任|担任|任)(?P<role>主任)(?=[,。;、]|$)"
)
#: `办公室主任王某（兼）`: what is held besides is held by a person.
_HELD_BESIDES = re.compile(
    r"办公室(?P<role>(?:常务|专职)?副?主任)(?P<who>[\u4e00-\u9fff·]{2,8}\(兼任?\))(?=[,。;、]|$)"
)
#: `王某兼任办公室主任，张某任副主任`: the deputy behind the director, the office not said again.
_THEN = re.compile(
    r"[,、;](?:由)?(?P<who>[^。;:,由]{2,60}?)(?:同志)?(?:兼任|担任|任|为|兼)(?:办公室)?(?P<role>(?:常务|第一|执行|专职|兼职)?副主任)(?=(?:\((?:专职|兼职?)\))?(?:[,。;、.]|$))"
)
_NAMED_BESIDE = re.compile(r"[,;]副主任(?P<who>[\u4e00-\u9fff·、 ]{2,40})(?=[。;]|$)")
_LIAISON = re.compile(
    r"(?:^|[,、;。])(?:由)?(?P<who>[^。;:,由]{2,40}?)(?:兼任|担任|任|为)(?:办公室)?联络员(?=[,。;]|$)"
    r"|(?<=任)[,;、](?:办公室)?联络员:?(?P<is>[\u4e00-\u9fff]{2,3})(?=[。;]|$)"
    r"|(?:^|[,、;。])(?:办公室)?联络员(?:由|为)(?P<by>[^。;:,由]{2,40}?)(?:兼任|担任)?(?=[,。;]|$)"
)
_SPEAKS_OF = re.compile(
    r"\s*(?P<body>[\u4e00-\u9fff]{4,30}?(?:指挥部|委员会|领导小组|联席会议))(?:由|是|为|负责|在|部署|统一|统筹|领导|组织|协调|承担|指挥)"
)
_SETS_UP = re.compile(r"(?:^|(?<=[。;,]))(?P<body>[^,。;:()]{2,40}?)(?:下设|设立)办公室,$")
#: `三、委员会办公室设在…`: the number of the paragraph is no part of the body's name.
_NUMBER = re.compile(
    r"^(?:[-*●■◆◇○□▲★](?:\d{1,2}[.、)])?|第?[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}条|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.、)](?!\d)|[①-⑳])"
)
#: `各单位于每月底前将进展报县安委会办公室（设在县应急局）`: to whom something is reported.
_REPORTED_TO = re.compile(
    "^[\u4e00-\u9fff\\d]{4,}(?:情况|总结|进展|材料|方案|信息|报表|名单|表|前|及时|统一|书面)(?:上报|报送|抄送|抄报|报|送|交)至?(?=[\u4e00-\u9fff]{0,3}[省市县区旗州盟镇乡][\u4e00-\u9fff]{2})"
)
#: `联席会议设联络员，由各成员单位有关科室负责人担任`: a seat of each unit by function.
_LIAISON_OF_EACH = re.compile(
    r"联络员(?:\d{1,2}名|若干名|各?一名)?,?由(?P<who>(?:联席会议|领导小组|指挥部|委员会)?(?:各(?:成员|有关|相关|参与)?|成员)(?:单位|部门)[^。;:,由]{0,12}?(?:负责人|负责同志|工作人员|干部|[科处股]长))(?:担任|兼任)(?=[,。;]|$)"
)
#: The same said the other way round: `由各成员单位有关处室一名负责同志担任联络员`.
_LIAISON_SENT = re.compile(
    r"由(?P<who>各(?:成员|有关|相关|参与)?(?:单位|部门)[^。;:,由]{0,32}?(?:负责人|负责同志|工作人员|干部|[科处股]长))(?:担任|兼任)联络员(?=[,。;]|$)"
)
#: Members said so too: `成员单位有关处室负责同志担任办公室成员`.
_SITS_IN_OFFICE = re.compile(
    r"(?:^|(?<=[,。;]))\s*由?(?P<who>[^。;:,由]{2,60}?)(?:担任|兼任|为|(?<!主)任)办公室成员(?=[,。;]|$)"
)
_OFFICE_MEMBERS = re.compile(
    r"办公室(?=设|下设|挂|,|成员|工作人员|人员|承担|负责|日常|在|地点|副?主任由)(?:[^。;]{0,60}?,)?(?:工作人员|成员|人员)由(?P<who>[^。;:]{2,160}?)(?:组成|担任|兼任|抽调)"
)
#: The same behind a colon, to the end of the sentence: `办公室成员为：甲、乙`.
_OFFICE_MEMBERS_ARE = re.compile(
    r"办公室(?:组成)?(?:成员|人员)(?:为|是|有|包括)?:\s*(?P<who>[^。;:]{2,160}?)(?=[。;]|$)"
)

#: The same behind its director: `办公室主任由甲兼任，成员：乙、丙`.
_THEN_MEMBERS = re.compile(
    r"办公室[^。:]{0,60}?主任[^。:]{0,80}?任,(?:办公室)?成员(?:为|有|包括)?:\s*(?P<who>[^。;:]{2,160}?)(?=[。;]|$)"
)
#: The same where nothing parts the heading from the text before it: `…财政局副局长二、工作机构领导小组办公室设在…`.
_GLUED_HEADING = re.compile(
    r"^.*(?:[一二三四五六七八九十]、|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d))(?:(?:(?:工作|办事|组织|日常|常设)机构(?:[及和](?:其)?(?:主要|工作)?职责)?|(?:职责|工作)分工|(?:工作)?职责|(?:其他|有关)事项)(?=.))?"
)
#: `办公室设在县教育局 甲兼任办公室主任`: a blank where a comma is due.
_SEATED_BEFORE = re.compile(r"[^。;:,]{0,40}设[在于]\S{2,20}\s+")
#: Whom each of the bodies sends: a seat by function.
_SENT = re.compile(
    "(?:各|(?=(?:各)?成员)|(?:联席会议|领导小组|指挥部|委员会)各?(?=成员))(?:成员|有关|相关|参与)?(?:单位|部门)(?:的)?(?:有关|相关)?(?:业务)?(?:[科处股]室)?(?:主要|分管)?(?:负责人|负责同志|[科处股]长|联络员)"
)


#: Whom one body sends: `县水利局有关股室负责人`.
_SENT_BY_ONE = re.compile(
    "(?P<body>[\u4e00-\u9fff]{3,20}?)(?:的)?(?:有关|相关)?(?:业务)?[科处股]室(?:主要|分管)?(?:负责人|负责同志)"
)

_PARTS = re.compile("[,;。:]")
_BEFORE, _BESIDE = 120, 60  # letters that are looked at before a post, and behind a director


@dataclass(frozen=True, slots=True)
class Office:
    """What a passage says of an office: `of` names its body (empty: the body at hand), `place` where it sits."""

    of: str
    place: str
    passage: Passage
    start: int
    end: int


def places(passage: Passage, *, below_heading: bool = False) -> list[Office]:
    """The seats of offices a passage prints, in printed order; below its heading (`below_heading`) a sentence need not name it."""
    text = passage.text
    if below_heading and (seated := _SEATED_ONLY.match(text)) is not None:
        low, high = seated.span("place")
        return [Office("", passage.printed(low, high), passage, 0, high)]
    if "办公" not in text or not (SEATED.search(text) or "办公室:" in text):
        return []
    found: list[Office] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_PLACE, _PLACE_LATER, _PLACE_FIRST, _PLACE_IN_BOX, _PLACE_BEHIND_LABEL):
        for match in pattern.finditer(text):
            low, high = match.span("place")
            if any(low < end and high > start for start, end in taken):
                continue
            stop = _PLACE_END.search(text, low + 1, high)
            high = stop.start() if stop else high
            place = _AS_BEFORE.sub("", passage.printed(low, high)).rstrip("内")
            if (
                len(place) < 2
                or _VAGUE.search(place)
                or (pattern in (_PLACE_IN_BOX, _PLACE_BEHIND_LABEL) and not is_unit(place))
            ):
                continue
            of = match.groupdict().get("of") or match.groupdict().get("of2") or _head_of(text, match.start())
            if groups.is_generic(_body(of)):
                of = _spoken_of(text, match.start(), _body(of)) or of
            taken.append((low, high))
            found.append(Office(_body(of), place, passage, match.start(), high))
    return sorted(found, key=lambda office: office.start)


def _head_of(text: str, place: int) -> str:
    """The body a sentence begins with, which speaks of its office further on: `甲县防汛抗旱指挥部由县政府设立，…，办公室设在…`."""
    if (set_up := _SETS_UP.search(text, max(0, place - 60), place)) is not None:
        return set_up["body"]  # 领导小组下设办公室，办公室设在…
    match = _SPEAKS_OF.match(text, text.rfind("。", 0, place) + 1, place)
    if match is not None and not groups.is_generic(match["body"]):
        return match["body"]
    return set_up_before(text, place)


def _spoken_of(text: str, place: int, kind: str) -> str:
    """The body of which the sentence before speaks, if it is one of the kind that a sentence calls its body by.

    `甲县森林防火指挥部部署全县护林。指挥部下设办公室在县林草局。`
    """
    stop = text.rfind("。", 0, place + 1)
    match = _SPEAKS_OF.match(text, text.rfind("。", 0, stop) + 1, stop) if stop > 0 else None
    return match["body"] if match is not None and match["body"].endswith(kind) else ""


def holders(
    passage: Passage, *, named: bool, known: Collection[str] = (), below_heading: bool = False
) -> list[tuple[str, Seat]]:
    """Directors and deputies of an office with the body named beside them (empty: the body at hand).

    `known` are the names of the roster above: of those an everyday word is one too (`办公室主任由要强担任`). Below the heading of the
    office (`below_heading`) a sentence need not name it: `主任由甲兼任，副主任由乙兼任`.
    """
    text = passage.text
    found = [("", seat) for seat in _liaisons(passage, known)] if named and "联络员" in text else []
    if ("办公室" in text or below_heading) and ("主任" in text or "办公室成员" in text):
        found.extend(_directors(passage, named, known, below_heading))
    return found


def _liaisons(passage: Passage, known: Collection[str]) -> list[Seat]:
    """`甲兼任办公室主任，某局副局长乙为联络员`: a person who is named, or who in each unit has the seat; each may still have to send one."""
    found, function = [], []
    for match in (*_LIAISON_OF_EACH.finditer(passage.text), *_LIAISON_SENT.finditer(passage.text)):
        title = passage.printed(*match.span("who"))
        function.append(Seat("联络员", "", title, "", passage, match.start(), match.end(), "office/held-by", 0.8))
    for match in _LIAISON.finditer(passage.text):
        who = next(group for group in ("who", "is", "by") if match[group])
        found.extend(_held(passage, match, match.span(who), "联络员", known))
    return [*(seat for seat in found if seat.person and seat.confidence >= 0.8), *function]


def _directors(passage: Passage, named: bool, known: Collection[str], below_heading: bool) -> list[tuple[str, Seat]]:
    """Who directs offices, who stands in for them and who sits in them, each with the body of the office (empty: the one at hand)."""
    found = _by_role(passage, known, below_heading)
    if named and not any(seat.role == "办公室主任" for _, seat in found):
        found.extend(_by_holder(passage, known))  # 甲兼任办公室主任，副主任由乙、丙兼任
    if named and not found:
        matches = (match for form in (_HOLDS_HERE, _HELD_BESIDES) for match in form.finditer(passage.text))
        found = [("", seat) for match in matches for seat in _held_in(passage, match, known)]
    if not found:
        found.extend(_behind_set_up(passage, named, known))
    for _, director in tuple(found):
        # A seat behind which the sentence goes on; `director.end` is the end of what states it.
        found.extend((found[0][0], seat) for seat in _deputies(passage, director.end, known))
    of = "" if named or not found else found[0][0]
    if named or found:
        found.extend((of, seat) for seat in _members(passage))
    return found


def _by_role(passage: Passage, known: Collection[str], below_heading: bool) -> list[tuple[str, Seat]]:
    """`办公室主任由甲兼任`; without 办公室 right before the post only where the sentence or the heading is about the office."""
    text = passage.text
    found: list[tuple[str, Seat]] = []
    for match in _HELD.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        sentence = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
        if not match["office"] and "办公室" not in sentence and not below_heading:
            continue
        of = _body(_PARTS.split(before)[-1]) if match["office"] else ""
        if not of or groups.kind_of(of):
            found.extend((of, seat) for seat in _held_in(passage, match, known))
    return found


def _by_holder(passage: Passage, known: Collection[str]) -> Iterator[tuple[str, Seat]]:
    """`甲兼任领导小组办公室主任`."""
    for match in _holds(passage.text).finditer(passage.text):
        of = match["of"].strip()
        if not of or groups.kind_of(of):
            for seat in _held_in(passage, match, known):
                yield _body(of), seat


def _deputies(passage: Passage, at: int, known: Collection[str]) -> Iterator[Seat]:
    """Who is a deputy in the words right behind a director: `，张某任副主任`, `，副主任乙、丙`."""
    while deputy := _THEN.match(passage.text, at):
        yield from _held_in(passage, deputy, known)
        at = deputy.end()
    beside = _NAMED_BESIDE.match(passage.text, at, at + _BESIDE)
    seats = _held(passage, beside, beside.span("who"), "办公室副主任", known) if beside is not None else []
    if all(seat.person and not seat.title for seat in seats):
        yield from seats


def _held_in(passage: Passage, match: re.Match[str], known: Collection[str]) -> list[Seat]:
    """The seats of those whom a match says to hold its role in an office."""
    return _held(passage, match, match.span("who"), f"办公室{match['role']}", known)


def _behind_set_up(passage: Passage, named: bool, known: Collection[str]) -> Iterator[tuple[str, Seat]]:
    """Who directs an office that the sentence before has set up, and does not name it again."""
    for one in held_behind(passage):
        of = _body(one.body)
        if (one.body and not of) or not (of or named):
            continue
        for seat in seats_of(passage, *one.who, As(one.role, "office/held-by"), known=known):
            if not one.name_alone or (seat.person and not seat.title):
                yield of, replace(seat, start=one.start, end=one.end)


def _members(passage: Passage) -> Iterator[Seat]:
    """The members of an office: persons, or whom each of the bodies sends."""
    patterns = (
        (_OFFICE_MEMBERS, "由"),
        (_OFFICE_MEMBERS_ARE, ":"),
        (_THEN_MEMBERS, "任,"),
        (_SITS_IN_OFFICE, "办公室成员"),
    )
    for pattern, needed in patterns:
        for match in pattern.finditer(passage.text) if needed in passage.text else ():
            members = _held(passage, match, match.span("who"), "办公室成员")
            yield from (seat for seat in members if seat.person or _is_sent(seat.title))


def _is_sent(title: str) -> bool:
    """Whether words are whom each of the bodies sends to the office, or one of them."""
    one = _SENT_BY_ONE.fullmatch(title)
    return _SENT.fullmatch(title) is not None or (
        one is not None and is_unit(one["body"]) and not is_crowd(one["body"])
    )


def _holds(text: str) -> re.Pattern[str]:
    """Who holds a post of the office, also under the short name the sentence gives it: `办公室（以下简称规委办），甲兼任规委办主任`."""
    short = _SHORT.search(text) if "简称" in text else None
    return (
        _HOLDS
        if short is None
        else re.compile(_HOLDS.pattern.replace("办公室(?P<role>", f"(?:办公室|{short['name']})(?P<role>"))
    )


def _held(
    passage: Passage, match: re.Match[str], who: tuple[int, int], role: str, known: Collection[str] = ()
) -> list[Seat]:
    low, high = who
    if _NOBODY_ANEW.fullmatch(passage.text, low, high):
        return []  # 由成员调整为副组长，并兼任办公室主任
    if "设" in passage.text[low:high] and (seated := _SEATED_BEFORE.match(passage.text, low, high)) is not None:
        low = seated.end()
    name = passage.printed(low, high).removesuffix("同志")
    if name in known:
        return [Seat(role, name, "", "", passage, match.start(), match.end(), "office/held-by")]
    seats = seats_of(passage, low, high, As(role, "office/held-by"), known=known)
    if len(seats) == 1:
        only = seats[0]
        return [
            Seat(
                only.role,
                only.person,
                only.title,
                only.org,
                passage,
                match.start(),
                match.end(),
                only.rule,
                only.confidence,
            )
        ]
    return seats


#: `…管理所所长` / `联席会议办公室设在…` with no stop between them: the last post of a roster is no part of the name.
_BEHIND_POST = re.compile(r"(?P<post>.{6,}(?<![河湖林田路链]长))(?P<kind>领导小组|指挥部|联席会议|专班|委员会)")


def _body(words: str) -> str:
    """The body in the words before 办公室; a bare kind (`领导小组`) is kept, for it may point past the body at hand."""
    name = _NUMBER.sub("", _GLUED_HEADING.sub("", re.sub(r"[\s“”\"]", "", words)))
    own = re.search(r"^(?P<own>.*?)(?:下设|设立)", name)
    if own:
        name = own["own"]  # 领导小组下设招生办公室
    name = _REPORTED_TO.sub("", re.sub(r"^.*?(?:其中|以上|上述)", "", name))
    name = name.removesuffix("设")
    behind = _BEHIND_POST.fullmatch(name)
    if behind is not None and is_title(behind["post"]):
        name = behind["kind"]
    return name if groups.kind_of(name) else ""
