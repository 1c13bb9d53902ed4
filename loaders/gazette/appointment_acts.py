"""The acts of one clause of a paper on persons: whom it appoints to which post, or from which it removes him.

A clause is asked in turn whether it is one of a list (below an announcement), names a person for the next clauses, opens a list, or
states an act in one of the forms of `appointment_clauses`. `State` carries what one clause leaves to the next.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.statements import Appointment
from loaders.gazette.appointment_below import (
    announced,
    is_particular,
    label_before_colon,
    list_follows,
    named_below,
)
from loaders.gazette.appointment_clauses import READINGS, Found, State, going_on
from loaders.gazette.appointment_cuts import SUBJECT
from loaders.gazette.appointment_days import day_of_act
from loaders.gazette.appointment_lapsed import lapsed
from loaders.gazette.appointment_orders import in_order, moved
from loaders.gazette.appointment_persons import bare, persons_in
from loaders.gazette.appointment_posts import nominated_in, posts_in
from loaders.gazette.appointment_sent import sent_to
from loaders.gazette.appointment_taken_over import taken_over
from loaders.gazette.names import bare_posts
from loaders.gazette.notice import Notice
from loaders.gazette.persons import is_name, is_rare_name, is_title, may_be_name, read_mentions
from loaders.readers.paper import Passage

#: What an act holds, in a paper that is not about persons: its verb; 任 alone where it is no 责任, 主任, 任务; 同志 before 为.
ACT = re.compile(
    r"任命|免去|免除|任免|任职|免职|聘|当选|选举|推选|推举|补选|增选|提名|推荐|接受|辞去|撤销|不再|代理|晋升|兼|挂|拟任|担任|出任|调任|转任|改任|主持|职务|同志"
    r"|(?<![责主信])任(?![期职免务])|(?<![避难以减])免(?![费疫税])"
)
ACTIONS = {
    "任命": "任命", "决定任命": "任命", "批准任命": "任命", "任": "任命", "任职": "任命", "免去": "免去", "免除": "免去", "决定免去": "免去",
    "批准免去": "免去", "免": "免去", "免职": "免去", "提名": "提名", "推荐": "推荐", "聘任": "聘任", "聘": "聘任", "续聘": "聘任", "聘用": "聘任", "解聘": "解聘",
    "拟任": "拟任", "兼任": "兼任", "委派": "任命", "当选": "当选", "选举": "当选", "补选": "当选", "接受辞职": "辞去",
}  # fmt: skip
_LEAD = re.compile(
    r"\s*(?:[-*●—–·◆■]{1,2}\s*)?(?:[一二三四五六七八九十]{1,3}、|[(]?[一二三四五六七八九十\d]{1,3}[)]\s*|\d{1,3}[.、]\s*|[①-⑳]\s*)?(?:现(?=决定|任|免|聘|将)(?!任)|兹|同时|并|另|会议|大会)?(?:决定|同意|批准|确定(?=[^,。;]{2,40}人选))?[:,]?(?:由(?=[^,。;由]{2,12}代理))?"
)
_NO_CLAUSE = re.compile(r"以上|上述|试用期|任职时间|任期|聘期|聘任期|自[^,]{2,20}(?:起|之日)|特此|各有关|现将")
#: `任命…副县长、代理县长`: the second is an acting post.
_AS_ACTING = re.compile(r"代理(?=[省市县区旗州盟镇乡]长$|(?:检察长|院长|主席)$)")
_OTHER_PERSON = re.compile(r"(?P<who>[\u4e00-\u9fff·]{2,8}?)(?:同志)?(?:为|任)(?P<post>.{3,})")
#: Headlines run together without a stop: `甲任乙县县长丙任丁县县长`; whose post is which, the words do not part.
_ACT_INSIDE = re.compile(
    r"职务[\u4e00-\u9fff]{2}|辞(?:去|任)|(?:书记|[长席])[\u4e00-\u9fff]{2,3}(?<![主责])任(?!务|期|职)"
)
#: `晋升为正厅级领导干部`: how high, and no post.
_RANK_ALONE = re.compile(r"[\u4e00-\u9fff]{0,16}[正副][国省部厅局司师地处县科股乡]级领导干部")
#: `经集团党委研究决定，` leads to a sentence of its own.
_DECIDED = re.compile(r"(?:研究|决定|同意|通过|批准)[^,。;:]{0,4},$")
#: An act of its own on somebody named behind it: what follows is not said of those before.
_OWN_ACT = re.compile(r"(?:任命|免去|选举|补选|聘任|提名|接受)(?!其|了)[\u4e00-\u9fff·]{2}")
#: What a life goes on with: `该同志1994年…`, `2007年3月任现职`.
_OF_THE_SAME = re.compile(
    r"\s*(?:该同志|现任|现为|曾任|历任|先后任|(?:19|20)\d{2}年(?:\d{1,2}月)?起?(?:任|担任|历任|兼任|调任|转任|现任))"
)
#: Acts that are still to come: a day before them is one of somebody's life.
_TO_COME = frozenset(("拟任", "提名", "推荐"))
_LONGEST_LEAD = 60
_BRACKETED = re.compile(r"\([^()]*\)")
#: `现任乙县副县长丁一，拟任丙局局长`.
_TO_RISE = re.compile(r"现任[^,。;:]+,拟$")
_PARTICULARS = re.compile(r",\s*[男女]\s*,")
#: `任命：`, `免去下列同志职务`: what stands below is a list of that act.
_OPENS_LIST = re.compile(r"\s*(?:决定)?(?P<verb>任命|免去|提名|聘任|解聘)(?:下列|以下)?(?:同志)?(?:职务)?\s*")
_LONGEST_NAME = 8
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause behind its lead, `passage.text[start:end]`."""

    notice: Notice
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    def rows(self, action: str, held: Iterable[tuple[str, str]], rule: str, sure: float) -> Iterator[Appointment]:
        """A row for each person and post."""
        source = self.notice.source(self.passage, self.start, self.end, rule=rule, confidence=sure)
        day = self.notice.signed_date or ("" if action in _TO_COME else day_of_act(self.passage.text, self.start))
        for person, post in held:
            yield Appointment(source=source, action=action, person=person, post=post, date=day)


