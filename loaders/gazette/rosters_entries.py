"""Whether a line without a label under a labelled one is a seat of its own, the rest of the one above, or no seat.

Columns are narrow and titles wrap, also in the middle of a post; a sentence ends the list.
"""

from __future__ import annotations

import re
import unicodedata

from loaders.gazette.names import is_joining_name, names_the_place
from loaders.gazette.persons import (
    Mention,
    is_crowd,
    is_name,
    is_title,
    is_unit,
    leading_name,
    may_be_name,
    read_mentions,
)
from loaders.gazette.rosters_letters_apart import name_apart
from loaders.readers.paper import Passage

LEAD = re.compile(r"\s*(?:[-*●■◆◇○□▲★]\s*)?(?:[(][一二三四五六七八九十\d]{1,3}[)]\s*|\d{1,3}[.、)]\s*(?!\d)|[①-⑳]\s*)?")
BRACKETED = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff·]{1,9}(?:[ \u3000]{1,4}[\u4e00-\u9fff]{1,2}){0,2})\s*\((?P<inside>[^()]{2,60})(?P<closed>\)?)"
)
_PART_NAME = re.compile("[\u4e00-\u9fff]{2}组")
_GAP = re.compile(r"\S\s+\S")
_GOES_ON = ("、", ",", "(", "兼", "暨")
_TAKES_UP = ("、", ",", ")", "(", "兼", "及", "和", "暨", "并")
#: `和  平  县林业局局长`: blanks inside say that 和 is a surname; so does a post with its place, behind a blank or in brackets.
_JOINING_NAME = re.compile(
    r"(?:和[ \u3000]{1,4}[\u4e00-\u9fff]|(?P<whole>[和从][\u4e00-\u9fff]{1,2}))(?:[ \u3000]{1,8}|\()(?P<post>[\u4e00-\u9fff、]{4,30})\)?$"
)
_SENTENCE_MARKS = ("。", "!", "?", ":", "《", "”")
RUNNING = re.compile(
    r"^(?:日常)?(?:办事|工作|组织|常设|领导|(?:现场)?指挥)机构$|不再|设在|设于|担任|兼任|接替|决定|负责(?!人|同志)|承担|按照|根据|(?:领导小组|联席会议|指挥部|专班|委员会|小组|工作组)由"
    r"|为(?:该|本)?(?:领导小组|联席会议|指挥部|专班|委员会|小组|工作组)?(?:成员|组员|第一责任人)$"
)
#: `副局长（主持工作）`: the title is whole before its note.
_NOTE_BEHIND = re.compile(r"[(（][^()（）]*[)）]$")
_ITEM_MARK = re.compile(r"[\s、,;:]")
#: A list in a paragraph, broken off behind the places whose chiefs are meant: `…、赵某、各乡镇` / `林业站站长。`
_OF_PLACES = re.compile(r"[、,]各(?:[乡镇村县区]|街道|苏木|嘎查|社区|旗){1,3}$")
_NAME_END = re.compile(r"([\u4e00-\u9fff·]{1,9})\(")
_PLACES = tuple("省市县区旗州盟镇乡")  # what the name of a body begins with
_CLOSING = " \t\u3000。;.,"
#: What wide gaps part; a name of two characters is itself parted, by a narrower one.
_CELL = re.compile(r"\S(?: {0,2}\S){1,3}(?=\s{3}|\s*$)")


#: `甲（负责医药箱）`: what somebody does that day is no title of his.
_SOME_DUTY = re.compile(
    r"\([\u4e00-\u9fff]{2,6}:|包[联保抓]|挂[联点钩]|联系|负责|主抓|指挥|协调|调度|电话|手机|号码|1\d{2}[*●×xX\d]{4}|[,;]\d"
)
_WORD_AND_POST = re.compile(r"\s{4,}[\u4e00-\u9fff]{2,4}[ \u3000]+(?P<post>[\u4e00-\u9fff]{5,24})")
_MOST_DUTIES = 80
_LONGEST_UNREAD = 30
_MARGIN = 4
_DOES = (
    "(?:(?:具体|全面|主要|总体|统一|共同|直接)?(?:负责(?!人|同志|干部)|主抓)|(?:全面|统一|现场|具体)(?:指挥|协调|调度)"
    "|(?:包[联保抓]|挂[联点钩]|联系)(?!人|同志|干部|领导|单位|电话|方式))"
)
_PHONE = r"(?:(?:联系)?(?:电话|手机)(?:号码)?:?)?(?:1\d{2}[*●×xX\d]{4,8}|\d{3,4}-[*\d]{7,8}|\d{6,8})"
#: A remark with a label of its own: `甲  副县长（责任区域：尖峰镇、黄流镇）`.
_REMARK = r"(?!职务|单位|工作单位|所在单位|现任|时任|岗位|职称|兼任)[\u4e00-\u9fff]{1,4}(?:[区域片段村镇乡]|范围|单位|部门|社区|网格|企业|河流|水库|对象|任务|电话|时间|备注|林场|景区|校区)\s*:[^()]{1,80}"
#: The same behind a post: `甲（县水利局局长，负责巡查）`, or how to reach it (`乙（副校长，00012345）`).
_DUTY = re.compile(
    rf"\((?P<inside>{_DOES}[^()]{{0,60}}|{_REMARK}|[\u4e00-\u9fff]{{0,4}}(?:电话|手机|号码)[^()]{{0,30}}|1\d{{2}}[*●×xX\d]{{4,8}})\)|(?<=[\u4e00-\u9fff])[,;](?:{_DOES}[^(),;]{{0,40}}|{_PHONE})(?=\))"
)


