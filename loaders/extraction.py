"""From bytes to a reading: pure, the same bytes and rules give the same statements. No disk, no database."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.errors import InputError, LimitError
from core.garbage import seldom_collected
from core.settings import Settings
from graph.ledger.records import NO_RULES, Reading, SourceKind
from graph.names.places import place_of
from graph.private import mask, mask_spans, mask_statements, private_spans
from graph.statements import Document, Statement
from loaders.deadline import deadline, seconds_for
from loaders.foreign.heads import Choices
from loaders.foreign.tables import Unread, looks_foreign, read_foreign
from loaders.gazette import RULES_VERSION
from loaders.gazette.read import PageRead, PaperReading, read_paper
from loaders.imprints import imprints_of
from loaders.limits import LIMITS
from loaders.readers.archive import Archive
from loaders.readers.formats import format_of
from loaders.readers.read import read_apart
from loaders.readers.sheets import is_sheet_file
from loaders.tables import read_table_files, table_named

_KINDS: Mapping[str, tuple[SourceKind, ...]] = {
    "pdf": ("pdf", "scan"), "docx": ("docx",), "html": ("html",), "image": ("scan",),
}  # fmt: skip
#: Ending of a spreadsheet packed with what a person said of it.
PACKED_SHEETS = "sheets"
_CHOICES = "choices.json"
#: The one moment all members of a packed table folder bear, so that equal tables make equal bytes.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """What was read of one document: rows by table, and the rows read with doubt."""

    doc_id: str
    title: str
    counts: tuple[tuple[str, int], ...]
    doubtful: tuple[Statement, ...]

    @property
    def statements(self) -> int:
        """All rows."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was read of a file, document by document, and the lines no rule read."""

    name: str
    documents: tuple[DocumentReport, ...]
    unread: tuple[tuple[int, int], ...] = ()
    lines: int = 0
    lines_read: int = 0
    unread_rows: tuple[Unread, ...] = ()  # of a spreadsheet
    pages: tuple[PageRead, ...] = ()  # of a file that has pages
    unread_pages: tuple[int, ...] = ()  # scans and garbled pages


@dataclass(frozen=True, slots=True)
class Extraction:
    """A reading and its report."""

    reading: Reading
    report: Report


def extract(data: bytes, name: str, settings: Settings) -> Extraction:
    """Read one file: a table by its name (`tasks.csv`), a packed table folder, a spreadsheet, or a paper of any format.

    Private data is masked. Raises `InputError` or `LimitError` naming file, place and remedy; `LimitError` (`READER-TIME`) too for
    words that the rules come to no end with.
    """
    with seldom_collected(), deadline(name, seconds_for(len(data))):
        return _extract(data, name, settings)


def _extract(data: bytes, name: str, settings: Settings) -> Extraction:
    stem, _, suffix = name.rpartition(".")
    if suffix.lower() == PACKED_SHEETS:
        return _extract_packed(data, settings)
    if is_foreign(name, data):
        return _extract_sheets(data, name, hashlib.sha256(data).hexdigest(), settings, Choices())
    if suffix.lower() == "csv" and format_of(data, name) == "delimited":
        if table_named(stem.rpartition("/")[2]) is None:
            read_table_files({name: data})  # says which table it may be
        return _extract_tables({name: data}, data, name, settings)
    if suffix.lower() == "tables":
        return _extract_tables(unpack_tables(data), data, name, settings)
    paper = read_apart(data, name)
    found = read_paper(paper, jurisdiction=settings.jurisdiction)
    spans = private_spans(paper.text)
    statements = mask_statements(found.statements, paper.text, spans)
    reading = Reading(
        sha256=paper.sha256,
        kind=paper.kind,
        rules=RULES_VERSION,
        statements=statements,
        jurisdiction=settings.jurisdiction,
        text=mask_spans(paper.text, spans),
        imprints=imprints_of(paper, spans),
    )
    report = _report(name, statements, settings.min_confidence, found)
    return Extraction(reading, replace(report, unread_pages=paper.unread_pages))


def kinds_and_rules(name: str, data: bytes) -> tuple[tuple[SourceKind, ...], str]:
    """As what kinds of source a file may be read, and by which rules: tables of the waist by none.

    Raises what `format_of` raises.
    """
    if name.lower().endswith(f".{PACKED_SHEETS}") or is_foreign(name, data):
        return ("table",), RULES_VERSION
    if name.lower().endswith((".csv", ".tables")):
        return ("table",), NO_RULES
    return _KINDS.get(format_of(data, name), ("text",)), RULES_VERSION


def pack_sheets(data: bytes, name: str, choices: Choices) -> bytes:
    """A spreadsheet with what a person said of it, as one file: read again it is read the same way."""
    return pack_tables({name: data, _CHOICES: choices.as_bytes()})


