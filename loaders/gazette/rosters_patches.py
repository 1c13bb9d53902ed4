"""Changes to a roster in sentences: 增补, 不再担任, 接替, 改任, 更换为, 由…担任.

Rules `patch/added`, `patch/removed`, `patch/replaced`, `patch/moved` and `patch/body-seat`. A sentence is read clause by clause; a verb
carries over the commas of its list (增补甲为副主任，乙为成员), and a clause without a person goes on with the one before.
Whoever takes over a seat from somebody is `added` with `replaces`; whoever leaves one is `removed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.gazette import lists
from loaders.gazette.persons import is_crowd, is_title, is_unit, read_mentions
from loaders.gazette.rosters_chiefs_changed import read_chiefs_changed
from loaders.gazette.rosters_patch_clauses import (
    ROLE,
    WORDS,
    clauses,
    is_seat_line,
    of_another_body,
    seat_inside,
    sentences,
    start_of,
    with_closed_labels,
)
from loaders.gazette.rosters_seats import Seat, seats_of
from loaders.readers.paper import Passage

_OF = r"(?:该|其|原|本|县|市|区|旗|镇|乡)?(?:[^,。;:]{0,40}?(?:领导小组|委员会|指挥部|专班|联席会议|小组|工作组|[河湖林]长制))?的?"
#: The verb: no end of 主任, 责任, 信任, and no surname (`局长任某某同志任成员`).
_BE = r"(?<![主责信])任(?![\u4e00-\u9fff]{1,2}同志)"
_ROLES = rf"(?P<role>{ROLE}(?:[、兼和及]{ROLE}){{0,3}})"
#: What may part a role as a label from the change behind it.
_MARK = r"(?:\s{0,2}:\s{0,2}|\s{1,4})?"
_END = r"(?:职务|一职|工作)?(?=[,。;、:(]|$)"
_TAKES_OVER = re.compile(
    rf"(?P<new>.{{2,160}}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;]{{2,30}}?)(?:同志)?(?:的)?(?:担任|兼任|出任|{_BE}|为)?{_OF}{_ROLES}{_END}"
)
_HANDED_ON = re.compile(
    rf"^{_OF}{_ROLES}(?:职务|一职)?(?:{_MARK}由|\s{{0,2}}:\s{{0,2}})(?P<new>.{{2,60}}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;]{{2,40}}?)(?:同志)?(?:担任|兼任|任)?$"
)
#: `委员：甲接替乙，丙接替丁`: the second, of the role said before.
_HANDED_ON_TOO = re.compile(
    r"^(?P<new>[^,。;:]{2,60}?)(?:同志)?(?:接替|替代|代替|顶替|替换)(?!为)(?P<old>[^,。;:任为]{2,40}?)(?:同志)?$"
)
_MOVED = re.compile(
    rf"(?:^原{ROLE}\s*)?(?P<who>.{{2,120}}?)(?:同志)?由{_OF}(?P<from>{ROLE})(?:改任|调整为|改为|转任|调任|变更为|升任){_OF}{_ROLES}{_END}"
)
_FORMER = re.compile(
    rf"(?P<who>.{{2,60}}?)(?:同志)?原(?:任|担任)的?{_OF}{_ROLES}(?:职务|一职)?(?:自然|同时|相应|自行|一并)?(?:免除|免去|终止|不再担任)"
)
_RESIGNS = re.compile(
    rf"(?P<who>.{{0,260}}?)(?:同志)?(?:因[^,。;]{{2,20}}?)?,?(?:均|都)?不再(?:担任|兼任|任|作为|是){_OF}{_ROLES}{_END}"
)
#: `由丙接任，乙不再担任`, of the seat said before.
_RESIGNS_IT = re.compile(r"^(?P<who>[^,。;]{2,30}?)(?:同志)?(?:均|都)?不再(?:担任|兼任)(?:该职务|此职务)?$")
#: `原委员甲因退休退出`: the seat stands before the name.
_FORMER_FIRST = re.compile(
    rf"^原{_OF}(?P<role>{ROLE})(?P<who>[^,。;]{{2,30}}?)(?:同志)?(?:因[^,。;]{{2,16}}?)?(?:(?:已|自然|自行)?(?:退出|调出|离任)|不再(?:担任|兼任|任)(?:{_OF}(?:{ROLE})|该职务|此职务)?)(?:职务)?$"
)
_DISMISSED = re.compile(rf"(?:免去|免除|撤销)(?P<who>.{{2,160}}?)(?:同志)?(?:的)?{_OF}{_ROLES}(?:职务|一职)")
#: `免去甲同志副组长、乙同志成员职务`: to each his role.
_OF_EACH = re.compile(rf"(?P<who>[^,。;、]{{2,30}}?)同志的?{_OF}(?P<role>{ROLE})(?:职务)?(?=、|$)")
_LEAVES = re.compile(rf"(?P<who>.{{2,160}}?)(?:同志)?(?:退出|调出|离开)(?:{_OF})(?P<role>{ROLE})?{_END}")
_SWAPPED = re.compile(
    rf"(?:将|把)?{_OF}(?P<role>{ROLE})?{_MARK}(?:由|将)?(?P<old>[^,。;]{{2,60}}?)(?:同志)?(?:更换|变更|调整|更改|替换|更新|改|换)为(?P<new>[^。;]{{2,80}})"
)
_OF_PLACE = ("县", "市", "区", "旗", "镇", "乡")
_ROLE_ALONE = re.compile(rf"{_ROLES}(?:职务)?")
_CHANGED_TO = re.compile(
    r"^(?:更换|变更|调整|更改|替换|改|换)为(?P<new>[^。;]{2,80})|^(?:改)?由?(?P<next>[^。;]{2,80}?)(?:同志)?(?:接任|担任|接替|兼任|任)(?:该职务|此职务)?$"
)
_HELD_BY = re.compile(
    rf"^{_OF}(?P<role>{ROLE})(?:职务|一职)?{_MARK}(?:调整)?(?:改)?由(?P<new>.{{2,120}}?)(?:同志)?(?:担任|兼任|接任|任|兼)(?=[,。;]|$)"
)
_BECOMES = re.compile(rf"^{_OF}(?P<role>{ROLE})(?:更换|变更|调整|更改|改)为(?P<new>[^。;]{{2,80}})")
#: `副指挥增加甲局局长乙同志`.
_ADDED_TO = re.compile(rf"^{_OF}(?P<role>{ROLE}){_MARK}(?:增加|增补|新增|增设|补充)(?:了|为)?(?P<new>[^。;]{{2,300}})")
#: `成员：增补甲，减少乙`.
_LESS = re.compile(rf"^(?:{_OF}(?P<role>{ROLE}){_MARK})?(?:减少|删去|删除|去掉)(?:了)?(?P<who>[^。;]{{2,200}})")
#: `甲局、乙局成员分别由丙（局长）、丁（副局长）担任`, `甲局成员由丙调整为丁`: the seats of bodies, each held by the one who is named for it.
_SEATS_OF_BODIES = re.compile(
    r"^(?P<bodies>[^,。;:()由为]{2,160}?)(?P<role>成员|组员|委员)(?:职务|一职)?(?:"
    r"(?:(?:调整|变更)为)?(?:分别|依次|改)?由(?P<who>.{2,300}?)(?:同志)?(?:担任|兼任|接任|继任|出任)"
    r"|(?:分别|依次)?(?:由(?P<old>[^,。;:]{2,40}?)(?:同志)?)?(?:调整|变更|更换|改)为(?P<new>.{2,300}))$"
)
#: `甲局由乙调整为丙`, where a roster is changed.
_BODY_SENDS = re.compile(
    r"^(?P<bodies>[^,。;:()由为、]{2,30}?):?由(?P<old>[^,。;:]{2,40}?)(?:同志)?(?:调整|变更|更换|改)为(?P<new>.{2,80})$"
)
#: `成员中县财政局局长由甲变更为乙`: the post and the seat pass on together.
_POST_PASSES_ON = re.compile(
    r"^(?P<role>成员|组员|委员)中的?(?P<post>[^,。;:()由]{4,30}?)由(?P<old>[^,。;:()]{2,12}?)(?:调整|变更|更换|改)为(?P<new>[^,。;:()]{2,12})$"
)
_ADDS = re.compile(
    rf"(?:增补|增加|新增|补充|增设|增列|增选|吸收|增聘)(?:(?:以下|下列)?(?:人员|成员|同志)?\s{{0,2}}:)?(?P<new>.{{2,900}}?)(?:同志)?(?:为|{_BE}|担任|作为){_OF}{_ROLES}{_END}"
)
_ADDS_MORE = re.compile(rf"^(?P<new>.{{2,900}}?)(?:同志)?(?:为|{_BE}|担任){_OF}{_ROLES}{_END}")
#: `甲局副局长某增补为委员`.
_IS_ADDED = re.compile(
    rf"^(?:由|将)?(?P<new>.{{2,300}}?)(?:同志)?(?:增补|增列|补充|新增|吸收|增选)(?:为|成为){_OF}{_ROLES}{_END}"
)
#: `甲局局长某、乙局局长某为新增成员`.
_IS_NEW = re.compile(
    rf"^(?:由)?(?P<new>.{{2,300}}?)(?:同志)?(?:为|{_BE}|担任|作为)(?:新增|增补|新任)(?:加)?的?{_OF}{_ROLES}{_END}"
)
_TAKES = re.compile(rf"^(?:由)?(?P<new>.{{2,160}}?)(?:同志)?(?:担任|兼任|接任|继任|出任|{_BE}|为){_OF}{_ROLES}{_END}")
#: `甲局局长某任副主任，兼任办公室主任`: another seat of whom the clause before seats.
_ALSO = re.compile(rf"^(?:并|同时)?兼任?{_OF}{_ROLES}{_END}")
_REASON = re.compile(
    r"^(?:因|经|鉴于|根据|按照|由于|为|随着|现因|考虑到)[^,]{0,80}$|^[^,]{2,30}同志(?:工作|职务|岗位|人事)(?:变动|调整|调动)$"
)
#: `2.县招商引资工作领导小组：甲接替乙任副组长`: the body before what changes in it.
BODY_FIRST = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<body>[^,。;:()]{2,40}(?:领导小组|委员会|指挥部|专班|联席会议|工作组))\s*:(?=\s*\S)"
)
#: `甲为县发展和改革委员会副主任`: behind the name, the post in another body.
_IN_COMMITTEE = re.compile(r"(?:同志)?(?:担任|兼任|任|为)[^,。;:]{2,30}委员会(?=副?主任|委员|秘书长)")
_ROLE_SPLIT = re.compile(r"[、兼和及]")
_SETTING = re.compile(r"增补|调整|变更|充实|更换|变动|补充|替换")


@dataclass(slots=True)
class _State:
    """What one clause leaves to the next."""

    adding: bool = False
    who: tuple[int, int] | None = None
    role: str = ""
    seated: tuple[int, int] | None = None  # whom the clause before gave a seat
    taken: str = ""  # the role the clause before gave to somebody
    left: dict[str, str] = field(default_factory=dict)  # role -> who left it in this block


def is_setting(words: str) -> bool:
    """Whether a title or heading speaks of changing a roster."""
    return bool(_SETTING.search(words))


def read_patches(passage: Passage, *, setting: bool, left: dict[str, str], body: str) -> list[Seat]:
    """The changes a passage states. `setting`: the notice is about changing rosters, so `X任主任` is a change too.

    `left` holds who left which role earlier in the block; it is filled further. `body` is the one at hand: a post in a 委员会 is none
    in a 领导小组.
    """
    text = passage.text
    less = ":" in text and "减少" in text  # 成员：减少甲
    plain = setting and ("任" in text or "由" in text or is_seat_line(text))
    if not less and not WORDS.search(text) and not plain:
        return []
    if len(text) > 6000:
        return []
    passage = with_closed_labels(passage)
    text = passage.text
    seats: list[Seat] = []
    for low, high in sentences(passage):
        if of_places := read_chiefs_changed(passage.cut(low, high)):
            seats.extend(of_places)
            continue
        if of_another_body(text, low, high, body):
            continue
        seats.extend(_sentence(passage, low, high, setting, left))
    if body.endswith("办公室"):
        seats = [replace(seat, role=seat.role.removeprefix("办公室")) for seat in seats]
    if "委员会" in text and not body.endswith("委员会"):
        seats = [seat for seat in seats if _IN_COMMITTEE.match(passage.text, seat.end) is None]
    return [seat for seat in seats if not seat_inside(seat.title)]


def _sentence(passage: Passage, low: int, high: int, setting: bool, left: dict[str, str]) -> list[Seat]:
    state = _State(left=left)
    seats: list[Seat] = []
    body = BODY_FIRST.match(passage.text, low, high)
    begin = body.end() if body else low
    for end in clauses(passage, low, high):
        start = start_of(passage.text, begin, end)
        words = passage.text[start:end]
        if _REASON.fullmatch(words.strip()) or not words.strip():
            begin = end + 1 if passage.text.startswith(",", end) else end
            continue
        found = _clause(passage, start, end, state, setting)
        if found is None:
            continue  # the list goes on behind the comma
        seats.extend(found)
        begin = end + 1 if passage.text.startswith(",", end) else end
    return seats


def _clause(passage: Passage, start: int, end: int, state: _State, setting: bool) -> list[Seat] | None:
    """The changes in `text[start:end]`; None if the words are no whole clause yet."""
    start, end = lists.trimmed(passage.text, start, end)
    words = "".join(" " if character.isspace() else character for character in passage.text[start:end])

    def at(match: re.Match[str], name: str) -> tuple[int, int]:
        low, high = match.span(name)
        if words.startswith("同志", high):
            high += 2  # it says that a name ends here
        return start + low, start + high

    def seats(
        span: tuple[int, int], roles: str, rule: str, action: str, replaces: str = "", sure: float = 0.95
    ) -> list[Seat]:
        found: list[Seat] = []
        for role in _roles(roles):
            got = seats_of(passage, *span, role=role, rule=rule, action=action, replaces=replaces, confidence=sure)
            found.extend(seat for seat in got if seat.person or seat.org or action == "added")
        if found:
            state.who, state.seated = span, span if action == "added" else None
        return found

    def left(span: tuple[int, int], roles: str) -> list[Seat]:
        state.role = roles  # 由乙担任 in the next clause is about it
        gone = seats(span, roles, "patch/removed", "removed")
        for seat in gone:
            state.left[seat.role] = "" if len({one.person for one in gone}) > 1 else seat.person
        return gone

    if state.seated and (match := _ALSO.search(words)):
        # Who he is elsewhere is printed before his other seat.
        return [replace(seat, title="") for seat in seats(state.seated, match["role"], "patch/added", "added")]
    if setting and (match := _SEATS_OF_BODIES.search(words)) and _are_bodies(bodies := match["bodies"].split("、")):
        old = _name(passage, at(match, "old")) if match["old"] else ""
        got = seats(at(match, "who" if match["who"] else "new"), match["role"], "patch/body-seat", "added", old, 0.9)
        return got if len(got) == len(bodies) and all(seat.person for seat in got) else []
    if setting and (match := _BODY_SENDS.search(words)) and _are_bodies([match["bodies"]]):
        got = seats(at(match, "new"), "成员", "patch/body-seat", "added", _name(passage, at(match, "old")), 0.8)
        return got if len(got) == 1 and got[0].person and got[0].replaces else []
    if setting and (match := _POST_PASSES_ON.search(words)) and is_title(match["post"]):
        got = seats(at(match, "new"), match["role"], "patch/replaced", "added", _name(passage, at(match, "old")))
        post = passage.printed(*at(match, "post"))
        return [replace(seat, title=post) for seat in got if seat.person and seat.replaces and not seat.title]
    if match := _HANDED_ON.search(words):
        old = _name(passage, at(match, "old"))
        state.taken = _roles(match["role"])[0]
        return seats(at(match, "new"), match["role"], "patch/replaced", "added", old)
    if state.taken and (match := _HANDED_ON_TOO.search(words)):
        return seats(at(match, "new"), state.taken, "patch/replaced", "added", _name(passage, at(match, "old")))
    if match := _TAKES_OVER.search(words):
        old = _name(passage, at(match, "old"))
        return seats(at(match, "new"), match["role"], "patch/replaced", "added", old)
    if match := _MOVED.search(words):
        span = at(match, "who")
        gone = seats(span, match["from"], "patch/moved", "removed")
        return [*seats(span, match["role"], "patch/moved", "added"), *gone]
    if match := _FORMER_FIRST.search(words):
        return left(at(match, "who"), match["role"])
    if match := _FORMER.search(words):
        return seats(at(match, "who"), match["role"], "patch/removed", "removed")
    if "不再" in words and (match := _RESIGNS.search(words)):
        low, high = at(match, "who")
        return left((low, high) if match["who"].strip() else state.who or (low, low), match["role"])
    if state.taken and (match := _RESIGNS_IT.search(words)):
        return left(at(match, "who"), state.taken)
    if match := _DISMISSED.search(words):
        each = list(_OF_EACH.finditer(words, match.start("who"), match.end("role")))
        if len(each) > 1 and each[0].start() == match.start("who"):
            return [seat for one in each for seat in left(at(one, "who"), one["role"])]
        return left(at(match, "who"), match["role"])
    if match := _HELD_BY.search(words):
        role = match["role"]
        if not setting and not state.left.get(_roles(role)[0]):
            return []
        state.taken = _roles(role)[0]
        return seats(at(match, "new"), role, "patch/replaced", "added", state.left.get(state.taken, ""))
    if state.role and (match := _CHANGED_TO.search(words)):
        span = at(match, "new") if match["new"] else at(match, "next")
        return seats(span, state.role, "patch/replaced", "added", state.left.get(_roles(state.role)[0], ""))
    if setting and (match := _BECOMES.search(words)):
        return seats(at(match, "new"), match["role"], "patch/replaced", "added", sure=0.9)
    if (match := _LESS.search(words)) and (match["role"] or state.role):
        return seats(at(match, "who"), match["role"] or state.role, "patch/removed", "removed")
    if match := _ADDED_TO.search(words):
        state.role = _roles(match["role"])[0]  # 减少乙 in the next clause is about it
        return seats(at(match, "new"), match["role"], "patch/added", "added")
    if any(word in words for word in ("更换为", "变更为", "调整为", "替换为", "更改为", "更新为", "换为", "改为")) and (
        match := _SWAPPED.search(words)
    ):
        if not match["role"] and (turned := _ROLE_ALONE.fullmatch(match["new"])) is not None:
            # `甲局局长乙调整为副主任`: of his own seat, not of who comes.
            low, high = at(match, "old")
            low -= passage.text[low - 1 : low] in _OF_PLACE and low > start  # 县气象局局长
            got = seats((low, high), turned["role"], "patch/moved", "added", sure=0.9) if setting else []
            return [seat for seat in got if seat.person]
        old = _name(passage, at(match, "old"))
        role = _roles(match["role"])[0] if match["role"] else ("成员" if setting else "")
        if not old and match["role"]:
            gone = seats(at(match, "old"), role, "patch/removed", "removed", sure=0.9)
            if len(gone) < 2 or not all(seat.person for seat in gone):
                return []  # 甲、乙调整为丙、丁: who took whose seat is not said
            return [*seats(at(match, "new"), role, "patch/added", "added", sure=0.9), *gone]
        return (
            seats(at(match, "new"), role, "patch/replaced", "added", old, 0.9 if match["role"] else 0.7)
            if role and old
            else []
        )
    if match := _IS_ADDED.search(words):
        return seats(at(match, "new"), match["role"], "patch/added", "added")
    if match := _IS_NEW.search(words):
        return seats(at(match, "new"), match["role"], "patch/added", "added")
    if match := _ADDS.search(words):
        state.adding = True
        return seats(at(match, "new"), match["role"], "patch/added", "added")
    if any(word in words for word in ("增补", "增加", "新增", "补充", "增列", "吸收")):
        return None
    if state.adding:
        match = _ADDS_MORE.search(words)
        return seats(at(match, "new"), match["role"], "patch/added", "added") if match else None
    if (match := _LEAVES.search(words)) and match["role"]:
        return seats(at(match, "who"), match["role"], "patch/removed", "removed")
    if setting and (match := _TAKES.search(words)):
        got = seats(at(match, "new"), match["role"], "patch/added", "added", sure=0.9)
        return [seat for seat in got if seat.person]
    if len(words) >= 200:
        return []
    if any(word in words for word in ("同志", "、")):
        return None
    # `甲局副局长张三,乙局副局长李四,丙局局长王五任成员`: a list parted by commas goes on to its verb.
    listed = read_mentions(passage, start, end) if setting else []
    return None if listed and all(mention.person and mention.title for mention in listed) else []


def _are_bodies(words: list[str]) -> bool:
    return all(is_unit(one.strip()) and not is_crowd(one) for one in words)


def _roles(words: str) -> list[str]:
    """`副主任兼秘书长` -> two roles; the body before 办公室主任 dropped; 成员单位 sit as members."""
    return [
        re.sub(r"^(?:领导小组|委员会|指挥部|专班)(?=办公室)", "", role).replace("成员单位", "成员")
        for role in _ROLE_SPLIT.split(words)
        if role
    ]


def _name(passage: Passage, span: tuple[int, int]) -> str:
    """The name in the words for somebody who is replaced (`县…局原局长梁栋` -> `梁栋`)."""
    seats = seats_of(passage, *span, role="", rule="")
    return seats[0].person if len(seats) == 1 else ""