def without_duties(line: Passage) -> Passage:
    """A line without the duties in brackets behind its names; the same line if it has none."""
    if "(" not in line.text or _SOME_DUTY.search(line.text) is None:
        return line
    parts, low = [], 0
    for match in _DUTY.finditer(line.text):
        if match["inside"] is None or not is_title(match["inside"]):  # （负责教学的副校长）
            parts.append(line.cut(low, match.start()))
            low = match.end()
        if len(parts) > _MOST_DUTIES:
            return line  # no list of seats
    return Passage.join([*parts, line.cut(low)]) if parts else line


def lead_end(text: str) -> int:
    """Where the words of a line begin: behind its bullet and its number."""
    lead = LEAD.match(text)
    return lead.end() if lead else 0


def names_in_columns(line: Passage) -> list[tuple[int, int]]:
    """The names of a line that holds nothing else, set in columns (`半  夏    辛  夷    陈皮`); none of another line.

    One of them at least has a surname; the others may be words, for nothing but a name stands in such a row.
    """
    spans = [match.span() for match in _CELL.finditer(line.text)]
    words = ["".join(line.text[low:high].split()) for low, high in spans]
    if len(words) < 2 or not all(2 <= len(one) <= 4 and may_be_name(one) for one in words):
        return []
    if any(is_title(one) or is_unit(one) or is_crowd(one) for one in words):
        return []
    return spans if any(is_name(one) for one in words) else []


def verdict_on(above: Passage | None, line: Passage) -> str:
    """Whether a line without label is a new seat (`new`), the rest of the one above (`join`), no seat (`stop`), or one that cannot be read (`skip`)."""
    lead = lead_end(line.text)
    words = line.text[lead:].strip()
    bare = words.rstrip(_CLOSING)
    if not bare or len(bare) > 400 or any(mark in bare for mark in _SENTENCE_MARKS):
        return "stop"
    if RUNNING.search(bare):
        return "stop"
    upper = above.text.rstrip() if above is not None else ""
    opens = upper.count("(") > upper.count(")")
    if _cut_in_two(upper, bare):
        return "join"
    if not opens and not upper.endswith(("、", "(")) and leading_name(line.text, lead) is not None:
        return "new"
    if not opens and not upper.endswith(("、", "(")) and _bracketed_head(line.text, lead):
        return "new"
    if not opens and not upper.endswith(("、", "(")) and name_apart(line.text, lead, len(line.text)) is not None:
        return "new"
    joining = _JOINING_NAME.match(line.text, lead) if not opens and not upper.endswith("、") else None
    if joining is not None and _is_person_called_and(joining):
        return "new"
    mentions = read_mentions(line, lead, lead + len(line.text[lead:].rstrip("。;.,、 \u3000")))
    persons = [mention for mention in mentions if mention.person]
    gap = bool(_GAP.search(bare))
    if above is None:
        return "new" if persons or any(mention.org or is_title(mention.title) for mention in mentions) else "stop"
    starts_named = bool(persons) and (gap or all(not mention.title for mention in mentions)) and _named_head(line, lead)
    if not opens and starts_named and not upper.endswith(("、", "(")):
        return "new"
    if upper.endswith(_GOES_ON) or opens or bare.startswith(_TAKES_UP):
        return "join"
    complete = _complete(above)
    if complete and _PART_NAME.fullmatch(bare):
        return "stop"  # 专家组, behind the last body of a list
    if not gap and len(bare) <= 3 and not is_name(bare) and not is_unit(bare):
        return "join"
    if not complete and not gap:
        return "join"
    unsure = [mention for mention in mentions if not mention.person]
    if (
        persons
        and all(may_be_name(mention.title) for mention in unsure if not mention.org)
        and not any(m.org for m in unsure)
    ):
        return "new"
    if not gap and _goes_on_at_margin(upper, line):
        return "join"
    post_alone = not gap and is_title(bare) and not is_crowd(bare) and not persons
    if post_alone and (_ends_as_unit(above) or (_ends_in_second_unit(above, line) and not _is_post_of_body(bare))):
        return "join"
    seats_without_person = [mention for mention in mentions if not mention.person]
    if seats_without_person and _are_crowds(seats_without_person):
        others = read_mentions(above)
        if any(is_crowd(m.title) for m in seats_without_person if m.title) and not bare.endswith("办公室"):
            return "new"
        if others and any(m.org for m in others):
            return "join" if "、" in upper and not gap and not complete else "new"
        if len(mentions) > 1 and _is_set_in(line) and abs(_column(above) - _column(line)) <= 1:
            return "new"  # 甲局、乙局 where the names above begin
    broken_off = not gap and _is_set_in(line) and words.endswith("、") and is_title(bare[:-1])
    if (persons and gap) or broken_off:
        return "new"
    return "skip" if gap and _is_row_unread(above, line) else "stop"


