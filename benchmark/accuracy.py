"""How well papers are read: statements against gold, paper by paper and table by table.

    python -m benchmark.accuracy [FOLDER] [--misses]

FOLDER (default `benchmark/papers`: composed papers, written before any rule saw them) holds `docs/NN-*.txt`, whose first
line is a comment and no part of the paper, and `gold/NN.json`, where a list that is absent or empty is not counted.

What counts as equal: text without white space and quotation marks, widths folded; lists as sets; every field a reader of
the table acts on, exactly; but names of groups and titles of tasks may differ a little, as the same body is printed with
and without its place. Figures are micro-averages: every row weighs the same.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from core.settings import Settings
from graph.cells import as_list
from graph.statements import Statement, columns, value_of
from loaders.extraction import extract

PAPERS = Path(__file__).parent / "papers"
#: Two names of one group are one from here on (difflib's ratio).
ALIKE = 0.75

Cell: TypeAlias = str | list[str] | None
GoldRow: TypeAlias = Mapping[str, Cell] | list[str]

_UNSEEN = re.compile(r"[\s“”\"'‘’《》〈〉「」]")
_ALL_WORK = re.compile(r"(?:全面)?工作$")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_SEPARATORS = re.compile(r"[;；、|]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is compared: `exact` must be equal, `name` only alike. `printed` is for people."""

    exact: tuple[str | frozenset[str], ...]
    name: str
    printed: str


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


def measure(folder: Path = PAPERS) -> tuple[Compared, ...]:
    """Read every paper of `folder` that has gold, and compare. Raises `OSError` if a paper cannot be opened."""
    return tuple(
        compared
        for paper in sorted((folder / "docs").glob("*.txt"))
        if (gold := folder / "gold" / f"{paper.name.split('-')[0]}.json").exists()
        for compared in _compare(paper, gold)
    )


def total(results: Iterable[Compared]) -> Score:
    """All rows of all results."""
    return sum((one.score for one in results), Score())


def _compare(paper: Path, gold: Path) -> Iterator[Compared]:
    comment, _, text = paper.read_text(encoding="utf-8").partition("\n")
    data = (text if comment.startswith("#") else f"{comment}\n{text}").encode()
    found: dict[str, list[Row]] = defaultdict(list)
    for statement in extract(data, paper.name, Settings()).reading.statements:
        if row := _row(statement.TABLE, _cells(statement)):
            found[statement.TABLE].append(row)
    for table, rows in _gold_tables(gold).items():
        yield _matched(paper.stem, table, found[table], rows)


def compare(
    paper: str, found: Iterable[Statement], true: Iterable[Statement], tables: Iterable[str]
) -> Iterator[Compared]:
    """Statements against the statements that should be, in some of the tables this module knows how to compare."""
    both: list[dict[str, list[Row]]] = []
    for statements in (found, true):
        rows: dict[str, list[Row]] = defaultdict(list)
        for statement in statements:
            if row := _row(statement.TABLE, _cells(statement)):
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
        if table not in _KEYS:
            continue
        read = [row for one in rows if (row := _row(table, _named(table, one)))]
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
    return {"cited_title": row.get("title")} if table == "citations" else row


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
        same = next((one for one in free if one.exact == row.exact and _alike(one.name, row.name)), None)
        if same is None:
            missed.append(row)
        else:
            free.remove(same)
    free = [row for row in free if not (table == "memberships" and _by_function(row))]
    score = Score(len(gold) - len(missed), len(missed), len(free))
    return Compared(paper, table, score, tuple(missed), tuple(free))


# --- what a row is ----------------------------------------------------------------------------------------------


def folded(value: Cell) -> str:
    """Text as it is compared."""
    text = unicodedata.normalize("NFKC", value if isinstance(value, str) else "")
    return _UNSEEN.sub("", text).replace("[", "〔").replace("]", "〕").rstrip("。;,:")


def _set(*values: Cell) -> frozenset[str]:
    items = [item for value in values for item in (value if isinstance(value, list) else as_list(value or ""))]
    return frozenset(word for item in items for part in _SEPARATORS.split(item) if (word := folded(part)))


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    return one in other or other in one or difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


def _portfolio(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    charge = _ALL_WORK.sub("", _LAST_BRACKET.sub("", folded(row.get("object"))))
    return (folded(row.get("person")), folded(row.get("relation")), charge), ""


def _pair(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    return tuple(sorted((folded(row.get("person_a")), folded(row.get("person_b"))))), ""


def _seat(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    """A seat; one that somebody leaves is none."""
    person, title, org = (folded(row.get(name)) for name in ("person", "title", "org"))
    if folded(row.get("action")) == "removed":
        return None
    return (folded(row.get("role")), person, title, org), folded(row.get("group"))


def _by_function(row: Row) -> bool:
    """A seat of `主要领导`, `分管领导`: it says who without naming anybody, and gold leaves it open."""
    _, person, title, org = row.exact
    return not person and not org and "领导" in title


def _office(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    seat = folded(row.get("office_in"))
    return ((seat,), folded(row.get("group"))) if seat else None


def _appointment(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    return (folded(row.get("action")), folded(row.get("person")), folded(row.get("post"))), ""


def _task(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    others = _set(row.get("responsible_orgs"), row.get("cooperating_orgs"))
    who = (_set(row.get("leader")), _set(row.get("lead_orgs")), others)
    return (folded(row.get("number")), *who, folded(row.get("deadline"))), folded(row.get("title"))


def _citation(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    return (folded(row.get("cited_title")),), ""


def _event(row: Mapping[str, Cell]) -> tuple[tuple[str | frozenset[str], ...], str] | None:
    persons = row.get("persons")
    names = [name.partition("|")[0] for name in persons] if isinstance(persons, list) else []
    return (folded(row.get("date_from")), _set(names)), ""


_KEYS: Mapping[str, Callable[[Mapping[str, Cell]], tuple[tuple[str | frozenset[str], ...], str] | None]] = {
    "portfolios": _portfolio,
    "ab_pairs": _pair,
    "memberships": _seat,
    "groups": _office,
    "appointments": _appointment,
    "tasks": _task,
    "citations": _citation,
    "events": _event,
}


def _row(table: str, cells: Mapping[str, Cell]) -> Row | None:
    """A row of a table that is compared; none for other tables and for rows that are no facts of their own."""
    key = _KEYS[table](cells) if table in _KEYS else None
    if key is None:
        return None
    shown = (";".join(value) if isinstance(value, list) else value for value in cells.values() if value)
    return Row(*key, " | ".join(part for part in shown if part and part != "0"))


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
