"""What the table of contents (目录) of an issue says: the titles of its papers, to be found again where they begin.

An entry may be wrapped, carry an ordinal, its document number and the number of its page. Headings of the contents (`政策解读`) stand
between entries, and look like the beginning of one: an entry may begin behind such a short line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"[·\-—\[]*(?:本期)?目[录次][·\-—\]]*")
#: The number of a page at the end of an entry: `(12)`, `…… 12`, `        12`.
_PAGE = re.compile(r"(?:[.…·]|\s\s|\()\s{0,4}\(?\s{0,4}\d{1,4}\s{0,4}\)?$")
_LEADER = " .…·\t\u3000("
_ORDINAL = re.compile(r"[\s\-*●◆■○]*(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、])?\s*")
_NUMBER = re.compile(r"\([^()]{2,30}号\)$")
_HAN = re.compile("[\u4e00-\u9fff]")
_FEWEST, _MOST_LINES, _LONGEST_ENTRY = 2, 120, 4
_SHORTEST, _LONGEST_HEADING = 6, 8


def titles_in(words: Sequence[str], stop: int) -> frozenset[str]:
    """The titles that contents above line `stop` announce, without white space; none if there are no contents."""
    lines = ("".join(words[place].split()) if "目" in words[place] else "" for place in range(stop))
    top = next((place for place, line in enumerate(lines) if _HEADING.fullmatch(line)), None)
    entries = list(_entries(words[top + 1 : min(stop, top + _MOST_LINES)])) if top is not None else []
    titles = {
        title
        for lines in entries
        for first in range(len(lines))
        if all(len(line) <= _LONGEST_HEADING for line in lines[:first])
        and len(_HAN.findall(title := _NUMBER.sub("", "".join(lines[first:])))) >= _SHORTEST
    }
    return frozenset(titles) if len(entries) >= _FEWEST else frozenset()


def _entries(words: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each entry with a page, white space, page and ordinal left out; a long entry keeps its last lines."""
    lines: list[str] = []
    for line in filter(None, words):
        page = _PAGE.search(line)
        lines.append("".join(_ORDINAL.sub("", line[: page.start()].rstrip(_LEADER) if page else line, count=1).split()))
        if page:
            yield lines[-_LONGEST_ENTRY:]
            lines = []
