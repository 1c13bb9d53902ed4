"""Rosters that lost what parted them: copies of papers in forums and on sites for documents drop line breaks and blanks.

In them a label stands right behind the title before it (`河长：甲 市委书记副河长：乙 副市长`), the next heading behind the last name
(`丁某一、每月开会一次，…`), or a person behind the title of another (`甲市水利局局长乙市财政局副局长`). A role inside a sentence is no
label, so each is read only where all around it is whole: a name or a post before it, nothing but persons between labels.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.names.data import regions
from loaders.gazette.mentions import Mention
from loaders.gazette.names import bare_posts, is_crowd, is_name, is_one_word, is_title, is_unit, is_word
from loaders.gazette.title_leads import begins_department
from loaders.readers.paper import Passage

#: Directly behind a person and before a colon the label of the next seat.
_ROLE = re.compile(
    r"(?:第一|常务|执行)?副?总?(?:组 {0,8}长|指 {0,8}挥 {0,8}长|总 {0,4}指 {0,4}挥|召 {0,4}集 {0,4}人|(?:河湖|[河湖林田])(?:段)?长)|副 {0,8}组 {0,8}长|[成组] {0,8}员|(?:办公室)?副?主任(?:委员)?|委 {0,8}员"
)
_LONGEST_ROLE = 24
_LONGEST_TOKEN = 60
#: What announces a roster, right before its first label: `一、组成人员组长：甲`.
_ANNOUNCED = re.compile(
    r"(?:组成人员|成员名单|人员名单|名单如下|组成如下|人员组成|[一二三四五六七八九十][、)](?:领导小组|组织机构|组织领导|工作机构|领导机构))$"
)
#: A name left blank before the next label: `组长：XXX副组长：XXX`.
_BLANKED = re.compile("[Xx×*○]{2,12}")
_TOKEN = re.compile(r"[^\s、,;。:()]+(?:\([^()]{2,40}\))?$")
#: Whoever helps the chief of a river is a unit: `河长：甲 副市长协助：市水利局`.
_HELPERS = re.compile(r"(?:协助|责任|联系|对口|牵头)(?:单位|部门)|协助")
_SPACED_PLACE = re.compile(
    r"\s*(?:\d{1,3}[.、)]?\s*)?(?P<place>[\u4e00-\u9fff]{1,10}[河湖江溪渠沟库塘])[ \u3000]{1,8}(?P<name>[\u4e00-\u9fff]{2,4})[ \u3000]{1,8}(?P<post>[\u4e00-\u9fff、]{2,40})\s*$"
)
_CHIEF_OF_PLACE = re.compile("[河湖林田]段?长$")
#: A heading right behind a name or a post: `丁某一、每月召开例会`.
_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff)])(?:[一二三四五六七八九十]、|[(][一二三四五六七八九十][)])(?=[\u4e00-\u9fff])"
)
_OTHER_LABEL = re.compile(
    "(?:负责|责任|联系|督查|督导|检查|包保|包抓|包联|挂钩|工作|主要|具体)[\u4e00-\u9fff]{0,5}:|职责(?:分工)?:"
)
_OFFICE = re.compile(
    "(?:领导小组|指挥部|联席会议|专班|委员会)?(?:下设(?:[\u4e00-\u9fff]{0,4})?办公室|办公室(?=设[在于]))"
)
#: What a heading or a sentence behind a list says, and no item of one.
_SAYS = re.compile(
    "召开|开展|要求|实行|认真|定期|每[月周年天]|设在|下设|职责|工作机构|组织机构|办事机构|工作任务|有关事项|会议制度"
)
_NEXT_MARK = re.compile(r"[、,;。:!?\s]|$")
_PLACE = "省市县区州盟旗镇乡"
#: Letters that belong to a place or to a post, so that no name ends in them before the place of a body.
_ENDS_NO_NAME = frozenset("省市县区州盟旗镇乡村局委办处科股部院所站组队班室会长任记员师正副总")
#: What a post ends in that is none of the usual ones, where the next person stands right behind: `审计署副审计长`.
_ENDS_POST = frozenset("长师员")
#: Forums set dots between the letters of words that their filters know: `书.记`.
_GLUED = re.compile("(?:[\u3007-\u9fff 、\u3000]|(?<=[\u3007-\u9fff])\\.)+")
_LONGEST_GLUED = 400
_LONGEST_TITLE = 24


def role_behind(text: str, floor: int, colon: int, *, first: bool) -> tuple[int, str, bool] | None:
    """Where a role begins that is glued to what stands before it and ends at `colon`, its words, and whether a post stands there.

    None if none does. `floor` is the end of the label before it. For the first label of a line the words before it must
    announce a roster.
    """
    match = _ROLE.search(text, max(floor, colon - _LONGEST_ROLE), colon)
    while match is not None and text[match.end() : colon].strip():
        match = _ROLE.search(text, match.start() + 1, colon)
    if match is None or match.start() <= floor:
        return None
    before = text[floor : match.start()]
    if first:
        return (match.start(), match.group(), False) if _ANNOUNCED.search(before) else None
    token = _TOKEN.search(before[-_LONGEST_TOKEN:])
    words = token.group() if token is not None else ""
    posted = is_title(words) or words.endswith(")")
    return (match.start(), match.group(), posted) if posted or is_name(words) or _BLANKED.fullmatch(words) else None


def helpers_behind(text: str, floor: int, colon: int, role: str) -> tuple[int, str] | None:
    """Where the label of the units that help a chief begins, in the line that names him and ending at `colon`."""
    if _CHIEF_OF_PLACE.search(role) is None:
        return None
    match = _HELPERS.search(text, max(floor, colon - 4), colon)
    return (match.start(), match.group()) if match is not None and match.end() == colon else None


def spaced_place(text: str, role: str) -> re.Match[str] | None:
    """The place at the head of a line `清水河 甲 副县长` under the label of chiefs; None of a line that begins with a person."""
    match = _SPACED_PLACE.match(text) if _CHIEF_OF_PLACE.search(role) is not None else None
    if match is None or not is_name(match["name"]) or not is_title(match["post"]):
        return None
    return match


def helpers_below(text: str, role: str) -> tuple[int, str] | None:
    """Where the label of the units that help a chief begins, on the line below the one that names him; None if none does."""
    lead = len(text) - len(text.lstrip())
    colon = text.find(":", lead, lead + 6)
    return helpers_behind(text, lead, colon, role) if colon > 0 and _HELPERS.match(text, lead) is not None else None


def heading_behind(text: str, start: int, end: int) -> int:
    """Where a heading begins that is glued to the end of a list in `text[start:end]`; `end` if none is.

    The sentence on the body's office counts as one, and a label that is none of a roster (`负责乡镇：`). `丁小一、县委组织部副部长` is a name and an item: what precedes the number
    must be whole, and what follows it must say what no item of a list does.
    """
    other = _OTHER_LABEL.search(text, start, end) if ":" in text[start:end] else None
    end = other.start() if other is not None else end
    office = _OFFICE.search(text, start, end) if "办公室" in text[start:end] else None
    if office is not None and is_title(text[start : office.start()]):
        end = office.start()
    for match in _NUMBER.finditer(text, start, end):
        token = _TOKEN.search(text, max(start, match.start() - _LONGEST_TOKEN), match.start())
        if token is None or not (is_name(token.group()) or is_title(token.group())):
            continue
        mark = _NEXT_MARK.search(text, match.end(), min(end, match.end() + _LONGEST_TOKEN))
        words = text[match.end() : mark.start() if mark is not None else end]
        if _SAYS.search(words) is not None:
            return match.start()
    return end


def persons_glued(passage: Passage, start: int, end: int) -> list[Mention] | None:
    """`甲某市水利局局长乙某市财政局副局长`: two persons or more, each with the name first and the post of a body with its place behind.

    None if the letters, white space left out, are no such list; empty if they part in two ways, or a name may be that of the
    place behind it: then nobody can say who is meant.
    """
    if not 14 <= end - start <= _LONGEST_GLUED or _GLUED.fullmatch(passage.text, start, end) is None:
        return None
    places = [place for place in range(start, end) if not (passage.text[place].isspace() or passage.text[place] == ".")]
    text = "".join([passage.text[place] for place in places])
    ways = _ways(text)
    if not ways or len(ways[0]) < 2:
        return None
    if len(ways) > 1 or any(text[low : cut + 1] in _places() for low, cut, _ in ways[0]):
        return [] if len(text) == end - start else None

    def printed(low: int, high: int) -> str:
        return passage.printed(places[low], places[high - 1] + 1)

    return [
        Mention(printed(low, cut), printed(cut, high), places[low], places[high - 1] + 1, confidence=0.8)
        for low, cut, high in ways[0]
    ]


@cache
def _places() -> frozenset[str]:
    return frozenset(regions().values())


@lru_cache(maxsize=64)
def _ways(text: str) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """The ways in which letters part into persons with posts, two at most; each person as (start, end of name, end)."""
    known: dict[int, list[tuple[tuple[int, int, int], ...]]] = {len(text): [()]}
    for low in range(len(text) - 4, -1, -1):
        if low and not _begins_person(text, low):
            continue
        found: list[tuple[tuple[int, int, int], ...]] = []
        for size in (2, 3):
            cut = low + size
            if not _begins_person(text, low, size):
                continue
            for high in range(cut + 3, min(len(text), cut + _LONGEST_TITLE) + 1):
                if not known.get(high):
                    continue
                behind = high < len(text) and text[high - 1] in _ENDS_POST
                if _is_post(text[cut:high]) or (behind and is_title(text[cut:high])):
                    found.extend(((low, cut, high), *rest) for rest in known[high])
                    break  # a post in which another person stands is none
        if found:
            known[low] = found[:2]
    return tuple(known.get(0, []))


def _begins_person(text: str, low: int, size: int = 0) -> bool:
    """Whether a name of two or three letters stands at `low`, and a place behind it."""
    return any(
        is_name(text[low : low + count])
        and (
            text[low + count - 1] not in _ENDS_NO_NAME
            or (count == 3 and text[low + 2] == "任" and text[low + 1] not in "主责")  # 邱某任
        )
        and (
            text[low + count : low + count + 1] in tuple(_PLACE)
            or begins_department(text[low + count : low + count + 16])
        )
        for count in ((size,) if size else (2, 3))
    )


def _is_post(words: str) -> bool:
    """Whether words are the post of one body with its place: `市水利局局长`; none that goes on behind another post."""
    return is_title(words) and not is_crowd(words) and any(words.endswith(post) for post in _posts(words))


def _posts(words: str) -> list[str]:
    return [words[-size:] for size in range(2, min(7, len(words))) if words[-size:] in bare_posts()]


#: What many offices of a body are called by, so that two letters that end so are one of them: `县林业局林政股长`, `县公安局国保大队长`.
_OF_OFFICES = frozenset(
    "政保管监建财险训教卫体改产征检控执审税务业工经贸商网督察防治编综稽查理评护技研计化文资人事团党办机"
)


def person_of_unit(words: str) -> tuple[int, int] | None:
    """Where the name stands in `市煤炭局刁某` or `市公安局隋某处长`, where a person must stand; None if no name does.

    The post must be one by itself, and the name none of the many words by which offices of a body are called.
    """
    if not 5 <= len(words) <= 30 or not "\u4e00" <= words[0] <= "\u9fff":
        return None
    for high in range(len(words), max(len(words) - 6, 4), -1):
        post = words[high:]
        if post and post.removeprefix("副") not in bare_posts():
            continue
        for size in (3, 2):
            low = high - size
            name = words[low:high]
            if low < 3 or not is_name(name) or not is_unit(words[:low]) or is_crowd(words[:low]):
                continue
            if is_unit(words[: low + 1]) or name[-1] in _ENDS_NO_NAME:
                continue
            if is_one_word(name) if size == 3 else is_word(name) or name[1] in _OF_OFFICES:
                continue
            if post and is_title(name[-1] + post) and (name[-1] + post) in bare_posts():
                continue
            return low, high
    return None
