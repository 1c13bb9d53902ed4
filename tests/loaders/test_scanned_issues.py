"""What issues of gazettes and bound volumes print between and inside their papers: running titles, broken lists, lost marks."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Portfolio, StandIn, Statement, Task, of_type
from loaders.gazette.issue import split
from loaders.gazette.issue_parts import furniture_of
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _read(text: str) -> tuple[Statement, ...]:
    return read_paper(read_text(text.encode(), "x.txt")).statements


def _furniture(text: str) -> list[str]:
    paper = read_text(text.encode(), "x.txt")
    return [paper.words[number - 1] for number in sorted(furniture_of(paper))]


# --- running titles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲区人民政府公报\n2031年第2期\n甲区政府办公室编\n甲区人民政府公报 2031.2\n正文。\n2031.2 甲区人民政府公报\n", ["甲区人民政府公报 2031.2", "2031.2 甲区人民政府公报"]),
        ("甲镇政务汇编\n（2031年度）\n甲镇人民政府编\n————————\n甲镇政务汇编（2031）　　5\n正文。\n————————\n甲镇政务汇编（2031）　　6\n", ["————————", "甲镇政务汇编(2031)  5", "————————", "甲镇政务汇编(2031)  6"]),
        ("甲乙自治县\n人 民 政 府 公 报\n（双月刊）\n第3页　　甲乙自治县人民政府公报　　2031年第5期\n正文。\n第4页　　甲乙自治县人民政府公报　　2031年第5期\n", ["第3页  甲乙自治县人民政府公报  2031年第5期", "第4页  甲乙自治县人民政府公报  2031年第5期"]),
        ("甲 市 公 报\n2031\n第2期\n·市政府文件·　　　　　甲市公报　2031年第2期\n正文。\n— 3 —\n·人事任免·　　　　　甲市公报　2031年第2期\n", ["·市政府文件·     甲市公报 2031年第2期", "— 3 —", "·人事任免·     甲市公报 2031年第2期"]),
        ("甲县人民政府\n政   报\n2031年第3期\n甲县政报        人事        2031年第3期\n正文。\n甲县政报                    2031年第3期\n", ["甲县政报        人事        2031年第3期", "甲县政报                    2031年第3期"]),
        # one line of the kind is a reference, and a sentence is none
        ("关于学习的通知\n各单位：\n正文。\n甲县政报  2031年第3期\n正文。\n", []),
        ("关于学习的通知\n各单位：\n甲县政报  2031年第3期刊登了县长关于春耕备耕工作的讲话\n甲县政报  2031年第4期刊登了县长关于秋收秋种工作的讲话\n", []),
        # printed once it may be a title, and with other words it is a sentence
        ("甲镇政务汇编\n正文。\n甲镇政务汇编（2031）　　5\n", []),
        ("甲镇政务汇编\n甲镇政务汇编编委会2031年成立。\n甲镇政务汇编编委会2032年改选。\n", []),
        # tables of one paper counted one by one are no periodical
        ("甲镇任务分解表\n甲镇任务分解表1\n甲镇任务分解表2\n", []),
    ],
)  # fmt: skip
def test_the_name_of_a_periodical_over_and_under_its_pages_is_no_text(text: str, found: list[str]) -> None:
    assert _furniture(text) == found


# --- pairs ------------------------------------------------------------------------------------------------------

_PAIRS = "关于县领导AB角安排的通知\n\n各乡镇：\n\n现将县领导AB角{} \n\n"


def _pairs(heading: str, lines: str) -> list[str]:
    rows = of_type(_read(_PAIRS.format(heading) + lines), StandIn)
    return [f"{row.person_a} {row.person_b} {row.mutual}" for row in rows]


def test_pairs_of_dashes_stand_on_lines_of_their_own() -> None:
    lines = "冉 学 林————文 淑 贞\n索南才让————贡保扎西\n武    宁————冉 学 林\n"
    assert _pairs("安排如下:", lines) == ["冉学林 文淑贞 yes", "索南才让 贡保扎西 yes", "武宁 冉学林 yes"]


def test_dashes_between_what_is_nobody_pair_nobody() -> None:
    assert _pairs("安排如下:", "上午————下午\n综合科————业务科\n") == []


def test_a_heading_may_say_which_side_stands_in_for_the_other() -> None:
    assert _pairs("明确如下（A角／B角）：", "丁一／沈渡；沈渡／丁一；吴用／沈渡。\n") == [
        "丁一 沈渡 no",
        "沈渡 丁一 no",
        "吴用 沈渡 no",
    ]
    assert _pairs("明确如下：", "丁一／沈渡；沈渡／丁一。\n") == ["丁一 沈渡 yes"]


def test_a_table_of_another_kind_ends_the_table_of_pairs() -> None:
    head = "A角\tB角\t顶岗范围\n丁一\t沈渡\t全面工作\n\t吴用\t信访\n"
    other = "\n附件2\n\n领导联系乡镇安排表\n\n姓名\t职务\t联系乡镇\n丁一\t县委常委、副县长\t乙镇\n"
    rows = of_type(_read("关于县领导AB角安排的通知\n\n各乡镇：\n\n" + head + other), StandIn)
    assert [(row.person_a, row.person_b) for row in rows] == [("丁一", "沈渡"), ("丁一", "吴用")]


# --- divisions --------------------------------------------------------------------------------------------------


def test_the_range_of_work_is_a_column_of_charges_whose_first_matter_may_end_in_a_comma() -> None:
    text = "甲县人民政府领导工作分工\n姓名\t职务\t工作范围\t分管单位\n丁一\t副县长\t县人民政府常务工作，发展改革、财政\t县财政局\n"
    rows = of_type(_read(text), Portfolio)
    assert [(row.relation, row.object) for row in rows] == [
        ("负责", "县人民政府常务"), ("负责", "发展改革"), ("负责", "财政"), ("分管", "县财政局"),
    ]  # fmt: skip


def test_a_cell_with_commas_only_is_parted_at_them_and_a_sentence_is_not() -> None:
    head = "甲区管委会领导工作分工\n姓名\t职务\t分管工作\n"
    rows = of_type(
        _read(head + "丁一\t副主任\t招商引资，科技创新，人才\n沈渡\t副主任\t机关运转、信访，保密\n"), Portfolio
    )
    assert [(row.person, row.object) for row in rows][:3] == [
        ("丁一", "招商引资"),
        ("丁一", "科技创新"),
        ("丁一", "人才"),
    ]
    assert not any(row.person == "沈渡" and row.object == "保密" for row in rows)


def test_a_long_name_without_surname_before_its_posts_in_a_bracket_is_a_leader() -> None:
    text = "中共甲乡委员会关于乡领导分工的通知\n\n各村：\n\n1.苏呷么石惹（党委副书记、政法委员）：负责政法、信访工作。\n2.便民服务窗口（服务中心主任）：负责接待工作。\n"
    rows = of_type(_read(text), Portfolio)
    assert [(row.person, row.title, row.object) for row in rows if "窗口" not in row.person] == [
        ("苏呷么石惹", "党委副书记、政法委员", "政法"),
        ("苏呷么石惹", "党委副书记、政法委员", "信访"),
    ]
    assert not any("窗口" in row.person for row in rows)


def test_where_a_list_is_printed_and_what_an_annex_is_called_is_on_no_desk() -> None:
    text = "甲县人民政府领导工作分工的通知\n\n一、副县长　丁一\n负责教育工作。\n\n领导实行AB角制，AB角安排见附件1；联系乡（镇）安排见附件2。\n\n"
    text += "附件：1.甲县人民政府领导AB角安排表\n　　　2.甲县人民政府领导联系乡（镇）安排表\n"
    assert [(row.person, row.object) for row in of_type(_read(text), Portfolio)] == [("丁一", "教育")]


# --- appointments -----------------------------------------------------------------------------------------------


def _acts(text: str) -> list[str]:
    return [f"{row.action} {row.person} {row.post}" for row in of_type(_read(text), Appointment)]


def _notice(acts: str) -> str:
    return f"甲县人民政府关于丁一等同志职务任免的通知\n\n各乡镇：\n\n经研究，决定：\n\n{acts}\n"


@pytest.mark.parametrize(
    ("acts", "rows"),
    [
        ("丁一同志任县林业局副局长 县草原站站长；", ["任命 丁一 县林业局副局长", "任命 丁一 县草原站站长"]),
        ("丁一同志任县林业 局副局长；", ["任命 丁一 县林业局副局长"]),
        ("免去丁 一 同志兼任的县招商中心主任职务；", ["免去 丁一 县招商中心主任"]),
        ("解聘原丁村网格长莫仁。", ["解聘 莫仁 丁村网格长"]),
        ("免去原任职务。", []),
        ("任命：\n\n荷　香为白荡村网格长；", ["任命 荷香 白荡村网格长"]),
        ("聘任陈 大任为甲码头有限公司总经理；", ["聘任 陈大任 甲码头有限公司总经理"]),
        (
            "委派丁 一为甲物流有限公司执行董事、法定代表人；",
            ["任命 丁一 甲物流有限公司执行董事", "任命 丁一 甲物流有限公司法定代表人"],
        ),
        (
            "丁一同志任县农牧局党组书记，提名县农牧局局长人选；",
            ["任命 丁一 县农牧局党组书记", "提名 丁一 县农牧局局长"],
        ),
        ("决定由丁 一代理甲县人民政府县长职务。", ["代理 丁一 甲县人民政府县长"]),
        ("由办公室代理印发，提名工作由组织部负责。", []),
    ],
)
def test_acts_with_a_mark_lost_or_a_post_before_the_name(acts: str, rows: list[str]) -> None:
    assert _acts(_notice(acts)) == rows


def test_a_session_accepts_resignations_with_their_reason_and_names_who_acts() -> None:
    text = "甲县人大常委会第二次会议纪要\n\n根据组织法规定，会议决定接受丁一因工作变动辞去甲县人民政府县长职务的请求；"
    text += "接受沈渡因年龄原因辞去县人大常委会委员职务的请求。\n\n决定任命吴用为甲县人民政府副县长；决定吴用为甲县人民政府代理县长。\n"
    assert _acts(text) == [
        "辞去 丁一 甲县人民政府县长",
        "辞去 沈渡 县人大常委会委员",
        "任命 吴用 甲县人民政府副县长",
        "代理 吴用 甲县人民政府县长",
    ]


def test_what_is_decided_of_others_is_no_act_without_its_verb() -> None:
    text = "甲县人大常委会第二次会议纪要\n\n会议决定丁一为监督小组组长。会议认为吴用为甲县作出贡献。\n"
    assert _acts(text) == []


def test_rosters_behind_the_acts_of_a_session_are_no_acts() -> None:
    text = "甲县人大常委会第二次会议纪要\n\n会议决定任命：\n\n丁一为甲县财政局局长；\n\n决定免去：\n\n沈渡的甲县教育局局长职务。\n\n"
    text += "三、有关组成人员名单\n\n（一）监督小组组成人员名单\n\n组长：吴用　县人大常委会副主任\n成员：高岳　县环境监测站高级工程师\n\n"
    text += "小组办公室设在环资委，高岳兼任办公室主任。\n"
    assert _acts(text) == ["任命 丁一 甲县财政局局长", "免去 沈渡 甲县教育局局长"]


# --- tasks ------------------------------------------------------------------------------------------------------


def _tasks(text: str) -> list[Task]:
    return of_type(_read(text), Task)


def test_a_body_broken_at_the_end_of_a_line_is_the_one_the_paper_prints_whole() -> None:
    text = "甲县防火工作方案\n\n一、重点任务\n\n（一）整治自建房。逐户检查。\n牵头单位:县住建局 责任单位:各乡镇人民政府、县市场\n监管局 完成时限:1月底前\n\n"
    text += "（二）开展宣传。\n牵头单位:县市场监管局 责任单位:县教育局\n"
    assert [task.responsible_orgs for task in _tasks(text)] == [("各乡镇人民政府", "县市场监管局"), ("县教育局",)]


def test_two_whole_bodies_at_a_break_stay_two() -> None:
    text = "甲县防火工作方案\n\n一、重点任务\n\n（一）整治自建房。逐户检查。\n牵头单位:县住建局 责任单位:县公安局、县教育局\n监管局 完成时限:1月底前\n"
    assert "县教育局监管局" not in _tasks(text)[0].responsible_orgs


def test_what_ends_in_reorganising_is_a_task_and_no_group() -> None:
    text = "甲县重点工作任务分解方案\n\n一、国企改革\n\n1.完成区属国企整合重组。（责任领导：丁一；牵头部门：县财政局；完成时间：6月）\n"
    assert [task.title for task in _tasks(text)] == ["完成区属国企整合重组"]


def test_who_keeps_a_site_has_no_task() -> None:
    text = "甲县重点工作任务分解表\n\n1.修路。\n牵头单位：县交通局\n配合单位：县财政局\n\n【打印本页】　【关闭窗口】\n主办：甲县人民政府办公室　承办：县大数据局\n"
    assert [task.title for task in _tasks(text)] == ["修路"]


_HEAD = "甲县行动任务清单\n\n类别\t序号\t任务内容\t责任领导\t牵头单位\t完成时限\n"


def test_blank_leaders_and_limits_are_those_above_though_neighbours_over_a_border_agree() -> None:
    rows = "厕所\t1\t摸排户厕\t丁一\t县农业局\t10月底\n\t2\t新建公厕\t\t县农业局\t12月底\n垃圾\t3\t清理堆放点\t沈渡\t县执法局\t12月底\n\t4\t补齐容器\t\t县执法局\t\n污水\t5\t建设湿地\t沈渡\t县水务局\t11月底\n"
    found = [(*task.leader, task.deadline) for task in _tasks(_HEAD + rows)]
    assert found == [("丁一", "10月底"), ("丁一", "12月底"), ("沈渡", "12月底"), ("沈渡", "12月底"), ("沈渡", "11月底")]


def test_a_blank_beside_leaders_printed_again_within_a_part_is_nobody() -> None:
    rows = "厕所\t1\t摸排户厕\t丁一\t县农业局\t10月底\n\t2\t新建公厕\t丁一\t县农业局\t12月底\n\t3\t清理堆放点\t\t县执法局\t12月底\n"
    assert [task.leader for task in _tasks(_HEAD + rows)] == [("丁一",), ("丁一",), ()]


# --- empty lines and gaps ---------------------------------------------------------------------------------------

_ISSUE = """甲区人民政府公报

