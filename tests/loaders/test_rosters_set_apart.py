"""Labels that narrow cells break, names whose letters stand apart, roles under a head of posts, the elected of societies, offices called for short."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats

FOUNDED = (
    "关于成立青石县养蚕领导小组的通知\n各乡镇人民政府，县政府各部门：\n"
    "为切实加强对全县养蚕工作的组织领导，经县人民政府同意，决定成立青石县养蚕领导小组，组成人员如下：\n"
)


@pytest.mark.parametrize(
    ("upper", "lower", "role"),
    [
        ("常务副", "组  长：石磊    县农业局局长", "常务副组长"),
        ("第一", "副组长  石磊  县农业局局长", "第一副组长"),
        ("常 务", "副组长：石磊（县农业局局长）", "常务副组长"),
        ("副组", "长：石磊    县农业局局长", "副组长"),
        ("副", "组  长\t石磊\t县农业局局长", "副组长"),
        ("办公室", "主  任：石磊    县农业局局长", "办公室主任"),
        ("办公室副", "主任：石磊    县农业局局长", "办公室副主任"),
        ("领导小组", "办公室主任：石磊    县农业局局长", "办公室主任"),
    ],
)
def test_a_label_broken_over_two_lines(upper: str, lower: str, role: str) -> None:
    chief = "组  长\t方圆\t县委副书记、县长" if "\t" in lower else "组  长：方圆    县委副书记、县长"
    found = seats(f"{FOUNDED}{chief}\n{upper}\n{lower}\n")
    assert found == ["组长|方圆|县委副书记、县长", f"{role}|石磊|县农业局局长"]


def test_the_end_of_a_title_over_a_label_is_no_label() -> None:
    text = f"{FOUNDED}组长：方圆    县长\n成员：石磊    县农业局常务\n副主任\n      梁栋    县水利局副局长\n"
    assert seats(text) == ["组长|方圆|县长", "成员|石磊|县农业局常务副主任", "成员|梁栋|县水利局副局长"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("由 文 海（县公安局政委）", "成员|由文海|县公安局政委"),
        ("和 文 海  县林业局副局长", "成员|和文海|县林业局副局长"),
        ("从 文 海（县公安局政委）", "成员|从文海|县公安局政委"),
        ("和丽川  县林业局副局长", "成员|和丽川|县林业局副局长"),
    ],
)
def test_a_name_whose_letters_stand_apart(entry: str, found: str) -> None:
    text = f"{FOUNDED}组长：方圆（县长）\n成员：石磊（县水利局局长）\n      {entry}\n      梁栋（县财政局局长）\n"
    assert seats(text) == ["组长|方圆|县长", "成员|石磊|县水利局局长", found, "成员|梁栋|县财政局局长"]


def test_an_office_whose_letters_stand_apart_is_nobody() -> None:
    assert seats(f"{FOUNDED}组长：方圆（县长）\n成员：办 公 室（县政府主任）\n") == ["组长|方圆|县长"]


@pytest.mark.parametrize("unit", ["县纪委监委机关", "县委机关", "县政协机关", "民兵应急排", "民兵抢险连"])
def test_bodies_that_sit(unit: str) -> None:
    found = seats(f"{FOUNDED}组长：方圆（县长）\n成员单位：县财政局、{unit}\n")
    assert found == ["组长|方圆|县长", "成员||@县财政局", f"成员||@{unit}"]


def test_roles_under_a_head_of_posts() -> None:
    text = f"{FOUNDED}职务\t姓名\t单位\n组长\t方圆\t县政府\n副组长\t石磊\t县水利局\n成员\t梁栋\t县财政局\n"
    assert seats(text) == ["组长|方圆|县政府", "副组长|石磊|县水利局", "成员|梁栋|县财政局"]
    assert seats("青石县各协会负责人名单\n单位\t姓名\t职务\n县蚕业协会\t方圆\t会长\n县茶业协会\t石磊\t会长\n") == []


LIST = "会  长：方圆（青石丝厂厂长）\n副会长：石磊、梁 栋\n理  事：江河、白云\n监事长：杨柳\n"
ELECTED = ["会长 方圆 青石丝厂厂长", "副会长 石磊", "副会长 梁栋", "理事 江河", "理事 白云", "监事长 杨柳"]


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("青石市蚕业协会换届选举结果公告", ""),
        ("关于公布青石市蚕业协会第二届理事会选举结果的通知", ""),
        ("青石市蚕业协会关于第一届理事会、监事会负责人的公示", ""),
        ("青石市蚕业协会召开第三次会员代表大会", ""),
        ("关于公布第三届理事会选举结果的通知", "青石市蚕业协会\n2031年5月10日\n"),
    ],
)
def test_whom_a_society_has_elected(title: str, signed: str) -> None:
    text = f"{title}\n各会员单位：\n经会员大会选举，产生了新一届理事会，现公布如下：\n{LIST}{signed}"
    assert of_bodies(text) == [f"青石市蚕业协会 {seat}" for seat in ELECTED]


@pytest.mark.parametrize(
    "text",
    [
        "青石市民政局关于青石市蚕业协会换届选举的批复\n青石市蚕业协会：\n同意你会换届。\n联系人：方圆\n会长：应按章程产生\n",
        "青石市蚕业协会第三届会员大会议程\n主持人：方圆\n会长：石磊\n秘书长：梁栋\n",
        "青石市蚕业协会会员风采\n会长：方圆\n秘书长：石磊\n",
    ],
)
def test_a_society_that_makes_no_election_known(text: str) -> None:
    assert of_bodies(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "领导小组下设办公室（简称县养蚕办）。\n县养蚕办设在县农业局，主任由石磊兼任，副主任由梁栋兼任。",
        "领导小组办公室（以下简称“县养蚕办”）负责日常工作。县养蚕办设在县农业局，由石磊兼任县养蚕办主任，梁栋任副主任。",
        "领导小组下设办公室（养蚕办），养蚕办挂靠县农业局，石磊同志兼任养蚕办主任，梁栋同志担任副主任。",
        "领导小组下设办公室（简称养蚕办），办公室设在县农业局，养蚕办主任由石磊兼任，副主任由梁栋兼任。",
    ],
)
def test_an_office_by_the_short_name_its_paper_gives_it(told: str) -> None:
    text = f"{FOUNDED}组长：方圆  县长\n成员：石磊  县农业局局长\n      梁栋  县财政局局长\n{told}\n"
    assert seats(text)[3:] == ["办公室主任|石磊|", "办公室副主任|梁栋|"]
    assert [row.split("|")[2:4] for row in bodies(text)] == [["县农业局", "石磊"]]


def test_what_is_told_to_an_office_seats_nobody() -> None:
    text = (
        f"{FOUNDED}组长：方圆  县长\n领导小组下设办公室（简称养蚕办）。\n"
        "各乡镇要明确专人与养蚕办联系，乡镇长任第一责任人。\n各乡镇也要成立机构，由乡镇长任主任。\n"
    )
    assert seats(text) == ["组长|方圆|县长"]


CHECK = "关于开展冬季安全检查的通知\n各村：\n"
LED = ["组长|方圆|镇长", "副组长|石磊|副镇长", "副组长|梁栋|"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("成立冬季检查领导小组，组长方圆（镇长），副组长石磊（副镇长）、梁栋，成员为各站所负责人。", [*LED, "成员||各站所负责人"]),
        ("成立冬季检查领导小组。组长为方圆（镇长），副组长为石磊（副镇长）、梁栋，成员为江河、白云。", [*LED, "成员|江河|", "成员|白云|"]),
        ("镇里成立冬季检查领导小组，组长方圆（镇长）；副组长石磊（副镇长）、梁栋；成员有江河、白云。", [*LED, "成员|江河|", "成员|白云|"]),
        ("镇里成立冬季检查领导小组：组长方圆（镇长），副组长石磊（副镇长）、梁栋，成员由各站所负责人组成。", [*LED, "成员||各站所负责人"]),
    ],
)  # fmt: skip
def test_roles_right_before_names(told: str, found: list[str]) -> None:
    assert seats(CHECK + told + "\n") == found


@pytest.mark.parametrize("of", ["委员会主任", "主任"])
def test_the_body_of_which_the_sentence_before_speaks(of: str) -> None:
    told = f"检查由镇安全生产委员会统一组织。{of}方圆（镇长），副主任石磊、梁栋，委员为各站所负责人。"
    assert of_bodies(CHECK + told + "\n") == [
        "镇安全生产委员会 主任 方圆 镇长",
        "镇安全生产委员会 副主任 石磊",
        "镇安全生产委员会 副主任 梁栋",
        "镇安全生产委员会 委员 各站所负责人",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "镇安全生产委员会主任方圆，副主任石磊、梁栋出席会议。",
        "镇安全生产委员会主任方圆主持会议，副主任石磊讲话。",
        "各村要成立检查小组，组长由支书担任，副组长为村主任，成员为村干部。",
        "各单位成立检查小组，组长为主要负责人，成员为班子成员。",
        "镇安全生产委员会主任会议每月一次，副主任轮流主持。",
    ],
)
def test_prose_with_roles_before_words(told: str) -> None:
    assert seats(CHECK + told + "\n") == []


def test_the_place_of_an_office_with_what_a_bracket_says_of_it() -> None:
    text = f"{FOUNDED}组长：方圆（县长）\n领导小组下设办公室，地点在县政府大楼707室（农业农村局），石磊任办公室主任。\n"
    assert [row.split("|")[2:4] for row in bodies(text)] == [["县政府大楼707室（农业农村局）", "石磊"]]


CHANGED = "关于调整青石县防汛指挥部成员的通知\n各乡：\n根据工作需要，对县防汛指挥部组成人员调整如下：\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("指挥长由石磊调整为方圆（县长）\n副指挥长由梁栋调整为江河\n", ["+指挥长|方圆|县长<石磊", "+副指挥长|江河|<梁栋"]),
        ("原指挥长石磊调整为方圆（县长）\n原成员梁栋变更为江河\n", ["+指挥长|方圆|县长<石磊", "+成员|江河|<梁栋"]),
        ("县长方圆接替石磊任指挥长\n江河接替梁栋任成员\n", ["+指挥长|方圆|县长<石磊", "+成员|江河|<梁栋"]),
        ("由方圆替换石磊任指挥长\n江河替换梁栋为成员\n", ["+指挥长|方圆|<石磊", "+成员|江河|<梁栋"]),
        ("增补县水利局局长方圆、县农业农村局\n局长江河为成员，免去梁栋成员\n职务。\n", ["+成员|方圆|县水利局局长", "+成员|江河|县农业农村局局长", "-成员|梁栋|"]),
    ],
)  # fmt: skip
def test_changes_on_lines_without_stops(lines: str, found: list[str]) -> None:
    assert seats(CHANGED + lines) == found