def _is_person_called_and(match: re.Match[str]) -> bool:
    """Whether a line begins with a person whose surname joins words elsewhere (`和  平  县林业局局长`, `和丽川  县农业局局长`)."""
    whole, post = match["whole"], match["post"]
    return is_title(post) and (not whole or (is_joining_name(whole) and names_the_place(post)))


def _is_row_unread(above: Passage, line: Passage) -> bool:
    """Whether a line sets a word where names stand above, with a post behind it (`马海医生  县民政局局长`): nobody can say who it is.

    What stands below it is read all the same.
    """
    match = _WORD_AND_POST.fullmatch(line.text.rstrip(_CLOSING))
    if match is None or not _is_post_of_body(match["post"]) or abs(_column(above) - _column(line)) > 1:
        return False
    return bool(_GAP.search(above.text.strip())) and any(one.person and one.title for one in read_mentions(above))


def is_entry_unread(above: Passage, line: Passage, below: Passage) -> bool:
    """Whether a line between two persons with posts is a third one who cannot be told from the post: `折某某工信厅副厅长`.

    It ends in the post of a body, so that no heading is meant. What stands below it belongs to the same list.
    """
    words = line.text.strip().rstrip(_CLOSING)
    if not 6 <= len(words) <= _LONGEST_UNREAD or _GAP.search(words) or "、" in words or lead_end(words):
        return False
    return (
        not RUNNING.search(words)
        and not is_crowd(words)
        and not words.endswith("人员")
        and _is_post_of_body(words)
        and _is_one_person(above)
        and _is_one_person(below)
    )


def _is_one_person(entry: Passage) -> bool:
    mentions = read_mentions(entry, lead_end(entry.text), len(entry.text.rstrip(_CLOSING)))
    return bool(mentions) and bool(mentions[0].person) and is_title(mentions[0].title)


def _goes_on_at_margin(upper: str, line: Passage) -> bool:
    """Whether a post at the margin is that of all places named last above (`…、各乡镇` / `林业站站长。`)."""
    words = line.text.rstrip()
    post = words.rstrip(_CLOSING)
    return (
        _OF_PLACES.search(upper) is not None
        and words.endswith(("。", ";"))
        and not line.text[:1].isspace()
        and "、" not in post
        and is_title(post)
        and not is_crowd(post)
    )


def _is_set_in(line: Passage) -> bool:
    """Whether a line is set in, as the entries below a label are."""
    return line.text[:_MARGIN].isspace()


def _are_crowds(mentions: list[Mention]) -> bool:
    """Whether a line without persons lists crowds and bodies, or begins with a crowd and goes on with posts."""
    if all(is_crowd(mention.title) or mention.org for mention in mentions):
        return True
    return is_crowd(mentions[0].title) and all(is_title(mention.title) or mention.org for mention in mentions)


def joined(above: Passage, line: Passage) -> Passage:
    """An entry with the line that goes on in it; white space before the rest of a word broken off (`县委老` / `干部局局长`) is left out."""
    last = _ITEM_MARK.split(above.text.rstrip())[-1]
    whole = is_title(last) or is_unit(last) or is_crowd(last) or last.endswith(_GOES_ON)
    whole = whole and not _ends_in_second_unit(above, line)
    if whole or last[:1] not in _PLACES:
        return Passage.join([above, line])
    return Passage.join([above.cut(0, len(above.text.rstrip())), line.cut(len(line.text) - len(line.text.lstrip()))])


