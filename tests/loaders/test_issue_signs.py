"""Where papers of an issue begin that no document number shows: sessions, orders, collections, contents, headings of parts."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Citation, Document, Event, of_type
from loaders.gazette.issue import split
from loaders.gazette.issue_contents import titles_in
from loaders.gazette.notice import Notice
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _notices(text: str) -> tuple[Notice, ...]:
    return split(read_text(text.encode(), "x.txt"))


def _headings(text: str) -> list[tuple[str, str]]:
    return [(part.kind if part.is_document else "text", part.heading) for part in _notices(text)]


def _documents(text: str) -> list[tuple[str, str, str]]:
    rows = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Document)
    return [(row.title, row.issuer, row.signed_date) for row in rows]


SESSION = """甲区人民代表大会常务委员会公报
2031年第4号

      甲区第七届人民代表大会常务委员会
            第十六次会议议程
（2031年11月28日甲区第七届人大常委会第十六次会议通过）

一、听取和审议报告；
二、其他。

                 · 2 ·

        甲区人民代表大会常务委员会
    关于批准预算调整方案的决议
（2031年11月28日甲区第七届人大常委会第十六
次会议通过）

    会议决定批准预算调整方案。
"""


def test_a_session_adopts_papers_without_a_number() -> None:
    assert _documents(SESSION) == [
        ("甲区第七届人民代表大会常务委员会第十六次会议议程", "甲区人民代表大会常务委员会", "2031-11-28"),
        ("甲区人民代表大会常务委员会关于批准预算调整方案的决议", "甲区人民代表大会常务委员会", "2031-11-28"),
    ]


def test_what_the_paper_above_cites_is_attached_to_it() -> None:
    text = (
        "甲市人民代表大会常务委员会公告\n〔四届〕第九号\n\n《甲市供水条例》已由甲市第四届人大常委会通过，现予公布。\n"
        "甲市人民代表大会常务委员会\n2031年3月5日\n\n甲市供水条例\n（2031年3月1日甲市第四届人大常委会第九次会议通过）\n\n第一条 为供水，制定本条例。\n"
    )
    assert _documents(text) == [("甲市供水条例", "甲市人民代表大会常务委员会", "2031-03-05")]


def test_a_measure_that_a_notice_issues_is_attached_though_a_session_adopted_it() -> None:
    text = (
        "甲市人民政府关于印发甲市供水办法的通知\n甲政发〔2031〕4号\n\n各单位：\n现印发给你们。\n甲市人民政府\n2031年3月5日\n\n"
        "甲市供水办法\n（2031年3月1日甲市人民政府第9次常务会议通过）\n\n第一条 为供水，制定本办法。\n"
    )
    assert [title for title, _, _ in _documents(text)] == ["甲市人民政府关于印发甲市供水办法的通知"]


def test_an_order_bears_the_title_of_what_it_makes_known_and_its_own_number() -> None:
    text = (
        "甲市人民政府令\n\n第 4 号\n\n《甲市供水办法》已经市政府第5次常务会议通过，现予公布，自2031年5月1日起施行。\n\n市长  林 海\n\n2031年3月1日\n\n"
        "甲市供水办法\n\n第一条 为供水，制定本办法。\n\n甲市人民政府关于启用印章的通知\n甲政发〔2031〕6号\n\n各单位：\n启用印章。\n"
    )
    first, second = _notices(text)
    assert (first.doc_id, first.heading, first.issuer) == ("甲市人民政府令第4号", "甲市供水办法", "甲市人民政府")
    assert first.signed_date == "2031-03-01"
    assert second.doc_id == "甲政发〔2031〕6号"


def test_a_number_below_a_sentence_is_no_order() -> None:
    assert [kind for kind, _ in _headings("关于值班的通知\n各单位：\n值班室设在\n第4号\n办公楼。\n")] == ["notice"]


COLLECTION = """甲市人事任免文件汇编

一、甲政任〔2031〕1号

甲市人民政府
关于丁一等同志职务任免的通知

各单位：
任命丁一为甲市民政局局长。
甲市人民政府
2031年1月4日

二、甲政任〔2031〕2号

甲市人民政府
关于王强等同志任职的通知

各单位：
任命王强为甲市审计局局长。
甲市人民政府
2031年2月5日

三、甲学院有关人员（甲政任〔2031〕3号）

经市政府研究，聘任：
1. 荔 红  甲学院院长   聘期五年（2031.9—2036.8）
解聘：
2. 庞 彤  甲学院院长   任期届满

四、甲政任〔2031〕4号

甲市人民政府
关于李丽同志任职的通知

