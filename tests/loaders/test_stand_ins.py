"""AB角: the gazette, papers of other places, invented papers in many layouts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.statements import Alias, Duty, Portfolio, StandIn, of_type
from loaders.gazette.read import read_paper
from loaders.readers.text import read_text
from tests.loaders.papers import Paper, papers

PAPERS = papers("papers_stand_ins.txt")


def _pairs(text: str) -> list[StandIn]:
    return of_type(read_paper(read_text(text.encode(), "example.txt")).statements, StandIn)


def _row(found: StandIn) -> str:
    limits = (
        ("scope", found.scope),
        ("exclusion", found.exclusion),
        ("condition", found.condition),
        ("fallback", found.fallback),
    )
    return f"{found.person_a} {found.person_b} {found.mutual}" + "".join(
        f" {key}={value}" for key, value in limits if value
    )


def test_all_invented_papers_are_there() -> None:
    assert len(PAPERS) == 28


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_pairs_are_read_as_a_careful_reader_would(paper: Paper) -> None:
    assert [_row(found) for found in _pairs(paper.text)] == paper.rows


def test_gazette_pairs_equal_the_gold(shared: Path) -> None:
    data = (shared / "gazette" / "dongsheng-2023-q3.txt").read_bytes()
    found = of_type(read_paper(read_text(data, "gazette.txt")).statements, StandIn)
    with (shared / "gold" / "dongsheng-2023-q3" / "ab_pairs.csv").open(encoding="utf-8-sig", newline="") as handle:
        gold = [(row["person_a"], row["person_b"]) for row in csv.DictReader(handle)]
    assert [(row.person_a, row.person_b) for row in found] == gold
    assert {(row.mutual, row.condition) for row in found} == {("yes", "外出")}


def test_ring_table_with_merged_cells_binds_one_way(shared: Path) -> None:
    path = next((shared / "samples" / "docs").glob("C08-*.txt"))
    found = _pairs(path.read_text(encoding="utf-8").partition("\n")[2])
    assert len(found) == 11
    assert {row.mutual for row in found} == {"no"}
    by_scope = {row.scope: (row.person_a, row.person_b, row.exclusion) for row in found}
    assert by_scope["应急管理、消防、防灾减灾"] == ("董必成", "路遥远", "")
    assert by_scope["公安、司法、信访"] == ("莫言秋", "古月", "公安局局长职责")


def test_town_paper_keeps_scope_exclusion_and_fallback(shared: Path) -> None:
    path = next((shared / "samples" / "docs").glob("C11-*.txt"))
    found = {(row.person_a, row.person_b): row for row in _pairs(path.read_text(encoding="utf-8").partition("\n")[2])}
    assert len(found) == 6
    assert found["穆青山", "霍去非"].exclusion == "执纪审查"
    assert found["凤栖梧", "时雨"].fallback == "舒朗"
    assert (found["时雨", "岳峙渊"].mutual, found["时雨", "岳峙渊"].scope) == ("no", "安全生产、消防")
    assert found["夏侯淳", "令狐平"].fallback == "岑岭"


def test_short_name_in_brackets_is_an_alias() -> None:
    text = "甲县人民政府关于供水的通知\n各乡镇：\n为推进供水，由甲县供水排水有限责任公司（以下简称“供水公司”）承担。\n"
    found = of_type(read_paper(read_text(text.encode(), "example.txt")).statements, Alias)
    assert [(row.name, row.alias, row.kind) for row in found] == [("甲县供水排水有限责任公司", "供水公司", "以下简称")]


def test_who_is_the_a_and_who_the_b_said_of_each() -> None:
    text = """\
