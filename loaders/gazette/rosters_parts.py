"""Parts of a body with their roster on the line of their name: `1.现场指挥组：组长易斌，成员蒋海波、欧志刚。`

Such a line is cut in two, so that its head is read as a heading and the rest as a roster. A label may stand right before what it
opens. In running text a role before a word is no label, so such a line counts only as a whole: it begins with the role of a chief,
what stands behind that role is a person and nothing else, and a mark or the end of the line follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.gazette.persons import may_be_name, read_mentions
from loaders.gazette.rosters_labels import Label, labels_of, role_of
from loaders.gazette.rosters_parts_listed import is_listed
from loaders.gazette.rosters_parts_said import PART_SAID, may_be_said
from loaders.gazette.rosters_patch_clauses import WORDS
from loaders.gazette.rosters_patches import BODY_FIRST
from loaders.gazette.rosters_units import members_apart
from loaders.readers.paper import Passage

_CHIEF = re.compile(
    r"\s*(?P<role>(?:第一|常务|执行)?(?:组长|队长|召集人|指挥长|总指挥))(?:为(?=[\u4e00-\u9fff·]{2,4}[,;]))?(?=[\u4e00-\u9fff])(?!由|为|是|单位|负责|(?:调整|变更|更换|改)(?:为|由))"
)
_NEXT = re.compile(
    r"[,;。 \u3000]\s{0,8}(?P<role>(?:第一|常务|执行)?副(?:组长|队长|召集人|指挥长|总指挥)|组员|队员|成员|联络员)(?:为|是|有|包括|由(?=[^,;。]{2,200}组成[;。]?\s*$|[^,;。]{2,200}组成[,;。]))?[ \u3000]{0,4}:?[ \u3000]{0,4}(?=[\u4e00-\u9fff])(?!由|单位|从[^,。;]{2,60}(?:抽调|选派|选调|抽选)|应(?!急)|要|须|必须|负责|之间)"
)
#: `组长由甲局局长担任，由甲局、乙局组成`, `组长丁，由甲局、乙局组成`: the members behind the chief.
_CHIEF_BY = re.compile(
    r"\s*(?P<role>(?:第一|常务|执行)?(?:组长|队长|召集人|指挥长|总指挥))由(?P<who>[^,。;:]{2,40}?)(?:同志)?(?:担任|兼任)(?=,)"
)
_MADE_OF = re.compile(r"[,;]\s{0,8}由(?=[^,;。由]{2,200}?组成(?:[;。,]|\s*$))")
_END = re.compile(r"[;。]|$")
_MARKS = " \t\u3000,;。、"
_HEADING_THEN_ROSTER = re.compile(
    r"(?P<head>\s*(?:(?:第?[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、)](?!\d)|[①-⑳])\s*[^。;:,]{2,16}(?:组|专班|(?<!大)队)"
    r"|\s*[\u4e00-\u9fff\d]{2,12}(?:(?<!领导小)组|专班|(?<!大)队|(?<=[兵急])连)(?=(?:\s*\(\d{1,3}人\))?(?::\s*|[ \u3000]{0,8})[组队]\s*长\s*:|[ \u3000]{1,8}组长[ \u3000]+[\u4e00-\u9fff])))"
    r"(?:\s*\((?:共)?\d{1,3}人\))?(?:[。:;,]\s*|[ \u3000]{0,8})(?=(?:副?(?:组\s*长|队\s*长|专班长|召集人|指挥长|总指挥)|(?:牵头|分管|包抓|责任)领导)\s*(?::|[ \u3000]|(?:分别)?由[\u4e00-\u9fff])|由[\u4e00-\u9fff ]{2,40}任(?:组长|队长|召集人))"
)
_CHIEFS = "(?:第一|常务|执行)?(?:组\\s*长|队\\s*长|召集人|指挥长|总指挥)"
_PART = (
    r"(?P<head>\s*(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)](?!\d)|[①-⑳])?\s*"
    r"[\u4e00-\u9fff]{2,12}(?:(?<!领导小)(?<!工作)组|(?<!成立)(?<!下设)(?<!设立)(?<!组建)(?<!专项)工作组|专班|(?<!大)队))"
)
#: A part of a body before its chief: `1.现场指挥组：组长易某`, `（二）综合组。组长甲`, `综合组（组长：甲；组员：乙、丙）`.
_PART_FIRST = re.compile(rf"{_PART}[:。,;]?\s*(?={_CHIEFS})")
_PART_WITH_BRACKET = re.compile(rf"{_PART}\s*\((?P<inside>{_CHIEFS}\s*[:为]?[^()]{{2,200}})\)\s*[:。;]?")
#: `（一）综合组。负责协调。（组长：甲，成员：乙、丙）`: the roster behind the duties.
_PART_WITH_LAST_BRACKET = re.compile(
    rf"{_PART}[:。][^()]{{2,300}}\((?P<inside>{_CHIEFS}\s*[:为][^()]{{2,200}})\)\s*[。;]?\s*$"
)
#: `1.要素保障组（牵头单位：某局）`: what is noted behind the name of a part on the line of its heading.
_PART_NOTED = re.compile(rf"{_PART}\s*(?=\([^()]{{2,60}}\)\s*[:。]?\s*$)")
#: `第一小组由甲任组长，乙、丙为组员`: an ordinal names a part as well as a number before it would.
_ORDINAL_PART = re.compile(
    r"(?P<head>\s*第[一二三四五六七八九十\d]{1,3}[\u4e00-\u9fff]{0,6}?(?:组|专班|队))[:,]?\s*(?=由[^,;。:]{2,24}(?:担任|任)(?:组长|队长))"
)
#: `1.综合协调组：牵头单位：甲局；成员单位：乙局、丙局。`
_PART_OF_UNITS = re.compile(
    rf"{_PART}\s*[:。,;]?\s*(?=牵头(?:单位|部门)\s*:[^。;:]{{2,160}}[,;。 \t\u3000]\s*成员单位\s*:)"
)
#: `综合协调组：甲负责，成员乙、丙`.
PART_IN_CHARGE = re.compile(rf"{_PART}[:,]\s*(?=[\u4e00-\u9fff·]{{2,4}}(?:同志)?负责[,;]\s*(?:副组长|成员|组员|队员))")
#: `（1）扑救指挥组，由甲局牵头，乙局、丙局参加。`, at its end or before its chief (`组长：甲`) or its duties (`负责…`).
_PART_LED = re.compile(
    rf"(?!\D{{0,4}}\d{{0,2}}\D{{0,2}}(?:成立|组建|设立|下设)){_PART}(?:[,:。]\s*|\s+)(?P<led>由?[^,、。;:()]{{2,24}}牵头(?:,[^,。;:()]{{2,200}}(?:\([^()]{{1,12}}\)[^,。;:()]{{0,60}})?(?:参加|参与|配合|协助|组成|为成员单位))?)(?:[。;]?\s*$|[。;]\s*(?={_CHIEFS}|(?:主要|具体)?(?:负责|职责))|(?<=成员单位),(?=(?:主要|具体)?负责))"
)
#: `1.救护组：甲（组长）、乙、丙`.
_PART_LISTED = re.compile(rf"{_PART}\s*(?:\(\d{{1,3}}人\))?\s*:\s*(?=\S)")
#: `村务监督委员会主任：甲`, `驻村工作队队员：乙、丙`: an organ of members of a village, and a role in it before its colon.
_ORGAN_FIRST = re.compile(
    r"\s*(?:[一二三四五六七八九十\d]{1,3}[、.]\s*)?(?P<body>[\u4e00-\u9fff]{0,12}?(?:村务监督委员会|村民委员会|居民委员会|居务监督委员会|业主委员会|选举委员会|驻村(?:帮扶)?工作队|理事会|监事会|调解委员会|民兵连|道德评议会))"
    r"(?=[ \u3000]{0,2}副?(?:主任|队长|理事长|监事长|会长|连长|委员|成员|队员|理事|监事)\s*:)"
)
#: `甲委员会：主任由丁担任，…`: what begins the roster of a body behind its name.
_CHIEF_SAID = re.compile(
    r"\s*(?:第一|常务)?(?:主任|组长|总指挥|指挥长|召集人)由[\u4e00-\u9fff·]{2,24}(?:同志)?(?:担任|兼任)"
)
_LED_BY = re.compile(rf"{_CHIEFS}(?:、副组长|和副组长)?由[\u4e00-\u9fff]{{2,40}}(?:担任|兼任|任)")

#: A part with a number, and the first words of its roster on the same line.
_ROSTER_BEGUN = re.compile(
    rf"(?=\s*[(\d①-⑳一二三四五六七八九十]){_PART}(?:[:。,;(]\s*|[ \u3000]{{1,8}})(?=[\u4e00-\u9fff])"
)
#: What begins another list: a number, or the name of a part at the head of its line.
_ANOTHER = re.compile(
    r"\s*(?:[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、)](?!\d)|[①-⑳]|[-*●■◆]"
    r"|[\u4e00-\u9fff]{2,12}(?:组|专班|队)(?:[:( \u3000]|[组队]长)|[\u4e00-\u9fff]{0,16}办公室(?:设|主任))"
)
_LONGEST_PART = 1200
_LIST_MARKS = "、:;"
_AT_HEAD = 3  # letters before a label that begins its line


def is_led_part(passage: Passage) -> bool:
    """Whether a paragraph says which units a part of a body is made up of (`救护组：由甲局牵头，乙局参加。`) and nothing else."""
    return "牵头" in passage.text and _PART_LED.match(passage.text) is not None


def may_open_part(words: str) -> bool:
    """Whether a line may begin with a part and its roster, or with a chief's role right before a name."""
    if _CHIEF.match(words) is not None:
        return True
    if "组" not in words and "专班" not in words and "队" not in words:
        return False
    return any(
        pattern.match(words) is not None
        for pattern in (_HEADING_THEN_ROSTER, _PART_FIRST, _PART_WITH_BRACKET, PART_IN_CHARGE, _PART_LED, PART_SAID)
    )


