from __future__ import annotations

from graph.posts import derive_posts
from graph.statements import PostSeen, Source, Statement
from tests.graph.identity.papers import act, charge, district, met, pair, paper, seat

NUMBER = "青政办发〔2031〕9号"


def shown(statements: list[Statement]) -> list[tuple[str, str, str]]:
    return [(row.person, row.post, row.as_of) for row in derive_posts(statements)]


def test_each_office_of_a_title_is_a_row() -> None:
    rows = shown([paper(NUMBER, "2031-03-01"), seat(NUMBER, "杨 川", "区委常委、副区长")])
    assert rows == [("杨川", "区人民政府|副区长", "2031-03-01"), ("杨川", "区委|常委", "2031-03-01")]


def test_a_post_seen_twice_in_one_paper_is_one_row_with_its_first_day() -> None:
    chronicle = [met("2031-04-09", "冯远|青溪区委书记"), met("2031-04-02", "冯远|区委书记")]
    assert shown([paper(NUMBER, "2031-03-01"), *chronicle]) == [("冯远", "区委|书记", "2031-04-02")]


def test_short_names_are_written_in_full() -> None:
    rows = shown(
        [
            paper(NUMBER, "2031-03-01"),
            seat(NUMBER, "贺晟", "区金融办主任"),
            charge(NUMBER, "杨川", "", "区人民政府金融工作办公室"),
        ]
    )
    assert rows == [("贺晟", "区人民政府金融工作办公室|主任", "2031-03-01")]


def test_ranks_and_nominations_are_rows_too() -> None:
    rows = shown([paper(NUMBER, "2031-03-01"), seat(NUMBER, "甲一", "三级调研员"), seat(NUMBER, "乙二", "提名副区长")])
    assert [row[1] for row in rows] == ["区人民政府|提名副区长", "区人民政府|三级调研员"]


def test_the_words_of_a_pair_print_titles() -> None:
    stand_in = pair(NUMBER, "杨川", "王荣", "杨川副区长与王荣调研员互为AB角")
    assert [row[:2] for row in shown([paper(NUMBER, "2031-03-01"), stand_in])] == [
        ("杨川", "区人民政府|副区长"),
        ("王荣", "区人民政府|调研员"),
    ]


def test_a_removal_and_a_derived_row_are_no_sighting() -> None:
    derived = PostSeen(person="周正", post="区财政局|局长", source=Source(jurisdiction="990001", doc_id=NUMBER))
    assert shown([paper(NUMBER, "2031-03-01"), act(NUMBER, "免去", "周正", "区财政局局长"), derived]) == []


def test_the_table_does_not_depend_on_the_order_of_statements() -> None:
    statements = district()
    assert derive_posts(statements) == derive_posts(statements[::-1])
