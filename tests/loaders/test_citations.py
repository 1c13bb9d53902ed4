"""What counts as a paper that is cited, and what its title is."""

from __future__ import annotations

import pytest

from graph.statements import Citation
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _cited(sentence: str) -> list[tuple[str, str]]:
    text = f"甲县实施方案\n\n　　{sentence}\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.cited_title, row.cited_number) for row in rows if isinstance(row, Citation)]


def _titles(text: str) -> list[str]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [row.cited_title for row in rows if isinstance(row, Citation)]


@pytest.mark.parametrize(
    "sentence",
    [
        "组织干部职工诵读《红楼梦》《论语》等经典名著。",
        "集体观看电影《冰封的河》，交流体会。",
        "群众合唱《在希望的田野上唱起丰收的歌》。",
        "排演豫剧《朝阳沟》、小品《回家》。",
        "推荐阅读《把我们的村庄建设成为美丽家园》一书。",
        "在《甲县日报》《农民日报》刊发报道。",
        "收看《乡村振兴一线见闻录》等节目。",
        "学习图书《孙子兵法》。",
        "外出一天以上的，应填写《AB角工作交接登记单》。",
        "《通知》明确了标准，《实施方案》提出了要求。",
        "收集项目进展，编印《重点项目建设攻坚周报》，督办议定事项。",
    ],
)
def test_works_and_newspapers_are_no_papers(sentence: str) -> None:
    assert _cited(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("组织诵读《中华人民共和国宪法》。", ["中华人民共和国宪法"]),
        ("贯彻《甲省条例》《乙市关于文艺作品创作的意见》精神。", ["甲省条例", "乙市关于文艺作品创作的意见"]),
        ("落实《甲市“十四五”文化发展规划（2021—2025年）》。", ["甲市“十四五”文化发展规划（2021—2025年）"]),
        ("执行《丙市物业管理办法（试行）》。", ["丙市物业管理办法（试行）"]),
        ("现将 《甲县防旱办法》（以下简称 《办法》）印发给你们。", ["甲县防旱办法"]),
        ("落实《丁省全面推进城乡融合高质量发展十件实事》。", ["丁省全面推进城乡融合高质量发展十件实事"]),
    ],
)
def test_papers_keep_their_titles(sentence: str, titles: list[str]) -> None:
    assert [title for title, _ in _cited(sentence)] == titles


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("根据《关于做好防汛的通知（甲政办发〔2019〕5号）》要求。", ("关于做好防汛的通知", "甲政办发〔2019〕5号")),
        ("根据《防汛办法（试行）（甲政发〔2020〕2号）》要求。", ("防汛办法（试行）", "甲政发〔2020〕2号")),
        ("根据《救灾办法》（甲政发〔2020〕3号，以下简称《办法》）要求。", ("救灾办法", "甲政发〔2020〕3号")),
        ("根据《救灾办法（修订稿，已经县政府第3次常务会议审议通过）》要求。", ("救灾办法", "")),
        ("根据《乙市印发《防汛管理办法》的通知》要求。", ("乙市印发《防汛管理办法》的通知", "")),
    ],
)
def test_a_number_or_remark_inside_the_marks_is_no_part_of_the_title(sentence: str, cited: tuple[str, str]) -> None:
    assert _cited(sentence) == [cited]


def test_a_number_begins_behind_what_is_said_of_the_paper() -> None:
    text = "甲镇分工\n\n一、分工\n\n二、此前印发的甲府发〔2022〕30号安排停止执行，原甲府发〔2021〕3号、甲府发〔2021〕4号文同时废止。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    found = [row for row in rows if isinstance(row, Citation)]
    assert [(row.cited_title, row.cited_number, row.relation) for row in found] == [
        ("", "甲府发〔2022〕30号", "supersedes"),
        ("", "甲府发〔2021〕3号", "repeals"),
        ("", "甲府发〔2021〕4号", "repeals"),
    ]


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        (
            "根据《甲条例》和甲办发〔2030〕7号文件的要求，制定本方案。",
            [("甲条例", "", "based_on"), ("", "甲办发〔2030〕7号", "based_on")],
        ),
        (
            "贯彻落实甲政发〔2031〕5 号、甲政办〔2031〕6号通知精神。",
            [("", "甲政发〔2031〕5号", "implements"), ("", "甲政办〔2031〕6号", "implements")],
        ),
        (
            "按照《甲办法》（甲政发〔2031〕5号）规定。按甲政发〔2031〕5号文件要求报送。",
            [("甲办法", "甲政发〔2031〕5号", "based_on")],
        ),
        ("根据县委关于转发甲办发〔2030〕7号文件的要求，制定本方案。", []),
        ("档案室收到甲办发〔2030〕7号文件两份。", []),
        ("原安排（甲办〔2029〕3号）同时作废。", [("", "甲办〔2029〕3号", "repeals")]),
        ("《甲安排》（甲办〔2029〕3号）同时作废。", [("甲安排", "甲办〔2029〕3号", "repeals")]),
    ],
)
def test_a_paper_may_be_called_by_its_number_alone(sentence: str, cited: list[tuple[str, str, str]]) -> None:
    text = f"甲县实施方案\n\n　　{sentence}\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [(row.cited_title, row.cited_number, row.relation) for row in rows if isinstance(row, Citation)] == cited


def test_a_title_printed_in_marks_is_the_papers_own() -> None:
    text = "甲政发〔2031〕4号《甲县人民政府关于印发〈甲县防旱办法〉的通知》\n\n各镇：\n\n《甲县防旱办法》已经审定，现印发给你们。\n\n甲县人民政府\n\n2031年3月2日\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [row.cited_title for row in rows if isinstance(row, Citation)] == ["甲县防旱办法"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("按照《甲市窗口服务规范（试行）》要求办理", ["甲市窗口服务规范（试行）"]),
        ("落实《甲市养老条例》《甲市助餐办法》", ["甲市养老条例", "甲市助餐办法"]),
        ("印制《甲市助餐办法》", []),
        ("《甲市助餐办法》", []),
    ],
)
def test_a_cell_cites_what_its_task_is_done_by(cell: str, expected: list[str]) -> None:
    text = f"甲市民政局任务分工表\n\n序号\t工作任务\t责任科室\n1\t{cell}\t养老科\n2\t走访老人\t办公室\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [row.cited_title for row in rows if isinstance(row, Citation)] == expected


def test_a_title_goes_on_behind_a_line_that_opens_it_and_its_number_may_hold_brackets() -> None:
    text = "甲县实施方案\n\n根据《\n甲省人民政府关于普查人口的通知》(甲政发(2031)6号)精神，制定本方案。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    cited = [(row.cited_title, row.cited_number) for row in rows if isinstance(row, Citation)]
    assert cited == [("甲省人民政府关于普查人口的通知", "甲政发〔2031〕6号")]


def test_a_title_inside_the_title_of_what_is_issued_is_not_cited_alone() -> None:
    issued = "乙县人民政府关于印发2033年县《工作报告》任务分解方案的通知\n\n各乡镇：\n\n《2033年县〈工作报告〉任务分解方案》已经县政府同意，现印发给你们。\n"
    assert _titles(issued) == ["2033年县〈工作报告〉任务分解方案"]
    alone = "乙县人民政府关于分解2033年县《政府工作报告》任务的通知\n\n各乡镇：\n\n现将任务分解如下。\n"
    assert _titles(alone) == ["政府工作报告"]
