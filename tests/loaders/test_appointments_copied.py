"""Acts on posts as pages of the web keep them: names spread in columns, posts of a house, elections by votes, decisions told."""

from __future__ import annotations

import pytest

from tests.loaders.statement_rows import acts


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("者 春 生  县水务局局长", ["任命|者春生|县水务局局长"]),
        ("自　忠　良　　县林业局副局长兼县苗圃主任", ["任命|自忠良|县林业局副局长", "任命|自忠良|县苗圃主任"]),
        ("起绍荣  县审计局副局长（试用期一年）", ["任命|起绍荣|县审计局副局长"]),
        ("者 春  县水务局二级调研员职级", ["任命|者春|县水务局二级调研员"]),
        ("教 务 处  处长", []),
        ("总 务  主任", []),
        ("办 公 室  县水务局局长", []),
        ("主 任  县水务局局长", []),
    ],
)
def test_any_letters_in_a_column_before_a_post_are_a_name(line: str, rows: list[str]) -> None:
    text = f"甲县人民政府关于丁一山等同志任职的通知\n\n各单位：\n经研究决定，任命：\n丁一山  县民政局副局长\n{line}\n"
    assert acts(text) == ["任命|丁一山|县民政局副局长", *rows]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("免去丁一山的县财政局四级主任科员职级。", ["免去|丁一山|县财政局四级主任科员"]),
        ("丁一山同志的县财政局副局长职务、三级调研员职级", ["免去|丁一山|县财政局副局长", "免去|丁一山|县财政局三级调研员"]),
    ],
)  # fmt: skip
def test_a_rank_is_taken_as_a_post_is(line: str, rows: list[str]) -> None:
    assert acts(f"甲县人民政府关于丁一山同志免职的通知\n\n各单位：\n免去：\n{line}\n") == rows


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("丁一山同志为图书馆馆长，解聘其学报编辑部主任职务；", ["聘任|丁一山|图书馆馆长", "解聘|丁一山|学报编辑部主任"]),
        ("丁一山同志为图书馆馆长兼办公室主任；", ["聘任|丁一山|图书馆馆长", "聘任|丁一山|办公室主任"]),
        ("丁一山同志为县图书馆馆长，解聘其采编部主任职务；", ["聘任|丁一山|县图书馆馆长", "解聘|丁一山|县图书馆采编部主任"]),
        ("丁一山同志挂职任招生处副处长（挂职时间一年）。", ["任命|丁一山|招生处副处长"]),
        ("丁一山同志担任招生处副处长。", ["聘任|丁一山|招生处副处长"]),
    ],
)  # fmt: skip
def test_posts_of_those_a_college_hires(line: str, rows: list[str]) -> None:
    assert acts(f"关于丁一山等同志聘任职务的通知\n\n各处室：\n经研究，决定聘任：\n{line}\n") == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("县委常委会研究决定，丁一山任县应急管理局局长。", ["任命|丁一山|县应急管理局局长"]),
        ("经县委批准：丁一山任县水利局党组书记，沈渡任县水利局副局长。", ["任命|丁一山|县水利局党组书记"]),
        ("县政府决定，丁一山任现场讲解员。", []),
        ("会议通过，丁一山任务完成。", []),
        ("县长沈渡讲话，丁一山任县水利局局长时的旧事又被提起。", []),
    ],
)
def test_what_a_chronicle_says_was_decided(words: str, rows: list[str]) -> None:
    found = acts(f"甲县大事记\n\n2031年\n7月16日  {words}\n7月20日  召开防汛会议。\n")
    assert found[: len(rows)] == rows
    assert bool(found) == bool(rows)


_RESULT = (
    "甲村第八届村民委员会选举结果公告\n\n选举大会于2031年1月16日举行，发出选票310张，收回310张。\n现将结果公告如下：\n"
)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            "主  任：丁 一山，得赞成票310票，当选；\n委  员：扁 舟（女）得赞成票305票，当选；\n        池 鱼   得赞成票240票，当选；\n        沈渡   得赞成票96票，未过半数，不当选。\n",
            ["主任|丁一山", "委员|扁舟", "委员|池鱼"],
        ),
        ("1.主任：丁一山，获310票，当选。\n2.副主任：沈渡，得票80票，落选；周正，得230票，当选。\n", ["主任|丁一山", "副主任|周正"]),
        ("委员：\n丁一山 以310票当选\n沈渡 以305票当选为副主任\n", ["委员|丁一山", "副主任|沈渡"]),
        ("主任：丁一山，得赞成票310票，未当选。\n", []),
        ("委员：得票过半数始得当选，发出选票310票。\n", []),
    ],
)  # fmt: skip
def test_who_is_elected_by_votes(lines: str, rows: list[str]) -> None:
    expected = ["当选|{1}|甲村第八届村民委员会{0}".format(*row.split("|")) for row in rows]
    assert acts(_RESULT + lines) == expected
    assert acts(_RESULT.replace("村民委员会", "村民大会") + "主任：丁一山，得310票，不当选。\n") == []


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("丁一山因工作调动，辞去县民政局局长职务。", ["辞去|丁一山|县民政局局长"]),
        ("丁一山同志因年龄原因，请求辞去县民政局局长职务的报告已收到。", []),
        ("副县长丁一山因工作变动，向县人大常委会提出辞去副县长职务。", ["辞去|丁一山|副县长"]),
        ("董事长丁一山由于到龄退休，书面申请辞去公司董事长、董事职务。", ["辞去|丁一山|公司董事长", "辞去|丁一山|公司董事"]),
        ("县长丁一山因病请假，会议接受沈渡辞去县民政局局长职务的请求。", ["辞去|沈渡|县民政局局长"]),
        ("多名干部因工作调动，申请辞去职务。", []),
        ("丁一山到会讲话，申请辞去职务。", []),
    ],
)  # fmt: skip
def test_who_resigns_behind_the_reason(words: str, rows: list[str]) -> None:
    assert acts(f"甲县召开会议\n\n3月5日，会议召开。{words}\n") == rows


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (
            "3月5日晚间，甲银行发布公告称，该行董事长丁一山因到龄退休，辞去该行董事长、执行董事职务。董事会同意聘任沈渡为行长，周正同时辞去副行长职务。",
            ["辞去|丁一山|甲银行董事长", "辞去|丁一山|甲银行执行董事", "聘任|沈渡|甲银行行长", "辞去|周正|甲银行副行长"],
        ),
        ("3月5日，甲公司披露人事公告。董事会同意聘任沈渡为乙公司总经理。", ["聘任|沈渡|乙公司总经理"]),
        ("3月5日，甲公司开会。董事会同意聘任沈渡为总经理。", ["聘任|沈渡|总经理"]),
    ],
)  # fmt: skip
def test_the_posts_of_a_firm_that_announces_them(words: str, rows: list[str]) -> None:
    assert acts(f"甲地银行换帅\n\n{words}\n") == rows
