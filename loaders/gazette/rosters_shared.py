"""What a list of seats leaves unsaid of one of them: a post said once before several names, known names with gaps alone between.

Both are read only where nobody can take them otherwise: a deputy's post before the names of deputies, and names all of which the
paper seats elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from loaders.gazette.mentions import Mention, title_first
from loaders.gazette.name_tokens import pieces_of
from loaders.gazette.names import bare_posts, is_crowd, is_unit
from loaders.gazette.persons import is_title, may_be_name, read_mention
from loaders.readers.paper import Passage

#: One of several deputies; 常务副县长 is one alone.
_DEPUTY = re.compile("(?<!常务)(?<!第一)(?<!执行)副(?P<post>[\u4e00-\u9fff]{2})$")
_OF_DEPUTIES = re.compile("(?<!常务)(?<!第一)(?<!执行)副[\u4e00-\u9fff]{2,4}$")
#: Many are sent by one crowd, so that its word is said once for all of them.
_DELEGATE = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:教?职工|教师|家长|学生|群众|村民|居民|党员|工人|会员|股东|业主|患者|商户|员工|离退休干部)代表"
)
_AND = re.compile("[和与及]")
_BEFORE_BODY = re.compile("以及|[及和与]")
#: A body that is printed with its place, or a company: `某区政府`, `电信某市分公司`.
_OF_PLACE = re.compile(
    "[\u4e00-\u9fff]{0,6}?[省市县区旗州盟](?:政府|人民政府|[\u4e00-\u9fff]{1,12}(?:局|厅|委|公司|办))"
)
#: `甲（接替乙）`: what the bracket tells is no title.
_FORMER = re.compile("(?:接替|代替|替代|顶替|替换)(?:原?(?:任|成员|组员))?(?P<name>[\u4e00-\u9fff·]{2,15}?)(?:同志)?")
_FUNCTION = re.compile("(?:主要|分管)?(?:负责人|负责同志|领导)$")
_JOINED = re.compile(r"\s*(?:同志)?\s*[、和及与]\s*")


def parted_by_known(passage: Passage, mentions: list[Mention], known: Collection[str]) -> list[Mention]:
    """The mentions, one that holds nothing but names in `known` with white space between parted into these (`普布  次仁`)."""
    if not known:
        return mentions
    found: list[Mention] = []
    for mention in mentions:
        pieces = pieces_of(passage.text, mention.start, mention.end) if not mention.org else []
        if len(pieces) > 1 and all(piece.words in known for piece in pieces):
            found.extend(Mention(passage.printed(one.start, one.end), "", one.start, one.end) for one in pieces)
        else:
            found.append(mention)
    return found


def parted_at_and(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """The mentions, one of a person and a body behind him, or of two bodies with their places, parted at the word between.

    `省政府副秘书长甲及省水利厅相关负责人`, `电信某市分公司和某区政府主要领导`; 县文化和旅游局 is one body.
    """
    return [part for whole in mentions for part in _parted_before_body(passage, whole)]


def _parted_before_body(passage: Passage, mention: Mention) -> tuple[Mention, ...]:
    if mention.person:
        return (mention,)
    for match in _BEFORE_BODY.finditer(passage.text, mention.start, mention.end):
        left = read_mention(passage, mention.start, match.start())
        right = read_mention(passage, match.end(), mention.end)
        words = passage.text[match.end() : mention.end]
        of_place = _OF_PLACE.match(words) is not None
        if right is not None and right.person and of_place:
            # 东湖区政府主要领导: behind a body and a word that joins nobody is called 东湖
            right = Mention("", passage.printed(right.start, right.end), right.start, right.end)
        if left is None or right is None or right.person:
            continue
        behind_person = bool(left.person and left.title) and title_first(passage, left)
        # 市政府协调农业的副秘书长和市农业局主要负责同志: a post by function
        behind_person = behind_person or (is_crowd(words) and not left.person and is_title(left.title))
        function = _FUNCTION.search(words) if match.group() != "和" else None
        whole = is_unit(left.org) and left.org == passage.printed(left.start, left.end)
        if function is not None and whole and is_unit(words[: function.start()]):
            return left, right  # 规划局及某管理处负责人
        # 市政府分管副秘书长和市气象局、市应急局主要负责人: the first of the bodies whose chiefs are meant
        behind_person = behind_person or (of_place and not left.person and _is_whole_post(left.title))
        of_body = right.org == words or (of_place and is_crowd(words))
        if _are_two_posts(left, right):
            return left, right  # 处室主任和班主任
        if (behind_person and of_body) or _are_bodies_of_places(passage.text[mention.start : match.start()], words):
            return left, right
    return (mention,)


def _are_bodies_of_places(left: str, right: str) -> bool:
    """Whether the words on both sides begin with a body of some place: then no word of one body stands between."""
    return is_unit(left) and _OF_PLACE.match(left) is not None and _OF_PLACE.match(right) is not None


def with_shared_post(passage: Passage, mentions: list[Mention], role: str, known: Collection[str]) -> list[Mention]:
    """`副组长由副县长甲、乙担任`: the post of the first deputy, which many hold, is that of the second too, if nothing is said of him.

    In a list of members a bare name may be anybody, and whom the paper seats elsewhere (`known`) it has given his post there.
    """
    if (alike := _with_post_behind(passage, mentions, role, known)) is not None:
        return alike
    if "副" not in role:
        return _with_those_they_speak_for(passage, mentions)
    found: list[Mention] = []
    for mention in [part for whole in mentions for part in _parted_by_and(passage, whole)]:
        last = found[-1] if found else None
        if (
            last is not None
            and mention.person
            and not mention.title
            and mention.person not in known
            and title_first(passage, last)
            and _is_deputy(last.title)
            and _JOINED.fullmatch(passage.text, last.end, mention.start)
        ):
            found.append(replace(mention, title=last.title, start=last.start))
        else:
            found.append(mention)
    return found


def _with_post_behind(
    passage: Passage, mentions: list[Mention], role: str, known: Collection[str]
) -> list[Mention] | None:
    """`甲、乙、丙副局长任副组长`: the post of deputies glued behind the last name is that of the bare names before it; None elsewhere."""
    last = mentions[-1] if mentions else None
    if last is None or len(mentions) < 2 or "副" not in role or not last.person or not _is_deputy(last.title):
        return None
    glued = passage.text[last.start : last.end].endswith(last.title) and not title_first(passage, last)
    bare = all(one.person and not one.title and one.person not in known for one in mentions[:-1])
    if not glued or passage.printed(last.start, last.end) != last.person + last.title or not bare:
        return None
    return [*(replace(one, title=last.title, end=last.end) for one in mentions[:-1]), last]


def with_post_of_line(passage: Passage, mentions: list[Mention], known: Collection[str]) -> list[Mention]:
    """`财务部副经理 甲、乙`, alone on its line: the post of deputies before the names is that of each of them."""
    first = mentions[0] if len(mentions) > 1 else None
    if first is None or not (first.person and _OF_DEPUTIES.search(first.title)) or not title_first(passage, first):
        return mentions
    if not all(one.person and not one.title and one.person not in known for one in mentions[1:]):
        return mentions
    return [first, *(replace(one, title=first.title) for one in mentions[1:])]


def _with_those_they_speak_for(passage: Passage, mentions: list[Mention]) -> list[Mention]:
    """`职工代表甲、乙`: whoever stands bare behind a delegate, where nobody before is bare, is one too."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if (
            last is not None
            and mention.person
            and not mention.title
            and _DELEGATE.fullmatch(last.title)
            and title_first(passage, last)
            and all(one.title or one.org for one in found)
            and _JOINED.fullmatch(passage.text, last.end, mention.start)
        ):
            mention = replace(mention, title=last.title, start=last.start)
        found.append(mention)
    return found


