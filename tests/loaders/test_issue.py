"""A paper is cut where its notices begin, and wrapped words come together again."""

from __future__ import annotations

import pytest

from loaders.gazette.dates import day_of
from loaders.gazette.issue import split
from loaders.gazette.issue_parts import furniture_of
from loaders.gazette.notice import Notice, usual_number
from loaders.readers.text import read_text

ISSUE = """甲区人民政府公报

甲区人民政府办公室 2031年第2期(总第17期) 2031年7月15日

目 录

- 甲区人民政府关于印发供水办法的通知 (1)
- 甲区人民政府办公室关于调整防汛指挥部组成人员的通知 (9)

甲区人民政府关于印发
供水办法的通知

甲政发〔2031〕4号

各镇人民政府：

现将《供水办法》印发给你们。

甲区人民政府

2031年4月8号

供水办法

第一条 为保障供水，制定本办法，水厂要
加强管理。

甲区人民政府公报

第二条 本办法由区水务局负责解释。

甲区人民政府办公室关于调整
防汛指挥部组成人员的通知

甲政办发[2031]11号

各有关单位：

调整如下。

甲区人民政府办公室
二〇三一年五月二日

甲区人民政府公报

大事记

2031年4-6月

4月9日 区长丁一主持召开会议。
"""


def _notices(text: str) -> tuple[Notice, ...]:
    return split(read_text(text.encode(), "x.txt"))


def test_an_issue_is_cut_into_its_parts() -> None:
    parts = _notices(ISSUE)
    assert [part.kind for part in parts] == ["masthead", "notice", "notice", "chronicle"]
    assert [part.doc_id for part in parts[1:3]] == ["甲政发〔2031〕4号", "甲政办发〔2031〕11号"]


def test_the_plan_behind_the_signature_stays_with_its_notice() -> None:
    first = _notices(ISSUE)[1]
    assert first.signed_date == "2031-04-08"
    assert any("第二条" in passage.text for passage in first.body)


def test_a_title_over_two_lines_is_one_title() -> None:
    assert _notices(ISSUE)[2].heading == "甲区人民政府办公室关于调整防汛指挥部组成人员的通知"


def test_words_wrapped_over_a_line_come_together() -> None:
    bodies = [passage.text for passage in _notices(ISSUE)[1].body]
    assert any("水厂要加强管理" in text for text in bodies)


def test_a_running_header_with_its_issue_cuts_no_list() -> None:
    (notice,) = _notices(
        "青旗人民政府关于分工的通知\n各苏木：\n丁一分管旗财政局、旗审计局、旗应急管理局、\n\n"
        "青旗人民政府公报        2030年第4期\n\n旗统计局。\n青旗人民政府\n2030年1月2日\n"
    )
    assert notice.body[0].printed() == "丁一分管旗财政局、旗审计局、旗应急管理局、旗统计局。"


def test_a_title_of_two_lines_begins_with_its_issuer() -> None:
    (notice,) = _notices("中共白鹭市委组织部\n干部任前公示\n现将有关情况予以公示：\n丁一拟任市审计局局长。\n")
    assert notice.heading == "中共白鹭市委组织部干部任前公示"
    (plain,) = _notices("白鹭市人民政府\n丁一、王二\n出席会议。\n")
    assert plain.heading == "白鹭市人民政府"


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ("白鹭省物流体系建设\n实施方案", "白鹭省物流体系建设实施方案"),
        ("白鹭市2031年放管服改革\n工作要点（试行）", "白鹭市2031年放管服改革工作要点（试行）"),
        ("白鹭市物流体系建设\n\n实施方案", "白鹭市物流体系建设"),
        ("白鹭市人民政府文件\n工作要点", "白鹭市人民政府文件"),
        ("白鹭市物流体系建设\n实施方案由市商务局负责解释", "白鹭市物流体系建设"),
    ],
)
def test_the_kind_of_a_paper_may_stand_alone_below_what_it_is_about(lines: str, heading: str) -> None:
    (notice,) = _notices(f"{lines}\n\n为加快建设，制定本文件。\n一、扩大投资。\n")
    assert notice.heading == heading


@pytest.mark.parametrize(
    ("upper", "lower", "together"),
    [
        ("区住房保障综合服务中心负责对乡镇人民政", "府、街道办事处进行指导。", True),
        ("应急预案支撑性文件的审批程序由制定单", "位根据实际情况确定。", True),
        ("关于进一步加强供水管理工作的总体要求", "全面加强管理。", False),
    ],
)
def test_a_word_cut_by_the_end_of_a_page_comes_together(upper: str, lower: str, together: bool) -> None:
    (notice,) = split(read_text(f"甲区供水办法\n\n{upper}\n\n{lower}\n".encode(), "x.txt"))
    assert (f"{upper}{lower}".replace("，", ",") in [passage.text for passage in notice.body]) is together


def test_a_signature_goes_on_no_list_above_it() -> None:
    (notice,) = _notices(
        "青县中医院2030年重点工作安排\n1、新增停车位。\n责任科室：总务科；协助科室：保卫科；完成时间：9月底\n青县中医院\n2030年1月8日\n"
    )
    assert [passage.printed() for passage in notice.body][-2:] == ["青县中医院", "2030年1月8日"]


def test_running_headers_belong_to_no_paragraph() -> None:
    assert not any("公报" in passage.text for passage in _notices(ISSUE)[1].body)


def test_a_number_may_stand_over_its_title() -> None:
    notice = _notices(
        "乙县教育局文件\n乙教〔2030〕3号\n关于公布教研组长名单的通知\n各校：\n名单如下。\n乙县教育局\n2030年9月1日\n"
    )[0]
    assert (notice.doc_id, notice.heading) == ("乙教〔2030〕3号", "关于公布教研组长名单的通知")
    assert notice.issuer == "乙县教育局"


