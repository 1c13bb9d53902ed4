"""Stations, schools and commands of a house's kind, whose chief is called as their name ends: 所长 of a 所, 站长 of a 站."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import bodies, of_bodies, seats


def paper(title: str, words: str) -> str:
    return f"{title}\n各蚕户：\n{words}\n青石镇人民政府\n2031年3月2日\n"


@pytest.mark.parametrize(
    ("title", "words", "found"),
    [
        (
            "关于成立青石镇文明实践所的通知",
            "所　长：邹玉成　镇党委书记\n副所长：贺兰英　镇宣传委员\n成　员：庞小军　镇文化站站长",
            ["所长|邹玉成|镇党委书记", "副所长|贺兰英|镇宣传委员", "成员|庞小军|镇文化站站长"],
        ),
        (
            "关于组建桑园社区微型消防站的通知",
            "站长：邹玉成（社区主任）\n队员：韦国平、庞小军",
            ["站长|邹玉成|社区主任", "队员|韦国平|", "队员|庞小军|"],
        ),
        (
            "关于调整青石镇退役军人服务站工作人员的通知",
            "由镇党委书记邹玉成任站长，武装部长贺兰英任副站长，韦国平、庞小军为工作人员。",
            ["站长|邹玉成|镇党委书记", "副站长|贺兰英|武装部长", "工作人员|韦国平|", "工作人员|庞小军|"],
        ),
        ("关于设立青石镇民兵营的决定", "营　长：邹玉成\n教导员：贺兰英", ["营长|邹玉成|", "教导员|贺兰英|"]),
        (
            "关于设立青石镇治理中心的通知",
            "主　任：邹玉成 镇党委副书记\n成　员：韦国平 司法所所长",
            ["主任|邹玉成|镇党委副书记", "成员|韦国平|司法所所长"],
        ),
        ("关于建立青石镇防汛指挥所的通知", "所长 邹玉成 镇长\n成员 庞小军 应急办主任", ["所长|邹玉成|镇长", "成员|庞小军|应急办主任"]),
        (
            "关于建立青石镇防旱指挥所的通知",
            "决定成立青石镇防旱指挥所，所长由镇长邹玉成担任，副所长由副镇长贺兰英担任。",
            ["所长|邹玉成|镇长", "副所长|贺兰英|副镇长"],
        ),
        # nobody beside the chief, a division of work, a paper on the house
        ("关于成立青石镇文明实践所的通知", "所　长：邹玉成　镇党委书记\n电话：12345", []),
        ("关于调整青石镇中心学校领导班子成员分工的通知", "校长：邹玉成 主持全面工作\n副校长：贺兰英 分管教学", []),
        ("关于加强青石镇派出所管理的通知", "所长：邹玉成\n副所长：贺兰英\n成员：庞小军", []),
    ],
)  # fmt: skip
def test_who_runs_a_house(title: str, words: str, found: list[str]) -> None:
    assert seats(paper(title, words)) == found


def test_the_chief_of_a_house_is_none_of_another_body() -> None:
    words = "县决定成立养蚕领导小组，组长：邹玉成，成员：韦国平。各派出所设一名联系人。所长：庞小军，电话：12345。"
    assert seats(paper("关于养蚕安全的通知", words)) == ["组长|邹玉成|", "成员|韦国平|"]


def test_a_page_that_lists_the_people_of_a_house() -> None:
    text = "青石镇文明实践所组织机构\n所　长：邹玉成　镇党委书记\n副所长：贺兰英　镇宣传委员\n"
    assert of_bodies(text) == ["青石镇文明实践所 所长 邹玉成 镇党委书记", "青石镇文明实践所 副所长 贺兰英 镇宣传委员"]


def test_groups_of_villagers_are_who_a_paper_is_sent_to() -> None:
    text = "关于成立桑园社区微型消防站的通知\n各居民小组：\n决定成立消防站，名单如下：\n站长：邹玉成\n队员：韦国平\n"
    assert [body.split("|")[0] for body in bodies(text)] == ["桑园社区微型消防站"]