def is_foreign(name: str, data: bytes) -> bool:
    """Whether a file is a spreadsheet other than a table of the waist: by its bytes, for text by its name."""
    try:
        found = format_of(data, name)
    except InputError:
        return is_sheet_file(name) and not name.lower().endswith(".csv")  # reading it says what is wrong
    if found == "delimited" and name.lower().endswith(".csv"):
        return looks_foreign(data)
    return found in ("workbook", "delimited")


def _extract_packed(data: bytes, settings: Settings) -> Extraction:
    files = unpack_tables(data)
    name = next((name for name in files if name != _CHOICES), "")
    if not name or _CHOICES not in files:
        raise InputError("不是打包的表 | not a packed spreadsheet", code="TABLE-PACK")
    choices = Choices.from_bytes(files[_CHOICES])
    return _extract_sheets(files[name], name, hashlib.sha256(data).hexdigest(), settings, choices)


def _extract_sheets(data: bytes, name: str, sha256: str, settings: Settings, choices: Choices) -> Extraction:
    found = read_foreign(data, name, sha256, choices, settings.jurisdiction)
    statements = mask_statements(_placed(list(found.statements)))
    reading = Reading(
        sha256=sha256,
        kind="table",
        rules=RULES_VERSION,
        statements=statements,
        jurisdiction=settings.jurisdiction,
    )
    unread = tuple(replace(row, words=mask(row.words)) for row in found.unread)
    return Extraction(reading, replace(_report(name, statements, settings.min_confidence), unread_rows=unread))


def pack_tables(files: Mapping[str, bytes]) -> bytes:
    """A folder of tables as one file, so that it is one reading: equal files make equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _NO_MOMENT), files[name])
    return buffer.getvalue()


def unpack_tables(data: bytes) -> dict[str, bytes]:
    """The files of a packed table folder. Anybody may upload what bears this name, so it is unpacked within the limits.

    Raises `InputError` (`TABLE-PACK`) if it is none, `LimitError` (`ARCHIVE-TOO-LARGE`).
    """
    try:
        with Archive(data, "tables", LIMITS) as archive:
            return {item.filename: archive.read(item) for item in archive.entries()}
    except LimitError:
        raise
    except InputError as error:
        raise InputError(
            f"不是打包的表 | not a packed table folder: {error.message}",
            remedy="直接载入原文件夹 | load the folder itself",
            code="TABLE-PACK",
        ) from error


def _extract_tables(files: Mapping[str, bytes], data: bytes, name: str, settings: Settings) -> Extraction:
    rows = read_table_files(files, settings.jurisdiction)
    statements = mask_statements(_placed(rows))
    reading = Reading(
        sha256=hashlib.sha256(data).hexdigest(),
        kind="table",
        rules=NO_RULES,
        statements=statements,
        jurisdiction=settings.jurisdiction,
    )
    return Extraction(reading, _report(name, statements, settings.min_confidence))


def _placed(rows: list[Statement]) -> list[Statement]:
    """Rows that name no place get their document's issuer's; those whose document names none, that of most documents.

    The same as for the notices of a paper, so that a table and the paper it was made from speak of one document.
    """
    if all(row.source.jurisdiction for row in rows):
        return rows
    places = {row.doc_id: place_of(row.issuer or row.title) for row in rows if isinstance(row, Document)}
    known = Counter(place for place in places.values() if place.id).most_common()
    fullest = {place.name: place for place, _ in sorted(known, key=lambda item: (len(item[0].above), item[1]))}
    common = known[0][0].id if known else ""
    ids = {doc_id: fullest[place.name].id if place.name in fullest else common for doc_id, place in places.items()}
    return [
        row
        if row.source.jurisdiction
        else replace(row, source=replace(row.source, jurisdiction=ids.get(row.doc_id, common)))
        for row in rows
    ]


def _report(
    name: str, statements: Iterable[Statement], min_confidence: float, found: PaperReading | None = None
) -> Report:
    counts: dict[str, Counter[str]] = {doc_id: Counter() for doc_id in found.documents} if found else {}
    titles: dict[str, str] = {}
    doubtful: dict[str, list[Statement]] = {}
    for statement in statements:
        doc_id = statement.source.doc_id
        counts.setdefault(doc_id, Counter())[statement.TABLE] += 1
        if isinstance(statement, Document):
            titles.setdefault(doc_id, statement.title)
        if statement.source.confidence < min_confidence:
            doubtful.setdefault(doc_id, []).append(statement)
    documents = tuple(
        DocumentReport(
            doc_id=doc_id,
            title=titles.get(doc_id, ""),
            counts=tuple(sorted(count.items())),
            doubtful=tuple(doubtful.get(doc_id, ())),
        )
        for doc_id, count in counts.items()
    )
    if found is None:
        return Report(name=name, documents=documents)
    return Report(
        name=name,
        documents=documents,
        unread=found.unread,
        lines=found.lines,
        lines_read=found.lines_read,
        pages=found.pages,
    )
