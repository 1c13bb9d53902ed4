"""Answers as printable reports: one HTML page that needs nothing else, or a DOCX file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from jinja2 import Environment, StrictUndefined, Template

from core.settings import Language
from queries.answers.model import Evidence
from queries.answers.sheets import Sheet, Words

_FONT = "SimSun"
#: The one moment a DOCX bears as its own, so that equal answers are equal documents.
_NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Passage:
    """Printed words with the number by which the lines refer to them."""

    number: int
    paper: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a report; each row is its cells and its references."""

    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: parts, and below them the passages they rest on, each once."""

    title: str
    parts: tuple[Part, ...]
    passages: tuple[Passage, ...]
    paragraphs: tuple[str, ...] = ()


def report_of(sheets: Sequence[Sheet], language: Language, *, paragraphs: Sequence[str] = ()) -> Report:
    """Sheets as one report. Empty columns fall away; the same passage has one number throughout.

    `paragraphs` are texts that stand between the tables and the passages (drafts of notices).
    """
    words = Words(language)
    known = {each.id: each for sheet in sheets for each in sheet.evidence}
    numbers: dict[tuple[str, str, str], int] = {}
    passages: list[Passage] = []
    by_id: dict[str, int] = {}
    for identifier in dict.fromkeys(one for sheet in sheets for line in sheet.lines for one in line.evidence):
        if identifier in known:
            item = known[identifier]
            key = (item.document, words.place(item), item.quote)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                passages.append(Passage(numbers[key], _paper(item), key[1], " ".join(item.quote.split())))
            by_id[identifier] = numbers[key]
    parts = tuple(_part(sheet, by_id) for sheet in sheets)
    return Report(sheets[0].title, parts, tuple(passages), tuple(paragraphs))


def as_html(report: Report, language: Language) -> str:
    """A page for reading and printing: no script, no link, nothing from elsewhere."""
    return _template().render(report=report, language=language, words=_captions(language))


def as_docx(report: Report, language: Language) -> bytes:
    """The same as a Word document on A4 across."""
    captions = _captions(language)
    document = docx.Document()
    core = document.core_properties
    core.title, core.author, core.created, core.modified = report.title, "Dutygraph", _NO_MOMENT, _NO_MOMENT
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    for number, part in enumerate(report.parts):
        document.add_heading(part.title, level=1 if number else 0)
        for name, value in part.facts:
            document.add_paragraph(f"{name}：{value}" if language == "zh" else f"{name}: {value}")
        for note in part.notes:
            document.add_paragraph(note).runs[0].bold = True
        if part.rows:
            table = document.add_table(rows=1, cols=len(part.columns) + 1, style="Table Grid")
            for cell, heading in zip(table.rows[0].cells, (*part.columns, captions["evidence"]), strict=True):
                cell.text = heading
                cell.paragraphs[0].runs[0].bold = True
            for cells, references in part.rows:
                for cell, value in zip(table.add_row().cells, (*cells, references), strict=True):
                    cell.text = value
    for paragraph in report.paragraphs:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for line in paragraph.splitlines():
            document.add_paragraph(line)
    if report.passages:
        document.add_heading(captions["words"], level=1)
        for each in report.passages:
            document.add_paragraph(f"[{each.number}] {each.paper} {each.place}  {each.quote}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _part(sheet: Sheet, numbers: Mapping[str, int]) -> Part:
    filled = [index for index in range(len(sheet.columns)) if any(line.cells[index] for line in sheet.lines)]
    rows = tuple(
        (
            tuple(line.cells[index] for index in filled),
            "".join(f"[{number}]" for number in sorted({numbers[one] for one in line.evidence if one in numbers})),
        )
        for line in sheet.lines
    )
    facts = tuple((name, value) for name, value in sheet.facts if value)
    return Part(sheet.title, facts, sheet.notes, tuple(sheet.columns[index] for index in filled), rows)


def _paper(item: Evidence) -> str:
    title = f"《{item.title}》" if item.title not in ("", item.number) else ""
    return " ".join(each for each in (item.number, title, item.date) if each)


def _captions(language: Language) -> dict[str, str]:
    if language == "zh":
        return {"evidence": "依据", "words": "依据原文", "made": "由 Dutygraph 依据已载入的文件生成"}
    return {"evidence": "evidence", "words": "Evidence", "made": "Made by Dutygraph from the papers loaded"}


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    text = resources.files("queries.answers").joinpath("report.html").read_text(encoding="utf-8")
    return environment.from_string(text)
