"""What only the embedded store can get wrong: damage, kills, the engine's logs, versions under readers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.errors import StoreCorruptError, StoreError
from core.settings import Settings
from graph.elements import Edge, Graph
from graph.stores.contents import snapshot
from graph.stores.embedded import EmbeddedHome
from tests.graph.made_up import district, shaken

ROOT = Path(__file__).resolve().parents[3]

PUBLISH = """
import sys
from pathlib import Path
from core.settings import Settings
from graph.stores.embedded import EmbeddedHome
from tests.graph.made_up import shaken
print("begin", flush=True)
EmbeddedHome(Settings(home=Path(sys.argv[1]))).publish(shaken(3, nodes=200, edges=2000), version="2")
print("end", flush=True)
"""


def test_a_reader_keeps_its_version_and_the_next_reader_has_the_new_one(settings: Settings) -> None:
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    old = home.open()
    home.publish(shaken(1), version="2")
    new = home.open()
    try:
        assert (old.version(), new.version()) == ("1", "2")
        assert not home.is_current(old)
        assert home.is_current(new)
        assert snapshot(old) == district()
    finally:
        old.close()
        new.close()
    home.sweep()
    folders = [path for path in settings.graph_path.iterdir() if path.is_dir()]
    assert len(folders) == 1


def test_a_damaged_version_is_refused_with_the_remedy_and_a_new_one_heals_it(settings: Settings) -> None:
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    largest = max(settings.graph_path.glob("*/db/*"), key=lambda path: path.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 0xFF
    largest.write_bytes(content)
    with pytest.raises(StoreCorruptError) as caught:
        home.open()
    assert caught.value.remedy == "dutygraph rebuild"
    home.publish(district(), version="1")
    store = home.open()
    assert snapshot(store) == district()
    store.close()


def test_the_engine_writes_nothing_outside_the_home(settings: Settings) -> None:
    before = {path.name for path in Path.cwd().iterdir()}
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    home.open().close()
    assert {path.name for path in Path.cwd().iterdir()} == before


def test_importing_the_stores_starts_no_java() -> None:
    script = (
        "import sys, graph.stores, graph.stores.embedded, queries.catalogue;"
        "sys.exit('jpype' in sys.modules or 'neo4j' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 0


@pytest.mark.parametrize("after", [0.0, 0.6, 1.5])
def test_a_load_killed_at_any_moment_leaves_the_old_graph_whole(settings: Settings, after: float) -> None:
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    with subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(settings.home)], cwd=ROOT, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begin\n"
        time.sleep(after)
        os.kill(writer.pid, signal.SIGKILL)
    store = home.open()
    try:
        assert store.version() == "1"
        assert snapshot(store) == district()
    finally:
        store.close()
    home.publish(district(), version="3")
    assert home.version() == "3"
    assert len([path for path in settings.graph_path.iterdir() if path.is_dir()]) == 1


def test_another_process_reads_while_this_one_has_the_graph_open(settings: Settings) -> None:
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    store = home.open()
    script = (
        "import sys; from pathlib import Path; from core.settings import Settings; from graph.stores import open_store\n"
        "store = open_store(Settings(home=Path(sys.argv[1])))\n"
        "print(store.run(\"MATCH (p:Person {id: 'gao'}) RETURN p.name AS name\", {})[0]['name'])"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", script, str(settings.home)], cwd=ROOT, capture_output=True, text=True
        )
    finally:
        store.close()
    assert (done.stdout, done.stderr) == ("高明\n", "")


def test_what_goes_wrong_in_the_middle_of_a_load_is_what_is_said(settings: Settings) -> None:
    home = EmbeddedHome(settings)
    home.publish(district(), version="1")
    person = next(node for node in district().nodes if node.label == "Person")
    twice = Graph((*district().nodes, person), district().edges)
    loose = Graph(
        district().nodes, (*district().edges, Edge("OF", "loose", "Post", "nowhere", "Organisation", "nor there"))
    )
    with pytest.raises(StoreError) as duplicate:
        home.publish(twice, version="2")
    assert "DuplicatedKeyException" in str(duplicate.value)
    with pytest.raises(StoreError, match="loose"):
        home.publish(loose, version="2")
    store = home.open()
    assert (store.version(), snapshot(store)) == ("1", district())
    store.close()


def test_a_machine_that_a_finished_thread_started_does_not_hold_the_process(settings: Settings) -> None:
    """As in a service whose first upload builds the first graph, in a thread beside the requests."""
    script = (
        "import sys, threading; from pathlib import Path; from core.settings import Settings\n"
        "from graph.stores.engine import start\n"
        "first = threading.Thread(target=start, args=[Settings(home=Path(sys.argv[1]))])\n"
        "first.start(); first.join(); print('started')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(settings.home)], cwd=ROOT, capture_output=True, text=True, timeout=240
    )
    assert (done.stdout, done.returncode) == ("started\n", 0)
