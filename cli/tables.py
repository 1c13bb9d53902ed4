"""Answers on a terminal: one readable table, the evidence below it; or CSV, or JSON."""

from __future__ import annotations

import csv
import io
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from queries.answers.sheets import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.settings import Language
    from queries.answers.model import Evidence
    from queries.answers.sheets import Sheet

#: Without a terminal nothing cuts words: wide enough for a roster with its titles.
WIDE = 160
#: Passages below a table; all of them are in --json, each in `dutygraph evidence`.
MOST_PASSAGES = 12
LONGEST_QUOTE = 140


def console() -> Console:
    """Standard output; wide where it is no terminal, so that a pipe gets whole lines."""
    terminal = Console(highlight=False)
    return terminal if terminal.is_terminal else Console(highlight=False, width=WIDE)


def print_sheet(sheet: Sheet, language: Language) -> None:
    """A heading with its facts, the table, and the numbered evidence."""
    out = console()
    out.print(Text(sheet.title, style="bold"))
    for name, value in sheet.facts:
        if value:
            out.print(Text.assemble((f"  {name}  ", "dim"), value))
    passages = passages_of(sheet)
    numbers = {item.id: index for index, passage in enumerate(passages, start=1) for item in passage}
    if sheet.lines:
        out.print(_table(sheet, numbers, language))
    for note in sheet.notes:
        out.print(Text(note, style="yellow"))
    if passages:
        out.print(Text("依据原文" if language == "zh" else "Evidence", style="bold"))
        for paper, rows in groupby(enumerate(passages[:MOST_PASSAGES], start=1), key=lambda item: item[1][0].document):
            quotes = list(rows)
            out.print(_paper(quotes[0][1][0]) if paper else "")
            out.print(_quotes(quotes, language))
        left = len(passages) - MOST_PASSAGES
        if left > 0:
            more = f"  … 另有 {left} 处，见 --json" if language == "zh" else f"  … {left} more, see --json"
            out.print(Text(more, style="dim"))


def passages_of(sheet: Sheet) -> list[list[Evidence]]:
    """The evidence by passage (the same lines or cell of the same paper), in the order in which the lines use it.

    Passages of one paper stand together, so that its name is printed once.
    """
    every = dict.fromkeys(each for line in sheet.lines for each in line.evidence)
    used = {each: place for place, each in enumerate(every)}
    last = len(used)
    groups: dict[tuple[str, int, int, int, str], list[Evidence]] = {}
    for item in sorted(sheet.evidence, key=lambda each: used.get(each.id, last)):
        groups.setdefault((item.document, item.page, item.line_start, item.line_end, item.cell), []).append(item)
    papers: dict[str, int] = {}
    for document, *_ in groups:
        papers.setdefault(document, len(papers))
    return [groups[key] for key in sorted(groups, key=lambda key: papers[key[0]])]


def csv_text(sheet: Sheet, language: Language) -> str:
    """The table as CSV, one line a row, the ids of its evidence `;`-separated in the last column.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*sheet.columns, "依据" if language == "zh" else "evidence"])
    for line in sheet.lines:
        writer.writerow([*map(_guarded, line.cells), ";".join(line.evidence)])
    return text.getvalue()


def write_out(text: str) -> None:
    """Plain text to standard output, as UTF-8 whatever the terminal says."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _table(sheet: Sheet, numbers: dict[str, int], language: Language) -> Table:
    filled = [index for index in range(len(sheet.columns)) if any(line.cells[index] for line in sheet.lines)]
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for index in filled:
        table.add_column(sheet.columns[index], overflow="fold")
    if numbers:
        table.add_column("依据" if language == "zh" else "evidence", overflow="fold", style="dim")
    for line in sheet.lines:
        cells = [Text(line.cells[index]) for index in filled]
        table.add_row(*cells, *([Text(_references(line.evidence, numbers))] if numbers else []))
    return table


def _references(ids: Sequence[str], numbers: dict[str, int]) -> str:
    known = sorted({numbers[each] for each in ids if each in numbers})
    return "".join(f"[{number}]" for number in known)


def _paper(item: Evidence) -> Text:
    title = item.title if item.title not in ("", item.number) else ""
    words = (item.number, f"《{title}》" if title else "", item.date)
    return Text("  " + "  ".join(each for each in words if each), style="dim")


def _quotes(passages: Sequence[tuple[int, list[Evidence]]], language: Language) -> Table:
    """Number, place and words of each passage; its longest quote stands for those inside it."""
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for number, passage in passages:
        item = max(passage, key=lambda each: len(each.quote))
        quote = " ".join(item.quote.split())
        if len(quote) > LONGEST_QUOTE:
            quote = quote[: LONGEST_QUOTE - 1] + "…"
        table.add_row(
            Text(f"  [{number}]", style="bold"), Words(language).place(item), Text(quote if item.cell else f"“{quote}”")
        )
    return table


def _guarded(cell: str) -> str:
    guarded = f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
    # The writer quotes line feeds alone: a bare carriage return would end the row, and what follows begin one.
    return guarded.replace("\r\n", "\n").replace("\r", "\n")
