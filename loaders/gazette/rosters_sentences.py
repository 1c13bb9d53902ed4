"""Rosters printed in a sentence: `由…任组长，…任副组长，…为成员`, `组长由…担任`, `指挥部由…组成`.

Rules `roster/sentence`, `roster/role-held-by` and `roster/composed-of`. A sentence counts only where a body is at hand
and a leader's role is printed (or the body's name opens `由…组成`): running text is full of 为成员 and 任主任.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from loaders.gazette import groups
from loaders.gazette.groups_stations import chief_of
from loaders.gazette.name_tokens import items as items_of
from loaders.gazette.persons import is_crowd, is_rare_name, is_title, is_unit
from loaders.gazette.rosters_elected import read_elected
from loaders.gazette.rosters_members_said import read_behind_chief, read_lead_said, read_members_said
from loaders.gazette.rosters_names_said import read_names_said
from loaders.gazette.rosters_said_plainly import read_plainly
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.gazette.rosters_turns import read_in_turn
from loaders.gazette.subjects import begins_name
from loaders.readers.paper import Passage

_RANKED = "组长|主任委员|主任|召集人|总召集人|指挥长|总指挥|指挥|会长|理事长|秘书长|河长|总河长|湖长|河湖长|林长|总林长|路长|田长|链长|队长|领队|主席|政委"
_ROLE = rf"(?:第[一二三四]|常务|执行|名誉|总|联合|共同|兼职|前线|现场|日常(?:事务|工作))*副?(?:{_RANKED})|成员单位|成员|组员|队员|委员|工作人员|顾问|联络员"
_HOLDS = re.compile(
    rf"(?:分别|共同|同时|一并)?(?:担任|兼任|任|为|当|作为)(?:该|本)?(?P<of>[^\s,。;:、任为由]{{0,30}}?(?:领导小组|工作组|专班|小组|指挥部|委员会|联席会议))?双?(?P<role>{_ROLE})(?=[,。;、的和及)]|$|,|并(?:负责|主持))"
)
_HELD = re.compile(
    rf"(?P<role>{_ROLE})(?:单位)?(?:一职)?(?:[一二三四五六七八九两\d]{{1,2}}[名人位],?)?(?:分别)?(?:均)?由(?P<who>[^。;:]{{2,300}}?)(?:共同|分别|同时)?(?:担任|兼任|(?<!主)任|组成|兼)(?=[,。;、)]|$)"
)
#: A sentence on the members alone: `领导小组成员由县财政局分管副局长、…担任`, `二、成员由县教育局、县公安局主要负责同志组成`.
_MEMBERS_HELD = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|第[一二三四五六七八九十]{1,3}条\s+)?[\u4e00-\u9fff]{0,30}?(?:组|专班|指挥部|会议|委员会)?(?P<role>成员|组员|委员)(?:分别)?由(?P<who>[^,。;:]{4,300}?)(?:(?:分别)?担任|(?:共同)?组成)[。;]?\s*"
)
#: What `read_roles` cannot do without.
ROLE_IS = re.compile(rf"(?:{_RANKED}|成员|单位|组员|委员|顾问|联络员)(?:分别)?(?:为|是|有:|包括:)|成员单位[由包有]")
#: `副召集人为甲、乙`, `成员为各部门负责人` at the head of a clause.
_IS = re.compile(
    rf"(?:^|(?<=[,。;]))\s*(?P<role>{_ROLE})(?:分别)?(?:(?:为|是):?|(?:有|包括):)(?P<who>[^。;:]{{2,400}}?)(?=[。;]|$|,(?:{_ROLE})(?:分别)?(?:由|为|是))"
)
_UNITS = re.compile(
    r"成员单位(?:由|包括|包含|有|分别为|分别是|(?<=[。;]成员单位):)\s*(?P<who>[^。;:]{4,800}?)(?:等(?:单位|部门)?)?(?:共同)?(?:组成|构成)?(?=[。;]|$)"
)
_OF_OWN = re.compile(
    r"(?:^|(?<=[,。;:、]))(?P<body>[\u4e00-\u9fff]{2,24}?(?:领导小组|指挥部|专班|联席会议|委员会|工作组|小组))(?P<role>(?:第一|常务|执行)?副?(?:组长|总指挥|指挥长|召集人))由(?P<who>[^,。;:]{2,60}?)(?:同志)?(?:担任|兼任)(?=[,。;]|$)"
)
#: `下设三个工作组：宣传组，组长由甲担任；巡护组组长乙`: the chief of a part of the body, named beside its name.
_OF_A_PART = re.compile(
    r"(?:^|(?<=[,。;:、]))(?P<body>(?!领导)[\u4e00-\u9fff]{2,10}?(?<!领导小)(?<!工作)(?:组|专班|[分小支]队))[,:]?(?P<role>(?:常务|执行)?副?(?:组长|队长|召集人))"
    r"(?:(?P<by>由)|[:为是])?(?P<who>[^,。;:、由]{2,40}?)(?:同志)?(?:担任|兼任|任|兼)?(?=[,。;]|$)"
)
#: The same the other way round: `抢险组由甲任组长，技术组由乙任组长`.
_PART_LED = re.compile(
    r"(?:^|(?<=[,。;:、]))(?P<body>(?!领导)[\u4e00-\u9fff]{2,10}?(?<!领导小)(?<!工作)(?:组|专班|[分小支]队))由(?P<who>[^,。;:、由]{2,40}?)(?:同志)?(?:担任|兼任|任|兼)(?P<role>(?:常务|执行)?副?(?:组长|队长|召集人))(?=[,。;、]|$)"
)
_PARTS_FOLLOW = re.compile("下设|分设|设[立置]?[^。;]{0,12}组|成立|分为|组建|组长由")
_COMPOSED = re.compile(
    r"(?P<body>[^,。;:]{0,40}?)(?P<by>由|在)(?P<who>[^,。;:]{2,300}?)(?:(?:等|等?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[个家])(?:有关|相关)?)?(?:成员)?(?:部门和单位|单位和部门|人员|单位|部门|同志)?(?:共同)?(?:组成|构成)(?=[,。;]|$|\((?:具体)?(?:人员|成员)?名单)"
)
_LEADS = re.compile(
    r"[,。;]\s*(?:其中)?,?(?P<unit>[\u4e00-\u9fff]{2,24}?)(?:为|是|作为|任)(?P<role>牵头(?:单位|部门))(?=[,。;]|$)"
)
LEADER = re.compile(r"组长|总指挥|指挥长|指挥(?=$|由)|召集人|主任委员|总[河湖林田路]{1,2}长|会长|理事长")
_CHIEF = re.compile(rf"{LEADER.pattern}|(?<!副)主任|主席")
_OTHER_CHIEF = re.compile("(?<!副)[队所站校院]长$")
#: `由甲任所长`, of a house that has such a chief.
HOUSE_LED = re.compile("任[所站校院]长|[所站校院]长(?:分别)?由")
#: `组建抢险队，由甲任队长`: in other bodies a 队长 sits as who he is elsewhere.
_CHIEF_OF_TEAM = re.compile(rf"{LEADER.pattern}|(?<!大)队长")
_CHOSEN = re.compile("代表|指定|推荐|推选|选举|业主|各|有关|相关")
#: `成员由甲局、乙局有关人员组成`: nobody is chosen, the bodies are named.
_THEIR_PEOPLE = re.compile("(?<=[\u4e00-\u9fff])(?:有关|相关|抽调)(?:工作)?人员$")
#: `成员由甲局、乙局等有关部门、单位负责人组成`: the same of bodies of which some are named.
_OF_SUCH = re.compile(
    "等(?:有关|相关)(?:单位[和、]部门|部门[和、]单位|单位|部门)的?(?:主要|分管)?(?:负责人|负责同志)?$"
)
#: `每组由1名市领导任组长`, `设立若干专项机构，分管副市长任总指挥` say nothing of the body at hand.
_OF_EACH = re.compile("每[个支]?(?:工作|专项)?(?:小?组|队)|若干[^,。;]{0,12}(?:机构|指挥部|专班|组),")
#: `各学院成立工作组，组长由院长担任`: what others are to found is no part of the body at hand.
_EACH_FOUNDS = re.compile(
    r"\s*(?:(?:第[一二三四五六七八九十]{1,3}条|[(]?[一二三四五六七八九十\d]{1,3}[)、.])\s*)?各[\u4e00-\u9fff、]{1,24}?(?:成立|设立|组建)[^,。;]{2,24}[组部会班],"
)
_LEAD_IN = re.compile(r"[,、;。:\s]*(?:(?:由|以|和|及|与|并|其中|另|推选|明确|聘请|请)(?=[\u4e00-\u9fff]{2}))?")
#: What introduces the first holder of a sentence.
_OPENING = re.compile(
    r"(?:^|[,。;:]|(?:成立|组建|设立|建立)了?|领导小组|专班|指挥部|联席会议|小组|委员会|工作组|[防抗震灾火]指|演练|演习|(?<=[组班部会])\([^()]{2,24}\),?|组[ \u3000]+|[。;:]?\s*第[一二三四五六七八九十]{1,2}[\u4e00-\u9fff]{1,6}组)(?:由|以)|(?:领导小组|专班|指挥部|联席会议|小组|委员会|工作组)[^,。;]{0,12}[,:]|如下[,:]|(?:成立|组建|设立|建立)了(?=[\u4e00-\u9fff]{2})|^\s*(?:经[^,]{2,30}|决定|成立)[^,]{0,40},"
)
_OTHER_BODY = re.compile(r"的(?P<body>[\u4e00-\u9fff]{0,40}?(?:领导小组|专班|指挥部|工作组|小组|委员会))")
_LISTED = re.compile(r"和|或者|或|以及|及")


def read_sentences(passage: Passage, body: str) -> list[tuple[str, Seat]]:
    """The seats a passage states, each with the body the sentence itself names (empty: the one at hand, `body`)."""
    text = passage.text
    found: list[tuple[str, Seat]] = []
    leads = _leads(body)
    for low, high in _sentences(text) if body else ():
        if _EACH_FOUNDS.match(text, low, high):
            continue
        if leads.search(text, low, high):
            held = _holding(passage, low, high, body)
            found.extend(("", seat) for seat in held if not _leads_part(text, seat, body))
            found.extend(("", seat) for seat in _held(passage, low, high, body) if not _is_of_part(text, seat, body))
        elif "担任" in text or "组成" in text:
            found.extend(("", seat) for seat in _members_held(passage, low, high))
    if body and ("为" in text or "是" in text or "成员" in text):
        found.extend(("", seat) for seat in read_roles(passage))
    found.extend(("", seat) for seat in (*read_members_said(passage, body), *read_lead_said(passage, body)))
    parts = list(_of_parts(passage, body))
    in_parts = {seat.start for _, seat in parts}
    found = [*(one for one in found if one[1].start not in in_parts), *parts]
    if "由" in text and (not body or not groups.is_generic(body)):
        found.extend(_own_body(passage, body))
    if "组成" in text or "构成" in text:
        found.extend(_composed(passage, body))
    turns = [*read_in_turn(passage), *read_names_said(passage), *read_elected(passage)]
    told = {(seat.role, seat.person) for _, seat in turns}
    turns.extend(one for one in read_plainly(passage, body) if (one[1].role, one[1].person) not in told)
    of_parts = {(seat.role, seat.person) for _, seat in turns}
    return [*_once([one for one in found if one[0] or (one[1].role, one[1].person) not in of_parts]), *turns]


def _sentences(text: str) -> list[tuple[int, int]]:
    edges = [0, *(match.end() for match in re.finditer("[。\n]", text)), len(text)]
    return [(low, high) for low, high in pairwise(edges) if high > low]


def _holding(passage: Passage, low: int, high: int, body: str) -> list[Seat]:
    """`由A任组长，B、C任副组长，D为成员`: the words between two roles hold the next one."""
    matches = list(_with(_HOLDS, _of_house(body)).finditer(passage.text, low, high))
    if not _has_chief([match for match in matches if _is_of(match["of"], body)], body):
        return []
    seats: list[Seat] = []
    begin = low
    for match in matches:
        start = _skip(passage.text, begin, match.start(), first=begin == low)
        for other in _with(_HELD, _of_house(body)).finditer(passage.text, start, match.start()):
            start = _skip(passage.text, other.end(), match.start(), first=False)  # 组长由甲担任,乙任副组长
        in_turn = passage.text.rfind("分别由", start, match.start())
        start = in_turn + 3 if in_turn >= 0 else start
        after = _OTHER_BODY.match(passage.text, match.end())
        begin = after.end() if after else match.end()
        if not _is_of(match["of"], body):
            continue
        if (after and not _fits(after["body"], body)) or _OF_EACH.search(passage.text, start, match.start()):
            continue
        if "办公室" in passage.text[start : match.start()] and match["role"].endswith("主任"):
            continue
        role = "成员" if match["role"] == "成员单位" else match["role"]
        held = seats_of(passage, start, match.start(), As(role, "roster/sentence", 0.95))
        seats.extend(held or _rare_name(passage, start, match, role))
    return [*_led(seats), *read_behind_chief(passage, matches[-1].end())]


def _rare_name(passage: Passage, start: int, match: re.Match[str], role: str) -> list[Seat]:
    """`由特木某任总指挥`: who holds the role of a chief, if the words before it make up nothing but a name without a surname."""
    words = passage.cut(start, match.start()).printed_folded().removesuffix("同志")
    if not LEADER.search(role) or not match.group().startswith(("任", "担任", "兼任")) or not is_rare_name(words):
        return []
    end = start + len(passage.text[start : match.start()].rstrip().removesuffix("同志"))
    return [Seat(role, passage.printed(start, end), "", "", passage, start, end, "roster/sentence", 0.8)]


def _leads(body: str) -> re.Pattern[str]:
    """The words for who leads a body of its kind."""
    chief = chief_of(body)
    if chief and chief != "队长":
        return _chief_of_house(chief)
    return _CHIEF if body.endswith("委员会") else _CHIEF_OF_TEAM if body.endswith("队") else LEADER


def _of_house(body: str) -> str:
    """What the chief of a house is called, where it is no role of other bodies; empty for another body."""
    chief = chief_of(body)
    return "" if chief in ("主任", "队长") else chief


@lru_cache(maxsize=16)
def _chief_of_house(chief: str) -> re.Pattern[str]:
    return re.compile(rf"{LEADER.pattern}|(?<!副){chief}")


@lru_cache(maxsize=16)
def _with(pattern: re.Pattern[str], chief: str) -> re.Pattern[str]:
    """A pattern on roles with the one more that leads a house."""
    return re.compile(pattern.pattern.replace(_RANKED, f"{_RANKED}|{chief}")) if chief else pattern


def _has_chief(matches: list[re.Match[str]], body: str) -> bool:
    """Whether one of the roles a sentence gives leads the body: that of a 委员会 is its 主任."""
    leads = _leads(body)
    return any(leads.search(match["role"]) for match in matches)


def _led(seats: list[Seat]) -> list[Seat]:
    """The seats, if who leads is a person or holds a post; measures say of a 委员会 what crowd its 主任 is chosen from."""
    chiefs = [seat for seat in seats if _CHIEF.search(seat.role) or _OTHER_CHIEF.search(seat.role)]
    if any(LEADER.search(seat.role) for seat in chiefs):
        return seats
    held = [seat.person or (is_title(seat.title) and not _CHOSEN.search(seat.title)) for seat in chiefs]
    return seats if held and all(held) else []


def _held(passage: Passage, low: int, high: int, body: str) -> list[Seat]:
    """`组长由A担任，副组长由B、C担任，成员由D、E组成`."""
    seats: list[Seat] = []
    matches = list(_with(_HELD, _of_house(body)).finditer(passage.text, low, high))
    if not _has_chief(matches, body):
        others = list(_with(_HOLDS, _of_house(body)).finditer(passage.text, low, high))
        return _members_behind(passage, matches) if _has_chief(others, body) else []
    for match in matches:
        before = passage.text[max(low, match.start() - 60) : match.start()]
        if before.endswith("办公室") or ("办公室" in before and match["role"].endswith("主任")):
            continue
        role = "成员" if match["role"] == "成员单位" else match["role"]
        start, end = match.span("who")
        seats.extend(seats_of(passage, start, end, As(role, "roster/role-held-by", 0.95)))
    return [*_led(seats), *read_behind_chief(passage, matches[-1].end())]


def _members_behind(passage: Passage, matches: list[re.Match[str]]) -> list[Seat]:
    """`由甲任指挥长，…，成员由乙局、丙局主要负责人组成`: the members behind a chief who is said the other way round."""
    seats: list[Seat] = []
    for match in matches:
        who = _THEIR_PEOPLE.sub("", _OF_SUCH.sub("", match["who"]))
        if match["role"] in ("成员", "成员单位", "组员") and not _CHOSEN.search(who):
            seats.extend(seats_of(passage, *match.span("who"), As("成员", "roster/role-held-by", 0.95)))
    return [seat for seat in seats if seat.org or _is_held(seat)]


def _is_held(seat: Seat) -> bool:
    """Whether a seat is a person's, a post's or a function's: `县水利局主要负责同志`."""
    return bool(seat.person) or is_title(seat.title) or is_crowd(seat.title)


