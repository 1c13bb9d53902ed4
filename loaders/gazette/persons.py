"""Names of persons, and names with titles in any order: the one recogniser all kinds of paper share.

Papers print `高 明 区委常委`, `区委常委高明`, `高明（区委常委）`, `高明副区长` and names only. A name is two to four Han
characters behind a surname (inner spaces dropped), a compound surname with one or two, parts joined by `·`, or a longer
name without surname (`那仁满都拉`) where its place in the line leaves no doubt. A title ends in the words posts end in
(`graph/data/posts.csv` and the suffixes below) and is kept as printed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import graph
from loaders.readers.paper import Passage

_DATA = Path(graph.__file__).parent / "data"
_WHITE = re.compile(r"\s+")
_TOKEN = re.compile(r"\S+")
_HAN = "\u3007\u3400-\u9fff"
#: What posts end in; suffixes cover new posts (总畜牧师, 督导员) that no list holds.
_TITLE_END = re.compile(
    r"(?:书记|主任|委员|常委|主席|经理|政委|助理|顾问|主编|编辑|干事|干部|督学|教授|专员|秘书|会计|出纳|代表|负责人|联系人|联络人|主管"
    r"|主持|参谋|总监|总裁|董事|监事|苏木达|嘎查达|牧师|律师|医师|护士|农艺师|工程师|会计师|经济师|统计师|规划师|畜牧师|兽医师|检验师|教师"
    r"|讲师|技师|导师|管理师|调研员|科员|教导员|指导员|组织员|司令员|检察员|审判员|督察员|巡视员|督导员|警长|参赞|法官|检察官|主办|领班"
    r"|[^年成增生校家班擅特专家队延延市]长|校长|队长|班长|家长代表|总队长|会长|院士|专家|委员长|成员|组员|人员|队员|网格员|领导|主官|正职|副职|村官"
    r"|[一二三四五]级|[正副]?(?:科|处|厅|局|股|部)级|职员|司机|警官|民警|辅警|法人|店主|业主|[\u4e00-\u9fff]员|总[\u4e00-\u9fff]{1,3}师|医生|大夫|社工|教练)"
    r"(?:\([^()]{1,24}\))?$"
)
#: What bodies end in; one character of these is also a common end of given names and needs a longer word before it.
_UNIT_END = re.compile(
    r"(?:委员会|政府|办公室|办事处|党委|政法委|发改委|卫健委|国资委|组织部|宣传部|统战部|人武部|武装部|法院|检察院|人大|政协|纪委|监委|团委|妇联"
    r"|残联|工会|总工会|科协|文联|工商联|侨联|红十字会|协会|学会|商会|基金会|供销社|合作社|联社|公司|集团|银行|支行|分行|学校|中学|小学|大学"
    r"|学院|幼儿园|医院|卫生院|卫生室|中心|大队|支队|总队|中队|分队|部队|派出所|街道|社区|苏木|嘎查|园区|管委会|联合会|分局|监狱|海关|报社"
    r"|电视台|气象台|图书馆|文化馆|博物馆|档案馆|养老院|敬老院|卫生服务站|服务站|编办|府办|党办|单位|部门|机构|企业|[局厅署]|[^\s]{2}(?:委|办|处|科|所|站|院|部|会|室|镇|乡|股))$"
)
_CROWD = re.compile(
    r"^(?:各|全体|所有|有关|相关|其他|其余|本级|所属|下属|辖区|驻)"
    r"|(?:门卫|保安|保洁|值班人员|工作人员|负责人|负责同志|班主任|班子成员|全体教师|全体人员|志愿者|食堂人员|宿管|校医|职工|教职工|领导)$"
)
#: Words that no name begins or ends with though their first character is a surname.
_NO_NAME = re.compile(
    r"^(?:方面|任务|时间|单位|成员|组成|成立|负责|全体|全县|全市|全区|全旗|全镇|全乡|全校|全面|有关|相关|各|其他|常务|常委|党委|党组|党员|党支部|党总支|党工委|党政"
    r"|党校|门卫|安全|安监|安保|应急|和|及|与|由|从|于是|农业|农村|水利|水务|民政|林业|公安|司法|财政|经济|经信|计划|管理|温馨|通知|通讯|通信|高级"
    r"|高新|高中|高一|高二|高三|师生|师范|计生|包括|主要|分管|路政|路长|石油|金融|金额|政府|政协|政法|乡镇|国土|国有|国家|项目|项 ?目|养老|车辆|车管|文化|文明|文旅|文教"
    r"|明确|明年|时限|武装|武警|支部|信访|信息|包村|包联|包保|解放军|满足|荣誉|宣传|施工|商务|商会|商业|钱款|广播|广电|易地|能源|能够"
    r"|牧业|景区|容许|关于|关心|关工|查处|查找|国资|年度|年级|后勤|家长|家庭|干部|干事|纪检|纪委|劳动|劳务|交通|交警|环保|环卫|环境|规划|规定"
    r"|都|那么|毛利|万元|万人|生产|生态|生活|卫生|卫健|卫计|体育|体检|教育|教师|教务|教科|教导|教研|城管|城建|城乡|保险|保障|保卫|法院|法制|法治|物价|物业|市场"
    r"|市政|税务|审计|统计|统战|编办|编制|组织|动物|动员|食品|食堂|药品|粮食|畜牧|烟草|电力|电信|移动|联通|邮政|气象|消防|武部|人武|人大|人事|人社|人力)"
    r"|(?:书记|主任|委员|局长|部长|处长|科长|所长|站长|镇长|乡长|县长|区长|市长|旗长|队长|校长|院长|组长|会长|主席|经理|政委|助理|顾问|政府|办公室|工作|小组|同志|代表"
    r"|部门|单位|机构|企业|[局厅族]|等)$"
)
_INSIDE_NO_NAME = re.compile(r"[副省市县镇乡局厅委办处科股长部责职等的为任是在和与及或由将被]")
_NEVER_IN_NAME = re.compile(r"[副的为是在由将被]")
_LEAD_TITLE = re.compile(
    r"^(?:[省市县区旗盟州镇乡村]|副|党|政府|政协|人大|常务|第一|代|提名|自治|街道|原|苏木|嘎查|纪委|调研员|局|主任|书记|校|院)"
)
_PRIVATE = re.compile(
    r"\((?:男|女|[\u4e00-\u9fff]{1,5}族|中共党员|党员|非党|无党派|兼)(?:[,、;](?:男|女|[\u4e00-\u9fff]{1,5}族|中共党员|党员|非党|兼))*\)"
)
_COMRADE = re.compile(r"(?:等)?(?:\d+名|[一二三四五六七八九十两]{1,2}(?:名|位))?同志(?:们)?$|(?:先生|女士)$")
_MARKS = "、,;"

#: A long name without a surname is written in characters that transcribe; two of these let it pass.
_TRANSCRIBING = frozenset(
    "阿巴白宝毕别布查朝其策达丹岱嘎道德登丁都额恩尔法吉格根古哈海罕好呼吉加嘉卡克库拉喇勒力利连玛满毛蒙米敏莫木慕那娜尼努诺帕其齐奇青清热日"
    "如萨赛桑沙斯苏索塔特天图陶吐娃娃乌希肖雅亚依伊亦义音英永玉扎仁曼孜丽买合提江旦央珠次卓洛追平措多杰才让扎西加措尼玛贡布木高娃斯琴其木格"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A seat read out of a stretch of a passage: a person with or without title, a unit, or words for a function.

    `person` and `title` are printed words without white space; `org` is filled for a unit that has the seat itself; a
    function or a crowd (`各班主任`) has its words in `title` and neither. `start`, `end` are places in the passage.
    """

    person: str
    title: str
    start: int
    end: int
    org: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token: its words without white space, and its place."""

    words: str
    start: int
    end: int


@cache
def surnames() -> frozenset[str]:
    """All surnames, simple and compound (`graph/data/surnames.csv`)."""
    with (_DATA / "surnames.csv").open(encoding="utf-8", newline="") as handle:
        return frozenset(row["surname"] for row in csv.DictReader(handle))


def is_surname(words: str) -> bool:
    """Whether words are a surname, simple or compound."""
    return words in surnames()


@cache
def bare_posts() -> frozenset[str]:
    """Words that are a post as they stand (`局长`, `三级调研员`; `graph/data/posts.csv`)."""
    with (_DATA / "posts.csv").open(encoding="utf-8", newline="") as handle:
        return frozenset(row["position"] for row in csv.DictReader(handle))


def is_name(words: str) -> bool:
    """Whether words (white space allowed inside) are a person's name by shape alone: a surname and a given name."""
    flat = _WHITE.sub("", words[:60])
    if "·" in flat:
        return bool(re.fullmatch(rf"[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}){{1,3}}", flat))
    if not 2 <= len(flat) <= 4 or not re.fullmatch(rf"[{_HAN}]+", flat) or _NO_NAME.search(flat):
        return False
    if len(flat) >= 3 and flat[:2] in surnames():
        return True
    if flat[0] not in surnames() or len(flat) == 4:
        return False
    return not _TITLE_END.search(flat) and not _UNIT_END.search(flat)


