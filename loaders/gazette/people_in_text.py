"""Persons in running text: a title and the name glued behind it (`区长丁一主持`), and lists that go on with names.

The convention of chronicles and news: the whole title stands before the name (`东胜区委副书记、区长` + name), titles of
one person are joined by `、`, persons by `、` or `,`, and a name is followed by a verb, a mark or `等`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.gazette import lists
from loaders.gazette.names import is_name, is_one_word, is_unit, is_word
from loaders.gazette.names_in_text import AFTER, name_length, plain_name
from loaders.readers.paper import Passage

_POSITION = re.compile(
    "(?:副?(?:主任)?(?:医师|护师|药师|技师)|副?(?:书记|主任(?![医护药技]师|科员)|主席|区长|县长|市长|旗长|州长|盟长|省长|镇长|乡长|局长|厅长|部长|(?<!公)司长(?!期)|处长|科长|校长|院长|会长|行长|所长|站长|队长|支队长|大队长"
    "|总队长|政委|检察长|馆长|社长|董事长|理事长|秘书长|(?<![老教])师长(?!期)|司令员|参谋长|总工程师|总经济师|总会计师|总规划师|总经理|总裁|总监(?![督理制测护控票])|大使(?!馆)|总?领事(?!馆)|(?<![减最至多缺])少将(?![近要会])|大校(?![门园区])|经理|主编|台长|团长|组长|总指挥|(?<!园)[河湖林田链]长(?![制办巡会护治履责名公牌]))"
    "|常委(?!会)|委员(?!会)|创始人|负责人|党组成员|巡视员|调研员|董事|监事|(?<=[法察警军交事挥教监政行记武能息营务术])官|同志|代表(?![团队大])|教授|院士|专家(?!组|库|委|团|[级型])|学者|研究员|作家|书法家|画家|艺术家|企业家|顾问|专员|领导|嘎查达|民警|医生|护士长|护士|客人|客商|嘉宾|来宾|村民|大户|(?<!非)党员(?![干队教发大活身代责先示志民服学会们中])|支书(?!记)|(?:驻村|包村|包片|下派|选调|挂职)干部|(?<![工市商])[厂矿场]长|[连营]长|督察长|督学|领队|干事(?!会)|技术员|农技员|护林员|调解员"
    "|工程师|农艺师|畜牧师|律师(?![事所协])|讲师(?!团)|教练|校友(?!会)|志愿者(?![服队组协])|劳模|模范(?![带作引单集村镇乡])|标兵|先进(?:个人|工作者)|会计(?![师学法局处科室股核制准])|出纳|文书|村医|网格员|(?:教师|职工|学生|运动员)(?![组队节会]))"
)
_ENDS_IN_POSITION = re.compile(f"{_POSITION.pattern}$")
_LEAD_WORDS = re.compile(
    "^.*(?:一行在?|听取|传达(?:学习)?了?|转达了?|宣读了?|表彰|看望|会见|接见|慰问(?![组团])|给予|对(?=原|新任)|(?<!自)由(?=[\u4e00-\u9fff]{2,3}$)|(?:以|与|会见|接待|(?<![口接派针面相绝反应])对(?!外|台|口|接|策|方)|(?<!大)同(?![志济仁心])|和|及|以及|由|在|到|陪同|带领|率领|邀请|欢迎|迎接|拜访|迎来|包括|任命|选举|补选|为|是|来自|市领导|区领导|县领导)(?=[\u4e00-\u9fff]{4,}))"
)
_ASIDE = re.compile(r"\((?:挂职|兼职?|主持(?:全面)?工作|[正副]?[处科厅县高]级|教授级|[援对口][\u4e00-\u9fff]{1,3})\)")
_NAMELESS = re.compile("相关|有关|部分|各|全体|主要|其他|在家|分管|另一|另外")
#: The first half of a body's name that 和 joins, from its level word on: `县发展和`.
_JOINED_NAME = re.compile(".*(?P<first>[省市县区旗州盟镇乡][\u4e00-\u9fff]{2,8})(?:以及|[和与及])$")
#: What stands between a body and a post: `省文化和旅游厅一级巡视员`.
_RANK = re.compile("(?:副|[一二三四]级)$")
_ELECTED_NAME = r"[\u4e00-\u9fff·]{1,4}(?:[ \u3000]{1,3}[\u4e00-\u9fff]{1,2})?(?:\([男女][^()]{0,6}\))?"
_ELECTED = re.compile(
    rf"(?:选举|选出|补选|任命|提名|推选|增补|免去|确定)(?:了)?(?P<who>{_ELECTED_NAME}(?:、{_ELECTED_NAME}){{0,12}})(?:同志)?(?:为|任)"
    r"|(?:^|(?<=[,。;:、]))\s*(?P<who2>[\u4e00-\u9fff·]{1,4}(?:[ \u3000]{1,3}[\u4e00-\u9fff]{1,2})?)同志(?:任|为|担任|兼任)"
)
_NAME_BEFORE = re.compile("(?P<name>[\u4e00-\u9fff]{3,4})、(?=[省市县区旗州盟镇乡党副常])")
#: `市教研室丁一夫到校听课`: the body somebody comes from, and where to; no post is printed.
_FROM_BODY = re.compile(
    r"(?:^|(?<=[,。;:、]))\s*(?P<body>[\u4e00-\u9fff]{2,16}(?:[局厅委办室院所站校]|中心))(?P<name>[\u4e00-\u9fff]{3})(?=[到来][我校村镇乡县区市旗院厂])"
)
#: What is said of who is away (`因病未能参加`, `因公出差请假`, `率团在外，书面汇报`), or was there long ago (`同志当年带着…`).
_AWAY = re.compile(
    r"(?:同志)?(?:因[^,。;]{1,16}(?:请假|缺席|(?:未能?|没有?能?|不能|无法)(?:够)?(?:来|到|参|出)|,\s*(?:委托|未能?|没有?能?|不能)|$)"
    r"|(?:请假|缺席)(?=[,。;、]|$)|(?:未能?|没有?能?)(?:够)?(?:参加|出席|到会)|[^,。;]{0,6}在外[^,。;]{1,8},\s*(?:书面|请假|未|没有)|当年)"
)
#: `前任主编某某同志病逝在岗位上`: who held the post once, in the middle of a sentence on something else.
_OF_THE_PAST = re.compile(r"(?:前任|原|老|已故)")
_DIED = re.compile(r"(?:同志)?(?:病逝|逝世|去世|牺牲)")
#: `某某逝世一周年`, `某某同志诞辰百年座谈会`: who is remembered, wherever it stands.
_REMEMBERED = re.compile(
    r"(?:同志|烈士|先生)?(?:逝世|去世|牺牲|诞辰|诞生|遇难|就义|殉职)(?:[\d一二三四五六七八九十百]{1,4}(?:周年|年)|纪念|[一二三四五六七八九十百]{1,3}[日天]祭)"
)
#: `传达了省长某某对…的批示`: whose words are passed on need not be there.
_PASSED_ON = re.compile(r"(?:传达|学习|贯彻|转达|宣读)(?:学习|贯彻|落实)?(?:了)?$")
_HIS_WORDS = re.compile(r"(?:同志)?(?:对|就|在|关于|的)[^,。;]{0,60}?(?:批示|指示|讲话|精神|要求|贺信|来信|慰问信)")
_LONGEST_LEAD = 6
#: `在丁一陪同下`.
_IN_COMPANY = re.compile(r"(?:同志)?(?:等)?(?:的)?(?:陪同|带领|率领)下")
_LONGEST_PRINTED = 16  # a name with gaps between its letters
_BEFORE_CLAUSE = frozenset(",。;:")
_BEFORE_NAME = frozenset(",。;:、()和与由及")
#: An everyday word between a post and what its holder does (`副县长端午到…`), or one behind a seldom surname (`县长弥宏伟到…`).
_WORD_AS_NAME = re.compile(
    rf"(?:{_POSITION.pattern})(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:(?P<does>到|赴|率|主持|出席|参加|陪同|带队|调研|检查|一同|深入|会见|走访|慰问)|[、,])"
)
_NO_WORD_AS_NAME = re.compile("职[务责位权]|分工|[人候]选|提名|[辞任述免]职|办公|接待|助理|会议|联席|信箱|热线|同意")
_NAME_AND_POST = re.compile(
    r"(?:(?<=[。;,:])|^)(?P<name>[\u4e00-\u9fff]{2,3}?)(?P<post>副?(?:校长|院长|书记|主任|局长|处长|科长|部长|所长|站长|镇长|乡长|县长|区长|市长|旗长|会长|董事长|总经理))"
)
_LIST_NAME = re.compile(
    "、((?:[\u4e00-\u9fff][ \u3000]{1,3}){2}[\u4e00-\u9fff]|[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff·]{2,12}?)(?=[、,。;]|$|等|(?:担|兼)?任(?![务期])|出席|参加|陪同|一同|主持|以及|及|和"
    "|分别|分头|分获|荣获|获|当选|先后|带队|带领|率|调研|检查|督查|督导|走访|慰问|视察|考察|看望|到会|应邀|列席|介绍|汇报|讲话|发言|致辞|座谈|代表|因[公病事外在出]|为(?=[\u4e00-\u9fff]{1,12}(?:颁|揭牌|授|送行)))"
)
#: `副院长甲某、乙某和丙某分别…`: the last of several names under one title.
_LAST_OF_LIST = re.compile(
    "(?:和|与|及|以及)(?P<name>[\u4e00-\u9fff]{3}|[\u4e00-\u9fff]{2})(?=分别|先后|出席|参加|陪同|主持|一同|共同|列席|汇报|发言|作|就|等|[。,;]|$)"
)


@dataclass(frozen=True, slots=True)
class PersonInText:
    """A person named in a passage: `[start, end)` of title and name; `leads` if it opens its sentence."""

    name: str
    title: str
    start: int
    end: int
    leads: bool


def people_in(passage: Passage, *, known: frozenset[str] = frozenset()) -> list[PersonInText]:
    """The persons a passage names, in printed order, each once (a second mention adds nothing).

    `known` are names that count without a title too, where a name can stand.
    """
    found = dict(passage.once(_by_name))
    text = passage.text
    if known:
        squeezed = "".join(text.split())
        begun = _by_first_letter(known)
        for name in (name for letter in set(squeezed) for name in begun.get(letter, ())):
            if name in squeezed and name not in found and (bare := _bare(passage, name, known)) is not None:
                found[name] = _in_place_of_shorter(passage, found, bare) or bare
                _part_titles(passage, found, bare)
    return _present(text, sorted(found.values(), key=lambda person: (person.start, person.end)))


def _present(text: str, people: list[PersonInText]) -> list[PersonInText]:
    """Those in order who are not said to be away, nor remembered only; of a list (`甲、乙因公请假`) nobody is there."""
    there: list[PersonInText] = []
    behind: PersonInText | None = None  # the next one, if away
    for person in reversed(people):
        listed = behind is not None and text[person.end : behind.start].strip() == "、"
        past = not person.leads and _OF_THE_PAST.match(person.title) and _DIED.match(text, person.end)
        away = (
            _AWAY.match(text, person.end) is not None
            or _REMEMBERED.match(text, person.end) is not None
            or _is_passed_on(text, person)
        )
        behind = person if listed or past or away else None
        if behind is None:
            there.append(person)
    return there[::-1]


def _is_passed_on(text: str, person: PersonInText) -> bool:
    """Whether the words of a person are told by another, who conveys them."""
    lead = _PASSED_ON.search(text, max(0, person.start - _LONGEST_LEAD), person.start)
    return lead is not None and _HIS_WORDS.match(text, person.end) is not None


def words_as_names(passages: Iterable[Passage]) -> frozenset[str]:
    """Everyday words that a paper prints at least twice where only the name of who holds a post can stand.

    At least once an act of that person follows; what is itself the beginning of an act (`副县长带队到`) is none.
    """
    seen: Counter[str] = Counter()
    acting: set[str] = set()
    for passage in passages:
        for match in _WORD_AS_NAME.finditer(passage.text):
            name = match["name"]
            if _NO_WORD_AS_NAME.search(name) or AFTER.match(name) or not plain_name(name):
                continue
            if len(name) > 2 and (is_one_word(name) or not is_word(name[1:]) or _POSITION.search(name)):
                continue
            seen[name] += 1
            if match["does"]:
                acting.add(name)
    return frozenset(name for name in acting if seen[name] > 1)


def _in_place_of_shorter(passage: Passage, found: dict[str, PersonInText], bare: PersonInText) -> PersonInText | None:
    """A known person where the first letters of the name were read as somebody else's (`许清` in `区长许清和主持`)."""
    for name, person in found.items():
        if bare.name.startswith(name) and "".join(passage.text[person.start : bare.end].split()).endswith(bare.name):
            del found[name]
            return PersonInText(bare.name, person.title, person.start, bare.end, person.leads)
    return None


