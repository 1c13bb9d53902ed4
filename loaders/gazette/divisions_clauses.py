"""One sentence of a division of work: who, by which verb, has which objects on the desk.

The language of these notices is a chain of clauses `(subject) (adverb) verb objects`, parted by commas and semicolons;
`协助X` before a verb says whom the person assists (`via`), `由Y代管` turns the clause round. Verbs are given out in the
words of the tables: 领导…全面工作 as 主持; 主管, 主抓, 兼管 as 分管; 辅助, 配合 as 协助; 牵头 as 负责; 挂联, 包联 as 联系 (the usual readings of
these notices). What follows a verb that gives no charge (完成, 参加 …) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.gazette import lists, subjects
from loaders.gazette.divisions_objects import Charge, listed
from loaders.gazette.persons import Mention, is_title
from loaders.readers.paper import Passage

#: Printed verb to the relation of the table.
RELATIONS = {
    "主持": "主持", "领导": "主持", "负责": "负责", "牵头": "负责", "分管": "分管", "主管": "分管", "主抓": "分管", "分抓": "分管", "兼管": "分管",
    "协管": "协管", "代管": "代管", "暂管": "代管", "代为负责": "代管", "代为分管": "代管", "代为管理": "代管", "代为主持": "代管",
    "联系": "联系", "挂联": "联系", "包联": "联系", "联络": "联系", "挂点联系": "联系", "挂钩联系": "联系", "协调联系": "联系", "联系协调": "联系",
    "协助": "协助", "辅助": "协助", "配合": "协助",
}  # fmt: skip

_CHARGE_WORDS = (
    r"主持(?!召开|会议|人|研究)|(?<![要的])领导(?=[省市县区旗州盟镇乡][^,;。、]{1,12}全面工作)|负责(?!人(?![大事力口民才社防居武])|同志|制|任|解释)|牵头(?!单位|部门|人|抓总)|分管(?!的|领导|副|负责人|同志|[省市县区旗镇乡局院校园](?:长(?!办公室)|领导))"
    r"|主管(?!部门|单位|领导|机关|的|副|局)|主抓|分抓|兼管|协管(?!员)|代管(?!的)|暂管|代为(?:负责|分管|管理|主持)"
    r"|挂[点钩]联系|协调联系|联系协调|联系(?!人|方式|电话|群众|实际|制度|机制|点|会议|服务群众|服务专家)|挂联|包联|联络(?!员|人)"
)
_ASSIST_WORDS = r"协助(?!单位|部门|人)|辅助(?!人员|性)|配合(?!单位|部门)"
_ADVERBS = r"(?:具体|全面|主要|直接|统一|统筹|同时|并且?|兼|还|重点|共同|暂时|暂|临时|继续|另外?|分别|协同|依法|日常|也|仍|再|增加|新增|改为|以及|和|及|[,、\s])"
_VERB = re.compile(rf"(?P<assist>{_ASSIST_WORDS})|(?P<charge>{_CHARGE_WORDS})")
_AT_VERB = re.compile(rf"{_ADVERBS}{{0,4}}(?:(?P<assist>{_ASSIST_WORDS})|(?P<charge>{_CHARGE_WORDS}))")
_SECOND = re.compile(rf"(?:、|和|及|并|与|,)?(?P<charge>{_CHARGE_WORDS})")
_TASK_WORDS = re.compile(r"抓好|主抓|抓|做好|处理|开展|推进|落实|管理|组织实施|组织|协调|完成|办理")
#: A clause may hold a second verb without a comma before it: `…工作并分管…`, `…工作、联系…`.
_INSIDE = re.compile(
    rf"(?:(?:工作|等)?(?:并且?|同时|兼)|(?<=工作)|、|(?<=[工作局委办])和)(?=(?:{_CHARGE_WORDS}|{_ASSIST_WORDS}))"
)
_BY = re.compile(
    r"由(?P<who>.{2,60}?)(?:同志)?(?:暂时|临时|具体|全面|暂)?(?P<verb>代为(?:负责|分管|管理|主持)|负责|分管|主管|协管|代管|暂管|联系|主持|牵头)(?:工作)?$"
)
_ANEW = re.compile(r"\s*(?:同时)?(?:增加|新增|改为|负责|主持|分管)")
_FORMERLY = re.compile(r"(?:原?由)?[^,;。]{2,30}?原?(?:分管|负责|联系|协管)的")
_HANDED_ON = re.compile(
    r"(?:由[^,;。由]{2,30}?(?:分管|负责|联系|协管|代管|主持))?(?:工作)?(?:调整为|调整|改为|变更为|移交|转交|改|交)$"
)
#: `X外出期间，由Y主持日常工作`: who stands in for a time, no desk.
_AWAY = re.compile(
    r"(?:外出|出差|休假|请假|离岗|因公|因事|不在(?:岗|位)|生病|出国|学习培训)[^,;。]{0,6}(?:期间|时)\s*$"
)
_OWN_WORK = re.compile(
    r"^(?:(?P<who>(?![其所])[^,;。]{2,30}?)(?:同志)?)?(?:的|其|所)?(?:原)?(?:负责|分管|联系)?(?:及联系)?(?:的)?(?:全部|所有|有关|相关)?工作$"
)
_NO_LIST = re.compile(
    r"^\s*对.{2,30}负|研究|决定|落实|推动|做好|完成|抓好|确保|指导|督促|协调|承担|参加|按照|执行|处理|代表|兼任|接受|根据|因|经(?![济信贸营开])|期间|制度|以上|实行|坚持|原则"
)
_ADVERB_END = re.compile(
    r"(?:,|在原?有?.{0,4}(?:分工|工作|职责)的?基础上|原有?分工不变|具体|全面|主要|直接|同时|分别|并|兼|重点|统筹|暂时|暂|还|另|也|增加|新增|改为|[:\s]*(?:\d{1,2}[.、)]|\(\d{1,2}\)|①))$"
)
_LEAD_PHRASE = re.compile(
    r"(?:在.{1,24}(?:领导|指导|带领|统筹)下|受.{1,20}委托|按照.{1,20}|根据.{1,24}|除.{1,24}外|其中|同时|此外|另|期间|原则上|现|今后)$"
)


@dataclass(frozen=True, slots=True)
class _Target:
    """What stands between 协助 and the next verb: `via` in words, persons if it names them."""

    via: str
    persons: tuple[Mention, ...]
    end: int
    verb: re.Match[str] | None
    task: re.Match[str] | None


@dataclass(slots=True)
class _Reading:
    """Who the sentence speaks of so far, and the list that may go on."""

    persons: tuple[Mention, ...]
    lead: int = -1
    relation: str = ""
    via: str = ""
    verb_start: int = 0
    lost: bool = False
    ended: bool = False  # 不再分管…: what follows by 、 or as 联系… may be ended with it
    each: bool = False  # 分别: the first object is the first person's, the second the second's


def first_verb(text: str, start: int, end: int) -> int:
    """Place of the first verb of charge outside brackets; -1 if there is none."""
    at = start
    while match := _VERB.search(text, at, end):
        if text.count("(", start, match.start()) <= text.count(")", start, match.start()):
            return match.start()
        at = match.end()
    return -1


def opens_with_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a verb of charge (adverbs before it allowed)."""
    return _AT_VERB.match(text, start, end) is not None


