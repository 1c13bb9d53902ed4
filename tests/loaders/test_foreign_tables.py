from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from core.errors import InputError, UsageError
from core.settings import Settings
from graph.cells import as_cell
from graph.statements import Statement, value_of
from loaders.extraction import extract, kinds_and_rules, pack_sheets
from loaders.foreign.heads import Choices
from loaders.foreign.kinds import KINDS
from loaders.foreign.tables import SheetsRead, read_foreign
from loaders.gazette import RULES_VERSION
from tests.loaders.workbooks import Rows, workbook


def read(data: bytes, name: str = "a.xlsx", choices: Choices | None = None) -> SheetsRead:
    return read_foreign(data, name, hashlib.sha256(data).hexdigest(), choices or Choices())


def rows(found: SheetsRead, table: str, *columns: str) -> list[tuple[str, ...]]:
    return [
        (row.source.cell, *(as_cell(value_of(row, column)) for column in columns))
        for row in found.statements
        if table == row.TABLE
    ]


def one(table: Rows, merges: Sequence[str] = (), name: str = "一") -> bytes:
    return workbook((name, table, merges))


TASKS: Rows = [
    ["甲县2031年重点任务分解表"],
    ["（甲政发〔2031〕3号）"],
    ["序号", "任务", "责任领导", "责任单位", "", "完成时限"],
    ["", "", "", "牵头", "配合", ""],
    [1, "建桥", "张  三", "县交通运输局\n县财政局", "县水利局", "2031年9月"],
    [2, "修路", "", "", "县应急\n管理局", "2031年10月"],
    ["二、民生"],
    [3, "修学校", "李四", "县教育局", "", ""],
    [4, "", "李四", "县教育局"],
    ["合计", 3],
]
MERGES = ["A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:C4", "F3:F4", "D3:E3", "C5:C6", "D5:D6", "A7:F7"]


def test_a_task_table_with_two_head_rows_and_merged_cells() -> None:
    found = read(workbook(("任务表", TASKS, MERGES)))
    assert rows(
        found, "tasks", "number", "section", "title", "leader", "lead_orgs", "cooperating_orgs", "deadline"
    ) == [
        ("任务表!A5", "1", "", "建桥", "张三", "县交通运输局;县财政局", "县水利局", "2031年9月"),
        ("任务表!A6", "2", "", "修路", "张三", "县交通运输局;县财政局", "县应急管理局", "2031年10月"),
        ("任务表!A8", "3", "二、民生", "修学校", "李四", "县教育局", "", ""),
    ]
    (document,) = [row for row in found.statements if row.TABLE == "documents"]
    assert (document.doc_id, document.source.quote) == ("甲政发〔2031〕3号", "甲县2031年重点任务分解表")


def test_a_row_that_cannot_be_read_is_told_with_its_cell_and_leaves_the_others() -> None:
    found = read(workbook(("任务表", TASKS, MERGES)))
    assert [(row.cell, row.why_en) for row in found.unread] == [("任务表!B9", "title is empty")]


def test_the_quote_is_the_words_of_the_row() -> None:
    (row,) = [row for row in read(one([["任务", "牵头单位"], ["建桥", "县交通局"]])).statements if row.TABLE == "tasks"]
    assert (row.source.quote, row.source.line_start, row.source.start) == ("建桥；县交通局", 0, 0)


def test_a_blank_cell_of_a_workbook_is_blank_and_one_of_a_csv_is_the_cell_above() -> None:
    table: Rows = [["任务", "牵头单位", "配合单位"], ["建桥", "县交通局", ""], ["修路", "", "县水利局"]]
    assert rows(read(one(table)), "tasks", "title", "lead_orgs") == [
        ("一!A2", "建桥", "县交通局"),
        ("一!A3", "修路", ""),
    ]
    text = "\n".join(",".join(map(str, row)) for row in table).encode()
    assert [row[2] for row in rows(read(text, "a.csv"), "tasks", "title", "lead_orgs")] == ["县交通局", "县交通局"]


