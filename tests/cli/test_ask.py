"""Asking from the command line: in words, by query, about one thing; as table, JSON and CSV; and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main
from core.settings import Settings

Run = Callable[..., tuple[int, str, str]]
DAY = "2023-10-01"


@pytest.fixture
def run(lanting: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DUTYGRAPH_HOME", str(lanting.home))

    def command(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dutygraph", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out, said.err

    return command


def test_a_question_in_words_gets_both_answers_with_their_words(run: Run) -> None:
    code, out, err = run("ask", "谁负责扩大科技信贷风险补偿", "--on", DAY)
    assert (code, err) == (0, "")
    for words in (
        "分管已调整（文件未改）",
        "宋砚秋",
        "梁知远",
        "毕云帆",
        "岚政办发〔2023〕36号",
        "2023-08-29",
        "依据原文",
        "第",
    ):
        assert words in out


def test_the_same_question_in_english(run: Run) -> None:
    code, out, _ = run("ask", "who is responsible for 扩大科技信贷风险补偿?", "--on", DAY, "--lang", "en")
    assert code == 0
    for words in ("moved (paper not amended)", "in charge that day", "Evidence", "lines"):
        assert words in out


def test_the_day_may_stand_in_the_question(run: Run) -> None:
    as_option = run("ask", "谁负责扩大科技信贷风险补偿", "--on", "2023-02-01")
    in_words = run("ask", "2023年2月1日，谁负责扩大科技信贷风险补偿？")
    assert as_option == in_words
    assert "按原文所列" in in_words[1]


def test_a_question_nobody_taught_it_gets_suggestions_and_no_guess(run: Run) -> None:
    code, out, err = run("ask", "今天天气如何")
    assert (code, out) == (64, "")
    assert err.startswith("NOT-UNDERSTOOD")
    assert "谁负责" in err


@pytest.mark.parametrize("typed", ["康予安", "予安", "kangyuan", "kya", "康予安 "])
def test_a_person_is_found_by_name_part_and_pinyin(run: Run, typed: str) -> None:
    code, out, _ = run("person", typed, "--on", DAY)
    assert code == 0
    assert "康予安的桌面" in out
    assert "提名" in out
    assert "岚汀区数字政府" not in out


def test_namesakes_are_listed_not_guessed_and_an_id_tells_them_apart(run: Run) -> None:
    code, out, err = run("person", "周景明", "--on", "2023-03-10")
    assert (code, out) == (64, "")
    assert err.startswith("AMBIGUOUS")
    ids = [word for word in err.split() if word.startswith("pe_")]
    assert len(ids) == 2
    posts = [run("person", each, "--on", "2023-03-10")[1] for each in ids]
    assert sum("区民政局局长" in each for each in posts) == 1
    assert sum("石笠镇" in each for each in posts) == 1


def test_a_name_in_no_paper_is_said_to_be_in_none(run: Run) -> None:
    code, _, err = run("person", "诸葛无名")
    assert code == 66
    assert err.startswith("NOT-FOUND")
    assert "search" in err


def test_an_empty_name_is_refused(run: Run) -> None:
    assert run("person", "")[0] == 64
    assert run("ask", " ")[0] == 64


def test_another_place_has_nobody_of_that_name(run: Run) -> None:
    assert run("person", "梁知远", "--jurisdiction", "990102")[0] == 66
    assert run("person", "梁知远", "--jurisdiction", "990101", "--on", DAY)[0] == 0


@pytest.mark.parametrize("day", ["2023-13-01", "2023-9-1", "yesterday", "2023-02-30", "2023"])
def test_a_day_that_is_none_is_refused_with_a_remedy(run: Run, day: str) -> None:
    code, _, err = run("person", "梁知远", "--on", day)
    assert code == 65
    assert "YYYY-MM-DD" in err or "2023-09-06" in err or "BAD-DATE" in err


def test_a_day_before_all_papers_says_that_nothing_is_on_paper(run: Run) -> None:
    code, out, _ = run("person", "梁知远", "--on", "1990-01-01")
    assert code == 0
    assert "当日没有在案的分工" in out
    assert "2023-01-16 才印发" in run("task", "扩大科技信贷风险补偿", "--on", "1990-01-01")[1]


def test_a_day_far_ahead_says_how_far_the_papers_reach(run: Run) -> None:
    code, out, _ = run("person", "梁知远", "--on", "2099-01-01")
    assert code == 0
    assert "所见文件只到 2024-09-02" in out
    assert "2026-01-01（不含）为止" in run("task", "扩大科技信贷风险补偿", "--on", "2099-01-01")[1]


def test_json_holds_the_whole_answer_and_is_the_same_twice(run: Run) -> None:
    first = run("task", "扩大科技信贷风险补偿", "--on", DAY, "--json")
    assert first == run("task", "扩大科技信贷风险补偿", "--on", DAY, "--json")
    answer = json.loads(first[1])
    assert answer["answer"] == "responsibility"
    assert answer["on"] == DAY
    assert answer["answers"][0]["verdict"] == {
        "code": "moved", "zh": "分管已调整（文件未改）", "en": "moved (paper not amended)",
    }  # fmt: skip
    known = {each["id"] for each in answer["evidence"]}
    assert set(answer["answers"][0]["held"]["evidence"]) <= known
    assert all(each["quote"] and each["number"] and each["date"] for each in answer["evidence"])
    reach = {each["series"]: each for each in answer["reach"]}
    assert reach["岚政办发"]["number"] == "岚政办发〔2024〕30号"
    assert reach["岚政办发"]["unseen"] > 0


def test_csv_is_one_table_with_a_header(run: Run) -> None:
    code, out, _ = run("group", "食品安全委员会", "--on", "2023-03-25", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert (rows[0]["职务"], rows[0]["谁"]) == ("主任", "宋砚秋")
    assert all(row["依据"].startswith("ev_") for row in rows)


def test_two_forms_at_once_are_refused(run: Run) -> None:
    assert run("person", "梁知远", "--json", "--csv")[0] == 64


def test_a_group_shows_its_seats_and_its_clause(run: Run) -> None:
    code, out, _ = run("group", "河湖水系治理", "--on", "2023-03-10")
    assert code == 0
    for words in ("邵启岩", "组长", "区水务局", "控源截污工作专班", "接替条款"):
        assert words in out


def test_a_body_shows_who_oversees_it_and_who_runs_it(run: Run) -> None:
    code, out, _ = run("org", "区财政局", "--on", DAY)
    assert code == 0
    for words in ("谁分管区财政局", "梁知远", "黎望舒", "设立种子期投资引导资金"):
        assert words in out
    assert run("organisation", "区财政局", "--on", DAY)[1] == out


def test_a_paper_shows_what_it_says(run: Run) -> None:
    code, out, _ = run("document", "岚政办发〔2023〕36号")
    assert code == 0
    assert "领导分工" in out
    assert "portfolios" not in out
    assert "division of work" in run("document", "岚政办发〔2023〕36号", "--lang", "en")[1]


def test_a_body_shows_its_part_in_tasks_in_words(run: Run) -> None:
    out = run("organisation", "区财政局", "--on", DAY)[1]
    assert "CARRIES_OUT" not in out
    assert "责任" in out


def test_one_piece_of_evidence_shows_its_words(run: Run) -> None:
    answer = json.loads(run("task", "扩大科技信贷风险补偿", "--on", DAY, "--json")[1])
    first = answer["evidence"][0]
    code, out, _ = run("evidence", first["id"])
    assert code == 0
    assert first["quote"][:20].split()[0] in out
    assert run("evidence", "ev_" + "0" * 32)[0] == 66


def test_search_lists_what_words_may_mean(run: Run) -> None:
    code, out, _ = run("search", "财政")
    assert code == 0
    assert "区财政局" in out
    assert "org_" in out
    assert "没有找到" in run("search", "zzzzqqq")[1]


def test_a_canned_query_takes_its_subject_by_words_or_by_name(run: Run) -> None:
    by_text = run("query", "tasks/who-is-responsible", "--text", "扩大科技信贷风险补偿", "--on", DAY, "--json")
    by_name = run("query", "tasks/who-is-responsible", "--task", "扩大科技信贷风险补偿", "--on", DAY, "--json")
    assert by_text[0] == 0
    assert by_text == by_name
    (row,) = json.loads(by_text[1])["rows"]
    assert (row["who"], row["verdict"]) == ("梁知远", "moved")


def test_a_canned_query_prints_captions(run: Run) -> None:
    code, out, _ = run("query", "people/posts-held", "--person=梁知远", "--on", DAY)
    assert code == 0
    assert "常务副区长" in out


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (("query", "people/nothing"), 66, "NO-QUERY"),
        (("query", "people/portfolio"), 64, "MISSING-PARAMETER"),
        (("query", "people/portfolio", "--person"), 64, "BAD-PARAMETER"),
        (("query", "people/portfolio", "梁知远"), 64, "BAD-PARAMETER"),
        (("query", "people/portfolio", "--who", "梁知远"), 64, "BAD-PARAMETER"),
        (("query", "people/workload", "--text", "梁知远"), 64, "BAD-PARAMETER"),
        (("query", "people/portfolio", "--person", "梁知远", "--limit", "many"), 64, "BAD-PARAMETER"),
        (("query", "people/portfolio", "--text", "没有这个人"), 66, "NOT-FOUND"),
    ],
)
def test_a_query_put_badly_says_what_it_needs(run: Run, words: tuple[str, ...], code: int, name: str) -> None:
    assert run(*words)[0] == code
    assert run(*words)[2].startswith(name)


def test_the_catalogue_is_listed_with_questions(run: Run) -> None:
    code, out, _ = run("queries")
    assert code == 0
    assert "tasks/who-is-responsible" in out
    assert "Who is responsible for a task" in run("queries", "--lang", "en")[1]


def test_before_the_first_load_the_remedy_is_to_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dutygraph", "--home", str(tmp_path / "none"), "person", "梁知远"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 66
    assert "dutygraph load" in capsys.readouterr().err
