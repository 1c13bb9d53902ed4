"""What a division of work takes off a desk, and what it does not."""

from __future__ import annotations

import pytest

from graph.statement import Statement
from graph.statements import Discharge, Portfolio, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

HEAD = """甲县人民政府办公室关于调整部分县政府领导同志工作分工的通知
甲政办发〔2031〕8号
各乡镇人民政府，县政府各部门：
经研究，现将部分县政府领导同志工作分工调整如下：
"""
FOOT = "甲县人民政府办公室\n2031年5月6日\n"


def statements(text: str) -> tuple[Statement, ...]:
    return read_paper(read_text(f"{HEAD}{text}\n{FOOT}".encode(), "paper.txt")).statements


def losses(text: str) -> list[str]:
    rows = of_type(statements(text), Discharge)
    return [f"{row.title}{row.person} {row.relation or '*'} {row.object}" for row in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("周正同志不再分管县教育局、县体育局。", ["周正 分管 县教育局", "周正 分管 县体育局"]),
        ("副县长周正不再负责教育、体育等方面工作。", ["副县长周正 负责 教育", "副县长周正 负责 体育"]),
        ("周正副县长不再联系县残联，其他分工不变。", ["副县长周正 联系 县残联"]),
        ("周正（副县长）不再协管县体育局。", ["副县长周正 协管 县体育局"]),
        ("周正同志不再主持县政府全面工作。", ["周正 主持 县政府"]),
        ("周正同志不再兼管县供销社。", ["周正 分管 县供销社"]),
        ("周正同志停止分管县教育局工作。", ["周正 分管 县教育局"]),
        ("周正同志不再分管联系县教育局。", ["周正 * 县教育局"]),
        ("周正同志不再协助县长分管县教育局。", ["周正 分管 县教育局"]),
        ("周正同志不再协助分管县教育局。", ["周正 协管 县教育局"]),
        ("周正同志因工作调动，不再分管县教育局。", ["周正 分管 县教育局"]),
        ("周正、沈渡同志不再分管县教育局。", ["周正 分管 县教育局", "沈渡 分管 县教育局"]),
        ("周正、沈渡同志分别不再分管县教育局、县体育局。", ["周正 分管 县教育局", "沈渡 分管 县体育局"]),
        ("县教育局不再由副县长周正分管。", ["副县长周正 分管 县教育局"]),
        ("县教育局工作不再由周正同志分管，由沈渡同志分管。", ["周正 分管 县教育局"]),
        ("一、周正  副县长\n不再分管：县教育局、县体育局\n增加分管：县残联", ["副县长周正 分管 县教育局", "副县长周正 分管 县体育局"]),
        ("周正  副县长\n不再分管县教育局，增加分管县林业局。", ["副县长周正 分管 县教育局"]),
        ("周正同志不再分管县教育局；县体育局；改为分管县林业局。", ["周正 分管 县教育局", "周正 分管 县体育局"]),
        ("周正同志不再分管县教育局（县语言文字工作委员会）。", ["周正 分管 县教育局"]),
        ("免去周正同志分管县教育局的工作。", ["周正 分管 县教育局"]),
        ("免去周正同志分管的教育、体育工作。", ["周正 分管 教育", "周正 分管 体育"]),
        ("周正同志原分管的县教育局改由沈渡同志分管。", ["周正 分管 县教育局"]),
        ("周正同志原联系的县残联，由沈渡同志分管。", ["周正 联系 县残联"]),
        ("原由周正同志分管的县教育局，现由沈渡同志分管。", ["周正 分管 县教育局"]),
        ("原周正副县长负责的教育、体育工作现由沈渡副县长负责。", ["副县长周正 负责 教育", "副县长周正 负责 体育"]),
        ("将周正同志分管的县教育局调整为由沈渡同志分管。", ["周正 分管 县教育局"]),
        ("将周正副县长分管的县教育局工作调整由沈渡副县长分管。", ["副县长周正 分管 县教育局"]),
        ("县教育局由周正同志分管调整为由沈渡同志分管。", ["周正 分管 县教育局"]),
    ],
)  # fmt: skip
def test_what_is_taken_off_a_desk(text: str, wanted: list[str]) -> None:
    assert losses(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "周正同志不再担任县水利局局长，分管县教育局。",
        "县防汛指挥部不再保留，由县水利局负责。",
        "县教育局不再负责校车管理工作，由周正同志负责。",
        "县教育局不再由县政府办公室代管。",
        "不再分管的领导应当做好交接。",
        "沈渡同志分管县林业局。凡不再分管教育工作的同志，要做好交接。",
        "沈渡同志分管县林业局。交接工作完成后不再分管县教育局。",
        "周正同志不再分管其他工作，不再负责上述工作。",
        "周正同志不再代管沈渡同志分管的工作。",
        "周正同志不再具体负责教育工作。",
        "周正同志原则上不再分管县教育局，暂不再联系县残联。",
        "周正同志不再增加分管县教育局。",
        "周正同志不再分管县教育局外的其他单位。",
        "周正同志不再分管县教育局（职业教育）。",
        "周正、沈渡、吴越同志分别不再分管县教育局、县体育局。",
        "周正同志分管的县教育局由沈渡同志分管。",
        "周正同志分管的县教育局由沈渡同志代管。",
        "周正同志挂职期间，周正同志原分管的县教育局改由沈渡同志负责。",
        "周正同志挂职期间，沈渡同志不再分管县教育局。",
        "原由县政府办公室负责的信访工作改由沈渡同志负责。",
        "免去周正同志副县长职务，免去周正同志分管教育的副局长职务。",
    ],
)
def test_what_is_not_plain_takes_nothing(text: str) -> None:
    assert losses(text) == []


