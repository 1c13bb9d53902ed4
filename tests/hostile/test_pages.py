"""Web pages: D.2 items 11, 16."""

from __future__ import annotations

import socket

import pytest

from core.settings import Settings
from loaders.extraction import extract
from loaders.limits import Limits
from loaders.readers.read import read
from tests.hostile.files import NOTICE, refused


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def text_of(html: str) -> str:
    return read(html.encode(), "a.html").text


def test_script_style_frames_and_forms_are_no_text() -> None:
    body = """<script>document.write('<p>甲</p>')</script><style>p::after{content:"乙"}</style><noscript>丙</noscript>
    <iframe srcdoc="<p>丁</p>"></iframe><template><p>戊</p></template><textarea>己</textarea><select><option>庚</option></select>
    <p onclick="alert(1)">县人民政府<img src=x onerror=alert(1) alt=辛></p><p style="display:none">壬</p><p hidden>癸</p>
    <svg><text>子</text></svg><del>丑</del><!-- 寅 -->"""
    assert text_of(page(body)) == "县人民政府\n"


def test_a_meta_refresh_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*_: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", called)
    head = '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/"><link rel=import href=/x>'
    assert text_of(page("<p>甲县</p>", head)) == "甲县\n"


def test_a_hundred_thousand_nested_tags() -> None:
    assert refused(page("<div>" * 100_000 + "甲").encode(), "a.html") == "PAPER-TOO-DEEP"
    assert refused(page("<table><tr><td>" * 50_000 + "甲").encode(), "a.html") == "PAPER-TOO-DEEP"


def test_open_tags_at_the_limit_and_one_more() -> None:
    assert read(page("<div>" * 50 + "甲").encode(), "a.html", Limits(open_tags=50)).text == "甲\n"
    assert refused(page("<div>" * 51 + "甲").encode(), "a.html", Limits(open_tags=50)) == "PAPER-TOO-DEEP"


def test_tags_at_the_limit_and_one_more() -> None:
    body = "<p>甲</p>" * 10  # twenty, and seven around them
    assert read(page(body).encode(), "a.html", Limits(elements=27)).text.count("甲") == 10
    assert refused(page(body).encode(), "a.html", Limits(elements=25)) == "PAPER-TOO-LARGE"


def test_a_thousand_fonts_left_open() -> None:
    assert text_of(page("<font><b><span>" * 1_000 + "甲县")) == "甲县\n"


def test_no_closing_tags() -> None:
    body = "<p>甲县人民政府<p>关于建桥的通知<br>第二行<ul><li>一项<li>二项</ul><table><tr><td>任务<td>单位<tr><td>建桥<td>县局</table>"
    assert text_of(page(body)) == "甲县人民政府\n\n关于建桥的通知\n第二行\n\n一项\n\n二项\n\n任务\t单位\n建桥\t县局\n"


def test_scripts_that_never_close_swallow_no_time() -> None:
    assert refused(page("<script>" + "<div>" * 100_000).encode(), "a.html") == "FILE-EMPTY"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("declared", ["", "gb2312", "utf-8", "iso-8859-1", "nonsense", "utf-16"])
def test_an_encoding_declared_wrong(encoding: str, declared: str) -> None:
    words = (
        "關於防汛工作的通知，各鎮人民政府，各單位"
        if encoding == "big5hkscs"
        else "关于防汛工作的通知，各镇人民政府，各单位"
    )
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert read(page(f"<p>{words}</p>", head).encode(encoding), "a.html").text == f"{words}\n"


def test_cells_over_thousands_of_rows_and_columns() -> None:
    body = '<table><tr><td rowspan="65534" colspan="1000">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>'
    assert refused(page(body).encode(), "a.html", Limits(table_cells=2_000)) == "PAPER-TOO-LARGE"
    rows = text_of(page(body)).rstrip("\n").split("\n")
    assert [row.split("\t")[0] for row in rows] == ["甲", "甲"]
    assert [row.split("\t")[1000] for row in rows] == ["乙", "丙"]


def test_entities_and_spaces() -> None:
    assert (
        text_of(page("<p>甲&nbsp;&nbsp;乙 &lt;b&gt; &amp; &#x4E19;&unknown;</p>"))
        == "甲\u00a0\u00a0乙 <b> & 丙&unknown;\n"
    )


def test_markup_in_names_stays_words(settings: Settings) -> None:
    hostile = NOTICE.replace("梁知远", "&lt;script&gt;alert(1)&lt;/script&gt;")
    body = "".join(f"<p>{line}</p>" for line in hostile.split("\n\n"))
    reading = extract(page(body).encode(), "a.html", settings).reading
    assert "<script>alert(1)</script>" in reading.text
    assert all("<script" not in each.source.rule for each in reading.statements)
