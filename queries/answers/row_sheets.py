"""Rows of a canned query, and the hits of a search, as sheets: what a reader needs of each, codes in words."""

from __future__ import annotations

from graph.ontology import ontology
from queries.answers.captions import CHANGES
from queries.answers.results import Found, Table, cell, row_evidence, why
from queries.answers.sheets import Line, Sheet, Words
from queries.catalogue import column_caption

#: Columns that hold the name of an edge or of a kind of thing, and those that hold what happened or what is counted.
_RELATIONS = frozenset({"edge", "relation", "part", "object_kind", "other_kind", "who_kind", "member_kind"})
_CODED = frozenset({"change", "direction", "relation", "what"})


def table_sheet(answer: Table, words: Words) -> Sheet:
    """Ids and evidence stay in JSON; a person reads names, captions and days."""
    hidden = {
        "evidence",
        "because_of",
        "ended_by",
        "evidence_id",
        "file",
        "start",
        "end",
        "possible_from",
        "possible_to",
    }
    shown = answer.shown or [each for each in answer.columns if each not in hidden and not each.endswith("_id")]
    lines = [
        Line(tuple(_cell(column, cell(row[column]), words) for column in shown), row_evidence(row))
        for row in answer.result.rows
    ]
    facts = [(words.say("日期", "day"), answer.result.on)] if answer.result.on else []
    if answer.until:
        facts = [(words.say("期间", "period"), words.period(answer.since, answer.until))]
    notes = [words.say(*each) for each in answer.notes]
    if answer.result.truncated:
        notes.append(
            words.say(f"只列前 {len(lines)} 行，见 --limit。", f"The first {len(lines)} rows only, see --limit.")
        )
    if not lines and answer.note is None:
        notes.append(words.say("没有结果。", "No rows."))
    columns = tuple(column_caption(each, words.language) for each in shown)
    return Sheet(answer.title_in(words.language), tuple(facts), columns, tuple(lines), answer.evidence, tuple(notes))


def _cell(column: str, value: str, words: Words) -> str:
    """A code as a reader sees it: of a change, of a relation, of a property; anything else as it stands."""
    if column in _CODED and value in CHANGES:
        return words.say(*CHANGES[value])
    if column in _RELATIONS:
        return ontology().caption(value, language=words.language)
    return ontology().value_caption(column, value, language=words.language)


def found_sheet(answer: Found, words: Words) -> Sheet:
    """What a search gave: kind, name, why, place and id of each hit."""
    schema = ontology()
    lines = [
        Line(
            (
                schema.caption(hit.kind, language=words.language),
                hit.name,
                why(hit, words.language),
                hit.jurisdiction,
                hit.id,
            )
        )
        for hit in answer.hits
    ]
    columns = tuple(
        words.say(*each)
        for each in (("类别", "kind"), ("名称", "name"), ("因何", "why"), ("地区", "place"), ("标识", "id"))
    )
    note = () if lines else (words.say("没有找到。", "Nothing found."),)
    return Sheet(words.say(f"查找“{answer.text}”", f"Search for “{answer.text}”"), (), columns, tuple(lines), (), note)
