"""Lists in running text: `A、B(C、D)和E等方面工作` to its items, brackets kept with the word they stand behind.

Everything works on places in a folded text (`passage.text`) and gives places back, so that the caller cuts the printed
words and their evidence himself. Conventions (from division notices, rosters and task papers of many places): `、` parts
the items and never cuts inside brackets; the closing `等`, `等工作`, `方面工作`, `工作` belongs to the list and to no
item; `和`, `及`, `与` join two items only where both sides are names of bodies (`发展和改革局` is one), and in the last
place of a list of matters unless the pair is the usual name of one field (`工业和信息化`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

#: Closing bracket by opening one. Quotation marks and title marks hold a list together too.
PAIRS = {"(": ")", "[": "]", "〔": "〕", "《": "》", "〈": "〉", "“": "”", "「": "」", "【": "】"}

_OPENING = re.compile("[" + re.escape("".join(PAIRS)) + "]")
_BRACKET = re.compile("[" + re.escape("".join((*PAIRS, *PAIRS.values()))) + "]")
_TAIL = re.compile(
    r"(?:(?<![高平均优同初中特上下])等(?:\d{1,3}[个项家]|[一二三四五六七八九十]{1,3}[个项家]|相关|有关|各项|各个)?"
    r"(?:方面|领域|条线|事项|[\u4e00-\u9fff]{2}口)?的?(?:具体|日常|相关|有关)?(?:工作|单位|部门|业务|事务|事宜|事项|任务|科室|股室|处室|站所|企业|学校|村居?|社区|乡镇|镇街|街道)?"
    r"|方面的?(?:具体|相关|有关)?(?:工作|事务|业务)?"
    r"|(?:的|有关|相关|专项)?工作)$"
)
#: The last letters of the closing words above.
_TAIL_LETTERS = frozenset("室所业校村居区镇街道等个项家关面域线的体常作位门务宜口")
#: Words after which 工作 is part of the matter itself (`机关日常工作`).
_WORK_STAYS = ("日常", "中心", "社会", "群众", "其他", "临时", "交办的")
#: What names of bodies end in; asked as endings, which takes a tenth of the time of a pattern.
_BODY_ENDS = ("局", "厅", "委", "办", "部", "院", "处", "科", "股", "室", "会", "社", "站", "所", "队", "校", "馆", "台", "园", "署", "中心", "公司", "集团", "银行", "支行", "分行", "党派", "机构", "企业", "单位", "部门", "苏木", "嘎查", "街道", "镇", "乡", "社区", "大学", "中学", "小学", "农场", "林场", "牧场", "开发区", "园区", "工业区", "高新区", "经开区", "政府", "人大", "政协", "妇联", "文联", "科协", "残联", "侨联", "社科联", "工商联", "台联", "体协", "作协", "村", "组织", "乌兰牧骑", "剧团", "乐团", "舞团", "术团", "工团", "技团", "兵团", "曲团", "唱团", "军分区", "警备区", "监狱", "良种场", "原种场", "园艺场", "种畜场", "渔场", "茶场", "监管组", "年级", "机关", "海关", "铁塔", "电网", "矿", "厂", "段")  # fmt: skip
_NO_BODY_ENDS = ("社会", "城乡", "干部", "内部", "全部", "西部", "东部", "乡村", "农村", "校园", "田园", "家园", "公园", "大会", "机会", "协会工作", "协工作", "军队", "党组织", "基层组织", "社会组织", "与企业", "和企业")  # fmt: skip
_NO_BODIES = frozenset(("组织", "机构", "企业", "机关"))
_MARK = re.compile("[、,;]")
_BRACKET_BEHIND = re.compile(r"\([^()]*\)$")
_STEM = re.compile(r"[省市县区旗盟州镇乡]?(?:人民)?(?:委|党委|政府|人大|政协|政府机关)")
_LEVELS = "省市县区旗盟州镇乡"
_JOINER = re.compile(r"以及|及其|和|及|与|暨")
#: Fields of work whose usual name holds a joiner (names of departments after the 2018 reform, and their older forms).
_ONE_FIELD = re.compile(
    r"发展和改革|工业和信息化|科技和工业|住房和城乡|人力资源和社会|文化和旅游|林业和草原|教育和体育|教育和科技|卫生和计划生育|自然资源和规划"
    r"|民族和宗教|粮食和物资|政务服务和|审批和政务|国防和|物资和|港澳和|信访和维稳|经济和信息化|农业和农村|城乡和住房|体育和旅游|水利和湖泊"
    r"|市场和质量|社会和谐|计划和财务|人才和|组织和人事|退役军人和|科学技术和|公路和|广播和电视|园林和|安全和|精神文明和|经济和社会|国民经济和"
    r"|统一战线和|环境和资源|生态和环境|医药和|预防和|防范和(?=处|打|化|应)|防灾和|奖励和|监督和|支持和|管理和服务|保护和利用|建设和管理|规划和建设|投资和|招商和"
)
#: Bodies in general (`街道和社区建设`): what 和 joins to them belongs to one matter.
_KIND_OF_BODY = re.compile(
    r"(?:[各省市县区旗镇乡]|国有|民营|有关|相关|下属|所属|基层|重点)?(?:街道|社区|乡镇|镇|乡|村|单位|部门|企业|机关|机构|学校|医院|公司|园区|组织|党组织|部队|政府)"
)
_SHORT_MATTER = re.compile(r"(?!.*(?:建设|管理|发展|服务|改革|工作|监督|监管))[\u4e00-\u9fff]{2,3}")
_BODY_AS_MATTER = re.compile(r"[残妇侨台文科]联|残疾人|红十字会?|团委|工会|科协|武装|工商联|老干部?|关工委?")
_CROWD_AND = re.compile("(?<=..)等(?:群众团体|群团组织|群团|人民团体|社会团体)(?:以及|[和及与])(?=..)")
_LONGEST_MATTER = 6  # letters of a matter that stands beside a body named by two letters
_LONGEST_JOINED = 200  # a longer item is no list of names in print; its joiners are left alone


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: places of its name, and of what stands inside its closing brackets (equal if nothing)."""

    start: int
    end: int
    inner_start: int = 0
    inner_end: int = 0

    @property
    def bracketed(self) -> bool:
        """Whether brackets with words in them stand behind the name."""
        return self.inner_end > self.inner_start


