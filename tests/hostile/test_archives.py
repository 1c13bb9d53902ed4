"""Archives: D.2 items 1, 2, 5."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import InputError, LimitError
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from loaders import pipeline
from loaders.limits import LIMITS, Limits
from loaders.readers.archive import Archive
from loaders.sources import members_of
from tests.hostile.files import NOTICE, docx, paragraph, refused, zipped


def outcomes(path: Path, settings: Settings) -> dict[str, str]:
    """What became of each file of an archive: read, or the code of its refusal."""
    with open_ledger(settings) as ledger:
        done = pipeline.load([path], ledger, settings)
        codes = {item.name: item.code for item in ledger.quarantined()}
    for result in done.results:
        assert (result.outcome == "refused") == (result.name in codes)
    return {result.name: codes.get(result.name, result.outcome) for result in done.results}


def test_zip_bomb_by_ratio() -> None:
    data = docx(parts={"word/styles.xml": b" " * (40 * 1024 * 1024)})
    assert len(data) < 100_000
    assert refused(data, "a.docx") == "ARCHIVE-TOO-LARGE"


def test_zip_bomb_by_total() -> None:
    parts = {f"word/media/{number}.bin": b"x" * 1_000_000 for number in range(3)}
    files = zipped(parts)
    with Archive(files, "a.zip", replace(LIMITS, expanded_mb=3)) as archive:
        assert sum(len(archive.read(entry)) for entry in archive.entries()) == 3_000_000
    with Archive(files, "a.zip", replace(LIMITS, expanded_mb=2)) as archive, pytest.raises(LimitError) as error:
        [archive.read(entry) for entry in archive.entries()]
    assert error.value.code == "ARCHIVE-TOO-LARGE"


def test_zip_bomb_by_number_of_entries() -> None:
    at_limit = Limits(entries=50)
    Archive(zipped({str(number): b"" for number in range(50)}), "a.zip", at_limit)
    with pytest.raises(LimitError) as error:
        Archive(zipped({str(number): b"" for number in range(51)}), "a.zip", at_limit)
    assert error.value.code == "ARCHIVE-TOO-LARGE"


def test_zip_bomb_whose_entries_share_their_bytes() -> None:
    data = zipped({"kernel": b"\x00" * 2_000_000})
    end = data.rfind(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    entry = data[start:end]
    copies = 400
    directory = b"".join(
        entry[:46] + f"{number:06d}".encode() + entry[52:] for number in range(copies)
    )  # the names must be as long: "kernel"
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, copies, copies, len(directory), start, 0)
    bomb = data[:start] + directory + tail
    with Archive(bomb, "a.zip", LIMITS) as archive, pytest.raises(InputError) as error:
        [archive.read(member) for member in archive.entries()]
    assert error.value.code in ("FILE-BROKEN", "ARCHIVE-TOO-LARGE")


def test_a_size_that_lies_is_measured_as_it_comes_out() -> None:
    data = bytearray(docx(parts={"word/styles.xml": b" " * (40 * 1024 * 1024)}))
    place = data.find(b"word/styles.xml", data.rfind(b"PK\x01\x02") - 400)
    entry = data.rfind(b"PK\x01\x02", 0, place)
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert refused(bytes(data), "a.docx") in ("ARCHIVE-TOO-LARGE", "FILE-BROKEN")


def test_nested_zip_is_told_and_not_opened(tmp_path: Path, settings: Settings) -> None:
    inner = zipped({"paper.txt": NOTICE.encode()})
    (tmp_path / "a.zip").write_bytes(zipped({"inner.zip": inner, "paper.txt": NOTICE.encode()}))
    assert outcomes(tmp_path / "a.zip", settings) == {
        "a.zip/inner.zip": "ARCHIVE-NESTED",
        "a.zip/paper.txt": "read",
    }


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.txt", "/etc/x.txt", "C:\\x.txt", "a/../../x.txt", "..\\x.txt"])
def test_zip_entry_with_a_path_out_of_the_folder(tmp_path: Path, settings: Settings, name: str) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({name: NOTICE.encode(), "fine.txt": NOTICE.encode()}))
    found = outcomes(tmp_path / "a.zip", settings)
    assert sorted(found.values()) == ["ARCHIVE-NAME", "read"]
    assert found["a.zip/fine.txt"] == "read"
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "home"}


def test_zip_entry_that_is_a_link(tmp_path: Path, settings: Settings) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (tmp_path / "a.zip").write_bytes(stream.getvalue())
    assert outcomes(tmp_path / "a.zip", settings) == {"a.zip/link.txt": "ARCHIVE-NAME"}


def test_zip_entry_behind_a_password(tmp_path: Path, settings: Settings) -> None:
    data = bytearray(zipped({"paper.txt": NOTICE.encode()}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert outcomes(tmp_path / "a.zip", settings) == {"a.zip/paper.txt": "FILE-LOCKED"}


def test_an_archive_cut_short_is_one_refusal(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"paper.txt": NOTICE.encode()})[:-30])
    assert outcomes(tmp_path / "a.zip", settings) == {"a.zip": "FILE-BROKEN"}


def test_the_files_of_an_archive_are_read_by_their_bytes_under_names_in_any_encoding(
    tmp_path: Path, settings: Settings
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("__MACOSX/._x.docx", b"\x00")
        archive.writestr("公报/letter.dat", docx("".join(map(paragraph, NOTICE.split("\n\n")))))
        archive.writestr("raw.txt", NOTICE.encode())
    data = stream.getvalue().replace(b"raw.txt", "甲文.txt".encode("gb18030")[:3] + b".txt")
    (tmp_path / "a.zip").write_bytes(data)
    names = [member.name for member in members_of(tmp_path / "a.zip")]
    assert len(names) == 2
    assert names[0].startswith("a.zip/")
    assert sorted(outcomes(tmp_path / "a.zip", settings).values()) == ["read", "read"]
