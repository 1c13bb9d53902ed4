"""Tasks in copies that lost line breaks: fields between bars, labels glued to values, headings glued to items. All papers are invented."""

from __future__ import annotations

import pytest

from tests.loaders.test_tasks import short, tasks


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "（一）种树。补植行道树。【责任领导：沈渡｜牵头单位：镇林业站｜责任单位：各村｜完成时限：3月底前】",
            "（一） 种树 | 沈渡 | 镇林业站 | 各村 | - | 3月底前",
        ),
        (
            "（一）种树。补植行道树。[完成时限:长期坚持|责任单位:无|牵头单位:镇林业站、镇水利站|责任领导:沈渡、丁一山]",
            "（一） 种树 | 沈渡、丁一山 | 镇林业站、镇水利站 | - | - | 长期坚持",
        ),
        (
            "（一）种树。补植行道树。牵头领导：沈渡副镇长责任部门：林业站、各片区完成时间：3月20日前",
            "（一） 种树 | 沈渡 | - | 林业站、各片区 | - | 3月20日前",
        ),
        (
            "（一）种树。包抓领导：沈渡（副镇长），牵头单位：镇林业站，配合单位：各村。要求3月底前完成主体工程。",
            "（一） 种树 | 沈渡 | 镇林业站 | - | 各村 | 3月底前",
        ),
        (
            "（一）种树。牵头单位：镇林业站，配合单位：各村。9月底前投产。",
            "（一） 种树 | - | 镇林业站 | - | 各村 | 9月底前",
        ),
        (
            "（一）严格核定面积，3月底前完成核定。（镇林业站牵头）",
            "（一） 严格核定面积 | - | 镇林业站 | - | - | 3月底前",
        ),
        (
            "（一）种植行道树，3月底前完成招标。（镇林业站牵头）",
            "（一） 种植行道树，3月底前完成招标 | - | 镇林业站 | - | - | -",
        ),
        (
            "（一）种树。牵头单位：镇林业站 / 责任单位：各村 / 完成时限：3月底前",
            "（一） 种树 | - | 镇林业站 | 各村 | - | 3月底前",
        ),
        ("（一）种树——牵头单位：镇林业站——责任单位：各村", "（一） 种树 | - | 镇林业站 | 各村 | - | -"),
        ("（一）种树.补植行道树.(牵头单位:镇林业站)", "（一） 种树 | - | 镇林业站 | - | - | -"),
        ("（一）种树。镇林业站牵头；各村参与；3月底前完工。", "（一） 种树 | - | 镇林业站 | - | 各村 | 3月底前"),
        ("（一）种树。镇林业站牵头，各村参与；3月底前召开会议。", "（一） 种树 | - | 镇林业站 | - | 各村 | -"),
        ("（一）种树。（镇林业站）  镇党政办负责督促检查。", "（一） 种树 | - | - | 镇林业站 | - | -"),
    ],
)
def test_fields_of_one_line_end_where_the_next_begins(item: str, expected: str) -> None:
    assert [short(task) for task in tasks(f"甲镇绿化方案\n\n二、任务\n\n{item}\n")] == [expected]


def test_a_call_to_units_is_no_label_of_its_own() -> None:
    (task,) = tasks("甲县方案\n\n1.种树。补植。牵头单位：县林业局。请各责任单位：按时报送\n")
    assert (task.lead_orgs, task.responsible_orgs) == (("县林业局",), ())


def test_what_is_asked_for_without_a_deed_is_no_limit() -> None:
    (task,) = tasks("甲县方案\n\n1.种树。补植。牵头单位：县林业局，配合单位：县水利局、县财政局。要求每月报送\n")
    assert task.deadline == ""


def test_a_heading_ends_where_the_number_of_its_first_item_stands() -> None:
    text = (
        "甲县营商环境措施\n\n二、提升审批服务（七）推行告知承诺。编制清单。（牵头单位：县行政审批局）\n（八）压缩时限。（牵头单位：县税务局）\n"
        "三、强化保障 6.落实经费。（责任单位：县财政局）\n"
    )
    assert [short(task) for task in tasks(text)] == [
        "（七） 推行告知承诺 | - | 县行政审批局 | - | - | -",
        "（八） 压缩时限 | - | 县税务局 | - | - | -",
        "6 落实经费 | - | - | 县财政局 | - | -",
    ]
    (task,) = tasks("甲县方案\n\n二、抓好水利工程二期（二）标段建设。（牵头单位：县水利局）\n")
    assert task.title == "抓好水利工程二期（二）标段建设"


def test_items_of_a_line_without_any_break_are_told_by_their_numbers_and_labels() -> None:
    text = (
        "甲局绿化方案各科室:为做好绿化,制定本方案。一、组织(一)加强领导。(二)压实责任。二、任务(一)种树补植行道树。牵头领导:沈渡副局长责任部门:绿化科完成时间:4月底前"
        "(二)养护清除枯枝。牵头领导:丁一山副局长责任部门:养护科、办公室完成时间:5月10日前三、要求各科室每周碰头一次。\n"
    )
    assert [short(task) for task in tasks(text)] == [
        "(一) 种树补植行道树 | 沈渡 | - | 绿化科 | - | 4月底前",
        "(二) 养护清除枯枝 | 丁一山 | - | 养护科、办公室 | - | 5月10日前",
    ]


