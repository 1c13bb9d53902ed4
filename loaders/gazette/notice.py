"""A notice cut out of a paper: what every kind module reads, and how it quotes what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph.statements import Source
from loaders.gazette.paragraphs import is_rest
from loaders.readers.paper import Line, Paper, Passage

_ALL_OF = re.compile(r"\s*各[^:。;]{1,60}:\s*$")
_BRACKETS = str.maketrans({"[": "〔", "]": "〕", "(": "〔", ")": "〕"})
_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, eq=False)
class Notice:
    """One document of a paper, in printed order.

    Not slotted, and equal to itself only: what several kind modules ask of it is worked out once.

    `doc_id` is the printed number in its usual form (`东政发〔2023〕26号`) or a derived label; `kind` tells a notice
    from the other parts of a gazette (`masthead`, `chronicle`) and from a plain text (`text`). `lines` are all its
    printed lines; `body` the passages after title, number and addressees, attachments included, page furniture left
    out, wrapped lines joined. A passage with a tab is a table row.
    """

    paper: Paper
    doc_id: str
    kind: str
    jurisdiction: str
    title: Passage
    issuer: str
    lines: tuple[Line, ...]
    body: tuple[Passage, ...]
    number: Passage | None = None
    addressees: Passage | None = None
    signature: Passage | None = None
    date: Passage | None = None
    signed_date: str = ""
    issue: str = ""
    furniture: frozenset[int] = field(default_factory=frozenset)  # numbers of lines that are page furniture
    #: Rows of tables printed one cell a line (`upright`), by the number of their first line; None for the others.
    rows: Mapping[int, Passage | None] = field(default_factory=dict)
    #: Whether it is a paper of its own; a part of a handbook, a list or news that an issue prints as its own text is none.
    is_document: bool = True
    #: Of a chronicle: the persons to whom the notices before it in the same paper give a post.
    named: frozenset[str] = frozenset()

    @property
    def heading(self) -> str:
        """The title as printed, wrapped lines joined, white space removed."""
        return self.title.printed()

    def source(
        self, passage: Passage, start: int = 0, end: int | None = None, *, rule: str, confidence: float = 1.0
    ) -> Source:
        """The evidence `passage.text[start:end]`: exact code points, lines and words of the decoded file."""
        stop = len(passage.text) if end is None else end
        while start < stop and passage.text[start].isspace():
            start += 1
        while stop > start and passage.text[stop - 1].isspace():
            stop -= 1
        first, last = passage.span(start, stop)
        top, bottom = self.paper.line_at(first), self.paper.line_at(last - 1)
        printed = list(self.paper.printed_at(first, last)) if self.paper.places else ()
        return Source(
            jurisdiction=self.jurisdiction,
            doc_id=self.doc_id,
            file=self.paper.sha256,
            page=printed[0].page if printed else 0,
            line_start=top.number,
            line_end=bottom.number,
            start=first,
            end=last,
            quote=self.paper.text[first:last],
            rule=rule,
            confidence=min((confidence, *(place.confidence for place in printed))) if printed else confidence,
        )

    def goes_to(self, line: Passage) -> bool:
        """Whether a line is whom the paper goes to, all of a sort (`各处室、各年级组：`), and heads nothing."""
        above = self.addressees
        return above is not None and above.start == line.start and _ALL_OF.match(line.text) is not None

    def text_lines(self) -> tuple[Passage, ...]:
        """The lines that are neither blank nor page furniture, one passage each (for rosters and tables).

        A row whose cells stand on lines of their own is one passage with tabs; a line that the end of the column broke is
        one with the line below.
        """
        return self._text_lines

    @cached_property
    def _text_lines(self) -> tuple[Passage, ...]:
        words, passage, furniture = self.paper.words, self.paper.passage, self.furniture
        if self.rows:
            lines = tuple(self._lines_and_rows())
        else:
            lines = tuple(
                [
                    passage(line.start, line.end)
                    for line in self.lines
                    if words[line.number - 1] and line.number not in furniture
                ]
            )
        return tuple(self._unbroken(lines)) if self.paper.column else lines

    def _unbroken(self, lines: tuple[Passage, ...]) -> Iterator[Passage]:
        closing = {passage.start for passage in (self.signature, self.date) if passage is not None}
        parts: list[Passage] = []
        for line in lines:
            if parts and not (
                self.paper.fills_column(parts[-1].text)
                and is_rest(parts[-1].text, line.text)
                and not any(line.start <= place < line.end for place in closing)
            ):
                yield Passage.join(parts)
                parts = []
            parts.append(line)
        if parts:
            yield Passage.join(parts)

    def _lines_and_rows(self) -> Iterator[Passage]:
        for line in self.lines:
            if line.number in self.rows:
                row = self.rows[line.number]
                if row is not None:
                    yield row
            elif self.paper.words[line.number - 1] and line.number not in self.furniture:
                yield self.paper.passage(line.start, line.end)

    @cached_property
    def words(self) -> str:
        """The folded words of addressees and body, a line break between passages: what a rule looks through first.

        A word that stands nowhere in it, not even over the break of two lines, stands in no passage.
        """
        above = () if self.addressees is None else (self.addressees,)
        return "\n".join([passage.text for passage in (*above, *self.body)])


def usual_number(printed: str) -> str:
    """A document number in its usual form: no spaces, `〔〕` around the year (`甲政发[2031]28号` -> `甲政发〔2031〕28号`)."""
    return _WHITE.sub("", printed).translate(_BRACKETS)
