"""Which day an item of news tells of, where the next one begins, and who was there."""

from __future__ import annotations

import pytest

from graph.statements import Event
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text


def _told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.date_from, row.persons) for row in rows if isinstance(row, Event)]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("今天（3月5日），", "2031-03-05"),
        ("昨日（3月4日）下午，", "2031-03-04"),
        ("又讯 3月5日上午，", "2031-03-05"),
        ("云岭在线3月6日讯（秋水）5日，", "2031-03-05"),
        ("云岭在线3月6日讯（秋水）7日，", None),  # no item tells of the day after it was sent
    ],
)
def test_a_day_may_stand_behind_the_one_on_which_the_item_was_sent(opening: str, day: str | None) -> None:
    told = _told(f"甲县检查春灌\n发布时间：2031-03-06\n{opening}副县长丁一到乙镇检查。\n")
    assert [date for date, _ in told] == ([day] if day else [])


@pytest.mark.parametrize(
    "head",
    [
        "秋水长天 发表于 2031-3-6 07:52:11\n\n甲县检查春灌\n",
        "甲县检查春灌\n云上甲县   2031-03-06 19:32\n",
        "甲县检查春灌\n（办公室 供稿 2031年3月6日）\n",
    ],
)
def test_a_page_says_when_it_came_out(head: str) -> None:
    assert _told(f"{head}3月5日，副县长丁一到乙镇检查。\n") == [("2031-03-05", ("丁一|副县长",))]


def test_a_later_day_or_half_of_the_day_with_its_own_persons_is_another_item() -> None:
    told = _told(
        "甲市客商来访\n发布日期：2031-09-12\n"
        "9月7日至9日，乙区考察团在我市考察。副市长丁一致辞。\n"
        "8日上午，考察团到丙镇，镇长沈渡陪同。\n"
        "9日，考察团返程，市长卢石因在省里开会，委托丁一送行。\n"
    )
    assert told == [("2031-09-07", ("丁一|副市长",)), ("2031-09-08", ("沈渡|镇长",)), ("2031-09-09", ("丁一|",))]
    told = _told(
        "甲县例会\n发布日期：2031-09-12\n9月11日上午，县长丁一主持例会，副县长沈渡参加。\n下午，沈渡前往乙镇察看河堤。\n"
    )
    assert told == [("2031-09-11", ("丁一|县长", "沈渡|副县长")), ("2031-09-11", ("沈渡|",))]


def test_an_earlier_day_or_what_nobody_does_goes_on_with_the_item() -> None:
    told = _told(
        "甲县例会\n发布日期：2031-09-12\n9月11日，县长丁一主持例会。\n5日前要完成自查。\n下午，会议分组讨论，副县长沈渡参加。\n"
    )
    assert told == [("2031-09-11", ("丁一|县长", "沈渡|副县长"))]


def test_what_a_page_prints_below_names_nobody_of_the_item() -> None:
    told = _told(
        "甲县检查春灌\n发布日期：2031-03-06\n3月5日，副县长丁一到乙镇检查。\n页: [1]\n查看完整版本: 县长沈渡主持召开会议\n下一篇：县长沈渡调研\n"
    )
    assert told == [("2031-03-05", ("丁一|副县长",))]


