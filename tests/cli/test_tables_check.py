from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_load import Run, run
from tests.loaders.workbooks import Rows, workbook

__all__ = ["run"]


@pytest.fixture
def tasks(tmp_path: Path) -> Path:
    path = tmp_path / "tasks.xlsx"
    rows: Rows = [
        ["兰亭区2031年重点任务分解表"],
        ["序号", "任务", "时限", "主责"],
        [1, "建桥", "2031年9月", "区交通运输局"],
        [2, "", "2031年9月", "区交通运输局"],
    ]
    path.write_bytes(workbook(("任务表", rows)))
    return path


def test_check_shows_the_reading_and_loads_nothing(run: Run, tasks: Path, tmp_path: Path) -> None:
    code, said, _ = run("tables", "check", tasks, "--column", "lead_orgs=主责")
    assert code == 0
    assert "任务表 → tasks" in said
    assert "任务表!D2" in said
    assert "lead_orgs" in said
    assert "区交通运输局" in said
    assert "任务表!B4" in said
    assert not (tmp_path / "home").exists()


def test_check_without_the_column_says_what_to_do(run: Run, tasks: Path) -> None:
    code, said, errors = run("tables", "check", tasks)
    assert (code, said) == (65, "")
    assert "TABLE-COLUMN-MISSING" in errors
    assert "--column lead_orgs=主责" in errors


def test_load_reads_a_workbook_tells_the_row_it_left_and_knows_it_again(run: Run, tasks: Path) -> None:
    options = ("--column", "lead_orgs=主责", "--jurisdiction", "990101")
    code, said, errors = run("load", tasks, *options)
    assert code == 0
    assert "tasks.xlsx" in said
    assert "任务表!B4" in errors
    assert "已载入过" in run("load", tasks, *options, "--no-build")[1]
    code, said, _ = run("rebuild", "--reread")
    assert code == 0
    code, said, _ = run("task", "建桥", "--on", "2031-10-01")
    assert code == 0
    assert "任务表!A3" in said


def test_choices_for_what_is_no_spreadsheet_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲区政府", encoding="utf-8")
    code, _, errors = run("load", path, "--sheet", "任务表", "--no-build")
    assert code == 64
    assert "NOT-A-SHEET" in errors