def may_be_name(words: str) -> bool:
    """Whether words may be a name where the line has a place for one: also without surname (`莎莎`, `额登毕力格`)."""
    flat = _WHITE.sub("", words)
    if is_name(flat):
        return True
    if not 2 <= len(flat) <= 9 or not re.fullmatch(rf"[{_HAN}]+", flat) or _NO_NAME.search(flat):
        return False
    if _TITLE_END.search(flat) or _UNIT_END.search(flat) or _CROWD.search(flat):
        return False
    if len(flat) <= 3:
        return True
    return sum(character in _TRANSCRIBING for character in flat) >= (len(flat) + 1) // 2


def is_title(words: str) -> bool:
    """Whether words end as a post or rank does."""
    return bool(_TITLE_END.search(_WHITE.sub("", words)))


def is_unit(words: str) -> bool:
    """Whether words end as the name of a body does (`区财政局`, `各镇人民政府`)."""
    return bool(_UNIT_END.search(_WHITE.sub("", words)))


def is_crowd(words: str) -> bool:
    """Whether words name a function or several unnamed people (`各班主任`, `食堂负责人`)."""
    return bool(_CROWD.search(_WHITE.sub("", words)))


def read_mention(passage: Passage, start: int = 0, end: int | None = None) -> Mention | None:
    """One person with a title in any order, a unit or a function, out of `passage.text[start:end]`; None if unread."""
    found = read_mentions(passage, start, end)
    return found[0] if len(found) == 1 else None


