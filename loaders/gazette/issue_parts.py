"""What in a paper belongs to the issue and to no notice: running headers, page numbers, chronicle, imprint.

Whatever repeats on the pages or stands over and under the notices of a gazette is told here by its words and its place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from loaders.gazette import web_catalogue
from loaders.gazette.web_pages import is_imprint
from loaders.readers.paper import Line, Paper

_CHRONICLE = re.compile(
    r"(?:[\u4e00-\u9fff\d]{2,20} · ?)?(?:[\u4e00-\u9fff\d\-—·()〇○]{2,30})?(?:大\s*事\s*(?:记(?:选编|选录|选登|摘编|摘录|辑录|节选|初?稿)?|纪要?|辑要|[年月]表|编年)|要\s*事\s*记|纪\s*事|(?:[一二三四五六七八九十]{1,3}月份?|本[月周季]|上月|近期|一周|工作|每月|主要)(?:大事|要事|要闻|动态)|(?:政务|时政|政府)要闻|政务活动|领导(?:同志)?(?:主要|公务)?活动(?:一览|纪要)?)(?:\(?(?:\d{4}年|\d{1,2}|[一二三四五六七八九十上下第])[^,。;:]{0,16})?(?:\([\u4e00-\u9fff]{1,8}\))?"
)
#: The words that lead to the years behind the end of a gazetteer: `按：本志断限于…，兹辑此后两年大事附后。`
_FOREWORD = re.compile(r"按:[^。]{0,60}大事[^。]{0,12}。?")
_LONGEST_HEADING = 40  # schools and hospitals bear long names, and write `（摘录）` behind
_DATED = re.compile(
    r"(?:\s*+(?:\|\s*+)?\d{1,3}\s{0,4}[、.|\t](?=[\s|]*+\d{1,4}[年月./-])|\s*+\(\d{1,3}\))?[\s|\-*●○◆■◇□▲△★☆·【\[]*+(?:(?:\d{4}\s*年)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月|\d{1,2}\s*日|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d|\s*\d{1,2}:\d\d)|\d\d\.\d\d[\s|\-—~至]|\d{1,2}\.\d{1,2}(?:[-—~至][\d.]{1,5})?(?:\s*[|\t]|[】\]:,]|[ \u3000]{1,4}[\u4e00-\u9fff“《]))"
)
_PAGE_BEHIND = re.compile(r"(?<! ) {2,}+[-—·\s]{0,6}\d{1,4}[-—·\s]{0,6}$")
#: A line of the inside of a chronicle; 是月, 是日 are written nowhere else.
_DAY_AND_GAP = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[至—~-]+(?:\d{1,2}月)?\d{1,2}日)?[ \u3000]+[^\s,]")
_SAME_TIME = re.compile(r"[是同本当][月日][ \u3000,]")
_SHORTEST_CHRONICLE = 6
#: A month alone over days alone, as a page of a yearbook without its heading prints them: `3月` / `2日` / `市长丁一…`.
_MONTH_ALONE = re.compile(r"(?:\d{4}年)?\s*\d{1,2}\s*月份?")
_DAY_ALONE = re.compile(r"(?P<day>\d{1,2})(?:日?[~—–至-]{1,2}\d{1,2})?日")
_FEWEST_DAYS = 3
SECTION = re.compile(r"\[[\u4e00-\u9fff]{2,10}\]")
_PAGE_NUMBER = re.compile(r"[-—·\s]*\d{1,3}[-—·\s]*|\(?第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?\)?")
MASTHEAD_NAME = re.compile(r"[\u4e00-\u9fff]{2,20}公报")
#: A running header with its issue, `×× 公报　2020年第4期`, which stands on every page once.
_ISSUE_HEADER = re.compile(
    r"(?:\d{1,3})?[\u4e00-\u9fff]{2,20}公报(?:总第\d+期)?\d{4}年(?:总?第)?[\d\-—、]{1,7}期(?:\d{1,3})?"
)
_ISSUE_NUMBER = re.compile(r"(\d{4})(?:年|[·.])第([\d\-—、]+|[一二三四五六七八九十]{1,3})[期号](?!令)")
_IMPRINT = re.compile(r"《?[\u4e00-\u9fff]{2,20}公报》?(?:是由|简介|是[\u4e00-\u9fff]{2,20}主办)")
#: The head of a paper stands in its first lines; a shorter line (`附件`, `序号`) is printed again for reasons of its own.
_HEAD_LINES, _SHORTEST_HEAD = 12, 6
_LONGEST_EDGE = 12
_LETTERHEAD = re.compile(r"[\u4e00-\u9fff()]{4,40}文件")
_NUMBERED = re.compile(r"[〔\[(]\s*\d{4}\s*[〕\])]")
_WHITE = re.compile(r"\s+")
_PERIODICAL = re.compile(r"[\u4e00-\u9fff]{3,30}(?:公报|政报|汇编|选编|简报)")
_OF_PAGE = re.compile(r"[\d年第总期页号.·()\-—/]{1,24}")
_RULE = re.compile(r"[-—–─=_]{4,}")
_LONGEST_TITLE = 120
#: What parts the two edges of a running header.
_EDGES = re.compile(r" {4,}|\t+")
#: What an issue is called by at an edge of its pages, and what parts the words there: `·部门文件·      甲州政报  2031年第3期`.
_HEAD_NAME = re.compile(r"[\u4e00-\u9fff]{2,28}(?:公报|政报|汇编|选编|简报)")
_HEAD_ISSUE = re.compile(r"\d{4}年?(?:总?第)?[\d\-—、]{1,7}期(?:\(?总第?\d{1,4}期\)?)?")
_PARTS_OF_HEAD = re.compile(r"[ \u3000]{2,}|\t+|[·|]")
_ISSUE_SIGN = re.compile(r"[\d\-—、]\s*期")


def furniture_of(paper: Paper) -> frozenset[int]:
    """Numbers of the lines that belong to the page, not to a text: running headers, page numbers, the catalogue of a website."""
    words = paper.words
    # A name of a gazette may be printed with gaps, so one letter of it is all that is sure to be there.
    named = {index: "".join(line.split()) for index, line in enumerate(words) if "公" in line}
    headers = {name for name, times in Counter(named.values()).items() if times >= 2 and MASTHEAD_NAME.fullmatch(name)}
    misread = {name[:-1] + "告" for name in headers}
    opening = frozenset(filled_lines(paper, paper.lines, frozenset())[:3])
    numbers = {
        index
        for index, line in enumerate(words)
        if line and (line[0] in "-—·第(" or line[0].isdigit()) and _PAGE_NUMBER.fullmatch(line)
    }
    pages = frozenset(numbers)
    for index, name in named.items():
        if name in headers or name in misread or (index not in opening and _ISSUE_HEADER.fullmatch(name)):
            numbers.add(index)
    heads = {index for index, name in named.items() if name in headers} | _parted_headers(words, named)
    numbers.update((heads | _below_headers(words, heads)) - opening)
    numbers.update(_running_heads(words, pages))
    numbers.update((_running_titles(words) | _headed_by_issue(words)) - opening)
    numbers.update(_letterheads(words))
    numbers.update(web_catalogue.furniture(words))
    return frozenset(paper.lines[index].number for index in numbers)


def _parted_headers(words: Sequence[str], named: Collection[int]) -> set[int]:
    """The lines that print the gazette's name at one edge and what the page is about at the other, on two pages or more.

    `甲州人民政府公报          州政府办公室文件`, `2031年第3期          甲州人民政府公报`.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for index in named:
        line = words[index]
        parts = _EDGES.split(line) if "    " in line or "\t" in line else ()
        for part in parts if len(parts) == 2 else ():
            if MASTHEAD_NAME.fullmatch("".join(part.split())):
                found["".join(part.split())].add(index)
    return {index for lines in found.values() if len(lines) > 1 for index in lines}


