from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names.bodies import Body, displayed, is_collective, is_vague, kind_of, localise
from graph.names.lexicon import Lexicon
from graph.names.places import place_by_code

DISTRICT = place_by_code("150602")
OWN, CITY, REGION = "150602", "150600", "150000"

NAMES = [
    ("区财政局", OWN, "区财政局"),
    ("财政局", OWN, "区财政局"),
    ("东胜区财政局", OWN, "区财政局"),
    ("鄂尔多斯市东胜区财政局", OWN, "区财政局"),
    ("鄂尔多斯市东胜区人民政府", OWN, "区人民政府"),
    ("区政府", OWN, "区人民政府"),
    ("政府", OWN, "区人民政府"),
    ("政府办公室", OWN, "区人民政府办公室"),
    ("政府办", OWN, "区人民政府办公室"),
    ("区政府投资项目代建中心", OWN, "区政府投资项目代建中心"),
    ("东胜区委", OWN, "区委"),
    ("中国共产党鄂尔多斯市东胜区委员会", OWN, "区委"),
    ("委政法委", OWN, "区委政法委"),
    ("宣传部", OWN, "区委宣传部"),
    ("残联", OWN, "区残联"),
    ("共青团鄂尔多斯市东胜区委员会", OWN, "团区委"),
    ("政协鄂尔多斯市东胜区委员会", OWN, "区政协"),
    ("市场监督管理局", OWN, "区市场监督管理局"),
    ("市市场监督管理局", CITY, "市市场监督管理局"),
    ("市民政局", CITY, "市民政局"),
    ("市政府", CITY, "市人民政府"),
    ("鄂尔多斯市税务局第二税务分局", CITY, "市税务局第二税务分局"),
    ("内蒙古自治区农牧厅", REGION, "自治区农牧厅"),
    ("市自然资源局东胜区分局", OWN, "区自然资源分局"),
    ("公安分局", OWN, "区公安分局"),
    ("罕台镇", OWN, "罕台镇人民政府"),
    ("林荫街道", OWN, "林荫街道办事处"),
    ("鄂尔多斯市万维科技集团有限公司", OWN, "鄂尔多斯市万维科技集团有限公司"),
    ("市水投集团", CITY, "市水投集团"),
    ("达拉特旗委", "150621", "旗委"),
    ("江苏省生产力促进中心", "320000", "省生产力促进中心"),
    ("绍兴市第一中学", OWN, "绍兴市第一中学"),
    ("区第十五届人大常委会", OWN, "区人大常委会"),
    ("十二届区委", OWN, "区委"),
    ("区作协第四届理事会", OWN, "区作协第四届理事会"),
]


@pytest.mark.parametrize(("printed", "place", "name"), NAMES)
def test_a_printed_name_is_read_into_its_place_and_name(printed: str, place: str, name: str) -> None:
    assert localise(printed, DISTRICT).body == Body(place, name)


def test_names_are_shown_as_people_of_the_place_say_them() -> None:
    assert displayed(localise("达拉特旗人民政府", DISTRICT), DISTRICT) == "达拉特旗人民政府"
    assert displayed(localise("鄂尔多斯市公安局", DISTRICT), DISTRICT) == "市公安局"


@given(st.text(alphabet="区市旗县委员会政府公安局分办室东胜鄂尔多斯中共镇街道团", max_size=16))
def test_reading_a_name_never_fails_and_what_was_read_reads_the_same(name: str) -> None:
    words = localise(name, DISTRICT)
    assert localise(displayed(words, DISTRICT), DISTRICT).place.id is not None


KINDS = [
    ("区财政局", "government", "分管"), ("区委组织部", "party", "联系"), ("区人大常委会", "congress", "联系"),
    ("区政协", "congress", "联系"), ("区人民法院", "court", "联系"), ("区总工会", "mass", "联系"), ("团区委", "mass", ""),
    ("区税务局", "vertical", "联系"), ("区消防救援大队", "vertical", "联系"), ("区自然资源分局", "branch", "分管"),
    ("罕台镇人民政府", "town", "联系"), ("长河水务集团有限公司", "company", ""), ("区安全生产委员会", "coordinating", ""),
    ("区发展和改革委员会", "government", "分管"), ("各镇人民政府", "set", ""), ("区人民政府", "government", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "oversight"), KINDS)