def former_in(title: str) -> str:
    """Whose seat somebody has taken over, by what stands where his title would; empty if it is a title."""
    match = _FORMER.fullmatch(title) if "替" in title else None
    return match["name"] if match is not None and may_be_name(match["name"]) else ""


def _parted_by_and(passage: Passage, mention: Mention) -> tuple[Mention, ...]:
    """`县林业局副局长甲和乙` as two persons, the second a name alone; any other mention as it is."""
    if mention.person or mention.org:
        return (mention,)
    for match in _AND.finditer(passage.text, mention.start, mention.end):
        left = read_mention(passage, mention.start, match.start())
        right = read_mention(passage, match.end(), mention.end)
        if left is None or right is None or not right.person or right.title:
            continue
        if left.person and title_first(passage, left):
            return left, right
    return (mention,)


def _are_two_posts(left: Mention, right: Mention) -> bool:
    """Whether the words on both sides are a whole post each; `各社区主任和副主任` is one crowd."""
    if left.person or left.org or right.person or right.org:
        return False
    if right.title.startswith("其他") and is_crowd(left.title) and is_crowd(right.title):
        return True  # 各班教师和其他工作人员
    crowd = is_crowd(right.title)
    if left.title.startswith(("各", "全体")) or (not crowd and right.title.removeprefix("副") in bare_posts()):
        return False
    return _is_whole_post(left.title) and _is_whole_post(right.title)


def _is_whole_post(title: str) -> bool:
    """Whether a title ends in a post that is one by itself, with what it is a post of before it: `市政府分管副秘书长`."""
    return is_title(title) and any(title[-size:] in bare_posts() for size in range(2, min(6, len(title))))


def _is_deputy(title: str) -> bool:
    match = _DEPUTY.search(title)
    return match is not None and match["post"] in bare_posts()
