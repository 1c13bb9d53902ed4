"""Loading: files in, readings in the ledger, one after another; a bad one stops nothing and never vanishes.

Each file is received (its bytes on the disk), parsed, and written in one transaction. A run that is killed leaves every
file either written whole or waiting; the next run takes up those that wait.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from core.errors import ConfigError, DutygraphError, NotFoundError, StoreError
from core.logs import logger
from core.settings import Settings
from graph.ledger.ledger import Ledger
from loaders.extraction import Report, extract, kinds_and_rules
from loaders.foreign.heads import Choices
from loaders.sources import Member, Source, found_in, members_of, read_source

Outcome = Literal["read", "known", "refused"]

_log = logger("loaders")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a file was not taken: code, message, remedy, exit code."""

    code: str
    message: str
    remedy: str
    exit_code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What became of one file. `report` stands if it was read now, `refusal` if it was refused."""

    name: str
    outcome: Outcome
    sha256: str = ""
    report: Report | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of all files of a run, in the order they were taken."""

    results: tuple[FileResult, ...]

    def of(self, outcome: Outcome) -> tuple[FileResult, ...]:
        """The results of one kind."""
        return tuple(result for result in self.results if result.outcome == outcome)

    @property
    def exit_code(self) -> int:
        """0, or the exit code of the first refusal."""
        return next((result.refusal.exit_code for result in self.results if result.refusal), 0)


class Progress(Protocol):
    """Who wants to be told how far a load is."""

    def begin(self, total: int) -> None:
        """So many files will be taken."""
        ...

    def reading(self, name: str) -> None:
        """This file is taken up now."""
        ...

    def done(self, result: FileResult) -> None:
        """This became of it."""
        ...


class Silence:
    """A progress that nobody watches."""

    def begin(self, total: int) -> None:
        """Nothing."""

    def reading(self, name: str) -> None:
        """Nothing."""

    def done(self, result: FileResult) -> None:
        """Nothing."""


def load(
    paths: Sequence[Path],
    ledger: Ledger,
    settings: Settings,
    *,
    progress: Progress | None = None,
    choices: Choices | None = None,
) -> LoadReport:
    """Read files, folders of papers, archives and folders of tables into the ledger, and what an interrupted run left behind.

    `choices` say how a spreadsheet is to be understood; they are kept with it. A file that cannot be read is noted in quarantine, and the run goes on. Raises `NotFoundError` for a path that is
    not there (before anything is read) and `StoreError` if the ledger itself fails.
    """
    watch = progress or Silence()
    found = found_in(paths)
    waiting = ledger.pending()
    watch.begin(len(waiting) + len(found))
    results = []
    for record in waiting:
        results.append(_watched(_Received(record.name, record.sha256), ledger, settings, watch))
    for path in found:
        for what in members_of(path) or (path,):
            results.append(_watched(what, ledger, settings, watch, choices))
    return LoadReport(tuple(results))


def reread(ledger: Ledger, settings: Settings, *, progress: Progress | None = None) -> LoadReport:
    """Read every original in the ledger again by the rules of today, for the place it was given then."""
    watch = progress or Silence()
    given = {reading.sha256: reading.jurisdiction for reading in ledger.readings() if not reading.withdrawn}
    records = [record for record in ledger.files() if not record.purged]
    watch.begin(len(records))
    results = []
    for record in records:
        place = given.get(record.sha256, settings.jurisdiction)
        then = settings.model_copy(update={"jurisdiction": place})
        results.append(_watched(_Received(record.name, record.sha256), ledger, then, watch))
    return LoadReport(tuple(results))


@dataclass(frozen=True, slots=True)
class _Received:
    """A file whose bytes are in the ledger already."""

    name: str
    sha256: str


def _watched(
    what: Path | Member | _Received, ledger: Ledger, settings: Settings, watch: Progress, choices: Choices | None = None
) -> FileResult:
    watch.reading(what.name)
    result = _take(what, ledger, settings, choices)
    watch.done(result)
    return result


def _take(what: Path | Member | _Received, ledger: Ledger, settings: Settings, choices: Choices | None) -> FileResult:
    """Take one file into the ledger. The one place where any error of a reader ends: in quarantine."""
    sha256 = what.sha256 if isinstance(what, _Received) else ""
    try:
        source = _bytes_of(what, ledger, choices)
        sha256 = ledger.receive(source.data, source.name)
        kinds, rules = kinds_and_rules(source.name, source.data)
        if ledger.has_reading(sha256, kinds=kinds, rules=rules, jurisdiction=settings.jurisdiction):
            return FileResult(name=what.name, outcome="known", sha256=sha256)
        found = extract(source.data, source.name, settings)
        ledger.mark(sha256, "parsed")
        ledger.write(found.reading)
    except (StoreError, ConfigError):
        raise  # the ledger or the set-up failed, not the file: nothing more can be taken
    except Exception as error:
        refusal = _refusal(error)
        if refusal.code == DutygraphError.default_code:
            _log.exception("document.failed", extra={"file": sha256 or what.name})
        else:
            _log.info("document.refused", extra={"file": sha256 or what.name, "code": refusal.code})
        ledger.quarantine(what.name, sha256=sha256, code=refusal.code, message=refusal.message)
        return FileResult(name=what.name, outcome="refused", sha256=sha256, refusal=refusal)
    _log.info("document.loaded", extra={"file": sha256, "statements": len(found.reading.statements)})
    return FileResult(name=what.name, outcome="read", sha256=sha256, report=found.report)


def _bytes_of(what: Path | Member | _Received, ledger: Ledger, choices: Choices | None) -> Source:
    if isinstance(what, Path):
        return read_source(what, choices)
    if isinstance(what, Member):
        return what.source()
    try:
        return Source(what.name, ledger.original(what.sha256))
    except NotFoundError as error:
        raise StoreError(
            f"{what.name}: 原文件不在账本文件夹里 | its original is gone from the ledger's folder",
            remedy="从备份恢复 | restore it from a backup",
            code="ORIGINAL-MISSING",
        ) from error


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, DutygraphError):
        return Refusal(code=error.code, message=error.message, remedy=error.remedy, exit_code=error.exit_code)
    return Refusal(
        code=DutygraphError.default_code,
        message=f"读取时出错（{type(error).__name__}）| the reader failed",
        remedy="请将文件和日志交给维护者 | send the file and the log to the maintainers",
        exit_code=DutygraphError.exit_code,
    )


def failures(report: LoadReport) -> Iterator[str]:
    """The refusals of a run as lines for a person: code, file, message, remedy."""
    for result in report.of("refused"):
        if result.refusal is not None:
            named = result.name in result.refusal.message
            where = "" if named else f"{result.name}: "
            indent = " " * (len(result.refusal.code) + 2)
            yield f"{result.refusal.code}  {where}{result.refusal.message}\n{indent}{result.refusal.remedy}"
