"""Formats: which one a reader asked for by `Accept`, and answers as JSON or CSV.

CSV here is for people with a spreadsheet: a cell that would run as a formula gets an apostrophe in front, as the command
line does. The tables of `dutygraph extract` stay lossless.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from fastapi import Request, Response

from api.errors import ApiError
from graph.stores.store import Value

JSON = "application/json"
CSV = "text/csv"
#: Old spreadsheets take a file for UTF-8 only if it begins with this mark.
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def media_of(request: Request, offered: Sequence[str] = (JSON, CSV)) -> str:
    """The best of the formats offered by the `Accept` of a request; the first if it does not say.

    Raises `ApiError` (406) if none is acceptable.
    """
    accepted = request.headers.get("accept", "*/*").strip() or "*/*"
    best, best_quality = "", 0.0
    for offer in offered:
        quality = _quality(accepted, offer)
        if quality > best_quality:
            best, best_quality = offer, quality
    if not best:
        raise ApiError(406, remedy=", ".join(offered))
    return best


def json_reply(request: Request, content: object, *, status: int = 200, media: str = JSON) -> Response:
    """JSON as it is kept: UTF-8, readable characters, with the headers of the answer's version."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return bytes_reply(request, text.encode(), media=media, status=status)


def bytes_reply(request: Request, content: bytes, *, media: str, status: int = 200, name: str = "") -> Response:
    """Bytes with the headers of the answer's version; `name` is what a browser saves it as."""
    headers = dict(getattr(request.state, "answer_headers", {}))
    if name:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(content, status_code=status, headers=headers, media_type=media)


def csv_reply(request: Request, columns: Sequence[str], lines: Iterable[Sequence[str]], *, name: str) -> Response:
    """A table as CSV, named for saving."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in line] for line in lines)
    return bytes_reply(request, f"{_MARK}{text.getvalue()}".encode(), media=CSV, name=f"{name}.csv")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def cell_of(value: Value) -> str:
    """Any value of a row as the text of a cell; records as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ";".join(str(item) for item in value)
    return json.dumps(value, ensure_ascii=False)


def _quality(accepted: str, offer: str) -> float:
    """How much a format is wanted (RFC 9110, 12.5.1): the most exact range that takes it says."""
    best, exactness = 0.0, -1
    for part in accepted.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        exact = ("*/*", f"{offer.partition('/')[0]}/*", offer).index(kind) if _takes(kind, offer) else -1
        if exact > exactness:
            best, exactness = _weight(parameters), exact
    return best


def _takes(kind: str, offer: str) -> bool:
    return kind in ("*/*", f"{offer.partition('/')[0]}/*", offer)


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0
