"""Whom the words of a personnel notice name: names alone, and names before a post, parted from it or glued to it.

Where the form says that a name stands (`任命…为县民政局局长`), it may be any: without a surname, an everyday word, of four letters.
"""

from __future__ import annotations

import re

from loaders.gazette import lists
from loaders.gazette.name_tokens import PRIVATE
from loaders.gazette.names import HAN, NO_NAME, bare_posts, is_crowd, is_one_word, is_surname, is_word, names_the_place
from loaders.gazette.persons import Mention, is_name, is_rare_name, is_title, leading_name, may_be_name, read_mentions
from loaders.readers.paper import Passage

#: What a post glued to a name begins with: a level (县财政局), or a place or body of two characters and more (青石县…).
_PLACE_OR_BODY = re.compile(
    r"(?P<long>[\u4e00-\u9fff]{2,8}?(?:市|县|区|旗|镇|乡|局|委|学|公司|一中|二中|街道|集团|医院|中心))|[省市县区旗盟州镇乡自]|中(?=[共国央学])|国(?=[家有务际资土])|(?:本|我)?(?:公司|集团|学校|医院|学院)(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff](?:市|县)"
)
_OF_VILLAGE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:村|社区|嘎查)(?=[\u4e00-\u9fff]{2})")
_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{2,10}?[科处室部办](?:常务)?副?(?:主任|[科处部护]长|护士长)")
#: A surname parted from the given name, the post glued behind it.
_SPREAD = re.compile(r"([\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{2})")
#: A body printed without a name of its own, as a paper of that body or place prints it.
_BODY_ALONE = re.compile(r"集团|公司|学校|医院|学院|中心|[省市县区旗盟州镇乡](?=[\u4e00-\u9fff]{3})")
#: What stands before a post and is no name.
_NOBODY = frozenset(
    ["原有", "所任", "担任", "兼任", "现任", "时任", "相应", "有关", "相关", "上述", "以上", "下列", "以下", "如下", "本人", "自己", "个人", "他们", "二人", "三人", "聘任", "解聘", "委派", "任命", "免去", "提名", "推荐", "拟聘", "现聘", "原聘", "新聘", "拟任", "原任", "新任", "抄送", "抄报", "主送", "签发", "备注", "职务", "宣布", "宣读", "决定", "研究"]
)  # fmt: skip
#: `…的局长职务`, `…的副主任职务(终止试用期)`.
_OF_AN_OFFICE = re.compile(r"职[务级](?:\([^()]*\))?[。;, \u3000]*$")
#: The name in front of what looks like a post goes on up to one of these: `汪国镇为…`, `孔繁明远的…`.
_LONGER_NAME = re.compile(r"[\u4e00-\u9fff]{0,2}(?:为|任(?!务)|的)")
_PRIVATE_BEHIND = re.compile(rf"{PRIVATE.pattern}\s*$")
_AND_OTHERS = re.compile(
    r"(?:等(?:\d{1,3}|[一二三四五六七八九十两]{1,3})人|(?<![等\d一二三四五六七八九十两])(?:\d{1,3}|[一二三四五六七八九十两]{1,3})(?:人|[名位](?:同志)?))$"
)
_HAN_ONLY = re.compile(rf"[{HAN}]+")
_SHORT, _LONGEST_SURE = 2, 3  # letters of a name
#: A name in a column of its own before the post; its letters spread to one width, or not.
_IN_COLUMNS = re.compile(r"\s*(?P<name>[\u4e00-\u9fff·]{2,12})\s{2,}")
_SPREAD_IN_COLUMNS = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff](?P<gap>[ \u3000]{1,4})[\u4e00-\u9fff](?:(?P=gap)[\u4e00-\u9fff]){0,2})[ \u3000]{2,}(?=\S)"
)


