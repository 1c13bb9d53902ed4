"""Sentences that change a roster, cut into what each of them says: labels closed up, sentences, clauses and lines.

A sentence ends at its stop; of lines without stops each that changes a seat of its own is one. A clause ends at a comma outside
brackets, or with the line that gives its person a role where the next line gives one too (`增补：甲局局长乙为副主任` / `丙局局长丁为成员`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from loaders.gazette.rosters_labels import labels_of, spaced_label
from loaders.readers.paper import Passage

#: A role that a change names, as a piece of a pattern.
ROLE = (
    r"(?:(?:领导小组|委员会|指挥部|专班)?办公室(?:常务|专职)?副?主任|(?:第[一二三四]|常务|执行|名誉|专职|兼职|总|联合)*副?(?:组长|主任委员|主任|召集人|总召集人|指挥长|总指挥|指挥(?![部所中])|会长|理事长"
    r"|秘书长|主席|河长|总河长|林长|总林长|湖长|河湖长|总河湖长|田长|路长|链长)|成员单位|成员|组员|委员|(?:常务)?理事(?![长会])|顾问|联络员|编委|主编)"
)
#: The words of a change, one of which a passage must hold.
WORDS = re.compile(
    "增补|增加|新增|补充|增设|增列|增选|吸收|不再|接替|代替|改任|更换|变更|调整为|免去|免除|退出|调出|替换|改由|改为|接任"
)
_LEAD = re.compile(
    r"\s*(?:[-*●■◆◇○□▲★]\s*)?(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|[①-⑳]\s*|第[一二三四五六七八九十]{1,3}条\s+)?(?:同时|现|另|其中|并|决定)?[,:]?(?:由(?=[\u4e00-\u9fff]))?"
)
#: A line that begins with the role in which it changes something.
_ROLE_FIRST = re.compile(rf"\s*(?:将|把)?原?{ROLE}\s*(?::|由|[\u4e00-\u9fff])")
#: One that ends with it, and what no line of its own begins with.
_ROLE_LAST = re.compile(rf"{ROLE}(?:职务)?\s*\Z")
_GOES_ON = re.compile(r"\s*(?:[,、。;:()兼和及并]|职务|一职|以及|同时)")
_LONGEST_ROLE = 24
#: Where words give a person a role, and end: a line of its own in a list of changes.
_SEATED = re.compile(rf"(?:为|担任|作为|(?<![主责信])任)[^,。;:]{{0,20}}?{ROLE}(?:职务)?\s*\Z")
_SEATS = re.compile(rf"(?:为|担任|作为|(?<![主责信])任)[^,。;:]{{0,20}}?{ROLE}")
#: What a line begins with that ends a word of the one above: `为成员` / `单位`.
_REST = re.compile(r"\s*(?:单位|的|会|同志)")
_SEAT_LINE = re.compile(rf"[^。;:,]{{4,}}为{ROLE}(?:职务)?[。;,]?\s*")
_LONGEST_LINE = 80
#: A title that holds the seat of somebody: two entries were run together.
_SEAT_INSIDE = re.compile(rf"(?:为|担任|增补|新增){ROLE}")


#: `甲联席会议办公室主任由…担任`: whose seat a sentence changes, at its beginning; before a name it is a post (县发展和改革委员会主任某).
_BODY_NAMED = re.compile(
    rf"{_LEAD.pattern}(?:原|将|把)?(?P<body>(?:(?![任由为将增补接替免]|不再|同志|[局科部处]长)[\u4e00-\u9fff]){{3,36}}?(?P<kind>领导小组|联席会议|指挥部|委员会))的?{ROLE}(?:职务|一职)?(?=由|改|调整|变更|更换|增|:)"
)
_PLACE_BEFORE = re.compile("^[\u4e00-\u9fff]{0,8}?[省市县区旗州盟镇乡]")


def of_another_body(text: str, low: int, high: int, body: str) -> bool:
    """Whether a sentence changes the seat of a body that is not the one at hand: of another kind, or with letters its name has not.

    A body may be said shortly (县防汛指挥部 for 县防汛抗旱指挥部), with or without its place.
    """
    named = _BODY_NAMED.match(text, low, high)
    if named is None or not body:
        return False
    if named["kind"] not in body:
        return True
    letters = iter(body)
    return not all(letter in letters for letter in _PLACE_BEFORE.sub("", named["body"]))


def seat_inside(title: str) -> bool:
    """Whether what was read as a post holds the seat of another person (`甲局局长乙为副主任丙局局长`), and so is none."""
    return ("为" in title or "担任" in title or "增" in title) and _SEAT_INSIDE.search(title) is not None


def is_seat_line(text: str) -> bool:
    """Whether words are a line of a list of changes, below its verb: `丙局局长丁为成员；`."""
    return len(text) <= _LONGEST_LINE and _SEAT_LINE.fullmatch(text) is not None


def with_closed_labels(passage: Passage) -> Passage:
    """A passage without the white space inside the labels of its changes (`组  长：由甲调整为乙`)."""
    text = passage.text
    head = spaced_label(text) if ":" not in text else None
    labels = (head,) if head is not None else labels_of(text)
    spaced = [one for one in labels if any(letter.isspace() for letter in text[one.start : one.end])]
    if not spaced:
        return passage
    parts, low = [], 0
    for label in spaced:
        parts.append(passage.cut(low, label.start))
        parts.extend(passage.cut(at, at + 1) for at in range(label.start, label.end) if not text[at].isspace())
        low = label.end
    return Passage.join([*parts, passage.cut(low)])


def sentences(passage: Passage) -> list[tuple[int, int]]:
    """The sentences of a passage; of lines without stops each that changes a seat of its own (`组长由甲调整为乙` / `副组长由丙调整为丁`)."""
    text = passage.text
    edges = {match.start(): match.end() for match in re.finditer("[。;]|$", text)}
    lines = [at for at, _ in passage.pieces[1:]]
    for at, end in pairwise([*lines, len(text)]):
        begins = _ROLE_FIRST.match(text, at) or (
            _ROLE_LAST.search(text, max(0, at - _LONGEST_ROLE), at) and not _GOES_ON.match(text, at)
        )
        if begins and WORDS.search(text, at, end) and WORDS.search(text, 0, at):
            edges.setdefault(at, at)
    found, low = [], 0
    for at, after in sorted(edges.items()):
        if at > low:
            found.append((low, at))
        low = after
    return found


def clauses(passage: Passage, low: int, high: int) -> list[int]:
    """Where the clauses of a sentence end: at commas outside brackets, and with lines that seat somebody."""
    text = passage.text
    pieces = passage.pieces
    within = pieces[bisect_right(pieces, low, key=_place) : bisect_left(pieces, high, key=_place)]
    lines = {at for at, _ in within if _ends_with_seat(text, low, at, high)}
    ends, depth = [], 0
    for place in range(low, high):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
        elif depth <= 0 and (text[place] == "," or place in lines):
            ends.append(place)
    return [*ends, high]


def _place(piece: tuple[int, int]) -> int:
    return piece[0]


def _ends_with_seat(text: str, low: int, at: int, high: int) -> bool:
    """Whether the line that ends at `at` seats somebody, and one below it seats somebody too."""
    return (
        _GOES_ON.match(text, at, high) is None
        and _REST.match(text, at, high) is None
        and _SEATED.search(text, max(low, at - 2 * _LONGEST_ROLE), at) is not None
        and _SEATS.search(text, at, high) is not None
    )


def start_of(text: str, begin: int, end: int) -> int:
    """Where a clause begins behind its number, bullet or 同时."""
    lead = _LEAD.match(text, begin, end)
    return lead.end() if lead else begin
