"""A title that a web page prints over a paper, and the paper's own title below it: one notice, and not two.

The page's title may have its section before it (`【救灾】关于印发…的通知`) or the paper's number (`甲政发〔2031〕5号甲县人民政府关于…`).
Between both stand at most lines of the page (day, source) and the paper's number: a notice of its own has text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.gazette.issue_titles import Start
from loaders.readers.paper import Paper, Passage

_BEFORE = re.compile(r"\[[^\[\]]{1,16}\]|[\u4e00-\u9fff]{2,8}[〔\[(]\d{4}[〕\])]\d{1,4}号")
_MARKS = re.compile(r"[\s《》〈〉<>\"“”]")
_SENTENCE = re.compile(r"[。;]\s*$|[,:]$")
_MOST_LINES, _LONGEST_LINE, _SHORTEST = 5, 60, 12


def without_echoes(paper: Paper, starts: Sequence[Start]) -> list[Start]:
    """The starts, those put together that print one title twice with no text between."""
    kept: list[Start] = []
    for start in starts:
        above = kept[-1] if kept else None
        if above is not None and _is_echo(paper, above, start):
            number = start.number or above.number
            kept[-1] = replace(start, first=above.first, title=_fuller(start, above), number=number)
        else:
            kept.append(start)
    return kept


def _is_echo(paper: Paper, above: Start, start: Start) -> bool:
    if above.attachment or start.attachment or not (above.is_document and start.is_document):
        return False
    if above.number is not None and start.number is not None and above.number.printed() != start.number.printed():
        return False
    words, again = _bare(above), _bare(start)
    # Over the paper a site prints 关于…的通知 or 甲省关于…的通知, and the paper begins with who issues it.
    about = words.find("关于")
    if len(words) < _SHORTEST or not (words == again or (about >= 0 and again.endswith(words[about:]))):
        return False
    between = [line for line in paper.words[above.last + 1 : start.first] if line]
    return len(between) <= _MOST_LINES and all(
        len(line) <= _LONGEST_LINE and _SENTENCE.search(line) is None for line in between
    )


def _fuller(start: Start, above: Start) -> Passage:
    """Of two titles the one printed with its issuer and its marks (《》), not with a number before it."""
    plain = [one.title for one in (start, above) if _bare(one) == _letters(one)] or [above.title]
    return max(plain, key=lambda title: len(title.printed()))


def _letters(start: Start) -> str:
    return _MARKS.sub("", start.title.printed_folded())


def _bare(start: Start) -> str:
    """The words of a title without marks, and without the section or number printed before it."""
    words = _letters(start)
    before = _BEFORE.match(words)
    return words[before.end() :] if before else words
