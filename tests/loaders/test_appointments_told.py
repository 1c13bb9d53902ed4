"""Acts as news and chronicles tell them, and posts that take their house from the words before."""

from __future__ import annotations

import pytest

from graph.statements import Appointment
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text
from tests.loaders.statement_rows import acts

_NOTICE = "甲区关于丁一山同志职务任免的通知\n\n各科室：\n\n经研究决定：\n\n"


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("县人大常委会批准丁一山辞去副县长职务。", ["辞去|丁一山|副县长"]),
        ("会议接受丁一山辞去县长职务的请求。", ["辞去|丁一山|县长"]),
        ("丁一山同时辞去县长职务。", ["辞去|丁一山|县长"]),
        ("县人大常委会批准辞去职务的办法。", []),
        (
            "会议补选丁一山为县人民政府县长，沈渡（女）为县人民政府副县长。",
            ["当选|丁一山|县人民政府县长", "当选|沈渡|县人民政府副县长"],
        ),
        (
            "会议选举丁一山为会长，沈 渡同时当选为秘书长。",
            ["当选|丁一山|会长", "当选|沈渡|秘书长"],
        ),
        ("会议免去丁一山的县民政局局长职务，沈渡为县劳动模范、县人民代表作报告。", ["免去|丁一山|县民政局局长"]),
    ],
)
def test_acts_a_chronicle_tells_of(words: str, rows: list[str]) -> None:
    assert acts(f"大事记\n\n2031年4-6月\n\n4月9日 {words}\n") == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "县委组织部部长沈渡宣布县委决定：丁一山任县水利局党组书记，提名为县水利局局长人选；免去卢石县水利局党组书记职务。",
            ["任命|丁一山|县水利局党组书记", "提名|丁一山|县水利局局长", "免去|卢石|县水利局党组书记"],
        ),
        (
            "会上宣布任免决定：丁大为任甲公司总会计师；卢石不再担任甲公司总会计师职务，改任甲公司调研员。",
            ["任命|丁大为|甲公司总会计师", "免去|卢石|甲公司总会计师", "任命|卢石|甲公司调研员"],
        ),
        (
            "会议决定，聘任丁一山为名誉会长，聘任沈渡为副会长。",
            ["聘任|丁一山|名誉会长", "聘任|沈渡|副会长"],
        ),
        ("按照市民政局的批复，协会组建党支部，任命丁一山为党支部书记。", ["任命|丁一山|党支部书记"]),
        (
            "会上宣布市委关于甲学院主要领导职务调整的决定：沈渡任甲学院党委书记。",
            ["任命|沈渡|甲学院党委书记"],
        ),
        ("会上宣读了文件：任命丁一山同志为我校新一任校长。", ["任命|丁一山|校长"]),
        ("会上宣读了文件：任命丁一山同志为新任务办公室主任。", ["任命|丁一山|新任务办公室主任"]),
        ("县长沈渡宣布开工，丁一山任现场讲解员。", []),
    ],
)
def test_acts_news_tell_of(words: str, rows: list[str]) -> None:
    assert acts(f"甲县召开会议\n\n3月5日，{words}\n") == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "丁一山同志任乙学校校长，沈渡同志任副校长；",
            ["任命|丁一山|乙学校校长", "任命|沈渡|乙学校副校长"],
        ),
        (
            "任命丁一山为乙学院常务副院长，沈渡为副院长；",
            ["任命|丁一山|乙学院常务副院长", "任命|沈渡|乙学院副院长"],
        ),
        # another line says nothing of the house
        ("丁一山同志任乙学校校长；\n\n沈渡同志任副校长；", ["任命|丁一山|乙学校校长", "任命|沈渡|副校长"]),
        (
            "丁一山同志任西郊街道党工委副书记、办事处主任；",
            ["任命|丁一山|西郊街道党工委副书记", "任命|丁一山|西郊街道办事处主任"],
        ),
        ("丁一山同志任驻省城办事处主任；", ["任命|丁一山|驻省城办事处主任"]),
        (
            "聘任丁一山为办公室主任兼党总支宣传委员；",
            ["聘任|丁一山|办公室主任", "聘任|丁一山|党总支宣传委员"],
        ),
        (
            "聘任丁一山为德育处主任（兼团委书记）；",
            ["聘任|丁一山|德育处主任", "聘任|丁一山|团委书记"],
        ),
        ("聘任丁一山为德育处主任（兼）；", ["聘任|丁一山|德育处主任"]),
        ("委派丁一山同志到东坪分校任执行校长；", ["任命|丁一山|东坪分校执行校长"]),
        ("选派丁一山到乙乡卫生院挂职任副院长；", ["任命|丁一山|乙乡卫生院副院长"]),
        ("丁一山同志到任后负责工会工作；", []),
        ("丁一山同志任信息科负责人；", ["任命|丁一山|信息科负责人"]),
        ("丁一山同志任项目负责人；", []),
        ("免去刀山云甲区审计局副局长职务；", ["免去|刀山云|甲区审计局副局长"]),
    ],
)
def test_a_post_takes_its_house_from_the_words_before(words: str, rows: list[str]) -> None:
    assert acts(f"{_NOTICE}{words}\n") == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("决定任命：\n\n娜仁花尔（女，某某族）为甲区教育局局长；", ["任命|娜仁花尔|甲区教育局局长"]),
        (
            "免去：\n\n丁一山同志甲区人民医院院长职务，任甲区人民医院顾问；",
            ["免去|丁一山|甲区人民医院院长", "任命|丁一山|甲区人民医院顾问"],
        ),
        ("解聘：\n\n沈渡同志挂职任校长助理；", ["任命|沈渡|校长助理"]),
        # nobody above is meant by an act on another line, whose person is not made out
        ("任命丁一山为甲区商务局副局长；\n\n免去绒花布甲区审计局副局长职务；", ["任命|丁一山|甲区商务局副局长"]),
    ],
)
def test_under_a_head_each_line_is_about_its_own_person(words: str, rows: list[str]) -> None:
    assert acts(f"{_NOTICE}{words}\n") == rows


