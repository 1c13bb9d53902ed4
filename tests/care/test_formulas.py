"""What must stay as it is printed, and what is read: the waist loses nothing, YAML and stored bytes run nothing."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path

import pytest

from cli.tables import csv_text
from graph.statements import Document, Source
from loaders.tables import read_table_files, tables_as_bytes
from queries.answers.sheets import Line, Sheet

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("core", "graph", "loaders", "queries", "viz", "api", "cli")
FORMULAS = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("words", FORMULAS)
def test_the_tables_of_the_waist_stay_lossless(words: str) -> None:
    row = Document(source=Source(jurisdiction="990101", doc_id="x", quote=words, rule="person"), title=words)
    files = tables_as_bytes([row])
    assert words in next(csv.DictReader(io.StringIO(files["documents.csv"].decode("utf-8-sig"), newline="")))["title"]
    assert read_table_files(files) == [row]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_table_of_the_command_line_runs_no_formula(words: str) -> None:
    text = csv_text(Sheet("x", (), ("a",), (Line((words,)), Line((f"a{words}",)), Line((f"a\r{words}",)))), "zh")
    _, *cells = (row[0] for row in csv.reader(io.StringIO(text, newline="")))
    assert cells == [
        f"'{words}".replace("\r", "\n"),
        f"a{words}".replace("\r", "\n"),
        f"a\n{words}".replace("\r", "\n"),
    ]


def test_yaml_is_read_safely_and_nothing_is_unpickled() -> None:
    """`yaml.load` and its kin make objects, `pickle`, `marshal`, `eval` and `exec` run what they are given."""
    looked = 0
    for path in (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))):
        looked += 1
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name for alias in node.names} | {getattr(node, "module", None) or ""}
                assert not names & {"pickle", "marshal", "shelve", "dill"}, path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "yaml":
                assert node.attr in {"safe_load", "YAMLError", "safe_dump", "CSafeLoader", "SafeLoader"}, path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec", "compile", "__import__"}, path
    assert looked > 250
