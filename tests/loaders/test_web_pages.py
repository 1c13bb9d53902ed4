"""The title of a page of a website stands below its navigation and over the line of source and day."""

from __future__ import annotations

import pytest

from graph.statements import Document, Portfolio
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

DESKS = "党组书记、局长丁一同志：主持县教育局全面工作。\n副局长沈渡（女）同志：分管基础教育股。\n上一篇：机构设置\n"


@pytest.mark.parametrize(
    "over",
    [
        "甲县教育局门户网站\n首页 > 政务公开 > 领导分工\n字体：【大 中 小】  打印\n{title}\n来源：局办公室  发布日期：2031-03-05  浏览次数：9\n",
        "网站首页\n机构概况\n您现在的位置：首页 >> 领导分工\n{title}\n发布时间：2031年3月5日　点击数：9\n",
        "欢迎访问甲县教育局网站！今天是2031年3月9日\n{title}\n【字体：大 中 小】 【打印】\n作者：办公室  时间：2031-03-05\n",
    ],
)
def test_a_page_is_titled_below_its_navigation(over: str) -> None:
    title = "甲县教育局领导班子成员分工"
    rows = read_paper(read_text((over.format(title=title) + DESKS).encode(), "x.txt")).statements
    assert [row.title for row in rows if isinstance(row, Document)] == [title]
    assert [(row.person, row.object) for row in rows if isinstance(row, Portfolio)] == [
        ("丁一", "县教育局"),
        ("沈渡", "基础教育股"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "甲县教育局领导班子成员分工\n来源：局办公室  发布日期：2031-03-05\n",  # nothing of a site over the title
        "首页 > 政务公开\n局长沈渡主持会议。\n甲县教育局领导班子成员分工\n来源：局办公室  发布日期：2031-03-05\n",  # a sentence stands over it
        "甲县教育局\n首页 > 政务公开\n甲县教育局领导班子成员分工\n来源：局办公室\n",  # no day
    ],
)
def test_what_is_no_page_begins_with_its_first_line(text: str) -> None:
    rows = read_paper(read_text((text + DESKS).encode(), "x.txt")).statements
    first = text.partition("\n")[0]
    assert next(row.title for row in rows if isinstance(row, Document)) == "".join(first.split())


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("首页  机构概况  政务公开  办事服务\n当前位置：首页 >> 机构概况\n", "甲县教育局领导信息"),
        ("首页  机构概况\n", "首页机构概况"),  # no menu
    ],
)
def test_a_page_begins_below_its_menu(head: str, title: str) -> None:
    rows = read_paper(read_text((head + "甲县教育局领导信息\n\n" + DESKS).encode(), "x.txt")).statements
    assert next(row.title for row in rows if isinstance(row, Document)) == title
