"""AB角 (AB岗): who stands in for whom while one of the two is away.

Rules: `ab/mutual` (`A与B互为AB角`), `ab/one-way` (`由B担任A的B角`, `A角：… B角：…`), `ab/list` (pairs under a heading),
`ab/block` (`B角：…` in a leader's own block), `ab/table`. Conventions: 互为 binds both ways, an A角 with a B角 one way;
a C角 is what is left if both are away and goes to `fallback`; `不设B岗` is no pair; what is said of all pairs once
(一方外出期间, 双方同时外出的由…) belongs to each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.statements import StandIn
from loaders.gazette import divisions, lists, stand_ins_tables, subjects
from loaders.gazette.blocks import Paragraph, labelled, paragraphs
from loaders.gazette.divisions_verbs import first_verb
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention
from loaders.gazette.stand_ins_tables import Pair
from loaders.gazette.stand_ins_terms import both_away, condition_of, limits_of
from loaders.readers.paper import Passage

_AB = r"A\s*+(?:[、/\-—和]\s*+)?B\s*+(?:[角岗]|制)"
_APPLIES = re.compile(rf"{_AB}|[AB]\s*[角岗]")
_MUTUAL = re.compile(
    rf"(?:相互|互相|互)为\s*(?:{_AB})?(?:搭档|替补|顶岗)?|(?:结为|组成|实行|为){_AB}(?:搭档|关系)?(?=[,。;\s]|$)"
)
_BOUNDARY = re.compile(r"[:,;]|由(?=[\u4e00-\u9fff])|制度?(?=[\u4e00-\u9fff])|安排(?=[\u4e00-\u9fff])")
_A_THEN_B = re.compile(
    r"A[角岗](?:人员|责任人|负责人|经办人)?\s*+(?:[:为是]|由)?(?P<a>[^:。]{2,80}?)(?:担任)?[,;、\s]++B[角岗](?:人员|责任人|负责人|经办人)?\s*+(?:[:为是]|由)?(?P<b>[^:。]{2,80}?)(?:担任|负责)?\s*(?=[。;,]|$)"
)
_B_BY = re.compile(r"由(?P<b>[^,;。由]{2,60}?)(?:同志)?(?:担任|兼任|任|作为|为)(?:其|他的|她的)?(?:的)?B[角岗]")
_B_OF = re.compile(r"(?P<b>[^,;。]{2,60}?)(?:为|是|任|担任|作为)(?P<a>[^,;。]{2,60}?)的B[角岗]")
_B_IS = re.compile(
    r"(?P<a>[^,;。]{2,80}?)(?:的|,|,其)?B[角岗](?:为|是|由|:)\s*(?P<b>[^,;。]{2,60}?)(?:担任)?(?=[,;。]|$)"
)
_LETTERED = re.compile(r"(?:\(|为|是|担任|任)\s*(?P<letter>[ABC])\s*[角岗](?:\s*\)|(?=[,;。、]|$))")
_OWN_WORK = re.compile(r"(?:同志)?(?:所)?(?:分管|负责|承担|主管)的(?P<scope>.{2,80}?)(?:工作|业务)?[,\s]*$")
_AWAY = re.compile(
    r"(?:同志)?(?:的工作|工作|因.{1,12})?(?:外出|离岗|不在岗|休假|出差|缺位|请假).{0,12}(?:期间|时|的|后)?(?<![,\s])[,\s]*$|(?:同志)?的?(?:工作)?(?<![,\s])[,\s]*$"
)
_WHILE_AWAY = re.compile(
    r"(?P<a>[^,;。]{2,40}?)(?:同志)?(?:(?:因[^,;。]{1,12}?)?(?P<what>外出|出差|休假|离岗|不在岗|请假)[^,;。]{0,8}?(?:期间|时|的),?(?:其工作)?|的工作)由(?P<b>[^,;。由]{2,40}?)(?:同志)?(?:代理|代为|代管|主持|负责|接替|代行|顶岗)"
)
_AWAY_SIGN = re.compile("外出|出差|休假|离岗|不在岗|请假|的工作由")
_B_OF_ONE_BEFORE = re.compile(
    r"由(?P<a>[^,;。由]{2,40}?)(?:同志)?(?:负责|分管|承担|办理|担任)[^,;。]{0,10},(?P<b>[^,;。]{2,40}?)(?:为|是|任|担任)其B[角岗]"
)
_C = re.compile(r"C[角岗](?:均|都)?(?:为|是|由|:)\s*(?P<who>[^,;。]{2,60}?)(?:担任)?(?=[,;。]|$)")
_ANNOUNCED = re.compile(
    rf"(?:{_AB}|互为)[^。]{{0,30}}(?:。[^。]{{0,12}}(?=如下\s*:?\s*$))?(?:如下|名单|安排|分组|配对|人员)?\s*:?\s*$"
)
#: `AB角安排：张三—李四，王五—赵六`: the pairs stand behind the words that announce them.
_ANNOUNCED_HERE = re.compile(rf"^.{{0,12}}?{_AB}(?:工作)?(?:制度?)?(?:安排|分组|配对|人员|名单|关系)?(?:如下|为)?\s*:")
_PARTNER_LABEL = re.compile(rf"(?:互为)?{_AB}(?:人员|领导|同志)?|B[角岗](?:人员|领导|责任人)?")
_A_LABEL = re.compile(r"A[角岗](?:人员|领导|责任人)?")


@dataclass(slots=True)
class _Found:
    """A pair with what its own paragraph says of it."""

    passage: Passage
    pair: Pair
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class _State:
    """What the paragraphs so far leave for the next: the block's person, an open A角, a heading over pairs."""

    persons: tuple[Mention, ...] = ()
    first: list[Mention] = field(default_factory=list)
    announced: bool = False


