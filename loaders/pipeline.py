"""Loading: files in, readings in the ledger, in the order of the files; a bad one stops nothing and never vanishes.

Each file is received (its bytes on the disk), parsed, and written in one transaction. A run that is killed leaves every
file either written whole or waiting; the next run takes up those that wait.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from core.errors import ConfigError, DutygraphError, NotFoundError, StoreError
from core.logs import logger
from core.settings import Settings
from graph.ledger.ledger import Ledger
from graph.ledger.records import FileRecord
from loaders.extraction import Extraction, Report, extract, kinds_and_rules
from loaders.foreign.heads import Choices
from loaders.sources import Member, Source, Unwalked, found_in, members_of, read_source

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


class Reader(Protocol):
    """Who reads files: this process, several of this machine (`loaders.processes`), or a cluster's (`loaders.cluster`)."""

    @property
    def ahead(self) -> int:
        """How many files may be under way before the first is waited for."""
        ...

    def begin(self, data: bytes, name: str, settings: Settings) -> Callable[[], Extraction | Refusal]:
        """Take a file up; what is returned gives its reading, or raises what the reader raised."""
        ...


class Here:
    """Reading in this process, one file after the other."""

    ahead = 0

    def begin(self, data: bytes, name: str, settings: Settings) -> Callable[[], Extraction | Refusal]:
        """Read when asked for."""
        return partial(extract, data, name, settings)


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
    reader: Reader | None = None,
) -> LoadReport:
    """Read files, folders of papers, archives and folders of tables into the ledger, and what an interrupted run left behind.

    `choices` say how a spreadsheet is to be understood; they are kept with it. A file that cannot be read is noted in quarantine, and the run goes on. Raises `NotFoundError` for a path that is
    not there (before anything is read) and `StoreError` if the ledger itself fails.
    """
    watch = progress or Silence()
    found = found_in(paths)
    waiting = ledger.pending()
    watch.begin(len(waiting) + len(found))
    return LoadReport(tuple(_taken(_jobs_of(waiting, found, settings, choices), ledger, watch, reader or Here())))


def _jobs_of(
    waiting: Iterable[FileRecord], found: Iterable[Path | Unwalked], settings: Settings, choices: Choices | None
) -> Iterator[_Job]:
    """What waits, then what was named; an archive is opened when its turn comes."""
    for record in waiting:
        yield _Job(_Received(record.name, record.sha256), settings)
    for path in found:
        members = () if isinstance(path, Unwalked) else members_of(path)
        for what in members or (path,):
            yield _Job(what, settings, choices)


def reread(
    ledger: Ledger, settings: Settings, *, progress: Progress | None = None, reader: Reader | None = None
) -> LoadReport:
    """Read every original in the ledger again by the rules of today, for the place it was given then."""
    watch = progress or Silence()
    given = {reading.sha256: reading.jurisdiction for reading in ledger.readings() if not reading.withdrawn}
    records = [record for record in ledger.files() if not record.purged]
    watch.begin(len(records))
    jobs = []
    for record in records:
        place = given.get(record.sha256, settings.jurisdiction)
        then = settings.model_copy(update={"jurisdiction": place})
        jobs.append(_Job(_Received(record.name, record.sha256), then))
    return LoadReport(tuple(_taken(jobs, ledger, watch, reader or Here())))


@dataclass(frozen=True, slots=True)
class _Received:
    """A file whose bytes are in the ledger already."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to take, the settings it is read under, and what a person said of it."""

    what: Path | Member | Unwalked | _Received
    settings: Settings
    choices: Choices | None = None


@dataclass(slots=True)
class _UnderWay:
    """A file that was received; `read` gives its reading, None if the ledger has it already."""

    name: str
    sha256: str
    read: Callable[[], Extraction | Refusal] | None


def _taken(jobs: Iterable[_Job], ledger: Ledger, watch: Progress, reader: Reader) -> Iterator[FileResult]:
    """Take files into the ledger in their order, some of them being read while others are written."""
    under_way: deque[_UnderWay | FileResult] = deque()
    for job in jobs:
        watch.reading(job.what.name)
        under_way.append(_begun(job, ledger, reader))
        if len(under_way) > reader.ahead:
            yield _done(under_way.popleft(), ledger, watch)
    while under_way:
        yield _done(under_way.popleft(), ledger, watch)