def read_mentions(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """All seats of a list: items parted by `、`, commas or white space; titles with `、` inside kept whole.

    `县委常委、副县长佟维安同志` is one mention, `张尧、陈昌勇` two, `王五 局长、副书记` one, `门卫、各班主任` two without a person.
    """
    stop = len(passage.text) if end is None else end
    groups: list[list[Mention]] = []
    for low, high in _items(passage.text, start, stop):
        groups.append(_read_item(passage, low, high))
    return _gathered(passage, groups)


def leading_name(text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """The place of a name that opens a line and is parted from what follows by white space; None if there is none.

    What follows may be a title broken off at the end of a narrow column, so nothing is asked of it.
    """
    pieces = _pieces(text, start, min(len(text) if end is None else end, start + 60))
    if len(pieces) < 2 or not is_name(_bare(pieces[0].words)):
        return None
    return pieces[0].start, pieces[0].end


# --- items ------------------------------------------------------------------------------------------------------


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between list marks; marks inside brackets part nothing."""
    depth = 0
    low = start
    for position in range(start, end):
        character = text[position]
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and character in _MARKS:
            if text[low:position].strip():
                yield low, position
            low = position + 1
    if text[low:end].strip():
        yield low, end


def _read_item(passage: Passage, start: int, end: int) -> list[Mention]:
    """One item between list marks: one mention, or several parted by white space."""
    pieces = _pieces(passage.text, start, end)
    if not pieces:
        return []
    if len(pieces) > 1:
        kinds = "".join(_kind(piece.words) for piece in pieces)
        if set(kinds) == {"n"}:
            return [_person(passage, piece.start, piece.end, None) for piece in pieces]
        if "n" in kinds and set(kinds) == {"n", "x"} and all(may_be_name(piece.words) for piece in pieces):
            sure = {"n": 1.0, "x": 0.7}  # 扁鹊 among other names
            return [
                _with(_person(passage, piece.start, piece.end, None), sure[kind])
                for piece, kind in zip(pieces, kinds, strict=True)
            ]
        if len(pieces) >= 4 and re.fullmatch(r"(?:n[tu]+){2,}", kinds):
            return _pairs(passage, pieces, kinds)
        if re.fullmatch(r"u+|u{3,}t", kinds):
            return [_unit_or_post(passage, piece, kind) for piece, kind in zip(pieces, kinds, strict=True)]
    return [_best(passage, start, end)]


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """White-space tokens, with the inner space of names closed: `张  尧`, `焦 裕民`, `任 桂 娥`."""
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
    joined: list[tuple[int, int]] = []
    position = 0
    while position < len(tokens):
        low, high = tokens[position]
        position += 1
        if high - low == 1 and text[low] in surnames() and position < len(tokens):
            given = tokens[position]
            if given[1] - given[0] == 1:
                third = tokens[position + 1] if position + 1 < len(tokens) else None
                after = tokens[position + 2] if position + 2 < len(tokens) else None
                single = third is not None and third[1] - third[0] == 1
                # Three single characters are one name (任 桂 娥), four are two (高 明 王 志).
                pair = (
                    after is not None
                    and after[1] - after[0] == 1
                    and third is not None
                    and text[third[0]] in surnames()
                )
                if single and third is not None and not pair:
                    high, position = third[1], position + 2
                else:
                    high, position = given[1], position + 1
            elif given[1] - given[0] == 2 and is_name(text[low:high] + text[given[0] : given[1]]):
                high, position = given[1], position + 1
        elif high - low == 2 and text[low:high] in surnames() and position < len(tokens):
            given = tokens[position]
            if given[1] - given[0] == 1:
                high, position = given[1], position + 1
        joined.append((low, high))
    return [_Piece(_WHITE.sub("", text[low:high]), low, high) for low, high in joined]


def _kind(words: str) -> str:
    """n name, t title, u unit, x anything else."""
    bare = _bare(words)
    if is_name(bare):
        return "n"
    if _TITLE_END.search(bare):
        return "t"
    if _UNIT_END.search(bare):
        return "u"
    return "x"


def _bare(words: str) -> str:
    """A token without 同志 and without brackets that describe the person."""
    return _COMRADE.sub("", _PRIVATE.sub("", words))


def _unit_or_post(passage: Passage, piece: _Piece, kind: str) -> Mention:
    words = passage.printed(piece.start, piece.end)
    return Mention("", "" if kind == "u" else words, piece.start, piece.end, org=words if kind == "u" else "")


def _pairs(passage: Passage, pieces: list[_Piece], kinds: str) -> list[Mention]:
    """`name title name title …` on one line."""
    found = []
    starts = [index for index, kind in enumerate(kinds) if kind == "n"] + [len(pieces)]
    for low, high in pairwise(starts):
        found.append(
            _person(
                passage,
                pieces[low].start,
                pieces[high - 1].end,
                (pieces[low + 1].start, pieces[high - 1].end),
                pieces[low].end,
            )
        )
    return found


def _person(
    passage: Passage, start: int, end: int, title: tuple[int, int] | None, name_end: int | None = None
) -> Mention:
    name = _clean_name(passage, start, end if name_end is None else name_end)
    return Mention(name, _clean_title(passage, *title) if title else "", start, end)


def _clean_name(passage: Passage, start: int, end: int) -> str:
    """The printed name without 同志 and without brackets that describe the person."""
    folded = _WHITE.sub("", passage.text[start:end])
    printed = passage.printed(start, end)
    bare = _bare(folded)
    at = folded.find(bare)
    return printed[at : at + len(bare)] if at >= 0 else bare


def _clean_title(passage: Passage, start: int, end: int) -> str:
    """The printed title without brackets around it."""
    printed = passage.printed(start, end)
    if len(printed) > 2 and printed[0] in "((（" and printed[-1] in "))）":
        printed = printed[1:-1]
    return re.sub(r"[（(]兼职?[)）]$", "", printed.strip(",，、:：;；"))


# --- one mention in any order -----------------------------------------------------------------------------------


def _best(passage: Passage, start: int, end: int) -> Mention:
    """The best reading of one item: name first, title first, name with bracketed title, unit, or words of a function."""
    text = passage.text
    places = [index for index in range(start, end) if not text[index].isspace()]
    words = "".join(text[index] for index in places)
    gaps = frozenset(i for i in range(1, len(places)) if places[i] != places[i - 1] + 1)
    low, high = places[0], places[-1] + 1
    private = _PRIVATE.search(words)
    bracket = re.search(r"\(([^()]*)\)$", words)
    comrade = _COMRADE.search(words)
    if is_name(_bare(words)):
        return _person(passage, low, high, None)
    if bracket and not (private and private.end() == len(words)):
        # name(title): 王志(提名副区长); a bracket behind a title belongs to the title.
        head = words[: bracket.start()]
        if may_be_name(_bare(head)) and not is_title(head):
            inside = (places[bracket.start(1)], places[bracket.end(1) - 1] + 1) if bracket.group(1) else None
            return _person(passage, low, high, inside, places[bracket.start() - 1] + 1)
    scored: list[tuple[float, int, bool, int]] = []
    name_end = comrade.start() if comrade else len(words)
    if private and private.end() == name_end:
        name_end = private.start()
    stop = min(len(words), 13)
    for size in range(2, stop):
        if size > 4 and size not in gaps and "·" not in words[:size]:
            continue
        score = _score(words[:size], words[size:], size in gaps, first=True)
        scored.append((score, -size, True, size))
    for size in range(2, min(name_end, 13)):
        cut = name_end - size
        if size > 4 and cut not in gaps and "·" not in words[cut:name_end]:
            continue
        score = _score(words[cut:name_end], words[:cut], cut in gaps, first=False) + (2 if comrade else 0)
        scored.append((score, -size, False, cut))
    if scored:
        score, _, first, cut = max(scored)
        if score >= 5:
            confidence = 1.0 if score >= 6 else 0.9
            if first:
                edge = _edge(words, cut)
                title = (places[edge], high) if edge < len(words) else None
                return _with(_person(passage, low, high, title, places[edge - 1] + 1), confidence)
            name = _clean_name(passage, places[cut], places[name_end - 1] + 1)
            return Mention(name, _clean_title(passage, low, places[cut - 1] + 1), low, high, confidence=confidence)
    if _UNIT_END.search(words) and not _TITLE_END.search(words):
        return Mention("", "", low, high, org=passage.printed(low, high))
    return Mention(
        "", passage.printed(low, high), low, high, confidence=1.0 if is_title(words) or is_crowd(words) else 0.6
    )


def _edge(words: str, cut: int) -> int:
    """The end of the name part: a bracket that describes the person and 同志 go with the name."""
    match = _PRIVATE.match(words, cut)
    edge = match.end() if match else cut
    return edge + 2 if words.startswith("同志", edge) else edge


def _with(mention: Mention, confidence: float) -> Mention:
    return Mention(mention.person, mention.title, mention.start, mention.end, mention.org, confidence)


def _score(name: str, rest: str, gap: bool, *, first: bool) -> float:
    """How well words part into a name and a title; 5 and more is believed."""
    if _NO_NAME.search(name) or not re.fullmatch(rf"[{_HAN}·]+", name) or name[0] == "·" or name[-1] == "·":
        return 0
    if first:
        match = _PRIVATE.match(rest)
        rest = rest[match.end() :] if match else rest
        if rest.startswith("同志"):
            rest, gap = rest[2:], True
        gap = gap or bool(match)
    titled = bool(_TITLE_END.search(rest[-40:]))
    unit = not titled and bool(_UNIT_END.search(rest[-40:]))
    if not (titled or (unit and gap)):
        return 0
    if "·" in name:
        score = 4.0
    elif is_name(name):
        score = 4.5 if len(name) >= 3 and name[:2] in surnames() else 3.0
    elif gap and may_be_name(name):
        score = 1.0 if len(name) <= 3 else 2.0
    else:
        return 0
    score += 3 if gap else 0
    score += 2 if titled else 1
    score += 0.5 if len(name) == 3 else 0.3 if len(name) == 2 else 0
    if first and not gap:
        # 杜娟副区长: glued, so the rest must begin as titles do.
        score += 1.5 if rest in bare_posts() else 1 if _LEAD_TITLE.match(rest) else -2
    if not gap and (_INSIDE_NO_NAME if first else _NEVER_IN_NAME).search(name[1:]):
        score -= 2
    return score


# --- lists ------------------------------------------------------------------------------------------------------


def _gathered(passage: Passage, items: list[list[Mention]]) -> list[Mention]:
    """Items put together: a title without a name belongs to the name before it or to the one after it."""
    found: list[Mention] = []
    pending: list[Mention] = []
    for position, item in enumerate(items):
        for mention in item:
            if mention.person or mention.org:
                if pending and mention.title and _title_first(passage, mention):
                    first = pending[0].start
                    title_end = _title_end(passage, mention)
                    title = _clean_title(passage, first, title_end)
                    mention = Mention(mention.person, title, first, mention.end, confidence=mention.confidence)
                else:
                    found.extend(pending)
                pending = []
                found.append(mention)
            elif (
                found
                and not pending
                and found[-1].person
                and found[-1].title
                and not _title_first(passage, found[-1])
                and is_title(mention.title)
                and not is_crowd(mention.title)
            ):
                last = found.pop()
                begin = _title_start(passage, last)
                found.append(
                    Mention(
                        last.person,
                        _clean_title(passage, begin, mention.end),
                        last.start,
                        mention.end,
                        confidence=last.confidence,
                    )
                )
            elif is_crowd(mention.title) or not is_title(mention.title) or position == len(items) - 1:
                found.extend(pending)
                pending = []
                found.append(mention)
            else:
                pending.append(mention)
    found.extend(pending)
    return found


def _title_first(passage: Passage, mention: Mention) -> bool:
    """Whether a mention prints its title before the name."""
    return bool(mention.title) and passage.printed(mention.start, mention.end).startswith(mention.title)


def _title_end(passage: Passage, mention: Mention) -> int:
    """The place after the title of a mention that prints it first."""
    return _after(passage, mention.start, len(mention.title))


def _title_start(passage: Passage, mention: Mention) -> int:
    """The place of the title of a mention that prints the name first."""
    printed = passage.printed(mention.start, mention.end)
    return _after(passage, mention.start, max(0, printed.rfind(mention.title))) if mention.title else mention.start


def _after(passage: Passage, start: int, count: int) -> int:
    """The place after `count` printed characters from `start`."""
    position = start
    while count > 0:
        if not passage.text[position].isspace():
            count -= 1
        position += 1
    return position
