"""Who leads, who answers, who helps: lists of units with the words that give each its part.

Reads a stretch such as `市发展改革委牵头，市财政局、市住建局等按职责分工负责` or the value behind `配合单位：`. Conventions
(samples of task papers): `X牵头` leads, `X按职责分工负责` and `X结合实际落实` answer, 配合 and 协同 help; `（牵头）` behind a
name leads; `无` is nobody; a unit in brackets behind a unit stays with it, a person does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.gazette import lists
from loaders.gazette.heads import Role
from loaders.gazette.persons import is_name, read_mentions
from loaders.readers.paper import Passage

_LEAD_END = re.compile(
    r"(?:共同|联合|分别|总|负责)?(?:牵头|主办|主责)(?:负责|落实|实施|推进|组织|办理|抓总|协调|制定|开展|组织实施|抓好落实|抓落实)?$"
)
_HELP_END = re.compile(
    r"(?:积极|协同|密切|分别|共同|做好|予以|给予)*(?:配合|协同|参与|参加|协助|协办|支持)(?:落实|实施|推进|做好|配合|工作|完成)*$"
)
_ANSWER_END = re.compile(
    r"(?:(?:按照?|根据|依据|结合)(?:照)?(?:各自)?(?:职责|职能|实际|分工|任务)(?:职责|职能|分工|任务|情况)*)?(?:分别|具体|组织|共同|各自|分工|抓好|做好|认真|逐[项一条级层]|切实|严格|全力|抓紧)*"
    r"(?:负责|落实|实施|推进|执行|承办|办理|完成)(?:负责|落实|实施|推进|工作)*$"
    r"|(?:按照?|根据|结合)(?:各自)?(?:职责|职能|实际|分工)(?:分工)?$"
    r"|(?:分别|具体|切实|全面|认真)?(?:(?:落实|承担|履行|压实|扛起|负)(?:属地|主体|监管|领导|行业|部门){1,2}(?:管理|监管)?责任|负[总全主]责)$"
    r"|负责(?:属地|具体)的?(?:落实|实施|管理|推进)(?:工作)?$"
)
_PART_ENDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("lead", _LEAD_END),
    ("cooperating", _HELP_END),
    ("responsible", _ANSWER_END),
)
_STOPS = re.compile("[,;。]")
#: What a clause with any of the words above ends in; one that ends otherwise gives nobody a part.
_PART_WORDS = frozenset(
    (
        "牵头", "主办", "主责", "负责", "落实", "实施", "推进", "组织", "办理", "抓总", "协调", "制定", "开展", "配合", "协同", "参与", "参加", "协助",
        "协办", "支持", "做好", "工作", "完成", "执行", "承办", "职责", "职能", "实际", "分工",
    )
)  # fmt: skip
#: The same for the clauses of a longer text.
PART_SIGN = re.compile(rf"(?:{'|'.join(sorted(_PART_WORDS))})\s*(?:[,;。]|$)")
_WITH = re.compile(r"牵头[,，]?\s*(?:会同|联合|协同|商)|会同|商(?=[省市县区旗])")
#: 商 and 联合 begin names too (`商标股`, `联合执法大队`).
_WITH_FIRST = re.compile(
    r"\s*(?:并)?(?:会同|联合(?!执法|会|体|国|党|工会|社|村|镇|乡|监管|监督|办|大学|学院|校)|协同(?!创新|中心|办)|商(?=[省市县区旗州盟镇乡])|配合)"
)
_BY = re.compile(r"\s*(?:由|并由|请)")
_NOBODY = re.compile(r"\s*(?:无|暂无|没有|[-—/\\]+|空)\s*[。;,]?\s*")
_PART = re.compile(
    r"(?:牵头|主办|主责)(?:单位|部门)?|配合(?:单位|部门)?|协办(?:单位|部门)?|责任(?:单位|部门)?|承办(?:单位|部门)?"
)
#: `（排名第一的为牵头单位）` behind a list, `列第一位者为工作牵头单位` in a note; `第一责任人` is a person.
FIRST_LEADS = re.compile(
    r"(?:第一|首)(?:(?:位|个|名)?[的者]?(?:责任|负责)?(?:单位|部门|科室|处室)|[位个名]?[的者]|[位个名])[^。;,人]{0,4}?(?:为|是|系)[^。;,、人]{0,6}牵头"
)
#: The same as a clause of its own behind the units: `…，第一责任单位为牵头单位`, `其中列第一位的为牵头单位`.
_FIRST_SAID = re.compile(
    rf"\s*(?:其中|以上|注:|说明:)?\s*(?:(?:排名|排列|排序|排|列)(?:在|为|于)?)?(?:{FIRST_LEADS.pattern})(?:责任)?(?:单位|部门|科室|处室)?\s*"
)
#: `县财政局 各镇(街道)`: a bracket closes the last of the names, and holds no gap.
_BRACKETS_LAST = re.compile(r"[^()]*\([^()\s]*\)\s*")
#: What stands behind the units and says how the list is meant: `以下任务均涉及各县人民政府，不再列出`, `下同`.
_NOTE = re.compile(
    r"\s*(?:(?:不再|不另)(?:一一|逐一|逐项|重复|单独|另行)?(?:列出|列入|罗列|列举|列示|赘述|标注|注明)|(?:以)?[下后]同)\s*"
)
_NOTE_BEGINS = re.compile(
    r"\s*(?:以下|下列|上述|各项|具体|本方案)[^,、]{0,12}(?:均|都|皆|一律)(?:需|须|涉及|由|有)[^、]*"
)
#: The kinds of places whose governments are one crowd, and `各乡镇党委、政府`.
_CROWD_OF_PLACES = re.compile(
    r"各(?:(?:[县市区旗乡镇盟州]、){1,3}[县市区旗乡镇盟州](?:(?:党委、?)?(?:人民)?政府|管委会)?"
    r"|(?:乡镇?|镇(?:街道?)?|街道|镇乡|苏木乡?镇?)(?:\(街道\))?(?:党委|党工委)、(?:人民)?(?:政府|办事处))(?=[、,;。)]|[和及与等]|\s|$)"
)
_BEFORE_CROWD = "、,;:。( 和及与"
_BEHIND_CROWD = re.compile(r"\s*(?:以及|[、和及与]|等(?:单位|部门)?)")
_WHITE_INSIDE = re.compile(r"\s+")
_PREFIX_ONLY = re.compile(r"(?:[省市县区旗盟州镇乡]|自治区)?(?:人民)?(?:委|政府|党委|人大|政协|政府机关)$")
_PART_OVER = re.compile(r"(?:牵头|负责|配合|落实)、")
_BRANCH = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,6})(?P<kind>分局|分公司|分行|支行|支局|分院|分中心|管理站)")
_HEAD_OFFICE = {
    "分局": ("局",), "支局": ("局",), "分公司": ("公司", "集团"), "分行": ("银行",), "支行": ("银行", "分行"), "分院": ("院",), "分中心": ("中心",),
    "管理站": ("管理局", "管理处"),
}  # fmt: skip
_MATTER = re.compile(
    "公安|交警|税务|环境|环保|资源|规划|国土|市场|监管|监督|林业|林草|水[利务文]|海洋|烟草|气象|供电|电力|邮政|移动|电信|联通|铁塔|盐业|交通|消防|农业|农村|商业|建设|城管|工商"
    "|银行|保险|公路|铁路|稽查|燃气|供水|自来水"
)
_LONGEST_NAME = 160  # what goes on longer without 、 is no name, and no list of leaders
_COMRADE = re.compile(r"(?:等)?同志$|等$")


@dataclass(frozen=True, slots=True)
class Part:
    """A unit's part in a task: `lead`, `responsible` or `cooperating`, the unit as printed, the word that says so."""

    role: Role
    unit: str
    word: str


