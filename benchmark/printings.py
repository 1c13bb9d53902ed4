"""The same papers printed otherwise: does the reading hold when only the print changes?

    python -m benchmark.printings [FOLDER] [--misses] [--sample] [--only NAME ...]

Each printing changes a paper as offices, printers and copying do, and no fact in it: set in a column, with an empty line
behind every line, with page numbers between, with other widths of marks, digits and spaces, in traditional script, tables with bars or gaps for
tabs or with every cell on a line of its own. The gold stays; the figures are those of `benchmark.accuracy`. Printings of
tables are measured on the papers that hold one. What a printing costs - F1 as written less F1 so printed - is told by group of papers.

`--sample` reads a third of the papers, by a number that follows from the name, and all that hold a table: what the tests read.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from opencc import OpenCC

from benchmark.accuracy import PAPERS, Compared, Score, measure, total

_HALF_MARKS = str.maketrans("，：；（）", ",:;()")
_WIDE_DIGITS = str.maketrans({chr(0x30 + digit): chr(0xFF10 + digit) for digit in range(10)})
#: A line with two gaps is a row of columns, which no printer breaks at the margin.
_GAPS = re.compile(r"\S[ \u3000]{2,}\S.*\S[ \u3000]{2,}\S")
_LINES_A_PAGE = 22
#: Of how many papers without a table one is in the sample.
_ONE_OF = 3
#: Papers by their numbers, from a first to below a last: tidy ones, these with those of untidier layouts (tables of two cells and of changes
#: without a head that tells them, rosters of copied pages), and those in the forms of web pages.
GROUPS: Mapping[str, range] = {"tidy": range(841), "all printed": range(2001), "of web pages": range(2001, 10_000)}


@dataclass(frozen=True, slots=True)
class Printing:
    """A way to print: `change` a paper's text; `tables` if it changes tables alone."""

    change: Callable[[str], str]
    tables: bool = False


def column(text: str, width: int) -> str:
    """Long lines of prose broken at the margin; rows of tables and what is set to the right keep their line."""
    lines: list[str] = []
    for line in text.split("\n"):
        whole = len(line.strip()) <= width or "\t" in line or "|" in line or _GAPS.search(line)
        lines += [line] if whole else [line[at : at + width] for at in range(0, len(line), width)]
    return "\n".join(lines)


def loose(text: str) -> str:
    """An empty line behind every line."""
    return text.replace("\n", "\n\n")


def paged(text: str) -> str:
    """A page number after every few lines, between empty lines."""
    lines = text.split("\n")
    pages = ["\n".join(lines[at : at + _LINES_A_PAGE]) for at in range(0, len(lines), _LINES_A_PAGE)]
    return "".join(f"{page}\n\n— {number} —\n\n" for number, page in enumerate(pages, start=1))


def headed(text: str) -> str:
    """A page number after every few lines, and the first line of the paper again over the next page."""
    head = next(line for line in text.split("\n") if line.strip())
    lines = text.split("\n")
    pages = ["\n".join(lines[at : at + _LINES_A_PAGE]) for at in range(0, len(lines), _LINES_A_PAGE)]
    return "".join(f"{page}\n- {number} -\n{head}\n" for number, page in enumerate(pages[:-1], start=1)) + pages[-1]


def _dense(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


def _flush(text: str) -> str:
    return "\n".join(line.strip(" \u3000") for line in text.split("\n"))


def _barred(text: str) -> str:
    return "\n".join(f"| {line.replace(chr(9), ' | ')} |" if "\t" in line else line for line in text.split("\n"))


def _traditional(text: str) -> str:
    """In traditional script, as far as a character has one form there that is simplified to it."""
    return text.translate(_traditional_forms())


@cache
def _traditional_forms() -> Mapping[int, str]:
    there, back = OpenCC("s2t"), OpenCC("t2s")
    forms = ((code, there.convert(chr(code))) for code in range(0x4E00, 0xA000))
    return {code: form for code, form in forms if len(form) == 1 and back.convert(form) == chr(code) != form}


AS_WRITTEN = "as written"
PRINTINGS: Mapping[str, Printing] = {
    AS_WRITTEN: Printing(lambda text: text),
    "column of 38": Printing(lambda text: column(text, 38)),
    "column of 30": Printing(lambda text: column(text, 30)),
    "loose": Printing(loose),
    "loose column": Printing(lambda text: loose(column(text, 30))),
    "paged": Printing(paged),
    "paged column": Printing(lambda text: paged(column(text, 34))),
    "running heads": Printing(lambda text: headed(column(text, 34))),
    "without empty lines": Printing(_dense),
    "without indents": Printing(_flush),
    "spaces behind lines": Printing(lambda text: text.replace("\n", "  \r\n")),
    "no-break spaces": Printing(lambda text: text.replace("\u3000", "\u00a0").replace(" ", "\u00a0")),
    "half-width marks": Printing(lambda text: text.translate(_HALF_MARKS)),
    "full-width digits": Printing(lambda text: text.translate(_WIDE_DIGITS)),
    "traditional script": Printing(_traditional),
    "tables with bars": Printing(_barred, tables=True),
    "tables with gaps": Printing(lambda text: text.replace("\t", "    "), tables=True),
    "a cell a line": Printing(lambda text: text.replace("\t", "\n"), tables=True),
}


def in_sample(paper: str, text: str) -> bool:
    """Whether a paper is in the sample; a paper that is added or taken away changes nothing for the others."""
    return "\t" in text or crc32(paper.encode()) % _ONE_OF == 0


def measured(name: str, folder: Path = PAPERS, *, sample: bool = False) -> tuple[Compared, ...]:
    """The papers of a folder, or its sample, in a printing, against their gold. Raises `KeyError` for a printing there is not."""
    printing = PRINTINGS[name]

    def chosen(paper: str, text: str) -> bool:
        return ("\t" in text or not printing.tables) and (not sample or in_sample(paper, text))

    return measure(folder, printed=printing.change, chosen=chosen)


def group(compared: Iterable[Compared], numbers: range) -> Score:
    """What the papers of some numbers are read with."""
    return total(one for one in compared if int(one.paper.partition("-")[0]) in numbers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.printings", description="Papers printed otherwise.")
    parser.add_argument("folder", nargs="?", type=Path, default=PAPERS)
    parser.add_argument("--only", nargs="+", choices=sorted(PRINTINGS), default=list(PRINTINGS), metavar="NAME")
    parser.add_argument(
        "--sample", action="store_true", help="a third of the papers and all with tables, as the tests do"
    )
    parser.add_argument("--misses", action="store_true", help="print the rows missed (-) and too many (+)")
    asked = parser.parse_args(arguments)
    plain = measured(AS_WRITTEN, asked.folder, sample=asked.sample)
    for name in asked.only:
        results = plain if name == AS_WRITTEN else measured(name, asked.folder, sample=asked.sample)
        score = total(results)
        papers = len({one.paper for one in results})
        costs = "  ".join(f"{which} {group(plain, of).f1 - group(results, of).f1:.4f}" for which, of in GROUPS.items())
        print(
            f"{name:<20} F1 {score.f1:.3f}  found {score.hits}  missed {score.missed}  too many {score.extra}  "
            f"papers {papers}  costs: {costs}"
        )
        if asked.misses:
            _misses(results)
    return 0


def _misses(results: Iterable[Compared]) -> None:
    for one in results:
        for mark, rows in (("-", one.missed), ("+", one.extra)):
            for row in rows:
                print(f"    {one.paper} {one.table} {mark} {row.printed}")


if __name__ == "__main__":
    raise SystemExit(main())
