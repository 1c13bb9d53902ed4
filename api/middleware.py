"""The layers around the application, plain ASGI: identity of a request, limits, headers, figures.

`Outer` gives each request an id, counts and times it, and sends what browsers should know; `Gate` refuses what is too long,
too large or too often, before anything is parsed.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import time
import uuid
from typing import Final

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import limits
from api.errors import ApiError, answer, error_body
from api.security import KeyRing, protect, token_of, writer_of
from core.logs import logger
from core.settings import Settings

_log = logger("api")

_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
#: Probes come often and cost nothing.
_UNCOUNTED: Final = frozenset({"/healthz", "/readyz", "/metrics"})
_UPLOAD: Final = ("POST", "/documents")
#: Where a draft is tried: it has a body, and costs seconds.
_DRAFTS: Final = frozenset({("POST", "/whatif"), ("POST", "/zh/whatif"), ("POST", "/en/whatif")})
_TRIED: Final = RateLimitItemPerMinute(limits.DRAFTS_PER_MINUTE, namespace="drafts")
_WRITES: Final = RateLimitItemPerMinute(limits.WRITES_PER_MINUTE, namespace="writes")
#: An upload is wrapped in lines of its form.
_WRAPPING: Final = 16 * 1024
#: Bytes of a character of a draft, escaped as JSON may (`\u4e2d`).
_ESCAPED: Final = 6


class Figures:
    """What `/metrics` shows, in a registry of its own, so that several applications may live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "dutygraph_requests", "Requests by route and status", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "dutygraph_request_seconds", "Seconds to answer, by route", ("route",), registry=self.registry,
            buckets=(0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
        )  # fmt: skip


class Outer:
    """The outermost layer."""

    def __init__(self, app: ASGIApp, *, settings: Settings, figures: Figures) -> None:
        self._app = app
        self._settings = settings
        self._figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        begun = time.perf_counter()
        status = 500
        # A HEAD is a GET whose body stays here (RFC 9110, 9.3.2).
        bare = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if bare else scope

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                if status != 304:
                    # A browser keeps what it has and takes over what a 304 says: the policy of the page must stand.
                    protect(headers, inner, self._settings)
                headers["X-Request-Id"] = request_id
            elif bare:
                message = {**message, "body": b""}
            await send(message)

        try:
            await self._app(inner, receive, sent)
        except ClientDisconnect:
            status = 499  # the reader went away: nobody is there to be told
        finally:
            self._count(inner, status, time.perf_counter() - begun, request_id)

    def _count(self, scope: Scope, status: int, seconds: float, request_id: str) -> None:
        # The template of the route, never the address: an address holds ids and names, and there is no end of them.
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        self._figures.requests.labels(method, route, str(status)).inc()
        self._figures.seconds.labels(route).observe(seconds)
        _log.info(
            "request.done",
            extra={
                "request_id": request_id,
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
            },
        )


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Gate:
    """Refuses what is beyond a limit."""

    def __init__(self, app: ASGIApp, *, settings: Settings, keys: KeyRing) -> None:
        self._app = app
        self._keys = keys
        self._private = settings.api_private
        self._per_minute = settings.requests_per_minute
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        largest = self._largest(scope)
        try:
            self._check(scope, headers, largest)
        except ApiError as error:
            await _refuse(error, scope, receive, send)
            return
        body = _Body(receive, largest)
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            if body.refusal is not None and not started:
                return
            started = True
            await send(message)

        try:
            await self._app(scope, body.receive, sent)
        except ClientDisconnect:
            if body.refusal is None:
                raise
        if body.refusal is not None and not started:
            await _refuse(body.refusal, scope, receive, send)

    def _check_writer(self, headers: Headers) -> None:
        """At the door, before a byte of the body is read; the route checks again, and the role."""
        key = writer_of(headers, self._keys)
        if not self._limiter.hit(_WRITES, key.name):
            raise ApiError(429, remedy=f"≤ {limits.WRITES_PER_MINUTE} / min", Retry_After="60")

    def _largest(self, scope: Scope) -> int:
        asked = (scope["method"], scope["path"])
        if asked == _UPLOAD:
            return limits.MAX_UPLOAD_BYTES + _WRAPPING
        return limits.MAX_DRAFT * _ESCAPED + _WRAPPING if asked in _DRAFTS else limits.MAX_BODY_BYTES

    def _check(self, scope: Scope, headers: Headers, largest: int) -> None:
        raw = scope.get("raw_path") or scope["path"].encode()
        if len(raw) + 1 + len(scope["query_string"]) > limits.MAX_URL_BYTES:
            raise ApiError(414, remedy=f"≤ {limits.MAX_URL_BYTES} bytes")
        if "\x00" in scope["path"] or b"%00" in scope["query_string"]:
            raise ApiError(400, code="NUL", message="网址含空字符 | the address has a NUL character")
        declared = headers.get("content-length", "0")
        if not (declared.isascii() and declared.isdigit()):
            raise ApiError(400)
        if int(declared) > largest:
            raise ApiError(413, remedy=f"≤ {largest} bytes", Connection="close")
        if headers.get("content-encoding", "identity").strip().lower() != "identity":
            raise ApiError(415, remedy="Content-Encoding: identity")
        if self._per_minute and scope["path"] not in _UNCOUNTED:
            item = RateLimitItemPerMinute(self._per_minute)
            if not self._limiter.hit(item, _client(scope)):
                wait = max(1, round(self._limiter.get_window_stats(item, _client(scope)).reset_time - time.time()))
                raise ApiError(429, remedy=f"≤ {self._per_minute} / min", Retry_After=str(wait))
        if (
            (scope["method"], scope["path"]) in _DRAFTS
            and self._per_minute
            and not self._limiter.hit(_TRIED, _client(scope))
        ):
            raise ApiError(429, remedy=f"≤ {limits.DRAFTS_PER_MINUTE} / min", Retry_After="60")
        if (scope["method"], scope["path"]) == _UPLOAD:
            self._check_writer(headers)
        elif self._private and scope["path"] not in _UNCOUNTED and self._keys.find(token_of(headers)) is None:
            raise ApiError(401, remedy="Authorization: Bearer KEY", WWW_Authenticate="Bearer")


