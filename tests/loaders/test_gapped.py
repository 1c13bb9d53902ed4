"""Tables whose columns are parted by gaps, or by bars between cells only: names with gaps of their own stay whole, other lines stay lines."""

from __future__ import annotations

from loaders.gazette.issue import split
from loaders.gazette.read import read_paper
from loaders.readers.text import paper_of, read_text


def lines(text: str) -> list[str]:
    """The lines of an invented paper below its title, cells between bars."""
    paper = paper_of(text, name="paper.txt", sha256="0")
    return [line.text.replace("\t", "|") for notice in split(paper) for line in notice.text_lines()]


def test_a_name_spread_over_two_words_stays_in_its_cell() -> None:
    found = lines(
        "甲县水利局AB角\n        A  角                       B  角\n"
        "丁一（局长）               沈  渡（副局长）\n沈  渡（副局长）           周  正（总工程师）\n"
    )
    assert found[1:] == ["A  角|B  角", "丁一(局长)|沈  渡(副局长)", "沈  渡(副局长)|周  正(总工程师)"]


def test_columns_of_bodies_and_days_fall_under_their_heads() -> None:
    found = lines(
        "甲县重点任务分工表\n序号   工作任务      牵头单位    完成时限\n1   修建 水厂   县水利局   6月底\n2   改造校舍   县教育局   9月底前\n"
    )
    assert found[2:] == ["1|修建 水厂|县水利局|6月底", "2|改造校舍|县教育局|9月底前"]


def test_a_line_that_fits_no_column_ends_the_table() -> None:
    found = lines("甲县领导名单\n姓名    职务\n丁一    县长\n以上同志  请按时到会。\n沈渡    副县长\n")
    assert found[1:] == ["姓名|职务", "丁一|县长", "以上同志  请按时到会。", "沈渡    副县长"]


def test_words_that_are_no_heads_open_no_table() -> None:
    text = "甲县会议通知\n时间：明天上午    地点：会议室\n参会人员    全体干部\n"
    assert all("|" not in line for line in lines(text))


def test_stand_ins_are_read_out_of_such_columns() -> None:
    text = (
        "甲县水利局关于公布机关AB角的通知\n机关各股室：\n现将机关AB角公布如下。\n"
        "股 室            A 角          B 角\n办公室           丁一          沈  渡\n财务股           周  正        丁一\n"
    )
    rows = read_paper(read_text(text.encode(), "paper.txt")).statements
    pairs = [(row.person_a, row.person_b) for row in rows if row.TABLE == "ab_pairs"]  # type: ignore[attr-defined]
    assert pairs == [("丁一", "沈渡"), ("周正", "丁一")]


def test_a_heading_between_rows_ends_nothing_and_a_merged_first_cell_stays_empty() -> None:
    found = lines(
        "甲县重点任务分工表\n序号    重点任务    责任单位    完成时间\n一、供水\n1    改造管网    县水利局    6月底\n"
        "二、校舍\n2    改造校舍    县教育局    9月底前\n"
    )
    assert found[2:] == ["一、供水", "1|改造管网|县水利局|6月底", "二、校舍", "2|改造校舍|县教育局|9月底前"]
    found = lines("甲县值守安排\n科室    A岗责任人    B岗责任人\n财务股    丁一    沈渡\n    沈渡    丁一\n")
    assert found[1:] == ["科室|A岗责任人|B岗责任人", "财务股|丁一|沈渡", "|沈渡|丁一"]


def test_a_village_is_no_person_whatever_it_begins_with() -> None:
    found = lines("甲镇分工\n姓名    职务    分管工作    联系村\n丁一    镇党委书记    主持镇党委全面工作    红旗村\n")
    assert found[2:] == ["丁一|镇党委书记|主持镇党委全面工作|红旗村"]


def test_a_cell_left_blank_is_the_one_under_whose_head_nothing_stands() -> None:
    found = lines(
        "甲县水利局AB岗\n股  室          A  岗       B  岗       C  岗       岗位职责\n"
        "办公室          阎  良      蓝  田      杨  凌      综合协调\n规划股          眉  县      凤  翔                  规划编制\n"
        "监察股          岐  山                  杨  凌      案件查处\n"
    )
    assert found[2:] == [
        "办公室|阎  良|蓝  田|杨  凌|综合协调",
        "规划股|眉  县|凤  翔||规划编制",
        "监察股|岐  山||杨  凌|案件查处",
    ]


