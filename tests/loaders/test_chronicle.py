"""Events name the persons their words name, and nobody else."""

from __future__ import annotations

import pytest

from graph.statements import Event
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _events(entry: str) -> list[Event]:
    text = f"大事记\n\n2031年4-6月\n\n{entry}\n"
    return [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]


@pytest.mark.parametrize(
    ("entry", "persons"),
    [
        ("4月9日 甲区委副书记、区长丁一主持召开会议。", ("丁一|甲区委副书记、区长",)),
        ("4月9日 副区长乌云格日勒深入企业调研。", ("乌云格日勒|副区长",)),
        ("4月9日 市领导沈渡、卢石、欧阳明等出席开幕式。", ("沈渡|市领导", "卢石|市领导", "欧阳明|市领导")),
        ("4月9日 区长丁一会见丙集团总裁沈渡一行。", ("丁一|区长", "沈渡|丙集团总裁")),
        ("4月9日 区人大常委会主任卢石带领主任集体视察组视察河道。", ("卢石|区人大常委会主任",)),
        ("4月9日 区相关领导和有关部门负责人参加会议。", ()),
        ("4月9日 传达学习总书记重要讲话精神专题会议召开。", ()),
        ("4月9日 全区书记专题会议召开。", ()),
    ],
)
def test_persons_stand_behind_their_titles(entry: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(entry)] == [persons]


def test_a_range_may_cross_a_month() -> None:
    event = _events("4月28日至5月2日 区长丁一带队赴乙市考察。")[0]
    assert (event.date_from, event.date_to, event.activity_kind) == ("2031-04-28", "2031-05-02", "考察")


def test_an_entry_runs_on_over_a_page() -> None:
    events = _events("4月9日 区长丁一主持\n\n召开专题会议。\n\n4月10日 区长丁一调研学校。")
    assert [(event.date_from, event.activity) for event in events] == [
        ("2031-04-09", "主持召开专题会议"),
        ("2031-04-10", "调研学校"),
    ]


def test_a_day_that_does_not_exist_is_no_event() -> None:
    assert _events("2月30日 区长丁一调研学校。") == []


def test_the_chronicle_is_of_the_place_that_one_of_the_papers_names_in_full() -> None:
    text = (
        "甲县人民代表大会常务委员会关于丁一任职的决定\n\n甲人发〔2031〕1号\n\n任命：\n\n丁一为甲县人民政府副县长。\n\n"
        "甲县人民代表大会常务委员会\n\n2031年4月8日\n\n乙市甲县人民政府办公室关于调整领导分工的通知\n\n甲政办发〔2031〕2号\n\n"
        "甲县人民代表大会常务委员会关于王二任职的决定\n\n甲人发〔2031〕2号\n\n任命：\n\n王二为甲县人民政府副县长。\n\n"
        "甲县人民代表大会常务委员会\n\n2031年4月9日\n\n大事记\n\n2031年4-6月\n\n4月9日 县长丁一主持会议。\n"
    )
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert {row.source.jurisdiction for row in rows} == {"x-乙市甲县"}