def _part_titles(passage: Passage, found: dict[str, PersonInText], bare: PersonInText) -> None:
    """Take a person and what stands before out of the title of the next one (`副县长端午、县公安局局长岑某`)."""
    for name, person in found.items():
        if person is bare or not person.start <= bare.start < bare.end < person.end:
            continue
        start = bare.end + 1
        title = passage.printed(start, person.end).removesuffix(name)
        found[name] = PersonInText(name, title, start, person.end, False)


def _by_name(passage: Passage) -> dict[str, PersonInText]:
    """Who is named with a title, or by an act that gives one."""
    found: dict[str, PersonInText] = {}
    start = 0
    for stop in [mark.start() for mark in re.finditer("[。;]", passage.text)] + [len(passage.text)]:
        for person in [
            *_in_sentence(passage, start, stop),
            *_appointed(passage, start, stop),
            *_before_post(passage, start, stop),
            *_from_body(passage, start, stop),
        ]:
            found.setdefault(person.name, person)
        start = stop + 1
    return found


def _from_body(passage: Passage, start: int, stop: int) -> Iterator[PersonInText]:
    """Who comes from a body without a post: three letters with a surname that make up no word."""
    for match in _FROM_BODY.finditer(passage.text, start, stop):
        name = match["name"]
        if _ENDS_IN_POSITION.search(match["body"] + name[0]):
            continue  # 组织委|员钮晴: a post ends there
        if is_unit(match["body"]) and _is_plain_person(name) and not is_word(name[:2]) and not is_word(name[1:]):
            yield PersonInText(name, "", *match.span("name"), False)


