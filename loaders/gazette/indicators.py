"""The scored table of a task breakdown (指标体系任务分解表): section, subsection, requirement, weight, responsible units.

Rule: `indicator/row`. Traps of real print that the reader knows: the head returns on every page; merged cells come blank;
cells shift to the right (the figure is then the first cell that is nothing but a number); several requirements share a
cell; a label stands one row too early (the numbers of its items tell) or too late; rows without a requirement carry
what was cut off above; a page is printed twice (`duplicate_page`); the unit column holds sentences instead of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from core.numerals import number_of
from graph.statements import Indicator
from loaders.gazette import lists
from loaders.gazette.cells import Row, Table, tables
from loaders.gazette.indicators_weights import Entry, Requirement, Subsection, settle
from loaders.gazette.notice import Notice
from loaders.gazette.units import units_in
from loaders.readers.paper import Passage

_SCORE = re.compile(r"\(?\s*(?:共|计|满分)?(\d{1,4}(?:\.\d{1,2})?)\s*分\s*\)?")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?:分|%)?")
_ITEM = re.compile(r"(?:^|(?<=[。;\s)]))(\d{1,2})\s*[.、](?!\d)")
_ORDINAL = re.compile(r"\s*(?:\(?([一二三四五六七八九十]{1,3})[)、.])")
_HEAD_REMNANT = re.compile(r"^\s*(?:指标内容|指标分类|指标要求)\s+")
_TOTAL = re.compile(r"(?:合计|总计|总分|小计)")
_PART_WORDS = re.compile(r"(?:积极|共同|密切|分别|协同)*(?:主导|牵头|配合|负责|协助|参与|落实|协同).*$")
_ALIKE = 75


@dataclass(slots=True)
class _State:
    """Where the reading stands: the labels in force, those that wait, the last item's number."""

    section: Passage | None = None
    subsection: Passage | None = None
    waiting: tuple[Passage | None, Passage | None] | None = None
    number: int = 0


def read(notice: Notice) -> Iterator[Indicator]:
    """The indicators of one document in printed order, repeated pages marked."""
    folded, first, last = notice.paper.folded, notice.lines[0].start, notice.lines[-1].end
    if all(folded.find(word, first, last) < 0 for word in ("分值", "权重", "赋分", "满分", "配分", "标准分")):
        return
    for table in tables(notice):
        if "weight" in table.roles and _requirement_column(table) is not None and not set(table.roles) & {"name", "a"}:
            yield from _rows(notice, table)


def _requirement_column(table: Table) -> int | None:
    return table.index("requirement", "title", "content", "subsection")


def _rows(notice: Notice, table: Table) -> Iterator[Indicator]:
    subsections = _subsections(table)
    first_print, repeated = _parted(subsections)
    merged = _merged(first_print)
    settle(merged)
    settle(repeated)
    rows = [(sub, one, "") for sub in merged for one in sub.requirements]
    rows += [(sub, one, "yes") for sub in repeated for one in sub.requirements]
    for subsection, one, duplicate in sorted(rows, key=lambda row: (row[1].line.start, row[1].start)):
        yield Indicator(
            source=notice.source(
                one.line, rule="indicator/row", confidence=0.9 if one.weight and one.orgs and not one.displaced else 0.7
            ),
            section=subsection.section,
            section_score=subsection.section_score,
            subsection=subsection.title,
            subsection_score=subsection.score,
            number=one.number,
            requirement=one.passage.printed(one.start, one.end),
            weight=one.weight,
            responsible_orgs=one.orgs,
            duplicate_page=duplicate,
            weight_reasoned=one.weight_reasoned,
            orgs_reasoned=one.orgs_reasoned,
        )


# --- rows to subsections ------------------------------------------------------------------------------------------