def read(notice: Notice) -> Iterator[StandIn]:
    """The pairs of a notice in printed order, each once a scope."""
    if notice.kind not in ("notice", "text"):
        return
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if folded.find("A", first, last) < 0 and folded.find("B", first, last) < 0:
        return
    if not _APPLIES.search(folded, first, last):
        return
    texts = paragraphs(notice)
    known = frozenset(mention.person for paragraph in texts for mention in paragraph.head) | divisions.leaders(notice)
    general = _General(texts)
    seen: set[tuple[str, str, str]] = set()
    rows = list(_found(notice, texts, known))
    both_ways = {(frozenset((one.pair.a, one.pair.b)), one.pair.scope) for one in rows if one.pair.mutual}
    for found in rows:
        pair = found.pair
        if not pair.mutual and (frozenset((pair.a, pair.b)), pair.scope) in both_ways:
            continue
        low, high = sorted((pair.a, pair.b)) if pair.mutual else (pair.a, pair.b)
        key = (low, high, pair.scope)
        if pair.a == pair.b or key in seen:
            continue
        seen.add(key)
        yield StandIn(
            source=notice.source(found.passage, found.start, found.end, rule=found.rule, confidence=pair.confidence),
            person_a=pair.a,
            person_b=pair.b,
            mutual="yes" if pair.mutual else "no",
            condition=pair.condition or general.condition,
            scope=pair.scope,
            exclusion=pair.exclusion,
            fallback=pair.fallback or general.fallback,
        )


class _General:
    """What a notice says once for all its pairs, in paragraphs that name none."""

    def __init__(self, texts: Sequence[Paragraph]) -> None:
        self.condition = ""
        self.fallback = ""
        for paragraph in texts:
            passage = paragraph.passage
            if paragraph.row or paragraph.head:
                continue
            if not self.condition:
                self.condition = condition_of(passage, 0, len(passage.text))
            if not self.fallback and not _MUTUAL.search(passage.text):
                self.fallback = both_away(passage, 0, len(passage.text), frozenset())


def _found(notice: Notice, texts: Sequence[Paragraph], known: frozenset[str]) -> Iterator[_Found]:
    state = _State()
    for paragraph in texts:
        if paragraph.row:
            continue
        if paragraph.head and not state.announced:
            state.persons, state.first = paragraph.head, []
            continue
        yield from _paragraph(paragraph, state, known)
    for line, pair in stand_ins_tables.pairs(notice, known):
        yield _Found(line, pair, 0, len(line.text), "ab/table")