def _members_held(passage: Passage, low: int, high: int) -> list[Seat]:
    """`领导小组成员由A局局长、B局分管副局长担任`, all the sentence says; none if somebody is still to be chosen."""
    match = _MEMBERS_HELD.fullmatch(passage.text, low, high)
    if match is None or _CHOSEN.search(match["who"]) or passage.text.endswith("办公室", low, match.start("role")):
        return []
    seats = seats_of(passage, *match.span("who"), As(match["role"], "roster/role-held-by", 0.9))
    composed = "组成" in passage.text[match.end("who") :]
    fits = all(_is_held(seat) or (composed and seat.org) for seat in seats)
    return seats if len(seats) > 1 and fits else []


def read_roles(passage: Passage) -> list[Seat]:
    """`副召集人为A、B`: counted only if every item is a person with a title, a body or a function."""
    found: list[Seat] = []
    for match in _UNITS.finditer(passage.text):
        seats = seats_of(passage, *match.span("who"), As("成员", "roster/role-is", 0.9))
        if len(seats) > 1 and all(seat.org or is_crowd(seat.title) for seat in seats):
            found.extend(seats)
    for match in _IS.finditer(passage.text):
        role = "成员" if match["role"] == "成员单位" else match["role"]
        low, high = match.span("who")
        seats = seats_of(passage, low, high, As(role, "roster/role-is", 0.9))
        items = list(items_of(passage.text, low, high))
        if seats and all(seat.org or seat.title for seat in seats) and len(seats) * 2 > len(items):
            found.extend(seats)
    return found


