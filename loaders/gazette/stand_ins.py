"""AB角 (AB岗): who stands in for whom while one of the two is away.

Rules: `ab/mutual` (`A与B互为AB角`), `ab/one-way` (`由B担任A的B角`, `A角：… B角：…`), `ab/list` (pairs under a heading),
`ab/block` (`B角：…` in a leader's own block), `ab/partner-is` (`A的AB角为B`), `ab/bracket` (`A（B角：B）`), `ab/table`,
`ab/in-order` (several 分别 for several), `ab/several` (without such a word: left to a person). Conventions: 互为 binds both ways, an A角 with a B角 one way;
a C角 is what is left if both are away and goes to `fallback`; `不设B岗` is no pair; what is said of all pairs once
(一方外出期间, 双方同时外出的由…) belongs to each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graph.statements import StandIn
from loaders.gazette import divisions, lists, stand_ins_tables, subjects
from loaders.gazette.blocks import DASHED_PAIR, Paragraph, labelled, paragraphs
from loaders.gazette.divisions_verbs import first_verb
from loaders.gazette.names import is_one_word
from loaders.gazette.notice import Notice
from loaders.gazette.persons import Mention, is_name, is_title, may_be_name
from loaders.gazette.stand_ins_pairs import Found, in_cells, names, pair_of
from loaders.gazette.stand_ins_sentences import (
    AB,
    MUTUAL,
    WHILE_AWAY,
    headed,
    in_brackets,
    lettered,
    opener,
    runs,
    sentence,
)
from loaders.gazette.stand_ins_tables import HOLDER, Pair
from loaders.gazette.stand_ins_terms import both_away, condition_of
from loaders.readers.paper import Passage

#: What offices call the same thing that write no letters: `补位关系为：` over `甲——乙`.
_WITHOUT_LETTERS = "补位(?:关系|制度|安排|名单|的?(?:同志|领导|人员))"
#: Nor do these: `副主任外出时，甲的工作由乙代管`.
_AWAY = "外出|出差|休假|离岗|不在岗|请假|不能履职|的工作由"
_BY_PROXY = rf"(?:{_AWAY})[^。]{{0,60}}代(?:管|理|行|为)"
_APPLIES = re.compile(rf"{AB}|[AB]\s*[角岗]|{_WITHOUT_LETTERS}|互补(?=[制,;。])|{_BY_PROXY}")
_AWAY_SIGN = re.compile(_AWAY)
_C = re.compile(r"C[角岗](?:均|都)?(?:为|是|由|:)\s*(?P<who>[^,;。]{2,60}?)(?:担任)?(?=[,;。]|$)")
_ANNOUNCED = re.compile(
    rf"(?:{AB}|互为|{_WITHOUT_LETTERS})[^。]{{0,30}}(?:。[^。]{{0,12}}(?=(?:如下\s*:?|(?:安排|名单|人员|[为是])\s*:)\s*$))?(?:如下|名单|安排|分组|配对|人员|为|是)?\s*:?\s*$"
)
#: `AB角安排：张三—李四，王五—赵六`: the pairs stand behind the words that announce them.
_ANNOUNCED_HERE = re.compile(
    rf"^[^:]{{0,60}}?{AB}(?:工作|搭配)?(?:制度?)?[^。:]{{0,12}}?(?:安排|分组|配对|人员|名单|关系|顺序)?(?:(?:分别)?(?:如下|为|是)\s*:?|即?\s*:|,(?=[\u4e00-\u9fff· ]{{2,16}}[—–→↔⇄⇔]))\s*"
)
#: `AB角明确如下（A角／B角）`: which side of each pair stands in for the other.
_SIDES = re.compile(r"\(\s*A[角岗]\s*[/—–-]{1,4}\s*B[角岗]\s*\)")
#: `补位安排如下。前为A角，后为B角：` says the same, above the pairs or below them: `（横线前为A岗，横线后为B岗）`.
_DASH_SAID = "(?:破折号|连接号|短?横线|连线|箭头|符号)?(?:之)?"
_SIDES_SAID = re.compile(
    rf"{_DASH_SAID}(?:前者?|前面|前一[人位]|左边?|左侧|左方)(?:的|同志|人员)?(?:为|是|系)A[角岗][,、;]\s*"
    rf"{_DASH_SAID}(?:后者?|后面|后一[人位]|右边?|右侧|右方)(?:的|同志|人员)?(?:为|是|系)B[角岗]\)?\s*[:。]?\s*$"
)
#: `甲——乙（限城市管理）`: for what alone the two are a pair.
_FOR_ALONE = re.compile(r"\((?:仅?限于?|负责|仅)(?P<scope>[^()]{2,40})\)[;。,]?\s*$")
#: `第一组：甲、乙` in a list of pairs.
_GROUP_NUMBER = re.compile(r"\s*第[一二三四五六七八九十\d]{1,3}(?:组|对)\s*[:、,]?\s*")
#: `党政办：甲—乙` in a list of pairs.
_OFFICE = re.compile(r"[\u4e00-\u9fff]{1,12}[科股室办局站所队部组心]\s*:\s*")
#: `甲—乙    丙—丁`: several pairs beside each other.
_BESIDE = re.compile(r"(?<=[\u4e00-\u9fff])\s{2,}+(?=[\u4e00-\u9fff])")
_JOINED = re.compile(r"[—–→←↔⇄⇔/-]|[与和同]")
_DASH = re.compile(r"[—–→←↔⇄⇔-]")
#: What gaps of two spaces and more part; a name of two characters may have one space inside.
_CELL = re.compile(r"\S(?:\s?\S)*+")
_PARTNER_LABEL = re.compile(rf"(?:互为|工作|领导)?{AB}(?:人员|领导|同志)?|(?:工作)?B[角岗]{HOLDER}")
#: A line that opens with an office may look like the head of a block: `所务  A角 所长甲，B角 副所长乙`.
_OFFICE_FIRST = re.compile(r"A[角岗][^。;]{2,40}B[角岗]")
_ONE_SIDE = re.compile(rf"[AB][角岗]{HOLDER}")
_A_LABEL = re.compile(rf"A[角岗]{HOLDER}")


_B_OPENS = re.compile(r"B[角岗]")
_A_OPENS = re.compile(r"A[角岗](?![^。;]*B[角岗])")
_LONGEST_NOTE = 60
_NOBODY = frozenset(("空缺", "暂缺", "待定", "缺位", "轮流"))


@dataclass(slots=True)
class _State:
    """What the paragraphs so far leave for the next: the block's person, an open A角, a heading over pairs, a label over names."""

    persons: tuple[Mention, ...] = ()
    label: str = ""
    first: list[Mention] = field(default_factory=list)
    announced: bool = False
    sides: bool = False  # the heading says which side is A角 and which is B角


