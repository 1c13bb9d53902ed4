"""Districts of a town with who answers for each: 片, 社区, 村 and 网格 in papers that share them out.

Rule `roster/district`. A line is the name of a district and nothing else, and the lines right below it are labels of those who answer
for one (`包保领导：甲`, `社区书记：乙`, `网格长：丙（一网格）、丁（二网格）`); or one line holds both (`东乡片：片长：甲；包片干部：乙、丙`). The
label says that names stand behind it; a bracket behind a name says of which part its bearer has charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import lists
from loaders.gazette.groups import Named
from loaders.gazette.names import is_crowd, is_name, is_title, is_unit, may_be_name
from loaders.gazette.rosters_seats import Seat
from loaders.readers.paper import Passage

RULE = "roster/district"
_NAME = r"(?P<name>(?![各全本])[\u4e00-\u9fff]{1,8}(?:片区?|社区|村|网格|居委会))"
_NUMBER = r"\s*(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.]\s*|[①-⑳●■◆]\s*)?"
_HEADING = re.compile(rf"{_NUMBER}{_NAME}\s*:?\s*")
_ROLE = r"(?P<role>(?:包保|包片|包村|包联|包抓|联系|挂钩|挂点|驻点|责任)(?:领导|干部)|(?:副?片区?长|(?:社区|村|支部|总支)(?:副)?书记|(?:总|副)?网格[长员]|驻村干部|楼栋长))"
_LABEL = re.compile(rf"{_NUMBER}{_ROLE}\s*:\s*(?=\S)")
_ON_ONE_LINE = re.compile(rf"{_NUMBER}{_NAME}\s*[:,]\s*(?={_ROLE}\s*:)")
_ITEM = re.compile(
    r"\s*(?P<name>[\u3400-\u9fff·]{1,6}(?:[ \u3000]{1,4}[\u3400-\u9fff]{1,2}){0,2})\s*(?:\((?P<note>[^()]{1,20})\))?\s*"
)
_LONGEST = 200


def read_districts(lines: list[Passage]) -> tuple[list[tuple[Named, Seat]], set[int]]:
    """The seats of the districts with their bodies, and the starts of the lines read."""
    found: list[tuple[Named, Seat]] = []
    read: set[int] = set()
    heading: Passage | None = None
    here: Named | None = None
    for line in lines:
        text = line.text
        if not text.strip():
            continue
        if len(text) > _LONGEST or "\t" in text:
            heading = here = None
            continue
        if (match := _HEADING.fullmatch(text)) is not None:
            heading, here = line, _named(line, match)
            continue
        whole = _ON_ONE_LINE.match(text)
        at = whole.end() if whole is not None else 0
        named = _named(line, whole) if whole is not None else here
        seats = list(_seats(line, at)) if named is not None else []
        if named is None or not seats:
            heading = here = None
            continue
        if whole is not None:
            heading = here = None
        elif heading is not None:
            read.add(heading.start)
            heading = None
        found.extend((named, seat) for seat in seats)
        read.add(line.start)
    return found, read


def opens_district(words: str) -> bool:
    """Whether a line is a label of somebody who answers for a district, or begins with the district."""
    return _LABEL.match(words) is not None or _ON_ONE_LINE.match(words) is not None


def _named(line: Passage, match: re.Match[str]) -> Named:
    low, high = match.span("name")
    return Named(line.printed(low, high), "table", line, low, high, confidence=0.9)


def _seats(line: Passage, begin: int) -> Iterator[Seat]:
    """The seats of a line that holds nothing but labels and names from `begin` on; none of any other."""
    seats: list[Seat] = []
    for low, high in lists.split(line.text, begin, len(line.text), marks=";。"):
        label = _LABEL.match(line.text, low, high)
        if label is None:
            return
        role = line.printed(*label.span("role"))
        for start, end in lists.split(line.text, label.end(), high):
            item = _ITEM.fullmatch(line.text, start, end)
            if item is None or not _is_person("".join(item["name"].split())):
                return
            note = line.printed(*item.span("note")) if item["note"] else ""
            sure = 0.95 if is_name("".join(item["name"].split())) else 0.8
            seats.append(Seat(role, line.printed(*item.span("name")), note, "", line, start, end, RULE, sure))
    yield from seats


def _is_person(words: str) -> bool:
    return may_be_name(words) and not is_title(words) and not is_unit(words) and not is_crowd(words)
