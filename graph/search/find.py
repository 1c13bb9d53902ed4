"""Reading the search index: a full name beats an alias, an alias a part, a part pinyin, pinyin a likeness."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from core.errors import StoreCorruptError, UsageError
from graph.ontology import Caption
from graph.search.build import KINDS
from graph.search.former import owner
from graph.search.spelling import characters, folded, latin, simplified, spellings, words

#: Why something was found, best first, with the score it starts from; the rest (below 10) is how much of it matches.
_BASE = {
    "name": 90, "alias": 80, "part": 70, "text": 60, "pinyin": 50, "initials": 40, "short": 40, "words": 30, "sound": 20,
    "alike": 10, "some_words": 0,
}  # fmt: skip
WHY: dict[str, Caption] = {
    "name": Caption(zh="全名", en="full name"),
    "alias": Caption(zh="别名", en="alias"),
    "part": Caption(zh="名称的一部分", en="part of the name"),
    "text": Caption(zh="原文含有", en="in the text"),
    "pinyin": Caption(zh="拼音", en="pinyin"),
    "initials": Caption(zh="拼音首字母", en="pinyin initials"),
    "short": Caption(zh="简称（按序含有各字）", en="shortened (has these characters in order)"),
    "words": Caption(zh="含有这些词", en="has these words"),
    "some_words": Caption(zh="含有其中的词", en="has some of the words"),
    "sound": Caption(zh="同音", en="sounds the same"),
    "alike": Caption(zh="相近", en="alike"),
}
#: A longer text is a paste, not a question.
MAX_TEXT = 500
#: Rows looked at per way of finding; enough for any list a person reads.
_CANDIDATES = 1_000
#: The least likeness (of 100) that counts.
_LIKENESS = 60.0

# The queries are put together from the constants below alone (hence `noqa`); what a person typed is bound.
_FILTER = (
    " AND (:kinds = '' OR instr(:kinds, ' ' || e.kind || ' ') > 0)"
    " AND (:jurisdiction = '' OR e.jurisdiction = :jurisdiction)"
)
_NAME = "SELECT e.id, e.kind, e.name, e.jurisdiction, n.name AS matched, n.folded, n.alias FROM "
_BY_NAME = (
    _NAME
    + "names n JOIN entities e ON e.number = n.entity WHERE n.folded = :wanted"
    + _FILTER
    + " ORDER BY e.id LIMIT :candidates"
)
_BY_CHARACTERS = (
    _NAME + "name_characters c JOIN names n ON n.number = c.rowid JOIN entities e ON e.number = n.entity"
    " WHERE name_characters MATCH :wanted" + _FILTER + " ORDER BY c.rank, e.id LIMIT :candidates"
)
_BY_ID = "SELECT id, kind, name, jurisdiction, '' AS matched FROM entities WHERE id = :wanted"
_BY_TEXT = (
    "SELECT e.id, e.kind, e.name, e.jurisdiction, '' AS matched"  # noqa: S608
    " FROM texts t JOIN entities e ON e.number = t.rowid"
    " WHERE texts MATCH :wanted" + _FILTER + " ORDER BY t.rank, e.id LIMIT :candidates"
)
_BY_SPELLING = (
    "SELECT e.id, e.kind, e.name, e.jurisdiction, '' AS matched, s.spelling, s.initials"  # noqa: S608
    " FROM spellings s JOIN entities e ON e.number = s.entity WHERE s.spelling >= :wanted AND s.spelling < :beyond"
    + _FILTER
    + " ORDER BY length(s.spelling), e.id LIMIT :candidates"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `why` is a key of `WHY`, `matched` the name that matched, `score` falls from 100 to 0."""

    id: str
    kind: str
    name: str
    why: str
    score: float
    jurisdiction: str
    matched: str = ""


