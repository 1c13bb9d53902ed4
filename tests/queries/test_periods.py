"""Months, quarters and years in a question mean the days a reader means by them, seen from the day that is asked of."""

from __future__ import annotations

import pytest

from core.errors import InputError, UsageError
from queries.periods import without_period
from queries.router import understand
from queries.spans import without_stretch

DAY = "2023-09-10"


@pytest.mark.parametrize(
    ("question", "rest", "since", "until"),
    [
        ("高屹东8月参加了哪些活动", "高屹东参加了哪些活动", "2023-08-01", "2023-08-31"),
        ("2023年7月谁分管区财政局", "谁分管区财政局", "2023-07-01", "2023-07-31"),
        ("三季度有哪些人事变动", "有哪些人事变动", "2023-07-01", "2023-09-30"),
        ("2022年第四季度的任免", "任免", "2022-10-01", "2022-12-31"),
        ("十二月有什么活动", "有什么活动", "2022-12-01", "2022-12-31"),
        ("8月8日有哪些活动", "有哪些活动", "2023-08-08", "2023-08-08"),
        ("上个月任免了哪些人", "任免了哪些人", "2023-08-01", "2023-08-31"),
        ("上季度任免了哪些人", "任免了哪些人", "2023-04-01", "2023-06-30"),
        ("哪些任务今年年底前完成", "哪些任务完成", "2023-01-01", "2023-12-31"),
        ("去年8月的文件有哪些", "文件有哪些", "2022-08-01", "2022-08-31"),
        ("documents issued in February 2024", "documents issued", "2024-02-01", "2024-02-29"),
        ("what happened in 2023", "what happened", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_is_taken_out_of_a_question(question: str, rest: str, since: str, until: str) -> None:
    found, period = without_period(question)
    assert period is not None
    assert (found, *period.days(DAY)) == (rest, since, until)


@pytest.mark.parametrize(
    ("question", "rest", "since", "until"),
    [
        ("9月10日到14日有哪些活动", "有哪些活动", "2023-09-10", "2023-09-14"),
        ("9月10-14日有哪些活动", "有哪些活动", "2023-09-10", "2023-09-14"),
        ("8月28号到9月3号开了哪些会", "开了哪些会", "2023-08-28", "2023-09-03"),
        ("7月5日至8月底有哪些人事变动", "有哪些人事变动", "2023-07-05", "2023-08-31"),
        ("2023年8月1日到现在发了哪些文件", "发了哪些文件", "2023-08-01", "2023-09-10"),
        ("2023-08-01至2023-08-15的文件", "文件", "2023-08-01", "2023-08-15"),
        ("七月到九月有哪些活动", "有哪些活动", "2023-07-01", "2023-09-30"),
        ("11月到1月有哪些活动", "有哪些活动", "2022-11-01", "2023-01-31"),
        ("上半年发了哪些文件", "发了哪些文件", "2023-01-01", "2023-06-30"),
        ("一至三季度的任免", "任免", "2023-01-01", "2023-09-30"),
        ("前三季度的任免", "任免", "2023-01-01", "2023-09-30"),
        ("7月以来有哪些文件", "有哪些文件", "2023-07-01", "2023-09-10"),
        ("今年以来发了哪些文件", "发了哪些文件", "2023-01-01", "2023-09-10"),
        ("近三个月有哪些活动", "有哪些活动", "2023-06-11", "2023-09-10"),
        ("最近半年发了哪些文件", "发了哪些文件", "2023-03-11", "2023-09-10"),
        ("近7天有哪些活动", "有哪些活动", "2023-09-04", "2023-09-10"),
        ("2月下旬开了哪些会", "开了哪些会", "2023-02-21", "2023-02-28"),
        ("上周有哪些活动", "有哪些活动", "2023-08-28", "2023-09-03"),
        ("昨天高屹东做了什么", "高屹东做了什么", "2023-09-09", "2023-09-09"),
        ("what changed from July to August 2023", "what changed", "2023-07-01", "2023-08-31"),
        ("papers issued since August 2023", "papers issued", "2023-08-01", "2023-09-10"),
        ("what changed in the last three months", "what changed", "2023-06-11", "2023-09-10"),
    ],
)
def test_a_span_of_days_is_taken_out_of_a_question(question: str, rest: str, since: str, until: str) -> None:
    found, stretch = without_stretch(question)
    assert stretch is not None
    assert (found, *stretch.days(DAY)) == (rest, since, until)


@pytest.mark.parametrize(
    "question", ["8月前任区长是谁", "哪些文件提到春节", "最近有哪些活动", "公报第7-9期说了什么", "10月底前完成哪些任务"]
)
def test_days_without_a_known_end_are_no_stretch(question: str) -> None:
    assert without_stretch(question) == (question, None)


@pytest.mark.parametrize(
    ("question", "rest", "since", "until"),
    [
        ("9月8日前有哪些活动", "有哪些活动", "", "2023-09-07"),
        ("9月8日之前有哪些活动", "有哪些活动", "", "2023-09-07"),
        ("8月之前谁是区长", "谁是区长", "", "2023-07-31"),
        ("10月之前有哪些会", "有哪些会", "", "2023-09-30"),
        ("8月底前有哪些活动", "有哪些活动", "", "2023-08-31"),
        ("三季度前的任免", "任免", "", "2023-06-30"),
        ("下半年之前的任免", "任免", "", "2023-06-30"),
        ("2023年以前发了哪些文件", "发了哪些文件", "", "2022-12-31"),
        ("2023-09-08之前的文件", "文件", "", "2023-09-07"),
        ("8月以后发了哪些文件", "发了哪些文件", "2023-09-01", "2023-09-10"),
        ("9月8号后开了哪些会", "开了哪些会", "2023-09-09", "2023-09-10"),
        ("国庆前后有哪些活动", "有哪些活动", "2022-09-24", "2022-10-14"),
        ("2023年国庆期间有哪些活动", "有哪些活动", "2023-10-01", "2023-10-07"),
        ("五一劳动节之前有哪些活动", "有哪些活动", "", "2023-04-30"),
        ("教师节当天有哪些活动", "有哪些活动", "2023-09-10", "2023-09-10"),
        ("8月14日前后有哪些活动", "有哪些活动", "2023-08-11", "2023-08-17"),
        ("8月底有哪些活动", "有哪些活动", "2023-08-21", "2023-08-31"),
        ("papers issued before August 2023", "papers issued", "", "2023-07-31"),
        ("what changed after July", "what changed", "2023-08-01", "2023-09-10"),
    ],
)
def test_an_end_may_be_open_or_lie_about_a_holiday(question: str, rest: str, since: str, until: str) -> None:
    found, stretch = without_stretch(question)
    assert stretch is not None
    assert (found, *stretch.days(DAY)) == (rest, since, until)


@pytest.mark.parametrize("question", ["春节前后有哪些活动", "中秋节之前有哪些活动", "去年清明期间有哪些活动"])
def test_a_feast_that_moves_has_no_days_here(question: str) -> None:
    asked = understand(question)
    assert asked is not None
    assert asked.period is not None
    with pytest.raises(UsageError) as caught:
        asked.period.days(DAY)
    assert (caught.value.code, bool(caught.value.remedy)) == ("DAY-NOT-FIXED", True)


def test_a_year_before_which_something_ends_may_be_a_part_of_a_title() -> None:
    titled = understand("2030年前碳达峰行动方案有哪些任务")
    assert titled is not None
    assert (titled.subject, titled.period) == ("2030年前碳达峰行动方案", None)


def test_a_span_whose_end_is_before_its_beginning_is_refused() -> None:
    _, stretch = without_stretch("9月14日到10日有哪些活动")
    assert stretch is not None
    with pytest.raises(UsageError) as caught:
        stretch.days(DAY)
    assert caught.value.code == "DAYS-TURNED"


def test_years_in_a_title_are_no_span_and_a_day_with_its_year_may_be_one_end() -> None:
    titled = understand("2021-2023年行动计划有哪些任务")
    assert titled is not None
    assert (titled.subject, titled.period) == ("2021-2023年行动计划", None)
    asked = understand("2023年9月1日至5日有哪些活动")
    assert asked is not None
    assert asked.period is not None
    assert (asked.kind, asked.on, *asked.period.days(DAY)) == ("chronicle", "", "2023-09-01", "2023-09-05")


@pytest.mark.parametrize("question", ["公报第7-9期说了什么", "10月底前完成哪些任务", "谁分管区财政局", "第十三月"])
def test_what_is_no_period_stays(question: str) -> None:
    assert without_period(question) == (question, None)


def test_a_day_that_is_none_is_refused() -> None:
    _, period = without_period("2月30日有哪些活动")
    assert period is not None
    with pytest.raises(InputError):
        period.days(DAY)


def test_a_year_in_a_title_is_no_period() -> None:
    titled = understand("2023年工作要点有哪些任务")
    assert titled is not None
    assert (titled.subject, titled.period) == ("2023年工作要点", None)
    asked = understand("2023年发了哪些文件")
    assert asked is not None
    assert asked.period is not None
    assert asked.period.days(DAY) == ("2023-01-01", "2023-12-31")
