"""Rosters, offices and chiefs that papers say shortly: two chiefs at once, units whose people sit, an office set up and not named again."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats

HEAD = "关于成立青石镇养蚕领导小组的通知\n\n各村：\n\n"
FOUNDED = f"{HEAD}决定成立青石镇养蚕领导小组。"
LED = f"{FOUNDED}\n组长：方圆（镇长）\n成员：梁栋\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "组长由副镇长方圆担任，副组长由市政府分管副秘书长和市气象局、市应急局主要负责人担任。",
            ["组长|方圆|副镇长", "副组长||市政府分管副秘书长", "副组长||市气象局主要负责人", "副组长||市应急局主要负责人"],
        ),
        ("由校长方圆任组长，教务处主任和班主任为成员。", ["组长|方圆|校长", "成员||教务处主任", "成员||班主任"]),
        ("由校长方圆任组长，各村主任和副主任为成员。", ["组长|方圆|校长", "成员||各村主任和副主任"]),
        ("由市委书记、市长任双组长。", ["组长||市委书记", "组长||市长"]),
        (
            "由镇长方圆任组长，成员由局办公室、财务科，区质监站等有关部门、单位负责人组成。",
            ["组长|方圆|镇长", "成员||@局办公室", "成员||@财务科", "成员||@区质监站"],
        ),
        (
            "镇长方圆任青石镇养蚕领导小组组长，石磊任青石镇养蚕领导小组副组长。",
            ["组长|方圆|镇长", "副组长|石磊|"],
        ),
        ("镇长方圆任青石镇防汛指挥部指挥长，石磊任青石镇防汛指挥部副指挥长。", []),
        (
            "县残联为领导小组牵头单位，县残联理事长为领导小组组长。",
            ["牵头单位||@县残联", "组长||县残联理事长"],
        ),
        ("县残联为桑园改造牵头单位。", []),
    ],
)  # fmt: skip
def test_a_sentence_on_who_sits(words: str, found: list[str]) -> None:
    assert seats(FOUNDED + words + "\n") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("市指挥部成员为：市委宣传部、市供电公司。", ["指挥长|方圆|副市长", "成员||@市委宣传部", "成员||@市供电公司"]),
        ("市专家组成员为：市委宣传部、市供电公司。", ["指挥长|方圆|副市长"]),
    ],
)
def test_members_behind_the_kind_of_the_body_and_a_colon(words: str, found: list[str]) -> None:
    text = f"关于成立青石市供热指挥部的通知\n\n各县：\n\n决定成立青石市供热指挥部，由副市长方圆任指挥长。\n{words}\n"
    assert seats(text) == found


@pytest.mark.parametrize("words", ["。组长：方圆（镇长）", "，组长：方圆（镇长）。", "，名单如下：组长：方圆（镇长）"])
def test_a_chiefs_label_right_behind_the_words_that_found_the_body(words: str) -> None:
    assert seats(f"{HEAD}决定成立青石镇养蚕领导小组{words}\n成员：梁栋\n") == ["组长|方圆|镇长", "成员|梁栋|"]


def test_a_chiefs_label_behind_another_body_is_no_seat_of_this_one() -> None:
    assert seats(f"{LED}纳入县蚕桑联席会议，召集人：石磊。\n") == ["组长|方圆|镇长", "成员|梁栋|"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("领导小组下设办公室，石磊任主任，夏冰任副主任。", ["办公室主任|石磊|", "办公室副主任|夏冰|"]),
        ("领导小组下设办公室，由石磊兼任主任，负责日常工作。", ["办公室主任|石磊|"]),
        ("领导小组下设评估办公室。分管副镇长兼任主任，所长石磊担任副主任。", ["办公室主任||分管副镇长", "办公室副主任|石磊|所长"]),
        ("领导小组下设办公室和宣传组，办公室主任石磊，宣传组组长夏冰。", ["办公室主任|石磊|"]),
        ("领导小组下设办公室，负责日常工作，石磊任镇妇联主任。", []),
        ("镇长方圆，办公室主任石磊，站长夏冰参加会议。", []),
    ],
)  # fmt: skip
def test_an_office_set_up_and_not_named_again(words: str, found: list[str]) -> None:
    assert [one for one in seats(LED + words + "\n") if one.startswith("办公室")] == found


def test_where_the_office_of_the_body_sits_of_which_the_sentence_before_speaks() -> None:
    text = "青石县森林防火预案\n\n县森林防火指挥部部署全县护林。指挥部下设办公室在县林草局，负责调度。\n"
    assert [one.split("|")[0::2] for one in bodies(text)] == [["县森林防火指挥部", "县林草局", ""]]
    other = "青石县森林防火预案\n\n县林草局部署全县护林。指挥部下设办公室在县林草局，负责调度。\n"
    assert bodies(other) == []


@pytest.mark.parametrize("tail", ["（试行）", "", "（试行）.docx》由用户上传，可在线浏览"])
def test_the_rules_of_a_body_are_about_it(tail: str) -> None:
    title = f"{'《' if '》' in tail else ''}青石县路网建设专班工作规则{tail}"
    text = f"{title}\n\n第一条 专班召集人由县政府分管副县长兼任。\n第二条 专班成员包括县水利局、县林业局。\n"
    assert of_bodies(text) == [
        "青石县路网建设专班 召集人 县政府分管副县长", "青石县路网建设专班 成员 县水利局", "青石县路网建设专班 成员 县林业局",
    ]  # fmt: skip


def test_rules_on_a_matter_are_about_no_body() -> None:
    text = "青石县路网建设工作规则\n\n第一条 专班召集人由县政府分管副县长兼任。\n"
    assert [one for one in of_bodies(text) if one.startswith("青石县路网建设专班工作")] == []


CHIEFS = "关于调整部分河长的通知\n\n各乡镇：\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("漳溪河县级河长由副县长石磊调整为县委常委方圆。", ["+漳溪河县级河长|方圆|县委常委<石磊"]),
        (
            "一、原由石磊副县长担任的东湖、西湖县级湖长调整为由方圆副县长担任，协助单位不变。",
            ["+东湖县级湖长|方圆|副县长<石磊", "+西湖县级湖长|方圆|副县长<石磊"],
        ),
        ("漳溪河县级河长由县水利局调整为县林业局。", []),
        ("漳溪河河长制由县水利局调整为县林业局负责。", []),
    ],
)
def test_chiefs_who_take_over(words: str, found: list[str]) -> None:
    assert seats(f"{CHIEFS}{words}\n") == found


LONG = "为提高师生自救能力，制定本方案。"


def test_a_copy_of_a_plan_on_one_line_with_the_parts_of_its_body() -> None:
    text = (
        f"青石中学应急疏散演练方案{LONG}一、演练时间：2031年3月5日。二、应急演练领导小组总指挥：方圆副总指挥：石磊"
        "成员：韦小兰夏大冰梁国栋三、参加对象：全校师生四、工作小组1、宣传小组负责人：韦小兰成员：夏大冰职责：负责宣传。"
        "2、救护小组负责人：梁国栋成员：夏大冰职责：负责救护。3、计时：石磊五、工作要求各班安静。\n"
    )
    assert of_bodies(text) == [
        "应急演练领导小组 总指挥 方圆", "应急演练领导小组 副总指挥 石磊", "应急演练领导小组 成员 韦小兰",
        "应急演练领导小组 成员 夏大冰", "应急演练领导小组 成员 梁国栋", "宣传小组 负责人 韦小兰", "宣传小组 成员 夏大冰",
        "救护小组 负责人 梁国栋", "救护小组 成员 夏大冰",
    ]  # fmt: skip


def test_names_with_nothing_between_them_that_the_paper_does_not_tell_apart_are_nobodys() -> None:
    assert seats(f"{LED}联络员：石大磊夏小冰丁明香远方\n") == ["组长|方圆|镇长", "成员|梁栋|"]


def test_duties_behind_each_name_on_one_line() -> None:
    text = (
        f"青石幼儿园防控方案{LONG}1成立防控工作小组，工作小组成员如下：组长：方圆（园长）职责：全面负责防控工作。"
        "副组长：石磊职责：负责报告疫情。组员：夏冰、各班教师和其他工作人员职责：负责晨检；丁香负责消毒。2具体工作（一）宣传。\n"
    )
    assert seats(text) == ["组长|方圆|园长", "副组长|石磊|", "组员|夏冰|", "组员||各班教师", "组员||其他工作人员"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("成员：由同林 石大磊 夏小冰 梁国栋", ["成员|石大磊|", "成员|夏小冰|", "成员|梁国栋|"]),
        ("成员：丁一、王二、韦小兰", ["成员|丁一|", "成员|王二|", "成员|韦小兰|"]),
    ],
)
def test_names_in_a_row(words: str, found: list[str]) -> None:
    assert [one for one in seats(f"{FOUNDED}\n组长：方圆（镇长）\n{words}\n") if "成员" in one] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("各村于每月25日前将进展情况报县养蚕工作联席会议办公室（设在县林草局）。", ["县养蚕工作联席会议|县林草局"]),
        ("请于3月5日前将总结报送青石市安全生产委员会办公室（设在市应急局）。", ["青石市安全生产委员会|市应急局"]),
        ("有关情况报县政府办公室（设在县政府大楼）。", []),
    ],
)
def test_the_office_to_which_something_is_reported(words: str, found: list[str]) -> None:
    text = f"关于做好养蚕工作的通知\n\n各村：\n\n{words}\n"
    assert ["|".join(one.split("|")[0:3:2]) for one in bodies(text)] == found


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("石磊  夏小冰（镇妇联主席）李家村党支部书记丁大香柏树村党支部书记", ""),
        ("石磊  县委常委（挂职）、县政府党组成员、副县长、养蚕基地党工委书记", "县委常委（挂职）、县政府党组成员、副县长、养蚕基地党工委书记"),
    ],
)  # fmt: skip
def test_persons_run_together_are_nobodys_title(words: str, title: str) -> None:
    assert f"成员|石磊|{title}" in seats(f"{FOUNDED}\n组长：方圆（镇长）\n成员：{words}\n")