def split(text: str, start: int = 0, end: int | None = None, *, marks: str = "、") -> list[tuple[int, int]]:
    """The stretches between `marks` outside brackets, white space trimmed, empty ones left out.

    An opening bracket that is never closed counts as an ordinary character.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = start
    closing = _closings(text, start, stop)
    if not closing:
        return [match.span() for match in _between(marks).finditer(text, start, stop)]
    held = -1  # up to here a bracket holds the list together
    opened = iter(sorted(closing))
    following = next(opened, stop)
    for match in _any_of(marks).finditer(text, start, stop):
        at = match.start()
        while following < at:
            held = closing[following] if following > held else held
            following = next(opened, stop)
        if at < held:
            continue
        span = trimmed(text, begin, at)
        if span[0] < span[1]:
            found.append(span)
        begin = at + 1
    span = trimmed(text, begin, stop)
    if span[0] < span[1]:
        found.append(span)
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def without_tail(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without closing punctuation and the words that close a list (等, 等工作, 方面工作, 工作)."""
    for _ in range(3):  # `等方面的工作。` and what is left of it; more rounds would be no list any more
        start, end = trimmed(text, start, end)
        while end > start and (text[end - 1] in "。;,.:、" or _closes_nothing(text, start, end)):
            end -= 1
        if end <= start or text[end - 1] not in _TAIL_LETTERS:
            break
        match = _TAIL.search(text, max(start, end - 16), end)
        if match is None or match.start() <= start:
            break
        if match.group() == "工作" and text.endswith(_WORK_STAYS, start, match.start()):
            break
        end = match.start()
    return trimmed(text, start, end)


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a bracket that it does not open: that of the words around it."""
    return text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end)


def item(text: str, start: int, end: int) -> Item:
    """One item with its closing brackets told apart: `自然资源(国土、规划)工作` is 自然资源 with 国土、规划."""
    start, end = without_tail(text, start, end)
    if end > start and text[end - 1] in ")]":
        opening = _opening(text, start, end - 1)
        if opening > start:
            name = trimmed(text, start, opening)
            return Item(name[0], name[1], *trimmed(text, opening + 1, end - 1))
    return Item(start, end)


def items(text: str, start: int = 0, end: int | None = None, *, marks: str = "、") -> list[Item]:
    """The items of a list, closing words dropped, joined ones (和, 及, 以及) parted where the convention says so."""
    stop = len(text) if end is None else end
    start, stop = without_tail(text, start, stop)
    spans = [part for span in split(text, start, stop, marks=marks) for part in _behind_crowd(text, *span)]
    found: list[Item] = []
    for number, span in enumerate(spans):
        last = number == len(spans) - 1 and number > 0
        of_bodies = last and all(is_body(_name(text, *each)) for each in spans[:-1])
        for low, high in _joined(text, *span, last=last, of_bodies=of_bodies):
            one = item(text, low, high)
            if one.start < one.end:
                found.append(one)
    return found


def _behind_crowd(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch cut where 等 and a word for the bodies before it stand, and another one follows: `团委等群团组织和驻军`."""
    crowd = _CROWD_AND.search(text, start, end) if "等" in text[start:end] else None
    return [(start, end)] if crowd is None else [(start, crowd.start()), (crowd.end(), end)]


