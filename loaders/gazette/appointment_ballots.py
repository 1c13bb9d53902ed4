"""Who was elected by how many votes: `主任：丁某，得赞成票1022票，当选；` below the title of a result of an election.

Rule `appointment/ballot`. Each entry says by itself whether somebody was elected; a label holds for the entries below it that print
none. The body is that of the title (`甲村第十二届村民委员会选举结果公告`): without it nobody knows what the chairman presides over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.statements import Appointment
from loaders.gazette.appointment_posts import is_group_role
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_title, may_be_name
from loaders.readers.paper import Passage

_BODY = re.compile(
    r"(?:关于)?(?:公布|公告)?(?P<body>[\u4e00-\u9fff()0-9]{2,40}?(?:委员会|理事会|监事会|党支部|总支|工会|联合会|妇联))"
    r"(?:主任|副主任|委员|成员|[、和及]){0,6}(?:换届|另行|补充)?(?:选举|补选|推选|改选)"
)
_ENTRY = re.compile(
    r"\s*+(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]{1,2})?\s*+(?:当选(?:人|者)?\s*+)?"
    r"(?:(?P<post>[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,10}?)(?:候选人)?\s*:)?\s*+"
    r"(?P<name>[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff·]){1,9}?)(?:同志)?\s*(?:\([^()]{1,20}\))?[,:\s]*"
    r"(?:获得|获|得|以)(?:了)?(?:赞成|同意|有效|选)*票?数?\s*:?\s*\d{1,6}\s*票?(?P<said>[^;。]{0,60})"
)
_ELECTED = re.compile(r"当选(?:为)?(?P<post>[\u4e00-\u9fff]{2,10})?\s*$")
_NOT_ELECTED = re.compile(r"[不未]当选|落选|没有|[不未]过半|差额")
_STOP = re.compile("[;。]")
_LONGEST_LABEL = 8
_SIGN = ("票", "当选")


def by_ballot(notice: Notice) -> tuple[list[Appointment], tuple[Passage, ...]]:
    """The acts of entries that print votes, and the paragraphs of the notice that are no such entries."""
    title = _BODY.search(notice.heading) if "选" in notice.heading else None
    if title is None or not all(word in notice.words for word in _SIGN):
        return [], notice.body
    rows: list[Appointment] = []
    others: list[Passage] = []
    post = ""
    for passage in notice.body:
        entries = list(_entries(passage))
        if not entries:
            others.append(passage)
            post = _label(passage.text)
        for entry in entries:
            post = _flat(entry["post"]) or post
            own = _elected_to(entry["said"], post)
            name = passage.printed(*entry.span("name"))
            if own is None or not may_be_name(name):
                continue
            rows.append(
                Appointment(
                    source=notice.source(
                        passage, entry.start(), entry.end(), rule="appointment/ballot", confidence=0.95
                    ),
                    action="当选",
                    person=name,
                    post=title["body"] + own,
                    date=notice.signed_date,
                )
            )
    return rows, tuple(others)


def _entries(passage: Passage) -> Iterator[re.Match[str]]:
    """The entries of a paragraph; none if it says anything else."""
    text = passage.text
    if "票" not in text:
        return
    edges = [-1, *(stop.start() for stop in _STOP.finditer(text)), len(text)]
    found = [_ENTRY.fullmatch(text, low + 1, high) for low, high in pairwise(edges) if text[low + 1 : high].strip()]
    yield from (entry for entry in found if entry is not None and None not in found)


def _elected_to(said: str, post: str) -> str | None:
    """The post that an entry gives somebody, whom a label or the words behind the votes name; None if it gives none."""
    elected = _ELECTED.search(said)
    if elected is None or _NOT_ELECTED.search(said):
        return None
    own = elected["post"] or post
    return own if is_title(own) and not is_group_role(own.replace("成员", "委员")) else None


def _label(text: str) -> str:
    """The post that stands alone on a line over those elected to it; empty for any other line."""
    words = _flat(text).rstrip(":")
    return words if len(words) <= _LONGEST_LABEL and is_title(words) else ""


def _flat(words: str | None) -> str:
    return "".join((words or "").split())
