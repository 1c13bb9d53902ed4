"""Places: whose paper it is, and the places above it.

A place is a division of GB/T 2260 (province, city, county) or a town; one that the table does not hold keeps its
printed name and gets an id derived from it (`x-沅峤县`). The level words that local papers use instead of names
(`区财政局`, `市公安局`, `自治区党委`) are read against the chain of places of the paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.entities import Level
from graph.ids import fold
from graph.names.data import regions

#: Level words, longest first; the last characters of a place's name.
WORDS = ("自治区", "特别行政区", "自治州", "自治县", "自治旗", "地区", "街道", "苏木", "省", "市", "州", "盟", "区", "县", "旗",
         "镇", "乡")  # fmt: skip
_RANK: dict[Level, int] = {"nation": 0, "province": 1, "city": 2, "county": 3, "town": 4, "unit": 5, "": 6}
_LEVEL_OF_WORD: dict[str, Level] = {
    "省": "province", "自治区": "province", "特别行政区": "province", "市": "city", "自治州": "city", "州": "city",
    "地区": "city", "盟": "city", "区": "county", "县": "county", "旗": "county", "自治县": "county",
    "自治旗": "county", "镇": "town", "乡": "town", "苏木": "town", "街道": "town",
}  # fmt: skip
#: Ends in 区 and is no division: development zones, neighbourhoods, areas in a wider sense.
_NO_DIVISION = re.compile(
    r"(?:开发|工业|示范|试验|保税|合作|产业|集中|高新|经开|园|景|社|小|林|山|灾|牧|校|辖|全|各|市|城|郊|矿|驻|新|库|地|片|功能|保护)区$"
)
_PRINTED = re.compile(
    r"(?P<name>[\u3400-\u9fff·]{1,9}?(?:自治区|特别行政区|自治州|自治县|自治旗|苏木|街道|地区|省|市|州|盟|县|区|旗|镇|乡))"
)
#: Level words alone name no place: `县市` in 县市场监督管理局, `区镇` in 各区镇.
_ONLY_LEVELS = re.compile("(?:自治)?[省市州盟县区旗镇乡]+|地区|街道")
_PARTY = re.compile(r"^(?:中国共产党|中共)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place with the places above it, nearest first. The empty id means: not known."""

    id: str
    name: str
    level: Level = ""
    above: tuple[Place, ...] = ()

    @property
    def chain(self) -> tuple[Place, ...]:
        """The place and all above it, nearest first."""
        return (self, *self.above)

    @property
    def word(self) -> str:
        """The level word its own papers use: 区, 旗, 市, 自治区, 镇 …; a 自治县 is 县, a 自治州 is 州."""
        found = next((word for word in WORDS if self.name.endswith(word)), "")
        return {"自治县": "县", "自治旗": "旗", "自治州": "州"}.get(found, found)

    @property
    def short(self) -> str:
        """The name without its level word: 东胜."""
        found = next((word for word in WORDS if self.name.endswith(word)), "")
        return self.name.removesuffix(found)

    @property
    def full(self) -> str:
        """The names of the chain from the city down: 鄂尔多斯市东胜区."""
        return "".join(place.name for place in reversed(self.chain) if place.level != "province" or place is self)

    def called(self, word: str) -> Place:
        """The place of the chain that a level word means in this place's papers.

        A level above that the chain does not hold is an unnamed place of its own, so that `市公安局` in a paper of a
        county of unknown city is still not the county's.
        """
        for place in self.chain:
            if place.word == word or (word == "自治区" and place.name.endswith("自治区")):
                return place
        if not self.id:
            return self
        return Place(f"{self.id}/{word}", f"{self.name}所属{word}", _LEVEL_OF_WORD.get(word, ""))


NOWHERE = Place("", "")
#: What a title without an issuer says before the place it is about: `关于进一步做好2031年甲县防汛工作的通知`.
_ABOUT = re.compile(
    r"关于(?:进一步|切实|全面|深入|认真|扎实|继续|重新|做好|印发|转发|下发|批转|调整|公布|公示|成立|组建|设立|建立|撤销|明确|充实|增补|更新|变更"
    r"|开展|加强|强化|推进|推动|实施|落实|贯彻|建设|表彰|加快|促进|规范|完善|健全|深化|同意|命名|任免|召开|举办|申报|报送|上报|修订|制定|废止|停止|启动"
    r"|发布|认定|授予|聘任|选举|组织|支持|鼓励|对|在)*(?:\d{4}年度?)?"
)
#: Behind them, what ends in the word of a level and is no place: 全县, 县级, 乡村, 城市, 市场.
_NO_PLACE = re.compile(
    r"[全我本各该]|[^省市县区旗镇乡]{0,4}?(?:[省市县区旗镇乡][级域民场政容块属直情内]|乡村|城市|城乡|城镇|城区|社区|园区|小区|景区|校区|灾区|片区|地区)"
)