def with_whole_parts(lines: Sequence[Passage], passages: Sequence[Passage]) -> list[Passage]:
    """The lines, those of a part whose roster goes on below its first line put together as their paragraph is.

    A paragraph that holds more than one part or list is left in its lines: nothing says where in it they were broken.
    """
    wrapped = {passage.start: passage for passage in passages if _goes_on(passage)}
    if not wrapped:
        return list(lines)
    found: list[Passage] = []
    end = 0
    for line in lines:
        if line.start < end:
            continue
        whole = wrapped.get(line.start)
        found.append(whole or line)
        end = whole.end if whole is not None else 0
    return found


def _goes_on(passage: Passage) -> bool:
    """Whether a paragraph of some lines begins with a part of a body and its roster, and holds that one list alone."""
    if len(passage.pieces) < 2 or len(passage) > _LONGEST_PART:
        return False
    led = _PART_LED.match(passage.text) if "牵头" in passage.text else None
    part = (
        led
        or _ROSTER_BEGUN.match(passage.text)
        or (PART_SAID.match(passage.text) if may_be_said(passage.text) else None)
    )
    if part is None or (part.end() if led is None else led.start("led")) >= passage.pieces[1][0]:
        return False
    if any("\n\n" in passage.paper.text[passage.origin(at - 1) : start] for at, start in passage.pieces[1:]):
        return False
    later = [passage.cut(at).text for at, _ in passage.pieces[1:]]
    if not passage.text.rstrip().endswith(("。", ";")) and not any(mark in later[-1] for mark in _LIST_MARKS):
        return False  # nothing says that the last line belongs to the list
    return not any(_ANOTHER.match(rest) or any(label.start < _AT_HEAD for label in labels_of(rest)) for rest in later)


