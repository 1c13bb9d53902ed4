"""Disks that fill up, that cannot be written, and bytes that flip on them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from core.settings import Settings
from tests.faults import disks
from tests.faults.conftest import Scene
from tests.faults.damage import damage_round
from tests.faults.scene import Harm, copied, ended, look_after, start


@pytest.fixture
def mounting(tmp_path: Path) -> None:
    if not disks.may_mount(tmp_path):
        pytest.skip("no tmpfs can be mounted here; the limit on the size of files stands in for it")


@pytest.mark.slow
@pytest.mark.usefixtures("mounting")
@pytest.mark.parametrize("size", [30_000, 250_000, 1_500_000])
def test_a_full_disk_is_told_and_loses_nothing(scene: Scene, tmp_path: Path, size: int) -> None:
    """Full at the first page of the ledger, within the papers, within the graph."""
    harm = Harm()
    with disks.tmpfs(tmp_path / "disk", size) as place:
        was = ended(start(place / "home", scene.papers))
        assert was.code == 74, was.errors
        assert was.in_words, was.errors
        disks.remount(place, "size=200m")
        look_after(place / "home", scene.papers, was, scene.fresh, harm)
    assert harm == Harm()


@pytest.mark.slow
@pytest.mark.parametrize("limit", [5_000, 400_000])
def test_a_write_that_fails_is_told_and_loses_nothing(scene: Scene, tmp_path: Path, limit: int) -> None:
    """A limit on the size of files: no rights needed, so this runs everywhere."""
    harm = Harm()
    was = disks.limited(tmp_path / "home", scene.papers, limit)
    assert was.code == 74, was.errors
    assert was.in_words, was.errors
    look_after(tmp_path / "home", scene.papers, was, scene.fresh, harm)
    assert harm == Harm()


@pytest.mark.slow
@pytest.mark.usefixtures("mounting")
def test_a_read_only_disk_is_told_and_left_as_it_is(scene: Scene, tmp_path: Path) -> None:
    harm = Harm()
    with disks.tmpfs(tmp_path / "disk", 200_000_000) as place:
        copied(scene.half, place / "home")
        disks.remount(place, "ro")
        was = ended(start(place / "home", scene.papers))
        assert was.code in (69, 74), was.errors
        assert was.in_words, was.errors
        assert was.loaded == ()
        disks.remount(place, "rw")
        look_after(place / "home", scene.papers, was, scene.more, harm)
    assert harm == Harm()


@pytest.mark.parametrize("number", range(3))
def test_damage_of_the_graph_is_seen_and_mended(scene: Scene, tmp_path: Path, number: int) -> None:
    harm = Harm()
    damage_round(tmp_path, scene.whole, random.Random(number), harm)  # noqa: S311 - bytes, not keys
    assert harm == Harm()


def test_a_home_below_a_file_is_told(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    was = ended(start(tmp_path / "file" / "home", scene.papers))
    assert (was.code, was.in_words) == (69, True), was.errors
    assert Settings(home=tmp_path / "file" / "home").ledger_path.parent.name == "home"
