"""One sentence of a division of work: who, by which verb, has which objects on the desk.

The language of these notices is a chain of clauses `(subject) (adverb) verb objects`, parted by commas and semicolons;
`协助X` before a verb says whom the person assists (`via`), `由Y代管` turns the clause round (`divisions_turned`). Verbs are
given out in the words of the tables (`divisions_verbs`). What follows a verb that gives no charge (完成, 参加 …) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.gazette import divisions_discharges, lists, subjects
from loaders.gazette.divisions_endings import Endings, begins_anew, ended
from loaders.gazette.divisions_leads import given_post, is_told
from loaders.gazette.divisions_objects import Charge, listed
from loaders.gazette.divisions_turned import turned
from loaders.gazette.divisions_verbs import (
    ASSIST_WORDS,
    CHARGE_WORDS,
    RELATIONS,
    VERB,
    chain,
    first_verb,
    verb_at,
)
from loaders.gazette.persons import Mention, is_title
from loaders.readers.paper import Passage

_TASK_WORDS = re.compile(r"抓好|主抓|抓|做好|处理|开展|推进|落实|管理|组织实施|组织|协调|完成|办理")
#: A clause may hold a second verb without a comma before it: `…工作并分管…`, `…工作、联系…`.
_INSIDE = re.compile(
    rf"(?:(?:工作|等)?(?:并且?|同时|兼)|(?<=工作)|、|(?<=[工作局委办])和)(?=(?:改为|转为|增加|新增)?(?:{CHARGE_WORDS}|{ASSIST_WORDS}))"
    rf"|(?<=[\u4e00-\u9fff)])[ \u3000]{{2,8}}(?=(?:{CHARGE_WORDS}|{ASSIST_WORDS}))"  # columns of a line
    rf"|(?<=[\u4e00-\u9fff)])\.(?=\s{{0,2}}(?:{CHARGE_WORDS}|{ASSIST_WORDS}))"  # a stop of half width
)
_NO_LIST = re.compile(
    r"^\s*对.{2,30}负|研究|决定|落实|推动|做好|完成|抓好|确保|指导|督促|协调|承担|参加|参与|按照|执行|处理|代表|兼任|接受|根据|因|经(?![济信贸营开])|期间|制度|以上|实行|坚持|原则"
)
_ADVERB_END = re.compile(
    r"(?:,|在原?有?.{0,4}(?:分工|工作|职责)的?基础上|原有?分工不变|除原?有?.{0,4}(?:分工|工作|职责)(?:以?外|之外)|具体|全面|主要|直接|同时|分别|并|兼|重点|统筹|暂时|暂|还|另|也|则|增加|新增|改为|除了?|[:\s]*(?:\d{1,2}[.、)]|\(\d{1,2}\)|①))$"
)
#: What says that a charge comes on top of those a person has.
_MORE = re.compile(
    r"(?:(?:除|在)原?有?.{0,4}(?:分工|工作|职责)的?(?:以?外|之外|基础上)[,\s]*)?(?:增加|新增)$|(?:除|在)原有?.{0,4}(?:分工|工作|职责)的?(?:以?外|之外|基础上)[,\s]*$"
)
_LONGEST_MORE = 24
_BRACKET_BEHIND = re.compile(r"\([^()]*\)$")
_LEAD_PHRASE = re.compile(
    r"(?:在.{1,24}(?:领导|指导|带领|统筹)下|受.{1,20}委托|按照.{1,20}|根据.{1,24}|除.{1,24}外|其中|同时|此外|另|期间|原则上|现|今后)$"
)
#: Whom the sentence before spoke of, said again.
#: `教育由甲负责，他还负责医改`.
_OF_WHOM = re.compile(r"\s*(?:同时)?(?:他|她|该同志)(?=[还也兼另]|同时|负责|分管|联系|协助)")
_THE_SAME = re.compile(r"(?:他|她|该同志|其本人|[他她]本人)$")
#: `主持全面工作，副市长各管一块`: how the others are placed, and no object of the list before.
_OF_OTHERS = re.compile(
    r"\s*(?:其他|其余|各|几[名位])?副[省市县区旗州盟镇乡局校院处]长|[也都]已|各[管司负]|一[起头抓]|更[加近好顺多快]"
)
#: What leads to more of a list that has closed: `…等工作，以及审计`.
_AND_ALSO = re.compile(r"\s*(?:(?:此外)?还有|另有|以及)(?=[\u4e00-\u9fff]{2})")
#: `X除分管甲外，协助Y分管乙`: what X keeps.
_KEEPS = re.compile(rf"除(?={CHARGE_WORDS})[^,;。]{{3,80}}?(?P<out>[以之]?外)$")
_REASON = re.compile(r"因[^,;:。]{2,14}[,\s]*$")


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
    endings: Endings = field(default_factory=Endings)
    each: bool = False  # 分别: the first object is the first person's, the second the second's


#: `负责与甲局、乙局的联系工作`, to the end of the clause: what 联系 says of bodies, said behind them.
_KEEPS_IN_TOUCH = re.compile(
    r"\s*(?:同|与|和)(?P<whom>[^,。;:]{2,200}?)等?(?:单位|部门)?(?:方面)?的?(?:工作)?(?:沟通|日常|协调)?(?:联系|联络)(?:协调|沟通)?(?:等?工作)?[。;]?\s*"
)


def charges(
    passage: Passage,
    start: int,
    end: int,
    persons: Sequence[Mention],
    *,
    relation: str = "",
    known: Collection[str] = (),
) -> tuple[list[Charge], tuple[Mention, ...]]:
    """The charges of one sentence, those it ends among them, and whom the next sentence speaks of if it names nobody.

    `persons` are those the block or the sentence before spoke of; `relation` is that of a label before the sentence
    (`分管：`), which governs objects without a verb of their own. A subject that is no person gives nobody.
    """
    state = _Reading(tuple(persons), relation=relation, verb_start=start)
    found: list[Charge] = []
    clauses = list(_clauses(passage.text, start, end))
    behind: tuple[Mention, ...] = ()  # whom a clause turned round gave its list to
    for number, (low, high) in enumerate(clauses):
        begin = clauses[number - 1] if number else None
        passed = turned(passage, low, high, begin, known, state.endings.spans)
        if passed is not None:
            found.extend(passed)
            behind = passed[-1].persons if passed else behind
            found.extend(divisions_discharges.handed_over(passage, (low, high), begin, passed, known))
            continue
        if behind and _OF_WHOM.match(passage.text, low, high) is not None:
            state.persons, state.lost = behind, False
        found.extend(divisions_discharges.relieved(passage, low, high, known))
        given = list(_clause(passage, low, high, state, known))
        found.extend(map(state.endings.after, given) if state.endings.begun else given)
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
    anew = begins_anew(text, low, high) if state.endings.open else 0.0
    if state.endings.open and not anew:
        yield from _ends_more(passage, low, high, state)
        return
    low, high = subjects.lead_cut(text, low, high)
    if text.endswith("外", low, high) and (keeps := _KEEPS.search(text, low, high)) is not None:
        if not subjects.named(passage, low, keeps.start(), known=known):
            return
        high = keeps.start("out")
    if (ending := ended(text, low, high)) is not None:
        widest = state.lead if state.lead >= 0 else low
        reason = _REASON.search(text, widest, ending.place)  # `X因工作调动，不再分管甲`
        _take_subject(passage, widest, low, reason.start() if reason else ending.place, state, known)
        state.endings.end(ending)
        state.relation, state.lead = "", -1
        losers = () if state.lost else state.persons
        lost = divisions_discharges.taken_off(passage, ending, widest, high, losers, known)
        yield from _each_his_own(lost) if state.each and len(losers) > 1 else lost
        state.each = False
        return
    if state.endings.open:
        state.endings.close(anew)
    verb = verb_at(text, low, high)
    if verb is None:
        place = first_verb(text, low, high)
        if place < 0:
            yield from _continued(passage, low, high, state)
            if state.lead < 0 and not state.relation:
                state.lead = low
            return
        _take_subject(passage, state.lead if state.lead >= 0 else low, low, place, state, known)
        verb = verb_at(text, place, high)
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


def _ends_more(passage: Passage, low: int, high: int, state: _Reading) -> Iterator[Charge]:
    """A clause behind what has ended that begins nothing: more of the same list, if it is one of bodies."""
    last = state.endings.last
    if not lists.is_body(passage.cut(low, high).printed_folded()):
        state.endings.last = None
        return
    state.endings.spans.append((low, high))
    if last is None or first_verb(passage.text, low, high) >= 0:
        state.endings.last = None
    elif not state.lost:
        yield from divisions_discharges.goes_on(passage, (low, high), last, state.persons)


def _each_his_own(lost: list[Charge]) -> list[Charge]:
    """`A、B分别不再分管甲、乙`: nothing if the counts differ."""
    return [each for each in _one_each(lost) if len(each.persons) == 1]


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
        mentions = given_post(passage, begin, stop, known) or subjects.named(passage, begin, stop, known=known)
        if is_told(mentions):
            state.lost = True
            return
        if mentions:
            state.persons, state.lost = tuple(mentions), False
            return
    phrase = text[nearest:stop].strip(" ,:、")
    if must and phrase and not _LEAD_PHRASE.fullmatch(phrase) and not _THE_SAME.fullmatch(phrase):
        state.lost = True


def _continued(passage: Passage, low: int, high: int, state: _Reading) -> Iterator[Charge]:
    """A clause without a verb: more objects of the list before it, if it looks like nothing else."""
    if not state.relation or state.lost or not state.persons or low >= high:
        return
    begin = low
    if (also := _AND_ALSO.match(passage.text, low, high)) is not None:
        low = also.end()
    words = passage.text[low:high]
    body = lists.is_body(_BRACKET_BEHIND.sub("", passage.cut(low, high).printed_folded()))
    if (
        _NO_LIST.search(words)
        or _OF_OTHERS.search(words)
        or is_title(words)
        or not ("、" in words or body or state.verb_start == begin or len(words) <= 14)
    ):
        state.relation = ""
        return
    first = state.verb_start == begin
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


def more_from(text: str, verb: int) -> int:
    """Where the words begin that say that a charge is one more (`增加分管X`, `除原分工外，分管X`): the evidence has to show them."""
    more = _MORE.search(text[max(0, verb - _LONGEST_MORE) : verb])
    return verb - len(more.group()) if more else verb


def _charging(passage: Passage, verb: re.Match[str], high: int, state: _Reading) -> Iterator[Charge]:
    """`分管A、B`, `负责联系C`: the last verb of a chain governs, of 分管 and 联系 together the first."""
    end, relation, confidence = chain(passage.text, verb.end(), high, RELATIONS[verb["charge"]])
    begin = more_from(passage.text, verb.start("charge"))
    if relation == "负责" and (keeps := _KEEPS_IN_TOUCH.fullmatch(passage.text, end, high)) is not None:
        relation, (end, high) = "联系", keeps.span("whom")
    state.relation, state.via, state.verb_start = relation, "", begin
    yield from listed(passage, end, high, state.persons, relation, state.verb_start, confidence=confidence)


def _assisting(
    passage: Passage, verb: re.Match[str], high: int, state: _Reading, known: Collection[str]
) -> Iterator[Charge]:
    """`协助X分管Y` is a charge via X; `协助X工作` has X as object; `协助Y工作` assists in a matter."""
    text = passage.text
    begin = more_from(text, verb.start("assist"))
    target = _target(passage, verb.end(), high, known)
    if verb["assist"] == "配合" and not target.persons:
        state.relation = ""
        return
    if target.verb is not None:
        end, relation, confidence = chain(text, target.verb.end(), high, RELATIONS[target.verb["charge"]])
        if not target.via:
            # `协助分管X` without a person is 协管; `协助负责X` assists in a matter.
            relation = "协管" if relation == "分管" else "协助" if relation == "负责" else relation
        state.relation, state.via, state.verb_start = relation, target.via, begin
        yield from listed(passage, end, high, state.persons, relation, begin, via=target.via, confidence=confidence)
        return
    state.relation, state.via, state.verb_start = "协助", target.via, begin
    if target.task is not None:
        if target.task.group() == "管理" and not target.via:
            state.relation = "协管"  # 协助管理, nobody named, is what 协管 is short for
        yield from listed(passage, target.task.end(), high, state.persons, state.relation, begin, via=target.via)
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
    verb = VERB.match(text, place, high) if place >= 0 else None
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
