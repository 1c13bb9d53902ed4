"""Texts: D.2 items 10 to 14 and 17."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import opencc
import pytest

from core.settings import Settings
from graph.ids import fold as key_of
from graph.statements import Membership
from loaders.extraction import extract
from loaders.gazette.read import read_paper
from loaders.limits import Limits
from loaders.readers.encodings import decode
from loaders.readers.folding import fold
from loaders.readers.read import read
from tests.hostile.files import NOTICE, docx, paragraph, refused

TRADITIONAL = opencc.OpenCC("s2t").convert(NOTICE)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.html", "a.xlsx", "a.zip", "a"])
def test_an_empty_file_whatever_its_name(name: str) -> None:
    assert refused(b"", name) == "FILE-EMPTY"
    assert refused(b" \r\n\t", name) == "FILE-EMPTY"


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE]
)
def test_a_file_of_a_mark_alone(mark: bytes) -> None:
    assert refused(mark, "a.txt") == "FILE-EMPTY"


@pytest.mark.parametrize("byte", range(0, 256, 5))
def test_a_file_of_one_byte_is_read_or_refused(byte: int) -> None:
    data = bytes([byte])
    if 0x20 < byte < 0x7F or byte == 0x0B or 0 < byte < 0x09:
        assert read(data, "a.txt").text
    elif byte > 0x7F:
        assert refused(data, "a.txt") in ("FILE-ENCODING", "FILE-EMPTY")


@pytest.mark.parametrize("name", ["公报.pdf", "公报.docx", "公报.doc", "公报.html", "公报.zip", "公报.png", "公报"])
def test_a_text_under_a_wrong_name_is_a_text(name: str) -> None:
    paper = read(NOTICE.encode(), name)
    assert (paper.kind, paper.text) == ("text", NOTICE)


@pytest.mark.parametrize("name", ["公报.txt", "公报.pdf", "公报.html", "公报"])
def test_a_document_under_a_wrong_name_is_a_document(name: str) -> None:
    assert read(docx(paragraph("甲县")), name).kind == "docx"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", NOTICE), ("gbk", NOTICE), ("big5hkscs", TRADITIONAL), ("utf-16-le", NOTICE), ("utf-16-be", NOTICE),
        ("utf-16", NOTICE), ("utf-32", NOTICE), ("utf-8-sig", NOTICE), ("gb18030", TRADITIONAL),
    ],
)  # fmt: skip
def test_an_encoding_that_is_not_declared(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt").removeprefix("\ufeff") == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16"])
def test_a_last_character_cut_in_half(encoding: str) -> None:
    text = NOTICE + "局长"
    found = decode(text.encode(encoding)[:-1], "a.txt")
    assert found == text[:-1] + "\ufffd"


def test_parts_in_different_encodings_in_one_file() -> None:
    lines = NOTICE.split("\n")
    mixed = b"\n".join(line.encode("gb18030" if number % 3 else "utf-8") for number, line in enumerate(lines))
    assert decode(mixed, "a.txt") == NOTICE


def test_a_zero_byte_in_a_text() -> None:
    assert refused(NOTICE.encode().replace(b"\n\n", b"\n\x00\n"), "a.txt") == "FILE-BINARY"
    assert refused(b"a" * 8192 + b"\x00", "a.txt") == "FILE-BINARY"


def test_halves_of_surrogate_pairs() -> None:
    assert refused(b"\xff\xfe" + b"\x00\xd8\x41\x00" * 40, "a.txt") == "FILE-ENCODING"
    page = "<html><body><p>甲&#xD800;县</p></body></html>"
    assert read(page.encode(), "a.html").text == "甲\ufffd县\n"
    found = decode("各镇人民政府关于\ud800的通知".encode("utf-8", "surrogatepass"), "a.txt")
    assert found.replace("\ufffd", "") == "各镇人民政府关于的通知"
    assert refused(b"\xed\xa0\x80" * 40, "a.txt") == "FILE-ENCODING"


def person_in(text: str, settings: Settings) -> list[str]:
    statements = extract(text.encode(), "a.txt", settings).reading.statements
    return [each.person for each in statements if isinstance(each, Membership) and each.person]


def test_radicals_that_look_like_characters(settings: Settings) -> None:
    likened = NOTICE.replace("一", "⼀").replace("长", "⻓").replace("行", "⾏").replace("水", "⽔")
    assert likened != NOTICE
    assert len(fold(likened)) == len(likened)
    assert person_in(likened, settings) == person_in(NOTICE, settings) != []
    assert key_of("李⼀") == key_of("李一")


def test_private_use_characters_stay_as_they_are_printed() -> None:
    paper = read(NOTICE.replace("防汛", "防\ue123").encode(), "a.txt")
    assert paper.text.count("\ue123") == NOTICE.count("防汛")
    found = read_paper(paper).statements
    assert found
    assert all(paper.text[each.source.start : each.source.end] == each.source.quote for each in found)


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad"])
def test_marks_that_print_nothing_inside_a_name(settings: Settings, mark: str) -> None:
    hidden = NOTICE.replace("梁知远", f"梁{mark}知远").replace("财政局", f"财{mark}政局")
    found = extract(hidden.encode(), "a.txt", settings).reading
    members = [each for each in found.statements if isinstance(each, Membership)]
    assert "梁知远" in [each.person for each in members]
    (leader,) = [each for each in members if each.person == "梁知远"]
    assert mark in leader.source.quote  # the quote is what stands in the file
    assert found.text[leader.source.start : leader.source.end] == leader.source.quote
    assert key_of(f"梁{mark}知远") == key_of("梁知远")


def test_characters_outside_the_basic_plane_and_traditional_ones(settings: Settings) -> None:
    assert "𠮷野明" in person_in(NOTICE.replace("梁知远", "𠮷野明"), settings)
    assert "梁知遠" in person_in(TRADITIONAL, settings)


def test_letters_that_look_like_others_stay_what_they_are() -> None:
    assert key_of("А局") != key_of("A局")  # the first is Cyrillic
    assert fold("Ａ局") == "A局"


PATTERNS: list[Callable[[int], str]] = [
    lambda size: "区财政局、" * size,
    lambda size: "区财政局" * size,
    lambda size: "关于" * size + "的通知",
    lambda size: "（" * size,
    lambda size: "梁知远 " * size,
    lambda size: "牵头单位：" * size,
    lambda size: "１" * size + "号",
    lambda size: "《" * size + "》" * size,
    lambda size: " " * size + "x",
    lambda size: "\t" * size,
    lambda size: "A角B角" * size,
    lambda size: "主任，副主任，" * size,
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern(1)[:6].strip() or "white" for pattern in PATTERNS])
def test_a_very_long_line_is_read_to_its_end(pattern: Callable[[int], str]) -> None:
    found = read_paper(read(f"{NOTICE}\n\n{pattern(1_600)}\n".encode(), "a.txt"))
    assert "岚政办发〔2031〕8号" in found.documents
    assert found.lines >= 9


def test_a_text_at_the_limit_of_characters_and_one_more() -> None:
    assert read("甲".encode() * 10, "a.txt", Limits(characters=10)).text == "甲" * 10
    assert refused("甲".encode() * 11, "a.txt", Limits(characters=10)) == "PAPER-TOO-LONG"


def test_a_file_at_the_limit_of_bytes_and_one_more() -> None:
    assert read(b"a" * 1024 * 1024, "a.txt", Limits(file_mb=1)).text
    assert refused(b"a" * (1024 * 1024 + 1), "a.txt", Limits(file_mb=1)) == "FILE-TOO-LARGE"
