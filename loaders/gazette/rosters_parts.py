"""Parts of a body with their roster on the line of their name: `1.现场指挥组：组长易斌，成员蒋海波、欧志刚。`

Such a line is cut in two, so that its head is read as a heading and the rest as a roster. A label may stand right before what it
opens. In running text a role before a word is no label, so such a line counts only as a whole: it begins with the role of a chief,
what stands behind that role is a person and nothing else, and a mark or the end of the line follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.gazette import groups
from loaders.gazette.groups import Named
from loaders.gazette.persons import may_be_name, read_mentions
from loaders.gazette.rosters_grid_lists import GRIDS_LISTED
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

#: `（一）清水河` over `河长：甲`. A longer name would be taken for one of its neighbours that differs in a letter.
_WATER = re.compile(
    r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{1,4}[河湖江溪渠库塘山路街巷]|[\u4e00-\u9fff]{1,3}林[区场])\s*:?\s*"
)
#: `（一）东乡片（甲镇、乙镇）` over `组长：甲`: a district of the work is called by its place.
_DISTRICT = re.compile(
    r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{1,8}片区?)(?:\s*\([^()]{2,60}\))?[\s:]*"
)
_CHIEF_OF_DISTRICT = re.compile("(?:总?指挥长?|[组片队]长)")
_CHIEF_OF_WATER = re.compile("(?:[省市县区旗镇乡村]级)?[河湖林山街路巷]长")
_CHIEFS_OF_LEVEL = re.compile(r"\s*[一二三四五六七八九十]{1,3}、\s*[省市县区旗镇乡村]级(?:河湖|[河湖林山])长\s*")
#: `（一）城关镇河长名单`, `二、甲县县级林长名单`: the chiefs of one place. 县级河长名单 names no place, and is one of the paper's.
_CHIEFS_OF_PLACE = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>(?![全本各我])[\u4e00-\u9fff]{1,8}?(?:[省市县区旗盟州镇乡村]|街道|社区|苏木)(?:[省市县区旗镇乡村]级)?(?:(?:部分|主要|重点)(?:河流|河湖|水库)?)?(?:总?(?:河湖|[河湖林田路])长、?)?(?:河湖|[河湖林田路])警?长)(?:名单|一览表|名录)\s*:?\s*"
)
#: `第一网格（上湾组，共86户）` over `网格长：甲`: the persons of one grid of a village.
_GRID = re.compile(
    r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>[\u4e00-\u9fff\d]{1,14}网格)(?:\s*\([^()]{2,60}\))?\s*:?\s*"
)
_GRID_CHIEF = re.compile(r"\s*网格长\s*:")
#: `重点水库防汛责任人名单`, `五、地质灾害隐患点责任人` over a table of places and who is in charge of each.
_IN_CHARGE_OF_PLACES = re.compile(
    r"[\s◆●■*#]*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)?(?P<name>[\u4e00-\u9fff]{2,24}责任人)(?:名单|一览表|公示表|汇总表|名录|明细表)?[\s◆●■*#:]*"
)
#: `（六）现场巡视：` behind `（五）后勤保障组：`, over `组员：甲`.
_DUTY = re.compile(r"(?P<number>\s*[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*)(?P<name>[\u4e00-\u9fff]{2,8})\s*:?\s*")
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
_OF_TEAM = frozenset(("组长", "组员", "队长", "队员", "成员"))


def by_its_roster(line: Passage, below: Passage, before: Named | None) -> Named | None:
    """The body that a numbered heading without any word of a kind names, for the label right below it says what it is.

    That is a river over its 河长, a district (`东乡片`) over its chief, or, behind `before`, a part that has the heading of the same level before it, one more of them.
    """
    labels = labels_of(below.text)
    role = labels[0].role if labels and not below.text[: labels[0].start].strip() else ""
    match = _WATER.fullmatch(line.text) if _CHIEF_OF_WATER.fullmatch(role) else None
    if match is None and "片" in line.text and _CHIEF_OF_DISTRICT.fullmatch(role):
        match = _DISTRICT.fullmatch(line.text)
    level = groups.level_of(line.text)
    if match is None and role in _OF_TEAM and before is not None and before.level == level and before.via == "heading":
        match = _DUTY.fullmatch(line.text) if before.name.endswith(("组", "队", "专班")) else None
    if match is None:
        return None
    low, high = match.span("name")
    return Named(line.printed(low, high), "heading", line, low, high, level=level, confidence=0.8)


def chiefs_listed(line: Passage, below: Passage) -> Named | None:
    """The chiefs of a place whom a heading lists (`（一）城关镇河长名单`), with a label or a table right below it.

    They are a body of their own, called so without 名单: a paper on several levels or places has a list of each. So are the persons
    in charge of reservoirs or of places in danger (`重点水库防汛责任人名单` over a table of them), and those of a grid.
    """
    match = _CHIEFS_OF_PLACE.fullmatch(line.text) if "长" in line.text else None
    if "网格" in line.text and _GRID_CHIEF.match(below.text):
        match = _GRID.fullmatch(line.text)
    if match is None and ("长" in line.text or "网格" in line.text):
        match = GRIDS_LISTED.fullmatch(line.text)
    in_table = "\t" in below.text or "|" in below.text
    if match is None and in_table and "责任人" in below.text:
        match = _IN_CHARGE_OF_PLACES.fullmatch(line.text) if "责任人" in line.text else None
    if match is None or not (in_table or labels_of(below.text)):
        return None
    low, high = match.span("name")
    return Named(line.printed(low, high), "heading", line, low, high, level=groups.level_of(line.text), confidence=0.9)


def is_led_part(passage: Passage) -> bool:
    """Whether a paragraph says which units a part of a body is made up of (`救护组：由甲局牵头，乙局参加。`) and nothing else."""
    return "牵头" in passage.text and _PART_LED.match(passage.text) is not None


def kindless(line: Passage, kind: str) -> Named:
    """A heading that leaves the kind to the heading above (`二、成立工作专班` / `（三）深化债权债务清算`)."""
    text = line.text.rstrip(": 。")
    match = re.match(r"\s*(?:[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、)\s*", text)
    low = match.end() if match else 0
    kind = kind if kind.startswith("工作") or not kind.startswith("专班") else f"工作{kind}"
    return Named(
        line.printed(low, len(text)) + kind,
        "heading",
        line,
        low,
        len(text),
        level=groups.level_of(line.text),
        confidence=0.7,
    )


def opens_chiefs(line: Passage, following: list[Passage]) -> bool:
    """Whether a numbered line that is a role is a heading all the same: `二、县级河长` over `（一）清水河`, itself over `河长：甲`."""
    return (
        len(following) > 1
        and _CHIEFS_OF_LEVEL.fullmatch(line.text) is not None
        and by_its_roster(following[0], following[1], None) is not None
    )


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


def parted(line: Passage) -> Iterator[Passage]:
    """A line, or its heading and its roster or its changes where one line holds both: `（一）救治组。组长：甲；成员：乙、丙。`."""
    led = _PART_LED.match(line.text) if "牵头" in line.text else None
    if led is not None:
        yield line.cut(0, led.end("head"))
        yield line.cut(*led.span("led"))
        if line.text[led.end() :].strip():
            yield line.cut(led.end())
        return
    if "牵头" in line.text and "成员单位" in line.text:
        head = _PART_OF_UNITS.match(line.text) or _HEADING_THEN_ROSTER.match(line.text)
        if head is not None:
            yield line.cut(0, head.end("head"))
        yield from members_apart(line if head is None else line.cut(head.end()))
        return
    match = _HEADING_THEN_ROSTER.match(line.text) or PART_IN_CHARGE.match(line.text)
    match = match or (_ORDINAL_PART.match(line.text) if "第" in line.text else None)
    match = match or (PART_SAID.match(line.text) if may_be_said(line.text) else None)
    if match is not None:
        yield line.cut(0, match.end("head"))
        yield line.cut(match.end())
        return
    part = _PART_FIRST.match(line.text)
    if part is not None and (glued_labels(line, part.end()) or _LED_BY.match(line.text, part.end())):
        yield line.cut(0, part.end("head"))
        yield line.cut(part.end())
        return
    boxed = _PART_WITH_BRACKET.match(line.text) if "(" in line.text else None
    if boxed is not None:
        yield line.cut(0, boxed.end("head"))
        yield line.cut(*boxed.span("inside"))
        rest = line.cut(boxed.end())
        if rest.text.strip() and (not rest.text.lstrip().startswith(",") or labels_of(rest.text)):
            yield rest  # but no sentence that goes on: …），督查甲区、乙区
        return
    last = _PART_WITH_LAST_BRACKET.match(line.text) if ":" in line.text and "(" in line.text else None
    if last is not None:
        yield line.cut(0, last.end("head"))
        yield line.cut(*last.span("inside"))
        return
    noted = _PART_NOTED.match(line.text) if "(" in line.text else None
    if noted is not None:
        yield line.cut(0, noted.end("head"))
        yield line.cut(noted.end())
        return
    listed = _PART_LISTED.match(line.text) if ":" in line.text else None
    if listed is not None and is_listed(line.cut(listed.end())):
        yield line.cut(0, listed.end("head"))
        yield line.cut(listed.end())
        return
    organ = _ORGAN_FIRST.match(line.text) if ":" in line.text else None
    if organ is not None:
        yield line.cut(0, organ.end("body"))
        yield line.cut(organ.end("body"))
        return
    body = BODY_FIRST.match(line.text) if ":" in line.text else None
    if body is not None and (WORDS.search(line.text, body.end()) or _CHIEF_SAID.match(line.text, body.end())):
        yield line.cut(0, body.end("body"))
        yield line.cut(body.end())
        return
    yield line


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