def _of_parts(passage: Passage, body: str) -> Iterator[tuple[str, Seat]]:
    """The chiefs of parts of the body at hand; a name alone counts where the sentence founds the parts."""
    text = passage.text
    if "长" not in text or not _PARTS_FOLLOW.search(text) or not (body or "下设" in text):
        return
    for match in (*_OF_A_PART.finditer(text), *_PART_LED.finditer(text)):
        if groups.same_body(match["body"], body) or groups.is_generic(match["body"]):
            continue
        seats = seats_of(passage, *match.span("who"), As(match["role"], "roster/part-led-by", 0.9))
        if seats and all(seat.person for seat in seats):
            members = read_behind_chief(passage, match.end(), composed=True)
            yield from ((match["body"], seat) for seat in (*seats, *members))


def _leads_part(text: str, seat: Seat, body: str) -> bool:
    """Whether a seat read for the body at hand is said of one of its parts: `抢险组由甲任组长`."""
    for match in _PART_LED.finditer(text, max(0, seat.start - 80), min(len(text), seat.end + 8)):
        if match.start() <= seat.start < match.end("who"):
            return not groups.same_body(match["body"], body) and not groups.is_generic(match["body"])
    return False


def _is_of_part(text: str, seat: Seat, body: str) -> bool:
    """Whether a seat read for the body at hand stands behind the name of one of its parts (`宣传组，组长由甲担任`)."""
    for match in _OF_A_PART.finditer(text, max(0, seat.start - 80), min(len(text), seat.end + 4)):
        if match.start("who") <= seat.start < match.end("who"):
            return not groups.same_body(match["body"], body) and not groups.is_generic(match["body"])
    return False


