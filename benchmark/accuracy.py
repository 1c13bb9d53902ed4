"""How well papers are read: statements against gold, paper by paper and table by table.

    python -m benchmark.accuracy [FOLDER] [--misses]

FOLDER (default `benchmark/papers`: composed papers, written before any rule saw them) holds `docs/NN-*.txt`, whose first
line is a comment and no part of the paper, and `gold/NN.json`, where a list that is absent or empty is not counted.
`benchmark/unseen` is laid out alike, and no rule is mended by what its papers show: it says how papers of places are read
that nobody had in mind. Once a rule is, its paper belongs among the others, and another takes its place.
`benchmark/unread` holds papers that rules were mended by and that are not read well yet: what is left to do.

Lists bear the names and columns of our tables, save the four of the samples that have names of their own (`office`, the
pairs of `ab_pairs`, `date` of events, `title` of citations). What counts as equal says `benchmark.rows`. Figures are
micro-averages: every row weighs the same.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmark.rows import KEYS, Cell, Row, row_of
from core.settings import Settings
from graph.statements import Statement, columns, value_of
from loaders.extraction import extract

PAPERS = Path(__file__).parent / "papers"
UNSEEN = Path(__file__).parent / "unseen"
UNREAD = Path(__file__).parent / "unread"
#: What a table of a paper has to be read with to count as read, and all its tables together.
TABLE_READ, PAPER_READ = 0.5, 0.75

GoldRow: TypeAlias = Mapping[str, Cell] | list[str]


@dataclass(frozen=True, slots=True)
class Score:
    """Rows found, rows missed, rows too many."""

    hits: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.missed + other.missed, self.extra + other.extra)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing was asked and nothing given."""
        rows = 2 * self.hits + self.missed + self.extra
        return 2 * self.hits / rows if rows else 1.0


@dataclass(frozen=True, slots=True)
class Compared:
    """One table of one paper."""

    paper: str
    table: str
    score: Score
    missed: tuple[Row, ...]
    extra: tuple[Row, ...]


def _as_written(text: str) -> str:
    return text


def _every(_: str, __: str) -> bool:
    return True


def measure(
    folder: Path = PAPERS,
    *,
    printed: Callable[[str], str] = _as_written,
    chosen: Callable[[str, str], bool] = _every,
) -> tuple[Compared, ...]:
    """Read every paper of `folder` that has gold, and compare; `printed` may print it otherwise.

    `chosen` may leave a paper out, by its name and its text as written. Raises `OSError` if a paper cannot be opened.
    """
    settings = Settings()
    return tuple(
        compared
        for paper in sorted((folder / "docs").glob("*.txt"))
        if (gold := folder / "gold" / f"{paper.name.split('-')[0]}.json").exists()
        and chosen(paper.stem, text := _text_of(paper))
        for compared in _compare(paper.name, printed(text), _gold_tables(gold), settings)
    )


def total(results: Iterable[Compared]) -> Score:
    """All rows of all results."""
    return sum((one.score for one in results), Score())


def _text_of(paper: Path) -> str:
    """A paper without the comment that is no part of it."""
    comment, _, text = paper.read_text(encoding="utf-8").partition("\n")
    return text if comment.startswith("#") else f"{comment}\n{text}"


def _compare(name: str, words: str, gold: Mapping[str, Sequence[Row]], settings: Settings) -> Iterator[Compared]:
    found: dict[str, list[Row]] = defaultdict(list)
    for statement in extract(words.encode(), name, settings).reading.statements:
        if row := row_of(statement.TABLE, _cells(statement)):
            found[statement.TABLE].append(row)
    for table, rows in gold.items():
        yield _matched(name.removesuffix(".txt"), table, found[table], rows)


def compare(
    paper: str, found: Iterable[Statement], true: Iterable[Statement], tables: Iterable[str]
) -> Iterator[Compared]:
    """Statements against the statements that should be, in some of the tables this module knows how to compare."""
    both: list[dict[str, list[Row]]] = []
    for statements in (found, true):
        rows: dict[str, list[Row]] = defaultdict(list)
        for statement in statements:
            if row := row_of(statement.TABLE, _cells(statement)):
                rows[statement.TABLE].append(row)
        both.append(rows)
    for table in tables:
        yield _matched(paper, table, both[0][table], both[1][table])


def _gold_tables(path: Path) -> dict[str, list[Row]]:
    """The gold of a paper under the names of our tables."""
    gold: Mapping[str, Sequence[GoldRow]] = json.loads(path.read_text(encoding="utf-8"))
    tables: dict[str, list[Row]] = {}
    for name, rows in gold.items():
        table = "groups" if name == "office" else name
        if table not in KEYS:
            continue
        read = [row for one in rows if (row := row_of(table, _named(table, one)))]
        if read:
            tables[table] = read
    return tables


def _named(table: str, row: GoldRow) -> Mapping[str, Cell]:
    """A gold row with the names of our columns."""
    if isinstance(row, list):
        return {"person_a": row[0], "person_b": row[1]}
    if table == "groups":
        return {"group": row.get("group"), "office_in": row.get("seated_in")}
    if table == "events":
        return {"date_from": row.get("date"), "persons": row.get("persons")}
    return {"cited_title": row.get("title"), "cited_number": row.get("number")} if table == "citations" else row


def _cells(statement: Statement) -> Mapping[str, Cell]:
    cells: dict[str, Cell] = {}
    for column in columns(type(statement)):
        value = value_of(statement, column)
        cells[column] = list(value) if isinstance(value, tuple) else str(value)
    return cells


def _matched(paper: str, table: str, found: Sequence[Row], gold: Sequence[Row]) -> Compared:
    """Each gold row takes the first free row equal to it."""
    free = list(found)
    missed = []
    for row in gold:
        same = next((one for one in free if one.same_as(row)), None)
        if same is None:
            missed.append(row)
        else:
            free.remove(same)
    free = [row for row in free if not (table == "memberships" and row.by_function())]
    score = Score(len(gold) - len(missed), len(missed), len(free))
    return Compared(paper, table, score, tuple(missed), tuple(free))


# --- the command ------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.accuracy", description="Papers against their gold.")
    parser.add_argument("folder", nargs="?", type=Path, default=PAPERS)
    parser.add_argument("--misses", action="store_true", help="print the rows missed (-) and too many (+)")
    asked = parser.parse_args(arguments)
    results = measure(asked.folder)
    for one in results:
        print(f"{one.paper:<40} {one.table:<13} {_figures(one.score)}")
        if asked.misses:
            for mark, rows in (("-", one.missed), ("+", one.extra)):
                for row in rows:
                    print(f"    {mark} {row.printed}")
    for table in sorted({one.table for one in results}):
        print(f"{'all papers':<40} {table:<13} {_figures(total(one for one in results if one.table == table))}")
    print(f"{'all papers':<40} {'all tables':<13} {_figures(total(results))}")
    return 0


def _figures(score: Score) -> str:
    return f"F1 {score.f1:.3f}  found {score.hits}  missed {score.missed}  too many {score.extra}"


if __name__ == "__main__":
    raise SystemExit(main())
