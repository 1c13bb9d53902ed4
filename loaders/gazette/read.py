"""A paper to statements: cut it into notices, let every kind module read each, report what stayed unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from graph.names.places import place_of
from graph.statements import Appointment, Membership, Portfolio, Statement
from loaders.gazette import (
    aliases,
    appointments,
    chronicle,
    citations,
    divisions,
    documents,
    duties,
    group_rules,
    indicators,
    issue,
    lineage,
    masthead,
    news,
    news_minutes,
    periods,
    phases,
    plans,
    response_levels,
    rosters,
    script,
    stand_ins,
    subsidies,
    subsidies_tables,
    targets,
    targets_tables,
    tasks,
)
from loaders.gazette.notice import Notice
from loaders.readers.paper import Paper

#: One module a kind of statement; each is a pure function of a notice and decides by its words whether it applies.
READERS: tuple[Callable[[Notice], Iterable[Statement]], ...] = (
    documents.read,
    citations.read,
    rosters.read,
    appointments.read,
    masthead.read,
    chronicle.read,
    news.read,
    news_minutes.read,
    tasks.read,
    plans.read,
    divisions.read,
    stand_ins.read,
    aliases.read,
    lineage.read,
    duties.read,
    indicators.read,
    phases.read,
    targets.read,
    targets_tables.read,
    subsidies.read,
    subsidies_tables.read,
    response_levels.read,
    periods.read,
    group_rules.read,
)


@dataclass(frozen=True, slots=True)
class PageRead:
    """How many of the printed lines of a page stand in at least one quote."""

    page: int
    lines: int
    read: int


@dataclass(frozen=True, slots=True)
class PaperReading:
    """What a paper says: statements in printed order, the documents in it, and the stretches no rule read."""

    statements: tuple[Statement, ...]
    documents: tuple[str, ...]
    unread: tuple[tuple[int, int], ...]  # first and last line number of each stretch
    lines: int  # printed lines that are neither blank nor page furniture
    lines_read: int
    pages: tuple[PageRead, ...] = ()  # of a paper that has pages


def read_paper(paper: Paper, *, jurisdiction: str = "") -> PaperReading:
    """All statements of a paper. Pure: the same text gives the same statements."""
    if (plain := script.in_simplified(paper)) is not None:
        reading = read_paper(plain, jurisdiction=jurisdiction)
        return replace(reading, statements=tuple(script.as_printed(reading.statements, plain, paper)))
    notices = _placed(issue.split(paper, jurisdiction=jurisdiction))
    statements: list[Statement] = []
    for notice in notices:
        told = replace(notice, named=_with_posts(statements)) if notice.kind == "chronicle" else notice
        for reader in READERS:
            statements.extend(reader(told))
    statements.sort(key=lambda statement: (statement.source.start, statement.source.end, statement.TABLE))
    total, read, unread, pages = _coverage(paper, notices, statements)
    return PaperReading(tuple(statements), tuple(notice.doc_id for notice in notices), unread, total, read, pages)


def _with_posts(statements: Iterable[Statement]) -> frozenset[str]:
    """The persons whom rosters, divisions of work and appointments print with a post."""
    return frozenset(
        row.person
        for row in statements
        if (isinstance(row, Membership | Portfolio) and row.person and row.title)
        or (isinstance(row, Appointment) and row.person)
    )


def _placed(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Notices whose place was not given get their issuer's; parts of an issue that name none, that of most notices."""
    places = [place_of(notice.issuer or notice.heading) for notice in notices]
    known = Counter(place for place in places if place.id).most_common()
    # A short name (`甲区`) beside a full one (`乙市甲区`) in one issue is the same place: the longer chain says more.
    fullest = {place.name: place for place, _ in sorted(known, key=lambda item: (len(item[0].above), item[1]))}
    common = fullest[known[0][0].name] if known else None
    return tuple(
        replace(notice, jurisdiction=notice.jurisdiction or fullest.get(place.name, common or place).id)
        for notice, place in zip(notices, places, strict=True)
    )


def _coverage(
    paper: Paper, notices: tuple[Notice, ...], statements: list[Statement]
) -> tuple[int, int, tuple[tuple[int, int], ...], tuple[PageRead, ...]]:
    """How many printed lines stand in at least one quote, the stretches that stand in none, and the same by page."""
    furniture = notices[0].furniture if notices else frozenset()
    covered: set[int] = set()
    for statement in statements:
        covered.update(range(statement.source.line_start, statement.source.line_end + 1))
    printed = [number for number, words in enumerate(paper.words, start=1) if words and number not in furniture]
    stretches: list[tuple[int, int]] = []
    after_read = True
    for number in printed:
        if number in covered:
            after_read = True
        elif after_read:
            stretches.append((number, number))
            after_read = False
        else:
            stretches[-1] = (stretches[-1][0], number)
    all_lines = Counter(paper.lines[number - 1].page for number in printed)
    read = Counter(paper.lines[number - 1].page for number in printed if number in covered)
    pages = tuple(PageRead(page, count, read[page]) for page, count in sorted(all_lines.items()) if page)
    return len(printed), read.total(), tuple(stretches), pages
