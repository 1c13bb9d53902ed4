"""What titles, document numbers and entries of contents look like, and where a notice begins with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.readers.paper import Paper, Passage

#: A document number in brackets or without: `甲政发〔2031〕4号`; `(依据甲政发〔2031〕4号)` is said of what stands above.
NUMBERED = (
    r"\(?\s*+(?P<number>(?!依据|根据|依照|按照|参照|参见|详见|摘自|引自)"
    r"[\u4e00-\u9fff]{1,12}(?:\([\u4e00-\u9fff]{1,6}\))?[〔\[(]\s*(?:19|20)\d{2}\s*[〕\])]\s*第?\s*\d{1,4}\s*号)"
    r"(?:\s*+(?P<attachment>附件\d*))?\s*+\)?"
)
NUMBER = re.compile(rf"(?:(?P<ordinal>[一二三四五六七八九十]{{1,3}})、)?{NUMBERED}")
_NUMBER_BEFORE = re.compile(rf"\s*+{NUMBERED}\s*+(?=\S{{0,40}}关于)")
_NUMBER_BEHIND = re.compile(rf"(?<=[^\s(]{{6}})\s*+(?=\(){NUMBERED}\s*+$")
SORTS = "通知|决定|意见|批复|通报|公告|通告|函|办法|方案|报告|规定|纪要|细则|决议|议程|请示|议案|预案|规划|计划|要点|分解表|一览表|安排表|名单|令"
TITLE = re.compile(rf"(?P<issuer>[^《》。,:;]{{2,60}}?)?关于[^。;]{{2,160}}(?:{SORTS})(?:\([^()]*\))?")
TITLE_END = re.compile(rf"(?:{SORTS})(?:\([^()]*\))?$")
_CONTENTS_ENTRY = re.compile(r".*(?:\(\s*\d{1,4}\s*\)|[.…·]{2,}\s*\d{1,4})\s*$")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a notice begins: index of its first title line, of the last line of title and number, and both passages.

    `issuer` is who issues it where neither title nor signature says so; what is a text of the
    issue only is no document.
    """

    first: int
    last: int
    title: Passage
    number: Passage | None
    attachment: bool = False
    issuer: str = ""
    is_document: bool = True


def parted_number(title: Passage) -> tuple[Passage, Passage | None]:
    """A title without the number that sites print on its line, and that: `甲政发〔2031〕7号 关于…的通知`, `甲县重点任务（甲政发〔2031〕2号）`."""
    before = _NUMBER_BEFORE.match(title.text)
    if before is not None:
        return title.cut(before.end()), title.cut(*before.span("number"))
    behind = _NUMBER_BEHIND.search(title.text) if title.text.rstrip().endswith(")") else None
    if behind is not None:
        return title.cut(0, behind.start()), title.cut(*behind.span("number"))
    return title, None


def is_contents_entry(words: str) -> bool:
    """Whether a line ends in the number of a page, as those of a table of contents do."""
    return (words.endswith(")") or words[-1:].isdigit()) and _CONTENTS_ENTRY.fullmatch(words) is not None


def line_of(paper: Paper, position: int) -> Passage:
    """The line at a place of the paper as a passage."""
    line = paper.lines[position]
    return paper.passage(line.start, line.end)