def acts_of(
    notice: Notice, passage: Passage, low: int, high: int, state: State, *, personnel: bool
) -> Iterator[Appointment]:
    """The acts that `passage.text[low:high]` states; `personnel` says that the paper is about such acts."""
    lead = _LEAD.match(passage.text, low, high)
    clause = _Clause(notice, passage, lead.end() if lead else low, high)
    if (below := _below(clause, state)) is not None:
        yield from below
        return
    named_above = state.persons
    state.goes_on = low > 0 and passage.text[low - 1] in ",;" and state.acted == (passage.start, low - 1)
    opens = _opens_sentence(passage.text, low)
    if (opens or _TO_RISE.match(passage.text, clause.start, high + 2)) and _names_subject(clause, state):
        return
    if _NO_CLAUSE.match(clause.words) or len(clause.words.strip()) < _SHORTEST:
        return
    if head := _OPENS_LIST.fullmatch(clause.words):
        state.action = ACTIONS[head["verb"]]
        return
    yield from _lapsed(clause)
    if (ordered := in_order(passage, clause.start, high)) is not None:
        state.persons, state.done = tuple(person for person, _ in ordered.pairs), ordered.action
        yield from clause.rows(ordered.action, ordered.pairs, ordered.rule, 0.95)
        return
    state.house = ""
    for reading in (taken_over, sent_to, moved, *READINGS):
        if (found := reading(passage, clause.start, high, state, personnel)) is not None:
            yield from _stated(clause, state, found, goes_on=reading is going_on)
            return
    if state.persons is named_above and _is_of_another(clause.words, opens=opens):
        state.persons, state.done = (), ""


def _opens_sentence(text: str, low: int) -> bool:
    """Whether a clause opens a sentence, or stands behind who decided it (`经集团党委研究决定，`)."""
    above = text[max(0, low - _LONGEST_LEAD) : low].rstrip()
    return not above or above[-1] in "。;:" or _DECIDED.search(above) is not None


def _names_subject(clause: _Clause, state: State) -> bool:
    """Take the person who stands in a clause of its own: `刘强同志因工作调动，不再担任…`, `张明，男，…拟任…`."""
    subject = SUBJECT.match(clause.words)
    if subject is None:
        return False
    passage = clause.passage
    low, high = clause.start + subject.start("who"), clause.start + subject.end("who")
    alone = read_mentions(passage, low, high)
    described = _PARTICULARS.match(passage.text, clause.end) is not None
    name = passage.printed(low, high)
    persons: tuple[str, ...] | None = None
    if described and len(alone) > 1 and "、" not in subject["who"]:
        # 阿依 石布,女,某族: one person, of whatever name.
        persons = (name,) if may_be_name(name) or is_rare_name(name) else ()
    elif len(alone) == 1 and alone[0].person and _TO_RISE.match(passage.text, clause.start, clause.end + 2):
        persons = (alone[0].person,)
    elif alone and all(mention.person and (subject["left"] or not mention.title) for mention in alone):
        persons = tuple(mention.person for mention in alone)
    elif described:
        # 某某,男,某族: another person begins, whatever the name; the one above has nothing to do with it.
        plain = (name,) if len(name) <= _LONGEST_NAME and may_be_name(name) else ()
        persons = persons_in(passage, low, high, alone=True) or plain
    if persons is None:
        return False
    state.persons, state.done = persons, ""
    return True


