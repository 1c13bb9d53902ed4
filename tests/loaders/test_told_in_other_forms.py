"""Forms of chronicles, news and acts on posts that stand in many papers: days in figures, lists of elected, places in columns."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Event, Portfolio
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _rows(text: str) -> tuple[object, ...]:
    return tuple(read_paper(read_text(text.encode(), "x.txt")).statements)


def _events(text: str) -> list[tuple[str, list[str]]]:
    return [
        (row.date_from, [name.partition("|")[0] for name in row.persons])
        for row in _rows(text)
        if isinstance(row, Event)
    ]


def _acts(text: str) -> list[tuple[str, str, str]]:
    return [(row.action, row.person, row.post) for row in _rows(text) if isinstance(row, Appointment)]


def _charges(text: str) -> list[tuple[str, str, str]]:
    return [(row.person, row.relation, row.object) for row in _rows(text) if isinstance(row, Portfolio)]


@pytest.mark.parametrize(
    "day",
    ["3.12　", "◆3.12 ", "【3.12】", "[3.12] ", "3/12　", "3·12 ", "3.12-14　", "3.12: ", "03.12 "],
)
def test_a_day_in_figures_before_words_opens_an_entry(day: str) -> None:
    text = f"甲县第一小学大事记\n\n2031年\n{day}校长丁一带队植树。\n5月6日 校长沈渡来校。\n"
    assert _events(text) == [("2031-03-12", ["丁一"]), ("2031-05-06", ["沈渡"])]


@pytest.mark.parametrize("figure", ["3.12 万元。", "3.5 公里。", "3.12 亿斤。", "3.12%。"])
def test_a_number_with_its_unit_opens_no_entry(figure: str) -> None:
    text = f"甲县第一小学大事记\n\n2031年\n3月5日 校长丁一主持会议，投入\n{figure}\n"
    assert [day for day, _ in _events(text)] == ["2031-03-05"]


def test_a_day_alone_over_items_with_a_mark_is_no_event_of_its_own() -> None:
    text = "甲县大事记\n\n2031年\n3月5日\n△ 乙村服务中心揭牌。\n△ 县长丁一到乡调研。\n"
    assert _events(text) == [("2031-03-05", []), ("2031-03-05", ["丁一"])]


def test_a_time_behind_a_day_heads_a_page_and_no_chronicle() -> None:
    text = (
        "时政要闻\n甲县召开推进会\n2031-10-19 21:07:44　来源：甲县融媒体中心\n\n"
        "本网讯　10月18日下午，甲县召开推进会。县长丁一出席，副县长沈渡主持会议。\n"
    )
    assert _events(text) == [("2031-10-18", ["丁一", "沈渡"])]


@pytest.mark.parametrize(
    ("entry", "persons"),
    [
        ("副校长沈渡、卢石巡课。", ["沈渡", "卢石"]),
        ("校友丁大一、钟离芬返校。", ["丁大一", "钟离芬"]),
        ("县法院院长丁大一宣誓，县人大常委会主任沈渡监誓。", ["丁大一", "沈渡"]),
        ("县教育局局长沈渡来校宣布丁一任校长。", ["沈渡", "丁一"]),
        ("县人大选举丁一为县长，沈渡、卢石为副县长。", ["丁一", "沈渡", "卢石"]),
        ("退休支书房大胜逝世一周年，村里举行座谈，支书丁一发言。", ["丁一"]),
    ],
)
def test_who_is_in_an_entry(entry: str, persons: list[str]) -> None:
    (event,) = _events(f"甲小学大事记\n\n2031年\n3月5日 {entry}\n")
    assert event[1] == persons


def test_a_day_behind_a_general_first_sentence_is_that_of_the_news() -> None:
    text = "乙镇人民代表大会胜利闭幕\n2031-11-12 16:08    来源：乙镇\n近日，各镇换届陆续展开。11月12日，大会闭幕。镇党委书记沈渡讲话。\n"
    assert _events(text) == [("2031-11-12", ["沈渡"])]
    text = "乙镇举行大会\n2031-11-12 16:08    来源：乙镇\n3日前报名。要求11月12日，各村报送，镇党委书记沈渡审定。\n"
    assert _events(text) == []


def test_a_society_that_elects_its_officers_is_news() -> None:
    text = "甲市茶业协会选举产生新一届领导班子\n2031-05-28\n\n5月26日，大会召开，选举丁一为会长，沈渡、卢石为副会长；监事会推选沈大石为监事长。\n"
    assert [(day, sorted(who)) for day, who in _events(text)] == [
        ("2031-05-26", sorted(["丁一", "沈渡", "卢石", "沈大石"]))
    ]
    assert _acts(text) == [
        ("当选", "丁一", "会长"),
        ("当选", "沈渡", "副会长"),
        ("当选", "卢石", "副会长"),
        ("当选", "沈大石", "监事长"),
    ]


def test_who_is_to_get_a_post_is_said_behind_the_present_one() -> None:
    text = (
        "干部任前公示\n\n现将有关情况公示如下：\n\n"
        "阿依 石布，女，彝族，2001年1月生，现任甲县宣传部部长，拟任甲县委副书记。\n\n"
        "丁小一，男，2001年2月生，中共党员。现任甲街道党工委副书记，拟任乙镇党委副书记、提名为乙镇镇长候选人。\n\n"
        "卢大石，男，2001年3月生。现任甲县文化馆馆长，拟推荐为县政协文史委主任人选。\n\n"
        "沈中石，男，2001年4月生，现任甲县招商局局长，拟任丙经济开发区党工委委员、管委会副主任。\n\n2031年4月8日\n"
    )
    assert _acts(text) == [
        ("拟任", "阿依石布", "甲县委副书记"),
        ("拟任", "丁小一", "乙镇党委副书记"),
        ("提名", "丁小一", "乙镇镇长"),
        ("推荐", "卢大石", "县政协文史委主任"),
        ("拟任", "沈中石", "丙经济开发区党工委委员"),
        ("拟任", "沈中石", "丙经济开发区管委会副主任"),
    ]


def test_a_second_head_in_the_middle_of_a_paper_ends_posts() -> None:
    text = "关于聘任中层干部的决定\n\n校内各部门：\n\n经研究，聘任：\n\n丁一为教务科科长；\n\n同时，解聘：\n\n卢石保卫科科长职务。\n\n2031年8月29日\n"
    assert _acts(text) == [("聘任", "丁一", "教务科科长"), ("解聘", "卢石", "保卫科科长")]


def test_a_chronicle_reads_out_who_gets_which_post() -> None:
    text = "甲小学大事记\n\n2031年\n3月3日 局长沈渡来校宣布班子调整：卢石任甲小学校长，沈大石不再担任甲小学校长职务。\n"
    assert _acts(text) == [("任命", "卢石", "甲小学校长"), ("免去", "沈大石", "甲小学校长")]
    text = "甲小学大事记\n\n2031年\n3月3日 局长沈渡来校宣布工程开工，卢石任务完成。\n"
    assert _acts(text) == []


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "林长姓名\t职务\t负责区域\t协助单位\n丁 一\t县委书记\t全县\t县林业局\n沈大石\t副县长\t青龙山林场、七道沟镇\t县林业局\n",
            [("丁一", "负责", "全县"), ("沈大石", "负责", "青龙山林场"), ("沈大石", "负责", "七道沟镇")],
        ),
        (
            "包联领导\t职务\t联系乡镇\t联系村\t包联部门\n沈渡\t副县长\t双榆乡\t东沟村\t县委办\n卢石\t副县长\t无\t西沟村\t县委办\n",
            [("沈渡", "联系", "双榆乡"), ("沈渡", "联系", "东沟村"), ("卢石", "联系", "西沟村")],
        ),
        (
            "    村（居）    包村领导\n    沙口村      丁一\n    梅溪村      沈 渡\n",
            [("丁一", "联系", "沙口村"), ("沈渡", "联系", "梅溪村")],
        ),
        ("姓名\t责任区域\t整治任务\t完成时限\n丁一\t兴隆镇\t清理垃圾\t6月底\n", []),
    ],
)
def test_tables_of_who_looks_after_which_place(table: str, rows: list[tuple[str, str, str]]) -> None:
    assert _charges(f"关于公布甲县林长名单的通知\n\n各乡镇：\n\n现公布如下：\n\n{table}") == rows


@pytest.mark.parametrize(
    ("posts", "given"),
    [
        ("青石镇党委委员、副镇长", ["青石镇党委委员", "青石镇副镇长"]),
        ("乌拉苏木党委委员、副苏木达", ["乌拉苏木党委委员", "乌拉苏木副苏木达"]),
        ("柳河街道党工委委员、办事处副主任", ["柳河街道党工委委员", "柳河街道办事处副主任"]),
        ("红旗乡党委委员、人大主席团副主席", ["红旗乡党委委员", "红旗乡人大主席团副主席"]),
        ("青石镇党委委员、红旗乡副乡长", ["青石镇党委委员", "红旗乡副乡长"]),
    ],
)
def test_a_seat_in_the_committee_of_a_town_tells_the_town_of_the_next_post(posts: str, given: list[str]) -> None:
    text = (
        f"干部任前公示\n\n现公示如下：\n\n丁小一，男，2001年1月生，现任甲县某局副局长，拟任{posts}。\n\n2031年4月8日\n"
    )
    assert [post for _, _, post in _acts(text)] == given


def test_a_post_said_once_behind_several_bodies_is_in_each() -> None:
    text = "关于丁一等同志任职的通知\n\n各单位：\n\n任命丁一、卢石分别为东风小学、红星中学校长；沈渡、周正分别任甲水利站、乙水利站站长；聘任高岳、吴用分别为财务科科长、人事科副科长。\n\n2031年8月29日\n"
    assert [(person, post) for _, person, post in _acts(text)] == [
        ("丁一", "东风小学校长"),
        ("卢石", "红星中学校长"),
        ("沈渡", "甲水利站站长"),
        ("周正", "乙水利站站长"),
        ("高岳", "财务科科长"),
        ("吴用", "人事科副科长"),
    ]


@pytest.mark.parametrize("verb", ["受聘为", "被聘请为", "获聘为", "受聘担任", "同时聘任为"])
def test_who_is_hired_is_named_before_the_verb(verb: str) -> None:
    text = f"甲县中学大事记\n\n2031年\n9月2日 书法家协会主席丁大石{verb}学校校外辅导员，校长沈渡颁发聘书。\n9月3日 校长沈渡主持会议。\n"
    assert _acts(text) == [("聘任", "丁大石", "学校校外辅导员")]
    assert _events(text)[0] == ("2031-09-02", ["丁大石", "沈渡"])


def test_whom_somebody_speaks_for_is_nobody() -> None:
    text = (
        "甲中学举行开学典礼\n\n2031年9月2日，甲中学举行开学典礼。家长代表沈渡、企业代表卢石、新生代表周正发言。"
        "副县长高岳代表家乡向师生问好。教师代表桂思远、新生代表令狐静领誓。\n"
    )
    assert _events(text) == [("2031-09-02", ["沈渡", "卢石", "周正", "高岳", "桂思远", "令狐静"])]


def test_minutes_below_the_head_of_a_page() -> None:
    text = (
        "首页 > 村务公开\n打印 | 关闭\n甲村村民代表会议纪要\n浏览次数：12\n会议时间：2031年7月5日\n主持人：丁一\n"
        "列席：思建军、莎如拉\n请假：高岳\n会议议定：同意修路。\n"
    )
    assert _events(text) == [("2031-07-05", ["丁一", "思建军", "莎如拉"])]
    text = "甲村村民代表会议纪要\n\n会议时间：2031年7月5日\n主持人：丁一\n列席：督导组、驻村队\n参加：老党员、村两委\n"
    assert _events(text) == [("2031-07-05", ["丁一"])]


def test_a_list_of_papers_that_names_minutes_holds_no_meeting() -> None:
    text = "甲县民政局文件目录\n\n关于养老工作的会议纪要\n发布时间：2031年7月5日\n公开人员：丁一\n"
    assert _events(text) == []
