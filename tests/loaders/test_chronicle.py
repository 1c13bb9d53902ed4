"""Events name the persons their words name, and nobody else."""

from __future__ import annotations

import pytest

from graph.statements import Appointment, Event
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
        (
            "4月9日 副区长丁一、区住房和城乡建设局局长沈渡、区文化和旅游局局长卢石参加会议。",
            ("丁一|副区长", "沈渡|区住房和城乡建设局局长", "卢石|区文化和旅游局局长"),
        ),
        ("4月9日 区长丁一与市发展和改革委员会主任沈渡座谈。", ("丁一|区长", "沈渡|市发展和改革委员会主任")),
        ("4月9日 区政协主席丁一作常委会工作报告。", ("丁一|区政协主席",)),
        ("4月9日 全国政协委员、海洋生态专家沈渡到甲区考察。", ("沈渡|全国政协委员、海洋生态专家",)),
        ("4月9日 省农科院研究员沈渡来区授课。", ("沈渡|省农科院研究员",)),
        ("4月9日 副院长沈渡、卢石和丁一青分别述职。", ("沈渡|副院长", "卢石|副院长", "丁一青|副院长")),
        ("4月9日 副院长沈渡、卢石和全体教师参加会议。", ("沈渡|副院长", "卢石|副院长")),
        ("4月9日 沈渡副院长代表学院作报告，书记卢石代表院长宣读他的述职报告。", ("沈渡|副院长", "卢石|书记")),
        ("4月9日 省长、副省长等的工作有了变动，由另一位领导代为处理。", ()),
        ("4月9日 丙国驻华大使沈渡来区考察，丙国大使馆来电。", ("沈渡|丙国驻华大使",)),
        ("4月9日 院长沈渡希望大家努力，主任吴国平面对国旗宣誓。", ("沈渡|院长", "吴国平|主任")),
        ("4月9日 省长沈渡在市长丁一明的陪同下视察丙段江堤。", ("沈渡|省长", "丁一明|市长")),
        ("4月9日 市体育局党组成员和丽敏首先作报告。", ("和丽敏|市体育局党组成员",)),
        ("4月9日 专家组座谈，区委委员会见客商。", ()),
        ("4月9日 县委宣布决定，沈渡同志任雁庄乡党委委员、书记。", ("沈渡|",)),
        ("4月9日 区相关领导和有关部门负责人参加会议。", ()),
        ("4月9日 传达学习总书记重要讲话精神专题会议召开。", ()),
        ("4月9日 全区书记专题会议召开。", ()),
    ],
)
def test_persons_stand_behind_their_titles(entry: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(entry)] == [persons]


def test_a_word_printed_twice_behind_a_post_is_the_name_of_its_holder() -> None:
    events = _events(
        "4月9日 副县长端午、县公安局局长岑参参加会议。\n\n4月10日 副县长端午到乙乡调研。\n\n4月11日 会议召开，端午出席。\n\n"
        "4月12日 县纪委书记丁一到官庄镇督导。\n\n4月13日 副县长带队到乙乡调研。\n\n4月14日 副县长带队、部门参加。"
    )
    assert [event.persons for event in events] == [
        ("端午|副县长", "岑参|县公安局局长"),
        ("端午|副县长",),
        ("端午|",),
        ("丁一|县纪委书记",),
        (),
        (),
    ]


def test_a_word_printed_once_behind_a_post_is_nobody() -> None:
    events = _events(
        "4月9日 副县长端午到乙乡调研。\n\n4月10日 免去丁一副县长职务、任命沈渡。\n\n4月11日 副县长职务、分工调整。"
    )
    assert [name for event in events for name in event.persons if name.startswith(("端午", "职务"))] == []


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


