"""What every statement is made of: where its words stand, which rule read them, and what tells it from its neighbours."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the words stand, and which rule read them.

    `jurisdiction` is a division code (GB/T 2260, or an invented one) or a name when no code is known; `doc_id` the
    printed number as `东政发〔2023〕26号`, else a derived label; `file` the SHA-256 of the file's bytes; `page` 0 if
    the file has none; `line_start`, `line_end` 1-based and `start`, `end` code points in the decoded file (all 0 for
    table files, whose `cell` is `sheet!A1`); `quote` exactly `text[start:end]`, or the cell's words.
    """

    jurisdiction: str = ""
    doc_id: str = ""
    file: str = ""
    page: int = 0
    line_start: int = 0
    line_end: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""
    quote: str = ""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One row of one table. `KEY` names the columns that, with the document, tell it from its neighbours."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()

    source: Source = field(default_factory=Source)

    @property
    def doc_id(self) -> str:
        """The document it stands in."""
        return self.source.doc_id

    @property
    def jurisdiction(self) -> str:
        """The place whose paper it is."""
        return self.source.jurisdiction
