"""One request for a page: its language, day, place and library, and the addresses it links to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Depends, Path, Query, Request

from api import limits
from api.dependencies import KnownAt, state_of
from api.identifiers import thing_of
from core.errors import NotFoundError
from core.settings import Language
from graph.days import checked_day, today
from graph.ids import PREFIXES
from graph.ontology import ontology
from graph.stores.store import Row, Value
from queries.answers.model import Coded, Evidence, Thing
from queries.answers.sheets import Words
from queries.library import Library

#: The part of an address in which things of a label live.
SEGMENTS = {
    "Person": "persons", "Organisation": "organisations", "Group": "groups", "Task": "tasks", "Plan": "plans",
    "Document": "documents", "Post": "posts", "Matter": "matters", "Evidence": "evidence",
}  # fmt: skip
#: Where a sentence ends in a paper: a full stop, a line left empty.
_SENTENCE_ENDS = ("。", "\n\n", "\n\u3000\u3000")
_CONTEXT = 160
_LABELS = {prefix: kind.capitalize() for kind, prefix in PREFIXES.items()}


@dataclass(frozen=True, slots=True)
class Page:
    """What every page knows. `asked` is the day as the address holds it, empty for today; so is `known_at` for now."""

    request: Request
    library: Library
    language: Language
    on: str
    asked: str
    place: str
    known_at: str = ""
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", Words(self.language))

    @property
    def zh(self) -> bool:
        """Whether the reader reads Chinese."""
        return self.language == "zh"

    def say(self, zh: str, en: str) -> str:
        """One of two texts."""
        return zh if self.zh else en

    def caption(self, name: str) -> str:
        """The caption of a label, an edge type or a property."""
        return ontology().caption(name, language=self.language)

    def code(self, value: Coded) -> str:
        """A code in the reader's language."""
        return self.words.code(value)

    def rows(self, query: str, **parameters: Value) -> list[Row]:
        """The rows of a canned query."""
        return self.library.rows(query, **parameters)

    # --- addresses ---

    def path(self, *segments: str, **query: str) -> str:
        """An address of this site in this language that keeps day and place; a parameter given as empty falls away."""
        kept = {"on": self.asked, "jurisdiction": self.place, "known_at": self.known_at, **query}
        tail = urlencode({name: value for name, value in kept.items() if value})
        path = "/".join(("", self.language, *segments))
        return f"{path}?{tail}" if tail else path

    def href(self, identifier: str, *, fragment: str = "") -> str:
        """The page of a thing; empty for what has none."""
        segment = SEGMENTS.get(label_of(identifier), "")
        address = self.path(segment, identifier) if segment else ""
        return f"{address}#{fragment}" if address and fragment else address

    def here(self, **changed: str) -> str:
        """This very page with some parameters changed."""
        query = dict(self.request.query_params.multi_items()) | changed
        tail = urlencode({name: value for name, value in query.items() if value})
        return f"{self.request.url.path}?{tail}" if tail else self.request.url.path

    def in_language(self, language: str) -> str:
        """This very page in another language, day and all."""
        _, _, rest = self.request.url.path.removeprefix("/").partition("/")
        tail = self.request.url.query
        return f"/{language}/{rest}" + (f"?{tail}" if tail else "")

    def kept(self) -> list[tuple[str, str]]:
        """The parameters of this page that a form for another day must carry along."""
        return [(name, value) for name, value in self.request.query_params.multi_items() if name != "on"]

    def thing(self, identifier: str, label: str) -> Thing:
        """The thing of an id, with its name. Raises `NotFoundError`."""
        return thing_of(self.library, label, identifier)

    def place_name(self, code: str) -> str:
        """What the place of a code is called; the code itself for one that has no name."""
        return self.library.remembered(_place_name, code)

    # --- words ---

    def around(self, words: Evidence) -> tuple[str, str]:
        """What stands before and after a quote in its sentence; empty if its text is not kept."""
        if not words.file or words.end <= words.start:
            return "", ""
        try:
            whole = state_of(self.request).ledger().text(words.file)
        except NotFoundError:
            return "", ""
        return sentence_around(whole, words.start, words.end)


def _place_name(library: Library, code: str) -> str:
    hit = library.index.get(code)
    return hit.name if hit is not None and hit.name else code


def sentence_around(whole: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after `whole[start:end]`, within its paragraph and within reason."""
    left = max((whole.rfind(mark, 0, start) + 1 for mark in _SENTENCE_ENDS), default=0)
    stops = [found for mark in _SENTENCE_ENDS if (found := whole.find(mark, end)) >= 0]
    right = min(stops, default=len(whole))
    right = min(right + (1 if right < len(whole) and whole[right] == "。" else 0), end + _CONTEXT)
    before, after = whole[max(left, start - _CONTEXT) : start].lstrip(), whole[end:right].rstrip()
    return (f"…{before}" if start - _CONTEXT > left else before), after


def label_of(identifier: str) -> str:
    """The label an id belongs to by its prefix; empty for none."""
    return _LABELS.get(identifier.partition("_")[0], "")


def page(
    request: Request,
    language: Annotated[Literal["zh", "en"], Path()],
    on: Annotated[str, Query(max_length=10)] = "",
    jurisdiction: Annotated[str, Query(max_length=limits.MAX_ID)] = "",
    known_at: Annotated[KnownAt | Literal[""], Query()] = "",
) -> Iterator[Page]:
    """The page of a request, with a library held to its end. Raises `InputError` for a day that is none."""
    day = checked_day(on) if on else today()
    with state_of(request).lease(known_at) as library:
        yield Page(request, library, language, day, on, jurisdiction, known_at)


Asked = Annotated[Page, Depends(page)]
Identifier = Annotated[str, Path(min_length=1, max_length=limits.MAX_ID, pattern=r"^[a-z]{2,3}_[0-9a-f]{32}$")]


def change_days(rows: Iterable[Row]) -> list[str]:
    """The days on which something in these rows began or ended, in order, each once."""
    found = {str(day) for row in rows for name in ("possible_from", "possible_to") if (day := row.get(name))}
    return sorted(found)