def _own_body(passage: Passage, body: str) -> list[tuple[str, Seat]]:
    """`校务督查小组组长由工会主席甲担任`: the sentence names the body itself; only named persons count."""
    found: list[tuple[str, Seat]] = []
    for match in _OF_OWN.finditer(passage.text):
        name = "".join(match["body"].split())
        if groups.is_generic(name) or (body and groups.same_body(name, body)):
            continue
        seats = seats_of(passage, *match.span("who"), As(match["role"], "roster/role-held-by", 0.85))
        if seats and all(seat.person for seat in seats):
            found.extend((name, seat) for seat in seats)
    return found


def _composed(passage: Passage, body: str) -> list[tuple[str, Seat]]:
    """`…指挥所由本级政府、有关部门负责人等组成`: members by unit or function, seldom persons."""
    found: list[tuple[str, Seat]] = []
    for match in _COMPOSED.finditer(passage.text):
        name = re.sub(r"[\s“”\"]", "", match["body"])
        if name.endswith(("成员", "组成人员", "人员")):
            name = re.sub(r"(?:组成人员|成员单位|成员|人员)$", "", name)
        if not name and body and match["by"] == "由" and passage.text.endswith(f"{body},", 0, match.start()):
            name = body  # 设立甲县前方指挥所,由…组成
        if not name or not groups.kind_of(name):
            continue
        if name.endswith(("委员会", "机构")) and not body:
            continue
        own = "" if groups.is_generic(name) or (body and (name.endswith(body) or body.endswith(name))) else name
        if (not own and not body) or re.search(r"\d|代表|推荐|人数|单数|选举", match["who"]):
            continue
        low, high = match.span("who")
        seats = [
            seat
            for start, end in _parts(passage.text, low, high)
            for seat in seats_of(passage, start, end, As("成员", "roster/composed-of", 0.8))
        ]
        found.extend((own, seat) for seat in [*seats, *_lead_among(passage, match.end(), seats)])
    return found