def test_who_signs_a_report_stands_beside_its_number() -> None:
    (notice,) = _notices(
        "甲政〔2031〕7号          签发人：丁一\n\n甲县人民政府关于防汛工作的报告\n\n市人民政府：\n\n现将防汛工作报告如下。\n"
    )
    assert (notice.doc_id, notice.heading) == ("甲政〔2031〕7号", "甲县人民政府关于防汛工作的报告")


def test_a_paper_without_a_number_is_known_by_its_title_and_day() -> None:
    notice = _notices("丙镇2030年工作要点\n一、总体要求\n抓好各项工作。\n丙镇人民政府\n2030年2月3日\n")[0]
    assert notice.doc_id == "丙镇2030年工作要点（2030-02-03）"


def test_a_source_is_the_words_at_their_place() -> None:
    notice = _notices(ISSUE)[1]
    passage = next(passage for passage in notice.body if "水厂要加强管理" in passage.text)
    at = passage.text.index("水厂要加强管理")
    source = notice.source(passage, at, at + 7, rule="test/rule")
    assert source.quote == "水厂要\n加强管理"
    assert notice.paper.text[source.start : source.end] == source.quote
    assert source.line_end == source.line_start + 1


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2023年8月8号", "2023-08-08"),
        ("二〇一〇年十一月二日", "2010-11-02"),
        ("二○二一年三月二十一日", "2021-03-21"),
        ("2023年9月", "2023-09"),
        ("2024年", "2024"),
        ("2023年2月30日", ""),
        ("去年", ""),
    ],
)
def test_printed_dates_keep_their_precision(printed: str, day: str) -> None:
    assert day_of(printed) == day


def test_numbers_take_their_usual_form() -> None:
    assert usual_number("甲政发 [2031] 28号") == "甲政发〔2031〕28号"
    assert usual_number("甲政发【2031】28号".replace("【", "[").replace("】", "]")) == "甲政发〔2031〕28号"


@pytest.mark.parametrize("line", ["，" * 100_000, "关于" * 50_000, "（" * 100_000, "甲" * 100_000, "年月日" * 33_000])
def test_a_hostile_line_is_cut_in_no_time(line: str) -> None:
    import time

    start = time.perf_counter()
    _notices(f"甲区人民政府关于一事的通知\n{line}\n")
    assert time.perf_counter() - start < 5


def test_the_turn_of_a_page_between_title_and_number_parts_nothing() -> None:
    turned = ISSUE.replace(
        "防汛指挥部组成人员的通知\n\n甲政办发", "防汛指挥部组成人员的通知\n\n— 4 —\n\n甲区人民政府公报\n\n\n甲政办发"
    )
    numbers = [notice.doc_id for notice in split(read_text(turned.encode(), "issue.txt")) if notice.kind == "notice"]
    assert numbers == ["甲政发〔2031〕4号", "甲政办发〔2031〕11号"]


@pytest.mark.parametrize("head", ["关政发[2022]14号", "甲县人民政府关于县政府领导分工的通知"])
def test_a_head_printed_again_over_a_page_begins_no_notice_and_parts_no_list(head: str) -> None:
    text = (
        "甲县人民政府关于县政府领导分工的通知\n关政发[2022]14号\n丁一 副县长\n协助县长负责农业农村、水利湖泊、乡村振兴、民政、\n- 1 -\n"
        f"{head}\n退役军人事务等工作。分管县水利局。\n甲县人民政府\n2022年3月1日\n"
    )
    (notice,) = split(read_text(text.encode(), "paper.txt"))
    assert any("民政、退役军人事务" in passage.text for passage in notice.body)
    assert notice.signed_date == "2022-03-01"


@pytest.mark.parametrize(
    ("closing", "issuer", "day"),
    [
        ("甲村村民委员会\n2031年3月", "甲村村民委员会", "2031-03"),
        ("甲中学\n二〇三一年三月\n", "甲中学", "2031-03"),
        ("甲公司\n2031年3月5日", "甲公司", "2031-03-05"),
        ("甲中学\n2031年3月5日\n附件：名单\n甲中学\n2031年4月", "甲中学", "2031-03-05"),
        ("第一中学、第二中学\n2031年3月", "", ""),
        ("主要任务：排查。\n2031年3月", "", ""),
        ("甲中学\n2031年3月\n张三负责巡查。", "", ""),
    ],
)
def test_a_month_alone_signs_where_no_day_does_and_nothing_follows(closing: str, issuer: str, day: str) -> None:
    notice = _notices(f"关于值班的安排\n\n各科室：\n\n做好值班。\n\n{closing}\n")[0]
    signed = notice.signature.printed() if notice.signature is not None else ""
    assert (signed, notice.signed_date) == (issuer, day)


def test_a_header_with_two_edges_is_furniture_also_where_its_second_edge_is_on_the_next_line() -> None:
    head = "白河州人民政府公报                  2031年第3期\n\n白河州人民政府关于印发方案的通知\n白政发〔2031〕2号\n"
    for edge in ("白河州人民政府公报              部门文件", "白河州人民政府公报\n              部门文件"):
        paper = read_text(f"{head}甲\n{edge}\n乙\n{edge}\n丙\n".encode(), "x.txt")
        found = furniture_of(paper)
        assert [paper.words[number - 1].split()[-1] for number in sorted(found)] == (
            ["部门文件"] * 2 if "\n" not in edge else ["白河州人民政府公报", "部门文件"] * 2
        )
    once = head.partition("\n")[2]
    paper = read_text(f"{once}甲\n白河州人民政府公报              部门文件\n乙\n".encode(), "x.txt")
    assert not furniture_of(paper)