def _below_headers(words: Sequence[str], headers: Collection[int]) -> set[int]:
    """What is left of a running header on the line right below it, on two pages or more: the other edge (`部门文件`)."""
    below = Counter(words[index + 1] for index in headers if index + 1 < len(words))
    left = {line for line, times in below.items() if times > 1 and 0 < len(line) <= _LONGEST_EDGE}
    return {index + 1 for index in headers if index + 1 < len(words) and words[index + 1] in left}


def _running_heads(words: Sequence[str], pages: Collection[int]) -> Iterator[int]:
    """The lines beside a page number that print again what stands at the head of the paper: its number, its title.

    A label with its value (`责任领导：…`) is said of what stands over it, however often it is printed, save what opens the paper (`索引号：…`).
    """
    if not pages:
        return
    filled = [index for index, line in enumerate(words) if line]
    first = [index for index in filled[:_HEAD_LINES] if ":" not in words[index] or index == filled[0]]
    head = {"".join(words[index].split()): index for index in reversed(first)}
    for place, index in enumerate(filled):
        if index not in pages:
            continue
        for beside in (*filled[place + 1 : place + 2], *filled[max(0, place - 1) : place]):
            flat = "".join(words[beside].split())
            if len(flat) >= _SHORTEST_HEAD and head.get(flat, beside) < beside:
                yield beside


