"""The API under load on the loopback: start-up to ready, requests a second, latency, memory with two versions open.

    python -m benchmark.service [--size 10000] [--seconds 10] [--clients 4] [--keep FOLDER]      bars: DESIGN, section 9

A server of its own process answers a few clients that ask canned queries one after another, each with other ids and days, for
a bounded time. Then a second version is published while the server holds the first, as a load of a few papers publishes one: a
copy with a difference. The server takes it up while it answers on, and its resident memory is read: now, and the most it ever was.
`--keep` keeps the graph in a folder, and takes what `benchmark.queries` kept there.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

from benchmark import kept
from benchmark.figures import Figure, machine, percentile, say, told
from benchmark.sampling import Sampler
from core.settings import Settings
from graph import search
from graph.build import version_at
from graph.stores import graph_home
from graph.stores.difference import Difference
from queries.catalogue import catalogue

#: Of a million bytes each, as GB are of a thousand million.
RESIDENT_MB = 1_000
#: Seconds to wait for a server that opens a large graph, and looks at the picture of it before it takes up the next.
PATIENCE = 900
#: What people ask most, as a page or a client does.
ASKED = (
    "people/portfolio",
    "people/posts-held",
    "groups/roster",
    "tasks/who-is-responsible",
    "organisations/oversight",
)


def measure(size: int, *, seconds: float, clients: int, keep: Path | None = None) -> Iterator[Figure]:
    """Serve a graph of a size and ask."""
    with kept.home(size, keep=keep) as home:
        sampler = Sampler(home.sample)
        paths = [_path(sampler, query) for _ in range(200) for query in ASKED]
        port = _free_port()
        environment = {**os.environ, "DUTYGRAPH_HOME": str(home.settings.home), "DUTYGRAPH_REQUESTS_PER_MINUTE": "0"}
        begun = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "-m", "cli.main", "serve", "--port", str(port)], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            _wait(port, "/readyz", server)
            yield Figure("service", f"{size:,} statements: start-up to ready", time.perf_counter() - begun, "s")
            took = _load(port, paths, seconds=seconds, clients=clients)
            name = f"{size:,} statements, {clients} clients"
            yield Figure("service", f"{name}: requests", len(took) / seconds, "a second")
            for share in (0.5, 0.95, 0.99):
                yield Figure("service", f"{name}: latency p{share * 100:g}", percentile(took, share) * 1000, "ms")
            yield _resident(server.pid, f"{size:,} statements: resident")
            version = _publish_again(home.settings)
            _wait(port, "/readyz", server, saying=version)
            _load(port, paths, seconds=min(seconds, 10), clients=clients)
            yield _resident(server.pid, f"{size:,} statements: resident, a second version opened")
            yield _resident(server.pid, f"{size:,} statements: resident, the most it ever was", key="VmHWM")
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _path(sampler: Sampler, query: str) -> str:
    given = sampler.parameters(catalogue().get(query), placed=False)
    return f"/queries/{query}?{urlencode({key: str(value) for key, value in given.items()})}"


def _publish_again(settings: Settings) -> str:
    """Publish the next version beside the one that is served; its name."""
    graphs = graph_home(settings)
    before = graphs.version()
    version = version_at(int(before.removeprefix("r")) + 1)
    with closing(graphs.open()) as store:
        counts = store.counts()
    shutil.copyfile(search.index_path(settings, before), search.index_path(settings, version))
    graphs.change(Difference((), (), (), ()), counts, before=before, version=version)
    search.sweep(settings, keep={before, version})
    graphs.close()
    return version


def _free_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(port: int, path: str, server: subprocess.Popen[bytes], *, saying: str = "") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            status, body = _get(http.client.HTTPConnection("127.0.0.1", port, timeout=30), path)
        except OSError:
            time.sleep(0.05)
            continue
        if status == 200 and saying in body:
            return
        time.sleep(0.05)
    raise RuntimeError("the server did not get ready")


def _get(connection: http.client.HTTPConnection, path: str) -> tuple[int, str]:
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def _load(port: int, paths: Sequence[str], *, seconds: float, clients: int) -> list[float]:
    """Latencies of what several clients ask one after another for so many seconds. Raises if an answer is no answer."""
    took: list[list[float]] = [[] for _ in range(clients)]
    refused: list[str] = []

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        until = time.monotonic() + seconds
        turn = number
        while time.monotonic() < until:
            begun = time.perf_counter()
            status, body = _get(connection, paths[turn % len(paths)])
            took[number].append(time.perf_counter() - begun)
            if status != 200:
                refused.append(f"{status} {body[:200]}")
                return
            turn += clients

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if refused:
        raise RuntimeError(json.dumps(refused[:3], ensure_ascii=False))
    return [one for some in took for one in some]


def _resident(pid: int, what: str, *, key: str = "VmRSS") -> Figure:
    """Resident memory of a process in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{key}:"):
            return Figure("service", what, int(line.split()[1]) * 1024 / 1e6, "MB", at_most=RESIDENT_MB)
    raise RuntimeError(f"no {key} of process {pid}")


def run(*, size: int = 10_000, seconds: float = 10, clients: int = 4, keep: Path | None = None) -> list[Figure]:
    """Measure, print, and give the figures."""
    return told(measure(size, seconds=seconds, clients=clients, keep=keep))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.service", description="The API under load.")
    parser.add_argument("--size", type=int, default=10_000, help="statements")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--keep", type=Path, help="folder to keep the graph in, and to take it from")
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(size=asked.size, seconds=asked.seconds, clients=asked.clients, keep=asked.keep)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