def _chronicle(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [
        (row.date_from, row.date_to, tuple(person.split("|")[0] for person in row.persons))
        for row in rows
        if isinstance(row, Event)
    ]


def test_the_month_may_stand_over_the_days() -> None:
    text = "甲乡2031年大事记（1—6月）\n\n一  月\n\n3日  乡党委书记丁 一主持会议。\n\n11日至12日  乡长沈渡入户走访。\n\n二  月\n\n"
    text += "9日（正月十五）  甲村举办社火展演。\n同日，丁一到甲村慰问。\n\n（甲乡党政办公室  整理）\n"
    assert _chronicle(text) == [
        ("2031-01-03", "", ("丁一",)),
        ("2031-01-11", "2031-01-12", ("沈渡",)),
        ("2031-02-09", "", ()),
        ("2031-02-09", "", ("丁一",)),
    ]


def test_whoever_is_named_with_a_title_once_counts_by_the_bare_name() -> None:
    text = "甲乡大事记\n2031年3月\n3月2日 乡党委书记果 然主持会议。\n3月5日 果然、沈渡参加。\n3月6日 乡里果然下了雪。\n"
    assert [persons for *_, persons in _chronicle(text)] == [("果然",), ("果然",), ()]


def test_a_line_that_goes_on_with_a_number_of_days_opens_no_entry() -> None:
    text = "甲乡大事记\n2031年3月\n3月2日 乡党委要求各村在\n10日内完成春耕准备。\n3月5日 降雪。\n"
    assert [first for first, *_ in _chronicle(text)] == ["2031-03-02", "2031-03-05"]


def test_acts_a_chronicle_tells_of_have_the_day_of_their_entry() -> None:
    text = "甲乡大事记\n2031年3月\n3月2日 会议选举沈 渡为甲乡人民政府副乡长。\n"
    text += "3月9日 县委组织部宣布县委决定：丁一同志任甲乡党委委员、书记，免去其甲乡人民政府乡长职务。\n"
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    assert [(row.action, row.person, row.post, row.date) for row in rows if isinstance(row, Appointment)] == [
        ("当选", "沈渡", "甲乡人民政府副乡长", "2031-03-02"),
        ("任命", "丁一", "甲乡党委委员", "2031-03-09"),
        ("任命", "丁一", "甲乡党委书记", "2031-03-09"),
        ("免去", "丁一", "甲乡人民政府乡长", "2031-03-09"),
    ]


def test_the_year_may_stand_in_a_line_under_the_title() -> None:
    text = "甲区大事记\n（2032年第四季度）\n\n10月\n\n10月2日　区长丁一走访。\n\n11月\n\n11月1日　△副区长沈渡会见丙集团客人卢石一行。\n"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [(event.date_from, event.persons) for event in events] == [
        ("2032-10-02", ("丁一|区长",)),
        ("2032-11-01", ("沈渡|副区长", "卢石|丙集团客人")),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("甲区大事记\n（2030年12月—2031年2月）\n12月30日　走访。\n1月3日　走访。\n", ["2030-12-30", "2031-01-03"]),
        ("甲区2031年大事记\n2030年12月31日至1月2日　值班。\n1月3日　走访。\n", ["2030-12-31", "2031-01-03"]),
        ("大事记\n2030年11月3日　开会。\n11月9日　调研。\n1月4日　走访。\n", ["2030-11-03", "2030-11-09", "1月4日"]),
        ("甲集团简报\n第1期　2031年1月5日\n十二月要事\n12月3日　检查。\n1月2日　值班。\n", ["12月3日", "2031-01-02"]),
        ("甲集团简报\n2031年第1期\n一月要事\n1月2日　值班。\n", ["2031-01-02"]),
        ("大事记\n3月5日　走访。\n3月6日　走访。\n", ["3月5日", "3月6日"]),
        ("大事记\n2月30日　走访。\n13月6日　走访。\n", []),
    ],
)
def test_a_day_has_the_year_that_the_paper_leaves_no_choice_about_or_stays_as_printed(
    text: str, days: list[str]
) -> None:
    assert [first for first, *_ in _chronicle(text)] == days


@pytest.mark.parametrize(
    "head", ["甲中学大事记（二〇三一年上半年）", "甲中学大事记\n（二○三一年上半年）", "甲中学大事记\n二〇三一年"]
)
def test_the_year_may_be_printed_in_characters(head: str) -> None:
    text = f"{head}\n一月\n3日　校长丁一讲话。\n"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [event.date_from for event in events] == ["2031-01-03"]


def test_days_and_years_may_be_printed_in_characters() -> None:
    text = (
        "国营甲农场大事记（一九九〇年——一九九一年）\n\n一九九〇年\n\n"
        "一月十日    场长丁一作工作报告，\n一日之内学完文件。\n"
        "六月        旱情严重。\n十月二十三日至十一月二日  农场举办培训班。\n\n"
        "一九九一年\n\n三月份要事\n三月三日前后  准备春耕。\n三月六日  春耕开始，书记沈渡到二队检查。\n"
    )
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [(event.date_from, event.date_to, event.persons) for event in events] == [
        ("1990-01-10", "", ("丁一|场长",)),
        ("1990-06", "", ()),
        ("1990-10-23", "1990-11-02", ()),
        ("1991-03-06", "", ("沈渡|书记",)),
    ]


def test_a_range_over_the_turn_of_the_year_ends_in_the_next() -> None:
    assert _chronicle("大事记\n2030年12月30日至1月2日　区长丁一走访。\n")[0][:2] == ("2030-12-30", "2031-01-02")


