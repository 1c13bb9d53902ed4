"""The catalogue of open government on a page is of the site; it tells number and title of a paper that prints none. All papers are invented."""

from __future__ import annotations

import pytest

from loaders.gazette import web_catalogue
from loaders.gazette.issue import split
from loaders.readers.text import paper_of

TITLE = "清川县人民政府关于调整县防汛指挥部成员的通知"
NUMBER = "清政发〔2031〕6号"
BODY = "\n各乡镇人民政府：\n因工作变动，决定调整县防汛指挥部成员。\n清川县人民政府\n2031年5月5日\n"
IN_LINES = f"索引号：11530000/2031-0001    主题分类：水利\n发布机构：清川县人民政府\n文号：{NUMBER}    有效性：有效\n"
IN_CELLS = f"索 引 号 | 11530000/2031-0001 | 公开方式 | 主动公开 |\n成文日期 | 2031-05-05 | 发文字号 | {NUMBER} |\n"
ALONE = f"索引号\n\t11530000/2031-0001\n公开方式\n\t主动公开\n文号\n\t{NUMBER}\n发布机构\n\t清川县人民政府\n"
SITE = "站群导航\n|\n长辈版\n清川县人民政府门户网\n您现在所在的位置: 网站首页 > 政务公开\n"


SHORT = f"【发文字号】 {NUMBER}      【成文日期】 2031-05-05\n"
GLUED = f"发文机关清川县人民政府\n发文日期2031年05月05日\n时效性现行有效\n发文字号{NUMBER}\n效力级别规范性文件\n"
BULLETS = f"- 索引号：1/2031\n- 发布机构：县政府\n- 文号：{NUMBER}\n"


@pytest.mark.parametrize("catalogue", [IN_LINES, IN_CELLS, ALONE, SHORT, GLUED, BULLETS])
@pytest.mark.parametrize("site", ["", SITE])
def test_a_paper_begins_below_the_catalogue_and_has_its_number(catalogue: str, site: str) -> None:
    (notice,) = split(paper_of(f"{site}{catalogue}{TITLE}\n{BODY}", name="x.txt", sha256="0"))
    assert (notice.heading, notice.doc_id) == (TITLE, NUMBER)
    assert notice.number is not None
    assert notice.number.printed() == NUMBER
    assert notice.issuer == "清川县人民政府"
    assert not any("主动公开" in passage.text or "11530000" in passage.text for passage in notice.body)


def test_a_catalogue_below_the_title_parts_it_from_no_text() -> None:
    (notice,) = split(paper_of(f"{TITLE}\n{IN_LINES}{BODY}", name="x.txt", sha256="0"))
    assert (notice.heading, notice.doc_id) == (TITLE, NUMBER)


def test_the_number_that_the_paper_prints_itself_counts() -> None:
    (notice,) = split(paper_of(f"{IN_LINES}{TITLE}\n清政发〔2031〕7号\n{BODY}", name="x.txt", sha256="0"))
    assert notice.doc_id == "清政发〔2031〕7号"


@pytest.mark.parametrize("label", ["名称：", "标  题 "])
def test_the_title_stands_in_the_catalogue_alone(label: str) -> None:
    catalogue = f"索引号：11530000/2031-0001\n{label}{TITLE}\n文号：{NUMBER}\n发布日期：2031-05-06\n"
    (notice,) = split(paper_of(catalogue + BODY, name="x.txt", sha256="0"))
    assert (notice.kind, notice.heading, notice.doc_id) == ("notice", TITLE, NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{NUMBER}\n{BODY}",
        "发文字号：甲\n发布日期：2031-05-06\n" + BODY,  # two labels make no catalogue
        "名称：甲水库\n来源：山溪\n备注：无\n",  # no label that only a catalogue has
        "名称 | 来源 | 备注\n甲水库 | 山溪 | 索引号见表\n",
    ],
)
def test_what_is_no_catalogue(text: str) -> None:
    words = paper_of(text, name="x.txt", sha256="0").words
    assert len(web_catalogue.lines_of(words)) == 0
    assert web_catalogue.number_in(words) is None


def test_a_number_before_the_title_is_no_part_of_it() -> None:
    (notice,) = split(paper_of(f"{NUMBER} {TITLE}\n{BODY}", name="x.txt", sha256="0"))
    assert (notice.heading, notice.doc_id) == (TITLE, NUMBER)


@pytest.mark.parametrize(
    "over",
    [
        "1. 首页\n2. 信息公开\n3. 县规范性文件\n",
        "县政府网站 市政府网站\n",
        "清川县人民政府 > 政务公开 > 人事任免\n",
        "要闻 | 公告 | 党建\n",
    ],
)
@pytest.mark.parametrize(
    "imprint", ["来源：县政府办  发布日期：2031-05-06\n", "来源：县政府办\n点击数：9\n发布日期：2031-05-06\n"]
)
def test_what_the_site_prints_around_a_title_is_no_part_of_it(over: str, imprint: str) -> None:
    (notice,) = split(paper_of(f"{over}{TITLE}\n{imprint}{NUMBER}\n{BODY}", name="x.txt", sha256="0"))
    assert (notice.heading, notice.doc_id) == (TITLE, NUMBER)


def test_a_page_without_a_title_of_a_paper_keeps_its_lines() -> None:
    page = "首页 > 领导之窗\n县领导下乡\n来源：县政府办  发布日期：2031-05-06\n5月5日，县长丁一到石桥镇调研。\n"
    assert not list(web_catalogue.furniture(paper_of(page, name="x.txt", sha256="0").words))


def test_a_number_behind_the_title_is_no_part_of_it() -> None:
    (notice,) = split(paper_of(f"2031年清川县重点工作任务（{NUMBER}）\n{BODY}", name="x.txt", sha256="0"))
    assert (notice.heading, notice.doc_id) == ("2031年清川县重点工作任务", NUMBER)


@pytest.mark.parametrize(
    ("named", "issuer"),
    [("清川县人民政府", "清川县人民政府"), ("县人民政府", "县人民政府"), ("清川县水务局", "县人民政府")],
)
def test_the_catalogue_gives_an_issuer_its_whole_name(named: str, issuer: str) -> None:
    catalogue = f"索引号：1/2031    发文单位：{named}\n发布日期：2031-05-06    有效性：有效\n"
    paper = f"{catalogue}县人民政府关于分解重点任务的通知\n\n各乡镇人民政府：\n现将重点任务分解如下。\n"
    (notice,) = split(paper_of(paper, name="x.txt", sha256="0"))
    assert notice.issuer == issuer