def is_post_in_column(above: Passage, line: Passage) -> bool:
    """Whether a line is a post alone, with its place, that stands where names with their posts stand above: a seat by post.

    The rest of a title that is too long stands under the title, or at the margin.
    """
    lead = lead_end(line.text)
    words = line.text[lead:].strip()
    if lead < 4 or line.text[:lead].strip() or not _is_post_of_body(words.rstrip(_CLOSING)) or is_crowd(words):
        return False
    if _GAP.search(words) or RUNNING.search(words) or abs(_column(above) - _column(line)) > 1:
        return False
    mentions = read_mentions(above, lead_end(above.text), len(above.text.rstrip(_CLOSING)))
    alone = len(mentions) == 1 and (bool(mentions[0].person) or _is_post_of_body(mentions[0].title))
    own = read_mentions(line, lead, len(line.text.rstrip(_CLOSING)))
    return alone and is_title(mentions[0].title) and len(own) == 1 and not own[0].person


def _is_post_of_body(words: str) -> bool:
    """Whether words are one post with its place or its body: `县林业局局长`, `派出所所长`."""
    if names_the_place(words):
        return True
    return (
        len(words) >= 5
        and "、" not in words
        and is_title(words)
        and any(is_unit(words[:cut]) and is_title(words[cut:]) for cut in range(3, len(words) - 1))
    )


def _column(entry: Passage) -> int:
    """Where the words of an entry begin on their printed line, a wide character counted as two."""
    place = entry.origin(len(entry.text) - len(entry.text.lstrip()))
    before = entry.paper.text[entry.paper.line_at(place).start : place]
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in before)


def _cut_in_two(upper: str, lower: str) -> bool:
    """Whether the last post above is broken off before the first character below: `…派出所副所` / `长魏某、…`."""
    last = _ITEM_MARK.split(upper)[-1]
    if len(last) == 1 and upper[-2:-1] in ("、", ",") and "\u4e00" <= last <= "\u9fff":
        return True  # …、区 / 政府督查室副主任游某: no item of a list is one letter
    if (rest := _NAME_END.match(lower)) is not None and upper.endswith((")、" + last, ")," + last)):
        # `…(预算股股长)、戚大` / `鹏(国库股股长)、…`: a name broken off in a list of names with brackets.
        # Between two names a comma would stand, at the end of a line too.
        return may_be_name(last + rest[1])
    return lower[0] in "长任记员理" and not is_title(last) and not is_name(last) and is_title(last + lower[0])


def _named_head(line: Passage, lead: int) -> bool:
    """Whether the line begins with a name or ends with one behind a title."""
    mention = read_mentions(line, lead)
    first = mention[0] if mention else None
    if first is None or not first.person:
        return False
    return is_name(first.person) or may_be_name(first.person)


def _bracketed_head(text: str, lead: int) -> bool:
    """Whether a line begins with a name and its title in a bracket, which may close on the next line."""
    match = BRACKETED.match(text, lead)
    if match is None or not may_be_name(match["name"]):
        return False
    return not match["closed"] or is_title(match["inside"]) or is_unit(match["inside"])


def _complete(entry: Passage) -> bool:
    """Whether the last item of an entry is whole: a bare name, a title, a unit, a crowd."""
    end = len(entry.text.rstrip(_CLOSING))
    mentions = read_mentions(entry, lead_end(entry.text), end)
    if not mentions:
        return False
    last = mentions[-1]
    if last.person:
        title = _NOTE_BEHIND.sub("", last.title)
        return not title or is_title(title) or is_unit(title) or all(map(is_title, title.split("、")))
    whole = _NOTE_BEHIND.sub("", last.title)
    return bool(last.org) or is_title(last.title) or is_crowd(last.title) or (whole != last.title and is_unit(whole))


def _ends_as_unit(entry: Passage) -> bool:
    """Whether an entry ends with a unit where a post is due (`… 大兴房地产公司` / `总经理`)."""
    mentions = read_mentions(entry, lead_end(entry.text), len(entry.text.rstrip(_CLOSING)))
    last = mentions[-1] if mentions else None
    return last is not None and bool(last.person) and bool(last.title) and not is_title(last.title)


def _ends_in_second_unit(above: Passage, line: Passage) -> bool:
    """Whether an entry of a person ends with a second body where his post in it is due, on a line set in deeper than the names.

    `甲  县水利局局长、县移民中心` / `党组书记`, the rest below the column of the posts.
    """
    mentions = read_mentions(above, lead_end(above.text), len(above.text.rstrip(_CLOSING)))
    if len(mentions) != 2 or not (mentions[0].person and mentions[0].title and mentions[1].org):
        return False
    return above.text[mentions[0].end : mentions[1].start].strip() == "、" and _column(line) > _column(above) + 2
