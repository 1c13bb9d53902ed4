"""Bytes to characters, for texts that do not say in which encoding they are written, or say it wrongly.

A mark at the beginning is believed. UTF-8 is believed if it holds to the end. What is left is told by what it would say: the
decoding whose characters are those that official Chinese is made of. A file put together from parts in UTF-8 and GB18030 is
decoded line by line. A last character cut in half is shown as U+FFFD, never guessed.
"""

from __future__ import annotations

import codecs
import re

from core.errors import InputError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The most frequent characters of official papers, simplified and traditional: about half of any such text.
_FREQUENT = frozenset(
    "的一国在人了有中是年和大业不为发会工经上地市要个产这出行作生家以成到日民来部对进全建公开们场展时理新方主企资实学报制政济用同法高长现本月"
    "定化加动合品重关机分力自外区能设后就等体下万元社过前府局县镇乡村省委组办室书记长副任职务责领导小通知印号关于第二三四五六七八九十个及与"
    "國業為發會經個產這來對進開們場時資實學報濟長現動關機區體萬過縣鎮鄉組辦書記職務責領導號於與廳廣東臺灣"
)
#: What the parts of a file put together from several are written in.
_PARTS = ("utf-8", "gb18030")
_PLAIN = frozenset("，。、；：（）《》“”〔〕　！？ \t\r\n0123456789.,:;()-")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 20_000
_LONGEST_SAMPLE = 400_000
#: Below this share of frequent characters a decoding says nothing; official Chinese has 0.4 and more.
_SAYS_SOMETHING = 0.12


def decode(data: bytes, name: str, *, declared: str = "") -> str:
    """The text of bytes; `declared` is an encoding that the file names itself, believed after UTF-8 unless it says nothing.

    Raises `InputError` (`FILE-ENCODING`, `FILE-BINARY`).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if (text := _utf8(data)) is not None:
        return _without_nul(text, data, name)
    if (wide := _wide(data)) is not None:
        return wide
    if b"\x00" in data:
        raise _binary(name)
    if (text := _line_by_line(data)) is not None:
        return text
    return _by_what_it_says(data, name, declared)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        width = 4 if encoding == "utf-32" else 2
        if len(data) - width <= error.start > width:  # the file was cut in the middle of its last character
            return data[: error.start].decode(encoding) + "\ufffd"
        raise _unknown(name) from error


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3 and error.start > 0:
            return data[: error.start].decode() + "\ufffd"
        return None


def _without_nul(text: str, data: bytes, name: str) -> str:
    """UTF-8 has no use for a zero byte; UTF-16 of plain letters is full of them and valid UTF-8."""
    if "\x00" not in text:
        return text
    wide = _wide(data)
    if wide is None:
        raise _binary(name)
    return wide


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: its line breaks and digits have a zero byte beside them, always on the same side."""
    if b"\x00" not in data:
        return None
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > 8 * even else "utf-16-be" if even > 8 * odd else ""
    if not encoding:
        return None
    whole = data[: len(data) - len(data) % 2]
    try:
        text = whole.decode(encoding)
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text) or _share(text) < _SAYS_SOMETHING:
        return None
    return text + ("\ufffd" if len(data) % 2 else "")


def _line_by_line(data: bytes) -> str | None:
    """A file of parts: lines that are sound UTF-8 (of two characters at least, which GB18030 is not by chance) among others."""
    lines = data.split(b"\n")
    found: list[str | None] = []
    sure = 0
    for line in lines:
        try:
            text = line.decode()
            sure += len(line) - len(text) >= 4
            found.append(text)
        except UnicodeDecodeError:
            found.append(None)
    others = [line for line, text in zip(lines, found, strict=True) if text is None]
    if sure == 0 or sure * 20 < len(others):
        return None
    return "\n".join(
        text if text is not None else max((line.decode(each, errors="replace") for each in _PARTS), key=_share)
        for line, text in zip(lines, found, strict=True)
    )


def _by_what_it_says(data: bytes, name: str, declared: str) -> str:
    """What the file declares, GB18030 or Big5: each takes the others' bytes for rare characters."""
    texts = []
    for encoding in (*_usable(declared), "gb18030", "big5hkscs"):
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError as error:
            if error.start >= len(data) - 3 and error.start > 0:
                texts.append(data[: error.start].decode(encoding) + "\ufffd")
        except (LookupError, ValueError):
            continue  # declared is a name of no encoding of text
    if not texts:
        texts.append(_damaged(data, name))
    best = max(texts, key=_share)
    # The first is what the file declares, else the law of the land (GB 18030-2022); another must say clearly more.
    return best if _share(best) > _share(texts[0]) + 0.05 else texts[0]


def _usable(declared: str) -> tuple[str, ...]:
    """A declared encoding that is worth trying; the bytes are no UTF-8, and GB18030 holds what came before it."""
    name = declared.lower().replace("_", "-")
    if not name or name.startswith(("utf", "ucs", "unicode")):
        return ()
    return ("gb18030",) if name in ("gb2312", "gbk", "x-gbk", "hz-gb-2312", "gb-2312", "cp936") else (name,)


def _damaged(data: bytes, name: str) -> str:
    """UTF-8 with a few bytes that are none, each shown as U+FFFD. Raises `InputError` (`FILE-ENCODING`) for anything else."""
    text = data.decode(errors="replace")
    if text.count("\ufffd") > 3 + len(text) // 100 or _share(text) < _SAYS_SOMETHING:
        raise _unknown(name)
    return text


def _share(text: str) -> float:
    """The share of frequent characters among those that are neither ASCII nor plain; 1 for a text without such."""
    sample = [mark for mark in text[:_LONGEST_SAMPLE] if mark > "\x7f" and mark not in _PLAIN][:_SAMPLE]
    return sum(mark in _FREQUENT for mark in sample) / len(sample) if sample else 1.0


def _binary(name: str) -> InputError:
    return InputError(
        f"{name}: 不是文本文件 | not a text file",
        remedy="转换为文本后再读取 | convert it to text first",
        code="FILE-BINARY",
    )


def _unknown(name: str) -> InputError:
    return InputError(
        f"{name}: 无法识别编码 | the encoding is none we know",
        remedy="另存为 UTF-8 | save it as UTF-8",
        code="FILE-ENCODING",
    )
