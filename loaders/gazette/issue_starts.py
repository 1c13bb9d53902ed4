"""Where in a paper notices begin: at a document number (文号) under or over a title, or at a title that stands by itself.

A title without a number has addressees or a day below it, or its issuer signs further below. Other signs: `issue_signs`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.gazette.issue_dividers import dividers
from loaders.gazette.issue_parts import SECTION, filled_lines
from loaders.gazette.issue_signs import adopted, divided, in_contents, of_a_collection, orders, own_texts
from loaders.gazette.issue_titles import NUMBER, TITLE, TITLE_END, Start, is_contents_entry, parted_number
from loaders.gazette.issue_twice import without_echoes
from loaders.gazette.signatures import DATE_LINE, ORGANISATION_TAIL
from loaders.gazette.web_pages import is_of_imprint
from loaders.readers.paper import Paper, Passage

#: Contents, masthead and lists: none of these lines is part of a title.
NO_TITLE_LINE = re.compile(r"\s*(?:目\s*录\s*$|[-*●◆■]|.*\(\s*\d{1,4}\s*\)\s*$|.*\d{4}年第.{1,9}期)")
ADDRESSEES = re.compile(r".{2,160}:\s*$", re.S)
#: Beside the number of a report to those above: `甲政〔2031〕7号          签发人：丁一`.
_SIGNED_FOR = re.compile(r"\s{2,}签\s*发\s*人?\s*:[^:]{0,24}$")
#: Lines between which a title and its number stand, and empty lines inside, also where page number and running header stand between.
_NEAR, _BLANKS, _BLANKS_AT_PAGE = 12, 2, 5
#: How far below a title its issuer is looked for, and how long a title is.
_LINES_TO_SIGNATURE, _LONGEST_TITLE = 60, 80


def starts_of(paper: Paper, furniture: frozenset[int]) -> list[Start]:
    """Where the notices of a paper begin, in printed order; `furniture` are the numbers of lines that are no text."""
    found: dict[int, Start] = {}
    taken = -1
    borders = sorted(dividers(paper))
    for index, line in enumerate(paper.lines):
        words = paper.words[index]
        if "签发" in words:
            words = _SIGNED_FOR.sub("", words)
        match = NUMBER.fullmatch(words) if "号" in words and line.number not in furniture else None
        if not match or index <= taken:
            continue
        begin = line.start + paper.folded[line.start : line.end].index(match["number"][0])
        number = paper.passage(begin, begin + len(match["number"]))
        over = bisect_left(borders, index)
        above = _title_above(paper, index, max(taken, borders[over - 1] if over else -1), furniture)
        stop = borders[over] if over < len(borders) else len(paper.lines)
        below = None if above and _complete(above[1]) else _title_below(paper, index, stop, furniture)
        if below is not None:
            first = above[0] if above and not _complete(above[1]) and _is_letterhead(above[1].text) else index
            start = Start(first, below[0], below[1], number)
        elif above is not None:
            start = Start(above[0], index, above[1], number, bool(match["attachment"]))
        else:
            continue
        found[start.first] = start
        taken = start.last
    filled = filled_lines(paper, paper.lines, furniture)
    for reading in (orders, adopted, of_a_collection, _titles_without_number, own_texts, in_contents, divided):
        for start in reading(paper, filled, found):
            found[start.first] = _with_own_number(start)
    return without_echoes(paper, [found[key] for key in sorted(found)])


def _with_own_number(start: Start) -> Start:
    """A start without the number that its title prints on its line; that is its number."""
    title, number = parted_number(start.title) if start.number is None else (start.title, None)
    return replace(start, title=title, number=number) if number is not None else start


def _title_above(paper: Paper, index: int, floor: int, furniture: frozenset[int]) -> tuple[int, Passage] | None:
    """The title that ends over line `index`: up to six lines, stray blank lines inside allowed, and the turn of a page."""
    best: tuple[int, Passage] | None = None
    parts: list[Passage] = []
    empty = _empty_lines(paper)
    usual = empty(_BLANKS)
    blanks, most = 0, usual
    for position in range(index - 1, max(floor, index - empty(_NEAR)), -1):
        line = paper.lines[position]
        words = paper.words[position]
        if line.number in furniture or is_of_imprint(words):
            most = empty(_BLANKS_AT_PAGE)  # page number and running header stand between blank lines of their own
            continue
        if not words:
            blanks += 1
            if blanks > most:
                break
            continue
        if (
            words.endswith(("。", ";", ":"))
            or DATE_LINE.fullmatch(words)
            or is_contents_entry(words)
            or len(parts) >= 6
        ):
            break
        if SECTION.fullmatch(words):
            break
        complete_already = best is not None and _complete(best[1]) and TITLE.fullmatch(best[1].printed_folded())
        if complete_already and not ORGANISATION_TAIL.search(words):
            break
        if complete_already and best is not None and best[1].printed_folded().find("关于") > 1:
            break
        blanks, most = 0, usual
        parts.insert(0, paper.passage(line.start, line.end))
        best = (position, Passage.join(parts))
    if best is None:
        return None
    return best


def _empty_lines(paper: Paper) -> Callable[[int], int]:
    """How many lines are as far as so many in a paper whose lines follow each other: one more for each where all stand apart."""
    return (lambda lines: 2 * lines + 1) if paper.is_loose else (lambda lines: lines)


def _title_below(paper: Paper, index: int, stop: int, furniture: frozenset[int]) -> tuple[int, Passage] | None:
    """The title that begins under a number (红头 layout): up to five lines until the words of a title are complete."""
    parts: list[Passage] = []
    for position in range(index + 1, min(stop, index + _empty_lines(paper)(_NEAR))):
        line = paper.lines[position]
        words = paper.words[position]
        if not words or line.number in furniture:
            continue
        if words.endswith(("。", ";", ":")) or len(parts) >= 5:
            return None
        parts.append(paper.passage(line.start, line.end))
        joined = Passage.join(parts)
        if _complete(joined):
            return position, joined
    return None


def _titles_without_number(paper: Paper, filled: Sequence[int], found: Mapping[int, Start]) -> list[Start]:
    """Titles that carry no number: whole title words, an empty line or the top above, addressees or a date below."""
    covered = {position for start in found.values() for position in range(start.first, start.last + 1)}
    starts = []
    words_of = paper.words
    for order in _about([words_of[position] for position in filled]):
        position = filled[order]
        words = words_of[position]
        if position in covered:
            continue
        if is_contents_entry(words) or words.startswith(("-", "《", "(", "一", "二", "根据", "按照", "为")):
            continue
        for count in (1, 2, 3, 4):
            block = filled[order : order + count]
            if len(block) < count or any(other in covered for other in block):
                break
            if NO_TITLE_LINE.match(paper.folded_line(paper.lines[block[-1]])):
                break
            joined = Passage.join([paper.passage(paper.lines[o].start, paper.lines[o].end) for o in block])
            text = joined.printed_folded()
            if any(mark in text for mark in ("。", ":", ";")):
                break
            match = TITLE.fullmatch(text)
            if match and (match["issuer"] is None or ORGANISATION_TAIL.search(match["issuer"]) or order == 0):
                after = filled[order + count] if order + count < len(filled) else None
                under = "" if after is None else words_of[after]
                if (
                    order == 0
                    or ADDRESSEES.fullmatch(under)
                    or DATE_LINE.fullmatch(under)
                    or (
                        match["issuer"] == words
                        and _signs_below(
                            paper, filled[order + count : order + count + _LINES_TO_SIGNATURE], covered, text
                        )
                    )
                ):
                    starts.append(Start(block[0], block[-1], joined, None))
                    covered.update(block)
                break
    return starts


def _signs_below(paper: Paper, below: Sequence[int], covered: set[int], title: str) -> bool:
    """Whether the issuer, who stands alone on the first line of a title, signs below it before another paper begins."""
    issuer = title.partition("关于")[0]
    seen = ""
    for above, position in pairwise(below):
        flat = "".join(paper.words[above].split())
        seen = (seen + flat)[-2 * _LONGEST_TITLE :]
        if above in covered or title in seen:
            return False
        if flat == issuer:
            return DATE_LINE.fullmatch(paper.words[position]) is not None
    return False


def _about(words: list[str]) -> list[int]:
    """The places of lines that hold 关于, or stand up to two lines over it; a line break may part the two letters."""
    near: set[int] = set()
    for place in [place for place, line in enumerate(words) if "关于" in line]:
        near.update((place - 2, place - 1, place))
    for place in [place for place, line in enumerate(words[:-1]) if line[-1] == "关" and words[place + 1][0] == "于"]:
        near.update((place - 1, place))
    return sorted(place for place in near if place >= 0)


def _complete(title: Passage) -> bool:
    text = title.printed_folded()
    return bool(TITLE.fullmatch(text) or (TITLE_END.search(text) and len(text) > 8))


def _is_letterhead(text: str) -> bool:
    return bool(re.fullmatch(r"\s*.{2,40}(?:文件|办公室文件|委员会文件)\s*", text))
