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


def test_programs_and_feeds_are_told_the_same(reader: TestClient) -> None:
    days = {"from": "2023-09-01", "to": "2023-09-06", "limit": "200"}
    body = reader.get("/changes", params=days).json()["changes"]
    (seat,) = (
        each for each in body
        if each["person"]["name"] == "王生荣" and each["edge"]["code"] == "MEMBER_OF" and "大兴" in each["object"]["name"]
    )  # fmt: skip
    assert (seat["change"]["code"], seat["change"]["zh"], seat["state"]) == ("turned", "待调整", "stale")
    assert seat["evidence"]
    sheet = reader.get("/changes", params={**days, "lang": "zh"}, headers={"Accept": "text/csv"}).text
    assert "2023-09-06,待调整,王生荣,成员," in sheet
    assert "结束,王生荣,成员" not in sheet
    feed = reader.get("/changes", params={**days, "lang": "zh"}, headers={"Accept": "application/atom+xml"}).text
    assert "王生荣 成员 与大兴投资集团深化合作工作领导小组 待调整" in feed
    assert f"urn:dutygraph:{seat['id']}:turned" in feed
    for query in ("lists/began", "lists/ended"):
        rows = reader.get(f"/queries/{query}", params={**days, "limit": "1000"}).json()["rows"]
        told = {(row["edge"], row["change"]) for row in rows if row["person"] == "王生荣"}
        assert ("MEMBER_OF", "turned") in told
        assert not told & {("MEMBER_OF", "added"), ("MEMBER_OF", "ended")}


def test_a_person_whose_seat_waits_is_not_told_to_have_left(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/persons/{found(reader, '王生荣', 'Person')}?{_DAY}")
    changes = words_of(card(text, "其他最近变动"))
    assert "待调整 · 成员 与大兴投资集团深化合作工作领导小组" in changes
    assert "结束 · 成员" not in changes


def test_a_division_seen_for_the_first_time_has_added_nothing(reader: TestClient) -> None:
    text = words_of(page_of(reader, f"/zh/persons/{found(reader, '高明', 'Person')}?{_DAY}"))
    assert "分工始见 2023-08-29" in text
    assert "开始 · 分管" not in text


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


def test_a_hit_says_what_it_is(reader: TestClient) -> None:
    text = words_of(page_of(reader, f"/zh/search?q=高&{_DAY}"))
    assert "高云胜 区财政局局长" in text
    assert "区财政局 高明分管" in words_of(page_of(reader, f"/zh/search?q=区财政局&{_DAY}"))


def test_words_without_a_page_lead_to_their_place(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/search?q=供热&{_DAY}")
    duty = re.search(r'<a href="(/zh/evidence/ev_[^"]+)"><bdi>逐步在全区推行源网分离工作', text)
    assert duty
    assert reader.get(html.unescape(duty[1])).status_code == 303


def test_a_name_nobody_bears_is_said_to_be_so(reader: TestClient) -> None:
    assert "没有名称相符的" in page_of(reader, f"/zh/search?q=不存在的人&{_DAY}")
    assert "没有名称相符的" not in page_of(reader, f"/zh/search?q=高明&{_DAY}")


@pytest.mark.parametrize("name", ["leader-workload", "paper-coverage", "careers"])
def test_an_analysis_names_its_places(reader: TestClient, name: str) -> None:
    for part in ("", "/frame"):
        text = words_of(page_of(reader, f"/zh/analysis/{name}{part}?{_DAY}"))
        assert "东胜区" in text or part
        assert not re.search(r"(?<!\d)15060[02](?!\d)", text)


def test_findings_stand_in_printed_order_and_name_first_what_is_to_be_mended(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/checks?{_DAY}")
    moved = re.findall(r"任务“([^”]+”?[^”]*)”所列责任领导", text)
    assert moved[:2] == ["强化科技创新政策支撑", "营造热带雨林创新氛围"]
    unseen = re.findall(r"东政办发〔2023〕(\d+)号未见", text)
    assert [int(each) for each in unseen] == sorted(int(each) for each in unseen)


def test_what_a_paper_made_stale_leads_to_it(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/documents/{found(reader, '东政办发〔2023〕43号', 'Document')}?{_DAY}")
    made = text[text.index('id="made"') :]
    assert re.search(r'href="/zh/tasks/[^"]+"><bdi>强化科技创新政策支撑', made)


def test_amounts_stand_as_papers_write_them(reader: TestClient) -> None:
    text = words_of(card(page_of(reader, f"/zh/tasks/{found(reader, '培育科技企业挂牌上市', 'Task')}?{_DAY}"), "奖补"))
    assert "50万元" in text
    assert "500000" not in text
    assert text.index("10万元") < text.index("20万元")


def test_a_paper_only_cited_is_said_to_be_so(reader: TestClient) -> None:
    text = page_of(reader, f"/zh/documents/{found(reader, '鄂府发〔2021〕61号', 'Document')}?{_DAY}")
    assert "没有载入这份文件" in text


def test_the_directory_names_groups_people_and_bodies(reader: TestClient) -> None:
    groups = words_of(page_of(reader, f"/zh/directory?{_DAY}"))
    assert re.search(r"东胜区深化医药卫生体制改革领导小组\s*韩涛\s*区卫生健康委员会", groups)
    assert "高明、郭力中" in groups
    people = page_of(reader, "/zh/directory?kind=persons&on=2023-08-30")
    assert "王志 区人民政府副区长（提名）" in re.sub(r"\s+", " ", words_of(people.replace("</td>", " </td>")))
    bodies = words_of(page_of(reader, f"/zh/directory?kind=organisations&{_DAY}").replace("</td>", " </td>"))
    assert re.search(r"区财政局 +高明（分管）", bodies)