def _begun(job: _Job, ledger: Ledger, reader: Reader) -> _UnderWay | FileResult:
    sha256 = job.what.sha256 if isinstance(job.what, _Received) else ""
    try:
        source = _bytes_of(job.what, ledger, job.choices)
        sha256 = ledger.receive(source.data, source.name)
        kinds, rules = kinds_and_rules(source.name, source.data)
        if ledger.has_reading(sha256, kinds=kinds, rules=rules, jurisdiction=job.settings.jurisdiction):
            return _UnderWay(job.what.name, sha256, None)
        return _UnderWay(job.what.name, sha256, reader.begin(source.data, source.name, job.settings))
    except (StoreError, ConfigError):
        raise  # the ledger or the set-up failed, not the file: nothing more can be taken
    except Exception as error:
        return _refused(job.what.name, sha256, error, ledger)


def _done(taken: _UnderWay | FileResult, ledger: Ledger, watch: Progress) -> FileResult:
    result = taken if isinstance(taken, FileResult) else _written(taken, ledger)
    watch.done(result)
    return result


def _written(taken: _UnderWay, ledger: Ledger) -> FileResult:
    if taken.read is None:
        return FileResult(name=taken.name, outcome="known", sha256=taken.sha256)
    try:
        found = taken.read()
        if isinstance(found, Refusal):
            return _noted(taken.name, taken.sha256, found, ledger)
        ledger.mark(taken.sha256, "parsed")
        ledger.write(found.reading)
    except (StoreError, ConfigError):
        raise
    except Exception as error:
        return _refused(taken.name, taken.sha256, error, ledger)
    _log.info("document.loaded", extra={"file": taken.sha256, "statements": len(found.reading.statements)})
    return FileResult(name=taken.name, outcome="read", sha256=taken.sha256, report=found.report)


def _refused(name: str, sha256: str, error: Exception, ledger: Ledger) -> FileResult:
    """Where any error of a reader ends: in quarantine."""
    refusal = refusal_of(error)
    if refusal.code == DutygraphError.default_code:
        _log.error("document.failed", extra={"file": sha256 or name}, exc_info=error)
    return _noted(name, sha256, refusal, ledger)


def _noted(name: str, sha256: str, refusal: Refusal, ledger: Ledger) -> FileResult:
    _log.info("document.refused", extra={"file": sha256 or name, "code": refusal.code})
    ledger.quarantine(name, sha256=sha256, code=refusal.code, message=refusal.message)
    return FileResult(name=name, outcome="refused", sha256=sha256, refusal=refusal)


def _bytes_of(what: Path | Member | Unwalked | _Received, ledger: Ledger, choices: Choices | None) -> Source:
    if isinstance(what, Path):
        return read_source(what, choices)
    if isinstance(what, Member):
        return what.source()
    if isinstance(what, Unwalked):
        raise what.error
    try:
        return Source(what.name, ledger.original(what.sha256))
    except NotFoundError as error:
        raise StoreError(
            f"{what.name}: 原文件不在账本文件夹里 | its original is gone from the ledger's folder",
            remedy="从备份恢复 | restore it from a backup",
            code="ORIGINAL-MISSING",
        ) from error


def read_elsewhere(data: bytes, name: str, jurisdiction: str, min_confidence: float) -> Extraction | Refusal:
    """Read one file for another process: of the settings come only those that reading asks for, of an error its words.

    An error's own class may not be known on the other side, or not fit to be sent.
    """
    try:
        return extract(data, name, Settings(jurisdiction=jurisdiction, min_confidence=min_confidence))
    except Exception as error:
        refusal = refusal_of(error)
        if refusal.code == DutygraphError.default_code:
            _log.error("document.failed", extra={"file": name}, exc_info=error)
        return refusal


def refusal_of(error: Exception) -> Refusal:
    """An error of a reader in words; one that is not ours is a fault of the reader."""
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