@lru_cache(maxsize=1)
def _by_first_letter(names: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found


def _appointed(passage: Passage, start: int, stop: int) -> Iterator[PersonInText]:
    """`选举甲为副乡长`, `甲同志任…`: who is named without a title because the post comes behind."""
    for match in _ELECTED.finditer(passage.text, start, stop):
        for low, high in lists.split(passage.text, *match.span("who" if match["who"] else "who2")):
            if (aside := passage.text.find("(", low, high)) >= 0:
                high = aside
            if plain_name(passage.text[low:high]):
                yield PersonInText(passage.printed(low, high), "", low, high, False)


def _before_post(passage: Passage, start: int, stop: int) -> Iterator[PersonInText]:
    """`王某校长代表学校表示`: the post behind the name, as people are spoken of; what opens a clause and acts."""
    for match in _NAME_AND_POST.finditer(passage.text, start, stop):
        name = match["name"]
        if is_name(name) and plain_name(name) and not is_word(name) and AFTER.match(passage.text, match.end()):
            low, high = match.span()
            yield PersonInText(name, match["post"], low, high, low == start)


def _bare(passage: Passage, name: str, known: frozenset[str]) -> PersonInText | None:
    """A known name where a name can stand: behind a post, or behind a mark or a joining word and before a verb or a mark.

    Where the marks of a list are lost (`甲某 乙某出席`), the next known name behind a gap is one.
    """
    text = passage.text
    pattern = re.compile(r"[ \u3000]{0,3}".join(map(re.escape, name)))
    for match in pattern.finditer(text):
        if text.startswith("委托", match.end()):
            continue
        before = text[: match.start()].rstrip()
        if _ENDS_IN_POSITION.search(before, max(0, len(before) - 8)):
            begin = _title_start(text, max(map(before.rfind, ",。;:")) + 1, match.start())
            return PersonInText(
                passage.printed(*match.span()), passage.printed(begin, match.start()), begin, match.end(), False
            )
        stop = _behind_gap(text, match.end())
        brought = before.endswith("委托") or (
            before.endswith("在") and _IN_COMPANY.match(text, match.end()) is not None
        )
        if (not before or before[-1] in _BEFORE_NAME or brought or _names_end(before, match.start(), known)) and (
            AFTER.match(text, stop)
            or _before_word(text, match.start(), match.end())
            or (stop > match.end() and _name_begins(text, stop, known))
        ):
            return PersonInText(passage.printed(match.start(), match.end()), "", match.start(), match.end(), False)
    return None


def _behind_gap(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _name_begins(text: str, start: int, known: frozenset[str]) -> bool:
    """Whether a known name begins at a place, its letters parted or not."""
    return "".join(text[start : start + _LONGEST_PRINTED].split()).startswith(tuple(known))


def _names_end(before: str, start: int, known: frozenset[str]) -> bool:
    """Whether the words over a gap end in a known name."""
    return len(before) < start and "".join(before[-_LONGEST_PRINTED:].split()).endswith(tuple(known))


def _before_word(text: str, start: int, end: int) -> bool:
    """Whether a whole name of three letters and more opens a clause and a word of its own follows it (`，林某某敬献花篮`)."""
    return (
        len("".join(text[start:end].split())) > 2
        and (start == 0 or text[:start].rstrip()[-1:] in _BEFORE_CLAUSE)
        and is_word(text[end : end + 2])
        and not is_word(text[end - 1 : end + 1])
    )


def _in_sentence(passage: Passage, start: int, stop: int) -> list[PersonInText]:
    text = passage.text
    found: list[PersonInText] = []
    cursor = start
    at = start
    while match := _POSITION.search(text, at, stop):
        at = match.end()
        comma = max(text.rfind(",", cursor, match.start()), text.rfind(":", cursor, match.start()))
        cursor = comma + 1 if comma >= 0 else cursor
        if match.group() == "同志" and text.startswith("任", match.end()):
            continue  # 甲同志任乙乡党委书记: 任 is what is done, though a surname too
        if text.startswith("代表", match.end()) or _speaks_for(text, match, found):
            continue  # 教师|代表某发言: 代 is no surname there; 县长某|代表家乡致谢: nobody is named behind it
        if aside := _ASIDE.match(text, match.end(), stop):
            at = aside.end()  # 副县长(挂职)某: the bracket is the post's
        length = name_length(text, at, stop)
        if not length:
            continue
        if text.startswith("委托", at + length):
            at = cursor = at + length  # 受县委书记某委托: who asks another to come is not there
            continue
        begin = _title_start(text, cursor, match.end())
        if (other := _NAME_BEFORE.match(text, begin, match.end())) is not None and _is_plain_person(other["name"]):
            # 沈某某、县委统战部部长柳某陪同: somebody without a title stands before the title of the next.
            found.append(PersonInText(other["name"], "", *other.span("name"), begin == start))
            begin = other.end()
        title, name = passage.printed(begin, at), passage.printed(at, at + length)
        if title and not _NAMELESS.search(title[:-2] if title.endswith("领导") else title):
            end = at + length
            found.append(PersonInText(name, "" if title in ("同志", "领导") else title, begin, end, begin == start))
            # After a list of bare names under one title (市领导甲某、乙某) the cursor stands behind the list.
            while (
                (other := _LIST_NAME.match(text, end, stop))
                and not _POSITION.match(text, other.start(1), stop)  # 主任甲、副|主任乙
                and plain_name("".join(other[1].split()))
                and not _POSITION.search(other[1])
                and not (text.startswith("代表", other.end(1)) and is_one_word(other[1]))  # 、新生代表某
            ):
                found.append(PersonInText(passage.printed(*other.span(1)), title, other.start(1), other.end(1), False))
                end = other.end(1)
            end = _rest_of_list(passage, found, title, end, stop)
            if end > at + length and (last := _LAST_OF_LIST.match(text, end, stop)) is not None:
                name = last["name"]
                if is_name(name) and plain_name(name) and not is_word(name) and not _POSITION.search(name):
                    found.append(PersonInText(name, title, *last.span("name"), False))
                    end = last.end()
            at = cursor = end + 1 if text[end : end + 1] in ("、", ",") else end
    return found


def _speaks_for(text: str, position: re.Match[str], found: Sequence[PersonInText]) -> bool:
    """Whether 代表 is what somebody does (`某代表家乡致谢`): right behind the name, known or not before an everyday word."""
    if position.group() != "代表":
        return False
    at = position.start()
    if found != [] and found[-1].end == at:
        return True
    named = (text[max(0, at - letters) : at] for letters in (2, 3))
    return is_one_word(text[position.end() : position.end() + 2]) and any(
        is_name(name) and not is_word(name) and not is_word(name[-2:]) for name in named
    )


def _rest_of_list(passage: Passage, found: list[PersonInText], title: str, end: int, stop: int) -> int:
    """Take the names that go on a list behind `、` before any act, as behind a post (`副校长甲某、乙某巡课`); where they end.

    They begin with a surname and are no words: what else stands behind `、` is not sure to be somebody.
    """
    text = passage.text
    while text[end : end + 1] == "、" and not _POSITION.match(text, end + 1, stop):
        length = name_length(text, end + 1, stop)
        name = passage.printed(end + 1, end + 1 + length)
        if not length or not is_name(name) or not plain_name(name) or is_one_word(name) or _POSITION.search(name):
            break
        found.append(PersonInText(name, title, end + 1, end + 1 + length, False))
        end += 1 + length
    return end


def _is_plain_person(name: str) -> bool:
    return is_name(name) and len(name) > 2 and not is_word(name) and _POSITION.search(name) is None


def _title_start(text: str, start: int, stop: int) -> int:
    """Where the title begins: behind verbs and joining words that lead to it."""
    words = text[start:stop]
    lead = _LEAD_WORDS.match(words)
    while lead is not None and _inside_unit(words[: lead.end()], words[lead.end() :]):
        lead = _LEAD_WORDS.match(words[: lead.end()])
    begin = start + lead.end() if lead and not words.startswith("和") else start
    if text.startswith("现任", begin, stop):
        begin += 2
    while begin < stop and text[begin] in " ,、和与及在由了":
        begin += 1
    return begin


def _inside_unit(lead: str, title: str) -> bool:
    """Whether a joining word stands inside the name of a body: `县发展和` before `改革局局长`, not `乙某和` before `县长`."""
    joined = _JOINED_NAME.search(lead)
    posts = list(_POSITION.finditer(title)) if joined is not None else []
    if joined is None or not posts or not is_unit(_RANK.sub("", title[: posts[-1].start()])):
        return False
    return not plain_name(joined["first"]) and _POSITION.search(joined["first"]) is None
