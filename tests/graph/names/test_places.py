from __future__ import annotations

import pytest

from graph.names.data import regions
from graph.names.places import NOWHERE, place_by_code, place_for, place_of

ISSUERS = [
    ("鄂尔多斯市东胜区人民政府办公室", "150602 150600 150000"),
    ("内蒙古自治区鄂尔多斯市东胜区人民政府", "150602 150600 150000"),
    ("东胜区人民政府", "150602 150600 150000"),
    ("中共鄂尔多斯市委员会", "150600 150000"),
    ("内蒙古自治区人民政府", "150000"),
    ("恩施土家族苗族自治州人民政府", "422800 420000"),
    ("北京市东城区人民政府", "110101 110000"),
    ("上海市浦东新区人民政府", "310115 310000"),
    ("重庆市规划局", "500000"),
    ("南京市鼓楼区人民政府", "320106 320100 320000"),
    ("忠县人民政府", "500233 500000"),
    ("绍兴市第一中学", "330600 330000"),
    ("绍兴一中", "330600 330000"),
    ("沅峤县人民政府", "x-沅峤县"),
    ("塔拉图旗人民政府", "x-塔拉图旗"),
    ("鼓楼区人民政府", "x-鼓楼区"),
    ("鄂尔多斯市新鲜区人民政府", "x-鄂尔多斯市新鲜区 150600 150000"),
    ("中共石桥镇委员会 石桥镇人民政府", "x-石桥镇"),
    ("杭州市西湖区转塘街道办事处", "x-杭州市西湖区转塘街道 330106 330100 330000"),
    ("数字广东建设工作领导小组办公室", "440000"),
    ("市农业局", ""),
    ("县市场监督管理局", ""),
    ("区市政园林局", ""),
    ("沅峤县市场监督管理局", "x-沅峤县"),
    ("邑洲经济技术开发区管理委员会", ""),
    ("关于印发沅峤县防汛抗旱应急预案的通知", "x-沅峤县"),
    ("关于进一步做好2031年沅峤县城区防汛工作的通知", "x-沅峤县"),
    ("关于公布石桥镇网格员名单的通知", "x-石桥镇"),
    ("关于做好全县防汛工作的通知", ""),
    ("关于调整县级河长的通知", ""),
    ("关于推进乡村振兴的意见", ""),
    ("关于建设文明城市的意见", ""),
    ("", ""),
]


@pytest.mark.parametrize(("issuer", "chain"), ISSUERS)
def test_the_issuer_tells_the_place(issuer: str, chain: str) -> None:
    assert " ".join(place.id for place in place_of(issuer).chain) == chain


def test_a_code_needs_no_issuer() -> None:
    assert place_for("150602").name == "东胜区"
    assert place_for("150602", ["达拉特旗人民政府"]).name == "东胜区"


def test_an_invented_code_keeps_its_id_and_takes_its_name_from_the_issuers() -> None:
    place = place_for("990001", ["云屏市青溪区人民政府", "云屏市青溪区人民政府办公室", "沅峤县人民政府"])
    assert (place.id, place.name, place.level, place.above[0].name) == ("990001", "青溪区", "county", "云屏市")


def test_a_place_may_be_given_by_name() -> None:
    assert place_for("沅峤县").level == "county"
    assert place_for("沅峤县").id == "沅峤县"


def test_without_a_word_there_is_no_place() -> None:
    assert place_of("本通知") == NOWHERE


def test_level_words_mean_the_places_above() -> None:
    dongsheng = place_by_code("150602")
    assert dongsheng.called("区").name == "东胜区"
    assert dongsheng.called("市").name == "鄂尔多斯市"
    assert dongsheng.called("自治区").name == "内蒙古自治区"
    assert place_by_code("500233").called("市").name == "重庆市"


def test_an_unknown_city_above_is_still_not_the_county() -> None:
    county = place_of("沅峤县人民政府")
    assert county.called("市").id not in ("", county.id)


def test_the_table_of_regions_is_whole() -> None:
    names = regions()
    assert len(names) > 3200
    assert sum(code.endswith("0000") for code in names) == 34
    assert names["150602"] == "东胜区"
    assert all(len(code) == 6 and code.isdigit() and name for code, name in names.items())
