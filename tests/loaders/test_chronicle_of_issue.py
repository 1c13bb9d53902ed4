"""The chronicle at the end of an issue: the names its other notices print with a post, its month, the imprint below it."""

from __future__ import annotations

import pytest

from graph.statements import Event
from loaders.gazette.people_known import known_elsewhere
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text

_ROSTER = """甲区人民政府办公室关于成立甲区抗旱工作领导小组的通知

甲政办发〔2031〕4号

各镇人民政府：

经研究，决定成立甲区抗旱工作领导小组，组成人员如下：

组  长：许清和  区长
副组长：桑吉才让  副区长
成  员：周 到  区水利局局长
        陈 述  区气象局局长
        白 玛  区农业局局长
        沈渡  区财政局局长

甲区人民政府办公室

2031年3月1日

"""


def _events(entries: str, head: str = "大事记\n\n2031年3月\n\n") -> list[Event]:
    rows = read_paper(read_text(f"{_ROSTER}{head}{entries}".encode(), "x.txt")).statements
    return [row for row in rows if isinstance(row, Event)]


def _names(event: Event) -> list[str]:
    return [person.split("|")[0] for person in event.persons]


@pytest.mark.parametrize(
    ("entry", "persons"),
    [
        ("区长许清和主持召开会议。", ["许清和"]),
        ("会议召开，许清和主持，沈渡汇报情况。", ["许清和", "沈渡"]),
        ("会议召开，沈渡、周到、陈述出席。", ["沈渡", "周到", "陈述"]),
        ("会议召开，许 清 和主持，沈 渡 桑吉才让 白玛出席。", ["许清和", "沈渡", "桑吉才让", "白玛"]),
        ("会议召开，白 玛 作汇报。", ["白玛"]),
        ("副区长桑吉才让带领区水利局局长周到赴乙市考察。", ["桑吉才让", "周到"]),
        # an everyday word that the roster prints as a name is none where the words say so themselves
        ("窗口服务热情、周到，群众陈述意见。", []),
        ("会议听取各方陈述，服务周到、及时。", []),
    ],
)
def test_names_that_another_notice_prints_with_a_post_count_without_one(entry: str, persons: list[str]) -> None:
    assert [_names(event) for event in _events(f"3月2日 {entry}\n")] == [persons]


def test_a_name_that_no_notice_prints_is_read_as_before() -> None:
    text = "大事记\n\n2031年3月\n\n3月2日 会议召开，沈渡汇报情况。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [row.persons for row in rows if isinstance(row, Event)] == [()]


def test_the_beginning_of_a_longer_name_is_nobody() -> None:
    assert known_elsewhere([], frozenset({"许清", "丁一"}), frozenset({"许清和"})) == {"许清和", "丁一"}


def test_who_leads_others_is_no_part_of_their_title() -> None:
    (event,) = _events("3月2日 副区长沈渡带领区水利局局长卢石赴乙市考察。\n")
    assert event.persons == ("沈渡|副区长", "卢石|区水利局局长")


def test_a_delegation_is_no_person() -> None:
    (event,) = _events("3月2日 乙市党政代表团来区考察，区长许清和陪同。\n")
    assert _names(event) == ["许清和"]


def test_a_name_before_a_journey_ends_there() -> None:
    (event,) = _events("3月2日 区畜牧中心主任才旦加赴乙市考察畜牧产业。\n")
    assert _names(event) == ["才旦加"]


def test_the_month_may_stand_in_a_second_heading() -> None:
    events = _events("1日　区长许清和走访。\n\n29日　下雪。\n", "大事记\n\n2031年2月甲区大事记\n\n")
    assert [event.date_from for event in events] == ["2031-02-01"]  # there is no 29 February 2031


def test_the_imprint_below_is_no_event_and_no_part_of_one() -> None:
    events = _events(
        "2日　区长许清和走访。\n\n甲区人民政府公报\n\n2031年第3期（总第7期）\n3月29日出版\n印数：200份\n编辑：周 到　　校对：陈 述\n"
    )
    assert [(event.date_from, _names(event)) for event in events] == [("2031-03-02", ["许清和"])]
    assert "总第" not in events[0].source.quote


def test_an_entry_about_a_book_that_came_out_is_an_event() -> None:
    events = _events("2日　《甲区志》出版。\n3日　编辑部成立。\n")
    assert [event.date_from for event in events] == ["2031-03-02", "2031-03-03"]


def test_bodies_that_sign_are_two_and_a_meeting_is_none() -> None:
    first, second = _events("2日　区政府与丙丁学院签署合作协议。\n3日　发展大会在区会议中心召开。\n")
    assert (first.orgs, second.orgs) == (("区政府", "丙丁学院"), ())


def test_a_name_that_ends_in_a_verb_leads_to_no_place() -> None:
    first, second = _events("2日　沈渡、周到参加检查。\n3日　区长许清和到乙镇检查。\n")
    assert (first.place, second.place) == ("", "乙镇")


@pytest.mark.parametrize("row", ["| 2031.3.2 | {} |", "| 3月2日 | {} |", "3月2日\t{}"])
def test_an_entry_may_be_a_row_of_two_cells(row: str) -> None:
    (event,) = _events(row.format("区长许清和走访。") + "\n")
    assert (event.date_from, _names(event), event.activity) == ("2031-03-02", ["许清和"], "走访")


def test_whoever_stands_in_a_list_beside_somebody_known_took_part() -> None:
    first, second, third = _events(
        "2日　区长许清和走访。\n3日　区政府开会，许清和、路建宁、司马长风参加。\n4日　云山、碧水、蓝天参加评选。\n"
    )
    assert _names(first) == ["许清和"]
    assert _names(second) == ["许清和", "路建宁", "司马长风"]
    assert _names(third) == []


def test_an_issue_came_out_after_the_day_of_its_last_paper() -> None:
    text = (
        "甲区卫生通报\n2031年第1期\n2031年4月10日\n\n甲区卫健委关于值班的通知\n甲卫发〔2031〕2号\n各单位：\n值班。\n甲区卫健委\n2031年3月6日\n\n"
        "一季度大事记\n1月9日　区长许清和走访。\n3月28日　区长许清和调研。\n"
    )
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [row.date_from for row in rows if isinstance(row, Event)] == ["2031-01-09", "2031-03-28"]
