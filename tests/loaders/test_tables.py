from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from core.errors import InputError
from graph.cells import as_cell, as_list
from graph.statements import SOURCE_COLUMNS, STATEMENT_TYPES, Document, Membership, Source, Statement, Task
from loaders.tables import read_table_files, read_tables, tables_as_bytes, write_tables
from tests.statement_strategies import BY_TABLE, statements

HEADER = "doc_id,group,role,person,title"


def members(*rows: str, header: str = HEADER) -> dict[str, bytes]:
    return {"memberships.csv": "\n".join([header, *rows, ""]).encode()}


@pytest.mark.parametrize("table", sorted(BY_TABLE))
@hypothesis_settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_table_comes_back_as_it_was_written(table: str, data: st.DataObject) -> None:
    rows = data.draw(st.lists(BY_TABLE[table], min_size=1, max_size=4))
    assert read_table_files(tables_as_bytes(rows)) == rows


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(statements, max_size=8))
def test_a_mixed_set_comes_back_in_order_of_tables(rows: list[Statement]) -> None:
    back = read_table_files(tables_as_bytes(rows))
    assert sorted(map(repr, back)) == sorted(map(repr, rows))
    assert tables_as_bytes(back) == tables_as_bytes(rows)


@given(st.lists(st.text(min_size=1), max_size=5))
def test_list_items_may_hold_separators(items: list[str]) -> None:
    assert as_list(as_cell(tuple(items))) == tuple(items)


def test_there_is_a_strategy_for_every_table() -> None:
    assert len(BY_TABLE) == len(STATEMENT_TYPES) == 24


def test_a_folder_is_written_one_file_a_table(tmp_path: Path) -> None:
    source = Source(jurisdiction="990001", doc_id="甲〔2031〕1号", quote="一")
    written = write_tables([Task(title="一", source=source), Document(title="通知", source=source)], tmp_path / "out")
    assert [path.name for path in written] == ["documents.csv", "tasks.csv"]
    with (tmp_path / "out" / "tasks.csv").open(encoding="utf-8", newline="") as handle:
        header = next(csv.reader(handle))
    assert header[:5] == ["plan", "number", "section", "title", "leader"]
    assert tuple(header[-12:]) == SOURCE_COLUMNS
    assert read_tables(tmp_path / "out")[1] == Task(title="一", source=source)


def test_a_row_of_a_persons_own_table_is_its_own_evidence() -> None:
    files = members("", "甲〔2031〕1号,医改领导小组,成员,周正,区财政局局长")
    (row,) = read_table_files(files, "990001")
    assert row == Membership(
        group="医改领导小组",
        role="成员",
        person="周正",
        title="区财政局局长",
        source=Source(
            jurisdiction="990001",
            doc_id="甲〔2031〕1号",
            file=hashlib.sha256(files["memberships.csv"]).hexdigest(),
            cell="memberships!A3",
            quote="甲〔2031〕1号；医改领导小组；成员；周正；区财政局局长",
            rule="person",
        ),
    )


def test_a_spreadsheet_saved_in_gb18030_is_read() -> None:
    data = f"{HEADER}\n甲〔2031〕1号,医改领导小组,成员,周正,局长\n".encode("gb18030")
    assert len(read_table_files({"memberships.csv": data})) == 1


@pytest.mark.parametrize(
    ("files", "code", "said"),
    [
        ({"memberships.csv": b""}, "FILE-EMPTY", "memberships.csv"),
        ({"memberships.csv": b"\xff\xff\xff"}, "FILE-ENCODING", "memberships.csv"),
        ({"people.csv": b"a\n"}, "TABLE-UNKNOWN", "people.csv"),
        (members(header="doc_id,group,person"), "TABLE-COLUMN-MISSING", "role"),
        (members(header="group,role,person"), "TABLE-COLUMN-MISSING", "doc_id"),
        (members(header=f"{HEADER},titel"), "TABLE-COLUMN-UNKNOWN", "titel"),
        (members(header=f"{HEADER},title"), "TABLE-COLUMN-TWICE", "title"),
        (members("甲,组,成员"), "TABLE-BROKEN-CSV", "第 2 行"),
        (members('甲,组,成员,"周正,局长'), "TABLE-BROKEN-CSV", "第 2 行"),
        (members("甲,组,成员,周正,局长", " ,组,成员,周正,局长"), "TABLE-CELL-EMPTY", "第 3 行"),
        (members("甲,组,成员,周正,x", header="doc_id,group,role,person,order"), "TABLE-BAD-NUMBER", "order"),
        (members("甲,组,成员,周正,1.5", header="doc_id,group,role,person,confidence"), "TABLE-BAD-NUMBER", "confidence"),
        ({"groups.csv": "doc_id,group,date\n甲,组,2031-02-30\n".encode()}, "TABLE-BAD-DATE", "第 2 行, date 列"),
        ({"groups.csv": "doc_id,group,date\n甲,组,2031年2月\n".encode()}, "TABLE-BAD-DATE", "2031年2月"),
    ],
)  # fmt: skip
def test_a_wrong_table_says_file_place_and_remedy(files: dict[str, bytes], code: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table_files(files)
    assert caught.value.code == code
    assert next(iter(files)) in caught.value.message
    assert said in caught.value.message
    assert caught.value.remedy


def test_a_mistyped_column_is_answered_with_the_right_one() -> None:
    with pytest.raises(InputError) as caught:
        read_table_files(members(header=f"{HEADER},titel"))
    assert "title" in caught.value.remedy


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="TABLE-NONE"):
        read_tables(tmp_path)


def test_tables_with_columns_of_others_are_read_when_asked(shared: Path) -> None:
    folder = shared / "gold" / "dongsheng-2023-q3"
    counts = Counter(row.TABLE for row in read_tables(folder, strict=False))
    assert counts == {
        "posts": 182, "portfolios": 163, "memberships": 139, "emergency_plans": 67, "issues": 34, "citations": 30,
        "tasks": 30, "groups": 9, "documents": 8, "ab_pairs": 4,
    }  # fmt: skip
    with pytest.raises(InputError, match="TABLE-COLUMN-UNKNOWN"):
        read_tables(folder)
