"""Who may do what, and what a browser may do with an answer.

Keys are 256 random bits; the settings hold only their SHA-256, so a leaked configuration lets nobody in, and no slow hash is
needed against guessing. All hashes are compared, each in constant time, whatever the first differences are.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, get_args

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, HTTPBearer
from starlette.datastructures import MutableHeaders
from starlette.types import Scope

from api.errors import ApiError
from core.errors import ConfigError
from core.settings import Settings

Role = Literal["reader", "editor", "admin"]
#: Each role may do what those before it may.
ROLES: Final[tuple[Role, ...]] = get_args(Role)

_NAME = re.compile(r"[A-Za-z0-9._-]{1,40}")
_HASH = re.compile(r"[0-9a-f]{64}")
_KEY_PREFIX = "dg_"

#: A page may load what this server sends and nothing else; no script stands in a page itself.
PAGE_POLICY: Final[Mapping[str, str]] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
_ALWAYS: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Key:
    """Somebody who has a key: a name for the audit log, and a role."""

    name: str
    role: Role
    sha256: str

    def may(self, role: Role) -> bool:
        """Whether the key's role includes another."""
        return ROLES.index(self.role) >= ROLES.index(role)


class KeyRing:
    """The keys of the settings."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        self._keys = keys

    @classmethod
    def of(cls, settings: Settings) -> KeyRing:
        """Read `DUTYGRAPH_API_KEYS`. Raises `ConfigError` (`BAD-SETTING`) for an entry that is none."""
        entries = [part.strip() for part in settings.api_keys.get_secret_value().split(";") if part.strip()]
        return cls(tuple(_key(entry, place) for place, entry in enumerate(entries, start=1)))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def find(self, token: str) -> Key | None:
        """Whose key it is; None if nobody's."""
        digest = hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
        found = None
        for key in self._keys:
            if hmac.compare_digest(key.sha256, digest):
                found = key
        return found


def new_key(name: str, role: Role) -> tuple[str, str]:
    """A fresh key and the entry for `DUTYGRAPH_API_KEYS`. Raises `ConfigError` for a name that cannot be."""
    token = f"{_KEY_PREFIX}{secrets.token_urlsafe(32)}"
    entry = f"{name}:{role}:{hashlib.sha256(token.encode()).hexdigest()}"
    _key(entry, 1)
    return token, entry


def _key(entry: str, place: int) -> Key:
    name, _, rest = entry.partition(":")
    role, _, digest = rest.partition(":")
    if not _NAME.fullmatch(name) or not _HASH.fullmatch(digest.lower()):
        raise _bad(place)
    for known in ROLES:
        if role == known:
            return Key(name, known, digest.lower())
    raise _bad(place)


def _bad(place: int) -> ConfigError:
    # Never the entry itself: somebody may have put the key where its hash belongs.
    return ConfigError(
        f"DUTYGRAPH_API_KEYS 第 {place} 项有误 | entry {place} of DUTYGRAPH_API_KEYS cannot be read",
        remedy="dutygraph key NAME --role reader|editor|admin",
        code="BAD-SETTING",
    )


_BEARER = HTTPBearer(auto_error=False, description="Authorization: Bearer KEY")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="X-API-Key: KEY")


def token_of(headers: Mapping[str, str]) -> str:
    """The key in `Authorization: Bearer` or `X-API-Key`; empty without one.

    No cookie and no Basic authentication: what a browser sends by itself would let another site write.
    """
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else headers.get("x-api-key", "").strip()


def ring_of(request: Request) -> KeyRing:
    """The keys the application was made with."""
    ring = request.app.state.keys
    if not isinstance(ring, KeyRing):
        raise TypeError("app.state.keys is not set")
    return ring


class Needs:
    """A dependency: a key with at least this role."""

    def __init__(self, role: Role) -> None:
        self._role = role

    def __call__(
        self,
        request: Request,
        _bearer: Annotated[object, Depends(_BEARER)] = None,
        _header: Annotated[object, Depends(_HEADER)] = None,
    ) -> Key:
        """The key. Raises what `writer_of` raises, and `ApiError` (403) for a lesser role."""
        key = writer_of(request.headers, ring_of(request))
        if not key.may(self._role):
            raise ApiError(403, remedy=f"role: {self._role}")
        return key


def writer_of(headers: Mapping[str, str], ring: KeyRing) -> Key:
    """Whose key a request to write carries.

    Raises `ApiError`: 403 `WRITING-OFF` where no keys are set, 401 without a key or with one that is nobody's.
    """
    if not ring:
        raise ApiError(
            403,
            code="WRITING-OFF",
            message="未启用写入 | writing is off",
            remedy="dutygraph key NAME --role editor, DUTYGRAPH_API_KEYS",
        )
    token = token_of(headers)
    key = ring.find(token) if token else None
    if key is None:
        code, message = ("KEY-UNKNOWN", "密钥无效 | no such key") if token else ("", "")
        raise ApiError(401, code=code, message=message, remedy="Authorization: Bearer KEY", WWW_Authenticate="Bearer")
    return key


def embeddable(request: Request) -> None:
    """A dependency of pages that other sites may show in a frame (`DUTYGRAPH_EMBED_FROM`, and this site itself)."""
    request.state.embeddable = True


def protect(headers: MutableHeaders, scope: Scope, settings: Settings) -> None:
    """Add to the start of a response what browsers should know. Pages may widen single directives (`request.state.csp`)."""
    state = scope.get("state", {})
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    if not headers.get("content-type", "").startswith("text/html"):
        headers.setdefault("Content-Security-Policy", _DATA_POLICY)
        headers.setdefault("X-Frame-Options", "DENY")
        return
    policy = {**PAGE_POLICY, **state.get("csp", {})}
    if state.get("embeddable"):
        policy["frame-ancestors"] = " ".join(["'self'", *_origins(settings.embed_from)])
    else:
        headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in policy.items()))


def _origins(text: str) -> list[str]:
    """The origins of a setting; anything that is none is left out, for a stray `;` would open the policy."""
    return [each for each in text.split() if re.fullmatch(r"https?://[A-Za-z0-9.:*-]+", each)]
