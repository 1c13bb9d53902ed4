"""What a format may need besides the graph: where ids live, texts of papers, the language of headings, the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from core.errors import NotFoundError
from core.settings import Language, Settings
from graph.ledger.ledger import Ledger
from graph.ontology import ontology
from graph.rdf.evidence import Texts, no_texts
from graph.rdf.terms import Names

#: Texts of papers kept at hand while one export is written.
_TEXTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """`on` is the day the graph was cut to, empty for all days."""

    names: Names = field(default_factory=lambda: Names(ontology().base))
    texts: Texts = no_texts
    language: Language = "zh"
    on: str = ""

    @classmethod
    def of(cls, settings: Settings, ledger: Ledger, *, on: str = "") -> Making:
        """As settings and ledger have it. A file that was purged, or came as a table, has no text."""

        @lru_cache(maxsize=_TEXTS)
        def text(file: str) -> str:
            try:
                return ledger.text(file)
            except NotFoundError:
                return ""

        return cls(names=Names(settings.base_iri), texts=text, language=settings.language, on=on)