def test_a_year_that_is_not_printed_is_less_sure() -> None:
    rows = read_paper(read_text("大事记\n2030年11月3日　开会。\n11月9日　调研。\n".encode(), "x.txt")).statements
    assert [row.source.confidence for row in rows if isinstance(row, Event)] == [1.0, 0.9]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "县长丁一调研\n2031年3月5日，县长丁一调研春耕。\n副县长沈渡参加。\n3月8日，副县长沈渡走访。\n",
            [("2031-03-05", "", ("丁一", "沈渡")), ("2031-03-08", "", ("沈渡",))],
        ),
        ("甲镇召开会议\n【本网讯】3月5日，镇长丁一主持会议。\n2031年3月6日\n", [("2031-03-05", "", ("丁一",))]),
        ("甲镇走访\n3月5日，镇长丁一走访。\n", [("3月5日", "", ("丁一",))]),
        (
            "1月12日至13日，镇长丁一走访。\n1月15日，镇长丁一到乙村。\n",
            [("1月12日", "1月13日", ("丁一",)), ("1月15日", "", ("丁一",))],
        ),
        ("甲镇走访\n发布时间：2031-01-02\n12月30日，镇长丁一走访。\n", [("12月30日", "", ("丁一",))]),
        ("甲镇走访\n发布时间：2031-03-06\n3月5日前，镇长丁一要求各村完成春耕。\n", []),
        ("甲镇走访\n发布时间：2031-03-06\n3月5日，全镇普降大雪。\n", []),
        ("甲镇走访\n发布时间：2031-03-06\n3月12日，镇长丁一将赴乙镇。\n", []),
        ("甲镇领导分工\n发布时间：2031-03-06\n3月5日，镇长丁一主持会议。\n", []),
        ("甲镇走访\n甲镇人民政府网 2031-03-06 10:20\n3月5日，镇长丁一走访。\n", [("2031-03-05", "", ("丁一",))]),
        ("甲县政务动态\n甲政动态〔2031〕15号\n7月3日，县长丁一调研。\n", [("2031-07-03", "", ("丁一",))]),
        ("甲县政务动态\n甲政动态〔2031〕1号\n12月30日，县长丁一调研。\n", [("12月30日", "", ("丁一",))]),
        ("甲县人民政府会议材料\n甲政会〔2031〕15号\n7月3日，县长丁一主持会议。\n", []),
    ],
)
def test_news_tells_of_days_with_the_year_that_is_certain_or_as_printed(
    text: str, events: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert _chronicle(text) == events


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("县长王强强调春耕，县水利局局长赵志国通报汛情。", ("王强|县长", "赵志国|县水利局局长")),
        ("在甲镇听取副县长李景澄的汇报。", ("李景澄|副县长",)),
        ("县委书记陈伟、副县长连江平陪同。", ("陈伟|县委书记", "连江平|副县长")),
        ("全县祭扫烈士陵园，陈志伟敬献花篮。", ("陈志伟|",)),  # named in another entry
        ("陈志伟的文章刊发。", ()),
        ("县长王强化管理。", ()),  # 王强 or 王强化: neither is sure
        ("县委书记陈伟推进项目建设。", ("陈伟|县委书记",)),  # named in another entry
        ("镇长何平提出三点要求，副镇长丁一逐户走访。", ("何平|镇长", "丁一|副镇长")),
        ("镇长何平从县里请来专家，会计沈英被评为先进。", ("何平|镇长", "沈英|会计")),
        (
            "自治区林草局专员特古斯到我旗督导，副旗长宝音德力根安排部署工作。",
            ("特古斯|自治区林草局专员", "宝音德力根|副旗长"),
        ),
        ("旗文旅局局长哈斯其木格回答提问，副旗长乌云高娃发布安排。", ("哈斯其木格|旗文旅局局长", "乌云高娃|副旗长")),
        ("县教体局督导组来校，组长甘全水一行在副校长石一磊陪同下查看食堂。", ("甘全水|组长", "石一磊|副校长")),
        ("市教研室戴有年到校听课。", ("戴有年|",)),
        ("村支部调整，组织委员钮晴到村宣布。", ("钮晴|组织委员",)),
        ("市教育局工作组到校检查，县医院文艺队来村，县农业局高质量到村，副县长安排部署工作。", ()),
        ("区长办公会要求各镇抓早，县委书记提出要求，专家组负责验收，会计师培训。", ()),
    ],
)
def test_any_word_may_stand_behind_a_name(words: str, persons: tuple[str, ...]) -> None:
    text = f"甲县大事记\n2031年3月\n3月2日 {words}\n3月4日 县委书记陈伟主持会议，县长陈志伟出席。\n"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert events[0].persons == persons


@pytest.mark.parametrize("mark", ["△", "▲", "◆", "※", "☆", ""])
def test_any_sign_may_stand_before_a_day(mark: str) -> None:
    text = f"甲县大事记（2031年二季度）\n4月\n{mark}3日　县长丁一主持会议。\n{mark}8—10日　县长丁一赴临江市学习。\n"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [event.date_from for event in events] == ["2031-04-03", "2031-04-08"]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("沈国强、县委统战部部长柳青陪同。", ("沈国强|", "柳青|县委统战部部长")),
        ("县人大常委会主任赛娜调研。", ("赛娜|县人大常委会主任",)),
        (
            "省水利厅副厅长何静在副县长高磊、县水利局局长陶建国陪同下检查。",
            ("何静|省水利厅副厅长", "高磊|副县长", "陶建国|县水利局局长"),
        ),
        ("县领导沈国强、罗敏以及干部参加植树。", ("沈国强|县领导", "罗敏|县领导")),
        ("临江集团副首席战略赋能官洪亮一行来访。", ("洪亮|临江集团副首席战略赋能官",)),
    ],
)
def test_a_bare_name_before_the_title_of_the_next_is_no_part_of_it(words: str, persons: tuple[str, ...]) -> None:
    text = f"甲县大事记\n2031年3月\n3月2日 {words}\n"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert events[0].persons == persons


def _told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.date_from, row.persons) for row in rows if isinstance(row, Event)]