class _Body:
    """The body of a request as it comes in: cut off where it grows too large or comes too slowly.

    Whoever reads it then gets no more of it, and `refusal` says why.
    """

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive = receive
        self._largest = largest
        self._taken = 0
        self._whole = False
        self._until: float | None = None
        self.refusal: ApiError | None = None

    async def receive(self) -> Message:
        """The next piece. After the last one whoever asks waits for the reader to leave, however long that takes."""
        if self._whole:
            return await self._receive()
        clock = asyncio.get_running_loop()
        if self._until is None:
            self._until = clock.time() + limits.MAX_BODY_SECONDS
        try:
            message = await asyncio.wait_for(
                self._receive(), min(limits.MAX_PAUSE_SECONDS, max(0.0, self._until - clock.time()))
            )
        except TimeoutError:
            self.refusal = ApiError(
                408, remedy=f"≤ {limits.MAX_PAUSE_SECONDS} s, ≤ {limits.MAX_BODY_SECONDS} s", Connection="close"
            )
            return {"type": "http.disconnect"}
        self._taken += len(message.get("body", b""))
        if self._taken > self._largest:
            self.refusal = ApiError(413, remedy=f"≤ {self._largest} bytes", Connection="close")
            return {"type": "http.disconnect"}
        self._whole = not message.get("more_body", False)
        return message


def _client(scope: Scope) -> str:
    """The address a request comes from; of IPv6 the network, for one reader owns 2^64 addresses."""
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host


async def _refuse(error: ApiError, scope: Scope, receive: Receive, send: Send) -> None:
    status, body = error_body(error, str(scope["state"]["request_id"]))
    await answer(Request(scope), status, body, error.headers)(scope, receive, send)
