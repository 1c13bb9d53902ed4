"""Who a phrase of running text names: the persons before a verb, behind `协助`, on either side of `互为AB角`.

Phrases are read strictly: a phrase that names anything beside persons (`区政府办公室`, `各有关单位`) names nobody. The
shared recogniser of `persons` is asked first; what it leaves open is settled by the names the notice prints elsewhere
(`known`) and by the stricter place a phrase has in these papers (a whole phrase is titles and one name).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.gazette import lists
from loaders.gazette.names import is_joining_name, is_name_like_unit, is_unit, is_word
from loaders.gazette.persons import Mention, is_name, is_rare_name, is_title, may_be_name, read_mentions, surnames
from loaders.readers.paper import Passage

_LEAD = re.compile(
    r"[\s,、:;·—–→●○◆◇■□★▲]*(?:\d{1,2}[.、)]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.)]|[①-⑳]|第[一二三四五六七八九十]+[、,:])?"
    r"[\s,、:]*(?:在[^,。;:]{1,30}?(?:领导|指导|带领|授权)下[\s,]*)?(?:其中|另外|另|同时|此外|由|新任(?![务命])|请|明确|确定|增加|新增|暂由|即|同意)?[\s,:]*"
)
_TRAIL = re.compile(
    r"(?:(?<![\s,:、])[\s,:、]+|(?:[二三四五2-5两](?:位|名|人)|等?(?:同志|领导))(?:同志)?|(?:的)?(?:分管|负责|有关|相关)?的?工作)*$"
)
_TWO = re.compile(r"(?:[二三四五2-5两](?:位|名)?)(?:领导)?同志$|[二三四五2-5两]人$|同志$")
_JOINER = re.compile(r"以及|与|和|及|同(?!志)|暨|[-—–~/→←↔⇄⇔]+|<[-—–]+>")
_POSITION = re.compile(
    r"书记|主任|委员长|委员|常委|主席|经理|政委|助理|干部|专员|秘书长|人选|调研员|巡视员|科员|成员|教导员|指导员|董事长|监事长|理事长|董事|监事|总?工程师|总?会计师|总?经济师"
    r"|总?规划师|总?农艺师|代表|主官|委员长|[省市县区旗州盟镇乡局厅部处科股所站队院校园馆台社会行庭场厂村组团司署关]长|检察长|负责人|督学|督导员"
)
_POST_BEHIND = re.compile(
    r"(?:[省市县区旗州盟镇乡]委|县?政府|党工委)?(?:提名|常务|第一|代理?|候任)?副?(?:[省市县区旗州盟镇乡局厅部处科所队院校园馆会行站]长|书记|主任|主席|秘书长|政委|检察长)"
    r"|(?:党组|党委|党工委|纪委|政法|宣传|组织|统战|武装)(?:副?书记|委员|成员)|[一二三四]级(?:调研员|巡视员|主任科员)|(?:副?调研员|巡视员|(?:[省市县区旗州盟镇乡]委)?常委|委员)"
    r"|(?:教导|政教|总务|德育|教务|工会|办公室|学生处|政治处)副?(?:主任|主席)"
)
#: Titles that stand for one person without a name: the person is assisted by post (`协助区长`).
_POST_ALONE = re.compile(
    r"(?:(?:[\u4e00-\u9fff]{0,8}?)(?:第一|常务|主要|分管)?副?(?:[省市县区旗州盟镇乡局厅处部校院所]长|书记|主任|主席|经理|董事长|检察长|领导|负责人|社长|行长|会长|站长|队长))"
)
#: `张三同志的分工调整为：`, `李四（副局长）分工` before what falls to them; the title of a paper ends in 分工 too.
_DIVISION_BEHIND = re.compile(
    r"(?:(?<=同志)|(?<=同志的)|(?<=\)))(?:工作)?分工(?:调整|明确)?$|的?(?:工作)?分工(?:调整|明确)?[为是]$"
)
#: Words of titles and bodies that begin with a surname.
_NO_PERSON = re.compile(
    r"之|原(?:常[务委]|党[组委])|每[年月周季天日次个人]|简[历介要]|常务|常委|党[委组工支总政群建]|全[面县市区旗镇乡校局]|公安|武装|安[全监]|应急|农[业村]|民[政族]|经[济信研]|计[划生]|高[级新]|文[化教旅明]|水[利务]|林业|项目"
    r"|国[土家有]|纪[检委]|法[院制]|广[播电]|卫[生健]|包[括联村]|荣誉|相关|有关|时任|能源|金融|居民|政[府协法]|边境|宣传|平安|后勤|商[务业]"
)
#: What stands where a name would, and is none.
_NOBODY = frozenset(
    ["兼任", "担任", "代理", "负责", "主持", "顶岗", "代管", "同上", "空缺", "暂缺", "待定", "本人", "轮流", "分管"]
)
#: Words before a post that say which one it is: 业务副院长, 驻村书记.
_FUNCTIONS = re.compile(
    "分管|主管|业务|行政|教学|德育|后勤|驻|包|挂|专职|兼职|轮|值班|执行|第|代理|候任|提名|其|各|班子|政工|党|生产|经营|技术|财务|综治|维稳|信访|科技|工业|农业|招商|联系|原|现|前|时任|新任|本|该|两|三|正|副|首席|高级|区域|片区|常驻|名誉|科教|教研|质量|医疗|护理|设备"
)
_HELD_AS = re.compile(r"挂职|提名|人选|拟任|代理|兼|主持工作|试用|援[藏疆青]|对口支援")
#: What stands between persons and what is said of them: `甲——负责…`, `甲→负责…`.
_CLOSING = frozenset(" ,:、—–―-→…=>")
_LONGEST_PAIRS = 600  # a sentence of some twelve pairs with their titles
_LONGEST, _MOST_JOINERS = 200, 8  # what a phrase of persons can be in print; beyond it nothing is looked for
#: What a name stands between: marks, white space, another joiner, 同志, a bracket.
_EDGES = "、,;: \u3000与和同及"
_WHOLE = re.compile(r"(?P<name>[\u3400-\u9fff][ \u3000]{0,4}[\u3400-\u9fff]{1,2})(?=同志|[、,;:()\s与]|$)")
_PLAIN = re.compile(r"[\u3400-\u9fff·]+")


def lead_cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase without list numbers and words that only lead to it (`由`, `其中`)."""
    match = _LEAD.match(text, start, end)
    return lists.trimmed(text, match.end() if match else start, end)


