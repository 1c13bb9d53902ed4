"""Sentences that pair two for each other's absence: who is A角, who B角, of which work.

A paragraph may mix the forms (`甲为A角,乙为B角;丙与丁互为AB角`): `runs` cuts it where one form ends and the other begins, so
that each is read by its own rule. Within a sentence what is no mutual pair is read for pairs of one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from loaders.gazette import lists, stand_ins_tables, subjects
from loaders.gazette.divisions_verbs import first_verb
from loaders.gazette.persons import Mention
from loaders.gazette.stand_ins_pairs import EACH, Found, crossed, names, pair_of, without_order
from loaders.gazette.stand_ins_terms import limits_of
from loaders.readers.paper import Passage

#: `AB角`, `A、B岗`, `A/B角`.
AB = r"A\s*+(?:[、/\-—和]\s*+)?B\s*+(?:[角岗]|制)"
MUTUAL = re.compile(
    rf"(?:相互|互相|互)为\s*(?:{AB})?(?:搭档|替补|顶岗|补位)?|(?:结为|组成|实行|为)(?:一组|一对)?{AB}(?:搭档|关系)?(?=[,。;)\s]|$)"
    r"|(?:(?:相互|互相)(?:补位|顶岗|替补|代理|代管)|互补|(?:结为|组成|为)?一[组对])(?=[,。;()\s]|$)"
)
_EACH_WITH = re.compile(rf"(?:{EACH})[与和同]")
_BOUNDARY = re.compile(r"[:,;(]|由(?=[\u4e00-\u9fff])|制度?(?=[\u4e00-\u9fff])|安排(?=[\u4e00-\u9fff])")
#: `信访科甲与乙互为AB角`: the office before the first name.
_OFFICE_END = re.compile(r"[科股室办局站所队](?=[\u4e00-\u9fff]{2})")
_BEFORE_MUTUAL = re.compile(r"(?:(?:同志)?之间|分别|各自|均|两两|[\s,(])*$")
_PERSON_BEHIND = "[角岗](?:人员|责任人|负责人|经办人)?\\s*+(?:[:为是]|由)?"
_A_THEN_B = re.compile(
    rf"(?P<open>\(\s?)?A(?:{_PERSON_BEHIND}|\s*+:)(?P<a>[^:。]{{2,80}}?)(?:担任)?[,;、/\s—–-]++B(?:{_PERSON_BEHIND}|\s*+:)(?P<b>[^:。]{{2,80}}?)(?:担任|负责)?\s*(?(open)(?=\)[\s。;]*$)|(?=[。;,]|$))"
)
_B_BY = re.compile(r"由(?P<b>[^,;。由]{2,60}?)(?:同志)?(?:担任|兼任|任|作为|为)(?:其|他的|她的)?(?:的)?B[角岗]")
_B_OF = re.compile(r"(?P<b>[^,;。]{2,60}?)(?:为|是|(?<![主责])任|担任|作为)(?P<a>[^,;。]{2,60}?)的B[角岗]")
_B_IS = re.compile(
    rf"(?P<a>[^,;。:]{{2,80}}?)(?:(?:担任|任|为)A[角岗](?:时|的)(?=,))?(?:的|,|,其)?B[角岗](?:{EACH})?(?:为|是|由|:)\s*(?P<b>[^,;。]{{2,60}}?)(?:担任)?(?=[,;。]|$)"
)
_AB_IS = re.compile(
    rf"(?P<a>[^,;。:]{{2,40}}?)的?(?:工作)?{AB}(?:{EACH})?(?:为|是|由|:)\s*(?P<b>[^,;。:]{{2,40}}?)(?:担任)?(?=[,;。]|$)"
)
_B_IN_BRACKETS = re.compile(
    rf"(?:和|与|及)?(?P<a>[^,;。、:()]{{2,40}})\((?:其)?(?P<letters>{AB}|B[角岗])(?:为|是|:)?\s*(?P<b>[^(),;。]{{2,30}}?)\)"
)
_PARTNER_IN_BRACKETS = re.compile(
    rf"\((?:(?P<post>[^():]{{2,30}})[,;])?(?:其)?(?P<letters>{AB}|B[角岗])(?:为|是|:)?\s*(?P<b>[^()]{{2,30}})\)(?=\s*(?:$|[:,]| [^\s]))"
)
_LONGEST_HEAD = 160
_LETTERED = re.compile(
    r"(?:\(|为|是|担任|任)\s*(?P<letter>[ABC])\s*[角岗](?:\s*\)|(?=时?(?:[,;。、(]|$)))|\(\s*(?P<bare>[ABC])\s*\)"
    r"|(?<=[\u4e00-\u9fff])\s?(?P<behind>[ABC])[角岗](?=[,;。、]|\s*$)"
)
_OWN_WORK = re.compile(r"(?:同志)?(?:所)?(?:分管|负责|承担|主管)的(?P<scope>.{2,80}?)(?:工作|业务)?[,\s]*$")
_AWAY = re.compile(
    r"(?:同志)?(?:的工作|工作|因.{1,12})?(?:外出|离岗|不在岗|休假|出差|缺位|请假).{0,12}(?:期间|时|的|后)?(?<![,\s])[,\s]*$|(?:同志)?的?(?:工作)?(?<![,\s])[,\s]*$"
)
WHILE_AWAY = re.compile(
    rf"(?P<a>[^,;。:]{{2,40}}?)(?:同志)?(?:(?:因[^,;。]{{1,12}}?)?(?P<what>外出|出差|休假|离岗|不在岗|请假)(?:[^,;。]{{0,16}}?(?:期间|时|的|后),?|,)(?:其(?:所?分管|负责)?的?(?:全部|各项|[^,;。由]{{2,20}}?)?工作)?|的工作)(?:{EACH})?由(?:其?B[角岗])?(?P<b>[^,;。由]{{2,40}}?)(?:同志)?(?:代理|代为|代管|主持|负责|接替|代行|顶岗|补位|替补)"
)
#: `甲代乙` in a sentence of who does whose work.
_FOR_HIM = re.compile(r"(?:^|(?<=[,;。:、]))(?P<b>[\u4e00-\u9fff]{2,4})代(?P<a>[\u4e00-\u9fff]{2,4})(?=[,;。、]|$)")
#: `…由乙补位。二人互为AB角`: those of the sentence before.
_BOTH_BEFORE = re.compile(r"[\s,]*(?:上述|以上|这)?(?:[二两]人|双方|[二两]位(?:同志|领导)?)(?:同志)?[\s,]*")
#: `双方均外出的由Z代管`: both are away, which is the fallback's business.
_TOGETHER = re.compile(r"双方|[两二]人|一方|(?:均|都|同时)$")
_B_OF_ONE_BEFORE = re.compile(
    r"由(?P<a>[^,;。由]{2,40}?)(?:同志)?(?:负责|分管|承担|办理|担任)[^,;。]{0,10},(?P<b>[^,;。]{2,40}?)(?:为|是|任|担任)其B[角岗]"
)
#: `副县长张三主持…,B角李四`: in what is said of one person, whose the B角 is goes without saying.
_OF_THE_BLOCK = re.compile(
    rf"(?:^|(?<=[,;。(\[\s]))(?:其|本人|工作|分管工作|的)*(?P<letters>{AB}|B[角岗])(?:为|是|由|:)?\s*(?P<b>[^,;。:()\[\]]{{2,30}}?)(?:担任)?(?=[,;。)\]]|$)"
)
_A_ALONE = re.compile(r"A\s*[角岗]")
_COVERED = re.compile(
    r"(?P<a>[^,;。:]{2,30}?)(?:同志)?(?:的?工作)?由(?P<b>[^,;。由]{2,30}?)(?:同志)?(?:顶岗|补位|顶替|替补)(?=[,;。]|$)"
)
_OF_ONE = re.compile(rf"的(?:{AB}|B[角岗])(?:为|是|由)")
_LABELLED = re.compile(r"(?<!A)(?<!A[、/和—-])[AB][角岗](?:人员|领导|同志|责任人)?\s*:")

#: How a stretch of a paragraph writes its pairs: with a letter behind each name, with labels, or in sentences.
Form = Literal["lettered", "sentences"]


#: `甲与乙在农业、防汛工作上互为AB角`: for what work the two are said to be each other's.
_IN_WORK = re.compile(r"在(?P<scope>[^,。;:()在]{2,40}?)(?:(?:工作|业务)?(?:方面|上|中|领域)|工作|业务)(?=互|相|$)")


def runs(text: str) -> list[tuple[Form, int, int]]:
    """A paragraph cut where it changes from names with letters to mutual pairs or back; one run if it mixes nothing."""
    marks: list[tuple[int, int, Form]] = [
        (match.start(), match.end(), "lettered") for sign in (_LETTERED, _LABELLED) for match in sign.finditer(text)
    ]
    marks += [(match.start(), match.end(), "sentences") for sign in (MUTUAL, _OF_ONE) for match in sign.finditer(text)]
    marks.sort()
    if not marks:
        return [("sentences", 0, len(text))]
    found: list[tuple[Form, int, int]] = []
    begin = 0
    for (_, end, form), (start, _, other) in pairwise(marks):
        if form != other:
            cut = _parting(text, end, start)
            found.append((form, begin, cut))
            begin = cut
    return [*found, (marks[-1][2], begin, len(text))]


def _parting(text: str, start: int, end: int) -> int:
    """Where between two marks one form ends: behind the last full stop, else the first comma, else the first mark."""
    stop = max(text.rfind("。", start, end), text.rfind(";", start, end))
    if stop >= 0:
        return stop + 1
    return next((place + 1 for mark in ",、" if (place := text.find(mark, start, end)) >= 0), start)


# --- pairs of one sentence --------------------------------------------------------------------------------------


def sentence(
    passage: Passage, low: int, high: int, block: Sequence[Mention], known: frozenset[str], previous: list[Mention]
) -> Iterator[Found]:
    """The pairs of one sentence, mutual ones and, in what is left of it, those of one way.

    `block` are the persons whose block it stands in, `previous` the pair named last (for `其B角`), which is kept up.
    """
    text = passage.text
    block = opener(passage, low, high, known) or block
    at = low
    for match in MUTUAL.finditer(text, low, high):
        start, pairs = _one_by_one(passage, at, match.start(), known)
        rule = "ab/in-order" if pairs else "ab/mutual"
        own = None
        if not pairs:
            start, pairs = _mutual(passage, at, match.start(), block, known)
        if not pairs and (own := _IN_WORK.search(text, at, match.start())) is not None:
            start, pairs = _mutual(passage, at, own.start(), block, known)
        if not pairs and len(previous) == 2 and _BOTH_BEFORE.fullmatch(text, at, match.start()):
            start, pairs = at, [(previous[0], previous[1])]
        if pairs:
            yield from _one_way(passage, at, start, block, known, previous)
            stop = next((later.start() for later in MUTUAL.finditer(text, match.end(), high)), high)
            scope, exclusion = limits_of(passage, match.end(), stop)
            if own is not None and not scope:
                scope = passage.printed(*own.span("scope"))
            for a, b in pairs:
                previous[:] = [a, b]
                yield pair_of(passage, a, b, rule, mutual=True, scope=scope, exclusion=exclusion)
            at = match.end()
    yield from _one_way(passage, at, high, block, known, previous)


def _mutual(
    passage: Passage, low: int, high: int, block: Sequence[Mention], known: frozenset[str]
) -> tuple[int, list[tuple[Mention, Mention]]]:
    """The pairs before 互为 and where they begin: the widest stretch that is nothing but pairs.

    `与Y互为AB角` in X's own block is X and Y.
    """
    text = passage.text
    high = low + _BEFORE_MUTUAL.search(text[low:high]).start()  # type: ignore[union-attr]  # it matches the empty end
    starts = [low, *(match.end() for match in _BOUNDARY.finditer(text, low, high))][:40]
    for start in starts:
        pairs = subjects.partners(passage, start, high, known=known)
        if pairs:
            return start, pairs
    start, _ = subjects.lead_cut(text, low, high)
    if len(block) == 1:
        for begin in [start, *starts[1:]]:
            if text[begin : begin + 1] in ("与", "和", "同"):
                other = subjects.named(passage, begin + 1, high, known=known)
                if len(other) == 1:
                    return begin, [(block[0], other[0])]
    for begin in [match.end() for match in _OFFICE_END.finditer(text, starts[-1], high)][:4]:
        pairs = subjects.partners(passage, begin, high, known=known)
        if pairs:
            return begin, pairs
    return high, []


def _one_by_one(
    passage: Passage, low: int, high: int, known: frozenset[str]
) -> tuple[int, list[tuple[Mention, Mention]]]:
    """`甲、乙分别与丙、丁`, and where it begins: as many on either side, paired in printed order."""
    each = _EACH_WITH.search(passage.text, low, high)
    if each is None:
        return high, []
    others = names(passage, (each.end(), high), known)
    for start in [low, *(match.end() for match in _BOUNDARY.finditer(passage.text, low, each.start()))][:40]:
        firsts = names(passage, (start, each.start()), known)
        if len(firsts) == len(others) > 1:
            return start, list(zip(firsts, others, strict=True))
    return high, []


def _one_way(
    passage: Passage, low: int, high: int, block: Sequence[Mention], known: frozenset[str], previous: list[Mention]
) -> Iterator[Found]:
    """Pairs of one way, each form in what the forms before it have left."""
    text = passage.text
    taken: list[tuple[int, int]] = []
    for match in _B_BY.finditer(text, low, high):
        begin = taken[-1][1] if taken else low
        found = list(_by(passage, begin, match, known, previous))
        taken += [(begin, match.end())] if found else []
        yield from found
    for pattern in (_B_IN_BRACKETS, _A_THEN_B, _B_OF_ONE_BEFORE, _B_OF, _B_IS, _AB_IS, WHILE_AWAY, _COVERED, _FOR_HIM):
        for match in pattern.finditer(text, low, high):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            pair = _pair_in(passage, match, low, known)
            if pair is None:
                continue
            taken.append(match.span())
            firsts, others, scope = pair
            rule, mutual = _kind_of(match)
            for one in crossed(passage, firsts, others, scope=scope, mutual=mutual, rule=rule):
                if pattern is WHILE_AWAY and match["what"]:
                    one.pair.condition = passage.printed(*match.span("what"))
                    previous[:] = [*firsts, *others]
                yield one
    if len(block) == 1 and not taken and not _A_ALONE.search(text, low, high):
        for match in _OF_THE_BLOCK.finditer(text, low, high):
            for other in names(passage, match.span("b"), known):
                yield pair_of(passage, block[0], other, "ab/block", mutual="A" in match["letters"], at=other)


def _kind_of(match: re.Match[str]) -> tuple[str, bool]:
    """The rule of a form, and whether each stands in for the other."""
    if match.re is _AB_IS:
        return "ab/partner-is", True
    return ("ab/bracket", "A" in match["letters"]) if match.re is _B_IN_BRACKETS else ("ab/one-way", False)


def _pair_in(
    passage: Passage, match: re.Match[str], low: int, known: frozenset[str]
) -> tuple[list[Mention], list[Mention], str] | None:
    """Whom a form names, who stands in for them, and in which work; None if it is no pair of one way."""
    text, form = passage.text, match.re
    if _TOGETHER.search(text, max(low, match.start() - 2), match.end("a")):
        return None
    if form is _B_IS and text[match.start() - 1 : match.start()] == ":" and text[match.end("a")] != "的":
        return None  # `联系人：甲，B角：乙` does not say whose B角 he is
    firsts, others = names(passage, match.span("a"), known), names(passage, match.span("b"), known)
    scope = ""
    if form is _B_IS and not firsts and (own := _OWN_WORK.search(text[slice(*match.span("a"))])) is not None:
        begin = match.start("a")  # 甲分管的安全生产工作，B角由乙担任
        firsts = names(passage, (begin, begin + own.start()), known)
        scope = passage.printed(begin + own.start("scope"), begin + own.end("scope"))
    if form is _A_THEN_B and bool(firsts) != bool(others):
        firsts = firsts or stand_ins_tables.rare(passage, *match.span("a"))
        others = others or stand_ins_tables.rare(passage, *match.span("b"))
    if not firsts or not others or (form is _FOR_HIM and not {firsts[0].person, others[0].person} <= known):
        return None
    return firsts, others, scope


def opener(passage: Passage, low: int, high: int, known: frozenset[str]) -> list[Mention]:
    """The one person a paragraph or sentence speaks of: named before its first verb of charge; none if it names more."""
    verb = first_verb(passage.text, low, high)
    found = subjects.named(passage, low, verb, known=known) if verb > low else []
    if not found and passage.text.count("(", low, verb) == 1:
        bracket = passage.text.index("(", low, verb)
        found = subjects.named(passage, low, bracket, known=known)
    return found if len(found) == 1 else []


def _by(
    passage: Passage, low: int, match: re.Match[str], known: frozenset[str], previous: list[Mention]
) -> Iterator[Found]:
    """`X分管的S由Y担任B角`, `X外出时由Y担任B角`."""
    text = passage.text
    others = names(passage, match.span("b"), known)
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
    yield from crossed(passage, firsts, others, scope=scope)


def lettered(passage: Passage, low: int, high: int, known: frozenset[str]) -> Iterator[Found]:
    """`张三（A角）、李四（B角）`, `张三为A角，李四为B角`: each B角 stands in for the A角 before it."""
    text = passage.text
    marks = list(_LETTERED.finditer(text, low, high))
    if len(marks) < 2:
        return
    first: list[Mention] = []
    at = low
    for match in marks:
        stretch = text[at : match.start()]
        cuts = [
            at,
            *(at + mark.end() for mark in re.finditer(r"[:;。,、)]|由|[—–←→↔⇄⇔-]+|[和与](?=[\u4e00-\u9fff])", stretch)),
        ]
        stop = without_order(text, at, match.start())[1]
        mentions = next((got for cut in cuts if (got := subjects.named(passage, cut, stop, known=known))), [])
        letter = match["letter"] or match["bare"] or match["behind"]
        if letter == "A":
            first = mentions
        elif letter == "B":
            yield from crossed(passage, first, mentions)
        at = match.end()


def headed(passage: Passage, known: frozenset[str]) -> tuple[Mention, list[Found]] | None:
    """`张三  县委常委、副县长（AB角：李四）`: the one pair in the brackets behind the name and the posts that open a paragraph."""
    brackets = list(_PARTNER_IN_BRACKETS.finditer(passage.text, 0, _LONGEST_HEAD))
    if len(brackets) != 1:
        return None
    (match,) = brackets
    firsts = subjects.named(passage, 0, match.start(), known=known)
    others = names(passage, match.span("b"), known)
    if len(firsts) != 1 or not (firsts[0].title or match["post"]) or not others:
        return None
    return firsts[0], list(crossed(passage, firsts, others, mutual="A" in match["letters"], rule="ab/bracket"))


def in_brackets(passage: Passage, known: frozenset[str]) -> Iterator[Found]:
    """`副县长张三（B角：李四）` as the head of a block."""
    for match in _B_IN_BRACKETS.finditer(passage.text):
        firsts, others = names(passage, match.span("a"), known), names(passage, match.span("b"), known)
        yield from crossed(passage, firsts, others, mutual="A" in match["letters"], rule="ab/bracket")
