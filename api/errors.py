"""One shape for every error, whoever raises it: `{"error": {"code", "message", "detail", "request_id"}}`.

Rooms raise errors of `core.errors`; here, and nowhere else, they become HTTP. An error of ours (5xx) is told in words that
hold no path, no query text and no stack: those go to the log, under the request id that the answer shows.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import Route

from core.errors import DutygraphError, StoreError, UsageError
from core.logs import logger
from queries.answers.resolve import AmbiguousError

_log = logger("api")

#: Ours to know, not the reader's: what is said instead of the message of a 5xx, by code.
_SAID: Final[Mapping[str, str]] = {
    "NO-GRAPH": "还没有图谱，请先载入文件 | there is no graph yet, load papers first",
    "QUERY-TIMEOUT": "查询超时，请缩小范围 | the query took too long, narrow it",
    "STORE-BUSY": "正在写入，请稍后再试 | somebody else is writing, try again later",
    "LEDGER-BUSY": "正在写入，请稍后再试 | somebody else is writing, try again later",
    "LEDGER-DISK-FULL": "磁盘已满，未写入任何内容 | the disk is full, nothing was written",
}
#: Where the web says it otherwise than the command line: the data is not there yet; the question has no answer here.
_OTHERWISE: Final[Mapping[str, int]] = {"NO-GRAPH": 503, "NOT-UNDERSTOOD": 404, "BAD-CURSOR": 404, "TWO-DAYS": 409}
#: What whoever keeps the data does next, by code.
_NEXT: Final[Mapping[str, str]] = {"NO-GRAPH": "dutygraph load 文件或文件夹 | dutygraph load FILE-OR-FOLDER"}
_UNAVAILABLE: Final = "数据暂不可用，请联系维护者 | the data is not available, tell the maintainers"
_FAILED: Final = "出错了，请将编号告诉维护者 | something went wrong, tell the maintainers the request id"
_CODES: Final[Mapping[int, tuple[str, str]]] = {
    400: ("USAGE", "请求有误 | a bad request"),
    401: ("KEY-MISSING", "需要密钥 | a key is needed"),
    403: ("FORBIDDEN", "权限不足 | not allowed"),
    404: ("NOT-FOUND", "没有这个地址 | no such address"),
    405: ("METHOD-NOT-ALLOWED", "不支持此方法 | method not allowed"),
    406: ("NOT-ACCEPTABLE", "没有这种格式 | no such format"),
    408: ("BODY-TOO-SLOW", "请求正文来得太慢 | the body comes too slowly"),
    413: ("BODY-TOO-LARGE", "请求正文过大 | the body is too large"),
    414: ("URL-TOO-LONG", "网址过长 | the address is too long"),
    415: ("BODY-ENCODED", "请求正文不得压缩 | the body must not be packed"),
    429: ("TOO-MANY-REQUESTS", "请求过于频繁 | too many requests"),
}


class Problem(BaseModel):
    """One thing wrong with a request: where (`query.limit`) and why."""

    where: str
    why: str


class Candidate(BaseModel):
    """One of the things an ambiguous name may mean."""

    id: str
    kind: str
    name: str
    jurisdiction: str


class Detail(BaseModel):
    """What helps to do better: what to do, what is wrong where, what may be meant."""

    remedy: str = ""
    problems: list[Problem] = Field(default_factory=list)
    candidates: list[Candidate] = Field(default_factory=list)


class ErrorBody(BaseModel):
    """`code` is stable; `message` is for people, Chinese and English; `request_id` is what the log knows it by."""

    code: str
    message: str
    detail: Detail = Field(default_factory=Detail)
    request_id: str


class ErrorAnswer(BaseModel):
    """The one shape of errors."""

    error: ErrorBody


_STATUSES: Final = {
    400: "请求有误 | a bad request",
    401: "需要密钥 | a key is needed",
    403: "权限不足 | not allowed",
    404: "没有 | not found",
    406: "没有这种格式 | no such format",
    409: "有歧义，附候选 | ambiguous, with candidates",
    408: "正文太慢 | the body comes too slowly",
    410: "已撤回 | withdrawn",
    413: "正文过大 | the body is too large",
    414: "网址过长 | the address is too long",
    415: "正文类型或编码不对 | not a type or coding of body it takes",
    422: "参数不合适 | a parameter does not fit",
    429: "过于频繁 | too often",
    503: "数据未就绪 | the data is not ready",
}
#: By reference: a model here would be built anew for each status of each route, which takes a minute.
RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    status: {
        "description": said,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorAnswer"}}},
    }
    for status, said in _STATUSES.items()
}
#: What a page makes of an error, for readers of pages; set as `app.state.error_page` by those who register pages.
ErrorPage = Callable[[Request, int, ErrorBody], Response]


class ApiError(UsageError):
    """A request refused by the API itself; `headers` go with the answer."""

    def __init__(self, status: int, *, code: str = "", message: str = "", remedy: str = "", **headers: str) -> None:
        default, said = _CODES.get(status, ("USAGE", "请求有误 | a bad request"))
        super().__init__(message or said, remedy=remedy, code=code or default)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class NotModifiedError(Exception):
    """The reader has this very answer already (HTTP 304)."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__("not modified")
        self.headers = dict(headers)


