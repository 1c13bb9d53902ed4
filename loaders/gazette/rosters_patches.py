"""Changes to a roster in sentences: 增补, 不再担任, 接替, 改任, 更换为, 由…担任.

Rules `patch/added`, `patch/removed`, `patch/replaced`, `patch/moved` and `patch/body-seat`. A sentence is read clause by clause; a verb
carries over the commas of its list (增补甲为副主任，乙为成员), and a clause without a person goes on with the one before.
Whoever takes over a seat from somebody is `added` with `replaces`; whoever leaves one is `removed`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette import lists
from loaders.gazette import rosters_patch_added as added
from loaders.gazette import rosters_patch_handed as handed
from loaders.gazette import rosters_patch_left as left
from loaders.gazette.persons import read_mentions
from loaders.gazette.rosters_chiefs_changed import read_chiefs_changed
from loaders.gazette.rosters_patch_clauses import (
    WORDS,
    clauses,
    is_seat_line,
    of_another_body,
    seat_inside,
    sentences,
    start_of,
    with_closed_labels,
)
from loaders.gazette.rosters_patch_words import Clause, State
from loaders.gazette.rosters_seats import Seat
from loaders.readers.paper import Passage

_REASON = re.compile(
    r"^(?:因|经|鉴于|根据|按照|由于|为|随着|现因|考虑到)[^,]{0,80}$|^[^,]{2,30}同志(?:工作|职务|岗位|人事)(?:变动|调整|调动)$"
)
#: `2.县招商引资工作领导小组：甲接替乙任副组长`: the body before what changes in it.
BODY_FIRST = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<body>[^,。;:()]{2,40}(?:领导小组|委员会|指挥部|专班|联席会议|工作组))\s*:(?=\s*\S)"
)
#: `甲为县发展和改革委员会副主任`: behind the name, the post in another body.
_IN_COMMITTEE = re.compile(r"(?:同志)?(?:担任|兼任|任|为)[^,。;:]{2,30}委员会(?=副?主任|委员|秘书长)")
_SETTING = re.compile(r"增补|调整|变更|充实|更换|变动|补充|替换")


_LONGEST_UNREAD = 200
#: The forms of a clause, the more telling ones first.
_FORMS = (
    added.also,
    handed.seats_of_bodies,
    handed.body_sends,
    handed.post_passes_on,
    handed.handed_on,
    handed.takes_over,
    handed.moved,
    left.former,
    left.resigns,
    left.dismissed,
    handed.held_by,
    handed.changed_to,
    handed.becomes,
    left.less,
    added.added_to,
    handed.swapped,
    added.is_added,
    added.adds,
)


def is_setting(words: str) -> bool:
    """Whether a title or heading speaks of changing a roster."""
    return bool(_SETTING.search(words))


def read_patches(passage: Passage, *, setting: bool, gone: dict[str, str], body: str) -> list[Seat]:
    """The changes a passage states. `setting`: the notice is about changing rosters, so `X任主任` is a change too.

    `gone` holds who left which role earlier in the block; it is filled further. `body` is the one at hand: a post in a 委员会 is none
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
        seats.extend(_sentence(passage, low, high, setting=setting, gone=gone))
    if body.endswith("办公室"):
        seats = [replace(seat, role=seat.role.removeprefix("办公室")) for seat in seats]
    if "委员会" in text and not body.endswith("委员会"):
        seats = [seat for seat in seats if _IN_COMMITTEE.match(passage.text, seat.end) is None]
    return [seat for seat in seats if not seat_inside(seat.title)]


def _sentence(passage: Passage, low: int, high: int, *, setting: bool, gone: dict[str, str]) -> list[Seat]:
    state = State(left=gone)
    seats: list[Seat] = []
    body = BODY_FIRST.match(passage.text, low, high)
    begin = body.end() if body else low
    for end in clauses(passage, low, high):
        start = start_of(passage.text, begin, end)
        words = passage.text[start:end].strip()
        if words and not _REASON.fullmatch(words):
            found = _clause(passage, start, end, state, setting)
            if found is None:
                continue  # the list goes on behind the comma
            seats.extend(found)
        begin = end + 1 if passage.text.startswith(",", end) else end
    return seats


def _clause(passage: Passage, start: int, end: int, state: State, setting: bool) -> list[Seat] | None:
    """The changes in `text[start:end]`; None if the words are no whole clause yet."""
    start, end = lists.trimmed(passage.text, start, end)
    words = "".join(" " if character.isspace() else character for character in passage.text[start:end])
    clause = Clause(passage, start, words, state, setting)
    for form in _FORMS:
        if (seats := form(clause)) is not None:
            return seats
    if added.begins_adding(clause):
        return None
    if state.adding:
        return added.adds_more(clause)
    for form in (left.leaves, added.takes):
        if (seats := form(clause)) is not None:
            return seats
    return None if _goes_on(clause, end) else []


def _goes_on(clause: Clause, end: int) -> bool:
    """Whether a clause that changes nothing is the beginning of a list that goes on to its verb."""
    if len(clause.words) >= _LONGEST_UNREAD:
        return False
    if "同志" in clause.words or "、" in clause.words:
        return True
    # `甲局副局长张三,乙局副局长李四,丙局局长王五任成员`: a list parted by commas
    listed = read_mentions(clause.passage, clause.start, end) if clause.setting else []
    return bool(listed) and all(mention.person and mention.title for mention in listed)
