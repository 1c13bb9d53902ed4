"""The error tree is a contract: codes, exit codes and statuses do not drift."""

from __future__ import annotations

from core.errors import DutygraphError, GoneError, InputError, LimitError, NotFoundError, StoreBusyError


def test_an_error_says_what_and_what_to_do() -> None:
    error = InputError("tasks.csv, line 3: no such day", remedy="write 2023-02-28", code="TABLE-BAD-DATE")
    assert str(error) == "TABLE-BAD-DATE  tasks.csv, line 3: no such day\n                write 2023-02-28"


def test_codes_fall_back_to_the_class() -> None:
    assert LimitError("too large").code == "LIMIT"
    assert StoreBusyError("held").code == "STORE-BUSY"


def test_each_kind_has_a_status_and_an_exit_code() -> None:
    def walk(kind: type[DutygraphError]) -> list[type[DutygraphError]]:
        return [kind, *(below for child in kind.__subclasses__() for below in walk(child))]

    kinds = walk(DutygraphError)
    assert len(kinds) >= 11
    assert all(400 <= kind.http_status < 600 for kind in kinds)
    assert all(0 < kind.exit_code < 128 for kind in kinds)
    assert (NotFoundError.http_status, GoneError.http_status) == (404, 410)