def _paragraph(paragraph: Paragraph, state: _State, known: frozenset[str]) -> Iterator[_Found]:
    passage = paragraph.passage
    text = passage.text
    if len(text) > 20_000:
        return
    found: list[_Found] = []
    if _APPLIES.search(text) or "互为" in text or (_AWAY_SIGN.search(text) and _WHILE_AWAY.search(text)):
        found.extend(_lettered(passage, known))
        if not found:
            found.extend(_labels(passage, state, known))
        if not found:
            previous: list[Mention] = []
            for low, high in lists.split(text, 0, len(text), marks="。;"):
                pairs = list(_sentence(passage, low, high, state, known, previous))
                found.extend(pairs)
        if not found and (here := _ANNOUNCED_HERE.match(text)) is not None:
            found.extend(_listed(passage, here.end(), known))
        if not found and _ANNOUNCED.search(text):
            state.announced = True
            return
    elif state.announced:
        found.extend(_bare(passage, known))
        if not found and len(text.strip()) > 40:
            state.announced = False
    yield from _completed(passage, found, known)


def _completed(passage: Passage, found: list[_Found], known: frozenset[str]) -> Iterator[_Found]:
    """Pairs with the C角 and the other words their paragraph has for all of them."""
    if not found:
        return
    text = passage.text
    third = _C.search(text)
    fallback = ""
    if third is not None:
        fallback = ";".join(one.person for one in subjects.named(passage, *third.span("who"), known=known))
    fallback = fallback or both_away(passage, 0, len(text), known)
    condition = condition_of(passage, 0, len(text))
    for one in found:
        one.pair.fallback = one.pair.fallback or fallback
        one.pair.condition = one.pair.condition or condition
        yield one


# --- kinds of sentences -----------------------------------------------------------------------------------------


def _sentence(
    passage: Passage, low: int, high: int, state: _State, known: frozenset[str], previous: list[Mention]
) -> Iterator[_Found]:
    text = passage.text
    at = low
    read = False
    for match in _MUTUAL.finditer(text, low, high):
        pairs = _mutual(passage, at, match.start(), state, known)
        if pairs:
            read = True
            stop = next((later.start() for later in _MUTUAL.finditer(text, match.end(), high)), high)
            scope, exclusion = limits_of(passage, match.end(), stop)
            for a, b in pairs:
                previous[:] = [a, b]
                yield _pair(passage, a, b, "ab/mutual", mutual=True, scope=scope, exclusion=exclusion)
        at = match.end()
    if read:
        return
    if (turned := _B_BY.search(text, low, high)) is not None:
        yield from _by(passage, low, turned, known, previous)
        return
    for pattern in (_A_THEN_B, _B_OF_ONE_BEFORE, _B_OF, _B_IS, _WHILE_AWAY):
        found = False
        for named in pattern.finditer(text, low, high):
            firsts, others = _names(passage, named.span("a"), known), _names(passage, named.span("b"), known)
            if firsts and others:
                found = True
                for one in _crossed(passage, firsts, others):
                    if pattern is _WHILE_AWAY and named["what"]:
                        one.pair.condition = passage.printed(*named.span("what"))
                    yield one
        if found:
            return


def _mutual(
    passage: Passage, low: int, high: int, state: _State, known: frozenset[str]
) -> list[tuple[Mention, Mention]]:
    """The pairs before 互为: the widest stretch that is nothing but pairs; `与Y互为AB角` in X's own block is X and Y."""
    text = passage.text
    starts = [low, *(match.end() for match in _BOUNDARY.finditer(text, low, high))][:40]
    for start in starts:
        pairs = subjects.partners(passage, start, high, known=known)
        if pairs:
            return pairs
    start, _ = subjects.lead_cut(text, low, high)
    if len(state.persons) == 1:
        for begin in [start, *starts[1:]]:
            if text[begin : begin + 1] in ("与", "和", "同"):
                other = subjects.named(passage, begin + 1, high, known=known)
                if len(other) == 1:
                    return [(state.persons[0], other[0])]
    return []


