"""Papers, gazette issues, what cites what, and the evidence: one node a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph import statements as waist
from graph.days import Interval
from graph.entities import Identity
from graph.ids import derived_id, fold_number
from graph.names.script import title_key
from graph.projection.builder import Builder, days, evidence_id, short
from graph.timeline import Timeline
from graph.timeline.facts import Fact
from graph.timeline.papers import Paper, Papers, Row, numbered
from graph.timeline.spans import When, ended, starting

_CITING = {
    "cites": "CITES", "implements": "CITES", "based_on": "BASED_ON", "supersedes": "SUPERSEDES", "amends": "AMENDS",
    "corrects": "AMENDS", "repeals": "REPEALS",
}  # fmt: skip


def write_papers(builder: Builder, timeline: Timeline) -> None:
    """Every paper a statement stands in, and the issues that print them."""
    papers = timeline.papers
    own = _own_rows(papers)
    for document in sorted(papers.by_id):
        _document(builder, papers.by_id[document], own.get(document))
    _issues(builder, papers, own)


def write_citations(builder: Builder, identity: Identity, papers: Papers) -> None:
    """What papers cite, and which bodies interpret them."""
    _citations(builder, papers)
    for row in _own_rows(papers).values():
        unit = (
            identity.organisation(row.statement.interpreted_by, row.statement) if row.statement.interpreted_by else ""
        )
        builder.edge("INTERPRETS", unit, row.paper.id, Fact(interval=paper_days(row.paper), evidence=(row.id,)))


def write_evidence(builder: Builder, papers: Papers) -> None:
    """One node a statement: its words, its place in the file, the rule that read it."""
    for rows in papers.tables.values():
        for row in rows:
            source = row.statement.source
            node = builder.node(
                "Evidence",
                evidence_id(row.id),
                _caption(row),
                quote=short(source.quote),
                document=row.paper.id,
                document_number=row.paper.label,
                file=source.file,
                page=source.page,
                line_start=source.line_start,
                line_end=source.line_end,
                start=source.start,
                end=source.end,
                cell=source.cell,
                rule=source.rule,
                confidence=source.confidence,
                table=row.statement.TABLE,
            )
            builder.edge("QUOTES", node, row.paper.id)


def paper_days(paper: Paper) -> Interval:
    """From the day a paper counts to its repeal or the definite end of its validity."""
    interval = starting(paper.when)
    if paper.validity is not None and paper.validity.definite and paper.when.is_dated:
        interval = ended(interval, When(paper.validity.ends, paper.validity.ends))
    if paper.ending is not None and paper.when.is_dated:
        interval = ended(interval, paper.ending.when)
    return interval


def _own_rows(papers: Papers) -> dict[str, Row[waist.Document]]:
    """The paper's own row; of several readings' rows the first."""
    return {row.paper.id: row for row in reversed(papers.rows(waist.Document))}


def _caption(row: Row[waist.Statement]) -> str:
    source = row.statement.source
    place = source.cell or (f"第{source.line_start}行" if source.line_start else "")
    return f"{row.paper.label} {place}".strip()


def _document(builder: Builder, paper: Paper, row: Row[waist.Document] | None) -> None:
    if row is None:
        builder.node(
            "Document", paper.id, paper.label, jurisdiction=paper.jurisdiction, number=paper.number,
            effective_day=paper.when.latest, **days(starting(paper.when)),
        )  # fmt: skip
        return
    printed = row.statement
    number = numbered(paper.number)
    builder.node(
        "Document",
        paper.id,
        printed.title or paper.number,
        jurisdiction=paper.jurisdiction,
        number=paper.number if number else "",
        kind=printed.kind,
        series=printed.series,
        issuer=printed.issuer,
        instrument=printed.instrument,
        signed_date=printed.signed_date,
        effective_date=printed.effective_date,
        effective_day=paper.when.latest,
        valid_until=printed.valid_until,
        adopted_at=printed.adopted_at,
        approved_by=printed.approved_by,
        interpreted_by=printed.interpreted_by,
        **days(paper_days(paper)),
    )


def _issues(builder: Builder, papers: Papers, own: Mapping[str, Row[waist.Document]]) -> None:
    """An issue from its facts; a paper is printed in the issue it names, else in the one that shares its file."""
    facts: dict[str, dict[str, str]] = defaultdict(dict)
    places: dict[str, str] = {}
    by_file: dict[str, set[str]] = defaultdict(set)
    by_label: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in papers.rows(waist.IssueFact):
        issue = derived_id("issue", row.paper.id)
        facts[issue].setdefault(row.statement.key, row.statement.value)
        places[issue] = row.paper.jurisdiction
        by_file[row.statement.source.file].add(issue)
        by_label[row.paper.jurisdiction, row.statement.doc_id].add(issue)
    for issue, known in sorted(facts.items()):
        label = known.get("issue_label", "")
        year = known.get("year", "")
        name = " ".join(part for part in (known.get("name", ""), f"{year}年" if year else "", label) if part)
        builder.node(
            "Issue", issue, name or "公报", jurisdiction=places[issue], year=year,
            number=known.get("issues", label), date_from=known.get("publication_date", ""),
        )  # fmt: skip
    for paper, document in own.items():
        printed = document.statement
        found = by_label.get((document.paper.jurisdiction, printed.issue), set()) or by_file.get(
            printed.source.file, set()
        )
        if len(found) == 1:
            builder.edge("PRINTED_IN", paper, next(iter(found)))


def _citations(builder: Builder, papers: Papers) -> None:
    """A cited paper at hand is that paper; one not at hand is known by its number, else by its title.

    Of several titles or spellings under which papers cite it, the smallest is its name, whichever paper comes first.
    """
    by_number = {(paper.jurisdiction, fold_number(paper.number)): paper.id for paper in papers.by_id.values()}
    by_title = {
        (paper.jurisdiction, title_key(paper.title)): paper.id for paper in papers.by_id.values() if paper.title
    }
    names: dict[str, str] = {}
    for row in papers.rows(waist.Citation):
        cited = row.statement
        if cited.relation in _CITING:
            name = cited.cited_title or cited.cited_number
            key = _cited_id(row)
            names[key] = min(names.get(key, name), name)
    for row in papers.rows(waist.Citation):
        cited = row.statement
        edge_type = _CITING.get(cited.relation)
        if edge_type is None:
            continue
        place = row.paper.jurisdiction
        number, title = fold_number(cited.cited_number), title_key(cited.cited_title)
        target = by_number.get((place, number), "") if number else by_title.get((place, title), "")
        if not target:
            identifier = _cited_id(row)
            target = builder.node("Document", identifier, names[identifier], number=number)
        if target != row.paper.id:
            builder.edge(edge_type, row.paper.id, target, Fact(evidence=(row.id,)))


def _cited_id(row: Row[waist.Citation]) -> str:
    """The id of a cited paper that is not at hand: its number, else its title in the place of who cites it."""
    number = fold_number(row.statement.cited_number)
    keys = ("number", number) if number else ("title", row.paper.jurisdiction, title_key(row.statement.cited_title))
    return derived_id("document", "cited", *keys)
