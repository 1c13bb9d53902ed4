"""What comes to no end is ended, costs one file, and leaves the clock as it was."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import LimitError
from core.settings import Settings
from graph.ledger.ledger import open_ledger
from graph.statements import Statement
from loaders import deadline as clock
from loaders import extraction, limits
from loaders.deadline import deadline, seconds_for
from loaders.gazette import read as gazette
from loaders.gazette.notice import Notice
from loaders.pipeline import load
from tests.hostile.files import NOTICE

#: Takes longer than the age of the world.
ENDLESS = re.compile("(?:甲+)+乙")
TEXT = "甲" * 60


def test_one_endless_pattern_is_ended_in_the_middle() -> None:
    begun = time.thread_time()
    with pytest.raises(LimitError, match=r"READER-TIME.*a\.txt"), deadline("a.txt", 0.3):
        ENDLESS.search(TEXT)
    assert time.thread_time() - begun < 5
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) in (signal.SIG_DFL, signal.SIG_IGN)


def test_what_ends_in_time_is_left_alone() -> None:
    with deadline("a.txt", 0.3):
        pass
    until = time.thread_time() + 0.5
    while time.thread_time() < until:
        pass


def test_a_paper_that_the_rules_do_not_get_through_is_refused_and_the_run_goes_on(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(notice: Notice) -> Iterator[Statement]:
        if "甲甲甲" in notice.paper.text:
            ENDLESS.search(notice.paper.text)
        yield from ()

    monkeypatch.setattr(gazette, "READERS", (endless, *gazette.READERS))
    monkeypatch.setattr(clock, "RULES_LEAST_SECONDS", 3.0)
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in (("1.txt", NOTICE), ("2.txt", f"{NOTICE}\n{TEXT}\n"), ("3.txt", NOTICE.replace("8号", "9号"))):
        (papers / name).write_text(text, encoding="utf-8")
    with open_ledger(settings) as ledger:
        done = load([papers], ledger, settings)
        assert [result.outcome for result in done.results] == ["read", "refused", "read"]
        (refused,) = ledger.quarantined()
        assert (refused.name, refused.code) == ("2.txt", "READER-TIME")
        assert "超过 3" in refused.message
        assert len({each.doc_id for each in ledger.live_statements()}) == 2


def test_the_time_grows_with_the_file_up_to_the_limit() -> None:
    assert seconds_for(0) == limits.RULES_LEAST_SECONDS
    assert seconds_for(limits.RULES_BYTES_A_SECOND) == limits.RULES_LEAST_SECONDS + 1
    assert seconds_for(limits.MAX_FILE_MB * 1024 * 1024) == limits.MAX_SECONDS


def test_another_thread_reads_without_a_clock(settings: Settings) -> None:
    found: list[int] = []
    reader = threading.Thread(
        target=lambda: found.append(len(extraction.extract(NOTICE.encode(), "a.txt", settings).reading.statements))
    )
    reader.start()
    reader.join()
    assert found[0] > 0