def parted(line: Passage) -> Sequence[Passage]:
    """A line, or its heading and its roster or its changes where one line holds both: `（一）救治组。组长：甲；成员：乙、丙。`."""
    for form in _FORMS:
        if parts := form(line):
            return parts
    return (line,)


def _led(line: Passage) -> list[Passage]:
    """`（1）扑救指挥组，由甲局牵头，乙局参加。负责…`: the part, its units, and what else is said of it."""
    led = _PART_LED.match(line.text) if "牵头" in line.text else None
    if led is None:
        return []
    rest = [line.cut(led.end())] if line.text[led.end() :].strip() else []
    return [line.cut(0, led.end("head")), line.cut(*led.span("led")), *rest]


def _of_units(line: Passage) -> list[Passage]:
    """`1.综合协调组：牵头单位：甲局；成员单位：乙局、丙局。`, with the part or without."""
    if "牵头" not in line.text or "成员单位" not in line.text:
        return []
    head = _PART_OF_UNITS.match(line.text) or _HEADING_THEN_ROSTER.match(line.text)
    if head is None:
        return members_apart(line)
    return [line.cut(0, head.end("head")), *members_apart(line.cut(head.end()))]


def _with_chief(line: Passage) -> list[Passage]:
    """A part and the label of its chief, or who is in charge of it."""
    text = line.text
    match = _HEADING_THEN_ROSTER.match(text) or PART_IN_CHARGE.match(text)
    match = match or (_ORDINAL_PART.match(text) if "第" in text else None)
    match = match or (PART_SAID.match(text) if may_be_said(text) else None)
    return [line.cut(0, match.end("head")), line.cut(match.end())] if match is not None else []


def _run_on(line: Passage) -> list[Passage]:
    """`综合组。组长甲，成员乙、丙`, the labels without colons."""
    part = _PART_FIRST.match(line.text)
    if part is None or not (glued_labels(line, part.end()) or _LED_BY.match(line.text, part.end())):
        return []
    return [line.cut(0, part.end("head")), line.cut(part.end())]


