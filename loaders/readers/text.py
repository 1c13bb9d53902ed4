"""Plain text: bytes in UTF-8, UTF-16 (with mark) or GB18030 to a `Paper`."""

from __future__ import annotations

import codecs
import hashlib
import re
from functools import cache

from core.errors import InputError
from loaders.readers.paper import Line, Paper, PaperKind

# One wide character to one plain character: folding must never move a place.
_WIDE_MARKS = "，：；（）．！？［］【】｜％－～／＋　\u00a0\ufeff\u200b•・‧∙﹒"
_PLAIN_MARKS = ",:;().!?[][]|%-~/+    ·····"
_FOLDS = tuple(zip(_WIDE_MARKS, _PLAIN_MARKS, strict=True))
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_WIDE_TABLE = {0xFF01 + i: 0x21 + i for i in range(94)}
#: Frequent characters that only traditional script writes; without any of them nothing is converted.
_TRADITIONAL = re.compile("[國區縣長學組員發辦關於會領導執應處門務產業監書記黨聯繫負責實鎮鄉農衛廳總經濟財稅審統計]")


def read_text(data: bytes, name: str, kind: PaperKind = "text") -> Paper:
    """Decode bytes and number the lines. `name` is for messages; `kind` says what the text was taken from.

    Raises `InputError` (`FILE-EMPTY`, `FILE-ENCODING`, `FILE-BINARY`) naming file and remedy.
    """
    if not data.strip():
        raise InputError(
            f"{name}: 空文件 | the file is empty",
            remedy="换一个有内容的文件 | give a file with text",
            code="FILE-EMPTY",
        )
    return paper_of(_decode(data, name), name=name, sha256=hashlib.sha256(data).hexdigest(), kind=kind)


def paper_of(text: str, *, name: str, sha256: str, kind: PaperKind = "text", pages: tuple[int, ...] = ()) -> Paper:
    """A paper over decoded text; `pages` holds, for each page, the code point at which it begins."""
    lines: list[Line] = []
    start = 0
    page = 0
    for number, words in enumerate(text.split("\n"), start=1):
        while page < len(pages) and pages[page] <= start:
            page += 1
        end = start + len(words)
        lines.append(Line(number, start, end - words.endswith("\r"), page))
        start = end + 1
    return Paper(name, sha256, kind, text, fold(text), tuple(lines))


def fold(text: str) -> str:
    """Width and script folded, character for character: `（２０２３）` -> `(2023)`, `區` -> `区`."""
    for wide, plain in _FOLDS:
        text = text.replace(wide, plain)
    if _WIDE.search(text):
        text = text.translate(_WIDE_TABLE)
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


def _decode(data: bytes, name: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data[:4096]:
        raise InputError(
            f"{name}: 不是文本文件 | not a text file",
            remedy="转换为文本后再读取 | convert it to text first",
            code="FILE-BINARY",
        )
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(
        f"{name}: 无法识别编码 | neither UTF-8 nor GB18030",
        remedy="另存为 UTF-8 | save it as UTF-8",
        code="FILE-ENCODING",
    )
