"""The pages beside the real paper: what they tell of it is what is printed, in its order, and nothing it does not say."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from core.settings import Settings
from tests.api.conftest import found

_DAY = "on=2023-10-01"
_GROUP = "与大兴投资集团深化合作工作领导小组"


@pytest.fixture(scope="module")
def reader(gazette: Settings) -> Iterator[TestClient]:
    """A reader of the real gazette."""
    with TestClient(
        create_app(gazette.model_copy(update={"requests_per_minute": 0})), follow_redirects=False
    ) as opened:
        yield opened


def page_of(reader: TestClient, path: str) -> str:
    """A page that must be there."""
    answer = reader.get(path)
    assert answer.status_code == 200, path
    return answer.text


def words_of(text: str) -> str:
    """What a reader sees of it."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text)))


def card(text: str, heading: str) -> str:
    """The part of a page under a heading."""
    start = text.index(f"<h2>{heading}")
    return text[start : text.index("</section>", start)]


def test_a_seat_that_waits_for_adjustment_has_neither_been_left_nor_taken(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/groups/{found(reader, _GROUP, 'Group')}?{_DAY}")
    changes = words_of(card(text, "各次变动"))
    assert "离开" not in changes
    assert "待调整 王生荣" in changes
    assert "成立 高明" in changes
    # One bar a member: 王生荣 sits once, in doubt since 2023-08-29.
    assert len(re.findall(r">王生荣</text>", text)) == 1
    assert text.count('class="l-doubt"') == 2


def test_what_changed_tells_no_exit_that_no_paper_prints(reader: TestClient) -> None:
    text = words_of(page_of(reader, f"/zh/changes?{_DAY}"))
    assert "结束 王生荣 成员" not in text.replace("✕ ", "")
    assert re.search(r"待调整 ?王生荣 ?成员", text)
    assert re.search(r"结束 ?王生荣 ?任职 ?区自然资源分局局长", text)


def test_a_person_whose_seat_waits_is_not_told_to_have_left(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/persons/{found(reader, '王生荣', 'Person')}?{_DAY}")
    changes = words_of(card(text, "其他最近变动"))
    assert "待调整 · 成员 与大兴投资集团深化合作工作领导小组" in changes
    assert "终止 · 成员" not in changes


def test_a_division_seen_for_the_first_time_has_added_nothing(reader: TestClient) -> None:
    text = words_of(page_of(reader, f"/zh/persons/{found(reader, '高明', 'Person')}?{_DAY}"))
    assert "分工始见 2023-08-29" in text
    assert "新增 · 分管" not in text


def test_a_nomination_is_not_told_as_a_post_held(reader: TestClient) -> None:
    person = found(reader, "王志", "Person")
    lead = re.compile(r'<p class="lead">(.*?)</p>', re.DOTALL)
    before = lead.search(page_of(reader, f"/zh/persons/{person}?on=2023-08-30"))
    after = lead.search(page_of(reader, f"/zh/persons/{person}?{_DAY}"))
    assert before
    assert after
    assert "区人民政府副区长（提名）" in words_of(before[1])
    assert words_of(after[1]).strip() == "区人民政府副区长"


def test_a_desk_stands_as_the_paper_lists_it(reader: TestClient) -> None:
    text = card(page_of(reader, f"/zh/persons/{found(reader, '高明', 'Person')}?{_DAY}"), "分工")
    units = [words_of(each) for each in re.findall(r"<li><a[^>]*>(.*?)</a>", text)]
    assert units[:5] == ["区人民政府办公室", "区发展和改革委员会", "区统计局", "区财政局", "区应急管理局"]
    assert units[13] == "区审计局"  # 协助区长分管: after all of his own


def test_leaders_stand_in_the_order_of_the_notice(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/pictures/matrix?{_DAY}")
    head = text[text.index("<thead>") : text.index("</thead>")]
    leaders = [words_of(each) for each in re.findall(r'<th scope="col">(.*?)</th>', head)]
    assert leaders == ["韩涛", "杜娟", "高明", "史雪松", "杨云", "张兵", "王志", "张建功", "王生荣", "袁飞"]


def test_the_matrix_tells_assistance_and_a_part_from_charge(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/pictures/matrix?{_DAY}")
    assert re.findall(r'class="cell IN_CHARGE_OF part" title="([^"]+)"', text) == [
        "协助区长分管",
        "分管（限医药）",
        "分管（限国土;规划;矿产）",
    ]


def test_tasks_are_counted_as_numbers(reader: TestClient) -> None:
    for path in (
        f"/zh/persons/{found(reader, '王志', 'Person')}",
        f"/zh/organisations/{found(reader, '区能源局', 'Organisation')}",
    ):
        text = card(page_of(reader, f"{path}?{_DAY}"), "任务")
        numbers = [int(each) for each in re.findall(r'data-h="编号"><bdi[^>]*>(\d+)', text)]
        assert len(numbers) >= 4
        assert numbers == sorted(numbers)


def test_an_emergency_plan_says_who_drafts_it_in_the_printed_words(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/plans/{found(reader, '东胜区供热突发事件应急预案', 'Plan')}?{_DAY}")
    assert "牵头编制区住房保障综合服务中心" in words_of(card(text, "谁编制"))
    assert "17 东胜区供热突发事件应急预案 区住房保障综合服务中心" in words_of(text)


def test_the_catalogue_of_plans_runs_from_one_to_the_last(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/plans?{_DAY}")
    rows = re.findall(r"<tr><td.*?</tr>", text, re.DOTALL)
    assert "任务方案" in rows[0]
    disasters = [row for row in rows if "事故灾难类" in row]
    numbers = [int(each) for row in disasters for each in re.findall(r'data-h="编号"><bdi[^>]*>(\d+)', row)]
    assert numbers == list(range(1, 22))


def test_indicators_stand_in_printed_order(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/plans/{found(reader, '东胜区建设慢性病综合防控示范区项目实施方案', 'Plan')}?{_DAY}")
    sections = dict.fromkeys(each[0] for each in re.findall(r'data-h="章节"><bdi[^>]*>([^<]+)', text))
    assert list(sections) == list("一二三四五六七八")


@pytest.mark.parametrize("kind", ["groups", "persons", "organisations"])
def test_no_page_shows_the_name_of_an_edge(reader: TestClient, kind: str) -> None:
    words, label = {
        "groups": (_GROUP, "Group"),
        "persons": ("王志", "Person"),
        "organisations": ("区工信和科技局", "Organisation"),
    }[kind]
    text = words_of(page_of(reader, f"/zh/{kind}/{found(reader, words, label)}?{_DAY}"))
    assert not re.search(r"\b[A-Z]+_[A-Z]+\b|\bprinted\b", text)
