"""Pages cut out of a chronicle: a month without its heading, days without a gap, a volume that tells its year."""

from __future__ import annotations

import pytest

from graph.statements import Event
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

_MONTH = """\
3月

2日
市长丁一带领有关部门
到乙镇察看麦田。
△市政协主席沈渡调研河道。
9日
植树活动启动。
15~16日
副市长卢石到丙乡检查。
"""


def _days(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.date_from, row.date_to, row.persons) for row in rows if isinstance(row, Event)]


def test_a_month_over_days_alone_is_a_page_of_a_chronicle() -> None:
    assert _days(_MONTH) == [
        ("3月2日", "", ("丁一|市长",)),
        ("3月2日", "", ("沈渡|市政协主席",)),
        ("3月9日", "", ()),
        ("3月15日", "3月16日", ("卢石|副市长",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        _MONTH.replace("3月\n", "三月要办的事\n", 1),  # no month
        _MONTH.replace("9日", "1日"),  # not in order
        _MONTH.replace("植树活动启动。", "植树活动"),  # a table of days, no sentences
    ],
)
def test_what_only_looks_like_a_month_of_days(text: str) -> None:
    assert all(persons for *_, persons in _days(text))


def test_a_volume_of_a_yearbook_tells_of_the_year_before() -> None:
    entries = "大事记1月\n\n1日~3日车站发送旅客四万人。\n\n16日甲市召开会议，市长丁一主持。会议要求\n5日内报送。\n\n22日市长丁一慰问。\n"
    wanted = [("01-01", "01-03"), ("01-16", ""), ("01-22", "")]
    head = "2032卷甲市年鉴 首页 > 史志\n\n大事记\n\n更新时间：2033-06-20\n\n"
    found = [(first, last) for first, last, _ in _days(head + entries)]
    assert found == [(f"2031-{first}", last and f"2031-{last}") for first, last in wanted]
    found = [(first, last) for first, last, _ in _days("甲市年鉴编辑部\n\n大事记\n\n" + entries)]
    assert [first for first, _ in found] == ["1月1日", "1月16日", "1月22日"]


_NEWS = "【5月20日】集团党委书记丁一主持召开党委会，财务总监沈渡参加。\n【5月21日】团委组织志愿者走进社区。\n"


@pytest.mark.parametrize(
    ("imprint", "year"),
    [
        ("发布者：综合部　　日期：2031/05/27", "2031-05-"),
        ("来源：综合部　发布时间：2031-05-27　阅读：20", "2031-05-"),
        ("发布人：综合部　　日期：2031/02/27", ""),
        ("编辑：周正　审核：卢石", ""),
    ],
)
def test_a_page_of_a_chronicle_came_out_on_the_day_of_its_imprint(imprint: str, year: str) -> None:
    found = _days(f"甲集团 > 新闻中心 > 一周要闻\n一周要闻（第8期）\n{imprint}\n{_NEWS}")
    assert [(first, persons) for first, _, persons in found] == [
        (f"{year}20" if year else "5月20日", ("丁一|集团党委书记", "沈渡|财务总监")),
        (f"{year}21" if year else "5月21日", ()),
    ]


def test_a_path_to_one_piece_of_news_heads_no_chronicle() -> None:
    imprint = "2031-10-19 08:20   来源：甲县融媒体中心   记者：石某   点击量：732"
    text = (
        f"首页 > 新闻中心 > 时政要闻\n丁一调研河道治理情况\n{imprint}\n10月18日，县委副书记、县长丁一到清河沿线调研河道治理情况。\n"
        "县政府办公室主任沈渡陪同调研。\n"
    )
    assert _days(text) == [("2031-10-18", "", ("丁一|县委副书记、县长", "沈渡|县政府办公室主任"))]
