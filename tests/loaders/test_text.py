"""Decoding and folding: every character keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputError
from loaders.readers.folding import fold
from loaders.readers.formats import format_of
from loaders.readers.paper import Passage
from loaders.readers.text import paper_of, read_text


@given(st.text())
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_width_and_script_are_folded() -> None:
    assert fold("（２０２３）區財政局：") == "(2023)区财政局:"


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("＠【甲】\u200b\u3000", "@[甲]  "),
        ("⼀⻓", "一长"),
        ("㐅𠀀", "吉吉"),
        ("局. 甲", "局。 甲"),
        ("一. 甲", "一. 甲"),
        ("\U0002f801", "丸"),
    ],
)
def test_each_character_has_one_plain_form(printed: str, plain: str) -> None:
    assert fold(printed) == plain


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert "甲区人民政府" in read_text("甲区人民政府\n关于启用印章的通知".encode(encoding), "x.txt").text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "FILE-EMPTY"),
        (b" \n\t", "FILE-EMPTY"),
        (b"%PDF\x00\x01", "FILE-BINARY"),
        (b"\xff\xfe\xff\xd8", "FILE-ENCODING"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(data, "x.txt")
    assert caught.value.code == code
    assert "x.txt" in caught.value.message


def test_a_mark_at_the_top_shifts_nothing() -> None:
    paper = read_text("\ufeff甲区".encode(), "x.txt")
    assert paper.text[1:] == "甲区"
    assert paper.folded.strip() == "甲区"


def test_what_is_left_of_a_page_at_the_edges_of_a_line_is_no_word_of_it() -> None:
    page = '<div class="a">\n  <p>甲县领导信息</p>\n县长：丁一<br/></p>\n<b>3</b>人＜5人，a<b\n<<<\n</div>'
    assert read_text(page.encode(), "x.txt").words == ("", "甲县领导信息", "县长:丁一", "3</b>人<5人,a<b", "<<<", "")
    long = read_text(("<p" + "<p>" * 50_000 + "\n</p>").encode(), "x.txt")
    assert long.words[-1] == ""


def test_a_row_of_a_table_keeps_its_empty_cell_before_a_tag() -> None:
    paper = read_text("任务\t要求\t分值\n\t<p>完成调查</p>\t10\n\t<p>甲县要点</p>\n".encode(), "x.txt")
    assert [paper.folded_line(line) for line in paper.lines] == [
        "任务\t要求\t分值",
        "\t<p>完成调查</p>\t10",
        "甲县要点",
        "",
    ]


@given(st.lists(st.text(alphabet="甲乙丙，。 （1", max_size=12), min_size=1, max_size=8), st.data())
def test_a_joined_passage_knows_where_each_character_stood(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(["题", *lines])
    paper = read_text(text.encode(), "x.txt")
    parts = [paper.passage(line.start, line.end) for line in paper.lines if line.end > line.start]
    joined = Passage.join(parts)
    assert joined.text == "".join(part.text for part in parts)
    at = data.draw(st.integers(0, len(joined.text) - 1))
    assert paper.folded[joined.origin(at)] == joined.text[at]
    start = data.draw(st.integers(0, at))
    cut = joined.cut(start, at + 1)
    assert cut.text == joined.text[start : at + 1]
    assert (cut.start, cut.end) == joined.span(start, at + 1)
    assert cut.printed() == "".join(paper.text[cut.start : cut.end].split())


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000\r\n", "\u200b", "\u2028", "\x1f", "\x0c \u00ad"])
def test_what_prints_nothing_is_an_empty_file(blank: str) -> None:
    with pytest.raises(InputError) as caught:
        read_text(blank.encode(), "blank.txt")
    assert caught.value.code == "FILE-EMPTY"


def test_white_space_behind_a_line_is_no_part_of_it() -> None:
    paper = read_text("甲县 \u3000\r\n乙县\u00a0\n丙\t\n".encode(), "a.txt")
    assert [paper.folded_line(line) for line in paper.lines] == ["甲县", "乙县", "丙\t", ""]
    assert [line.start for line in paper.lines] == [0, 6, 10, 13]


def test_a_column_is_seen_beside_parts_that_are_set_wider() -> None:
    column = "在岗的每一名工作人员都要把自己负责的每一件事情办好"
    wide = "这一段文字不折行，写得比栏宽长出许多，一直写到一句话完了为止，中间没有任何换行，也没有别的断处。"
    narrow = [column] * 24
    assert paper_of("\n".join([*narrow, wide]), name="a.txt", sha256="0").column == len(column)
    assert paper_of("\n".join([*narrow[:9], *[wide] * 9]), name="a.txt", sha256="0").column == 0


def test_white_space_spelt_out_is_a_blank_of_as_many_letters() -> None:
    paper = read_text("组&nbsp;&emsp;长：丁&#160;一 R&D &amp;\n".encode(), "a.txt")
    assert paper.folded == f"组{' ' * 12}长:丁{' ' * 6}一 R&D &amp;\n"
    assert paper.passage(0, len(paper.text) - 1).printed() == "组长：丁一R&D&amp;"
    assert paper.text.startswith("组&nbsp;")


def test_tags_that_somebody_left_over_a_text_make_it_no_page() -> None:
    lines = "\n".join(f"{number}. 甲县第{number}项工作。" for number in range(20))
    assert format_of(f'<div class="a">\n<p>甲县要点</p>\n</div>\n{lines}\n'.encode(), "x.txt") == "text"
    assert format_of("".join(f"<p>{line}</p>\n" for line in lines.split("\n")).encode(), "x.txt") == "html"
    assert format_of(f"<html><body>\n{lines}\n</body></html>".encode(), "x.txt") == "html"
    assert format_of(f"<html><body>\n{lines}\n</body></html>".encode("utf-16"), "x.txt") == "html"


def test_bars_of_boxes_part_cells_where_no_box_is_drawn() -> None:
    assert read_text("岗位┃A角│B角".encode(), "x.txt").folded == "岗位|A角|B角"
    assert "│" in read_text("┌──┬──┐\n│岗位│A角│\n└──┴──┘".encode(), "x.txt").folded


def test_marks_of_bold_words_are_printed_nowhere_and_a_mask_stays() -> None:
    paper = read_text("|**组长**|**县长**|张**|\n（一）**修路**。建成".encode(), "x.txt")
    row, item = (paper.passage(line.start, line.end) for line in paper.lines)
    assert row.printed() == "|组长|县长|张**|"
    assert item.printed() == "（一）修路。建成"
    assert item.printed(item.text.index("修"), item.text.index("建")) == "修路。"


def test_a_copy_that_prints_a_letter_where_paragraphs_ended_has_its_lines_again() -> None:
    paper = read_text("一、组织领导Р组长：丁一Р成员：沈渡\n二、要求".encode(), "x.txt")
    assert list(paper.words) == ["一、组织领导", "组长:丁一", "成员:沈渡", "二、要求"]
    assert paper.passage(paper.lines[1].start, paper.lines[1].end).printed() == "组长：丁一"


def test_among_others_of_its_alphabet_the_letter_is_one() -> None:
    assert list(read_text("代表团团长：Роман（罗曼）".encode(), "x.txt").words) == ["代表团团长:Роман(罗曼)"]
