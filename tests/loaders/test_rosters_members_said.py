"""Members said in sentences of their own, chiefs sent by several bodies, and bodies behind a person or another body."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, seats

HEAD = "关于成立青石市养蚕普查领导小组的通知\n\n各县人民政府：\n\n市政府决定成立青石市养蚕普查领导小组（以下简称领导小组）。"
CHIEF = "领导小组成员名单如下：\n\n组长：方圆\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "市政府分管副秘书长，市水利局、市林业局和东湖区政府主要领导为领导小组成员。",
            ["成员||市政府分管副秘书长", "成员||市水利局主要领导", "成员||市林业局主要领导", "成员||东湖区政府主要领导"],
        ),
        (
            "市水利局、电信青石市分公司和东湖区政府、西湖区政府主要负责人为成员。",
            [
                "成员||市水利局主要负责人", "成员||电信青石市分公司主要负责人", "成员||东湖区政府主要负责人",
                "成员||西湖区政府主要负责人",
            ],
        ),
        ("各成员单位主要领导为第一责任人。", []),
        ("有关单位的业务骨干为领导小组成员。", []),  # nobody is named yet
        ("热爱养蚕的村民、返乡青年为领导小组成员。", []),
    ],
)  # fmt: skip
def test_a_line_that_says_the_members_alone(words: str, found: list[str]) -> None:
    assert seats(f"{HEAD}{CHIEF}\n{words}\n") == ["组长|方圆|", *found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("成员包括市水利局、市林业局、市气象局等单位分管负责同志。", ["成员||@市水利局", "成员||@市林业局", "成员||@市气象局"]),
        ("领导小组成员包括市水利局、市林业局。", ["成员||@市水利局", "成员||@市林业局"]),
        ("专家组成员包括市水利局、市林业局。", []),  # those of another body
        ("成员包括高级农艺师、兽医师若干名。", []),
    ],
)  # fmt: skip
def test_of_whom_the_members_consist(words: str, found: list[str]) -> None:
    text = f"{HEAD}领导小组组长由副市长方圆担任。{words}\n"
    assert seats(text) == ["组长|方圆|副市长", *found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "市政府副秘书长石磊及市水利局、市林业局相关负责人任副组长",
            ["副组长|石磊|市政府副秘书长", "副组长||市水利局相关负责人", "副组长||市林业局相关负责人"],
        ),
        ("市政府副秘书长石磊和市文化和旅游局有关负责人任副组长", ["副组长|石磊|市政府副秘书长", "副组长||市文化和旅游局有关负责人"]),
        ("市文化和旅游局局长石磊任副组长", ["副组长|石磊|市文化和旅游局局长"]),
    ],
)  # fmt: skip
def test_bodies_behind_a_person(words: str, found: list[str]) -> None:
    assert seats(f"{HEAD}领导小组由副市长方圆任组长，{words}。\n") == ["组长|方圆|副市长", *found]


def test_who_holds_each_post_of_the_office_between_semicolons() -> None:
    words = (
        "领导小组办公室设在市水利局。办公室主任由市水利局局长石磊兼任；常务副主任由市水利局副局长夏冰兼任；"
        "副主任由市林业局副局长梁栋，市气象局党组成员石海燕，市科协副主席、书记处书记秦建良，市档案局总工程师韦小兰，"
        "市工商联专职副主席丁香，市残联理事长柏志刚，市史志研究中心主任阮青兼任。\n"
    )
    assert seats(f"{HEAD}{CHIEF}\n{words}")[1:] == [
        "办公室主任|石磊|市水利局局长", "办公室常务副主任|夏冰|市水利局副局长", "办公室副主任|梁栋|市林业局副局长",
        "办公室副主任|石海燕|市气象局党组成员", "办公室副主任|秦建良|市科协副主席、书记处书记",
        "办公室副主任|韦小兰|市档案局总工程师", "办公室副主任|丁香|市工商联专职副主席", "办公室副主任|柏志刚|市残联理事长",
        "办公室副主任|阮青|市史志研究中心主任",
    ]  # fmt: skip


def test_a_joint_meeting_of_departments_and_its_liaisons() -> None:
    text = (
        "关于建立养蚕工作联席会议制度的通知\n\n各县人民政府：\n\n市政府决定建立养蚕工作联席会议制度。\n"
        "联席会议由市水利局、市林业局等2个部门和单位组成。联席会议设联络员，由联席会议成员单位有关科室的负责同志担任。\n"
    )
    assert seats(text) == ["成员||@市水利局", "成员||@市林业局", "联络员||联席会议成员单位有关科室的负责同志"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("市水利局局长（兼领导小组办公室主任）", ["成员|石磊|市水利局局长", "办公室主任|石磊|"]),
        ("市水利局局长（兼办公室主任）", ["成员|石磊|市水利局局长（兼办公室主任）"]),  # of which office is not said
        ("市水利局局长兼市防汛办主任", ["成员|石磊|市水利局局长兼市防汛办主任"]),
    ],
)
def test_a_second_post_in_the_office_of_the_body(title: str, found: list[str]) -> None:
    assert seats(f"{HEAD}{CHIEF}成员：石磊 {title}\n")[1:] == found


def test_of_bodies_with_others_of_their_kind_the_bodies_have_the_seats() -> None:
    words = "成员：镇领导班子成员，水利所、林业站、财政所等部门负责人，各村支书\n"
    assert seats(f"{HEAD}{CHIEF}{words}")[1:] == [
        "成员||镇领导班子成员", "成员||@水利所", "成员||@林业站", "成员||@财政所", "成员||各村支书",
    ]  # fmt: skip


def test_a_paper_without_a_title_goes_on_with_the_body_its_first_sentence_founds() -> None:
    text = (
        "日前，青石市政府发文，成立青石市养蚕普查领导小组，负责全市养蚕普查工作。\n"
        "领导小组由副市长方圆任组长，市水利局局长石磊任副组长；市林业局副局长夏冰任成员。\n"
        "领导小组办公室设市水利局，市水利局副局长梁栋任办公室主任。\n"
    )
    assert seats(text) == [
        "组长|方圆|副市长", "副组长|石磊|市水利局局长", "成员|夏冰|市林业局副局长", "办公室主任|梁栋|市水利局副局长",
    ]  # fmt: skip
    assert bodies(text)[0].startswith("青石市养蚕普查领导小组||市水利局|梁栋")


@pytest.mark.parametrize(
    ("heading", "body"),
    [("一、领导小组", "青石镇养蚕领导小组"), ("一、组成人员", "养蚕工作专班")],
)
def test_a_kind_alone_over_a_roster_means_the_body_of_that_kind(heading: str, body: str) -> None:
    text = (
        f"各村：\n现对青石镇养蚕领导小组和养蚕工作专班成员进行调整，调整如下：\n{heading}\n组  长：方圆\n副组长：石磊\n"
    )
    assert [one.partition("|")[0] for one in bodies(text) if one.partition("|")[0] == body] == [body]
    assert seats(text) == ["组长|方圆|", "副组长|石磊|"]