def charges(
    passage: Passage,
    start: int,
    end: int,
    persons: Sequence[Mention],
    *,
    relation: str = "",
    known: Collection[str] = (),
) -> tuple[list[Charge], tuple[Mention, ...]]:
    """The charges of one sentence, and whom the next sentence speaks of if it names nobody.

    `persons` are those the block or the sentence before spoke of; `relation` is that of a label before the sentence
    (`分管：`), which governs objects without a verb of their own. A subject that is no person gives nobody.
    """
    state = _Reading(tuple(persons), relation=relation, verb_start=start)
    found: list[Charge] = []
    clauses = list(_clauses(passage.text, start, end))
    for number, (low, high) in enumerate(clauses):
        begin = clauses[number - 1] if number else None
        turned = _turned(passage, low, high, begin, known)
        if turned is not None:
            found.extend(turned)
            continue
        found.extend(_clause(passage, low, high, state, known))
    return found, (() if state.lost else state.persons)


# --- clauses ----------------------------------------------------------------------------------------------------


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for low, high in lists.split(text, start, end, marks=",;。"):
        begin = low
        for match in _INSIDE.finditer(text, low + 2, high):
            if text.count("(", low, match.start()) <= text.count(")", low, match.start()):
                yield begin, match.start()
                begin = match.end()
        yield begin, high


