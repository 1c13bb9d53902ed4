"""Division of work printed as a table: one row a leader, columns for duties, bodies in charge, bodies liaised with.

A blank cell under a name is merged with the one above it. Cells hold lists, or sentences as running text prints them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.gazette import lists, subjects
from loaders.gazette.blocks import Paragraph
from loaders.gazette.cells import rejoined, row_of
from loaders.gazette.divisions_clauses import charges
from loaders.gazette.divisions_objects import Charge, listed
from loaders.gazette.divisions_verbs import first_verb
from loaders.gazette.names import is_double_name
from loaders.gazette.persons import Mention, is_name, is_title
from loaders.readers.paper import Passage

_NAME = re.compile(
    r"(?:领导|同志|成员|班子成员|领导成员|校领导|县领导|市领导|区领导|局领导|镇领导|分管领导|责任领导|(?:联系|包联|挂联|挂点|联村|包村|包保|分包)领导|负责人)?(?:姓名|名单)?|姓名(?:及|、|/)?职务|领导(?:姓名)?(?:及|、)职务"
)
_POST = re.compile(r"(?:现任|行政|党内外?|党政)?职务(?:名称)?|职位")
_COLUMNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:工作|职责|具体|领导|主要|岗位)?(?:分工|职责)(?:内容|情况|范围)?|(?:主要)?工作(?:范围|领域|事项)|(?:(?:主持|分管)(?:[、和及与/]|或者?))?(?:负责|主要|承担)(?:的)?工作(?:内容)?|负责(?:领域|事项|内容|条线)|工作内容"), "负责"),
    (re.compile(r"(?:分管|主管)(?:的)?(?:工作|单位|部门|领域|科室|处室|股室|站所|机构|条线|范围|内容|企业|行业|年级)?(?:及单位)?(?:\(.*\))?"), "分管"),
    (re.compile(r"协管(?:工作|单位|部门|领域|科室)?|协助分管(?:工作|领域|单位)?"), "协管"),
    (re.compile(r"(?:联系|挂联|包联|挂点|挂钩)(?:的)?(?:工作|单位|部门|领域|科室|处室|机构|点|村|社区|村\(社区\)|镇街|镇\(街道\)|乡镇|镇|街道|企业|年级|片区|学校)?"), "联系"),
    (re.compile(r"协助(?:领导|对象|同志|工作)?"), "协助"),
    (re.compile(r"主持(?:工作)?"), "主持"),
)  # fmt: skip


#: `分管工作及单位`, `联系学院`: a verb of charge with the kind of what stands below.
_OTHER = re.compile(
    r"(?P<verb>分管|主管|联系|挂联|包联|协管)(?!领导|人|同志|电话|方式|地址|负责)[\u4e00-\u9fff、()]{2,8}"
)
#: A column of those who help on the spot: a post right behind it is theirs.
_HELPER = re.compile(r"[\u4e00-\u9fff]{2,6}(?:干部|队员|联络员|助理)(?:姓名)?")
_NOTE = re.compile(r"[(（][^()（）]{1,12}[)）]$")
_LONGEST_MATTER = 10  # characters between two commas that part a list of matters
_OTHERS = {"分管": "分管", "主管": "分管", "联系": "联系", "挂联": "联系", "包联": "联系", "协管": "协管"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds the names, which the posts, and which relation each other column gives."""

    name: int
    post: int | None
    relations: tuple[tuple[int, str], ...]


def columns_of(line: Passage) -> Columns | None:
    """The columns if a table row is the head of a division table: a column of names and one of charges at least."""
    words = [cell.printed_folded() for cell in row_of(line).cells]
    name = next((index for index, word in enumerate(words) if word and _NAME.fullmatch(word)), None)
    relations = tuple((index, found) for index, word in enumerate(words) if (found := _column(word)) and index != name)
    if name is None or not relations:
        return None
    posts = (index for index, word in enumerate(words) if _POST.fullmatch(word))
    post = next((index for index in posts if index == name + 1 or not _HELPER.fullmatch(words[index - 1])), None)
    return Columns(name, post, relations)