WEEKS = {
    "a chronicle": "甲县政府领导一周工作动态（2031年3月3日—3月9日）\n",
    "news under a title that says no kind": "甲县政府领导一周工作（2031年3月3日—3月9日）\n",
}


@pytest.mark.parametrize("title", WEEKS.values(), ids=WEEKS)
def test_below_the_heading_of_a_leader_the_paper_goes_on_without_title_and_name(title: str) -> None:
    told = _told(
        f"{title}县委副书记、县长哈斯额尔敦\n3月3日上午，哈斯额尔敦主持召开县政府常务会议，副县长沈渡列席。\n3月4日，深入乙镇调研。\n"
        "一、副县长  沈 渡（女）\n3月5日，沈渡出席推进会，会议由县教育局局长卢石主持。\n3月6日，赴外省考察。\n3月7日，全县劳模座谈会召开。\n"
        "三、县委常委、副县长（挂职）郭亮\n3月8日，在乙镇督导项目建设。\n本周天气以晴为主。\n"
    )
    assert [row for row in told if row[1]] == [
        ("2031-03-03", ("哈斯额尔敦|", "沈渡|副县长")),
        ("2031-03-04", ("哈斯额尔敦|县委副书记、县长",)),
        ("2031-03-05", ("沈渡|", "卢石|县教育局局长")),
        ("2031-03-06", ("沈渡|副县长",)),
        ("2031-03-08", ("郭亮|县委常委、副县长（挂职）",)),
    ]


def test_the_chronicle_of_a_school_names_teachers_and_whom_it_appoints() -> None:
    told = _told(
        "甲县中等职业技术学校2031年大事记（摘录）\n2031.5.11  举行技能节，机电专业教师单晓、庄艳分获教师组一、二等奖。\n"
        "2031.6.9  县教育局任命辛守为青石县中等职业技术学校校长，免去滕兆青石县中等职业技术学校校长职务。\n2031.9.5  学校聘任黄海为德育处主任，解聘何勇德育处主任职务。\n"
    )
    assert told == [
        ("2031-05-11", ("单晓|机电专业教师", "庄艳|机电专业教师")),
        ("2031-06-09", ("辛守|", "滕兆|")),
        ("2031-09-05", ("黄海|", "何勇|")),
    ]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("政务动态\n2031年第25期\n", "2031-06-20"),
        ("工作简报\n第8期\n甲镇人民政府办公室    2031年7月5日\n", "2031-06-20"),
        ("政务动态\n2031年第1期\n", "6月20日"),  # it may tell of the year before
        ("政务动态\n第25期\n", "6月20日"),
    ],
)
def test_the_head_of_a_bulletin_gives_the_year(head: str, day: str) -> None:
    told = _told(f"{head}6月20日，县长沈渡深入园区调研，副县长卢石参加。\n")
    assert told == [(day, ("沈渡|县长", "卢石|副县长"))]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("县委书记岑参到乙中学，县委常委、副县长和丽华参加。", ("岑参|县委书记", "和丽华|县委常委、副县长")),
        ("副县长和志远、县水利局局长和雅静陪同。", ("和志远|副县长", "和雅静|县水利局局长")),
        ("副县长和村民座谈，县长和媒体出席，书记和即将离任的委员合影。", ()),
        ("县委书记和常委参加，县长和群众代表、市长和德国客商出席。", ()),
        ("副厅长劳动光带领考核组考评，副局长高新民出席。", ("劳动光|副厅长", "高新民|副局长")),
        ("副县长从东门到会场，局长从海南来。", ()),
        ("市政协主席海清波主持会议。", ("海清波|市政协主席",)),
        ("书记劳动节到企业，局长海南到访，局长文化站到会，主任办公会听取汇报。", ()),
    ],
)
def test_a_surname_may_be_a_word_elsewhere(words: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(f"4月9日 {words}")] == [persons]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("陪同省文化和旅游厅一级巡视员岑中和调研茶山。", ("岑中和|省文化和旅游厅一级巡视员",)),
        ("县长王强和调研组到乙乡，县长丁一和参加会议的代表合影。", ("王强|县长", "丁一|县长")),
        ("会见前方指挥部总指挥卢东来。县委书记沈春来主持会议。", ("卢东来|前方指挥部总指挥", "沈春来|县委书记")),
        ("省长王强来我县。副县长张大为、李志同陪同。", ("王强|省长", "张大为|副县长", "李志同|副县长")),
        ("院长法正清、副书记毕升共同揭牌。", ("法正清|院长", "毕升|副书记")),
    ],
)
def test_a_name_may_close_with_a_letter_that_joins_elsewhere(words: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(f"4月9日 {words}")] == [persons]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("副厅长叶尔兰·哈比勒别克到乙市，副师长骆长城陪同。", ("叶尔兰·哈比勒别克|副厅长", "骆长城|副师长")),
        ("副师长、副市长古丽尼沙·依明检查食堂。", ("古丽尼沙·依明|副师长、副市长",)),
        ("师长阿不来提·买买提会见来宾。", ("阿不来提·买买提|师长",)),
        ("副县长艾山·阿不来提和副县长丁一到乙团。", ("艾山·阿不来提|副县长", "丁一|副县长")),
    ],
)
def test_a_name_in_parts_ends_where_an_act_begins(words: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(f"4月9日 {words}")] == [persons]