def _clause(passage: Passage, low: int, high: int, state: _Reading, known: Collection[str]) -> Iterator[Charge]:
    text = passage.text
    if state.ended and not (text[:low].rstrip().endswith((",", ";")) and _ANEW.match(text, low, high)):
        return
    state.ended, (low, high) = False, subjects.lead_cut(text, low, high)
    verb = _AT_VERB.match(text, low, high)
    if verb is None:
        place = first_verb(text, low, high)
        state.ended = place > 1 and text.endswith("不再", low, place)
        if state.ended:
            _take_subject(passage, state.lead if state.lead >= 0 else low, low, place - 2, state, known)
            state.relation, state.lead = "", -1
            return
        if place < 0:
            yield from _continued(passage, low, high, state)
            if state.lead < 0 and not state.relation:
                state.lead = low
            return
        _take_subject(passage, state.lead if state.lead >= 0 else low, low, place, state, known)
        verb = _AT_VERB.match(text, place, high)
        if verb is None:
            return
    elif state.lead >= 0:
        # Titles and names before a comma: `县委常委、副县长张三,协助县长…`.
        _take_subject(passage, state.lead, low, low, state, known, must=False)
    state.lead = -1
    if state.lost or not state.persons:
        state.relation = ""
        return
    assists = verb["assist"] is not None
    found = list(_assisting(passage, verb, high, state, known) if assists else _charging(passage, verb, high, state))
    yield from _one_each(found) if state.each and len(state.persons) > 1 else found
    state.each = False


def _one_each(found: list[Charge]) -> list[Charge]:
    """`A、B分别负责甲、乙`: one object a person, in order; if the counts differ nobody can say whose is whose."""
    if not found or len(found) != len(found[0].persons):
        return [replace(charge, confidence=min(charge.confidence, 0.4)) for charge in found]
    return [replace(charge, persons=(charge.persons[number],)) for number, charge in enumerate(found)]


def _take_subject(
    passage: Passage, widest: int, nearest: int, end: int, state: _Reading, known: Collection[str], *, must: bool = True
) -> None:
    """Set whom the clause speaks of by the words before its verb: the widest stretch that names persons counts."""
    text = passage.text
    stop = end
    while adverb := _ADVERB_END.search(text[max(widest, stop - 20) : stop]):
        state.each = state.each or adverb.group() == "分别"
        stop -= len(adverb.group())
    starts = [widest, *(match.end() for match in re.finditer("[,:]", text[widest:stop][:400]))]
    places = [widest, *(widest + place for place in starts[1:])]
    for begin in places:
        mentions = subjects.named(passage, begin, stop, known=known)
        if mentions:
            state.persons, state.lost = tuple(mentions), False
            return
    phrase = text[nearest:stop].strip(" ,:、")
    if must and phrase and not _LEAD_PHRASE.fullmatch(phrase):
        state.lost = True


def _continued(passage: Passage, low: int, high: int, state: _Reading) -> Iterator[Charge]:
    """A clause without a verb: more objects of the list before it, if it looks like nothing else."""
    if not state.relation or state.lost or not state.persons or low >= high:
        return
    words = passage.text[low:high]
    body = lists.is_body(passage.cut(low, high).printed_folded())
    if (
        _NO_LIST.search(words)
        or is_title(words)
        or not ("、" in words or body or state.verb_start == low or len(words) <= 14)
    ):
        state.relation = ""
        return
    first = state.verb_start == low
    yield from listed(
        passage,
        low,
        high,
        state.persons,
        state.relation,
        state.verb_start,
        via=state.via,
        confidence=1.0 if first else 0.8,
    )


def _charging(passage: Passage, verb: re.Match[str], high: int, state: _Reading) -> Iterator[Charge]:
    """`分管A、B`, `负责联系C`: the last verb of a chain governs, of 分管 and 联系 together the first."""
    end, relation, confidence = _chain(passage.text, verb.end(), high, RELATIONS[verb["charge"]])
    state.relation, state.via, state.verb_start = relation, "", verb.start("charge")
    yield from listed(passage, end, high, state.persons, relation, state.verb_start, confidence=confidence)


def _chain(text: str, at: int, high: int, relation: str) -> tuple[int, str, float]:
    confidence = 1.0
    while more := _SECOND.match(text, at, high):
        if relation == "分管" and RELATIONS[more["charge"]] == "联系":
            confidence = 0.7  # 分管联系X: which of both holds for X is not printed
        else:
            relation = RELATIONS[more["charge"]]
        at = more.end()
    return at, relation, confidence