def whole_rows(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those rows made whole of which a cell was broken over two lines behind the `、` of its list."""
    width = 0
    row: Paragraph | None = None
    for paragraph in paragraphs:
        if row is not None and (whole := rejoined(row_of(row.passage), paragraph.passage, width)) is not None:
            row = Paragraph(whole.line, row=True)
            continue
        if row is not None:
            yield row
        row = paragraph if paragraph.row else None
        if row is None:
            yield paragraph
        elif columns_of(row.passage) is not None:
            width = len(row_of(row.passage).cells)
    if row is not None:
        yield row


def row_charges(
    line: Passage, columns: Columns, above: Sequence[Mention], known: Collection[str]
) -> tuple[tuple[Mention, ...], list[tuple[Passage, Charge]]]:
    """The persons of a row (of the row above, if the name cell is blank) and their charges, each with its cell."""
    cells = row_of(line).cells
    if columns.name >= len(cells):
        return tuple(above), []
    cell = cells[columns.name]
    persons = tuple(above)
    if cell.text.strip():
        persons = _over_post(cell) or tuple(subjects.named(cell, 0, len(cell.text), known=known))
        if not persons and columns.post is not None:
            # Beside a column of posts whatever may be a name is one, without a known surname too.
            persons = tuple(subjects.behind_name_label(cell, 0, len(cell.text), known=known))
        post = cells[columns.post] if columns.post is not None and columns.post < len(cells) else None
        if not persons and post is not None and is_title(post.text) and is_double_name(cell.printed_folded()):
            persons = (Mention(cell.printed(), "", 0, len(cell.text), confidence=0.8),)
        if post is not None and post.text.strip():
            persons = tuple(Mention(one.person, post.printed(), one.start, one.end) for one in persons)
    found: list[tuple[Passage, Charge]] = []
    for index, relation in columns.relations:
        if persons and index < len(cells) and cells[index].text.strip():
            found.extend((cells[index], charge) for charge in _cell(cells[index], persons, relation, known))
    return persons, found


def _over_post(cell: Passage) -> tuple[Mention, ...]:
    """The person of a cell that prints the name on one line and the post on the next; none of any other cell."""
    if len(cell.pieces) < 2:
        return ()
    end = cell.pieces[1][0]
    name, post = cell.printed(0, end), cell.printed(end)
    if not is_name(name) or is_name(post) or not is_title(_NOTE.sub("", post)):
        return ()
    return (Mention(name, post, 0, len(cell.text)),)


def _cell(cell: Passage, persons: tuple[Mention, ...], relation: str, known: Collection[str]) -> Iterator[Charge]:
    text = cell.text
    if text.strip() in ("无", "/", "-", "—"):
        return
    for low, high in lists.split(text, 0, len(text), marks="。;"):
        start, stop = subjects.lead_cut(text, low, high)
        if first_verb(text, start, stop) >= 0:
            yield from charges(cell, start, stop, persons, relation=relation, known=known)[0]
        elif relation == "协助" and (mentions := subjects.named(cell, start, stop, known=known)):
            for one in mentions:
                yield Charge(
                    persons, relation, "person", one.person, lists.Item(one.start, one.end), "", start, one.end
                )
        else:
            for begin, until in _after_work(text, start, stop):
                yield from listed(cell, begin, until, persons, relation, begin)


def _after_work(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A list cut where a comma ends its first matter (`县人民政府常务工作，发展改革、财政`), or at each comma where no 、 parts it."""
    comma = text.find("工作,", start, stop)
    if comma >= 0:
        yield start, comma + 2
        start = comma + 3
    matters = lists.split(text, start, stop, marks=",") if text.find("、", start, stop) < 0 else []
    if all(2 <= until - begin <= _LONGEST_MATTER for begin, until in matters):
        yield from matters or [(start, stop)]
    else:
        yield start, stop


def _column(words: str) -> str:
    known = next((relation for pattern, relation in _COLUMNS if pattern.fullmatch(words)), "")
    other = None if known else _OTHER.fullmatch(words)
    return _OTHERS[other["verb"]] if other else known
