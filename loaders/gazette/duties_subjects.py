"""Whose duty a sentence states: a named unit before 牵头, 负责, 会同, 配合 …

Rule `duty/sentence`. A clause states a duty when it begins with named units (`区应急管理局、区商务局等部门按照职责分工`) and
goes on with a word of duty; `由X` counts with any verb but those of decision. Units without a name of their own
(有关部门, 各镇, 乡镇人民政府, 主管部门) are nobody's desk and are left out. Words of duty inside other words (负责人, 组织部,
牵头部门, 领导下) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.gazette import lists
from loaders.gazette.headings import mark_of
from loaders.readers.paper import Passage

_VERB = re.compile(
    r"牵头(?!部门|单位|人|领导|制)|负责(?!人|同志|解释|制)|会同|配合(?!下|部门|单位)|协助(?!单位|部门)|承担(?!单位|者)|主导(?!作用)"
    r"|统筹(?:协调)?(?!下)|统一领导(?!下)|组织(?!部|人事|委员|[处科](?![置理学研技普])|机构|架构|领导|体系|生活|法|形式|单位|实施细则|建设)|(?<!莅会)(?<!莅临)(?<!到会)(?<!到场)(?<!亲临)指导(?!下|后|思想|意见|性)"
    r"|按照?(?:各自)?职责(?:分工)?做好|要(?!求|点|素|害|件)|应当|应(?!急|用|对|届|付|收|[\u4e00-\u9fff]{1,2}(?:同志)?(?:兼任|担任|任))|须"
)
_SHOULD = frozenset(("要", "应", "应当", "须"))
# Each phrase is taken once, at its longest: parted in every way there is, sixty characters of 按照规定 took seconds.
_ADVERBS = re.compile(
    r"(?:\s|,|分别|共同|具体|积极|主要|统一|依法|及时|联合|密切|全面|同时|负责|牵头|就近|应当|应|要|须|需|可以|均|还|并"
    r"|(?>于[^,。;]{2,12})|(?>在[^,。;]{1,12}(?:时|期间|前|后))|(?>(?:按照?|根据|依据|结合)[^,。;]{0,12}(?:职责|分工|职能|规定|要求|需要|实际)))+$"
)
_NAMED = re.compile(
    r"(?:(?:省|市|县|区|旗|州|盟|自治区|自治州|自治县|自治旗|团)(?!直|级|内|外|域|里|长|场|民|乡|镇)"
    r"|[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木)(?!直|级|内))[\u4e00-\u9fff()“”·]{1,24}"
)
_PLAIN = re.compile(
    r"[\u4e00-\u9fff()]{2,14}(?:局|委员会|办公室|大队|支队|总队|中心|公司|集团|银行|总工会|检察院|法院|妇联|残联|科协|团委|政法委|军分区|警备区|电视台|气象台)"
)
_NOBODY_ELSE = re.compile(
    r"(?:各|有关|相关|本|该|其|事发|牵头|主管|责任|成员|乡镇|镇|乡|街道|村|居民|社区|同级|上级|下级|全|基层|地方|业主|物业|专项|现场|专业"
    r"|企业|企事业|当地|所在|上述|其他|区直|市直|县直|旗直|省直|区级|市级|县级|旗级|一般|特别|重大|建立|完善|加强|推进|开展|做好|落实)"
    r"|会同|联合|协同|配合|协调|委托|由|但|经(?!济|信|开|贸|商)|.{0,2}各|.*(?:所在地|事发地|有关|相关|各类|各级|以上|将|把|对|向|按|据|须|可|被|使|让|及其|若干|下设|设在|设于|设立在|挂靠|负责|牵头)"
)
_GENERIC_END = re.compile(r"(?:部门|单位|机构|企业|组织|人员|群众|负责人|领导|园区)$")
_OF_TOWN = re.compile(r"(?:镇|乡|街道)(?![镇乡村街直级(]|各|有关|相关)[\u4e00-\u9fff]{2,14}")
_BARE_COMMITTEE = re.compile(r"[省市县区旗州盟]委")
_ADVERB_TAIL = frozenset(" ,别同体极要一法时合切面责头近当应须需以均还并间前后工能定求际")
_SENTENCE_END = re.compile(r"[。;]")
_CLAUSE_END = re.compile(r"[,:]")
_LIST_END = re.compile(r"等(?:有关|相关)?(?:部门|单位)|等")
_SEAT = re.compile(r"设在|设于|设立在|挂靠在?")
#: `县政府设立县防汛抗旱指挥部，负责…`: what is founded has the duty.
_FOUNDS = re.compile(r"(?:设立|成立|组建|设置)了?")
#: `（1）综合协调组。由县应急局牵头，县水利局参加`: who sits in a group is told by its roster.
_OF_A_GROUP = re.compile(r"[^。:,、]{2,14}(?<![重改])(?:组|专班|分队)(?:[。:]|\s|(?=由))")
_MAKES_UP = re.compile(r"\s*由[^。;]{2,120}(?:参加|参与|配合|组成|参与配合)\s*$|\s*由[^。;,、]{2,24}牵头\s*$")
_IS = re.compile(r"(?P<unit>[^,。;:是]{3,20})是")
_DECIDES = re.compile(
    r"(?:启动[^,。;]{0,8}响应|直属|所属|下属|代管|调整为|改为|划归|划入|划转|划出|移交|更名|负责解释|报请|提请|报经|或|.{0,2}副?(?:局长|主任|书记|部长|镇长|[区县市旗]长|院长|队长|负责人|领导)|决定|批准|审定|审批|兼任|担任|组成|任命|聘任|聘请|解释|任|承担费用|给予|补助|支付|报销|选举|推荐|公布|发布|印发|制发|颁发|颁布|下发|(?:制定|编制|出台)的|[^,。;]{0,6}修订一次|每(?:隔)?[^,。;]{1,4}年?(?:至少)?(?:组织|进行|开展)?(?:一次)?(?:修订|评估|修编))"
)
_BY_UNIT = re.compile(
    r"由(?P<unit>(?:[省市县区旗]|自治区)[^,。;:、由]{0,16}?(?:委员会|局(?!长)|办公室|宣传部|组织部|统战部|政法委|人民政府(?:办公室)?|中心|大队|公司|委(?!员|办|托|派|任|宣|组|统|政|和|、|会)))"
    r"(?=[\u4e00-\u9fff])"
)
#: One letter of each word that `_NAMED` or `_PLAIN` asks for: a stretch without any names no unit by a name of its own.
_OWN_NAME = re.compile("[省市县区旗州盟镇乡团](?![直级内])|[街苏局委室队心司银总院联协]")
#: The last characters a list of units can have; nearly every other stretch before a verb fails here.
UNIT_TAIL = tuple("局委办室部院府会队心司团社行校学站所门位等构)协联厅台区厂馆园署段场处科股")
#: What every sentence with a duty holds: behind the end of a unit, over a comma perhaps, a word of duty (`_VERB`) or an
#: adverb before it (`_ADVERBS`); or a unit behind 由. A unit before 是 is asked for apart. One set of letters begins both, so
#: that no place before such a letter is looked at.
_DUTY_SIGN = re.compile(
    rf"[{''.join(UNIT_TAIL)}由](?:(?<=由)[省市县区旗自]|(?<!由)\s*(?:[,:]\s*)?"
    "(?:牵头|负责|会同|配合|协助|承担|主导|统筹|统一|组织|指导|[按要应须需均还并于在]|分别|共同|具体|积极|主要|依法|及时|联合|密切|全面|同时|就近|可以"
    "|根据|依据|结合))"
)
#: `2.1 市气象局负责…`: plans number their parts so.
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?(?!\d)\s*(?=[\u4e00-\u9fff])")
_LONGEST_TOPIC = 21


@dataclass(frozen=True, slots=True)
class Subject:
    """A named unit, the word of duty printed for it, and the sentence `text[start:end]` that states the duty."""

    unit: str
    marker: str
    start: int
    end: int


def subjects_in(passage: Passage) -> Iterator[Subject]:
    """The named units of a passage with their words of duty, sentence by sentence."""
    text = passage.text
    is_ = "是" in text
    mark = mark_of(passage)
    decimal = _DECIMAL.match(text) if mark is None and text[:1].isdigit() else None
    start = mark.end if mark else decimal.end() if decimal else 0
    signs = [match.start() for match in _DUTY_SIGN.finditer(text, start)]
    if not is_ and not signs:
        return
    following = iter(signs)
    sign = next(following, len(text))
    for stop in _stops(text):
        while sign < start:
            sign = next(following, len(text))
        if stop - start >= 8 and (
            sign < stop or (is_ and text.find("是", start, min(stop, start + _LONGEST_TOPIC)) >= 0)
        ):
            yield from _sentence(passage, start, stop)
        start = max(start, stop + 1)


def is_named(words: str) -> bool:
    """Whether words name one unit (区财政局, 县人民政府, 应急管理局) and not a sort of units."""
    if _NOBODY_ELSE.match(words) or _GENERIC_END.search(words) or _BARE_COMMITTEE.fullmatch(words):
        return False
    return lists.is_body(words) and bool(_NAMED.fullmatch(words) or _PLAIN.fullmatch(words))


def is_of_town(words: str) -> bool:
    """Whether words name a body of the town whose paper it is (`镇财政所`, `街道综合执法队`); in any other paper they are a sort."""
    return _OF_TOWN.fullmatch(words) is not None and lists.is_body(words) and not _GENERIC_END.search(words)


def _stops(text: str) -> list[int]:
    stops = [match.start() for match in _SENTENCE_END.finditer(text)]
    stops.append(len(text))
    return stops


def _sentence(passage: Passage, start: int, stop: int) -> Iterator[Subject]:
    text = passage.text
    if _OWN_NAME.search(text, start, stop) is None:
        return
    if "由" in text[start:stop]:
        mark = mark_of(passage)
        head = mark.end if mark else 0
        group = _OF_A_GROUP.match(text, head)
        if group is not None and start in (head, group.end()) and _MAKES_UP.match(text, group.end(), stop):
            return
    seen: set[str] = set()
    topic = _IS.match(text, start, stop)
    above: tuple[int, int] | None = None
    for low, high in _clauses(text, start, stop):
        for unit, marker in _clause(passage, low, high, above, topic):
            if unit not in seen:
                seen.add(unit)
                yield Subject(unit, marker, start, stop)
        above = (low, high)


def _clauses(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _CLAUSE_END.finditer(text, start, stop):
        yield begin, match.start()
        begin = match.end()
    yield begin, stop


def _clause(
    passage: Passage, low: int, high: int, above: tuple[int, int] | None, topic: re.Match[str] | None
) -> Iterator[tuple[str, str]]:
    text = passage.text
    for count, match in enumerate(_VERB.finditer(text, low, high)):
        if count > 2:
            break
        prefix = (low, _without_adverbs(text, low, match.start()))
        units: list[str] = []
        if prefix[1] > prefix[0]:
            units = _named_list(passage, *prefix)
        elif above is not None:
            units = _named_list(passage, above[0], _without_adverbs(text, *above))
            if not units and topic and count == 0:
                name = passage.printed(*topic.span("unit"))
                units = [name] if is_named(name) else []
        if not units or (match.group() in _SHOULD and any(unit.endswith("政府") for unit in units)):
            continue
        if match.group() in _SHOULD and text.find("牵头", match.end(), match.end() + 4) >= 0:
            continue
        for unit in units:
            yield unit, match.group()
        if match.group() == "会同":
            yield from ((unit, "会同") for unit in _helpers(passage, match.end(), high))
        return
    by = text.find("由", low, high)
    if by >= 0 and high - by > 6:
        given = _BY_UNIT.match(text, by, high)
        if given and not _DECIDES.match(text, given.end(), high) and is_named(given["unit"]):
            yield passage.printed(*given.span("unit")), "由"


def _without_adverbs(text: str, start: int, end: int) -> int:
    """`end` moved back over words between a unit and its verb; cheap answers first, for nearly all are no unit's."""
    if end <= start or text.endswith(UNIT_TAIL, start, end):
        return end
    if text[end - 1] not in _ADVERB_TAIL and text.find("于", max(start, end - 14), end) < 0:
        return end
    match = _ADVERBS.search(text[max(start, end - 60) : end])
    return max(start, end - 60) + match.start() if match else end