class SearchIndex:
    """The index of one version; safe to use from several threads (a connection a call)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, text: str, *, kinds: Sequence[str] = (), jurisdiction: str = "", limit: int = 20) -> list[Hit]:
        """What `text` may mean, best first, each entity once; equals are sorted by kind, name and id.

        `kinds` are labels (`Person`, `Task` …), none meaning all; `jurisdiction` is a division code, none meaning all.
        Raises `UsageError` for an unknown kind or a text past `MAX_TEXT`, `StoreCorruptError` if the index is damaged
        or missing.
        """
        strangers = [kind for kind in kinds if kind not in KINDS]
        if strangers or len(text) > MAX_TEXT:
            raise UsageError(
                f"不能这样查找 | cannot search so: {', '.join(strangers) or len(text)}",
                remedy=f"kinds: {', '.join(KINDS)}; 最多 {MAX_TEXT} 字 | at most {MAX_TEXT} characters",
                code="SEARCH",
            )
        if not folded(text):
            return []
        try:
            with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as database:
                return self._best(_Search(database, kinds, jurisdiction), text, limit)
        except sqlite3.DatabaseError as error:
            raise StoreCorruptError(
                "搜索索引不可读 | the search index is unreadable", remedy="dutygraph rebuild"
            ) from error

    def exactly(self, names: Sequence[str], *, kinds: Sequence[str], jurisdiction: str = "") -> list[Hit]:
        """All that bear one of these names in full, by name or alias, each once, in the order of their ids.

        Raises `StoreCorruptError` as `find` does.
        """
        best: dict[str, Hit] = {}
        try:
            with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as database:
                search = _Search(database, kinds, jurisdiction)
                for name in dict.fromkeys(simplified(each) for each in names if folded(each)):
                    for hit in search.by_full_name(name):
                        _keep(best, hit)
        except sqlite3.DatabaseError as error:
            raise StoreCorruptError(
                "搜索索引不可读 | the search index is unreadable", remedy="dutygraph rebuild"
            ) from error
        return [best[identifier] for identifier in sorted(best)]

    def get(self, identifier: str) -> Hit | None:
        """The entity of that id, if it is one a person asks for. Raises `StoreCorruptError` as `find` does."""
        try:
            with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as database:
                database.row_factory = sqlite3.Row
                row = database.execute(_BY_ID, {"wanted": identifier}).fetchone()
        except sqlite3.DatabaseError as error:
            raise StoreCorruptError(
                "搜索索引不可读 | the search index is unreadable", remedy="dutygraph rebuild"
            ) from error
        return _hit(row, "name", 1.0) if row else None

    def former(self, identifier: str) -> str | None:
        """The owner of an id of an earlier version, empty if it was withdrawn; None for an id that never was.

        Raises `StoreCorruptError` as `find` does.
        """
        try:
            with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as database:
                return owner(database, identifier)
        except sqlite3.DatabaseError as error:
            raise StoreCorruptError(
                "搜索索引不可读 | the search index is unreadable", remedy="dutygraph rebuild"
            ) from error

    def _best(self, search: _Search, text: str, limit: int) -> list[Hit]:
        best: dict[str, Hit] = {}
        for typed in dict.fromkeys((text, simplified(text))):
            for hit in search.by_name(typed):
                _keep(best, hit)
            for hit in search.by_pinyin(typed):
                _keep(best, hit)
        if not any(hit.why in ("name", "alias") for hit in best.values()) or len(best) < limit:
            for typed in dict.fromkeys((text, simplified(text))):
                for hit in search.by_likeness(typed):
                    _keep(best, hit)
        ranked = sorted(best.values(), key=lambda hit: (-hit.score, KINDS.index(hit.kind), hit.name, hit.id))
        return ranked[:limit]


def _keep(best: dict[str, Hit], hit: Hit) -> None:
    known = best.get(hit.id)
    if known is None or hit.score > known.score:
        best[hit.id] = hit


class _Search:
    """One search over an open index."""

    def __init__(self, database: sqlite3.Connection, kinds: Sequence[str], jurisdiction: str) -> None:
        self._database = database
        self._database.row_factory = sqlite3.Row
        self._filter = {"kinds": f" {' '.join(kinds)} " if kinds else "", "jurisdiction": jurisdiction}

    def by_full_name(self, text: str) -> Iterator[Hit]:
        """Full names and aliases."""
        for row in self._rows(_BY_NAME, folded(text)):
            yield _hit(row, "alias" if row["alias"] else "name", 1.0)

    def by_name(self, text: str) -> Iterator[Hit]:
        """Full names, aliases, parts of names, and texts that hold the words as they stand."""
        wanted = folded(text)
        yield from self.by_full_name(text)
        phrase = _phrase(characters(text))
        for row in self._rows(_BY_CHARACTERS, phrase):
            yield _hit(row, "part", len(wanted) / max(len(row["folded"]), 1))
        if len(wanted) > 1:
            for row in self._rows(_BY_TEXT, f"characters : {phrase}"):
                yield _hit(row, "text", 0.5)

    def by_pinyin(self, text: str) -> Iterator[Hit]:
        """Whole names in pinyin, their beginnings, and initials."""
        typed = latin(text)
        if len(typed) >= 2:
            for row in self._rows(_BY_SPELLING, typed):
                whole = len(typed) / max(len(row["spelling"]), 1)
                yield _hit(row, "initials" if row["initials"] else "pinyin", whole)

    def by_likeness(self, text: str) -> Iterator[Hit]:
        """Names shortened, texts that hold the words in any order, names that sound the same, names that look alike."""
        yield from self._by_short(text)
        tokens = [_phrase(token) for token in dict.fromkeys(words(text).split())]
        for row in self._rows(_BY_TEXT, f"words : ({' AND '.join(tokens)})"):
            yield _hit(row, "words", 1.0)
        for place, row in enumerate(self._rows(_BY_TEXT, f"words : ({' OR '.join(tokens)})")):
            yield _hit(row, "some_words", 1 / (place + 1))
        if not latin(text):
            for whole, _ in spellings(text, person=True):
                for row in self._rows(_BY_SPELLING, whole):
                    if not row["initials"] and row["spelling"] == whole:
                        yield _hit(row, "sound", 1.0)
        wanted = folded(text)
        some = " OR ".join(_phrase(token) for token in dict.fromkeys(characters(text).split()))
        for row in self._rows(_BY_CHARACTERS, some):
            likeness = fuzz.ratio(wanted, row["folded"])
            if likeness >= _LIKENESS:
                yield _hit(row, "alike", likeness / 101)

    def _by_short(self, text: str) -> Iterator[Hit]:
        """Names that hold the characters in their order, as spoken short forms do: 医改 for 深化医药卫生体制改革…."""
        wanted = folded(text)
        if len(wanted) < 2 or wanted.isascii():
            return
        every = " AND ".join(_phrase(token) for token in dict.fromkeys(characters(text).split()))
        for row in self._rows(_BY_CHARACTERS, every):
            rest = iter(row["folded"])
            if all(character in rest for character in wanted):
                yield _hit(row, "short", len(wanted) / max(len(row["folded"]), 1))

    def _rows(self, query: str, wanted: str) -> list[sqlite3.Row]:
        # All spellings that begin with the text lie between it and it followed by the largest code point.
        values = {**self._filter, "wanted": wanted, "beyond": wanted + "\U0010ffff", "candidates": _CANDIDATES}
        return self._database.execute(query, values).fetchall()


def _phrase(tokens: str) -> str:
    # Quoted, a token is never an operator of the full-text language; folding has dropped the quotes inside.
    return f'"{tokens}"'


def _hit(row: sqlite3.Row, why: str, share: float) -> Hit:
    score = round(_BASE[why] + 9.99 * min(share, 1.0), 2)
    return Hit(row["id"], row["kind"], row["name"], why, score, row["jurisdiction"], row["matched"])