def _in_brackets(line: Passage) -> list[Passage]:
    """`综合组（组长：甲；组员：乙、丙）`, and what follows, but no sentence that goes on: `…），督查甲区、乙区`."""
    boxed = _PART_WITH_BRACKET.match(line.text) if "(" in line.text else None
    if boxed is None:
        return []
    rest = line.cut(boxed.end())
    another = rest.text.strip() and (not rest.text.lstrip().startswith(",") or labels_of(rest.text))
    return [line.cut(0, boxed.end("head")), line.cut(*boxed.span("inside")), *([rest] if another else [])]


def _in_last_brackets(line: Passage) -> list[Passage]:
    """`（一）综合组。负责协调。（组长：甲，成员：乙、丙）`; the duties are no part of either."""
    last = _PART_WITH_LAST_BRACKET.match(line.text) if ":" in line.text and "(" in line.text else None
    return [line.cut(0, last.end("head")), line.cut(*last.span("inside"))] if last is not None else []


def _noted(line: Passage) -> list[Passage]:
    """`1.要素保障组（牵头单位：某局）`."""
    noted = _PART_NOTED.match(line.text) if "(" in line.text else None
    return [line.cut(0, noted.end("head")), line.cut(noted.end())] if noted is not None else []


def _listed(line: Passage) -> list[Passage]:
    """`1.救护组：甲（组长）、乙、丙`."""
    listed = _PART_LISTED.match(line.text) if ":" in line.text else None
    if listed is None or not is_listed(line.cut(listed.end())):
        return []
    return [line.cut(0, listed.end("head")), line.cut(listed.end())]


def _of_organ(line: Passage) -> list[Passage]:
    """`村务监督委员会主任：甲`: the organ, and the label."""
    organ = _ORGAN_FIRST.match(line.text) if ":" in line.text else None
    return [line.cut(0, organ.end("body")), line.cut(organ.end("body"))] if organ is not None else []


def _of_body(line: Passage) -> list[Passage]:
    """`甲领导小组：增补乙为成员`, `甲委员会：主任由乙担任`: a body, and what changes in it or who leads it."""
    body = BODY_FIRST.match(line.text) if ":" in line.text else None
    if body is None or not (WORDS.search(line.text, body.end()) or _CHIEF_SAID.match(line.text, body.end())):
        return []
    return [line.cut(0, body.end("body")), line.cut(body.end())]


#: The forms of a line that holds a heading and its roster, the surer ones first.
_FORMS: tuple[Callable[[Passage], list[Passage]], ...] = (
    _led,
    _of_units,
    _with_chief,
    _run_on,
    _in_brackets,
    _in_last_brackets,
    _noted,
    _listed,
    _of_organ,
    _of_body,
)


def glued_labels(line: Passage, start: int = 0) -> list[tuple[Label, int]]:
    """The labels of a line that begins with a chief's role and name, each with the end of its list; none of another line."""
    text = line.text
    made = _MADE_OF.search(text, start) if "组成" in text else None
    chief = _CHIEF.match(text, start) or (_CHIEF_BY.match(text, start) if made is not None else None)
    if chief is None:
        return []
    labels = [chief, *_NEXT.finditer(text, chief.end(), made.start() if made else len(text))]
    found: list[tuple[Label, int]] = []
    for number, match in enumerate(labels):
        role = role_of(match["role"])
        if role is None:
            return []
        stop_at = made.start() if made else len(text)
        following = labels[number + 1].start() if number + 1 < len(labels) else stop_at
        stop = _END.search(text, match.end(), following)
        end = stop.start() if stop else following
        if match.re is _NEXT and "由" in match.group():
            end = text.find("组成", match.end(), end)
        start_of_list = match.end()
        if match.re is _CHIEF_BY:
            start_of_list, end = match.span("who")
        found.append((Label(role[0], match.start("role"), start_of_list, role[1]), end))
        if stop is not None and text[stop.start() : stop.start() + 1] == "。":
            break
    if made is not None and found[-1][1] <= made.start():
        found.append((Label("成员", made.start() + 1, made.end()), text.index("组成", made.end())))
    if len(found) < 2 and text[found[0][1] :].strip(_MARKS):
        return []  # 组长张某，主持会议: what goes on is no roster
    low, high = found[0][0].end, found[0][1]
    while high > low and text[high - 1] in _MARKS:
        high -= 1
    if chief.re is _CHIEF_BY:
        return found
    mentions = read_mentions(line, low, high)
    named = mentions and all(mention.person and mention.confidence >= 0.9 for mention in mentions)
    # 组长折某，成员…: between two roles two or three letters can be nothing but a name.
    alone = len(found) > 1 and high - low in (2, 3) and may_be_name(text[low:high])
    return found if named or alone else []