def _named_list(passage: Passage, start: int, end: int) -> list[str]:
    """The named units if the stretch is a list of units and nothing else (before it at most `…由`)."""
    text = passage.text
    if not 2 <= end - start <= 240 or not text.endswith(UNIT_TAIL, start, end):
        return []
    by = text.rfind("由", start, end)
    if by >= 0:
        start = by + 1
    if founds := _FOUNDS.search(text, start, end):
        start = founds.end()
    if seat := _SEAT.search(text, start, end):
        # 区防汛办公室设在区水利局，承担日常工作: the office does the work, and nobody of a list above it.
        start, end = (start, seat.start()) if text.find("、", start, seat.start()) < 0 else (start, start)
    if _OWN_NAME.search(text, start, end) is None:
        return []
    found = []
    for one in lists.items(text, start, end):
        name = passage.printed(one.start, one.end)
        if is_named(name):
            found.append(name)
        elif not (_GENERIC_END.search(name) or lists.is_body(name)) or len(name) > 16:
            return []
    return found


def _helpers(passage: Passage, start: int, end: int) -> list[str]:
    """The named units behind 会同, up to the words that close their list."""
    text = passage.text
    close = _LIST_END.search(text, start, min(end, start + 240))
    if close is None:
        return []
    names = [passage.printed(one.start, one.end) for one in lists.items(text, start, close.start())]
    return [name for name in names if is_named(name)]