def test_every_body_has_a_kind_and_an_expected_oversight(name: str, kind: str, oversight: str) -> None:
    assert kind_of(name, "区") == (kind, oversight)


def test_crowds_are_told_from_definite_sets() -> None:
    assert is_collective("各镇人民政府")
    assert not is_vague("各镇人民政府")
    assert is_vague("各有关部门")
    assert is_vague("各成员单位")
    assert not is_collective("区财政局")


def lexicon(*names: str, aliases: dict[str, str] | None = None) -> Lexicon:
    pairs = {localise(alias, DISTRICT).body: localise(name, DISTRICT).body for alias, name in (aliases or {}).items()}
    return Lexicon([localise(name, DISTRICT).body for name in names], {OWN: DISTRICT}, pairs)


def meant(short: str, known: Lexicon) -> str:
    return known.resolve(localise(short, DISTRICT).body).name


PRINTED = lexicon(
    "区卫健委", "区卫生健康委员会", "区发展和改革委员会", "区教育体育局", "区住房和城乡建设局", "区住房保障综合服务中心",
    "区人民政府金融工作办公室", "区文化和旅游局", "泊尔江海子镇人民政府", "区林业和草原分局", "区园林绿化事业发展中心",
    "鄂尔多斯市东胜区水务投资建设集团有限公司", "鄂尔多斯市东胜国有资产投资控股集团有限公司", "区自然资源分局",
    "区自然资源分局规划服务中心", "鄂尔多斯高新技术产业开发区党工委",
    "鄂尔多斯高新技术产业开发区装备制造产业园管理办公室",
)  # fmt: skip


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("区卫健委", "区卫生健康委员会"), ("卫生健康委", "区卫生健康委员会"), ("区发改委", "区发展和改革委员会"),
        ("区教体局", "区教育体育局"), ("区住建局", "区住房和城乡建设局"), ("区金融办", "区人民政府金融工作办公室"),
        ("区文旅局", "区文化和旅游局"), ("泊江海子镇", "泊尔江海子镇人民政府"), ("区林草分局", "区林业和草原分局"),
        ("区园林中心", "区园林绿化事业发展中心"),
        ("区水务投资建设集团", "鄂尔多斯市东胜区水务投资建设集团有限公司"),
        ("区国投集团", "鄂尔多斯市东胜国有资产投资控股集团有限公司"),
        ("鄂尔多斯高新区党工委", "鄂尔多斯高新技术产业开发区党工委"),
        ("装备制造产业园管理办", "鄂尔多斯高新技术产业开发区装备制造产业园管理办公室"),
    ],
)  # fmt: skip
def test_a_short_name_means_the_one_full_name_that_the_place_prints(short: str, full: str) -> None:
    assert meant(short, PRINTED) == full


@pytest.mark.parametrize(
    "name",
    [
        "区教育局",  # a full name of its own, though 教育体育局 holds its characters
        "区自然资源中心",  # a service centre of the branch is not meant
        "区发展和改革局",  # another head
        "河额伦街道",  # a wrong character is no abbreviation
        "市水投集团",  # the city's
    ],
)
def test_what_is_no_short_name_stays_as_it_is(name: str) -> None:
    body = localise(name, DISTRICT).body
    assert PRINTED.resolve(body) == body


def test_two_names_that_fit_leave_a_short_name_unread() -> None:
    both = lexicon("区文化市场服务中心", "区文化产业服务中心")
    assert meant("区文化服务中心", both) == "区文化服务中心"


def test_the_usual_full_name_counts_even_where_it_is_not_printed() -> None:
    assert meant("区人社局", lexicon()) == "区人力资源和社会保障局"


def test_a_nameplate_is_the_body_that_carries_it() -> None:
    assert meant("区乡村振兴局", lexicon("区农牧局", aliases={"区乡村振兴局": "区农牧局"})) == "区农牧局"


@given(st.permutations(sorted(["区卫健委", "区卫生健康委员会", "区卫生健康委", "区发改委", "区发展和改革委员会"])))
def test_the_order_of_names_does_not_matter(names: list[str]) -> None:
    known = lexicon(*names)
    assert [meant(name, known) for name in sorted(names)] == [
        meant(name, lexicon(*sorted(names))) for name in sorted(names)
    ]