def is_nobody(text: str) -> bool:
    """Whether the words say that nobody is meant (`无`, `/`, nothing)."""
    return not text.strip() or bool(_NOBODY.fullmatch(text))


def parts_of(passage: Passage, start: int, end: int, default: Role, word: str) -> list[Part]:
    """The units in `text[start:end]` with their parts; `default` and `word` for those no word of their own follows."""
    found: list[Part] = []
    text = passage.text
    if is_nobody(text[start:end]):
        return found
    for low, high in _clauses(text, start, end):
        if _NOTE.fullmatch(text, low, high) or _NOTE_BEGINS.fullmatch(text, low, high):
            continue
        if "牵头" in text[low:high] and _FIRST_SAID.fullmatch(text, low, high):
            continue
        found.extend(_clause(passage, low, high, default, word))
        if default == "lead" and word in ("", "牵头") and found:
            default = "responsible"
    return _distinct(found)


def has_parts(text: str) -> bool:
    """Whether a clause of the text ends in a word that gives units a part (牵头, 负责, 配合 …)."""
    return any(True for clause in _STOPS.split(text) for _ in _part_ends(clause))


def _part_ends(words: str) -> Iterator[tuple[Role, re.Match[str]]]:
    """The words at the end of a clause that give the units before them a part, and which; to lead comes first."""
    if words[-2:] in _PART_WORDS or words.endswith(("责任", "总责", "全责", "主责")):
        for role, pattern in _PART_ENDS:
            match = pattern.search(words)
            if match is not None:
                yield role, match


