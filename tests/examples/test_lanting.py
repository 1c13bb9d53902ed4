"""The made-up district holds together: its papers print what its answers rest on, and nothing in it is real."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, StrictBool, StrictInt

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "lanting"
ISSUES = ("2023-q1.txt", "2023-q3.txt", "2024-q1.txt", "2024-q3.txt")
NUMBER = re.compile(r"岚[政人][办任]?发?〔\d{4}〕\d{1,3}号")
STATES = {"listed", "succession", "function", "unit", "stale", "check", "pending_approval", "pending_unit", "vacant"}
VERDICTS = {"as_printed", "outside", "vacant", "confirmed", "moved", "unknown"}

Value = StrictBool | StrictInt | str | list[str]


class Answer(BaseModel):
    """One entry of answers.yaml."""

    model_config = ConfigDict(extra="forbid")

    question: str
    subject: str
    day: str
    why: str = ""
    expect: dict[str, Value]

    def text(self, key: str) -> str:
        value = self.expect.get(key, "")
        return value if isinstance(value, str) else ""

    def items(self, key: str) -> list[str]:
        value = self.expect.get(key, [])
        return value if isinstance(value, list) else [str(value)]


class Answers(BaseModel):
    """The whole of answers.yaml."""

    model_config = ConfigDict(extra="forbid")

    jurisdiction: str
    place: str
    city: dict[str, str]
    papers: list[str]
    answers: list[Answer]


@cache
def answers() -> Answers:
    return Answers.model_validate(yaml.safe_load((FOLDER / "answers.yaml").read_text(encoding="utf-8")))


def printed(issue: str) -> str:
    """An issue as its reader joins it: page furniture and all white space gone."""
    lines = (FOLDER / issue).read_text(encoding="utf-8").splitlines()
    furniture = re.compile(r"— \d+ —|岚汀区人民政府公报")
    return re.sub(r"\s", "", "".join(line for line in lines if not furniture.fullmatch(line.strip())))


@cache
def all_printed() -> str:
    return "\n".join(printed(issue) for issue in ISSUES)


def of(question: str) -> list[Answer]:
    return [answer for answer in answers().answers if answer.question == question]


def test_every_question_of_the_project_is_asked() -> None:
    assert Counter(answer.question for answer in answers().answers) == {
        "portfolio": 11,
        "responsible": 74,
        "roster": 21,
        "stand_in": 16,
        "post": 18,
        "persons": 2,
    }


@pytest.mark.parametrize("issue", ISSUES)
def test_an_issue_has_the_length_of_an_issue(issue: str) -> None:
    assert 250 <= len((FOLDER / issue).read_text(encoding="utf-8").splitlines()) <= 600


@pytest.mark.parametrize("issue", ISSUES)
def test_titles_in_the_contents_are_the_titles_of_the_notices(issue: str) -> None:
    lines = (FOLDER / issue).read_text(encoding="utf-8").splitlines()
    contents = {re.sub(r" \(\d+\)$", "", line[2:]) for line in lines if re.match(r"- .*(?:通知|决定) \(\d+\)$", line)}
    titles = {
        lines[index - 2].replace(" ", "") for index, line in enumerate(lines) if NUMBER.fullmatch(line) and index > 1
    }
    assert contents == titles
    assert len(contents) >= 5


def test_each_number_heads_one_notice_and_the_readme_tells_of_each() -> None:
    heads = Counter(
        line
        for issue in ISSUES
        for line in (FOLDER / issue).read_text(encoding="utf-8").splitlines()
        if NUMBER.fullmatch(line)
    )
    assert set(heads.values()) == {1}
    readme = set(NUMBER.findall((FOLDER / "README.md").read_text(encoding="utf-8")))
    assert readme == set(heads)
    assert {answer.text("by") for answer in answers().answers} - {""} <= set(heads)


def test_words_of_the_answers_stand_in_the_papers() -> None:
    words: set[str] = set()
    for answer in of("portfolio"):
        for key in ("in_charge", "heads", "matters", "assisting", "liaises"):
            words.update(answer.items(key))
        words.update((answer.subject, answer.text("stand_in")))
        words.update(part for group in answer.items("groups") for part in group.split("|"))
    for answer in of("responsible"):
        words.update(answer.items("lead_orgs"))
        words.update((answer.subject, answer.text("named"), answer.text("in_charge"), answer.text("stand_in")))
    for answer in of("stand_in"):
        words.update((answer.subject, answer.text("person"), answer.text("then"), answer.text("fallback")))
    for answer in of("post"):
        people = [*answer.items("holders"), *answer.items("possible"), *answer.items("nominated")]
        words.update((*people, answer.text("holder")))
    missing = sorted(word for word in words - {""} if word not in all_printed())
    assert missing == []
    assert len(words) > 120


def test_every_seat_stands_in_a_roster_of_the_papers() -> None:
    seats = [seat for answer in of("roster") for seat in answer.items("seats")]
    assert len(seats) > 200
    for seat in seats:
        role, who, title, state = seat.split("|")
        assert state in STATES, seat
        held, _, now = who.partition(">")
        person, _, printed_for = held.partition("<")
        named = printed_for or person
        if role == "办公室主任" or state == "function":
            assert named in all_printed(), seat
        else:
            assert named + title in all_printed() or title + named in all_printed(), seat
        if now:
            assert now in all_printed(), seat
        assert (state == "succession") == bool(printed_for), seat


def test_verdicts_are_counted_as_the_readme_counts_them() -> None:
    counts = {
        day: Counter(answer.text("verdict") for answer in of("responsible") if answer.day == day)
        for day in {answer.day for answer in of("responsible")}
    }
    assert counts["2023-02-01"] == {"as_printed": 15}
    assert counts["2023-03-01"] == {"confirmed": 14, "outside": 1}
    assert counts["2023-10-01"] == {"moved": 8, "confirmed": 6, "outside": 1}
    assert counts["2024-04-01"] == {"moved": 9, "confirmed": 5, "outside": 1}
    assert counts["2024-08-15"] == {"": 10, "confirmed": 2, "vacant": 1, "outside": 1}
    assert {verdict for each in counts.values() for verdict in each} - {""} <= VERDICTS


def test_a_task_is_moved_exactly_when_another_than_the_named_leader_is_in_charge() -> None:
    for answer in of("responsible"):
        named, charge, verdict = answer.text("named"), answer.text("in_charge"), answer.text("verdict")
        if verdict in {"confirmed", "moved"}:
            assert (named != charge) == (verdict == "moved"), answer.subject


def test_namesakes_are_printed_with_both_posts_in_one_roster() -> None:
    first = printed("2023-q1.txt")
    assert "周景明区民政局局长" in first
    assert "周景明石笠镇镇长" in first
    assert "汐阳市政协副主席贺汀兰" in first
    assert "贺汀兰副区长" in first


def test_the_district_is_no_real_place() -> None:
    with (ROOT / "graph" / "data" / "regions.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) > 3000
    assert answers().jurisdiction not in {row["code"] for row in rows}
    assert answers().city["code"] not in {row["code"] for row in rows}
    names = {row["name"] for row in rows}
    assert names.isdisjoint({"岚汀区", "汐阳市", "汐阳区", "岚汀县"})


def test_the_only_mobile_number_is_a_made_up_one() -> None:
    assert set(re.findall(r"(?<!\d)1\d{10}(?!\d)", all_printed())) == {"13800000000"}


def test_one_issue_is_printed_in_narrow_columns_with_page_furniture() -> None:
    lines = (FOLDER / "2023-q3.txt").read_text(encoding="utf-8").splitlines()
    assert sum(bool(re.fullmatch(r"— \d+ —", line)) for line in lines) >= 8
    assert lines.count("岚汀区人民政府公报") >= 8
    wrapped = [line for line in lines if len(line) >= 20 and not line.endswith(("。", "；", "：", "号"))]
    assert len(wrapped) > 100


def test_weights_of_the_indicator_table_leave_five_points_unprinted() -> None:
    lines = (FOLDER / "2024-q1.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.count("\t") == 5]
    weights = [row[4] for row in rows if re.match(r"\d\.", row[2])]
    assert weights.count("") == 1
    assert sum(int(weight) for weight in weights if weight) == 95
    sections = [int(match[1]) for row in rows if (match := re.search(r"（(\d+)分）", row[0]))]
    subsections = [int(match[1]) for row in rows if (match := re.search(r"（(\d+)分）", row[1]))]
    assert sum(sections) == sum(subsections) == 100
