"""Rows under a label: `成员：` on a line of its own, and below it a row a person with the name and the post in cells.

Rule `roster/row`. The label says which seat the rows give, so no head of columns is needed. Cells are parted by tabs or bars;
an ordinal before them and a telephone behind them are no part of a seat, and a head of columns under the label is no row.
"""

from __future__ import annotations

import re

from loaders.gazette.cells import MOST_CELLS
from loaders.gazette.names import is_joining_surname
from loaders.gazette.persons import is_crowd, is_name, is_title, is_unit, may_be_name, read_mentions
from loaders.gazette.rosters_entries import RUNNING
from loaders.gazette.rosters_labels import labels_of, role_of, spaced_label
from loaders.gazette.rosters_seats import Seat
from loaders.readers.paper import Passage

RULE = "roster/row"
_ORDINAL = re.compile(r"[(]?\d{1,3}[).、]?")
#: What stands beside a person in a column of its own and says nothing of the seat.
_ASIDE = re.compile(r"[\d●\-—]{6,}|[男女]|[\u4e00-\u9fff]{1,3}族|中共党员|/|-+|[(]?兼职?[)]?")
_HEAD = re.compile(
    "序号|姓名|(?:工作|所在)?(?:单位|部门)(?:[及和与、]?职务)?|(?:行政)?职务|(?:联系)?(?:电话|方式)|备注|性别|民族"
)
_CLOSING = "。;；,，.、"
_NO_POST = "。,;:!?《"
_LONGEST_POST = 40
#: `某村粮站负责人`: one person, where 各站负责人 are many.
_IN_CHARGE_OF_ONE = re.compile("(?![各有相其所全])[^、]{3,20}负责人")
_BRACKETED = re.compile(r"\([^()]*\)")
_NAME_FIRST = re.compile("[nx](?P<post>u?t|u)")
_POST_FIRST = re.compile("(?P<post>u?t)[nx]")


def cells_of(line: Passage) -> list[tuple[int, int]]:
    """The places of a row's cells, by tabs or bars, without the empty ones outside the bars."""
    mark = "\t" if "\t" in line.text else "|"
    cells, low = [], 0
    for place, character in enumerate(line.text):
        if character == mark:
            cells.append((low, place))
            low = place + 1
    cells.append((low, len(line.text)))
    if mark == "|":
        if not line.text[cells[0][0] : cells[0][1]].strip():
            cells = cells[1:]
        if cells and not line.text[cells[-1][0] : cells[-1][1]].strip():
            cells = cells[:-1]
    return cells


def is_row(line: Passage) -> bool:
    """Whether a line is a row of a table: a tab or two bars inside it."""
    text = line.text
    return text.count("\t") < MOST_CELLS if "\t" in text.strip() else 2 <= text.count("|") <= MOST_CELLS


def is_head(line: Passage) -> bool:
    """Whether a row is a head of columns that names no column for roles (`姓名 | 单位及职务`)."""
    words = [words for cell in cells_of(line) if (words := words_of(line, cell))]
    return "姓名" in words and len(words) > 1 and all(_HEAD.fullmatch(word) for word in words)


def without_bars(line: Passage) -> Passage:
    """A row between bars whose first cell is a label and a name (`| 组长：甲 | 县长 |`), with tabs for them; any other line as it is."""
    if not line.text.lstrip().startswith("|") or not is_row(line) or not labels_of(line.text):
        return line
    parts: list[Passage] = []
    for low, high in cells_of(line):
        if parts:
            # What parts two cells must be printed as white space, so a bar with none beside it stays.
            if not line.text[low : low + 1].isspace():
                return line
            parts.append(Passage(line.paper, "\t", ((0, line.origin(low)),)))
        words = line.text[low:high]
        parts.append(line.cut(low + len(words) - len(words.lstrip()), high - len(words) + len(words.rstrip())))
    return Passage.join(parts)


#: What sets a name off from its post where no gap does: `总工会主席——甲`, `乙……县财政局局长`.
_RULED = re.compile(
    r"(?P<head>\s*(?:[\u4e00-\u9fff\s]{2,12}:)?\s*)(?P<left>[\u4e00-\u9fff][\u4e00-\u9fff·、()\s]{0,40}[\u4e00-\u9fff)])"
    r"(?P<rule>\s*(?:[—–―─]{1,4}|-{1,4}|…{1,8}|\.{3,24}|·{3,24})\s*)"
    r"(?P<right>[\u4e00-\u9fff][\u4e00-\u9fff·、()\s]{0,40}[\u4e00-\u9fff)])\s*[;。,]?\s*"
)
_RULES = re.compile("[—–―─…-]|\\.{3}|·{3}")


