"""The one error tree: a stable code, an HTTP status, an exit code, and what to do.

A message says what is wrong, where, and what to do about it, in Chinese and in English. Rooms raise; only the command
line and the API translate (`exit_code`, `http_status`). Nothing here carries a path outside `--home`, a query text or
a stack.
"""

from __future__ import annotations

from typing import ClassVar


class DutygraphError(Exception):
    """Root of every error Dutygraph raises on purpose.

    `message` says what and where, `remedy` what to do. Both may hold Chinese and English. `code` may be narrowed by
    the raiser (`InputError("…", code="TABLE-COLUMN-MISSING")`); it is part of the public contract and never reworded.
    """

    default_code: ClassVar[str] = "INTERNAL"
    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, *, remedy: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code or self.default_code

    def __str__(self) -> str:
        text = f"{self.code}  {self.message}"
        return f"{text}\n{' ' * (len(self.code) + 2)}{self.remedy}" if self.remedy else text


class InputError(DutygraphError):
    """A paper or a table that cannot be read as it stands (file, line and remedy in the message)."""

    default_code = "INPUT"
    http_status = 422
    exit_code = 65


class LimitError(InputError):
    """A paper beyond a limit of `loaders.limits`: too large, too many pages, too slow."""

    default_code = "LIMIT"
    http_status = 413
    exit_code = 65


class UsageError(DutygraphError):
    """A question or command that is not put well: unknown query, missing parameter, ambiguous name."""

    default_code = "USAGE"
    http_status = 400
    exit_code = 64


class NotFoundError(UsageError):
    """Nothing by that name or id."""

    default_code = "NOT-FOUND"
    http_status = 404
    exit_code = 66


class GoneError(NotFoundError):
    """An id that once was, and was withdrawn."""

    default_code = "GONE"
    http_status = 410


class ConfigError(DutygraphError):
    """A setting, an ontology or a query file that contradicts itself."""

    default_code = "CONFIG"
    http_status = 500
    exit_code = 78


class StoreError(DutygraphError):
    """The ledger or a graph store failed."""

    default_code = "STORE"
    http_status = 503
    exit_code = 74


class StoreBusyError(StoreError):
    """Somebody else holds the one writer's place."""

    default_code = "STORE-BUSY"
    exit_code = 75


class StoreUnavailableError(StoreError):
    """The server is down, the password is wrong, the folder cannot be read."""

    default_code = "STORE-UNAVAILABLE"
    exit_code = 69


class StoreCorruptError(StoreError):
    """What was read back is not what was written. The ledger is the truth: rebuild."""

    default_code = "STORE-CORRUPT"
    exit_code = 74