def read(notice: Notice) -> Iterator[StandIn]:
    """The pairs of a notice in printed order, each once a scope."""
    if notice.kind not in ("notice", "text"):
        return
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if all(folded.find(sign, first, last) < 0 for sign in ("A", "B", "补位", "互补", "代")):
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
        if pair.a == pair.b or key in seen or not _NOBODY.isdisjoint((pair.a, pair.b)):
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
            if not self.fallback and not MUTUAL.search(passage.text):
                self.fallback = both_away(passage, 0, len(passage.text), frozenset())


def _found(notice: Notice, texts: Sequence[Paragraph], known: frozenset[str]) -> Iterator[Found]:
    state = _State(sides=any(_said_below(paragraph) for paragraph in texts))
    for paragraph in texts:
        if paragraph.row:
            yield from in_cells(paragraph.passage, known)
            continue
        label, state.label = state.label, ""
        if label and (below := names(paragraph.passage, (0, len(paragraph.passage.text)), known, cell=True)):
            yield from _behind_label(paragraph.passage, label, below, state, below[0].start)
            continue
        if (head := headed(paragraph.passage, known)) is not None:
            state.persons, state.first = (head[0],), []
            yield from _completed(paragraph.passage, head[1], known)
            continue
        if paragraph.head and not state.announced:
            state.persons, state.first = paragraph.head, []
            line = paragraph.passage
            whole = (0, len(line.text))
            found = list(in_brackets(line, known)) or list(lettered(line, *whole, known))
            yield from found or (sentence(line, *whole, (), known, []) if _OFFICE_FIRST.search(line.text) else ())
            continue
        yield from _paragraph(paragraph, state, known)
    for line, pair in stand_ins_tables.pairs(notice, known):
        yield Found(line, pair, 0, len(line.text), "ab/table")


def _said_below(paragraph: Paragraph) -> bool:
    """Whether a line of its own says which side of the pairs is which; such a line stands below them too."""
    text = paragraph.passage.text
    return "A" in text and len(text) < _LONGEST_NOTE and _SIDES_SAID.search(text) is not None


