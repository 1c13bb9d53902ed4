"""`dutygraph analyse`: the list, a table, JSON, CSV, a page of its own, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_ask import Run
from tests.cli.test_ask import run as run  # the fixture

DAY = "2024-10-01"


def test_without_a_name_all_analyses_are_listed(run: Run) -> None:
    code, out, err = run("analyse")
    assert (code, err) == (0, "")
    for name in ("leader-workload", "单点依赖", "chain", "A B"):
        assert name in out
    assert "Brokers" in run("analyse", "--lang", "en")[1]


def test_an_analysis_prints_its_table_with_words_and_explanation(run: Run) -> None:
    code, out, _ = run("analyse", "chain", "区财政局", "区审计局", "--on", DAY)
    assert code == 0
    for words in ("最短关联：区财政局 — 区审计局", "不说明什么", "依据原文", "第"):
        assert words in out


def test_json_and_csv_are_for_programs(run: Run) -> None:
    answer = json.loads(run("analyse", "unit-workload", "--on", DAY, "--limit", "3", "--json")[1])
    assert (answer["answer"], answer["about"]["name"], len(answer["rows"])) == ("analysis", "unit-workload", 3)
    assert {each for row in answer["rows"] for each in row["evidence"]} <= {each["id"] for each in answer["evidence"]}
    out = run("analyse", "paper-coverage", "--on", DAY, "--csv")[1]
    assert out.splitlines()[0].lstrip("\ufeff").startswith("地区,月份,文件数")


def test_people_get_the_names_of_places_and_programs_the_codes(run: Run, tmp_path: Path) -> None:
    words = ("analyse", "paper-coverage", "--on", DAY)
    assert "990101" not in run(*words)[1]
    assert "岚汀区" in run(*words)[1]
    assert "990101" in run(*words, "--csv")[1]
    page = tmp_path / "papers.html"
    run(*words, "--html", page)
    assert "岚汀区" in page.read_text(encoding="utf-8")


def test_a_page_holds_picture_table_and_explanation(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "load.html"
    code, out, _ = run("analyse", "leader-workload", "--on", DAY, "--against", "2023-03-01", "--html", page)
    assert code == 0
    assert str(page) in out
    text = page.read_text(encoding="utf-8")
    assert "权数是约定" in text
    assert "对比日合计" in text


def test_what_is_wrong_is_said_with_its_code(run: Run, tmp_path: Path) -> None:
    for words, code, status in (
        (("shoe-size",), "NO-ANALYSIS", 66), (("chain", "区财政局"), "MISSING-PARAMETER", 64),
        (("brokers", "--on", "2024-02-30"), "BAD-DATE", 65), (("brokers", "--json", "--csv"), "TWO-FORMS", 64),
        (("brokers", "--html", tmp_path / "no" / "such.html"), "OUT-UNWRITABLE", 65),
    ):  # fmt: skip
        found, _, err = run("analyse", *words)
        assert (found, err.partition(" ")[0]) == (status, code)