def without_rule(line: Passage) -> Passage:
    """A person and a post with a dash or a row of points between them, with a gap for it; any other line as it is."""
    if _RULES.search(line.text) is None or (match := _RULED.fullmatch(line.text)) is None:
        return line
    left, right = ("".join(match[side].split()) for side in ("left", "right"))
    named = [is_name(words) and not is_title(words) for words in (left, right)]
    post = right if named[0] else left
    if named[0] == named[1] or not (is_title(post) or is_title(_BRACKETED.sub("", post))):
        return line
    gap = Passage(line.paper, " ", ((0, line.origin(match.start("rule"))),))
    return Passage.join([line.cut(0, match.end("left")), gap, line.cut(match.start("right"), len(line.text))])


def words_of(line: Passage, cell: tuple[int, int]) -> str:
    """The words of a cell without white space."""
    return re.sub(r"\s+", "", line.text[cell[0] : cell[1]])


def seats_in_row(line: Passage, role: str, action: str) -> list[Seat]:
    """The seats of a row of names and posts, of names, or of units; empty if anything else stands in it."""
    cells = [cell for cell in cells_of(line) if (words := words_of(line, cell)) and not _ASIDE.fullmatch(words)]
    if cells and _ORDINAL.fullmatch(words_of(line, cells[0])):
        cells = cells[1:]
    kinds = "".join(_kind(words_of(line, cell)) for cell in cells)
    if "n" in kinds and set(kinds) <= {"n", "x"}:
        return [Seat(role, line.printed(*cell), "", "", line, *cell, RULE, 0.9, action) for cell in cells]
    if re.fullmatch("u{2,}", kinds):
        return [Seat(role, "", "", line.printed(*cell), line, *cell, RULE, 0.9, action) for cell in cells]
    for form in (_NAME_FIRST, _POST_FIRST):
        persons = list(form.finditer(kinds))
        if persons and sum(len(match[0]) for match in persons) == len(kinds):
            return [_seat(line, cells, match, role, action) for match in persons]
    return []


def seat_on_two_lines(upper: Passage, lower: Passage, role: str, action: str) -> Seat | None:
    """The seat of a name alone on its line and a post alone on the next, or the other way round; None of any other two."""
    kinds = _alone(upper) + _alone(lower)
    if kinds not in ("nt", "tn"):
        return None
    both = Passage.join([upper, lower])
    name, title = (upper, lower) if kinds == "nt" else (lower, upper)
    person, post = name.printed().rstrip(_CLOSING), title.printed().rstrip(_CLOSING)
    return Seat(role, person, post, "", both, 0, len(both.text), RULE, 0.9, action)


def _alone(line: Passage) -> str:
    """n for a line that is a name, t for one that is a post and no label, - for any other."""
    words = "".join(line.text.split()).rstrip(_CLOSING)
    if is_name(words):
        return "n"
    if (
        any(mark in words for mark in _NO_POST)
        or len(words) > _LONGEST_POST
        or RUNNING.search(words)
        or role_of(words) is not None
        or spaced_label(line.text) is not None
    ):
        return "-"
    named = any(mention.person for mention in read_mentions(line))
    return "t" if is_title(words) and not is_crowd(words) and not named else "-"


def _seat(line: Passage, cells: list[tuple[int, int]], match: re.Match[str], role: str, action: str) -> Seat:
    low, high = match.span("post")
    name = cells[match.start() if low > match.start() else match.end() - 1]
    title = "".join(line.printed(*cell) for cell in cells[low:high])
    start, end = cells[match.start()][0], cells[match.end() - 1][1]
    return Seat(role, line.printed(*name), title, "", line, start, end, RULE, 0.95, action)


def _kind(word: str) -> str:
    """What a cell holds: n a name, t a post, u a unit, x what may be a name, - anything else."""
    if is_name(word):
        return "n"
    if is_crowd(word):
        return "t" if _IN_CHARGE_OF_ONE.fullmatch(word) and is_unit(word[:-3]) else "-"
    if is_title(word):
        return "t"
    if is_unit(word):
        return "u"
    joining = is_joining_surname(word[0]) and len(word) in (2, 3)  # 和风, beside a post in the next cell
    return "x" if may_be_name(word) or joining else "-"