def _assisting(
    passage: Passage, verb: re.Match[str], high: int, state: _Reading, known: Collection[str]
) -> Iterator[Charge]:
    """`协助X分管Y` is a charge via X; `协助X工作` has X as object; `协助Y工作` assists in a matter."""
    text = passage.text
    begin = verb.start("assist")
    target = _target(passage, verb.end(), high, known)
    if verb["assist"] == "配合" and not target.persons:
        state.relation = ""
        return
    if target.verb is not None:
        end, relation, confidence = _chain(text, target.verb.end(), high, RELATIONS[target.verb["charge"]])
        if not target.via:
            # `协助分管X` without a person is 协管; `协助负责X` assists in a matter.
            relation = "协管" if relation == "分管" else "协助" if relation == "负责" else relation
        state.relation, state.via, state.verb_start = relation, target.via, begin
        yield from listed(passage, end, high, state.persons, relation, begin, via=target.via, confidence=confidence)
        return
    state.relation, state.via, state.verb_start = "协助", target.via, begin
    if target.task is not None:
        yield from listed(passage, target.task.end(), high, state.persons, "协助", begin, via=target.via)
    elif target.persons:
        state.relation = ""
        for mention in target.persons:
            place = lists.Item(mention.start, mention.end)
            yield Charge(state.persons, "协助", "person", mention.person, place, "", begin, mention.end)
    elif target.via:
        state.relation = ""
        place = lists.Item(verb.end(), target.end)
        yield Charge(state.persons, "协助", "person", target.via, place, "", begin, target.end)
    else:
        yield from listed(passage, verb.end(), high, state.persons, "协助", begin)


def _target(passage: Passage, start: int, high: int, known: Collection[str]) -> _Target:
    """What 协助 is followed by, up to the next verb or to the end of the clause."""
    text = passage.text
    place = first_verb(text, start, high)
    verb = _VERB.match(text, place, high) if place >= 0 else None
    if verb is not None and not verb["charge"]:
        verb = None
    task = next(
        (
            m
            for m in _TASK_WORDS.finditer(text, start, verb.start() if verb else high)
            if _whole(passage, start, m.start(), known)
        ),
        None,
    )
    if task is not None:
        verb = None
    stop = verb.start() if verb else task.start() if task else high
    while (adverb := re.search(r"(?:具体|全面|主要|直接|重点|统筹)$", text[start:stop])) and (verb or task):
        stop -= len(adverb.group())
    _, stop = lists.trimmed(text, start, stop)
    if verb is None and task is None:
        rest = re.search(
            r"(?:同志)?(?:的)?(?:分管|负责)?(?:的)?(?:日常|有关|相关|具体)?工作[。;,\s]*$", text[start:stop]
        )
        stop = start + rest.start() if rest else stop
        if rest and rest.group().startswith("同志"):
            stop += 2
    if stop <= start:
        return _Target("", (), start, verb, task)
    mentions = tuple(subjects.named(passage, start, stop, known=known))
    if mentions:
        return _Target("、".join(mention.person for mention in mentions), mentions, stop, verb, task)
    words = passage.printed(start, stop)
    if subjects.post_alone(passage.cut(start, stop).printed_folded()) or ((verb or task) and len(words) <= 20):
        return _Target(words, (), stop, verb, task)
    return _Target("", (), stop, None, None)


def _whole(passage: Passage, start: int, end: int, known: Collection[str]) -> bool:
    """Whether a stretch after 协助 is nothing, a person or a post: only then the word behind it is the verb."""
    start, end = lists.trimmed(passage.text, start, end)
    if start >= end:
        return True
    words = passage.cut(start, end).printed_folded()
    return subjects.post_alone(words) or lists.is_body(words) or bool(subjects.named(passage, start, end, known=known))


def _turned(
    passage: Passage, low: int, high: int, before: tuple[int, int] | None, known: Collection[str]
) -> list[Charge] | None:
    """`X工作由Y负责`, `X挂职期间,其工作由Y代管`: the person stands behind 由. None if the clause is not turned round."""
    text = passage.text
    if before is not None and _AWAY.search(text, *before):
        return []
    for found in re.finditer("由", text[low:high][:400]):
        place = low + found.start()
        match = _BY.match(text, place, high)
        mentions = subjects.named(passage, *match.span("who"), known=known) if match else []
        if match is not None and mentions:
            return _passed(passage, low, place, mentions, RELATIONS[match["verb"]], before, known)
    return None


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
