"""What leaders did day by day, as tables of reports print it."""

from __future__ import annotations

import pytest

from graph.statements import Event
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _events(text: str) -> list[str]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [f"{row.date_from} {' '.join(row.persons)} @{row.place}" for row in rows if isinstance(row, Event)]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("2031年第三季度县级领导接访情况公示", "日期\t接访领导\t职务\t接待地点"),
        ("2031年甲镇河长巡河记录", "巡河时间\t镇级河长\t职务\t巡查河段"),
        ("甲县领导2031年走访企业情况统计表", "时间\t县领导\t职务\t走访地点"),
    ],
)
def test_rows_of_days_under_a_title_that_reports(title: str, head: str) -> None:
    text = f"{title}\n{head}\n2031年7月6日\t丁一\t县委书记\t甲处\n8.20\t沈 渡\t县长\t乙处\n\t敏志军、周正\t副县长、县政协副主席\t丙处\n合计\t\t\t3\n"
    assert _events(text) == [
        "2031-07-06 丁一|县委书记 @甲处",
        "2031-08-20 沈渡|县长 @乙处",
        "2031-08-20 敏志军|副县长 周正|县政协副主席 @丙处",
    ]


@pytest.mark.parametrize(
    "title", ["2031年第三季度县级领导接访安排", "甲县2031年7月领导值班情况", "2031年甲镇财务情况公示"]
)
def test_days_to_come_and_other_matters_tell_of_no_event(title: str) -> None:
    assert _events(f"{title}\n日期\t领导\t职务\t地点\n2031年7月6日\t丁一\t县委书记\t甲处\n") == []


def test_who_came_and_days_behind_the_report_are_left_out() -> None:
    text = "2031年7月县领导接访情况公示\n日期\t来访人\t事由\n2031年7月6日\t丁一\t住房\n"
    assert _events(text) == []
    text = (
        "2031年县领导接访情况公示\n日期\t接访领导\n2031年7月6日\t丁一\n2031年12月6日\t沈渡\n甲县信访局\n2031年8月1日\n"
    )
    assert _events(text) == ["2031-07-06 丁一| @"]
