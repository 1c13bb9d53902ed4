"""Plain text: bytes in whatever encoding Chinese papers come in to a `Paper`."""

from __future__ import annotations

import hashlib
import re

from core.errors import InputError
from loaders.limits import LIMITS, Limits, beyond
from loaders.readers import markdown
from loaders.readers.encodings import decode
from loaders.readers.folding import fold
from loaders.readers.paper import Line, Paper, PaperKind, Place

#: What a file without words is made of: white space and marks of an encoding.
BLANK_BYTES = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"

#: Sites that show copies of documents print this Cyrillic letter where a paragraph ended; with others of its kind it is a letter.
_PARAGRAPH_LOST = "\u0420"
_OTHER_CYRILLIC = re.compile("[\u0400-\u041f\u0421-\u04ff]")
#: White space behind a line says nothing; a tab there is an empty cell.
_AFTER_LINE = "\r \u3000\u00a0"


def read_text(data: bytes, name: str, kind: PaperKind = "text", *, limits: Limits = LIMITS) -> Paper:
    """Decode bytes and number the lines. `name` is for messages; `kind` says what the text was taken from.

    Raises `InputError` (`FILE-EMPTY`, `FILE-ENCODING`, `FILE-BINARY`) naming file and remedy, and `LimitError`
    (`PAPER-TOO-LONG`).
    """
    if not data.strip(BLANK_BYTES):
        raise _empty(name)
    text = decode(data, name)
    if len(text) > limits.characters:
        raise beyond(name, "PAPER-TOO-LONG", found=f"{len(text)} 字 characters", limit=f"{limits.characters}")
    paper = paper_of(text, name=name, sha256=hashlib.sha256(data).hexdigest(), kind=kind)
    if not any(paper.words):
        raise _empty(name)  # white space of some other alphabet, or characters that print nothing
    return paper


def _empty(name: str) -> InputError:
    return InputError(
        f"{name}: 空文件 | the file is empty",
        remedy="换一个有内容的文件 | give a file with text",
        code="FILE-EMPTY",
    )


def paper_of(
    text: str, *, name: str, sha256: str, kind: PaperKind = "text", places: tuple[tuple[Place, ...], ...] = ()
) -> Paper:
    """A paper over decoded text; `places` holds those of each line, if it was derived from printed pages."""
    lines: list[Line] = []
    ended = _ended(text)
    folded = markdown.unbolded(fold(ended))
    pieces: list[str] = []  # of the folded text, where marks are left out of lines
    marked = markdown.has_marks(text)
    start = kept = 0
    for number, words in enumerate(ended.split("\n"), start=1):
        end = start + len(words)
        page = places[number - 1][0].page if places else 0
        low, high = start, start + len(words.rstrip(_AFTER_LINE))
        if marked and (inner := markdown.inside(text[low:high])) != (0, high - low):
            low, high = start + inner[0], start + inner[1]
            pieces += (folded[kept:start], " " * inner[0], folded[low:high], " " * (end - high))
            kept = end
        lines.append(Line(number, low, high, page))
        start = end + 1
    folded = "".join([*pieces, folded[kept:]])
    return Paper(name, sha256, kind, text, folded, tuple(lines), places)


def _ended(text: str) -> str:
    """The text with the ends of its paragraphs where a copy lost them, each letter at its place."""
    if _PARAGRAPH_LOST not in text or _OTHER_CYRILLIC.search(text):
        return text
    return text.replace(_PARAGRAPH_LOST, "\n")
