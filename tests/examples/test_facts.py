"""The tables of the real gazette hold facts only, and load as they stand."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from core.settings import Settings
from graph.ids import is_number
from graph.private import private_spans
from graph.statements import TABLES, Task, of_type
from loaders.extraction import extract
from loaders.sources import read_source
from loaders.tables import read_tables

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "dongsheng-2023q3"
FILES = sorted(FOLDER.glob("*.csv"))


def script() -> ModuleType:
    """examples/make_facts.py, which is no part of a package."""
    found = importlib.util.spec_from_file_location("make_facts", ROOT / "examples" / "make_facts.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_there_is_a_table_a_kind_of_fact() -> None:
    assert {path.stem for path in FILES} <= set(TABLES)
    assert {"documents", "portfolios", "ab_pairs", "groups", "memberships", "tasks", "emergency_plans"} <= {
        path.stem for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_table_holds_no_sentence_and_nothing_private(path: Path) -> None:
    found = rows(path)
    assert found
    for row in found:
        assert row["jurisdiction"] == "150602"
        assert row["doc_id"]
        for column, cell in row.items():
            assert not set("。！？；") & set(cell), (column, cell)
            assert private_spans(cell) == (), (column, cell)
    assert not {"text", "quote", "condition", "summary", "requirement", "start", "end"} & set(found[0])


def test_the_tables_load_and_each_row_is_its_own_evidence() -> None:
    statements = read_tables(FOLDER)
    assert len(statements) == sum(len(rows(path)) for path in FILES)
    assert all(each.source.quote and each.source.cell and each.source.rule == "person" for each in statements)
    assert len(of_type(statements, Task)) == 30
    assert sum(is_number(each.doc_id) for each in statements) > 400


def test_the_script_makes_facts_out_of_a_paper_and_leaves_sentences_out(tmp_path: Path) -> None:
    source = read_source(ROOT / "examples" / "lanting" / "2023-q1.txt")
    statements = extract(source.data, source.name, Settings(home=tmp_path, jurisdiction="990101")).reading.statements
    made = script().facts(statements, "990101")
    assert made == script().facts(statements, "990101")
    text = b"".join(made.values()).decode("utf-8")
    assert "扩大科技信贷风险补偿" in text
    assert "。" not in text
    assert "13800000000" not in text