def test_a_list_of_acts_below_names_who_swears_in_the_item_and_nobody_more() -> None:
    told = _told(
        "甲市人大常委会召开会议\n发布日期：2031-03-06\n3月5日，副主任丁一主持会议。沈渡、卢石等进行宣誓。\n任免名单如下：\n"
        "任命：\n沈渡为甲市水利局局长；\n卢石为甲市民政局局长。\n免去：\n王强的甲市水利局局长职务。\n"
    )
    assert told == [("2031-03-05", ("丁一|副主任", "沈渡|", "卢石|"))]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("副县长丁一因在外招商请假，由县政府副秘书长沈静代为汇报。", ["沈静"]),
        ("原会长丁一因病住院没有参加会议，会长沈渡主持。", ["沈渡"]),
        ("因外出学习，县人大常委会副主任丁一请假，县长沈渡列席。", ["沈渡"]),
        ("副县长丁一、沈渡因公请假，县长卢石主持。", ["卢石"]),
        ("副校长丁一因出差未能参加，校长沈渡主持。", ["沈渡"]),
        ("副县长丁一率团在外招商，书面汇报了情况，县长沈渡主持。", ["沈渡"]),
        ("县长沈渡说，老局长丁一同志当年带着七个人起家。", ["沈渡"]),
        ("主编沈渡汇报，前任主编丁一同志病逝在岗位上。", ["沈渡"]),
        ("原县长丁一病逝，享年八十岁。", ["丁一"]),  # the item tells of it
        ("副县长丁一因公务到乙镇，请假条由县政府办主任沈渡代为转交。", ["丁一", "沈渡"]),
        ("县长沈渡听取汇报，副县长丁一未作发言。", ["沈渡", "丁一"]),
    ],
)
def test_who_is_away_or_long_gone_was_not_there(words: str, persons: list[str]) -> None:
    told = _told(f"甲县召开会议\n发布日期：2031-03-06\n3月5日，{words}\n")
    assert [name.partition("|")[0] for _, names in told for name in names] == persons


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("人事科科长季兰同志宣读了文件，主任丁强同志作了讲话。", ["季兰", "丁强"]),
        ("县领导丁一、沈渡、卢石分头走访慰问职工。", ["丁一", "沈渡", "卢石"]),
        ("县公安局副局长齐一同随行。", ["齐一同"]),
        ("县登记中心主任亓兰、副主任毕强参加签约。", ["亓兰", "毕强"]),
        ("会议听取了县水利局局长谈远所作的汇报，乙区区长褚新推介了项目。", ["谈远", "褚新"]),
        ("企业负责人阳 明说，今年好多了。校长者国泰致辞。", ["阳明", "者国泰"]),
        ("会议选出丁一、沈渡（女）、章 平为省人民代表。", ["丁一", "沈渡", "章平"]),
        ("原省军区副政委、少将童远来县看望民兵。", ["童远"]),
        ("人口减少将近三成，大校门前立碑。", []),
    ],
)
def test_where_a_name_ends(words: str, persons: list[str]) -> None:
    told = _told(f"甲县要闻\n发布日期：2031-03-06\n3月5日，{words}\n")
    assert [name.partition("|")[0] for _, names in told for name in names] == persons


def test_the_years_behind_the_end_of_a_gazetteer_are_a_chronicle() -> None:
    told = _told(
        "续编\n按：本志断限于2030年，兹辑2031年大事附后。\n2031年\n3月　县个体协会成立。\n"
        "4月5日　县长丁一到乙镇植树。\n9月　省政协视察团一行9人，5～6日在丙乡视察，县长丁一陪同。\n"
    )
    assert told == [("2031-03", ()), ("2031-04-05", ("丁一|县长",)), ("2031-09-05", ("丁一|县长",))]
    assert not _told("通知\n按：本县大事要报告。各镇照办。\n")


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("由卢石同志宣布丁集团的决定，县长沈渡致辞。", ["沈渡"]),  # 宣布丁 is no name
        ("教育司司长沈渡到会，公司长期资助。", ["沈渡"]),
        ("大家都称赞其组织领导能力，院长沈渡讲话。", ["沈渡"]),
        ("县爱卫办主任从建锋对任务作了说明。", ["从建锋"]),
        ("副县长从东江到会场，县长沈渡主持。", ["沈渡"]),
        ("乙镇党委书记禚文海作了发言。", ["禚文海"]),
        ("校长欧阳致远会见客商，欧阳明致辞。", ["欧阳致远"]),
        ("会议任命县委副书记沈渡同志为副县长，县水利局局长丁一继续担任副主任。", ["沈渡", "丁一"]),
        ("副县长沈渡同志传达了省厅厅长丁一同志对防汛工作的批示。", ["沈渡"]),
        ("县长沈渡传达，副县长丁一对工作提出要求。", ["沈渡", "丁一"]),
    ],
)
def test_who_only_seems_to_be_named_or_to_be_there(words: str, persons: list[str]) -> None:
    told = _told(f"甲县要闻\n发布日期：2031-03-06\n3月5日，{words}\n")
    assert [name.partition("|")[0] for _, names in told for name in names] == persons


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("本报讯（记者 丁某 实习记者 沈某）昨天上午，", "2031-03-04"),
        ("今日下午，", "2031-03-05"),
        ("本报讯 4日，", "2031-03-04"),
        ("本报讯 27日，", "2031-02-27"),
        ("本报讯 12日，", None),  # of which month is not plain
        ("今天，", None),  # speeches open so too
        ("5日内，", None),
    ],
)
def test_a_day_may_be_told_by_the_one_on_which_the_page_came_out(opening: str, day: str | None) -> None:
    told = _told(f"甲县检查春灌\n发布时间：2031-03-05\n{opening}副县长丁一到乙镇检查。\n")
    assert [date for date, _ in told] == ([day] if day else [])


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("甲市三届人大常委会第五次会议3月4日举行，主任丁一主持。", "2031-03-04"),
        ("全县春灌现场会于3月4日上午在乙镇召开，县长丁一讲话。", "2031-03-04"),
        ("全县春灌现场会将于3月4日召开，县长丁一讲话。", None),
        ("县长丁一要求各镇3月4日前开渠。", None),
    ],
)
def test_a_day_may_stand_behind_what_took_place(sentence: str, day: str | None) -> None:
    told = _told(f"甲县要闻\n发布时间：2031-03-05\n{sentence}\n")
    assert [date for date, _ in told] == ([day] if day else [])


