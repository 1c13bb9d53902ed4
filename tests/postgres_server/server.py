"""Starting and stopping the server. `settings()` gives settings whose ledger is an empty database of it, or says why there is none."""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from pydantic import SecretStr

from core.settings import Settings
from tests.neo4j_server.server import free_port

USER = "dutygraph"
PASSWORD = "dutygraph-tests"  # noqa: S105 - of a server that lives for one test run
#: Whom a server started by root runs as: PostgreSQL refuses to be root.
HUMBLE = ("postgres", "nobody")
MODEST = ("autovacuum=off", "shared_buffers=32MB", "listen_addresses=127.0.0.1")
_number = count(1)


@dataclass
class Server:
    """A server of ours: it can be killed and started again on the same folder and port."""

    folder: Path
    port: int
    #: A process that is killed loses nothing that the system has in hand; only a power cut, and a measure, need `fsync`.
    durable: bool = False
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers."""
        words = [
            word
            for each in (*MODEST, f"unix_socket_directories={self.folder}", f"fsync={self.durable}")
            for word in ("-c", each)
        ]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*_humbly(), _tool("postgres"), "-D", str(self.data), "-p", str(self.port), *words],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder,
            )  # fmt: skip
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                psycopg.connect(self.address("postgres"), password=PASSWORD, connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise RuntimeError(f"the server did not start: {(self.folder / 'server.log').read_text()[-2000:]}")

    def kill(self) -> None:
        """End it at once, as a crash would: no checkpoint, every connection cut, recovery at the next start."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(60)
            self.process = None

    @property
    def data(self) -> Path:
        """The folder of its files."""
        return self.folder / "data"

    def address(self, database: str) -> str:
        """Where a database of it is, without the password."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"


def settings(home: Path) -> Settings:
    """Settings whose ledger is a fresh database. Skips the test without a server; fails it if CI=true."""
    given = os.environ.get("DUTYGRAPH_TEST_POSTGRES")
    if given:
        return _fresh(Settings(home=home, ledger=given))
    return own_settings(shared(), home)


def lacking() -> str:
    """Why there is no server; empty if there can be one."""
    return "" if os.environ.get("DUTYGRAPH_TEST_POSTGRES") else _not_installed()


def own(*, durable: bool = False) -> Server:
    """A started server of its own for a test that kills it. Skips or fails as `settings` does."""
    reason = _not_installed()
    if reason:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="dutygraph-postgres-"))
    (folder / "password").write_text(PASSWORD)
    for path in (folder, folder / "password"):
        if os.geteuid() == 0:
            shutil.chown(path, *_somebody())
    server = Server(folder, free_port(), durable)
    atexit.register(_remove, server)
    subprocess.run(
        [
            *_humbly(), _tool("initdb"), "-D", str(server.data), "-U", USER, "--pwfile", str(folder / "password"),
            "-A", "scram-sha-256", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        ],
        check=True, timeout=120, stdout=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    server.start()
    return server


def own_settings(server: Server, home: Path) -> Settings:
    """Settings whose ledger is a fresh database of a server of one's own."""
    whole = Settings(home=home, ledger=server.address("postgres"), ledger_password=SecretStr(PASSWORD))
    return _fresh(whole)


@cache
def shared() -> Server:
    """The server of this run."""
    return own()


def connect(chosen: Settings) -> psycopg.Connection[tuple[object, ...]]:
    """A connection to the database of a ledger, each statement for itself."""
    password = chosen.ledger_password.get_secret_value()
    return psycopg.connect(chosen.ledger, password=password, autocommit=True)


def _fresh(whole: Settings) -> Settings:
    """The same server with a database that nobody has used."""
    name = f"dutygraph_test_{os.getpid()}_{next(_number)}"
    with connect(whole) as connection:
        encoded = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(name))
        connection.execute(encoded)
    atexit.register(_drop, whole, name)
    before, _, after = whole.ledger.partition("?")
    address = f"{before.rpartition('/')[0]}/{name}{'?' if after else ''}{after}"
    return whole.model_copy(update={"ledger": address})


def _drop(whole: Settings, name: str) -> None:
    if os.environ.get("DUTYGRAPH_TEST_POSTGRES"):  # a server of ours goes as a whole
        with connect(whole) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _not_installed() -> str:
    missing = [tool for tool in ("initdb", "postgres") if not _tool(tool)]
    if not missing:
        return ""
    return f"no PostgreSQL: DUTYGRAPH_TEST_POSTGRES is not set, and {', '.join(missing)} is not installed"


@cache
def _tool(name: str) -> str:
    """A program of PostgreSQL: on the path, or where Debian keeps the newest version; empty if there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    return shutil.which(name) or (str(found[-1]) if found else "")


def _humbly() -> Sequence[str]:
    if os.geteuid() != 0:
        return ()
    user, group = _somebody()
    return ("setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups")


@cache
def _somebody() -> tuple[int, int]:
    """User and group for a server started by root."""
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = next(known[name] for name in HUMBLE if name in known)
    return entry.pw_uid, entry.pw_gid


def _remove(server: Server) -> None:
    server.kill()
    shutil.rmtree(server.folder, ignore_errors=True)
