"""A paper cut into notices: a gazette issue into many, a single paper into one.

A notice begins at its title. Titles are found from the document numbers (文号) that stand under or over them and from
the words a title is made of (`…关于…的通知`); the table of contents is known by its page numbers. A notice ends where
the next one, the chronicle (大事记) or the imprint begins: attachments that follow the signature stay with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from loaders.gazette import barred, boxed, gapped, upright, web_pages
from loaders.gazette.dates import day_of
from loaders.gazette.issue_parts import (
    MASTHEAD_NAME,
    SECTION,
    chronicle_line,
    filled_lines,
    furniture_of,
    imprint_line,
    issue_label,
    trimmed,
)
from loaders.gazette.notice import Notice, usual_number
from loaders.gazette.paragraphs import passages
from loaders.gazette.signatures import DATE_LINE, ORGANISATION_TAIL, adopted_on, issuer_in, signature_of
from loaders.readers.paper import Line, Paper, Passage

_NUMBER = re.compile(
    r"\(?\s*([\u4e00-\u9fff]{1,12}(?:\([\u4e00-\u9fff]{1,6}\))?[〔\[(]\s*(?:19|20)\d{2}\s*[〕\])]\s*第?\s*\d{1,4}\s*号)"
    r"\s*(附件\d*)?\s*\)?"
)
_SORTS = "通知|决定|意见|批复|通报|公告|通告|函|办法|方案|报告|规定|纪要|细则|请示|议案|预案|规划|计划|要点|分解表|一览表|安排表|名单|令"
_TITLE = re.compile(rf"(?P<issuer>[^《》。,:;]{{2,60}}?)?关于[^。;]{{2,160}}(?:{_SORTS})(?:\([^()]*\))?")
_TITLE_END = re.compile(rf"(?:{_SORTS})(?:\([^()]*\))?$")
#: What a line is that can only be the rest of a title: 干部任前公示, AB岗工作制度, 领导班子成员分工.
_NAMES_A_PAPER = re.compile(rf"[^。,:;、]{{2,28}}(?:{_SORTS}|公示|制度|分工|清单|[^代]表)(?:\([^()]*\))?")
#: The kind of a paper alone on its line, below what it is about: `甲省物流体系建设` / `实施方案`.
_KIND_ALONE = re.compile(
    r"(?:(?:实施|工作|行动|专项|总体|建设|整治|治理|提升|推进|考核|管理|任务|分解|责任|[一二三四五]年)*"
    r"(?:方案|意见|计划|规划|要点|办法|细则|规定|清单|预案|分工|制度))(?:\([^()]*\))?"
)
_CONTENTS_ENTRY = re.compile(r".*(?:\(\s*\d{1,4}\s*\)|[.…·]{2,}\s*\d{1,4})\s*$")
#: Contents, masthead and lists: none of these lines is part of a title.
_NO_TITLE_LINE = re.compile(r"\s*(?:目\s*录\s*$|[-*●◆■]|.*\(\s*\d{1,4}\s*\)\s*$|.*\d{4}年第.{1,9}期)")
_ADDRESSEES = re.compile(r".{2,160}:\s*$", re.S)
#: `任命：`, `…名单如下：`, `根据…，现将…（截至…）：`: a first passage that opens a list and addresses nobody.
_OPENS_LIST = re.compile(
    r"(?:如下(?:\([^()]{1,30}\))?|任命|免去|任免|提名|决定|名单)\s*:\s*$|^\s*(?:根据|按照|依据|为|鉴于|现将|由于|因工作|经(?!开|济|信|贸))"
)
_ATTACHMENT = re.compile(r"附(?:件|表)?[\d一二三四五六七八九十]{0,3}:?")
_BULLETIN_NUMBER = re.compile(r"\(?\d{4}年?第?[\d\-—、]{1,7}[号期](?:\(?总第?\d{1,4}[号期]\)?)?\)?")
_WHITE = re.compile(r"\s+")
#: Lines between which a title and its number stand, and empty lines inside, also where page number and running header stand between.
_NEAR, _BLANKS, _BLANKS_AT_PAGE = 12, 2, 5


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a notice begins: index of its first title line, of the last line of title and number, and both passages."""

    first: int
    last: int
    title: Passage
    number: Passage | None
    attachment: bool = False


