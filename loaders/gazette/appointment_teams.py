"""Who a new team is made of, as news of schools and hospitals tell it: `宣读了任命通知。新一届班子成员为：院长甲，副院长乙、丙`.

Rule: `appointment/team`. Each stands behind the post, or behind the one with whom he shares it; a stretch that names anything else
names nobody. The words around it have to tell of an act (任命, 任职): a team may be presented years after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.gazette import subjects
from loaders.gazette.appointment_posts import posts_in
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

_TEAM = re.compile(
    r"新(?:一届|一任|任)?[\u4e00-\u9fff]{0,8}班子(?:成员|组成人员|组成|名单|人员)*(?:为|是|如下)?\s*:\s*(?=[\u4e00-\u9fff])"
)
_ACT = re.compile("任命|任职|聘任|当选|选举")


class Place(NamedTuple):
    """One post of a team, who has it, and where both are printed."""

    person: str
    post: str
    start: int
    end: int


def team_in(passage: Passage) -> Iterator[Place]:
    """The posts of the new team that a passage lists behind an act, in printed order."""
    text = passage.text
    if "班子" not in text or (team := _TEAM.search(text)) is None or _ACT.search(text, 0, team.start()) is None:
        return
    stop = text.find("。", team.end())
    found = subjects.named(passage, team.end(), stop if stop >= 0 else len(text))
    if len(found) < 2 or not all(one.title and is_title(one.title) for one in found):
        return
    for one in found:
        glued = text.startswith(one.title, one.start)
        posts = posts_in(passage, one.start, one.start + len(one.title)) if glued else [one.title]
        yield from (Place(one.person, post, one.start, one.end) for post in posts)
