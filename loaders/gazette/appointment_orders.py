"""Several persons and several posts in one order (`分别任…`, `分别担任的…职务`), and a person who leaves one house for another.

Rules: `appointment/named`, `appointment/removed`. Nothing is read where there are not as many posts as persons; what somebody is moved
from (`甲由乙社副主任调任丙社主任`) ends by nothing that is printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.gazette import lists
from loaders.gazette.appointment_clauses import ACTING, LED, LED_ACTION, Found, State
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import is_group_role, posts_in_order
from loaders.gazette.persons import is_title
from loaders.readers.paper import Passage

_IN_ORDER = re.compile(
    rf"\s*(?:{LED.pattern})?(?P<who>[\u4e00-\u9fff·、 \u3000]{{4,80}}?)(?:等?同志)?分别(?P<verb>任命为|聘任为|聘为|当选为|担任|兼任|任|为)(?P<posts>.+)"
)
_REMOVED_IN_ORDER = re.compile(
    r"\s*(?P<verb>免去|免除|撤销|解聘)(?P<who>[\u4e00-\u9fff·、和 \u3000]{4,80}?)(?:等?[二两三四五六七八九]?[位名人]?同志)?"
    r"(?:原来?|现)?分别(?:担任|兼任|任)的?(?P<posts>[^。;]{4,120}?)(?:等?职务)?\s*"
)
_MOVED = re.compile(
    r"(?P<who>[\u4e00-\u9fff· \u3000]{2,10}?)(?P<comrade>同志)?(?:,)?(?:由|从)(?P<old>[^,;:由从]{2,40}?)"
    r"(?:(?:交流|平级|提拔)?(?:调任|转任|改任|升任|提任)|(?:调|调动|交流|调整|选调)(?:到|至|往)(?P<house>[\u4e00-\u9fff]{2,20}?)(?:担任|任))"
    r"(?P<post>(?![务期职])[^,;:]{2,40})"
)


class InOrder(NamedTuple):
    """Who is given, or loses, which post, and the act."""

    pairs: tuple[tuple[str, str], ...]
    action: str
    rule: str


def in_order(passage: Passage, low: int, high: int) -> InOrder | None:
    """`甲、乙同志分别任A、B`, `免去甲、乙分别担任的A、B职务`; no pairs if there are not as many posts as persons.

    None if a stretch does not say 分别.
    """
    if "分别" not in passage.text[low:high]:
        return None
    if (match := _REMOVED_IN_ORDER.fullmatch(passage.text, low, high)) is not None:
        action, rule = "解聘" if match["verb"] == "解聘" else "免去", "appointment/removed"
    elif (match := _IN_ORDER.match(passage.text, low, high)) is not None:
        action = ACTING.get(match["verb"], "") or LED_ACTION.get(match["led"] or "", "") or "任命"
        rule = "appointment/named"
    else:
        return None
    persons = persons_in(passage, *match.span("who"), alone=True)
    posts = posts_in_order(passage, *match.span("posts"))
    pairs = zip(persons, posts, strict=True) if len(persons) == len(posts) else ()
    return InOrder(tuple((person, post) for person, post in pairs if is_title(post)), action, rule)


def moved(passage: Passage, low: int, high: int, state: State, personnel: bool) -> Found | None:
    """`甲由乙社副主任调任丙社主任`, `甲同志从乙校交流到丙校任校长`: the post somebody is moved to."""
    words = passage.text[low:high]
    match = _MOVED.fullmatch(passage.text, low, high) if "任" in words and ("由" in words or "从" in words) else None
    if match is None or not (personnel or state.told or match["comrade"]):
        return None
    post = bare(match["post"])
    if not is_title(post) or is_group_role(post) or (match["house"] and not lists.is_body(match["house"])):
        return None
    if not (is_title(match["old"]) or lists.is_body(match["old"])):
        return None
    persons = persons_in(passage, *match.span("who"), alone=True)
    if len(persons) != 1:
        return None
    state.house = match["house"] or ""
    return "任命", persons, match.span("post"), "appointment/named", 0.95
