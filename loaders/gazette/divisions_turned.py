"""Clauses of a division turned round: `X工作由Y负责`, `X挂职期间，其工作由Y代管`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from loaders.gazette import lists, subjects
from loaders.gazette.divisions_endings import handed_on, hands_on
from loaders.gazette.divisions_objects import Charge, listed
from loaders.gazette.divisions_verbs import BY, RELATIONS, first_verb
from loaders.gazette.persons import Mention
from loaders.readers.paper import Passage

_FORMERLY = re.compile(r"(?:原?由)?[^,;。]{1,30}?原?(?:分管|负责|联系|协管)的")
#: `原由甲负责的水利工作，暂由乙负责`: the list stands in the clause before.
_ONLY_NOW = re.compile(r"\s*(?:现|暂|暂时|今后|改|转|均|统一|统|全部|现改|临时)?(?:归口)?\s*")
_HANDED_ON = re.compile(
    r"(?:由[^,;。由]{2,30}?(?:分管|负责|联系|协管|代管|主持))?(?:(?:工作)?(?:调整为|调整|改为|变更为|移交|转交|改|交)|(?<=工作)现改?)$"
)
#: `X外出期间，由Y主持日常工作`: who stands in for a time, no desk; nor is what the rest of the sentence says.
_AWAY = re.compile(
    r"(?:外出|出差|休假|请假|离岗|因公|因事|不在(?:岗|位)|离开|离[县市区旗镇乡校境]|生病|出国|学习培训)[^,;。]{0,6}(?:期间|时)\s*(?:,|$)"
)
#: `教育、体育等归口由Y负责`, `公安、司法等放在一起`: the words that close the list before them.
_TOGETHER = re.compile(r"等?(?:归口|(?:都|均)?(?:放在一起|归在一起|归到一块|合在一起))$|等$")
_OWN_WORK = re.compile(
    r"^(?:(?P<who>(?![其所])[^,;。]{2,30}?)(?:同志)?)?(?:的|其|所)?(?:原)?(?:负责|分管|联系)?(?:及联系)?(?:的)?(?:全部|所有|有关|相关)?工作$"
)


def turned(
    passage: Passage,
    low: int,
    high: int,
    before: tuple[int, int] | None,
    known: Collection[str],
    ended: Sequence[tuple[int, int]] = (),
) -> list[Charge] | None:
    """`X工作由Y负责`, `X挂职期间,其工作由Y代管`: the person stands behind 由. None if the clause is not turned round.

    `ended` are the lists that the clauses before have taken off a desk; `改由Y负责` hands them on.
    """
    text = passage.text
    if before is not None and _AWAY.search(text, max(text.rfind(mark, 0, low) for mark in "。;") + 1, low):
        return []
    for found in re.finditer("由", text[low:high][:400]):
        place = low + found.start()
        if text.endswith("不再", low, place):
            return None
        match = BY.match(text, place, high)
        mentions = subjects.named(passage, *match.span("who"), known=known) if match else []
        if match is not None and mentions:
            relation = RELATIONS[match["verb"]]
            if ended and hands_on(text, *subjects.lead_cut(text, *lists.trimmed(text, low, place))):
                return [
                    handed_on(each) for span in ended for each in listed(passage, *span, mentions, relation, span[0])
                ]
            if (
                before is not None
                and _ONLY_NOW.fullmatch(text, low, place)
                and (formerly := _FORMERLY.match(text, *before)) is not None
            ):
                return list(listed(passage, formerly.end(), before[1], mentions, relation, formerly.end()))
            if _ONLY_NOW.fullmatch(text, low, place) and text[low:place].strip():
                return _list_before(passage, before, mentions, relation)
            return _passed(passage, low, place, mentions, relation, before, known)
    return None


def _list_before(
    passage: Passage, before: tuple[int, int] | None, mentions: list[Mention], relation: str
) -> list[Charge]:
    """`甲、乙等放在一起，统一由Y负责`: the list is the clause before, if it opens its sentence and has no verb of its own."""
    text = passage.text
    if before is None or first_verb(text, *before) >= 0 or "、" not in text[slice(*before)]:
        return []
    if text[: before[0]].rstrip()[-1:] not in ("", "。", ";", ":"):
        return []
    low, high = subjects.lead_cut(text, *before)
    together = _TOGETHER.search(text, low, high)
    return list(listed(passage, low, together.start() if together else high, mentions, relation, low))


def _passed(
    passage: Passage,
    low: int,
    place: int,
    mentions: list[Mention],
    relation: str,
    before: tuple[int, int] | None,
    known: Collection[str],
) -> list[Charge]:
    """The charges of a clause turned round: what stands before 由 is a list, or somebody's whole work."""
    text = passage.text
    start, stop = subjects.lead_cut(text, *lists.trimmed(text, low, place))
    if formerly := _FORMERLY.match(text, start, stop):
        start = formerly.end()
    if handed := _HANDED_ON.search(text, start, stop):
        stop = handed.start()
    if closing := _TOGETHER.search(text, start, stop):
        stop = closing.start()
    own = _OWN_WORK.match(text[start:stop])
    absent = _absent(passage, start, own, before, known) if own is not None or stop <= start else []
    if absent:
        return [
            Charge(
                tuple(mentions), relation, "person", one.person, lists.Item(one.start, one.end), "", one.start, place
            )
            for one in absent
        ]
    if stop <= start or text[start] == "其":
        return []
    return list(listed(passage, start, stop, mentions, relation, start))


def _absent(
    passage: Passage,
    start: int,
    own: re.Match[str] | None,
    before: tuple[int, int] | None,
    known: Collection[str],
) -> list[Mention]:
    """Whose work passes over: named in the clause itself or, for `其`, in the clause before (`X挂职期间`)."""
    if own is not None and own["who"]:
        return subjects.named(passage, start + own.start("who"), start + own.end("who"), known=known)
    if before is None or "期间" not in passage.text[before[0] : before[1]]:
        return []
    for stop in range(min(before[1], before[0] + 40), before[0] + 1, -1):
        mentions = subjects.named(passage, before[0], stop, known=known)
        if mentions:
            return mentions
    return []
