"""Who is sent to another house to hold a post there: `委派甲同志到乙分校任校长`, `选派甲到丙乡卫生院挂职任副院长`.

Rule: `appointment/named`, in personnel papers only. The post takes the house it is held in, which stands before the verb.
"""

from __future__ import annotations

import re

from loaders.gazette import lists
from loaders.gazette.appointment_clauses import Found, State
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import is_group_role
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

_SENT = re.compile(
    r"(?:委派|选派|下派|派|安排|抽调|选调|借调|交流|调)?(?P<who>[\u4e00-\u9fff· \u3000]{2,10}?)(?:同志)?(?:到|赴)(?P<house>[\u4e00-\u9fff]{2,20}?)"
    r"(?:挂职)?(?:担任|任|为)(?P<post>(?![务期职])[^,。;:]{2,30})"
)


#: Parts of a firm that no list of bodies knows.
_SHOPS = ("车间", "班组", "工区", "矿区", "项目部")


def sent_to(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """The persons and the place of the post; `state.house` is where they are sent."""
    match = _SENT.fullmatch(passage.text, low, high) if personnel and "任" in passage.text[low:high] else None
    if match is None or not (lists.is_body(match["house"]) or match["house"].endswith(_SHOPS)):
        return None
    words = bare(match["post"])
    if not is_title(words) or is_group_role(words):
        return None
    persons = persons_in(passage, *match.span("who"), alone=True)
    if not persons:
        return None
    state.house = match["house"]
    return "任命", persons, match.span("post"), "appointment/named", 0.9
