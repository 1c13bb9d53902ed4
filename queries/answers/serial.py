"""Answers as JSON: the fields of their records, in order. Equal graphs and questions give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from queries.answers.model import Answer
from queries.answers.results import Found, Table
from queries.answers.sheets import Sheet
from queries.answers.show import Shown


def as_json(answers: Sequence[Shown]) -> str:
    """One answer as an object, several as a list."""
    plain = [_plain(each) for each in answers]
    return json.dumps(plain[0] if len(plain) == 1 else plain, ensure_ascii=False, indent=2) + "\n"


def _plain(answer: Shown) -> dict[str, object]:
    match answer:
        case Table():
            result = answer.result
            return {
                "query": result.query.id,
                "title": {"zh": answer.title_in("zh"), "en": answer.title_in("en")},
                "parameters": result.parameters,
                "columns": list(answer.columns),
                "rows": result.rows,
                "truncated": result.truncated,
                "period": {"from": answer.since, "to": answer.until},
                "notes": [{"zh": zh, "en": en} for zh, en in answer.notes],
                "evidence": [asdict(each) for each in answer.evidence],
            }
        case Sheet():
            return {"columns": list(answer.columns), "rows": [list(line.cells) for line in answer.lines]}
        case Answer() | Found():
            return {"answer": type(answer).__name__.lower(), **asdict(answer)}
