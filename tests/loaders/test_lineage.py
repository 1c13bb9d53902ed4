"""What becomes of bodies: invented papers, each with all its rows."""

from __future__ import annotations

import pytest

from graph.statements import Lineage
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def changes(body: str, title: str = "机构改革有关事项", day: str = "2031年6月20日") -> list[str]:
    text = (
        f"青石县人民政府关于{title}的通知\n\n青政发〔2031〕6号\n\n各乡镇人民政府：\n\n{body}\n\n青石县人民政府\n{day}\n"
    )
    rows = [row for row in read_paper(read_text(text.encode(), "a.txt")).statements if isinstance(row, Lineage)]
    assert all(row.source.quote in text for row in rows)
    return [f"{row.kind} {row.from_} -> {row.to} {row.matter}".strip() for row in rows]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、县旅游局更名为县文化和旅游局。", ["更名 县旅游局 -> 县文化和旅游局"]),
        ("经县委研究，决定将县旅游局更名为县文化和旅游局。", ["更名 县旅游局 -> 县文化和旅游局"]),
        ("青石县第一中学、青石县第二中学分别更名为青石中学、河口中学。",
         ["更名 青石县第一中学 -> 青石中学", "更名 青石县第二中学 -> 河口中学"]),
        ("（一）将原县粮食局并入县发展和改革局。", ["合并 县粮食局 -> 县发展和改革局"]),
        ("整合县发展和改革局、县粮食局的职责，组建县发展和改革委员会，不再保留县粮食局。",
         ["划转 县发展和改革局 -> 县发展和改革委员会 职责", "合并 县粮食局 -> 县发展和改革委员会"]),
        ("县农牧局分设为县农业农村局和县畜牧局。", ["分设 县农牧局 -> 县农业农村局", "分设 县农牧局 -> 县畜牧局"]),
        ("将县住房和城乡建设局的消防审验职责划转至县应急管理局。",
         ["划转 县住房和城乡建设局 -> 县应急管理局 消防审验职责"]),
        ("撤销县扶贫办公室、县招商局。", ["撤销 县扶贫办公室 ->", "撤销 县招商局 ->"]),
        ("县数字政府建设领导小组更名为县数据工作领导小组。", ["更名 县数字政府建设领导小组 -> 县数据工作领导小组"]),
        ("县防汛指挥部和县抗旱指挥部合并为县防汛抗旱指挥部。",
         ["合并 县防汛指挥部 -> 县防汛抗旱指挥部", "合并 县抗旱指挥部 -> 县防汛抗旱指挥部"]),
    ],
)  # fmt: skip
def test_what_a_paper_says_became_of_bodies(body: str, expected: list[str]) -> None:
    assert changes(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "把设立登记、税务登记合并为一个环节。",
        "拟将县图书馆更名为县文化中心。",
        "如县旅游局更名为县文化局，其证照另行更换。",
        "2030年，县人民政府撤销了县招商局。",
        "县农业农村局不再加挂县乡村振兴局牌子。",
        "撤销县水利局党组成员职务。",
        "撤销县河道治理领导小组。",
        "将县财政局的专项资金划入县教育局账户。",
        "各有关单位整合力量，成立工作专班。",
    ],
)
def test_what_is_no_change_of_a_body_is_left(body: str) -> None:
    assert changes(body) == []


def test_in_a_paper_on_other_matters_nothing_is_ended_or_moved() -> None:
    body = "撤销县招商局驻外点。撤销县招商局。将县水利局的防汛职责划入县应急管理局。"
    assert changes(body, title="做好春耕生产") == []


def test_hostile_lines_take_linear_time() -> None:
    import time

    def seconds(count: int) -> float:
        begun = time.perf_counter()
        changes("将县局、" * count + "合并，整合撤销的职责划入更名为")
        return time.perf_counter() - begun

    seconds(10)
    assert seconds(20_000) < 5
