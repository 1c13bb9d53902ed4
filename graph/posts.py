"""The derived table `posts`: who was seen with which office, one row a person, post and paper.

Written for people and for scoring; the graph takes titles from the statements themselves. Ranks (三级调研员) are rows
here because readers look for them, and never posts of the graph.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.mentions import persons_in
from graph.identity.reading import read_corpus
from graph.ids import fold, printed_place
from graph.names.titles import post_text, read_title
from graph.statements import PostSeen, Statement


def derive_posts(statements: Sequence[Statement]) -> list[PostSeen]:
    """Read the titles beside names into posts, resolved to the full names that papers of the place print.

    One row for each person, post and document, with the source of the first words that say so and the first day.
    Order-free; sorted as printed. Rows of `posts` among the statements are left out: they are derived themselves.
    """
    corpus = read_corpus(statements)
    rows: dict[tuple[str, str, str, str], tuple[tuple[int | str, ...], PostSeen]] = {}
    for statement in statements:
        if isinstance(statement, PostSeen):
            continue
        setting = corpus.papers.setting(statement)
        day = corpus.papers.day(statement)
        for named in persons_in(statement):
            for reading in read_title(named.title, setting) if named.title and named.holds else ():
                body, position = post_text(reading, setting.place, corpus.lexicon.resolve)
                row = PostSeen(
                    person=fold(named.name),
                    post=f"{body}|{position}",
                    organisation=body,
                    position=position,
                    as_of=day,
                    source=statement.source,
                )
                key = (row.jurisdiction, row.doc_id, row.person, row.post)
                candidate = ((day, *printed_place(statement), statement.source.quote, statement.TABLE), row)
                rows[key] = min(rows.get(key, candidate), candidate, key=lambda item: item[0])
    ordered = sorted(
        rows.values(),
        key=lambda item: (item[1].jurisdiction, item[1].doc_id, item[0][1:-2], item[1].person, item[1].post),
    )
    return [row for _, row in ordered]
