"""The entries of a list under a label: where their words begin and stand, what duties are printed behind them, how two lines are one.

Columns are narrow and titles wrap, also in the middle of a post.
"""

from __future__ import annotations

import re
import unicodedata

from loaders.gazette.names import names_the_place
from loaders.gazette.persons import (
    is_crowd,
    is_name,
    is_title,
    is_unit,
    may_be_name,
    read_mentions,
)
from loaders.readers.paper import Passage

LEAD = re.compile(r"\s*(?:[-*●■◆◇○□▲★]\s*)?(?:[(][一二三四五六七八九十\d]{1,3}[)]\s*|\d{1,3}[.、)]\s*(?!\d)|[①-⑳]\s*)?")
BRACKETED = re.compile(
    r"\s*(?P<name>[\u4e00-\u9fff·]{1,9}(?:[ \u3000]{1,4}[\u4e00-\u9fff]{1,2}){0,2})\s*\((?P<inside>[^()]{2,60})(?P<closed>\)?)"
)
GAP = re.compile(r"\S\s+\S")
GOES_ON = ("、", ",", "(", "兼", "暨")
RUNNING = re.compile(
    r"^(?:日常)?(?:办事|工作|组织|常设|领导|(?:现场)?指挥)机构$|不再|设在|设于|担任|兼任|接替|决定|负责(?!人|同志)|承担|按照|根据|(?:领导小组|联席会议|指挥部|专班|委员会|小组|工作组)由"
    r"|为(?:该|本)?(?:领导小组|联席会议|指挥部|专班|委员会|小组|工作组)?(?:成员|组员|第一责任人)$"
)
ITEM_MARK = re.compile(r"[\s、,;:]")
_PLACES = tuple("省市县区旗州盟镇乡")  # what the name of a body begins with
CLOSING = " \t\u3000。;.,"
#: What wide gaps part; a name of two characters is itself parted, by a narrower one.
_CELL = re.compile(r"\S(?: {0,2}\S){1,3}(?=\s{3}|\s*$)")
#: `甲（负责医药箱）`: what somebody does that day is no title of his.
_SOME_DUTY = re.compile(
    r"\([\u4e00-\u9fff]{2,6}:|包[联保抓]|挂[联点钩]|联系|负责|主抓|指挥|协调|调度|电话|手机|号码|1\d{2}[*●×xX\d]{4}|[,;]\d"
)
_MOST_DUTIES = 80
_LONGEST_UNREAD = 30
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


def is_entry_unread(above: Passage, line: Passage, below: Passage) -> bool:
    """Whether a line between two persons with posts is a third one who cannot be told from the post: `折某某工信厅副厅长`.

    It ends in the post of a body, so that no heading is meant. What stands below it belongs to the same list.
    """
    words = line.text.strip().rstrip(CLOSING)
    if not 6 <= len(words) <= _LONGEST_UNREAD or GAP.search(words) or "、" in words or lead_end(words):
        return False
    return (
        not RUNNING.search(words)
        and not is_crowd(words)
        and not words.endswith("人员")
        and is_post_of_body(words)
        and _is_one_person(above)
        and _is_one_person(below)
    )


def _is_one_person(entry: Passage) -> bool:
    mentions = read_mentions(entry, lead_end(entry.text), len(entry.text.rstrip(CLOSING)))
    return bool(mentions) and bool(mentions[0].person) and is_title(mentions[0].title)


def joined(above: Passage, line: Passage) -> Passage:
    """An entry with the line that goes on in it; white space before the rest of a word broken off (`县委老` / `干部局局长`) is left out."""
    last = ITEM_MARK.split(above.text.rstrip())[-1]
    whole = is_title(last) or is_unit(last) or is_crowd(last) or last.endswith(GOES_ON)
    whole = whole and not ends_in_second_unit(above, line)
    if whole or last[:1] not in _PLACES:
        return Passage.join([above, line])
    return Passage.join([above.cut(0, len(above.text.rstrip())), line.cut(len(line.text) - len(line.text.lstrip()))])


def is_post_in_column(above: Passage, line: Passage) -> bool:
    """Whether a line is a post alone, with its place, that stands where names with their posts stand above: a seat by post.

    The rest of a title that is too long stands under the title, or at the margin.
    """
    lead = lead_end(line.text)
    words = line.text[lead:].strip()
    if lead < 4 or line.text[:lead].strip() or not is_post_of_body(words.rstrip(CLOSING)) or is_crowd(words):
        return False
    if GAP.search(words) or RUNNING.search(words) or abs(column_of(above) - column_of(line)) > 1:
        return False
    mentions = read_mentions(above, lead_end(above.text), len(above.text.rstrip(CLOSING)))
    alone = len(mentions) == 1 and (bool(mentions[0].person) or is_post_of_body(mentions[0].title))
    own = read_mentions(line, lead, len(line.text.rstrip(CLOSING)))
    return alone and is_title(mentions[0].title) and len(own) == 1 and not own[0].person


def is_post_of_body(words: str) -> bool:
    """Whether words are one post with its place or its body: `县林业局局长`, `派出所所长`."""
    if names_the_place(words):
        return True
    return (
        len(words) >= 5
        and "、" not in words
        and is_title(words)
        and any(is_unit(words[:cut]) and is_title(words[cut:]) for cut in range(3, len(words) - 1))
    )


def column_of(entry: Passage) -> int:
    """Where the words of an entry begin on their printed line, a wide character counted as two."""
    place = entry.origin(len(entry.text) - len(entry.text.lstrip()))
    before = entry.paper.text[entry.paper.line_at(place).start : place]
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in before)


def ends_in_second_unit(above: Passage, line: Passage) -> bool:
    """Whether an entry of a person ends with a second body where his post in it is due, on a line set in deeper than the names.

    `甲  县水利局局长、县移民中心` / `党组书记`, the rest below the column of the posts.
    """
    mentions = read_mentions(above, lead_end(above.text), len(above.text.rstrip(CLOSING)))
    if len(mentions) != 2 or not (mentions[0].person and mentions[0].title and mentions[1].org):
        return False
    return above.text[mentions[0].end : mentions[1].start].strip() == "、" and column_of(line) > column_of(above) + 2