def test_an_item_of_a_bulletin_without_a_day_gives_acts_too() -> None:
    head = "甲县水利局工作动态（第9期）\n\n2031年9月30日\n\n◆检查\n9月8日，局长沈渡检查水库。\n\n"
    decided = "经局党组研究，并报县委组织部备案，任命丁一山为局总工程师；聘任卢石为局工会主席。\n"
    assert acts(f"{head}◆人事信息\n{decided}") == ["任命|丁一山|局总工程师", "聘任|卢石|局工会主席"]
    assert not acts(f"{head}◆通知\n经局党组研究，拟适时任命一批干部。\n")


def test_in_news_the_next_person_goes_on_under_the_verb_of_the_one_before() -> None:
    head = "甲县人大常委会举行会议\n\n5月8日，甲县人大常委会举行会议。"
    words = "免去沈渡的县人大办公室主任职务，卢石的县人大农业委副主任职务；丁一的县人大法制委委员职务。"
    assert acts(f"{head}{words}\n") == [
        "免去|沈渡|县人大办公室主任",
        "免去|卢石|县人大农业委副主任",
        "免去|丁一|县人大法制委委员",
    ]
    told = "免去沈渡的县人大办公室主任职务，卢石的县人大农业委副主任的工作暂不变动。"
    assert acts(f"{head}{told}\n") == ["免去|沈渡|县人大办公室主任"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("丁一山由乙公司副总经理调任丙公司总经理；", ["任命|丁一山|丙公司总经理"]),
        ("丁一山同志从乙学校交流到丙学校任校长；", ["任命|丁一山|丙学校校长"]),
        ("丁一山由乙科转任丙科科长；", ["任命|丁一山|丙科科长"]),
        ("丁一山由乙公司借调参加整治工作；", []),
        (
            "免去丁一山、沈渡分别担任的乙公司经理、副经理职务；",
            ["免去|丁一山|乙公司经理", "免去|沈渡|乙公司副经理"],
        ),
        ("解聘丁一山、沈渡同志分别任乙部部长、丙部部长职务；", ["解聘|丁一山|乙部部长", "解聘|沈渡|丙部部长"]),
        ("免去丁一山、沈渡、卢石分别担任的乙公司经理、副经理职务；", []),
    ],
)
def test_who_is_moved_and_who_loses_which_of_several_posts(words: str, rows: list[str]) -> None:
    assert acts(f"{_NOTICE}{words}\n") == rows


