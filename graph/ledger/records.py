"""What goes into the ledger and comes out: plain records, light to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.decisions import Decision
from graph.ids import Ids
from graph.ledger.imprints import Imprint
from graph.statements import Statement

SourceKind = Literal["table", "docx", "html", "text", "pdf", "scan"]
State = Literal["received", "parsed", "written", "verified"]

#: Rules version of a reading that used no rules: the cells of a table say what they say.
NO_RULES = ""
#: Best source first: a table's cells need no reading, a scan is read by guess.
SOURCE_ORDER: tuple[SourceKind, ...] = ("table", "docx", "html", "text", "pdf", "scan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file read by one version of the rules, for the place that was given when loading.

    `text` is the decoded text, private data masked; empty for tables. `imprints` say where it is printed, if it has pages.
    """

    sha256: str
    kind: SourceKind
    rules: str
    statements: tuple[Statement, ...]
    jurisdiction: str = ""
    text: str = ""
    imprints: tuple[Imprint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file the ledger has received: its hash, the name it first came by, and how far it got."""

    sha256: str
    name: str
    size: int
    state: State
    quarantined: str = ""  # code of the error that stopped it
    purged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRecord:
    """A reading in the ledger: its journal row, file, kind and rules, and whether it was withdrawn."""

    row: int
    sha256: str
    kind: SourceKind
    rules: str
    jurisdiction: str
    at: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """A decision in the ledger: its journal row, who made it and when, and whether it was withdrawn."""

    row: int
    decision: Decision
    who: str
    at: str
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A file that could not be read: code, message and position of the error."""

    row: int
    sha256: str
    name: str
    code: str
    message: str
    position: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row that the files of a document do not agree on: the files that have it and those that have not.

    `cells` are its columns that hold something, each with its value.
    """

    doc_id: str
    table: str
    cells: tuple[tuple[str, str], ...]
    with_it: tuple[str, ...]
    without_it: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What counts: one reading a document, corrections applied.

    `ids` holds the statements that identity and timeline get, in an order that depends on nothing but their content;
    `held_back` those below `min_confidence` or rejected (id, statement); `decisions` all standing ones; `orphans`
    those whose statement no live reading has.
    """

    ids: Ids
    held_back: tuple[tuple[str, Statement], ...]
    decisions: tuple[Decision, ...]
    orphans: tuple[Decision, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that identity and timeline get."""
        return self.ids.statements