def named(passage: Passage, start: int, end: int, *, known: Collection[str] = (), sure: bool = False) -> list[Mention]:
    """The persons `text[start:end]` names, in printed order; none if anything but persons and titles stands there.

    `sure` says that the form leaves no other reading (`A角：…`, `…副县长：负责…`): then a name needs no surname.
    """
    text = passage.text
    start, end = lead_cut(text, start, end)
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if text.find("分工", max(start, end - 6), end) > start:
        behind = _DIVISION_BEHIND.search(text, max(start, end - 8), end)
        end = behind.start() if behind else end
    if end - start < 2 or end - start > _LONGEST or ":" in text[start:end]:
        return []
    flat = passage.cut(start, end).printed_folded()
    if two := _TWO.search(flat):
        cut = end
        for _ in range(len(two.group())):
            cut -= 1
            while cut > start and text[cut].isspace():
                cut -= 1
        # `同志` alone belongs to the name before it and is dropped by the recogniser; `两位同志` is not.
        end = end if two.group() == "同志" else cut
    cuts = _cuts(text, start, end, known)
    if len(cuts) > _MOST_JOINERS:
        return []
    persons = _joined_persons(passage, start, end, cuts, known, sure=sure)
    return _shared_title(passage, [_unglued(passage, mention) for mention in persons])


def behind_name_label(passage: Passage, start: int, end: int, *, known: Collection[str] = ()) -> list[Mention]:
    """The persons behind `姓名：`: there any letters that may be a name are one, whatever its surname."""
    found = named(passage, start, end, known=known, sure=True)
    low, high = lists.trimmed(passage.text, start, end)
    if (
        not found
        and 2 <= high - low <= 4
        and _PLAIN.fullmatch(passage.text, low, high)
        and may_be_name(passage.text[low:high])
    ):
        return [Mention(passage.printed(low, high), "", low, high, confidence=0.8)]
    return found