def is_body(words: str) -> bool:
    """Whether words name a body (局, 委, 中心, 公司, 镇 …) and not a matter, by how they end."""
    return words.endswith(_BODY_ENDS) and not words.endswith(_NO_BODY_ENDS) and words not in _NO_BODIES


def begins_next_body(upper: str, lower: str) -> bool:
    """Whether a line break in a list stands between two bodies (`县水利局` / `县财政局`), not inside the name of one.

    Both are whole, and begin with the same letter or one of them with 各; `县委` / `各部委` is one crowd.
    """
    left, right = _MARK.split(upper.strip())[-1], _MARK.split(lower.strip())[0]
    left, right = _BRACKET_BEHIND.sub("", left), _BRACKET_BEHIND.sub("", right)
    if not (is_body(left) and is_body(right)) or _STEM.fullmatch(left):
        return False
    return left[0] == right[0] or (right[0] == "各" and len(right) > 1) or (left[0] == "各" and right[0] in _LEVELS)


def _joined(text: str, start: int, end: int, *, last: bool, of_bodies: bool) -> list[tuple[int, int]]:
    """A stretch cut at its joiners where both sides stand on their own.

    In the last place of a list `of_bodies` a short matter stands for its body too: `残联、供电公司和烟草工作`.
    """
    if end - start > _LONGEST_JOINED:
        return [(start, end)]
    closing = _closings(text, start, end)
    parts: list[tuple[int, int]] = []
    begin = start
    closed_until = -1
    opened = iter(sorted(closing))
    following = next(opened, end)
    for match in _JOINER.finditer(text, start, end):
        low, high = match.span()
        while following < low:
            closed_until = max(closed_until, closing[following])
            following = next(opened, end)
        if low < closed_until or low - begin < 2 or end - high < 2:
            continue
        left, right = _name(text, begin, low), _name(text, high, end)
        bodies = is_body(left) and is_body(right)
        matters = last and not is_body(right) and not is_body(left) and not _ONE_FIELD.search(text, begin, end)
        short = of_bodies and is_body(left) and not _KIND_OF_BODY.fullmatch(left) and _SHORT_MATTER.fullmatch(right)
        # 卫生、民政和残联: the last body of a list of matters is named by two letters.
        near = last and not is_body(left) and len(left) <= _LONGEST_MATTER
        short = short or (near and _BODY_AS_MATTER.fullmatch(right))
        closed = text.endswith("工作", begin, low) and low - begin > 4  # 县政府常务工作和发展改革、财税
        if match.group() == "以及" or bodies or ((matters or short or closed) and match.group() != "与"):
            parts.append(without_tail(text, begin, low) if closed else (begin, low))
            begin = high
    parts.append((begin, end))
    return parts


def _name(text: str, start: int, end: int) -> str:
    one = item(text, start, end)
    return text[one.start : one.end]


def _closings(text: str, start: int, stop: int) -> dict[int, int]:
    """Place of each outermost opening bracket to the place of its closing one, within the stretch."""
    found: dict[int, int] = {}
    first = _OPENING.search(text, start, stop)
    if first is None:
        return found
    opened: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text, first.start(), stop):
        mark, at = match.group(), match.start()
        if mark in PAIRS:
            opened.append((at, PAIRS[mark]))
        elif opened and mark == opened[-1][1]:
            place, _ = opened.pop()
            found[place] = at
    return found


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(marks) + "]")


@cache
def _between(marks: str) -> re.Pattern[str]:
    """What stands between marks, from its first character that is no white space to its last."""
    mark = re.escape(marks)
    return re.compile(rf"[^{mark}\s](?:[^{mark}\s]*+(?:\s++[^{mark}\s]++)*+)")


def _opening(text: str, start: int, closing: int) -> int:
    """Place of the bracket that `text[closing]` closes; `start` if there is none."""
    depth = 0
    for at in range(closing, start - 1, -1):
        if text[at] in ")]":
            depth += 1
        elif text[at] in "([":
            depth -= 1
            if depth == 0:
                return at
    return start