def test_who_is_sent_to_a_part_of_a_works_and_who_retires_beside() -> None:
    words = "调丁一山同志到二车间任党支部书记，免去其一车间党支部副书记职务；\n原质检科科长沈渡到龄退休，不再担任质检科科长职务。"
    assert acts(f"{_NOTICE}{words}\n") == [
        "任命|丁一山|二车间党支部书记",
        "免去|丁一山|一车间党支部副书记",
        "免去|沈渡|质检科科长",
    ]
    assert acts(f"{_NOTICE}调丁一山同志到现场任务较重；\n") == []


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "近日，县委批准：丁一山卸任乙镇党委书记，沈渡接任乙镇党委书记。",
            ["免去|丁一山|乙镇党委书记", "任命|沈渡|乙镇党委书记"],
        ),
        (
            "会议决定，沈渡升任县水利局局长，丁东升任县林业局局长。",
            ["任命|沈渡|县水利局局长", "任命|丁东升|县林业局局长"],
        ),
        ("县委宣布，丁一山已调任县水利局局长。", ["任命|丁一山|县水利局局长"]),
        ("经研究决定，丁一山因违纪被免去县水利局局长职务。", ["免去|丁一山|县水利局局长"]),
        ("会上宣读任免决定，免去沈渡副院长职务。", ["免去|沈渡|副院长"]),
        (
            "会上宣读了文件通知：丁一山同志任甲医院党委书记、沈渡同志任甲医院党委副书记、院长。",
            ["任命|丁一山|甲医院党委书记", "任命|沈渡|甲医院党委副书记", "任命|沈渡|甲医院院长"],
        ),
        (
            "会上宣读任命，丁一山同志、沈渡同志为县水利局副局长。",
            ["任命|丁一山|县水利局副局长", "任命|沈渡|县水利局副局长"],
        ),
        ("会上宣布，任命丁一山为丙厂董事，并兼任过丙研究院院长。", ["任命|丁一山|丙厂董事"]),
        (
            "会议选举产生了丁一山、沈渡2人为乙镇人民政府副镇长。",
            ["当选|丁一山|乙镇人民政府副镇长", "当选|沈渡|乙镇人民政府副镇长"],
        ),
        ("会议选举产生了新一届领导班子，丁一山等2人受表彰。", []),
        ("县委决定，沈渡也卸任乙镇党委书记。", ["免去|沈渡|乙镇党委书记"]),
        ("县委决定，沈渡将卸任乙镇党委书记。", []),
        ("会上，宣布免去沈渡的乙学院副院长职务。", ["免去|沈渡|乙学院副院长"]),
        ("县委决定，沈渡调任乙学院任副院长。", ["任命|沈渡|乙学院副院长"]),
        ("会议选举沈渡为新一届县工商联主席。", ["当选|沈渡|县工商联主席"]),
        (
            "会议决定任命丁一山为安徽省副省长、代理省长，晋升为正省级领导干部。",
            ["任命|丁一山|安徽省副省长", "代理|丁一山|安徽省省长"],
        ),
        ("县委决定，广东省委常委、常务副省长丁一山调任乙市市委书记。", ["任命|丁一山|乙市市委书记"]),
        ("会上宣布，成都市委副书记丁一山出任丙公司董事长。", ["任命|丁一山|丙公司董事长"]),
    ],
)
def test_who_leaves_and_who_follows_in_news(words: str, rows: list[str]) -> None:
    assert acts(f"甲县消息\n\n{words}\n") == rows


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2031年5月，县委决定：丁一山同志任乙镇党委书记。", "2031-05"),
        ("2031年5月6日，县委批准：丁一山同志任乙镇党委书记。", "2031-05-06"),
        ("县委决定，2029年，丁一山同志任乙镇党委书记。", "2029"),
        ("2029年5月出生，县委决定，丁一山同志任乙镇党委书记。", ""),
        ("2029年5月至2030年6月轮岗，县委决定，丁一山同志任乙镇党委书记。", ""),
        ("县委决定，丁一山同志任乙镇党委书记。", ""),
    ],
)
def test_the_day_that_news_print_before_an_act_is_its_day(words: str, day: str) -> None:
    paper = read_text(f"甲县消息\n\n{words}\n".encode(), "x.txt")
    assert [row.date for row in read_paper(paper).statements if isinstance(row, Appointment)] == [day]


def test_what_is_still_to_come_has_no_day_out_of_the_life_before_it() -> None:
    text = "甲县干部任前公示\n\n丁一山，男，2029年5月任乙局副局长，拟任丙局局长。\n"
    paper = read_text(text.encode(), "x.txt")
    rows = [(row.action, row.date) for row in read_paper(paper).statements if isinstance(row, Appointment)]
    assert ("拟任", "") in rows


def test_who_holds_a_post_now_and_is_to_hold_another() -> None:
    text = "甲县干部任前公示\n\n公示中提到，现任乙县副县长丁一山，拟任丙局局长。\n"
    assert acts(text) == ["拟任|丁一山|丙局局长"]
    assert acts(text.replace("拟任丙局局长", "主持丙局工作")) == []


def test_seats_in_bodies_that_coordinate_are_no_posts() -> None:
    head = "甲市关于清理部分机构的通知\n\n各局：\n\n现将保留的非常设机构领导任职情况通知如下：\n\n"
    text = f"{head}1、市绿化委员会\n主任：丁一山\n副主任：沈渡、卢石\n"
    assert acts(text) == []
    posts = text.replace("非常设机构领导任职情况", "市直单位领导任职情况").replace("市绿化委员会", "市水利局")
    assert "任命|沈渡|市水利局副主任" in acts(posts)


def test_headlines_run_together_give_no_post_with_another_act_in_it() -> None:
    text = "甲省干部任免\n\n各局：\n\n丁一山任乙县代县长 沈渡辞县长职务\n卢石任丙县县委书记 何平任丁县县委书记\n"
    posts = [row.split("|")[2] for row in acts(text)]
    assert not any("任" in post or "辞" in post for post in posts)
    assert acts("甲省干部任免\n\n各局：\n\n丁一山任乙县县长；\n沈渡任丙县县委书记。\n") == [
        "任命|丁一山|乙县县长",
        "任命|沈渡|丙县县委书记",
    ]
