"""Bolt: the process's drivers, managed transactions on one database, and the driver's errors as ours."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, TypeVar

from neo4j import (
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    TrustCustomCAs,
    unit_of_work,
)
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from core.errors import ConfigError, DutygraphError, StoreBusyError, StoreError, StoreUnavailableError
from core.settings import Settings

OLDEST = (5, 26)
#: How long the driver repeats a managed transaction: through a change of leader, not through an outage.
RETRY_SECONDS = 15.0

T = TypeVar("T")


class Connection:
    """A share in the process's one driver for a server, and managed transactions on it."""

    def __init__(self, settings: Settings) -> None:
        password = settings.store_password.get_secret_value()
        self._key = _Key(settings.store, settings.store_user, password, settings.store_ca)
        self._database = settings.store_database
        self._driver: Driver | None = _DRIVERS.take(self._key)
        # On a cluster, what this connection wrote is what it reads next, whichever member answers.
        self._bookmarks = GraphDatabase.bookmark_manager()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session on the database; the driver's errors come out as ours."""
        if self._driver is None:
            raise StoreError("图谱已关闭 | the graph is closed")
        with (
            _errors(),
            self._driver.session(database=self._database, bookmark_manager=self._bookmarks) as session,
        ):
            yield session

    def read(self, work: Callable[[ManagedTransaction], T], *, seconds: float | None = None) -> T:
        """A managed read, repeated by the driver if the server asks for it; ended after `seconds`."""
        with self.session() as session:
            return session.execute_read(unit_of_work(timeout=seconds)(work))

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """A managed write. `work` must be safe to repeat."""
        with self.session() as session:
            return session.execute_write(work)

    def close(self) -> None:
        """Give the share back; the last one closes the driver."""
        if self._driver is not None:
            self._driver = None
            _DRIVERS.give_back(self._key)


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two connections share a driver."""

    uri: str
    user: str
    password: str = field(repr=False)
    authority: Path | None


class _Drivers:
    """One driver a server and process, closed when nobody uses it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._drivers: dict[_Key, tuple[Driver, int]] = {}

    def take(self, key: _Key) -> Driver:
        with self._lock:
            if key in self._drivers:
                driver, users = self._drivers[key]
            else:
                driver, users = _connect(key), 0
            self._drivers[key] = (driver, users + 1)
            return driver

    def give_back(self, key: _Key) -> None:
        with self._lock:
            driver, users = self._drivers.pop(key)
            if users > 1:
                self._drivers[key] = (driver, users - 1)
            else:
                driver.close()


_DRIVERS = _Drivers()


def _connect(key: _Key) -> Driver:
    uri, trust = _trusting(key.uri, key.authority)
    with _errors():
        driver = GraphDatabase.driver(
            uri,
            **trust,
            auth=(key.user, key.password),
            connection_timeout=5.0,
            connection_acquisition_timeout=15.0,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            user_agent="dutygraph",
        )
        try:
            agent = driver.get_server_info().agent
        except BaseException:
            driver.close()
            raise
    number = agent.rpartition("/")[2].split(".")
    if not all(part.isdigit() for part in number[:2]) or tuple(int(part) for part in number[:2]) < OLDEST:
        driver.close()
        raise StoreUnavailableError(
            f"服务器版本过旧 | the server is too old: {agent}",
            remedy="Neo4j 5.26 LTS 或更新 | Neo4j 5.26 LTS or later",
            code="STORE-VERSION",
        )
    return driver


class _Trust(TypedDict, total=False):
    encrypted: bool
    trusted_certificates: TrustCustomCAs


def _trusting(uri: str, authority: Path | None) -> tuple[str, _Trust]:
    """The address and what the driver is told of certificates: it takes an authority of one's own only beside a plain scheme."""
    if authority is None:
        return uri, {}
    scheme, _, rest = uri.partition("://")
    if not authority.is_file():
        raise ConfigError(
            f"找不到证书文件 | no such certificate file: {authority.name}", remedy="DUTYGRAPH_STORE_CA", code="STORE-CA"
        )
    if not scheme.endswith("+s"):
        raise ConfigError(
            "指定了证书，地址却不加密 | a certificate authority, but an address without checked encryption",
            remedy="neo4j+s://HOST:7687",
            code="STORE-CA",
        )
    return f"{scheme.removesuffix('+s')}://{rest}", {
        "encrypted": True,
        "trusted_certificates": TrustCustomCAs(str(authority)),
    }


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _translated(error) from error


def _translated(error: Neo4jError | DriverError) -> DutygraphError:
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if isinstance(error, AuthError):
        return StoreUnavailableError(
            "用户名或密码不对 | wrong user name or password",
            remedy="DUTYGRAPH_STORE_USER, DUTYGRAPH_STORE_PASSWORD",
            code="STORE-PASSWORD",
        )
    if "TransactionTimedOut" in code or "TransactionTimedOut" in str(error):
        return StoreError(
            "查询超时 | the query took too long",
            remedy="缩小范围，或调高 DUTYGRAPH_QUERY_SECONDS | narrow it, or raise DUTYGRAPH_QUERY_SECONDS",
            code="QUERY-TIMEOUT",
        )
    if code.endswith("DatabaseNotFound"):
        return StoreUnavailableError(
            "服务器上没有该数据库 | no such database on the server",
            remedy="DUTYGRAPH_STORE_DATABASE",
            code="STORE-DATABASE",
        )
    if code.endswith("AccessMode"):
        return ConfigError("查询不得写入 | a query may not write", code="QUERY")
    if isinstance(error, CypherSyntaxError) or code.endswith(("ParameterMissing", "SemanticError")):
        return ConfigError(f"查询不成立 | not a query the server takes: {error}", code="QUERY")
    if _untrusted(error):
        return StoreUnavailableError(
            "服务器证书不可信 | the server's certificate is not trusted",
            remedy="把签发机构的 PEM 文件写入 DUTYGRAPH_STORE_CA | name the authority's PEM file in DUTYGRAPH_STORE_CA",
            code="STORE-CERTIFICATE",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return StoreUnavailableError(
            "连不上图谱服务器 | the graph server cannot be reached",
            remedy="查看服务器是否启动，地址是否正确 | is it running, and is the address right? (--store, DUTYGRAPH_STORE)",
        )
    if isinstance(error, ConfigurationError):
        return ConfigError(f"图谱地址不成立 | not a store address: {error}", remedy="neo4j://HOST:7687")
    if isinstance(error, TransientError):
        return StoreBusyError("图谱服务器繁忙 | the graph server is busy", remedy="稍后再试 | try again later")
    kind = "client" if isinstance(error, ClientError) else "server"
    return StoreError(f"图谱服务器出错 | the graph server failed ({kind}: {code or type(error).__name__})")


def _untrusted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
