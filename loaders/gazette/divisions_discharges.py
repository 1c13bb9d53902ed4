"""What a division takes off a desk: `X不再分管甲`, `甲不再由X分管`, `免去X分管甲的工作`, `X原分管的甲改由Y分管`.

Rules: `discharge/no-more` (不再, 停止, and lists behind the label 不再分管：), `discharge/relieved` (免去) and `discharge/handed-over` (what X had passes to
Y). A wrong ending hides who is responsible, so nothing is given out unless it is plain who loses what: not of an object with limits in
brackets (`不再分管甲（乙部分）`), not of what stands for something else (上述工作), not where a verb behind `、` might begin anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.statements import Discharge
from loaders.gazette import lists, subjects
from loaders.gazette.divisions_endings import Ending
from loaders.gazette.divisions_objects import Charge, brackets, listed
from loaders.gazette.divisions_verbs import RELATIONS
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_title
from loaders.readers.paper import Passage

_VERBS = "分管|主管|主抓|兼管|负责|联系|协管|代管|主持|牵头"
#: Words that stand for what another sentence names, or for persons by what they do.
_NOT_NAMED = re.compile(
    r"^(?:原有?|其|相关|有关|以上|上述|前述|以下|下列|该|此|这|任何|一切|全部|所有|具体)(?![\u4e00-\u9fff]{0,3}[局委办])"
    rf"|(?:{_VERBS})(?:的|$)|其[他它余]|以外|之外|的(?:同志|领导|干部|人|负责|单位|部门|副|班子|成员|工作$)|职务|^.{{0,2}}分工$"
)
_RELIEVED = re.compile(
    rf"(?:免去|免除|解除|取消)(?P<who>[^,;。:]{{2,24}}?)(?:同志)?[所原]?(?P<verb>{_VERBS})(?P<of>的)?(?P<what>[^,;。]+)"
)
_THE_WORK = re.compile(r"(?:等|方面|等方面)?的?(?:工作|职责|任务|分工)[。\s]*$")
#: `将X分管的`, `原由X分管的`, `X同志原分管的` before what is handed over.
_HELD = re.compile(
    rf"(?P<lead>现?将|现?把|原由|原|由)?(?P<who>[^,;。:由将]{{2,30}}?)(?:同志)?所?(?P<once>原来?|此前)?(?:负责)?(?P<verb>{_VERBS})的$"
)
#: `甲由X分管调整为由Y分管`: who had it stands behind it.
_HELD_BEHIND = re.compile(
    rf"(?:等|方面|等方面)?(?:的?工作)?(?P<once>原)?由(?P<who>[^,;。:由]{{2,30}}?)(?:同志)?(?P<verb>{_VERBS})(?=调|改|变|移|转|,)"
)
#: What stands between the objects, or who had them, and `由Y`.
_CHANGED = re.compile(r"(?:调整|变更|移交|转交|划转|改)(?:为|给|至)?$")
_NOW = re.compile(r"(?:等|方面|等方面)?的?(?:工作|事务|事项|单位|部门)?[,]?(?:现在?|今后|统一|均|都|全部)?")
#: For a time, or beside X: X loses nothing.
_FOR_A_TIME = re.compile(r"期间|暂|临时|代为|代管|协管|协助|外出|休假|出差|学习|培训")


def taken_off(
    passage: Passage, ending: Ending, low: int, high: int, persons: Sequence[Mention], known: Collection[str]
) -> list[Charge]:
    """What a clause with 不再 takes off the desk of those it speaks of (from `low` on), or of those behind 由."""
    if ending.span is None or not ending.sure or _FOR_A_TIME.search(passage.text, low, ending.place):
        return []
    if ending.by is None:
        return list(_of(passage, ending.span, persons, ending.relation, ending.place))
    persons = subjects.named(passage, *ending.by, known=known)
    return [replace(each, end=high) for each in _of(passage, ending.span, persons, ending.relation, ending.span[0])]


def goes_on(passage: Passage, span: tuple[int, int], ending: Ending, persons: Sequence[Mention]) -> Iterator[Charge]:
    """More bodies behind a comma of the list that 不再 ends."""
    yield from _of(passage, span, persons, ending.relation, ending.place)


def relieved(passage: Passage, low: int, high: int, known: Collection[str]) -> list[Charge]:
    """`免去X分管甲、乙的工作`, `免去X分管的甲工作`; an office (免去X副县长职务) is no charge."""
    match = _RELIEVED.match(passage.text, *lists.trimmed(passage.text, low, high))
    if match is None or is_title(match["what"]):
        return []
    start, stop = match.span("what")
    closing = _THE_WORK.search(passage.text, start, stop)
    if closing is None and not lists.is_body(passage.cut(start, stop).printed_folded()):
        return []
    persons = subjects.named(passage, *match.span("who"), known=known)
    stop = closing.start() if closing else stop
    found = _of(passage, (start, stop), persons, RELATIONS[match["verb"]], match.start())
    return [replace(each, rule="discharge/relieved", end=match.end()) for each in found]


def handed_over(
    passage: Passage,
    clause: tuple[int, int],
    before: tuple[int, int] | None,
    given: Sequence[Charge],
    known: Collection[str],
) -> list[Charge]:
    """Who had before what a clause turned round (`X原分管的甲改由Y分管`) gives to Y: X, if named and plainly no longer."""
    text = passage.text
    objects = [each for each in given if each.kind != "person"]
    if not objects:
        return []
    first, last = objects[0].item.start, max(each.end for each in objects)
    low = clause[0] if first >= clause[0] or before is None else before[0]
    low, high = subjects.lead_cut(text, *lists.trimmed(text, low, clause[1]))
    to_whom = text.rfind("由", last, high)
    start = low if before is None else min(low, before[0])
    if to_whom < 0 or _FOR_A_TIME.search(text, start, first) or _FOR_A_TIME.search(text, last, high):
        return []
    held = _HELD.match(text, low, first)
    lead = held["lead"] if held else None
    behind = None if held else _HELD_BEHIND.match(text, last, to_whom)
    had = held or behind
    if had is None:
        return []
    between = "".join(text[had.end() if behind else last : to_whom].split())
    once = had["once"] is not None or lead in ("原由", "原")
    if not _CHANGED.search(between) and not (once and _NOW.fullmatch(between)):
        return []
    persons = subjects.named(passage, *had.span("who"), known=known)
    found = (_sure(passage, replace(each, persons=tuple(persons))) for each in objects)
    return [
        replace(
            each, relation=RELATIONS[had["verb"]], verb_start=low, end=high, rule="discharge/handed-over", ends=True
        )
        for each in found
        if each is not None
    ]


def listed_ends(
    passage: Passage, start: int, end: int, persons: Sequence[Mention], verb: str, label: int
) -> Iterator[Charge]:
    """The list behind `不再分管：`."""
    yield from _of(passage, (start, end), persons, RELATIONS[verb], label)


def statements(
    notice: Notice, passage: Passage, charge: Charge, titles: Mapping[str, str], longest: int
) -> Iterator[Discharge]:
    """The rows of one object that is taken off: its words from 不再 to the object, or to the end of who has it now."""
    start = charge.verb_start if charge.end - charge.verb_start <= longest else charge.item.start
    end = charge.end if charge.end - start <= longest else charge.item.end
    for mention in charge.persons:
        confidence = min(charge.confidence, 1.0 if mention.confidence >= 0.9 else mention.confidence)
        yield Discharge(
            source=notice.source(passage, start, end, rule=charge.rule, confidence=confidence),
            person=mention.person,
            title=mention.title or titles.get(mention.person, ""),
            relation=charge.relation,
            object=charge.object,
            object_kind=charge.kind,
        )


def _of(
    passage: Passage, span: tuple[int, int], persons: Sequence[Mention], relation: str, begin: int
) -> Iterator[Charge]:
    for each in listed(passage, *span, tuple(persons), relation, begin):
        if (charge := _sure(passage, each)) is not None:
            yield replace(charge, rule="discharge/no-more", ends=True)


def _sure(passage: Passage, charge: Charge) -> Charge | None:
    """The object, if it is plain what it is and that all of it goes."""
    if not charge.persons or _NOT_NAMED.search(charge.object) or charge.confidence < 1:
        return None
    return None if brackets(passage, charge.item)[1] else charge