def persons_in(passage: Passage, low: int, high: int, *, alone: bool = False) -> tuple[str, ...]:
    """The persons a stretch lists, if it lists nothing but persons (titles before the names allowed).

    A name without surname counts beside others, and by itself where only a name can stand (`alone`).
    """
    colon = passage.text.rfind(":", low, high)
    low = colon + 1 if colon >= 0 else low
    if not 2 <= high - low <= 200:
        return ()
    if crowd := _AND_OTHERS.search(passage.text, low, high):
        high = crowd.start()  # 甲、乙等五人: who is named; 甲、乙2人
    if said := _PRIVATE_BEHIND.search(passage.text, low, high):
        high = said.start()  # 甲(女，某族)
    mentions: list[Mention] = read_mentions(passage, low, high)
    names = [mention.person or _unusual(mention.title) for mention in mentions]
    sure = any(mention.person or mention.title.endswith("同志") for mention in mentions)
    if not all(names) or not (alone or sure) or not _NOBODY.isdisjoint(names):
        return ()
    return tuple(names)


def _unusual(words: str) -> str:
    """A name without a surname: a rare one, or whatever may be one before 同志 (`海涵同志任…`)."""
    comrade = words.removesuffix("同志")
    if comrade != words:
        return comrade if (may_be_name(comrade) and len(comrade) <= 4) or is_rare_name(comrade) else ""
    return words if is_rare_name(words) else ""


def parted(passage: Passage, low: int, high: int, heading: str) -> tuple[tuple[str, ...], int] | None:
    """Names in front of a post: parted by 同志, 的, white space, or by nothing (`张三县财政局局长`)."""
    text = passage.text
    for mark in ("同志的", "同志", "的"):
        at = text.rfind(mark, low, high) if mark == "同志" else text.find(mark, low, high)
        if at > low and (persons := persons_in(passage, low, at, alone=mark != "的")):
            return persons, at + len(mark)
        if at > low and (mark != "的" or _OF_AN_OFFICE.search(text, at, high)):
            persons = by_form(passage, low, at, (at + len(mark), high))
            if persons:
                return persons, at + len(mark)
    spaced = leading_name(text, low, high)
    if spaced is not None:
        persons = persons_in(passage, *spaced)
        if persons and is_title(bare(text[spaced[1] : high])):
            return persons, spaced[1]
    if (column := _in_columns(text, low, high)) is not None:
        return (passage.printed(*column.span("name")),), column.end()
    return _glued(passage, low, high, heading)


def _in_columns(text: str, low: int, high: int) -> re.Match[str] | None:
    """A name of any letters in a column of its own, whose post stands in the next one (`者 春 生  市水务局总工程师`).

    An everyday word is one only where its letters are spread and more than two: `总 务  主任` names nobody.
    """
    spread = _SPREAD_IN_COLUMNS.match(text, low, high)
    column = spread or _IN_COLUMNS.match(text, low, high)
    if column is None or not is_title(post := bare(text[column.end() : high])):
        return None
    name = "".join(column["name"].split())
    if is_rare_name(name):
        return column
    told = names_the_place(post) or (spread is not None and len(name) > _SHORT)
    plain = len(name) <= _LONGEST_SURE and may_be_name(name) and name not in _NOBODY and not is_one_word(name)
    return column if told and plain else None


def _glued(passage: Passage, low: int, high: int, heading: str) -> tuple[tuple[str, ...], int] | None:
    """A name with its post glued behind, the name spread or not (`张三县财政局局长`, `冯  志公司副总经理`, `陈 兆丰集团公司经理`).

    The post begins at a body that has no name before it (集团公司, 县…) or that the title names, and cuts no word in two.
    """
    text = passage.text
    flat = text[low:high]
    begin = low + len(flat) - len(flat.lstrip())
    spread = _SPREAD.match(text, begin, high)
    ends = {2: spread.end(1), 3: spread.end(1) + 1} if spread else {size: begin + size for size in (2, 3, 4)}
    found = []
    for size, end in ends.items():
        name, rest = "".join(text[begin:end].split()), text[end:high]
        if (
            len(name) == size
            and not _LONGER_NAME.match(rest)
            and is_name(name)
            and is_title(bare(rest))
            and (place := _PLACE_OR_BODY.match(rest))
        ):
            level = name[-1] in "省市县区旗盟州镇乡"  # 高某县 is the name and the level of its body
            own = _BODY_ALONE.match(rest) is not None or rest[:3] in heading
            parts = not is_word(text[end - 1 : end + 1])
            # A name of two letters is spread to the width of three; without a gap three letters are the usual name.
            usual = -size if spread else size
            found.append((f"{name}同志" in heading, not level, own, parts, place["long"] is not None, usual, end))
    if not found:
        return None
    *_, end = max(found)
    return (passage.printed(begin, end),), end


