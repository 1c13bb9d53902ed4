"""Parts of a body whose members follow their name without any label: `1.救护组：甲（组长）、乙、校医 丙`.

Rule `roster/part-listed`. A colon behind the name of a part is as good as a label where nothing but persons stands behind it. Who has a
role in a bracket has that one; the others are members, called as the paper calls them elsewhere (组员, 队员). Without such a bracket
all of them must be names or persons with posts, and the part one of a body: `宣传组：负责宣传` and `第一组：甲村、乙村` list nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.gazette.groups import Named
from loaders.gazette.persons import is_crowd, is_title
from loaders.gazette.rosters_labels import labels_of, role_of
from loaders.gazette.rosters_mentions import mentions_in
from loaders.gazette.rosters_seats import As, Seat, seats_of
from loaders.readers.paper import Passage

RULE = "roster/part-listed"
_CHIEF = re.compile("(?:第一|常务|执行)?副?(?:组长|队长|召集人|负责人|指挥长|总指挥)")
_MEMBER = re.compile("组员|队员|成员")
#: What no list of persons holds.
_RUNNING = re.compile("负责(?!人)|由|牵头|[。;:](?=.)|等(?:单位|部门)|联系人|电话")
#: A role that begins a list of its own: `组长甲，组员乙、丙` is read by its labels.
_ROLE_FIRST = re.compile(
    "(?:^|(?<=[,;、 \u3000]))(?:第一|常务|执行)?副?(?:组长|组员|队长|队员|成员|召集人|指挥长|总指挥)(?![)])"
)
_LONGEST = 300
_FEWEST = 2  # bare names that make a list


def is_listed(words: Passage) -> bool:
    """Whether words behind the name of a part are a list of persons: one with his role in a bracket, or two at least."""
    if not 0 < len(words.text.strip()) <= _LONGEST or _RUNNING.search(words.text.rstrip("。;； ")) is not None:
        return False
    roles = [role.start() for role in _ROLE_FIRST.finditer(words.text.lstrip())]
    if labels_of(words.text) or roles not in ([], [0]):
        return False  # 组长甲，乙、丙 has the role of the first alone
    mentions = mentions_in(words, 0, len(words.text.rstrip("。;,、 \u3000")))
    persons = [mention for mention in mentions if mention.person]
    if not persons or not all(mention.person or is_crowd(mention.title) for mention in mentions):
        return False
    if any(_CHIEF.fullmatch(mention.title) for mention in persons):
        return True
    told = all(mention.confidence >= 0.9 and (not mention.title or is_title(mention.title)) for mention in persons)
    return told and len(mentions) >= _FEWEST


def read_listed(lines: list[Passage], named: Named, heading: Passage) -> tuple[list[Seat], set[int]]:
    """The seats in the first line below the heading of a part, if it lists persons without a label, and the start of the line."""
    first = next((line for line in lines if line.text.strip()), None)
    if first is None or not named.name.endswith(("组", "队", "专班")) or not is_listed(first):
        return [], set()
    same_line = heading.start <= first.start and heading.end >= first.start - 4
    member = _member_of(named, first)
    found = []
    for seat in seats_of(first, 0, len(first.text), As(member, RULE, 0.9)):
        role = role_of(seat.title) if seat.person and seat.title else None
        chief = role is not None and (_CHIEF.fullmatch(seat.title) or _MEMBER.fullmatch(seat.title))
        found.append(replace(seat, role=seat.title, title="") if chief else seat)
    if all(seat.role != member for seat in found):
        return [], set()  # 甲（组长）  乙（副组长）: each has his role behind him
    chiefs = any(_CHIEF.fullmatch(seat.role) for seat in found)
    if not chiefs and not (same_line and named.parent):
        return [], set()
    return found, {first.start}


def _member_of(named: Named, line: Passage) -> str:
    """What the paper calls a member of such a part."""
    words = line.paper.folded
    if named.name.endswith("队") and "队员" in words:
        return "队员"
    return "组员" if "组员" in words and not re.search("成 {0,8}员 {0,4}[::]", words) else "成员"