def _lead_among(passage: Passage, start: int, seats: list[Seat]) -> list[Seat]:
    """`由甲局、乙局组成，甲局为牵头单位`: the seat of the one that leads, if it is one of them."""
    match = _LEADS.match(passage.text, start)
    name = passage.printed(*match.span("unit")) if match is not None else ""
    if match is None or not any(seat.org == name for seat in seats):
        return []
    return [Seat(match["role"], "", "", name, passage, *match.span("unit"), "roster/lead-unit", 0.9)]


def _parts(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """`本级政府和有关部门、人民武装部负责人` parted at 和 where both sides end as units; 或 stays inside one title's alternatives."""
    edges = [low]
    for match in _LISTED.finditer(text, low, high):
        # 市文化和旅游局 is one body: before a mark that parts, a unit or a function has ended.
        before = text[max(edges[-1], text.rfind("、", low, match.start()) + 1) : match.start()]
        if is_unit(before) or is_title(before) or is_crowd(before):
            edges.extend(match.span())
    edges.append(high)
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if text[start:end].strip()]


def _skip(text: str, start: int, end: int, *, first: bool) -> int:
    """Over what leads in to a holder: `经研究,决定成立…指挥部,由` before the first, a mark before the others."""
    if first:
        for opening in _OPENING.finditer(text, start, end):
            start = opening.end()
    lead = _LEAD_IN.match(text, start, end)
    if lead is None or (lead.group().endswith("和") and begins_name(text, lead.end() - 1, ())):
        return start if lead is None else lead.end() - 1  # 、和建国（县财政局局长）为成员
    return lead.end()


def _is_of(said: str | None, body: str) -> bool:
    """Whether a role is one in the body at hand by what stands before it: nothing, its kind alone, or its name."""
    return not said or groups.is_generic(said) or groups.same_body(said, body) or body.endswith(said)


def _fits(other: str, body: str) -> bool:
    """Whether `…的领导小组` behind a role is the body at hand."""
    return groups.same_body(other, body) or body.endswith(other) or groups.kind_of(other) == groups.kind_of(body)


def _once(found: list[tuple[str, Seat]]) -> list[tuple[str, Seat]]:
    seen: set[tuple[str, str, str, str, str]] = set()
    kept = []
    for own, seat in found:
        key = (own, seat.role, seat.person, seat.title, seat.org)
        if key not in seen:
            seen.add(key)
            kept.append((own, seat))
    return kept