各单位：
一、任职时间从即日起算
任命李丽为甲市财政局局长。
甲市人民政府
2031年4月6日
"""


def test_a_collection_numbers_its_papers_also_one_without_a_number_over_its_title() -> None:
    assert _documents(COLLECTION) == [
        ("甲市人民政府关于丁一等同志职务任免的通知", "甲市人民政府", "2031-01-04"),
        ("甲市人民政府关于王强等同志任职的通知", "甲市人民政府", "2031-02-05"),
        ("甲学院有关人员", "甲市人民政府", ""),  # as of the others in its series
        ("甲市人民政府关于李丽同志任职的通知", "甲市人民政府", "2031-04-06"),
    ]


def test_for_how_long_is_no_part_of_a_post_behind_a_gap() -> None:
    rows = of_type(read_paper(read_text(COLLECTION.encode(), "x.txt")).statements, Appointment)
    assert [(row.action, row.person, row.post) for row in rows if "学院" in row.post] == [
        ("聘任", "荔红", "甲学院院长"),
        ("解聘", "庞彤", "甲学院院长"),
    ]


def test_an_issuer_who_signs_further_below_begins_a_paper_without_number_and_addressees() -> None:
    text = (
        "甲区人民政府关于启用印章的通知\n甲政发〔2031〕6号\n各单位：\n启用印章。\n甲区人民政府\n2031年3月1日\n\n"
        "甲区河长制工作领导小组\n关于公布河长名单的公告\n\n按照要求，现将河长名单公布如下。\n{}\n2031年4月1日\n"
    )
    assert [title for title, _, _ in _documents(text.format("甲区河长制工作领导小组"))][1:] == [
        "甲区河长制工作领导小组关于公布河长名单的公告"
    ]
    assert len(_documents(text.format("甲区水务局"))) == 1


def test_a_list_of_acts_behind_the_papers_of_an_issue_is_no_part_of_the_last_one() -> None:
    text = (
        "甲市人民政府关于印发供水办法的通知\n甲政发〔2031〕6号\n各单位：\n印发办法。\n甲市人民政府\n2031年3月1日\n\n"
        "甲市人民政府关于调整防汛指挥部组成人员的通知\n甲政发〔2031〕7号\n各单位：\n调整。\n甲市人民政府\n2031年3月2日\n\n"
        "2031年2月至4月市政府任免人员名单\n甲政任〔2031〕2号（2031年2月20日）\n任命：\n丁 一为市应急管理局局长。\n"
    )
    assert _headings(text)[-1] == ("text", "2031年2月至4月市政府任免人员名单")
    (row,) = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Appointment)
    assert (row.action, row.person, row.post) == ("任命", "丁一", "市应急管理局局长")


CONTENTS = """甲区人大常委会公报
2031年第4号

目    录

甲区人民政府关于启用印章的通知 ...... 2
区人大常委会执法检查组
组成人员名单                      (15)
公报赠阅点一览 …………………… 17

甲区人民政府关于启用印章的通知
甲政发〔2031〕6号

各单位：
启用印章。
甲区人民政府
2031年3月1日

区人大常委会执法检查组
组成人员名单

组长：丁 一    区人大常委会副主任

大事记（2031年3月）

3月2日  区长丁一走访。

公报赠阅点一览

