"""A paper cut into notices: a gazette issue into many, a single paper into one.

A notice begins at its title. Titles are found from the document numbers (文号) that stand under or over them and from
the words a title is made of (`…关于…的通知`); the table of contents is known by its page numbers. A notice ends where
the next one, the chronicle (大事记) or the imprint begins: attachments that follow the signature stay with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.gazette import barred, barred_lines, boxed, gapped, upright, web_catalogue, web_pages
from loaders.gazette.dates import day_of
from loaders.gazette.issue_parts import (
    MASTHEAD_NAME,
    chronicle_line,
    filled_lines,
    furniture_of,
    imprint_line,
    is_dated_throughout,
    issue_label,
    trimmed,
)
from loaders.gazette.issue_starts import ADDRESSEES, NO_TITLE_LINE, starts_of
from loaders.gazette.issue_titles import SORTS, TITLE, TITLE_END, Start, parted_number
from loaders.gazette.notice import Notice, usual_number
from loaders.gazette.paragraphs import passages
from loaders.gazette.signatures import ORGANISATION_TAIL, adopted_on, is_short_for, issuer_in, signature_of
from loaders.readers.paper import Line, Paper, Passage

#: What a line is that can only be the rest of a title: 干部任前公示, AB岗工作制度, 领导班子成员分工.
_NAMES_A_PAPER = re.compile(rf"[^。,:;、]{{2,28}}(?:{SORTS}|公示|制度|分工|清单|[^代]表)(?:\([^()]*\))?")
#: The kind of a paper alone on its line, below what it is about: `甲省物流体系建设` / `实施方案`.
_KIND_ALONE = re.compile(
    r"(?:\d{4}年(?:度)?)?(?:(?:实施|工作|行动|专项|总体|建设|整治|治理|提升|推进|考核|管理|重点|任务|分解|责任|[一二三四五]年)*"
    r"(?:方案|意见|计划|规划|要点|办法|细则|规定|清单|预案|分工|制度|任务分解|台账|[解务工排览]表))(?:\([^()]*\))?"
)
#: `任命：`, `…名单如下：`, `根据…，现将…（截至…）：`: a first passage that opens a list and addresses nobody.
_OPENS_LIST = re.compile(
    r"(?:如下(?:\([^()]{1,30}\))?|任命|免去|任免|提名|决定|名单)\s*:\s*$|^\s*(?:根据|按照|依据|为|鉴于|现将|由于|因工作|经(?!开|济|信|贸))"
)
_ATTACHMENT = re.compile(r"附(?:件|表)?[\d一二三四五六七八九十]{0,3}:?")
#: `（三）重点检查阶段（3月至5月）`: a page out of the middle of a paper begins with a number in brackets, or one that is not the first, and has no title.
_IN_THE_MIDDLE = re.compile(
    r"\s*(?:\(?(?:[二三四五六七八九]|十[一二三四五六七八九]?)\)?[、.]|\((?:[一二三四五六七八九]|十[一二三四五六七八九]?|[1-9])\)|[2-9][、.](?!\d))(?!.*关于.*的)"
)
_BULLETIN_NUMBER = re.compile(r"\(?\d{4}年?第?[\d\-—、]{1,7}[号期](?:\(?总第?\d{1,4}[号期]\)?)?\)?")
_WHITE = re.compile(r"\s+")


def split(paper: Paper, *, jurisdiction: str = "") -> tuple[Notice, ...]:
    """The notices of a paper in printed order; before them a `masthead`, after them a `chronicle`, if it has them.

    A paper without any title pattern is one notice of kind `text` whose title is its first line.
    """
    furniture = furniture_of(paper)
    issue = issue_label(paper)
    starts = starts_of(paper, furniture) or _titled_by_catalogue(paper, furniture)
    papers = [start for start in starts if start.is_document]
    chronicle = chronicle_line(paper, papers[-1].last + 1 if papers else 0)
    if not starts and chronicle is None and is_dated_throughout(paper):
        return (_chronicle(paper, 0, len(paper.lines), furniture, jurisdiction, issue),)
    if not starts and chronicle is None:
        return tuple(_told_by_catalogue(paper, [_single(paper, furniture, jurisdiction)]))
    parts: list[Notice] = []
    top = starts[0].first if starts else chronicle or 0
    if issue and top > 3:
        parts.append(_part(paper, "masthead", issue, 0, top, furniture, jurisdiction, issue))
    end = len(paper.lines) if chronicle is None else imprint_line(paper, chronicle)
    for position, start in enumerate(starts):
        if chronicle is not None and start.first > end:
            break
        following = starts[position + 1].first if position + 1 < len(starts) else len(paper.lines)
        stop = following if chronicle is None or not start.last < chronicle < following else chronicle
        rest = trimmed(paper, start.last + 1, stop, furniture)
        parts.append(_notice(paper, start, rest, furniture, jurisdiction, issue))
        if stop == chronicle:
            stop = min(following, end)
            parts.append(_chronicle(paper, chronicle, stop, furniture, jurisdiction, issue))
    if chronicle is not None and not starts:
        parts.append(_chronicle(paper, chronicle, end, furniture, jurisdiction, issue))
    if chronicle is not None and end < len(paper.lines):
        parts.append(_part(paper, "imprint", issue or "版权页", end, len(paper.lines), furniture, jurisdiction, issue))
    return tuple(_with_issuers(_told_by_catalogue(paper, parts)))


def _titled_by_catalogue(paper: Paper, furniture: frozenset[int]) -> list[Start]:
    """The paper of a page that begins below the catalogue with whom it goes to, or with a sentence: the catalogue has its title."""
    place = web_catalogue.title_in(paper.words)
    filled = filled_lines(paper, paper.lines, furniture) if place is not None else []
    first = next((index for index in filled if place is not None and index > place.line), None)
    if place is None or first is None or not paper.words[first].endswith((":", "。", ";")):
        return []
    return [Start(place.line, first - 1, _at(paper, place), None)]


def _told_by_catalogue(paper: Paper, parts: list[Notice]) -> list[Notice]:
    """The parts; the paper of a page has the number that its catalogue alone prints, and its issuer's whole name (`县人民政府关于…`)."""
    papers = [part for part in parts if part.kind == "notice" and part.is_document]
    if len(papers) != 1:
        return parts
    whole = papers[0]
    number = web_catalogue.number_in(paper.words) if whole.number is None else None
    if number is not None:
        printed = _at(paper, number)
        whole = replace(whole, number=printed, doc_id=usual_number(printed.text))
    named = web_catalogue.issuer_in(paper.words)
    issuer = _at(paper, named).printed() if named is not None else ""
    if issuer and whole.issuer and is_short_for(whole.issuer, issuer):
        whole = replace(whole, issuer=issuer)
    return [whole if part is papers[0] else part for part in parts]


