"""What only a server can get wrong: down, wrong password, too old, cut off, restarted, asked by two writers."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import insert, make_url, text

from core.errors import ConfigError, DutygraphError, InputError, StoreBusyError, StoreUnavailableError
from core.settings import Settings
from graph.decisions import Decision
from graph.ledger import database, journal, postgres, schema
from graph.ledger.home import ledger_home
from graph.ledger.ledger import Ledger, open_ledger
from tests.graph.test_ledger import paper, put, seat
from tests.ledgers import executed
from tests.neo4j_server.server import free_port
from tests.postgres_server import server

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).resolve().parents[2]
#: Ends every connection to the database but the one that says so.
CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
HOLD = """
import sys
from core.settings import Settings
from graph.ledger.home import ledger_home
with ledger_home(Settings()).open().writing() as connection:
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return server.settings(tmp_path / "home")


def as_user(settings: Settings, name: str) -> Settings:
    return settings.model_copy(update={"ledger": str(make_url(settings.ledger).set(username=name))})


def refusal(settings: Settings) -> DutygraphError:
    with pytest.raises(DutygraphError) as caught:
        Ledger(settings)
    assert caught.value.remedy
    return caught.value


# --- who is not let in ------------------------------------------------------------------------------------------


def test_a_server_that_is_down_says_so_quickly(tmp_path: Path) -> None:
    address = f"postgresql://someone@127.0.0.1:{free_port()}/dutygraph"
    begun = time.monotonic()
    said = refusal(Settings(home=tmp_path / "home", ledger=address))
    assert (said.code, said.exit_code) == ("LEDGER-UNAVAILABLE", 69)
    assert time.monotonic() - begun < postgres.OUTAGE_SECONDS


def test_a_wrong_password_a_wrong_user_and_a_wrong_database_are_told_apart(settings: Settings) -> None:
    wrong = settings.model_copy(update={"ledger_password": SecretStr("nonsense")})
    assert refusal(wrong).code == "LEDGER-PASSWORD"
    assert "nonsense" not in str(refusal(wrong))
    nobody = as_user(settings, "nobody")
    assert refusal(nobody).code == "LEDGER-PASSWORD"
    elsewhere = settings.model_copy(update={"ledger": f"{settings.ledger}_elsewhere"})
    assert refusal(elsewhere).code == "LEDGER-DATABASE"


def test_a_server_without_encryption_is_refused_where_it_is_asked_for(settings: Settings) -> None:
    strict = settings.model_copy(update={"ledger": f"{settings.ledger}?sslmode=require"})
    assert refusal(strict).code == "LEDGER-CERTIFICATE"


def test_an_old_server_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OLDEST", 999)
    assert refusal(settings).code == "LEDGER-VERSION"