区图书馆
"""


def test_contents_say_where_papers_begin_that_show_no_other_sign() -> None:
    assert _headings(CONTENTS) == [
        ("masthead", "甲区人大常委会公报"),
        ("notice", "甲区人民政府关于启用印章的通知"),
        ("notice", "区人大常委会执法检查组组成人员名单"),
        ("chronicle", "大事记（2031年3月）"),
        ("text", "公报赠阅点一览"),
    ]
    (event,) = of_type(read_paper(read_text(CONTENTS.encode(), "x.txt")).statements, Event)
    assert "图书馆" not in event.source.quote


def test_a_page_number_alone_makes_no_contents() -> None:
    assert titles_in(["目录", "关于启用印章的通知 (2)", "正文。"], 3) == frozenset()
    assert titles_in(["关于启用印章的通知 (2)", "关于停用印章的通知 (3)"], 2) == frozenset()


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("◆◆◆ 一、防汛指挥部 ◆◆◆", "◆◆◆ 二、森林防火指挥部 ◆◆◆", "◆◆◆ 三、消防安全委员会 ◆◆◆"),
        ("第一部分  防汛指挥部", "第二部分  森林防火指挥部", "第三部分  消防安全委员会"),
    ],
)
def test_headings_part_a_bundle(first: str, second: str, third: str) -> None:
    text = (
        f"甲镇机构汇编\n\n{first}\n\n甲镇人民政府关于调整防汛指挥部成员的通知\n甲政发〔2031〕1号\n\n各村：\n名单如下：\n指挥长：丁一\n甲镇人民政府\n2031年3月1日\n\n"
        f"{second}\n\n甲政办〔2031〕5号\n\n总指挥：丁一\n\n{third}\n\n主任：丁一\n"
    )
    assert _headings(text) == [
        ("notice", "甲镇人民政府关于调整防汛指挥部成员的通知"),
        ("text", "森林防火指挥部"),
        ("text", "消防安全委员会"),
    ]


def test_the_parts_of_a_plan_stay_with_its_notice() -> None:
    text = (
        "甲镇人民政府关于印发防汛预案的通知\n甲政发〔2031〕1号\n\n各村：\n印发预案。\n甲镇人民政府\n2031年3月1日\n\n防汛预案\n"
        "第一部分  总则\n为防汛，制定本预案。\n第二部分  组织\n设指挥部。\n第三部分  附则\n由镇政府解释。\n"
    )
    assert len(_notices(text)) == 1


def test_a_number_said_of_what_stands_above_begins_nothing() -> None:
    text = "甲院关于调整分工的通知\n甲医发〔2031〕2号\n各科室：\n调整。\n甲院\n2031年3月1日\n质量管理委员会\n（依据甲医发〔2030〕6号）\n主任：丁一\n"
    assert [part.doc_id for part in _notices(text)] == ["甲医发〔2031〕2号"]


@pytest.mark.parametrize(
    ("issuer", "signer", "found"),
    [
        ("甲区人大常委会", "甲区人民代表大会常务委员会", "甲区人民代表大会常务委员会"),
        ("甲区人民政府", "甲区人民政府办公室", "甲区人民政府"),
        ("甲区人民政府办公室", "甲区人民政府", "甲区人民政府办公室"),
    ],
)
def test_a_short_name_in_the_title_is_the_body_that_signs(issuer: str, signer: str, found: str) -> None:
    text = f"{issuer}关于值班的通知\n甲办〔2031〕2号\n各单位：\n值班。\n{signer}\n2031年3月1日\n"
    assert _notices(text)[0].issuer == found


def test_marks_of_a_converter_are_no_words() -> None:
    text = (
        "## 甲市人民政府办公室\n\n## 关于值班的通知\n\n甲政办〔2031〕11号\n\n各单位：\n\n值班。\n\n<!-- image -->\n\n"
        "甲市人民政府办公室\n\n2031年3月18日\n\n**大事记（2031年3月）**\n\n| 日期 | 内容 |\n|---|---|\n| 1日 | 市长丁一走访。 |\n"
    )
    first, second = _notices(text)
    assert (first.heading, first.signed_date) == ("甲市人民政府办公室关于值班的通知", "2031-03-18")
    assert (second.kind, second.heading) == ("chronicle", "大事记（2031年3月）")
    paper = read_text("# 甲\n张**\n##乙\n".encode(), "x.txt")
    assert paper.words == ("甲", "张**", "##乙", "")
    assert len(paper.folded) == len(paper.text)


def test_a_paper_takes_the_place_of_another_of_the_same_title() -> None:
    text = (
        "甲市人民政府关于印发甲市防汛预案的通知\n甲政发〔2031〕1号\n\n各单位：\n《甲市防汛预案》已经市政府同意，现印发给你们。"
        "2027年印发的《甲市防汛预案》（甲政发〔2027〕4号）同时废止。\n"
    )
    rows = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Citation)
    assert [(row.cited_title, row.cited_number, row.relation) for row in rows] == [
        ("甲市防汛预案", "", "attachment"),
        ("甲市防汛预案", "甲政发〔2027〕4号", "repeals"),
    ]


def test_news_under_marks_behind_the_papers_of_an_issue_are_its_own() -> None:
    text = (
        "甲市卫生通报\n2031年第1期\n2031年4月10日\n\n甲市卫健委关于值班的通知\n甲卫发〔2031〕2号\n各单位：\n值班。\n甲市卫健委\n2031年3月6日\n\n"
        "甲市卫健委关于用印的通知\n甲卫发〔2031〕3号\n各单位：\n用印。\n甲市卫健委\n2031年3月16日\n\n"
        "工作简讯\n★新车到位　3月上旬，新车全部到位。\n★覃月督导防控　3月14日，市疾控局局长覃月到学校督导防控工作。\n"
    )
    assert _headings(text)[-1] == ("text", "工作简讯")
    (event,) = of_type(read_paper(read_text(text.encode(), "x.txt")).statements, Event)
    assert (event.date_from, event.persons) == ("2031-03-14", ("覃月|市疾控局局长",))


def test_a_heading_inside_a_collected_paper_begins_none() -> None:
    text = COLLECTION.replace("三、甲学院有关人员（甲政任〔2031〕3号）", "三、加强组织领导")
    assert len(_documents(text)) == 3