def test_what_several_leaders_did_is_told_without_them_and_a_place_without_the_verb() -> None:
    (event,) = _events("4月9日 县委副书记沈渡、副县长卢石在乙镇主持召开现场会。")
    assert (event.activity, event.place) == ("在乙镇主持召开现场会", "乙镇")


def test_a_page_may_hold_several_items_each_below_its_headline_and_its_own_day() -> None:
    page = (
        "甲区召开河长制工作会\n2031-01-08 10:20  来源：区水务局\n1月6日，区长丁一主持召开会议。\n\n————————\n\n"
        "区领导检查防火工作\n2030-12-30  来源：区应急局\n12月29日，副区长沈渡到乙镇检查，区应急管理局局长卢石陪同。\n"
        "发布时间：2031-01-09\n1月9日，市长岑参到区调研。\n"
    )
    events = [row for row in read_paper(read_text(page.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [(event.date_from, event.persons) for event in events] == [
        ("2031-01-06", ("丁一|区长",)),
        ("2030-12-29", ("沈渡|副区长", "卢石|区应急管理局局长")),
    ]


def test_news_of_a_decision_is_news() -> None:
    head = "县委宣布县教育局主要领导调整决定\n发布日期：2031-09-14\n"
    told = _told(f"{head}9月13日，县委组织部部长沈渡出席会议，宣读县委决定：卢石同志任县教育局局长。\n")
    assert told == [("2031-09-13", ("沈渡|县委组织部部长", "卢石|"))]


def test_what_the_same_day_or_a_month_opens_is_an_entry_of_its_own() -> None:
    told = _told(
        "甲医院大事记\n2031年\n3月12日，院长沈渡主持会议。\n5月，护理部主任王桂获省优秀护士长称号。\n9月10日，主任医师哈斯巴根坐诊。\n"
    )
    assert told == [
        ("2031-03-12", ("沈渡|院长",)),
        ("2031-05", ("王桂|护理部主任",)),
        ("2031-09-10", ("哈斯巴根|主任医师",)),
    ]
    told = _told(
        "甲区领导活动集锦（2031年10月16日至22日）\n●10月17日，区长沈渡调研城市更新工作。当天，他还看望了职工。\n●同日，副区长王强视察养老服务。\n"
        "●10月20日，区政协主席卢石主持会议，副区长江海洋通报情况。\n"
    )
    assert told == [
        ("2031-10-17", ("沈渡|区长",)),
        ("2031-10-17", ("王强|副区长",)),
        ("2031-10-20", ("卢石|区政协主席", "江海洋|副区长")),
    ]


def test_a_day_alone_on_its_line_is_that_of_the_items_below() -> None:
    told = _told(
        "甲旗领导一周活动（2031年3月3日—3月9日）\n\n3月3日（星期一）\n●上午，旗委书记布和敖斯尔主持召开会议。旗领导额尔敦、斯琴参加。\n"
        "●下午，副旗长乌兰托娅到旗第二幼儿园检查，旗发改委主任郝运来随同。\n\n3月4日（星期二）\n●额尔敦主持召开会议。\n3月9日（星期日）\n无公开活动。\n"
    )
    assert told == [
        ("2031-03-03", ("布和敖斯尔|旗委书记", "额尔敦|旗领导", "斯琴|旗领导")),
        ("2031-03-03", ("乌兰托娅|副旗长", "郝运来|旗发改委主任")),
        ("2031-03-04", ("额尔敦|",)),
    ]


def test_in_a_list_of_marked_items_the_day_may_stand_behind_the_reason() -> None:
    told = _told(
        "甲县要闻\n\n●3月4日，县政协副主席卢石到乙镇调研。\n●为做好春季防火，3月5日，副县长丁一带队巡山，并与护林大户沈渡交谈。\n"
        "●为3月6日前完成春灌，县水利局局长王强检查泵站。\n●副县长何平走访企业。\n●春灌时节，于3月7日上午，副县长林碧云下乡。\n"
    )
    assert told == [
        ("3月4日", ("卢石|县政协副主席",)),
        ("3月5日", ("丁一|副县长", "沈渡|护林大户")),
        ("3月7日", ("林碧云|副县长",)),
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("甲县巡山\n为做好春季防火，3月5日，副县长丁一带队巡山。\n", ["丁一"]),
        (
            "甲县巡山\n3月4日，县长沈渡提出三点要求：\n●一要抓早。\n●二要抓实，3月5日，副县长丁一巡山。\n",
            ["沈渡", "丁一"],
        ),
        ("甲县巡山\n为做好春季防火，3月5日前，由副县长丁一逐镇检查。\n", []),
        (
            "甲县巡山\n3月5日，副县长丁一带队巡山。\n据了解，县里成立了以县长沈渡为组长的专班。\n县林业局局长王强陪同。\n",
            ["丁一", "王强"],
        ),
        ("甲县巡山\n防火形势严峻。\n各镇要抓早，3月5日，副县长丁一逐镇检查。\n", []),
    ],
)
def test_a_mark_below_an_item_without_one_begins_no_item(text: str, persons: list[str]) -> None:
    assert [name.partition("|")[0] for _, people in _told(text) for name in people] == persons


def test_the_headline_of_the_next_item_names_nobody_of_the_one_above() -> None:
    told = _told(
        "甲县动态\n县人大召开会议\n3月4日，县人大常委会主任卢石主持会议。\n\n李万成到乙镇调研\n3月5日，副县长李万成到乙镇调研。\n县长沈渡参加。\n"
    )
    assert told == [("3月4日", ("卢石|县人大常委会主任",)), ("3月5日", ("李万成|副县长", "沈渡|县长"))]


def test_a_village_names_its_bookkeeper_and_goes_on_without_titles() -> None:
    told = _told(
        "甲村大事记\n2031年\n3月1日，村委会主任卫双喜、会计崔巧云到县农业农村局。\n7月3日，连降暴雨，崔巧云、卫双喜昼夜值守。\n"
        "9月10日，教师节，卫双喜给村小学送书。\n9月12日，会计师王强、会计核算中心来村。\n"
    )
    assert [people for _, people in told] == [
        ("卫双喜|村委会主任", "崔巧云|会计"),
        ("崔巧云|", "卫双喜|"),
        ("卫双喜|",),
        (),
    ]


def test_a_body_of_an_event_holds_nobody() -> None:
    (event,) = _events("4月9日 副县长丁一带领由县水利局、县农业局组成的工作组到乙镇。")
    assert not any("丁一" in body for body in event.orgs)


def test_an_event_without_a_year_is_kept_with_doubt_and_one_to_come_is_none() -> None:
    rows = read_paper(read_text("8月20日，副局长丁一来校。\n".encode(), "x.txt")).statements
    assert [(row.source.rule, row.source.confidence) for row in rows if isinstance(row, Event)] == [
        ("news/open-year", 0.6)
    ]
    assert _told("8月20日，副局长丁一将于下周来校。\n") == []
    assert _told("8月20日前，副局长丁一来校。\n") == []


@pytest.mark.parametrize(
    ("title", "news"),
    [
        ("甲医院召开干部大会宣布人事任免决定", True),
        ("关于召开干部大会宣布人事任免决定的通知", False),
        ("甲局举行消防演练实施方案", False),
    ],
)
def test_a_headline_tells_what_was_done(title: str, news: bool) -> None:
    assert bool(_told(f"{title}\n3月18日下午，县委组织部副部长丁一出席会议。\n")) is news


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        (
            "县长、县级总林长苟正阳出席会议，县委副书记折建平主持会议。",
            ("苟正阳|县长、县级总林长", "折建平|县委副书记"),
        ),
        ("县级河长巡河调研，总林长办公室召开会议。", ()),
        ("县委书记薄海生、县长林碧云登灵屿岛慰问。", ("薄海生|县委书记", "林碧云|县长")),
        ("医院领导班子要讲政治。", ()),
        ("石敏校长代表学校表示欢迎，省委书记、卫生院院长出席。", ("石敏|校长",)),
        (
            "表彰优秀党员艾冬、闾丘明、游 丝。副校长靳 轲、席 文 娟任副组长。",
            ("艾冬|优秀党员", "闾丘明|优秀党员", "游丝|优秀党员", "靳轲|副校长", "席文娟|副校长"),
        ),
        (
            "副主席哈斯、杜 春 燕带领委员视察，省发改委副主任池 仲 宁率团来访。",
            ("哈斯|副主席", "杜春燕|副主席", "池仲宁|省发改委副主任"),
        ),
        ("以县委书记沈渡为指挥长、其余县领导为副指挥长，县长坐镇指挥。", ("沈渡|县委书记",)),
        ("预备党员转正，党员先锋岗揭牌，机关党员到社区报到，县直模范单位、县水利局、各乡镇。", ()),
        ("县领导丁小明、王强、各乡镇、县水利局。", ("丁小明|县领导", "王强|县领导")),
        (
            "村支书何平、驻村干部李明入户，农技员王强到场，高级工程师（教授级）周建指导。",
            ("何平|村支书", "李明|驻村干部", "王强|农技员", "周建|高级工程师（教授级）"),
        ),
        (
            "党总支书记牟秀云宣读表彰决定，选调干部培训，市场长效机制建立，林场长期管护，律师事务所揭牌。",
            ("牟秀云|党总支书记",),
        ),
        ("看望老党员沈建国、会见客商马春来。", ("沈建国|老党员", "马春来|客商")),
        ("宣布局党委的决定：市教研院副院长沈渡同志任校长助理。", ("沈渡|市教研院副院长",)),
        ("相关链接：·县领导走访慰问困难群众·县政府党组召开会议", ()),
    ],
)
def test_who_takes_part_stands_behind_a_post_or_before_it(words: str, persons: tuple[str, ...]) -> None:
    assert [event.persons for event in _events(f"4月9日 {words}")] == [persons]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "甲县大事记\n2031年7月\n7月30日 县长丁一调研。\n同月31日，县委书记沈渡到乙镇宣讲。\n",
            [("2031-07-30", ("丁一|县长",)), ("2031-07-31", ("沈渡|县委书记",))],
        ),
        (
            "甲区人大常委会召开会议\n\n本网讯（戚静）9月28日下午，区人大常委会副主任令狐川、丁一出席会议。\n\n任免名单\n（2031年9月28日通过）\n",
            [("2031-09-28", ("令狐川|区人大常委会副主任", "丁一|区人大常委会副主任"))],
        ),
        ("甲县大事记\n2031年7月\n7月3日 受县委书记沈渡委托，县长丁一主持会议。\n", [("2031-07-03", ("丁一|县长",))]),
    ],
)
def test_which_day_it_was_and_who_was_there(text: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert _told(text) == told


def test_paragraphs_below_a_day_alone_are_items_of_their_own() -> None:
    told = _told(
        "一周政务（2031年9月5日—9月11日）\n\n9月5日\n区委书记沈渡主持召开区委常委会会议，传达学习上级会议精神。\n\n"
        "9月6日\n区长王强调研物流园重点项目建设，要求挂图作战。副区长江海洋陪同。\n\n区委常委、宣传部部长罗珊督导全国文明典范城区创建工作。\n\n全区秋季禁渔执法行动启动，共出动执法人员120人次。\n"
    )
    assert told == [
        ("2031-09-05", ("沈渡|区委书记",)),
        ("2031-09-06", ("王强|区长", "江海洋|副区长")),
        ("2031-09-06", ("罗珊|区委常委、宣传部部长",)),
    ]


def test_who_is_called_mister_is_named_by_it() -> None:
    told = _told("甲县大事记\n2031年\n3月12日，县长沈渡会见客商李思源先生一行。\n")
    assert told == [("2031-03-12", ("沈渡|县长", "李思源|客商"))]


def test_an_entry_below_where_a_page_comes_from_is_no_rest_of_it() -> None:
    told = _told(
        "甲街道2031年大事记\n来源：街道党政办 时间：2032-01-08 访问量：640\n2031年1月6日，街道党工委书记沈渡主持召开务虚会，办事处主任王强\n就招商引资作发言。\n"
        "1月16日，办事处副主任江海洋带队走访辖区困难党员二十八户。\n"
    )
    assert told == [
        ("2031-01-06", ("沈渡|街道党工委书记", "王强|办事处主任")),
        ("2031-01-16", ("江海洋|办事处副主任",)),
    ]


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("甲县大事记选编（2031年1—4月）\n\n日期 | 记事\n", "2031.1.6 | {0}\n2031.3.20—3.22 | {1}"),
        ("甲县2031年大事记\n\n序号\t时间\t内容\n", "1\t1月6日\t{0}\n2\t3月20日至22日\t{1}"),
        ("甲县2031年大事记\n\n日期 | 记事\n", "1.6 | {0}\n3.20-22 | {1}"),
        ("甲县大事年表（2031年）\n", "01.06 {0}\n03.20-22 {1}"),
        ("甲县大事记稿\n", "| 1 | 2031.1.6 | {0} |\n| 2 | 2031.3.20-22 | {1} |"),
        ("甲县大事记\n", "1. 2031年1月6日，{0}\n2. 2031年3月20日—22日，{1}"),
    ],
)
def test_a_chronicle_may_be_a_table_or_a_numbered_list(heading: str, rows: str) -> None:
    remarks = "\n\n附记：\n1.所记职务为当时职务。\n2.有关数据由副县长周行核定。\n"
    rows = rows.format("县长沈渡到乙乡调研。", "副县长卢石主持召开会议，投资\n3.5 万元。")
    text = f"{heading}{rows}{remarks}"
    events = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [(event.date_from, event.date_to, event.persons) for event in events] == [
        ("2031-01-06", "", ("沈渡|县长",)),
        ("2031-03-20", "2031-03-22", ("卢石|副县长",)),
    ]


