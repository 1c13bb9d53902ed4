"""Who takes a post over from somebody else, as chronicles tell it: `甲调离，党委书记由乙接任`, `甲退休，乙任厂长`.

Rule: `appointment/taken-over`. 接任 and 继任 say it wherever they stand; 兼任 and a plain 任 only in a chronicle, 任 only behind the
clause that says who leaves. Seats of a group that the sentence sets up are no posts.
"""

from __future__ import annotations

import re

from loaders.gazette.appointment_clauses import Found, State
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import is_group_role
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

#: `党委书记由乙接任`.
_TAKEN_OVER = re.compile(
    r"\s*(?:其)?(?P<post>[^由:]{2,30})由(?P<who>[\u4e00-\u9fff· \u3000]{2,30}?)(?:同志)?(?P<verb>接任|继任|接替|兼任|担任)"
)
#: Who leaves, in the clause before.
_LEAVES = re.compile(r"(?:退休|离休|调离|调任|调走|离任|卸任|辞职|病逝|去世|逝世|免职|离职)[^,。;:]{0,10},$")
#: Whose seats are no posts.
_OF_A_GROUP = re.compile(r"成立|组建|组成|设立|下设|小组|指挥部|筹备|专班|会议主席|大会|办公室主任由")
_LONGEST_LEAVING = 24
_PLAIN_ACT = re.compile(
    r"(?P<who>[\u4e00-\u9fff· \u3000]{2,12}?)(?:同志)?(?:接任|继任|任)(?P<post>(?!务|期|职)[^,。;:]{2,30})"
)


def taken_over(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`甲调离，党委书记由乙接任`; in a chronicle also `…由乙兼任` and, behind who leaves, `乙任场长`."""
    text = passage.text
    if "任" not in text[low:high]:
        return None
    match = _TAKEN_OVER.fullmatch(text, low, high)
    if match is not None and (state.told or match["verb"] not in ("兼任", "担任")):
        post = match.span("post")
        who = match.span("who")
    elif state.told and _LEAVES.search(text, max(0, low - _LONGEST_LEAVING), low):
        match = _PLAIN_ACT.fullmatch(text, low, high)
        if match is None:
            return None
        post, who = match.span("post"), match.span("who")
    else:
        return None
    words = bare(text[slice(*post)])
    sentence = text[max(text.rfind(mark, 0, low) for mark in "。;") + 1 : high]
    if not is_title(words) or is_group_role(words) or _OF_A_GROUP.search(sentence):
        return None
    persons = persons_in(passage, *who)
    return ("任命", persons, post, "appointment/taken-over", 0.85) if len(persons) == 1 else None
