"""Versions of the embedded store: all or nothing, held by readers, swept when nobody holds them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import ConfigError, NotFoundError, StoreBusyError, StoreCorruptError, StoreUnavailableError
from graph.stores.versions import Versions, verify

ROOT = Path(__file__).resolve().parents[3]


def make(versions: Versions, version: str, text: str = "content") -> None:
    with versions.building(version) as path:
        path.mkdir()
        (path / "data").write_text(text)


def fail(versions: Versions, version: str) -> None:
    with versions.building(version) as path:
        path.mkdir()
        raise ZeroDivisionError


def names(versions: Versions) -> list[str]:
    return sorted(path.name.partition("-")[0] for path in versions.root.iterdir() if path.is_dir())


def test_the_pointer_moves_only_when_the_version_is_whole(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "graph")
    with pytest.raises(NotFoundError):
        versions.hold_current()
    make(versions, "1")
    with pytest.raises(ZeroDivisionError):
        fail(versions, "2")
    current = versions.current()
    assert current is not None
    assert current.version == "1"
    assert names(versions) == ["1"]


def test_a_held_version_outlives_the_next_and_goes_when_let_go(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "graph")
    make(versions, "1")
    hold = versions.hold_current()
    make(versions, "2")
    assert names(versions) == ["1", "2"]
    assert (hold.path / "data").read_text() == "content"
    hold.release()
    versions.sweep()
    assert names(versions) == ["2"]


def test_a_version_held_by_another_process_stays_until_that_process_dies(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "graph")
    make(versions, "1")
    script = (
        "import sys, time; from pathlib import Path; from graph.stores.versions import Versions\n"
        "hold = Versions(Path(sys.argv[1])).hold_current(); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(versions.root)], cwd=ROOT, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"held\n"
        make(versions, "2")
        assert names(versions) == ["1", "2"]
        reader.kill()
    versions.sweep()
    assert names(versions) == ["2"]


def test_two_writers_do_not_build_at_once(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "graph")
    with versions.building("1") as path:
        path.mkdir()
        with pytest.raises(StoreBusyError), Versions(versions.root).building("2"):
            pytest.fail("a second writer got in")
    assert names(versions) == ["1"]


def test_what_a_killed_writer_left_is_swept_by_the_next(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "graph")
    make(versions, "1")
    abandoned = versions.root / "2-0a1b2c3d"
    (abandoned / "db").mkdir(parents=True)
    (versions.root / "2-0a1b2c3d.lock").touch()
    make(versions, "3")
    assert names(versions) == ["3"]


@pytest.mark.parametrize("damage", ["flip", "cut", "gone", "stranger", "manifest"])
def test_any_damage_is_seen_before_reading(tmp_path: Path, damage: str) -> None:
    versions = Versions(tmp_path / "graph")
    make(versions, "1", "x" * 5_000)
    hold = versions.hold_current()
    verify(hold.path)
    file = hold.path / "data"
    if damage == "flip":
        file.write_text("x" * 2_499 + "y" + "x" * 2_500)
    elif damage == "cut":
        file.write_text("x" * 2_500)
    elif damage == "gone":
        file.unlink()
    elif damage == "stranger":
        (hold.path / "more").touch()
    else:
        (hold.path.parent / "manifest.json").write_text("{")
    with pytest.raises(StoreCorruptError) as caught:
        verify(hold.path)
    hold.release()
    assert caught.value.remedy == "dutygraph rebuild"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99, "name": "1", "version": "1"}'])
def test_a_broken_pointer_says_rebuild(tmp_path: Path, content: str) -> None:
    (tmp_path / "current.json").write_text(content)
    with pytest.raises(StoreCorruptError):
        Versions(tmp_path).current()


def test_a_pointer_to_a_folder_that_is_gone_says_rebuild(tmp_path: Path) -> None:
    (tmp_path / "current.json").write_text('{"format": 1, "name": "1-aa", "version": "1"}')
    with pytest.raises(StoreCorruptError):
        Versions(tmp_path).hold_current()


def test_a_version_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    for name in ("../x", "", "a/b", "a\n", ".hidden", "x" * 81):
        with pytest.raises(ConfigError), Versions(tmp_path).building(name):
            pytest.fail(f"built {name!r}")


def test_a_folder_that_cannot_be_made_is_unavailable_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailableError), Versions(tmp_path / "file" / "graph").building("1"):
        pytest.fail("built below a file")
