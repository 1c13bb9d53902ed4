"""Rosters whose shape is a pattern that returns: parts told in sentences, grids of several places, chiefs with areas, names without surnames."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import of_bodies, seats

FOUNDED = "青石县古桥保护方案\n\n一、组织机构\n成立青石县古桥保护领导小组，由副县长方圆任组长，县文旅局为成员单位。"
WHOLE = ["青石县古桥保护领导小组 组长 方圆 副县长", "青石县古桥保护领导小组 成员 县文旅局"]


@pytest.mark.parametrize(
    "words",
    [
        "领导小组下设两个组：\n测绘组：由县文旅局局长石磊任组长，县档案馆为成员单位。\n修缮组：由县住建局局长林静任组长，县财政局为成员单位。",
        "领导小组下设两个组：\n测绘组由县文旅局局长石磊任组长，县档案馆为成员单位。\n修缮组由县住建局局长林静任组长，县财政局为成员单位。",
        "领导小组下设两个组：测绘组由县文旅局局长石磊任组长，县档案馆为成员单位；修缮组由县住建局局长林静任组长，县财政局为成员单位。",
        "领导小组下设两个组：\n测绘组，组长由县文旅局局长石磊担任，县档案馆为成员单位。\n修缮组，组长由县住建局局长林静担任，县财政局为成员单位。",
    ],
)
def test_the_members_of_a_part_told_in_a_sentence_are_its_own(words: str) -> None:
    assert of_bodies(f"{FOUNDED}{words}\n") == [
        *WHOLE,
        "测绘组 组长 石磊 县文旅局局长",
        "测绘组 成员 县档案馆",
        "修缮组 组长 林静 县住建局局长",
        "修缮组 成员 县财政局",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "各乡镇成立护桥队，由乡镇长任队长。",
        "每个测绘组由一名县领导任组长。",
        "下设若干测绘组，测绘组由领导小组统一调度。",
    ],
)
def test_a_part_that_nobody_is_named_for_is_no_body(words: str) -> None:
    assert of_bodies(f"{FOUNDED}\n{words}\n") == WHOLE


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("县水利局、县林业局为领导小组成员单位。", ["成员||@县水利局", "成员||@县林业局"]),
        ("石磊兼任联络员。县水利局、县林业局等单位为成员单位。", ["成员||@县水利局", "成员||@县林业局"]),
        ("县水利局、县林业局是养蚕基地的共建成员单位。", []),
        ("有关单位为成员单位。", []),
    ],
)
def test_a_sentence_on_the_member_units_stands_beside_others(words: str, found: list[str]) -> None:
    text = f"关于成立青石县养蚕领导小组的通知\n\n决定成立青石县养蚕领导小组，由方圆任组长。\n{words}\n"
    assert [seat for seat in seats(text) if seat.startswith("成员")] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("主任：旦增罗布", "主任|旦增罗布|"),
        ("主任：久美扎西", "主任|久美扎西|"),
        ("主任：州长才让东主", "主任|才让东主|州长"),
        ("主任：县财政局局长旦增罗布", "主任|旦增罗布|县财政局局长"),
    ],
)
def test_who_leads_may_have_a_name_without_a_surname(words: str, found: str) -> None:
    assert seats(f"草滩村配套组织名单\n一、村务监督委员会\n{words}\n委员：方圆、石磊\n")[0] == found


@pytest.mark.parametrize("words", ["主任：待选举产生", "主任：副县长具体兼任", "主任：暂由支部代管"])
def test_words_on_how_a_seat_is_held_are_no_name(words: str) -> None:
    persons = [
        seat.split("|")[1] for seat in seats(f"草滩村配套组织名单\n一、村务监督委员会\n{words}\n委员：方圆、石磊\n")
    ]
    assert [person for person in persons if person] == ["方圆", "石磊"]


def test_the_organs_of_a_village_are_bodies_over_who_leads_them() -> None:
    text = "草滩村班子名单\n一、村党委\n书 记：方圆\n委 员：石磊\n二、团支部\n书记：林静\n三、民兵营\n营长：钱多\n四、妇联\n主席：安宁\n"
    assert of_bodies(text) == [
        "村党委 书记 方圆",
        "村党委 委员 石磊",
        "团支部 书记 林静",
        "民兵营 营长 钱多",
        "妇联 主席 安宁",
    ]


def test_the_party_committee_of_a_county_is_no_such_organ() -> None:
    assert of_bodies("青石县领导名单\n一、县委\n书记：方圆\n") == []


@pytest.mark.parametrize(
    "remark", ["（责任区域：东山林场）", "（责任片区：青石镇、柏树镇）", "（联系青石镇）", "（包联单位：青石镇）"]
)
def test_the_area_of_a_chief_is_no_part_of_his_post(remark: str) -> None:
    text = f"青石县林长办关于公布县级林长名单的通告\n县级林长：\n方　圆　县委常委、统战部部长{remark}\n石　磊　副县长{remark}\n"
    assert seats(text) == ["县级林长|方圆|县委常委、统战部部长", "县级林长|石磊|副县长"]


def test_a_bracket_with_a_post_stays_one() -> None:
    text = "青石县林长办关于公布县级林长名单的通告\n县级林长：\n方　圆（县委常委、统战部部长）\n石　磊（副县长）\n"
    assert seats(text) == ["县级林长|方圆|县委常委、统战部部长", "县级林长|石磊|副县长"]


GRIDS = "网格名称\t网格长\t网格员\t范围\n第一网格\t方圆\t石 磊\t东街\n第二网格\t林静\t钱多\t西街\n"


@pytest.mark.parametrize("kind", ["网格长、网格员", "网格员", "网格管理人员", "楼栋长"])
@pytest.mark.parametrize("tail", ["名单", "信息表", "通讯录", "一览表"])
def test_each_place_has_the_list_of_those_who_look_after_its_grids(kind: str, tail: str) -> None:
    text = f"柏树街道网格公示\n柏树街道上湾社区{kind}{tail}\n{GRIDS}\n柏树街道下湾社区{kind}{tail}\n网格\t网格长\n第一网格\t安宁\n"
    of = f"柏树街道上湾社区{kind}"
    assert of_bodies(text) == [
        f"{of} 第一网格网格长 方圆",
        f"{of} 第一网格网格员 石磊",
        f"{of} 第二网格网格长 林静",
        f"{of} 第二网格网格员 钱多",
        f"柏树街道下湾社区{kind} 第一网格网格长 安宁",
    ]


def test_a_page_of_grids_has_its_body_from_the_title() -> None:
    assert of_bodies(f"上湾社区网格人员信息公示\n{GRIDS}")[0] == "上湾社区网格人员 第一网格网格长 方圆"


def test_what_is_told_of_grids_lists_nobody() -> None:
    assert of_bodies("上湾社区网格长名单管理制度\n网格\t户数\n第一网格\t86\n") == []


def test_chiefs_of_roads_whose_cells_stand_one_a_line() -> None:
    head = "序号\n路线编号\n路线名称\n里程（公里）\n县级路长\n职务\n"
    rows = "1\nX301\n青柏路\n12\n方圆\n副县长\n2\nX302\n上湾路\n8.5\n石磊\n县公安局局长\n3\nX303\n下湾路\n9\n林静\n县政协副主席\n"
    assert seats(f"青石县农村公路县级路长名单公示\n副总路长：方圆（副县长）\n{head}{rows}备注：1.总路长：安宁\n") == [
        "副总路长|方圆|副县长",
        "青柏路县级路长|方圆|副县长",
        "上湾路县级路长|石磊|县公安局局长",
        "下湾路县级路长|林静|县政协副主席",
        "总路长|安宁|",
    ]


def test_a_part_that_somebody_sees_to_has_its_own_members() -> None:
    words = "（一）测绘组\n由县文旅局局长石磊任组长，县档案馆为成员单位。\n（二）宣讲组：由县委讲师团团长林静牵头负责，成员为各乡镇文化站站长。\n"
    assert of_bodies(f"{FOUNDED}领导小组下设两个组。\n{words}")[-1] == "宣讲组 成员 各乡镇文化站站长"


def test_the_label_of_a_post_is_no_part_of_it() -> None:
    text = "柏溪河长公示牌\n乡级河长：方圆  职务：柏树乡乡长\n村级河长：石磊  职务：上湾村书记\n"
    assert seats(text) == ["乡级河长|方圆|柏树乡乡长", "村级河长|石磊|上湾村书记"]


@pytest.mark.parametrize("heading", ["二、乡级田长", "二、乡级田长名单", "乡级田长："])
def test_places_below_the_heading_of_their_chiefs(heading: str) -> None:
    text = (
        f"青石县田长名单\n一、县级田长\n总田长：方圆（县长）\n{heading}\n青石镇：石磊（镇长）\n柏树乡：林静（乡长）\n"
    )
    assert seats(text) == ["总田长|方圆|县长", "青石镇乡级田长|石磊|镇长", "柏树乡乡级田长|林静|乡长"]


def test_chiefs_of_a_zone_and_of_two_kinds_of_water() -> None:
    text = "关于公布青石经开区园区河长、湖长名单的公告\n河湖\t园区级河湖长\t职务\n柏溪\t方圆\t管委会主任\n镜湖\t石磊\t管委会副主任\n"
    assert of_bodies(text) == [
        "青石经开区园区河长、湖长 柏溪园区级河湖长 方圆 管委会主任",
        "青石经开区园区河长、湖长 镜湖园区级河湖长 石磊 管委会副主任",
    ]


def test_a_title_that_names_the_body_and_what_else_is_listed() -> None:
    text = (
        "上湾村护林领导小组及扑火队\n组长：方圆（村主任）\n成员：石磊、林静\n扑火队：\n队长：钱多\n队员：安宁、石磊\n"
    )
    assert of_bodies(text)[:2] == ["上湾村护林领导小组 组长 方圆 村主任", "上湾村护林领导小组 成员 石磊"]
    assert of_bodies(text)[3] == "扑火队 队长 钱多"


@pytest.mark.parametrize(("said", "role"), [("调整如下", "主任"), ("名单调整如下", "主任"), ("名单如下", "主任")])
def test_a_body_whose_members_a_sentence_announces_without_a_verb_before_it(said: str, role: str) -> None:
    text = f"关于有关机构成员的通知\n\n各乡镇：\n\n青石县城市管理委员会组成人员{said}：\n{role}：方圆（县长）\n委员：石磊（县住建局局长）\n"
    assert of_bodies(text)[0] == f"青石县城市管理委员会 {role} 方圆 县长"
