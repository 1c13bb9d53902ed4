"""The chronicle (大事记): one event a dated entry, with the persons its words name and the titles before them.

Rules: `chronicle/entry`, `chronicle/open-year` (no year is certain: the day stays as printed); how days are printed is said in `chronicle_entries`. Persons are those named with a title
(`区长丁一`), those that follow such a one in a list (`市领导甲某、乙某`), and by their bare name those whom another entry
or another notice of the paper names with a title (`people_known`), and those whom the entry says to be appointed, elected or removed; names inside names of theories and speeches
(`…思想`, `…讲话`) are no persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.days import is_open_day
from graph.statements import Event
from loaders.gazette.appointments import told_in
from loaders.gazette.chronicle_entries import entries
from loaders.gazette.leaders import Leader, left_out
from loaders.gazette.notice import Notice
from loaders.gazette.people_in_text import people_in, words_as_names
from loaders.gazette.people_known import known_elsewhere
from loaders.readers.paper import Passage

#: First that applies, read in the first sentence: the deed decides, a meeting before a visit stays a meeting.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("签约", re.compile("签约|签订|签署")),
    ("会见", re.compile("会见|座谈(?!会)")),
    ("会议", re.compile("召开|会议|常务会|全会|座谈会|学习会|报告会|推进会|部署会")),
    ("视察", re.compile("视察|检查|督查|督导|巡视")),
    ("调研", re.compile("调研|查看|走进|深入")),
    ("考察", re.compile("考察|赴")),
    ("活动", re.compile("举行|活动|开幕|开工|启动|慰问|仪式|揭牌")),
)
_PLACE = re.compile(
    r"(?:在|到|赴|深入|走进)(?P<place>(?:(?!陪同|带领|率领)[^,。;、]){2,24}?)(?:隆重|顺利|正式|成功|如期|圆满|胜利)?(?:主持|举行|召开|开幕|开展|调研|考察|检查|视察|走访|接待|现场|等地)"
)
_BODY = re.compile(
    r"(?:^|[,、与和])(?P<body>[省市县区旗盟州镇乡]政府(?=[与和、])|[\u4e00-\u9fff]{2,24}?"
    r"(?:人民政府|管委会|人大常委会|委员会|党组|集团|有限公司|有限责任公司|公司|局|中心|大学|学院)(?=与|和|、|,|召开|就|签|在))"
)
_FROM_HEADING = 0.9  # who did it is named above the entry, not in it
_NO_BODY = re.compile("选举|产生|新一届|在|主持|深入|领导|书记|主任|召开|调研|以及")


def read(notice: Notice) -> Iterator[Event]:
    """The events of a chronicle in printed order."""
    if notice.kind != "chronicle":
        return
    found = [(entry, entry.passage.cut(entry.start)) for entry in entries(notice)]
    known = frozenset(person.name for _, words in found for person in people_in(words))
    known |= words_as_names(words for _, words in found) | frozenset(
        entry.leader.name for entry, _ in found if entry.leader is not None
    )
    known |= frozenset(act.person for _, words in found for act in told_in(notice, words))
    known = known_elsewhere([words for _, words in found], known, notice.named)
    for entry, words in found:
        yield event_of(
            notice,
            entry.passage,
            words,
            (entry.first, entry.last),
            "chronicle/open-year" if is_open_day(entry.first) else "chronicle/entry",
            confidence=entry.sure,
            known=known,
            leader=entry.leader,
        )


def event_of(
    notice: Notice,
    passage: Passage,
    words: Passage,
    days: tuple[str, str],
    rule: str,
    *,
    confidence: float = 1.0,
    known: frozenset[str] = frozenset(),
    leader: Leader | None = None,
) -> Event:
    """One event: `passage` is its evidence, `words` what it says behind its day, `days` its first and last day.

    `known` are names that count without a title, `leader` is whose heading it stands under: who did what begins with the act.
    """
    people = people_in(words, known=known)
    named = [f"{person.name}|{person.title}" for person in people]
    if leader is not None and left_out(words) and all(person.name != leader.name for person in people):
        named.insert(0, f"{leader.name}|{leader.title}")
        confidence = min(confidence, _FROM_HEADING)
    appointed = dict.fromkeys(act.person for act in told_in(notice, words))
    named += [f"{name}|" for name in appointed if not any(person.name == name for person in people)]
    sentence = re.split("[。]", words.text, maxsplit=1)[0]
    lead = max((person.end for person in people if person.end <= len(sentence) and person.leads), default=0)
    for person in people:
        if lead and person.start == lead + 1 and sentence[lead] == "、":
            lead = person.end  # 县长某、副县长某检查: the act is behind the last of them
    # A name may end in what leads to a place: `周到参加检查`.
    places = (
        match
        for match in _PLACE.finditer(sentence)
        if not any(person.start <= match.start() < person.end for person in people)
    )
    place = next(places, None)
    return Event(
        source=notice.source(passage, rule=rule, confidence=confidence),
        date_from=days[0],
        date_to=days[1],
        persons=tuple(named),
        activity_kind=next((kind for kind, pattern in _KINDS if pattern.search(sentence)), "其他"),
        activity=words.printed(lead, len(sentence)).lstrip("，,、"),
        place=words.printed(*place.span("place")) if place else "",
        orgs=tuple(
            dict.fromkeys(
                words.printed(*match.span("body"))
                for match in _BODY.finditer(sentence)
                if not _NO_BODY.search(match["body"])
                and not any(person.start < match.end("body") and match.start("body") < person.end for person in people)
            )
        ),
    )