def test_numbers_in_brackets_inside_one_task_part_nothing() -> None:
    text = "甲县方案\n\n1.种树。落实(一)补植和(二)养护两项要求，建立台账。责任单位：县林业局、县水利局、县财政局\n"
    (task,) = tasks(text)
    assert (task.number, task.title, task.responsible_orgs) == ("1", "种树", ("县林业局", "县水利局", "县财政局"))


def test_what_carries_out_another_paper_is_not_that_paper() -> None:
    text = (
        "甲县人民政府关于印发落实《乙市促进就业若干意见》任务分工的通知\n\n甲政发〔2031〕3号\n\n各镇：\n\n现将分工印发给你们。\n\n"
        "1.开展培训。（牵头单位：县人社局）\n\n甲县人民政府\n\n2031年3月1日\n"
    )
    assert [task.plan for task in tasks(text)] == ["落实《乙市促进就业若干意见》任务分工"]
    plain = text.replace("落实《乙市促进就业若干意见》任务分工", "《甲县促进就业若干意见》")
    assert [task.plan for task in tasks(plain)] == ["甲县促进就业若干意见"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "1.种树。\n牵头负责领导：沈渡。\n牵头责任单位：县林业局。\n协同责任单位：县水利局等，各县、市、区政府。",
            "1 种树 | 沈渡 | 县林业局 | - | 县水利局、各县、市、区政府 | -",
        ),
        (
            "1.种树。\n牵头单位：县林业局\n责任单位：各乡、镇人民政府和县水利局，各镇、街道",
            "1 种树 | - | 县林业局 | 各乡、镇人民政府、县水利局、各镇、街道 | - | -",
        ),
        (
            "（一）种树。牵头领导：沈渡副县长责任部门：林业科、苗圃第 2 页 共 6 页下载可编辑",
            "（一） 种树 | 沈渡 | - | 林业科、苗圃 | - | -",
        ),
        ("1.新建水厂，年底前完工通车。（县水利局牵头）", "1 新建水厂 | - | 县水利局 | - | - | 年底前"),
        ("1.新建水厂，年底前开工。（县水利局牵头）", "1 新建水厂，年底前开工 | - | 县水利局 | - | - | -"),
    ],
)
def test_labels_crowds_and_limits_in_more_words(item: str, expected: str) -> None:
    assert [short(task) for task in tasks(f"甲县绿化方案\n\n二、任务\n\n{item}\n")] == [expected]


@pytest.mark.parametrize("crowd", ["各乡镇党委、政府", "各街道党工委、办事处", "各乡镇党委、人民政府"])
def test_the_two_organs_of_all_towns_are_one_crowd(crowd: str) -> None:
    (task,) = tasks(f"甲市方案\n\n1.种树。\n牵头单位：市林业局\n责任单位：{crowd}，市委办、市政府办\n")
    assert task.responsible_orgs == (crowd, "市委办", "市政府办")


def test_a_crowd_of_places_is_one_unit() -> None:
    (task,) = tasks("甲市方案\n\n1.种树。\n牵头单位：市林业局\n责任单位：各县、市、区人民政府等单位，各镇、街道\n")
    assert task.responsible_orgs == ("各县、市、区人民政府", "各镇", "街道")


@pytest.mark.parametrize(
    ("head", "cell", "limit"),
    [
        ("2031年度任务目标", "修建水厂1座，10月底前投入使用。", "10月底前"),
        ("2031年度任务目标", "修建水厂1座，10月底前开工建设。", ""),
        ("2031年度任务目标", "修建水厂1座。铺设管道，10月底前完成。", ""),
        ("2031年度任务目标", "3月底前完成设计，10月底前完成。", ""),
    ],
)
def test_a_cell_closes_with_the_limit_of_its_task(head: str, cell: str, limit: str) -> None:
    (task,) = tasks(f"甲县实事表\n\n序号\t项目名称\t{head}\t责任单位\n1\t城北水厂\t{cell}\t县水利局\n")
    assert task.deadline == limit


def test_a_column_of_limits_says_all_of_them() -> None:
    found = tasks(
        "甲县实事表\n\n序号\t工作任务\t责任单位\t完成时限\n1\t修建水厂，10月底前完工。\t县水利局\t\n2\t修路。\t县交通局\t年底\n"
    )
    assert [task.deadline for task in found] == ["", "年底"]


def test_a_unit_alone_in_a_row_heads_no_section() -> None:
    rows = "1\t扩容\t县教育局\t8月底\n\t\t县发改局\t\n2\t养老\t县民政局\t9月底\n"
    found = tasks(f"甲县任务分解表\n序号\t项目名称\t牵头单位\t完成时限\n{rows}")
    assert [(task.number, task.section, task.lead_orgs[0]) for task in found] == [
        ("1", "", "县教育局"),
        ("2", "", "县民政局"),
    ]
