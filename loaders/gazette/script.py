"""Papers in traditional script: read in simplified, given back in the script they are printed in.

The rules know simplified words. A paper of which a good part is traditional is read in a copy whose characters are
simplified one for one, so that every place stays; then each printed value of a statement takes the characters that stand in
the paper where its words do. A single traditional character in a simplified paper is a slip of print, which the folded text
of any paper takes care of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from graph.statements import Source, Statement
from loaders.readers.folding import has_traditional, simplified
from loaders.readers.paper import Paper

#: From this share of characters on that only traditional script writes, a paper is written in it.
_SHARE = 0.1
#: Columns that hold words of ours and usual forms, not words of the paper.
_OURS = frozenset(
    {
        "action", "activity_kind", "applies_to", "basis", "comparator", "extent", "instrument", "issuer", "key", "kind", "marker", "mode",
        "mutual", "object_kind", "per", "rank", "relation", "role", "rule", "series", "sponsor", "status", "unit", "what",
    }
)  # fmt: skip


def in_simplified(paper: Paper) -> Paper | None:
    """A copy of a paper in simplified script, character for character; None for a paper that is not in traditional script."""
    if not has_traditional(paper.text):
        return None
    plain = simplified(paper.text)
    other = sum(one != two for one, two in zip(plain, paper.text, strict=True))
    return replace(paper, text=plain) if other > _SHARE * len(paper.text) else None


def as_printed(statements: Iterable[Statement], plain: Paper, paper: Paper) -> Iterator[Statement]:
    """The statements read in the simplified copy `plain`, their printed values in the characters of `paper`."""
    print_ = _Print.of(plain, paper)
    for statement in statements:
        source = statement.source
        yield replace(
            statement,
            source=replace(source, quote=paper.text[source.start : source.end]),
            **{
                column: print_.value(value, source)
                for column in (item.name for item in fields(statement))
                if column not in _OURS and isinstance(value := getattr(statement, column), str | tuple) and value
            },
        )


@dataclass(frozen=True, slots=True)
class _Print:
    """How the words of a paper are printed: `flat` is its simplified text without white space, `places` where each stands."""

    text: str
    flat: str
    places: tuple[int, ...]
    usual: dict[int, str]  # the print of a simplified character wherever its words do not stand together

    @classmethod
    def of(cls, plain: Paper, paper: Paper) -> _Print:
        places = tuple(place for place, character in enumerate(plain.text) if not character.isspace())
        counts: dict[str, Counter[str]] = {}
        for place in places:
            counts.setdefault(plain.text[place], Counter())[paper.text[place]] += 1
        usual = {ord(one): count.most_common(1)[0][0] for one, count in counts.items()}
        return cls(paper.text, "".join(plain.text[place] for place in places), places, usual)

    def value(self, value: str | tuple[str, ...], source: Source) -> str | tuple[str, ...]:
        """A cell's words as printed, in the statement's own quote if they stand there."""
        if isinstance(value, tuple):
            return tuple(self._words(one, source) for one in value)
        return self._words(value, source)

    def _words(self, words: str, source: Source) -> str:
        low, high = (self._before(place) for place in (source.start, source.end))
        at = self.flat.find(words, low, high)
        if at < 0:
            at = self.flat.find(words)
        if at < 0:
            return words.translate(self.usual)
        return "".join(self.text[place] for place in self.places[at : at + len(words)])

    def _before(self, place: int) -> int:
        return bisect_left(self.places, place)
