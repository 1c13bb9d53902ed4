"""What is fed with bytes: each reader of a file format, with whole files to begin from.

A reader may refuse (`DutygraphError`); anything else it raises is a crash. Files that are read must keep the law of evidence:
lines stand where they say.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from unittest.mock import patch

from PIL import Image

from core.errors import DutygraphError
from core.settings import Settings
from loaders.extraction import extract, pack_tables
from loaders.limits import LIMITS
from loaders.readers import scans
from loaders.readers.archive import Archive
from loaders.readers.paper import Box, Paper
from loaders.readers.read import read, read_apart
from loaders.readers.sheets import read_sheets
from loaders.sources import Member
from loaders.tables import read_table_files
from tests.cli.test_load import PAPER
from tests.hostile.files import zipped
from tests.loaders.workbooks import workbook
from tests.loaders.writers import as_docx, as_html, as_pdf, parts_of

#: What a process of its own may take here; the bound of a real load is longer.
_SECONDS = 10
_TABLE = "任务,牵头单位,责任单位,完成时限\n建设医保数据平台,区医疗保障局,区财政局;区卫健委,2031年12月底\n"
_STATEMENTS = "jurisdiction,doc_id,quote,rule,group,role,action,person\n990101,兰政办发〔2031〕4号,周正,person,医改领导小组,成员,listed,周正\n"


@dataclass(frozen=True, slots=True)
class Target:
    """A reader: its name, whole files to begin from, how it is called, and whether its files are archives of parts.

    `apart` is the ending of a format that is parsed in a process of its own: there, and only there, time and memory are held.
    """

    name: str
    seeds: tuple[bytes, ...]
    call: Callable[[bytes], object]
    packed: bool = False
    apart: str = ""

    def feed(self, data: bytes) -> bool:
        """Whether the reader took the bytes; False if it refused them in words. Lets any other error through."""
        try:
            self.call(data)
        except DutygraphError as error:
            if not error.code or not error.message:
                raise AssertionError("refused without a word") from error
            return False
        return True

    def is_cut_off(self, data: bytes) -> bool:
        """Whether a file that takes the reader's time or memory costs that file alone: refused, or read, within the bounds."""
        if not self.apart:
            return False
        try:
            read_apart(data, f"a.{self.apart}", replace(LIMITS, seconds=_SECONDS))
        except DutygraphError as error:
            return bool(error.code)
        return True


def _of(ending: str) -> Callable[[bytes], object]:
    def call(data: bytes) -> None:
        _whole(read(data, f"a.{ending}"))

    return call


def _whole(paper: Paper) -> None:
    for line in paper.lines:
        assert 0 <= line.start <= line.end <= len(paper.text)
    assert len(paper.folded) == len(paper.text)


def _archive(data: bytes) -> None:
    """Every file of an archive, each taken or refused for itself."""
    with Archive(data, "a.zip", LIMITS) as archive:
        for entry in archive.entries():
            with suppress(DutygraphError):
                Member(entry.filename, archive, entry).source()


def _scan(data: bytes) -> None:
    """An image, its frames and what is seen on them; the recognition itself is a model's work and stands aside."""
    with patch.object(scans, "rapid", lambda: _seen), patch.object(scans, "installed", lambda: True):
        _whole(read(data, "a.png", replace(LIMITS, pixels=4_000_000, scanned_pages=20)))


def _seen(image: Image.Image) -> list[tuple[str, Box, float]]:
    """Two lines, wherever there is ink."""
    width, height = image.size
    image.load()
    return [("岚汀区人民政府", Box(0, 0, width, height / 2), 0.9), ("通知", Box(0, height / 2, width, height), 0.7)]


def _image(kind: str, *frames: tuple[int, int]) -> bytes:
    stream = io.BytesIO()
    first, *others = [Image.new("RGB", size, "white") for size in frames]
    first.save(stream, kind, **({"save_all": True, "append_images": others} if others else {}))
    return stream.getvalue()


def _notice(data: bytes) -> None:
    settings = Settings(jurisdiction="990101")
    found = extract(data, "a.txt", settings).reading
    text = data.decode("utf-8", "replace")
    if "\ufffd" not in text and not found.text.count("●"):
        for statement in found.statements:
            source = statement.source
            assert found.text[source.start : source.end] == source.quote


TARGETS: tuple[Target, ...] = (
    Target("text", (PAPER.encode(), PAPER.encode("gb18030"), PAPER.encode("utf-16"), b"\xef\xbb\xbf"), _of("txt")),
    Target("notice", (PAPER.encode(), PAPER.replace("\n\n", "\n").encode()), _notice),
    Target(
        "csv", (_TABLE.encode(), _TABLE.replace(",", "\t").encode("gb18030")), lambda data: read_sheets(data, "a.csv")
    ),
    Target(
        "workbook",
        (workbook(("任务", [["任务", "牵头单位"], ["建设平台", "区医疗保障局"]])),),
        lambda data: read_sheets(data, "a.xlsx"),
        packed=True,
    ),
    Target("pdf", (as_pdf(parts_of(PAPER)),), _of("pdf"), apart="pdf"),
    Target("docx", (as_docx(parts_of(PAPER)),), _of("docx"), packed=True, apart="docx"),
    Target(
        "archive",
        (
            zipped({"公报/1.txt": PAPER.encode(), "2.html": as_html(parts_of(PAPER))}),
            zipped({"a.txt": b"a"}, stored=True),
        ),
        _archive,
        packed=True,
    ),
    Target(
        "scan",
        (_image("PNG", (30, 40)), _image("JPEG", (40, 30)), _image("TIFF", (30, 40), (40, 30))),
        _scan,
        apart="png",
    ),
    Target("html", (as_html(parts_of(PAPER)), b"<table><tr><td rowspan=2>a<td>b</table>"), _of("html"), apart="html"),
    Target(
        "tables",
        (_STATEMENTS.encode(),),
        lambda data: read_table_files({"memberships.csv": data}, "990101", strict=False),
    ),
    Target(
        "table-folder",
        (pack_tables({"memberships.csv": _STATEMENTS.encode()}),),
        lambda data: extract(data, "a.tables", Settings()),
        packed=True,
    ),
)


def _broken(data: bytes) -> None:
    if b"\xff" in data[1:3]:
        raise ZeroDivisionError("found")


#: Breaks on some bytes: by it the tests hold the fuzzing itself to account.
BROKEN = Target("broken", (b"a whole file",), _broken)