def _lapsed(clause: _Clause) -> Iterator[Appointment]:
    """Posts that lapse with what the clause does."""
    before = ""
    for low, high, person in lapsed(clause.passage, clause.start, clause.end):
        for post in posts_in(clause.passage, low, high, before=before):
            before = post
            yield from replace(clause, start=low).rows("免去", [(person, post)], "appointment/lapsed", 0.9)


def _stated(clause: _Clause, state: State, found: Found, *, goes_on: bool) -> Iterator[Appointment]:
    """The acts that a clause states in one of the forms; a post without its body takes it from the one before."""
    action, persons, span, rule, sure = found
    before = state.house or (state.post if goes_on or _is_of_same_house(clause, state, span) else "") or state.body
    names = posts_in(clause.passage, *span, before=before)
    nominated = nominated_in(clause.passage, *span, before=before) if "提名" in clause.words else ()
    state.persons, state.done = persons, action
    for name in names:
        post = name
        if (other := _OTHER_PERSON.fullmatch(name)) and (is_name(other["who"]) or is_rare_name(other["who"])):
            # 任命甲为县教育局局长、乙为县财政局局长
            state.persons, post = (other["who"],), other["post"]
        if _RANK_ALONE.fullmatch(post) is not None or _ACT_INSIDE.search(post) is not None:
            continue
        if not is_title(post) and not post.endswith(("人选", "候选人", "级领导职务")):
            continue
        doing = "提名" if action in ("任命", "拟任") and post in nominated else action
        if action == "任命" and (acting := _AS_ACTING.search(post)):
            doing, post = "代理", post[: acting.start()] + post[acting.end() :]
        state.post, state.acted = post, (clause.passage.start, clause.end)
        yield from clause.rows(doing, [(person, post) for person in state.persons], rule, sure)


def _is_of_same_house(clause: _Clause, state: State, span: tuple[int, int]) -> bool:
    """Whether a post is one of the house named before: `免去其…`, `任命甲为乙学院院长，丙为副院长`."""
    text = clause.passage.text
    if "其" in text[clause.start : span[0]]:
        return True
    if not state.goes_on or _OWN_ACT.match(text, clause.start) is not None:
        return False
    return bare(text[slice(*span)]).removeprefix("副") in bare_posts()


def _is_of_another(words: str, *, opens: bool) -> bool:
    """Whether a clause is an act of somebody who is not made out: nothing behind it is said of those above."""
    if _OF_THE_SAME.match(words):
        return False
    return (opens and ACT.search(words) is not None) or _OWN_ACT.search(words) is not None


def _below(clause: _Clause, state: State) -> list[Appointment] | None:
    """The acts of a stretch that announces persons below or names some so announced; None if it does neither."""
    passage, low, high = clause.passage, clause.start, clause.end
    if announcement := announced(passage, low, high, state.action):
        action, first, last = announcement
        state.below = (
            action,
            tuple(post for post in posts_in(passage, first, last, before=state.body) if is_title(post)),
        )
        state.persons, state.done, state.line = (), "", -1
        return []
    if state.done and state.post and list_follows(passage, low, high):
        state.below, state.line = (state.done, (state.post,)), -1
        return []
    on_line = state.below is not None and state.line == passage.start
    if state.line not in (-1, passage.start):
        state.below, state.line = None, -1
    act = state.action or state.over
    elects = bool(state.elected_to and state.body.endswith(state.elected_to))
    label = label_before_colon(passage, low, high, inside=on_line, bare_too=elects) if act else None
    rows = _named(clause, high if label is None else label, state)
    if label is not None:
        before = (state.post if on_line else "") or state.body
        state.below, state.line = (act, tuple(posts_in(passage, label, high, before=before))), passage.start
        state.post = state.below[1][-1] if state.below[1] else ""
    return rows if label is None else rows or []


def _named(clause: _Clause, end: int, state: State) -> list[Appointment] | None:
    """The acts on those whom a clause names up to `end`, if it stands below or behind an announcement; None if it does not."""
    words = clause.passage.text[clause.start : end]
    if state.below is None or not words.strip() or _NO_CLAUSE.match(words):
        return None
    if is_particular(words):
        return []
    persons = () if ACT.search(_BRACKETED.sub("", words)) else named_below(clause.passage, clause.start, end)
    if not persons:
        state.below = None
        return None
    action, posts = state.below
    return list(replace(clause, end=end).rows(action, itertools.product(persons, posts), "appointment/below", 0.9))