@pytest.mark.parametrize(
    ("head", "lead"),
    [("牵头单位", "lead_orgs"), ("主办单位", "lead_orgs"), ("承办部门", "lead_orgs"), ("责任单位", "responsible_orgs"),
     ("协办单位", "cooperating_orgs"), ("分管领导", "leader")],
)  # fmt: skip
@pytest.mark.parametrize("title", ["任务", "重点任务", "工作事项", "项目名称", "事项"])
def test_columns_stand_in_any_order_under_any_usual_words(head: str, lead: str, title: str) -> None:
    words = "张三" if lead == "leader" else "县交通局"
    for order in (1, -1):
        table = [[head, "时限", title][::order], [words, "9月底前", "建桥"][::order]]
        assert [row[1:] for row in rows(read(one(table)), "tasks", "title", lead, "deadline")] == [
            ("建桥", words, "9月底前")
        ]


def test_a_division_table() -> None:
    table: Rows = [["姓名", "职务", "分管单位", "联系单位"], ["张三", "副县长", "县财政局\n县审计局", "县税务局"]]
    assert rows(read(one(table)), "portfolios", "person", "title", "relation", "object") == [
        ("一!A2", "张三", "副县长", "分管", "县财政局"),
        ("一!A2", "张三", "副县长", "分管", "县审计局"),
        ("一!A2", "张三", "副县长", "联系", "县税务局"),
    ]


def test_a_table_of_stand_ins_binds_one_way() -> None:
    table: Rows = [["A角", "B角", "工作范围"], ["张三", "李四", "财政"]]
    assert rows(read(one(table)), "ab_pairs", "person_a", "person_b", "mutual", "scope") == [
        ("一!A2", "张三", "李四", "no", "财政")
    ]


def test_a_roster_with_names_and_titles_line_by_line() -> None:
    table: Rows = [
        ["甲县防汛抗旱指挥部成员名单"],
        ["组内职务", "姓名", "单位及职务"],
        ["总指挥", "张三", "县长"],
        ["副总指挥", "李四\n王五", "副县长\n县水利局局长"],
    ]
    found = read(one(table, ["A1:C1"]))
    assert rows(found, "groups", "group") == [("一!A1", "甲县防汛抗旱指挥部")]
    assert rows(found, "memberships", "role", "person", "title") == [
        ("一!A3", "总指挥", "张三", "县长"),
        ("一!A4", "副总指挥", "李四", "副县长"),
        ("一!A4", "副总指挥", "王五", "县水利局局长"),
    ]


def test_a_catalogue_of_emergency_plans() -> None:
    table: Rows = [["序号", "预案名称", "牵头编制部门"], ["自然灾害类"], [1, "甲县防汛应急预案", "县水利局"]]
    assert rows(read(one(table, ["A2:C2"])), "emergency_plans", "category", "number", "plan_name", "lead_orgs") == [
        ("一!A3", "自然灾害类", "1", "甲县防汛应急预案", "县水利局")
    ]


def test_a_table_of_appointments_says_one_act_a_column() -> None:
    table: Rows = [
        ["姓名", "任命职务", "免去职务"],
        ["何平", "县水利局局长", "县林业局副局长"],
        ["秦岚", "", "县水利局局长"],
    ]
    assert rows(read(one(table)), "appointments", "action", "person", "post") == [
        ("一!A2", "任命", "何平", "县水利局局长"),
        ("一!A2", "免去", "何平", "县林业局副局长"),
        ("一!A3", "免去", "秦岚", "县水利局局长"),
    ]


