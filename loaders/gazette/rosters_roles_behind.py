"""Names with the role in the body behind them: `甲（组长）  乙（副组长）`, and `县财政局局长甲    副组长`.

Rule `roster/role-behind`. Such a line holds nothing else, and so ends the list above it.
"""

from __future__ import annotations

import re

from loaders.gazette.persons import is_title, may_be_name, read_mention
from loaders.gazette.rosters_entries import BRACKETED, LEAD
from loaders.gazette.rosters_labels import role_of
from loaders.gazette.rosters_seats import Seat
from loaders.readers.paper import Passage

_GROUP_ROLE = re.compile(r"组长$|组员$|成员$|召集人$|总指挥$|指挥长$")
#: `县财政局局长甲    副组长`, and how such a line ends.
ROLES_LAST = ("组长", "成员", "组员", "总指挥", "指挥长", "召集人")
ROLE_LAST = re.compile(
    r"\s*(?P<who>[^\s。;:|](?:[^。;:|\t]{2,60})?[^\s。;:|])(?:\t|[ \u3000]{2,}+|\u3000)\s*(?P<role>(?:第一|常务|执行)?副?(?:组长|总指挥|指挥长|召集人)|成员|组员)[。;]?\s*"
)


def roles_behind(line: Passage) -> list[Seat]:
    """`甲（组长）  乙（副组长）`: names with their role in the body in a bracket, and nothing else on the line."""
    text = line.text
    if text.rstrip("。; ").endswith(ROLES_LAST) and (last := ROLE_LAST.fullmatch(text)) is not None:
        return _role_last(line, last)
    seats: list[Seat] = []
    at = 0
    end = len(text.rstrip("。;,、 \u3000"))
    while at < end:
        match = BRACKETED.match(text, at)
        if match is None or not match["closed"] or not may_be_name(match["name"]):
            return []
        role = role_of(match["inside"])
        if role is None or not _GROUP_ROLE.search(role[0]):
            return []
        name = line.printed(*match.span("name"))
        seats.append(Seat(role[0], name, "", "", line, match.start("name"), match.end(), "roster/role-behind", 0.95))
        at = match.end()
        while at < end and text[at] in "、,; \u3000":
            at += 1
    return seats


def _role_last(line: Passage, match: re.Match[str]) -> list[Seat]:
    """`县财政局局长甲    副组长`: one person with a post, and behind a gap the role in the body."""
    role = role_of(match["role"])
    held = read_mention(line, *match.span("who"))
    if role is None or role[1] or held is None or not held.person or not is_title(held.title):
        return []
    lead = LEAD.match(line.text)
    start = max(held.start, lead.end() if lead else 0)
    return [Seat(role[0], held.person, held.title, "", line, start, match.end("role"), "roster/role-behind", 0.9)]