关于实行AB角工作制的通知
各科室：
（一）副县长石磊为A角，副县长夏荷为B角。
（二）安全生产工作由周正同志担任A角，沈渡同志担任B角。
（三）丁一同志担任A角，B角由各科室自定。
"""
    assert [(one.person_a, one.person_b) for one in _pairs(text)] == [("石磊", "夏荷"), ("周正", "沈渡")]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "局长赵启为A角，副局长钱立为B角；副局长孙可与副局长李望互为AB角；总工程师周南为A角，副局长李望为B角。",
            ["赵启 钱立 no", "孙可 李望 yes", "周南 李望 no"],
        ),
        (
            "副书记王宁任A角时，B角由委员陈述担任；陈述任A角时，B角由许元担任。",
            ["王宁 陈述 no", "陈述 许元 no"],
        ),
        (
            "王宁与陈述互为AB角，限于公文处理，但人事除外；刘畅（A角）、何平（B角）；许元的B角由唐晓担任。",
            ["王宁 陈述 yes scope=公文处理 exclusion=人事", "刘畅 何平 no", "许元 唐晓 no"],
        ),
        (
            "A角：王宁，B角：陈述；许元与唐晓互为AB角；A角：刘畅，B角：何平。",
            ["王宁 陈述 no", "许元 唐晓 yes", "刘畅 何平 no"],
        ),
        (
            "镇长王宁的B岗为陈述，陈述与副镇长刘畅互为AB岗，何平的B岗由许元担任。",
            ["王宁 陈述 no", "陈述 刘畅 yes", "何平 许元 no"],
        ),
        ("办公室：A角王宁，B角陈述；信访科许元与唐晓互为AB角。", ["王宁 陈述 no", "许元 唐晓 yes"]),
        ("王宁（A）—陈述（B），刘畅—何平互为AB角。", ["王宁 陈述 no", "刘畅 何平 yes"]),
        (
            "王宁与陈述、刘畅与何平分别互为AB角，两人均外出的由丁一代管。",
            ["王宁 陈述 yes fallback=丁一", "刘畅 何平 yes fallback=丁一"],
        ),
        ("王宁与陈述、刘畅互为AB角。", ["王宁 陈述 yes", "王宁 刘畅 yes"]),
        ("领导班子实行AB角，王宁和陈述一组，刘畅和何平相互补位。", ["王宁 陈述 yes", "刘畅 何平 yes"]),
        ("王宁外出时，其分管工作由B角陈述代管；刘畅由何平顶岗。", ["王宁 陈述 no condition=外出", "刘畅 何平 no"]),
        ("副局长王宁：负责信访工作。AB角：陈述。", ["王宁 陈述 yes"]),
        ("王宁同志主持党建工作，与陈述互为AB角；刘畅同志负责信访工作，B角何平。", ["王宁 陈述 yes", "刘畅 何平 no"]),
        ("局领导AB角安排：王宁（陈述）、刘畅（何平）。", ["王宁 陈述 yes", "刘畅 何平 yes"]),
        ("局领导AB角顺序为：王宁→陈述→刘畅。", ["王宁 陈述 no", "陈述 刘畅 no"]),
        ("各科室AB角如下：\n办公室：王宁——陈述\n第二组：刘畅↔何平", ["王宁 陈述 yes", "刘畅 何平 yes"]),
        ("AB角人员：\n局长  王宁    副局长  陈 述\n副局长  刘畅    总工程师  何平", ["王宁 陈述 yes", "刘畅 何平 yes"]),
        ("AB角人员：\n局长  王宁    副局长  待定\n办公室  科员    信访科  科员", []),
        ("各科室负责人为A角，业务骨干为B角，相互补位；双方均外出的由分管领导代管。", []),
        ("办公室、信访科为一组，AB角由科室自定。值班一组：王宁。", []),
    ],
)
def test_forms_may_be_mixed_in_a_paragraph(words: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"关于建立AB角工作制度的通知\n各科室：\n{words}\n")] == rows


def test_a_stand_in_in_the_block_of_a_leader_is_his() -> None:
    text = """\