def glued_to_words(passage: Passage, low: int, high: int) -> tuple[tuple[str, ...], int] | None:
    """A name glued to a post without a place, `…职务` behind it (`解聘王某某财务部部长职务`): one of two or three letters, none other.

    The post begins with an everyday word, and no word goes over the border.
    """
    text = passage.text
    if _OF_AN_OFFICE.search(text, low, high) is None or not is_title(bare(text[low:high])):
        return None
    begin = low + len(text[low:high]) - len(text[low:high].lstrip())
    ends = [
        end
        for end in (begin + 2, begin + 3)
        if is_name(text[begin:end]) and (is_word(text[end : end + 2]) or is_deputy(text[end:high]))
        and not is_word(text[end - 1 : end + 1]) and not is_one_word(text[begin:end]) and text[end - 1] != "副"
    ]  # fmt: skip
    return ((passage.printed(begin, ends[0]),), ends[0]) if len(ends) == 1 else None


def is_deputy(words: str) -> bool:
    """Whether words are the post of a deputy (`副院长职务`): its 副 is no letter of the name before it."""
    return words.startswith("副") and bare(words)[1:] in bare_posts()


def by_form(passage: Passage, low: int, high: int, post: tuple[int, int]) -> tuple[str, ...]:
    """An everyday word as a name, where a post with its body follows as it does behind names (`漆工的甲县民政局局长职务`)."""
    words = "".join(passage.text[slice(*post)].split())
    with_body = any(body.match(words) for body in (_PLACE_OR_BODY, _DEPARTMENT, _OF_VILLAGE))
    if not with_body or not is_title(bare(words)):
        return ()
    names = [passage.printed(start, end) for start, end in lists.split(passage.text, low, high)]
    return tuple(names) if names and all(map(_by_form, names)) else ()


def named_by_form(passage: Passage, low: int, high: int) -> tuple[str, ...]:
    """The persons a stretch lists where names stand alone, each with a surname or without."""
    if persons := persons_in(passage, low, high, alone=True):
        return persons
    names = [passage.printed(start, end) for start, end in lists.split(passage.text, low, high)]
    return tuple(names) if names and all(map(_by_form, names)) else ()


def _by_form(name: str) -> bool:
    """Whether letters may be a name where the form says that one stands, also one that ends as a body does (`汪国镇`)."""
    if name in _NOBODY:
        return False
    if is_rare_name(name) if len(name) > 3 else len(name) > 1 and may_be_name(name):
        return True
    return (
        3 <= len(name) <= 4
        and is_surname(name[0])
        and _HAN_ONLY.fullmatch(name) is not None
        and not (NO_NAME.search(name) or is_crowd(name) or is_title(name))
    )


def ends_in_cheng(words: str) -> bool:
    """Whether 成 before 为 is the last letter of a name that stands alone (`马道成为…`), and no 成为."""
    name = "".join(words.split())
    return len(name) > 2 and is_name(name) and not is_word(name[1:])


def is_long_name(words: str) -> bool:
    """Whether nothing but a long name without surname stands before a verb (`阿牛木呷任…`)."""
    name = "".join(words.split())
    return 3 <= len(name) <= 9 and is_rare_name(name)


def elected(passage: Passage, low: int, high: int) -> tuple[str, ...]:
    """Who stands before 当选 may bear any name (`扁 舟当选为会长`)."""
    name = passage.printed(low, high).removesuffix("同志")
    return (name,) if 2 <= len(name) <= 4 and may_be_name(name) and not is_title(name) else ()


def bare(words: str) -> str:
    """The words of a post without brackets, 职务 and 人选 behind it."""
    flat = re.sub(r"\s", "", words).rstrip("。;,")
    return re.sub(r"(?:的?职[务级]|一职|人选|候选人)$", "", re.sub(r"(?:\([^()]*\))+$", "", flat))
