"""Papers in traditional script are read as well as others, and give their words back as printed."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Membership, Portfolio, of_type
from loaders.gazette.read import PaperReading, read_paper
from loaders.readers.text import read_text

ROSTER = """\
嘉禾埠鄉人民政府關於調整人口普查領導小組的通知
嘉鄉政〔2000〕5號
各村民委員會、鄉直各單位：
因人員變動，經鄉政府研究，決定對嘉禾埠鄉人口普查領導小組進行調整，調整後的組成人員如下：
組　長：陳國華（鄉黨委副書記、鄉長）
成　員：劉衛東（派出所所長）、鄧 發（統計員）
嘉禾埠鄉人民政府
2000年5月12日
"""
APPOINTMENTS = """\
嘉禾縣人民政府關於陳國華等同志職務任免的通知
嘉政任〔2000〕3號
各鄉鎮人民政府，縣政府各部門：
經研究，決定：
任命陳國華同志為縣財政局局長；
免去劉衛東同志的縣審計局副局長職務。
嘉禾縣人民政府
2000年6月1日
"""


def read(text: str) -> PaperReading:
    return read_paper(read_text(text.encode(), "paper.txt"))


def test_a_title_of_two_posts_is_one_and_every_value_is_printed_so() -> None:
    seats = of_type(read(ROSTER).statements, Membership)
    assert [(row.role, row.person, row.title) for row in seats] == [
        ("组长", "陳國華", "鄉黨委副書記、鄉長"),
        ("成员", "劉衛東", "派出所所長"),
        ("成员", "鄧發", "統計員"),
    ]
    assert {row.group for row in seats} == {"嘉禾埠鄉人口普查領導小組"}


def test_quotes_are_the_words_at_their_place() -> None:
    for row in read(ROSTER).statements:
        assert row.source.quote == ROSTER[row.source.start : row.source.end]


def test_acts_are_read() -> None:
    found = of_type(read(APPOINTMENTS).statements, Appointment)
    assert [(row.action, row.person, row.post, row.date) for row in found] == [
        ("任命", "陳國華", "縣財政局局長", "2000-06-01"),
        ("免去", "劉衛東", "縣審計局副局長", "2000-06-01"),
    ]


@pytest.mark.parametrize(("printed", "name"), [("張長發", "張長發"), ("张长发", "张长发")])
def test_one_character_of_the_other_script_changes_no_other(printed: str, name: str) -> None:
    text = (
        f"甲县人民政府办公室关于县长副县长分工的通知\n甲政办发〔2031〕2号\n{printed} 副縣長\n分管县财政局、县审计局。\n"
        "甲县人民政府办公室\n2031年1月2日\n"
    )
    found = of_type(read(text).statements, Portfolio)
    assert {(row.person, row.title, row.object) for row in found} == {
        (name, "副縣長", "县财政局"),
        (name, "副縣長", "县审计局"),
    }
