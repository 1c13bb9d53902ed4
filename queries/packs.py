"""Answer packs: an answer kept with all it takes to give it again - and to see whether it still would be given.

A pack is one JSON file: the question and its day, what the ledger knew (`known_at`, a journal row), the answer with its
rows, quotes and reach, the hashes of the papers, the text of the queries, the version of the program.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib.metadata import version as version_of
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from core.errors import InputError
from graph.days import today
from queries.answers.asking import ask
from queries.answers.model import Answer, Reach
from queries.answers.results import Table
from queries.answers.serial import as_json
from queries.answers.show import sheet_of
from queries.answers.words import reach
from queries.catalogue import catalogue
from queries.library import Library

FORMAT = 1


class Paper(BaseModel):
    """A paper the answer quotes: number or title, and the SHA-256 of the file it was read from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paper: str
    file: str


class Series(BaseModel):
    """How far the papers of a series reached."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jurisdiction: str
    series: str
    date: str
    number: str
    unseen: int


class Pack(BaseModel):
    """An answer with all that it rests on. `rows` are its table in Chinese, a list of cells a line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: int = FORMAT
    question: str
    on: str
    jurisdiction: str
    known_at: Annotated[int, Field(ge=0)]
    program: str
    queries: dict[str, str]
    papers: tuple[Paper, ...]
    reach: tuple[Series, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    answer: JsonValue

    def as_text(self) -> str:
        """The file's text; equal packs give equal bytes."""
        return self.model_dump_json(indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Check:
    """A pack against the answer of today's graph (`same`) or of the graph as the ledger stood then.

    `gone` and `new` are lines of the table; `changed_queries` those whose text is another now, `missing` the hashes of
    papers that are not in the ledger any more.
    """

    same: bool
    gone: tuple[tuple[str, ...], ...]
    new: tuple[tuple[str, ...], ...]
    changed_queries: tuple[str, ...]
    missing: tuple[str, ...]
    program_then: str
    program_now: str


def save(library: Library, question: str, *, on: str = "", jurisdiction: str = "") -> Pack:
    """Ask a question and pack the answer. Raises what `ask` raises."""
    answer = ask(library, question, on=on, jurisdiction=jurisdiction)
    sheet = sheet_of(answer, "zh")
    queries = answer.queries if isinstance(answer, Answer) else (answer.result.query.id,)
    day = answer.on if isinstance(answer, Answer) else answer.result.on
    papers = dict.fromkeys((each.number or each.title, each.file) for each in answer.evidence)
    return Pack(
        question=question,
        on=day or on or today(),
        jurisdiction=jurisdiction,
        known_at=library.known_at,
        program=version_of("dutygraph"),
        queries={each: catalogue().get(each).text for each in queries},
        papers=tuple(Paper(paper=paper, file=file) for paper, file in sorted(papers)),
        reach=tuple(_series(each) for each in _reach(library, answer)),
        columns=sheet.columns,
        rows=tuple(line.cells for line in sheet.lines),
        answer=json.loads(as_json([answer])),
    )


def read(text: str, name: str) -> Pack:
    """The pack in a file. Raises `InputError` (`PACK`) if it is none, or of another format."""
    try:
        found = Pack.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(each) for each in first["loc"])
        raise InputError(
            f"{name}: 不是答案包 | not an answer pack: {place} {first['msg']}",
            remedy="用 dutygraph pack save 生成 | make one with dutygraph pack save",
            code="PACK",
        ) from error
    if found.pack != FORMAT:
        raise InputError(
            f"{name}: 答案包格式不符 | a pack of another format: {found.pack}",
            remedy="用存它的那一版程序检验，或重新 pack save | check it with the program that saved it, or save it anew",
            code="PACK",
        )
    return found


def check(library: Library, pack: Pack, *, has_file: Callable[[str], bool]) -> Check:
    """Ask a pack's question again and compare. `has_file` says whether the ledger still has a file by its hash."""
    again = save(library, pack.question, on=pack.on, jurisdiction=pack.jurisdiction)
    return Check(
        same=again.answer == pack.answer,
        gone=_without(pack.rows, again.rows),
        new=_without(again.rows, pack.rows),
        changed_queries=tuple(
            sorted(
                each for each in {*pack.queries, *again.queries} if pack.queries.get(each) != again.queries.get(each)
            )
        ),
        missing=tuple(sorted({each.file for each in pack.papers if each.file and not has_file(each.file)})),
        program_then=pack.program,
        program_now=again.program,
    )


def _reach(library: Library, answer: Answer | Table) -> tuple[Reach, ...]:
    return answer.reach if isinstance(answer, Answer) else reach(library, answer.evidence)


def _series(each: Reach) -> Series:
    return Series(
        jurisdiction=each.jurisdiction, series=each.series, date=each.date, number=each.number, unseen=each.unseen
    )


def _without(rows: Collection[tuple[str, ...]], others: Collection[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The lines that the others have not, each as often as it is missing."""
    left = Counter(rows)
    left.subtract(Counter(others))
    return tuple(row for row, times in left.items() for _ in range(max(0, times)))