def _running_titles(words: Sequence[str]) -> set[int]:
    """The lines that print the name of a periodical with nothing but its issue and the page, and the rules beside them.

    `甲区人民政府公报 2031.2`, `2031.2 甲区人民政府公报`, `甲镇政务汇编（2031）  16` below a line of dashes; on two pages or more.
    """
    first = ["".join(line.split()) for line in islice(filter(None, words), 3)]
    names = [name for name in (*first, *map("".join, pairwise(first))) if _PERIODICAL.fullmatch(name)]
    found: set[int] = set()
    for name in names:
        lines = [
            index
            for index, line in enumerate(words)
            if name[-1] in line and len(line) < _LONGEST_TITLE and _is_running(line, name)
        ]
        found.update(lines if len(lines) > 1 else ())
    over = (next((at for at in range(index - 1, max(-1, index - 3), -1) if words[at]), index) for index in found)
    return found | {index for index in over if _RULE.fullmatch(words[index])}


def _is_running(line: str, name: str) -> bool:
    flat = "".join(line.split())
    return name in flat and _OF_PAGE.fullmatch(flat.replace(name, "", 1)) is not None


def _headed_by_issue(words: Sequence[str]) -> set[int]:
    """The lines that print a periodical's name, its issue and no more than what part of it the page is of, on two pages or more.

    `·市政府文件·      甲市人民政府公报 2031年第2期`, `甲县政报      人事      2031年第3期`.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for index, line in enumerate(words):
        if "期" not in line or ("报" not in line and "编" not in line) or len(line) > _LONGEST_TITLE:
            continue
        if _ISSUE_SIGN.search(line) is None:
            continue
        parts = ["".join(part.split()) for part in _PARTS_OF_HEAD.split(line)]
        cut = [_HEAD_ISSUE.sub("", part) for part in parts]
        names = [part for part in cut if _HEAD_NAME.fullmatch(part)]
        rest = [part for part in cut if part and part not in names]
        if cut != parts and len(names) == 1 and sum(map(len, rest)) <= _LONGEST_EDGE:
            found[names[0]].add(index)
    return {index for lines in found.values() if len(lines) > 1 for index in lines}


def _letterheads(words: Sequence[str]) -> Iterator[int]:
    """The lines that print the letterhead over the paper (`×× 人民政府文件`) again, as scans do at the head of each page.

    Over a number it is the head of another paper.
    """
    filled = [index for index, line in enumerate(words) if line]
    head = "".join(words[filled[0]].split()) if filled else ""
    if not _LETTERHEAD.fullmatch(head):
        return
    for index, below in pairwise(filled[1:]):
        if "文" in words[index] and "".join(words[index].split()) == head and not _NUMBERED.search(words[below]):
            yield index


def filled_lines(paper: Paper, lines: Iterable[Line], furniture: frozenset[int]) -> list[int]:
    """The indexes of lines with words that belong to a text."""
    words = paper.words
    return [number - 1 for number, _, _, _ in lines if words[number - 1] and number not in furniture]


def issue_label(paper: Paper) -> str:
    """`东胜区人民政府公报2023年第7-9期`, if the paper is an issue of a gazette."""
    name = year = ""
    for line in paper.lines[:80]:
        flat = _WHITE.sub("", paper.folded_line(line))
        if not name and MASTHEAD_NAME.fullmatch(flat):
            name = flat
        match = _ISSUE_NUMBER.search(flat)
        if match and not year:
            year = f"{match[1]}年第{match[2]}期"
    return f"{name}{year}" if name and year else ""


def chronicle_line(paper: Paper, first: int) -> int | None:
    """The line that heads a chronicle, from line `first` on."""
    return next(
        (
            at
            for at in range(first, len(paper.lines))
            if is_chronicle(paper.words[at]) and _dated_below(paper, at + 1) and not _leads_to_news(paper, at)
        ),
        None,
    )


def _leads_to_news(paper: Paper, at: int) -> bool:
    """Whether a line is the path to one piece of news (`首页 > 时政要闻`): below it stand its headline and where it comes from."""
    path = paper.words[at]
    if ">" not in path or not path.rstrip().endswith(("要闻", "动态")):
        return False
    below = [words for words in paper.words[at + 1 : at + 8] if words][:2]
    return len(below) > 1 and not is_chronicle(below[0]) and not _DATED.match(below[0]) and is_imprint(below[1])


def is_chronicle(words: str) -> bool:
    """Whether a line can head a chronicle: `大事记`, `一周要闻`, `2031年3月政务活动`; on a page behind where it stands (`首页 > 史志 > 大事记`)."""
    words = words[words.rfind(">") + 1 :].lstrip()
    if "  " in words:
        words = _PAGE_BEHIND.sub("", words)  # the head of a page of a gazetteer bears its number
    return (
        len(words) < _LONGEST_HEADING
        and ("事" in words or "活动" in words or "要闻" in words or "动态" in words)
        and (_CHRONICLE.fullmatch(words) or _FOREWORD.fullmatch(words)) is not None
    )


def is_dated_throughout(paper: Paper) -> bool:
    """Whether a paper without a heading is the inside of a chronicle: sentences, each on its line behind a day and a gap, or below it, in order."""
    words = [line.lstrip("| ") for line in paper.words if line.strip("| ")]
    if _is_month_of_days(words):
        return True
    if len(words) < _SHORTEST_CHRONICLE or not all(line.endswith(("。", "”", "!")) for line in words):
        return False
    days = [_DAY_AND_GAP.match(line) for line in words]
    if days[0] is None or not all(
        day is not None or _SAME_TIME.match(line) for day, line in zip(days, words, strict=True)
    ):
        return False
    printed = [(int(day["month"]), int(day["day"])) for day in days if day is not None]
    return len(printed) < len(words) and all(above <= below for above, below in pairwise(printed))


def _is_month_of_days(words: Sequence[str]) -> bool:
    """Whether lines are a month, each of its days alone on a line and in order, and sentences below each day."""
    if len(words) < _SHORTEST_CHRONICLE or not _MONTH_ALONE.fullmatch(words[0]):
        return False
    days = [(at, day) for at, line in enumerate(words) if (day := _DAY_ALONE.fullmatch(line)) is not None]
    printed = [int(day["day"]) for _, day in days]
    ended = all(words[at - 1].endswith(("。", "”", "!")) for at, _ in days[1:]) and words[-1].endswith(("。", "”", "!"))
    in_order = all(above < below for above, below in pairwise(printed))
    return len(days) >= _FEWEST_DAYS and days[0][0] == 1 and ended and in_order


def _dated_below(paper: Paper, first: int) -> bool:
    """Whether a dated line, or the heading of a month, stands near under a line."""
    below = [words for words in paper.words[first : first + 16] if words]
    return any(_DATED.match(words) for words in below[:6])


def imprint_line(paper: Paper, first: int) -> int:
    for index in range(first, len(paper.lines)):
        if _IMPRINT.match(paper.words[index]):
            return index
    return len(paper.lines)


def trimmed(paper: Paper, first: int, stop: int, furniture: frozenset[int]) -> int:
    """`stop` moved up over blank lines, page furniture and section headings like `【组织机构】`."""
    while stop > first:
        words = paper.words[stop - 1]
        if words and paper.lines[stop - 1].number not in furniture and not SECTION.fullmatch(words):
            break
        stop -= 1
    return stop