def partners(passage: Passage, start: int, end: int, *, known: Collection[str] = ()) -> list[tuple[Mention, Mention]]:
    """The pairs of `A与B、C与D`: partners joined by 与 (和, 同, —), pairs by marks; two names alone are one pair.

    Returns nothing unless the whole stretch is read.
    """
    text = passage.text
    start, end = lead_cut(text, start, end)
    if end - start > _LONGEST_PAIRS:
        return []
    cuts = _cuts(text, start, end, known)
    if not cuts:
        persons = named(passage, start, end, known=known)
        return _all_pairs(persons) if 2 <= len(persons) <= 3 else []
    groups: list[list[Mention]] = []
    begin = start
    for match in cuts:
        group = named(passage, begin, match.start(), known=known)
        if group:
            groups.append(group)
            begin = match.end()
    groups.append(named(passage, begin, end, known=known))
    if len(groups) > 2 and all(len(group) == 1 for group in groups):
        # A ring: 张三→李四→王五, each the stand-in of the one before.
        return [(a[0], b[0]) for a, b in pairwise(groups)]
    if len(groups) == 2 and len(groups[0]) == 1 and len(groups[1]) == 2:
        # `张三与李四、王五`: the first is paired with each of the others.
        return [(groups[0][0], other) for other in groups[1]]
    if len(groups) < 2 or len(groups[0]) != 1 or len(groups[-1]) != 1 or any(len(g) != 2 for g in groups[1:-1]):
        return []
    flat = [person for group in groups for person in group]
    return list(zip(flat[::2], flat[1::2], strict=True))


def post_alone(words: str) -> bool:
    """Whether words are posts that stand for their holder: `区长`, `主要领导`, `党委书记、镇长`."""
    flat = "".join(words.split())
    return bool(flat) and all(_POST_ALONE.fullmatch(part) for part in re.split("[、,]", flat) if part)


def _joined_persons(
    passage: Passage, start: int, end: int, cuts: Sequence[re.Match[str]], known: Collection[str], *, sure: bool
) -> list[Mention]:
    """The persons of a phrase whose joiners (和, 与) either part two persons or stand inside a title (发展和改革局)."""
    behind: dict[int, list[Mention]] = {}  # persons from a place to the end of the phrase, read from the back
    for begin in [*(cut.end() for cut in reversed(cuts)), start]:
        behind[begin] = []
        for cut in cuts:
            if cut.start() > begin and behind[cut.end()]:
                persons = _persons(passage, begin, cut.start(), known, sure=sure)
                if persons:
                    behind[begin] = [*persons, *behind[cut.end()]]
                    break
        if not behind[begin]:
            behind[begin] = _persons(passage, begin, end, known, sure=sure)
    return behind[start]


# --- one phrase -------------------------------------------------------------------------------------------------


def _persons(passage: Passage, start: int, end: int, known: Collection[str], *, sure: bool) -> list[Mention]:
    found = read_mentions(passage, start, end)
    if found and all(mention.person and not _hides_person(mention.title, known) for mention in found):
        return found
    persons: list[Mention] = []
    pending: tuple[int, int] | None = None
    for low, high in lists.split(passage.text, start, end, marks="、,"):
        mention = _one(passage, low, high, known, sure=sure)
        words = passage.cut(low, high).printed_folded()
        if mention is None and (_titled(words) or is_title(words)):
            pending = (pending[0] if pending else low, high)
            continue
        if mention is None:
            return []
        if pending is not None:
            title = passage.printed(pending[0], mention.start + _title_length(passage, mention))
            before = passage.printed(mention.start, mention.end).startswith(mention.title) if mention.title else True
            if not before and persons:
                persons[-1] = _with_title(passage, persons[-1], pending)
            else:
                mention = replace(mention, title=title.strip("、,"), start=pending[0])
            pending = None
        persons.append(mention)
    if pending is not None:
        if not persons:
            return []
        persons[-1] = _with_title(passage, persons[-1], pending)
    return persons