def _by(
    passage: Passage, low: int, match: re.Match[str], known: frozenset[str], previous: list[Mention]
) -> Iterator[_Found]:
    """`X分管的S由Y担任B角`, `X外出时由Y担任B角`."""
    text = passage.text
    others = _names(passage, match.span("b"), known)
    _, stop = lists.trimmed(text, low, match.start())
    scope = ""
    own = _OWN_WORK.search(text[low:stop])
    if own is not None:
        scope = passage.printed(low + own.start("scope"), low + own.end("scope"))
        stop = low + own.start()
    elif away := _AWAY.search(text[low:stop]):
        stop = low + away.start()
    firsts = subjects.named(passage, low, stop, known=known)
    if not firsts and not text[low:stop].strip(" ,其"):
        firsts = previous[:1]
    yield from _crossed(passage, firsts, others, scope=scope)


def _crossed(
    passage: Passage, firsts: Sequence[Mention], others: Sequence[Mention], *, scope: str = "", rule: str = "ab/one-way"
) -> Iterator[_Found]:
    for a in firsts:
        for b in others:
            yield _pair(passage, a, b, rule, mutual=False, scope=scope)


def _lettered(passage: Passage, known: frozenset[str]) -> Iterator[_Found]:
    """`张三（A角）、李四（B角）`, `张三为A角，李四为B角`: each B角 stands in for the A角 before it."""
    text = passage.text
    marks = list(_LETTERED.finditer(text))
    if len(marks) < 2:
        return
    first: list[Mention] = []
    at = 0
    for match in marks:
        stretch = text[at : match.start()]
        cuts = [at, *(at + mark.end() for mark in re.finditer(r"[:;。,、]|由", stretch))]
        mentions = next((got for cut in cuts if (got := subjects.named(passage, cut, match.start(), known=known))), [])
        if match["letter"] == "A":
            first = mentions
        elif match["letter"] == "B":
            yield from _crossed(passage, first, mentions)
        at = match.end()


def _labels(passage: Passage, state: _State, known: frozenset[str]) -> Iterator[_Found]:
    """`A角：X` and `B角：Y` as labels, on one line or on two; `B角：Y` or `AB角：Y` in the block of X."""
    for part in labelled(passage):
        if not part.label:
            continue
        names = _names(passage, (part.start, part.end), known, cell=True)
        if _A_LABEL.fullmatch(part.label):
            state.first = names
        elif _PARTNER_LABEL.fullmatch(part.label) and names:
            firsts = state.first or list(state.persons)
            if not firsts and len(names) == 2:
                yield _pair(passage, names[0], names[1], "ab/list", mutual=True)
            elif len(firsts) == 1:
                for other in names:
                    yield _block_pair(passage, firsts[0], other, part.label_start, mutual="A" in part.label)
            state.first = []


def _block_pair(passage: Passage, first: Mention, other: Mention, label_start: int, *, mutual: bool) -> _Found:
    pair = Pair(first.person, other.person, mutual=mutual)
    return _Found(passage, pair, label_start, other.end, "ab/block")


def _bare(passage: Passage, known: frozenset[str]) -> Iterator[_Found]:
    """A line of one pair under a heading that announces pairs: `张三—李四`, `张三  李四`."""
    text = passage.text
    if len(text.strip()) > 80 or first_verb(text, 0, len(text)) >= 0:
        return
    yield from _listed(passage, 0, known)


def _listed(passage: Passage, start: int, known: frozenset[str]) -> Iterator[_Found]:
    """The pairs of a list that begins at `start`."""
    text = passage.text
    for low, high in lists.split(text, start, len(text), marks="。;,"):
        for a, b in subjects.partners(passage, low, high, known=known):
            yield _pair(passage, a, b, "ab/list", mutual="→" not in text[low:high])


# --- pieces -----------------------------------------------------------------------------------------------------


def _pair(
    passage: Passage, a: Mention, b: Mention, rule: str, *, mutual: bool, scope: str = "", exclusion: str = ""
) -> _Found:
    pair = Pair(
        a.person,
        b.person,
        mutual=mutual,
        scope=scope,
        exclusion=exclusion,
        confidence=min(a.confidence, b.confidence, 1.0),
    )
    start, end = min(a.start, b.start), max(a.end, b.end)
    return _Found(passage, pair, start, end, rule)


def _names(passage: Passage, span: tuple[int, int], known: frozenset[str], *, cell: bool = False) -> list[Mention]:
    low, high = span
    while high > low and passage.text[high - 1] in "。;, ":
        high -= 1
    if cell:
        return stand_ins_tables.names(passage, low, high, known)
    return subjects.named(passage, low, high, known=known)