def test_the_line_that_says_who_wrote_an_item_is_no_part_of_it() -> None:
    page = (
        "医院动态\n\n【标题】县卫健局来院督导\n【日期】2031-06-08\n6月7日，县卫健局局长沈渡到我院督导。\n（文/图：宣传科科长 卢石）\n\n"
        "【标题】帮扶单位签订协议\n【日期】2031-02-24\n2月23日，院长丁一在协议上签字。\n"
    )
    assert _told(page) == [("2031-06-07", ("沈渡|县卫健局局长",)), ("2031-02-23", ("丁一|院长",))]


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("县委副书记丁一宣布决定：免去沈渡同志郑县人民医院院长职务，任命周正同志为院长", ("丁一", "沈渡", "周正")),
        ("县委副书记丁一对三位同志的到来表示欢迎", ("丁一",)),
        ("县委副书记丁一看望老党员郑国强", ("丁一", "郑国强")),
    ],
)
def test_a_place_or_a_particle_behind_comrade_is_nobody(words: str, persons: tuple[str, ...]) -> None:
    text = f"甲县召开会议\n【本网讯】3月5日，{words}。\n2031年3月6日\n"
    ((_, told),) = _told(text)
    assert tuple(person.partition("|")[0] for person in told) == persons


@pytest.mark.parametrize("head", ["首页 > 史志 > 续编大事记\n1989 年", "> 方志 > 甲县纪事\n1989大事记", "1989年大事记"])
def test_a_chronicle_below_a_path_with_blanks_around_the_figures_of_its_days(head: str) -> None:
    text = (
        f"{head}\n1 月9 日 县三次人代会召开。\n4 月 县城集市建成。\n6 月18 ~20 日 县党代会召开。\n是月 县广播塔建成。\n"
    )
    told = [row for row in read_paper(read_text(text.encode(), "x.txt")).statements if isinstance(row, Event)]
    assert [row.date_from for row in told] == ["1989-01-09", "1989-04", "1989-06-18", "1989-06"]