def _paragraph(paragraph: Paragraph, state: _State, known: frozenset[str]) -> Iterator[Found]:
    passage = paragraph.passage
    text = passage.text
    if len(text) > 20_000:
        return
    state.persons = tuple(opener(passage, 0, len(text), known)) or state.persons
    found: list[Found] = []
    if (
        _APPLIES.search(text)
        or "互" in text
        or ("(A)" in text and "(B)" in text)
        or ("A:" in text and "B:" in text)
        or (_AWAY_SIGN.search(text) and WHILE_AWAY.search(text))
    ):
        found.extend(one for _, low, high in runs(text) for one in _run(passage, low, high, state, known))
        if "(" in text and _SIDES.search(text):
            state.sides = True
        if (here := _ANNOUNCED_HERE.match(text)) is not None:
            found = [*_listed_beside(found, _listed(passage, here.end(), known, mutual=not state.sides)), *found]
        if not found and _SIDES_SAID.search(text):
            state.announced = state.sides = True
            return
        if not found and _ANNOUNCED.search(text):
            state.announced = True
            return
    elif state.announced:
        found.extend(_bare(passage, known, mutual=not state.sides))
        if not found and len(paragraph.head) == 1:
            state.persons, state.first = paragraph.head, []  # 分工及AB角安排如下: blocks, each with its B角
        elif not found and len(text.strip()) > 40:
            state.announced = False
    yield from _completed(passage, found, known)


def _run(passage: Passage, low: int, high: int, state: _State, known: frozenset[str]) -> list[Found]:
    """The pairs of a stretch that has one form: letters behind names, else labels, else sentences."""
    found = list(lettered(passage, low, high, known)) or list(_labels(passage, low, high, state, known))
    if found:
        return found
    previous: list[Mention] = []
    return [
        one
        for begin, end in _sentences(passage.text, low, high)
        for one in sentence(passage, begin, end, state.persons, known, previous)
    ]