def test_indicators_and_duties() -> None:
    scored: Rows = [["一级指标", "考核内容", "分值", "责任单位"], ["组织", "成立机构", 5, "县政府办"]]
    assert rows(read(one(scored)), "indicators", "section", "requirement", "weight", "responsible_orgs") == [
        ("一!A2", "组织", "成立机构", "5", "县政府办")
    ]
    unit: Rows = [["成员单位", "主要职责"], ["县水利局", "牵头河道治理；会同县气象局发布预警。"]]
    assert rows(read(one(unit)), "duties", "org", "marker", "summary") == [
        ("一!A2", "县水利局", "牵头", "牵头河道治理"),
        ("一!A2", "县水利局", "会同", "会同县气象局发布预警"),
    ]


def test_every_kind_of_table_is_held_by_a_test() -> None:
    assert {kind.table for kind in KINDS} == {
        "tasks", "emergency_plans", "ab_pairs", "appointments", "indicators", "portfolios", "memberships", "duties",
    }  # fmt: skip


def test_several_tables_on_one_sheet_are_read_each_by_its_own_head() -> None:
    table: Rows = [
        ["甲县任务表"], ["任务", "牵头单位"], ["建桥", "县交通局"], [], ["甲县领导分工表"], ["姓名", "职务", "分管"], ["张三", "副县长", "县财政局"],
    ]  # fmt: skip
    found = read(one(table))
    assert [(part.table, part.title) for part in found.tables] == [
        ("tasks", "甲县任务表"),
        ("portfolios", "甲县领导分工表"),
    ]
    assert found.unread == ()


def test_a_head_that_returns_on_every_page_is_no_new_table_and_no_row() -> None:
    head = ["任务", "牵头单位"]
    found = read(one([head, ["建桥", "县交通局"], head, ["修路", "县交通局"]]))
    assert (len(found.tables), len(rows(found, "tasks")), found.unread) == (1, 2, ())


def test_a_missing_column_is_told_as_a_clerk_can_act_on() -> None:
    data = one([["序号", "任务", "时限", "主责"], [1, "建桥", "9月", "县交通局"]], name="任务表")
    with pytest.raises(InputError) as error:
        read(data, "tasks.xlsx")
    assert error.value.code == "TABLE-COLUMN-MISSING"
    assert "tasks.xlsx" in error.value.message
    assert "任务表" in error.value.message
    assert "牵头单位、主办单位或承办单位" in error.value.message
    assert "序号, 任务, 时限, 主责" in error.value.message
    assert "--column lead_orgs=主责" in error.value.remedy
    found = read(data, "tasks.xlsx", Choices(columns=(("lead_orgs", "主责"),)))
    assert rows(found, "tasks", "title", "lead_orgs") == [("任务表!A2", "建桥", "县交通局")]


def test_sheets_are_chosen_by_name() -> None:
    data = workbook(
        ("甲", [["任务", "牵头单位"], ["建桥", "县局"]]),
        ("乙", [["任务", "牵头单位"], ["修路", "县局"]]),
        ("说明", [["须知"]]),
    )
    assert [row[1] for row in rows(read(data, choices=Choices(sheets=("乙",))), "tasks", "title")] == ["修路"]
    with pytest.raises(UsageError) as error:
        read(data, choices=Choices(sheets=("丙",)))
    assert error.value.code == "SHEET-NOT-FOUND"
    with pytest.raises(InputError) as other:
        read(data, choices=Choices(sheets=("说明",)))
    assert other.value.code == "TABLE-UNKNOWN"
    assert [row.cell for row in read(data).passed_over] == ["说明!A1"]


def test_an_unknown_column_name_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        read(one([["任务", "牵头单位"], ["建桥", "县局"]]), choices=Choices(columns=(("leads", "牵头单位"),)))
    assert error.value.code == "TABLE-COLUMN-UNKNOWN"


def test_cells_under_private_heads_are_never_read_and_stand_masked() -> None:
    table: Rows = [
        ["任务", "牵头单位", "联系人", "手机", "身份证号", "家庭住址"],
        ["建桥", "县交通局", "周正", "13800001111", "990101198001011234", "幸福路3号"],
    ]
    found = extract(one(table), "a.xlsx", Settings()).reading.statements
    words = "\n".join(_all(row) for row in found)
    assert "建桥；县交通局；●●；" in words
    for secret in ("周正", "13800001111", "990101198001011234", "幸福路"):
        assert secret not in words


