"""Plain text: bytes in whatever encoding Chinese papers come in to a `Paper`."""

from __future__ import annotations

import hashlib
import re
from functools import cache

from core.errors import InputError
from loaders.limits import LIMITS, Limits, beyond
from loaders.readers import lookalikes
from loaders.readers.encodings import decode
from loaders.readers.paper import Line, Paper, PaperKind, Place

#: What a file without words is made of: white space and marks of an encoding.
BLANK_BYTES = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"

# One wide character to one plain character: folding must never move a place.
_WIDE_MARKS = "，：；（）．！？［］【】｜％－～／＋　\u00a0•・‧∙﹒"
_PLAIN_MARKS = ",:;().!?[][]|%-~/+  ·····"
#: Rare characters of names, outside the basic block. Rules know names by the basic block; printed words stay as they are.
_RARE = re.compile("[\u3400-\u4dbf\U00020000-\U0003ffff]")
_ANY_NAME = "吉"
_UNSEEN = re.compile(f"[{lookalikes.INVISIBLE}]")
_FOLDS = tuple(zip(_WIDE_MARKS, _PLAIN_MARKS, strict=True))
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_WIDE_TABLE = {0xFF01 + i: 0x21 + i for i in range(94)}
#: Frequent characters that only traditional script writes; without any of them nothing is converted.
_TRADITIONAL = re.compile("[國區縣長學組員發辦關於會領導執應處門務產業監書記黨聯繫負責實鎮鄉農衛廳總經濟財稅審統計]")


def read_text(data: bytes, name: str, kind: PaperKind = "text", *, limits: Limits = LIMITS) -> Paper:
    """Decode bytes and number the lines. `name` is for messages; `kind` says what the text was taken from.

    Raises `InputError` (`FILE-EMPTY`, `FILE-ENCODING`, `FILE-BINARY`) naming file and remedy, and `LimitError`
    (`PAPER-TOO-LONG`).
    """
    if not data.strip(BLANK_BYTES):
        raise InputError(
            f"{name}: 空文件 | the file is empty",
            remedy="换一个有内容的文件 | give a file with text",
            code="FILE-EMPTY",
        )
    text = decode(data, name)
    if len(text) > limits.characters:
        raise beyond(name, "PAPER-TOO-LONG", found=f"{len(text)} 字 characters", limit=f"{limits.characters}")
    return paper_of(text, name=name, sha256=hashlib.sha256(data).hexdigest(), kind=kind)


def paper_of(
    text: str, *, name: str, sha256: str, kind: PaperKind = "text", places: tuple[tuple[Place, ...], ...] = ()
) -> Paper:
    """A paper over decoded text; `places` holds those of each line, if it was derived from printed pages."""
    lines: list[Line] = []
    start = 0
    for number, words in enumerate(text.split("\n"), start=1):
        end = start + len(words)
        page = places[number - 1][0].page if places else 0
        lines.append(Line(number, start, end - words.endswith("\r"), page))
        start = end + 1
    return Paper(name, sha256, kind, text, fold(text), tuple(lines), places)


#: A full stop printed half-width behind Chinese words; behind the number of a heading (`一. …`) it is none.
_HALF_STOP = re.compile(r"(?<=[\u4e00-\u9fff)”])(?<![一二三四五六七八九十])\.(?=\s)")


def fold(text: str) -> str:
    """Width and script folded, character for character: `（２０２３）` -> `(2023)`, `區` -> `区`."""
    for wide, plain in _FOLDS:
        text = text.replace(wide, plain)
    text = _RARE.sub(_ANY_NAME, lookalikes.plain(_UNSEEN.sub(" ", text)))
    if _WIDE.search(text):
        text = text.translate(_WIDE_TABLE)
    if ". " in text or ".\n" in text or ".\r" in text:
        text = _HALF_STOP.sub("。", text)
    if _TRADITIONAL.search(text):
        text = text.translate(_simplified())
    return text


@cache
def _simplified() -> dict[int, int]:
    """Traditional to simplified, single characters only (OpenCC's own table, phrase by phrase would move places)."""
    from opencc import OpenCC

    converter = OpenCC("t2s")
    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    return {
        ord(old): ord(new)
        for old, new in zip(characters, (converter.convert(character) for character in characters), strict=True)
        if len(new) == 1 and new != old
    }
