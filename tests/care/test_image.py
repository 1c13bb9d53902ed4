"""The container image, as far as it can be held without building it: its lines, and its command under the rights it has."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_load import PAPER, Run, run

__all__ = ["run"]

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "65534"


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, continued lines joined, comments left out."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\\\n", " ", text).splitlines()
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line.strip()]


def last(name: str) -> str:
    return [rest for each, rest in instructions() if each == name][-1]


def test_the_image_runs_as_somebody_without_rights_and_keeps_its_data_in_a_volume() -> None:
    user, _, group = last("USER").partition(":")
    assert int(user) >= 10_000
    assert int(group) >= 10_000
    names = [name for name, _ in instructions()]
    after = instructions()[names.index("USER") :]
    assert [name for name, _ in after] == ["USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD"]
    assert last("VOLUME") == "/data"
    assert "DUTYGRAPH_HOME=/data" in last("ENV")
    assert "/readyz" in last("HEALTHCHECK")


def test_the_image_is_made_of_the_locked_packages_and_of_nothing_else() -> None:
    copied = {word for name, rest in instructions() if name == "COPY" for word in rest.split()[:-1]}
    rooms = {"core", "graph", "loaders", "queries", "viz", "api", "cli"}
    assert copied == {
        *rooms,
        "requirements.lock",
        "requirements-dev.lock",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "--from=build",
        "/opt/dutygraph",
    }
    assert all((ROOT / each).exists() for each in copied - {"--from=build", "/opt/dutygraph"})
    taken = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    assert taken == copied - {"--from=build", "/opt/dutygraph"}
    installs = [rest for name, rest in instructions() if name == "RUN" and "pip install" in rest]
    assert ["-r requirements.lock" in each or "--no-deps" in each for each in installs] == [True, True]


def test_the_image_holds_no_secret_and_fetches_nothing_by_hand() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert not re.search(r"PASSWORD|SECRET|TOKEN|API_KEY|ARG |ADD |curl|wget|sudo|chmod 777|--privileged", text)
    assert [rest.split()[0] for name, rest in instructions() if name == "FROM"] == ["python:3.11-slim-bookworm"] * 2


def test_what_the_image_starts_are_commands_that_exist(run: Run) -> None:
    assert json.loads(last("ENTRYPOINT")) == ["dutygraph"]
    command = json.loads(last("CMD"))
    code, said, _ = run(command[0], "--help")
    assert code == 0
    assert all(option in said for option in command if option.startswith("--"))
    port = command[command.index("--port") + 1]
    assert last("EXPOSE") == port
    assert f":{port}/readyz" in last("HEALTHCHECK")


# --- the same command on a read-only root file system, as nobody ----------------------------------------------------

#: Everything read-only but the home and a fresh /tmp, in a mount namespace of its own; then no rights any more.
ENTER = """
set -e
mount --make-rprivate /
mount --bind "$1" "$1"
mount -o remount,bind,ro /
mount -t tmpfs -o size=64m,mode=1777 tmpfs /tmp
home=$1; shift
! touch /var/tmp/may-not-be 2>/dev/null
exec setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set=-all "$@"
"""


@pytest.fixture
def volume() -> Iterator[Path]:
    """A folder that belongs to nobody, outside /tmp, with one paper in it."""
    if os.geteuid() != 0 or not all(shutil.which(tool) for tool in ("unshare", "setpriv", "mount")):
        pytest.skip("only root may make a mount namespace")
    folder = Path(tempfile.mkdtemp(prefix="dutygraph-image-", dir="/var/tmp"))
    try:
        if subprocess.run(_inside(folder, "true"), capture_output=True, check=False).returncode:
            pytest.skip("no mount namespace can be made here")
        (folder / "4.txt").write_text(PAPER, encoding="utf-8")
        for path in (folder, folder / "4.txt"):
            os.chown(path, int(NOBODY), int(NOBODY))
        if subprocess.run(
            _inside(folder, sys.executable, "-c", "import cli.main"),
            capture_output=True,
            check=False,
            env=_environment(folder),
            cwd="/",
        ).returncode:
            pytest.skip("nobody may not read this checkout or its packages")
        yield folder
    finally:
        shutil.rmtree(folder)


def _inside(folder: Path, *command: str) -> list[str]:
    return ["unshare", "--mount", "sh", "-c", ENTER, "sh", str(folder), *command]


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder),
        "DUTYGRAPH_HOME": str(folder / "home"),
    }  # fmt: skip


@pytest.mark.slow
def test_nobody_loads_and_serves_on_a_read_only_root(volume: Path) -> None:
    environment = _environment(volume)
    loaded = subprocess.run(
        _inside(volume, sys.executable, "-m", "cli.main", "load", str(volume / "4.txt"), "--jurisdiction", "990101"),
        env=environment, cwd="/", capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert loaded.returncode == 0, loaded.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [word.replace("8000", port) for word in json.loads(last("CMD"))]
    check = json.loads(last("HEALTHCHECK").partition("CMD ")[2])
    check = [sys.executable, *(word.replace("8000", port) for word in check[1:])]
    server = subprocess.Popen(_inside(volume, sys.executable, "-m", "cli.main", *command), env=environment, cwd="/")
    try:
        until = time.monotonic() + 150
        while subprocess.run(check, capture_output=True, check=False).returncode:
            assert server.poll() is None
            assert time.monotonic() < until, "not ready"
            time.sleep(1)
    finally:
        server.terminate()
        server.wait(timeout=60)
