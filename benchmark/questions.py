"""Everyday questions on the real gazette: how many are answered, and about what.

    python -m benchmark.questions [--gazette FILE] [--misses]

`questions.yaml` says of each what it asks for, about whom or what, and of most which printed words the answer must show; an answer about
anything else is wrong, and worse than none.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmark.figures import Figure, say, told
from core.errors import NotFoundError, UsageError
from core.settings import Settings
from graph.build import build
from graph.ledger.ledger import open_ledger
from loaders.pipeline import load
from queries.answers.asking import ask
from queries.answers.model import Answer
from queries.answers.resolve import AmbiguousError
from queries.answers.results import Table
from queries.answers.show import sheet_of
from queries.library import Library, open_library

ROOT = Path(__file__).parents[1]
GAZETTE = ROOT.parent / "shared" / "gazette" / "dongsheng-2023-q3.txt"
DAY = "2023-09-10"
#: A day with its year; a month is asked of from `DAY`.
_SAYS_A_DAY = re.compile(r"\d{4}年\d+月\d+日")


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what it is about: the kind of answer (`several`, `nothing`), the name of its subject, words the answer shows."""

    ask: str
    gives: str
    about: str = ""
    says: str = ""


def questions() -> tuple[Question, ...]:
    """All of `questions.yaml`."""
    text = (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
    return tuple(Question(**entry) for entry in yaml.safe_load(text))


def asked(library: Library, question: Question) -> Question:
    """The question with what the graph gives for it."""
    day = "" if _SAYS_A_DAY.search(question.ask) else DAY
    try:
        found = ask(library, question.ask, on=day)
    except AmbiguousError:
        return Question(question.ask, "several")
    except NotFoundError:
        return Question(question.ask, "nothing")
    except UsageError as error:
        return Question(question.ask, error.code)
    says = question.says if question.says in _shown(found) else ""
    if isinstance(found, Table):
        return Question(question.ask, found.result.query.id, _subject(library, found), says)
    return Question(question.ask, type(found).__name__.lower(), found.subject.name, says)


def _shown(found: Answer | Table) -> str:
    """All that a reader sees of an answer, with the printed words below it."""
    sheet = sheet_of(found, "zh")
    cells = (cell for line in sheet.lines for cell in line.cells)
    return "\n".join(
        (*cells, *(value for _, value in sheet.facts), *sheet.notes, *(each.quote for each in sheet.evidence))
    )


def _subject(library: Library, found: Table) -> str:
    """The name of the one thing whose id the query was given."""
    ids = [
        value for key, value in found.result.parameters.items() if key not in ("on", "limit") and isinstance(value, str)
    ]
    hits = [hit for each in ids if (hit := library.index.get(each)) is not None]
    return hits[0].name if hits else ""


def measure(library: Library) -> Iterator[tuple[Question, Question]]:
    """Each question as it should come out, and as it does."""
    for question in questions():
        yield question, asked(library, question)


def main() -> None:
    """Load the gazette into a home of its own and print how many questions come out as they should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazette", type=Path, default=GAZETTE)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dutygraph-questions-") as folder:
        settings = Settings(home=Path(folder))
        with open_ledger(settings) as ledger:
            load([given.gazette], ledger, settings)
            build(ledger, settings)
        with open_library(settings) as library:
            pairs = list(measure(library))
    if given.misses:
        for wanted, found in pairs:
            if wanted != found:
                say(
                    f"{wanted.ask}: {found.gives} {found.about} {found.says}, not {wanted.gives} {wanted.about} {wanted.says}"
                )
    answered = [wanted for wanted, _ in pairs if wanted.about or wanted.says]
    right = sum(wanted == found for wanted, found in pairs if wanted.about or wanted.says)
    told(
        [
            Figure("questions", f"of {len(answered)} the paper answers, answered about what they ask", right, ""),
            Figure("questions", f"of {len(pairs)}, as they should", sum(one == other for one, other in pairs), ""),
        ]
    )


if __name__ == "__main__":
    main()