def split(paper: Paper, *, jurisdiction: str = "") -> tuple[Notice, ...]:
    """The notices of a paper in printed order; before them a `masthead`, after them a `chronicle`, if it has them.

    A paper without any title pattern is one notice of kind `text` whose title is its first line.
    """
    furniture = furniture_of(paper)
    issue = issue_label(paper)
    starts = _starts(paper, furniture)
    chronicle = chronicle_line(paper, starts[-1].last + 1 if starts else 0)
    if not starts and chronicle is None:
        return (_single(paper, furniture, jurisdiction),)
    parts: list[Notice] = []
    top = starts[0].first if starts else chronicle or 0
    if issue and top > 3:
        parts.append(_part(paper, "masthead", issue, 0, top, furniture, jurisdiction, issue))
    for position, start in enumerate(starts):
        stop = starts[position + 1].first if position + 1 < len(starts) else len(paper.lines)
        if chronicle is not None and start.last < chronicle < stop:
            stop = chronicle
        parts.append(
            _notice(paper, start, trimmed(paper, start.last + 1, stop, furniture), furniture, jurisdiction, issue)
        )
    if chronicle is not None:
        stop = imprint_line(paper, chronicle)
        label = f"{issue}·大事记" if issue else "大事记"
        parts.append(_part(paper, "chronicle", label, chronicle, stop, furniture, jurisdiction, issue))
        if stop < len(paper.lines):
            parts.append(
                _part(paper, "imprint", issue or "版权页", stop, len(paper.lines), furniture, jurisdiction, issue)
            )
    return tuple(parts)


# --- where notices begin ----------------------------------------------------------------------------------------


def _starts(paper: Paper, furniture: frozenset[int]) -> list[_Start]:
    found: dict[int, _Start] = {}
    taken = -1
    for index, line in enumerate(paper.lines):
        words = paper.words[index]
        match = _NUMBER.fullmatch(words) if "号" in words and line.number not in furniture else None
        if not match or index <= taken:
            continue
        begin = line.start + paper.folded[line.start : line.end].index(match[1][0])
        number = paper.passage(begin, begin + len(match[1]))
        above = _title_above(paper, index, taken, furniture)
        below = None if above and _complete(above[1]) else _title_below(paper, index, furniture)
        if below is not None:
            first = above[0] if above and not _complete(above[1]) and _is_letterhead(above[1].text) else index
            start = _Start(first, below[0], below[1], number)
        elif above is not None:
            start = _Start(above[0], index, above[1], number, bool(match[2]))
        else:
            continue
        found[start.first] = start
        taken = start.last
    for start in _titles_without_number(paper, furniture, found):
        found[start.first] = start
    return [found[key] for key in sorted(found)]


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
        if line.number in furniture:
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
            or _is_contents_entry(words)
            or len(parts) >= 6
        ):
            break
        if SECTION.fullmatch(words):
            break
        complete_already = best is not None and _complete(best[1]) and _TITLE.fullmatch(best[1].printed_folded())
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


def _title_below(paper: Paper, index: int, furniture: frozenset[int]) -> tuple[int, Passage] | None:
    """The title that begins under a number (红头 layout): up to five lines until the words of a title are complete."""
    parts: list[Passage] = []
    for position in range(index + 1, min(len(paper.lines), index + _empty_lines(paper)(_NEAR))):
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


