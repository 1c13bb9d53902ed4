"""The API under load on the loopback: start-up to ready, requests a second, latency, memory with two versions open.

    python -m benchmark.service [--size 10000] [--seconds 10] [--clients 4]      bars: DESIGN, section 9

A server of its own process answers a few clients that ask canned queries one after another, each with other ids and days, for
a bounded time. Then a second version is published while the server holds the first, and its resident memory is read.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

from benchmark import made
from benchmark.figures import Figure, machine, percentile, say, told
from benchmark.queries import Sampler
from core.settings import Settings
from graph import search
from graph.elements import Graph
from graph.ledger.ledger import open_ledger
from graph.stores import graph_home
from queries.catalogue import catalogue

RESIDENT_MB = 1_024
#: What people ask most, as a page or a client does.
ASKED = (
    "people/portfolio",
    "people/posts-held",
    "groups/roster",
    "tasks/who-is-responsible",
    "organisations/oversight",
)


def measure(size: int, *, seconds: float, clients: int) -> Iterator[Figure]:
    """Serve a graph of a size and ask."""
    graph = made.whole(size)
    sampler = Sampler(graph)
    paths = [
        f"/queries/{query}?{urlencode({key: str(value) for key, value in sampler.parameters(catalogue().get(query), placed=False).items()})}"
        for _ in range(40)
        for query in ASKED
    ]
    with tempfile.TemporaryDirectory(prefix="dutygraph-bench-") as folder:
        settings = Settings(home=Path(folder))
        with open_ledger(settings):
            _publish(graph, settings, "r00000001")
        port = _free_port()
        environment = {**os.environ, "DUTYGRAPH_HOME": folder, "DUTYGRAPH_REQUESTS_PER_MINUTE": "0"}
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
            yield Figure("service", f"{size:,} statements: resident", _resident(server.pid), "MB", at_most=RESIDENT_MB)
            _publish(graph, settings, "r00000002")
            _wait(port, "/readyz", server, saying="r00000002")
            _load(port, paths, seconds=min(seconds, 3), clients=clients)
            yield Figure(
                "service", f"{size:,} statements: resident, two versions opened", _resident(server.pid), "MB",
                at_most=RESIDENT_MB,
            )  # fmt: skip
        finally:
            server.terminate()
            server.wait(timeout=60)


def _publish(graph: Graph, settings: Settings, version: str) -> None:
    search.build(search.index_path(settings, version), graph)
    home = graph_home(settings)
    home.publish(graph, version=version)
    home.close()


def _free_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(port: int, path: str, server: subprocess.Popen[bytes], *, saying: str = "") -> None:
    until = time.monotonic() + 300
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


def _resident(pid: int) -> float:
    """Resident memory of a process in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def run(*, size: int = 10_000, seconds: float = 10, clients: int = 4) -> list[Figure]:
    """Measure, print, and give the figures."""
    return told(measure(size, seconds=seconds, clients=clients))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmark.service", description="The API under load.")
    parser.add_argument("--size", type=int, default=10_000, help="statements")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", type=int, default=4)
    asked = parser.parse_args(arguments)
    for line in machine():
        say(line)
    run(size=asked.size, seconds=asked.seconds, clients=asked.clients)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