def test_a_server_may_print_the_month_first_and_lose_the_year() -> None:
    head = "编辑：秋水　时间：3/6/2031 3:42:10 PM　浏览：9"
    assert _told(f"甲县检查春灌\n{head}\n3月5日，副县长丁一到乙镇检查。\n") == [("2031-03-05", ("丁一|副县长",))]
    head = "编辑：秋水　批次：3/6/2031　浏览：9"
    assert _told(f"甲县检查春灌\n{head}\n3月5日，副县长丁一到乙镇检查。\n") == [("3月5日", ("丁一|副县长",))]
    assert _told("按县委安排，年3月5日在乙镇召开推进会。县长丁一讲话。\n") == [("3月5日", ("丁一|县长",))]


def test_the_day_may_stand_behind_what_took_place_in_a_later_paragraph() -> None:
    page = "我县河长办完成调整\n发布日期：2031-01-17\n主任由副县长丁一担任；县水利局局长沈渡继续担任副主任。\n"
    assert _told(f"{page}调整后第一次会议已于1月14日召开，丁一主持，沈渡通报情况。\n") == [
        ("2031-01-14", ("丁一|", "沈渡|"))
    ]
    assert not _told(f"{page}调整后第一次会议拟于1月24日召开，丁一主持，沈渡通报情况。\n")


def test_a_body_whose_sign_is_hung_out_is_news() -> None:
    words = "发布日期：2031-03-06\n3月5日，县委书记丁一出席仪式。\n"
    assert _told(f"县委金融工作领导小组办公室挂牌\n{words}") == [("2031-03-05", ("丁一|县委书记",))]
    assert not _told(f"县委金融工作领导小组办公室工作规则\n{words}")


def test_the_verb_that_gives_a_post_is_no_part_of_the_one_held() -> None:
    rows = read_paper(
        read_text("甲县要闻\n发布日期：2031-03-06\n3月5日，会议任命县委副书记丁一同志为副县长。\n".encode(), "x.txt")
    ).statements
    assert [row.persons for row in rows if isinstance(row, Event)] == [("丁一|县委副书记",)]