class MovedError(Exception):
    """An id that was joined to another (HTTP 308)."""

    def __init__(self, identifier: str, owner: str) -> None:
        super().__init__(identifier)
        self.identifier = identifier
        self.owner = owner


def install(app: FastAPI) -> None:
    """Give every error its answer."""
    app.add_exception_handler(DutygraphError, _ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(NotModifiedError, _not_modified)
    app.add_exception_handler(MovedError, _moved)
    app.add_exception_handler(Exception, _unexpected)


def request_id_of(request: Request) -> str:
    """The id of a request, as the outermost layer gave it."""
    return str(getattr(request.state, "request_id", "") or uuid.uuid4().hex)


def error_body(error: DutygraphError, request_id: str) -> tuple[int, ErrorBody]:
    """The status and the body of an error of ours."""
    status = error.status if isinstance(error, ApiError) else error.http_status
    status = _OTHERWISE.get(error.code, status)
    if status >= 500:
        message = _SAID.get(error.code, _UNAVAILABLE if isinstance(error, StoreError) else _FAILED)
        detail = Detail(remedy=_NEXT.get(error.code, ""))
        return status, ErrorBody(code=error.code, message=message, detail=detail, request_id=request_id)
    detail = Detail(remedy=error.remedy)
    message = error.message
    if isinstance(error, AmbiguousError):
        # The command line lists the candidates in the message; here they are records.
        message = message.partition("\n")[0]
        detail.candidates = [
            Candidate(id=hit.id, kind=hit.kind, name=hit.name, jurisdiction=hit.jurisdiction)
            for hit in error.candidates
        ]
    return status, ErrorBody(code=error.code, message=message, detail=detail, request_id=request_id)


def answer(request: Request, status: int, body: ErrorBody, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to an error: JSON, or a page for those who read pages."""
    page: ErrorPage | None = getattr(request.app.state, "error_page", None)
    if page is not None and _reads_pages(request):
        response = page(request, status, body)
        response.headers.update(headers or {})
        return response
    content = ErrorAnswer(error=body).model_dump()
    return JSONResponse(content, status_code=status, headers=dict(headers or {}))


def _reads_pages(request: Request) -> bool:
    """Whether a page is wanted: its address is one of a page, or a browser asks, which names HTML before all else."""
    first = request.url.path.split("/", 2)[1] if request.url.path.startswith("/") else ""
    return first in ("zh", "en") or _is_browser(request.headers.get("accept", ""))


def _is_browser(accept: str) -> bool:
    """Browsers name HTML first; programs name JSON, RDF or anything at all."""
    return accept.split(",", 1)[0].partition(";")[0].strip().lower() == "text/html"


async def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, DutygraphError):
        raise error
    status, body = error_body(error, request_id_of(request))
    if status >= 500:
        _log.error("request.failed", extra={"request_id": body.request_id, "code": error.code}, exc_info=error)
    headers = error.headers if isinstance(error, ApiError) else {}
    return answer(request, status, body, headers)


async def _of_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 404 and (same := _without_slash(request)):
        return RedirectResponse(same, status_code=308)
    code, message = _CODES.get(error.status_code, ("USAGE" if error.status_code < 500 else "INTERNAL", _FAILED))
    body = ErrorBody(code=code, message=message, request_id=request_id_of(request))
    headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers
    return answer(request, error.status_code, body, headers)


def _without_slash(request: Request) -> str:
    """The address without the slash at its end, if there is such a page; never with the host that the request names."""
    path = request.url.path
    if request.method not in ("GET", "HEAD") or not path.endswith("/") or path.startswith("//") or path.endswith("//"):
        return ""
    whole = path.removesuffix("/")
    if not any(isinstance(route, Route) and route.path_regex.match(whole) for route in request.app.routes):
        return ""
    return quote(whole) + (f"?{request.url.query}" if request.url.query else "")


def _allowed(request: Request) -> str:
    """The methods of all routes of an address; a router names those of the first one only."""
    found: set[str] = set()
    for route in request.app.routes:
        if isinstance(route, Route) and route.path_regex.match(request.url.path):
            found |= route.methods or set()
    if "GET" in found:
        found.add("HEAD")  # `api.middleware` answers it as a GET without its body
    return ", ".join(sorted(found))


async def _of_validation(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    if any(tuple(each["loc"]) == ("path", "language") for each in error.errors()):
        code, message = _CODES[404]  # /fr/…: an address there is none of, not a parameter
        return answer(request, 404, ErrorBody(code=code, message=message, request_id=request_id_of(request)))
    problems = [Problem(where=".".join(map(str, each["loc"])), why=why(each)) for each in error.errors()]
    body = ErrorBody(
        code="BAD-PARAMETER",
        message="参数不合适 | a parameter does not fit",
        detail=Detail(problems=problems),
        request_id=request_id_of(request),
    )
    return answer(request, 422, body)


#: Why a value does not fit, in Chinese beside the words of the checker; `{…}` is what the checker says of its bound.
_WHYS = {
    "missing": "必须给出",
    "string_too_long": "最多 {max_length} 个字符",
    "string_too_short": "至少 {min_length} 个字符",
    "literal_error": "只能是 {expected}",
    "int_parsing": "须是整数",
    "less_than_equal": "不得大于 {le}",
    "greater_than_equal": "不得小于 {ge}",
}


def why(problem: Mapping[str, Any]) -> str:
    """Why a value does not fit, from what the checker says of it."""
    # A pattern lists all labels or edge types there are: nobody reads that.
    if problem["type"] == "string_pattern_mismatch":
        return "不是可用的值，见 /docs | not a value it takes, see /docs"
    said = _WHYS.get(problem["type"])
    english = str(problem["msg"])
    return f"{said.format(**problem.get('ctx', {}))} | {english}" if said else english


async def _not_modified(_: Request, error: Exception) -> Response:
    headers = error.headers if isinstance(error, NotModifiedError) else {}
    return Response(status_code=304, headers=headers)


async def _moved(request: Request, error: Exception) -> Response:
    if not isinstance(error, MovedError):
        raise error
    path = request.url.path.replace(error.identifier, error.owner)
    query = request.url.query.replace(error.identifier, error.owner)
    return Response(status_code=308, headers={"Location": f"{path}?{query}" if query else path})


async def _unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours. It is answered outside of all layers, so what `Outer` adds is added here."""
    from api.security import protect

    body = ErrorBody(code="INTERNAL", message=_FAILED, request_id=request_id_of(request))
    _log.error("request.crashed", extra={"request_id": body.request_id}, exc_info=error)
    response = answer(request, 500, body)
    protect(response.headers, request.scope, request.app.state.settings)
    response.headers["X-Request-Id"] = body.request_id
    return response
