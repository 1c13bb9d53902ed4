"""Where a task says who does it: stretches of labels (`责任领导：…牵头单位：…`) and brackets (`（区财政局牵头，…）`).

A zone is a bracket with such labels, a bracket that ends in 牵头 / 负责 / 配合, or plain labels from the first one to the end of
the passage. Zones are found from colons and brackets, never by searching through the prose between, so that a long line
stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.gazette import lists, tasks_gaps
from loaders.gazette.heads import TASK_ROLES
from loaders.gazette.tasks_fields import Field, Zone, gapped, label_start, labels
from loaders.gazette.tasks_leaders import leaders_apart
from loaders.gazette.tasks_values import limit_in
from loaders.gazette.units import has_parts, parts_of, unit_like, units_in
from loaders.readers.paper import Passage

_BRACKETS = {"(": ")", "[": "]", "〔": "〕"}
_ANY_BRACKET = re.compile(r"[()\[\]〔〕]")
_UNIT_TAIL = tuple("局委办室部院府会队心司团社行校站所门位协联厅镇乡道处区")
#: Blanks before which a paragraph ends, though the copy runs the next one on behind it.
_INDENT = "  "
_LONGEST_BRACKET = 600
#: One of these says what the units of a bracket do.
_PARTS = ("负责", "牵头", "配合")


def zones(passage: Passage) -> list[Zone]:
    """The zones of a passage in printed order; none for prose without labels and unit brackets."""
    text = passage.text
    found: list[Zone] = []
    limit: Zone | None = None  # a bracket of a time limit alone that the bracket of units behind it takes with it
    for start, end in _brackets(text):
        has_colon = ":" in text[start:end]
        zone = _with_labels(passage, start, end) if has_colon else _without_labels(passage, start, end)
        if zone is None:
            continue
        if has_colon and _is_limit(zone):
            if not found or not _touch(text, found[-1], zone):
                limit = zone
                continue
            limit = None  # [牵头单位:…][时间节点:6月底前]: the brackets of one task touch each other
        elif has_colon and zone.labelled:
            if limit is not None and _touch(text, limit, zone):
                found.append(limit)
            limit = None
        found.append(zone)
    closed = found[-1].end if found else 0
    plain = _behind_brackets(passage, closed) if ":" in text[closed:] else None
    return [*found, plain] if plain is not None else found


def zone_without_colon(passage: Passage) -> Zone | None:
    """A passage that is a label without its colon and the value, or several; only the neighbours can say that it is meant so."""
    marks = tasks_gaps.alone(passage)
    if not marks:
        return None
    return Zone(marks[0].start, len(passage.text), tuple(gapped(passage, marks, len(passage.text))), False, True)


def _with_labels(passage: Passage, start: int, end: int) -> Zone | None:
    """A bracket with colons in it: labels that give somebody a part, a time limit alone, or units with a time limit behind them."""
    text = passage.text
    fields = tuple(labels(passage, start + 1, end))
    if any(_gives_part(one) for one in fields):
        return Zone(start, end + 1, fields, True, True)
    if not fields or fields[0].role != "deadline":
        return None
    if len(fields) == 1 and text.startswith(fields[0].word, start + 1, end):
        return Zone(start, end + 1, fields, True, True)
    if not _closes_sentence(text, start, end):
        return None
    # (县财政局、各镇按职责负责;完成时限:全年)
    own = tuple(_unlabelled(passage, start + 1, label_start(text, fields[0].start, start + 1)))
    return Zone(start, end + 1, (*own, *fields), True, False) if own else None


def _without_labels(passage: Passage, start: int, end: int) -> Zone | None:
    """A bracket without colons at the end of a sentence: labels that lost theirs, or units, by what they do or alone."""
    text = passage.text
    if not _closes_sentence(text, start, end):
        return None
    if marks := tasks_gaps.inside(passage, start + 1, end):
        return Zone(start, end + 1, tuple(gapped(passage, marks, end)), True, True)
    named = any(text.find(word, start, end) >= 0 for word in _PARTS)
    fields = tuple(_unlabelled(passage, start + 1, end) if named else _bare(passage, start, end))
    return Zone(start, end + 1, fields, True, False) if fields else None


def _behind_brackets(passage: Passage, closed: int) -> Zone | None:
    """The plain labels behind the last bracket, from the first that says something of a task to the end of the passage."""
    text = passage.text
    fields = tuple(labels(passage, closed, len(text)))
    first = next((at for at, one in enumerate(fields) if one.role in TASK_ROLES), None)
    if first is None:
        return None
    begin = label_start(text, fields[first].start, closed)
    if not any(_gives_part(one) for one in fields) and (closed or text[:begin].strip(" ()0123456789、.")):
        # A time limit alone is a label where it opens the line, or where a sentence ends before it and nothing but a time stands behind.
        last = fields[-1]
        alone = first + 1 == len(fields) and _before(text, begin) in ("。", ";")
        if not alone or not tasks_gaps.fits(passage, last.start, last.end, "deadline"):
            return None
    return Zone(begin, len(text), fields[first:], False, True)


def _gives_part(one: Field) -> bool:
    """Whether a label asks who does the task, and not for its time limit or for something else."""
    return one.role in TASK_ROLES and one.role != "deadline"


def _is_limit(zone: Zone) -> bool:
    """Whether a zone is a time limit and nothing else."""
    return zone.labelled and len(zone.fields) == 1 and zone.fields[0].role == "deadline"


def _touch(text: str, one: Zone, other: Zone) -> bool:
    return not text[one.end : other.start].strip(" ;,")


def _unlabelled(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """The inside of a bracket that names units by what they do: all of it as units, a last clause as time limit."""
    text = passage.text
    clauses = lists.split(text, start, end, marks=",;。")
    if not clauses:
        return  # (完成时限:全年): nothing stands before the label
    limit: tuple[int, int] | None = None
    if len(clauses) > 1 and (limit := limit_in(text, *clauses[-1])) is not None:
        clauses.pop()
    leaders, clauses = leaders_apart(passage, clauses)
    stretch = text[clauses[0][0] : clauses[-1][1]]
    if not has_parts(stretch) or "《" in stretch:
        return
    units = parts_of(passage, clauses[0][0], clauses[-1][1], "responsible", "")
    if not units or not all(unit_like(part.unit) for part in units):
        return
    for span in leaders:
        yield Field("leader", "", passage, *span)
    yield Field("responsible", "", passage, clauses[0][0], clauses[-1][1])
    if limit is not None:
        yield Field("deadline", "", passage, *limit)


def _bare(passage: Passage, start: int, end: int) -> Iterator[Field]:
    """A bracket behind a full stop at the end of a passage that holds units and nothing else: `…。（市气象局、市水利局）`."""
    text = passage.text
    rest = text[end + 1 :]
    if _before(text, start) not in ("。", ";") or (rest.strip(" 。;") and not rest.startswith(_INDENT)):
        return
    whole = lists.split(text, start + 1, end, marks=",;")
    limit = limit_in(text, *whole[-1]) if len(whole) > 1 else None  # (市气象局;6月底前)
    leaders, clauses = leaders_apart(passage, whole[:-1] if limit is not None else whole)
    if not clauses or (leaders and len(clauses) > 1):
        return
    begin, end = clauses[0][0], clauses[-1][1]
    if not text.endswith(_UNIT_TAIL, begin, end) and text[end - 1] not in "等)":
        return
    units = units_in(passage, begin, end)
    if any(len(unit) > 2 for unit in units) and all(
        unit_like(unit) and (len(unit) > 2 or unit[0] == "各") for unit in units
    ):
        for span in leaders:
            yield Field("leader", "", passage, *span)
        yield Field("responsible", "", passage, begin, end)
        if limit is not None:
            yield Field("deadline", "", passage, *limit)


def _before(text: str, place: int) -> str:
    """The character before a place, a gap of one or two left out."""
    return text[max(0, place - 3) : place].rstrip()[-1:]


def _closes_sentence(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands at the end of a sentence: `…。（…）` or `…（…）。` or at the end of the passage."""
    rest = text[end + 1 : end + 3].lstrip()
    return not rest or rest[0] in "。;" or _before(text, start) in ("。", ";")


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Outermost closed bracket pairs with at most 600 characters between; unclosed brackets are passed over."""
    if ")" not in text and "]" not in text and "〕" not in text:
        return
    opened: list[tuple[int, str]] = []
    pairs: list[tuple[int, int]] = []
    for match in _ANY_BRACKET.finditer(text):
        mark = match.group()
        if mark in _BRACKETS:
            opened.append((match.start(), _BRACKETS[mark]))
        elif opened and opened[-1][1] == mark:
            opening, _ = opened.pop()
            while pairs and pairs[-1][0] > opening:
                pairs.pop()
            pairs.append((opening, match.start()))
    for opening, closing in pairs:
        if closing - opening <= _LONGEST_BRACKET:
            yield opening, closing