_RESOLVED = "一、由县水利局牵头，8月底前完成清淤。\n二、由沈渡负责，9月底前完成验收。\n"


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (
            "甲县人民政府专题会议纪要\n甲县人民政府办公室  2031年7月8日\n7月5日下午，副县长丁一主持召开专题会议，研究河道治理。现纪要如下：\n"
            f"{_RESOLVED}出席：丁一\n参加：卢石（县水利局）、奉志高（县财政局）、周 正（石桥镇）\n请假：施恩（县交通局）\n",
            [("2031-07-05", ("丁一|副县长", "卢石|", "奉志高|", "周正|"))],
        ),
        (
            "甲公司安全例会会议纪要\n会议时间：2031年3月4日上午\n会议地点：三楼\n主 持 人：丁一山\n参会人员：卢石 周 正\n彭莉、吴用（安监部）\n"
            f"缺席：施恩\n会议议定：\n{_RESOLVED}甲公司办公室\n2031年3月6日\n",
            [("2031-03-04", ("丁一山|", "卢石|", "周正|", "彭莉|", "吴用|"))],
        ),
        (
            "甲村村民代表会议纪要\n2031年5月6日，村党支部书记丁一山召集村民代表会议。\n会议听取了会计周正关于收支的汇报。\n",
            [("2031-05-06", ("丁一山|村党支部书记", "周正|会计"))],
        ),
        ("甲县会议纪要管理规定\n会议纪要应当写明时间和出席人员。\n出席：按会议通知执行\n本规定自2031年5月6日起施行。\n", []),
        (f"甲县联席会议纪要\n2031年5月6日\n{_RESOLVED}", []),
        (
            "甲县人大常委会第六次会议纪要\n2031年5月6日，第六次会议举行，主任丁一山主持会议。\n出席会议的组成人员：\n卢石　　周　正\n",
            [],
        ),
    ],
)  # fmt: skip
def test_minutes_say_when_they_met_and_who_was_there(minutes: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert _told(minutes) == told


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("县委书记丁一到甲医院宣布院长任命，院长沈渡表态。", ["丁一|县委书记", "沈渡|院长"]),
        ("甲医院召开副院长任职大会，县长丁一出席。", ["丁一|县长"]),
        ("会议由县长丁一主持，局长沈渡同志到会讲话。", ["丁一|县长", "沈渡|局长"]),
        ("沈渡主任宣布，县长丁一与会。", ["沈渡|主任", "丁一|县长"]),
        ("县长丁一主持会议，会议确定了会议总监票人、监票人名单。", ["丁一|县长"]),
        ("甲局发布公示，现任乙县副县长丁一发言。", ["丁一|乙县副县长"]),
        ("会议由县长丁一主持。同济医院院长沈渡出席。", ["丁一|县长", "沈渡|同济医院院长"]),
        ("县长丁一主持会议，同县农业局局长沈渡座谈。", ["丁一|县长", "沈渡|县农业局局长"]),
        ("县长丁一对原院长沈渡表示感谢。", ["丁一|县长", "沈渡|原院长"]),
    ],
)
def test_what_is_done_is_nobody_and_no_part_of_a_title(words: str, there: list[str]) -> None:
    assert _told(f"甲县召开大会\n\n2031年3月5日，{words}\n") == [("2031-03-05", tuple(there))]


@pytest.mark.parametrize(
    "caption",
    [
        "▲会议现场。卢石 摄",
        "会议现场 卢石 摄",
        "会议现场（记者 卢石 摄影）",
        "卢石 摄",
        "图/卢石 摄",
        "图2 前排左起：局长卢石、局长沈渡",
    ],
)
def test_who_took_a_picture_stands_in_no_title(caption: str) -> None:
    text = f"甲县召开大会\n\n2031年3月5日，甲县召开大会。\n{caption}\n县长丁一出席会议。\n"
    assert _told(text) == [("2031-03-05", ("丁一|县长",))]
    assert _told(text.replace(caption, "县委书记卢石讲话，要求统筹拍摄。")) == [
        ("2031-03-05", ("卢石|县委书记", "丁一|县长"))
    ]


@pytest.mark.parametrize(
    "told",
    [
        "今年以来，已有两位县委书记卸任：乙县县委书记沈渡、丙县县委书记卢石。\n其中，前任县长沈渡调任丁县。",
        "据本报记者统计，三年来乙县县委书记沈渡等先后卸任。",
        "公开简历显示，沈渡曾任乙县县长沈渡。",
        "沈渡，男，1970年12月生，曾任乙县县委书记、县长沈渡。",
        "昨日，乙县县委书记沈渡在别处调研。",
    ],
)
def test_a_paragraph_on_what_was_before_brings_nobody_to_the_meeting(told: str) -> None:
    text = f"甲县召开大会\n\n2031年3月5日，县长丁一主持召开大会。\n{told}\n"
    assert _told(text) == [("2031-03-05", ("丁一|县长",))]
    kept = text.replace(told, "其中，乙县县长沈渡作发言。")
    assert _told(kept) == [("2031-03-05", ("丁一|县长", "沈渡|乙县县长"))]


def test_how_a_meeting_was_held_is_no_part_of_its_place() -> None:
    paper = read_text("甲县召开大会\n\n2031年3月5日，大会在县会议中心隆重召开，县长丁一出席。\n".encode(), "x.txt")
    assert [row.place for row in read_paper(paper).statements if isinstance(row, Event)] == ["县会议中心"]