@lru_cache(maxsize=65536)
def place_of(issuer: str) -> Place:
    """The place whose organ `issuer` is: `鄂尔多斯市东胜区人民政府办公室` is of 东胜区 in 鄂尔多斯市 in 内蒙古自治区.

    Known names come from GB/T 2260; others are read by shape (`沅峤县人民政府`). A school or company that starts
    with a city's name (`绍兴一中`) is of that city. Without any place in the words: `NOWHERE`.
    """
    text = _PARTY.sub("", fold(issuer))
    about = _ABOUT.match(text)
    text = text[about.end() :] if about is not None else text
    place, rest = leading_place(text)
    while rest and (about is None or _NO_PLACE.match(rest) is None):
        match = _PRINTED.match(rest)
        if match is None or _NO_DIVISION.search(match["name"]) or len(match["name"]) < 2:
            break
        below = _printed_place(match["name"], place)
        if below is None:
            break
        place, rest = below, rest[match.end() :]
    if place.id:
        return place
    found = _short_place(text)
    return found or _place_inside(text) or NOWHERE


def place_for(jurisdiction: str, issuers: Iterable[str] = ()) -> Place:
    """The place a source's `jurisdiction` names: a code, an invented code or a name; the issuers say the rest.

    Of several issuers the place named most often counts, then the deepest, then the smallest id. The id is always
    the given one, if any.
    """
    code = fold(jurisdiction)
    if code in regions():
        return place_by_code(code)
    if re.search(r"[\u3400-\u9fff]", code):
        found = place_of(code.removeprefix("x-"))
        return replace(found, id=code) if found.id else Place(code, code.removeprefix("x-"))
    votes = Counter(place_of(issuer) for issuer in issuers)
    votes.pop(NOWHERE, None)
    if not votes:
        return Place(code, code)
    best = min(votes, key=lambda place: (-votes[place], -_RANK[place.level], place.id))
    return replace(best, id=code or best.id)


@lru_cache(maxsize=4096)
def place_by_code(code: str) -> Place:
    """The place of a code of GB/T 2260 with all above it. Raises `KeyError` for a code that is not in the table."""
    name = regions()[code]
    parents = [parent for parent in (f"{code[:4]}00", f"{code[:2]}0000") if parent != code and parent in regions()]
    above = place_by_code(parents[0]).chain if parents else ()
    level: Level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
    return Place(code, name, level, above)


@lru_cache(maxsize=65536)
def leading_place(text: str, *, near: Place = NOWHERE) -> tuple[Place, str]:
    """The known place a text starts with, and the rest: `达拉特旗委` -> 达拉特旗, `委`.

    Reads whole chains (`内蒙古自治区鄂尔多斯市东胜区`) and the names in the chain of `near`, which need not be in the
    table. A name that several places share (鼓楼区) counts only behind its city, or near it.
    """
    place, rest = NOWHERE, text
    while True:
        step = _step(rest, place, near)
        if step is None:
            return place, rest
        place = step
        rest = rest[len(step.name) :]


def _step(text: str, place: Place, near: Place) -> Place | None:
    for known in near.chain:
        if known.name and text.startswith(known.name) and (not place.id or place in known.above):
            return known
    for length in range(min(len(text), _LONGEST), 1, -1):
        codes = _codes_by_name().get(text[:length], ())
        if place.id:
            codes = tuple(code for code in codes if any(above.id == place.id for above in place_by_code(code).above))
        elif len(codes) > 1:
            family = {above.id for above in near.chain}
            codes = tuple(code for code in codes if any(above.id in family for above in place_by_code(code).above))
        if len(codes) == 1 and (place.id or length > 2 or text[2:3] in ("委", "人", "政", "县")):
            return place_by_code(codes[0])
    return None


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, name in regions().items():
        found.setdefault(name, []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


_LONGEST = 15


def _printed_place(name: str, above: Place) -> Place | None:
    """A place that is in no table, by the shape of its name, below `above`."""
    word = next(word for word in WORDS if name.endswith(word))
    if name == word or _ONLY_LEVELS.fullmatch(name):
        return None
    level = _LEVEL_OF_WORD[word]
    if word == "市" and above.level == "city":
        level = "county"
    if above.id and _RANK[level] <= _RANK[above.level]:
        return None
    chain = above.chain if above.id else ()
    printed = "".join(place.name for place in reversed(chain) if place.level != "province") + name
    return Place(f"x-{printed}", name, level, chain)


def _short_place(text: str) -> Place | None:
    """A city or province by its name without the level word at the start of a text: 绍兴一中."""
    for length in (4, 3, 2):
        codes = _short_codes().get(text[:length], ())
        if len(codes) == 1:
            return place_by_code(codes[0])
    return None


def _place_inside(text: str) -> Place | None:
    """The one province or city that stands anywhere in a text: 数字广东建设工作领导小组办公室."""
    found = {
        code
        for start in range(len(text))
        for length in (4, 3, 2)
        for code in _short_codes().get(text[start : start + length], ())
    }
    return place_by_code(found.pop()) if len(found) == 1 else None


@lru_cache(maxsize=1)
def _short_codes() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, name in regions().items():
        if code.endswith("00"):
            short = re.sub(r"(?:维吾尔|壮族|回族|特别行政)?(?:自治区|区)$|[省市盟]$|地区$", "", name)
            if len(short) >= 2 and short != name:
                found.setdefault(short, []).append(code)
    return {short: tuple(codes) for short, codes in found.items()}
