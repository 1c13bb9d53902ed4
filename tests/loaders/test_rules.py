"""Every reading rule is tested by its own example and counter-example (`loaders/gazette/rules/*.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from graph.statements import Statement, value_of
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

RULES = Path(__file__).resolve().parents[2] / "loaders" / "gazette" / "rules"


@dataclass(frozen=True)
class Case:
    """One rule with what it must read and what it must leave."""

    rule: str
    example: str
    expected: dict[str, str]
    counter: str
    why: str


def _cases() -> list[Case]:
    cases = []
    for path in sorted(RULES.glob("*.yaml")):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8")):
            example, counter = rule["example"], rule["counter"]
            assert {"id", "reads", "gives", "source"} <= set(rule), f"{path.name}: {rule.get('id')} lacks a field"
            cases.append(Case(rule["id"], example["text"], example["expect"], counter["text"], counter["why"]))
    return cases


CASES = _cases()


def _statements(text: str) -> tuple[Statement, ...]:
    return read_paper(read_text(text.encode(), "example.txt")).statements


def _printed(statement: Statement, column: str) -> str:
    if column == "table":
        return statement.TABLE
    if column == "doc_id":
        return statement.doc_id
    value = value_of(statement, column)
    return ";".join(value) if isinstance(value, tuple) else str(value)


def test_rule_ids_are_unique() -> None:
    ids = [case.rule for case in CASES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule_reads_its_example(case: Case) -> None:
    rows = [statement for statement in _statements(case.example) if statement.source.rule == case.rule]
    found = [{column: _printed(row, column) for column in case.expected if column != "table"} for row in rows]
    wanted = {column: str(value) for column, value in case.expected.items() if column != "table"}
    assert wanted in found
    assert any(case.expected["table"] == row.TABLE for row in rows)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_rule_leaves_its_counter_example(case: Case) -> None:
    assert [row for row in _statements(case.counter) if row.source.rule == case.rule] == []
