"""What stands before the work in a division: a post under a name, a post somebody is given, a name no list of surnames holds.

`丁某` / `副县长，负责农业工作` prints the post with the work, `丁某继续担任常务副县长，分管财政` tells it as news do. Where each line
names its own leader (`丁某副县长，分管教育`), one whose name is not made out is somebody all the same, and not who stands in the line above.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from loaders.gazette import subjects
from loaders.gazette.divisions_verbs import first_verb, opens_with_verb
from loaders.gazette.persons import Mention, is_title
from loaders.readers.paper import Passage

_LONGEST_POST, _MOST_POSTS = 40, 4
#: `丁某继续担任常务副县长，排名第二`, `丁某作为常务副县长`.
_GIVEN = re.compile(
    r"(?P<who>[^,;。:]{2,40}?)(?:同志)?(?:继续|仍|仍然|现|新近)?(?:出任|担任|改任|转任|接任|升任|作为)(?P<title>[^,;。:任]{2,30})(?:,(?:在[^,。;:排位]{2,12})?(?:排|位)[^,;。:]{2,20})?$"
)
#: What no post holds: the words that give one.
_GIVES = re.compile(r"出任|担任|改任|转任|接任|升任|继续|当选|排名|排在|作为")
#: `德育主任 - 吴某 - 负责…`, `吴某——德育主任——负责…`: a line whose cells dashes part.
_DASHES = r"[ \u3000]{0,4}[-—–―→…=]{1,6}[ \u3000]{0,4}"
_DASHED = re.compile(
    rf"\s*+(?P<first>[\u4e00-\u9fff][\u4e00-\u9fff·、 \u3000]{{1,29}}?){_DASHES}(?P<second>[\u4e00-\u9fff][\u4e00-\u9fff·、 \u3000]{{1,29}}?){_DASHES}(?=[\u4e00-\u9fff])"
)
_DASH_SIGN = re.compile("[-—–―→…=]")
_LONGEST_DASHED = 80
_SURE_NAME = 3  # letters of a name without a known surname, where the lines around name theirs


def post_before_work(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a post ends that opens a stretch, and where the work behind it begins (`副县长，负责…`); None for anything else."""
    low, stop = start, start
    for _ in range(_MOST_POSTS):
        comma = text.find(",", low, min(end, low + _LONGEST_POST))
        if comma < 0 or not all(map(is_title, re.split("、", text[low:comma]))) or first_verb(text, low, comma) >= 0:
            return None
        low, stop = comma + 1, comma
        if opens_with_verb(text, low, end):
            return stop, low
    return None


def between_dashes(passage: Passage, start: int, end: int, known: Collection[str]) -> tuple[Mention, int] | None:
    """Who stands with his post before his work, dashes between the three, and where the work begins; None for anything else."""
    text = passage.text
    if not _DASH_SIGN.search(text, start, min(end, start + _LONGEST_DASHED)):
        return None
    match = _DASHED.match(text, start, min(end, start + _LONGEST_DASHED))
    if match is None or not opens_with_verb(text, match.end(), end):
        return None
    for name, post in (("first", "second"), ("second", "first")):
        words = match[post].strip()
        if not all(map(is_title, re.split("、", words))) or is_title(match[name]):
            continue
        who = subjects.named(passage, *match.span(name), known=known, sure=True)
        if len(who) == 1 and not who[0].title:
            return replace(who[0], title=passage.printed(*match.span(post))), match.end()
    return None


def given_post(passage: Passage, start: int, end: int, known: Collection[str]) -> list[Mention]:
    """Who is given a post before the work is told, with that post; nobody if a stretch says no such thing."""
    match = _GIVEN.match(passage.text, start, end) if _GIVES.search(passage.text, start, end) else None
    if match is None or not is_title(match["title"]):
        return []
    who = subjects.named(passage, *match.span("who"), known=known)
    return [replace(who[0], title=passage.printed(*match.span("title")))] if len(who) == 1 else []


def is_told(mentions: Collection[Mention]) -> bool:
    """Whether what was read as somebody's post tells that he got it, so that the reading is wrong."""
    return any(_GIVES.search(mention.title) for mention in mentions)


def of_his_own(passage: Passage, start: int, end: int, known: Collection[str]) -> tuple[Mention, ...] | None:
    """Whom a line speaks of that begins with a post nobody known holds; nobody if he is not made out.

    None if the line begins otherwise. To be asked only where the lines above name their own leaders.
    """
    lead = post_before_work(passage.text, start, end)
    if lead is None or _GIVES.search(passage.text, start, lead[0]):
        return None
    if subjects.named(passage, start, lead[0], known=known):
        return None
    sure = subjects.named(passage, start, lead[0], known=known, sure=True) if len(known) > 1 else []
    return tuple(one for one in sure if len(sure) == 1 and len(one.person) == _SURE_NAME)