def _titles_without_number(paper: Paper, furniture: frozenset[int], found: dict[int, _Start]) -> list[_Start]:
    """Titles that carry no number: whole title words, an empty line or the top above, addressees or a date below."""
    covered = {position for start in found.values() for position in range(start.first, start.last + 1)}
    starts = []
    words_of = paper.words
    filled = filled_lines(paper, paper.lines, furniture)
    for order in _about([words_of[position] for position in filled]):
        position = filled[order]
        words = words_of[position]
        if position in covered:
            continue
        if _is_contents_entry(words) or words.startswith(("-", "《", "(", "一", "二", "根据", "按照", "为")):
            continue
        for count in (1, 2, 3, 4):
            block = filled[order : order + count]
            if len(block) < count or any(other in covered for other in block):
                break
            if _NO_TITLE_LINE.match(paper.folded_line(paper.lines[block[-1]])):
                break
            joined = Passage.join([paper.passage(paper.lines[o].start, paper.lines[o].end) for o in block])
            text = joined.printed_folded()
            if any(mark in text for mark in ("。", ":", ";")):
                break
            match = _TITLE.fullmatch(text)
            if match and (match["issuer"] is None or ORGANISATION_TAIL.search(match["issuer"]) or order == 0):
                after = filled[order + count] if order + count < len(filled) else None
                under = "" if after is None else words_of[after]
                if order == 0 or _ADDRESSEES.fullmatch(under) or DATE_LINE.fullmatch(under):
                    starts.append(_Start(block[0], block[-1], joined, None))
                    covered.update(block)
                break
    return starts


def _about(words: list[str]) -> list[int]:
    """The places of lines that hold 关于, or stand up to two lines over it; a line break may part the two letters."""
    near: set[int] = set()
    for place, line in enumerate(words):
        if "关于" in line:
            near.update((place - 2, place - 1, place))
        elif line.endswith("关") and place + 1 < len(words) and words[place + 1].startswith("于"):
            near.update((place - 1, place))
    return sorted(place for place in near if place >= 0)


def _is_contents_entry(words: str) -> bool:
    """Whether a line ends in the number of a page, as those of a table of contents do."""
    return (words.endswith(")") or words[-1:].isdigit()) and _CONTENTS_ENTRY.fullmatch(words) is not None


def _complete(title: Passage) -> bool:
    text = title.printed_folded()
    return bool(_TITLE.fullmatch(text) or (_TITLE_END.search(text) and len(text) > 8))


def _is_letterhead(text: str) -> bool:
    return bool(re.fullmatch(r"\s*.{2,40}(?:文件|办公室文件|委员会文件)\s*", text))


# --- the parts --------------------------------------------------------------------------------------------------


def _notice(paper: Paper, start: _Start, stop: int, furniture: frozenset[int], jurisdiction: str, issue: str) -> Notice:
    rest = paper.lines[start.last + 1 : stop]
    signature, date = signature_of(paper, rest, furniture)
    rows = _rows_of(paper, rest, furniture, signature, date)
    body = list(passages(paper, rest, furniture, closing=_lines_of(paper, signature, date), rows=rows))
    addressees = None
    first = body[0].text if body else ""
    if _ADDRESSEES.fullmatch(first) and "\t" not in first and not _OPENS_LIST.search(first):
        addressees = body.pop(0)
    title = start.title
    heading = _WHITE.sub("", title.text)
    match = _TITLE.fullmatch(heading)
    issuer = (match["issuer"] or "") if match else ""
    signer = signature.printed() if signature is not None else ""
    if signer and (not ORGANISATION_TAIL.search(issuer) or (issuer[0] in "省市县区旗" and signer.endswith(issuer))):
        issuer = signer  # 县人民政府关于…, signed by 沅峤县人民政府
    elif issuer:
        issuer = title.printed()[: len(issuer)]
    number = usual_number(start.number.text) if start.number is not None else ""
    signed = day_of(date.text) if date is not None else adopted_on(body)
    return Notice(
        paper=paper,
        doc_id=number or derived_label(heading, signed),
        kind="notice",
        jurisdiction=jurisdiction,
        title=title,
        issuer=issuer,
        lines=paper.lines[start.first : stop],
        body=tuple(body),
        number=start.number,
        addressees=addressees,
        signature=signature,
        date=date,
        signed_date=signed,
        issue=issue,
        furniture=furniture,
        rows=rows,
    )


def _rows_of(
    paper: Paper, lines: Sequence[Line], furniture: frozenset[int], signature: Passage | None, date: Passage | None
) -> Mapping[int, Passage | None]:
    """The rows of tables printed without tabs; who signs below the last one, and when, is no cell of it."""
    closing = _lines_of(paper, signature, date)
    if signature is not None and date is not None:
        last = max((line.number for line in lines if paper.words[line.number - 1]), default=0)
        lines = [line for line in lines if line.number not in closing] if last in closing else lines
    return {
        **upright.rows(paper, lines, furniture),
        **gapped.rows(paper, lines, furniture),
        **barred.rows(paper, lines, furniture),
        **boxed.rows(paper, lines, furniture),
    }


