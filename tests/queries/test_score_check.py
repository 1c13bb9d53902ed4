"""Scores that do not add up: an invented table with one wrong sum and one score that is not printed."""

from __future__ import annotations

from pathlib import Path

from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from queries.answers.results import run
from queries.library import open_library

PAPER = """青石县人民政府办公室关于印发创建健康县指标任务分解表的通知

青政办发〔2031〕8号

各乡镇人民政府：

现将指标任务分解表印发给你们。

青石县人民政府办公室
2031年3月1日

附件

青石县创建健康县指标任务分解表

指标分类	指标内容	指标要求	赋分标准	权重分值	责任部门
一、组织管理（30分）	（一）工作机制（18分）	1.成立领导小组。	成立得分。	8	县政府办公室
		2.每年召开两次以上会议。	每次2.5分。	9	县卫生健康局
	（二）经费保障（12分）	1.创建经费列入年度预算。	列入得7分。	7	县财政局
		2.经费专款专用。	账目齐全得满分。	5	县财政局、县审计局
二、场所建设（20分）	（一）健康社区（20分）	1.健康社区比例达到三成。	每低一点扣1分。	12	各乡镇人民教育局
		2.设有宣传栏并按季更换。	现场抽查。	8	县文化和旅游局
"""


def test_the_check_names_the_part_that_does_not_add_up_and_shows_its_words(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", jurisdiction="990101")
    paper = tmp_path / "8.txt"
    paper.write_text(PAPER, encoding="utf-8")
    with open_ledger(settings) as ledger:
        load([paper], ledger, settings)
        build(ledger, settings)
    with open_library(settings) as library:
        table = run(library, "plans/score-check", {"on": "2031-04-01"})
        (row,) = table.result.rows
        assert row["document_number"] == "青政办发〔2031〕8号"
        assert row["kind"] == "sum-wrong"
        assert "工作机制" in str(row["explanation"])
        assert "17" in str(row["explanation"])
        assert "18" in str(row["explanation"])
        assert table.evidence
        other = run(library, "plans/score-check", {"on": "2031-04-01", "document": "青政办发〔2031〕9号"})
        assert other.result.rows == []
        before = run(library, "plans/score-check", {"on": "2031-02-01"})
        assert before.result.rows == []
