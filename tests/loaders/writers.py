"""The same paper in other formats: a text paper written as DOCX, HTML and PDF, as offices and sites write them.

A text paper is cut into what a typist would have made: paragraphs (wrapped lines put together), lines of a list, tables. Each writer
prints these parts in its own way; PDF wraps the paragraphs again, with running headers and page numbers.
"""

from __future__ import annotations

import html as escaping
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

_SET_IN = 22  # a paragraph this long is set in
_FULL = 42  # half-width places of a line that goes on in the next
_CLOSED = ("。", "：", "；", "！", "？", ":", ";")


@dataclass(frozen=True)
class Part:
    """A paragraph, or the rows of a table."""

    words: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parts_of(text: str) -> list[Part]:
    """What a typist would have made of a text paper: a full line goes on in the next, over a page's end too."""
    parts: list[Part] = []
    rows: list[tuple[str, ...]] = []
    held = ""
    lines = _without_furniture(text)
    for number, line in enumerate(lines):
        if "\t" in line:
            row = tuple(line.split("\t"))
            rows += [row] if row not in rows[:1] else []
            continue
        if rows and line:
            parts.append(Part(rows=tuple(rows)))
            rows = []
        held += line
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if held and not (below and _is_full(line)):
            parts.append(Part(held))
            held = ""
    return [*parts, Part(rows=tuple(rows))] if rows else parts


def _is_full(line: str) -> bool:
    width = sum(1 + (ord(mark) > 0x2000) for mark in line)
    return width >= _FULL and not line.endswith(_CLOSED)


def _without_furniture(text: str) -> list[str]:
    """The lines without page numbers, the running header under each, and the blank lines around both."""
    lines: list[str] = []
    source = iter(text.split("\n"))
    for line in source:
        words = line.strip()
        if words and words[0] in "—-" and words.strip("—- ").isdigit():
            while lines and not lines[-1]:
                lines.pop()
            below = [next(source, ""), next(source, ""), next(source, "")]
            lines += [each.strip() for each in below if each.strip() and not each.strip().endswith("公报")]
        else:
            lines.append(words if "\t" not in line else line)
    return lines


def as_docx(parts: Sequence[Part]) -> bytes:
    """A DOCX file."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "不是正文的页眉"
    section.footer.paragraphs[0].text = "— 1 —"
    for part in parts:
        if part.rows:
            width = max(len(row) for row in part.rows)
            table = document.add_table(rows=0, cols=width)
            for row in part.rows:
                for cell, words in zip(table.add_row().cells, row, strict=False):
                    cell.text = words
        else:
            document.add_paragraph(part.words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_html(parts: Sequence[Part]) -> bytes:
    """A page of a government site around the paper."""
    return _page("\n".join(_html_of(part) for part in parts)).encode()


def _html_of(part: Part) -> str:
    if not part.rows:
        return f"<p style='text-indent:2em'>{escaping.escape(part.words)}</p>"
    rows = "".join(
        "<tr>" + "".join(f"<td><p>{escaping.escape(cell)}</p></td>" for cell in row) + "</tr>" for row in part.rows
    )
    return f"<table border=1><tbody>{rows}</tbody></table>"


def _page(body: str) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>公报_岚汀区人民政府</title>
<script>document.write("<p>不是正文</p>")</script><style>p {{color: black}}</style></head><body>
<div class="header"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div>
<div class="nav"><ul><li><a href="/a">机构职能</a></li><li><a href="/b">政策文件</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; 公报</div>
<div class="wrap"><div class="share">分享到：微信 微博</div><div class="text">{body}</div></div>
<div class="footer">主办：岚汀区人民政府办公室　网站标识码：9901010001　备案号：00000000</div></body></html>"""


def as_pdf(parts: Sequence[Part], *, header: str = "岚汀区人民政府公报", size: float = 12) -> bytes:
    """A PDF with text, a running header and page numbers; tables with rulings, their head on every page."""
    style = ParagraphStyle(
        "text", fontName=FONT, fontSize=size, leading=size * 1.6, wordWrap="CJK", firstLineIndent=2 * size
    )
    line = ParagraphStyle("line", parent=style, firstLineIndent=0)
    cell = ParagraphStyle("cell", parent=line, fontSize=size - 2, leading=(size - 2) * 1.3)
    story: list[Paragraph | Table | Spacer] = []
    for part in parts:
        if part.rows:
            width = max(len(row) for row in part.rows)
            data = [
                [Paragraph(escaping.escape(words), cell) for words in (*row, *[""] * (width - len(row)))]
                for row in part.rows
            ]
            story.append(Table(data, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
            story.append(Spacer(1, 8))
        else:
            story.append(
                Paragraph(
                    escaping.escape(part.words).replace("  ", "\u3000"),
                    style if len(part.words) > _SET_IN else line,
                )
            )
    stream = io.BytesIO()

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 12 * mm, header)
        canvas.drawCentredString(A4[0] / 2, 10 * mm, f"— {document.page} —")

    frame = Frame(25 * mm, 20 * mm, A4[0] - 50 * mm, A4[1] - 40 * mm)
    document = BaseDocTemplate(stream, pagesize=A4, invariant=1)
    document.addPageTemplates([PageTemplate(frames=[frame], onPage=furniture)])
    document.build(story)
    return stream.getvalue()


def in_all_formats(text: str) -> Iterator[tuple[str, bytes]]:
    """A file name and its bytes for each format, the text itself first."""
    parts = parts_of(text)
    yield (
        "paper.txt",
        "\n\n".join("\n".join("\t".join(row) for row in part.rows) or part.words for part in parts).encode(),
    )
    yield "paper.docx", as_docx(parts)
    yield "paper.html", as_html(parts)
    yield "paper.pdf", as_pdf(parts)