def _sentences(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """The sentences of a stretch; a B角 behind a semicolon belongs to the A角 before it (`A角 庭长甲；B角 副庭长乙`)."""
    found: list[tuple[int, int]] = []
    for begin, end in lists.split(text, low, high, marks="。;"):
        if (
            found
            and _B_OPENS.match(text, begin, end)
            and _A_OPENS.search(text, *found[-1])
            and ";" in text[found[-1][1] : begin]
        ):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _completed(passage: Passage, found: list[Found], known: frozenset[str]) -> Iterator[Found]:
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


def _labels(passage: Passage, low: int, high: int, state: _State, known: frozenset[str]) -> Iterator[Found]:
    """`A角：X` and `B角：Y` as labels, on one line or on two; `B角：Y` or `AB角：Y` in the block of X."""
    text = passage.text
    for part in labelled(passage):
        if not part.label or not low <= part.label_start < high:
            continue
        if "A" in part.label and _PARTNER_LABEL.fullmatch(part.label) and part.end == len(text):
            pairs = list(_listed(passage, part.start, known))
            if len(pairs) > 1:
                yield from pairs  # AB岗：甲—乙，丙—丁 speaks of all, whoever the block above is about
                continue
        if _ONE_SIDE.fullmatch(part.label) and not text[part.start : part.end].strip():
            state.label = part.label
        found = names(passage, (part.start, min(part.end, high)), known, cell=True)
        yield from _behind_label(passage, part.label, found, state, part.label_start)


def _behind_label(passage: Passage, label: str, found: list[Mention], state: _State, start: int) -> Iterator[Found]:
    """What the persons behind a label, or on the line below it, make with those of the A角 before."""
    if _A_LABEL.fullmatch(label):
        state.first = found
    elif _PARTNER_LABEL.fullmatch(label) and found:
        firsts = state.first or list(state.persons)
        if not firsts and len(found) == 2:
            yield pair_of(passage, found[0], found[1], "ab/list", mutual=True)
        elif len(firsts) == 1:
            for other in found:
                pair = Pair(firsts[0].person, other.person, mutual="A" in label)
                yield Found(passage, pair, start, other.end, "ab/block")
        state.first = []


def _bare(passage: Passage, known: frozenset[str], *, mutual: bool) -> Iterator[Found]:
    """A line of one pair under a heading that announces pairs: `张三—李四`, `张三  李四`."""
    text = passage.text
    if len(text.strip()) > 120 or first_verb(text, 0, len(text)) >= 0:
        return
    if (only := _FOR_ALONE.search(text)) is not None:
        for one in _bare(passage.cut(0, only.start()), known, mutual=mutual):
            one.pair.scope = passage.printed(*only.span("scope"))
            yield one
        return
    numbered = _GROUP_NUMBER.match(text)
    if (sides := _in_columns(passage, numbered.end() if numbered else 0)) is not None:
        yield pair_of(passage, *sides, "ab/list", mutual=mutual)
        return
    pairs = list(_listed(passage, numbered.end() if numbered else 0, known, mutual=mutual))
    yield from pairs or _dashed(passage, known, mutual=mutual)


def _dashed(passage: Passage, known: frozenset[str], *, mutual: bool) -> Iterator[Found]:
    """`索南才让——贡保扎西`: two names on a line, long ones without a surname among them."""
    match = DASHED_PAIR.match(passage.text, subjects.lead_cut(passage.text, 0, len(passage.text))[0])
    if match is None:
        return
    firsts, others = (names(passage, match.span(side), known, cell=True) for side in "ab")
    if len(firsts) == len(others) == 1 and all(_stands_alone(one.person) for one in (*firsts, *others)):
        yield pair_of(passage, firsts[0], others[0], "ab/list", mutual=mutual)


def _stands_alone(name: str) -> bool:
    """Whether letters between a list number and a dash, or a dash and the end of the line, are somebody."""
    return is_name(name) or len(name) > 3 or (len(name) == 3 and may_be_name(name) and not is_one_word(name))


def _in_columns(passage: Passage, start: int) -> tuple[Mention, Mention] | None:
    """Two persons parted by gaps, each behind a column with the post, which is quoted with them: `局长  张三    副局长  李四`."""
    cells = [match.span() for match in _CELL.finditer(passage.text, start)]
    words = ["".join(passage.text[low:high].split()) for low, high in cells]
    if len(words) != 4 or not all(is_title(post) for post in words[::2]):
        return None
    if not all(is_name(name) and not is_title(name) for name in words[1::2]):
        return None
    one, other = (
        Mention(passage.printed(*name), passage.printed(*post), post[0], name[1])
        for post, name in zip(cells[::2], cells[1::2], strict=True)
    )
    return one, other


def _listed(passage: Passage, start: int, known: frozenset[str], *, mutual: bool = True) -> Iterator[Found]:
    """The pairs of a list that begins at `start`; behind one of them two long names without a surname are one too."""
    text = passage.text
    sure = False
    for low, high in _beside_each_other(text, lists.split(text, start, len(text), marks="。;,")):
        if (office := _OFFICE.match(text, low, high)) is not None:
            low = office.end()
        both_ways = mutual and ("→" not in text[low:high] or "←" in text[low:high])
        in_brackets = list(_partner_in_brackets(passage, low, high, known))
        partners = in_brackets or subjects.partners(passage, low, high, known=known)
        for a, b in partners:
            yield pair_of(passage, a, b, "ab/list", mutual=both_ways)
        if sure and not partners:
            yield from _dashed(passage.cut(low, high), known, mutual=both_ways)
        sure = sure or len(partners) > 0


def _listed_beside(said: Sequence[Found], listed: Iterator[Found]) -> Iterator[Found]:
    """The pairs of a list without those that its last words say in a sentence: `甲—乙；丙—丁；戊的B岗为己`.

    Beside such a sentence a pair is one by the joiner between its names alone, so that no two who are listed are taken for one.
    """
    for one in listed:
        apart = all(one.end <= other.start or other.end <= one.start for other in said)
        if apart and (not said or _JOINED.search(one.passage.text, one.start, one.end)):
            yield one


def _beside_each_other(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a list, cut at gaps where each piece is a pair with its dash."""
    for low, high in spans:
        cuts = [(low, low), *(match.span() for match in _BESIDE.finditer(text, low, high)), (high, high)]
        pieces = [(begin, end) for (_, begin), (end, _) in pairwise(cuts)]
        yield from pieces if all(_DASH.search(text, *piece) for piece in pieces) else [(low, high)]


def _partner_in_brackets(
    passage: Passage, low: int, high: int, known: frozenset[str]
) -> Iterator[tuple[Mention, Mention]]:
    """`张三（李四）、王五（赵六）`: each with the one in his brackets; nothing if brackets hold anything but names."""
    found = []
    for item in lists.items(passage.text, low, high):
        if not item.bracketed:
            return
        firsts = names(passage, (item.start, item.end), known)
        others = names(passage, (item.inner_start, item.inner_end), known)
        if len(firsts) != 1 or len(others) != 1:
            return
        found.append((firsts[0], others[0]))
    yield from found