def _one(passage: Passage, start: int, end: int, known: Collection[str], *, sure: bool) -> Mention | None:
    """One item that must be one person: by known names, by 同志, by titles before or behind."""
    bare = passage.cut(start, end).printed_folded()
    comrade = bare.endswith("同志")
    bare = bare.removesuffix("同志")
    read = read_mentions(passage, start, end)
    if len(read) == 1 and read[0].person:
        return read[0]
    if bare in known or (comrade and may_be_name(bare)) or _any_surname(bare):
        return Mention(passage.printed(start, end)[: len(bare)], "", start, end)
    if bare.endswith(")"):
        return _before_bracket(passage, (start, end), bare, known, sure=sure)
    if not _PLAIN.fullmatch(bare):
        return None
    printed = passage.printed(start, end)
    post = _post_before(bare, known, comrade=comrade)
    if post:
        return Mention(printed[post : len(bare)], printed[:post], start, end, confidence=0.9)
    post = _post_before_unknown(bare, sure=sure)
    if post:
        return Mention(printed[post : len(bare)], printed[:post], start, end, confidence=0.7)
    length = _glued_name(bare, known, sure=sure)
    return Mention(printed[:length], printed[length : len(bare)], start, end, confidence=0.9) if length else None


def _before_bracket(
    passage: Passage, span: tuple[int, int], bare: str, known: Collection[str], *, sure: bool
) -> Mention | None:
    """`张三（副县长）`: a name before the post in a bracket, or a name and post before how the post is held."""
    start, end = span
    opening = bare.rfind("(")
    head = bare[:opening]
    place = passage.text.rfind("(", start, end)
    inside = passage.printed(place + 1, end).removesuffix("同志").rstrip(")）")
    rare = len(head) > 3 and is_rare_name(head) and is_title(inside)
    if place > start and head and (_any_surname(head) or head in known or may_be_name(head) or rare):
        return Mention(passage.printed(start, place), inside, start, end)
    inner = _one(passage, start, place, known, sure=sure) if place > start else None
    if inner is None or not inner.title or not _HELD_AS.search(bare, opening):
        return replace(inner, end=end) if inner is not None else None
    # `副市长张三(挂职)`: how the post is held belongs to the title, whatever stands between.
    return replace(inner, end=end, title=inner.title + passage.printed(place, end).removesuffix("同志"))


def _post_before(bare: str, known: Collection[str], *, comrade: bool) -> int:
    """The length of the post before a name that is known or has a surname, the longest; 0 if there is none."""
    for match in sorted(_POSITION.finditer(bare), key=lambda found: -found.end()):
        name = bare[match.end() :]
        if not 2 <= len(name) <= 10 or _POSITION.search(name) or _longer_post(match, name):
            continue
        likely = (comrade or len(name) >= 4) and may_be_name(name)
        if name in known or _any_surname(name) or is_name_like_unit(name) or likely:
            return match.end()
    return 0


def _post_before_unknown(bare: str, *, sure: bool) -> int:
    """The length of the post before a name without surname: only what no dictionary knows can be one; 0 if there is none."""
    for match in _POSITION.finditer(bare):
        name = bare[match.end() :]
        if not 2 <= len(name) <= 3 or not may_be_name(name) or _NO_PERSON.match(name) or _longer_post(match, name):
            continue
        if not is_word(name) or (sure and name not in _NOBODY):
            return match.end()
    return 0


def _longer_post(post: re.Match[str], name: str) -> bool:
    """Whether what seems a name takes its first letter from the post before it: 董事|长同州."""
    return name[0] in "长员师" and is_title(post.group() + name[0])


def _glued_name(words: str, known: Collection[str], *, sure: bool = False) -> int:
    """Length of the name in `敖敦其木格副旗长`, `张三教导主任`; 0 if words are no name with a post glued behind."""
    for length in range(2, min(9, len(words) - 1)):
        name = words[:length]
        believed = name in known or _any_surname(name) or (length >= 4 and may_be_name(name))
        if sure and length <= 3 and not believed:
            usual = is_word(name) and (len(known) < 2 or _FUNCTIONS.match(name) is not None)
            believed = may_be_name(name) and not _NO_PERSON.match(name) and not usual
        if believed and _POST_BEHIND.fullmatch(words, length):
            return length
    return 0


