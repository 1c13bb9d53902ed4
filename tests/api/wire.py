"""A request as it comes off the wire: the raw target, untouched by any client that would tidy it up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from fastapi import FastAPI
from starlette.types import Message

from tests.loops import run

#: A piece of a body, or the seconds that pass before the next.
Piece = bytes | float


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        """The code of the error."""
        return str(json.loads(self.body)["error"]["code"])


def ask(
    app: FastAPI,
    target: bytes,
    *,
    method: str = "GET",
    headers: Sequence[tuple[bytes, bytes]] = (),
    body: Sequence[Piece] = (),
) -> Answered:
    """What the application answers; the target is taken apart as the server does it."""
    return run(_ask(app, target, method, headers, body))


async def _ask(
    app: FastAPI, target: bytes, method: str, headers: Sequence[tuple[bytes, bytes]], body: Sequence[Piece]
) -> Answered:
    path, _, query = target.partition(b"?")
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": unquote_to_bytes(path).decode("utf-8", "replace"), "raw_path": path, "query_string": query,
        "root_path": "", "headers": [(b"host", b"localhost"), *headers], "client": ("127.0.0.1", 1), "server": ("localhost", 80),
    }  # fmt: skip
    messages: list[Message] = []
    pieces = _pieces(body)

    async def receive() -> Message:
        async for message in pieces:
            return message
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    await app(scope, receive, send)
    start, *rest = messages
    return Answered(
        int(start["status"]),
        {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]},
        b"".join(message.get("body", b"") for message in rest),
    )


async def _pieces(body: Sequence[Piece]) -> AsyncIterator[Message]:
    for piece in body:
        if isinstance(piece, bytes):
            yield {"type": "http.request", "body": piece, "more_body": True}
        else:
            await asyncio.sleep(piece)
    yield {"type": "http.request", "body": b"", "more_body": False}
