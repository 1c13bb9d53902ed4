"""Write a corpus: papers, the statements they must give, the intervals that must come out.

python -m benchmark.corpus --districts 3 --years 2 --out DIR [--seed 1] [--plain]

DIR/papers/<district>/2021年第1期.txt     one file an issue
DIR/tables/<district>/*.csv               the statements, as `dutygraph load` takes them
DIR/truth/<district>.csv                  kind, who, what, how, start, end
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmark.corpus import PLAIN, PRINTED, District, places, print_issue
from graph.statements import Statement
from loaders.tables import write_tables


def districts(number: int, *, years: int, seed: int) -> Iterator[District]:
    """The districts of a corpus, one after another."""
    for place in places(number):
        yield District(place, years=years, seed=seed)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write, and say how much; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.corpus", description="A made-up corpus with its truth.")
    parser.add_argument("--districts", type=int, default=3)
    parser.add_argument("--years", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--plain", action="store_true", help="without the noise of print")
    asked = parser.parse_args(arguments)
    issues = rows = facts = 0
    for district in districts(asked.districts, years=asked.years, seed=asked.seed):
        name = district.place.full
        folder = asked.out / "papers" / name
        folder.mkdir(parents=True, exist_ok=True)
        statements: list[Statement] = []
        for issue in district.issues():
            text = print_issue(issue, PLAIN if asked.plain else PRINTED, seed=asked.seed)
            (folder / f"{issue.name.partition('公报')[2]}.txt").write_text(text, encoding="utf-8")
            statements.extend(issue.statements)
            issues += 1
        write_tables(statements, asked.out / "tables" / name)
        (asked.out / "truth").mkdir(exist_ok=True)
        with (asked.out / "truth" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["kind", "who", "what", "how", "start", "end"])
            writer.writerows(
                (fact.kind, fact.who, fact.what, fact.how, fact.start, fact.end) for fact in district.truth
            )
        rows, facts = rows + len(statements), facts + len(district.truth)
    print(f"{asked.districts} districts, {issues} issues, {rows} statements, {facts} facts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