def _subsections(table: Table) -> list[Subsection]:
    """The rows under their true labels, one group for each run of rows with one label."""
    column, weight = _requirement_column(table), table.index("weight")
    section, subsection = table.index("section"), table.index("subsection")
    if subsection == column:
        subsection = None
    state = _State()
    found: list[Subsection] = []
    rows = [row for row in table.rows if not _TOTAL.match(row.get(row.filled_cells()[0]) if row.filled_cells() else "")]
    for place, row in enumerate(rows):
        shift = _shift(row, weight or 0)
        cell = _requirement_cell(row, column or 0, shift)
        following = rows[place + 1] if place + 1 < len(rows) else None
        requirements = _requirements(row, cell)
        if following is not None:
            own_label = _label(row, subsection) is not None
            requirements = _not_repeated_below(requirements, following, column or 0, subsection, own_label=own_label)
        _move(state, _label(row, section), _label(row, subsection), requirements, rows[place + 1 :], section)
        if requirements and requirements[-1].number.isdigit():
            state.number = int(requirements[-1].number)
        figure = _figure(row, (weight or 0) + shift)
        orgs = _orgs(table, row, shift)
        if not requirements and not figure:
            continue
        key = (_words(state.section), _words(state.subsection))
        if not found or (found[-1].section, found[-1].title) != key:
            found.append(Subsection(key[0], _score(state.section), key[1], _score(state.subsection)))
        found[-1].entries.append(Entry(row.line, requirements, figure, orgs))
    return found


def _move(
    state: _State,
    section: Passage | None,
    subsection: Passage | None,
    requirements: list[Requirement],
    below: list[Row],
    section_column: int | None,
) -> None:
    """Which labels hold for a row: printed ones, unless the numbers say that a label stands too early or too late."""
    first = int(requirements[0].number) if requirements and requirements[0].number.isdigit() else 0
    if state.waiting is not None and first == 1:
        state.section, state.subsection = state.waiting[0] or state.section, state.waiting[1] or state.subsection
        state.waiting = None
    changed = subsection is not None and not _same_label(subsection, state.subsection)
    if changed and first > 1 and first == state.number + 1 and state.subsection is not None:
        state.waiting = (section, subsection)  # the label belongs to the rows below
        return
    if section is not None and changed and subsection is not None and state.section is not None:
        ordinal, before = _ordinal(subsection), _ordinal(state.subsection)
        if not _same_label(section, state.section) and ordinal > 1 and ordinal == before + 1:
            section = None  # a new section begins with （一）
    if (
        section is None
        and changed
        and subsection is not None
        and _ordinal(subsection) == 1
        and state.section is not None
    ):
        section = _next_section(state.section, below, section_column)
    if section is not None:
        state.section = section
    if subsection is not None and (changed or state.subsection is None):
        state.subsection = subsection


def _next_section(current: Passage, below: list[Row], column: int | None) -> Passage | None:
    """The label of the next section if one of the next rows prints it."""
    for row in below[:4]:
        label = _label(row, column)
        if label is not None:
            return label if _ordinal(label) == _ordinal(current) + 1 else None
    return None


def _not_repeated_below(
    requirements: list[Requirement], following: Row, column: int, subsection: int | None, *, own_label: bool
) -> list[Requirement]:
    """Requirements without those that the next row prints again, where they belong."""
    cell = following.cells[column] if column < len(following.cells) else None
    below = _requirements(following, cell) if cell is not None else []
    if not below or not requirements:
        return requirements
    labelled = _label(following, subsection) is not None
    kept = [
        one
        for one in requirements
        if not any(one.number == other.number and _alike(_text(one), _text(other)) for other in below)
    ]
    if not kept and (own_label or not labelled):
        return requirements  # a page printed twice, or a cell that goes on
    return kept


def _parted(subsections: list[Subsection]) -> tuple[list[Subsection], list[Subsection]]:
    """What was printed first, and the rows of pages that were printed twice (same labels and numbers, like words)."""
    seen: dict[tuple[str, str], list[str]] = {}
    parts: tuple[list[Subsection], list[Subsection]] = ([], [])
    for subsection in subsections:
        before = seen.setdefault((subsection.section[:2], subsection.title[:3]), [])
        again = False
        halves = [replace(subsection, entries=[]) for _ in parts]
        for entry in subsection.entries:
            texts = [f"{one.number}{_text(one)}" for one in entry.requirements]
            if texts:
                again = all(one.number for one in entry.requirements) and all(
                    any(_alike(text, old) for old in before) for text in texts
                )
            if not again:
                before.extend(texts)
            halves[again].entries.append(entry)
        for part, half in zip(parts, halves, strict=True):
            if half.entries:
                part.append(half)
    return parts