def _hides_person(title: str, known: Collection[str]) -> bool:
    """Whether a title of several parts holds the next person: `副县长、向北副县长`."""
    return "、" in title and any(_glued_name(part, known) for part in title.split("、")[1:])


def _any_surname(name: str) -> bool:
    """A name by its surname, for a place where only a name can stand: `向北` begins with a word that is a surname too."""
    if not 2 <= len(name) <= 4 or not _PLAIN.fullmatch(name) or _NO_PERSON.match(name):
        return False
    return is_name(name) or (name[0] in surnames() and len(name) <= 3 and not is_title(name) and not is_unit(name))


def _titled(words: str) -> bool:
    """Whether words are a title of these papers that the shared recogniser does not know: `副县长提名人选`."""
    flat = re.sub(r"\([^()]*\)$", "", words)
    ends = [match.end() for match in _POSITION.finditer(flat)]
    return bool(ends) and ends[-1] == len(flat)


def _unglued(passage: Passage, mention: Mention) -> Mention:
    """A name of several parts without the title glued before it, a title without the verb that gives it.

    `副局长古丽娜·买买提`; `张三同志任副镇长,分管…`.
    """
    title = mention.title
    for verb in ("现任", "担任", "任"):
        if title.startswith(verb) and not title.startswith("任职"):
            title = title[len(verb) :]
            break
    person = mention.person
    head = person.partition("·")[0] if "·" in person else ""
    ends = [match.end() for match in _POSITION.finditer(head) if match.end() < len(head)]
    if ends:
        glued, person = person[: ends[-1]], person[ends[-1] :]
        title = f"{title}、{glued}" if title else glued
    return (
        mention if (title, person) == (mention.title, mention.person) else replace(mention, title=title, person=person)
    )


def _shared_title(passage: Passage, found: list[Mention]) -> list[Mention]:
    """A title printed once before several names (`县级干部张先觉、吴让廉`) is the title of each."""
    title = ""
    done: list[Mention] = []
    for mention in found:
        if mention.title and passage.printed(mention.start, mention.end).startswith(mention.title):
            title = mention.title
        elif mention.title:
            title = ""
        done.append(mention if mention.title else replace(mention, title=title))
    return done


def _with_title(passage: Passage, mention: Mention, more: tuple[int, int]) -> Mention:
    title = passage.printed(*more)
    return replace(mention, title=f"{mention.title}、{title}" if mention.title else title, end=more[1])


def _title_length(passage: Passage, mention: Mention) -> int:
    """How many places from the mention's start its leading title takes."""
    printed = passage.printed(mention.start, mention.end)
    if not mention.title or not printed.startswith(mention.title):
        return 0
    count, place = len(mention.title), mention.start
    while count:
        count -= not passage.text[place].isspace()
        place += 1
    return place - mention.start


def _all_pairs(persons: list[Mention]) -> list[tuple[Mention, Mention]]:
    return [(a, b) for number, a in enumerate(persons) for b in persons[number + 1 :]]


def _cuts(text: str, start: int, end: int, known: Collection[str]) -> list[re.Match[str]]:
    """The joiners of a phrase, without what begins a name: in `甲、和志远与乙` 和 is a surname."""
    return [
        match
        for match in _JOINER.finditer(text, start, end)
        if _outside(text, start, match.start()) and not begins_name(text, match.start(), known)
    ]


def begins_name(text: str, place: int, known: Collection[str]) -> bool:
    """Whether a joiner behind a mark, or behind another joiner, is the first letter of a name that stands whole before the next.

    `known` are names of the paper; a joiner behind any other letter joins.
    """
    match = _WHOLE.match(text, place)
    if match is None or (place and text[place - 1] not in _EDGES):
        return False
    name = "".join(match["name"].split())
    return name in known or is_joining_name(name)


def _outside(text: str, start: int, place: int) -> bool:
    """Whether no bracket is open at a place of a short phrase."""
    return text.count("(", start, place) <= text.count(")", start, place)