def _at(paper: Paper, place: web_catalogue.Span) -> Passage:
    line = paper.lines[place.line]
    start = line.start + paper.folded_line(line).index(paper.words[place.line])
    return paper.passage(start + place.start, start + place.end)


def _with_issuers(parts: list[Notice]) -> Iterator[Notice]:
    """Papers that name no issuer get that of the others in the same series (`甲政任字〔2031〕`), if all of those have one issuer."""
    issuers: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        if part.number is not None and part.issuer:
            issuers[part.doc_id.partition("〔")[0]].add(part.issuer)
    for part in parts:
        same = (
            issuers.get(part.doc_id.partition("〔")[0], set()) if part.number is not None and not part.issuer else set()
        )
        yield replace(part, issuer=next(iter(same))) if len(same) == 1 else part


# --- the parts --------------------------------------------------------------------------------------------------


def _notice(paper: Paper, start: Start, stop: int, furniture: frozenset[int], jurisdiction: str, issue: str) -> Notice:
    rest = paper.lines[start.last + 1 : stop]
    signature, date = signature_of(paper, rest, furniture)
    rows = _rows_of(paper, rest, furniture, signature, date)
    body = list(passages(paper, rest, furniture, closing=_lines_of(paper, signature, date), rows=rows))
    addressees = None
    first = body[0].text if body else ""
    if ADDRESSEES.fullmatch(first) and "\t" not in first and not _OPENS_LIST.search(first):
        addressees = body.pop(0)
    title = start.title
    heading = _WHITE.sub("", title.text)
    match = TITLE.fullmatch(heading)
    issuer = (match["issuer"] or "") if match else ""
    signer = signature.printed() if signature is not None else ""
    if signer and (not ORGANISATION_TAIL.search(issuer) or is_short_for(issuer, signer)):
        issuer = signer  # 县人民政府关于…, signed by 沅峤县人民政府
    elif issuer:
        issuer = title.printed()[: len(issuer)]
    issuer = issuer or start.issuer or issuer_in(heading)
    number = usual_number(start.number.text) if start.number is not None else ""
    signed = day_of(date.text) if date is not None else adopted_on(body)
    return Notice(
        paper=paper,
        doc_id=number or derived_label(heading, signed),
        kind="notice",
        is_document=start.is_document,
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
        **barred_lines.rows(paper, lines, furniture),
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
    words = [paper.words[line.number - 1] for line in filled]
    filled = filled[web_pages.title_of(words) or web_pages.below_menu(words) :]
    first = filled[0] if filled else paper.lines[0]
    last = _second_title_line(paper, filled) or first
    signature, date = signature_of(paper, paper.lines, furniture)
    title, number = parted_number(
        Passage.join([paper.passage(line.start, line.end) for line in dict.fromkeys((first, last))])
    )
    heading = title.printed()
    is_title = (
        len(heading) <= 60
        and not heading.endswith(("。", "；", "：", ":", ";", "，"))
        and heading.count("|") < 2
        and _IN_THE_MIDDLE.match(paper.folded_line(first)) is None
    )
    rest = paper.lines[last.number :] if is_title else paper.lines
    rows = _rows_of(paper, rest, furniture, signature, date)
    body = passages(paper, rest, furniture, closing=_lines_of(paper, signature, date), rows=rows)
    signed = day_of(date.text) if date is not None else adopted_on(body)
    return Notice(
        paper=paper,
        doc_id=usual_number(number.text) if number is not None else derived_label(heading[:60], signed),
        kind="notice" if is_title else "text",
        jurisdiction=jurisdiction,
        title=title,
        number=number,
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
        whole = upper[-1] in "。;:,!?" or "\t" in upper or upper.endswith("文件") or TITLE_END.search(upper)
        return filled[1] if 6 <= len(upper) <= 50 and not whole else None
    if not ORGANISATION_TAIL.search(upper) or len(upper) > 30 or len(lower) > 30 or NO_TITLE_LINE.match(lower):
        return None
    return filled[1] if _NAMES_A_PAPER.fullmatch(_WHITE.sub("", lower)) else None


def _chronicle(paper: Paper, first: int, stop: int, furniture: frozenset[int], jurisdiction: str, issue: str) -> Notice:
    label = f"{issue}·大事记" if issue else "大事记"
    return _part(paper, "chronicle", label, first, stop, furniture, jurisdiction, issue)


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