甲街道领导班子成员分工的通知
各科室：
王 宁  副主任（B角：陈 述）
分管财政工作。
刘 畅  副主任
分管信访工作。（与何平同志互为AB角）
许 元  副主任
分管民政工作。AB角为唐晓同志。
"""
    assert [_row(found) for found in _pairs(text)] == ["王宁 陈述 no", "刘畅 何平 yes", "许元 唐晓 yes"]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("A角分别由王宁、刘畅担任，B角分别由陈述、何平担任。", ["王宁 陈述 no", "刘畅 何平 no"]),
        ("王宁、刘畅为A角，陈述、何平依次对应为B角。", ["王宁 陈述 no", "刘畅 何平 no"]),
        ("陈述、何平分别担任王宁、刘畅的B角。", ["王宁 陈述 no", "刘畅 何平 no"]),
        ("王宁、刘畅的B角分别由陈述、何平担任。", ["王宁 陈述 no", "刘畅 何平 no"]),
        ("王宁、刘畅分别与陈述、何平互为AB角。", ["王宁 陈述 yes", "刘畅 何平 yes"]),
        (
            "王宁、刘畅外出期间，分别由陈述、何平代为主持工作。",
            ["王宁 陈述 no condition=外出", "刘畅 何平 no condition=外出"],
        ),
        ("王宁的B角由陈述、何平共同担任。", ["王宁 陈述 no", "王宁 何平 no"]),
    ],
)
def test_several_are_paired_in_order_where_the_words_say_so(words: str, rows: list[str]) -> None:
    found = _pairs(f"关于建立AB角工作制度的通知\n各科室：\n{words}\n")
    assert [_row(one) for one in found] == rows
    assert all(one.source.confidence >= 0.5 for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "A角由王宁、刘畅担任，B角由陈述、何平担任。", "王宁、刘畅的B角为陈述、何平。", "王宁、刘畅（A角），陈述、何平（B角）。",
        "A角分别由王宁、刘畅担任，B角分别由陈述、何平、许元担任。",
    ],
)  # fmt: skip
def test_who_stands_in_for_whom_of_several_is_left_to_a_person(words: str) -> None:
    found = _pairs(f"关于建立AB角工作制度的通知\n各科室：\n{words}\n")
    assert len(found) >= 4
    assert {(one.source.rule, one.source.confidence < 0.5) for one in found} == {("ab/several", True)}


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "现任领导的A、B角安排为：镇长王宁外出，由常务副镇长刘畅主持工作；刘畅与副镇长陈述互为A、B角。",
            ["王宁 刘畅 no condition=外出", "刘畅 陈述 yes"],
        ),
        ("实行A、B角制度。其他人员外出，由科室负责人负责；负责人请假，由分管领导批准。", []),
        ("1、主持工作\nA角：\n    王宁（党组成员、县经管站站长）\nB角：刘畅（副局长）", ["王宁 刘畅 no"]),
        ("安排如下：\n1、畜牧\nA角:\n王宁(副局长)\nB角:\n刘畅(总畜牧师)", ["王宁 刘畅 no"]),
        ("安排如下：\nA角：\n由分管领导担任。\nB角：刘畅", []),
    ],
)
def test_who_stands_in_behind_a_comma_and_below_a_label(words: str, rows: list[str]) -> None:
    found = _pairs(f"关于建立AB角工作制度的通知\n各科室：\n{words}\n")
    assert [_row(one) for one in found] == rows


def test_a_post_in_a_column_is_quoted_with_its_pair() -> None:
    (pair,) = _pairs("关于建立AB角工作制度的通知\n各科室：\nAB角人员：\n局长  王宁    副局长  陈 述\n")
    assert pair.source.quote == "局长  王宁    副局长  陈 述"


HEAD = "甲县人民政府关于实行AB岗工作制度的通知\n各科室：\n"


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "周 正  县委副书记、县长\n主持县政府全面工作。\n沈 渡  县委常委、常务副县长（AB角：丁一）\n负责财政工作。\n"
            "丁一  县委常委、副县长（AB角：沈渡）：\n负责工业工作。\n高岳  县政府党组成员、县政府办主任（B角：县政府办副主任吴用）\n负责机要工作。",
            ["沈渡 丁一 yes", "高岳 吴用 no"],
        ),
        ("周 正  县长\n主持全面工作。\n沈渡（副县长，B角：丁一） 负责农业工作。", ["沈渡 丁一 no"]),
        ("周 正  县长\n主持全面工作。\n沈渡（副县长，AB角工作由办公室安排） 负责农业工作。", []),
        ("党组书记、局长 王宁（A岗）←→ 副局长 陈述（B岗）", ["王宁 陈述 no"]),
        (
            "县长王宁与副县长陈述、人武部部长刘畅：王宁的B角为陈述，陈述的B角为刘畅，刘畅的B角为王宁；",
            ["王宁 陈述 no", "陈述 刘畅 no", "刘畅 王宁 no"],
        ),
        ("联系人：王宁，B角：待定。", []),
        ("王宁的AB角：陈述", ["王宁 陈述 yes"]),
        ("局领导的AB角：陈述", []),
        ("副主任王宁为副主任陈述的B角；刘畅（副主任）为何平（副主任）的B角。", ["陈述 王宁 no", "何平 刘畅 no"]),
        ("窗口：民政  A岗：王宁（电话：2101）  B岗：陈述（电话：2102）", ["王宁 陈述 no"]),
        ("窗口：民政  A岗：民政窗口（电话：2101）  B岗：（电话：2102）", []),
    ],
)
def test_whose_stand_in_a_bracket_behind_posts_and_a_colon_before_names_tell(words: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"{HEAD}{words}\n")] == rows


WINDOWS = """\
窗口号\t窗口名称\tA岗\t电话\tB岗\t电话
1\t企业开办\t薄荷\t2101\t连翘\t2102
2\t不动产\t黄 芪\t2104\t党 参、白 芷\t2105、2106
3\t税务\t田七妹\t2107\t苏木林\t2108
4\t社保\t杜仲平\t2109\t当归来\t2110
5\t医保\t石 斛\t2110\t{cell}\t2109
—第1页 共2页—
6\t水电\t龙 葵\t2127\t南 星、
石 韦\t2128、2129
7\t残联\t合欢\t2130\t（暂缺）\t
8\t帮办\t常 山\t2131\t志愿者\t—
"""
READ = [
    "薄荷 连翘", "黄芪 党参", "黄芪 白芷", "田七妹 苏木林", "杜仲平 当归来", "龙葵 南星", "龙葵 石韦",
]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "found"),
    [("车前草儿", "石斛 车前草儿"), ("车 参谋", "石斛 车参谋"), ("全员轮岗", ""), ("党员先锋", ""), ("车 主任", "")],
)
def test_a_cell_among_names_is_a_name_unless_everyday_words_make_it_up(cell: str, found: str) -> None:
    rows = [f"{one.person_a} {one.person_b}" for one in _pairs(HEAD + WINDOWS.format(cell=cell))]
    assert rows == [*READ[:5], *([found] if found else []), *READ[5:]]


def test_a_post_behind_a_gap_is_no_name_where_posts_stand_beside_names() -> None:
    rows = "科室\tA岗\tB岗\n" + "".join(f"{n}科\t科长 王{n}\t副科长 李{n}\n" for n in "明亮伟强")
    assert len(_pairs(f"{HEAD}{rows}财务科\t科长 赵启\t李 会计\n")) == 4


def test_the_last_row_of_a_table_set_with_gaps_may_have_no_c() -> None:
    text = (
        f"{HEAD}A岗  B岗  C岗\n衡 勇（区长）  蒲志敏（副区长）  由区长指定\n仲 伟  青兰（副区长）  母长林\n"
        "      蒲志敏  衡勇\n母长林  蒲志敏\n联系人  王宁\n"
    )
    assert [_row(found) for found in _pairs(text)] == [
        "衡勇 蒲志敏 no fallback=由区长指定", "仲伟 青兰 no fallback=母长林", "母长林 蒲志敏 no",
    ]  # fmt: skip


def test_who_is_named_later_is_nobody() -> None:
    assert _pairs(f"{HEAD}A岗\tB岗\n王宁\t由局长指定\n陈述\t另行确定\n") == []


def test_nobody_stands_in_where_the_place_is_vacant_and_a_list_behind_the_label_speaks_of_all() -> None:
    text = "甲医院AB岗安排\n\n办公室  A岗：常 青藤   B岗：易 水\n总务科  A岗：山 岗  B岗：空缺（由分管院长指定）\n医务科  A岗：欧阳 修文   B岗：赖 静\n"
    assert [(row.person_a, row.person_b) for row in _pairs(text)] == [("常青藤", "易水"), ("欧阳修文", "赖静")]
    text = "甲委领导班子成员工作分工\n\n一、主任方圆：主持委全面工作。\n二、副主任宋词：负责医政工作。\n\nAB岗：方圆—宋词，宋词—柏青，柏青—方圆。\n"
    assert {frozenset((row.person_a, row.person_b)) for row in _pairs(text)} == {
        frozenset(("方圆", "宋词")), frozenset(("宋词", "柏青")), frozenset(("柏青", "方圆")),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "领导同志实行AB角：王宁与陈述，刘畅与何平互为AB角；高岳的工作由何平协调。",
            ["王宁 陈述 yes", "刘畅 何平 yes"],
        ),
        ("副盟长、公安局局长孟和与秘书长布和朝鲁互相补位（公安业务除外）；", ["孟和 布和朝鲁 yes exclusion=公安业务"]),
        ("各科室人员互相补位（窗口除外）。", []),
        (
            "县长王宁同志出差（出访）、学习、休假期间，由常务副县长陈述同志主持日常工作，陈述同志为B角。",
            ["王宁 陈述 no condition=出差"],
        ),
        ("民政科\nA岗：王宁（科长）\nB岗：由 佳", ["王宁 由佳 no"]),
        ("民政科\nA岗：王宁（科长）\nB岗：由 陈述", ["王宁 陈述 no"]),
        ("窗口\tA岗\tB岗\n残联\t王宁\t（由民政窗口陈述代）\n", ["王宁 陈述 no"]),
        ("窗口\tA岗\tB岗\n残联\t王宁\t暂由综合股陈述兼\n", ["王宁 陈述 no"]),
        ("窗口\tA岗\tB岗\n残联\t王宁\t（由业务股指定人员代）\n", []),
        (
            "领导姓名｜职务｜B角（一）｜B角（二）\n王宁｜局长｜陈述｜\n陈述｜副局长｜王宁｜刘畅\n",
            ["王宁 陈述 no", "陈述 王宁 no", "陈述 刘畅 no"],
        ),
        ("副局长王宁外出时，其分管的防汛、工程工作由总工程师陈述代理。", ["王宁 陈述 no condition=外出"]),
        ("副局长王宁外出时，其分管工作的文件由办公室登记，陈述代理出纳。", []),
    ],
)
def test_pairs_parted_by_commas_and_whoever_stands_in_from_elsewhere(words: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"{HEAD}{words}\n")] == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "副主任外出或者不能履职时，丁一山的工作由沈渡代管，沈渡的工作由周正代管。",
            ["丁一山 沈渡 no", "沈渡 周正 no"],
        ),
        ("领导外出期间，其工作交叉代理，沈渡代丁一山，周正与吴用互相代理。", ["丁一山 沈渡 no", "周正 吴用 yes"]),
        ("外出期间，由办公室代管其钥匙，丁一山代表单位参会。", []),
    ],
)
def test_whose_work_is_done_by_whom_may_be_said_without_letters(words: str, rows: list[str]) -> None:
    heads = "".join(
        f"{name}（副主任）：分管{what}工作。\n"
        for name, what in (("丁一山", "教育"), ("沈渡", "民政"), ("周正", "水利"), ("吴用", "文化"))
    )
    text = f"甲县人大常委会关于领导工作分工的通知\n甲人办〔2031〕2号\n各办公室：\n{heads}{words}\n"
    assert [f"{row.person_a} {row.person_b} {row.mutual}" for row in _pairs(text)] == rows
    desks = of_type(read_paper(read_text(text.encode(), "example.txt")).statements, Portfolio)
    assert {row.relation for row in desks} == {"分管"}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "关于AB角的通知\n各科室：\n领导实行AB角制，一方外出时，由另一方代行职责。具体为：\n丁一山—沈渡        周正—吴用\n",
            ["丁一山 沈渡", "周正 吴用"],
        ),
        ("甲局AB角名单\n\n（一）城关所\n所务  A角 所长 丁一山，B角 副所长 沈渡\n", ["丁一山 沈渡"]),
        (
            "甲中心AB岗\n窗口名称\tA岗\tB岗\n工商窗口\t丁一山\t沈渡\n气象窗口\t周正\t（由环保窗口 吴用 代）\n",
            ["丁一山 沈渡", "周正 吴用"],
        ),
    ],
)
def test_pairs_beside_each_other_behind_an_office_and_by_whom_it_is_held(text: str, rows: list[str]) -> None:
    assert [f"{row.person_a} {row.person_b}" for row in _pairs(text)] == rows


def test_rows_of_the_next_table_and_lines_of_names_are_no_pairs() -> None:
    text = (
        "甲院管理手册\n\n院领导AB角一览表\n 序号    A角          B角           备注\n  1     丁一山       沈明华\n  2     周  正       丁一山      出差除外\n"
        "注：A角离开的，须交办工作。\n\n委员：周  正、沈  渡、吴  用（主任）\n\n| 日期 | 带班领导 | 白班 | 夜班 | 司机 |\n| --- | --- | --- | --- | --- |\n"
        "| 2月9日 | 周正 | 吴用 | 高岳 | 郭军 |\n"
    )
    assert [f"{row.person_a} {row.person_b}" for row in _pairs(text)] == ["丁一山 沈明华", "周正 丁一山"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "甲县领导分工通知\n各单位：\n外出期间，其工作按互补制度办理：丁一山与沈国文互补，周正与吴用互补。\n",
            ["丁一山 沈国文 yes", "周正 吴用 yes"],
        ),
        ("甲县规划通知\n各单位：\n推动农业与工业互补，城市与乡村互补。\n", []),
        ("甲街道AB岗公告\n\n市容：丁一山（A）、沈国文（B）\n", ["丁一山 沈国文 no"]),
        (
            "甲街道AB岗公告\n\n    文秘岗   A岗：丁一山   B岗：沈国文   电话：8801\n    人事岗   A岗：沈国文   B岗：丁一山   电话：8802\n",
            ["丁一山 沈国文 no", "沈国文 丁一山 no"],
        ),
        (
            "甲中心AB岗\n窗口\tA岗\tB岗\n综合窗口\t丁一山\t沈国文\n税费窗口\t税务派驻 周正\t税务派驻 吴用\n",
            ["丁一山 沈国文 no", "周正 吴用 no"],
        ),
    ],
)
def test_pairs_that_make_each_other_up_letters_alone_and_telephones(text: str, rows: list[str]) -> None:
    assert [f"{row.person_a} {row.person_b} {row.mutual}" for row in _pairs(text)] == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "党政办公室      A：丁 一／B：沈国文\n医务科          A：周 正／B：吴 用\n财务科（A：高岳，B：郭军）\nA、B角均离岗时，由院长指定人员。\n",
            ["丁一 沈国文 no", "周正 吴用 no", "高岳 郭军 no"],
        ),
        ("A：县政府全体会议。\nB：县政府常务会议。\n", []),
        (
            "副区长丁一山同志外出时，由副区长沈国文同志补位；沈国文同志外出时，由丁一山同志补位。二人互为AB角。\n",
            ["沈国文 丁一山 yes"],
        ),
        ("副区长丁一山同志外出时，由副区长沈国文同志补位。\n", ["丁一山 沈国文 no"]),
        ("副区长丁一山、沈国文、周正同志外出时，由区长指定。三人互为AB角。\n", []),
    ],
)
def test_letters_alone_as_labels_and_two_who_fill_in_for_each_other(lines: str, rows: list[str]) -> None:
    text = f"关于实行AB角制度的通知\n\n各科室：\n\n现将AB角安排如下。\n\n{lines}"
    assert [f"{row.person_a} {row.person_b} {row.mutual}" for row in _pairs(text)] == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "1.丁一山（副镇长）与沈国文（副镇长）在农业、防汛工作上互为AB角；\n",
            ["丁一山 沈国文 yes scope=农业、防汛"],
        ),
        (
            "2.丁一山（副镇长）分管的安全生产工作，B角由沈国文（武装部长）担任；\n",
            ["丁一山 沈国文 no scope=安全生产"],
        ),
        ("3.分管的安全生产工作，B角由沈国文（武装部长）担任；\n", []),
    ],
)
def test_pairs_for_one_part_of_the_work(lines: str, rows: list[str]) -> None:
    text = f"关于实行AB角制度的通知\n\n各科室：\n\n现通知如下：\n\n一、AB角对应关系\n{lines}"
    assert [_row(found) for found in _pairs(text)] == rows


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "根据AB角制度，领导补位安排如下。前为A角，后为B角：",
            ["丁一山 沈国文 no", "周正 吴用 no scope=城市管理"],
        ),
        ("领导值班安排如下。前为带班领导，后为值班员（A、B班同）：", []),
    ],
)
def test_which_side_of_a_list_stands_in_for_the_other(said: str, rows: list[str]) -> None:
    text = (
        f"甲街道领导工作安排\n\n各科室：\n\n{said}\n\n党工委书记 丁一山——办事处主任 沈国文\n"
        "办事处副主任 周正——办事处副主任 吴用（限城市管理）\n"
    )
    assert [_row(found) for found in _pairs(text)] == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("班子成员之间建立AB角：周正为A角时，沈渡为B角；沈渡为A角时，丁一为B角。", ["周正 沈渡 no", "沈渡 丁一 no"]),
        ("A岗：周正（镇长）——B岗：沈渡（副镇长），C岗：丁一（经济办主任）", ["周正 沈渡 no fallback=丁一"]),
        ("姓名\t职务\tB角（一）\tB角（二）\n周正\t区长\t沈渡\t\n沈渡\t副区长\t丁一\t吴用", ["周正 沈渡 no", "沈渡 丁一 no", "沈渡 吴用 no"]),
        ("姓名\tA角\tB1角\tB2角\n第一组\t周正\t沈渡\t丁一", ["周正 沈渡 no", "周正 丁一 no"]),
        ("周正为A角时，工作由科室商定。", []),
    ],
)  # fmt: skip
def test_one_way_said_by_time_by_a_dash_and_in_a_second_column(lines: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"关于建立AB岗工作机制的通知\n各办公室：\n{lines}\n")] == rows


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "党委委员之间实行A、B岗制度：周正—沈渡；丁一山—卢石；吴用的B岗为沈渡。",
            ["周正 沈渡 yes", "丁一山 卢石 yes", "吴用 沈渡 no"],
        ),
        (
            "领导班子实行AB角制：周正/沈渡，丁一山/卢石；吴用的B角由沈渡担任。",
            ["周正 沈渡 yes", "丁一山 卢石 yes", "吴用 沈渡 no"],
        ),
        ("班子成员之间实行AB岗工作制，周正—沈渡；丁一山—卢石。", ["周正 沈渡 yes", "丁一山 卢石 yes"]),
        (
            "实行A/B角工作制度：周正和沈渡；丁一山与卢石互为AB角。",
            ["周正 沈渡 yes", "丁一山 卢石 yes"],
        ),
        ("实行AB岗制度：周正、沈渡为A岗；丁一山的B岗为卢石。", ["丁一山 卢石 no"]),
        ("实行AB岗制度，周正、沈渡等同志要带头落实。", []),
    ],
)
def test_pairs_behind_an_announcement_and_a_sentence_among_them(line: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"甲镇关于班子成员实行AB岗制度的通知\n各村：\n{line}\n")] == rows


@pytest.mark.parametrize(
    "said", ["横线前为A岗，横线后为B岗。", "（注：前者为A岗，后者为B岗）", "破折号之前的为A角；破折号之后的为B角。"]
)
def test_numbered_pairs_both_ways_with_the_sides_told_below_and_names_of_any_surname(said: str) -> None:
    text = "甲区人民政府领导AB岗工作制度\n\n一、AB岗对应关系\n\n{}\n\n二、工作要求\n\n（一）离开前交代工作。\n"
    both = f"1.呙志忠——幺秋菊\n\n2.幺秋菊——呙志忠\n\n3.翀秋菊——阚德明\n\n{said}"
    assert [_row(found) for found in _pairs(text.format(both))] == [
        "呙志忠 幺秋菊 no",
        "幺秋菊 呙志忠 no",
        "翀秋菊 阚德明 no",
    ]
    for none in ("1.办公室——会议室", "1.前为正门——后为侧门"):
        assert not _pairs(text.format(f"{none}\n\n{said}"))


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("一、立案庭：A角 庭长 丁一山；B角 副庭长 沈国文", ["丁一山 沈国文 no"]),
        ("1.办公室：A岗 主任 丁一山;B岗 干事 沈国文。", ["丁一山 沈国文 no"]),
        ("一、立案庭：A角 庭长 丁一山。副庭长 沈国文负责信访。", []),
    ],
)
def test_a_b_behind_a_semicolon_is_of_the_a_before_it_and_no_duty(line: str, rows: list[str]) -> None:
    text = f"甲县人民法院关于实行AB角制度的通知\n\n各庭室：\n\n{line}\n\n二、执行局：A角 局长 周正；B角 副局长 吴用\n"
    found = read_paper(read_text(text.encode(), "example.txt")).statements
    assert [_row(row) for row in of_type(found, StandIn)] == [*rows, "周正 吴用 no"]
    assert not of_type(found, Duty)


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("登记窗口\tA岗：丁一山\tB岗：沈国文", ["丁一山 沈国文 no"]),
        ("登记窗口\tA角责任人：丁一山\tB角责任人：沈国文、周正", ["丁一山 沈国文 no", "丁一山 周正 no"]),
        ("登记窗口\tA岗：丁一山\tA岗：周正\tB岗：沈国文", []),
        ("登记窗口\tA岗：丁一山\tB岗：无", []),
    ],
)
def test_letters_in_cells_of_their_own(row: str, rows: list[str]) -> None:
    assert [_row(found) for found in _pairs(f"甲县政务窗口AB岗公示\n\n{row}\n备案窗口\tA岗：吴用\tB岗：\n")] == rows