def test_bars_between_cells_part_them_where_a_head_says_so() -> None:
    found = lines("甲县路长名单\n路线名称|县级路长|职务\n甲乙路|丁 一|副县长\n一、乡道\n乙丙路||副县长\n")
    assert found[1:] == ["路线名称|县级路长|职务", "甲乙路|丁 一|副县长", "一、乡道", "乙丙路||副县长"]
    for text in ("首页|政务公开|办事\n要闻|部门|公告\n", "姓名|职务|备注\n丁一|县长\n"):
        paper = paper_of("甲县网\n" + text, name="paper.txt", sha256="0")
        assert not any("\t" in line.text for notice in split(paper) for line in notice.text_lines())


def test_cells_that_go_on_in_the_lines_below_are_put_together_under_their_heads() -> None:
    found = lines(
        "甲县重点任务分工表\n序号  任务名称            牵头单位        配合单位            完成时限\n"
        "1   建设大棚            县农业农村局    县财政局            6月底\n"
        "2   完善冷链            县商务局        县发展改革委、县供\n"
        "                                        销社                9月底\n"
        "3   改造菜场            县住房城乡建设  县市场局            年底\n                        局\n"
    )
    assert found[2:] == [
        "1|建设大棚|县农业农村局|县财政局|6月底",
        "2|完善冷链|县商务局|县发展改革委、县供销社|9月底",
        "3|改造菜场|县住房城乡建设局|县市场局|年底",
    ]


def test_what_stands_under_no_head_is_no_rest_of_a_cell() -> None:
    found = lines(
        "甲县重点任务分工表\n序号  任务名称            牵头单位        完成时限\n"
        "1     建设大棚            县农业农村局    6月底\n             以上任务按月报送，不得迟延。\n"
    )
    assert found[2:] == ["1|建设大棚|县农业农村局|6月底", "             以上任务按月报送,不得迟延。"]


def test_a_quote_of_such_a_row_holds_all_its_lines() -> None:
    text = "甲县重点任务分工表\n序号  任务名称  牵头单位        完成时限\n1     建设大棚  县住房城乡建设  6月底\n                局\n"
    rows = read_paper(read_text(text.encode(), "paper.txt")).statements
    (task,) = (row for row in rows if row.TABLE == "tasks")
    assert (task.source.line_start, task.source.line_end) == (3, 4)


def test_an_unknown_head_among_known_ones_and_drawn_lines_end_no_table() -> None:
    found = lines(
        "甲县项目安排表\n------------------------\n序号  项目名称    建设地点    责任单位    完工时间\n------------------------\n"
        "1     新建桥梁    丁家湾      县交通局    6月底\n2     改造水厂    石桥        县水利局    9月底\n------------------------\n"
    )
    assert found[2:] == [
        "序号|项目名称|建设地点|责任单位|完工时间",
        "1|新建桥梁|丁家湾|县交通局|6月底",
        "2|改造水厂|石桥|县水利局|9月底",
    ]


def test_a_line_at_the_margin_without_a_number_is_no_row_of_a_numbered_table() -> None:
    found = lines(
        "甲县项目安排表\n编号  任务        责任单位    时限\n1     新建桥梁    县交通局    6月底\n上一篇：甲县预算公开    下一篇：县水利局开会\n"
    )
    assert found[2] == "1|新建桥梁|县交通局|6月底"
    assert "|" not in found[3]


def test_a_note_left_blank_is_no_reason_to_move_a_name() -> None:
    found = lines(
        "甲院AB角\n 序号    A角          B角           备注\n  1     丁一山       沈明华\n  2     周  正       丁一山      出差除外\n"
    )
    assert found[2:] == ["1|丁一山|沈明华|", "2|周  正|丁一山|出差除外"]


def test_a_day_below_a_day_is_of_another_row_and_a_body_below_a_body_another_of_the_list() -> None:
    head = "甲县重点任务分工表\n序号  任务名称      责任单位        完成时限\n"
    found = lines(
        f"{head}1     建设大棚      县农业农村局    6月底\n                    县财政局\n2     改造菜场      县商务局        9月底\n"
    )
    assert found[2:] == ["1|建设大棚|县农业农村局、县财政局|6月底", "2|改造菜场|县商务局|9月底"]
    found = lines(f"{head}1     建设大棚      县农业农村局    6月底\n      改造管网      县水利局        9月底\n")
    assert found[2:] == ["1|建设大棚|县农业农村局|6月底", "|改造管网|县水利局|9月底"]
