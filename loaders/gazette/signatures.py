"""Who signs a paper and when: the last lines of a notice, its title, and the day of adoption under it.

A signature is a body's name over a day. Papers of villages, schools and firms often print a month alone (`2030年3月`), which
signs where it is the last line and no day does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.gazette.dates import day_of
from loaders.readers.paper import Line, Paper, Passage

DATE_LINE = re.compile(
    r"\(?\s*+((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*+年\s*+.{1,3}\s*月\s*+.{1,3}\s*[日号])(?:印发)?\s*+\)?"
)
_MONTH_LINE = re.compile(
    r"\(?\s*+((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*+年\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*+月)份?\s*+\)?"
)
ORGANISATION_TAIL = re.compile(
    r"(?:人民政府|政府|办公室|委员会|常委会|党委|党组|党工委|管委会|局|厅|部|院|处|中心|学校|中学|小学|大学|公司|指挥部|领导小组|校长室|苏木|委)$"
)
#: `甲县人民代表大会常务委员会任免名单`: the issuer in a title without 关于.
_ISSUES_LIST = re.compile(
    r"(?P<issuer>[^\d]{4,40}?)(?:(?:人事|决定)?(?:任免|任命|免职|任职|免去)(?:国家机关)?(?:工作人员|人员|职务|干部)?(?:的?名单)?|公告|通告|公示|任前公示|干部任前公示)(?:\([^()]*\))?"
)
#: `甲县第十九届人民代表大会常务委员会第四次会议议程`: the body whose session a title names.
_OF_SESSION = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12})第[一二三四五六七八九十]{1,3}届(?P<body>人民代表大会(?:常务委员会)?|人大常委会)"
)
_CONGRESS = re.compile(
    r"(?=.{0,80}(?:计划|要点|方案|意见|名单|办法|规则|规定|制度|议程|决定|决议)$)[\u4e00-\u9fff]{2,12}?(?:人大常委会|人民代表大会常务委员会)(?!第|关于|[\u4e00-\u9fff]{0,8}(?:委员会|办公室))"
)
#: `(2030年12月28日甲县第十九届…会议通过)` under a title: the day of a decision that no other day signs.
_ADOPTED = re.compile(
    r"\(?\s*(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?:[^()]{4,80}(?:会议|全会|大会))?(?:原则|表决)?(?:通过|决定|批准)\s*\)?"
)


def signature_of(
    paper: Paper, lines: tuple[Line, ...], furniture: frozenset[int]
) -> tuple[Passage | None, Passage | None]:
    """The first date on a line of its own with a body's name over it; else the last date on its own line.

    Where no line is a day, a month on the last line with a body's name over it is the date.
    """
    printed = paper.words
    lone: Passage | None = None
    for place, line in enumerate(lines):
        words = printed[line.number - 1]
        match = DATE_LINE.fullmatch(words) if "年" in words and "月" in words else None
        if not match or line.number in furniture:
            continue
        date = _printed(paper, line, match[1])
        if (signer := _signer_above(paper, lines, place, furniture)) is not None:
            return signer, date
        lone = date
    return (None, lone) if lone is not None else _signed_by_month(paper, lines, furniture)


def _signed_by_month(
    paper: Paper, lines: tuple[Line, ...], furniture: frozenset[int]
) -> tuple[Passage | None, Passage | None]:
    filled = (at for at in range(len(lines) - 1, -1, -1) if paper.words[lines[at].number - 1])
    last = next((at for at in filled if lines[at].number not in furniture), None)
    match = _MONTH_LINE.fullmatch(paper.words[lines[last].number - 1]) if last is not None else None
    signer = _signer_above(paper, lines, last, furniture) if last is not None and match else None
    if last is None or match is None or signer is None or "、" in signer.text:
        return None, None  # under a cell of schools a month is when the table was drawn up
    return signer, _printed(paper, lines[last], match[1])


def _signer_above(paper: Paper, lines: tuple[Line, ...], place: int, furniture: frozenset[int]) -> Passage | None:
    """The body's name on the line over a date, if that is all the line says."""
    over = (lines[at] for at in range(place - 1, -1, -1))
    above = next((line for line in over if paper.words[line.number - 1] and line.number not in furniture), None)
    if above is None:
        return None
    words = paper.folded_line(above)
    if not ORGANISATION_TAIL.search(words.strip()) or len(words.strip()) > 40 or "。" in words:
        return None
    left = above.start + len(words) - len(words.lstrip())
    return paper.passage(left, above.start + len(words.rstrip()))


def _printed(paper: Paper, line: Line, words: str) -> Passage:
    begin = paper.folded.index(words, line.start)
    return paper.passage(begin, begin + len(words))


def issuer_in(heading: str) -> str:
    """The issuer in a title without 关于 (`甲县人民代表大会常务委员会任免名单`); empty if it names none."""
    if (session := _OF_SESSION.match(heading)) is not None:
        return session["place"] + session["body"]
    match = _ISSUES_LIST.fullmatch(heading)
    if match is not None and ORGANISATION_TAIL.search(match["issuer"]):
        return match["issuer"]
    congress = _CONGRESS.match(heading)
    return congress[0] if congress is not None else ""


def is_short_for(issuer: str, signer: str) -> bool:
    """Whether the issuer in a title is the body that signs, printed shorter: `县人民政府`, `甲区人大常委会`."""
    if issuer[0] in "省市县区旗" and signer.endswith(issuer):
        return True
    letters = iter(signer)
    return len(issuer) < len(signer) and issuer[-1] == signer[-1] and all(letter in letters for letter in issuer)


def adopted_on(body: Sequence[Passage]) -> str:
    """The day that a decision prints under its title as the day it was taken; empty if it prints none."""
    match = next((found for passage in body[:2] if (found := _ADOPTED.fullmatch(passage.text.strip()))), None)
    return day_of(match["day"]) if match else ""
