"""What PostgreSQL and its driver say, in words a clerk can act on. Never an address, a statement or a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from psycopg import DataError, Error
from sqlalchemy.exc import DBAPIError

from core.errors import DutygraphError, InputError, StoreBusyError, StoreUnavailableError
from graph.ledger import database

#: Until a connection stands the driver gives no SQLSTATE, only the server's words: English, or Chinese by `lc_messages`.
_STARTING: Final = ("starting up", "shutting down", "recovery mode", "正在启动", "正在关闭", "恢复模式")
_CROWDED: Final = ("too many c", "connection slots", "连接数", "连接过多")
_PASSWORD: Final = ("authentication failed", "no password", "pg_hba.conf", 'role "', "认证失败", "角色")
_NO_DATABASE: Final = ('database "', "数据库")
_CERTIFICATE: Final = ("certificate", "SSL", "证书")


def in_words(error: DBAPIError) -> DutygraphError:
    """The error that a command ends with."""
    original = error.orig
    if not isinstance(original, Error):
        return database.failed(type(original).__name__)
    if isinstance(original, DataError) and "NUL" in str(original):
        return InputError(
            "文字中有空字符（U+0000）| the text holds a NUL character",
            remedy="删去后再来 | remove it and try again",
            code="TEXT-NUL",
        )
    if error.connection_invalidated:
        return _broken()
    if original.sqlstate is None:
        return _unconnected(str(original))
    known = _STATES.get(original.sqlstate) or _STATES.get(original.sqlstate[:2])
    if known is not None:
        return known()
    said = f"{original.sqlstate} {original.diag.message_primary or type(original).__name__}"
    return database.damaged(said) if original.sqlstate.startswith(("XX", "42P01")) else database.failed(said)


def passes(error: DBAPIError) -> bool:
    """Whether a server that was there may be back in a moment."""
    return in_words(error).code in ("LEDGER-UNAVAILABLE", "LEDGER-CONNECTIONS")


def starts(error: DBAPIError) -> bool:
    """Whether the server says itself that it is about to be there."""
    return any(word in str(error.orig) for word in _STARTING)


def _unconnected(said: str) -> DutygraphError:
    for words, meant in ((_STARTING, _unreachable), (_CROWDED, _crowded), (_PASSWORD, _password)):
        if any(word in said for word in words):
            return meant()
    if any(word in said for word in _NO_DATABASE):
        return _no_database()
    return _untrusted() if any(word in said for word in _CERTIFICATE) else _unreachable()


def _unreachable() -> StoreUnavailableError:
    return StoreUnavailableError(
        "连不上账本服务器 | the ledger's server cannot be reached",
        remedy="查看服务器是否启动，地址是否正确 | is it running, and is the address right? (--ledger, DUTYGRAPH_LEDGER)",
        code="LEDGER-UNAVAILABLE",
    )


def _broken() -> StoreUnavailableError:
    return StoreUnavailableError(
        "与账本服务器的连接中断，最后一步是否写入不明 | the connection to the ledger's server broke; whether the last step was"
        " written is not known",
        remedy="再运行一次载入，不会重复；认定先看 dutygraph review decisions | load again, nothing is doubled; before deciding"
        " again look at dutygraph review decisions",
        code="LEDGER-UNAVAILABLE",
    )


def _password() -> StoreUnavailableError:
    return StoreUnavailableError(
        "账本服务器不认此用户或密码 | the ledger's server does not take this user or password",
        remedy="DUTYGRAPH_LEDGER, DUTYGRAPH_LEDGER_PASSWORD",
        code="LEDGER-PASSWORD",
    )


def _no_database() -> StoreUnavailableError:
    return StoreUnavailableError(
        "服务器上没有账本的数据库 | no such database on the ledger's server",
        remedy="CREATE DATABASE dutygraph OWNER … ENCODING 'UTF8' TEMPLATE template0",
        code="LEDGER-DATABASE",
    )


def _untrusted() -> StoreUnavailableError:
    return StoreUnavailableError(
        "与账本服务器的加密连接不成立 | no encrypted connection to the ledger's server",
        remedy="postgresql://…?sslmode=verify-full&sslrootcert=FILE.pem",
        code="LEDGER-CERTIFICATE",
    )


def _crowded() -> StoreBusyError:
    return StoreBusyError(
        "账本服务器的连接已满 | the ledger's server has no connection left",
        remedy="稍后再试，或调高 max_connections | try again later, or raise max_connections",
        code="LEDGER-CONNECTIONS",
    )


def unwritable() -> StoreUnavailableError:
    """The error for a user, a schema or a server that takes no rows from us."""
    return StoreUnavailableError(
        "账本的数据库不让写入 | the ledger's database does not let us write",
        remedy="须是数据库的所有者，且不是只读副本 | be the owner of the database, and not on a standby",
        code="LEDGER-UNWRITABLE",
    )


#: By SQLSTATE, else by its class (PostgreSQL's manual, appendix A).
_STATES: Final[dict[str, Callable[[], DutygraphError]]] = {
    "55P03": database.busy,  # lock_not_available: `lock_timeout` is over
    "40": database.busy,  # transaction_rollback: a deadlock, a serialization failure
    "53100": database.disk_full,
    "58": database.disk_failed,  # system_error
    "53300": _crowded,
    "28": _password,
    "3D": _no_database,
    "57P03": _unreachable,
    "25006": unwritable,  # read_only_sql_transaction
    "42501": unwritable,  # insufficient_privilege
}
