"""Starting and stopping the server. `settings()` gives settings that reach it, or says why there is none."""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from platformdirs import user_cache_path
from pydantic import SecretStr

from core.settings import Settings

HERE = Path(__file__).resolve().parent
PASSWORD = "dutygraph-tests"  # noqa: S105 - of a server that lives for one test run
#: Neo4j 5 reaches into the Java platform; these are the openings its own start script gives it.
OPENINGS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]


@dataclass(frozen=True, slots=True)
class Means:
    """What a server is given: options of Java, megabytes for the pages of its files, and how long a plan of a query stands at least."""

    java: tuple[str, ...]
    pages_mb: int
    plan_seconds: int = 10


#: A server that lives for minutes is better off without the costly compiler and the check of its own classes; and a query that it has
#: planned once is not planned anew for each of the small graphs that come and go.
BRIEF = Means(
    (
        "-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote",
    ),
    pages_mb=64,
    plan_seconds=3_600,
)  # fmt: skip


@dataclass
class Server:
    """A server of ours: it can be killed and started again on the same folder and port."""

    folder: Path
    port: int
    means: Means = BRIEF
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers."""
        log = (self.folder / "server.log").open("ab")
        command = ["java", *self.means.java, *OPENINGS, "-cp", class_path(), str(HERE / "Server.java")]
        given = [str(self.folder / "data"), str(self.port), str(self.means.pages_mb), str(self.means.plan_seconds)]
        self.process = subprocess.Popen([*command, *given], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        log.close()
        self._wait()

    def kill(self) -> None:
        """End it at once, as a power cut would (the files stay)."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _wait(self) -> None:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            if self.process is not None and self.process.poll() is not None:
                break
            for password in (PASSWORD, "neo4j"):
                try:
                    with GraphDatabase.driver(self.address, auth=("neo4j", password)) as driver:
                        if password == "neo4j":  # noqa: S105 - the password of a fresh server, to be changed
                            _change_password(driver)
                        driver.verify_connectivity()
                        return
                except (DriverError, Neo4jError):
                    continue
            time.sleep(0.2)
        raise RuntimeError(f"the server did not start: {(self.folder / 'server.log').read_text()[-2000:]}")

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"bolt://127.0.0.1:{self.port}"


def settings(means: Means = BRIEF) -> Settings:
    """Settings whose store is the test server, emptied. Skips the test without one; fails it if CI=true."""
    given = os.environ.get("DUTYGRAPH_TEST_NEO4J")
    if given:
        chosen = Settings(store=given, store_password=SecretStr(os.environ.get("DUTYGRAPH_TEST_NEO4J_PASSWORD", "")))
    else:
        chosen = _local(_shared(means).address)
    empty(chosen)
    return chosen


def own(means: Means = BRIEF) -> Server:
    """A started server of its own for a test that kills it. Skips or fails as `settings` does."""
    _need_tools()
    server = Server(Path(tempfile.mkdtemp(prefix="dutygraph-neo4j-")), free_port(), means)
    atexit.register(_remove, server)
    server.start()
    return server


def own_settings(server: Server) -> Settings:
    """Settings that reach a server of one's own."""
    return _local(server.address)


def empty(chosen: Settings) -> None:
    """Delete everything in the test database."""
    auth = (chosen.store_user, chosen.store_password.get_secret_value())
    with GraphDatabase.driver(chosen.store, auth=auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=chosen.store_database)


def description(chosen: Settings) -> str:
    """Version and edition, as the server tells them."""
    auth = (chosen.store_user, chosen.store_password.get_secret_value())
    with GraphDatabase.driver(chosen.store, auth=auth) as driver:
        rows = driver.execute_query(
            "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS v, edition AS e"
        )
        return f"Neo4j {rows.records[0]['v']} {rows.records[0]['e']}"


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@cache
def class_path() -> str:
    """The class path of the pinned artifacts, asked of Maven once a pom and kept."""
    pom = HERE / "pom.xml"
    kept = user_cache_path("dutygraph-tests") / f"{hashlib.sha256(pom.read_bytes()).hexdigest()[:16]}.classpath"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in several processes, and Maven fetches into one folder
        if not kept.is_file() or not all(Path(jar).is_file() for jar in kept.read_text().split(os.pathsep)):
            subprocess.run(
                ["mvn", "-q", "-B", "-f", str(pom), "dependency:build-classpath", f"-Dmdep.outputFile={kept}"],
                check=True, timeout=900, stdout=subprocess.DEVNULL,
            )  # fmt: skip
    return kept.read_text().strip()


@cache
def _shared(means: Means) -> Server:
    return own(means)


def _local(address: str) -> Settings:
    return Settings(store=address, store_user="neo4j", store_password=SecretStr(PASSWORD))


def _change_password(driver: Driver) -> None:
    with driver.session(database="system") as session:
        session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", {"new": PASSWORD}).consume()


def _need_tools() -> None:
    missing = [tool for tool in ("java", "mvn") if shutil.which(tool) is None]
    if missing:
        reason = f"no Neo4j: DUTYGRAPH_TEST_NEO4J is not set, and {', '.join(missing)} is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


def _remove(server: Server) -> None:
    server.kill()
    shutil.rmtree(server.folder, ignore_errors=True)
