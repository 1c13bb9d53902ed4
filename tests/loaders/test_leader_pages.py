"""Pages of leaders divide work without a title that says so; papers that tell or ask of charges do not."""

from __future__ import annotations

import time
import unicodedata

import pytest

from graph.statements import Portfolio, of_type
from loaders.gazette.lists import items
from loaders.gazette.read import read_paper
from loaders.gazette.web_pages import is_border
from loaders.readers.text import read_text
from tests.loaders.papers import Paper, papers

PAPERS = papers("papers_leader_pages.txt")
#: Over it stands a speaker, under it what the speaker says.
PAGE = "副县长 周正\n协助县长负责水利工作。分管县水利局。联系县气象局。\n"


def _portfolios(text: str) -> list[Portfolio]:
    return of_type(read_paper(read_text(text.encode(), "page.txt")).statements, Portfolio)


def _row(found: Portfolio) -> str:
    names = f"({';'.join(found.aliases)})" if found.aliases else ""
    limits = f"[{found.scope}]" if found.scope else ""
    via = f" via {found.via}" if found.via else ""
    return _plain(f"{found.person} / {found.title} / {found.relation} {found.object}{names}{limits}{via}")


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


def test_all_invented_pages_are_there() -> None:
    assert len(PAPERS) == 71
    assert len([paper for paper in PAPERS if not paper.rows]) == 29


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_page_is_read_as_a_careful_reader_would(paper: Paper) -> None:
    assert [_row(found) for found in _portfolios(paper.text)] == [_plain(row) for row in paper.rows]


def test_what_only_the_language_shows_is_not_quite_sure() -> None:
    bare = _portfolios(PAGE)
    titled = _portfolios("甲县人民政府领导工作分工\n" + PAGE)
    assert {(row.source.rule, row.source.confidence) for row in bare} == {("portfolio/page", 0.9)}
    assert {(row.source.rule, row.source.confidence) for row in titled} == {("portfolio/sentence", 1.0)}
    assert [_row(row) for row in bare] == [_row(row) for row in titled]


@pytest.mark.parametrize(
    "around",
    [
        "甲县人民政府关于做好防汛工作的通知\n各乡镇：\n{page}",  # a notice of something else
        "在全县防汛大会上的讲话\n{page}",
        "{page}同志们，防汛工作十分重要。\n",
        "组长 周正\n协助县长负责水利工作。分管县水利局。联系县气象局。\n",  # a role in a group is no post
    ],
)
def test_the_same_words_elsewhere_put_nothing_on_a_desk(around: str) -> None:
    assert _portfolios(around.format(page=PAGE)) == []


def test_below_the_foot_of_a_page_nobody_is_spoken_of() -> None:
    rows = _portfolios(PAGE + "上一篇：没有了\n主管：某某信息中心\n分管县水文站。\n")
    assert [row.object for row in rows] == ["水利", "县水利局", "县气象局"]


@pytest.mark.parametrize(
    "line",
    ["当前位置:首页>区政府领导", "您现在所在的位置: 首页 > 领导之窗", "首页 >> 政务公开", "领导之窗 > 县委领导", "网站首页", "上一篇:没有了",
     "浙公网安备 33000000000000号", "主办:某县人民政府  某ICP备00000000号", "版权所有 某集团", "Copyright 2031"],
)  # fmt: skip
def test_lines_of_a_site_part_what_it_says(line: str) -> None:
    assert is_border(line)


@pytest.mark.parametrize(
    "line",
    [
        "丁一<->沈渡  周正<->吴用",
        "分管县局首页建设。",
        "主管部门:县水利局",
        "张某  副县长",
        "负责政府网站主办单位的联系工作。",
        "A>B",
    ],
)
def test_what_a_page_says_is_no_line_of_the_site(line: str) -> None:
    assert not is_border(line)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("残联、侨联、供电公司和烟草工作", ["残联", "侨联", "供电公司", "烟草"]),
        ("县教育局、街道和社区建设工作", ["县教育局", "街道和社区建设"]),
        ("财政、国资和金融", ["财政", "国资", "金融"]),
        ("县财政局、国有企业和国资", ["县财政局", "国有企业和国资"]),
        ("县发改局、县粮食局和物资储备", ["县发改局", "县粮食局和物资储备"]),
    ],
)
def test_a_matter_behind_bodies_may_close_their_list(text: str, wanted: list[str]) -> None:
    assert [text[one.start : one.end] for one in items(text)] == wanted


@pytest.mark.parametrize(
    "unit", ["分管", "分工：", "副县长张三分管", "张三 副县长\n分管", "1、", "首页>", "负责，", "协助", "现任", "联系 "]
)
def test_a_long_line_without_a_title_takes_no_long_time(unit: str) -> None:
    began = time.process_time()
    _portfolios(PAGE + unit * (20_000 // len(unit)) + "\n")
    assert time.process_time() - began < 8