def test_what_may_begin_anew_is_not_ended() -> None:
    text = "周正同志不再分管县教育局、联系县残联，县科协，也不再协管县体育局。"
    assert losses(text) == ["周正 分管 县教育局", "周正 协管 县体育局"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("周正同志不再分管县教育局、县体育局。", "不再分管县教育局"),
        ("县教育局不再由副县长周正分管。", "县教育局不再由副县长周正分管"),
        ("将周正同志分管的县教育局调整为由沈渡同志分管。", "将周正同志分管的县教育局调整为由沈渡同志分管"),
        ("周正  副县长\n不再分管：县教育局", "不再分管：县教育局"),
    ],
)
def test_the_words_show_that_it_ends(text: str, quote: str) -> None:
    assert of_type(statements(text), Discharge)[0].source.quote == quote


def test_it_is_no_row_of_the_division_and_shifts_no_rank() -> None:
    rows = statements(
        "县教育局不再由副县长周正分管，由副县长沈渡分管。\n吴越同志不再分管县体育局。\n周正同志分管县林业局。"
    )
    found = [(row.order, row.person, row.object) for row in of_type(rows, Portfolio)]
    assert found == [(1, "沈渡", "县教育局"), (3, "周正", "县林业局")]
    assert not [row for row in rows if row.TABLE == "posts"]


def test_a_label_that_adds_shows_it() -> None:
    (row,) = of_type(statements("周正  副县长\n增加分管：县林业局"), Portfolio)
    assert row.source.quote == "增加分管：县林业局"


def test_in_traditional_script_it_keeps_its_characters() -> None:
    text = (
        "甲縣人民政府關於調整部分縣領導工作分工的通知\n各鄉鎮人民政府：\n副縣長周正同志不再分管縣教育局、縣體育局。\n"
    )
    rows = of_type(read_paper(read_text(text.encode(), "paper.txt")).statements, Discharge)
    assert [(row.relation, row.object, row.source.quote) for row in rows] == [
        ("分管", "縣教育局", "不再分管縣教育局"), ("分管", "縣體育局", "不再分管縣教育局、縣體育局"),
    ]  # fmt: skip
