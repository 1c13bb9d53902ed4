"""Titles: a printed title read into its offices and ranks.

`区委副书记、政府区长` is 副书记 of 区委 and 区长 of 区人民政府. The order is body, then position; what stands before the
position is the body, and what a title leaves out comes from the part before it (`区委常委、组织部部长`), else from the
body whose paper it is (`副区长`). Sources of the rules: the rosters and divisions of work themselves; positions and
ranks from `graph/data/posts.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import lru_cache

from graph.entities import Capacity
from graph.names.bodies import COMPANY, ENDING, Body, Words, displayed, localise, town_party
from graph.names.data import position_classes
from graph.names.places import NOWHERE, Place, leading_place
from graph.names.script import plain

_FRONT = r"(?P<front>(?:提名|拟任|挂职|代理|代(?!表)|第一|常务|执行|专职|兼职|党外|名誉|副|原)*)"
#: Positions of open shape: 总工程师, 首席信息官, 高三年级组长.
_SHAPES = r"总[\u3400-\u9fff]{1,4}师|首席[\u3400-\u9fff]{1,6}[官师]|高?[一二三四五六七八九]年级(?:组)?长"
_POSITIONS = "|".join(sorted(map(re.escape, position_classes()), key=len, reverse=True))
_POSITION = re.compile(f"{_FRONT}(?P<head>{_SHAPES}|{_POSITIONS})(?P<aide>助理)?$")
_RANK = re.compile("|".join(re.escape(name) for name, kind in position_classes().items() if kind == "rank"))
_NOMINEE = re.compile(r"(?:提名人选|候选人|人选)$")
_BRACKET = re.compile(r"\(([^()]*)\)")
_FORMER = re.compile(r"^原|原(?=[\u3400-\u9fff]{0,4}$)")
_BY_FUNCTION = re.compile(r"分管|主要(?:领导|负责)|有关|相关|各")
_SEPARATOR = re.compile(r"[、,;，；/]|(?<=[长任记席员委师])暨")
_CONCURRENT = re.compile(r"(?<=[长任记席员委师监裁理事])兼任?(?=[\u3400-\u9fff])")
_GLUED = re.compile(
    r"(?<=常委|书记|成员)(?=(?:提名|代理?|常务|副)*(?:省长|市长|州长|盟长|区长|县长|旗长|镇长|乡长|局长|厅长|主任))"
)
_CAPACITY: tuple[tuple[str, Capacity], ...] = (
    ("提名", "提名"), ("人选", "提名"), ("拟任", "拟任"), ("挂职", "挂职"), ("试用", "试用"), ("主持", "主持工作"),
    ("代理", "代理"), ("兼", "兼任"),
)  # fmt: skip
#: Heads of government: the character before 长 is the level word of the place.
_HEAD_OF_PLACE = {
    "省长": "省", "市长": "市", "州长": "州", "盟长": "盟", "区长": "区", "县长": "县", "旗长": "旗", "镇长": "镇", "乡长": "乡",
    "苏木达": "苏木",
}  # fmt: skip
_PARTY_BODY = re.compile(r"(?:党组|党委|党工委|党总支|党支部|纪委|纪检组|纪工委|机关党委)$")
_INNER = re.compile(
    r"^(?:党组|党委|党工委|党总支|党支部|机关党委|机关党总支|机关党支部|纪委|管委会|管理委员会|办公室|组织部|宣传部|统战部|政法委|编办|党校|巡察办|工会|团委|党政办|党政办公室|人大|武装部|"
    r"派出所|财政所|司法所|(?![省市县区旗州盟][局委院])[\u3400-\u9fff]{1,4}[处室科股部])$"
)
_OF_PARTY_COMMITTEE = re.compile(
    r"^(?:办公室|组织部|宣传部|统战部|统一战线工作部|政法委|编办|党校|巡察办|社会工作部|政研室|网信办|老干部局)$"
)
#: The word a house calls itself by before the name of a part; 院感科, 校务处 and 局属学校 begin with no such word.
_HOUSE = re.compile(
    r"(?P<level>[本我省市县区旗州盟])?(?P<house>局|厅|委员会|委|医院|学院|院|学校|校|公司|集团|中心)(?P<part>(?!长|属|员|感|务|医(?!务)|前|区|史|友|外|企|园|办(?!公)|级)[\u3400-\u9fff]*)"
)
_CALLED: dict[str, tuple[str, ...]] = {
    "局": ("局",), "厅": ("厅",), "委": ("委", "委员会"), "委员会": ("委员会",), "医院": ("医院",), "学院": ("学院",),
    "院": ("医院", "学院", "卫生院", "法院", "检察院", "研究院"), "学校": ("学校", "小学", "中学"),
    "校": ("校", "学", "一中", "二中", "三中", "四中", "五中", "六中"), "公司": ("公司",), "集团": ("集团", "公司"), "中心": ("中心",),
}  # fmt: skip
_UNIT_CHARACTER = re.compile(r"[局厅所馆站台社科处股段]长$")
_PEOPLE_ONLY = re.compile(r"(?:顾问|代表|专家|干部|教师|师|员|秘书|会计|出纳|编辑|编审|主编|负责人|组长|年级长)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One office or rank of a title. `words` is None where the title names no body and none can be meant."""

    printed: str
    words: Words | None
    position: str
    is_rank: bool = False
    capacity: Capacity = ""

    @property
    def shown_position(self) -> str:
        """The position as lists of posts print it: a nominee is no holder yet (提名副区长, 代县长)."""
        front = {"提名": "提名", "拟任": "拟任", "代理": "代"}.get(self.capacity, "")
        return front + self.position


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose paper a title stands in: the place, and the body that speaks (`区人民政府`, `绍兴市第一中学`)."""

    place: Place = NOWHERE
    body: str = ""
    is_unit: bool = False


@lru_cache(maxsize=262144)
def read_title(title: str, setting: Setting) -> tuple[Reading, ...]:
    """The offices and ranks of a printed title, in printed order; empty for 主要领导 and words that are no title.

    Former offices (`原局长`) are left out: nobody holds them.
    """
    readings: list[Reading] = []
    for part, concurrent in _parts(title):
        reading = _read_part(part, setting, readings, concurrent=concurrent)
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def is_position(text: str) -> bool:
    """Whether a text is a position and nothing else: 副局长, 三级调研员."""
    match = _POSITION.search(plain(text))
    return match is not None and match.start() == 0


def ends_in_position(text: str) -> bool:
    """Whether a text ends in a position: 区财政局局长."""
    return _POSITION.search(_BRACKET.sub("", plain(text))) is not None


def is_sole(position: str, body: str) -> bool:
    """Whether one person holds the post at a time. 正职 only; a 副 or an aide never; unknown means many."""
    if position.startswith(("副", "常务", "第一", "执行", "名誉", "专职")) or position.endswith("助理"):
        return False
    if position == "书记":
        return re.search(r"委$|党组$|党总支$|支部$|党校$|团委$", body) is not None
    if position == "主任":
        return not body.endswith(("医院", "学校", "中学", "小学"))
    return position_classes().get(position) == "sole"


def _parts(title: str) -> list[tuple[str, bool]]:
    """The parts of a title, joined again where a 、 stands inside a name; with it, whether the part is held 兼."""
    text = plain(re.sub(r"(?<=[长任记席员委])[ \u3000\u00a0]+(?=[\u3400-\u9fff])", "、", title))
    pieces: list[tuple[str, bool]] = []
    waiting = ""
    for piece in _outside_brackets(text):
        waiting = f"{waiting}、{piece}" if waiting else piece
        if ends_in_position(waiting) or _NOMINEE.search(_BRACKET.sub("", waiting)):
            halves = [half for glued in _CONCURRENT.split(waiting) for half in _GLUED.split(glued)]
            concurrent = len(_CONCURRENT.findall(waiting)) > 0
            pieces.extend(
                (half.removeprefix("兼任").removeprefix("兼"), half.startswith("兼") or (concurrent and index > 0))
                for index, half in enumerate(halves)
            )
            waiting = ""
    return [piece for piece in pieces if piece[0]]


def _outside_brackets(text: str) -> list[str]:
    pieces, depth, current = [], 0, ""
    for character in text:
        depth += (character in "(《“") - (character in ")》”")
        if depth <= 0 and _SEPARATOR.fullmatch(character):
            pieces.append(current)
            current = ""
        else:
            current += character
    return [piece for piece in (*pieces, current) if piece]


def _read_part(part: str, setting: Setting, before: list[Reading], *, concurrent: bool) -> Reading | None:
    notes = "".join(_BRACKET.findall(part))
    text = _NOMINEE.sub("", _BRACKET.sub("", part))
    capacity = _capacity(notes + (_NOMINEE.search(part) or [""])[0], concurrent=concurrent)
    match = _POSITION.search(text)
    if match is None:
        return None
    front, head, aide = match["front"], match["head"], match["aide"] or ""
    stem = text[: match.start()]
    if "原" in front or stem.startswith("原"):
        return None
    for word in ("提名", "拟任", "挂职"):
        if word in front or stem.endswith(word) or stem.startswith(word):
            capacity = word
            front = front.replace(word, "")
            stem = stem.removeprefix(word).removesuffix(word)
    if re.search(r"代理?", front):
        capacity = "代理"
        front = re.sub(r"代理?", "", front)
    if _BY_FUNCTION.search(stem) or (head == "负责人" and stem.endswith("主要")):
        return None
    position = front + head + aide
    if _RANK.fullmatch(head):
        return Reading(part, _body_of_rank(stem, setting, before), position, True, capacity)
    words, position = _body(stem, head, position, setting, before)
    return Reading(part, words, position, False, capacity)


def _capacity(notes: str, *, concurrent: bool) -> Capacity:
    for word, capacity in _CAPACITY:
        if word in notes:
            return capacity
    return "兼任" if concurrent else ""


def _body_of_rank(stem: str, setting: Setting, before: list[Reading]) -> Words | None:
    if stem:
        words = localise(stem, setting.place)
        return Words(words.place, stem) if stem.endswith(("街道", "镇", "乡", "苏木")) else words
    return before[-1].words if before else _own(setting)


def _body(stem: str, head: str, position: str, setting: Setting, before: list[Reading]) -> tuple[Words | None, str]:
    """The body a position is of, and the position (which takes back words that name no body: 金融顾问)."""
    place = setting.place
    if head in _HEAD_OF_PLACE and (found := _government(stem, _HEAD_OF_PLACE[head], place, before)) is not None:
        return found, position
    if not stem:
        return _unnamed(head, setting, before), position
    if _UNIT_CHARACTER.search(head) and len(head) == 2 and not ENDING.search(stem):
        stem += head[0]
    if head.endswith("队长") and len(head) > 2 and not stem.endswith("队"):
        stem += head[:-1]
    inherited = _in_house(stem, setting) or _inherited(stem, setting, before)
    if inherited is not None:
        return inherited, position
    town = re.fullmatch(
        r"([\u3400-\u9fff]{1,8}?(?:镇|乡|苏木))(党委|党工委|纪委|人大|团委|武装部|.{2,6}(?:办公室|中心|站|所))", stem
    )
    if town is not None:
        return Words(place, stem), position
    words = localise(stem, place)
    if words.name == stem and _PARTY_BODY.fullmatch(stem):
        return None, stem + position
    if words.name == stem and not ENDING.search(stem) and not COMPANY.search(stem):
        if _PEOPLE_ONLY.search(head):
            return None, stem + position
        return (words, position) if leading_place(stem, near=place)[0].id or len(stem) > 3 else (None, stem + position)
    return words, position


def _in_house(stem: str, setting: Setting) -> Words | None:
    """A part of the house that speaks, behind the word the house calls itself by: 局办公室 in a paper of 县水务局; None for others."""
    match = _HOUSE.fullmatch(stem) if setting.is_unit else None
    if match is None or not setting.body.endswith(_CALLED[match["house"]]):
        return None
    part, level = match["part"], match["level"]
    if level and level not in "本我" and not setting.body.startswith(level):
        return None  # 市局 in a paper of 区教育局 is another
    if part and not (_INNER.match(part) or ENDING.search(part)):
        return None
    return Words(setting.place, setting.body + part)


def _government(stem: str, word: str, place: Place, before: list[Reading]) -> Words | None:
    """The government a 区长, 镇长 … heads or helps to head; None if the words before name another body."""
    stem = re.sub(r"(?:人民)?政府$", "", stem)
    if not stem:
        known = before[-1].words.place if before and before[-1].words is not None else place
        if before and before[-1].words is not None and word in ("镇", "乡", "苏木"):
            town = re.match(r"[\u3400-\u9fff]{1,8}?(?:镇|乡|苏木)", before[-1].words.name)
            if town is not None and len(town[0]) > 1:
                return Words(place, f"{town[0]}人民政府")
        owner = known if known.word == word else place.called(word)
        return Words(owner, f"{word}人民政府")
    if word in ("镇", "乡", "苏木"):
        town_name = stem if stem.endswith(word) else stem + word
        if re.fullmatch(rf"[\u3400-\u9fff]{{1,8}}{word}", town_name):
            if place.level == "town" and town_name == place.name:
                return Words(place, f"{word}人民政府")
            return Words(place, f"{town_name}人民政府")
        return None
    found, rest = leading_place(stem, near=place)
    if found.id and not rest:
        return Words(found, f"{found.word}人民政府")
    if stem == word:
        return Words(place.called(word), f"{word}人民政府")
    for known in place.chain:
        if stem in (known.short, known.name):
            return Words(known, f"{known.word}人民政府")
    return None


def _unnamed(head: str, setting: Setting, before: list[Reading]) -> Words | None:
    """The body of a bare position: the one before it, without its party side, else the speaker."""
    last = before[-1].words if before else None
    if last is not None:
        base = _base(last)
        if head in ("书记", "委员", "常委", "第一书记", "成员"):
            if re.search(r"委$|党组$|工委$", last.name):
                return last
            return Words(last.place, f"{base.name}党委") if setting.is_unit else None
        if setting.place.level == "town" and head.endswith("委员"):
            return last if last.name.endswith("党委") else _own_party(setting)
        return base
    if setting.place.level == "town" and (head.endswith("委员") or head == "书记"):
        return _own_party(setting)
    if setting.is_unit or (setting.body and _fits(head, setting.body)):
        own = _own(setting)
        if own is not None and setting.is_unit and head in ("书记", "委员"):
            return Words(own.place, f"{own.name}党委")
        return own
    return None


def _fits(head: str, body: str) -> bool:
    """Whether a body has such a head: a 局 a 局长, a 委员会 and a 办公室 a 主任."""
    if head in ("主任", "秘书长", "巡视员"):
        return body.endswith(("委员会", "委", "办公室", "中心", "办事处")) or (
            head == "秘书长" and body.endswith("人民政府")
        )
    return body.endswith(head[0]) or (head == "班子成员")


def _own_party(setting: Setting) -> Words:
    """The party committee of a town, in its own papers."""
    return Words(setting.place, f"{setting.place.word}党委")


def _inherited(stem: str, setting: Setting, before: list[Reading]) -> Words | None:
    """The full body of an inner one: 办公室 after 区委常委 is 区委办公室, 党组 after 区政协主席 is 区政协党组."""
    if not _INNER.match(stem):
        return None
    if setting.place.level == "town":
        return Words(setting.place, setting.place.word + stem)
    last = before[-1].words if before else None
    if last is not None:
        # 人事科科长兼办公室副主任: of the bureau, not of its 人事科.
        base = Words(setting.place, setting.body) if _is_part(last, setting) else _base(last)
        if _OF_PARTY_COMMITTEE.match(stem) and re.fullmatch(r"[省市州盟区县旗]委|自治区党?委", last.name):
            return Words(last.place, last.name + stem)
        if stem == "办公室" and re.fullmatch(r"[省市州盟区县旗]人民政府(?:党组)?|自治区人民政府(?:党组)?", last.name):
            return Words(last.place, f"{base.name}办公室")
        if _PARTY_BODY.search(stem) or stem in ("管委会", "管理委员会") or setting.is_unit or town_party(last.name):
            return Words(base.place, base.name + stem)
        return None
    if setting.is_unit or _PARTY_BODY.search(stem):
        own = _own(setting)
        if own is None or (own.name.endswith("人民政府") and stem != "党组"):
            return None
        return Words(own.place, own.name + stem)
    return None


def _is_part(words: Words, setting: Setting) -> bool:
    return setting.is_unit and words.name != setting.body and words.name.startswith(setting.body)


def named_body(name: str, setting: Setting) -> Words:
    """A body named in a paper: an inner office (办公室, 教学处) in a unit's or a town's own paper is that unit's."""
    text = plain(name)
    if _INNER.match(text):
        if setting.place.level == "town":
            return Words(setting.place, setting.place.word + text)
        if setting.is_unit:
            return Words(setting.place, setting.body + text)
    return localise(name, setting.place)


def _base(words: Words) -> Words:
    """The body whose party side a body is: 市水投集团党委 -> 市水投集团."""
    return Words(words.place, _PARTY_BODY.sub("", words.name) or words.name)


def _own(setting: Setting) -> Words | None:
    return Words(setting.place, setting.body) if setting.body else None


def post_text(reading: Reading, near: Place, resolve: Callable[[Body], Body] | None = None) -> tuple[str, str]:
    """Body (as people of `near` say it; empty if none) and position of a reading, short names resolved."""
    if reading.words is None:
        return "", reading.shown_position
    words = reading.words
    if resolve is not None:
        words = Words(words.place, resolve(words.body).name)
    return displayed(words, near), reading.shown_position


def bare_name(text: str, known: Container[str]) -> str:
    """The known name in a text that has a title glued to it (高明副区长, 区委常委高明, 石承业同志); else the text."""
    plain = text.removesuffix("同志")
    for start, stop in ((0, length) for length in range(len(plain), 1, -1)):
        if plain[start:stop] in known and (stop == len(plain) or is_position(plain[stop:])):
            return plain[start:stop]
    for start in range(1, len(plain) - 1):
        if plain[start:] in known and ends_in_position(plain[:start]):
            return plain[start:]
    return text