2031年第2期

甲区人民政府
关于启用新印章的通知

甲政发〔2031〕1号

各街道：

启用新印章。

甲区人民政府
2031年3月1日

甲区人民政府关于丁一
任职的通知

甲政任〔2031〕2号

各街道：

任命丁一为区财政局局长。

甲区人民政府
2031年3月2日

大事记

2031年3月

2日　区长沈渡走访。
"""


def test_an_empty_line_behind_every_line_hides_no_paper_of_an_issue() -> None:
    close, loose = (split(read_text(text.encode(), "x.txt")) for text in (_ISSUE, _ISSUE.replace("\n", "\n\n")))
    assert [(notice.kind, notice.doc_id, notice.heading) for notice in loose] == [
        (notice.kind, notice.doc_id, notice.heading) for notice in close
    ]
    assert [notice.doc_id for notice in close if notice.kind == "notice"] == ["甲政发〔2031〕1号", "甲政任〔2031〕2号"]


def test_far_words_over_a_number_are_no_title_of_it() -> None:
    text = _ISSUE.replace("任职的通知\n\n甲政任", "任职的通知\n\n\n\n\n甲政任")
    assert "甲政任〔2031〕2号" not in [notice.doc_id for notice in split(read_text(text.encode(), "x.txt"))]


def test_the_range_of_work_heads_a_column_parted_by_gaps() -> None:
    text = "甲县人民政府领导工作分工\n姓名    职务    工作范围    分管单位\n丁一    副县长    教育、卫生    县教育局\n沈渡    副县长    农业    县农业农村局\n"
    rows = of_type(_read(text), Portfolio)
    assert [(row.person, row.relation, row.object) for row in rows] == [
        ("丁一", "负责", "教育"), ("丁一", "负责", "卫生"), ("丁一", "分管", "县教育局"),
        ("沈渡", "负责", "农业"), ("沈渡", "分管", "县农业农村局"),
    ]  # fmt: skip


def test_a_body_that_the_paper_prints_whole_is_put_together_over_an_empty_line() -> None:
    text = "甲县防火工作方案\n\n一、重点任务\n\n（一）整治自建房。逐户检查。\n牵头单位:县住建局 责任单位:县公安局、县市场\n\n监管局 完成时限:1月底前\n\n"
    text += "（二）开展宣传。\n牵头单位:县市场监管局 责任单位:县教育局\n"
    assert [task.responsible_orgs for task in _tasks(text)] == [("县公安局", "县市场监管局"), ("县教育局",)]