def _lines_of(paper: Paper, *places: Passage | None) -> frozenset[int]:
    return frozenset(paper.line_at(place.start).number for place in places if place is not None)


def derived_label(heading: str, signed: str) -> str:
    """The label of a paper without a number: its title, and its day if it prints one."""
    return f"{heading}（{signed}）" if signed else heading


def _single(paper: Paper, furniture: frozenset[int], jurisdiction: str) -> Notice:
    filled = [paper.lines[index] for index in filled_lines(paper, paper.lines, furniture)]
    filled = _without_header(paper, filled)
    filled = filled[web_pages.title_of([paper.words[line.number - 1] for line in filled]) or 0 :]
    first = filled[0] if filled else paper.lines[0]
    last = _second_title_line(paper, filled) or first
    signature, date = signature_of(paper, paper.lines, furniture)
    title = Passage.join([paper.passage(line.start, line.end) for line in dict.fromkeys((first, last))])
    heading = title.printed()
    is_title = len(heading) <= 60 and not heading.endswith(("。", "；", "：", ":", ";", "，"))
    rest = paper.lines[last.number :] if is_title else paper.lines
    rows = _rows_of(paper, rest, furniture, signature, date)
    body = passages(paper, rest, furniture, closing=_lines_of(paper, signature, date), rows=rows)
    signed = day_of(date.text) if date is not None else adopted_on(body)
    return Notice(
        paper=paper,
        doc_id=derived_label(heading[:60], signed),
        kind="notice" if is_title else "text",
        jurisdiction=jurisdiction,
        title=title,
        issuer=signature.printed() if signature is not None else issuer_in(heading) if is_title else "",
        lines=paper.lines,
        body=body,
        signature=signature,
        date=date,
        signed_date=signed,
        furniture=furniture,
        rows=rows,
    )


def _without_header(paper: Paper, filled: list[Line]) -> list[Line]:
    """The lines without what stands over the title of a single paper: the bulletin (`×× 公报` / `2021年第4号`), `附件2`."""
    top = 0
    for line in filled[:3]:
        words = _WHITE.sub("", paper.folded_line(line))
        if MASTHEAD_NAME.fullmatch(words) or _BULLETIN_NUMBER.fullmatch(words) or _ATTACHMENT.fullmatch(words):
            top += 1
        else:
            break
    return filled[top:] if top < len(filled) else filled


def _second_title_line(paper: Paper, filled: list[Line]) -> Line | None:
    """The second line of a title whose first is the issuer (`×× 县委组织部` / `干部任前公示`) or all but the kind of paper."""
    if len(filled) < 3:
        return None
    upper, lower = (paper.words[line.number - 1] for line in filled[:2])
    if filled[1].number == filled[0].number + 1 and _KIND_ALONE.fullmatch(_WHITE.sub("", lower)):
        whole = upper[-1] in "。;:,!?" or "\t" in upper or upper.endswith("文件") or _TITLE_END.search(upper)
        return filled[1] if 6 <= len(upper) <= 50 and not whole else None
    if not ORGANISATION_TAIL.search(upper) or len(upper) > 30 or len(lower) > 30 or _NO_TITLE_LINE.match(lower):
        return None
    return filled[1] if _NAMES_A_PAPER.fullmatch(_WHITE.sub("", lower)) else None


def _part(
    paper: Paper, kind: str, label: str, first: int, stop: int, furniture: frozenset[int], jurisdiction: str, issue: str
) -> Notice:
    lines = paper.lines[first:stop]
    filled = next((line for line in lines if paper.words[line.number - 1]), lines[0])
    return Notice(
        paper=paper,
        doc_id=label,
        kind=kind,
        jurisdiction=jurisdiction,
        title=paper.passage(filled.start, filled.end),
        issuer="",
        lines=lines,
        body=passages(paper, lines, furniture),
        issue=issue,
        furniture=furniture,
    )