def _merged(subsections: list[Subsection]) -> list[Subsection]:
    """Runs of one subsection that a page break parted, put together."""
    merged: list[Subsection] = []
    for subsection in subsections:
        last = merged[-1] if merged else None
        if last is not None and last.title[:3] == subsection.title[:3] and last.section[:2] == subsection.section[:2]:
            last.entries.extend(subsection.entries)
        else:
            merged.append(subsection)
    return merged


# --- cells --------------------------------------------------------------------------------------------------------


def _shift(row: Row, weight: int) -> int:
    """How many columns the row's figure stands to the right of its head."""
    for index in range(weight, len(row.cells)):
        if _FIGURE.fullmatch(row.get(index)):
            return index - weight
    return 0


def _requirement_cell(row: Row, column: int, shift: int) -> Passage | None:
    for index in (column, column + shift):
        if index < len(row.cells) and row.get(index) and not _FIGURE.fullmatch(row.get(index)):
            return row.cells[index]
    return None


def _requirements(row: Row, cell: Passage | None) -> list[Requirement]:
    """The requirements in a cell, told apart by their numbers."""
    if cell is None or not cell.text.strip():
        return []
    marks = list(_ITEM.finditer(cell.text))
    if not marks:
        return [Requirement("", cell, 0, len(cell.text), row.line)]
    found = []
    for place, match in enumerate(marks):
        stop = marks[place + 1].start() if place + 1 < len(marks) else len(cell.text)
        found.append(Requirement(match[1], cell, match.end(), stop, row.line))
    return found


def _figure(row: Row, index: int) -> str:
    words = row.get(index)
    return words.rstrip("分%") if _FIGURE.fullmatch(words) else ""


def _orgs(table: Table, row: Row, shift: int) -> tuple[str, ...]:
    """The units of a row; none if the cell holds anything but units."""
    found: list[str] = []
    for role in ("lead", "undertaker", "responsible", "unit", "cooperating"):
        for index in (at for at, name in enumerate(table.roles) if name == role):
            place = index + shift
            if place >= len(row.cells) or not row.get(place):
                continue
            cell = row.cells[place]
            for low, high in lists.split(cell.text, 0, len(cell.text), marks=",;、"):
                said = _PART_WORDS.search(cell.text[low:high])
                units = units_in(cell, low, low + said.start() if said else high)
                if not units or not all(_is_unit(unit) for unit in units):
                    return ()
                found.extend(unit for unit in units if unit not in found)
    return tuple(found)


def _is_unit(words: str) -> bool:
    bare = re.sub(r"[(（].*[)）]$", "", words)
    return lists.is_body(bare) or bare.startswith(("各", "相关", "有关"))


def _label(row: Row, index: int | None) -> Passage | None:
    if index is None or index >= len(row.cells) or not row.cells[index].text.strip():
        return None
    cell = row.cells[index]
    remnant = _HEAD_REMNANT.match(cell.text)
    return cell.cut(remnant.end()) if remnant else cell


def _ordinal(label: Passage | None) -> int:
    match = _ORDINAL.match(label.text) if label is not None else None
    return number_of(match[1]) if match else 0


def _same_label(left: Passage, right: Passage | None) -> bool:
    if right is None:
        return False
    if _ordinal(left) or _ordinal(right):
        return _ordinal(left) == _ordinal(right)
    return left.printed_folded() == right.printed_folded()


def _words(label: Passage | None) -> str:
    """A label without its score: `二、环境支持`."""
    if label is None:
        return ""
    match = _SCORE.search(label.text)
    words = label.printed(0, match.start()) if match else label.printed()
    return words.rstrip("。(（")


def _score(label: Passage | None) -> str:
    match = _SCORE.search(label.text) if label is not None else None
    return match[1] if match else ""


def _text(one: Requirement) -> str:
    return one.passage.printed(one.start, one.end)


def _alike(left: str, right: str) -> bool:
    return fuzz.ratio(left, right) >= _ALIKE or left.startswith(right) or right.startswith(left)
