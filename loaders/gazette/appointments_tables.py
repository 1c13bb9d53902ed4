"""Acts on posts printed as a table: 姓名 | 任命职务 | 免去职务, one column an act.

Rule `appointment/table`. The head of a column says what is done (任命职务, 免去职务, 拟任职务, 聘任职务 …); a plain `职务`
column takes the act from the line over the table (`任命：`). A blank name repeats the one above, a blank or `/` post is no
act; 现任职务 is what somebody holds already, and no act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.gazette.appointment_posts import posts_in
from loaders.gazette.cells import Row, row_of
from loaders.gazette.persons import may_be_name, read_mentions
from loaders.readers.paper import Passage

_NAME = re.compile(r"(?:干部|同志|人员)?(?:姓名|名单)|姓名\(.*\)")
_POST = re.compile(r"职务|职位|岗位")
_HELD = r"(?:的)?(?:职务|职位|岗位|单位及职务|情况)?"
_ACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("拟任", re.compile(rf"拟任(?:命)?(?:或拟推荐)?{_HELD}")),
    ("提名", re.compile(rf"(?:拟)?提名(?:为)?{_HELD}(?:人选)?")),
    ("任命", re.compile(rf"(?:任命|任职|新任|拟?决定任命|任)(?:为)?{_HELD}|现任命职务")),
    ("免去", re.compile(rf"(?:免去|免职|免除|免|不再担任){_HELD}")),
    ("解聘", re.compile(rf"解聘{_HELD}")),
    ("聘任", re.compile(rf"(?:聘任|聘|续聘){_HELD}")),
    ("辞去", re.compile(rf"辞去{_HELD}")),
)
_OVER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])?(?:现|同时)?(?:决定)?"
    r"(?P<verb>任命|任职|免去|免职|聘任|解聘|拟任|提名)(?:下列|以下)?(?:同志|人员|干部)?(?:职务|名单|人员)?(?:如下)?:?"
)
#: `任/免` over a column that says of each row what is done, beside `职务`, `拟任(免)职务`.
_ACT_COLUMN = re.compile(r"任[/、或]?免(?:职|情况|类别|类型)?|(?:任免)?类[别型]")
_POST_COLUMN = re.compile(rf"(?:拟?任\(?免\)?|任/免|拟任或?免|所?任免)?(?:的)?{_POST.pattern}")
_NOTHING = re.compile(r"(?:无|[-—/\\]+)?")
_SPLIT = re.compile(r"[;。]")


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a row prints it: the row, what is done, whom, the post."""

    row: Passage
    action: str
    person: str
    post: str


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int
    acts: tuple[tuple[int, str], ...]
    by_row: tuple[int, int] | None = None  # the columns of the post and of what is done, where each row says it


def action_of(head: str) -> str:
    """The act a column's head names; empty if it names none."""
    return next((action for action, pattern in _ACTS if pattern.fullmatch(head)), "")


def read_tables(lines: Iterable[Passage]) -> Iterator[Act]:
    """The acts in the tables among these lines, in printed order."""
    columns: _Columns | None = None
    over = ""
    above: tuple[str, ...] = ()
    for line in lines:
        if "\t" not in line.text and line.text.count("|") < 3:
            words = line.printed_folded()
            head = _OVER.fullmatch(words)
            over = action_of(head["verb"]) if head else over if len(words) <= 12 else ""
            columns = None if head or len(words) > 30 else columns
            continue
        row = row_of(line)
        found = _columns(row, over)
        if found is not None:
            columns, above = found, ()
        elif columns is not None:
            above = _persons(row, columns.name) or above
            yield from _acts(row, columns, above)


def _columns(row: Row, over: str) -> _Columns | None:
    words = [cell.printed_folded() for cell in row.cells]
    name = next((place for place, word in enumerate(words) if _NAME.fullmatch(word)), None)
    if name is None:
        return None
    told = next((place for place, word in enumerate(words) if _ACT_COLUMN.fullmatch(word)), None)
    post = next((place for place, word in enumerate(words) if _POST_COLUMN.fullmatch(word)), None)
    if told is not None and post is not None:
        return _Columns(name, (), (post, told))
    acts = tuple((place, action) for place, word in enumerate(words) if (action := action_of(word)))
    if not acts and over:
        acts = tuple((place, over) for place, word in enumerate(words) if _POST.fullmatch(word))[:1]
    return _Columns(name, acts) if acts else None


def _persons(row: Row, place: int) -> tuple[str, ...]:
    if place >= len(row.cells) or not row.cells[place].text.strip():
        return ()
    cell = row.cells[place]
    mentions = read_mentions(cell, 0, len(cell.text))
    names = (mention.person or (mention.title if may_be_name(mention.title) else "") for mention in mentions)
    return tuple(name for name in names if name)


def _acts(row: Row, columns: _Columns, persons: tuple[str, ...]) -> Iterator[Act]:
    acts = columns.acts
    if columns.by_row is not None and columns.by_row[1] < len(row.cells):
        held, told = columns.by_row
        acts = ((held, action_of(row.cells[told].printed_folded())),)
    for place, action in acts:
        if not action or place >= len(row.cells) or _NOTHING.fullmatch(row.get(place)):
            continue
        cell = row.cells[place]
        low = 0
        for cut in [*(match.start() for match in _SPLIT.finditer(cell.text)), len(cell.text)]:
            if cell.text[low:cut].strip():
                for person in persons:
                    for post in posts_in(cell, low, cut):
                        yield Act(row.line, action, person, post)
            low = cut + 1