def leaders_of(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """The leaders named: names without titles; a leader named by post alone keeps the words of the post."""
    if is_nobody(passage.text[start:end]):
        return ()
    found: list[str] = []
    for clause in lists.split(passage.text, start, end, marks=",;。"):
        if clause[1] - clause[0] > _LONGEST_NAME:
            continue
        whole = read_mentions(passage, *clause)
        if found and "。" in passage.text[start : clause[0]] and not any(mention.person for mention in whole):
            break  # behind the sentence that names them stands what they do
        if any(mention.person for mention in whole):
            names = [mention.person or mention.title or mention.org for mention in whole]
        else:
            names = [passage.printed(*one) for one in lists.split(passage.text, *clause)]
        for name in (_COMRADE.sub("", words) for words in names):
            if name and name not in found:
                found.append(name)
    return tuple(found)


def units_in(passage: Passage, start: int, end: int) -> list[str]:
    """The units of a plain list as printed, brackets kept, closing 等 and 等部门 dropped."""
    return [words for words, _ in _units(passage, start, end)]


def unit_like(words: str) -> bool:
    """Whether words name a body or a crowd of bodies (`区财政局`, `各镇人民政府`), a bracket behind them left out."""
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", words)
    return lists.is_body(bare) or bare.startswith(
        (
            "各",
            "有关",
            "相关",
            "市直",
            "区直",
            "县直",
            "省直",
            "州直",
            "旗直",
            "镇直",
            "乡直",
            "市属",
            "区属",
            "县属",
            "省属",
        )
    )


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a stretch; `A牵头、B配合` are two."""
    for low, high in lists.split(text, start, end, marks=",;。"):
        begin = low
        for match in _PART_OVER.finditer(text, low, high):
            yield begin, match.end() - 1
            begin = match.end()
        yield begin, high


def _clause(passage: Passage, start: int, end: int, default: Role, word: str) -> Iterator[Part]:
    text = passage.text
    by = _BY.match(text, start, end)
    if by and "牵头" in text[start:end]:
        start = by.end()
    together = _WITH.search(text, start, end)
    if together and together.start() > start:
        for unit, _ in _units(passage, start, together.start()):
            yield Part("lead", unit, "牵头" if "牵头" in together.group() else word or "会同")
        yield from _helpers(passage, together.end(), end)
        return
    first = _WITH_FIRST.match(text, start, end)
    if first and first.end() < end:
        yield from _helpers(passage, first.end(), end)
        return
    for given, match in _part_ends(text[start:end]):
        if match.start() > 0:
            said = passage.printed(start + match.start(), end)
            for unit, own in _units(passage, start, start + match.start()):
                yield Part(own or given, unit, said)
            return
    for unit, own in _units(passage, start, end):
        yield Part(own or default, unit, word)


def _helpers(passage: Passage, start: int, end: int) -> Iterator[Part]:
    helping = (match for role, match in _part_ends(passage.text[start:end]) if role != "lead" and match.start() > 0)
    if (match := next(helping, None)) is not None:
        end = start + match.start()
    for unit, own in _units(passage, start, end):
        yield Part(own or "cooperating", unit, "会同")


def _units(passage: Passage, start: int, end: int) -> Iterator[tuple[str, Role | None]]:
    text = passage.text
    for one in _items(text, start, end):
        stop = one.end
        own: Role | None = None
        if one.bracketed:
            inner = text[one.inner_start : one.inner_end]
            if "牵头" in inner and FIRST_LEADS.search(inner):
                stop = one.end  # said of the list, whose first unit leads
            elif _PART.fullmatch(inner):
                own = "lead" if inner[0] in "牵主" else "cooperating" if inner[0] in "配协" else "responsible"
            elif not is_name(inner.strip()) or lists.is_body(inner):  # who acts for the unit is no part of its name
                stop = text.index(text[one.inner_end : one.inner_end + 1] or ")", one.inner_end) + 1
                stop = min(stop, end)
        for low, high in _spaced(text, one.start, stop):
            words = passage.printed(low, high)
            if 1 < len(words) <= 48 and not is_nobody(words):
                yield words, own


def _items(text: str, start: int, end: int) -> Iterator[lists.Item]:
    """The items of a list of units; `各县、市、区人民政府` is one crowd, though a mark stands in it."""
    begin = start
    for crowd in _CROWD_OF_PLACES.finditer(text, start, end) if "各" in text[start:end] else ():
        if crowd.start() > start and text[crowd.start() - 1] not in _BEFORE_CROWD:
            continue
        yield from _plain_items(text, begin, crowd.start())
        yield lists.Item(*crowd.span())
        behind = _BEHIND_CROWD.match(text, crowd.end(), end)
        begin = behind.end() if behind else crowd.end()
    yield from _plain_items(text, begin, end)


def _plain_items(text: str, start: int, end: int) -> Iterator[lists.Item]:
    for span in lists.split(text, start, end):
        if span[1] - span[0] <= _LONGEST_NAME:
            yield from lists.items(text, *span)


def _branch_of(left: str, right: str) -> bool:
    """Whether a cell's line break parts a branch from what it is a branch of: `市生态环境局 北港分局`.

    A branch with a matter in its name (`公安分局`) is a body of its own.
    """
    match = _BRANCH.fullmatch(right)
    return match is not None and not _MATTER.search(match["place"]) and left.endswith(_HEAD_OFFICE[match["kind"]])


def _spaced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Units that only white space parts; white space inside a wrapped name (`金融 工作办公室`) parts nothing."""
    begin = start
    if "(" not in text[start:end] or _BRACKETS_LAST.fullmatch(text, start, end):
        for match in _WHITE_INSIDE.finditer(text, start, end):
            left, right = text[begin : match.start()].strip(), text[match.end() : end].strip().split(" ")[0]
            right = right.partition("(")[0] or right
            if (
                len(left) >= 2
                and (len(right) >= 3 or right.startswith("各"))
                and lists.is_body(left)
                and lists.is_body(right)
                and not _PREFIX_ONLY.fullmatch(left)
                and not _branch_of(left, right)
            ):
                yield begin, match.start()
                begin = match.end()
    yield begin, end


def _distinct(parts: list[Part]) -> list[Part]:
    seen: set[tuple[Role, str]] = set()
    kept = []
    for part in parts:
        key = (part.role, part.unit)
        if key not in seen:
            seen.add(key)
            kept.append(part)
    return kept