def test_choices_are_kept_with_the_file_so_that_it_is_read_the_same_way_again() -> None:
    data = one([["任务", "主责"], ["建桥", "县交通局"]])
    packed = pack_sheets(data, "a.xlsx", Choices(columns=(("lead_orgs", "主责"),), document="甲政发〔2031〕3号"))
    assert packed == pack_sheets(
        data, "a.xlsx", Choices(columns=(("lead_orgs", "主责"),), document="甲政发〔2031〕3号")
    )
    (row,) = extract(packed, "a.xlsx.sheets", Settings()).reading.statements
    assert (row.doc_id, value_of(row, "lead_orgs")) == ("甲政发〔2031〕3号", ("县交通局",))


def test_spreadsheets_are_tables_read_by_rules_and_tables_of_the_waist_by_none() -> None:
    chinese = "任务,牵头单位\n建桥,县局\n".encode()
    assert kinds_and_rules("tasks.csv", chinese) == (("table",), RULES_VERSION)
    assert kinds_and_rules("a.xlsx", b"PK") == (("table",), RULES_VERSION)
    assert kinds_and_rules("tasks.csv", "doc_id,title,备注\n甲,乙,丙\n".encode()) == (("table",), "")
    assert kinds_and_rules("a.txt", chinese) == (("text",), RULES_VERSION)


def _all(row: Statement) -> str:
    return f"{row!r}"


def test_a_roster_of_several_groups_in_one_table_puts_each_under_its_own_name() -> None:
    data = workbook((
        "Sheet1",
        [["小组名称", "组内职务", "姓名", "职务"],
         ["区医改领导小组", "组 长", "韩 涛", "区 长"],
         ["区医改领导小组", "成员", "任桂娥、邬尚均", "局长"],
         ["区防汛抗旱指挥部", "指挥长", "杜娟", "副区长"],
         ["", "成员", "高云胜", "区财政局局长"],
         ["区防汛抗旱指挥部", "成员", "", "区统计局局长"]],
        ["A5:A6"],
    ))  # fmt: skip
    found = read(data)
    assert rows(found, "memberships", "group", "role", "person", "title") == [
        ("Sheet1!A2", "区医改领导小组", "组长", "韩涛", "区长"),
        ("Sheet1!A3", "区医改领导小组", "成员", "任桂娥", ""),
        ("Sheet1!A3", "区医改领导小组", "成员", "邬尚均", ""),
        ("Sheet1!A4", "区防汛抗旱指挥部", "指挥长", "杜娟", "副区长"),
        ("Sheet1!B5", "区防汛抗旱指挥部", "成员", "高云胜", "区财政局局长"),
    ]
    assert [each.cell for each in found.unread] == ["Sheet1!C6"]


def test_a_leader_beside_whom_nobody_stands_is_told_with_the_cell() -> None:
    found = read(workbook(("Sheet1", [["A角", "B角"], ["高明", "杜娟"], ["王生荣", ""]])))
    assert rows(found, "ab_pairs", "person_a", "person_b") == [("Sheet1!A2", "高明", "杜娟")]
    assert [(each.cell, each.why) for each in found.unread] == [("Sheet1!B3", "“B角、互为AB角”为空")]


def test_a_day_that_a_workbook_shows_as_a_number_is_a_day() -> None:
    table: Rows = [
        ["任务", "牵头单位", "完成时限"],
        ["建设实验室", "区科技局", 45473],
        ["办展会", "区商务局", "2024年底"],
    ]
    assert rows(read(workbook(("Sheet1", table))), "tasks", "title", "deadline") == [
        ("Sheet1!A2", "建设实验室", "2024-06-30"), ("Sheet1!A3", "办展会", "2024年底"),
    ]  # fmt: skip