def test_a_database_that_cannot_hold_every_character_is_refused(settings: Settings) -> None:
    name = f"{settings.ledger.rpartition('/')[2]}_ascii"
    executed(settings, f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    assert refusal(settings.model_copy(update={"ledger": f"{settings.ledger}_ascii"})).code == "LEDGER-ENCODING"
    executed(settings, f"DROP DATABASE {name}")


def test_a_server_without_a_connection_left_says_so(settings: Settings) -> None:
    executed(
        settings,
        f"CREATE ROLE crowded LOGIN PASSWORD '{settings.ledger_password.get_secret_value()}' CONNECTION LIMIT 0",
    )
    crowded = as_user(settings, "crowded")
    assert refusal(crowded).code == "LEDGER-CONNECTIONS"
    executed(settings, "DROP ROLE crowded")


def test_without_the_driver_it_says_what_to_install(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "graph.ledger.postgres", None)
    said = refusal(settings)
    assert (said.code, "dutygraph[postgres]" in said.remedy) == ("LEDGER-DRIVER", True)


@pytest.mark.parametrize("address", ["mysql://someone@host/x", "postgresql://someone@host:port/x", "file"])
def test_an_address_of_something_else_is_no_ledger(tmp_path: Path, address: str) -> None:
    with pytest.raises(ConfigError, match="LEDGER-UNKNOWN"):
        Ledger(Settings(home=tmp_path / "home", ledger=address))


def test_who_may_only_read_reads_and_is_told_that_he_may_not_write(settings: Settings) -> None:
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
    executed(
        settings,
        f"CREATE ROLE onlooker LOGIN PASSWORD '{settings.ledger_password.get_secret_value()}'",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO onlooker",
    )
    reader = as_user(settings, "onlooker")
    with open_ledger(reader) as ledger:
        assert len(ledger.files()) == 1
        with pytest.raises(StoreUnavailableError, match="LEDGER-UNWRITABLE"):
            ledger.receive(b"b", "b.txt")
    executed(settings, "DROP OWNED BY onlooker", "DROP ROLE onlooker")


# --- what a commit means ----------------------------------------------------------------------------------------


def test_a_commit_is_on_the_disk_though_the_database_says_off(settings: Settings) -> None:
    name = settings.ledger.rpartition("/")[2]
    executed(settings, f"ALTER DATABASE {name} SET synchronous_commit = off")
    opened = ledger_home(settings).open()
    with opened.writing() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar_one() == "on"
    opened.close()


def test_a_writer_that_waited_sees_what_the_other_wrote_though_the_database_says_otherwise(settings: Settings) -> None:
    name = settings.ledger.rpartition("/")[2]
    executed(settings, f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'")
    opened = ledger_home(settings).open()
    with open_ledger(settings) as ledger:
        waiting = threading.Thread(target=ledger.receive, args=(b"b", "b.txt"))
        with opened.writing() as connection:
            waiting.start()
            time.sleep(0.5)
            assert journal.entry(connection, "received") == 1
            connection.execute(insert(schema.files).values(row=1, sha256="f" * 64, name="a.txt", size=1))
            connection.execute(insert(schema.states).values(row=1, sha256="f" * 64, state="received"))
        waiting.join()
        assert [record.name for record in ledger.files()] == ["a.txt", "b.txt"]
    opened.close()


def test_a_reader_cannot_write_at_all(settings: Settings) -> None:
    opened = ledger_home(settings).open()
    with pytest.raises(StoreUnavailableError, match="LEDGER-UNWRITABLE"), opened.reading() as connection:
        connection.execute(insert(schema.journal).values(row=1, kind="received", at="2031"))
    opened.close()


def test_a_nul_is_refused_as_the_papers_fault(settings: Settings) -> None:
    decision = Decision(verdict="reject", subject="st_x", reason="a\x00b")
    with open_ledger(settings) as ledger:
        with pytest.raises(InputError, match="TEXT-NUL"):
            ledger.decide(decision, who="审核员")
        assert ledger.decisions() == ()


# --- one writer -------------------------------------------------------------------------------------------------


def test_a_writer_that_dies_gives_its_place_back(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
        holder = _hold(settings)
        with pytest.raises(StoreBusyError, match="LEDGER-BUSY"):
            ledger.receive(b"b", "b.txt")
        assert len(ledger.files()) == 1
        holder.kill()
        holder.communicate()
    monkeypatch.undo()
    with open_ledger(settings) as ledger:
        ledger.receive(b"b", "b.txt")
        assert len(ledger.files()) == 2


def test_ledgers_in_two_schemas_do_not_wait_for_each_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    executed(settings, "CREATE SCHEMA other")
    other = settings.model_copy(update={"ledger": f"{settings.ledger}?options=-csearch_path%3Dother"})
    opened = ledger_home(settings).open()
    with open_ledger(other) as ledger, opened.writing():
        ledger.receive(b"a", "a.txt")
        assert len(ledger.files()) == 1
    opened.close()
    with open_ledger(settings) as ledger:
        assert ledger.files() == ()


def _hold(settings: Settings) -> subprocess.Popen[str]:
    environment = {
        "PYTHONPATH": str(ROOT), "DUTYGRAPH_HOME": str(settings.home), "DUTYGRAPH_LEDGER": settings.ledger,
        "DUTYGRAPH_LEDGER_PASSWORD": settings.ledger_password.get_secret_value(),
    }  # fmt: skip
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


# --- lines that break -------------------------------------------------------------------------------------------


def test_a_line_that_broke_while_nobody_spoke_is_laid_anew(settings: Settings) -> None:
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
        executed(settings, CUT)
        assert len(ledger.files()) == 1
        executed(settings, CUT)
        ledger.receive(b"b", "b.txt")
        assert len(ledger.files()) == 2


def test_a_line_that_breaks_inside_a_transaction_is_told_and_nothing_of_it_stays(settings: Settings) -> None:
    opened = ledger_home(settings).open()

    def broken() -> None:
        with opened.writing() as connection:
            connection.execute(insert(schema.journal).values(row=1, kind="received", at="2031"))
            executed(settings, CUT)
            connection.execute(insert(schema.journal).values(row=2, kind="received", at="2031"))

    with pytest.raises(StoreUnavailableError, match="LEDGER-UNAVAILABLE") as caught:
        broken()
    assert caught.value.remedy
    with opened.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM journal")).scalar_one() == 0
    opened.close()


def test_a_server_that_stays_away_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OUTAGE_SECONDS", 0.5)
    own = server.own()
    with open_ledger(server.own_settings(own, tmp_path / "home")) as ledger:
        ledger.receive(b"a", "a.txt")
        own.kill()
        tries: list[float] = []
        monkeypatch.setattr(time, "sleep", tries.append)
        with pytest.raises(StoreUnavailableError, match="LEDGER-UNAVAILABLE"):
            ledger.files()
        assert tries
        tries.clear()
        with pytest.raises(StoreUnavailableError, match="LEDGER-UNAVAILABLE"):
            ledger.files()
        assert tries == []
        monkeypatch.undo()
        own.start()
        assert len(ledger.files()) == 1
    own.kill()


def test_a_server_that_is_restarted_is_waited_for(tmp_path: Path) -> None:
    own = server.own()
    settings = server.own_settings(own, tmp_path / "home")
    with open_ledger(settings) as ledger:
        ledger.receive(b"a", "a.txt")
        own.kill()
        back = threading.Timer(1.0, own.start)
        back.start()
        ledger.receive(b"b", "b.txt")
        back.join()
        assert [record.name for record in ledger.files()] == ["a.txt", "b.txt"]
    own.kill()


# --- purge ------------------------------------------------------------------------------------------------------


def test_a_purge_leaves_no_word_in_the_files_of_the_server(tmp_path: Path) -> None:
    shared = server.shared()
    settings = server.own_settings(shared, tmp_path / "home")
    private = "绝密词语甲乙丙丁"
    with open_ledger(settings) as ledger:
        sha256 = put(ledger, private.encode(), paper(title=private), seat(private), text=private)
        executed(settings, "ANALYZE", "CHECKPOINT")
        assert private.encode() in _files(shared)
        ledger.purge(sha256, who="管理员", why="涉个人信息")
    executed(settings, "CHECKPOINT")
    assert private.encode() not in _files(shared)


def test_a_purge_says_so_while_a_reader_still_sees_the_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    other = ledger_home(settings).open()
    with open_ledger(settings) as ledger:
        sha256 = put(ledger, b"a", paper(), seat("周正"), text="周正")
        with other.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM texts")).scalar_one() == 1
            with pytest.raises(StoreBusyError, match="purge again"):
                ledger.purge(sha256, who="管理员", why="涉个人信息")
        ledger.purge(sha256, who="管理员", why="涉个人信息")
        assert ledger.files()[0].purged
    other.close()


def _files(own: server.Server) -> bytes:
    """The tables of all its databases; its log of changes is the administrator's."""
    return b"".join(path.read_bytes() for path in sorted((own.data / "base").rglob("*")) if path.is_file())