def test_a_line_that_goes_on_with_a_month_opens_no_entry() -> None:
    found = _events("4月9日 会议部署工作，各地要在\n6月 底前完成。")
    assert [row.date_from for row in found] == ["2031-04-09"]


def _rows(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = read_paper(read_text(text.encode(), "x.txt")).statements
    return [(row.date_from, row.persons, row.place) for row in found if isinstance(row, Event)]


INSIDE = """\
|
1月5日 县委召开扩大会议。
1月9日 县长沈渡在市长卢石的陪同下到丙乡视察。
是日 县图书馆开馆。
2月3日 丁河水位达9.3米。
2月7日 县委书记丁一明出席庆典。
3月1日 丙桥通车。
"""


def test_the_inside_of_a_chronicle_is_one_without_its_heading() -> None:
    rows = _rows(INSIDE)
    assert [(date, persons) for date, persons, _ in rows] == [
        ("1月5日", ()),
        ("1月9日", ("沈渡|县长", "卢石|市长")),
        ("1月9日", ()),
        ("2月3日", ()),
        ("2月7日", ("丁一明|县委书记",)),
        ("3月1日", ()),
    ]
    assert rows[1][2] == "丙乡"


@pytest.mark.parametrize(
    "text",
    [
        INSIDE.replace("是日", "1月9日"),  # nothing says that it is no list of news
        INSIDE.replace("3月1日", "1月1日"),  # not in order
        INSIDE.replace("通车。", "通车"),  # a line that is no sentence
        INSIDE.replace("2月3日 丁河", "丁河"),  # a line without a day
    ],
)
def test_what_only_looks_like_the_inside_of_a_chronicle(text: str) -> None:
    assert all(persons for _, persons, _ in _rows(text))


def test_the_head_of_a_page_of_a_gazetteer_heads_a_chronicle() -> None:
    margin = " " * 14
    page = (
        "Page 41 - 丙镇志2031\n大事记                       -  29 -\n\n"
        f"{margin}     1 月 6 日,丙镇召开大会,镇委书记沈渡、镇\n{margin}长卢石向代表作报告。\n{margin}     2 月 3 日,丁桥通车。\n"
    )
    assert [(date, persons) for date, persons, _ in _rows(page)] == [
        ("1月6日", ("沈渡|镇委书记", "卢石|镇长")),
        ("2月3日", ()),
    ]


def test_a_cross_of_four_points_opens_another_entry_of_the_day_but_no_remark() -> None:
    found = _events("4月9日 县长丁一到甲镇调研。\n※  副县长操云霞到乙镇调研。\n※ 注：以上活动均有记录。")
    assert [(row.date_from, row.persons) for row in found] == [
        ("2031-04-09", ("丁一|县长",)),
        ("2031-04-09", ("操云霞|副县长",)),
    ]


@pytest.mark.parametrize(
    ("entry", "persons"),
    [
        ("4月9日 县长弥宏伟到城关小学检查。", ("弥宏伟|县长",)),
        ("4月9日 副县长由志强到丙镇检查。", ("由志强|副县长",)),
        ("4月9日 副县长由康宁主持述职。", ()),
        ("4月9日 县委书记抓安全，县长保民生。", ()),
        ("4月9日 副县长由大会选举产生。", ()),
    ],
)
def test_a_seldom_surname_before_a_given_name(entry: str, persons: tuple[str, ...]) -> None:
    assert [row.persons for row in _events(entry)] == [persons]


def test_a_name_before_acts_more_than_once_is_one_though_it_holds_a_word() -> None:
    found = _events(
        "4月9日 县长弥劳动到甲镇调研。\n4月10日 弥劳动陪同客商考察。\n4月11日 县长弥劳动、副县长丁一到乙镇。"
    )
    assert [row.persons for row in found] == [
        ("弥劳动|县长",),
        ("弥劳动|",),
        ("弥劳动|县长", "丁一|副县长"),
    ]
    assert [row.persons for row in _events("4月9日 县长热爱劳动、关心群众。\n4月11日 县长热爱劳动、关心群众。")] == [
        (),
        (),
    ]


def test_whom_somebody_elects_is_no_body_of_the_event() -> None:
    (row,) = _events("4月9日 选举产生新一届工会委员会，沈渡当选工会主席。")
    assert row.orgs == ()
